"""Days as people know them: `2019-10-01`, `2019-10`, `2019`. The precision a source had is never invented."""

import re
from calendar import monthrange
from datetime import date

# Digits of other scripts would pass as \d: a day is compared, printed and handed on as it was written.
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MOST_SHOWN = 40


def first_day(text: str) -> date:
    """The first day the text can mean.

    Raises:
        ValueError: Not a day, month or year, or a day that does not exist.

    >>> first_day("2013-10")
    datetime.date(2013, 10, 1)
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day the text can mean.

    Raises:
        ValueError: As `first_day`.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _FORM.fullmatch(text.strip())
    if not match:
        shown = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
        msg = f"{shown!r} is not a day; write 2019-10-01, or 2019-10 or 2019 if no more is known"
        raise ValueError(msg)
    # A month or day of 00 is written, and exists no more than a 13th.
    year, month, day = (int(g) if g is not None else None for g in match.groups())
    if year is None or not 1900 <= year <= 2100:  # noqa: PLR2004 - cases of living memory
        msg = f"{text!r} lies outside 1900 to 2100"
        raise ValueError(msg)
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        msg = f"{text!r} does not exist in the calendar"
        raise ValueError(msg) from None
    return year, month, day
