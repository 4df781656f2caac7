"""The one question every page of the review asks: may this be told to whoever looks?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rogatory.material.wall import Part, Seen, Standing, seen, tells
from rogatory.people.mandates import Mandate


@dataclass(frozen=True)
class Gate:
    """Somebody before the items of a seizure.

    Attributes:
        held: Mandates that hold for the case today.
        standings: How each item stands to the wall, by its place.
    """

    held: tuple[Mandate, ...]
    standings: Sequence[Standing]

    def tells(self, place: int, part: Part) -> bool:
        """Whether a part of an item may be told."""
        return tells(self.held, self.standings[place], part)

    @cached_property
    def levels(self) -> tuple[Seen, ...]:
        """How much of each item is seen; of items that stand alike it is found out once."""
        known: dict[Standing, Seen] = {}
        return tuple(known[s] if s in known else known.setdefault(s, seen(self.held, s)) for s in self.standings)

    @cached_property
    def opened(self) -> tuple[int, ...]:
        """The items that may be opened, by their places."""
        return tuple(place for place, level in enumerate(self.levels) if level >= Seen.OPENED)

    @cached_property
    def listed(self) -> tuple[int, ...]:
        """The items of which one may know that they are there."""
        return tuple(place for place, level in enumerate(self.levels) if level >= Seen.LISTED)

    @property
    def nothing(self) -> bool:
        """Whether not even a number is told."""
        return max(self.levels, default=seen(self.held, Standing())) is Seen.NOTHING
