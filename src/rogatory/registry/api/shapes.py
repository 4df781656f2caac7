"""The shapes of what is sent and answered; the schema is made of them."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, Field

from rogatory.registry.api.problems import ObstacleShown


class Case(Schema):
    """A case in the list. What the caller's mandate does not show is null."""

    case: str
    kind: str
    requesting: str
    requested: str
    received: date | None
    opened_at: datetime
    closed: bool
    title: str | None = None
    persons: str | None = None
    changed_at: datetime | None = None
    head: int | None = None
    grant: str | None = None
    remedies: int | None = None
    waiting: int | None = None


class Filters(Schema):
    """What the list of cases is cut down to, and after which number it goes on."""

    q: str = Field("", max_length=200, description="Words: numbers, persons, authorities, measures.")
    state: str = Field("", max_length=10, description="Country code of the requesting state.")
    kind: str = Field("", max_length=20, description="Kind of request.")
    grant: str = Field("", max_length=20, description="Verdict on granting.")
    open: bool = Field(False, description="Only cases that are not closed.")
    waiting: bool = Field(False, description="Only cases in which an act waits for its second person.")
    remedies: bool = Field(False, description="Only cases in which a remedy is undecided.")
    after: str = Field("", max_length=40, description="Number of the last case already seen.")
    limit: int = Field(50, ge=1, le=200)

    def plain(self) -> bool:
        """Whether every part is text a database can compare."""
        return not any("\0" in part for part in (self.q, self.state, self.kind, self.grant, self.after))


class CasePage(Schema):
    """Some cases, the newest registration first; `next` is the address of the cases after them."""

    cases: list[Case]
    next: str | None


class Proposed(Schema):
    """An act that waits for its second person; `confirm` it by this identifier as the object."""

    id: str
    act: str
    object: str
    by: str


class CaseShown(Schema):
    """One case, as far as the caller's mandate shows it: `sight` is nothing, status, own, material or file.

    `on`: the day it is shown as of. `next`: the one thing to do now: agree, remedy, answer, decide, wait, own.
    `decisions`: the last decision on each measure, or on the request: grant, refuse or postpone.
    """

    case: str
    sight: str
    head: int
    on: date
    banner: str | None
    next: str | None
    closed: bool
    decisions: dict[str, str]
    file: dict[str, Any]
    stages: dict[str, str]
    proposals: list[Proposed]
    remedies: list[str]


class RulingShown(Schema):
    """A ruling in short."""

    act: str
    object: str
    verdict: str
    decided: str | None
    sentence: str
    because: str
    source: str
    hash: str


class Rulings(Schema):
    """The rulings of a case, judged as of `at` on what was known on `known_on` (null: everything on file)."""

    at: date
    known_on: date | None
    law: str
    rulings: list[RulingShown]


class RulingWhole(Schema):
    """A ruling with every norm, its trees of reasons, open questions and conditions, as the engine writes it."""

    sentence: str
    hash: str
    reasons_shown: bool
    ruling: dict[str, Any]


class Settles(Schema):
    """An answer that settles a ruling alone."""

    act: str
    object: str
    answer: str
    verdict: str


class QuestionShown(Schema):
    """A question that still matters. `question` (with `against` and `about`) is what the act `find` answers."""

    question: str
    against: str
    about: str
    text: str
    help: str
    why: str
    duty: bool
    cost: int
    settles: list[Settles]


class ActShown(Schema):
    """An act the caller's roles allow, on one object: open, or barred with what stands against it.

    `needs` is what the form must hold before the act is done: reasons, and the conditions to attach.
    """

    act: str
    title: str
    stage: str
    object: str
    barred: bool
    reversible: bool
    second_person: bool
    verdict: str | None
    obstacles: list[ObstacleShown]
    needs: list[ObstacleShown]


class EntryShown(Schema):
    """An entry of the journal. `state` is done, proposed or barred."""

    entry: int
    at: datetime
    act: str
    state: str
    title: str
    object: str | None = None
    actor: str | None = None
    name: str | None = None
    role: str | None = None
    second: str | None = None
    proposed_by: str | None = None
    reasons: str | None = None
    verdict: str | None = None
    ruling: str | None = None
    law: str | None = None
    obstacles: list[ObstacleShown] = Field(default_factory=list)


class EntryPage(Schema):
    """Some entries of a case, oldest first."""

    entries: list[EntryShown]
    next: str | None


class MandateShown(Schema):
    """A mandate; `case` empty: for every case of the office."""

    id: str
    account: str
    role: str
    case: str
    person: str
    since: date
    until: date | None
    compartments: list[str]


class NoticeShown(Schema):
    """A notice owed to a person concerned. `told` is the day it was given, null while it is owed.

    `bars`: what the act opens stays barred until then. `notify` the person with `told-of` to give it.
    """

    notice: str
    act: str
    departs_from: str
    person: str
    since: date
    entry: int
    reasons: str | None
    source: str
    bars: bool
    told: date | None
    language: str | None
    manner: str | None


class ReadingShown(Schema):
    """A reading of the case, or an attempt that was barred: by role and moment, and how much was seen.

    `letter` is the received document that was opened; empty: the case alone.
    """

    entry: int
    at: datetime
    role: str | None
    person: str
    portion: str
    act: str
    letter: str
    barred: bool


class PackShown(Schema):
    """A law pack."""

    id: str
    title: str
    norms: int


class LawShown(Schema):
    """The law in force here; `hash` stands in every ruling."""

    hash: str
    norms: int
    packs: list[PackShown]


class NormShown(Schema):
    """A norm."""

    id: str
    says: str
    source: str
    effect: str
    basis: str
    check: str
    acts: list[str]


class JournalShown(Schema):
    """Size of the journal under its newest signed checkpoint, and the checkpoint with its cosignatures."""

    size: int
    checkpoint: str | None


class Registration(Schema):
    """A request to register: the case file, as `docs/case-files.md` says."""

    model_config = ConfigDict(extra="forbid")
    file: dict[str, Any]


class Doing(Schema):
    """An act to do. `seen` is the head of the case it was judged on; the header If-Match says the same."""

    model_config = ConfigDict(extra="forbid")
    object: str = Field("", max_length=200)
    form: dict[str, Any] = Field(default_factory=dict)
    seen: int | None = None


class Done(Schema):
    """An act that was done, or (`waits`) was proposed and waits for its second person."""

    case: str
    act: str
    object: str
    entry: int
    waits: bool
    verdict: str | None
    ruling: str | None


class Staffed(Done):
    """An act on the office that was done.

    `link` is the link for the first sign-in, told this once; `sent` says whether a letter went to the person. Both are
    null for an act that gives none.
    """

    link: str | None = None
    sent: bool | None = None


class AccountShown(Schema):
    """Somebody with an account. Of mandates in single cases only the number is told."""

    account: str
    name: str
    email: str
    language: str
    opened: datetime
    open: bool
    last_sign_in: date | None
    awaits_first_sign_in: bool
    factors: list[str]
    mandates: list[MandateShown]
    in_cases: int


class AccountFilters(Schema):
    """Words of a name or address, and which page."""

    q: str = Field("", max_length=200, description="Words of the name or the address.")
    page: int = Field(1, ge=1, le=100_000)


class AccountPage(Schema):
    """Some accounts, by name; `next` is the address of the page after them."""

    accounts: list[AccountShown]
    count: int
    next: str | None


class PackHereShown(Schema):
    """A pack in force here: how many norms were checked how far, and where it comes from."""

    id: str
    title: str
    jurisdiction: str
    house: bool
    norms: int
    checks: dict[str, int]
    hash: str
    distribution: str
    version: str
    built_in: bool


class OfficeShown(Schema):
    """The office, as its configuration, its keys and its law make it."""

    name: str
    state: str
    address: str
    time_zone: str
    journal: str
    key: str
    entries: int
    witnesses: list[str]
    quorum: str
    data: str
    database: str
    version: str
    law: str
    norms: int
    mail: bool
    providers: list[str]
    one_factor: bool


class WebhookWanted(Schema):
    """Where to tell of what happens, and of which acts; empty: all but readings."""

    model_config = ConfigDict(extra="forbid")
    url: str = Field(max_length=500)
    acts: list[str] = Field([], max_length=100)


class WebhookShown(Schema):
    """A subscription. `secret` is told once, when it is made."""

    id: int
    url: str
    acts: list[str]
    following: int
    failures: int
    last_error: str
    secret: str | None = None
