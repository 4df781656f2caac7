"""What an allegation is: who lodged it, what it says was done, which acts it concerns, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from rogatory.examination.inquiries.steps import Step
from rogatory.law.grades import Grade
from rogatory.states.record.entries import Method


class Origin(Enum):
    """Who lodged an allegation."""

    PERSON = "person concerned"
    COUNSEL = "counsel"
    OUTSIDER = "somebody outside the office"
    """An association, a witness, a source: in writing, and entered by the registry."""
    OFFICIAL = "official"
    """Of the own motion of somebody in the office: the duty does not wait for a complaint."""
    SYSTEM = "raised by the system"
    """By a confirmed link with what is already known."""


class Standing(Enum):
    """Where an allegation stands."""

    WAITS = "waits"
    """It must be taken up, or refused with reasons."""
    RUNS = "runs"
    """It is being investigated."""
    REFUSED = "refused"
    """Two people have said, with reasons, why it is not investigated."""
    CONCLUDED = "concluded"
    """The inquiry has ended in a reasoned conclusion."""

    @property
    def is_open(self) -> bool:
        """Whether the acts it concerns wait for it."""
        return self in (Standing.WAITS, Standing.RUNS)


@dataclass(frozen=True, slots=True)
class Taken:
    """That an inquiry was opened, or went over to another investigator.

    Attributes:
        entry: Number of the entry.
        at: When.
        by: Account of whoever leads it.
    """

    entry: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Taking:
    """A step that was taken, or left out with reasons.

    Attributes:
        step: The step.
        entry: Number of the entry.
        on: Day it was taken.
        left_out: Whether it was left out; its reasons stand in the entry.
        by: Account.
    """

    step: Step
    entry: int
    on: date
    left_out: bool
    by: str


@dataclass(frozen=True, slots=True)
class Asked:
    """That whoever leads the inquiry asked who a protected source is, and what the custodian answered.

    Attributes:
        entry: Number of the entry that asks.
        by: Account that asked, and to which alone the identity is opened.
        answered: Number of the entry of the answer; None: nobody has answered.
        opens: Whether the identity is opened; False while nobody has answered.
    """

    entry: int
    by: str
    answered: int | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How it ended.

    Attributes:
        entry: Number of the entry.
        on: Day.
        grade: How far the acts alleged were shown; None: it was not taken up. `NONE`: nothing speaks for them, which
            does not say that they were not done.
        by: Account that proposed it.
        second: Account that agreed.
        quashed: Number of the entry by which a court has quashed it; None: it stands.
    """

    entry: int
    on: date
    grade: Grade | None
    by: str
    second: str
    quashed: int | None = None


@dataclass(frozen=True, slots=True)
class Allegation:
    """An allegation.

    Attributes:
        ident: What the door calls it, as `allegation-12`; of one the system raised, `raised-` and the link.
        person: The person concerned, by identifier; empty: whoever the proceedings of the request are about.
        origin: Who lodged it.
        lodged: When; where it came on paper, at the beginning of that day.
        by: Account that entered it; empty: the system.
        entry: Number of the entry.
        methods: The methods alleged, of those of point 1 of the Resolution; empty: not said.
        torture: Whether torture or other ill-treatment is alleged.
        concerns: Measures it concerns; empty: the whole request.
        source: Pseudonym of a source that is protected; empty: nobody is.
        link: The confirmed link that raised it; empty: none.
        taken: Who led the inquiry, in order, the last who leads it; empty: it was not taken up.
        steps: What was done, in order.
        filed: Numbers of the entries by which the person, or counsel, gave evidence in it.
        asked: Every request to learn who the source is, with its answer.
        conclusions: How it ended, in order; one that was quashed does not stand.
    """

    ident: str
    person: str
    origin: Origin
    lodged: datetime
    by: str
    entry: int
    methods: tuple[Method, ...] = ()
    torture: bool = False
    concerns: tuple[str, ...] = ()
    source: str = ""
    link: str = ""
    taken: tuple[Taken, ...] = ()
    steps: tuple[Taking, ...] = ()
    filed: tuple[int, ...] = ()
    asked: tuple[Asked, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()

    @property
    def conclusion(self) -> Conclusion | None:
        """The conclusion that stands; None: there is none, or a court has quashed it."""
        last = self.conclusions[-1] if self.conclusions else None
        return last if last is not None and last.quashed is None else None

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        ended = self.conclusion
        if ended is not None:
            return Standing.REFUSED if ended.grade is None else Standing.CONCLUDED
        return Standing.RUNS if self.taken else Standing.WAITS

    @property
    def leads(self) -> str:
        """Account of whoever leads the inquiry; empty: nobody does."""
        return self.taken[-1].by if self.taken else ""

    @property
    def waits_for_custodian(self) -> Asked | None:
        """The request to learn who the source is that nobody has answered; None: there is none."""
        return next((a for a in self.asked if a.answered is None), None)

    def opened_to(self, account: str) -> bool:
        """Whether the custodian has opened the identity of the source to an account."""
        return any(a.opens and a.by == account for a in self.asked)

    def settled(self) -> dict[Step, Taking]:
        """The steps that were taken or left out since the inquiry last began, each as it was last."""
        return {taking.step: taking for taking in self.steps}
