"""A publication: the numbers of one closed period, put into groups once, and never told anew.

Of periods that overlap at most one is published: the difference between a year and three of its quarters would be
told by nobody, and known by everybody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rogatory.oversight.statistics.groups import Cube, Draw, Event, Group, TooFewError, Values, grouped, table
from rogatory.oversight.statistics.subjects import SUBJECTS

Json = Any
_QUARTERS = 4
_FIRST_YEAR, _LAST_YEAR = 1950, 9998


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, or a quarter of one.

    Attributes:
        year: The year.
        quarter: 1 to 4; 0: the whole year.

    Raises:
        ValueError: There is no such year or quarter.
    """

    year: int
    quarter: int = 0

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR or not 0 <= self.quarter <= _QUARTERS:
            raise ValueError("there is no such period")

    @classmethod
    def named(cls, name: str) -> "Period":
        """The period of this name.

        >>> Period.named("2026-Q2").first
        datetime.date(2026, 4, 1)

        Raises:
            ValueError: It is no name of a year (2026) or a quarter (2026-Q1).
        """
        year, part, quarter = name.partition("-Q")
        if not (year.isascii() and year.isdigit()) or (part and quarter not in ("1", "2", "3", "4")):
            raise ValueError(f"{name!r} is no period: write 2026, or 2026-Q1")
        return cls(int(year), int(quarter or 0))

    @property
    def name(self) -> str:
        """What it is called, as `2026` or `2026-Q1`."""
        return f"{self.year}-Q{self.quarter}" if self.quarter else f"{self.year}"

    @property
    def first(self) -> date:
        """First day (inclusive)."""
        return date(self.year, 3 * self.quarter - 2 if self.quarter else 1, 1)

    @property
    def end(self) -> date:
        """First day after it (exclusive)."""
        if self.quarter in (0, _QUARTERS):
            return date(self.year + 1, 1, 1)
        return date(self.year, 3 * self.quarter + 1, 1)

    @property
    def last(self) -> date:
        """Last day (inclusive)."""
        return self.end - timedelta(days=1)

    def closed(self, today: date) -> bool:
        """Whether it is over on the day `today`."""
        return self.end <= today

    def overlaps(self, other: "Period") -> bool:
        """Whether some day belongs to both."""
        return self.first < other.end and other.first < self.end


@dataclass(frozen=True, slots=True)
class Publication:
    """The numbers of a period.

    Attributes:
        period: The period.
        threshold: Fewest cases of a group.
        cubes: By subject its groups; None: there were events of fewer cases than the threshold, or of none at all,
            which of the two is not told.
    """

    period: Period
    threshold: int
    cubes: Mapping[str, Cube | None]

    def rows(self, subject: str, *dimensions: str) -> Mapping[Values, int]:
        """A table of one subject by some of its dimensions, row by row; empty: nothing is told of it.

        Raises:
            ValueError: It is not told by such a dimension.
            KeyError: There is no such subject in it.
        """
        cube = self.cubes[subject]
        return {} if cube is None else table(cube, *dimensions).rows

    def told(self) -> Iterator[tuple[str, Cube]]:
        """The subjects of which something is told."""
        for subject, cube in self.cubes.items():
            if cube is not None:
                yield subject, cube


def publication(period: Period, events: Mapping[str, Iterable[Event]], threshold: int, draw: Draw) -> Publication:
    """Put what happened in a period into groups, subject by subject.

    Args:
        period: The period; whoever calls has made sure that it is closed.
        events: By subject what happened in it; a subject that is missing had no event.
        threshold: Fewest cases of a group, at least 3.
        draw: See `groups.grouped`.

    Raises:
        ValueError: The threshold is below 3, or an event has other dimensions than its subject.
    """
    cubes: dict[str, Cube | None] = {}
    for subject in SUBJECTS.values():
        try:
            cubes[subject.id] = grouped(subject.dimensions, events.get(subject.id, ()), draw, threshold)
        except TooFewError:
            cubes[subject.id] = None
    return Publication(period, threshold, cubes)


def as_json(found: Publication) -> Json:
    """A publication in plain values, as the entry that publishes it records it."""
    return {
        "period": found.period.name,
        "threshold": found.threshold,
        "tables": {subject: cube and _cube_json(cube) for subject, cube in found.cubes.items()},
    }


def _cube_json(cube: Cube) -> Json:
    return {"dimensions": list(cube.dimensions), "groups": [[*group.values, group.count] for group in cube.groups]}


def from_json(told: Json) -> Publication:
    """The publication an entry tells of.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    threshold = int(told["threshold"])
    cubes: dict[str, Cube | None] = {}
    order = list(SUBJECTS)
    for subject, part in sorted(told["tables"].items(), key=lambda one: order.index(one[0]) if one[0] in order else 99):
        cubes[subject] = part and Cube(
            tuple(part["dimensions"]),
            tuple(Group(tuple(row[:-1]), int(row[-1])) for row in part["groups"]),
            threshold,
        )
    return Publication(Period.named(told["period"]), threshold, cubes)
