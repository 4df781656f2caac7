"""What each letter needs to say: plain values, and in a letter to the requesting state only such as may leave.

A fact without a default must be there: a letter is never sent with a blank. The fields are the allow-list of the
letter: what has no field here cannot be in it. In a letter to the requesting state every text is a `Releasable`; its
days are those of the exchange itself.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rogatory.decision.releasing.releasable import Releasable
from rogatory.law.vocabulary.assurance import Risk


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list or table of a letter."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state, named in the language of the letter.

    Attributes:
        code: ISO 3166-1 alpha-2.
    """

    code: str


class Measure(Enum):
    """What was asked for, as `measure.type` has it; a letter to a person says it in everyday words."""

    SURRENDER = "surrender"
    SEARCH = "search"
    SEIZURE = "seizure"
    FREEZING = "freezing"
    BANK_DATA = "bank-data"
    INTERCEPTION = "interception"
    INTERVIEW = "interview"
    VIDEO_HEARING = "video-hearing"
    SERVICE = "service"
    DOCUMENTS = "documents"
    WITNESS_TRANSFER = "witness-transfer"
    ARREST = "arrest"
    OTHER = "other"


class Step(Enum):
    """What the person concerned is told of."""

    CARRIED_OUT = "carried-out"
    """A measure was carried out here."""
    SENDING = "sending"
    """It was decided that results of it go to the requesting state."""
    HANDING_OVER = "handing-over"
    """It was decided that the person may be handed over."""
    POSTPONED = "postponed"
    REFUSED = "refused"
    LIMITS_BROKEN = "limits-broken"
    """The requesting state used what it was sent beyond what was granted."""
    WRONGED = "wronged"
    """An authority of this state did what it may not do."""


class Remedy(Enum):
    """What somebody can do against it."""

    APPEAL = "appeal"
    """Against the decision, before the court named."""
    LIFTING = "lifting"
    """Against a seizure or freezing: ask that it ends."""
    FILE = "file"
    """See the file."""
    OBJECTION = "objection"
    """Say of single items that they must not go."""
    REPARATION = "reparation"
    """Ask that the harm be made good."""


@dataclass(frozen=True, slots=True)
class Way(Row):
    """A remedy, and how it is used.

    Attributes:
        remedy: Which.
        before: Before whom, with the address.
        until: Last day (inclusive); None: no day is fixed.
    """

    remedy: Remedy
    before: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Missing(Row):
    """What a request lacks.

    Attributes:
        what: The item.
        article: The provision that requires it.
    """

    what: Releasable
    article: Releasable


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToRequestingState:
    """What every letter to the requesting state tells.

    Attributes:
        reference: Its own number of the request.
        received: Day the request came in.
        office: The office that answers for it here, and how it is reached.
    """

    reference: Releasable
    received: date
    office: Releasable


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(_ToRequestingState):
    """That a request has come in.

    Attributes:
        asked: What it asks for, in its own words.
    """

    asked: tuple[Releasable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplements(_ToRequestingState):
    """What a request lacks.

    Attributes:
        missing: Each item with the provision that requires it.
        answer_by: Last day for the answer (inclusive).
    """

    missing: tuple[Missing, ...]
    answer_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceAsked(_ToRequestingState):
    """An assurance against one risk.

    Attributes:
        person: For whom, as the request names the person.
        risk: Against what.
        answer_by: Last day for the answer (inclusive).
    """

    person: Releasable
    risk: Risk
    answer_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponement(_ToRequestingState):
    """That a request waits.

    Attributes:
        decided: Day of the decision.
        reasons: Why.
        alternatives: Whether granting in part or under conditions was considered before; only then the letter says so.
        again_on: Day on which the office writes again at the latest.
    """

    decided: date
    reasons: tuple[Releasable, ...]
    alternatives: bool
    again_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(_ToRequestingState):
    """That a request is refused.

    Attributes:
        decided: Day of the decision.
        refused: What, in the words of the request.
        reasons: Why.
        alternatives: Whether granting in part, under conditions or later was considered before; only then the letter
            says so.
    """

    decided: date
    refused: tuple[Releasable, ...]
    reasons: tuple[Releasable, ...]
    alternatives: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialExecution(_ToRequestingState):
    """That part of a request is carried out.

    Attributes:
        decided: Day of the decision.
        granted: What is granted, in the words of the request.
        refused: What is not.
        reasons: Why not.
        conditions: Under which conditions the rest is granted; empty: none.
    """

    decided: date
    granted: tuple[Releasable, ...]
    refused: tuple[Releasable, ...]
    reasons: tuple[Releasable, ...]
    conditions: tuple[Releasable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach(_ToRequestingState):
    """That limits were broken, or something was given against the law, and that what was given must come back.

    Attributes:
        broken: What was done, as far as the requesting state may be told.
        sent: What was given and must come back.
        return_by: Last day for it (inclusive).
        granted: Day of the grant whose limits were broken; None: what was given was never granted.
        limits: The limits it was granted under.
    """

    broken: tuple[Releasable, ...]
    sent: tuple[Releasable, ...]
    return_by: date
    granted: date | None = None
    limits: tuple[Releasable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """That an answer of the requesting state is due.

    Attributes:
        reference: Its own number of the request.
        sent: Day of the letter that waits for an answer.
        was_due: Day on which the answer was due.
        open: What was not answered.
        answer_by: New last day (inclusive).
        office: The office that waits, and how it is reached.
    """

    reference: Releasable
    sent: date
    was_due: date
    open: tuple[Releasable, ...]
    answer_by: date
    office: Releasable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderOfConsultation:
    """The same to an authority here that was consulted; see `Reminder`. The reference is that authority's own."""

    reference: str
    sent: date
    was_due: date
    open: tuple[str, ...]
    answer_by: date
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was done or decided about a person, and what can be done against it.

    Attributes:
        state: The requesting state.
        step: What it is about.
        on: Day it was done or decided.
        authority: Who did or decided it.
        measures: What it was.
        ways: What can be done, each with its last day; empty only of a refusal.
        holds: Whether nothing leaves while these ways can be used, or while a court decides.
        contact: Whom to write to or call at this office.
    """

    state: Country
    step: Step
    on: date
    authority: str
    measures: tuple[Measure, ...]
    holds: bool
    contact: str
    ways: tuple[Way, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing for what it tells: a notice without the remedies is void, unless it is of a refusal."""
        return () if self.ways or self.step is Step.REFUSED else ("ways",)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeToPerson(Notice):
    """The notice to the person concerned, in everyday words.

    Attributes:
        free_help: Who helps free of charge, with telephone or address.
    """

    free_help: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeToCounsel(Notice):
    """The notice to counsel.

    Attributes:
        client: The person concerned.
        file: Where, and from when, the file can be seen and copied.
    """

    client: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationOfProtection:
    """What the authority that granted protection is asked. It may be told who, and what the request alleges.

    Attributes:
        person: The person.
        born: Day of birth.
        granted: The number of its own decision on protection.
        state: The requesting state.
        measures: What is asked for.
        alleged: What the request alleges, each with the number of the foreign proceedings where it is known.
        answer_by: Last day for the answer (inclusive).
        contact: Who receives the answer, in a way nobody else reads.
    """

    person: str
    born: date
    granted: str
    state: Country
    measures: tuple[Measure, ...]
    alleged: tuple[str, ...]
    answer_by: date
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationOfBar:
    """What the head of the bar is asked before a lawyer's place of work is touched. Nothing of what is alleged.

    Attributes:
        lawyer: The lawyer.
        measures: What is to be done.
        where: Where.
        when: Day it is planned for.
        ordered_by: Who ordered it.
        answer_by: Last day for the answer (inclusive).
        contact: Who receives the answer, in a way nobody else reads.
    """

    lawyer: str
    measures: tuple[Measure, ...]
    where: str
    when: date
    ordered_by: str
    answer_by: date
    contact: str
