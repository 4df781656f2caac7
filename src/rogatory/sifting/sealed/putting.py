"""A content on its way into the store: hashed with both digests, and written beside it, as its pieces come."""

import fcntl
import os
from collections.abc import Callable
from errno import EINVAL
from hashlib import sha256
from pathlib import Path

from blake3 import blake3

from rogatory.material.items import Content, Digest

_BLOCK = 4096
"""In what multiples a file is written past the cache of the system."""
_PAST = getattr(os, "O_DIRECT", 0)


class Putting:
    """A content on its way: hashed and written as its pieces come."""

    def __init__(
        self, path: Path, written: Callable[[int, Path, Content], None], left: Callable[["Putting"], None]
    ) -> None:
        """Begin.

        Args:
            path: Where it is written.
            written: Told of it, still open, when it is whole.
            left: Told when it is whole, or will never be.
        """
        self._path, self._whole, self._left = path, written, left
        self._out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
        self._first, self._second, self._size = sha256(), blake3(), 0
        self._direct: bool | None = None

    def write(self, piece: bytes | memoryview, *, direct: bool = False) -> None:
        """Take the next piece.

        Args:
            piece: Its bytes.
            direct: Whether they may go to the disk past the system's cache, which costs a third; they then begin at a
                page of memory.

        Raises:
            OSError: It could not be written.
        """
        self.hash(piece)
        self.keep(piece, direct=direct)

    def hash(self, piece: bytes | memoryview) -> None:
        """Take the next piece into the first digest; whoever does so has it kept too, in the same order."""
        self._first.update(piece)
        self._size += len(piece)

    def keep(self, piece: bytes | memoryview, *, direct: bool = False) -> None:
        """Take the next piece into the second digest, and write it, as `write` tells."""
        self._second.update(piece)
        rest = memoryview(piece)
        if direct and self._direct is None:
            self._past_the_cache(on=True)
        if self._direct:
            rest = self._written_past(rest)
        while rest:
            rest = rest[os.write(self._out, rest) :]

    def _written_past(self, piece: memoryview) -> memoryview:
        """Write whole blocks past the cache; what is left of the piece."""
        whole = len(piece) - len(piece) % _BLOCK
        try:
            while whole:
                count = os.write(self._out, piece[:whole])
                piece, whole = piece[count:], whole - count
                if count % _BLOCK:
                    break
        except OSError as error:
            if error.errno != EINVAL:  # not on this file system
                raise
        if piece:
            self._past_the_cache(on=False)
        return piece

    def _past_the_cache(self, *, on: bool) -> None:
        flags = fcntl.fcntl(self._out, fcntl.F_GETFL)
        try:
            fcntl.fcntl(self._out, fcntl.F_SETFL, flags | _PAST if on else flags & ~_PAST)
            self._direct = on and _PAST != 0
        except OSError:
            self._direct = False

    def finish(self) -> Content:
        """It is whole: it goes into the batch."""
        content = Content(Digest(self._first.hexdigest()), self._second.hexdigest(), self._size)
        self._whole(self._out, self._path, content)
        self._left(self)
        return content

    def drop(self) -> None:
        """It will never be whole: it is removed."""
        self._left(self)
        os.close(self._out)
        self._path.unlink()
