"""Threads of messages, found by what each says of itself: those that hang together by identifiers are one."""

from array import array
from collections.abc import Iterator
from hashlib import sha256

import numpy as np

from rogatory.material.threads import Head


class Joining:
    """Finds what hangs together, message by message, in a few numbers for each however many they are."""

    def __init__(self) -> None:
        """Begin without a message."""
        self._own, self._one, self._other = array("Q"), array("Q"), array("Q")

    def add(self, content: str, said: Head) -> None:
        """Add a message.

        Args:
            content: Its digest, which stands for it where it tells no identifier.
            said: What it says of itself.
        """
        own = _number(said.ident or f"content:{content}")
        self._own.append(own)
        for name in said.answers:
            self._one.append(own)
            self._other.append(_number(name))

    def threads(self) -> Iterator[str]:
        """The thread of each message, in the order in which they were added: sixteen hexadecimal digits.

        It is the smallest number of an identifier in it, so it is the same in whatever order messages come.
        """
        own, one, other = (np.frombuffer(numbers, dtype=np.uint64) for numbers in (self._own, self._one, self._other))
        names, places = np.unique(np.concatenate([own, one, other]), return_inverse=True)
        mine, from_, to = np.split(places, [len(own), len(own) + len(one)])
        label, before = np.arange(len(names)), None
        while before is None or not np.array_equal(label, before):
            before = label.copy()
            lowest = np.minimum(label[from_], label[to])
            np.minimum.at(label, before[from_], lowest)
            np.minimum.at(label, before[to], lowest)
            label = label[label]
        return (f"{number:016x}" for number in names[label[mine]].tolist())


def _number(name: str) -> int:
    """The first 64 bits of its digest: enough to tell tens of millions of identifiers apart."""
    return int.from_bytes(sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big")
