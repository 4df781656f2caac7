"""QCOW2, as QEMU keeps disks, and VDI, as VirtualBox does."""

import importlib
import struct
import zlib
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from rogatory.material.items import State
from rogatory.sifting.stages.disks.blocks import Disk, Source, broken, rests
from rogatory.sifting.stages.subject import EndedError

_PLACE = 0x00FFFFFFFFFFFE00
_PACKED, _ZEROED = 1 << 62, 1
_LAST = 3
"""The version there is now."""
_SMALLEST, _LARGEST = 9, 21
"""Bits of the size of a cluster."""
_ELSEWHERE, _PACKING, _PARTS = 4, 8, 16
"""Bytes in another file; packed in another way than once; clusters in parts."""
_ZSTANDARD = 1
_FORM = "Images of disks of this form are not opened: convert it to a raw image."
_MISSING = "It is packed by Zstandard: that needs the extra `images` of rogatory."
_EMPTY = 0xFFFFFFFE
_DIFFERENCING = 4


def _library() -> Any:  # noqa: ANN401 - it is another one by the version of Python
    """Zstandard of Python itself, or what stands in for it before 3.14; None: the extra `images` is not installed."""
    name = next((name for name in ("compression", "backports") if find_spec(name) and find_spec(f"{name}.zstd")), "")
    return importlib.import_module(f"{name}.zstd") if name else None


zstd = _library()


def of_qcow(source: Source) -> Disk:
    """A QCOW2 of version 2 or 3, as it was left last.

    Raises:
        EndedError: It is encrypted, damaged, of a form not known here, or rests on another image.
    """
    head = source.at(0, 112).ljust(112, b"\0")
    version, parent, named, bits, size, locked, count, table, snapshots = struct.unpack_from(">4xIQIIQIIQ12xI", head)
    if locked:
        raise EndedError(State.ENCRYPTED, "It is an encrypted disk: it needs its password or key.")
    if version not in (2, _LAST) or not _SMALLEST <= bits <= _LARGEST:
        raise EndedError(State.UNSUPPORTED, _FORM)
    more = int.from_bytes(head[72:80], "big") if version == _LAST else 0
    packing = head[104] if more & _PACKING else 0
    if more & (_ELSEWHERE | _PARTS) or packing > _ZSTANDARD:
        raise EndedError(State.UNSUPPORTED, _FORM)
    if packing and zstd is None:
        raise EndedError(State.UNSUPPORTED, _MISSING)
    unpack = _by_zstandard if packing else _by_deflate
    if parent:
        raise rests(source.at(parent, min(named, 1023)).decode("utf-8", "replace"))
    cluster, entries = 1 << bits, 1 << bits - 3

    def entry(number: int) -> int:
        upper, lower = divmod(number, entries)
        at = source.told(">Q", table + 8 * upper) & _PLACE if upper < count else 0
        return source.told(">Q", at + 8 * lower) if at else 0

    @lru_cache(maxsize=16)
    def unpacked(told: int) -> bytes:
        split = 62 - (bits - 8)
        at, sectors = told & (1 << split) - 1, (told & _PACKED - 1) >> split
        return unpack(source.at(at, (sectors + 1) * 512 - at % 512), cluster)

    def find(number: int) -> int | bytes | None:
        told = entry(number)
        if told & _PACKED:
            return unpacked(told)
        return None if told & _ZEROED and version == _LAST else told & _PLACE or None

    disk = Disk(source, size, cluster, find)
    if snapshots:
        disk.lacks.append(f"It holds {snapshots:,} earlier states of the disk too: the last alone was read.")
    return disk


def _by_deflate(data: bytes, size: int) -> bytes:
    try:
        return zlib.decompressobj(-12).decompress(data, size)
    except zlib.error as error:
        raise EndedError(State.CRASH, "It is damaged.") from error


def _by_zstandard(data: bytes, size: int) -> bytes:
    try:
        return bytes(zstd.ZstdDecompressor().decompress(data, size))
    except zstd.ZstdError as error:
        raise EndedError(State.CRASH, "It is damaged.") from error


def of_vdi(source: Source) -> Disk:
    """A VDI.

    Raises:
        EndedError: It is damaged, or rests on another image.
    """
    head = source.at(0, 400)
    if len(head) < 400:  # noqa: PLR2004 - its length
        raise broken()
    kind, table, data = struct.unpack_from("<76xI260xII", head)
    size, block, extra, count = struct.unpack_from("<368xQIII", head)
    if kind == _DIFFERENCING:
        raise rests("")

    def find(number: int) -> int | None:
        place = source.told("<I", table + 4 * number) if number < count else _EMPTY
        return None if place >= _EMPTY else data + extra + place * (block + extra)

    return Disk(source, size, block, find)
