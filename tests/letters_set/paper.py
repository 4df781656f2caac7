"""A letter as files: PDF, scanned pages, DOCX, ODT, and a message with the letter attached."""

import io
import zipfile
from email.message import EmailMessage
from functools import cache
from random import Random
from xml.sax.saxutils import escape

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import typst
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image

from tests.letters_set import wear
from tests.letters_set.model import SEED, Block, Form, Letter, Lines, Pair, Para, Rows

_FONTS = ("Libertinus Serif", "New Computer Modern")
"""Fonts the typesetter brings along; both have Cyrillic and Turkish letters."""
_SIZES = (10, 11, 12)


# --- PDF ---------------------------------------------------------------------------------------------


@cache
def pdf(letter: Letter) -> bytes:
    """The letter as a PDF with its text."""
    return typst.compile(_source(letter).encode())


def _source(letter: Letter) -> str:
    font, size = _FONTS[letter.number % 2], _SIZES[letter.number % 3]
    foot = _text(letter.footer).replace("{page}", '" + p + "').replace("{pages}", '" + n + "')
    header = f"context if counter(page).get().first() > 1 {{ align(center, {_text(letter.header)}) }}"
    count = "let p = str(counter(page).get().first()); let n = str(counter(page).final().first());"
    footer = f"context {{ {count} align(center, text(size: 8pt, {foot})) }}"
    lines = [
        f'#set page(paper: "a4", margin: 2.2cm, header: {header if letter.header else "none"}, footer: {footer})',
        f'#set text(font: "{font}", size: {size}pt, lang: "{letter.languages[0]}", hyphenate: false)',
        f"#set par(justify: {'true' if letter.number % 4 < 2 else 'false'})",
        "#show table: set par(justify: false)",
    ]
    return "\n".join([*lines, *(_set(block) for block in letter.blocks or (Para(letter.data),))])


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _stack(lines: tuple[str, ...]) -> str:
    return "[" + " #linebreak() ".join(f"#{_text(line)}" for line in lines) + "]"


def _set(block: Block) -> str:
    match block:
        case Lines(lines, align, bold):
            where = {"left": "left", "centre": "center", "right": "right"}[align]
            return f"#align({where}, text(weight: {'700' if bold else '400'}, {_stack(lines)}))\n"
        case Pair(left, right):
            return f"#grid(columns: (1fr, 1fr), column-gutter: 1em, {_stack(left)}, {_stack(right)})\n"
        case Para(text, number, heading):
            if heading:
                return f"#block(above: 1.4em, text(weight: 700, {_text(text)}))\n"
            return f"#par[#{_text(f'{number} {text}' if number else text)}]\n"
        case Form(pairs, columns):
            if columns:
                cells = ", ".join(f"[#{_text(a)}], [#{_text(b)}]" for a, b in pairs)
                return f"#grid(columns: (5.5cm, 1fr), row-gutter: 0.65em, {cells})\n"
            return "#block[" + " #linebreak() ".join(f"#{_text(f'{a}: {b}')}" for a, b in pairs) + "]\n"
        case Rows(head, rows):
            cells = ", ".join(f"[#{_text(cell)}]" for row in (head, *rows) for cell in row)
            widths = "auto, 1fr" + ", auto" * (len(head) - 2)
            return f"#table(columns: ({widths}), {cells})\n"


# --- Scanned pages -----------------------------------------------------------------------------------


def images(letter: Letter) -> list["Image.Image"]:
    """The pages as a scanner gives them, each letter worn in a way of its own."""
    random = Random(f"scan:{letter.number}{letter.seed.removeprefix(SEED)}")
    dpi = wear.dots(letter.worn, random)
    document = pypdfium2.PdfDocument(pdf(letter))
    try:
        drawn = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [wear.worn(page, letter.worn, random, dpi) for page in drawn]


def scan(letter: Letter) -> bytes:
    """The letter as a PDF of scanned pages, without text."""
    first, *rest = images(letter)
    made = io.BytesIO()
    first.save(made, "PDF", save_all=True, append_images=rest, resolution=first.width / 8.27)
    return made.getvalue()


def png(letter: Letter) -> bytes:
    """The first page as a picture."""
    made = io.BytesIO()
    images(letter)[0].save(made, "PNG")
    return made.getvalue()


# --- Word processors ---------------------------------------------------------------------------------


def docx(letter: Letter) -> bytes:
    """The letter as a word processor of offices writes it."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = letter.header
    document.sections[0].footer.paragraphs[0].text = letter.footer.replace("{page}", "1").replace("{pages}", "1")
    places = {"left": WD_ALIGN_PARAGRAPH.LEFT, "centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
    for block in letter.blocks or (Para(letter.data),):
        match block:
            case Lines(lines, align):
                for line in lines:
                    document.add_paragraph(line).alignment = places[align]
            case Para(text, number, heading):
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{number} {text}" if number else text).bold = heading
            case _:
                rows = _cells(block)
                table = document.add_table(len(rows), len(rows[0]))
                for at, row in enumerate(rows):
                    for cell, text in zip(table.rows[at].cells, row, strict=True):
                        cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _cells(block: Pair | Form | Rows) -> list[tuple[str, ...]]:
    """What stands side by side, as rows of a table."""
    match block:
        case Pair(left, right):
            return [("\n".join(left), "\n".join(right))]
        case Form(pairs):
            return list(pairs)
        case Rows(head, rows):
            return [head, *rows]


_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)
_ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(letter: Letter) -> bytes:
    """The letter as an open document."""
    made = io.BytesIO()
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    body = "".join(_odt_block(block) for block in letter.blocks or (Para(letter.data),))
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", _ODT_TYPE)
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", _ODT.format(body))
    return made.getvalue()


def _odt_block(block: Block) -> str:
    match block:
        case Lines(lines):
            return "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
        case Para(text, number, heading):
            whole = escape(f"{number} {text}" if number else text)
            return f'<text:h text:outline-level="2">{whole}</text:h>' if heading else f"<text:p>{whole}</text:p>"
        case _:
            rows = "".join(
                f"<table:table-row>{''.join(map(_odt_cell, row))}</table:table-row>" for row in _cells(block)
            )
            return f"<table:table>{rows}</table:table>"


def _odt_cell(text: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell>{lines}</table:table-cell>"


# --- Messages ----------------------------------------------------------------------------------------


def eml(letter: Letter) -> bytes:
    """A message with the letter attached, as a PDF or as a word processor's file in turn."""
    message = EmailMessage()
    message["From"] = "office@justice.example"
    message["To"] = "registry@central-authority.example"
    message["Subject"] = "Request"
    message["Message-ID"] = f"<{letter.number}@justice.example>"
    message.set_content("Please find the letter attached.\n")
    if letter.number % 2:
        message.add_attachment(pdf(letter), "application", "pdf", filename=f"{letter.name}.pdf")
    else:
        kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        message.add_attachment(docx(letter), "application", kind, filename=f"{letter.name}.docx")
    return message.as_bytes()


def files(letter: Letter) -> dict[str, bytes]:
    """The letter in every format, by the ending of its name."""
    if letter.data:
        return {"json": letter.data.encode()}
    return {"pdf": pdf(letter), "docx": docx(letter), "odt": odt(letter), "eml": eml(letter), "scan.pdf": scan(letter)}
