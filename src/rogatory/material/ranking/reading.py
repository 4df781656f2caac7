"""Reading in order: what people have answered so far says which items to read next, batch after batch.

A linear classifier learns from the answers and gives each unread item a place in the order (continuous active
learning). What it gives is an order and nothing else: no score is an answer, and no value of this module is a
`Cleared`, nor can one be made of it. Items at the end of the order are unread items.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rogatory.material.ranking.features import Rows

Scores = NDArray[np.float32]
_LATE: Final = 300
"""A batch is a three-hundredth of what was read: each answer tells where the next one is, and learning takes little."""
_STRICTNESS, _FOR_ONE = 0.11, 9.8
"""Of the classifier, and how much more those that matter weigh, all together, than those that do not.

As in ELAS u4 of ASReview (Apache-2.0), where they were optimised on the public sets of SYNERGY.
"""
_CLOSE, _STEPS, _TURNS = 1e-2, 100, 20
"""How near the weights come to the best, on average over the answers; after how many attempts they are good enough."""


@dataclass
class Reader:
    """Chooses what is read next.

    Attributes:
        rows: The items, as `features.rows` makes them.
        seed: Whatever number; the same number gives the same order for the same answers, given in the same steps.
    """

    rows: Rows
    seed: int
    _learned: dict[int, float] = field(default_factory=dict, init=False, repr=False)

    def following(self, answers: Mapping[int, bool]) -> tuple[int, ...]:
        """The items to read next, the likeliest to matter first; empty: all were read.

        Args:
            answers: By position of an item, whether it matters: whatever question the order is made for.
        """
        scores = self.scores(answers)
        scores[list(answers)] = -np.inf
        count = min(max(1, len(answers) // _LATE), len(scores) - len(answers))
        if count < 1:
            return ()
        # Of items with the same score the first comes first, so that nothing is left to chance.
        least = np.partition(scores, -count)[-count]
        best = np.flatnonzero(scores >= least)
        return tuple(best[np.lexsort((best, -scores[best]))][:count].tolist())

    def order(self, answers: Mapping[int, bool]) -> tuple[int, ...]:
        """All unread items, the likeliest to matter first; of those with the same score the first comes first.

        Args:
            answers: As for `following`.
        """
        unread = np.ones(self.rows.shape[0], np.bool_)
        unread[list(answers)] = False
        left = np.flatnonzero(unread)
        scores = self.scores(answers)[left] if len(left) else np.zeros(0, np.float32)
        return tuple(left[np.lexsort((left, -scores))].tolist())

    def scores(self, answers: Mapping[int, bool]) -> Scores:
        """How likely each item is to matter, on no scale: only which is higher means something.

        Until one is known that matters and one that does not, they come in an order drawn with the seed.
        """
        places, matters = [*answers], np.fromiter(answers.values(), np.bool_, len(answers))
        if matters.all() or not matters.any():
            drawn: Scores = np.random.default_rng((self.seed, len(answers))).random(self.rows.shape[0], np.float32)
            return drawn
        before = np.fromiter((self._learned.get(place, 0.0) for place in places), np.float64, len(places))
        weights, each = _weights(self.rows[places], matters, before)
        self._learned = dict(zip(places, each.tolist(), strict=True))
        return np.asarray(self.rows @ weights, np.float32).ravel()


def _weights(rows: Rows, matters: NDArray[np.bool_], before: NDArray[np.float64]) -> tuple[Scores, NDArray[np.float64]]:
    """What each word weighs: a linear support vector machine with squared hinge loss and a regularised bias.

    It is solved in its answers, by conjugate gradients among those within the margin (Chapelle, Training a support
    vector machine in the primal, 2007), and starts from what was learned before: so one more answer costs little.

    Args:
        rows: Of the items that were answered.
        matters: Of each whether it matters; some do, and some do not.
        before: What each answer counted when it was learned last; 0: it is new.
    """
    count, found = len(matters), int(matters.sum())
    sides = np.where(matters, 1.0, -1.0)
    each = np.where(matters, 1.0, found / (_FOR_ONE * (count - found)))
    slack = each.sum() / (2 * _STRICTNESS * count * each)
    columns, within, counting = rows.T, np.ones(count, np.bool_), before

    def scored(counting: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(rows @ (columns @ counting.astype(np.float32)) + counting.sum(), np.float64)

    for _ in range(_TURNS):
        counting = np.where(within, counting, 0.0)
        rest = np.where(within, sides - scored(counting) - slack * counting, 0.0)
        way, square = rest.copy(), rest @ rest
        for _ in range(_STEPS):
            if square <= _CLOSE**2 * count:
                break
            step = np.where(within, scored(way) + slack * way, 0.0)
            far = square / (way @ step)
            counting, rest = counting + far * way, rest - far * step
            square, last = rest @ rest, square
            way = rest + square / last * way
        now = sides * scored(counting) < 1
        if (now == within).all():
            break
        within = now
    return np.asarray(columns @ counting.astype(np.float32), np.float32), counting
