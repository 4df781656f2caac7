"""The format of a register: what is known, written as case files are. `rogatory schema register` prints it.

Persons, relations and proceedings are those of case files (`rogatory.intake.format`); here an entry holds them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Literal

from pydantic import Field

from rogatory.intake.format import (
    MOST_FORMS,
    MOST_OBJECTS,
    CompartmentName,
    Country,
    Day,
    Ident,
    IdentityPart,
    Part,
    ProceedingPart,
    RelationPart,
    Text,
    Words,
)
from rogatory.intake.yaml_source import Kind
from rogatory.registers.model import RegisterKind

MOST_ENTRIES = 100_000
"""Entries a register written by hand may hold; larger ones come in as a table or as FollowTheMoney."""
REGISTER = Kind(
    "register",
    "register",
    "`id`, `kind` and `custodian`",
    10_000_000,
    500_000,
    "Bring a register of that size in as a table or as FollowTheMoney.",
    "Bring a register of that size in as a table or as FollowTheMoney.",
)

KindName = Literal["protection", "notices", "findings", "requests", "victims", "defenders"]
RoleName = Literal["protected", "subject", "applicant", "victim", "relative", "co-accused", "associate"]
FormName = Literal[
    "refugee", "subsidiary", "temporary", "red", "diffusion", "blue", "un", "court", "mla", "extradition", "torture",
    "detention",
]  # fmt: skip
StatusName = Literal[
    "granted", "ended", "published", "withdrawn", "deleted", "refused", "adopted", "pending", "executed"
]
FORMS: Mapping[RegisterKind, tuple[str, ...]] = MappingProxyType(
    {
        RegisterKind.PROTECTION: ("refugee", "subsidiary", "temporary"),
        RegisterKind.NOTICES: ("red", "diffusion", "blue"),
        RegisterKind.FINDINGS: ("un", "court"),
        RegisterKind.REQUESTS: ("mla", "extradition"),
        RegisterKind.VICTIMS: ("torture", "detention"),
        RegisterKind.DEFENDERS: (),
    }
)
"""What an entry of each kind of register can have granted, published, decided or suffered."""


class KnownPart(IdentityPart):
    """A person of an entry: identifier, role, and what is known of who it is."""

    called: ClassVar[str] = "a person of an entry"
    id: Ident
    role: RoleName = "subject"


class EntryPart(Part):
    """One thing that is known."""

    called: ClassVar[str] = "an entry"
    id: Ident = Field(description="Stable over imports: by it an entry is found again")
    title: Words = Field(description="What it is, in a few words, for somebody who may see it")
    form: FormName | None = Field(default=None, description="What was granted, published, decided or suffered")
    status: StatusName | None = Field(default=None, description="What became of it")
    on: Words | None = Field(default=None, description="Day of the grant, decision or publication, as written")
    learned: Day | None = Field(default=None, description="Day it became known here")
    by: Words | None = Field(default=None, description="Who asserts it: authority, body, court")
    state: Country | None = Field(default=None, description="State whose authority that is")
    against: list[Country] = Field(
        default_factory=list,
        max_length=MOST_FORMS,
        description="States it concerns as the state of persecution, the notifying or the requesting state",
    )
    persons: list[KnownPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    proceedings: list[ProceedingPart] = Field(
        default_factory=list, max_length=MOST_OBJECTS, description="Proceedings it is founded on or speaks of"
    )
    relations: list[RelationPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    references: list[Words] = Field(
        default_factory=list,
        max_length=MOST_FORMS,
        description="Its own numbers as written: opinion, communication, application, notice, decision",
    )
    source: Words = Field(description="Where it is told")
    note: Text = ""
    compartment: CompartmentName | None = Field(
        default=None, description="Where its words stand; left out: where the kind of register puts them"
    )


class RegisterPart(Part):
    """A register."""

    called: ClassVar[str] = "a register"
    id: Ident
    kind: KindName = Field(
        description="protection: refugee status and other protection; notices: INTERPOL notices and diffusions;"
        " findings: decisions of courts and UN bodies; requests: earlier requests to this office; victims: persons"
        " tortured or arbitrarily detained; defenders: human-rights defenders under protection"
    )
    custodian: Words = Field(description="Who keeps it and answers for it")
    title: Text = ""
    as_of: Day | None = Field(default=None, description="Day of its last change")
    entries: list[EntryPart] = Field(default_factory=list, max_length=MOST_ENTRIES)
