"""In the cage: parts of a page or picture are made black, in the pixels themselves."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from PIL import Image, ImageDraw
from pypdfium2 import raw

from rogatory.material.redaction import places

_MARGIN = 2
"""Pixels by which a black box is larger than what it hides: letters are smoothed at their edges."""
_BLACK = 0
_HALVES = range(0xD800, 0xE000)

Box = tuple[int, int, int, int]


@dataclass
class Hiding:
    """What is hidden in a paper or picture.

    Attributes:
        passages: Passages as they stand in its text; hidden wherever they are found as letters.
        areas: Page from 1, left, top, right, bottom, in shares of the page.
        found: For each passage, in how many places it was found so far.
        pages: Pages on which something was made black.
    """

    passages: tuple[str, ...] = ()
    areas: tuple[tuple[float, ...], ...] = ()
    found: list[int] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing was found so far."""
        self.found = [0] * len(self.passages)

    def over(self, picture: Image.Image, number: int, page: pypdfium2.PdfPage | None = None) -> Image.Image:
        """The picture of a page, with what is hidden on it black.

        Args:
            picture: The picture; it is changed.
            number: Number of the page.
            page: The page, where it has letters of its own; None: it is a picture.
        """
        boxes = [*self._of_areas(picture, number), *(self._of_passages(picture, page) if page else ())]
        pen = ImageDraw.Draw(picture)
        for box in boxes:
            pen.rectangle(box, fill=_BLACK)
        if boxes:
            self.pages.add(number)
        return picture

    def _of_areas(self, picture: Image.Image, number: int) -> Iterator[Box]:
        across, down = picture.size
        for page, left, top, right, bottom in self.areas:
            if page == number:
                yield _wider(left * across, top * down, right * across, bottom * down)

    def _of_passages(self, picture: Image.Image, page: pypdfium2.PdfPage) -> Iterator[Box]:
        if not self.passages:
            return
        letters = page.get_textpage()
        try:
            text = "".join(_sign(letters, place) for place in range(letters.count_chars()))
            for number, passage in enumerate(self.passages):
                for start, end in places(passage, text):
                    self.found[number] += 1
                    yield from (_on(picture, page, letters, place) for place in range(start, end))
        finally:
            letters.close()


NOTHING = Hiding()
"""Nothing is hidden."""


def _sign(letters: pypdfium2.PdfTextPage, place: int) -> str:
    """One character; half of one, which is none, as a space, so that places stay as they are."""
    code = raw.FPDFText_GetUnicode(letters, place)
    return " " if code in _HALVES or not code else chr(code)


def _on(picture: Image.Image, page: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage, place: int) -> Box:
    """Where a letter is on the picture, whichever way the page is turned or cut."""
    left, bottom, right, top = letters.get_charbox(place, loose=True)
    corners = [_device(picture, page, x, y) for x, y in ((left, bottom), (right, top), (left, top), (right, bottom))]
    across, down = zip(*corners, strict=True)
    return _wider(min(across), min(down), max(across), max(down))


def _device(picture: Image.Image, page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, *picture.size, 0, x, y, across, down)
    return across.value, down.value


def _wider(left: float, top: float, right: float, bottom: float) -> Box:
    return int(left) - _MARGIN, int(top) - _MARGIN, int(right) + 1 + _MARGIN, int(bottom) + 1 + _MARGIN
