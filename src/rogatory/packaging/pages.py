"""Whether another paper or picture shows a page of which something was hidden: by small grey pictures of both.

A page drawn twice gives the same small picture, and one that was scanned, photographed flat, drawn at another size or
turned gives nearly the same. Held against each other is what changes from place to place, not how light a page is.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from rogatory.extraction.limits import LIMITS, Limits
from rogatory.extraction.sandbox import sandbox
from rogatory.packaging.forms import CAGED

SIDE = 96
"""Points in each side of a small picture, whatever the shape of the page."""
ALIKE = 0.7
"""Correlation from which on two pages are taken for the same; the shift that fits best counts."""
_SHIFTS = 2
"""Points by which one may lie beside the other."""
_AROUND = 4
"""Points around each that tell how light it is there."""
_HIDDEN = 24
"""Levels of grey, of 255, by which a point of a page differs from its redacted form where something is hidden."""
_PLAIN = 1.0
"""Levels by which a page varies that has nothing on it by which it could be recognised."""

Small = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A page of which something is hidden.

    Attributes:
        page: Its number, from 1.
        whole: The page, small.
        form: The same in the redacted form.
    """

    page: int
    whole: Small
    form: Small

    @property
    def where(self) -> NDArray[np.bool_]:
        """Where something is hidden."""
        found: NDArray[np.bool_] = np.abs(self.whole - self.form) > _HIDDEN
        return found


def small(data: bytes, limits: Limits = LIMITS) -> list[Small]:
    """The pages of a paper or picture, small and grey; none: it is neither, or cannot be drawn."""
    values = {"limits": asdict(limits), "side": SIDE}
    outcome = sandbox(CAGED).run(f"{CAGED}:small", values, data, limits)
    if outcome.state or not outcome.blob:
        return []
    return [*np.frombuffer(outcome.blob, np.uint8).reshape(-1, SIDE, SIDE).astype(np.float32)]


def hidden(whole: Sequence[Small], form: Sequence[Small]) -> list[Hidden]:
    """The pages of which something is hidden.

    Args:
        whole: The pages of the original.
        form: Those of its redacted form, in the same order.
    """
    told = (Hidden(number, one, other) for number, (one, other) in enumerate(zip(whole, form, strict=False), 1))
    return [one for one in told if one.where.any()]


def shows(one: Hidden, page: Small) -> bool:
    """Whether a page of something else shows what is hidden: it is the same page, and not hidden there too."""
    where = one.where
    for turned in (np.rot90(page, quarter) for quarter in range(4)):
        best, moved = _best(one.whole, turned)
        if best >= ALIKE:
            shown = np.abs(moved - one.whole)[where].mean() < np.abs(moved - one.form)[where].mean()
            return bool(shown)
    return False


def _best(whole: Small, page: Small) -> tuple[float, Small]:
    """How alike two pages are where one fits best on the other, and it so moved."""
    ours = _varies(whole)
    if ours.std() < _PLAIN:
        same = float(np.abs(whole - page).mean() < _PLAIN)
        return same, page
    theirs, steps = _varies(page), range(-_SHIFTS, _SHIFTS + 1)
    best, move = max((_alike(ours, np.roll(theirs, move, (0, 1))), move) for move in product(steps, steps))
    return best, np.roll(page, move, (0, 1))


def _varies(page: Small) -> Small:
    """A page without how light it is around each point."""
    wide = 2 * _AROUND + 1
    sums = np.pad(page, _AROUND, mode="edge").astype(np.float64).cumsum(0).cumsum(1)
    sums = np.pad(sums, ((1, 0), (1, 0)))
    around = sums[wide:, wide:] - sums[:-wide, wide:] - sums[wide:, :-wide] + sums[:-wide, :-wide]
    found: Small = (page - around / wide**2).astype(np.float32)
    return found


def _alike(one: Small, other: Small) -> float:
    length = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / length if length else 0.0
