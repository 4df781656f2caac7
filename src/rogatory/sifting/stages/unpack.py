"""Unpack: the members of a container, sent out piece by piece, each an item of its own, within the budget.

A member's name is bytes and stays bytes. It never becomes a path: a name that leads outside (`../../x`), or an absolute
one, is kept as it is and marked. Links and devices in an archive are items without bytes; nothing follows them. What
goes beyond a limit ends there: the member is kept as unreadable with the reason, and the container is in state
`partial`.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import IO, Any

from rogatory.extraction import kinds
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.open_document import MEDIA as ODT
from rogatory.extraction.shortage import no_shortage
from rogatory.material.items import Kind, State
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages import mailbox
from rogatory.sifting.stages.subject import STATES, Ended, EndedError, Subject

PIECE = 1 << 20
_LARGEST_NAME = 64 * 1024
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_LOCKED = "It is encrypted: it needs its password."
_FAILS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
          NotImplementedError, KeyError, IndexError, OverflowError)  # fmt: skip
_OFFICE = "application/vnd.openxmlformats-officedocument."
_INSIDE = ("media/", "embeddings/", "afchunk")


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
        except (*_FAILS, EndedError, UnreadableError) as error:
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
        self.note(path, Kind.UNREADABLE, _LOCKED)

    def ended(self) -> Ended:
        """How unpacking ended."""
        facts = {"members": self._count, "volume": self._volume}
        if self.locked and self.locked == self._count:
            return Ended(State.ENCRYPTED, _LOCKED, facts)
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
        elif isinstance(error, UnreadableError):
            says = error.says
        else:
            no_shortage(error)
            says = f"It cannot be unpacked: it is damaged, or packed in a way not known here ({type(error).__name__})."
        self._subject.send({"lost": number, "says": says}, b"")
        self.lacks[says] += 1


def unpack(subject: Subject) -> Ended | None:
    """Take the members out of a container; None: it is none, as far as is known here."""
    walk = _WALKS.get(subject.media) or (_office if subject.media.startswith(_OFFICE) else None)
    if walk is None:
        return None
    members = Members(subject)
    try:
        walk(subject, members)
    except Spent:
        pass
    except UnreadableError as error:
        if not members.count:
            return Ended(STATES[error.state], error.says)
        members.lacks[error.says] += 1
    except _FAILS as error:
        no_shortage(error)
        says = f"It is damaged ({type(error).__name__})."
        if not members.count:
            return Ended(State.CRASH, says)
        members.lacks[says] += 1
    ended = members.ended()
    # A message, a letter, a table holds no members as a rule: that is nothing to look at.
    return None if ended.state is State.EMPTY and subject.media not in _CONTAINERS else ended


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a member, piece by piece."""
    while piece := file.read(PIECE):
        yield piece


def _zip(subject: Subject, members: Members) -> None:
    subject.file.seek(0)
    with zipfile.ZipFile(subject.file) as archive:
        for info in archive.infolist():
            name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "surrogateescape")
            if info.is_dir():
                members.note(name, Kind.FOLDER)
            elif (info.external_attr >> 28) == 0xA:  # noqa: PLR2004 - how Unix marks a link
                members.send(name, _zipped(archive, info), "It is a link; its bytes are where it leads.")
            elif info.flag_bits & _ENCRYPTED:
                members.lock(name)
            else:
                members.send(name, _zipped(archive, info))


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as file:
        yield from pieces_of(file)


def _office(subject: Subject, members: Members) -> None:
    """Pictures and files inside a file of office programs."""
    subject.file.seek(0)
    with zipfile.ZipFile(subject.file) as archive:
        for info in archive.infolist():
            if any(inside in info.filename.lower() for inside in _INSIDE) and not info.is_dir():
                members.send(info.filename.encode("utf-8", "surrogateescape"), _zipped(archive, info))


def _tar(subject: Subject, members: Members) -> None:
    subject.file.seek(0)
    with tarfile.open(fileobj=subject.file, mode="r:", errors="surrogateescape", encoding="utf-8") as archive:
        for info in archive:
            name = info.name.encode("utf-8", "surrogateescape")
            if info.isfile():
                file = archive.extractfile(info)
                members.send(name, pieces_of(file) if file else iter(()))
            elif info.isdir():
                members.note(name, Kind.FOLDER)
            elif info.issym() or info.islnk():
                leads = info.linkname.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                members.note(name, Kind.LINK, f"It leads to {leads}; it was not followed.")
            else:
                members.note(name, Kind.PIPE if info.isfifo() else Kind.DEVICE)


def _single(opened: Callable[..., Any]) -> Callable[[Subject, Members], None]:
    def walk(subject: Subject, members: Members) -> None:
        subject.file.seek(0)
        with opened(subject.file) as file:
            members.send(b"unpacked", pieces_of(file))

    return walk


def _seven(subject: Subject, members: Members) -> None:
    from rogatory.sifting.stages.seven import walk  # noqa: PLC0415 - an extra

    walk(subject, members)


def _found(subject: Subject, members: Members) -> None:
    """What the reader of its kind finds in it: attachments of a message, pictures in a text."""
    for inner in subject.found.inner:
        members.send(inner.name.encode("utf-8", "surrogateescape"), _opened(inner.opened), inner.held)


def _opened(opened: Callable[[], bytes]) -> Iterator[bytes]:
    data = opened()
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]


def _mbox(subject: Subject, members: Members) -> None:
    for number, message in enumerate(mailbox.of_mbox(subject)):
        members.send(b"%d" % number, message)


def _pst(subject: Subject, members: Members) -> None:
    for path, data in mailbox.of_pst(subject):
        members.send(path, iter((data,)))


def _msg(subject: Subject, members: Members) -> None:
    for path, data in mailbox.of_msg(subject):
        members.send(path, iter((data,)))


_WALKS: dict[str, Callable[[Subject, Members], None]] = {
    kinds.ZIP.media: _zip,
    kind_of.TAR: _tar,
    kind_of.GZIP: _single(gzip.open),
    kind_of.BZIP2: _single(bz2.open),
    kind_of.XZ: _single(lzma.open),
    kind_of.SEVEN: _seven,
    kind_of.MBOX: _mbox,
    kind_of.PST: _pst,
    kind_of.MSG: _msg,
    kinds.MESSAGE.media: _found,
    ODT: _found,
}
_CONTAINERS = frozenset(_WALKS) - {kind_of.MSG, kinds.MESSAGE.media, ODT}
