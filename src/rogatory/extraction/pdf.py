"""PDF: the text of each page with its places, the files in it, and what it would do when opened."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from PIL import Image
from pypdfium2 import raw

from rogatory.extraction import pdf_actions, pictures
from rogatory.extraction.found import Found, Inner, Purse, UnreadableError
from rogatory.received.pages import Box, Line, Page, State

_HYPHENS = {0xFFFE: 0x2D, 0x02: 0x2D}
"""How the library writes a hyphen at the end of a line."""
_SPACE = 32
_COLUMNS = (_SPACE, _SPACE)
"""Put behind a space that parts two columns, so that the line still tells what stood apart."""
_WIDE, _FAR, _TWICE = 0.8, 1.5, 2.0
"""In heights of a letter, from where a space is wide, and from where even the narrowest of a line parts columns; and
how many times the narrowest of its line one is that does."""
_SMALLEST = 4.0
"""Points a letter counts as high at least."""
_FEW = 200
"""Letters below which a page with a picture on it is looked at as a picture, too: a stamp, the name of a program."""
_MUCH = 0.5
"""Share of a page from which a picture is more than a coat of arms on it."""
_FINE_DRAWING = 2480
"""Pixels across of a page that is read as a picture: 300 dots an inch on A4."""
_COARSE_DRAWING = 1240
"""So many of one whose scan has fewer: 150 dots an inch."""
_ALL = 0.9
"""Share of a page from which a picture is all of it."""
_MOST_DRAWN = 12_000_000
"""Pixels of a page that is read as a picture."""
_MOST_LETTERS = 500_000
_MOST_OBJECTS = 2_000
"""Of one page; what comes after is not looked at."""
_MOST_LACKS = 20
_FINE = 100_000
"""Into how many parts a page is divided when places are asked for."""


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF.

    Raises:
        UnreadableError: It is encrypted or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            says = "It is encrypted: ask for the password, or for the file without it."
            raise UnreadableError(State.ENCRYPTED, says) from error
        raise UnreadableError(State.DAMAGED, "It is not a whole PDF: it cannot be opened.") from error
    return document


def read(data: bytes, purse: Purse) -> Found:
    """Read a PDF.

    Raises:
        UnreadableError: It is encrypted or damaged.
    """
    document = opened(data)
    count = len(document)
    lacks: list[str] = []
    pages, unread = purse.turn(_pages(document, count, purse, lacks), count)
    facts = [*_facts(document), *pdf_actions.signatures(document), *pdf_actions.actions(document, data)]
    lacks = [*list(dict.fromkeys(lacks))[:_MOST_LACKS], *unread]
    return Found(pages=pages, inner=_embedded(document, purse), facts=facts, lacks=lacks)


def _pages(document: pypdfium2.PdfDocument, count: int, purse: Purse, lacks: list[str]) -> Iterator[Page]:
    for index in range(count):
        try:
            page = document[index]
            yield _page(page, document.formenv, index + 1, purse, lacks)
            page.close()
        except (pypdfium2.PdfiumError, UnreadableError) as error:
            why = error.says if isinstance(error, UnreadableError) else "it is damaged."
            lacks.append(f"Page {index + 1} was not read: {why}")
            yield Page(index + 1, ())


def _page(
    page: pypdfium2.PdfPage, form: pypdfium2.PdfFormEnv | None, number: int, purse: Purse, lacks: list[str]
) -> Page:
    lines = tuple(_lines(page, form))
    size = page.get_size()
    objects = list(islice(page.get_objects(max_depth=2), _MOST_OBJECTS))
    pictured = any(one.type == raw.FPDF_PAGEOBJ_IMAGE and _share(one, size) > _MUCH for one in objects)
    letters = sum(len(line.text) for line in lines)
    if objects and (letters < _FEW if pictured else letters == 0):  # without a picture, the letters may be drawn
        width = min(_dots(objects, size), int((_MOST_DRAWN * size[0] / max(1.0, size[1])) ** 0.5))
        seen = pictures.page_of_picture(drawn(page, width, purse.limits.pixels), number, size, purse, lacks)
        if sum(len(line.text) for line in seen.lines) >= letters:
            return seen
    return Page(number, lines, pictured and _is_hidden(objects), *size)


def _dots(objects: Sequence[pypdfium2.PdfObject], size: tuple[float, float]) -> int:
    """Pixels across in which a page is best read: those of the scan where it is one, so that dust stays small."""
    scans = [one.get_px_size()[0] for one in objects if one.type == raw.FPDF_PAGEOBJ_IMAGE and _share(one, size) > _ALL]
    return min(_FINE_DRAWING, max(_COARSE_DRAWING, *scans)) if scans else _FINE_DRAWING


def _share(one: pypdfium2.PdfObject, size: tuple[float, float]) -> float:
    """Which share of a page an object covers."""
    left, bottom, right, top = one.get_bounds()
    share: float = abs((right - left) * (top - bottom)) / max(1.0, size[0] * size[1])
    return share


def _is_hidden(objects: Sequence[pypdfium2.PdfObject]) -> bool:
    """Whether the text lies unseen behind a picture, as a scanner puts it that reads by itself."""
    first = next((one for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT), None)
    return first is not None and raw.FPDFTextObj_GetTextRenderMode(first) == raw.FPDF_TEXTRENDERMODE_INVISIBLE


def drawn(page: pypdfium2.PdfPage, width: float, pixels: int) -> Image.Image:
    """A page as it looks.

    Args:
        page: The page.
        width: In pixels.
        pixels: How many it may have.

    Raises:
        UnreadableError: It would have more.
    """
    across, down = page.get_size()
    if across <= 0 or width < 1 or width * width * down / across > pixels:
        raise UnreadableError(State.TOO_LARGE, "The page is too long to be shown.")
    picture: Image.Image = page.render(scale=width / across).to_pil()
    return picture


def _lines(page: pypdfium2.PdfPage, form: pypdfium2.PdfFormEnv | None) -> Iterator[Line]:
    """The lines of a page, in the order in which the file tells them, then what its form is filled in with."""
    start = 0
    for line, corners in (*_printed(page), *(pdf_actions.fields(form, page) if form else ())):
        yield Line(line, start, _box(page, corners) if corners else None)
        start += len(line) + 1


def _printed(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Sequence[float]]]:
    text = page.get_textpage()
    letters: list[int] = []
    corners: list[float] = []
    gaps: list[tuple[int, float]] = []
    count = min(text.count_chars(), _MOST_LETTERS)
    for index in range(count + 1):
        code = raw.FPDFText_GetUnicode(text, index) if index < count else 10
        if code not in (10, 13):
            if code != _SPACE and not raw.FPDFText_IsGenerated(text, index):
                corner = _corners(text, index)
                if corners and letters[-1] == _SPACE:
                    size = max(_SMALLEST, raw.FPDFText_GetFontSize(text, index))
                    gaps.append((len(letters), (corner[0] - corners[-2]) / size))
                corners += corner
            letters.append(_HYPHENS.get(code, code))
            continue
        line = _joined(_parted(letters, gaps)).rstrip()
        if line:
            yield line, corners
        letters, corners, gaps = [], [], []


def _parted(letters: list[int], gaps: list[tuple[int, float]]) -> list[int]:
    """The letters of a line, with more than one space where two columns are apart.

    Words of a line that is set to a width stand as far apart as each other; columns do not.
    """
    narrow = min((gap for _, gap in gaps), default=0.0)
    made = list(letters)
    for at, gap in reversed(gaps):
        if gap > _WIDE and (narrow > _FAR or gap > _TWICE * narrow):
            made[at:at] = _COLUMNS
    return made


def _corners(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, ...]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _box(page: pypdfium2.PdfPage, corners: Sequence[float]) -> Box:
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
