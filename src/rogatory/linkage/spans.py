"""Intervals in which somebody may have been born, and how they come from a year, a month and a day as written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import product
from typing import NamedTuple

from rogatory.linkage.calendars import Calendar, days_of


class Precision(Enum):
    """How exactly a day is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "between two days"
    CIRCA = "about"


@dataclass(frozen=True, slots=True)
class Span:
    """One way to read a day of birth.

    Attributes:
        first: First day it can be, inclusive, in our calendar.
        last: Last day it can be, inclusive.
        precision: How exactly it is told.
        reading: How it was read, where there was a choice; empty: as it stands.
        calendar: The calendar it is written in.
        parts: Year, month and day as written in that calendar; None unless it is told to the day.
        share: How likely this way is among those of the text; together they are one.
    """

    first: date
    last: date
    precision: Precision
    reading: str = ""
    calendar: Calendar = Calendar.GREGORIAN
    parts: tuple[int, int, int] | None = None
    share: float = 1.0

    @property
    def length(self) -> int:
        """How many days it can be."""
        return (self.last - self.first).days + 1


STANDS_FOR_YEAR = {
    (Calendar.GREGORIAN, 1, 1): 0.8,
    (Calendar.GREGORIAN, 7, 1): 0.5,
    (Calendar.SOLAR, 1, 1): 0.8,
    (Calendar.ISLAMIC, 1, 1): 0.5,
    (Calendar.ISLAMIC, 7, 1): 0.8,
}
"""Days (calendar, month, day) written where only the year is known, and the share of them so written. One person in 365
is born on such a day; where registers must have a day and people know a year, several in a hundred have it."""
ABOUT_THE_YEAR = 0.3
"""Share of those where the year, too, is only about right."""
CIRCA_YEARS = 2
"""`c. 1968` is read as 1966 to 1970; about a day or month, as half of that to either side."""

YEARS = {
    Calendar.GREGORIAN: range(1500, 2101),
    Calendar.SOLAR: range(1230, 1430),
    Calendar.ISLAMIC: range(1250, 1470),
    Calendar.BUDDHIST: range(2380, 2620),
    Calendar.MINGUO: range(1, 140),
}
"""Years read in each calendar. Those of the first four do not meet but for the two Hijri ones: there both are kept."""
_TWO_DIGITS_OPEN = 30
"""Of two digits up to this, the century is open."""
NOT_TOLD = re.compile(r"0+|[xх]{1,4}|[?*<_]+")
"""What stands where a day, month or year is not known; the fillers are those of ICAO Doc 9303."""


class Order(NamedTuple):
    """Numbers in the order of a date, as written.

    Attributes:
        year: The year.
        month: The month; empty or a filler: not told.
        day: The day; likewise.
        share: How likely the order is among those of the text.
        reading: How the order was found, where there was a choice.
    """

    year: str
    month: str = ""
    day: str = ""
    share: float = 1.0
    reading: str = ""


def about(span: Span) -> Span:
    """The interval about one that is only about right."""
    if span.precision in (Precision.YEAR, Precision.RANGE):
        first, last = _years_on(span.first, -CIRCA_YEARS), _years_on(span.last, CIRCA_YEARS)
    else:
        doubt = timedelta(days=CIRCA_YEARS * 365 // 2)
        first, last = span.first - doubt, span.last + doubt
    return replace(span, first=first, last=last, precision=Precision.CIRCA, parts=None)


def _years_on(day: date, years: int) -> date:
    """The same day of another year; the 28th of February for the 29th."""
    return day.replace(year=day.year + years, day=min(day.day, monthrange(day.year + years, day.month)[1]))


def years_of(number: str, calendar: Calendar | None) -> list[tuple[Calendar, int, float]]:
    """The years a number can be, each with its calendar and share."""
    year = int(number)
    if len(number) == 2 and calendar is not Calendar.MINGUO:  # noqa: PLR2004 - the century left out
        if calendar in (Calendar.SOLAR, Calendar.ISLAMIC):
            return [(calendar, 1300 + year, 1.0)]
        nineteen = (Calendar.GREGORIAN, 1900 + year, 1.0)
        return [nineteen, (Calendar.GREGORIAN, 2000 + year, 1.0)] if year <= _TWO_DIGITS_OPEN else [nineteen]
    if calendar is not None:
        return [(calendar, year, 1.0)] if year in YEARS[calendar] else []
    return [(c, year, 1.0) for c, years in YEARS.items() if year in years and c is not Calendar.MINGUO]


def spans_of(order: Order, calendar: Calendar | None) -> list[Span]:
    """The days an order of numbers can mean, in the calendar told or in any; the year, where a day stands for it."""
    month = _number(order.month)
    day = _number(order.day) if month is not None else None
    found: list[Span] = []
    for kind, year, weight in years_of(order.year, calendar) if order.year.isdigit() else []:
        share = order.share * weight
        try:
            first, last = days_of(kind, year, month, day)
        except ValueError:
            found += _mended(kind, year, f"{month or 0:02}{day or 0:02}", share)
            continue
        reading = order.reading or ("" if kind is Calendar.GREGORIAN else f"{kind.value} calendar")
        if month is None or day is None:
            precision = Precision.YEAR if month is None else Precision.MONTH
            found.append(Span(first, last, precision, reading, kind, None, share))
            continue
        stands = STANDS_FOR_YEAR.get((kind, month, day), 0.0)
        found += _year_only(kind, year, share * stands) if stands else []
        found.append(Span(first, last, Precision.DAY, reading, kind, (year, month, day), share * (1 - stands)))
    return found


def _number(text: str) -> int | None:
    return None if not text or NOT_TOLD.fullmatch(text) else int(text)


def _year_only(calendar: Calendar, year: int, share: float) -> list[Span]:
    """A year written as a day, and the years about it: who knows no day often knows the year from hearsay."""
    first, last = days_of(calendar, year)
    why = "the day may stand for a year of which no day is known"
    told = Span(first, last, Precision.YEAR, why, calendar, None, share * (1 - ABOUT_THE_YEAR))
    return [told, replace(about(told), share=share * ABOUT_THE_YEAR)]


def _mended(calendar: Calendar, year: int, written: str, share: float) -> list[Span]:
    """The days a day that does not exist may be: a slip of one digit or two. None, where that mends nothing."""
    found = []
    for month, day in sorted(set(_one_digit_off(written))):
        try:
            first, last = days_of(calendar, year, month, day)
        except ValueError:
            continue
        why = "there is no such day; one digit is taken to be wrong, or two to have changed places"
        found.append(Span(first, last, Precision.DAY, why, calendar, (year, month, day)))
    return [replace(span, share=share / len(found)) for span in found]


def _one_digit_off(written: str) -> Iterator[tuple[int, int]]:
    """Month and day with one digit of `mmdd` changed, or the two of the month or of the day in each other's place."""
    if len(written) != len("mmdd"):
        return
    for at, digit in product(range(len(written)), "0123456789"):
        changed = written[:at] + digit + written[at + 1 :]
        yield int(changed[:2]), int(changed[2:])
    yield int(written[1::-1]), int(written[2:])
    yield int(written[:2]), int(written[:1:-1])
