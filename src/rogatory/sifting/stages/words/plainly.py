"""Words that stand plainly among bytes: the text of OneNote files and property lists, and what looks like words."""

import heapq
import plistlib
import re
from collections.abc import Iterator
from typing import Any

from rogatory.extraction.markup import text_of_html
from rogatory.extraction.plain import decoded
from rogatory.sifting.stages.subject import Subject

_FEWEST = 8
_LETTER = b"\t" + bytes(range(0x20, 0x7F)) + bytes(range(0xA0, 0x100))
_OF_ONE = bytes(
    ord("a") if sign < 0x80 and chr(sign).isalpha() else ord("l") if sign in _LETTER else ord("x")  # noqa: PLR2004
    for sign in range(256)
)
_FOUR = b"aaaa"
_CLASSES = bytes(ord("l") if sign in _LETTER else ord("z") if sign in (0, 4) else ord("x") for sign in range(256))
_SIX_WIDE, _WIDER = b"lz" * 6, re.compile(b"(?:lz)*")
"""Letters of two bytes each, in a row; looked for among classes of bytes, where six begin alike and are found fast."""


class _Pairs:
    """Letters of two bytes each, four in a row and more, wherever they begin.

    Which bytes begin a letter and which end one is asked of all bytes at once, as few contents are mostly letters.
    """

    def __init__(self, *letters: tuple[bytes, bytes]) -> None:
        """Take ranges: what may stand first, and with it second."""
        self._first, self._second = (
            bytes(sum(1 << bit for bit, pair in enumerate(letters) if sign in pair[side]) for sign in range(256))
            for side in (0, 1)
        )

    def runs(self, data: bytes) -> Iterator[str]:
        """Each run as text, the first to begin first."""
        places = range(0, len(data) - 1, _AT_ONCE)
        whole, end = b"".join(self._both(data[at : at + _AT_ONCE + 1]) for at in places), 0
        for start, last in heapq.merge(_half(whole, 0), _half(whole, 1)):
            begins = start if start >= end else end + (end - start) % 2
            if last - begins >= _FOUR_LETTERS:
                end = last
                yield data[begins:last].decode("utf-16-le", "ignore")

    def _both(self, data: bytes) -> bytes:
        """For each byte but the last whether it is a letter together with the one behind it; 0: it is none."""
        first, second = data[:-1].translate(self._first), data[1:].translate(self._second)
        both = int.from_bytes(first, "little") & int.from_bytes(second, "little")
        return both.to_bytes(len(first), "little")


def _half(whole: bytes, odd: int) -> Iterator[tuple[int, int]]:
    return ((2 * run.start() + odd, 2 * run.end() + odd) for run in _FOUR_PAIRS.finditer(whole[odd::2]))


_AT_ONCE = 1 << 16
_FOUR_PAIRS, _FOUR_LETTERS = re.compile(rb"[^\0]{4,}"), 8


def _signs(*ranges: tuple[int, int]) -> bytes:
    return bytes(sign for first, last in ranges for sign in range(first, last + 1))


_LETTERS = _Pairs(
    (b"\t\n\r" + _signs((0x20, 0x7E), (0xA0, 0xFF)), b"\0"),
    (_signs((0x20, 0xFF)), _signs((1, 6), (0x4E, 0x9F), (0xAC, 0xD7))),
)
"""Text in two bytes a letter: European scripts, and Chinese, Japanese and Korean."""
_A_WIDE_WORD = re.compile(r"[A-Za-z]{4}|[^\W\d_A-Za-z]{4}")
"""Of one byte each, four letters with accents in a row are no word but chance."""
_MOST_DEEP = 50
_TEXT, _WIDE_TEXT = 5, 6


def strings(data: bytes) -> str:
    """What looks like words among bytes of no known kind, as `strings` finds it: one byte a letter, or two."""
    return "\n".join((*_narrow(data), *filter(_A_WIDE_WORD.search, _wide(data))))


def _wide(data: bytes) -> Iterator[str]:
    classes, end = data.translate(_CLASSES), 0
    while (at := classes.find(_SIX_WIDE, end)) >= 0:
        more = _WIDER.match(classes, at)
        end = more.end() if more else at + len(_SIX_WIDE)
        yield data[at:end].decode("utf-16-le", "ignore")


def _narrow(data: bytes) -> Iterator[str]:
    """Eight letters in a row and more, four of them without accents one after the other.

    These four are looked for first, as few bytes of such a content are words.
    """
    classes, end = data.translate(_OF_ONE), 0
    while (at := classes.find(_FOUR, end)) >= 0:
        start = classes.rfind(b"x", end, at) + 1 or end
        end = classes.find(b"x", at)
        end = len(data) if end < 0 else end
        if end - start >= _FEWEST:
            yield data[start:end].decode("latin-1")


_SHORT_NARROW = re.compile(rb"[\t\n\r\x20-\x7e\xa0-\xff]{4,}")
_SHORT_WIDE = _Pairs((b"\t\n\r" + _signs((0x20, 0xFF)), b"\0"), (_signs((0x10, 0xFF)), b"\4"))


def short_words(data: bytes) -> Iterator[str]:
    """What stands as words among bytes that are mostly text, from four letters on."""
    narrow = (found[0].decode("latin-1") for found in _SHORT_NARROW.finditer(data))
    yield from (text.strip() for text in (*_SHORT_WIDE.runs(data), *narrow) if _A_WIDE_WORD.search(text))


def of_notes(subject: Subject) -> str:
    """The words of a OneNote file: it keeps its text as it is, among much else."""
    wide = filter(_A_WIDE_WORD.search, _LETTERS.runs(subject.data))
    return "\n".join(dict.fromkeys((*wide, *filter(str.isascii, _narrow(subject.data)))))


def of_properties(subject: Subject) -> str:
    """The words of a binary property list, as Apple's programs write them: web archives, settings, bookmarks.

    Raises:
        ValueError: It is none.
    """
    return "\n".join(text for text in _values(plistlib.loads(subject.data), 0) if text.strip())


def of_torn(subject: Subject) -> str:
    """The words of a property list of which something is damaged: every text its table leads to, whatever it lies in.

    Raises:
        ValueError: There is no table.
    """
    data = subject.data
    width, count, at = data[-26], int.from_bytes(data[-24:-16], "big"), int.from_bytes(data[-8:], "big")
    table = data[at : at + count * width]
    if not 1 <= width <= 8 or not table:  # noqa: PLR2004 - bytes of a place
        raise ValueError("no table")
    places = (int.from_bytes(table[start : start + width], "big") for start in range(0, len(table), width))
    return "\n".join(text for place in places if (text := _one(data, place)).strip())


def _one(data: bytes, at: int) -> str:
    """The text that stands at a place; empty: none does."""
    kind, count = data[at] >> 4 if at < len(data) else 0, data[at] & 0xF if at < len(data) else 0
    at += 1
    if count == 0xF:  # noqa: PLR2004 - a number follows
        width = 1 << (data[at] & 3) if at < len(data) else 1
        count, at = int.from_bytes(data[at + 1 : at + 1 + width], "big"), at + 1 + width
    if kind == _TEXT:
        return data[at : at + count].decode("utf-8", "replace")
    return data[at : at + 2 * count].decode("utf-16-be", "replace") if kind == _WIDE_TEXT else ""


def _values(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - it may be anything
    if depth > _MOST_DEEP:
        return
    if isinstance(value, dict):
        for key, inside in value.items():
            yield str(key)
            yield from _values(inside, depth + 1)
    elif isinstance(value, list):
        for inside in value:
            yield from _values(inside, depth + 1)
    elif isinstance(value, bytes):
        if value.lstrip()[:1] == b"<":
            yield text_of_html(decoded(value).text)
    else:
        yield str(value)
