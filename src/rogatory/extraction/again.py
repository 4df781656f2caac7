"""A word of a picture read again: cut and made ready otherwise each time, because each way mistakes other signs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from PIL import Image, ImageFilter

from rogatory.extraction.votes import Unit, is_settled, units, voted
from rogatory.names.text import scripts
from rogatory.received.pages import Box, Line

Reader: TypeAlias = Callable[[Image.Image, str], str]
"""Reads a line by itself in a language, as Tesseract names it; empty: nothing."""

_SHARPER, _SOFTER = ImageFilter.UnsharpMask(3, 150, 0), ImageFilter.GaussianBlur(1.2)
_THICKER = ImageFilter.MinFilter(3)
_SMALLEST, _SMALLER, _LARGER = 0.7, 0.85, 1.3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: its first character, its last (exclusive), and where it stands on the picture."""

    start: int
    end: int
    box: Box


def _sized(cut: Image.Image, share: float) -> Image.Image:
    size = (max(1, round(cut.width * share)), max(1, round(cut.height * share)))
    return cut.resize(size, Image.Resampling.LANCZOS)


_WAYS: tuple[tuple[int, Callable[[Image.Image], Image.Image]], ...] = (
    (8, lambda cut: cut.filter(_SHARPER)),
    (12, lambda cut: _sized(cut, _SMALLER)),
    (5, lambda cut: cut.filter(_SOFTER)),
    (10, lambda cut: _sized(cut, _LARGER)),
    (9, lambda cut: cut.filter(_THICKER)),
    (7, lambda cut: _sized(cut, _SMALLEST)),
)
"""With how many pixels of the page above and below it a word is cut, and what is then done to it."""
_BESIDE = 20
"""Pixels beside a word that are cut with it at the most; half of the gap to the next word, where that is less."""
_WORDY = re.compile(r"[^\W\d_]{3}")
"""Letters that are part of a word and not of a number, such as `15-дневный`."""
_FEWEST = 2
"""Readings beside the first after which it is seen whether all agree; one more where a number was hardly read."""


def again(
    line: Line,
    words: Sequence[Word],
    languages: Sequence[str],
    grey: Image.Image,
    read: Reader,
    *,
    names: bool = True,
) -> Line:
    """A line, each number in it and each name that was hardly read as most of up to thirteen readings have it.

    Args:
        line: As it was first read.
        words: Where its words stand.
        languages: That of the page, and that which reads numbers best.
        grey: The page, its lines level.
        read: Reads a cut by itself.
        names: Whether words with a capital that were hardly read are read again, too.
    """
    told = {
        unit.start: tuple(_readings(line, unit, words, languages, grey, read))
        for unit in units(line.text)
        if unit.number or (names and _is_doubted(line, unit))
    }
    return voted(line, told) if told else line


def _is_doubted(line: Line, unit: Unit) -> bool:
    return line.text[unit.start].isupper() and _is_hardly_read(line, unit)


def _is_hardly_read(line: Line, unit: Unit) -> bool:
    return any(unit.start <= at < unit.end for at in line.unsure)


def _readings(
    line: Line, unit: Unit, words: Sequence[Word], languages: Sequence[str], grey: Image.Image, read: Reader
) -> Iterator[str]:
    """Readings of a word until enough of them agree: the others would change nothing."""
    text = line.text[unit.start : unit.end]
    box, free = _place(unit, words, grey.width)
    own, other = languages
    if own == "rus" and (_WORDY.search(text) or not unit.number):
        tongues: Iterable[str] = (other if "Cyrillic" not in scripts(text) else own,)
    else:
        tongues = dict.fromkeys((other, own))
    enough = _FEWEST + (unit.number and _is_hardly_read(line, unit))
    made: list[str] = []
    for margin, way in _WAYS:
        cut = way(_cut(grey, box, margin, free))
        for language in tongues:
            made.append(read(cut, language))
            yield made[-1]
            if len(made) >= enough and is_settled(text, made):
                return


def _place(unit: Unit, words: Sequence[Word], wide: int) -> tuple[Box, int]:
    """Where a word stands, and how many pixels beside it are cut with it: a letter that was lost may stand there."""
    mine = [word.box for word in words if word.start < unit.end and unit.start < word.end]
    box = Box(
        min(one.left for one in mine),
        min(one.top for one in mine),
        max(one.right for one in mine),
        max(one.bottom for one in mine),
    )
    gaps = [b.box.left - a.box.right for a, b in pairwise(words) if a.end == unit.start - 1 or b.start == unit.end + 1]
    return box, max(1, min(_BESIDE, int(min(gaps, default=1.0) * wide / 2)))


def _cut(grey: Image.Image, box: Box, above: int, beside: int) -> Image.Image:
    """A word by itself, with a little of what stands around it."""
    wide, high = grey.size
    left, top, right, bottom = box.left * wide, box.top * high, box.right * wide, box.bottom * high
    around = (int(left) - beside, int(top) - above, int(right) + beside, int(bottom) + above)
    return grey.crop((max(0, around[0]), max(0, around[1]), min(wide, around[2]), min(high, around[3])))
