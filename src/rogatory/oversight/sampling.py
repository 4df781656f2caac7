"""Samples of what was done, drawn by lot: nobody chooses what is looked at, and everybody draws the same again."""

from collections.abc import Callable, Iterable
from enum import Enum
from hashlib import sha256
from heapq import nsmallest
from math import comb

MOST = 200
"""Things in one sample; more than anybody looks at."""


class Kind(Enum):
    """What a sample is drawn of."""

    NOT_SHOWN = "not-shown"
    """Links that were too weak to be shown, one by one."""
    BULK_ANSWERS = "bulk-answers"
    """Answers given to several seized items at once."""
    DEPARTURES = "departures"
    """Departures from rulings."""
    DISMISSALS = "dismissals"
    """Links that were dismissed."""


SURE = 0.95
"""How sure an interval of a share is."""


def interval(found: int, of: int) -> tuple[float, float]:
    """Between which shares of all there are lies what was found so often among things drawn by lot, `SURE` as it is.

    Exact, by the binomial distribution (Clopper and Pearson 1934): never narrower than it may be said, and where few
    there are to draw from wider than it need be.

    Args:
        found: In how many of the things it was found.
        of: How many things were looked at, at least one.

    >>> [round(share, 3) for share in interval(1, 10)]
    [0.003, 0.445]
    """

    def at_most(most: int, share: float) -> float:
        return sum(comb(of, n) * share**n * (1 - share) ** (of - n) for n in range(most + 1))

    outside = (1 - SURE) / 2
    low = _where(lambda share: at_most(found - 1, share) > 1 - outside) if found else 0.0
    high = _where(lambda share: at_most(found, share) > outside) if found < of else 1.0
    return low, high


def _where(below: Callable[[float], bool]) -> float:
    """The share up to which something holds, by halving."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return low


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
