"""Names and values of a million items in columns: a digest is 32 bytes, and as a text four times as many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, cast, overload

import numpy as np
from numpy.typing import NDArray

from rogatory.material.provenance import Numbers

Raw = NDArray[np.uint8]
"""Digests, one a row of 32 bytes."""
N = TypeVar("N", bound=str)
V = TypeVar("V")
_BYTES = 32
_AT_ONCE = 4096


def raw_of(names: Iterable[str]) -> bytes:
    """Digests in hexadecimal digits as bytes, one behind the other.

    Raises:
        ValueError: One is none.
    """
    told = list(names)
    raw = bytes.fromhex("".join(told))
    if len(raw) != _BYTES * len(told):
        raise ValueError("the name of a content or an item is a digest of 64 hexadecimal digits")
    return raw


def rows_of(raw: bytes | bytearray) -> Raw:
    """The same as rows; they are not copied."""
    return np.frombuffer(raw, np.uint8).reshape(-1, _BYTES)


class Names(Sequence[N], Generic[N]):
    """Digests in their order, each once, and where each stands.

    Attributes:
        raw: Their bytes.
    """

    def __init__(self, raw: Raw) -> None:
        """Keep them.

        Args:
            raw: The digests; not copied.
        """
        self.raw = raw
        begins = _begins(raw)
        self._order = np.argsort(begins, kind="stable").astype(np.int32)
        self._sorted = begins[self._order]

    def __len__(self) -> int:
        return len(self.raw)

    @overload
    def __getitem__(self, place: int) -> N: ...
    @overload
    def __getitem__(self, place: slice) -> "Names[N]": ...
    def __getitem__(self, place: int | slice) -> "N | Names[N]":
        """The digest at a place."""
        if isinstance(place, slice):
            return Names(self.raw[place])
        return cast("N", self.raw[place].tobytes().hex())

    def __iter__(self) -> Iterator[N]:
        for start in range(0, len(self), _AT_ONCE):
            told = self.raw[start : start + _AT_ONCE].tobytes().hex()
            yield from (cast("N", told[at : at + 2 * _BYTES]) for at in range(0, len(told), 2 * _BYTES))

    def __contains__(self, name: object) -> bool:
        return self.find(name) >= 0

    def find(self, name: object) -> int:
        """Where a digest stands; -1: nowhere."""
        if not isinstance(name, str) or len(name) != 2 * _BYTES:
            return -1
        try:
            raw = bytes.fromhex(name)
        except ValueError:
            return -1
        place = self._find(raw)
        return place if raw.hex() == name else -1

    def find_all(self, raw: Raw) -> Numbers:
        """Where each of these digests stands; -1: nowhere."""
        if not len(self):
            return np.full(len(raw), -1, np.int32)
        begins = _begins(raw)
        at = np.minimum(np.searchsorted(self._sorted, begins), len(self) - 1)
        found = self._order[at]
        other = np.flatnonzero((self.raw[found] != raw).any(axis=1))
        # Of a million some begin alike, and somebody may have made more that do.
        found[other] = [
            self._find(raw[one].tobytes()) if self._sorted[at[one]] == begins[one] else -1 for one in other.tolist()
        ]
        return found

    def _find(self, raw: bytes) -> int:
        begins = np.frombuffer(raw, ">u4", 1).astype(np.uint32)
        first, last = (int(np.searchsorted(self._sorted, begins, side)[0]) for side in ("left", "right"))
        return next((p for p in self._order[first:last].tolist() if self.raw[p].tobytes() == raw), -1)


class Places(Mapping[str, int]):
    """The place of each digest by its name, in their order."""

    def __init__(self, names: Names[N]) -> None:
        """Look them up there."""
        self._names = names

    def __getitem__(self, name: str) -> int:
        place = self._names.find(name)
        if place < 0:
            raise KeyError(name)
        return place

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Column(Sequence[V], Generic[V]):
    """Values of items, of which many are the same: for each the number of its value."""

    def __init__(self, numbers: NDArray[np.signedinteger], values: Sequence[V], beside: V) -> None:
        """Keep them.

        Args:
            numbers: For each item the number of its value.
            values: The values.
            beside: The value of an item whose number is below zero.
        """
        self.numbers, self.values, self._beside = numbers, values, beside

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> V: ...
    @overload
    def __getitem__(self, place: slice) -> "Column[V]": ...
    def __getitem__(self, place: int | slice) -> "V | Column[V]":
        """The value at a place."""
        if isinstance(place, slice):
            return Column(self.numbers[place], self.values, self._beside)
        return self._value(int(self.numbers[place]))

    def __iter__(self) -> Iterator[V]:
        for start in range(0, len(self), _AT_ONCE):
            yield from map(self._value, self.numbers[start : start + _AT_ONCE].tolist())

    def _value(self, number: int) -> V:
        return self.values[number] if number >= 0 else self._beside


class Spans:
    """The rows of each number in a column, in their order."""

    def __init__(self, column: Numbers, count: int) -> None:
        """Sort them.

        Args:
            column: A number for each row; below zero: none.
            count: How many numbers there are.
        """
        held = np.flatnonzero(column >= 0).astype(np.int32)
        self._rows: Numbers = held[np.argsort(column[held], kind="stable")]
        self.count = np.bincount(column[held], minlength=count).astype(np.int32)
        self._first = np.cumsum(self.count, dtype=np.int64) - self.count

    def of(self, number: int) -> list[int]:
        """The rows of a number; below zero: none."""
        if number < 0:
            return []
        first = int(self._first[number])
        found: list[int] = self._rows[first : first + int(self.count[number])].tolist()
        return found

    def of_all(self, numbers: Numbers) -> Numbers:
        """The rows of several numbers, one after the other."""
        many = self.count[numbers]
        return self.at(np.repeat(numbers, many), within(many))

    def at(self, numbers: NDArray[np.signedinteger], place: NDArray[np.int64]) -> Numbers:
        """For each number the row at this place among its rows; after the last comes the first again."""
        found: Numbers = self._rows[self._first[numbers] + place % self.count[numbers]]
        return found


def within(counts: NDArray[np.signedinteger]) -> NDArray[np.int64]:
    """0, 1, 2 … anew for each count."""
    found: NDArray[np.int64] = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return found


def _begins(raw: Raw) -> NDArray[np.uint32]:
    return np.ascontiguousarray(raw[:, :4]).view(">u4").reshape(-1).astype(np.uint32)
