"""Letters read off a picture, where the library and its language data are installed; both are optional.

Which language a page is in is found out first, from its script and then from a strip of it, so that a page is read
once, in the right one. Every letter read so may be wrong: the page says `scanned`.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from PIL import Image, ImageOps

from rogatory.extraction import ink
from rogatory.extraction.again import Word, again
from rogatory.extraction.ink import Ready
from rogatory.extraction.rows import in_rows
from rogatory.received.pages import Box, Line

tesserocr: Any = importlib.import_module("tesserocr") if find_spec("tesserocr") else None
"""None where the extra `ocr` is not installed."""

INSTALL = (
    "It is a picture, and letters are not read off pictures here: install the extra `ocr` of rogatory and the language "
    "data of Tesseract (Debian: tesseract-ocr-eng, -fra, -nld, -deu, -rus, -tur), or read it yourself."
)
LANGUAGES = ("eng", "fra", "nld", "deu", "tur", "rus")
"""Languages that are looked for, by their names in Tesseract."""
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
    "eng": "the of and to in for that is on by with be as at from this which or are was not request any has have been",
    "fra": "le la les de des du et en un une dans pour que qui est par sur au aux ne pas ce cette il elle sont été",
    "nld": "de het een van en in op te dat die voor met zijn is aan bij door niet om wordt als ook uit werd naar",
    "deu": "der die das und in den von zu mit des auf ist im nicht ein eine dem für fur wird als auch vom zur sind",
    "tur": "ve bir bu ile için icin olarak olan da de olduğu oldugu tarih tarihli tarihinde sayılı sayili göre gore "
    "kadar veya hakkında hakkinda tarafından tarafindan üzere uzere edilen talep ceza adlı adli olup ilgili gün gun",
    "rus": "на по об от из для за что не как его её он она это или при до был была года лица дела также со во",
}
"""Small words by which a language shows, also as they look where they are read in another one; none of one letter, as
which anything is read in the wrong script."""
_SHOWS, _SHOWS_IN_A_FORM = 5, 2
"""How many of them tell it; the second where no strip of a page has more."""
_CLEARLY = 1.3
"""How many times those of any other language."""
_GOOD = 70
"""Mean confidence, of 100, from which a page or a strip of it counts as read in its own script."""
_BAD = 55
"""Mean confidence, of 100, below which a page may be in the other script."""
_STRIPS = ((0.35, 0.55), (0.55, 0.75), (0.15, 0.35))
"""Shares of the height of a page that are looked at, one after the other, until its language shows."""
_SURE_OF_TURN = 2.0
_LARGEST_LOOKED_AT = 1754
"""Pixels of the long side at which it is seen how a page lies."""
_HARDLY_READ = 75
"""Confidence, of 100, below which a word was hardly read."""
_STANDS_OUT = 97
"""Confidence, of 100, below which a letter of such a word stands out: most have more than 99."""
_UNREAD = 0.05
"""Share of the ink outside all lines from which a page is read once more, as one block."""
_STANDS_ALONE = frozenset("№§&+/=()[]{}<>-–—|%*@#$€")
"""Signs of which a word may be made."""
_RULES = frozenset("|¦")
"""What the rule between two cells of a table is read as."""
_UNSURE = 60
"""Confidence, of 100, below which a word without a letter or figure is dirt."""
_HARDLY = 0.3
"""Heights of a line below which a sign that stands alone is dirt."""
_SHORT = 2
_APART = 2.0
"""Heights of a line between two words that do not belong together."""
_FOR_NUMBERS = "eng"
"""The language numbers are read in besides that of the page."""
_MANY = 150
"""Lines read again on a page after which only those with numbers are."""
_PAPER = 20
"""Pixels of white paper around such a line."""
_RESOLUTION = 300
"""Dots an inch a page is said to have: what the letters were learnt at."""
_Corners: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word read off a picture: which of its characters were hardly read, and where it stands."""

    text: str
    unsure: tuple[int, ...]
    corners: _Corners


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read off a picture.

    Attributes:
        lines: Its lines, with their places in shares of the picture, and the letters that were hardly read.
        words: Of each line, where its words stand.
        language: The languages it was read in, as Tesseract names them.
        confidence: Mean confidence of its words, from 0 to 100.
    """

    lines: tuple[Line, ...]
    words: tuple[tuple[Word, ...], ...]
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
    page = ink.ready(picture)
    if before:
        seen = _read_well(page, before)
        if seen.confidence >= _GOOD:
            return _finished(seen, page, page, 0)
    language = _language(page.picture)
    turn = 0 if language else _turn(page.picture)
    upright = replace(page, picture=page.turned(turn))
    if turn:
        language = _language(upright.picture)
    seen = _read_well(upright, language or "+".join(languages()))
    if seen.confidence < _BAD and "rus" in languages() and "rus" not in seen.language:
        seen = max(seen, _read_well(upright, _cyrillic()), key=lambda one: one.confidence)
    return _finished(seen, page, upright, turn)


def _cyrillic() -> str:
    """What a page in the Cyrillic script is read in: Russian, and English beside it."""
    return "+".join(one for one in ("rus", "eng") if one in languages())


def _finished(seen: Seen, page: Ready, upright: Ready, turn: int) -> Seen:
    """What was read, once more line by line, with its places on the page as it was scanned."""
    lines, start = [], 0
    for line in in_rows(_read_again(seen, upright.picture)):
        box = page.on_page(_turned_back(line.box, turn)) if line.box else None
        lines.append(replace(line, box=box, start=start))
        start += len(line.text) + 1
    return replace(seen, lines=tuple(lines), words=())


def _read_again(seen: Seen, grey: Image.Image) -> list[Line]:
    """The lines of a page, each read again that needs it; on a page of dirt names only until time is spent."""
    numbers = _FOR_NUMBERS if _FOR_NUMBERS in languages() else seen.language
    readings = 0

    def read(cut: Image.Image, language: str) -> str:
        nonlocal readings
        readings += 1
        return _line_again(cut, language)

    by_line = zip(seen.lines, seen.words, strict=True)
    return [
        again(line, words, (_own(seen.language), numbers), grey, read, names=readings < _MANY)
        for line, words in by_line
    ]


def _own(language: str) -> str:
    """What a word of a page is read again in: its one language, without the one read beside it."""
    return "rus" if language == _cyrillic() else language


def _line_again(cut: Image.Image, language: str) -> str:
    """What is read in a line by itself; empty: nothing."""
    engine = _engine(language)
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    engine.SetImage(ImageOps.expand(cut, _PAPER, 255))
    engine.SetSourceResolution(_RESOLUTION)
    return " ".join(text for text, *_ in _lines(engine)) if engine.Recognize() else ""


def _read_well(page: Ready, language: str) -> Seen:
    """A page as its parts are found in it; where much of its ink is in none, such as under a stamp, as one block."""
    seen = _read(page, language)
    if page.unread(line.box for line in seen.lines if line.box) < _UNREAD:
        return seen
    return max(seen, _read(page, language, whole=True), key=_worth)


def _worth(seen: Seen) -> int:
    return seen.confidence * sum(len(line.text) - len(line.unsure) for line in seen.lines)


@cache
def _engine(language: str) -> Any:  # noqa: ANN401 - it ships no types
    mode = tesserocr.PSM.OSD_ONLY if language == "osd" else tesserocr.PSM.AUTO
    engine = tesserocr.PyTessBaseAPI(path=data_folder(), lang=language, psm=mode)
    engine.SetVariable("debug_file", "")  # otherwise it writes to a file of its own
    return engine


def _turn(grey: Image.Image) -> int:
    """By how much a page must be turned to stand upright, counter-clockwise: 0, 90, 180 or 270."""
    if not (Path(data_folder()) / "osd.traineddata").exists():
        return 0
    engine = _engine("osd")
    engine.SetImage(grey.reduce(2) if max(grey.size) > _LARGEST_LOOKED_AT else grey)
    try:
        told = engine.DetectOrientationScript()
    except RuntimeError:
        return 0
    return int(told["orient_deg"]) if told and told["orient_conf"] > _SURE_OF_TURN else 0


def _language(grey: Image.Image) -> str:
    """The language whose small words stand in a strip of the page, as Tesseract names it; empty: none shows.

    A strip is read as one in the Latin script, and as one in the Cyrillic only where it was read badly so. Which script
    it is shows from how well it is read in either, also where it has few small words.
    """
    there = languages()
    latin = [one for one in there if one != "rus"]
    words: dict[str, list[str]] = {"eng": [], "rus": []}
    for top, bottom in _STRIPS:
        strip = Ready(grey.crop((0, int(top * grey.height), grey.width, int(bottom * grey.height))), 0.0)
        seen = _read(strip, latin[0]) if latin else None
        if seen is not None:
            words["eng"] += _small_words(seen)
            if language := _shown(words["eng"], latin):
                return language
        if "rus" in there and (seen is None or seen.confidence < _GOOD):
            russian = _read(strip, "rus")
            words["rus"] += _small_words(russian)
            if russian.confidence >= _GOOD or _shown(words["rus"], ["rus"]):
                return _cyrillic()
    # A form has few small words; two of one language tell more than none.
    return _shown(words["eng"], latin, _SHOWS_IN_A_FORM) or _surest(grey)


def _small_words(seen: Seen) -> list[str]:
    return "\n".join(line.text for line in seen.lines).lower().split()


def _surest(grey: Image.Image) -> str:
    """The language in which a strip of the page is read with most confidence; empty: it is read well in none."""
    top, bottom = _STRIPS[0]
    strip = Ready(grey.crop((0, int(top * grey.height), grey.width, int(bottom * grey.height))), 0.0)
    read = {one: _read(strip, one).confidence for one in languages()}
    best = max(read, key=lambda one: read[one])
    return "" if read[best] < _GOOD else _cyrillic() if best == "rus" else best


def _shown(words: list[str], among: list[str], fewest: int = _SHOWS) -> str:
    """The language most of whose small words stand among the words; empty: too few do, or as many of another."""
    counts = sorted(((sum(word in _COMMON[one].split() for word in words), one) for one in among), reverse=True)
    second = counts[1][0] if len(counts) > 1 else 0
    return counts[0][1] if counts and counts[0][0] >= max(fewest, _CLEARLY * second) else ""


def _read(page: Ready, language: str, *, whole: bool = False) -> Seen:
    """Read an upright page, with places on it; `whole`: as one block of lines, whatever its parts."""
    grey = page.picture
    engine = _engine(language)
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_BLOCK if whole else tesserocr.PSM.AUTO)
    engine.SetImage(grey)
    engine.SetSourceResolution(_RESOLUTION)
    if not engine.Recognize():
        return Seen((), (), language, 0)

    def place(corners: _Corners) -> Box:
        left, top, right, bottom = corners
        return Box(left / grey.width, top / grey.height, right / grey.width, bottom / grey.height)

    lines, words, start = [], [], 0
    for text, unsure, corners, told in _lines(engine):
        lines.append(Line(text, start, place(corners), unsure))
        words.append(tuple(Word(first, last, place(at)) for first, last, at in told))
        start += len(text) + 1
    return Seen(tuple(lines), tuple(words), language, int(engine.MeanTextConf()) if lines else 0)


_Read: TypeAlias = tuple[str, tuple[int, ...], _Corners, list[tuple[int, int, _Corners]]]
"""A line as it was read, which of its characters hardly were, where it stands, and where each of its words does."""


def _lines(engine: Any) -> Iterator[_Read]:  # noqa: ANN401 - it ships no types
    words: list[_Word] = []
    word, line = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    for one in tesserocr.iterate_level(engine.GetIterator(), word):
        if words and one.IsAtBeginningOf(line):
            yield from _joined(words)
            words = []
        try:
            text, corners, sure = one.GetUTF8Text(word).strip(), one.BoundingBox(word), one.Confidence(word)
        except RuntimeError:  # a picture within the page
            continue
        if text and corners and (sure > _UNSURE or any(sign.isalnum() for sign in text)):
            words.append(_Word(text, _hardly_read(one, text, sure), corners))
    yield from _joined(words)


def _hardly_read(one: Any, text: str, sure: float) -> tuple[int, ...]:  # noqa: ANN401 - it ships no types
    """Which letters and figures of a word were hardly read; all, where the word was and none of them stands out."""
    if sure >= _HARDLY_READ:
        return ()
    choices = one.GetBestLSTMSymbolChoices() or []
    signs = [max(sign, key=lambda choice: choice[1]) for sign in choices if sign]
    if "".join(sign for sign, _ in signs) != text:
        return tuple(range(len(text)))
    places: list[int] = []
    at = 0
    for sign, confidence in signs:
        if confidence < _STANDS_OUT:
            places += range(at, at + len(sign))
        at += len(sign)
    return tuple(places) or tuple(range(len(text)))


def _joined(words: list[_Word]) -> Iterator[_Read]:
    """A line of words, specks of dirt left out: a tabulator where two stand as far apart as columns do, or a rule."""
    if not words:
        return
    height = median(word.corners[3] - word.corners[1] for word in words)
    there = [word for word in words if not _is_speck(word.text, word.corners, height)]
    kept = [word for word in there if not _is_lost(word, there, _APART * height)]
    line, unsure, before, ruled = "", [], 0, False
    places: list[tuple[int, int, _Corners]] = []
    for word in kept:
        left, _, right, _ = word.corners
        if set(word.text) <= _RULES:
            ruled = True
            continue
        line += ("\t" if ruled or left - before > _APART * height else " ") * bool(line)
        ruled = False
        unsure += [len(line) + at for at in word.unsure]
        places.append((len(line), len(line) + len(word.text), word.corners))
        line += word.text
        before = right
    if line:
        lefts, tops, rights, bottoms = zip(*(word.corners for word in kept), strict=True)
        yield line, tuple(unsure), (min(lefts), min(tops), max(rights), max(bottoms)), places


def _is_lost(word: _Word, line: list[_Word], apart: float) -> bool:
    """Whether a word is the rest of a rule or of a stamp: one or two letters, hardly read, far from all others."""
    if len(word.text) > _SHORT or not word.unsure or word.text.isdigit() or len(line) == 1:
        return False
    left, _, right, _ = word.corners
    return all(other is word or other.corners[2] < left - apart or other.corners[0] > right + apart for other in line)


def _is_speck(text: str, corners: _Corners, height: float) -> bool:
    """Whether a word is dirt: no letter, no figure, and either a mark that never stands alone or hardly there."""
    if any(sign.isalnum() for sign in text):
        return False
    left, top, right, bottom = corners
    return not set(text) & _STANDS_ALONE or max(right - left, bottom - top) < _HARDLY * height


def _turned_back(box: Box, turn: int) -> Box:
    """A place on a page that was turned counter-clockwise by so many degrees, on the page as it is shown."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    match turn:
        case 90:
            return Box(1 - bottom, left, 1 - top, right)
        case 180:
            return Box(1 - right, 1 - bottom, 1 - left, 1 - top)
        case 270:
            return Box(top, 1 - right, bottom, 1 - left)
        case _:
            return box
