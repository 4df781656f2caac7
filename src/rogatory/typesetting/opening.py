"""A DOCX from outside, opened only if it holds nothing but text, lists and tables.

What is not on the list of what may be in it is refused by name: a change that nobody sees (a note, a text box, a
deletion not yet accepted) must not get lost, nor slip into a decision.
"""

import io
import lzma
import re
import zipfile
import zlib
from typing import Any, Final

import docx as python_docx
from docx.document import Document as File
from docx.oxml.ns import nsmap

from rogatory.extraction.shortage import no_shortage
from rogatory.typesetting.text import PaperError

LARGEST: Final = 20_000_000
"""Bytes a file may have."""
UNPACKED: Final = 60_000_000
"""Bytes all its parts may have together when unpacked."""
PARTS: Final = 500
"""Parts it may have."""

# A document type could declare entities; a comment and a section of plain characters begin likewise and are let pass.
_DECLARED: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
_ENCODING: Final = re.compile(rb"[\xef\xbb\xbf]*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_W: Final = "{%s}" % nsmap["w"]  # noqa: UP031 - braces belong to the name
_OLE: Final = bytes.fromhex("d0cf11e0")
_READING: Final = (EOFError, OSError, ValueError, IndexError)
_FOLDERS: Final = {
    "word/media/": "an image",
    "word/embeddings/": "an embedded object",
    "word/activex/": "an embedded object",
    "word/vba": "macros",
    "word/afchunk": "an embedded document",
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TEXT: Final = _words(
    "body p r t tab br cr noBreakHyphen softHyphen tbl tr tc hyperlink bookmarkStart bookmarkEnd proofErr "
    "lastRenderedPageBreak permStart permEnd"
)
_LOOKS: Final = _words("pPr rPr tblPr tblGrid trPr tcPr sectPr tblPrEx")
"""How it looks: not read, but searched for changes left open and for merged cells."""
_CHANGES: Final = _words(
    "ins del moveFrom moveTo moveFromRangeStart moveToRangeStart cellIns cellDel cellMerge rPrChange pPrChange "
    "tblPrChange trPrChange tcPrChange sectPrChange numberingChange tblGridChange tblPrExChange"
)
_MERGED: Final = _words("gridSpan vMerge hMerge")
_NAMES: Final = {
    "commentRangeStart": "a comment",
    "commentRangeEnd": "a comment",
    "commentReference": "a comment",
    "drawing": "an image or a drawing",
    "pict": "an image or a drawing",
    "AlternateContent": "an image or a drawing",
    "object": "an embedded object",
    "altChunk": "an embedded document",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "fldSimple": "a field",
    "fldChar": "a field",
    "instrText": "a field",
    "sdt": "a form field",
    "sym": "a symbol of a special font",
    "oMath": "a formula",
    "oMathPara": "a formula",
    "ruby": "a reading beside a word",
}


def opened(data: bytes) -> File:
    """The file, if it is a DOCX of text, lists and tables only.

    Raises:
        PaperError: Says what it is instead, or what it holds and what to do about it.
        MemoryError: There is too little memory to tell.
    """
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as archive:
        # What was checked and nothing else goes on: two readers may differ on what an archive holds.
        for name, part in _checked(data).items():
            archive.writestr(name, part)
    again.seek(0)
    try:
        file = python_docx.Document(again)
    except Exception as error:  # python-docx raises what its parts raise: KeyError, ValueError, XML and ZIP errors
        no_shortage(error)
        msg = f"no DOCX that can be read ({type(error).__name__}); save it again as DOCX"
        raise PaperError(msg) from error
    _check_text(file)
    return file


def _checked(data: bytes) -> dict[str, bytes]:
    """The parts by name, none of them one that may not be there."""
    if data[:4] == _OLE:
        msg = "an encrypted file, or one of an old word processor; save it as DOCX without a password"
        raise PaperError(msg)
    if len(data) > LARGEST:
        msg = f"{len(data)} bytes, {LARGEST} at most"
        raise PaperError(msg)
    try:
        parts = _unpacked(data)
    # zipfile lets through what the ways of packing raise.
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, *_READING) as error:
        no_shortage(error)
        msg = f"no DOCX: {error}; save it again as DOCX"
        raise PaperError(msg) from error
    if parts is None:
        msg = f"it unpacks to more than a text has ({PARTS} parts, {UNPACKED} bytes): not opened"
        raise PaperError(msg)
    for name, part in parts.items():
        _check_part(name, part)
    return parts


def _unpacked(data: bytes) -> dict[str, bytes] | None:
    """The parts by name; None: too many, or too large."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            return None
        found = {}
        for part in parts:
            with archive.open(part) as stream:
                # Never more than was declared, whatever it unpacks to.
                found[part.filename] = stream.read(part.file_size)
        return found


def _check_part(name: str, data: bytes) -> None:
    for folder, what in _FOLDERS.items():
        if name.lower().startswith(folder):
            _refuse(what)
    if not name.lower().endswith((".xml", ".rels")):
        return
    said = _ENCODING.match(data)
    if _DECLARED.search(data) or (said and said[1].lower() not in (b"utf-8", b"us-ascii")) or not _is_utf8(data):
        msg = f"{name}: XML that declares things, or is not written in UTF-8; save the file again as DOCX"
        raise PaperError(msg)
    if name == "[Content_Types].xml" and b"macroEnabled" in data:
        _refuse("macros")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _check_text(file: File) -> None:
    """Walk over everything in the text; whatever is not known is refused."""
    waiting = list(file.element.body)
    while waiting:
        one = waiting.pop()
        if not isinstance(one.tag, str):
            continue  # a comment of XML
        space, _, name = one.tag.rpartition("}")
        known = space + "}" == _W
        if known and name in _CHANGES:
            _refuse("a change that is neither accepted nor rejected", "accept or reject it")
        if known and name in _LOOKS:
            _check_looks(one)
        elif known and name == "tbl" and one.getparent().tag == f"{_W}tc":
            _refuse("a table in a table")
        elif known and name in _TEXT:
            waiting.extend(one)
        else:
            _refuse(_NAMES.get(name, f"something unknown ({name!r})"))


def _check_looks(properties: Any) -> None:  # noqa: ANN401 - an element of lxml, which ships no types
    for one in properties.iter(f"{_W}*"):
        name = one.tag.removeprefix(_W)
        if name in _CHANGES:
            _refuse("a change that is neither accepted nor rejected", "accept or reject it")
        if name in _MERGED and one.get(f"{_W}val") != "1":
            _refuse("merged cells", "split them")


def _refuse(what: str, mend: str = "take it out") -> None:
    msg = f"the file holds {what}, which the document has no place for; {mend}, and send it again"
    raise PaperError(msg)
