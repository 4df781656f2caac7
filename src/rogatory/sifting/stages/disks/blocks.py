"""A disk in blocks, each of which stands somewhere in a file, or is empty."""

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from io import RawIOBase
from itertools import accumulate
from typing import IO

from rogatory.material.items import State
from rogatory.sifting.stages.subject import EndedError

_PAGE = 1 << 16
_PAGES = 64
LARGEST_BLOCK = 256 << 20
"""Bytes of the largest block there is (VHDX)."""
_LARGEST_READ = 64 << 20
MOST_DEEP = 100
"""How deep folders are opened, in whatever file system."""
TOO_DEEP = f"Folders that lie deeper than {MOST_DEEP} others were not opened."
BROKEN = "A folder could not be read to its end: it is damaged."
"""What is said of folders that were not read whole."""

Find = Callable[[int], "int | bytes | None"]
"""Where a block stands in the file; its bytes, where they were packed; None: it is empty."""


class Source:
    """A file, read in pieces; short where it ends."""

    def __init__(self, file: IO[bytes] | RawIOBase, size: int) -> None:
        """Begin.

        Args:
            file: Its bytes.
            size: How many.
        """
        self._file, self.size = file, size
        self._page = lru_cache(maxsize=_PAGES)(lambda number: self.at(number * _PAGE, _PAGE))

    def at(self, offset: int, length: int) -> bytes:
        """The bytes from a place on; fewer where it ends before."""
        if not 0 <= offset < self.size or length <= 0:
            return b""
        self._file.seek(offset)
        return self._file.read(min(length, _LARGEST_READ, self.size - offset)) or b""

    def told(self, form: str, offset: int) -> int:
        """A number in a table.

        Raises:
            EndedError: The table does not stand in the file.
        """
        width = struct.calcsize(form)
        number, start = divmod(offset, _PAGE)
        found = self._page(number)[start : start + width] if 0 <= offset < self.size else b""
        if len(found) < width:
            found += self._page(number + 1)[: width - len(found)] if found else b""
        if len(found) < width:
            raise broken()
        (value,) = struct.unpack(form, found)
        return int(value)


@dataclass
class Disk:
    """A disk.

    Attributes:
        source: The file it stands in.
        size: Its bytes.
        block: Bytes of a block.
        find: Where a block stands.
        lacks: What of it is not read.
    """

    source: Source
    size: int
    block: int
    find: Find
    lacks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """See that blocks are of a size there may be.

        Raises:
            EndedError: They are not.
        """
        if not 512 <= self.block <= LARGEST_BLOCK or not 0 < self.size < 1 << 62:  # noqa: PLR2004 - a sector
            raise broken()

    def read(self, offset: int, length: int) -> bytes:
        """The bytes from a place on; fewer where the disk ends, or a block does not stand where it should."""
        pieces: list[bytes] = []
        end = min(offset + min(length, _LARGEST_READ), self.size)
        while offset < end:
            number, start = divmod(offset, self.block)
            count = min(self.block - start, end - offset)
            piece = self._piece(number, start, count)
            pieces.append(piece)
            if len(piece) < count:
                break
            offset += count
        return b"".join(pieces)

    def _piece(self, number: int, start: int, count: int) -> bytes:
        try:
            place = self.find(number)
        except EndedError:
            return b""
        if place is None:
            return bytes(count)
        return self.source.at(place + start, count) if isinstance(place, int) else place[start : start + count]


def chained(disks: list[Disk]) -> Disk:
    """A disk that goes on in others."""
    starts = list(accumulate((disk.size for disk in disks), initial=0))

    def find(number: int) -> bytes:
        at, end, pieces = number * _PAGE, min((number + 1) * _PAGE, starts[-1]), []
        while at < end:
            which = bisect_right(starts, at) - 1
            piece = disks[which].read(at - starts[which], min(end, starts[which + 1]) - at)
            pieces.append(piece)
            if not piece:
                break
            at += len(piece)
        return b"".join(pieces)

    lacks = [lack for disk in disks for lack in disk.lacks]
    return Disk(disks[0].source, starts[-1], _PAGE, lru_cache(maxsize=_PAGES)(find), lacks)


def broken() -> EndedError:
    """It says of itself what cannot be."""
    return EndedError(State.CRASH, "It is not built as an image of its kind is: it is damaged.")


def rests(on: str) -> EndedError:
    """It holds only what differs from another image."""
    named = f": {on[:300]}" if on else ""
    return EndedError(State.PARTIAL, f"It holds only what was changed since another image, on which it rests{named}.")


def letters(told: bytes, coding: str) -> str:
    """A name, up to its end."""
    return told.decode(coding, "replace").split("\0", 1)[0].strip()
