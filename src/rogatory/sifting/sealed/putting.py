"""A content on its way into the store: hashed with both digests, and written beside it, as its pieces come.

A small one is written when it is whole, and only if the store has it not: members of archives are the same again and
again, and a file that is made and taken away costs what ten questions cost.
"""

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
_HELD = 128 << 10
"""Bytes of a content that are kept in memory until it is whole."""


class Putting:
    """A content on its way: hashed and written as its pieces come."""

    def __init__(
        self,
        path: Path,
        known: Callable[[Digest], bool],
        written: Callable[[int, Path, Content], None],
        left: Callable[["Putting"], None],
    ) -> None:
        """Begin.

        Args:
            path: Where it is written.
            known: Whether a content is in the store already, or on its way; then it is let go.
            written: Told of it, still open, when it is whole.
            left: Told when it is whole, or will never be.
        """
        self._path, self._known, self._whole, self._left = path, known, written, left
        self._out: int | None = None
        self._held: list[bytes | memoryview] = []
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
        # What is no `bytes` may hold something else once the piece after the next has come.
        stays = not self._held or all(isinstance(one, bytes) for one in (*self._held, piece))
        if self._out is None and stays and sum(map(len, self._held)) + len(piece) < _HELD:
            self._held.append(piece)
            return
        self._written(self._opened(), piece, direct=direct)

    def _opened(self) -> int:
        """The file, with what was kept in memory until now."""
        if self._out is None:
            self._out = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
            held, self._held = self._held, []
            for piece in held:
                self._written(self._out, piece)
        return self._out

    def _written(self, out: int, piece: bytes | memoryview, *, direct: bool = False) -> None:
        rest = memoryview(piece)
        if direct and self._direct is None:
            self._past_the_cache(out, on=True)
        if self._direct:
            rest = self._written_past(out, rest)
        while rest:
            rest = rest[os.write(out, rest) :]

    def _written_past(self, out: int, piece: memoryview) -> memoryview:
        """Write whole blocks past the cache; what is left of the piece."""
        whole = len(piece) - len(piece) % _BLOCK
        try:
            while whole:
                count = os.write(out, piece[:whole])
                piece, whole = piece[count:], whole - count
                if count % _BLOCK:
                    break
        except OSError as error:
            if error.errno != EINVAL:  # not on this file system
                raise
        if piece:
            self._past_the_cache(out, on=False)
        return piece

    def _past_the_cache(self, out: int, *, on: bool) -> None:
        flags = fcntl.fcntl(out, fcntl.F_GETFL)
        try:
            fcntl.fcntl(out, fcntl.F_SETFL, flags | _PAST if on else flags & ~_PAST)
            self._direct = on and _PAST != 0
        except OSError:
            self._direct = False

    def finish(self) -> Content:
        """It is whole: it goes into the batch."""
        content = Content(Digest(self._first.hexdigest()), self._second.hexdigest(), self._size)
        if self._known(content.sha256):
            self.drop()
            return content
        self._whole(self._opened(), self._path, content)
        self._left(self)
        return content

    def drop(self) -> None:
        """It will never be whole, or is there: what was written of it is removed."""
        self._left(self)
        if self._out is not None:
            os.close(self._out)
            self._path.unlink()
