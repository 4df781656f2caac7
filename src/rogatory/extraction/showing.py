"""A page as it looks: drawn in the cage, so that the office's process never parses the file."""

import io

from rogatory.extraction import kinds, pdf, pictures
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.limits import Limits
from rogatory.received.pages import State

WIDEST = 4_000
"""Pixels a drawing may be wide."""


def shown(data: bytes, page: int, width: int, limits: Limits) -> bytes:
    """A PNG of a page.

    Args:
        data: The bytes of the part.
        page: Number of the page, from 1.
        width: In pixels; at most `WIDEST`.
        limits: How many pixels it may have.

    Raises:
        UnreadableError: It has no such page, or none that can be shown.
    """
    kind = kinds.recognised(data)
    width = max(1, min(width, WIDEST))
    if kind is kinds.PDF:
        return _of_pdf(data, page, width, limits)
    if kind.read is pictures.read:
        return _of_picture(data, page, width, limits)
    raise UnreadableError(State.UNSUPPORTED, "Files of this kind have no pages that can be shown.")


def _of_pdf(data: bytes, page: int, width: int, limits: Limits) -> bytes:
    document = pdf.opened(data)
    if not 1 <= page <= len(document):
        raise UnreadableError(State.UNSUPPORTED, f"It has no page {page}.")
    out = io.BytesIO()
    pdf.drawn(document[page - 1], width, limits.pixels).save(out, "PNG")
    return out.getvalue()


def _of_picture(data: bytes, page: int, width: int, limits: Limits) -> bytes:
    picture = pictures.opened(data, limits.pixels)
    if not 1 <= page <= pictures.frames(picture):
        raise UnreadableError(State.UNSUPPORTED, f"It has no page {page}.")
    flat = pictures.frame(picture, page - 1, limits.pixels)
    height = max(1, round(flat.height * width / flat.width))
    if width * height > limits.pixels:
        raise UnreadableError(State.TOO_LARGE, "The page is too long to be shown.")
    out = io.BytesIO()
    flat.resize((width, height)).save(out, "PNG")
    return out.getvalue()
