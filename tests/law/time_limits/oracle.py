"""A second opinion on last days: it walks from day to day and knows nothing of the program.

Easter comes by the anonymous Gregorian computus; the program's comes from a package.
"""

import calendar
from datetime import date, timedelta

DAY = timedelta(days=1)


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def ten_days(year: int) -> list[date]:
    """The legal holidays of Belgium in the order in which the federal portal lists them."""
    sunday = easter(year)
    return [
        date(year, 1, 1), sunday + 1 * DAY, date(year, 5, 1), sunday + 39 * DAY, sunday + 50 * DAY,
        date(year, 7, 21), date(year, 8, 15), date(year, 11, 1), date(year, 11, 11), date(year, 12, 25),
    ]  # fmt: skip


def closed(day: date) -> bool:
    return day.isoweekday() in (6, 7) or day in ten_days(day.year)


def later(day: date, days: int) -> date:
    while days:
        day += DAY
        days -= 1
    return day


def working(day: date, days: int) -> date:
    while days:
        day += DAY
        days -= not closed(day)
    return day


def date_again(day: date, months: int) -> date:
    """The date of `day` so many months later, or the last day of that month."""
    year, month = day.year, day.month
    while months:
        month += 1
        if month == 13:
            year, month = year + 1, 1
        months -= 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def eve_again(day: date, months: int) -> date:
    """From the day after `day` to the eve of the date of that day so many months later."""
    first = day + DAY
    passed, found = 0, first
    while passed < months:
        found += DAY
        passed += found.day == 1
    while found.day != first.day:
        if (found + DAY).day == 1:
            return found
        found += DAY
    return found - DAY


def open_from(day: date) -> date:
    while closed(day):
        day += DAY
    return day


def two_working_days(event: date, end: date) -> date:
    while True:
        walked, seen = event, 0
        while walked < end:
            walked += DAY
            seen += not closed(walked)
        if seen >= 2 and not closed(end):
            return end
        end += DAY


def last_day(counting: str, n: int, unit: str, event: date) -> date:
    """The last day of a period.

    Args:
        counting: `union`, `act` (moves), `decides` (does not move) or `same-date` (does not move).
        n: Its length.
        unit: days, weeks, months, years or working-days; of `24 hours` in Belgium: one day.
        event: The day of the event, which is not counted.
    """
    months = {"months": n, "years": 12 * n}.get(unit)
    if months:
        end = date_again(event, months) if counting in ("union", "same-date") else eve_again(event, months)
    elif unit == "working-days":
        end = working(event, n)
    else:
        end = later(event, {"weeks": 7 * n, "hours": n // 24}.get(unit, n))
    if counting in ("act", "union"):
        end = open_from(end)
    if counting == "union" and (unit != "days" or n > 1):
        end = two_working_days(event, end)
    return end
