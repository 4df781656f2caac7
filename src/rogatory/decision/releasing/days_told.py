"""The days a text tells, in every form they are written in: so that a day cannot leave by being written otherwise."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from rogatory.linkage.calendars import Calendar, days_of
from rogatory.linkage.date_words import MONTH_WORDS, folded

Month = tuple[int, int]
"""Year and month."""

_NUMERIC: Final = re.compile(r"(?=(?<!\d)(\d{1,4})[-./,\s]{1,3}(\d{1,2})[-./,\s]{1,3}(\d{2}|\d{4})(?!\d))")
_COMPACT: Final = re.compile(r"(?<!\d)\d{8}(?!\d)")
_YEAR_MONTH: Final = re.compile(r"(?<![\d-])(\d{4})[-/](\d{2})(?![-/]?\d)|(?<![\d/.-])(\d{2})/(\d{4})(?!\d)")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_NEAR: Final = 2
"""Words that may stand between a month and its day or year (`le 1er octobre de l'an 2013`)."""
_LAST_DAY, _LAST_MONTH, _OLDEST = 31, 12, 1000
_CENTURIES: Final = (1900, 2000)
_CENTURY = 100


@lru_cache(maxsize=16384)
def plain_of(text: str) -> str:
    """The text folded (`linkage.date_words.folded`), once for all that is looked for in it."""
    return folded(text)


@lru_cache(maxsize=4096)
def days_told(text: str) -> frozenset[date]:
    """Every day the text may mean, whichever way it is written; of a day that can be read two ways, both."""
    plain = plain_of(text)
    return frozenset((*_numeric(plain), *(day for day, _ in _worded(plain) if day is not None)))


@lru_cache(maxsize=4096)
def months_told(text: str) -> frozenset[Month]:
    """Every month the text names without a day (`October 2013`, `2013-10`, `10/2013`)."""
    plain = plain_of(text)
    numeric = {
        (int(year or other), month)
        for year, first, second, other in _YEAR_MONTH.findall(plain)
        if 1 <= (month := int(first or second)) <= _LAST_MONTH
    }
    return frozenset(numeric | {month for day, month in _worded(plain) if day is None})


def _numeric(plain: str) -> Iterator[date]:
    for one, two, three in _NUMERIC.findall(plain):
        yield from _ordered(one, two, three)
    for run in _COMPACT.findall(plain):
        yield from _ordered(run[:4], run[4:6], run[6:])
        yield from _ordered(run[:2], run[2:4], run[4:])


def _ordered(one: str, two: str, three: str) -> Iterator[date]:
    """The days three numbers may be: year first, or day or month first."""
    if len(one) == len("2013"):
        yield from _day(int(one), int(two), int(three))
    else:
        for year in _years(three):
            yield from _day(year, int(two), int(one))
            yield from _day(year, int(one), int(two))


def _years(number: str) -> tuple[int, ...]:
    year = int(number)
    return (year,) if len(number) > len("13") else tuple(century + year for century in _CENTURIES)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _worded(plain: str) -> Iterator[tuple[date | None, Month]]:
    """A day with a month in a word; None with the month where no day stands beside it."""
    tokens = _TOKEN.findall(plain)
    for place, token in enumerate(tokens):
        calendar, month = MONTH_WORDS.get(token, (None, 0))
        if calendar is None:
            continue
        before = [t for t in tokens[max(0, place - _NEAR) : place] if t.isdigit()]
        after = [t for t in tokens[place + 1 : place + 2 + _NEAR] if t.isdigit()]
        yield from _beside(calendar, month, before, after)


def _beside(calendar: Calendar, month: int, before: list[str], after: list[str]) -> Iterator[tuple[date | None, Month]]:
    """What the numbers before and after a month's word make of it."""
    numbers = [*before[-1:], *after[:2]]
    years = [int(n) for n in (*after[:2], *before[-1:]) if int(n) >= _OLDEST]
    if not years and len(after) > 0 and before:
        years = [year for year in _years(after[0].zfill(2)) if len(after[0]) == len("13")]
    ones = [int(n) for n in numbers if 1 <= int(n) <= _LAST_DAY]
    for year in years:
        found = False
        for one in ones:
            for day in _in_calendar(calendar, year, month, one):
                found = True
                yield day, (day.year, day.month)
        if not found and calendar is Calendar.GREGORIAN:
            yield None, (year, month)


def _in_calendar(calendar: Calendar, year: int, month: int, day: int) -> Iterator[date]:
    try:
        first, last = days_of(calendar, year, month, day)
    except ValueError:
        return
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))
