"""VMDK, as VMware keeps disks: sparse, whole or packed (Virtual Disk Format 5.0)."""

import re
import struct
import zlib
from functools import lru_cache

from rogatory.material.items import State
from rogatory.sifting.stages.disks.blocks import Disk, Source, broken, rests
from rogatory.sifting.stages.subject import EndedError

_SECTOR, _HEAD = 512, "<4s2I4QI3Q5xH"
_AT_END = 0xFFFFFFFFFFFFFFFF
_PACKED, _ZEROED = 0x10000, 4
_LARGEST_GRAIN = 1 << 20
_LONGEST = 20 << 10
_CHANGED = re.compile(rb"^\s*parentCID\s*=\s*(?!ffffffff)[0-9a-f]+", re.IGNORECASE | re.MULTILINE)
_PARENT = re.compile(rb"^\s*parentFileNameHint\s*=\s*\"([^\"\r\n]*)\"", re.IGNORECASE | re.MULTILINE)


def of_vmdk(source: Source) -> Disk:
    """A sparse VMDK; of one in several files, this file of it.

    Raises:
        EndedError: It is damaged, packed in a way not known here, or rests on another image.
    """
    told = _head(source, 0)
    if told[9] == _AT_END:
        told = _head(source, source.size - 2 * _SECTOR)  # written as a stream: what was not known at first stands last
    _, _, flags, capacity, grain, text_at, text_size, count, _, folder, _, packing = told
    text = source.at(text_at * _SECTOR, min(text_size * _SECTOR, _LONGEST)) if text_at else b""
    if _CHANGED.search(text):
        on = _PARENT.search(text)
        raise rests(on[1].decode("utf-8", "replace") if on else "")
    size = grain * _SECTOR
    if not 0 < size <= _LARGEST_GRAIN or not 0 < count <= 1 << 16 or (flags & _PACKED and packing != 1):
        raise broken()

    def place(number: int) -> int:
        table = source.told("<I", folder * _SECTOR + 4 * (number // count))
        return source.told("<I", table * _SECTOR + 4 * (number % count)) if table else 0

    def find(number: int) -> int | None:
        at = place(number)
        return None if not at or (at == 1 and flags & _ZEROED) else at * _SECTOR

    @lru_cache(maxsize=16)
    def unpacked(number: int) -> bytes | None:
        at = find(number)
        return None if at is None else _grain(source, at, size)

    return Disk(source, capacity * _SECTOR, size, unpacked if flags & _PACKED else find)


def _head(source: Source, at: int) -> tuple[int, ...]:
    found = source.at(at, struct.calcsize(_HEAD))
    if len(found) < struct.calcsize(_HEAD) or not found.startswith(b"KDMV"):
        raise broken()
    return struct.unpack(_HEAD, found)


def _grain(source: Source, at: int, size: int) -> bytes:
    length = source.told("<I", at + 8)
    try:
        return zlib.decompressobj().decompress(source.at(at + 12, min(length, 2 * _LARGEST_GRAIN)), size)
    except zlib.error as error:
        raise EndedError(State.CRASH, "It is damaged.") from error
