"""PDF: the text of each page with its places, the files in it, and what it would do when opened."""

import ctypes
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from pypdfium2 import raw

from rogatory.extraction.found import Found, Inner, Purse, UnreadableError
from rogatory.received.pages import Box, Line, Page, State

_HYPHENS = {0xFFFE: 0x2D, 0x02: 0x2D}
"""How the library writes a hyphen at the end of a line."""
_FINE = 100_000
"""Into how many parts a page is divided when places are asked for."""


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF.

    Raises:
        UnreadableError: It is encrypted or damaged.
    """
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            says = "It is encrypted: ask for the password, or for the file without it."
            raise UnreadableError(State.ENCRYPTED, says) from error
        raise UnreadableError(State.DAMAGED, "It is not a whole PDF: it cannot be opened.") from error


def read(data: bytes, purse: Purse) -> Found:
    """Read a PDF.

    Raises:
        UnreadableError: It is encrypted or damaged.
    """
    document = opened(data)
    count = len(document)
    broken: list[int] = []
    pages, lacks = purse.turn(_pages(document, count, broken), count)
    if broken:
        lacks.append(f"Damaged, and not read: page {', '.join(map(str, broken[:20]))}.")
    return Found(pages=pages, inner=_embedded(document, purse), facts=_facts(document), lacks=lacks)


def _pages(document: pypdfium2.PdfDocument, count: int, broken: list[int]) -> Iterator[Page]:
    for index in range(count):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            broken.append(index + 1)
            yield Page(index + 1, ())
            continue
        lines = tuple(_lines(page))
        yield Page(index + 1, lines, False, *page.get_size())
        page.close()


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    """The lines of a page, in the order in which the file tells them."""
    text = page.get_textpage()
    letters: list[int] = []
    corners: list[float] = []
    start = 0
    for index in range(text.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(text, index) if index < text.count_chars() else 10
        if code not in (10, 13):
            letters.append(_HYPHENS.get(code, code))
            if code != 32 and not raw.FPDFText_IsGenerated(text, index):  # noqa: PLR2004 - a space
                corners += _corners(text, index)
            continue
        line = _joined(letters)
        if line.strip():
            yield Line(line, start, _box(page, corners) if corners else None)
            start += len(line) + 1
        letters, corners = [], []


def _corners(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, ...]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _box(page: pypdfium2.PdfPage, corners: list[float]) -> Box:
    across, up = corners[0::2], corners[1::2]
    ends = [_on_page(page, min(across), min(up)), _on_page(page, max(across), max(up))]
    return Box(min(x for x, _ in ends), min(y for _, y in ends), max(x for x, _ in ends), max(y for _, y in ends))


def _on_page(page: pypdfium2.PdfPage, across: float, up: float) -> tuple[float, float]:
    """A place in shares of the page as it is shown, turned and cut as the file says."""
    x, y = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, across, up, x, y)
    return min(1.0, max(0.0, x.value / _FINE)), min(1.0, max(0.0, y.value / _FINE))


def _joined(letters: list[int]) -> str:
    """Code units as text: two that belong together are one letter."""
    units = b"".join(
        letter.to_bytes(2, "little") if letter <= 0xFFFF else chr(letter).encode("utf-16-le")  # noqa: PLR2004
        for letter in letters
        if letter <= 0x10FFFF  # noqa: PLR2004 - the last there is
    )
    return units.decode("utf-16-le", "replace").replace("\0", " ")


def _embedded(document: pypdfium2.PdfDocument, purse: Purse) -> list[Inner]:
    try:
        count = document.count_attachments()
    except pypdfium2.PdfiumError:
        return []
    return [_attachment(document, index, purse) for index in range(min(count, purse.limits.parts + 1))]


def _attachment(document: pypdfium2.PdfDocument, index: int, purse: Purse) -> Inner:
    def data() -> bytes:
        length = ctypes.c_ulong()
        file = document.get_attachment(index)
        raw.FPDFAttachment_GetFile(file, None, 0, length)
        if length.value > purse.unpacked:
            raise UnreadableError(State.TOO_LARGE, "The parts together are larger than allowed once unpacked.")
        return bytes(file.get_data()) if length.value else b""

    try:
        name = document.get_attachment(index).get_name()
    except pypdfium2.PdfiumError:
        name = ""
    return Inner(name or f"file {index + 1}", data)


def _facts(document: pypdfium2.PdfDocument) -> list[tuple[str, str]]:
    told = document.get_metadata_dict(skip_empty=True)
    return [(name.lower(), value) for name, value in told.items()]
