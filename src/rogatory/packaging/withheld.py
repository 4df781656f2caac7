"""What does not leave, told so that nothing is given away: grounds in a few words, and how many.

Who reads that three papers of an application for asylum were withheld knows that somebody applied. So the grounds are
wider than those on which was decided, and stand in one order whatever there is of each.
"""

from collections.abc import Mapping
from enum import Enum

from rogatory.journal.leaf import JSON


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


def told(counts: Mapping[Ground, int]) -> list[JSON]:
    """The log of what is withheld, every ground in its place.

    Raises:
        ValueError: A count is below 0.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count of what is withheld is below 0")
    return [{"count": counts.get(ground, 0), "ground": ground.value} for ground in Ground]
