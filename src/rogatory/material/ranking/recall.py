"""How much of what matters has been found, told with its interval; whether to stop is a human's decision.

Two samples are drawn evenly, before and after: a control sample of all items, read whatever the order says, and an
elusion sample of those still unread when somebody thinks of stopping. Intervals are exact (Clopper and Pearson, 1934):
they hold for small samples, and err towards reading on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, exp, lgamma, log, log1p

import numpy as np

_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Share:
    """A share, as a sample tells it.

    Attributes:
        estimate: As it is in the sample, from 0 to 1.
        least: The share is not smaller, by the confidence asked for.
        most: And not larger.
    """

    estimate: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What may be considered when thinking of stopping. Items that stay unread stay withheld.

    Attributes:
        reached: Whether the lower end of the interval reaches the share that was asked for.
        says: What that means, in a sentence.
    """

    reached: bool
    says: str


def sample(among: Sequence[int], count: int, seed: int) -> tuple[int, ...]:
    """An even sample without repeats; all of them, where there are fewer. In the order in which it is to be read.

    Args:
        among: Positions of the items drawn from.
        count: How many.
        seed: The same number draws the same sample; it is published with the result.
    """
    chosen = np.random.default_rng(seed).permutation(len(among))[:count]
    return tuple(among[int(place)] for place in chosen)


@lru_cache(maxsize=10_000)
def share(found: int, of: int, confidence: float = 0.95) -> Share:
    """A share in a whole from a sample.

    Args:
        found: In the sample.
        of: Size of the sample; 0: it tells nothing, and everything is possible.
        confidence: Above 0 and below 1; one half of the rest lies on each side.

    Raises:
        ValueError: More was found than is in the sample, or the confidence is none.
    """
    if not 0 <= found <= of or not 0 < confidence < 1:
        raise ValueError(f"{found} of {of} at {confidence}: no sample, or no confidence between 0 and 1")
    if of == 0:
        return Share(0.0, 0.0, 1.0)
    tail = (1 - confidence) / 2
    least = 0.0 if found == 0 else _where(lambda p: 1 - _at_most(found - 1, of, p) >= tail)
    most = 1.0 if found == of else _where(lambda p: _at_most(found, of, p) < tail)
    return Share(found / of, least, most)


def recall(control: Mapping[int, bool], read: frozenset[int], confidence: float = 0.95) -> Share:
    """The share of what matters that the order has brought up.

    Args:
        control: The control sample, by position whether an item matters; read apart from the order.
        read: Items that were read because the order brought them up.
        confidence: See `share`.
    """
    mattering = [place for place, matters in control.items() if matters]
    return share(sum(place in read for place in mattering), len(mattering), confidence)


def elusion(sampled: Mapping[int, bool], unread: int, found: int, confidence: float = 0.95) -> Share:
    """The share of what matters that has been found, from a sample of what is unread.

    Args:
        sampled: The sample, by position whether an item matters.
        unread: How many items are unread, the sample among them.
        found: How many that matter were found by reading in order.
        confidence: See `share`.
    """
    left = share(sum(sampled.values()), len(sampled), confidence)

    def of(missed: float) -> float:
        whole = found + missed * unread
        return found / whole if whole else 1.0

    return Share(of(left.estimate), of(left.most), of(left.least))


def advise(told: Share, wanted: float, *, read: int, found: int) -> Advice:
    """What a recall tells somebody who thinks of stopping.

    Args:
        told: From `recall` or `elusion`.
        wanted: Share of what matters that is to be found.
        read: Items read so far.
        found: Of these, items that matter.
    """
    interval = f"{told.estimate:.0%} found, between {told.least:.0%} and {told.most:.0%}"
    effort = ceil(1.5 * found + 1_000)
    mark = f" Read {read:,}; by a mark in use (1.5 for each found, and 1,000) it would be {effort:,}."
    if told.least >= wanted:
        says = f"The share that was asked for, {wanted:.0%}, is reached: {interval}.{mark}"
    else:
        says = f"It is not shown that {wanted:.0%} is reached: {interval}. Read on, or draw a larger sample.{mark}"
    return Advice(told.least >= wanted, f"{says} Stopping is a human's decision; what is unread stays withheld.")


def _at_most(found: int, of: int, p: float) -> float:
    """How likely a sample has at most so many, where the share is `p`."""
    if p in (0.0, 1.0):
        return 1.0 if p == 0.0 or found >= of else 0.0
    whole, hit, miss = lgamma(of + 1), log(p), log1p(-p)
    return sum(exp(whole - lgamma(k + 1) - lgamma(of - k + 1) + k * hit + (of - k) * miss) for k in range(found + 1))


def _where(holds: Callable[[float], bool]) -> float:
    """The share from which on it holds, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
