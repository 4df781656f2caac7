"""What an answer changes: two rulings on the same act, before and after it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.law.ruling import ConditionState, NormState, OpenQuestion, Ruling


@dataclass(frozen=True, slots=True)
class NormChange:
    """One norm that stands differently.

    Attributes:
        before: How it stood; None if it did not bear on the act.
        after: How it stands; None if it no longer bears on the act.
    """

    before: NormState | None
    after: NormState | None

    @property
    def state(self) -> NormState:
        """The norm as it stands now, or as it last stood."""
        found = self.after or self.before
        if found is None:
            msg = "a norm that stood nowhere cannot have changed"
            raise ValueError(msg)
        return found


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two rulings on the same act and object.

    Attributes:
        before: The first ruling.
        after: The second.
        norms: Norms that stand differently, in the order of the law.
        settled: Questions that no longer matter.
        raised: Questions that matter now and did not before.
        conditions: Conditions that are new, or newly obtained.
        dropped: Conditions that are gone.
    """

    before: Ruling
    after: Ruling
    norms: tuple[NormChange, ...]
    settled: tuple[OpenQuestion, ...]
    raised: tuple[OpenQuestion, ...]
    conditions: tuple[ConditionState, ...]
    dropped: tuple[ConditionState, ...]

    @property
    def verdict_changed(self) -> bool:
        """Whether the verdict is another."""
        return self.before.verdict is not self.after.verdict

    @property
    def anything_changed(self) -> bool:
        """Whether anything at all is different."""
        return self.verdict_changed or bool(
            self.norms or self.settled or self.raised or self.conditions or self.dropped
        )


def difference(before: Ruling, after: Ruling) -> Difference:
    """Compare two rulings.

    Raises:
        ValueError: They are not on the same act and object.
    """
    if (before.act, before.object) != (after.act, after.object):
        msg = f"{before.act.id} {before.object} and {after.act.id} {after.object} are not the same act"
        raise ValueError(msg)
    return Difference(
        before,
        after,
        norms=_norms(before.norms, after.norms),
        settled=_missing(before.questions, after.questions),
        raised=_missing(after.questions, before.questions),
        conditions=tuple(c for c in after.conditions if c not in before.conditions),
        dropped=tuple(c for c in before.conditions if c not in after.conditions),
    )


def _norms(before: Iterable[NormState], after: Iterable[NormState]) -> tuple[NormChange, ...]:
    first = {n.norm.id: n for n in before}
    second = {n.norm.id: n for n in after}
    changes = (NormChange(first.get(i), second.get(i)) for i in dict.fromkeys((*first, *second)))
    return tuple(c for c in changes if _standing(c.before) != _standing(c.after))


def _standing(state: NormState | None) -> tuple[int, int | None, bool, tuple[str, ...]] | None:
    if state is None:
        return None
    return state.code, state.cure.code if state.cure else None, state.duty_open, state.touches


def _missing(these: Iterable[OpenQuestion], those: Iterable[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    there = {(q.slot, q.person) for q in those}
    return tuple(q for q in these if (q.slot, q.person) not in there)
