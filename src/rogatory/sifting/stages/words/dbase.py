"""Tables of dBase III and its kin (DBF): the names of the columns, and each row, those marked as deleted too.

Rows stay in such a file when they are deleted, until somebody packs it.
"""

import struct
from collections.abc import Iterator

from rogatory.extraction.plain import decoded
from rogatory.material.items import State
from rogatory.sifting.stages.subject import Ended, Subject

_HEAD, _COLUMN, _END = 32, 32, 0x0D
_LANGUAGE = 29
_CODINGS = {0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "cp1252", 0x64: "cp852", 0x65: "cp866", 0x66: "cp865",
            0x6B: "cp857", 0x88: "cp857", 0xC8: "cp1250", 0xC9: "cp1251", 0xCA: "cp1254"}  # fmt: skip
"""Encodings by the mark in the head; what has none is read by what makes words of it."""
_SHOWN = b"CNFDLM"
_NUMBER = b"I"
_DELETED = b"*"


def of_table(subject: Subject) -> Ended:
    """The rows of a table, a line each, its columns apart by tabulators.

    Raises:
        struct.error: It ends within its head.
        ValueError: Its columns are not those of its rows.
    """
    data = subject.data
    count, begins, length = struct.unpack_from("<IHH", data, 4)
    columns = list(_columns(data[:begins]))
    # A column of no width would make many times as much text as there are bytes.
    if any(width == 0 or start + width > length for _, _, start, width in columns):
        raise ValueError("columns that do not fit its rows")
    lines = [b"\t".join(name for name, *_ in columns)]
    for at in range(begins, min(begins + count * length, len(data) - length + 1), max(length, 1)):
        row = data[at : at + length]
        cells = (_cell(row[start : start + width], kind) for _, kind, start, width in columns)
        lines.append((b"(deleted)\t" if row[:1] == _DELETED else b"") + b"\t".join(cells))
    text = decoded(b"\n".join(lines), _CODINGS.get(data[_LANGUAGE], "")).text
    unread = [name.decode("ascii", "replace") for name, kind, *_ in columns if kind not in _SHOWN + _NUMBER]
    if unread:
        return Ended(State.PARTIAL, f"Columns of a kind that is not read here: {', '.join(unread)}.", text=text)
    return Ended(State.OK, text=text)


def _columns(head: bytes) -> Iterator[tuple[bytes, bytes, int, int]]:
    """Name, kind, place in a row, and width of each column."""
    at, start = _HEAD, 1
    while at + _COLUMN <= len(head) and head[at] != _END:
        width = head[at + 16]
        yield head[at : at + 11].split(b"\0")[0], head[at + 11 : at + 12], start, width
        at, start = at + _COLUMN, start + width


def _cell(told: bytes, kind: bytes) -> bytes:
    if kind == _NUMBER:
        return str(int.from_bytes(told, "little", signed=True)).encode()
    return told.strip(b" \0") if kind in _SHOWN else b""
