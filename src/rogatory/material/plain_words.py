"""The words of a text alone: by what it is known again, whatever its layout, capitals and marks.

Words are found in the compatibility composition of Unicode (NFKC), with its full case folding. Most signs come to the
same wherever they stand, so that a text is turned by a table, many signs at once; where one does not, what stands
around it is turned as Unicode tells.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that put no spaces between words: each is taken for a word."""
_WORD = re.compile(rf"[^\W{_NO_SPACES}]+|(?=\w)[{_NO_SPACES}]")
_ANY = re.compile(r"\w")
_ALONE = re.compile(f"[{_NO_SPACES}\u1100-\u11ff\ud800-\udfff]")
"""What no table tells: what is a word by itself, half of a syllable, or half of a sign."""
_NEW, _ODD, _LOOSE, _APART = 0, 1, 2, ord("\n")
"""What the table tells of a sign: nothing yet, nothing that can be told, that it stands otherwise once it is composed,
and that it is no part of a word. Whatever else it tells is the sign it becomes."""
_TABLE = np.full(1 << 16, _NEW, np.uint16)
"""What each sign becomes; filled in as they are met."""
_PLAIN = bytes(ord(chr(sign).lower()) if _ANY.match(chr(sign)) else _APART for sign in range(128)) + bytes(128)
"""What each sign of ASCII becomes."""
_PIECE = 1 << 13
"""Signs that are turned at once: so few that one odd sign does not hold up many."""
_END = re.compile("[ \n]")
"""What no word, and no mark on a letter, goes beyond."""


def words(text: str) -> list[str]:
    """The words of a text, without capitals and marks: layout and marks of quoting make no difference."""
    return [word for piece in _pieces(text) for word in piece.decode().split("\n")]


def digest(text: str) -> bytes:
    """What two texts with the same words in the same order have in common; empty for a text without words."""
    pieces = _pieces(text)
    first = next(pieces, b"")
    found = sha256(first)
    for piece in pieces:
        found.update(b"\n" + piece)
    return found.digest() if first else b""


def digest_of(words: list[str]) -> bytes:
    """The same, of its words."""
    return sha256("\n".join(words).encode()).digest() if words else b""


def _pieces(text: str) -> Iterator[bytes]:
    """The words, each a line in UTF-8, piece by piece; pieces without any are left out."""
    start = 0
    while start < len(text):
        found = _END.search(text, start + _PIECE)
        end = found.start() if found else len(text)
        turned = _turned(text[start:end])
        if turned:
            yield turned
        start = end


def _turned(piece: str) -> bytes:
    if piece.isascii():
        return _once(np.frombuffer(piece.encode().translate(_PLAIN), np.uint8)).tobytes().strip(b"\n")
    signs = _looked_up(piece)
    if signs.min() == _LOOSE:
        piece = unicodedata.normalize("NFKC", piece).replace("ß", "ss")
        signs = _looked_up(piece)
        signs[signs == _LOOSE] = _APART  # a mark for which there is no letter composed with it
    if signs.min() == _ODD:
        return "\n".join(_WORD.findall(unicodedata.normalize("NFKC", piece).casefold())).encode()
    return _once(signs).tobytes().decode("utf-16-le").strip("\n").encode()


def _looked_up(piece: str) -> NDArray[np.uint16]:
    """What the signs of a piece become; of one beyond the first 65,536, that it is odd."""
    signs = np.frombuffer(piece.encode("utf-16-le", "surrogatepass"), np.uint16)
    found = _TABLE.take(signs)
    if found.min() == _NEW:
        for sign in np.unique(signs[found == _NEW]).tolist():
            _TABLE[sign] = _becomes(chr(sign))
        found = _TABLE.take(signs)
    return found


def _becomes(sign: str) -> int:
    composed = unicodedata.normalize("NFKC", sign)
    folded = composed.casefold()
    if _ALONE.search(composed):
        return _ODD
    if unicodedata.category(composed[0]).startswith("M"):
        return _ODD if _ANY.search(folded) else _LOOSE
    if not _ANY.search(folded):
        return _APART
    if len(folded) == 1 and folded <= "\uffff":
        return ord(folded)
    return _LOOSE if composed != sign or sign == "ß" else _ODD


def _once(signs: NDArray[Any]) -> NDArray[Any]:
    """The same, with one line break where there were several."""
    again = signs == _APART
    again[1:] &= again[:-1]
    again[:1] = False
    found: NDArray[Any] = signs[~again]
    return found
