"""In the cage: parts of a page or picture are made black, in the pixels themselves."""

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from PIL import Image, ImageDraw
from pypdfium2 import raw

from rogatory.material.redaction import places

_MARGIN = 2
"""Pixels by which a black box is larger than what it hides: letters are smoothed at their edges."""
_BLACK = 0
_HALVES = range(0xD800, 0xE000)
_WORD = re.compile(r"\S+")

Box = tuple[int, int, int, int]


@dataclass
class Hiding:
    """What is hidden in a paper or picture.

    Attributes:
        passages: Passages as they stand in its text; hidden wherever they are found as letters.
        areas: Page from 1, left, top, right, bottom, in shares of the page.
        found: For each passage, in how many places it was found so far.
        under: For each area, the words that stand under it as letters: those it only touches, whole.
        pages: Pages on which something was made black.
    """

    passages: tuple[str, ...] = ()
    areas: tuple[tuple[float, ...], ...] = ()
    found: list[int] = field(default_factory=list)
    under: list[list[str]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing was found so far."""
        self.found = [0] * len(self.passages)
        self.under = [[] for _ in self.areas]

    def over(self, picture: Image.Image, number: int, page: pypdfium2.PdfPage | None = None) -> Image.Image:
        """The picture of a page, with what is hidden on it black.

        Args:
            picture: The picture; it is changed.
            number: Number of the page.
            page: The page, where it has letters of its own; None: it is a picture.
        """
        areas = dict(self._of_areas(picture, number))
        boxes = [*areas.values(), *(self._of_letters(picture, page, areas) if page else ())]
        pen = ImageDraw.Draw(picture)
        for box in boxes:
            pen.rectangle(box, fill=_BLACK)
        if boxes:
            self.pages.add(number)
        return picture

    def _of_areas(self, picture: Image.Image, number: int) -> Iterator[tuple[int, Box]]:
        across, down = picture.size
        for place, (page, left, top, right, bottom) in enumerate(self.areas):
            if page == number:
                yield place, _wider(left * across, top * down, right * across, bottom * down)

    def _of_letters(self, picture: Image.Image, page: pypdfium2.PdfPage, areas: Mapping[int, Box]) -> Iterator[Box]:
        if not (self.passages or areas):
            return
        letters = page.get_textpage()
        try:
            text = "".join(_sign(letters, place) for place in range(letters.count_chars()))
            for number, passage in enumerate(self.passages):
                for start, end in places(passage, text):
                    self.found[number] += 1
                    yield from (_on(picture, page, letters, place) for place in range(start, end))
            if areas:
                boxes = [_on(picture, page, letters, place) for place in range(len(text))]
                for number, area in areas.items():
                    for start, end in _touched(text, boxes, area):
                        self.under[number].append(text[start:end])
                        yield from boxes[start:end]
        finally:
            letters.close()


NOTHING = Hiding()
"""Nothing is hidden."""


def _touched(text: str, boxes: Sequence[Box], area: Box) -> Iterator[tuple[int, int]]:
    """Words in a row that an area touches: where they begin (inclusive) and end (exclusive)."""
    start, end = -1, -1
    for word in _WORD.finditer(text):
        if any(_meet(boxes[place], area) for place in range(*word.span())):
            start = word.start() if start < 0 else start
            end = word.end()
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _meet(one: Box, other: Box) -> bool:
    # Both were made wider by the margin, which is no part of either.
    gap = 2 * _MARGIN
    across = one[0] < other[2] - gap and other[0] < one[2] - gap
    return across and one[1] < other[3] - gap and other[1] < one[3] - gap


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
