"""The store of contents: each kept once, under its digest, read-only, and never half there.

A content is written beside the store, flushed to the disk, and only then gets its name. So what has a name is whole,
whenever the process or the machine stops. Names of files never become names here: nothing a file is called can lead
anywhere.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from hashlib import sha256
from itertools import count
from mmap import mmap
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import Any, BinaryIO

from blake3 import blake3

from rogatory.material.items import Content, Digest
from rogatory.sifting.sealed.putting import Putting

PIECE = 1 << 20
"""Bytes read at once: they are hashed twice and written while they are still in the cache."""
_MOST_FILES, _MOST_BYTES = 128, 256 << 20
"""After how many files, and bytes, a batch is flushed by itself."""
_MOST_OPEN = 256
"""Files of one store that are open at once, waiting to be flushed with others; a container may hold any number."""
_ONE_BY_ONE = 8
"""Up to how many files are flushed one by one."""
_DIRECT = 128 << 10
"""From how many bytes a file is written past the cache of the system."""
_NUMBERS = count()
"""Of the files that are on their way."""

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
        self._open, self._lock = 0, Lock()
        self._writing: set[Batch] = set()
        self._beside = folder

    def holds(self, more: int) -> bool:
        """Count files that are open on their way into it; whether there are as many as there may be."""
        with self._lock:
            self._open += more
            return self._open >= _MOST_OPEN

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

    def begun(self, batch: "Batch") -> Path:
        """The folder in which a batch writes: one for all that are at it, as making one costs what a file costs."""
        with self._lock:
            if not self._writing:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._beside = Path(mkdtemp(prefix="writing-", dir=self.folder))
            self._writing.add(batch)
            return self._beside

    def ended(self, batch: "Batch") -> None:
        """A batch writes nothing more; with the last one the folder goes."""
        with self._lock:
            if batch in self._writing and len(self._writing) == 1:
                with suppress(OSError):
                    self._beside.rmdir()
            self._writing.discard(batch)

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
        self._beside = store.begun(self)
        self._written: list[tuple[Path, Content]] = []
        self._open: list[int] = []
        self._here: set[Digest] = set()
        self._coming: set[Putting] = set()
        self._buffers: tuple[memoryview, memoryview] | None = None
        self._bytes = 0

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

    def _take(self, putting: Putting, read: Read) -> None:
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

    def begin(self) -> Putting:
        """Begin a content that comes piece by piece."""
        putting = Putting(self._beside / str(next(_NUMBERS)), self.knows, self.written, self.left)
        self._coming.add(putting)
        return putting

    def left(self, putting: Putting) -> None:
        """A content that began to come is whole, or will never be."""
        self._coming.discard(putting)

    def knows(self, digest: Digest) -> bool:
        """Whether a content is in the store already, or on its way into it by this batch."""
        return digest in self._here or digest in self._store

    def written(self, descriptor: int, path: Path, content: Content) -> None:
        """Take a content that was written beside the store."""
        self._here.add(content.sha256)
        self._written.append((path, content))
        self._bytes += content.size
        self._open.append(descriptor)
        if self._store.holds(1):
            self._settle()

    def absorb(self, other: "Batch") -> None:
        """Take over what was put into another batch of the store, and close that: both are flushed at once."""
        written, descriptors = other.hand_over()
        self._written += written
        self._open += descriptors
        other.close()

    def hand_over(self) -> tuple[list[tuple[Path, Content]], list[int]]:
        """Give away what was put in; the batch is then empty."""
        given = self._written, self._open
        self._written, self._open = [], []
        self._here = set()
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
        self._here = set()
        if not written:
            return
        self._settle()
        folders = set()
        for path, content in written:
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

    def _settle(self) -> None:
        """Bring what is open onto the disk; it is then named or removed by its path."""
        if self._open:
            _flush(self._open)
        self._let_go()

    def _let_go(self) -> None:
        for descriptor in self._open:
            os.close(descriptor)
        self._store.holds(-len(self._open))
        self._open = []

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
        self._let_go()
        for path, _ in self._written:
            path.unlink()
        self._written = []
        self._store.ended(self)


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
