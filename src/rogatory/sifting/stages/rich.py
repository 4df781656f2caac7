"""RTF: the objects and pictures that lie in it as letters, each a file of its own."""

import re
import struct
from collections.abc import Iterator

from rogatory.sifting.stages.compound import native
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.subject import Subject

_HEX = rb"\s*(?=(?:[0-9a-fA-F]\s*){16})([0-9a-fA-F\s]+)"
"""Sixteen letters of it or more."""
_OBJECT = re.compile(rb"\\objdata" + _HEX)
_PICTURE = re.compile(rb"\\(pngblip|jpegblip|emfblip|wmetafile\d*)(?:\s*\\[a-z*]+-?\d* ?|\{[^{}]*\})*" + _HEX)
_ENDINGS = {b"pngblip": b".png", b"jpegblip": b".jpg", b"emfblip": b".emf"}
_EMBEDDED = 2


def walk(subject: Subject, members: Members) -> None:
    """Send what is embedded."""
    for number, found in enumerate(_OBJECT.finditer(subject.data)):
        name, data = _object(_bytes(found[1]))
        if data:
            members.send(name or b"object %d" % number, of_bytes(data))
    for number, (ending, data) in enumerate(_pictures(subject.data)):
        members.send(b"picture %d%s" % (number, ending), of_bytes(data))


def _pictures(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for found in _PICTURE.finditer(data):
        yield _ENDINGS.get(found[1], b".wmf"), _bytes(found[2])


def _bytes(told: bytes) -> bytes:
    letters = b"".join(told.split())
    return bytes.fromhex(letters[: len(letters) & ~1].decode("ascii"))


def _object(data: bytes) -> tuple[bytes, bytes]:
    """An embedded object (MS-OLEDS 2.2.5): its name, where it has one, and its bytes; empty where it is linked."""
    try:
        _, form = struct.unpack_from("<II", data)
        at, names = 8, []
        for _ in range(3):
            (length,) = struct.unpack_from("<I", data, at)
            names.append(data[at + 4 : at + 4 + length].rstrip(b"\0"))
            at += 4 + length
        (size,) = struct.unpack_from("<I", data, at)
    except struct.error:
        return b"", b""
    if form != _EMBEDDED:
        return b"", b""
    inside = data[at + 4 : at + 4 + size]
    return native(struct.pack("<I", len(inside)) + inside) if names[0] == b"Package" else (b"", inside)
