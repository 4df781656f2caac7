"""Days as letters write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from rogatory.linkage.calendars import Calendar
from rogatory.linkage.date_words import MONTH_WORDS, folded
from rogatory.linkage.dates import read_birth
from rogatory.linkage.spans import Precision, Span

_MONTH = r"[^\W\d_]{3,12}"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_WRITTEN = re.compile(
    rf"(?<![\d.,/\-])(?:\d{{1,2}}(?P<sign>[./\-])[ ]?\d{{1,2}}(?P=sign)[ ]?{_YEAR}(?![\-/]\d)|{_YEAR}-\d\d-\d\d(?!\d)|{_YEAR}\.\d\d\.\d\d(?!\d)"
    rf"|['\"«“„]?\d{{1,2}}['\"»”]?(?:[ ]?(?:st|nd|rd|th|er|ste|de|e)(?![^\W\d_])|[.])?[ \n]{{1,2}}(?:of |de |day of )?(?P<month>{_MONTH})[.,]?[ \n]{{1,2}}{_YEAR}"
    rf"|(?P<us>(?<![^\W\d_]){_MONTH})[.]?[ \n]\d{{1,2}}(?:st|nd|rd|th)?,?[ \n]{_YEAR})"
)
_SCANNED = re.compile(
    r"(?<![^\W_])[0-3OoОоlI|]?[\dOoОоlI|](?P<sign>[.])[01OoОоlI|][\dOoОоlI|](?P=sign)[12lI|][90OoОо][\dOoОоlI|]{2}(?![^\W_])"
)
_MONTH_NAMED = rf"\d{{1,2}}[.,]?[ ](?P<month>{_MONTH})[ ]?[.,:][ ]?{_YEAR}"
_SIGNS_LOST = re.compile(
    rf"(?<![^\W_])(?<!\d[./\-,:])(?:\d\d[.,:/]{{1,2}}[ ]?\d\d(?:[.,:/]{{1,2}}[ ]?|[ ]){_YEAR}|\d\d[ ]\d\d[.,:/]{{1,2}}[ ]?{_YEAR}"
    rf"|{_MONTH_NAMED})(?![./\-]\d)"
)
"""Days whose stops a scan took for other signs, or whose first figure stands right behind a speck."""
_SHORTEST_MONTH = 5
"""Letters of the name of a month from which one may be wrong."""
_MONTHS = [
    word
    for word, (calendar, *_) in MONTH_WORDS.items()
    if calendar is Calendar.GREGORIAN and len(word) >= _SHORTEST_MONTH
]
_FIGURES = str.maketrans("OoОоlI|", "0000111")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it stands in a text.

    Attributes:
        start: Where it starts, inclusive.
        end: Where it ends, exclusive.
        value: ISO 8601.
        doubts: Other readings, each in a sentence.
    """

    start: int
    end: int
    value: str
    doubts: tuple[str, ...] = ()


def days(text: str, scanned: bool = False) -> Iterator[Day]:
    """Every whole day of a text, in order.

    Args:
        text: The text, with plain signs.
        scanned: Whether letters may stand for figures; they are read so only where the form of a day proves it.
    """
    found = [day for match in _WRITTEN.finditer(text) if (day := _day(match)) is not None]
    if scanned:
        found += [day for match in _WRITTEN.finditer(text) if (day := _nearly(match)) is not None]
        taken = {day.start for day in found}
        found += [day for match in _SCANNED.finditer(text) if match.start() not in taken and (day := _mended(match))]
        ends = {day.end for day in found}
        found += [day for match in _SIGNS_LOST.finditer(text) if match.end() not in ends and (day := _signed(match))]
    yield from sorted(found, key=lambda day: day.start)


def _day(match: re.Match[str]) -> Day | None:
    word = match["month"] or match["us"]
    if word and MONTH_WORDS.get(folded(word), (None,))[0] is not Calendar.GREGORIAN:
        return None
    if any(int(figures) > _LAST_DAY for figures in re.findall(r"(?<!\d)\d\d?(?!\d)", match.group())):
        return None
    read = iso(re.sub(r"['\"«»“”„]", "", match.group()))
    return Day(match.start(), match.end(), *read) if read else None


def _nearly(match: re.Match[str]) -> Day | None:
    """A day whose month is read with one letter wrong, where no other month is as near; it keeps that doubt."""
    word = match["month"] or match["us"]
    small = folded(word) if word else ""
    if len(small) < _SHORTEST_MONTH or small in MONTH_WORDS:
        return None
    near = [month for month in _MONTHS if Levenshtein.distance(small, month, score_cutoff=1) <= 1]
    if len({MONTH_WORDS[month] for month in near}) != 1:
        return None
    read = iso(re.sub(r"['\"«»“”„]", "", match.group()).replace(word, near[0]))
    says = f"the month is read with a letter wrong: {word}"
    return Day(match.start(), match.end(), read[0], (*read[1], says)) if read else None


def _mended(match: re.Match[str]) -> Day | None:
    written = match.group()
    if written.isascii() and written.replace(".", "").isdigit():
        return None
    read = iso(written.translate(_FIGURES))
    says = f"letters read as figures: {written}"
    return Day(match.start(), match.end(), read[0], (*read[1], says)) if read else None


def _signed(match: re.Match[str]) -> Day | None:
    """A day whose signs are read as stops, which its two figures and year prove; it keeps that doubt."""
    word = match["month"]
    if word and MONTH_WORDS.get(folded(word), (None,))[0] is not Calendar.GREGORIAN:
        return None
    written = match.group()
    first, *_ = pieces = re.findall(r"[^\W_]+", written)
    read = iso((" " if word else ".").join(pieces)) if int(first) <= _LAST_DAY else None
    says = f"signs read as those of a day: {written}"
    return Day(match.start(), match.end(), read[0], (*read[1], says)) if read else None


def iso(written: str) -> tuple[str, tuple[str, ...]] | None:
    """One whole day in ISO 8601, with what else it may mean; None: it is none."""
    spans = [s for s in read_birth(written) if s.precision is Precision.DAY and s.calendar is Calendar.GREGORIAN]
    if not spans or not _FIRST_YEAR <= spans[0].first.year <= _LAST_YEAR:
        return None
    return spans[0].first.isoformat(), _others(spans)


def _others(spans: list[Span]) -> tuple[str, ...]:
    return tuple(
        f"day and month may be the other way round: {span.first.isoformat()}"
        for span in spans[1:]
        if span.first != spans[0].first
    )


def born(written: str) -> tuple[str, tuple[str, ...]] | None:
    """A day, month or year of birth in ISO 8601, whole or in part, with its doubts; None: it cannot be read."""
    spans = read_birth(written)
    if not spans:
        return None
    whole = [s for s in spans if s.precision is Precision.DAY]
    if whole:
        first = whole[0]
        doubts = _others(whole)
        if first.calendar is not Calendar.GREGORIAN:
            doubts += (f"written in the {first.calendar.value} calendar",)
        if any(s.precision is Precision.YEAR for s in spans):
            doubts += ("the day may stand for a year of which no day is known",)
        return first.first.isoformat(), doubts
    return _in_part(spans[0])


def _in_part(span: Span) -> tuple[str, tuple[str, ...]] | None:
    if span.calendar is not Calendar.GREGORIAN:
        return None
    if span.precision is Precision.MONTH:
        return span.first.isoformat()[:7], ("no day is told",)
    if span.precision is Precision.YEAR:
        return span.first.isoformat()[:4], ("only the year is told",)
    return None


def later(first: str, other: str) -> bool:
    """Whether the one day is after the other."""
    return date.fromisoformat(first) > date.fromisoformat(other)
