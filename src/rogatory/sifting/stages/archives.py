"""Archives: ZIP, TAR, and files packed by themselves; with the extra `archives` also 7z, RAR, CAB, ISO and others.

Links and devices in an archive are items without bytes; nothing follows them. Nothing is written to a disk.
"""

import bz2
import gzip
import importlib
import lzma
import tarfile
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from ctypes import byref, c_longlong, c_size_t, c_void_p, string_at
from importlib.util import find_spec
from typing import Any

from rogatory.material.items import Kind, State
from rogatory.sifting.stages.members import LOCKED, PIECE, Members, pieces_of
from rogatory.sifting.stages.pieces import Together
from rogatory.sifting.stages.subject import EndedError, Subject

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_MISSING = "Archives of this kind need the extra `archives` of rogatory, and the library libarchive of the system."


def _library() -> Any:  # noqa: ANN401 - it ships no types
    """libarchive, where it is there; it is loaded before the cage is closed."""
    if not find_spec("libarchive"):
        return None
    try:
        return importlib.import_module("libarchive")
    except (OSError, TypeError, AttributeError):  # the Python part is installed, and what it calls is not
        return None


libarchive = _library()
_AT_END = 1


def of_zip(subject: Subject, members: Members) -> None:
    """A ZIP; where it is damaged, or packed in another way, as libarchive reads it, from its beginning on."""
    subject.file.seek(0)
    try:
        archive = zipfile.ZipFile(subject.file)
    except zipfile.BadZipFile:
        if libarchive is None:
            raise
        of_others(subject, members)
        members.lacks["It is damaged: there may be more in it."] += 1
        return
    with archive:
        _placed(archive, subject)
        if libarchive and any(info.compress_type not in _KNOWN for info in archive.infolist()):
            of_others(subject, members)
            return
        for info in archive.infolist():
            name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "surrogateescape")
            if info.filename.endswith("/"):  # `is_dir` fails over a member without a name
                members.note(name, Kind.FOLDER)
            elif (info.external_attr >> 28) == 0xA:  # noqa: PLR2004 - how Unix marks a link
                members.send(name, _zipped(archive, info), "It is a link; its bytes are where it leads.")
            elif info.flag_bits & _ENCRYPTED:
                members.lock(name)
            else:
                members.send(name, _zipped(archive, info))


def _placed(archive: zipfile.ZipFile, subject: Subject) -> None:
    """In a ZIP of several pieces each member says in which it begins, and where there."""
    if not (subject.pieces and isinstance(subject.file, Together) and subject.pieces.form == "zip"):
        return
    starts = subject.file.starts
    told = starts[bisect_right(starts, archive.start_dir) - 1]  # what was taken for the beginning of all
    for info in archive.infolist():
        if info.volume < len(starts):
            info.header_offset += starts[info.volume] - told


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as file:
        yield from pieces_of(file)


def of_office(wanted: tuple[str, ...]) -> Callable[[Subject, Members], None]:
    """Pictures and files inside a file of office programs: members whose names hold one of these words."""

    def walk(subject: Subject, members: Members) -> None:
        subject.file.seek(0)
        with zipfile.ZipFile(subject.file) as archive:
            for info in archive.infolist():
                if any(inside in info.filename.lower() for inside in wanted) and not info.filename.endswith("/"):
                    members.send(info.filename.encode("utf-8", "surrogateescape"), _zipped(archive, info))

    return walk


def of_tar(subject: Subject, members: Members) -> None:
    """A TAR."""
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
                members.note(name, Kind.LINK, _leads(info.linkname))
            else:
                members.note(name, Kind.PIPE if info.isfifo() else Kind.DEVICE)


def _leads(where: str) -> str:
    shown = where.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return f"It leads to {shown}; it was not followed."


def _single(opened: Callable[..., Any]) -> Callable[[Subject, Members], None]:
    def walk(subject: Subject, members: Members) -> None:
        subject.file.seek(0)
        with opened(subject.file) as file:
            members.send(b"unpacked", pieces_of(file))

    return walk


of_gzip, of_bzip2, of_xz = _single(gzip.open), _single(bz2.open), _single(lzma.open)


def of_zlib(subject: Subject, members: Members) -> None:
    """Bytes packed as ZIP packs them, with nothing around."""
    members.send(b"unpacked", _inflated(subject))


def _inflated(subject: Subject) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    subject.file.seek(0)
    while not unpacker.eof and (piece := unpacker.unconsumed_tail or subject.file.read(PIECE)):
        yield unpacker.decompress(piece, PIECE)
    if not unpacker.eof:
        raise EOFError


def of_others(subject: Subject, members: Members) -> None:
    """An archive of another kind, by libarchive: RAR, CAB, ISO, CPIO, LHA, XAR, AR, 7z.

    Raises:
        EndedError: The extra, or the library, is not installed; it is encrypted; or it is none.
    """
    _read(subject, members, "all", "none")


def of_packed(subject: Subject, members: Members) -> None:
    """A file packed by itself in another way: compress (`.Z`), Zstandard, LZ4, lzip.

    Raises:
        EndedError: As `of_others`.
    """
    _read(subject, members, "raw", "all")


def _read(subject: Subject, members: Members, form: str, filters: str) -> None:
    if libarchive is None:
        raise EndedError(State.UNSUPPORTED, _MISSING)
    subject.file.seek(0)
    try:
        # It reads and seeks in the open file, and leaves it open.
        reader, source = ((libarchive.stream_reader, subject.file) if isinstance(subject.file, Together)
                          else (libarchive.fd_reader, subject.file.fileno()))  # fmt: skip
        with reader(source, form, filters) as archive:
            for entry in archive:
                _other(entry, members)
    except libarchive.ArchiveError as error:
        if _locked(error) and not members.count:
            raise EndedError(State.ENCRYPTED, LOCKED) from error
        raise ValueError(str(error)) from error


def _locked(error: Exception) -> bool:
    return "ncrypt" in str(error) or "assphrase" in str(error)


def _other(entry: Any, members: Members) -> None:  # noqa: ANN401
    name = _name(entry)
    if entry.isdir:
        members.note(name, Kind.FOLDER)
    elif entry.issym or entry.islnk:
        members.note(name, Kind.LINK, _leads(str(entry.linkpath or "")))
    elif entry.isfifo or entry.ischr or entry.isblk or entry.issock:
        members.note(name, Kind.PIPE if entry.isfifo else Kind.DEVICE)
    else:
        members.send(name, _blocks(entry, members))


def _blocks(entry: Any, members: Members) -> Iterator[bytes]:  # noqa: ANN401
    """The bytes of a member, those too that are not what it says of them: the library's own way gives a buffer then."""
    place, size, offset, at, warned = c_void_p(), c_size_t(), c_longlong(), 0, False
    try:
        while True:
            size.value = 0
            told = libarchive.ffi.read_data_block(entry._archive_p, byref(place), byref(size), byref(offset))  # noqa: SLF001
            if told == _AT_END or (told < 0 and warned):
                return
            if told < 0:
                warned = True
                members.lacks["What is in it is not, byte for byte, what was packed."] += 1
            if not size.value or not place.value or offset.value < at:
                continue
            for start in range(at, offset.value, PIECE):  # a hole
                yield bytes(min(PIECE, offset.value - start))
            yield string_at(place.value, size.value)
            at = offset.value + size.value
    except libarchive.ArchiveError as error:
        if _locked(error):
            raise EndedError(State.ENCRYPTED, LOCKED) from error
        raise ValueError(str(error)) from error


def _name(entry: Any) -> bytes:  # noqa: ANN401
    """The name byte for byte; where it is told in letters alone, these in UTF-8."""
    raw = libarchive.ffi.entry_pathname(entry._entry_p)  # noqa: SLF001 - the names it gives otherwise are no bytes
    return raw if isinstance(raw, bytes) else str(entry.pathname or "").encode("utf-8", "surrogateescape")
