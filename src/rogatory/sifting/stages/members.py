"""The members of a container, sent out piece by piece, and what they cost.

A member's name is bytes and stays bytes. It never becomes a path: a name that leads outside (`../../x`), or an absolute
one, is kept as it is and marked.
"""

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO

from rogatory.extraction.found import UnreadableError
from rogatory.extraction.shortage import no_shortage
from rogatory.material.items import Kind, State
from rogatory.sifting.stages.subject import Ended, EndedError, Subject

PIECE = 1 << 20
_LARGEST_NAME = 64 * 1024
LOCKED = "It is encrypted: it needs its password."
FAILS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
         NotImplementedError, KeyError, IndexError, OverflowError, struct.error)  # fmt: skip
"""What reading a damaged container may raise."""


class Spent(Exception):  # noqa: N818 - no error: the budget of the container is spent
    """Nothing more is unpacked from this container."""


class Members:
    """Sends members, and counts what they cost."""

    def __init__(self, subject: Subject) -> None:
        """Begin with nothing sent."""
        self._subject, self._count, self._volume = subject, 0, 0
        self._names: Counter[bytes] = Counter()
        self.lacks: Counter[str] = Counter()
        self.locked = 0

    @property
    def count(self) -> int:
        """How many were sent."""
        return self._count

    def send(self, path: bytes, pieces: Iterator[bytes], says: str = "") -> None:
        """Send a member with its bytes.

        Raises:
            Spent: The budget ends here.
        """
        number = self._begin(path, Kind.FILE, says)
        try:
            for piece in pieces:
                self._volume += len(piece)
                self._look(self._volume)
                self._subject.send({"piece": number}, piece)
        except Spent as spent:
            self._subject.send({"lost": number, "says": str(spent)}, b"")
            self.lacks[str(spent)] += 1
            raise
        except (*FAILS, EndedError, UnreadableError) as error:
            self._lost(number, error)
        else:
            self._subject.send({"end": number}, b"")

    def note(self, path: bytes, kind: Kind, says: str = "") -> None:
        """Send a member without bytes: a folder, a link, a device, or one that cannot be had."""
        self._begin(path, kind, says)
        if kind is Kind.UNREADABLE:
            self.lacks[says] += 1

    def lock(self, path: bytes) -> None:
        """Send a member that is encrypted."""
        self.locked += 1
        self.note(path, Kind.UNREADABLE, LOCKED)

    def ended(self) -> Ended:
        """How unpacking ended."""
        facts = {"members": self._count, "volume": self._volume}
        if self.locked and self.locked == self._count:
            return Ended(State.ENCRYPTED, LOCKED, facts)
        if self.lacks:
            says = " ".join(f"{reason} ({count:,})" if count > 1 else reason for reason, count in self.lacks.items())
            return Ended(State.PARTIAL, says[:2000], facts)
        return Ended(State.OK if self._count else State.EMPTY, "" if self._count else "Nothing is in it.", facts)

    def _begin(self, path: bytes, kind: Kind, says: str) -> int:
        budget = self._subject.budget
        if self._count >= budget.members:
            reason = f"No more than {budget.members:,} members are taken out of one container."
            self.lacks[reason] += 1
            raise Spent(reason)
        if len(path) > _LARGEST_NAME:
            path, says = path[:_LARGEST_NAME], f"{says} Its name is longer than is kept.".strip()
        if path.startswith((b"/", b"\\")) or b".." in path.replace(b"\\", b"/").split(b"/"):
            says = f"{says} Its name leads out of the container; it was not followed.".strip()
        ordinal, self._names[path] = self._names[path], self._names[path] + 1
        self._subject.send(
            {"member": self._count, "path": path.hex(), "ordinal": ordinal, "kind": kind.value, "says": says}, b""
        )
        self._count += 1
        return self._count - 1

    def _look(self, volume: int) -> None:
        budget = self._subject.budget
        if volume > budget.unpacked:
            raise Spent(f"More than {budget.unpacked:,} bytes are in it: the rest was not unpacked.")
        if volume > budget.free + budget.ratio * self._subject.size:
            raise Spent(f"It unpacks to more than {budget.ratio:,} times its size: the rest was not unpacked.")

    def _lost(self, number: int, error: Exception) -> None:
        if isinstance(error, EndedError):
            says = error.ended.says
            self.locked += error.ended.state is State.ENCRYPTED
        elif isinstance(error, UnreadableError):
            says = error.says
        else:
            no_shortage(error)
            says = f"It cannot be unpacked: it is damaged, or packed in a way not known here ({type(error).__name__})."
        self._subject.send({"lost": number, "says": says}, b"")
        self.lacks[says] += 1


def of_bytes(data: bytes) -> Iterator[bytes]:
    """The pieces of bytes that are all there."""
    return (data[start : start + PIECE] for start in range(0, len(data), PIECE))


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a member, piece by piece."""
    while piece := file.read(PIECE):
        yield piece
