"""Samples of what was done, drawn by lot: nobody chooses what is looked at, and everybody draws the same again."""

from collections.abc import Iterable
from enum import Enum
from hashlib import sha256
from heapq import nsmallest

MOST = 200
"""Things in one sample; more than anybody looks at."""


class Kind(Enum):
    """What a sample is drawn of."""

    NOT_SHOWN = "not-shown"
    """Screenings in which something was met that was too weak to be shown, register by register."""
    BULK_ANSWERS = "bulk-answers"
    """Answers given to several seized items at once."""
    DEPARTURES = "departures"
    """Departures from rulings."""
    DISMISSALS = "dismissals"
    """Links that were dismissed."""


def drawn(population: Iterable[str], seed: str, size: int) -> tuple[str, ...]:
    """Draw so many of a population, or all where there are fewer.

    The order is that of SHA-256 over the seed, a newline and the name of each: whoever has the two draws the same, and
    who does not know the seed beforehand cannot know what will be drawn.

    Args:
        population: Names of all there are to draw from.
        seed: Settled after the population was: the root of the journal when it is drawn.
        size: How many.

    >>> drawn(["7", "12", "31"], "root", 2) == drawn(["31", "7", "12"], "root", 2)
    True

    Raises:
        ValueError: The size is below 1 or above `MOST`.
    """
    if not 1 <= size <= MOST:
        raise ValueError(f"a sample has from 1 to {MOST} things")
    return tuple(nsmallest(size, set(population), key=lambda name: (sha256(f"{seed}\n{name}".encode()).digest(), name)))
