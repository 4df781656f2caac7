"""Reading in order: what people have answered so far says which items to read next, batch after batch.

A linear classifier learns from the answers and gives each unread item a place in the order (continuous active
learning). What it gives is an order and nothing else: no score is an answer, and no value of this module is a
`Cleared`, nor can one be made of it. Items at the end of the order are unread items.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rogatory.material.ranking.features import NotInstalledError, Rows

Scores = NDArray[np.float32]
_GROWTH = 10
"""A batch is a tenth larger than the one before."""
_LATE = 100
"""And never more than a hundredth of what was read: towards the end each answer tells where the next one is."""
_STRICTNESS, _FOR_ONE = 0.11, 9.8
"""Of the classifier, and how much more those that matter weigh, all together, than those that do not.

As in ELAS u4 of ASReview (Apache-2.0), where they were optimised on the public sets of SYNERGY.
"""


@dataclass
class Reader:
    """Chooses what is read next.

    Attributes:
        rows: The items, as `features.rows` makes them.
        seed: Whatever number; the same number gives the same order for the same answers.
    """

    rows: Rows
    seed: int
    _batch: int = field(default=1)

    def following(self, answers: Mapping[int, bool]) -> tuple[int, ...]:
        """The items to read next, the likeliest to matter first; empty: all were read.

        Args:
            answers: By position of an item, whether it matters: whatever question the order is made for.

        Raises:
            NotInstalledError: scikit-learn is missing.
        """
        unread = np.ones(self.rows.shape[0], np.bool_)
        unread[list(answers)] = False
        left = np.flatnonzero(unread)
        if not len(left):
            return ()
        count = min(self._batch, len(left))
        self._batch = min(self._batch + -(-self._batch // _GROWTH), max(1, (len(answers) + count) // _LATE))
        scores = self.scores(answers)[left]
        # Of items with the same score the first comes first, so that nothing is left to chance.
        best = np.argpartition(-scores, count - 1)[:count] if count < len(left) else np.arange(len(left))
        return tuple(int(left[place]) for place in best[np.lexsort((best, -scores[best]))])

    def order(self, answers: Mapping[int, bool]) -> tuple[int, ...]:
        """All unread items, the likeliest to matter first; of those with the same score the first comes first.

        Args:
            answers: As for `following`.

        Raises:
            NotInstalledError: scikit-learn is missing.
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
        found = [place for place, matters in answers.items() if matters]
        others = [place for place, matters in answers.items() if not matters]
        if not (found and others):
            drawn: Scores = np.random.default_rng((self.seed, len(answers))).random(self.rows.shape[0], np.float32)
            return drawn
        matters = np.zeros(len(answers), np.int8)
        matters[: len(found)] = 1
        return np.asarray(self.rows @ _weights(self.rows[[*found, *others]], matters), np.float32).ravel()


def _weights(rows: Rows, matters: NDArray[np.int8]) -> Scores:
    try:
        from sklearn.svm import LinearSVC  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NotInstalledError("ranking needs scikit-learn: install rogatory[ranking]") from error
    # Only the columns these rows have: the others would be learned to weigh nothing, at some cost.
    used = np.unique(rows.indices)
    if not len(used):
        return np.zeros(rows.shape[1], np.float32)
    found = int(matters.sum())
    each = np.where(matters, 1.0, found / (_FOR_ONE * (len(matters) - found)))
    model = LinearSVC(C=_STRICTNESS, random_state=0, dual=True, max_iter=2_000)
    model.fit(rows[:, used], matters, sample_weight=each * len(each) / each.sum())
    weights = np.zeros(rows.shape[1], np.float32)
    weights[used] = model.coef_[0]
    return weights
