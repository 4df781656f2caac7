"""Pieces of an image or an archive, read as one file."""

import io
import os
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


class Together(io.RawIOBase):
    """Files one after the other, as one that is read and sought in.

    Attributes:
        starts: Where each begins.
        size: Bytes of all.
    """

    def __init__(self, files: tuple[io.FileIO, ...]) -> None:
        """Begin at the start of the first."""
        *self.starts, self.size = accumulate((os.fstat(file.fileno()).st_size for file in files), initial=0)
        self._files, self._at = files, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place."""
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        if begin + offset < 0:
            raise OSError("before the beginning")
        self._at = begin + offset
        return self._at

    def tell(self) -> int:
        """Where it is."""
        return self._at

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override] # narrower than the library's
        """Fill a buffer up to the end of a piece; how many bytes there were."""
        if self._at >= self.size:
            return 0
        number = bisect_right(self.starts, self._at) - 1
        file = self._files[number]
        file.seek(self._at - self.starts[number])
        count = file.readinto(buffer) or 0
        self._at += count
        return count

    def read(self, size: int | None = -1, /) -> bytes:
        """As many bytes as there are up to so many, across pieces; all that are left where it is not said how many."""
        end = self.size if size is None or size < 0 else min(self._at + size, self.size)
        out = bytearray(max(0, end - self._at))
        view, count = memoryview(out), 0
        while count < len(out) and (more := self.readinto(view[count:])):
            count += more
        return bytes(view[:count])


@dataclass
class Pieces:
    """What a content is a piece of.

    Attributes:
        form: By what that is known.
        of: The name of the piece under which all is read.
        files: The pieces, in their order, where this is that one.
        own: The number of this one among them.
        missing: The name of the first that is missing; empty: none is, as far as names tell.
        after: The name that one more would have.
    """

    form: str
    of: str
    files: tuple[io.FileIO, ...] = ()
    own: int = 0
    missing: str = ""
    after: str = ""

    @property
    def follows(self) -> bool:
        """Whether it is read under another one."""
        return not self.files
