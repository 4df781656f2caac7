"""An entry read closely: what it weighs where each of its words stands for one word asked, and no more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Final

STEEP: Final = 2
"""Power of the nearness that a word counts by, so that one word met well is worth more than two met badly."""
EXTRA: Final = 0.05
"""What a word costs that only the entry has."""
READ: Final = 0.02
"""What it costs that a name can be read in twice as many ways as the one asked: it meets more, and by chance."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A way asked, to be held against single entries.

    Attributes:
        words: For each word its share of what all carry, and the codes near it with how near they are.
        less: What the way costs.
        readings: Bits of in how many ways its words are read.
    """

    words: list[tuple[float, Mapping[int, float]]]
    less: float
    readings: float


def weight(codes: list[tuple[int, int]], words: int, asked: Laid) -> float:
    """What a name of an entry weighs against a way asked; never more than at a glance.

    Args:
        codes: Its codes, each with the number of the word it reads; at least one.
        words: How many words it has.
        asked: The way asked.
    """
    cells: list[tuple[float, int, int]] = []
    for number, (gain, near) in enumerate(asked.words):
        nearest: dict[int, float] = {}
        for code, at in codes:
            nearness = near.get(code)
            if nearness is not None and nearness > nearest.get(at, 0.0):
                nearest[at] = nearness
        cells += [(gain * nearness**STEEP, number, at) for at, nearness in nearest.items()]
    more = max(0.0, log2(len(codes) / words) - asked.readings)
    return _one_to_one(cells) - asked.less - EXTRA * words - READ * more


def _one_to_one(cells: Iterable[tuple[float, int, int]]) -> float:
    """What words weigh that each stand for one other, the weightiest first."""
    whole = 0.0
    here: set[int] = set()
    there: set[int] = set()
    for gain, one, other in sorted(cells, reverse=True):
        if one not in here and other not in there:
            here.add(one)
            there.add(other)
            whole += gain + EXTRA
    return whole
