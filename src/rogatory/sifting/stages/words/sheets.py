"""Excel files of before 2007 (BIFF 2 to 8): words, numbers and names of sheets, as they stand in the records."""

import struct
from collections.abc import Iterator
from typing import Any

from rogatory.extraction.plain import decoded
from rogatory.material.items import State
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import EndedError, Subject

_CONTINUED, _ENCRYPTED, _SHEET, _SHARED, _NOTE, _DRAWN = 0x3C, 0x2F, 0x85, 0xFC, 0x1C, 0x1B6
_LABELS = frozenset((0x204, 0xD6))
_STRING, _OLD_LABEL, _NUMBER, _OLD_NUMBER, _SHORT, _SHORTS = 0x207, 0x04, 0x203, 0x03, 0x27E, 0xBD
_HEADS = frozenset((0x14, 0x15))
_EIGHT = 0x600
_BEGINS = frozenset((0x09, 0x209, 0x409, 0x809))
_MOST = 4_000_000


def of_sheets(subject: Subject) -> str:
    """What stands in the cells, one after the other.

    Raises:
        EndedError: It is encrypted, or not built as one is.
    """
    if subject.data.startswith(b"\xd0\xcf"):
        with compound.opened(subject) as file:
            path = next((path for path in file.listdir() if path[-1].lower() in ("workbook", "book")), None)
            if path is None:
                raise EndedError(State.CRASH, "No table stands where an Excel file has it.")
            data: Any = file.openstream(path).read()
    else:
        data = subject.data
    return "\n".join(found for found in _Records(data).texts() if found.strip())


class _Records:
    def __init__(self, data: bytes) -> None:
        self._data, self._at, self._eight = data, 0, True

    def _next(self) -> tuple[int, bytes] | None:
        if self._at + 4 > len(self._data):
            return None
        kind, length = struct.unpack_from("<HH", self._data, self._at)
        body = self._data[self._at + 4 : self._at + 4 + length]
        self._at += 4 + length
        return kind, body

    def texts(self) -> Iterator[str]:
        for _ in range(_MOST):
            found = self._next()
            if found is None:
                return
            kind, body = found
            if kind in _BEGINS:
                self._eight = kind == 0x809 and body[:2] == b"\0\x06"  # noqa: PLR2004 - the version in which letters became wide
            elif kind == _ENCRYPTED:
                raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
            else:
                try:
                    yield from self._of(kind, body)
                except (struct.error, IndexError):
                    continue

    def _of(self, kind: int, body: bytes) -> Iterator[str]:
        if kind == _SHARED:
            yield from self._shared(body)
        elif kind == _SHEET:
            yield self._text(body[7:], body[6])
        elif kind in _LABELS:
            yield self._text(body[8:], int.from_bytes(body[6:8], "little"))
        elif kind == _STRING or (kind in _HEADS and self._eight and body):
            yield self._text(body[2:], int.from_bytes(body[:2], "little"))
        elif kind == _OLD_LABEL:
            yield decoded(body[8 : 8 + body[7]]).text
        elif kind == _NOTE and not self._eight:
            yield decoded(body[6:]).text
        elif kind == _DRAWN:
            yield self._drawn()
        elif kind in (_NUMBER, _OLD_NUMBER):
            yield _number(struct.unpack_from("<d", body, 6 if kind == _NUMBER else 7)[0])
        elif kind == _SHORT:
            yield _short(*struct.unpack_from("<I", body, 6))
        elif kind == _SHORTS:
            yield "\t".join(_short(*struct.unpack_from("<I", body, at + 2)) for at in range(4, len(body) - 6, 6))

    def _text(self, data: bytes, count: int) -> str:
        if not self._eight:
            return decoded(data[:count]).text
        return (
            data[1 : 1 + 2 * count].decode("utf-16-le", "replace")
            if data[0] & 1
            else data[1 : 1 + count].decode("latin-1")
        )

    def _drawn(self) -> str:
        """The words of a note or a box, in the record after it."""
        at = self._at
        found = self._next()
        if found and found[0] == _CONTINUED and found[1]:
            return self._text(found[1], len(found[1]))
        self._at = at
        return ""

    def _shared(self, body: bytes) -> Iterator[str]:
        """The texts that cells share. One may go on in the next record, where how wide its letters are is told anew."""
        chunks = [body]
        while True:
            at = self._at
            found = self._next()
            if not found or found[0] != _CONTINUED:
                self._at = at
                break
            chunks.append(found[1])
        reader = _Chunks(chunks, 8)
        while (text := reader.text()) is not None:
            yield text


class _Chunks:
    def __init__(self, chunks: list[bytes], at: int) -> None:
        self._chunks, self._number, self._at = chunks, 0, at

    def _take(self, count: int) -> bytes:
        out = b""
        while len(out) < count and self._number < len(self._chunks):
            piece = self._chunks[self._number][self._at : self._at + count - len(out)]
            out += piece
            self._at += len(piece)
            if self._at >= len(self._chunks[self._number]):
                self._number, self._at = self._number + 1, 0
        return out

    def text(self) -> str | None:
        head = self._take(3)
        if len(head) < 3:  # noqa: PLR2004 - a length and how wide letters are
            return None
        count, form = struct.unpack("<HB", head)
        runs = int.from_bytes(self._take(2), "little") if form & 8 else 0
        more = int.from_bytes(self._take(4), "little") if form & 4 else 0
        out, left = [], count
        while left and self._number < len(self._chunks):
            width = 1 + (form & 1)
            here = min(left, (len(self._chunks[self._number]) - self._at) // width)
            if not here and self._at:
                self._take(1)
            before = self._number
            out.append(self._take(here * width).decode("utf-16-le" if width == 2 else "latin-1", "replace"))  # noqa: PLR2004
            left -= here
            if left and self._number > before:
                form = (self._take(1) or b"\0")[0]
            elif not here:
                break
        self._take(4 * runs + more)
        return "".join(out)


def _number(value: float) -> str:
    return f"{value:.10g}"


def _short(value: int) -> str:
    """A number in 30 bits: whole, or the upper half of a long one; perhaps a hundred times itself."""
    if value & 2:
        number: float = (value >> 2) - ((value & 0x80000000) >> 1)
    else:
        (number,) = struct.unpack("<d", bytes(4) + (value & 0xFFFFFFFC).to_bytes(4, "little"))
    return _number(number / 100 if value & 1 else number)
