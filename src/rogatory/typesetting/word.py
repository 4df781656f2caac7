"""A document as DOCX, to be changed in a word processor and read back.

Each block is told by its style, and number and source inside a paragraph by a style of characters, because styles are
what survives editing. What frames the text (sender, addressee, numbers, day, signatory) is printed and not read: it is
the registry's, and a file that changed it is refused, so that no change is lost unseen.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

import docx as python_docx
from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as FileTable
from docx.text.paragraph import Paragraph as FileParagraph

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table
from rogatory.extraction.shortage import no_shortage
from rogatory.typesetting.opening import opened
from rogatory.typesetting.text import PaperError, printable
from rogatory.typesetting.words import fixed

PARAGRAPH: Final = "Rogatory Paragraph"
BINDING: Final = "Rogatory Binding"
FRAME: Final = "Rogatory Frame"
ANNEX: Final = "Rogatory Annex"
NUMBER: Final = "Rogatory Number"
SOURCE: Final = "Rogatory Source"

_BULLETS, _NUMBERS, _CAPTION, _TITLE = "List Bullet", "List Number", "Caption", "Title"
_RUNS: Final = (NUMBER.replace(" ", ""), None, SOURCE.replace(" ", ""))
"""Identifiers of the styles of what stands in a paragraph, in its order."""
_LANGUAGES: Final = {"en": "en-GB", "fr": "fr-BE", "nl": "nl-BE", "ru": "ru-RU"}
_WRITTEN: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, so that the same words give the same file


def docx(document: Document) -> bytes:
    """The document as DOCX; the same document gives the same bytes.

    Raises:
        PaperError: A row of a table has too few or too many cells, or a text is no Unicode.
    """
    file = python_docx.Document()
    _styles(file, document.language)
    properties = file.core_properties
    properties.title, properties.author = printable(document.title)[:255], _first(document.sender)[:255]
    properties.comments, properties.created, properties.modified = "", _WRITTEN, _WRITTEN
    properties.last_modified_by, properties.language = "", document.language
    _write(file, document)
    for annex in _annexes(document):
        _write(file, annex, ANNEX)
    raw = io.BytesIO()
    file.save(raw)
    return _timeless(raw.getvalue())


def read_docx(data: bytes, like: Document) -> Document:
    """What a file made by `docx` says after somebody changed it.

    Title, blocks and annexes are taken from the file; paragraphs, lists and tables may be added, moved and removed.

    Args:
        data: The file.
        like: The document it was made from; what frames the text is taken from it.

    Raises:
        PaperError: The file is no DOCX or a hostile one; it holds what a document has no place for (images, objects,
            macros, notes, fields, merged cells), comments, or changes neither accepted nor rejected; the frame was
            changed; an annex came or went.
        MemoryError: There is too little memory to tell.
    """
    file = opened(data)
    try:
        return _whole(file, like)
    except PaperError:
        raise
    except Exception as error:  # python-docx raises what a damaged part raises in it
        no_shortage(error)
        msg = f"a part of the file cannot be read ({type(error).__name__}); save it again as DOCX"
        raise PaperError(msg) from error


def _whole(file: File, like: Document) -> Document:
    parts: list[list[FileParagraph | FileTable]] = [[]]
    for one in file.iter_inner_content():
        if isinstance(one, FileParagraph) and _style(one) == ANNEX:
            parts.append([])
        parts[-1].append(one)
    wanted = [like, *_annexes(like)]
    if len(parts) != len(wanted):
        msg = f"{len(parts) - 1} annexes, the document has {len(wanted) - 1}: annexes come and go in the registry"
        raise PaperError(msg)
    read = iter([_read(part, one) for part, one in zip(parts, wanted, strict=True)])
    return _nested(next(read), like, read)


# --- Writing ----------------------------------------------------------------------------------------


def _write(file: File, document: Document, style: str = _TITLE) -> None:
    frame = _frame(document)
    # The title of an annex opens it: there it is told from what stands before.
    opening = [(printable(document.title), style), *((line, FRAME) for line in frame.before)]
    for line, name in opening if style == ANNEX else [*opening[1:], opening[0]]:
        _put(file, line, name)
    before: Block | None = None
    for number, block in enumerate(document.blocks, 1):
        _write_block(file, block, number, before)
        before = block
    for line in frame.after:
        _put(file, line, FRAME)


def _put(file: File, text: str, style: str) -> FileParagraph:
    """One more paragraph. The identifier of each of our styles is its name without spaces."""
    made = file.add_paragraph(text)
    made._p.style = style.replace(" ", "")  # noqa: SLF001 - by name, python-docx searches all styles each time
    return made


def _write_block(file: File, block: Block, number: int, before: Block | None) -> None:
    match block:
        case Heading():
            _put(file, printable(block.text), f"Heading {min(3, max(1, block.level))}")
        case Paragraph():
            paragraph = _put(file, "", BINDING if block.binding else PARAGRAPH)
            texts = (printable(block.number) + "\t" if block.number else "", printable(block.text))
            for text, name in zip((*texts, f"\n{printable(block.source)}" if block.source else ""), _RUNS, strict=True):
                if text:
                    paragraph.add_run(text)._r.style = name  # noqa: SLF001 - as in _put
        case Listing():
            if isinstance(before, Listing):
                _put(file, "", PARAGRAPH)  # else the two would be one
            for item in block.items:
                _put(file, printable(item), _NUMBERS if block.ordered else _BULLETS)
        case Table():
            _write_table(file, block, number)


def _write_table(file: File, block: Table, number: int) -> None:
    if block.caption:
        _put(file, printable(block.caption), _CAPTION)
    table = file.add_table(0, len(block.head), "Table Grid")
    for place, cells in enumerate((block.head, *block.rows)):
        if len(cells) != len(block.head):
            msg = f"block {number}, row {place}: {len(cells)} cells, the table has {len(block.head)} columns"
            raise PaperError(msg)
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = printable(text)
        if place == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - repeated on each page
    _put(file, "", PARAGRAPH)  # else the next table would grow into this one


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the text, line by line: before and after it."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def _frame(document: Document) -> _Frame:
    words = fixed(document.language)
    when = ", ".join(filter(None, (document.place, document.day)))
    numbers = [(words.case, document.case), *document.references, (words.date, when)]
    before = [*document.sender, *document.addressee, *(f"{what}: {value}" for what, value in numbers if value)]
    return _Frame(_lines(before), _lines(document.signatory))


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in map(printable, texts) if line.strip())


def _first(lines: Sequence[str]) -> str:
    return printable(lines[0]).replace("\n", " ") if lines else ""


def _styles(file: File, language: str) -> None:
    styles: Any = file.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(11)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _LANGUAGES.get(language, language))
    normal.element.get_or_add_rPr().append(tag)
    for name in (PARAGRAPH, BINDING, FRAME, ANNEX):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    styles[PARAGRAPH].paragraph_format.space_after = Pt(6)
    styles[BINDING].font.bold = True
    styles[BINDING].paragraph_format.left_indent = Mm(8)
    styles[FRAME].font.color.rgb = RGBColor(0x50, 0x50, 0x50)
    styles[FRAME].paragraph_format.space_after = Pt(0)
    styles[ANNEX].font.size = Pt(16)
    styles[ANNEX].paragraph_format.page_break_before = True
    for name in (NUMBER, SOURCE):
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(0x50, 0x50, 0x50)
    styles[SOURCE].font.size = Pt(8.5)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)


def _timeless(data: bytes) -> bytes:
    """The same archive with the first day of ZIP for every file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in given.infolist():
            made.writestr(zipfile.ZipInfo(info.filename), given.read(info), zipfile.ZIP_DEFLATED)
    return out.getvalue()


# --- Reading ----------------------------------------------------------------------------------------


def _read(parts: Sequence[FileParagraph | FileTable], like: Document) -> Document:
    """One document of the file, without its annexes."""
    frame = _frame(like)
    framed = [one for one in parts if isinstance(one, FileParagraph) and _style(one) == FRAME]
    found = tuple(text for text in (_text(one) for one in framed) if text.strip())
    if found != (*frame.before, *frame.after):
        changed = next((a for a, b in zip(found, (*frame.before, *frame.after), strict=False) if a != b), "")
        msg = (
            f"sender, addressee, numbers, day and signatory were changed{f' ({changed[:60]!r})' if changed else ''}: "
            "put them back, and change them in the registry"
        )
        raise PaperError(msg)
    titles = [_text(one) for one in parts if isinstance(one, FileParagraph) and _style(one) in (_TITLE, ANNEX)]
    title = "\n".join(filter(str.strip, titles))
    if not title:
        msg = f"{like.title!r}: its title is gone; write one in the style {_TITLE!r}"
        raise PaperError(msg)
    kept = [one for one in parts if isinstance(one, FileTable) or _style(one) not in (FRAME, _TITLE, ANNEX)]
    return replace(like, title=title, blocks=tuple(_blocks(kept)))


def _blocks(parts: Sequence[FileParagraph | FileTable]) -> Iterator[Block]:
    items: list[str] = []
    ordered = False
    caption = ""
    for number, one in enumerate(parts, 1):
        kind = None if isinstance(one, FileTable) else _listed(one)
        if items and kind != ordered:
            yield Listing(tuple(items), ordered)
            items = []
        if isinstance(one, FileTable):
            yield _table(one, caption)
            caption = ""
        elif kind is not None:
            ordered = kind
            items.append(_text(one))
        elif _style(one) == _CAPTION and isinstance(next(iter(parts[number:]), None), FileTable):
            caption = _text(one)
        elif (block := _paragraph(one)) is not None:
            yield block
    if items:
        yield Listing(tuple(items), ordered)


def _paragraph(one: FileParagraph) -> Block | None:
    """A heading or a paragraph; None: nothing but space."""
    style = _style(one)
    if not _text(one).strip():
        return None
    if style.startswith("Heading "):
        level = style.removeprefix("Heading ")
        return Heading(_text(one), min(3, int(level)) if level.isdecimal() else 1)
    said = {NUMBER: "", SOURCE: "", "": ""}
    for run in _runs(one):
        name = _styles_of(one.part).get(run._r.style or "", "")  # noqa: SLF001
        said[name if name in said else ""] += printable(run.text)
    source = said[SOURCE].removeprefix("\n")
    return Paragraph(said[""], said[NUMBER].strip(), source, style == BINDING)


def _table(one: FileTable, caption: str) -> Table:
    rows = [tuple("\n".join(_text(part) for part in cell.paragraphs) for cell in row.cells) for row in one.rows]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        msg = f"the table {caption or rows[:1]!r}: its rows have not the same number of cells; mend it"
        raise PaperError(msg)
    return Table(rows[0], tuple(rows[1:]), caption)


def _style(one: FileParagraph) -> str:
    return _styles_of(one.part).get(one._p.style or "", "")  # noqa: SLF001 - as below


@lru_cache(1)
def _styles_of(part: Any) -> Mapping[str, str]:  # noqa: ANN401 - python-docx looks each up anew, which takes long
    """Names of the styles by identifier; only a file that is read may be asked, for its styles stay as they are."""
    return {one.style_id: one.name or "" for one in part.styles}


def _runs(one: FileParagraph) -> Iterator[Any]:
    for part in one.iter_inner_content():
        yield from getattr(part, "runs", [part])


def _text(one: FileParagraph) -> str:
    return printable("".join(run.text for run in _runs(one)))


def _listed(one: FileParagraph) -> bool | None:
    """Whether it is an item of a numbered list (True) or of another one (False); None: of no list, or empty."""
    style = _style(one)
    if style.startswith("Heading ") or not _text(one).strip():
        return None
    if style.startswith((_BULLETS, _NUMBERS)):
        return style.startswith(_NUMBERS)
    found = one._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")  # noqa: SLF001 - python-docx reads no numbering
    return None if not found or found[0] == "0" else _numbered(one, found[0])


def _numbered(one: FileParagraph, number: str) -> bool:
    """Whether a list made by the buttons of a word processor counts its items."""
    part: Any = one.part
    level = next(iter(one._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")), "0")  # noqa: SLF001
    for given in part.numbering_part.element.xpath("./w:num"):
        if given.get(qn("w:numId")) == number:
            kind = given.find(qn("w:abstractNumId")).get(qn("w:val"))
            for form in part.numbering_part.element.xpath("./w:abstractNum/w:lvl/w:numFmt"):
                place = form.getparent()
                if (place.get(qn("w:ilvl")), place.getparent().get(qn("w:abstractNumId"))) == (level, kind):
                    return bool(form.get(qn("w:val")) != "bullet")
    return False


# --- Annexes ----------------------------------------------------------------------------------------


def _annexes(document: Document) -> Iterator[Document]:
    """Annexes in the order of paper, those of an annex behind it."""
    for annex in document.annexes:
        yield annex
        yield from _annexes(annex)


def _nested(read: Document, like: Document, rest: Iterator[Document]) -> Document:
    """The annexes put back where they belong."""
    return replace(read, annexes=tuple(_nested(next(rest), annex, rest) for annex in like.annexes))
