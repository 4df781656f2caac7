"""Counting days, months and hours: dates in, dates out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice

from rogatory.law.time_limits.calendars import ONE_DAY, Calendar, Closed
from rogatory.law.time_limits.rules import Hours, Months, Rule, Unit

HOURS_A_DAY = 24
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
VACATION_BEGINS, VACATION_ENDS = (7, 1), (8, 31)
"""The judicial vacation, both days inclusive (Judicial Code, Art. 334; not re-read)."""
AFTER_VACATION = (9, 15)
"""The fifteenth day of the new judicial year (Judicial Code, Art. 50)."""


def last_of_month(year: int, month: int) -> date:
    """The last day of a month.

    >>> last_of_month(2028, 2)
    datetime.date(2028, 2, 29)
    """
    return date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1) - ONE_DAY


def same_date(day: date, months: int) -> tuple[date, bool]:
    """The same date some months later, and whether that month has it; if not, its last day.

    >>> same_date(date(2027, 1, 31), 1)
    (datetime.date(2027, 2, 28), False)
    """
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    last = last_of_month(day.year + years, month + 1)
    return (last, False) if day.day > last.day else (last.replace(day=day.day), True)


def in_days(rule: Rule) -> bool:
    """Whether a rule ends with a day, and not at an hour."""
    return rule.unit is not Unit.HOURS or rule.reckoning.hours is Hours.DAYS


def period_end(rule: Rule, first: date, calendar: Calendar, n: int = 0, unit: Unit | None = None) -> date:
    """The last day of a period in days, before closed days move it.

    Args:
        rule: The rule.
        first: The first day that counts.
        calendar: Closed days, for working days; a day nobody knows is taken as open.
        n: Another length than the rule's, with its `unit`; 0: the rule's own.
        unit: Unit of `n`.
    """
    n, unit = (n, unit or rule.unit) if n else (rule.n, rule.unit)
    if unit in (Unit.MONTHS, Unit.YEARS):
        months = n * (MONTHS_A_YEAR if unit is Unit.YEARS else 1)
        if rule.reckoning.months is Months.SAME_DATE:
            return same_date(first - ONE_DAY, months)[0]
        day, there = same_date(first, months)
        return day - ONE_DAY if there else day
    if unit is Unit.WORKING_DAYS:
        return nth_open(first, n, calendar)
    days = {Unit.WEEKS: n * DAYS_A_WEEK, Unit.HOURS: -(-n // HOURS_A_DAY)}.get(unit, n)
    return first + timedelta(days=days - 1)


def open_days(first: date, last: date, calendar: Calendar) -> int:
    """How many days from `first` to `last`, both inclusive, are not known to be closed."""
    return sum(calendar.is_open(first + timedelta(days=k)) for k in range((last - first).days + 1))


def nth_open(first: date, n: int, calendar: Calendar) -> date:
    """The `n`-th day from `first` (inclusive) that is not known to be closed."""
    days = (first + timedelta(days=k) for k in count())
    return next(islice((day for day in days if calendar.is_open(day)), n - 1, None))


def closed_from(day: date, calendar: Calendar) -> Iterator[tuple[date, Closed]]:
    """The closed days from `day` on, without a gap; the last may be one of which nobody knows."""
    while why := calendar.closed(day):
        yield day, why
        if why is Closed.UNKNOWN:
            return
        day += ONE_DAY


def in_vacation(first: date, last: date) -> bool:
    """Whether a period begins and ends within one judicial vacation."""
    begins, ends = (date(first.year, *place) for place in (VACATION_BEGINS, VACATION_ENDS))
    return begins <= first <= last <= ends


def hours_later(moment: datetime, hours: int, counted: Hours) -> datetime:
    """The end (exclusive) of a period in hours, in the zone of `moment`; true hours, also where clocks are changed.

    Args:
        moment: The event, with its zone.
        hours: The length; below 0 it is counted back.
        counted: From the minute, or from the next full hour.
    """
    start = moment
    if counted is Hours.FULL and hours > 0:
        start = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(moment.tzinfo)


def day_before_moment(moment: datetime) -> date:
    """The last day with a moment before `moment` (exclusive): at midnight that is the day before."""
    return (moment.replace(tzinfo=None) - timedelta(microseconds=1)).date()
