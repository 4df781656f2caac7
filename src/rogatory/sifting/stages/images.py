"""Images of disks: the files of the file systems in them, read where the extra `images` is installed.

Nothing is mounted: a library reads the bytes of the image, in the cage. What was deleted is listed where the file
system still tells its name, and not restored.
"""

import importlib
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from rogatory.material.items import Kind, State
from rogatory.sifting.stages.members import PIECE, Members
from rogatory.sifting.stages.subject import EndedError, Subject

RAW, EWF = "application/x-raw-disk-image", "application/x-ewf"
OTHERS = {
    b"conectix": "application/x-vhd-disk",
    b"vhdxfile": "application/x-vhdx-disk",
    b"KDMV": "application/x-vmdk-disk",
    b"QFI\xfb": "application/x-qemu-disk",
    b"LUKS\xba\xbe": "application/x-luks-volume",
}
"""First bytes of kinds that are known and not opened."""
LOCKED_VOLUMES = frozenset(("application/x-luks-volume", "application/x-bitlocker-volume"))
_MISSING = "Images of disks need the extra `images` of rogatory."
_DELETED = "It was deleted; its bytes were not sought."
_PASSED = (b"$BadClus", b"$OrphanFiles", b".", b"..")
_SECTOR, _MARK = 512, b"\x55\xaa"
_MOST_DEEP = 100


def _library(name: str) -> Any:  # noqa: ANN401 - they ship no types
    return importlib.import_module(name) if find_spec(name) else None


pytsk3, pyewf = _library("pytsk3"), _library("pyewf")
"""None where the extra `images` is not installed. They are loaded before the cage is closed."""


def recognised(head: bytes, size: int) -> str:
    """Which image of a disk it is; empty: none."""
    for first, media in OTHERS.items():
        if head.startswith(first):
            return media
    if head[3:11] == b"-FVE-FS-":
        return "application/x-bitlocker-volume"
    boots = head[510:512] == _MARK and (
        head[3:11] in (b"NTFS    ", b"EXFAT   ") or head[54:57] == b"FAT" or head[82:87] == b"FAT32"
    )
    parted = head[510:512] == _MARK and (head[512:520] == b"EFI PART" or _parts(head, size))
    unix = head[1080:1082] == b"\x53\xef" and head[1024:1028] != bytes(4)
    mac = head[1024:1026] in (b"H+", b"HX") and head[1026:1028] in (b"\0\4", b"\0\5")
    return RAW if size >= 16 * _SECTOR and (boots or parted or unix or mac) else ""


def _parts(head: bytes, size: int) -> bool:
    """Whether a table of partitions stands there, and each lies within the image."""
    found = 0
    for at in range(446, 510, 16):
        status, kind = head[at], head[at + 4]
        start, count = (int.from_bytes(head[at + place : at + place + 4], "little") for place in (8, 12))
        if status not in (0, 0x80):
            return False
        if kind:
            found += 1
            if not start or not count or (start + 1) * _SECTOR > size:
                return False
    return found > 0


def walk(subject: Subject, members: Members) -> None:
    """Send the files of every file system in an image.

    Raises:
        EndedError: It is encrypted, of a kind that is not opened, or what reads such images is not installed.
    """
    if subject.media in LOCKED_VOLUMES:
        raise EndedError(State.ENCRYPTED, "It is an encrypted volume: it needs its password or key.")
    if subject.media not in (RAW, EWF):
        raise EndedError(State.UNSUPPORTED, "Images of disks of this kind are not opened: convert it to a raw image.")
    if pytsk3 is None or (subject.media == EWF and pyewf is None):
        raise EndedError(State.UNSUPPORTED, _MISSING)
    image = _image(subject)
    systems = 0
    for name, start in _volumes(image):
        try:
            system = pytsk3.FS_Info(image, offset=start)
        except OSError:
            members.note(name or b"volume", Kind.UNREADABLE, "It holds no file system that can be read here.")
            continue
        systems += 1
        _folder(system, system.open_dir(path="/"), name, members, frozenset())
    if not systems and not members.count:
        raise EndedError(State.UNSUPPORTED, "It holds no file system that can be read here.")


def _image(subject: Subject) -> Any:  # noqa: ANN401
    """The image as the library asks for it: where, and how much."""
    if subject.media == EWF:
        source = pyewf.handle()
        try:
            source.open_file_objects([subject.file])
            size = source.get_media_size()
        except OSError as error:
            raise EndedError(State.PARTIAL, "It is one of several pieces of an image, or damaged.") from error
    else:
        source, size = subject.file, subject.size

    class Image(pytsk3.Img_Info):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(url="", type=pytsk3.TSK_IMG_TYPE_EXTERNAL)

        def read(self, offset: int, length: int) -> bytes:
            source.seek(offset)
            return bytes(source.read(min(length, max(0, size - offset))) or b"")

        def get_size(self) -> int:
            return int(size)

    return Image()


def _volumes(image: Any) -> Iterator[tuple[bytes, int]]:  # noqa: ANN401
    """Name and start of each partition in use; one without name where the image is a file system by itself."""
    try:
        table = list(pytsk3.Volume_Info(image))
    except OSError:
        yield b"", 0
        return
    used = [part for part in table if part.flags == pytsk3.TSK_VS_PART_FLAG_ALLOC]
    for number, part in enumerate(used, 1):
        yield b"partition %d/" % number, part.start * _SECTOR


def _folder(system: Any, folder: Any, path: bytes, members: Members, above: frozenset[int]) -> None:  # noqa: ANN401
    for entry in folder:
        told, meta = entry.info.name, entry.info.meta
        if told is None or told.name in _PASSED:
            continue
        name = path + told.name
        if meta is None or told.flags != pytsk3.TSK_FS_NAME_FLAG_ALLOC:
            members.note(name, Kind.UNREADABLE, _DELETED)
        elif meta.type == pytsk3.TSK_FS_META_TYPE_DIR:
            members.note(name, Kind.FOLDER)
            if meta.addr not in above and len(above) < _MOST_DEEP:
                inside = system.open_dir(inode=meta.addr)
                _folder(system, inside, name + b"/", members, above | {meta.addr})
        elif meta.type == pytsk3.TSK_FS_META_TYPE_REG:
            members.send(name, _pieces(entry, meta.size))
        elif meta.type == pytsk3.TSK_FS_META_TYPE_LNK:
            members.note(name, Kind.LINK, "It is a link; it was not followed.")
        else:
            members.note(name, Kind.DEVICE)


def _pieces(entry: Any, size: int) -> Iterator[bytes]:  # noqa: ANN401
    for start in range(0, size, PIECE):
        piece = entry.read_random(start, min(PIECE, size - start))
        if not piece:
            raise OSError("it ends before its size")
        yield bytes(piece)
