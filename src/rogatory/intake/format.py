"""The case file format: what a lawyer writes. `rogatory schema case` prints it as JSON Schema.

Text everywhere: days as `2019-10-01` (or `2019-10`, `2019`), answers as words of the vocabulary.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

Ident = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$", description="Letters, digits, . _ -")]
Country = Annotated[
    str,
    Field(
        pattern=r"^([A-Z]{2}|INTERPOL)$",
        description="Two capital letters (ISO 3166), ZZ if not named, or INTERPOL where INTERPOL itself decides",
    ),
]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2019-10-01, or 2019-10, or 2019")]
Text = Annotated[str, Field(max_length=4000)]
Words = Annotated[str, Field(pattern=r"\S", max_length=400)]
"""A name, day, number or amount as it is written somewhere."""
ONE_SIGN = r'^[^"\r\n]$'
MOST_OBJECTS = 1_000
"""Persons, measures, assurances, items, packages and acts a file may hold of each: every act is judged for every object
and person."""
MOST_FORMS = 100
"""Names, numbers or other forms a person or proceeding may have of each: each is compared with each."""
MOST_TREATIES = 200
"""Treaty statuses a file may attest: each is compared with each."""
KindName = Literal["mla", "extradition", "eaw", "eio", "red-notice", "diffusion", "removal"]
RiskName = Literal["ill-treatment", "death-penalty", "life-sentence", "unfair-trial", "onward-transfer", "use-limits"]
CompartmentName = Literal["asylum", "privileged", "protected-identity", "protection"]
GradeName = Literal["alleged", "arguable", "substantial", "established"]
SexName = Literal["f", "m", "x"]
RelationName = Literal[
    "sibling", "parent", "child", "spouse", "relative", "co-accused", "lawyer", "client", "employer", "employee",
    "associate", "witness",
]  # fmt: skip
PartyName = Literal["accused", "suspect", "convicted", "witness", "victim", "detained", "third-party"]


class Part(BaseModel):
    """Base of all parts: nothing unknown is let through."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    called: ClassVar[str] = "a part"
    """What one is called in a message."""


class RequestPart(Part):
    """What came in."""

    called: ClassVar[str] = "a request"
    kind: KindName = Field(
        description="mla: letter rogatory or other request for evidence; eio: European Investigation Order; extradition: by"
        " a third state; eaw: European arrest warrant between EU states; red-notice, diffusion: INTERPOL; removal:"
        " deportation or expulsion towards the state"
    )
    requesting_state: Country
    requested_state: Country
    received: Day | None = None
    authority: Text = ""
    summary: Text = ""


class IdentityPart(Part):
    """What is known of who somebody is, each as written, in its own script; what is not known is left out."""

    called: ClassVar[str] = "an identity"
    names: list[Words] = Field(default_factory=list, max_length=MOST_FORMS, description="Every form of the name")
    born: list[Words] = Field(
        default_factory=list,
        max_length=MOST_FORMS,
        description="Days of birth as written: 1968-03-05, 1968, c. 1968, 1966-1968; several where sources differ",
    )
    sex: SexName | None = None
    nationalities: list[Country] = Field(default_factory=list, max_length=MOST_FORMS)
    places: list[Words] = Field(
        default_factory=list, max_length=MOST_FORMS, description="Places of birth or residence, in words"
    )
    numbers: list[Annotated[str, Field(pattern=r"^[A-Z]{2}:(\w[\w-]{0,40}:)?[^:]{1,80}$")]] = Field(
        default_factory=list,
        max_length=MOST_FORMS,
        description="Identity or passport numbers as written, each behind the state that gave it: KZ:680305450010",
    )


class PersonPart(Part):
    """A person concerned: initials suffice."""

    called: ClassVar[str] = "a person"
    id: Ident
    name: Text
    note: Text = ""
    identity: IdentityPart | None = Field(default=None, description="What the request says of who it is")
    languages: list[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]] = Field(
        default_factory=list,
        max_length=10,
        description="Languages the person understands (ISO 639), the best first; left out where nobody knows",
    )
    compartment: CompartmentName | None = Field(
        default=None,
        description="protected-identity: name, note and identity are seen by few, the identifier by all; else note and"
        " identity",
    )


class MeasurePart(Part):
    """One thing asked for; for extradition one measure for each offence, if they may be answered differently."""

    called: ClassVar[str] = "a measure"
    id: Ident
    type: str = Field(description="A value of the question measure.type")
    text: Text = ""
    persons: list[Ident] = Field(default_factory=list, description="Persons it touches; empty: all")


class AssurancePart(Part):
    """One assurance against one risk; a letter that answers two risks is two entries."""

    called: ClassVar[str] = "an assurance"
    id: Ident
    against: RiskName
    given: Day | None = None
    given_by: Text = ""
    text: Text = ""
    persons: list[Ident] = Field(default_factory=list)


class ItemPart(Part):
    """A seized or collected item."""

    called: ClassVar[str] = "an item"
    id: Ident
    text: Text = ""
    package: Ident | None = None
    holder: Ident | None = Field(default=None, description="Person concerned whose it is, or who claims it")
    compartment: CompartmentName | None = Field(default=None, description="Only who may open it sees the words")


class FindingPart(Part):
    """An answer to a question of the vocabulary (`rogatory questions --all`)."""

    called: ClassVar[str] = "a finding"
    id: Ident | None = None
    question: str
    about: Ident | None = Field(default=None, description="Person, measure, item, package or assurance it is about")
    answer: str | list[str] = Field(
        description="yes or no, a value, a list of values, a number, a day, or `unknown`: asked, and not known"
    )
    against: RiskName | None = Field(default=None, description="For assurance questions without an assurance entry")
    grade: GradeName = Field(
        default="established",
        description="How far it is shown: alleged (said only), arguable (some material), substantial (substantial grounds,"
        " real risk), established (proved or undisputed)",
    )
    since: Day | None = Field(default=None, description="True from this day on; leave out if always")
    until: Day | None = Field(default=None, description="No longer true from this day on")
    known: Day | None = Field(default=None, description="Day the office knew it; leave out if it always did")
    as_of: Day | None = Field(default=None, description="Day of the material it rests on; findings that clear grow old")
    source: Text = ""
    by: Text = ""
    conclusion: bool = Field(default=False, description="true: a body's own conclusion, the facts under it not known")
    note: Text = ""
    compartment: CompartmentName | None = Field(
        default=None, description="Only who may open it sees source, author and note"
    )


class EventPart(Part):
    """Something that happened. Findings under `shows` are true, and known, from its day, with its source."""

    called: ClassVar[str] = "an event"
    on: Day
    text: Text
    source: Text = ""
    known: Day | None = Field(default=None, description="Day the office learned of it; leave out: the day itself")
    about: Ident | None = Field(default=None, description="Person concerned it is about")
    compartment: CompartmentName | None = Field(
        default=None, description="Only who may open it sees text and source, and on what rests what it shows"
    )
    shows: list[FindingPart] = Field(default_factory=list)


class RelationPart(Part):
    """That two persons of the file stand in a relation, as a source says; alike names make none."""

    called: ClassVar[str] = "a relation"
    of: Ident
    kind: RelationName = Field(description="What `of` is to `to`: the parent of, the lawyer of")
    to: Ident
    source: Words = Field(description="Where that is told")


class ToldPart(Part):
    """Words as they stand somewhere."""

    called: ClassVar[str] = "words told somewhere"
    text: Annotated[str, Field(pattern=r"\S", max_length=4000)]
    where: Words | None = Field(default=None, description="Document and page")


class PeriodPart(Part):
    """First and last day of the facts, as written."""

    called: ClassVar[str] = "a period"
    first: Words | None = None
    last: Words | None = None


class PartyPart(Part):
    """Somebody in the proceedings: a person of the file, or a name."""

    called: ClassVar[str] = "a party"
    person: Ident | None = None
    name: Words | None = Field(default=None, description="Where it is no person of the file")
    role: PartyName | None = None


class ProceedingPart(Part):
    """Foreign proceedings, as the request or another source tells of them: everything as written."""

    called: ClassVar[str] = "proceedings"
    id: Ident
    state: Country | None = Field(default=None, description="State that conducts them")
    references: list[ToldPart] = Field(
        default_factory=list, max_length=MOST_FORMS, description="Numbers of the case, warrant, notice or judgment"
    )
    bodies: list[Words] = Field(
        default_factory=list, max_length=MOST_FORMS, description="Prosecutor's office, investigation service, court"
    )
    officials: list[Words] = Field(
        default_factory=list, max_length=MOST_FORMS, description="Investigators, prosecutors and judges, by name"
    )
    offences: list[ToldPart] = Field(default_factory=list, max_length=MOST_FORMS, description="What is alleged")
    articles: list[ToldPart] = Field(default_factory=list, max_length=MOST_FORMS, description="Art. 176(4)(b) CC")
    period: PeriodPart = Field(default_factory=PeriodPart)
    opened: Words | None = Field(default=None, description="Day they were opened, as written")
    places: list[Words] = Field(default_factory=list, max_length=MOST_FORMS, description="Where the facts lie")
    parties: list[PartyPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    victims: list[Words] = Field(
        default_factory=list, max_length=MOST_FORMS, description="Who is said to have been harmed: a bank, a fund"
    )
    amounts: list[ToldPart] = Field(default_factory=list, max_length=MOST_FORMS, description="KZT 1 200 000 000")
    related: list[ToldPart] = Field(
        default_factory=list,
        max_length=MOST_FORMS,
        description="Numbers of proceedings these were severed from, joined with or derived from",
    )
    source: Text = Field(default="", description="Where they are told")


class AskedPart(Part):
    """An act to judge."""

    called: ClassVar[str] = "an act asked for"
    act: str
    on: Ident | None = None
    at: Day | None = None
    note: Text = ""


class DecidedPart(Part):
    """What was really decided; for decided cases."""

    called: ClassVar[str] = "a decision"
    body: Text
    citation: Text = ""
    on: Day
    result: Literal["refuse", "examine", "conditions", "grant"] = Field(
        description="refuse: refused, or held that it should have been, notice deleted; examine: to be examined further;"
        " conditions: granted in part or under conditions or assurances; grant: granted, held lawful, notice kept"
    )
    expect: list[Literal["forbidden", "not-ripe", "conditional", "discretionary", "allowed"]] = Field(
        default_factory=list,
        description="Verdicts the law as it now stands leads to; leave out if `result` says it",
    )
    act: str = Field(
        default="",
        description="The decisive act: grant for the merits; surrender, transmit ... for doing it; keep-notice for notices."
        " Left out: keep-notice for notices, else grant",
    )
    object: Ident | None = None
    text: Text = ""
    sources: list[Text] = Field(default_factory=list)
    superseded: Text = Field(default="", description="Why the law would now say something else")


class TreatyPart(Part):
    """A treaty status attested by evidence on file; wins over the packaged matrix."""

    called: ClassVar[str] = "a treaty status"
    state: Country
    instrument: str
    status: Literal["party", "signed", "none", "denounced"]
    since: Day | None = None
    until: Day | None = None
    source: Text


class CasePart(Part):
    """A case file."""

    called: ClassVar[str] = "a case file"
    id: Ident
    title: Text
    request: RequestPart
    persons: list[PersonPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    measures: list[MeasurePart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    assurances: list[AssurancePart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    items: list[ItemPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    packages: list[Ident] = Field(default_factory=list, max_length=MOST_OBJECTS)
    findings: list[FindingPart] = Field(default_factory=list)
    events: list[EventPart] = Field(default_factory=list)
    acts: list[AskedPart] = Field(
        default_factory=list, max_length=MOST_OBJECTS, description="Acts to judge; empty: those the kind suggests"
    )
    decided: DecidedPart | None = None
    treaties: list[TreatyPart] = Field(default_factory=list, max_length=MOST_TREATIES)
    relations: list[RelationPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    proceedings: list[ProceedingPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    notes: Text = ""
    sources: list[Text] = Field(default_factory=list)
