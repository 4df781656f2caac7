"""Word files of before 2007 (MS-DOC, and what came before it), RTF, and Publisher files: their words."""

import re
import struct
from collections.abc import Iterator
from typing import Any

from rogatory.extraction.plain import decoded
from rogatory.material.items import State
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import EndedError, Subject

_SINCE_97 = 0xA5EC
_MARKS = (0xA5, 0x80)
"""Upper byte of the mark of every Word there was; the second of some for Japanese, Chinese and Korean."""
_NEW = 193
"""The first version whose pieces stand in a stream of their own."""
_ENCRYPTED, _OTHER_TABLE = 0x100, 0x200
_MOST_PIECES = 1_000_000
_ONE_BYTE = 0x40000000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def of_word(subject: Subject) -> str:
    """The words of a Word file; it notes in the subject as `short` where some of them do not stand in it.

    Raises:
        EndedError: It is encrypted, or not built as one is.
    """
    if not subject.data.startswith(b"\xd0\xcf"):
        return _shown(_of_old(subject.data))
    with compound.opened(subject) as file:
        names = {"/".join(path).lower(): path for path in file.listdir()}
        if "worddocument" not in names:
            raise EndedError(State.CRASH, "No text stands where a Word file has it.")
        main = file.openstream(names["worddocument"]).read()
        magic, version = struct.unpack_from("<HH", main)
        if magic >> 8 not in _MARKS:
            raise EndedError(State.CRASH, "No text stands where a Word file has it.")
        (flags,) = struct.unpack_from("<H", main, 10)
        if flags & _ENCRYPTED:
            raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
        if magic != _SINCE_97 or version < _NEW:
            return _shown(_of_old(main))
        table = names.get("1table" if flags & _OTHER_TABLE else "0table") or names.get("1table") or names.get("0table")
        if table is None:
            return _shown(_of_old(main))
        start, length = struct.unpack_from("<II", main, 0x1A2)
        pieces = file.openstream(table).read()[start : start + length]
    told = list(_pieces(pieces))
    text = "".join(_piece(main, start, count) for start, count in told)
    if len(text.encode("utf-16-le", "surrogatepass")) < 2 * sum(count for _, count in told):
        subject.kept["short"] = True
    return _shown(text)


def _of_old(main: bytes) -> str:
    """Word 2, 6 and 95: the text stands in one run, or in pieces if it was saved in haste."""
    flags, first, end = struct.unpack_from("<10xH12xII", main)
    if flags & _ENCRYPTED:
        raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
    if flags & 4 and len(main) > 0x168:  # noqa: PLR2004 - where the pieces are told
        start, length = struct.unpack_from("<II", main, 0x160)
        found = b"".join(main[start : start + count] for start, count in _pieces(main[start : start + length]))
        if found.strip():
            return decoded(found.replace(b"\0", b" ")).text
    return decoded(main[first:end].replace(b"\0", b" ")).text


def _pieces(told: bytes) -> Iterator[tuple[int, int]]:
    """Where each piece of the text begins, and how many letters it has."""
    at = 0
    while at < len(told) and told[at] == 1:
        at += 3 + int.from_bytes(told[at + 1 : at + 3], "little")
    if at >= len(told) or told[at] != 2:  # noqa: PLR2004 - the table of pieces
        return
    (length,) = struct.unpack_from("<I", told, at + 1)
    table = told[at + 5 : at + 5 + length]
    count = min((len(table) - 4) // 12, _MOST_PIECES)
    places = struct.unpack_from(f"<{count + 1}I", table)
    for number in range(count):
        (start,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        yield start, max(0, places[number + 1] - places[number])


def _piece(main: bytes, start: int, letters: int) -> str:
    """The letters of a piece: one byte each where its place says so, two otherwise."""
    if start & _ONE_BYTE:
        start = (start & ~_ONE_BYTE) // 2
        return main[start : start + letters].decode("cp1252", "replace")
    return main[start : start + 2 * letters].decode("utf-16-le", "replace")


def _shown(text: str) -> str:
    text = text.replace("\r", "\n").replace("\x07", "\t").replace("\x0b", "\n").replace("\x1e", "-")
    return _CONTROL.sub("", text)


def of_publisher(subject: Subject) -> str:
    """The words of a Publisher file: the text of all frames, one after the other."""
    with compound.opened(subject) as file:
        path = next(
            (path for path in file.listdir() if [name.lower() for name in path[-2:]] == ["quillsub", "contents"]), None
        )
        data: Any = file.openstream(path).read() if path else b""
    found = []
    for at in range(0x20, min(len(data), 0x20 + 24 * 20), 24):
        if data[at : at + 2] == b"\x18\0" and data[at + 2 : at + 6] == b"TEXT":
            start, length = struct.unpack_from("<II", data, at + 16)
            found.append(data[start : start + length].decode("utf-16-le", "replace"))
    return _shown("\n".join(found))


_RTF = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)"
)
"""A letter by its number, one of another script, a word of control with its number, a sign, a brace, text."""
_UNSEEN = frozenset((b"fonttbl", b"colortbl", b"stylesheet", b"pict", b"themedata", b"datastore", b"latentstyles",
                     b"listtable", b"rsidtbl", b"objdata", b"generator", b"xmlnstbl", b"info"))  # fmt: skip
_BREAKS = {b"par": b"\n", b"line": b"\n", b"row": b"\n", b"page": b"\n", b"sect": b"\n", b"tab": b"\t", b"cell": b"\t",
           b"emdash": b"-", b"endash": b"-", b"lquote": b"'", b"rquote": b"'", b"ldblquote": b'"',
           b"rdblquote": b'"'}  # fmt: skip


def of_rtf(subject: Subject) -> str:
    """The words of an RTF file."""
    out, told = [], bytearray()  # letters by their numbers; several may be one letter of another script
    page, hidden, depth, skip = "cp1252", 0, 0, 0
    for found in _RTF.finditer(subject.data):
        letter, wide, word, number, sign, brace, run = found.groups()
        if letter and not hidden and not skip:
            told.append(int(letter, 16))
            continue
        if told:
            out.append(told.decode(page, "replace"))
            told.clear()
        if brace == b"{":
            depth += 1
        elif brace:
            depth -= 1
            hidden = 0 if depth < hidden else hidden
        elif hidden:
            continue
        elif sign == b"*" or word in _UNSEEN:
            hidden = depth
        elif word == b"ansicpg" and number:
            page = _page(number)
        elif wide:
            out.append(chr(int(wide) % 0x10000))
            skip = 1
        elif letter or run:
            out.append(run.decode(page, "replace")[skip:] if run else "")
            skip = 0
        elif word in _BREAKS or sign in (b"~", b"_", b"-", b"\\", b"{", b"}"):
            out.append(_BREAKS.get(word, sign or b"").decode().replace("~", " "))
    out.append(told.decode(page, "replace"))
    return "".join(out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _page(number: bytes) -> str:
    try:
        return "cp" + number.decode() if b"x".decode(f"cp{int(number)}") else ""
    except (LookupError, ValueError):
        return "cp1252"
