"""Excel files of before 2007 (BIFF 2 to 8): words, numbers, days and names of sheets, as they stand in the records."""

import re
import struct
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from rogatory.extraction.plain import decoded
from rogatory.material.items import State
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import EndedError, Subject

_CONTINUED, _ENCRYPTED, _SHEET, _SHARED, _NOTE, _DRAWN = 0x3C, 0x2F, 0x85, 0xFC, 0x1C, 0x1B6
_LABELS = frozenset((0x204, 0xD6))
_STRING, _OLD_LABEL, _NUMBER, _OLD_NUMBER, _SHORT, _SHORTS = 0x207, 0x04, 0x203, 0x03, 0x27E, 0xBD
_FORMULAS, _TRUTH = frozenset((0x06, 0x206, 0x406)), 0x205
_REACH, _LOOK, _FORM, _COUNTS_FROM = 0x200, 0xE0, 0x41E, 0x22
_TELL = frozenset((_LOOK, _FORM, _COUNTS_FROM))
_HEADS = frozenset((0x14, 0x15))
_KNOWN = _LABELS | _FORMULAS | _HEADS | {
    _SHEET, _STRING, _OLD_LABEL, _NOTE, _DRAWN, _NUMBER, _OLD_NUMBER, _TRUTH, _SHORT, _SHORTS,
}  # fmt: skip
"""Records in which words or numbers stand; most others are passed over."""
_TWO = 0x09
_BEGINS = frozenset((_TWO, 0x209, 0x409, 0x809))
_MOST = 4_000_000
_MOST_LAID_OUT = 1_000_000
"""Cells of one table that are laid out one beside the other, blank ones too, as kreuzberg does in 32 bytes for each."""
_REACHES = re.compile(rb"\0\x02\x0e\0(?=(.{12}))", re.DOTALL)
"""The rows and columns that a table says it reaches from and to (MS-XLS 2.4.90)."""
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Forms of numbers that need not be told, and are days and hours (MS-XLS 2.4.126)."""
_SHOWN_AS_IT_IS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|general', re.IGNORECASE)
_OF_DAYS = re.compile("[dmyhs]", re.IGNORECASE)
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a table knows no zone
_MOST_DAYS = 2_958_466
"""The first day of the year 10000."""


def of_sheets(subject: Subject) -> str:
    """What stands in the cells, one after the other; it notes in the subject as `short` where some of it is damaged.

    Raises:
        EndedError: It is encrypted, or not built as one is.
    """
    texts: list[str] = []
    for book in _books(subject):
        records, before = _Records(book), set(texts)
        texts += [found for found in records.texts() if found.strip() and found not in before]
        if records.damaged:
            subject.kept["short"] = True
    return "\n".join(texts)


def only_ours(subject: Subject) -> str:
    """Why no reader but this one is asked; empty: another may be.

    A table that says it reaches over more cells than are laid out takes a few words at its far ends. One that is kept
    twice, for programs of before 1997 too, may say another thing there, and others pass that over.

    Raises:
        EndedError: It is encrypted, or not built as one is.
    """
    if subject.data.startswith(b"\xd0\xcf") and compound.overstated(subject.data):
        raise EndedError(State.CRASH, "It says that it has more pieces than it has bytes for.")
    if any(_area(found[1]) > _MOST_LAID_OUT for found in _REACHES.finditer(subject.data)) and any(
        _area(body) > _MOST_LAID_OUT for book in _books(subject) for body in _Records(book).reaches()
    ):
        return "It says that it has more cells than are laid out."
    try:
        return "It holds its tables twice, and one of them is passed over." if len(_paths(subject)) > 1 else ""
    except Exception:  # what is wrong with it, reading it says
        return ""


def _area(told: bytes) -> int:
    first, last, left, right = struct.unpack_from("<IIHH", told)
    return int(max(last - first, 0) * max(right - left, 0))


def _books(subject: Subject) -> list[bytes]:
    """The records, of programs since 1997 first; before version 5 they are the file itself."""
    paths = _paths(subject)
    if not paths:
        return [subject.data]
    with compound.opened(subject) as file:
        return [bytes(file.openstream(path).read()) for path in paths]


def _paths(subject: Subject) -> list[list[str]]:
    """Where the records lie in the file; what lies deeper is embedded in it. Empty: they are the file."""
    if not subject.data.startswith(b"\xd0\xcf"):
        return []
    with compound.opened(subject) as file:
        paths = [path for path in file.listdir() if path[-1].lower() in ("workbook", "book")]
    if not paths:
        raise EndedError(State.CRASH, "No table stands where an Excel file has it.")
    above = min(map(len, paths))
    return sorted((path for path in paths if len(path) == above), key=lambda path: path[-1].lower() == "book")


class _Records:
    def __init__(self, data: bytes) -> None:
        self._data, self._at, self._eight, self._two = data, 0, True, False
        self._begun = False
        self._looks: list[int] = []
        self._days, self._first_day = set(_DAYS), _FIRST_DAY
        self.damaged = False

    def _next(self) -> tuple[int, bytes] | None:
        if self._at + 4 > len(self._data):
            return None
        kind, length = struct.unpack_from("<HH", self._data, self._at)
        body = self._data[self._at + 4 : self._at + 4 + length]
        self._at += 4 + length
        self.damaged |= len(body) < length
        return kind, body

    def _all(self) -> Iterator[tuple[int, bytes]]:
        for _ in range(_MOST):
            found = self._next()
            if found is None:
                return
            if found[0] == _ENCRYPTED:
                raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
            yield found

    def reaches(self) -> Iterator[bytes]:
        """What each table says of the rows and columns it reaches over."""
        return (body for kind, body in self._all() if kind == _REACH and len(body) == 14)  # noqa: PLR2004 - since version 8

    def texts(self) -> Iterator[str]:
        for kind, body in self._all():
            try:
                if kind in _BEGINS:
                    if not self._begun:  # the first tells the version of all, whatever a table tells of itself
                        self._eight = kind == 0x809 and body[:2] == b"\0\x06"  # noqa: PLR2004 - the version in which letters became wide
                        self._begun, self._two = True, kind == _TWO
                elif kind in _TELL:
                    self._told(kind, body)
                elif kind == _SHARED:
                    yield from self._shared(body)
                elif kind in _KNOWN:
                    yield from self._of(kind, body)
            except (struct.error, IndexError):
                self.damaged = True

    def _told(self, kind: int, body: bytes) -> None:
        """How numbers are shown."""
        if kind == _LOOK:
            self._looks.append(int.from_bytes(body[2:4], "little"))
        elif kind == _COUNTS_FROM:
            self._first_day = _FIRST_DAY_1904 if body[:1] == b"\1" else _FIRST_DAY
        else:
            start = 4 if self._eight else 3
            form = self._text(body[start:], int.from_bytes(body[2:start], "little"))
            number = int.from_bytes(body[:2], "little")
            (self._days.add if _OF_DAYS.search(_SHOWN_AS_IT_IS.sub("", form)) else self._days.discard)(number)

    def _of(self, kind: int, body: bytes) -> Iterator[str]:
        if kind == _SHEET:
            yield self._text(body[7:], body[6])
        elif kind in _LABELS:
            yield self._text(body[8:], int.from_bytes(body[6:8], "little"))
        elif kind == _STRING and self._eight:
            yield _Chunks([body, *self._continued()]).text() or ""
        elif kind == _STRING or (kind in _HEADS and self._eight and body):
            yield self._text(body[2:], int.from_bytes(body[:2], "little"))
        elif kind == _OLD_LABEL:
            start = 9 if len(body) == 9 + body[7] else 8  # some programs write its length in two bytes
            yield decoded(body[start : start + body[7]]).text
        elif kind == _NOTE and not self._eight:
            yield decoded(body[6:]).text
        elif kind == _DRAWN:
            yield self._drawn(body)
        else:
            yield self._cell(kind, body)

    def _cell(self, kind: int, body: bytes) -> str:
        """What a cell shows that holds no text, or the cells of a row do; empty: it is no cell."""
        if kind in (_NUMBER, _OLD_NUMBER):
            return self._number(body, struct.unpack_from("<d", body, 6 if kind == _NUMBER else 7)[0])
        if kind in _FORMULAS:
            return self._result(body, 7 if self._two else 6)
        if kind == _TRUTH:
            return _truth(body[6], error=body[7])
        if kind == _SHORT:
            return self._number(body, _short(*struct.unpack_from("<I", body, 6)))
        if kind != _SHORTS:
            return ""
        cells = ((body[at - 4 :], struct.unpack_from("<I", body, at + 2)) for at in range(4, len(body) - 6, 6))
        return "\t".join(self._number(cell, _short(*told)) for cell, told in cells)

    def _result(self, body: bytes, at: int) -> str:
        """What a formula came to; a text stands in a record of its own."""
        told = body[at : at + 8]
        if told[6:] == b"\xff\xff":
            return _truth(told[2], error=told[0] - 1) if told[0] in (1, 2) else ""
        return self._number(body, *struct.unpack("<d", told))

    def _number(self, cell: bytes, value: float) -> str:
        """A number as it is shown, which may be as a day or an hour."""
        look = int.from_bytes(cell[4:6], "little")
        if self._two or look >= len(self._looks) or self._looks[look] not in self._days or not 0 <= value < _MOST_DAYS:
            return f"{value:.16g}" if value.is_integer() else f"{value:.15g}"
        days = value + (1 <= value < 60 and self._first_day == _FIRST_DAY)  # noqa: PLR2004 - Excel knows a 29 February 1900
        at = self._first_day + timedelta(seconds=round(days * 86400))
        return str(at.time() if value < 1 else at.date() if at.time() == at.min.time() else at)

    def _text(self, data: bytes, count: int) -> str:
        if not self._eight:
            return decoded(data[:count]).text
        return (
            data[1 : 1 + 2 * count].decode("utf-16-le", "replace")
            if data[0] & 1
            else data[1 : 1 + count].decode("latin-1")
        )

    def _drawn(self, body: bytes) -> str:
        """The words of a note or a box, in the records after it."""
        return _Chunks(self._continued()).letters(int.from_bytes(body[10:12], "little"), 0)

    def _shared(self, body: bytes) -> Iterator[str]:
        """The texts that cells share. One may go on in the next record, where how wide its letters are is told anew."""
        reader = _Chunks([body, *self._continued()], 8)
        while (text := reader.text()) is not None:
            yield text

    def _continued(self) -> Iterator[bytes]:
        """The records that only go on with the one before them."""
        while True:
            at = self._at
            found = self._next()
            if not found or found[0] != _CONTINUED:
                self._at = at
                return
            yield found[1]


class _Chunks:
    def __init__(self, chunks: Iterable[bytes], at: int = 0) -> None:
        self._chunks, self._number, self._at = [*chunks], 0, at

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
        """The next one that tells its length and what stands behind its letters; None: there is none."""
        head = self._take(3)
        if len(head) < 3:  # noqa: PLR2004 - a length and how wide letters are
            return None
        count, form = struct.unpack("<HB", head)
        runs = int.from_bytes(self._take(2), "little") if form & 8 else 0
        more = int.from_bytes(self._take(4), "little") if form & 4 else 0
        letters = self.letters(count, form)
        self._take(4 * runs + more)
        return letters

    def letters(self, count: int, form: int) -> str:
        """So many letters; where they go on in another record, that tells anew how wide they are."""
        out: list[str] = []
        while count and self._number < len(self._chunks):
            if not self._at:
                form = (self._take(1) or b"\0")[0]
                continue
            width = 1 + (form & 1)
            here = min(count, (len(self._chunks[self._number]) - self._at) // width)
            out.append(self._take(max(here * width, 1)).decode("utf-16-le" if width == 2 else "latin-1", "ignore"))  # noqa: PLR2004
            count -= here
        return "".join(out)


def _truth(value: int, *, error: int) -> str:
    return _ERRORS.get(value, "") if error else "TRUE" if value else "FALSE"


def _short(value: int) -> float:
    """A number in 30 bits: whole, or the upper half of a long one; perhaps a hundred times itself."""
    if value & 2:
        number: float = (value >> 2) - ((value & 0x80000000) >> 1)
    else:
        (number,) = struct.unpack("<d", bytes(4) + (value & 0xFFFFFFFC).to_bytes(4, "little"))
    return number / 100 if value & 1 else float(number)
