"""Drawings of Windows (EMF, WMF): the words drawn in them."""

import struct
from collections.abc import Iterator
from contextlib import suppress

from rogatory.extraction.plain import decoded
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.subject import Subject

_WIDE, _NARROW, _SMALL, _COMMENT = 84, 83, 108, 70
_DRAW_STRING = 0x401C
_ONE_BYTE, _NO_BOX = 0x200, 0x100
_TEXT_OUT, _EXTENDED = 0x0521, 0x0A32
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_MOST = 1_000_000


def of_drawing(subject: Subject) -> str:
    """The words of a drawing, each run as it is drawn."""
    data = subject.data
    runs = _of_emf(data) if subject.media == kind_of.EMF else _of_wmf(data)
    return "\n".join(run for run in runs if run.strip())


def _of_emf(data: bytes) -> Iterator[str]:
    at = 0
    for _ in range(_MOST):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:  # noqa: PLR2004 - its head alone
            return
        with suppress(struct.error):
            yield from _record(kind, data[at : at + size])
        at += size


def _record(kind: int, body: bytes) -> Iterator[str]:
    if kind in (_WIDE, _NARROW):
        count, start = struct.unpack_from("<II", body, 44)
        text = body[start : start + count * (2 if kind == _WIDE else 1)]
        yield text.decode("utf-16-le", "replace") if kind == _WIDE else decoded(text).text
    elif kind == _SMALL:
        count, options = struct.unpack_from("<II", body, 16)
        start = 36 if options & _NO_BOX else 52
        narrow = options & _ONE_BYTE
        text = body[start : start + (count if narrow else 2 * count)]
        yield decoded(text).text if narrow else text.decode("utf-16-le", "replace")
    elif kind == _COMMENT and body[12:16] == b"EMF+":
        at = 16
        while at + 12 <= len(body):
            told, _, size, _ = struct.unpack_from("<HHII", body, at)
            if told == _DRAW_STRING:
                (count,) = struct.unpack_from("<I", body, at + 20)
                yield body[at + 40 : at + 40 + 2 * count].decode("utf-16-le", "replace")
            if size < 12:  # noqa: PLR2004 - its head alone
                return
            at += size


def _of_wmf(data: bytes) -> Iterator[str]:
    at = (22 if data.startswith(_PLACEABLE) else 0) + 18
    for _ in range(_MOST):
        if at + 6 > len(data):
            return
        size, kind = struct.unpack_from("<IH", data, at)
        if size < 3:  # noqa: PLR2004 - words of two bytes, its head alone
            return
        if kind == _TEXT_OUT and at + 8 <= len(data):
            (count,) = struct.unpack_from("<H", data, at + 6)
            yield decoded(data[at + 8 : at + 8 + count]).text
        elif kind == _EXTENDED and at + 14 <= len(data):
            count, options = struct.unpack_from("<HH", data, at + 10)
            start = at + 14 + (8 if options & 6 else 0)
            yield decoded(data[start : start + count]).text
        at += 2 * size
