"""Archives for which no library stands ready: ARJ, and WARC, in which crawlers keep pages of the web."""

import re
from collections.abc import Iterator

from rogatory.material.items import Kind
from rogatory.sifting.stages.members import PIECE, Members
from rogatory.sifting.stages.subject import Subject

ARJ, WARC = "application/x-arj", "application/warc"
_MARK = b"\x60\xea"
_LOCKED, _ABOUT, _FOLDER = 1, 2, 3
_LONGEST = 2600
_NAME_AT = 4
_HEAD = 64 << 10
_FIELD = re.compile(rb"^([A-Za-z-]+):[ \t]*([^\r\n]*)", re.MULTILINE)
_WANTED = (b"response", b"resource", b"conversion")


def of_arj(subject: Subject, members: Members) -> None:
    """An ARJ: its members' names, and the bytes of those that are not packed."""
    at = 0
    while True:
        subject.file.seek(at)
        head = subject.file.read(_NAME_AT + _LONGEST) or b""
        size = int.from_bytes(head[2:4], "little")
        if not head.startswith(_MARK) or not size:
            return
        if size > _LONGEST or len(head) < _NAME_AT + size:
            raise EOFError
        told = head[_NAME_AT : _NAME_AT + size]
        at += _NAME_AT + size + 4
        more = int.from_bytes(_read(subject, at, 2), "little")
        at += 2 + (more + 4 if more else 0)
        flags, form, kind = told[4], told[5], told[6]
        packed = int.from_bytes(told[12:16], "little")
        name = told[told[0] :].split(b"\0", 1)[0]
        if kind == _ABOUT:
            continue
        if kind == _FOLDER:
            members.note(name, Kind.FOLDER)
        elif flags & _LOCKED:
            members.lock(name)
        elif form:
            members.note(name, Kind.UNREADABLE, "It is packed in a way not known here.")
        else:
            members.send(name, _part(subject, at, packed))
        at += packed


def of_warc(subject: Subject, members: Members) -> None:
    """A WARC: what was answered to each request, without the heads of the answers."""
    at = 0
    while at < subject.size:
        head = _read(subject, at, _HEAD)
        lead = len(head) - len(head.lstrip(b"\r\n"))
        end = head.find(b"\r\n\r\n", lead)
        if not head[lead:].startswith(b"WARC/") or end < 0:
            if not head[lead:]:
                return
            raise ValueError("no record stands there")
        told = {name.lower(): value.strip() for name, value in _FIELD.findall(head[lead:end])}
        start, length = at + end + 4, int(told.get(b"content-length", b"0"))
        if told.get(b"warc-type", b"").lower() in _WANTED:
            name = told.get(b"warc-target-uri", b"").strip(b"<>") or told.get(b"warc-record-id", b"record")
            answer = _read(subject, start, min(length, _HEAD))
            skip = answer.find(b"\r\n\r\n") + 4 if answer.startswith(b"HTTP/") and b"\r\n\r\n" in answer else 0
            members.send(name, _part(subject, start + skip, length - skip))
        at = start + max(0, length)


def _read(subject: Subject, at: int, count: int) -> bytes:
    subject.file.seek(at)
    return subject.file.read(count) or b""


def _part(subject: Subject, at: int, count: int) -> Iterator[bytes]:
    while count > 0:
        piece = _read(subject, at, min(PIECE, count))
        if not piece:
            raise EOFError
        yield piece
        at, count = at + len(piece), count - len(piece)
