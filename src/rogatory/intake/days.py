"""Days as people know them: `2019-10-01`, `2019-10`, `2019`. The precision a source had is never invented."""

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


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
    match = _FORM.match(text.strip())
    if not match:
        msg = f"{text!r} is not a day; write 2019-10-01, or 2019-10 or 2019 if no more is known"
        raise ValueError(msg)
    year, month, day = (int(g) if g else None for g in match.groups())
    if year is None or not 1900 <= year <= 2100:  # noqa: PLR2004 - cases of living memory
        msg = f"{text!r} lies outside 1900 to 2100"
        raise ValueError(msg)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        msg = f"{text!r} does not exist in the calendar"
        raise ValueError(msg) from None
    return year, month, day
