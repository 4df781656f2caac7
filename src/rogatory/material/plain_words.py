"""The words of a text alone: by what it is known again, whatever its layout, capitals and marks."""

import re
import unicodedata
from hashlib import sha256

_WORD = re.compile(r"\w+")
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words: each is taken for a word."""


def words(text: str) -> list[str]:
    """The words of a text, without capitals and marks: layout and marks of quoting make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_NO_SPACES.sub(r" \g<0> ", plain))


def digest(text: str) -> bytes:
    """What two texts with the same words in the same order have in common; empty for a text without words."""
    found = words(text)
    return sha256("\n".join(found).encode()).digest() if found else b""
