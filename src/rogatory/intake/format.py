"""The case file format: what a lawyer writes. `rogatory schema case` prints it as JSON Schema.

Text everywhere: days as `2019-10-01` (or `2019-10`, `2019`), answers as words of the vocabulary.
"""

from typing import Annotated, Literal

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
MOST_OBJECTS = 1_000
"""Persons, measures, assurances, items, packages and acts a file may hold of each: every act is judged for every object
and person."""
MOST_TREATIES = 200
"""Treaty statuses a file may attest: each is compared with each."""
KindName = Literal["mla", "extradition", "eaw", "eio", "red-notice", "diffusion", "removal"]
RiskName = Literal["ill-treatment", "death-penalty", "life-sentence", "unfair-trial", "onward-transfer", "use-limits"]
CompartmentName = Literal["asylum", "privileged", "protected-identity"]
GradeName = Literal["alleged", "arguable", "substantial", "established"]


class Part(BaseModel):
    """Base of all parts: nothing unknown is let through."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class RequestPart(Part):
    """What came in."""

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


class PersonPart(Part):
    """A person concerned: initials suffice."""

    id: Ident
    name: Text
    note: Text = ""
    compartment: CompartmentName | None = Field(
        default=None,
        description="protected-identity: name and note are seen by few, the identifier by all; else the note",
    )


class MeasurePart(Part):
    """One thing asked for; for extradition one measure for each offence, if they may be answered differently."""

    id: Ident
    type: str = Field(description="A value of the question measure.type")
    text: Text = ""
    persons: list[Ident] = Field(default_factory=list, description="Persons it touches; empty: all")


class AssurancePart(Part):
    """One assurance against one risk; a letter that answers two risks is two entries."""

    id: Ident
    against: RiskName
    given: Day | None = None
    given_by: Text = ""
    text: Text = ""
    persons: list[Ident] = Field(default_factory=list)


class ItemPart(Part):
    """A seized or collected item."""

    id: Ident
    text: Text = ""
    package: Ident | None = None
    holder: Ident | None = Field(default=None, description="Person concerned whose it is, or who claims it")
    compartment: CompartmentName | None = Field(default=None, description="Only who may open it sees the words")


class FindingPart(Part):
    """An answer to a question of the vocabulary (`rogatory questions --all`)."""

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

    on: Day
    text: Text
    source: Text = ""
    known: Day | None = Field(default=None, description="Day the office learned of it; leave out: the day itself")
    about: Ident | None = Field(default=None, description="Person concerned it is about")
    compartment: CompartmentName | None = Field(
        default=None, description="Only who may open it sees text and source, and on what rests what it shows"
    )
    shows: list[FindingPart] = Field(default_factory=list)


class AskedPart(Part):
    """An act to judge."""

    act: str
    on: Ident | None = None
    at: Day | None = None
    note: Text = ""


class DecidedPart(Part):
    """What was really decided; for decided cases."""

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

    state: Country
    instrument: str
    status: Literal["party", "signed", "none", "denounced"]
    since: Day | None = None
    until: Day | None = None
    source: Text


class CasePart(Part):
    """A case file."""

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
    notes: Text = ""
    sources: list[Text] = Field(default_factory=list)
