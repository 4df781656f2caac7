"""Visio files of before 2013: what stands as words in their streams, names of styles and fonts among it.

Each stream is named by a pointer in another, and packed by itself; nothing describes the form in full, so the words are
taken as they stand once it is unpacked.
"""

import struct
from collections.abc import Iterator
from typing import Any

from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import Subject
from rogatory.sifting.stages.words.plainly import short_words

_VERSION, _TRAILER = 0x1A, 0x24
_SIX = 6
_PACKED = 2
_WINDOW, _SHIFTED = 4096, 18
_BITS = tuple(1 << bit for bit in range(8))
_ALL = 0xFF
"""Flags of eight bytes that stand as they are."""
_MOST_STREAMS, _MOST_POINTERS, _MOST_BYTES = 20_000, 10_000, 64 << 20


def of_plans(subject: Subject) -> str:
    """The words of its streams, each once."""
    with compound.opened(subject) as file:
        path = next((path for path in file.listdir() if path[-1].lower() == "visiodocument"), None)
        data: Any = file.openstream(path).read() if path else b""
    found = (word for stream in _streams(data) for word in short_words(stream))
    return "\n".join(dict.fromkeys(found))


def _streams(data: bytes) -> Iterator[bytes]:
    (version,) = struct.unpack_from("<H", data, _VERSION)
    waiting, seen, volume = [_pointer(data, _TRAILER, version)], set[tuple[int, int]](), 0
    while waiting and len(seen) < _MOST_STREAMS and volume < _MOST_BYTES:
        kind, form, start, length = waiting.pop()
        if (start, length) in seen or not 0 < length <= len(data) - start:
            continue
        seen.add((start, length))
        stream = data[start : start + length]
        if form & _PACKED:
            stream = _unpacked(stream)[4:]
        volume += len(stream)
        yield stream
        if kind == 20 or form in (0x1D, 0x1E) or 0x50 <= form < 0x60:  # noqa: PLR2004 - what holds pointers
            waiting += _pointers(stream, kind, version)


def _pointer(data: bytes, at: int, version: int) -> tuple[int, int, int, int]:
    """Kind, form, place and length of a stream."""
    if version >= _SIX:
        kind, start, length, form = struct.unpack_from("<I4xIIH", data, at)
    else:
        kind, form, start, length = struct.unpack_from("<HH4xII", data, at)
        kind &= 0xFF
        form &= 0xFF
    return kind, form, start, length


def _pointers(stream: bytes, kind: int, version: int) -> list[tuple[int, int, int, int]]:
    try:
        if version >= _SIX:
            (at,) = struct.unpack_from("<I", stream)
            (count,) = struct.unpack_from("<I", stream, at)
            at, size = at + 8, 18
        else:
            at = {0x1D: 30, 0x4E: 30, 0x1E: 54, 0x14: 130}.get(kind, 10)
            (count,) = struct.unpack_from("<H", stream, at)
            at, size = at + 2, 16
        last = min(count, _MOST_POINTERS, (len(stream) - at) // size)
        return [_pointer(stream, at + number * size, version) for number in range(last)]
    except struct.error:
        return []


def _unpacked(data: bytes) -> bytes:
    """Bytes packed by repeating what stood in the last four thousand, or zeros before there were as many."""
    out, at = bytearray(_WINDOW), 0
    try:
        while at < len(data) and len(out) < _MOST_BYTES:
            flags, at = data[at], at + 1
            if flags == _ALL:
                out += data[at : at + 8]
                at += 8
                continue
            for bit in _BITS:
                if flags & bit:
                    out.append(data[at])
                    at += 1
                else:
                    first, second = data[at], data[at + 1]
                    at += 2
                    length = len(out)
                    back = (length - (first | (second & 0xF0) << 4) - _SHIFTED) % _WINDOW or _WINDOW
                    start, count = length - back, (second & 15) + 3
                    out += out[start : start + count] if count <= back else (out[start:] * (count // back + 1))[:count]
    except IndexError:  # that was the end
        pass
    return bytes(out[_WINDOW:])
