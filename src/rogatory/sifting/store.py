"""The store of contents: each kept once, under its digest, read-only, and never half there.

A content is written beside the store, flushed to the disk, and only then gets its name. So what has a name is whole,
whenever the process or the machine stops. Names of files never become names here: nothing a file is called can lead
anywhere.
"""

import ctypes
import fcntl
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from errno import EINVAL
from functools import cached_property, partial
from hashlib import sha256
from mmap import mmap
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

from blake3 import blake3

from rogatory.material.items import Content, Digest

PIECE = 1 << 20
"""Bytes read at once: they are hashed twice and written while they are still in the cache."""
_MOST_FILES, _MOST_BYTES = 128, 256 << 20
"""After how many files, and bytes, a batch is flushed by itself."""
_ONE_BY_ONE = 8
"""Up to how many files are flushed one by one."""
_DIRECT, _BLOCK = 128 << 10, 4096
"""From how many bytes a file is written past the cache of the system, and in what multiples."""
_PAST = getattr(os, "O_DIRECT", 0)

Read = Callable[[memoryview], int]
"""Fills a buffer from its start and tells how many bytes it put there; 0: there are no more."""


class DamagedError(Exception):
    """A content in the store has not the bytes its name tells."""


class SourceError(Exception):
    """What is to be read could not be read to its end.

    Attributes:
        error: What the system said.
    """

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(str(error))


class Store:
    """A folder of contents.

    Attributes:
        folder: Where it is.
    """

    def __init__(self, folder: Path) -> None:
        """Open it; the first content makes it."""
        self.folder = folder

    def path(self, digest: Digest) -> Path:
        """Where a content is kept, or would be."""
        return self.folder / digest[:2] / digest

    def __contains__(self, digest: Digest) -> bool:
        return self.path(digest).exists()

    def open(self, digest: Digest) -> BinaryIO:
        """A content, to be read.

        Raises:
            FileNotFoundError: It is not in the store.
        """
        return self.path(digest).open("rb", buffering=0)

    def check(self, content: Content) -> None:
        """Read a content again and compare it with both digests and its size.

        Raises:
            DamagedError: It is not what its name tells, or gone.
        """
        try:
            with self.open(content.sha256) as file:
                found = _hashed(of_descriptor(file.fileno()))
        except (OSError, SourceError) as error:
            raise DamagedError(f"content {content.sha256} cannot be read: {error}") from error
        if found != content:
            raise DamagedError(f"content {content.sha256} was changed: it has now the digest {found.sha256}")

    def remove(self, digest: Digest) -> bool:
        """Take a content away for good; whether it was there. The folder is flushed, so that it does not come back."""
        path = self.path(digest)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return True

    @contextmanager
    def batch(self) -> Iterator["Batch"]:
        """Put contents in together: flushing many at once costs hardly more than flushing one."""
        batch = self.new_batch()
        try:
            yield batch
            batch.flush()
        finally:
            batch.close()

    def new_batch(self) -> "Batch":
        """A batch that whoever has it flushes and closes."""
        return Batch(self)

    def sweep(self) -> None:
        """Remove what was being written when an earlier process ended; no other may be writing now."""
        for left in self.folder.glob("writing-*"):
            for file in left.iterdir():
                file.unlink()
            left.rmdir()


class Batch:
    """Contents on their way into the store; they are in it after `flush`."""

    def __init__(self, store: Store) -> None:
        """Begin."""
        self._store = store
        store.folder.mkdir(parents=True, exist_ok=True)
        self._beside = Path(mkdtemp(prefix="writing-", dir=store.folder))
        self._folders = [self._beside]
        self._written: list[tuple[int, Path, Content]] = []
        self._coming: set[Putting] = set()
        self._buffers: tuple[memoryview, memoryview] | None = None
        self._bytes = self._begun = 0

    @property
    def full(self) -> bool:
        """Whether it is time to flush."""
        return len(self._written) >= _MOST_FILES or self._bytes >= _MOST_BYTES

    def put(self, read: Read) -> Content:
        """Read a content to its end, once, and write it beside the store.

        Raises:
            SourceError: It could not be read to its end; what was written of it is gone.
            OSError: It could not be written, as where the disk is full.
        """
        putting = self.begin()
        try:
            self._take(putting, read)
        except BaseException:
            putting.drop()
            raise
        return putting.finish()

    def _take(self, putting: "Putting", read: Read) -> None:
        """Take what is read; a whole piece gets its second digest and is written while the next is read and hashed."""
        # At the beginning of a page of memory.
        self._buffers = filling, writing = self._buffers or (memoryview(mmap(-1, PIECE)), memoryview(mmap(-1, PIECE)))
        behind: Future[None] | None = None
        try:
            while count := read(filling):
                piece = filling[:count]
                putting.hash(piece)
                if behind:
                    behind.result()
                keep = partial(putting.keep, piece, direct=count >= _DIRECT)
                behind = self._writer.submit(keep) if count == PIECE else keep()
                filling, writing = writing, filling
        finally:
            if behind:
                behind.result()

    def begin(self) -> "Putting":
        """Begin a content that comes piece by piece."""
        self._begun += 1
        putting = Putting(self, self._beside / str(self._begun))
        self._coming.add(putting)
        return putting

    def left(self, putting: "Putting") -> None:
        """A content that began to come is whole, or will never be."""
        self._coming.discard(putting)

    def written(self, descriptor: int, path: Path, content: Content) -> None:
        """Take a content that was written beside the store."""
        self._written.append((descriptor, path, content))
        self._bytes += content.size

    def absorb(self, other: "Batch") -> None:
        """Take over what was put into another batch, so that both are flushed at once."""
        written, folders = other.hand_over()
        self._written += written
        self._folders += folders

    def hand_over(self) -> tuple[list[tuple[int, Path, Content]], list[Path]]:
        """Give away what was put in, and where it lies; the batch is then empty."""
        given = self._written, self._folders
        self._written, self._folders = [], []
        return given

    def put_bytes(self, data: bytes) -> Content:
        """Put a content in that is in memory."""
        rest = memoryview(data)

        def read(buffer: memoryview) -> int:
            nonlocal rest
            count = min(len(buffer), len(rest))
            buffer[:count], rest = rest[:count], rest[count:]
            return count

        return self.put(read)

    def flush(self) -> None:
        """Bring what was put in onto the disk, and give each content its name."""
        written, self._written, self._bytes = self._written, [], 0
        if not written:
            return
        _flush([descriptor for descriptor, _, _ in written])
        folders = set()
        for descriptor, path, content in written:
            os.close(descriptor)
            final = self._store.path(content.sha256)
            if final.exists():
                path.unlink()
                continue
            if final.parent not in folders:
                final.parent.mkdir(exist_ok=True)
                folders |= {final.parent, self._store.folder}
            path.rename(final)
        opened = [os.open(folder, os.O_RDONLY | os.O_DIRECTORY) for folder in folders]
        try:
            _flush(opened)
        finally:
            for descriptor in opened:
                os.close(descriptor)

    @cached_property
    def _writer(self) -> ThreadPoolExecutor:
        """Begun with the first content that is larger than a piece."""
        return ThreadPoolExecutor(1, "writing")

    def close(self) -> None:
        """Remove what was not flushed."""
        if "_writer" in self.__dict__:
            self._writer.shutdown()
        for putting in list(self._coming):
            putting.drop()
        for descriptor, path, _ in self._written:
            os.close(descriptor)
            path.unlink()
        self._written = []
        for folder in self._folders:
            with suppress(OSError):
                folder.rmdir()


class Putting:
    """A content on its way: hashed and written as its pieces come."""

    def __init__(self, batch: Batch, path: Path) -> None:
        """Begin."""
        self._batch, self._path = batch, path
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
        self._batch.written(self._out, self._path, content)
        self._batch.left(self)
        return content

    def drop(self) -> None:
        """It will never be whole: it is removed."""
        self._batch.left(self)
        os.close(self._out)
        self._path.unlink()


def of_descriptor(descriptor: int) -> Read:
    """Reads from an open file; what it gives raises `SourceError` where the file cannot be read on."""

    def read(buffer: memoryview) -> int:
        try:
            return os.readv(descriptor, [buffer])
        except OSError as error:
            raise SourceError(error) from error

    return read


def _hashed(read: Read) -> Content:
    first, second, size = sha256(), blake3(), 0
    buffer = memoryview(bytearray(PIECE))
    while count := read(buffer):
        first.update(buffer[:count])
        second.update(buffer[:count])
        size += count
    return Content(Digest(first.hexdigest()), second.hexdigest(), size)


def _flush(descriptors: list[int]) -> None:
    """Bring files and folders of one file system onto the disk.

    Many are brought there by one call of the whole file system, where Linux has it: that costs half. It tells of errors
    since Linux 5.8.

    Raises:
        OSError: They could not be written.
    """
    if len(descriptors) > _ONE_BY_ONE and _SYNC is not None:
        if _SYNC(descriptors[0]):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        return
    for descriptor in descriptors:
        os.fsync(descriptor)


_SYNC: Any = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
