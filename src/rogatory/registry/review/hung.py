"""A seizure as it hangs together, read from its ledger and kept until that changes."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np

from rogatory.material.columns import Spans, raw_of, rows_of
from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import Bond
from rogatory.material.questions import Asked
from rogatory.material.screens.found import ASKS, Screen
from rogatory.material.standing import Raised
from rogatory.office.review.redacting import Redacted
from rogatory.registry.review.readable import ledger_of, stamp_of
from rogatory.registry.review.redacting import bring_in
from rogatory.sifting.ledger.placing import Stamp
from rogatory.sifting.run import hanging
from rogatory.sifting.run.ranking import How
from rogatory.sifting.sealed.sealing import Seizure

_KEPT = 4
"""Seizures kept at once by one process."""


class Hung:
    """The items of a seizure by their places.

    Attributes:
        of: Items, families, bonds.
        places: Place of each by its identifier, from 0.
        stopped: By content the screens that stopped at it.
        queue: Every place, in the order in which they are to be read: samples first, then as they were ranked, then as
            they lay.
    """

    def __init__(
        self,
        of: hanging.Hung,
        found_at: Iterable[tuple[Digest, Screen, float]] = (),
        ranked: Iterable[Digest] = (),
    ) -> None:
        """Number the items.

        Args:
            of: Items, families, bonds.
            found_at: What screens found, and by when whoever answers could have seen it (`Screened.found_at`).
            ranked: Contents that are to be read before others, in their order.
        """
        self.of = of
        self._found_at = tuple(found_at)
        stopped: dict[Digest, set[Screen]] = {}
        for found, screen, _ in self._found_at:
            stopped.setdefault(found, set()).add(screen)
        self.stopped: Mapping[Digest, frozenset[Screen]] = {c: frozenset(s) for c, s in stopped.items()}
        self.places = of.places
        self._holders = Spans(of.content.numbers, len(of.contents))
        known = of.contents.find_all(rows_of(raw_of(ranked)))
        first = dict.fromkeys(self._holders.of_all(known[known >= 0]).tolist())
        self.queue: Sequence[int] = [*first, *(place for place in range(len(of.items)) if place not in first)]

    def __len__(self) -> int:
        return len(self.of.items)

    def holding(self, content: Digest) -> Sequence[int]:
        """The items that hold a content."""
        return self._holders.of(self.of.contents.find(content))

    def raised(self, answered: Sequence[float]) -> tuple[Raised, ...]:
        """What screens found, for every item that holds it.

        Args:
            answered: When each answer was given, in seconds since 1970, in their order.
        """
        return tuple(
            Raised(self.of.items[place], ASKS[screen], bisect_right(answered, at))
            for content, screen, at in self._found_at
            for place in self.holding(content)
        )

    def family(self, place: int) -> list[int]:
        """The whole family of an item, itself among them, in its order."""
        found: list[int] = np.flatnonzero(self.of.family == self.of.family[place]).tolist()
        return found

    def duplicates(self, place: int) -> list[int]:
        """The items with the same bytes, itself among them."""
        content = self.of.content[place]
        return [*self.holding(content)] if content else [place]

    def bound(self, place: int) -> list[tuple[Bond, bool, int]]:
        """Every bond of an item: the bond, whether the item is its source, and the other end."""
        told = self.of.provenance
        numbers = np.flatnonzero((told.source == place) | (told.target == place))
        found = []
        for number in numbers.tolist():
            source, bond, target = told.edge(number)
            found.append((bond, source == place, target if source == place else source))
        return found


def hung(seizure: Seizure, redacted: Mapping[str, Redacted]) -> Hung:
    """How a seizure hangs together, as far as it was read; without items where nothing was.

    Args:
        seizure: The seizure.
        redacted: The redacted forms the journal knows, by the items they are; what the ledger lacks is brought in.

    Raises:
        LedgerError: Its ledger cannot be reached.
    """
    found = _hung(seizure.folder, stamp_of(seizure))
    missing = [one for item, one in redacted.items() if ItemId(item) not in found.places]
    if not missing or not found.places:
        return found
    with closing(ledger_of(seizure)) as ledger:
        bring_in(seizure, ledger, missing)
    return _hung(seizure.folder, stamp_of(seizure))


@lru_cache(_KEPT)
def _hung(folder: Path, told: Stamp) -> Hung:
    if not told:
        return NOTHING
    # Opened as whoever writes opens it: a ledger of an earlier version gets the tables it lacks.
    with closing(ledger_of(Seizure(folder))) as asked:
        ranked = [
            content
            for how in (How.CONTROL, How.ELUSION, How.ORDER)
            for question in Asked
            for content in asked.drawn(question.value, how.value)
        ]
        return Hung(hanging.hung(asked), asked.found_at(), ranked)


NOTHING = Hung(hanging.NOTHING)
"""A seizure of which nothing was read."""
