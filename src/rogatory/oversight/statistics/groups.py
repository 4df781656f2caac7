"""Groups of events, none of fewer cases than a threshold, of which every public number is a sum.

A number in a table may be harmless, and the difference between two be one person. So what is published is decided once
for all tables: events are put into groups of at least so many cases, alike as far as that allows, and each number of
each table is the sum of whole groups. Whatever anybody adds to or takes from anything published, the events they can
count are again whole groups: none of them, or those of at least so many cases. There is nothing finer to be worked out,
as nothing finer was told, and a table more or less changes nothing. Cases are counted and not events, because one
person may have lodged five remedies.

Events belong to the period in which they happened, and a period is told once it is closed and never told anew: so no
two publications differ by one event.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

_LEAST = 3
THRESHOLD = 5
"""Fewest cases of a group. A choice of this system: statistical offices use from 3 to 10."""

OTHER = ""
"""Stands for every value that is not told by itself."""
Values = tuple[str, ...]
"""What is told of an event, one value for each dimension, in the order of `Cube.dimensions`."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, so often, in one case.

    Attributes:
        case: The case; told to nobody, and counted once however much happened in it.
        values: What is told of it.
        number: How many of it: items of a package, say.
    """

    case: str
    values: Values
    number: int = 1


class TooFewError(ValueError):
    """There are so few cases that nothing at all can be told of them but that there are fewer than the threshold."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events that are not told apart.

    Attributes:
        values: For each dimension, the value they have; `OTHER` where they are not told apart in it. Which values those
            are is not told: that five states have one event each would be known of five events of five states.
        count: How many events they are, of at least as many cases as the threshold says.
    """

    values: Values
    count: int


@dataclass(frozen=True, slots=True)
class Cube:
    """What can be told of some events.

    Attributes:
        dimensions: What is told of each, those to be kept apart first: where groups must be made larger, the last
            dimension gives way before the one before it.
        groups: The groups, the dimensions apart as far as the threshold allows.
        threshold: Fewest cases of a group.
    """

    dimensions: tuple[str, ...]
    groups: tuple[Group, ...]
    threshold: int

    @property
    def total(self) -> int:
        """All events."""
        return sum(group.count for group in self.groups)


Draw = Callable[[int], int]
"""Told how many there are, draws one of them: a number from 0, each as likely as the others, that nobody can know."""


def grouped(dimensions: Sequence[str], events: Iterable[Event], draw: Draw, threshold: int = THRESHOLD) -> Cube:
    """Put events into groups. Drawn anew the groups may be others: what was published once is kept as it is.

    Args:
        dimensions: What is told of each event, those to be kept apart first.
        events: The events of one closed period.
        draw: Draws which of the large groups a small one is put together with (`secrets.randbelow`).
        threshold: Fewest cases of a group, at least 3: of a group of two, each of the two knows the other.

    Raises:
        TooFewError: There are events of fewer cases than the threshold.
        ValueError: The threshold is below 3, an event has another number of values than there are dimensions, or an
            empty one.
    """
    found = parted(dimensions, events, draw, threshold)
    return Cube(tuple(dimensions), tuple(group for group, _ in found), threshold)


def parted(
    dimensions: Sequence[str], events: Iterable[Event], draw: Draw, threshold: int = THRESHOLD
) -> list[tuple[Group, frozenset[Values]]]:
    """The same groups, each with the values of the events in it: for whoever checks them, and never to be published.

    Raises:
        TooFewError, ValueError: See `grouped`.
    """
    if threshold < _LEAST:
        raise ValueError(f"the threshold is at least {_LEAST}")
    found: dict[Values, _Cell] = {}
    for event in events:
        found.setdefault(event.values, _Cell((), event.values)).take(event, threshold)
    if any(len(values) != len(dimensions) or OTHER in values for values in found):
        raise ValueError(f"each event is told by {len(dimensions)} values: {', '.join(dimensions)}")
    cells = [found[values] for values in sorted(found)]
    if not _enough(cells, threshold):
        raise TooFewError(f"there are fewer than {threshold} cases: nothing is told of them")
    parts = _Parting(len(dimensions), threshold, draw).parted(cells, 0)
    return [
        (Group(part[0].told, sum(cell.count for cell in part)), frozenset(cell.values for cell in part))
        for part in parts
    ]


@dataclass(slots=True)
class _Cell:
    """Events alike in everything: what is told apart of them so far, their values, their number, and their cases.

    Of the cases no more are kept than the threshold asks for: with as many the cell is enough alone.
    """

    told: Values
    values: Values
    count: int = 0
    cases: set[str] = field(default_factory=set)

    def take(self, event: Event, threshold: int) -> None:
        self.count += event.number
        if len(self.cases) < threshold:
            self.cases.add(event.case)


@dataclass(frozen=True, slots=True)
class _Parting:
    dimensions: int
    threshold: int
    draw: Draw

    def parted(self, cells: list[_Cell], at: int) -> Iterator[list[_Cell]]:
        """Part events by one dimension after the other; no part becomes smaller than the threshold."""
        if at == self.dimensions:
            yield cells
            return
        ordered = sorted(cells, key=lambda cell: cell.values[at])
        parts = [list(part) for _, part in groupby(ordered, key=lambda cell: cell.values[at])]
        for part in self._large_enough(parts):
            values = {cell.values[at] for cell in part}
            value = values.pop() if len(values) == 1 else OTHER
            for cell in part:
                cell.told = (*cell.told, value)
            yield from self.parted(part, at + 1)

    def _large_enough(self, parts: list[list[_Cell]]) -> list[list[_Cell]]:
        """The parts that are large enough by themselves, and all others put together.

        Where those are too few still, one of the large ones goes with them. It is drawn: whoever knew which one goes
        (the smallest, or the first) could tell from those that did not go how few the others are.
        """
        small: list[_Cell] = []
        large: list[list[_Cell]] = []
        for part in parts:
            if _enough(part, self.threshold):
                large.append(part)
            else:
                small += part
        if small and not _enough(small, self.threshold):
            small += large.pop(self.draw(len(large)))
        return [*([small] if small else []), *large]


def _enough(part: Iterable[_Cell], threshold: int) -> bool:
    cases: set[str] = set()
    for cell in part:
        cases |= cell.cases
        if len(cases) >= threshold:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Table:
    """A table made of whole groups.

    Attributes:
        dimensions: The dimensions it tells apart.
        rows: For each combination of values, `OTHER` among them, how many events.
    """

    dimensions: tuple[str, ...]
    rows: Mapping[Values, int]


def table(cube: Cube, *dimensions: str) -> Table:
    """The events by some of the dimensions.

    Raises:
        ValueError: There is no such dimension.
    """
    if unknown := [name for name in dimensions if name not in cube.dimensions]:
        raise ValueError(f"nothing is told by {', '.join(unknown)}; there are: {', '.join(cube.dimensions)}")
    places = [cube.dimensions.index(name) for name in dimensions]
    found: Counter[Values] = Counter()
    for group in cube.groups:
        found[tuple(group.values[place] for place in places)] += group.count
    return Table(dimensions, dict(sorted(found.items())))
