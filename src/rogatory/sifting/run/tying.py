"""Which contents hang together by what they say: the same words, nearly the same, and one that quotes another.

Done over the whole seizure once its texts are there, and anew when one has changed. What texts are looked up by stands
in files without a name, so that memory hardly grows with the seizure.
"""

import tempfile
from array import array
from collections.abc import Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from rogatory.extraction.kinds import MESSAGE
from rogatory.material import likeness, quoting
from rogatory.material.items import Digest
from rogatory.material.plain_words import digest_of, words
from rogatory.material.quoting import Said, said
from rogatory.sifting.ledger.beside import BY_TEXT, NEAR, QUOTES, SAME
from rogatory.sifting.ledger.ledger import Ledger

Pairs = NDArray[np.int64]
"""Two texts by their places in one number: the earlier above, the later below."""

_AT_ONCE = 1_000
_NEIGHBOURS = 4
"""Of texts with the same band, each is compared with the first, and with so many that follow it."""
_MOST_TOGETHER = 20
"""Texts in which the same run of words stands: in more it is a footer, a form, a law."""
_BUCKETS = 64
_LOOKED_UP = np.dtype([("run", np.uint64), ("text", np.int32)])
_REMEMBERED = 4_000


def tie(ledger: Ledger, beside: Path) -> int:
    """Find what hangs together, and write it down in place of what was found before; how many bonds there are.

    Args:
        ledger: The ledger; nothing is done where no text has changed since.
        beside: A folder on a disk with room for some hundred bytes for each text.
    """
    if ledger.is_tied():
        return 0
    with ExitStack() as open_files:
        kept = _Kept(ledger, beside, open_files)
        kept.take()
        found = kept.found()
        with ledger.together():
            ledger.write_ties(kept.named(found))
    return len(found) // 3


class _Kept:
    """The texts, by what they are looked up by."""

    def __init__(self, ledger: Ledger, beside: Path, open_files: ExitStack) -> None:
        def files(count: int) -> list[BinaryIO]:
            return [open_files.enter_context(tempfile.TemporaryFile(dir=beside)) for _ in range(count)]

        self._ledger = ledger
        self._bands, self._runs, self._pairs = files(likeness.BANDS), files(_BUCKETS), files(_BUCKETS)
        self._names, self._words, self._counts = bytearray(), bytearray(), bytearray()
        self._joined: dict[int, int] = {}
        self._said, self._alike = lru_cache(_REMEMBERED)(self._to_compare), lru_cache(_REMEMBERED)(self._to_liken)

    def take(self) -> None:
        """Go through all texts once."""
        after = Digest("")
        while rows := self._ledger.texts_after(after, _AT_ONCE):
            after = rows[-1][0]
            first = len(self._names) // 32
            told_words = [words(text) for _, _, text in rows]
            for file, column in zip(self._bands, likeness.bands(told_words).T, strict=True):
                column.tofile(file)
            found = [
                quoting.looked_up(quoting.runs(_body(media, text)) if media == MESSAGE.media else quoting.runs_of(one))
                for (_, media, text), one in zip(rows, told_words, strict=True)
            ]
            counts = np.array([len(one) for one in found], np.int32)
            self._counts += counts.tobytes()
            told = np.zeros(int(counts.sum()), _LOOKED_UP)
            told["run"] = np.concatenate(found)
            told["text"] = np.repeat(np.arange(first, first + len(rows), dtype=np.int32), counts)
            _spill(told, told["run"], self._runs)
            self._names += b"".join(bytes.fromhex(content) for content, _, _ in rows)
            self._words += b"".join(digest_of(one)[:8] or bytes(8) for one in told_words)

    def found(self) -> "array[int]":
        """Every bond, as three numbers: which of `BY_TEXT`, and the texts it ties, that which quotes first."""
        words = np.frombuffer(self._words, np.uint64)
        _, place, which = np.unique(words, return_index=True, return_inverse=True)
        everything = np.arange(len(words))
        first = np.where(words == 0, everything, place[which])
        firsts = (first == everything) & (words != 0)
        found = array("i")
        for other in np.flatnonzero(first != everything).tolist():
            found.extend((BY_TEXT.index(SAME), other, int(first[other])))
        for one, other in self._near(firsts):
            found.extend((BY_TEXT.index(NEAR), other, one))
        for one, other in self._quoted(firsts):
            found.extend((BY_TEXT.index(QUOTES), one, other))
        return found

    def named(self, found: "array[int]") -> Iterator[tuple[str, Digest, Digest]]:
        """The same bonds, by their kinds and the digests of contents."""
        for kind, one, other in zip(found[::3], found[1::3], found[2::3], strict=True):
            yield BY_TEXT[kind], self._name(one), self._name(other)

    def _near(self, firsts: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
        pairs: Pairs = np.zeros(0, np.int64)
        for file in self._bands:
            column = _all(file, np.dtype(np.uint64))
            pairs = np.union1d(
                pairs, _together(column, np.flatnonzero(firsts & (column != 0)), _NEIGHBOURS, first=True)
            )
        for one, other in _by_later(pairs):
            # Two of one cluster need no second tie: what spreads reaches them both.
            if likeness.top(self._joined, one) != likeness.top(self._joined, other) and self._are_near(one, other):
                low, high = sorted((likeness.top(self._joined, one), likeness.top(self._joined, other)))
                self._joined[high] = low
                yield one, other

    def _are_near(self, one: int, other: int) -> bool:
        return likeness.share(self._alike(one), self._alike(other)) >= likeness.NEAR

    def _quoted(self, firsts: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
        for file in self._runs:
            told = _all(file, _LOOKED_UP)
            told = told[firsts[told["text"]]]
            held, times = np.unique(told["run"], return_counts=True)
            told = told[np.isin(told["run"], held[(times > 1) & (times <= _MOST_TOGETHER)])]
            pairs = _together(told["run"], np.arange(len(told)), _MOST_TOGETHER, first=False)
            one, other = told["text"][pairs >> 32], told["text"][pairs & 0xFFFFFFFF]
            low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other).astype(np.int64)
            _spill(((low << 32) | high)[low != high], high[low != high].astype(np.uint64), self._pairs)
        counts = np.frombuffer(self._counts, np.int32)
        for file in self._pairs:
            pairs, shared = np.unique(_all(file, np.dtype(np.int64)), return_counts=True)
            few = np.minimum(counts[pairs >> 32], counts[pairs & 0xFFFFFFFF])
            for one, other in _by_later(pairs[shared >= np.where(few > 2, 2, 1)]):  # noqa: PLR2004 - one may be chance
                if likeness.top(self._joined, one) != likeness.top(self._joined, other):
                    yield from self._which(one, other)

    def _which(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        """Which of the two quotes the other: one, both or none."""
        left, right = self._said(one), self._said(other)
        if quoting.quotes(left, right):
            yield one, other
        if quoting.quotes(right, left):
            yield other, one

    def _name(self, place: int) -> Digest:
        return Digest(self._names[32 * place : 32 * place + 32].hex())

    def _to_compare(self, place: int) -> Said:
        content = self._name(place)
        return said(_body(self._ledger.media(content), self._ledger.text(content)))

    def _to_liken(self, place: int) -> frozenset[str]:
        return frozenset(likeness.runs(self._ledger.text(self._name(place))))


def _body(media: str, text: str) -> str:
    """A text without the headers of a message, which are never quoted as they stand."""
    return text.partition("\n\n")[2] if media == MESSAGE.media else text


def _spill(told: NDArray[Any], by: NDArray[np.uint64], files: list[BinaryIO]) -> None:
    bucket = by % np.uint64(_BUCKETS)
    for number in np.unique(bucket).tolist():
        told[bucket == number].tofile(files[int(number)])


def _all(file: BinaryIO, kind: np.dtype[Any]) -> NDArray[Any]:
    file.seek(0)
    return np.fromfile(file, kind)


def _together(values: NDArray[np.uint64], among: NDArray[np.int64], neighbours: int, *, first: bool) -> Pairs:
    """Pairs of places with the same value: each with those that follow it, and with the first of all."""
    order = among[np.argsort(values[among], kind="stable")]
    told = values[order]
    found = [np.zeros(0, np.int64)]
    for step in range(1, min(neighbours, len(order) - 1) + 1):
        same = told[step:] == told[:-step]
        if not same.any():
            break
        found.append((order[:-step][same] << 32) | order[step:][same])
    if first and len(order):
        starts = np.flatnonzero(np.append(True, told[1:] != told[:-1]))
        start = order[starts[np.cumsum(np.append(True, told[1:] != told[:-1])) - 1]]
        found.append(((start << 32) | order)[start != order])
    return np.unique(np.concatenate(found))


def _by_later(pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Pairs in the order of the later, so that a text is read once for all."""
    one, other = pairs >> 32, pairs & 0xFFFFFFFF
    for place in np.lexsort((one, other)).tolist():
        yield int(one[place]), int(other[place])
