"""Texts as rows of numbers: how often each word, and each pair, stands in it, weighed by how rare it is in all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    Rows: TypeAlias = csr_matrix
else:
    Rows: TypeAlias = Any

_PLACES: Final = 1 << 20
"""Words are given one of so many places by their digest, so that no list of words has to be kept; few share one."""
_AT_ONCE: Final = 1_000
_REMEMBERED: Final = 500_000
"""Words whose digest is kept, so that each is taken once."""
_WORD: Final = re.compile(r"\w\w+")
_EACH, _APART = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
"""Odd numbers that spread what they multiply over all bits (Knuth; xxHash)."""


class NotInstalledError(RuntimeError):
    """What ranking needs is not installed."""


class _Digests(dict[str, int]):
    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        digest = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return digest


def rows(texts: Iterable[str], *, pairs: bool = True) -> Rows:
    """A row for each text, in single precision; they are made once, and do not depend on the order of the texts.

    Each is of length 1, or 0 where it has no word of another text. Columns are words and pairs that stand in at least
    two texts, the most frequent first, so that what is asked most often lies close together.

    Args:
        texts: The texts.
        pairs: Whether pairs of words count beside words: that finds the last ones sooner, and takes twice the memory.

    Raises:
        NotInstalledError: scipy is missing.
    """
    try:
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NotInstalledError("ranking needs scipy: install rogatory[ranking]") from error
    columns, counts, lengths = _counted(texts, pairs=pairs)
    # What stands in one text alone says nothing of another, and is half of everything.
    within = np.bincount(columns, minlength=_PLACES)
    kept = within[columns] > 1
    lengths = np.diff(np.append(0, np.cumsum(kept))[np.append(0, np.cumsum(lengths))])
    columns, counts = columns[kept], counts[kept]
    order = np.argsort(-within, kind="stable")
    number = np.empty(_PLACES, np.int32)
    number[order] = np.arange(_PLACES, dtype=np.int32)
    # As scikit-learn weighs them (smoothed), and what stands there often counts by its logarithm.
    rarity = (1 + np.log((1 + len(lengths)) / (1 + within))).astype(np.float32)
    values = (1 + np.log(counts)) * rarity[columns]
    starts = np.append(0, np.cumsum(lengths))
    norms = np.sqrt(np.add.reduceat(np.append(values * values, np.float32(0)), starts[:-1]))
    values /= np.repeat(norms, lengths)
    several = int((within > 1).sum())
    return csr_matrix((values, number[columns], starts), shape=(len(lengths), several))


def _counted(texts: Iterable[str], *, pairs: bool) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.int64]]:
    """Text by text the places of what stands in it, and how often; and how many places each text has."""
    known, left = _Digests(), iter(texts)
    told = [
        (np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.int64)),
        *(_some(some, known, pairs=pairs) for some in _in_parts(left)),
    ]
    columns, counts, lengths = (np.concatenate(parts) for parts in zip(*told, strict=True))
    return columns, counts, lengths


def _in_parts(texts: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(texts, _AT_ONCE)):
        yield some


def _some(
    texts: Sequence[str], known: _Digests, *, pairs: bool
) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.int64]]:
    words = [_WORD.findall(text.lower()) for text in texts]
    many = np.fromiter(map(len, words), np.int64, len(words))
    digests = np.fromiter((known[word] for one in words for word in one), np.uint32, int(many.sum()))
    text = np.repeat(np.arange(len(words), dtype=np.int64), many)
    places = (text * _PLACES) | (digests % _PLACES)
    if pairs:
        both = _mixed(digests[:-1], digests[1:]) % _PLACES
        places = np.concatenate((places, ((text[1:] * _PLACES) | both)[text[1:] == text[:-1]]))
    places, counts = np.unique(places, return_counts=True)
    lengths = np.bincount(places // _PLACES, minlength=len(words))
    return (places % _PLACES).astype(np.int32), counts.astype(np.float32), lengths


def _mixed(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    mixed = (first * _EACH) ^ second
    mixed = (mixed ^ (mixed >> np.uint32(15))) * _APART
    return np.asarray(mixed ^ (mixed >> np.uint32(13)), np.uint32)
