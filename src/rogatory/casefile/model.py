"""The case as the engine reads it: a request, its objects, and findings with two times.

Every finding says what was true *when* (`since`, `until`) and *when the office knew it* (`known`), so that any past
day can be judged as the office saw it that day.
"""

from dataclasses import dataclass
from datetime import date

from rogatory.casefile.parties import Identity, Proceeding, Relation
from rogatory.law.acts import Act
from rogatory.law.grades import Grade
from rogatory.law.vocabulary.assurance import Risk
from rogatory.people.mandates import Compartment

ON_RECORD = "record of the state"
"""As who found something: it stands on the record of a state, and opens a question that nobody has answered."""


@dataclass(frozen=True, slots=True)
class Request:
    """The request.

    Attributes:
        kind: Kind of request (`rogatory.law.acts.KINDS`).
        requesting: Country code of the requesting state; ZZ where it is not named.
        requested: Country code of the requested state, or INTERPOL.
        received: Day it came in; None if not known.
        authority: Authority that asks, in words.
        summary: What is asked, in words.
    """

    kind: str
    requesting: str
    requested: str
    received: date | None = None
    authority: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person concerned: identifier and the name shown (initials where that is enough).

    In a compartment: of a protected identity name, note and identity, of the others note and identity.

    Attributes:
        id: Identifier.
        name: The name shown.
        note: Anything a reader should know.
        compartment: Where the words stand; None: in the file.
        identity: What the file says of who it is, the name shown being the first; None: nothing but that name, or the
            reader may not see it.
        languages: Languages the person understands (ISO 639), the best first; empty: not known.
    """

    id: str
    name: str
    note: str = ""
    compartment: Compartment | None = None
    identity: Identity | None = None
    languages: tuple[str, ...] = ()

    @property
    def known_as(self) -> Identity:
        """What the file says of who it is: at least the name shown."""
        return self.identity or Identity((self.name,))


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing asked for.

    Attributes:
        id: Identifier.
        type: Value of the question `measure.type`.
        text: What it is, in words.
        persons: Persons it touches; empty: all persons of the case.
    """

    id: str
    type: str
    text: str = ""
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assurance:
    """An assurance against one risk; a letter that answers two risks is two assurances.

    Attributes:
        id: Identifier.
        against: The risk it answers.
        given_on: Day it was given; a later one against the same risk takes the place of an earlier one.
        given_by: Who gave it.
        text: What it promises, in words.
        persons: Persons it is about; empty: all.
    """

    id: str
    against: Risk
    given_on: date | None = None
    given_by: str = ""
    text: str = ""
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A seized or collected item.

    Attributes:
        id: Identifier.
        text: What it is, in words.
        package: Package it is meant for; empty: none yet.
        holder: Person concerned whose it is, or who claims it; empty: not said.
        compartment: Where its words stand; None: in the file. A claim of privilege puts it apart by itself.
    """

    id: str
    text: str = ""
    package: str = ""
    holder: str = ""
    compartment: Compartment | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer to a question of the vocabulary.

    Attributes:
        id: Identifier.
        question: Identifier of the question.
        about: Identifier of the object it is about; empty: the case, or every object of that kind.
        answer: Values affirmed; the complete list for questions with several; empty if unknown, a number or a day.
        number: Number answered.
        day: Day answered.
        unknown: Asked, and could not be answered.
        against: Risk, for findings about an assurance that has no entry of its own.
        grade: Grade to which it is shown.
        since: First day it is true (inclusive); None: always.
        until: First day it is no longer true (exclusive); None: still.
        known: Day the office knew it; None: always.
        as_of: Day of the material it rests on; None: does not age.
        source: Document or words saying where it comes from.
        by: Who found it.
        conclusion: A body's own conclusion, taken over because the facts under it are not known.
        note: Anything a reader should know.
        compartment: Where stands what it rests on (`source`, `by`, `note`); None: where the question puts it.
    """

    id: str
    question: str
    about: str = ""
    answer: tuple[str, ...] = ()
    number: int | None = None
    day: date | None = None
    unknown: bool = False
    against: Risk | None = None
    grade: Grade = Grade.ESTABLISHED
    since: date | None = None
    until: date | None = None
    known: date | None = None
    as_of: date | None = None
    source: str = ""
    by: str = ""
    conclusion: bool = False
    note: str = ""
    compartment: Compartment | None = None

    def holds(self, at: date, known_at: date | None) -> bool:
        """Whether the finding speaks of the day `at` and the office knew it on `known_at` (None: whenever)."""
        true_then = (self.since is None or self.since <= at) and (self.until is None or at < self.until)
        return true_then and (known_at is None or self.known is None or self.known <= known_at)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        on: Day.
        text: What happened.
        source: Where it is told.
        about: Person concerned it is about; empty: the case.
        compartment: Where its words stand, and with them what it shows rests on; None: in the file.
    """

    on: date
    text: str
    source: str = ""
    about: str = ""
    compartment: Compartment | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An act to be judged, on which object, and as of which day (None: the day of judging)."""

    act: Act
    on: str = ""
    at: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a body really decided in this case.

    Attributes:
        body: Court, committee or authority.
        citation: Number or reference.
        on: Day of the decision (a year or month is taken at its last day).
        result: refuse, examine, conditions or grant: what the body did, or held should have been done.
        expect: Verdict words the law, as it now stands, leads to; empty: what `result` implies.
        act: The decisive act.
        object: Its object; empty: every object of the act.
        text: What decided it, in words.
        sources: Where it is told.
        known_only_from: Questions answered by the body's own conclusion because the facts under it are not known.
        superseded: Why the law would now say something else; empty if it would not.
    """

    body: str
    citation: str
    on: date
    result: str
    act: Act
    object: str = ""
    expect: tuple[str, ...] = ()
    text: str = ""
    sources: tuple[str, ...] = ()
    known_only_from: tuple[str, ...] = ()
    superseded: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file.

    Attributes:
        id: Identifier.
        title: Name of the case.
        request: The request.
        persons: Persons concerned.
        measures: Things asked for.
        assurances: Assurances, one for each risk.
        items: Items.
        packages: Identifiers of packages.
        findings: Findings.
        events: What happened, by day.
        asked: Acts to judge; empty: those worth judging for the kind of request.
        decided: What was decided; None for a case still open.
        treaty_rows: Attested treaty statuses, as given in the file, handed to the treaty matrix.
        relations: Relations between its persons, each with its source.
        proceedings: Foreign proceedings behind the request, and others it names.
    """

    id: str
    title: str
    request: Request
    persons: tuple[Person, ...] = ()
    measures: tuple[Measure, ...] = ()
    assurances: tuple[Assurance, ...] = ()
    items: tuple[Item, ...] = ()
    packages: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    asked: tuple[Asked, ...] = ()
    decided: Decided | None = None
    treaty_rows: tuple[tuple[str, str, str, str, str, str], ...] = ()
    relations: tuple[Relation, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()

    def last_day(self) -> date | None:
        """The latest day the file speaks of: what a judgment without a day takes as its day; None: it names no day."""
        days = [d for f in self.findings for d in (f.since, f.known, f.as_of) if d]
        days += [e.on for e in self.events]
        days += [a.given_on for a in self.assurances if a.given_on]
        days += [self.decided.on] if self.decided else []
        days += [self.request.received] if self.request.received else []
        return max(days, default=None)
