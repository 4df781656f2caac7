"""What follows a breach: step by step, with its source, the last day for it, and whether it was done.

What the person concerned and the court must be told closes the way to the end of a breach: no reasons stand for that.
Of everything else a human may say why it was not done. Where no text counts the days, the policy of this system does,
and says so.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from rogatory.aftermath.breaches import Breach
from rogatory.letters.kinds import BREACH
from rogatory.letters.of_breach import Breached, Whose


class Step(Enum):
    """A step."""

    TELL_PERSON = "tell-person"
    TELL_COURT = "tell-court"
    TELL_SUPERVISOR = "tell-supervisor"
    """The authority that supervises how data are handled."""
    DEMAND = "demand-return"
    """That the requesting state stop, give back and account for what it did."""
    ANSWER = "answer"
    """That its answer came, to every point."""
    REPARATION = "reparation"
    """That it was decided what the person is owed."""


class State(Enum):
    """How a step stands on a day."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Rule:
    """A step of a kind.

    Attributes:
        step: Which.
        days: Calendar days after the day on which the breach was known; 0: counted from something else.
        source: What says so.
        counted: What sets the number of days.
        blocks: Whether a breach is not closed without, whatever reasons are given.
        applies: Of which breaches.
    """

    step: Step
    days: int
    source: str
    counted: str
    blocks: bool = False
    applies: Callable[[Breach], bool] = field(default=lambda _: True)


def _own_disclosure(breach: Breach) -> bool:
    return breach.kind is Breached.DISCLOSURE and breach.whose is Whose.OWN


def _something_to_demand(breach: Breach) -> bool:
    return breach.whose is Whose.REQUESTING_STATE or bool(breach.gone)


_POLICY = "policy"
RULES: tuple[Rule, ...] = (
    Rule(Step.TELL_PERSON, 7, "ECHR Art. 13; Directive (EU) 2016/680 Art. 31(1): without undue delay", _POLICY,
         blocks=True),
    Rule(Step.TELL_COURT, 7, "ECHR Art. 6(1) and 13: the court that protects the person must know of it", _POLICY,
         blocks=True),
    Rule(Step.TELL_SUPERVISOR, 3, "Directive (EU) 2016/680 Art. 30(1), by analogy where nobody broke in", "72 hours",
         applies=_own_disclosure),
    Rule(Step.DEMAND, 7, BREACH.source, _POLICY, applies=_something_to_demand),
    Rule(Step.ANSWER, 0, BREACH.source, "the day the demand sets", applies=_something_to_demand),
    Rule(Step.REPARATION, 90, "ECHR Art. 13 and 41; A/RES/60/147; PACE Resolution 2509 (2023) point 15.3",
         _POLICY),
)  # fmt: skip
"""What follows a breach, in order."""
DAYS_TO_ANSWER = 14
"""Calendar days in which somebody answers what is alleged to be a breach: policy; ECHR Art. 13 asks for no delay."""
RULE_OF: Mapping[Step, Rule] = MappingProxyType({rule.step: rule for rule in RULES})
"""The rule of each step."""


@dataclass(frozen=True, slots=True)
class Done:
    """That something was done: on which day, by which entry."""

    on: date
    entry: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the case tells of what was done about one breach.

    Attributes:
        told: The persons concerned it wrongs, each with when they were told; None: they were not.
        steps: Of the other steps, those that were done.
        answer_by: Last day the demand, or the last reminder of it, sets; None: nothing was demanded.
    """

    told: Mapping[str, Done | None]
    steps: Mapping[Step, Done]
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that follows.

    Attributes:
        rule: Its rule.
        person: The person concerned who is told; empty: of every other step.
        due: Last day for it (inclusive); None: it is counted from something that has not happened.
        done: That it was done; None: it was not.
    """

    rule: Rule
    person: str
    due: date | None
    done: Done | None

    def state(self, on: date) -> State:
        """How it stands at the end of the day `on`."""
        if self.done and self.done.on <= on:
            return State.DONE
        return State.OVERDUE if self.due and self.due < on else State.OPEN

    @property
    def late(self) -> bool:
        """Whether it was done, after its last day."""
        return bool(self.done and self.due and self.due < self.done.on)


def follows(breach: Breach, known: Known) -> tuple[Follow, ...]:
    """What follows a breach that was found, in order; of one that is only alleged nothing does yet.

    Args:
        breach: The breach.
        known: What was done about it.
    """
    return tuple(_each(breach, known)) if breach.found is not None and breach.known else ()


def _each(breach: Breach, known: Known) -> Iterator[Follow]:
    for rule in RULES:
        if not rule.applies(breach):
            continue
        due = breach.known + timedelta(days=rule.days) if rule.days and breach.known else None
        if rule.step is Step.TELL_PERSON:
            yield from (Follow(rule, person, due, done) for person, done in known.told.items())
        else:
            yield Follow(rule, "", known.answer_by if rule.step is Step.ANSWER else due, known.steps.get(rule.step))


def in_the_way(breach: Breach, known: Known) -> tuple[Follow, ...]:
    """What keeps a breach from being closed, whatever reasons are given."""
    return tuple(f for f in follows(breach, known) if f.rule.blocks and f.done is None)


def left_open(breach: Breach, known: Known) -> tuple[Follow, ...]:
    """What was not done: a breach is closed before it only with reasons."""
    return tuple(f for f in follows(breach, known) if f.done is None)
