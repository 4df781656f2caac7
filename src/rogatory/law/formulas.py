"""From norms to the four formulas of a verdict: what forbids, what conditions, what permits refusal, what must be asked."""

from dataclasses import dataclass
from enum import IntEnum

from rogatory.law.acts import Act
from rogatory.law.conditions import NEVER, AnyOf, Condition, Test, all_of, any_of
from rogatory.law.norms import Effect, Norm


class Verdict(IntEnum):
    """What the law says of one act; a higher value holds the act back more."""

    ALLOWED = 0
    """Nothing stands against it."""
    DISCRETIONARY = 1
    """An optional ground stands: the decider must say yes or no to it, with reasons."""
    CONDITIONAL = 2
    """Only under conditions: those still to obtain and those to keep are listed."""
    NOT_RIPE = 3
    """Examination is unfinished: a live question that can still bar the act is open, or a duty to inquire is."""
    FORBIDDEN = 4
    """The act may not be done."""

    @property
    def word(self) -> str:
        """The verdict as written in files and on the command line."""
        return self.name.lower().replace("_", "-")

    @property
    def allows(self) -> bool:
        """Whether the act may be done at all, be it under conditions or by choice."""
        return self < Verdict.NOT_RIPE


@dataclass(frozen=True, slots=True)
class Bearing:
    """A norm as it bears on one act.

    Attributes:
        norm: The norm.
        applies: Its condition without its exceptions.
        forbids: Condition under which it forbids the act; never, if it does not.
        obtains: Condition under which something must still be obtained.
        keeps: Condition under which something that was obtained must be kept.
        permits_refusal: Condition under which an optional ground stands.
    """

    norm: Norm
    applies: Test
    forbids: Condition
    obtains: Condition
    keeps: Condition
    permits_refusal: Condition


def bearing(norm: Norm, act: Act) -> Bearing:
    """How `norm` bears on `act`."""
    # A named node, so that generated code works it out once however many formulas use it.
    applies = Test(norm.id, norm.says["en"], norm.source, all_of(norm.when, *(~u.when for u in norm.unless)))
    forbids: Condition = NEVER
    obtains: Condition = NEVER
    keeps: Condition = NEVER
    permits: Condition = NEVER
    cure = norm.cure
    match norm.effect:
        case Effect.FORBIDS:
            forbids = applies if cure is None else applies & ~cure.met
        case Effect.REQUIRES if cure is not None and act.reversible:
            # At a decision the condition can still be obtained, unless it was tried and has failed.
            forbids = NEVER if cure.failed is None else applies & cure.failed
            obtains = applies & ~cure.met
        case Effect.REQUIRES if cure is not None:
            # What cannot be undone must find its conditions met; a promise to meet them later is worth nothing.
            forbids = applies & ~cure.met
        case Effect.MAY_REFUSE:
            permits = applies if cure is None else applies & ~cure.met
        case _:
            pass
    if cure is not None and cure.keep is not None and norm.effect in (Effect.FORBIDS, Effect.REQUIRES):
        keeps = applies & cure.met
    return Bearing(norm, applies, forbids, obtains, keeps, permits)


def ground_for_refusal(bearings: tuple[Bearing, ...]) -> Condition:
    """Some ground stands against granting: what forbids, conditions or permits refusal there."""
    parts = [c for b in bearings for c in (b.forbids, b.obtains, b.keeps, b.permits_refusal) if c is not NEVER]
    return any_of(*parts) if parts else NEVER


def union(parts: list[Condition]) -> Condition:
    """At least one of `parts`; never, if there are none."""
    kept = [p for p in parts if p is not NEVER]
    if not kept:
        return NEVER
    return kept[0] if len(kept) == 1 else AnyOf(tuple(kept))
