"""In the cage: papers and pictures are made into new pixels. Loaded by the process that reads.

What is made holds what could be seen, drawn by the program that draws the pages for the reviewers, and nothing else:
no layer below, no earlier version, no attachment, no note of a camera or of a word processor.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import Image

from rogatory.extraction import kinds, pdf, pictures
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.limits import Limits
from rogatory.extraction.worker import Answer
from rogatory.packaging.hiding import NOTHING, Hiding
from rogatory.received.pages import State

_DOTS = 200
"""Dots an inch of a paper that is drawn."""
_POINTS = 72
_QUALITY = 85
_SKETCH = 600
"""Pixels in the width of a page that is only compared."""


def pixels(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Draw a file anew. Answers with the new bytes and their media type, or with why it cannot be drawn."""
    limits = Limits(**values["limits"])
    try:
        media, made = _drawn(data, limits)
    except UnreadableError as error:
        answer({"state": error.state.name, "says": error.says})
        return
    answer({"media": media}, made)


def blackened(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Draw a file anew, parts of it black.

    Told the passages (`passages`, as they stand in its text) and the areas (`areas`: page from 1, left, top, right,
    bottom in shares of the page). Answers as `pixels`, and with the number of places where each passage was found as
    letters (`found`), the words under each area (`under`), and the pages on which something is black (`pages`).
    """
    limits = Limits(**values["limits"])
    hiding = Hiding(tuple(values["passages"]), tuple(tuple(area) for area in values["areas"]))
    try:
        media, made = _drawn(data, limits, hiding)
    except UnreadableError as error:
        answer({"state": error.state.name, "says": error.says})
        return
    told = {"media": media, "found": hiding.found, "under": hiding.under, "pages": sorted(hiding.pages)}
    answer(told, made)


def small(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Draw every page small and grey, `side` points in the square; answers with their bytes, one after the other."""
    limits, side = Limits(**values["limits"]), int(values["side"])
    try:
        made = b"".join(
            sheet.convert("L").resize((side, side), Image.Resampling.BOX).tobytes() for sheet in _small(data, limits)
        )
    except UnreadableError as error:
        answer({"state": error.state.name, "says": error.says})
        return
    answer({}, made)


def _small(data: bytes, limits: Limits) -> Iterator[Image.Image]:
    kind = kinds.recognised(data)
    if kind is kinds.PDF:
        document = pdf.opened(data)
        for index in range(_within(len(document), limits)):
            page = document[index]
            yield pdf.drawn(page, _SKETCH, limits.pixels)
            page.close()
        return
    if kind.read is not pictures.read:
        raise UnreadableError(State.UNSUPPORTED, "It is neither a paper nor a picture.")
    picture = pictures.opened(data, limits.pixels)
    for index in range(_within(pictures.frames(picture), limits)):
        yield pictures.frame(picture, index, limits.pixels)


def _drawn(data: bytes, limits: Limits, hiding: Hiding = NOTHING) -> tuple[str, bytes]:
    kind = kinds.recognised(data)
    if kind is kinds.PDF:
        return "application/pdf", _paper(_sheets(data, limits, hiding), _DOTS)
    if kind.read is not pictures.read:
        raise UnreadableError(State.UNSUPPORTED, "It is neither a paper nor a picture that can be drawn anew.")
    picture = pictures.opened(data, limits.pixels)
    count = pictures.frames(picture)
    if count > 1:
        frames = (
            hiding.over(_bare(pictures.frame(picture, index, limits.pixels)), index + 1)
            for index in range(_within(count, limits))
        )
        return "application/pdf", _paper(frames, _DOTS)
    out = io.BytesIO()
    hiding.over(_bare(pictures.frame(picture, 0, limits.pixels)), 1).save(out, "PNG")
    return "image/png", out.getvalue()


def _sheets(data: bytes, limits: Limits, hiding: Hiding) -> Iterator[Image.Image]:
    document = pdf.opened(data)
    for index in range(_within(len(document), limits)):
        page = document[index]
        width = max(1, round(page.get_size()[0] * _DOTS / _POINTS))
        yield hiding.over(_bare(pdf.drawn(page, width, limits.pixels)), index + 1, page)
        page.close()


def _within(count: int, limits: Limits) -> int:
    """The number of pages, if all of them can be drawn: half a paper is another paper."""
    if not 0 < count <= limits.pages:
        raise UnreadableError(State.TOO_LARGE, f"It has {count} pages; from 1 to {limits.pages} can be drawn.")
    return count


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone, without anything the file said beside them."""
    flat = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
    return Image.frombytes(flat.mode, flat.size, flat.tobytes())


def _paper(sheets: Iterator[Image.Image], dots: int) -> bytes:
    """A PDF of nothing but pictures, one a page (ISO 32000-1). A page is packed before the next one is drawn."""
    parts = [b"", b""]  # the catalogue and the tree of pages, which come to stand first
    pages = []
    for sheet in sheets:
        packed = io.BytesIO()
        sheet.save(packed, "JPEG", quality=_QUALITY)
        across, down = (round(side * _POINTS / dots, 2) for side in sheet.size)
        drawing = f"q {across} 0 0 {down} 0 0 cm /I Do Q".encode()
        colours = "DeviceGray" if sheet.mode == "L" else "DeviceRGB"
        size = f"/Width {sheet.width} /Height {sheet.height} /BitsPerComponent 8 /ColorSpace /{colours}"
        number = len(parts) + 1
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] /Contents {number + 1} 0 R "
            f"/Resources << /XObject << /I {number + 2} 0 R >> >> >>".encode(),
            _stream("", drawing),
            _stream(f"/Type /XObject /Subtype /Image {size} /Filter /DCTDecode ", packed.getvalue()),
        ]
        pages.append(f"{number} 0 R")
    parts[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    parts[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}] >>".encode()
    return _file(parts)


def _stream(told: str, data: bytes) -> bytes:
    return f"<< {told}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(parts: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(f"{len(out):010} 00000 n \n")
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start, count = len(out), len(parts) + 1
    table = f"xref\n0 {count}\n0000000000 65535 f \n{''.join(places)}"
    return bytes(out) + f"{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
