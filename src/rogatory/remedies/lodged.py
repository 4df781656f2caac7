"""A remedy from its lodging to its end: it runs from the moment it is lodged, whenever it is registered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from rogatory.remedies.kinds import Capacity, RemedyKind


class Outcome(Enum):
    """How a remedy was decided, or ended without a decision."""

    GRANTED = "granted"
    PARTLY = "partly granted"
    DISMISSED = "dismissed"
    INADMISSIBLE = "inadmissible"
    STRUCK_OUT = "without object"
    WITHDRAWN = "withdrawn"
    """By the person or counsel, and by nobody else."""


@dataclass(frozen=True, slots=True)
class Partly:
    """A ruling on a part: the remedy goes on.

    Attributes:
        entry: Number of the entry.
        on: Day of the ruling.
        part: What it is about, in words.
        outcome: How that part was decided.
        text: What was held; empty: not written down, or erased.
    """

    entry: int
    on: date
    part: str
    outcome: Outcome
    text: str


@dataclass(frozen=True, slots=True)
class Referral:
    """A question put to another court: the remedy waits for the answer, and goes on running.

    Attributes:
        entry: Number of the entry that put it.
        on: Day.
        to: The court, in words.
        question: What was asked; empty: erased.
        answered: Day of the answer; None: it is awaited.
        answer: What was answered; empty: nothing yet, or erased.
    """

    entry: int
    on: date
    to: str
    question: str
    answered: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy somebody lodged.

    Attributes:
        ident: What the door calls it, as `remedy-12`.
        kind: Its kind.
        person: Person of the case it is lodged for.
        capacity: As what.
        lodged: Moment it was lodged, which is not when it was registered; for one that came on paper, the first moment
            of the day it was lodged.
        by: Account that lodged it.
        entry: Number of the entry that lodged it.
        against: What it is against: identifiers of measures or items, names of remedies; empty: the request.
        of: The remedy whose ruling it is against; empty: none.
        text: What it says; empty: erased, or apart.
        register: Number the court's registry gave it; empty: none yet, and it runs all the same.
        registered: Day it was written in that register; None: not yet.
        partly: Rulings on parts, the first one first.
        referrals: Questions put to other courts.
        outcome: How it ended; None: it runs.
        ended: Day it ended; None: it runs.
        final: Whether no ordinary remedy is open against its end.
        decided: Number of the entry that ended it; None: it runs.
    """

    ident: str
    kind: RemedyKind
    person: str
    capacity: Capacity
    lodged: datetime
    by: str
    entry: int
    against: tuple[str, ...] = ()
    of: str = ""
    text: str = ""
    register: str = ""
    registered: date | None = None
    partly: tuple[Partly, ...] = ()
    referrals: tuple[Referral, ...] = ()
    outcome: Outcome | None = None
    ended: date | None = None
    final: bool = False
    decided: int | None = None

    @property
    def runs(self) -> bool:
        """Whether it was lodged and has not ended."""
        return self.outcome is None

    @property
    def waits_for(self) -> Referral | None:
        """The question another court has not answered yet; None: it waits for none."""
        return next((r for r in self.referrals if r.answered is None), None)
