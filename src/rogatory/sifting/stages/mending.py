"""PDF files that are damaged: put together again from the objects in them, or the words they show alone.

A reader finds the objects of a PDF by a table at its end. Where the table, or what stands beside it, is lost, the
objects are there still: a new table is written after them, and PDFium reads that.
"""

import re
import zlib
from collections.abc import Iterator

from rogatory.material.items import State
from rogatory.sifting.stages.subject import EndedError, Subject

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})[ \t\r\n\0]+(\d{1,5})[ \t\r\n\0]+obj\b")
_CATALOG, _PAGES = re.compile(rb"/Type\s*/Catalog\b"), re.compile(rb"/Type\s*/Pages\b")
_MOST_OBJECTS = 500_000
_LOOKED_AT = 2000
"""Bytes of an object in which it is looked what it is."""


def mended(data: bytes) -> bytes | None:
    """The file with a new table; None: there is nothing it could be made of, or it is encrypted."""
    start = data.find(b"%PDF-")
    data = data[max(0, start) :]
    if b"/Encrypt" in data:
        return None
    places: dict[int, tuple[int, int]] = {}
    for found in _OBJECT.finditer(data):
        places[int(found[1])] = found.start(), int(found[2])
        if len(places) >= _MOST_OBJECTS:
            break
    root = _root(data, places)
    if root is None:
        return None
    number, more = root
    if more:
        places[number] = len(data) + 1, 0
        data += b"\n" + more
    table = b"".join(b"%d 1\n%010d %05d n \n" % (one, *places[one]) for one in sorted(places))
    told = (len(places) and max(places) + 1, number, places[number][1], len(data) + 1)
    return data + b"\nxref\n0 1\n0000000000 65535 f \n" + table + (
        b"trailer\n<</Size %d/Root %d %d R>>\nstartxref\n%d\n%%%%EOF\n" % told
    )  # fmt: skip


def _root(data: bytes, places: dict[int, tuple[int, int]]) -> tuple[int, bytes] | None:
    """The object under which all pages stand; with its bytes where it is lost and has to be written."""
    tops = []
    for number, (at, version) in places.items():
        head = data[at : at + _LOOKED_AT].split(b"endobj", 1)[0]
        if _CATALOG.search(head):
            return number, b""
        if _PAGES.search(head) and b"/Parent" not in head:
            tops.append((number, version))
    if not tops:
        return None
    new = max(places) + 1
    return new, b"%d 0 obj<</Type/Catalog/Pages %d %d R>>endobj" % (new, *tops[-1])


_STREAM = re.compile(rb">>\s*stream\r?\n")
_LONGEST_HEAD = 4000
"""Bytes in which it is looked what a stream is, before it."""
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.){1,2000})\)\s*(?:Tj|'|\")|\[((?:[^\[\]\\]|\\.){1,20000})\]\s*TJ", re.DOTALL)
_PART = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|(-?\d+(?:\.\d+)?)", re.DOTALL)
_SIGN = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\n", b"t": b"\t", b"b": b"", b"f": b""}
_NO_WORDS = (b"/Image", b"/ObjStm", b"/XRef", b"/FontFile", b"/Length1", b"/Metadata")
_GAP = -180
"""From how far apart on two pieces of a line are two words, in thousandths of the size of a letter."""
_LARGEST = 8 << 20
_MOST = 5_000
_A_WORD = re.compile(r"[^\W\d_]{3}")


def of_streams(subject: Subject) -> str:
    """The words that pages show, as they stand in letters of the Latin alphabet; where they stand is not known.

    Raises:
        EndedError: There are none; what a better reader said of it stays.
    """
    found = "\n".join(run for run in _runs(subject.data) if _A_WORD.search(run))
    if not found:
        raise EndedError(State.CRASH, "No words stand in it openly.")
    return found


def _runs(data: bytes) -> Iterator[str]:
    for number, found in enumerate(_STREAM.finditer(data)):
        if number >= _MOST:
            return
        before = data[max(0, found.start() - _LONGEST_HEAD) : found.start()]
        head = before[before.rfind(b"obj") + 1 :]
        if any(word in head for word in _NO_WORDS):
            continue
        end = data.find(b"endstream", found.end())
        inside = data[found.end() : end if end > 0 else found.end() + _LARGEST][:_LARGEST]
        for shown in _SHOWN.finditer(_unpacked(inside) if b"Flate" in head else inside):
            yield (_letters(shown[1]) if shown[1] is not None else _line(shown[2])).decode("cp1252", "replace")


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _line(told: bytes) -> bytes:
    return b"".join(
        b" " if part[2] and float(part[2]) < _GAP else _letters(part[1] or b"") for part in _PART.finditer(told)
    )


def _letters(told: bytes) -> bytes:
    return _SIGN.sub(lambda sign: _SIGNS.get(sign[1], _numbered(sign[1])), told)


def _numbered(sign: bytes) -> bytes:
    return bytes((int(sign, 8) & 0xFF,)) if sign.isdigit() and sign < b"8" else sign
