"""Texts that are the same, or nearly: drafts, versions, the same letter to two addressees, a mail in two mailboxes.

What is withheld of one is withheld of the other, and what was read of one need not be read as if it were new. Likeness
is Jaccard's: of all runs of a few words in two texts, the share that stands in both. Which texts to compare is found
by signatures (MinHash, in bands); how alike they are is then counted, never estimated.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from rogatory.material.plain_words import digest, words

NEAR = 0.7
"""Likeness from which on one text stands for the other."""
RUN = 3
"""Words of a run."""
PLACES, BANDS = 128, 32
"""Of a signature. Of two texts as alike as `NEAR`, one pair in 6,000 is not compared; of more alike ones, fewer."""
_SEED = 20_260_903
"""Signatures are compared with each other only, so any number does; it never changes, so that nothing else does."""
_BATCH = 4_096
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are nearly the same.

    Attributes:
        one: Position of the earlier.
        other: Position of the later.
        likeness: Share of their runs of words that stands in both; at least what was asked for, below 1 or 1.
    """

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Which texts are alike.

    Attributes:
        same: For each text the position of the first with the same words in the same order; its own where there is
            none. A text without words is the same as no other.
        near: Pairs of first texts by which every cluster hangs together: within a cluster more pairs may be alike, and
            none is alike across two, but for what `BANDS` says.
        cluster: For each text the position of the first of its cluster.
    """

    same: tuple[int, ...]
    near: tuple[Pair, ...]
    cluster: tuple[int, ...]


def runs(text: str) -> list[str]:
    """The runs of words of a text; of fewer words than a run has, all of them as one."""
    return runs_of(words(text))


def runs_of(told: Sequence[str]) -> list[str]:
    """The same, of its words."""
    if len(told) <= RUN:
        return [" ".join(told)] if told else []
    return [*map(" ".join, zip(*(told[at:] for at in range(RUN)), strict=False))]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; 0 where one of them has no words."""
    return share(frozenset(runs(one)), frozenset(runs(other)))


def alike(texts: Sequence[str], least: float = NEAR) -> Likenesses:
    """Which of these texts are the same, or nearly.

    Args:
        texts: The texts; they may be looked up one by one, and are asked for more than once.
        least: Likeness from which on two texts are nearly the same; above 0.5, below which the signatures see little.

    Raises:
        ValueError: `least` is not above 0.5 and at most 1.
    """
    if not 0.5 < least <= 1:  # noqa: PLR2004 - as the docstring says
        raise ValueError(f"likeness {least} is not above 0.5 and at most 1")
    same = _same(texts)
    firsts = [place for place, first in enumerate(same) if place == first and words(texts[place])]
    near, joined = _near(texts, firsts, least)
    return Likenesses(same, tuple(near), tuple(top(joined, first) for first in same))


def bands(texts: Iterable[Sequence[str]]) -> NDArray[np.uint64]:
    """For each text a number for each band of its signature: of two texts that are near, one at least is the same.

    For texts so many that they are looked through on the disk, told by their words; without words all are 0.
    """
    told = [runs_of(one) for one in texts]
    values = np.array(RMinHash.digests_from_token_sets(told, PLACES, _SEED), np.uint64).reshape(len(told), BANDS, -1)
    found: NDArray[np.uint64] = np.zeros((len(told), BANDS), np.uint64)
    for place in range(values.shape[2]):
        found = (found ^ values[:, :, place]) * _MIX
        found ^= found >> np.uint64(32)
    found[[not one for one in told]] = 0
    return found


def _same(texts: Sequence[str]) -> tuple[int, ...]:
    seen: dict[bytes, int] = {}
    found = []
    for place, text in enumerate(texts):
        name = digest(text)
        found.append(seen.setdefault(name, place) if name else place)
    return tuple(found)


def _near(texts: Sequence[str], firsts: Sequence[int], least: float) -> tuple[list[Pair], dict[int, int]]:
    index, joined, found = RMinHashLSH(least, PLACES, BANDS), dict[int, int](), list[Pair]()

    @lru_cache(2 * _BATCH)
    def of(place: int) -> frozenset[str]:
        return frozenset(runs(texts[place]))

    for place, signature in _signatures(texts, firsts):
        for other in sorted(index.query(signature)):
            # Two of one cluster need no second tie: what spreads reaches them both.
            if top(joined, other) == top(joined, place):
                continue
            both = share(of(other), of(place))
            if both >= least:
                found.append(Pair(other, place, both))
                low, high = sorted((top(joined, other), top(joined, place)))
                joined[high] = low
        index.insert(place, signature)
    return found, joined


def _signatures(texts: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, RMinHash]]:
    for start in range(0, len(places), _BATCH):
        batch = places[start : start + _BATCH]
        yield from zip(
            batch, RMinHash.from_token_sets([runs(texts[place]) for place in batch], PLACES, _SEED), strict=True
        )


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of two sets of runs that stands in both, from 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def top(joined: dict[int, int], place: int) -> int:
    """The first of a cluster, by what is joined to what.

    What lies between is joined to it at once, so that chains stay short.
    """
    way = []
    while (above := joined.get(place, place)) != place:
        way.append(place)
        place = above
    joined.update(dict.fromkeys(way, place))
    return place
