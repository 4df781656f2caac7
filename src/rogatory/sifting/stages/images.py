"""Images of disks: the files of the file systems in them, read where the extra `images` is installed.

Nothing is mounted: a library reads the bytes of the image, in the cage; where blocks of a virtual machine's disk stand,
`disks` says. What was deleted is listed where the file system still tells its name, and not restored.
"""

import importlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from os import SEEK_END
from typing import Any

from rogatory.material.items import Kind, State
from rogatory.sifting.stages.disks import apfs
from rogatory.sifting.stages.disks.blocks import BROKEN, MOST_DEEP, TOO_DEEP, Disk, Source, chained
from rogatory.sifting.stages.disks.qcow import of_qcow, of_vdi
from rogatory.sifting.stages.disks.vhd import of_vhd, of_vhdx
from rogatory.sifting.stages.disks.vmdk import of_vmdk
from rogatory.sifting.stages.members import PIECE, Members
from rogatory.sifting.stages.subject import EndedError, Subject

RAW, EWF, VDI = "application/x-raw-disk-image", "application/x-ewf", "application/x-virtualbox-vdi"
VMDK, MAC, MAC_LOCKED = (
    "application/x-vmdk-disk",
    "application/x-apple-diskimage",
    "application/x-apple-diskimage-locked",
)
FIRST = {
    b"sprs\0\0\0\3": MAC,
    b"encrcdsa\0\0\0\2": MAC_LOCKED,
    b"conectix": "application/x-vhd-disk",
    b"vhdxfile": "application/x-vhdx-disk",
    b"KDMV": VMDK,
    b"QFI\xfb": "application/x-qemu-disk",
    b"LUKS\xba\xbe": "application/x-luks-volume",
}
"""First bytes of kinds that have any."""
_FORMS: dict[str, Callable[[Source], Disk]] = {
    "application/x-vhd-disk": of_vhd,
    "application/x-vhdx-disk": of_vhdx,
    VMDK: of_vmdk,
    "application/x-qemu-disk": of_qcow,
    VDI: of_vdi,
}
_VDI_AT, _VDI = 64, b"\x7f\x10\xda\xbe"
_MAC_ENDS, _MAC_LOCKED_ENDS = b"koly\0\0\0\4\0\0\2\0", b"cdsaencr"
LOCKED_VOLUMES = frozenset(("application/x-luks-volume", "application/x-bitlocker-volume", MAC_LOCKED))
_MISSING = "Images of disks need the extra `images` of rogatory."
_DELETED = "It was deleted; its bytes were not sought."
_VOLUME_LOCKED = "It is an encrypted volume: it needs its password or key."
_NO_SYSTEM = "It holds no file system that can be read here."
_STREAM = "It lay beside the file, in a stream of its own."
_PASSED = (b"$BadClus", b"$OrphanFiles", b".", b"..")
_SECTOR, _MARK = 512, b"\x55\xaa"


def _library(name: str) -> Any:  # noqa: ANN401 - they ship no types
    return importlib.import_module(name) if find_spec(name) else None


pytsk3, pyewf, pymodi = _library("pytsk3"), _library("pyewf"), _library("pymodi")
"""None where the extra `images` is not installed. They are loaded before the cage is closed."""


def recognised(head: bytes, size: int) -> str:
    """Which image of a disk it is; empty: none."""
    for first, media in FIRST.items():
        if head.startswith(first):
            return media
    if head[_VDI_AT : _VDI_AT + 4] == _VDI:
        return VDI
    if head[3:11] == b"-FVE-FS-":
        return "application/x-bitlocker-volume"
    boots = head[510:512] == _MARK and (
        head[3:11] in (b"NTFS    ", b"EXFAT   ") or head[54:57] == b"FAT" or head[82:87] == b"FAT32"
    )
    parted = head[510:512] == _MARK and (head[512:520] == b"EFI PART" or _parts(head, size))
    unix = head[1080:1082] == b"\x53\xef" and head[1024:1028] != bytes(4)
    apple = head[apfs.MARK_AT : apfs.MARK_AT + 4] == apfs.MARK
    mac = head[1024:1026] in (b"H+", b"HX") and head[1026:1028] in (b"\0\4", b"\0\5")
    return RAW if size >= 16 * _SECTOR and (boots or parted or unix or mac or apple) else ""


def of_mac(end: bytes) -> str:
    """Which image of macOS ends so, in its last 512 bytes; what stands first in one is that of a file in it, packed."""
    if end.startswith(_MAC_ENDS):
        return MAC
    return MAC_LOCKED if end.endswith(_MAC_LOCKED_ENDS) else ""


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
        EndedError: It is encrypted, damaged, rests on another image, or what reads such images is not installed.
    """
    if subject.media in LOCKED_VOLUMES:
        raise EndedError(State.ENCRYPTED, _VOLUME_LOCKED)
    if pytsk3 is None or (subject.media in (EWF, MAC) and {EWF: pyewf, MAC: pymodi}[subject.media] is None):
        raise EndedError(State.UNSUPPORTED, _MISSING)
    disk = _disk(subject)
    image = _image(disk)
    systems = locked = 0
    for name, start in _volumes(image):
        if _encrypted(disk.read(start, _SECTOR)):
            locked += 1
            members.note(name or b"volume", Kind.UNREADABLE, _VOLUME_LOCKED)
            continue
        try:
            if disk.read(start + apfs.MARK_AT, len(apfs.MARK)) == apfs.MARK:
                opened = apfs.walk(disk, start, name, members)
                systems, locked = systems + opened, locked + (not opened)
                continue
            system = pytsk3.FS_Info(image, offset=start)
        except OSError:
            members.note(name or b"volume", Kind.UNREADABLE, _NO_SYSTEM)
            continue
        systems += 1
        _folder(system, None, name, members, frozenset())
    if not systems and locked and members.count == members.lacks[_VOLUME_LOCKED]:
        raise EndedError(State.ENCRYPTED, _VOLUME_LOCKED)
    if not systems and members.count <= 1:
        raise EndedError(State.UNSUPPORTED, _NO_SYSTEM)
    for lack in disk.lacks:
        members.lacks[lack] += 1


def _disk(subject: Subject) -> Disk:
    """The disk an image is of."""
    if subject.media in (EWF, MAC):
        return _by_library(subject)
    pieces = subject.pieces.files if subject.pieces else ()
    if subject.media == VMDK and len(pieces) > 1:
        return chained([of_vmdk(Source(file, file.seek(0, SEEK_END))) for file in pieces])
    source = Source(subject.file, subject.size)
    form = _FORMS.get(subject.media)
    return form(source) if form else Disk(source, subject.size, PIECE, lambda number: number * PIECE)


def _by_library(subject: Subject) -> Disk:
    """EWF and images of macOS, of which a library says what stands where on the disk."""
    source = (pyewf if subject.media == EWF else pymodi).handle()
    try:
        if subject.media == EWF:
            source.open_file_objects(list(subject.pieces.files) if subject.pieces else [subject.file])
        else:
            source.open_file_object(subject.file)
            source.read_buffer_at_offset(_SECTOR, 0)  # what it cannot unpack it says when it is read
        size = source.get_media_size()
    except OSError as error:
        if "missing support" in str(error):
            raise EndedError(State.UNSUPPORTED, "It is packed in a way that is not known here.") from error
        raise EndedError(State.PARTIAL, "It is damaged, or a piece of it is missing.") from error

    def find(number: int) -> bytes:
        try:
            return bytes(source.read_buffer_at_offset(min(PIECE, size - number * PIECE), number * PIECE) or b"")
        except OSError:
            return b""

    return Disk(Source(subject.file, subject.size), size, PIECE, lru_cache(maxsize=8)(find))


def _image(disk: Disk) -> Any:  # noqa: ANN401
    """The image as the library asks for it: where, and how much."""

    class Image(pytsk3.Img_Info):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(url="", type=pytsk3.TSK_IMG_TYPE_EXTERNAL)

        def read(self, offset: int, length: int) -> bytes:
            return disk.read(offset, length)

        def get_size(self) -> int:
            return disk.size

    return Image()


def _encrypted(boot: bytes) -> bool:
    return boot[3:11] == b"-FVE-FS-" or boot.startswith(b"LUKS\xba\xbe")


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


def _folder(system: Any, node: int | None, path: bytes, members: Members, above: frozenset[int]) -> None:  # noqa: ANN401
    """Send what lies in a folder; one that cannot be read to its end is said, and the others are gone on with."""
    try:
        for entry in system.open_dir(path="/") if node is None else system.open_dir(inode=node):
            _entry(system, entry, path, members, above)
    except OSError:
        members.lacks[BROKEN] += 1


def _entry(system: Any, entry: Any, path: bytes, members: Members, above: frozenset[int]) -> None:  # noqa: ANN401
    told, meta = entry.info.name, entry.info.meta
    if told is None or told.name in _PASSED:
        return
    name = path + told.name
    if meta is None or told.flags != pytsk3.TSK_FS_NAME_FLAG_ALLOC:
        members.note(name, Kind.UNREADABLE, _DELETED)
    elif meta.type == pytsk3.TSK_FS_META_TYPE_DIR:
        members.note(name, Kind.FOLDER)
        if len(above) >= MOST_DEEP:
            members.lacks[TOO_DEEP] += 1
        elif meta.addr not in above:
            _folder(system, meta.addr, name + b"/", members, above | {meta.addr})
    elif meta.type == pytsk3.TSK_FS_META_TYPE_REG:
        members.send(name, _pieces(entry, meta.size))
        for stream in _beside(entry):
            members.send(name + b":" + stream.info.name, _pieces(entry, stream.info.size, stream), _STREAM)
    elif meta.type == pytsk3.TSK_FS_META_TYPE_LNK:
        members.note(name, Kind.LINK, "It is a link; it was not followed.")
    else:
        members.note(name, Kind.DEVICE)


def _beside(entry: Any) -> Iterator[Any]:  # noqa: ANN401
    """Streams with a name of their own, in which NTFS keeps bytes beside a file's; not what it keeps for itself."""
    for stream in entry:
        name = stream.info.name
        if stream.info.type == pytsk3.TSK_FS_ATTR_TYPE_NTFS_DATA and name and not name.startswith(b"$"):
            yield stream


def _pieces(entry: Any, size: int, stream: Any = None) -> Iterator[bytes]:  # noqa: ANN401
    which = (stream.info.type, stream.info.id) if stream else ()
    for start in range(0, size, PIECE):
        piece = entry.read_random(start, min(PIECE, size - start), *which)
        if not piece:
            raise OSError("it ends before its size")
        yield bytes(piece)
