"""A line of a picture read again: cut and made ready otherwise each time, because each way mistakes other signs."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from PIL import Image, ImageFilter

from rogatory.extraction.votes import Unit, agree, units, voted
from rogatory.received.pages import Box, Line

Reader: TypeAlias = Callable[[Image.Image, str], str]
"""Reads a line by itself in a language, as Tesseract names it; empty: nothing."""

_SHARPER, _SOFTER = ImageFilter.UnsharpMask(3, 150, 0), ImageFilter.GaussianBlur(1.2)
_SMALLER, _LARGER = 0.85, 1.3


def _sized(cut: Image.Image, share: float) -> Image.Image:
    size = (max(1, round(cut.width * share)), max(1, round(cut.height * share)))
    return cut.resize(size, Image.Resampling.LANCZOS)


_WAYS: tuple[tuple[int, Callable[[Image.Image], Image.Image]], ...] = (
    (8, lambda cut: cut.filter(_SHARPER)),
    (14, lambda cut: _sized(cut, _SMALLER)),
    (5, lambda cut: cut.filter(_SOFTER)),
    (10, lambda cut: _sized(cut, _LARGER)),
)
"""With how many pixels of the page around it a line is cut, and what is then done to it."""
_FEWEST = 2
"""Readings beside the first after which it is seen whether all agree; one more where a number was hardly read."""


def again(line: Line, own: str, numbers: str, grey: Image.Image, read: Reader, *, names: bool = True) -> Line:
    """A line as most of up to nine readings have it.

    Read again is one with a number, and one in which a word with a capital, a name perhaps, was hardly read.

    Args:
        line: As it was first read.
        own: The language of the page.
        numbers: The language that reads numbers best; the rest of such a reading is not looked at.
        grey: The page, its lines level.
        read: Reads a line by itself.
        names: Whether one is read again for its words.
    """
    doubted = names and any(_is_doubted(line, unit) for unit in units(line.text))
    figures = any(unit.number for unit in units(line.text))
    if line.box is None or not (doubted or figures):
        return line
    if own == numbers:
        return voted(line, list(_readings(line, own, grey, line.box, read, names=doubted)))
    others = list(_readings(line, own, grey, line.box, read, names=True, figures=False)) if doubted else []
    return voted(line, others, list(_readings(line, numbers, grey, line.box, read)) if figures else ())


def _is_doubted(line: Line, unit: Unit) -> bool:
    return line.text[unit.start].isupper() and _is_hardly_read(line, unit)


def _is_hardly_read(line: Line, unit: Unit) -> bool:
    return any(unit.start <= at < unit.end for at in line.unsure)


def _readings(  # noqa: PLR0913 - a line, how it is read, and what of it must agree
    line: Line, language: str, grey: Image.Image, box: Box, read: Reader, *, names: bool = False, figures: bool = True
) -> Iterator[str]:
    """Readings of a line until enough of them agree with the first: the others would change nothing."""
    hardly = any(unit.number and _is_hardly_read(line, unit) for unit in units(line.text))
    enough = _FEWEST + (figures and hardly)
    made: list[str] = []
    for margin, way in _WAYS:
        made.append(read(way(_cut(grey, box, margin)), language))
        yield made[-1]
        if len(made) >= enough and agree(line.text, made, names=names, numbers=figures):
            return


def _cut(grey: Image.Image, box: Box, margin: int) -> Image.Image:
    """A line by itself, with a little of what stands around it."""
    wide, high = grey.size
    left, top, right, bottom = box.left * wide, box.top * high, box.right * wide, box.bottom * high
    around = (int(left) - margin, int(top) - margin, int(right) + margin, int(bottom) + margin)
    return grey.crop((max(0, around[0]), max(0, around[1]), min(wide, around[2]), min(high, around[3])))
