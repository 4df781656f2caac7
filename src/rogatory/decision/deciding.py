"""What a decision is made of: the case and its rulings, and what the office hands in beside them.

A decision room does not know the office. Submissions of the defence, links, remedies and undertakings come in as the
plain values defined here, each written by the office from its own entries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rogatory.casefile.model import CaseFile, Measure
from rogatory.casefile.view import WHOLE
from rogatory.law.acts import EXTRADITION_KINDS, GRANT, POSTPONE, REFUSE, Act
from rogatory.law.corpus import Law
from rogatory.law.ruling import Ruling
from rogatory.registers.model import RegisterEntry


class Outcome(Enum):
    """What is decided on one measure, for one person."""

    GRANT = "grant"
    PARTLY = "partly"
    """Granted for a part of what is asked; the reasons say which."""
    CONDITIONS = "conditions"
    """Granted, each use of it by a licence."""
    POSTPONE = "postpone"
    REFUSE = "refuse"

    @property
    def act(self) -> Act:
        """The act whose ruling it is held against."""
        return {Outcome.POSTPONE: POSTPONE, Outcome.REFUSE: REFUSE}.get(self, GRANT)


class Use(Enum):
    """A limit on the use of what is sent. The words of each stand in the catalogue, in every language."""

    THESE_PROCEEDINGS = "these-proceedings"
    """Only in the proceedings the request names."""
    NOT_AGAINST_OTHERS = "not-against-others"
    """Against nobody but the persons the request names."""
    NOT_PASSED_ON = "not-passed-on"
    """Not to another authority or state without consent given beforehand."""
    NOT_POLITICAL = "not-political"
    """Not for offences that are political, military or fiscal alone."""
    NOT_DEATH_PENALTY = "not-death-penalty"
    """Not for a charge that carries the death penalty."""
    CONFIDENTIAL = "confidential"
    """Kept confidential, and kept safe."""
    REPORT = "report"
    """What became of it is reported."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the requesting state itself wrote, each field confirmed by a clerk. It is no secret to that state.

    Attributes:
        authority: The authority that asks, as it calls itself.
        reference: Its number, as written; empty: none.
        day: Day of the letter; None: not dated.
        treaty: The treaty it relies on, as it names it; empty: none named.
        instruments: The same, as identifiers of the treaty matrix.
        persons: By identifier of the person of the case, the name as they wrote it.
        measures: By identifier of the measure of the case, what they ask, in their words.
        text: Everything they wrote, as it was read; empty: not read. Words that stand in it are theirs.
    """

    authority: str = ""
    reference: str = ""
    day: date | None = None
    treaty: str = ""
    instruments: tuple[str, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()
    measures: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Who decides, and how the decision is dated.

    Attributes:
        authority: Name and address of the authority, line by line.
        number: Number of the case as the requesting state may know it.
        place: Where the decision is given.
        day: Its day.
        signatory: Name and office of who signs, line by line; empty until somebody does.
    """

    authority: tuple[str, ...]
    number: str
    place: str
    day: date
    signatory: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a named human decided on a measure, and why. The system decides nothing.

    Attributes:
        measure: Identifier of the measure.
        outcome: What was decided.
        reasons: Why, in the decider's own words; empty: not given yet.
        by: Name of who decides; empty: nobody yet.
        office: In which office.
        person: Identifier of the person it is for; empty: every person the measure touches.
        departure: Why the ruling is departed from; empty: it is not.
        agreed_by: The second person who agreed to the departure.
    """

    measure: str
    outcome: Outcome
    reasons: str = ""
    by: str = ""
    office: str = ""
    person: str = ""
    departure: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """An argument of the defence, or of the person concerned.

    Attributes:
        id: Identifier.
        by: Who makes it.
        on: Day; None: not dated.
        text: The argument.
        answer: The answer given to it; empty: not yet answered.
        answered_by: Who gives that answer.
    """

    id: str
    by: str
    on: date | None
    text: str
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class KnownLink:
    """A link of the request with what is known, as a named official decided it.

    Attributes:
        register: Name of the register.
        entry: Title or number of the entry.
        says: The link in one sentence.
        state: `confirmed`, `dismissed` or `open`.
        by: Who decided it; empty: nobody yet.
        reasons: Why.
    """

    register: str
    entry: str
    says: str
    state: str
    by: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A promise of the requested state that binds until its own rule ends it."""

    by: str
    on: date | None
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RunningRemedy:
    """A remedy that runs: who lodged it, where, when, and what it asks."""

    by: str
    before: str
    on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A condition of a grant, attached to what it is about: who may use what, for what, until when.

    Attributes:
        of: Identifiers of the measures, items or packages it is attached to.
        who: Who may use it, in words.
        purpose: For what, in words.
        uses: The limits of use, from the catalogue; these the requesting state is told.
        until: Last day of use (inclusive); None: without end, which a decision that can be signed never is.
        returned: Whether it must be returned, or destroyed, by that day.
        note: Anything else, for the file.
    """

    of: tuple[str, ...]
    who: str
    purpose: str
    uses: tuple[Use, ...]
    until: date | None
    returned: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A remedy and its time limit, as it was computed elsewhere.

    Attributes:
        name: What it is.
        who: Whose it is.
        days: How long, in words (`15 days`).
        start: What it runs from, in words.
        last: Last day (inclusive); None: not known yet.
        suspends: Whether nothing may leave while it runs.
        source: Where it is written.
    """

    name: str
    who: str
    days: str
    start: str
    last: date | None
    suspends: bool
    source: str


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of the decision, which text, and how."""

    who: str
    what: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision in the making.

    Attributes:
        case: The case file.
        law: The law its rulings applied, with the treaties attested in the file.
        rulings: Rulings on granting, refusing and postponing each measure; others are left aside.
        letter: What the requesting state wrote.
        office: Who decides.
        choices: What was decided, per measure and person.
        submissions: Arguments of the defence.
        links: Links with what is known.
        undertakings: Promises in force.
        remedies: Remedies that run.
        licences: Conditions.
        limits: Remedies against the decision, with their time limits.
        told: Who is told.
        missing: What the request lacks, as keys of the catalogue.
        answer_by: Day by which the requesting state is asked to answer (inclusive); None: nothing is asked of it.
        entries: Register entries the request meets: kept from the requesting state, and told of nowhere else.
        besides: Other words that may not leave: names of officials, of sources.
        own_words: What the decider adds for the requesting state, in own words; empty: nothing.
    """

    case: CaseFile
    law: Law
    rulings: tuple[Ruling, ...]
    letter: Letter
    office: Office
    choices: tuple[Choice, ...] = ()
    submissions: tuple[Submission, ...] = ()
    links: tuple[KnownLink, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    remedies: tuple[RunningRemedy, ...] = ()
    licences: tuple[Licence, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    told: tuple[Told, ...] = ()
    missing: tuple[str, ...] = ()
    answer_by: date | None = None
    entries: tuple[RegisterEntry, ...] = ()
    besides: tuple[str, ...] = ()
    own_words: str = ""

    @property
    def outcome(self) -> Outcome | None:
        """What the whole comes to; None while nothing is decided. Several outcomes are a grant in part."""
        outcomes = {c.outcome for c in self.choices}
        if len(outcomes) > 1:
            granted = outcomes - {Outcome.REFUSE, Outcome.POSTPONE}
            return Outcome.PARTLY if granted else Outcome.POSTPONE
        return next(iter(outcomes), None)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures asked for; where the file names none, the request as a whole."""
        kind = "surrender" if self.case.request.kind in EXTRADITION_KINDS else "other"
        return self.case.measures or (Measure(WHOLE, kind),)

    def ruling(self, act: Act, measure: str) -> Ruling | None:
        """The ruling on `act` for a measure; None where the case was not judged for it."""
        return next((r for r in self.rulings if r.act is act and r.object == measure), None)

    def persons(self, measure: Measure) -> tuple[str, ...]:
        """Identifiers of the persons a measure touches."""
        return measure.persons or tuple(p.id for p in self.case.persons)

    def decided(self, measure: Measure) -> Iterator[tuple[str, Choice | None]]:
        """Each person a measure touches (empty: none is named), with what was decided; None: nothing yet."""
        own = {c.person: c for c in self.choices if c.measure == measure.id}
        for person in self.persons(measure) or ("",):
            yield person, own.get(person, own.get(""))
