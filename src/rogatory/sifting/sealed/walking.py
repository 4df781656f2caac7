"""Walking through what is to be sealed: everything that is there, once, in an order that is always the same.

Names are bytes and never joined to a path that is opened, so none is too long and none leads elsewhere: each thing is
reached from its folder. Links are not followed, whatever lies at their ends; sockets, pipes and devices are not opened.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from rogatory.material.items import Kind

_OPEN = 128
"""How many folders are open at once; those above are left by and come back to through `..`."""
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_UNTOUCHED = getattr(os, "O_NOATIME", 0)
"""Reading leaves no trace in the file's last access, where the system allows that."""


class MovedError(Exception):
    """A folder was moved while it was walked through."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What lies in a place.

    Attributes:
        path: Where, byte for byte, with `/` between folders.
        kind: What it is.
        size: Its bytes as its folder tells; 0 for what is no file.
        modified: When it was last changed, in nanoseconds since 1970.
        target: Where a link leads.
        says: Why it cannot be read, in a sentence; empty where it can.
    """

    path: bytes
    kind: Kind
    size: int = 0
    modified: int | None = None
    target: bytes = b""
    says: str = ""


@dataclass
class _Level:
    """A folder on the way down: what is still to be seen in it, and which folder it is."""

    path: bytes
    names: list[bytes]
    descriptor: int | None
    which: tuple[int, int] = field(default=(0, 0))


class Walk:
    """Goes through a folder or a file. While a file's `Thing` is looked at, `open` opens it."""

    def __init__(self, source: bytes, name: bytes) -> None:
        """Begin.

        Args:
            source: Path of the folder or file.
            name: What it is called in the seizure.
        """
        self._source, self._name = source, name
        self._levels: list[_Level] = []
        self._here: tuple[int | None, bytes] = (None, source)

    def __iter__(self) -> Iterator[Thing]:
        try:
            yield from self._of(None, self._source, self._name)
            while self._levels:
                level = self._levels[-1]
                if level.names:
                    name = level.names.pop()
                    yield from self._of(level.descriptor, name, level.path + b"/" + name)
                else:
                    self._leave()
        finally:
            for level in self._levels:
                if level.descriptor is not None:
                    os.close(level.descriptor)

    def open(self) -> int:
        """The file that was come to last, as a descriptor to read from.

        Raises:
            OSError: It cannot be opened, or is no longer a file.
        """
        folder, name = self._here
        try:
            descriptor = os.open(name, _FILE | _UNTOUCHED, dir_fd=folder)
        except PermissionError:  # of somebody else's file the system may refuse to leave no trace
            descriptor = os.open(name, _FILE, dir_fd=folder)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise OSError(0, "It is no longer a file")
        return descriptor

    def _of(self, folder: int | None, name: bytes, path: bytes) -> Iterator[Thing]:
        self._here = folder, name
        try:
            found = os.stat(name, dir_fd=folder, follow_symlinks=False)
            kind = _kind(found.st_mode)
            target = os.readlink(name, dir_fd=folder) if kind is Kind.LINK else b""
        except OSError as error:
            yield Thing(path, Kind.UNREADABLE, says=words(error))
            return
        size = found.st_size if kind is Kind.FILE else 0
        if kind is Kind.FOLDER:
            try:
                self._enter(folder, name, path)
            except OSError as error:
                yield Thing(path, Kind.UNREADABLE, modified=found.st_mtime_ns, says=words(error))
                return
        yield Thing(path, kind, size, found.st_mtime_ns, target)

    def _enter(self, folder: int | None, name: bytes, path: bytes) -> None:
        try:
            descriptor = os.open(name, _FOLDER | _UNTOUCHED, dir_fd=folder)
        except PermissionError:
            descriptor = os.open(name, _FOLDER, dir_fd=folder)
        try:
            names = sorted(map(os.fsencode, os.listdir(descriptor)), reverse=True)  # noqa: PTH208 - open already
        except OSError:
            os.close(descriptor)
            raise
        found = os.fstat(descriptor)
        self._levels.append(_Level(path, names, descriptor, (found.st_dev, found.st_ino)))
        if len(self._levels) > _OPEN:
            above = self._levels[-1 - _OPEN]
            if above.descriptor is not None:
                os.close(above.descriptor)
                above.descriptor = None

    def _leave(self) -> None:
        level = self._levels.pop()
        above = self._levels[-1] if self._levels else None
        if above and above.descriptor is None:
            above.descriptor = os.open("..", _FOLDER, dir_fd=level.descriptor)
            found = os.fstat(above.descriptor)
            if (found.st_dev, found.st_ino) != above.which:
                raise MovedError(
                    f"{os.fsdecode(level.path)} was moved while it was sealed: seal again what is there now"
                )
        with suppress(OSError, TypeError):
            os.close(level.descriptor)  # type: ignore[arg-type] # the lowest level is always open


def words(error: OSError) -> str:
    """What the system said, as a sentence."""
    return f"{error.strerror or 'It cannot be read'}."


def _kind(mode: int) -> Kind:
    match stat.S_IFMT(mode):
        case stat.S_IFREG:
            return Kind.FILE
        case stat.S_IFDIR:
            return Kind.FOLDER
        case stat.S_IFLNK:
            return Kind.LINK
        case stat.S_IFSOCK:
            return Kind.SOCKET
        case stat.S_IFIFO:
            return Kind.PIPE
        case _:
            return Kind.DEVICE
