"""VHD and VHDX, as Microsoft's virtual machines keep disks (Virtual Hard Disk Image Format 1.0; MS-VHDX)."""

import struct
from uuid import UUID

from rogatory.sifting.stages.disks.blocks import Disk, Source, broken, letters, rests

_SECTOR = 512
_MIB = 1 << 20
_DYNAMIC, _DIFFERENCING = 3, 4
_EMPTY = 0xFFFFFFFF
_HEADERS, _REGIONS = (64 << 10, 128 << 10), (192 << 10, 256 << 10)
_TABLE, _ABOUT = UUID("2dc27766-f623-4200-9d64-115e9bfd4a08"), UUID("8b7ca206-4790-4b9a-b8fe-575f050f886e")
_FORM, _SIZE = UUID("caa16737-fa36-4d43-b3b6-33f0aa44e76b"), UUID("2fa54224-cd1b-4876-b211-5dbed83bf4b8")
_UNIT, _PARENT = UUID("8141bf1d-a96f-4709-ba47-f233a8faab5f"), UUID("a8d35f2d-b30b-454d-abf7-d3d84834ab0c")
_MOST = 2047
"""Entries of the tables of a VHDX."""
_PRESENT = (6, 7)


def of_vhd(source: Source) -> Disk:
    """A VHD that grows; one of fixed size is a raw image with some words after it.

    Raises:
        EndedError: It is damaged, or rests on another image.
    """
    foot = source.at(0, _SECTOR)
    if len(foot) < _SECTOR:
        raise broken()
    head_at, size, kind = struct.unpack_from(">16xQ24xQ4xI", foot)
    head = source.at(head_at, 1024)
    if head[:8] != b"cxsparse" or len(head) < 1024:  # noqa: PLR2004 - its length
        raise broken()
    if kind == _DIFFERENCING:
        raise rests(letters(head[64:576], "utf-16-be"))
    table, count, block = struct.unpack_from(">16xQ4xII", head)
    if kind != _DYNAMIC or not block or block % _SECTOR:
        raise broken()
    before = -(-block // _SECTOR // 8 // _SECTOR) * _SECTOR or _SECTOR

    def find(number: int) -> int | None:
        place = source.told(">I", table + 4 * number) if number < count else _EMPTY
        return None if place == _EMPTY else place * _SECTOR + before

    return Disk(source, size, block, find)


def of_vhdx(source: Source) -> Disk:
    """A VHDX, as it was last written; what stands in its log alone is not read, and said.

    Raises:
        EndedError: It is damaged, or rests on another image.
    """
    heads = [head for at in _HEADERS if (head := source.at(at, 80))[:4] == b"head" and len(head) == 80]  # noqa: PLR2004
    if not heads:
        raise broken()
    last = max(heads, key=lambda head: int.from_bytes(head[8:16], "little"))
    regions = _entries(source, _REGIONS, b"regi", "<8xI4x", "<16sQI4x")
    about = regions.get(_ABOUT, 0)
    told = _entries(source, (about,), b"metadata", "<10xH20x", "<16sII8x")
    if not {_FORM, _SIZE, _UNIT} <= set(told) or _TABLE not in regions:
        raise broken()
    block, flags = source.told("<I", about + told[_FORM]), source.told("<I", about + told[_FORM] + 4)
    if flags & 2:
        raise rests(_parent(source, about + told[_PARENT]) if _PARENT in told else "")
    unit, size = source.told("<I", about + told[_UNIT]), source.told("<Q", about + told[_SIZE])
    if not _MIB <= block <= 256 * _MIB or unit not in (512, 4096):
        raise broken()
    chunk = max(1, (unit << 23) // block)

    def find(number: int) -> int | None:
        entry = source.told("<Q", regions[_TABLE] + 8 * (number + number // chunk))
        return (entry >> 20) * _MIB if entry & 7 in _PRESENT else None

    disk = Disk(source, size, block, find)
    if any(last[48:64]):
        disk.lacks.append("It was not closed as it should be: what stands in its log alone was not read.")
    return disk


def _entries(source: Source, places: tuple[int, ...], mark: bytes, head: str, entry: str) -> dict[UUID, int]:
    """Where each part stands, by its name."""
    for place in places:
        told = source.at(place, struct.calcsize(head))
        if len(told) < struct.calcsize(head) or not told.startswith(mark):
            continue
        (count,) = struct.unpack(head, told)
        size = struct.calcsize(entry)
        table = source.at(place + len(told), min(count, _MOST) * size)
        whole = table[: len(table) // size * size]
        return {UUID(bytes_le=name): at for name, at, _ in struct.iter_unpack(entry, whole)}
    return {}


def _parent(source: Source, at: int) -> str:
    """The path of the image it rests on, as it stands there."""
    count = int.from_bytes(source.at(at + 18, 2), "little")
    for number in range(min(count, 100)):
        entry = source.at(at + 20 + 12 * number, 12)
        if len(entry) == 12:  # noqa: PLR2004 - where name and value stand
            key, value, long_key, long_value = struct.unpack("<IIHH", entry)
            if letters(source.at(at + key, long_key), "utf-16-le") in ("relative_path", "absolute_win32_path"):
                return letters(source.at(at + value, long_value), "utf-16-le")
    return ""
