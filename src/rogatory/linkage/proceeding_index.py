"""Many proceedings, looked up by whatever they may share with one."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from math import log2
from typing import TypeVar

from rogatory.linkage.read_proceeding import NamesOf, ReadProceeding, blocking_keys, reference_keys

MOST = 200
"""Proceedings compared with one that share no number with it, the likeliest first."""

CROWD = 3_000
"""So many proceedings that share a thing, and it tells nothing: a first name, a bank many are said to have robbed."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Proceedings that may be about the same.

    Attributes:
        places: Where they stand in the index: every one that shares a number or was named, then those that share most
            else.
        left_out: How many more share something, and less than those; what a crowd shares is not counted.
    """

    places: tuple[int, ...]
    left_out: int = 0


@dataclass(slots=True)
class ProceedingIndex:
    """Proceedings of registers, by the keys of their numbers and by everything else that is looked up.

    Attributes:
        read: The proceedings, in the order they were added.
        crowd: How many proceedings may share one thing for it to be looked up by.
    """

    read: list[ReadProceeding] = field(default_factory=list)
    crowd: int = CROWD
    _gone: int = 0
    _numbers: dict[str, list[int]] = field(default_factory=dict)
    _others: dict[str, list[int]] = field(default_factory=dict)

    def add(self, read: ReadProceeding, names_of: NamesOf | None = None) -> int:
        """Add proceedings.

        Args:
            read: The proceedings, read.
            names_of: The names of a party whose person stands in the register entry.

        Returns:
            Their place.
        """
        place = len(self.read)
        self.read.append(read)
        _file(self._numbers, reference_keys(read), place)
        _file(self._others, blocking_keys(read, names_of), place)
        return place

    def remove(self, place: int, names_of: NamesOf | None = None) -> None:
        """Take proceedings out, with the names they were added with; their place is not given to others."""
        read = self.read[place]
        self._gone += 1
        for under, keys in ((self._numbers, reference_keys(read)), (self._others, blocking_keys(read, names_of))):
            for key in keys:
                under[key].remove(place)
                if not under[key]:
                    del under[key]

    def candidates(
        self, read: ReadProceeding, names_of: NamesOf | None = None, most: int = MOST, also: Iterable[int] = ()
    ) -> Candidates:
        """The proceedings to compare with these.

        A shared number is never left out, nor what `also` names. Of what else is shared, the rarer counts for more.

        Args:
            read: The proceedings of a request.
            names_of: The names of a party whose person stands in the case file.
            most: How many without a shared number, at most.
            also: Places of proceedings in which somebody stands who was found by name elsewhere.
        """
        sure = {place for key in reference_keys(read) for place in self._numbers.get(key, ())}.union(also)
        sharing = (self._others.get(key, ()) for key in blocking_keys(read, names_of))
        others = likeliest((s for s in sharing if len(s) <= self.crowd), len(self.read) - self._gone, sure)
        return Candidates((*sorted(sure), *others[:most]), max(0, len(others) - most))


Place = TypeVar("Place", int, tuple[int, int])


def likeliest(sharing: Iterable[Sequence[Place]], held: int, sure: Set[Place]) -> list[Place]:
    """Proceedings by how much of what they share with some is rare, the likeliest first.

    Args:
        sharing: For each thing that is shared the proceedings that do.
        held: How many proceedings there are.
        sure: Those that are compared anyway, and left out here.
    """
    weights: Counter[Place] = Counter()
    for places in sharing:
        # Whole thousandths, so that the order of the keys does not matter.
        rare = round(1000 * log2(1 + held / len(places))) if places else 0
        for place in places:
            weights[place] += rare
    return sorted((place for place in weights if place not in sure), key=lambda p: (-weights[p], p))


def _file(under: dict[str, list[int]], keys: Iterable[str], place: int) -> None:
    for key in keys:
        under.setdefault(key, []).append(place)
