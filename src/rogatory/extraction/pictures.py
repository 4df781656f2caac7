"""Pictures: PNG, JPEG and TIFF, each frame a page."""

import io
import struct
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

from rogatory.extraction import ocr
from rogatory.extraction.found import Found, Purse, UnreadableError
from rogatory.received.pages import Page, State

_FORMATS = ("PNG", "JPEG", "TIFF")
Image.init()  # now, because later nothing new is loaded
_SMALL = 40_000
"""Pixels below which a picture is an emblem, and not looked at for letters: messages are full of them."""
_WRONG = (OSError, ValueError, SyntaxError, struct.error, EOFError, KeyError, TypeError, OverflowError, ArithmeticError)
"""What the library raises for damaged pictures."""
_LONG_SIDE = 842.0
"""Points of the long side of a page whose picture tells no size: that of A4."""


def opened(data: bytes, pixels: int) -> Image.Image:
    """Open a picture, without unpacking it.

    Raises:
        UnreadableError: It is damaged, or has more pixels than allowed.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise UnreadableError(State.TOO_LARGE, f"The picture has more than {pixels:,} pixels.") from error
    except (UnidentifiedImageError, *_WRONG) as error:
        raise UnreadableError(State.DAMAGED, "The picture is damaged.") from error
    if picture.width * picture.height > pixels:
        raise UnreadableError(State.TOO_LARGE, f"The picture has more than {pixels:,} pixels.")
    return picture


def frame(picture: Image.Image, index: int, pixels: int) -> Image.Image:
    """A frame as it is shown, unpacked.

    Raises:
        UnreadableError: It is damaged, has more pixels than allowed, or is not there.
    """
    try:
        picture.seek(index)
        if picture.width * picture.height > pixels:
            raise UnreadableError(State.TOO_LARGE, f"The picture has more than {pixels:,} pixels.")
        flat = ImageOps.exif_transpose(picture)
        flat.load()
    except _WRONG as error:
        raise UnreadableError(State.DAMAGED, "The picture is damaged.") from error
    if flat.mode in ("RGBA", "LA", "PA") or "transparency" in flat.info:
        clear = flat.convert("RGBA")
        flat = Image.new("RGB", flat.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
    return flat if flat.mode in ("L", "RGB") else flat.convert("L" if flat.mode in ("1", "I", "I;16", "F") else "RGB")


def frames(picture: Image.Image) -> int:
    """How many frames a picture has."""
    try:
        return int(getattr(picture, "n_frames", 1))
    except _WRONG:
        return 1


def read(data: bytes, purse: Purse) -> Found:
    """Read a picture.

    Raises:
        UnreadableError: It is damaged, or larger than allowed.
    """
    picture = opened(data, purse.limits.pixels)
    count = frames(picture)
    lacks: list[str] = []
    size = f"{picture.width} x {picture.height} pixels"
    pages, more = purse.turn(_pages(picture, count, purse, lacks), count)
    return Found(pages=pages, facts=[("picture", size)], lacks=[*dict.fromkeys(lacks), *more])


def _pages(picture: Image.Image, count: int, purse: Purse, lacks: list[str]) -> Iterator[Page]:
    for index in range(count):
        try:
            flat = frame(picture, index, purse.limits.pixels)
        except UnreadableError as error:
            if count == 1:
                raise
            lacks.append(f"Page {index + 1}: {error.says}")
            yield Page(index + 1, (), scanned=True)
            continue
        share = _LONG_SIDE / max(flat.size)
        yield page_of_picture(flat, index + 1, (flat.width * share, flat.height * share), purse, lacks)


def page_of_picture(
    picture: Image.Image, number: int, size: tuple[float, float], purse: Purse, lacks: list[str]
) -> Page:
    """A page read off a picture, unless it is too small; what is missing for it is added to `lacks`."""
    if picture.width * picture.height < _SMALL:
        return Page(number, (), True, *size)
    seen = ocr.read_picture(picture, purse.language)
    if seen is None:
        lacks.append(ocr.INSTALL)
        return Page(number, (), True, *size)
    if seen.lines:
        purse.language = seen.language
    return Page(number, seen.lines, True, *size)
