"""Closed days: Saturdays, Sundays and holidays of the place where an act is to be done, as far as they are known.

The legal holidays of Belgium come from the package `holidays`; what is closed at the institutions of the Union is taken
from the Commission's decisions, year by year. Holidays of communities and regions, and bank holidays, close nothing.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from holidays.countries.belgium import Belgium

from rogatory.law.sources import Source
from rogatory.law.time_limits.rules import cited

ONE_DAY: Final = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5


class Closed(Enum):
    """Why a day is closed, or that nobody knows whether it is."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    """A public holiday of the place."""
    UNKNOWN = "unknown"
    """The list of that year is not here: neither open nor closed."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The closed days of a place.

    Attributes:
        id: Its key.
        holidays: The holidays of a year with their names, and days of which nobody knows; None: the year is not known.
        source: Where the holidays come from, by year; None where it has none.
    """

    id: str
    holidays: Callable[[int], Mapping[date, Closed] | None]
    source: Callable[[int], Source | None]

    def closed(self, day: date) -> Closed | None:
        """Why `day` is closed; None: it is open."""
        if day.weekday() > _FRIDAY:
            return Closed.SATURDAY if day.weekday() == _SATURDAY else Closed.SUNDAY
        known = self.holidays(day.year)
        return Closed.UNKNOWN if known is None else known.get(day)

    def is_open(self, day: date) -> bool:
        """Whether `day` is known to be open, or not known to be closed."""
        return self.closed(day) in (None, Closed.UNKNOWN)


_DATA: Final = tomllib.loads(
    files("rogatory.law.time_limits").joinpath("data", "holidays.toml").read_text(encoding="utf-8")
)
_BE_UNKNOWN: Final[tuple[date, ...]] = tuple(_DATA["BE"]["unknown"])


@cache
def _belgian(year: int, language: str) -> Mapping[date, str]:
    """The public holidays the package knows, with their names; the language is told, so that no setting changes them."""
    return dict(Belgium(years=year, language=language))  # type: ignore[no-untyped-call]


@cache
def legal_holidays(year: int) -> Mapping[date, Closed] | None:
    """The ten legal holidays of Belgium in a year, without the Sundays of Easter and Pentecost; None: not known.

    Source: Act of 4 January 1974; Royal Decree of 18 April 1974.
    """
    if year < _DATA["BE"]["since"]:
        return None
    # The package adds two Sundays, which are closed as Sundays and are no legal holidays.
    days = (day for day, name in _belgian(year, "nl").items() if name not in ("Pasen", "Pinksteren"))
    unknown = {day: Closed.UNKNOWN for day in _BE_UNKNOWN if day.year == year}
    return MappingProxyType(dict.fromkeys(days, Closed.HOLIDAY) | unknown)


@cache
def union_holidays(year: int) -> Mapping[date, Closed] | None:
    """The days on which the institutions of the Union in Brussels are closed; None: the year's list is not here."""
    told = _DATA["EU"].get(str(year))
    if told is None:
        return None
    return MappingProxyType({date.fromisoformat(f"{year}-{day}"): Closed.HOLIDAY for day in told["days"]})


def holiday_name(day: date, language: str) -> str:
    """The name of a legal holiday of Belgium in en, fr or nl; empty for another day."""
    return _belgian(day.year, {"en": "en_US"}.get(language, language)).get(day, "")


def _union_source(year: int) -> Source | None:
    told = _DATA["EU"].get(str(year))
    return cited(told["source"]) if told else None


_BELGIAN_SOURCE: Final = cited(_DATA["BE"]["source"]) + cited(_DATA["BE"]["decree"])
BELGIUM: Final = Calendar("BE", legal_holidays, lambda _: _BELGIAN_SOURCE)
"""Belgian registries and offices."""
UNION: Final = Calendar("EU", union_holidays, _union_source)
"""Institutions of the Union in Brussels."""
WEEKDAYS: Final = Calendar("weekdays", lambda _: {}, lambda _: None)
"""Saturdays and Sundays alone: for bodies whose own list is not data here and whose periods no closed day moves."""
CALENDARS: Final[Mapping[str, Calendar]] = MappingProxyType({c.id: c for c in (BELGIUM, UNION, WEEKDAYS)})
"""The calendars by key."""
