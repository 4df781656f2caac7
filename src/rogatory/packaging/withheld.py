"""What does not leave, told so that nothing is given away: grounds in a few words, and how many.

Who reads that three papers of an application for asylum were withheld knows that somebody applied. So the grounds are
wider than those on which was decided, and stand in one order whatever there is of each.
"""

from collections.abc import Mapping
from enum import Enum

import numpy as np

from rogatory.journal.leaf import JSON
from rogatory.material import grounds
from rogatory.material.clearing import Clearing, Marks


class Ground(Enum):
    """Why an item does not leave, as far as the requesting state is told."""

    PROTECTED = "protected by law"
    """Professional secrecy, asylum, journalists' sources, health, ill-treatment, people at risk."""
    OUTSIDE = "outside what was asked for"
    """Other persons, another time, another matter."""
    MORE_THAN_NEEDED = "more than is needed"
    """Handing it over would not be proportionate."""
    UNDECIDED = "not decided"
    """A question is open, or a decision can still be challenged."""
    NO_FORM = "no form in which it can be handed over"
    """It cannot be read, or not be freed of what it may hide."""


OUTSIDE = frozenset({"echr-8-out-of-scope-items"})
"""Grounds of the law that say an item lies outside the request."""
MORE_THAN_NEEDED = frozenset({"house-item-out-of-scope-or-disproportionate"})
"""Those that say sending it would be too much."""


def _of(ground: grounds.Ground) -> Ground:
    if ground.open or ground.id == grounds.REMEDY.id:
        return Ground.UNDECIDED
    if ground.id in OUTSIDE:
        return Ground.OUTSIDE
    return Ground.MORE_THAN_NEEDED if ground.id in MORE_THAN_NEEDED else Ground.PROTECTED


def count(judged: Clearing, stay: Marks) -> dict[Ground, int]:
    """How many of the items that stay are withheld on each ground; every item counts once.

    Of several grounds of one item the one that gives away least is told. What was cleared and is not sent is not
    decided: nobody has decided to send it.

    Args:
        judged: The judgment over all items.
        stay: The items that stay.
    """
    left, found = stay.copy(), {}
    for ground in (Ground.OUTSIDE, Ground.MORE_THAN_NEEDED, Ground.PROTECTED):
        of_it = [items for one, items in judged.grounds.items() if _of(one) is ground]
        marked = np.logical_or.reduce([*of_it, np.zeros_like(stay)]) & left
        found[ground] = int(marked.sum())
        left &= ~marked
    return {**found, Ground.UNDECIDED: int(left.sum())}


def told(counts: Mapping[Ground, int]) -> list[JSON]:
    """The log of what is withheld, every ground in its place.

    Raises:
        ValueError: A count is below 0.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count of what is withheld is below 0")
    return [{"count": counts.get(ground, 0), "ground": ground.value} for ground in Ground]
