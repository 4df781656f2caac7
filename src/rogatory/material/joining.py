"""Threads of messages, found by what each says of itself: those that hang together by identifiers are one."""

from array import array
from collections.abc import Iterator
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from rogatory.material.threads import Head

_AT_ONCE = 1 << 17


class Joining:
    """Finds what hangs together, message by message, in a few numbers for each however many they are."""

    def __init__(self) -> None:
        """Begin without a message."""
        self._own, self._one, self._other = array("Q"), array("i"), array("Q")

    def add(self, content: str, said: Head) -> None:
        """Add a message.

        Args:
            content: Its digest, which stands for it where it tells no identifier.
            said: What it says of itself.
        """
        self._own.append(_number(said.ident or f"content:{content}"))
        for name in said.answers:
            self._one.append(len(self._own) - 1)
            self._other.append(_number(name))

    def threads(self) -> Iterator[str]:
        """The thread of each message, in the order in which they were added: sixteen hexadecimal digits.

        It is the smallest number of an identifier in it, so it is the same in whatever order messages come.
        """
        names = np.unique(np.concatenate([_numbers(told) for told in (self._own, self._other)]))
        mine, other = (_places(names, told) for told in (self._own, self._other))
        one = mine[np.frombuffer(self._one, np.int32)]
        label, changed = np.arange(len(names), dtype=np.int32), True
        while changed:
            before = label.copy()
            for start in range(0, len(one), _AT_ONCE):
                from_, to = one[start : start + _AT_ONCE], other[start : start + _AT_ONCE]
                lowest = np.minimum(label[from_], label[to])
                np.minimum.at(label, label[from_], lowest)
                np.minimum.at(label, label[to], lowest)
            label = label[label]
            changed = not np.array_equal(label, before)
        for start in range(0, len(mine), _AT_ONCE):
            yield from (f"{number:016x}" for number in names[label[mine[start : start + _AT_ONCE]]].tolist())


def _numbers(told: "array[int]") -> NDArray[np.uint64]:
    return np.frombuffer(told, np.uint64)


def _places(names: NDArray[np.uint64], told: "array[int]") -> NDArray[np.int32]:
    """Where each stands among the names, which are in order; a part at a time, as looking up takes twice the room."""
    found = np.empty(len(told), np.int32)
    for start in range(0, len(found), _AT_ONCE):
        found[start : start + _AT_ONCE] = np.searchsorted(names, _numbers(told)[start : start + _AT_ONCE])
    return found


def _number(name: str) -> int:
    """The first 64 bits of its digest: enough to tell tens of millions of identifiers apart."""
    return int.from_bytes(sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big")
