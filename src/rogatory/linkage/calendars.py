"""Days of other calendars as days of ours.

Registers and passports of Iran and Afghanistan write the Solar Hijri calendar, those of Saudi Arabia and of others the
Islamic one, Thailand writes the year of the Buddha and Taiwan that of the republic. The arithmetic is short, and is our
own: of the libraries, jdatetime rests on jalali-core and convertdate on PyMeeus, which are both under the LGPL, and
hijridate (MIT) knows the calendar of Umm al-Qura alone, and only from 1343 AH, while a day of birth was written down as
the moon was seen where it was written. So an Islamic day is read as three days.

Sources: for the Islamic calendar the tabular reckoning of E. M. Reingold and N. Dershowitz, *Calendrical Calculations*,
chapter 7, with the astronomical epoch (15 July 622 Julian); for the Solar Hijri one the cycle of 33 years, which agrees
with the equinoxes of the years 1178 to 1633 (K. M. Borkowski, "The Persian calendar for 3000 years", *Earth, Moon, and
Planets* 74, 1996).
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

MONTHS = 12


class Calendar(Enum):
    """A calendar days of birth are written in. The value is how it is called in a sentence."""

    GREGORIAN = "Gregorian"
    SOLAR = "Solar Hijri"
    """AP, SH: Iran and Afghanistan; Jalali."""
    ISLAMIC = "Islamic"
    """AH: by the moon."""
    BUDDHIST = "Buddhist"
    """Gregorian days, the year 543 higher (Thailand, since 1941)."""
    MINGUO = "Minguo"
    """Gregorian days, the year 1911 lower (Taiwan)."""


ISLAMIC_DOUBT = timedelta(days=1)
"""How far, to either side, the day seen or announced may lie from the reckoned one. Of the days of Umm al-Qura from
1344 to 1499 AH 98.9 in a hundred lie within (measured against hijridate 2.6); the others lie one day further."""

_ISLAMIC_EPOCH = 227013
_SOLAR_EPOCH = 226894
_OFFSET = {Calendar.GREGORIAN: 0, Calendar.BUDDHIST: -543, Calendar.MINGUO: 1911}
_SOLAR_LONG = 6
"""Months of 31 days, with which the year begins; then five of 30."""


def days_of(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    """The first and the last day, both inclusive, that may be meant by a day, month or year of a calendar.

    Args:
        calendar: The calendar.
        year: The year as written in it, from 1.
        month: The month, from 1; None: not told.
        day: The day, from 1; None: not told. It is not looked at without a month.

    Raises:
        ValueError: There is no such day, month or year in the calendar.

    >>> days_of(Calendar.SOLAR, 1346, 12, 15)
    (datetime.date(1968, 3, 5), datetime.date(1968, 3, 5))
    >>> days_of(Calendar.ISLAMIC, 1387, 12, 6)
    (datetime.date(1968, 3, 4), datetime.date(1968, 3, 6))
    """
    if year < 1 or not (month is None or 1 <= month <= MONTHS):
        msg = f"there is no month {month} of {year}"
        raise ValueError(msg)
    start, end = (1, MONTHS) if month is None else (month, month)
    one, last = (1, month_length(calendar, year, end)) if month is None or day is None else (day, day)
    if not 1 <= one <= month_length(calendar, year, start):
        msg = f"there is no day {one} in month {start} of {year}"
        raise ValueError(msg)
    doubt = ISLAMIC_DOUBT if calendar is Calendar.ISLAMIC else timedelta()
    try:
        return _day(calendar, year, start, one) - doubt, _day(calendar, year, end, last) + doubt
    except OverflowError as error:
        raise ValueError(*error.args) from None


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """How many days the month may have; an Islamic one may always have thirty, as the moon is seen."""
    if calendar is Calendar.ISLAMIC:
        return 30
    if calendar is Calendar.SOLAR:
        if month <= _SOLAR_LONG:
            return 31
        return 30 if month < MONTHS or (8 * year + 29) % 33 < 8 else 29  # noqa: PLR2004 - eight leap years in 33
    return monthrange(year + _OFFSET[calendar], month)[1]


def _day(calendar: Calendar, year: int, month: int, day: int) -> date:
    if calendar is Calendar.ISLAMIC:
        before = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
        return date.fromordinal(_ISLAMIC_EPOCH + before + day)
    if calendar is Calendar.SOLAR:
        before = 365 * (year - 1) + (8 * year + 21) // 33 + 30 * (month - 1) + min(month - 1, _SOLAR_LONG)
        return date.fromordinal(_SOLAR_EPOCH + before + day)
    return date(year + _OFFSET[calendar], month, day)
