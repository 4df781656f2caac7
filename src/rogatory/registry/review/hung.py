"""A seizure as it hangs together, read from its ledger and kept until that changes."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import Bond, Provenance
from rogatory.material.questions import Kin
from rogatory.sifting import hanging
from rogatory.sifting.looking import Looking
from rogatory.sifting.sealing import Seizure

_KEPT = 4
"""Seizures kept at once by one process."""


class Hung:
    """The items of a seizure by their places.

    Attributes:
        of: Items, families, bonds.
        places: Place of each item by its identifier, from 0.
    """

    def __init__(self, of: hanging.Hung) -> None:
        """Number the items."""
        self.of = of
        self.places: Mapping[str, int] = {item: place for place, item in enumerate(of.items)}
        self._holding: dict[Digest, list[int]] = {}
        for place, content in enumerate(of.content):
            if content:
                self._holding.setdefault(content, []).append(place)

    def __len__(self) -> int:
        return len(self.of.items)

    def holding(self, content: Digest) -> Sequence[int]:
        """The items that hold a content."""
        return self._holding.get(content, ())

    def family(self, place: int) -> list[int]:
        """The whole family of an item, itself among them, in its order."""
        item = self.of.items[place]
        return sorted(self.places[one] for one in self.of.kin.family.get(item, (item,)) if one in self.places)

    def duplicates(self, place: int) -> list[int]:
        """The items with the same bytes, itself among them."""
        content = self.of.content[place]
        return sorted(self.holding(content)) if content else [place]

    def bound(self, place: int) -> list[tuple[Bond, bool, int]]:
        """Every bond of an item: the bond, whether the item is its source, and the other end."""
        told = self.of.provenance
        numbers = np.flatnonzero((told.source == place) | (told.target == place))
        found = []
        for number in numbers.tolist():
            source, bond, target = told.edge(number)
            found.append((bond, source == place, target if source == place else source))
        return found


def hung(seizure: Seizure) -> Hung:
    """How a seizure hangs together, as far as it was read; without items where nothing was."""
    return _hung(str(seizure.ledger), _stamp(seizure.ledger))


def _stamp(ledger: Path) -> tuple[tuple[int, int], ...]:
    """What changes with every change of a ledger."""
    files = (ledger, ledger.with_name(f"{ledger.name}-wal"))
    return tuple((s.st_mtime_ns, s.st_size) for s in (path.stat() for path in files if path.exists()))


@lru_cache(_KEPT)
def _hung(ledger: str, stamp: tuple[tuple[int, int], ...]) -> Hung:
    if not stamp:
        return NOTHING
    with Looking(Path(ledger)) as asked:
        return Hung(hanging.hung(asked))


_NO_ITEMS: tuple[ItemId, ...] = ()
NOTHING = Hung(
    hanging.Hung(_NO_ITEMS, (), np.zeros(0, np.int64), (), (), Kin({}, {}), Provenance.of(0, ()), frozenset())
)
"""A seizure of which nothing was read."""
