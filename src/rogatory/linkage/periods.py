"""The time of the facts: what is certain of it, so that two proceedings can be seen to overlap or not to."""

from dataclasses import dataclass
from datetime import date

from rogatory.linkage.dates import read_birth
from rogatory.linkage.spans import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends counted.

    Attributes:
        first: The earliest day it can begin; None: not known.
        last: The latest day it can end; None: not known.
    """

    first: date | None
    last: date | None

    def __bool__(self) -> bool:
        """Whether anything of it is known."""
        return self.first is not None or self.last is not None


def period(start: str, end: str = "") -> Period:
    """The days between two dates as written, in the widest way they can be read. What cannot be read is not known.

    One date alone is a beginning; `2005-2009` alone is both.

    >>> period("2005", "2009-03").last
    datetime.date(2009, 3, 31)
    """
    begins, ends = read_birth(start), read_birth(end)
    if not end.strip():
        ends = tuple(way for way in begins if way.precision is Precision.RANGE)
    first = min((way.first for way in begins), default=None)
    return Period(first, max((way.last for way in ends), default=None))


def overlap(left: Period, right: Period) -> bool | None:
    """Whether two stretches share a day: True, False, or None where too little is known.

    False only where one ends before the other begins.
    """
    if _ends_before(left, right) or _ends_before(right, left):
        return False
    known = None not in (left.first, left.last, right.first, right.last)
    return True if known else None


def _ends_before(one: Period, other: Period) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first
