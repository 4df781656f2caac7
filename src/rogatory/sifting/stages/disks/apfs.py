"""APFS, the file system of Apple since 2017, by a library of its own: pytsk3 does not reach The Sleuth Kit's reader."""

import importlib
import stat
from collections.abc import Iterator
from importlib.util import find_spec
from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from typing import Any

from rogatory.material.items import Kind
from rogatory.sifting.stages.disks.blocks import BROKEN, MOST_DEEP, TOO_DEEP, Disk
from rogatory.sifting.stages.members import PIECE, Members

pyfsapfs: Any = importlib.import_module("pyfsapfs") if find_spec("pyfsapfs") else None
"""None where the extra `images` is not installed."""
MARK_AT, MARK = 32, b"NXSB"
_MISSING = "It is an APFS volume: that needs the extra `images` of rogatory."
_LOCKED = "It is an encrypted volume: it needs its password or key."
_SPECIAL = {stat.S_IFIFO: Kind.PIPE, stat.S_IFLNK: Kind.LINK}


class Window(RawIOBase):
    """A partition of a disk, as a file."""

    def __init__(self, disk: Disk, start: int) -> None:
        """Begin where the partition does; it ends with the disk, as a file system tells itself how long it is."""
        self._disk, self._start, self._at = disk, start, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        """Go to a place."""
        self._at = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._disk.size - self._start}[whence] + offset
        return self._at

    def tell(self) -> int:
        """Where it is."""
        return self._at

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes; fewer where the disk ends."""
        found = self._disk.read(self._start + self._at, PIECE if size is None or size < 0 else size)
        self._at += len(found)
        return found


def walk(disk: Disk, start: int, name: bytes, members: Members) -> int:
    """Send the files of every volume in a container; how many volumes are not encrypted.

    Raises:
        OSError: It is damaged, or none.
    """
    if pyfsapfs is None:
        members.note(name or b"volume", Kind.UNREADABLE, _MISSING)
        return 1
    container = pyfsapfs.container()
    container.open_file_object(Window(disk, start))
    opened = 0
    for number in range(container.number_of_volumes):
        volume = container.get_volume(number)
        path = name + b"volume %d/" % (number + 1)
        if volume.is_locked():
            members.note(path, Kind.UNREADABLE, _LOCKED)
            continue
        opened += 1
        _folder(volume.root_directory, path, members, 0)
    return opened


def _folder(folder: Any, path: bytes, members: Members, depth: int) -> None:  # noqa: ANN401 - it ships no types
    for number in range(folder.number_of_sub_file_entries):
        try:
            entry = folder.get_sub_file_entry(number)
            name, mode, size = path + entry.name.encode("utf-8", "surrogateescape"), entry.file_mode, entry.size
        except OSError:
            members.lacks[BROKEN] += 1
            continue
        if stat.S_ISDIR(mode):
            members.note(name, Kind.FOLDER)
            if depth < MOST_DEEP:
                _folder(entry, name + b"/", members, depth + 1)
            else:
                members.lacks[TOO_DEEP] += 1
        elif stat.S_ISREG(mode):
            members.send(name, _pieces(entry, size))
        else:
            members.note(name, _SPECIAL.get(stat.S_IFMT(mode), Kind.DEVICE))


def _pieces(entry: Any, size: int) -> Iterator[bytes]:  # noqa: ANN401
    for start in range(0, size, PIECE):
        piece = entry.read_buffer_at_offset(min(PIECE, size - start), start)
        if not piece:
            raise OSError("it ends before its size")
        yield bytes(piece)
