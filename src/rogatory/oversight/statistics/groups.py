"""Groups of events, none smaller than a threshold, of which every public number is a sum.

A number in a table may be harmless, and the difference between two be one person. So what is published is decided once
for all tables: events are put into groups of at least so many, alike as far as that allows, and each number of each
table is the sum of whole groups. Whatever anybody adds to or takes from anything published, the events they can count
are again whole groups: none of them, or at least so many. There is nothing finer to be worked out, as nothing finer was
told, and a table more or less changes nothing.

Events belong to the period in which they happened, and a period is told once it is closed and never told anew: so no
two publications differ by one event.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

_LEAST = 3
THRESHOLD = 5
"""Fewest events of a group. A choice of this system: statistical offices use from 3 to 10."""

OTHER = ""
"""Stands for every value that is not told by itself."""
Values = tuple[str, ...]
"""What is told of an event, one value for each dimension, in the order of `Cube.dimensions`."""


class TooFewError(ValueError):
    """There are so few events that nothing at all can be told of them but that there are fewer than the threshold."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events that are not told apart.

    Attributes:
        values: For each dimension, the value they have; `OTHER` where they are not told apart in it. Which values those
            are is not told: that five states have one event each would be known of five events of five states.
        count: How many events they are; never fewer than the threshold.
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
        threshold: Fewest events of a group.
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


def grouped(dimensions: Sequence[str], events: Iterable[Values], draw: Draw, threshold: int = THRESHOLD) -> Cube:
    """Put events into groups. Drawn anew the groups may be others: what was published once is kept as it is.

    Args:
        dimensions: What is told of each event, those to be kept apart first.
        events: The events of one closed period.
        draw: Draws which of the large groups a small one is put together with (`secrets.randbelow`).
        threshold: Fewest events of a group, at least 3: of a group of two, each of the two knows the other.

    Raises:
        TooFewError: There are fewer events than the threshold.
        ValueError: The threshold is below 3, an event has another number of values than there are dimensions, or an
            empty one.
    """
    if threshold < _LEAST:
        raise ValueError(f"the threshold is at least {_LEAST}")
    counts = Counter(events)
    if any(len(values) != len(dimensions) or OTHER in values for values in counts):
        raise ValueError(f"each event is told by {len(dimensions)} values: {', '.join(dimensions)}")
    if counts.total() < threshold:
        raise TooFewError(f"there are fewer than {threshold} events: nothing is told of them")
    cells = [((), values, count) for values, count in sorted(counts.items())]
    parted = _Parting(len(dimensions), threshold, draw).parted(cells, 0)
    return Cube(tuple(dimensions), tuple(parted), threshold)


_Cell = tuple[Values, Values, int]
"""Values already told apart, or not; the values themselves; and the number of events."""


@dataclass(frozen=True, slots=True)
class _Parting:
    dimensions: int
    threshold: int
    draw: Draw

    def parted(self, cells: Sequence[_Cell], at: int) -> Iterator[Group]:
        """Part events by one dimension after the other; no part becomes smaller than the threshold."""
        if at == self.dimensions:
            yield Group(cells[0][0], _size(cells))
            return
        ordered = sorted(cells, key=lambda cell: cell[1][at])
        parts = [list(part) for _, part in groupby(ordered, key=lambda cell: cell[1][at])]
        for part in self._large_enough(parts):
            values = {own[at] for _, own, _ in part}
            value = values.pop() if len(values) == 1 else OTHER
            yield from self.parted([((*before, value), own, count) for before, own, count in part], at + 1)

    def _large_enough(self, parts: list[list[_Cell]]) -> list[list[_Cell]]:
        """The parts that are large enough by themselves, and all others put together.

        Where those are too few still, one of the large ones goes with them. It is drawn: whoever knew which one goes
        (the smallest, or the first) could tell from those that did not go how few the others are.
        """
        small = [cell for part in parts if _size(part) < self.threshold for cell in part]
        large = [part for part in parts if _size(part) >= self.threshold]
        if small and _size(small) < self.threshold:
            small += large.pop(self.draw(len(large)))
        return [*([small] if small else []), *large]


def _size(part: Sequence[_Cell]) -> int:
    return sum(count for _, _, count in part)


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
