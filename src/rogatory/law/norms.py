"""Norms: a rule, with its source, that bears on acts.

A norm says *when* a condition holds, *unless* an exception does, what follows for an act. Every norm carries its
source, its basis, its dates of force, who is bound, what an unknown does, and how far it was checked; all of it prints.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from rogatory.law.acts import KINDS, Act, Stage
from rogatory.law.conditions import Condition
from rogatory.law.sources import Basis, Check, Source


class Effect(Enum):
    """What a norm does to the act it bears on."""

    FORBIDS = "forbids"
    """The act may not be done; a cure, if the norm knows one and it is in place, lifts the bar under a condition."""
    REQUIRES = "requires a condition"
    """The act may be done only once a condition is met: at a decision it can still be obtained, at execution not."""
    MAY_REFUSE = "permits refusal"
    """An optional ground: the decider must say yes or no to it, with reasons."""
    INQUIRES = "obliges to inquire"
    """Before the act something must have been examined; until then the act is not ripe."""
    OBLIGES = "obliges"
    """The state owes something (an investigation, an answer in time). Does not change whether the act may be done."""
    ENTITLES = "gives a right"
    """The person concerned holds a right. Does not change whether the act may be done."""


class OnUnknown(Enum):
    """What follows while the norm's condition is neither shown nor excluded. Printed in every ruling that meets it."""

    BLOCKS = "the act waits, and the question must be examined"
    """For bars on acts and conditions."""
    INCOMPLETE = "the decision is incomplete until the question is answered"
    """For optional grounds."""
    LISTED = "the question is listed"
    """For duties and rights."""


_DEFAULT_ON_UNKNOWN = {
    Effect.FORBIDS: OnUnknown.BLOCKS,
    Effect.REQUIRES: OnUnknown.BLOCKS,
    Effect.MAY_REFUSE: OnUnknown.INCOMPLETE,
}


class Who(Enum):
    """How a norm finds out whether it binds in this case."""

    ANYONE = "every state"
    """General international law, method, or a rule of the forum that needs no treaty."""
    REQUESTED = "the requested state, as a party"
    """The requested state is bound by one of the instruments."""
    BETWEEN = "both states, as parties"
    """Both states are bound by one of the instruments."""
    FALLBACK = "both states, as parties, where no assistance treaty binds them"
    """Layer of UNTOC, UNCAC, Vienna, Budapest: bows to any assistance treaty between the two (UNTOC Art. 18(7))."""
    NO_TREATY = "the requested state, where no treaty binds both"
    """National law for requests without a treaty."""
    MUTUAL_TRUST = "both states, as members of the European Union"
    """Instruments of mutual recognition."""
    STATE = "one state"
    """National law of the named state."""
    INTERPOL = "INTERPOL and its members as users of its channels"
    """INTERPOL's own rules."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Who is bound.

    Attributes:
        who: The test.
        by: Instruments of the treaty matrix, any of which suffices; for STATE the country codes.
    """

    who: Who
    by: tuple[str, ...] = ()


ANYONE = Bound(Who.ANYONE)
ECHR_STATES = Bound(Who.REQUESTED, ("ECHR",))
EU_STATES = Bound(Who.REQUESTED, ("EU",))
MUTUAL_TRUST = Bound(Who.MUTUAL_TRUST, ("EU",))
INTERPOL_USERS = Bound(Who.INTERPOL)
BELGIUM = Bound(Who.STATE, ("BE",))


def parties(*instruments: str) -> Bound:
    """Bound where the requested state is party to one of `instruments`."""
    return Bound(Who.REQUESTED, instruments)


def between(*instruments: str) -> Bound:
    """Bound where both states are party to one of `instruments`."""
    return Bound(Who.BETWEEN, instruments)


def fallback(*instruments: str) -> Bound:
    """Bound as `between`, but only where no assistance treaty binds the two states."""
    return Bound(Who.FALLBACK, instruments)


@dataclass(frozen=True, slots=True)
class Unless:
    """An exception: where it is shown the norm does not apply. Where it is unknown, the norm is unknown.

    Attributes:
        id: Short name, unique within the norm.
        when: Condition of the exception.
        text: The exception in words (English).
        source: Its own source, if it is not the norm's.
    """

    id: str
    when: Condition
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cure:
    """What answers a norm that applies.

    Attributes:
        met: Condition under which the bar is answered.
        obtain: What would have to be obtained, in words; printed as a condition still to obtain.
        keep: What must then be kept, in words; None where nothing remains to be kept once met.
        failed: Condition under which the cure was tried and found wanting, so that nothing more can be obtained;
            None: can always still be tried.
    """

    met: Condition
    obtain: str
    keep: str | None = None
    failed: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """One rule.

    Attributes:
        id: Name in rulings, on the command line and in the law book.
        source: Where it comes from.
        bears_on: Acts it bears on.
        effect: What it does to them.
        when: Its condition.
        says: The norm in plain words, by language; English always present.
        unless: Exceptions.
        cure: What answers it; obligatory for REQUIRES.
        fulfilled: For INQUIRES, OBLIGES: condition under which the duty is fulfilled.
        kinds: Kinds of request it concerns.
        bound: Who is bound.
        since: First day of force (inclusive); None: in force before any case that can come up.
        until: First day no longer in force (exclusive); None: still in force.
        basis: What gives it its force.
        check: How far it was checked against its text.
        standard: The standard of proof, in words.
        on_unknown: What an unknown does; by default what fits the effect.
        note: Corrections, doubts, what was not read.
        limit: Time limit, in words; empty if none.
        lifts: What would lift the bar, in words; empty: the cure says it, or nothing does.
        releases: The norm makes cooperation easier (bears on refusing): then a conflict or an unconfirmed treaty never
            makes it apply.
    """

    id: str
    source: Source
    bears_on: tuple[Act, ...]
    effect: Effect
    when: Condition
    says: Mapping[str, str]
    unless: tuple[Unless, ...] = ()
    cure: Cure | None = None
    fulfilled: Condition | None = None
    kinds: tuple[str, ...] = KINDS
    bound: Bound = ANYONE
    since: date | None = None
    until: date | None = None
    basis: Basis = Basis.TEXT
    check: Check = Check.VERIFIED
    standard: str = ""
    on_unknown: OnUnknown = field(default=OnUnknown.LISTED)
    note: str = ""
    limit: str = ""
    lifts: str = ""
    releases: bool = False

    def __post_init__(self) -> None:
        """Check what every norm must carry.

        Raises:
            ValueError: No English wording, no act, no kind, a cure missing where a condition is required, a duty to
                inquire that could never be fulfilled, or a soft-law text that would refuse by itself.
        """
        problem = _problem(self)
        if problem:
            msg = f"norm {self.id}: {problem}"
            raise ValueError(msg)
        if self.on_unknown is OnUnknown.LISTED:
            object.__setattr__(self, "on_unknown", _DEFAULT_ON_UNKNOWN.get(self.effect, OnUnknown.LISTED))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of the acts it bears on, in order."""
        return tuple(dict.fromkeys(act.stage for act in self.bears_on))

    def in_force(self, day: date) -> bool:
        """Whether the norm is law on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def _problem(norm: Norm) -> str:
    if not norm.says.get("en"):
        return "says nothing in English"
    if not norm.bears_on:
        return "bears on no act"
    if not norm.kinds or not set(norm.kinds) <= set(KINDS):
        return f"concerns kinds {norm.kinds}, known are {KINDS}"
    if norm.effect is Effect.REQUIRES and norm.cure is None:
        return "requires a condition but does not say which"
    if norm.effect is Effect.INQUIRES and norm.fulfilled is None:
        return "obliges to inquire but does not say when that is done"
    if norm.basis is Basis.SOFT_LAW and norm.effect in (Effect.FORBIDS, Effect.MAY_REFUSE, Effect.REQUIRES):
        return "is soft law: it may open a duty, never bar, refuse or condition by itself"
    return ""
