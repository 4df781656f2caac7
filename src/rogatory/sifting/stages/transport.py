"""`winmail.dat`: what Outlook wraps a message in that it sends to others (MS-OXTNEF), its text and what is attached."""

import struct
from collections.abc import Iterator

from rogatory.material.items import State
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.subject import EndedError, Subject

_TITLE, _DATA, _BEGINS, _BODY = 0x8010, 0x800F, 0x9002, 0x800C
_OF_MESSAGE, _OF_ATTACHED = 0x9003, 0x9005
_PLAIN, _RICH, _HTML, _LONG_NAME, _OBJECT = 0x1000, 0x1009, 0x1013, 0x3707, 0x3701
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_MANY, _STRING, _WIDE, _INSIDE, _BYTES = 0x1000, 0x1E, 0x1F, 0x0D, 0x102
_MOST = 100_000
_BEFORE = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What every packed text is taken to follow (MS-OXRTFCP 2.1.2.1)."""
_WINDOW, _MOST_TEXT = 4096, 64 << 20


def walk(subject: Subject, members: Members) -> None:
    """Send the text of the message and what is attached to it.

    Raises:
        EndedError: It is not built as one is.
    """
    name, data = b"", b""
    for number, body in _attributes(subject.data):
        if number == _BEGINS:
            _sent(members, name, data)
            name, data = b"", b""
        elif number == _TITLE:
            name = name or body.rstrip(b"\0")
        elif number == _DATA:
            data = body
        elif number == _BODY:
            members.send(b"body.txt", of_bytes(body.rstrip(b"\0")))
        elif number == _OF_MESSAGE:
            for ending, text in _texts(body):
                members.send(b"body" + ending, of_bytes(text))
        elif number == _OF_ATTACHED:
            name, inside = _attached(body, name)
            data = data or inside
    _sent(members, name, data)


def _sent(members: Members, name: bytes, data: bytes) -> None:
    if data:
        members.send(name or b"attachment", of_bytes(data))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    for _ in range(_MOST):
        if at + 9 > len(data):
            return
        level, number, length = struct.unpack_from("<BII", data, at)
        if level not in (1, 2):
            raise EndedError(State.CRASH, "It is not built as such a message is.")
        yield number & 0xFFFF, data[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for number, kind, value in _properties(data):
        if number == _RICH:
            yield b".rtf", unpacked(value)
        elif number == _HTML and kind == _BYTES:
            yield b".html", value
        elif number == _PLAIN:
            yield b".txt", value.decode("utf-16-le", "replace").encode() if kind == _WIDE else value


def _attached(data: bytes, name: bytes) -> tuple[bytes, bytes]:
    """The long name of what is attached, and its bytes where it is a message or an object."""
    inside = b""
    for number, kind, value in _properties(data):
        if number == _LONG_NAME:
            name = value.decode("utf-16-le", "replace").rstrip("\0").encode() if kind == _WIDE else value.rstrip(b"\0")
        elif number == _OBJECT and kind in (_INSIDE, _BYTES):
            inside = value[16:] if kind == _INSIDE else value  # what it is stands before it
    return name, inside


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Number, kind and value of each property; of one with several values, each. It ends where it makes no sense."""
    try:
        (count,) = struct.unpack_from("<I", data)
        at = 4
        for _ in range(min(count, _MOST)):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _named(data, at + 4) if number >= 0x8000 else at + 4  # noqa: PLR2004 - those have names of their own
            many, kind = kind & _MANY, kind & ~_MANY
            values = 1
            if many or kind not in _FIXED:
                (values,) = struct.unpack_from("<I", data, at)
                at += 4
            for _ in range(min(values, _MOST)):
                length = _FIXED.get(kind, 0)
                if kind not in _FIXED:
                    (length,) = struct.unpack_from("<I", data, at)
                    at += 4
                yield number, kind, data[at : at + length]
                at += length + -length % 4
    except struct.error:
        return


def _named(data: bytes, at: int) -> int:
    (form,) = struct.unpack_from("<I", data, at + 16)
    (length,) = struct.unpack_from("<I", data, at + 20)
    return at + 24 if form == 0 else at + 24 + length + -length % 4


def unpacked(data: bytes) -> bytes:
    """The RTF that a message of Outlook keeps packed; what there is of it where it is cut off."""
    if data[8:12] != b"LZFu":
        return data[16:]
    window, place, out, at = bytearray(_BEFORE.ljust(_WINDOW, b"\0")), len(_BEFORE), bytearray(), 16
    while at < len(data) and len(out) < _MOST_TEXT:
        flags, at = data[at], at + 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                begins, length = data[at] << 4 | data[at + 1] >> 4, (data[at + 1] & 15) + 2
                at += 2
                if begins == place:
                    return bytes(out)
                piece = range(begins, begins + length)
            else:
                if at >= len(data):
                    return bytes(out)
                window[place], at = data[at], at + 1
                piece = range(place, place + 1)
            for source in piece:
                window[place] = window[source % _WINDOW]
                out.append(window[place])
                place = (place + 1) % _WINDOW
    return bytes(out)
