"""The text of a name, cleaned of what is not writing: invisible marks, unwritten vowels, variants of one letter.

What is cleaned away changes nothing in a comparison; the raw text is kept beside it and is what a reader is shown.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Final

LONGEST: Final = 240
"""Letters of a name that are compared; the longest names on record are shorter. What is beyond is cut, and told."""

_MARKS: Final = (
    (0x0300, 0x036F),  # accents that stayed apart: the stress of a Russian dictionary
    (0x0483, 0x0487),  # marks of old Cyrillic
    (0x0591, 0x05BD),  # Hebrew cantillation and points
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),  # honorifics written over an Arabic name
    (0x0640, 0x0640),  # tatweel, which only stretches
    (0x064B, 0x065F),  # Arabic short vowels
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFE20, 0xFE2F),
    (0xE0000, 0xE0FFF),  # tags and more variation selectors
)
_INVISIBLE: Final = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),
    (0x061C, 0x061C),  # bidirectional controls
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero width, and marks of direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
)
_CONTROLS: Final = tuple(code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\x0b\x0c\x85")
_UNSEEN: Final = dict.fromkeys([*_CONTROLS, *(code for first, last in _INVISIBLE for code in range(first, last + 1))])
_UNREAD: Final = dict.fromkeys([*_UNSEEN, *(code for first, last in _MARKS for code in range(first, last + 1))])
_ALIKE: Final = {
    **dict.fromkeys(map(ord, "’‘‛ʼʻʽʿʾˈˊ`´′＇׳՚ꞌ"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−־᠆"), "-"),
    **dict.fromkeys(map(ord, "·・•‧∙。"), " "),
}
_SPACE: Final = re.compile(r"\s+")

_RANGES: Final = sorted(
    (first, last, script)
    for script, spans in {
        "Latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF), (0x250, 0x2AF), (0xA720, 0xA7FF)),
        "Greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
        "Cyrillic": ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
        "Armenian": ((0x531, 0x58F),),
        "Hebrew": ((0x5D0, 0x5F4),),
        "Arabic": ((0x620, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        "Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
        "Hangul": ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7FF)),
        "Kana": ((0x3041, 0x30FF), (0x31F0, 0x31FF)),
        "Han": ((0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
    }.items()
    for first, last in spans
)
_STARTS: Final = [first for first, _, _ in _RANGES]


def clean(raw: str) -> str:
    """The name without what is not writing: one form of each letter, one space between words, no longer than LONGEST.

    Bidirectional controls, zero-width characters, tatweel and vowel points are taken away; full-width, ligature and
    presentation forms become the letters they stand for. Scripts stay as they are, mixed ones too.
    """
    # An accent is joined to its letter first, so that й stays й; only what cannot be joined goes.
    text = unicodedata.normalize("NFKC", raw.translate(_UNSEEN)[: 4 * LONGEST])
    text = text.translate(_UNREAD).translate(_ALIKE)
    return _SPACE.sub(" ", text).strip()[:LONGEST].strip()


def is_cut(raw: str) -> bool:
    """Whether the name is longer than what is compared."""
    return len(raw) > LONGEST and len(_SPACE.sub(" ", raw.translate(_UNREAD)).strip()) > LONGEST


def script_of(letter: str) -> str:
    """The script of a letter, as `Latin`; empty for digits, marks and scripts that are not read here."""
    at = bisect_right(_STARTS, ord(letter)) - 1
    if at < 0:
        return ""
    _, last, script = _RANGES[at]
    return script if ord(letter) <= last and letter.isalpha() else ""


def scripts(text: str) -> tuple[str, ...]:
    """The scripts of a text, in the order in which they first stand in it; empty where there is no letter."""
    return tuple(dict.fromkeys(script for letter in text if (script := script_of(letter))))
