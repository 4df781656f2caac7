"""Letters read off a picture, where the library and its language data are installed; both are optional.

Which language a page is in is found out first, from its script and then from a strip of it, so that a page is read
once, in the right one. Every letter read so may be wrong: the page says `scanned`.
"""

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from PIL import Image, ImageFilter

from rogatory.received.pages import Box, Line

tesserocr: Any = importlib.import_module("tesserocr") if find_spec("tesserocr") else None
"""None where the extra `ocr` is not installed."""

INSTALL = (
    "It is a picture, and letters are not read off pictures here: install the extra `ocr` of rogatory and the language "
    "data of Tesseract (Debian: tesseract-ocr-eng, -fra, -nld, -deu, -rus, -tur), or read it yourself."
)
LANGUAGES = ("eng", "fra", "nld", "deu", "tur", "rus")
"""Languages that are looked for, by their names in Tesseract."""
_LATIN, _CYRILLIC = ("eng", "fra", "nld", "deu", "tur"), ("rus",)
_FOLDERS = (
    os.environ.get("TESSDATA_PREFIX", ""),
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    f"{sys.prefix}/share/tessdata",
)
_COMMON = {
    "eng": "the of and to in for that is on by with be as at from this which or are was not request",
    "fra": "le la les de des du et en un une dans pour que qui est par sur au aux ne pas ce cette",
    "nld": "de het een van en in op te dat die voor met zijn is aan bij door niet om wordt als ook",
    "deu": "der die das und in den von zu mit des auf ist im nicht ein eine dem für fur wird als auch",
    "tur": "ve bir bu ile için icin olarak olan da de olduğu oldugu tarih sayılı sayili göre gore kadar ile veya",
}
_LONG_SIDE = 3508
"""Pixels of the long side of a page at 300 dots an inch, at which letters are read best."""
_SHORT_SIDE = 1754
_FINE = 2000
"""Pixels of the long side from which dust is taken off before reading; on a coarser page letters would go with it."""
_DUST = ImageFilter.MedianFilter(3)
_GOOD = 70
"""Mean confidence, of 100, from which a page counts as read in its own language."""
_STRIPS = ((0.35, 0.6), (0.6, 0.85), (0.1, 0.35))
"""Shares of the height of a page that are looked at, one after the other, until its language shows."""
_SURE_OF_TURN = 2.0
_STANDS_ALONE = frozenset("№§&+/=()[]{}<>-–—|%*@#$€")
"""Signs of which a word may be made."""
_UNSURE = 60
"""Confidence, of 100, below which a word without a letter or figure is dirt."""
_HARDLY = 0.3
"""Heights of a line below which a sign that stands alone is dirt."""
_APART = 2.0
"""Heights of a line between two words that do not belong together."""
_Corners: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read off a picture.

    Attributes:
        lines: Its lines, with their places in shares of the picture.
        language: The languages it was read in, as Tesseract names them.
        confidence: Mean confidence of its words, from 0 to 100.
    """

    lines: tuple[Line, ...]
    language: str
    confidence: int


@cache
def data_folder() -> str:
    """Where the language data is; empty: letters cannot be read off pictures here."""
    found = (folder for folder in _FOLDERS if folder and any(Path(folder).glob("*.traineddata")))
    return next(found, "") if tesserocr else ""


@cache
def languages() -> tuple[str, ...]:
    """The languages of `LANGUAGES` whose data is installed."""
    folder = data_folder()
    return tuple(one for one in LANGUAGES if folder and (Path(folder) / f"{one}.traineddata").exists())


def read_picture(picture: Image.Image, before: str = "") -> Seen | None:
    """Read the letters of a picture.

    Args:
        picture: The picture, as it is shown.
        before: The language of the page before; it is tried first. Empty: none.

    Returns:
        What was read; None where no language data is installed.
    """
    if not languages():
        return None
    grey = picture.convert("L")
    fine = max(grey.size) >= _FINE
    grey = _sized(grey.filter(_DUST) if fine else grey)
    if before:
        seen = _read(grey, before, 0)
        if seen.confidence >= _GOOD:
            return seen
    turn, scripts = _looked_at(grey)
    upright = grey.rotate(turn, expand=True) if turn else grey
    language = _language(upright, scripts)
    seen = _read(upright, language, turn)
    if seen.confidence < _GOOD:
        other = _sized(picture.convert("L")).rotate(turn, expand=True) if fine else upright.filter(_DUST)
        seen = max(seen, _read(other, language, turn), key=_worth)
    return seen


def _worth(seen: Seen) -> int:
    return seen.confidence * sum(len(line.text) for line in seen.lines)


def _sized(grey: Image.Image) -> Image.Image:
    longer = max(grey.size)
    if longer > 1.1 * _LONG_SIDE:
        share = _LONG_SIDE / longer
    elif longer < _SHORT_SIDE:
        share = min(2.0, _LONG_SIDE / longer)
    else:
        return grey
    return grey.resize(
        (max(1, round(grey.width * share)), max(1, round(grey.height * share))), Image.Resampling.LANCZOS
    )


@cache
def _engine(language: str) -> Any:  # noqa: ANN401 - it ships no types
    mode = tesserocr.PSM.OSD_ONLY if language == "osd" else tesserocr.PSM.AUTO
    engine = tesserocr.PyTessBaseAPI(path=data_folder(), lang=language, psm=mode)
    engine.SetVariable("debug_file", "")  # otherwise it writes to a file of its own
    return engine


def _looked_at(grey: Image.Image) -> tuple[int, tuple[str, ...]]:
    """By how much a page must be turned to stand upright, counter-clockwise, and the languages of its script."""
    if not (Path(data_folder()) / "osd.traineddata").exists():
        return 0, ()
    engine = _engine("osd")
    engine.SetImage(grey.reduce(2) if max(grey.size) > _SHORT_SIDE else grey)
    try:
        told = engine.DetectOrientationScript()
    except RuntimeError:
        told = None
    if not told:
        return 0, ()
    turn = int(told["orient_deg"]) if told["orient_conf"] > _SURE_OF_TURN else 0
    return turn, _CYRILLIC if told["script_name"] == "Cyrillic" else _LATIN


def _language(grey: Image.Image, script: Iterable[str]) -> str:
    there = languages()
    of_script = [one for one in script if one in there]
    if "rus" in of_script:
        return "+".join(one for one in ("rus", "eng") if one in there)
    if len(of_script) < 2:  # noqa: PLR2004 - nothing to choose between
        return of_script[0] if of_script else "+".join(there)
    first = of_script[0]
    words: list[str] = []
    for top, bottom in _STRIPS:
        strip = grey.crop((0, int(top * grey.height), grey.width, int(bottom * grey.height)))
        words += " ".join(line.text for line in _read(strip, first, 0).lines).lower().split()
        counts = {one: sum(word in _COMMON[one].split() for word in words) for one in of_script}
        if max(counts.values()) > 3:  # noqa: PLR2004 - too few to tell
            return max(of_script, key=lambda one: counts[one])
    return "+".join(of_script)


def _read(grey: Image.Image, language: str, turn: int) -> Seen:
    engine = _engine(language)
    engine.SetImage(grey)
    engine.SetSourceResolution(300)
    if not engine.Recognize():
        return Seen((), language, 0)
    lines, start = [], 0
    for text, corners in _lines(engine):
        left, top, right, bottom = corners
        shares = (left / grey.width, top / grey.height, right / grey.width, bottom / grey.height)
        lines.append(Line(text, start, _turned_back(*shares, turn)))
        start += len(text) + 1
    return Seen(tuple(lines), language, int(engine.MeanTextConf()) if lines else 0)


def _lines(engine: Any) -> Iterator[tuple[str, _Corners]]:  # noqa: ANN401 - it ships no types
    words: list[tuple[str, _Corners]] = []
    word, line = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    for one in tesserocr.iterate_level(engine.GetIterator(), word):
        if words and one.IsAtBeginningOf(line):
            yield from _joined(words)
            words = []
        try:
            text, corners = one.GetUTF8Text(word).strip(), one.BoundingBox(word)
            sure = one.Confidence(word) > _UNSURE or any(sign.isalnum() for sign in text)
        except RuntimeError:  # a picture within the page
            continue
        if text and corners and sure:
            words.append((text, corners))
    yield from _joined(words)


def _joined(words: list[tuple[str, _Corners]]) -> Iterator[tuple[str, _Corners]]:
    """A line of words: specks of dirt left out, a tabulator where two stand as far apart as columns do."""
    if not words:
        return
    height = median(bottom - top for _, (_, top, _, bottom) in words)
    kept = [(text, corners) for text, corners in words if not _is_speck(text, corners, height)]
    line, before = "", 0
    for text, (left, _, right, _) in kept:
        line += ("\t" if left - before > _APART * height else " ") * bool(line) + text
        before = right
    if kept:
        lefts, tops, rights, bottoms = zip(*(corners for _, corners in kept), strict=True)
        yield line, (min(lefts), min(tops), max(rights), max(bottoms))


def _is_speck(text: str, corners: _Corners, height: float) -> bool:
    """Whether a word is dirt: no letter, no figure, and either a mark that never stands alone or hardly there."""
    if any(sign.isalnum() for sign in text):
        return False
    left, top, right, bottom = corners
    return not set(text) & _STANDS_ALONE or max(right - left, bottom - top) < _HARDLY * height


def _turned_back(left: float, top: float, right: float, bottom: float, turn: int) -> Box:
    """A place on a page that was turned counter-clockwise by so many degrees, on the page as it is shown."""
    match turn:
        case 90:
            return Box(1 - bottom, left, 1 - top, right)
        case 180:
            return Box(1 - right, 1 - bottom, 1 - left, 1 - top)
        case 270:
            return Box(top, 1 - right, bottom, 1 - left)
        case _:
            return Box(left, top, right, bottom)
