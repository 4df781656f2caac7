"""The registers: what is known beside the request, who keeps it, who says so, and since when it is known.

A register entry holds persons and the proceedings it is founded on, so that a request can be met by either. It is kept
by a custodian, who answers for it and through whom it is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.casefile.parties import Identity, Proceeding, Relation
from rogatory.people.mandates import Compartment


class RegisterKind(Enum):
    """What a register holds."""

    PROTECTION = "protection"
    """Grants of refugee status, subsidiary or temporary protection, with the proceedings that founded them."""
    NOTICES = "notices"
    """INTERPOL notices and diffusions: published, withdrawn, refused; who asserts it and when it was learned."""
    FINDINGS = "findings"
    """What courts, UN bodies and mandate holders have decided or written."""
    REQUESTS = "requests"
    """Earlier requests to this office, and how they ended."""
    VICTIMS = "victims"
    """Persons tortured or arbitrarily detained, and in which proceedings."""
    DEFENDERS = "defenders"
    """Human-rights defenders under protection."""


@dataclass(frozen=True, slots=True)
class Known:
    """One person of a register entry.

    Attributes:
        id: Identifier within the entry.
        identity: What is known of who it is.
        role: What the person is in the entry: `protected`, `subject`, `applicant`, `victim`, `relative`, `co-accused`,
            `associate`.
    """

    id: str
    identity: Identity
    role: str = "subject"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One thing that is known.

    Attributes:
        id: Identifier within its register; stable over imports.
        register: Identifier of the register.
        kind: What kind of register that is.
        title: What it is, in a few words, for somebody who may see it.
        form: What was granted, published or decided: protection `refugee`, `subsidiary`, `temporary`; a notice `red`,
            `diffusion`, `blue`; a finding `un`, `court`; a request `mla`, `extradition`; harm `torture`, `detention`;
            empty: not said.
        status: What became of it: `granted`, `ended`, `published`, `withdrawn`, `deleted`, `refused`, `adopted`,
            `pending`, `executed`; empty: not said.
        on: Day of the grant, decision or publication, as written; empty: not known.
        learned: Day it became known here (ISO 8601); empty: not known.
        by: Who asserts it: authority, body, court.
        state: Code of the state whose authority that is; empty: an international body, or not said.
        against: Codes of the states it concerns as the state of persecution, the notifying or the requesting state.
        persons: Persons of the entry.
        proceedings: Proceedings it is founded on or speaks of.
        relations: Relations between its persons, each with its source.
        references: Its own numbers as written: opinion, communication, application, notice, decision.
        source: Where it is told; never empty.
        note: Anything a reader should know.
        compartment: Where its words stand once a link tells of it; None: in the file.
    """

    id: str
    register: str
    kind: RegisterKind
    title: str
    form: str = ""
    status: str = ""
    on: str = ""
    learned: str = ""
    by: str = ""
    state: str = ""
    against: tuple[str, ...] = ()
    persons: tuple[Known, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    relations: tuple[Relation, ...] = ()
    references: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    compartment: Compartment | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """One register as it was reached, or that it was not.

    Attributes:
        id: Identifier of the register.
        kind: What it holds.
        title: Its name, in words; empty: its identifier.
        custodian: Who keeps it and answers for it; empty: not said.
        as_of: Day of its last change (ISO 8601); empty: not known.
        entries: Its entries; none where it was not reached.
        problem: Why it was not reached, or not wholly; empty: it was.
    """

    id: str
    kind: RegisterKind
    title: str = ""
    custodian: str = ""
    as_of: str = ""
    entries: tuple[RegisterEntry, ...] = ()
    problem: str = ""


COMPARTMENT_OF: Mapping[RegisterKind, Compartment | None] = MappingProxyType(
    {
        RegisterKind.PROTECTION: Compartment.ASYLUM,
        RegisterKind.NOTICES: None,
        RegisterKind.FINDINGS: None,
        RegisterKind.REQUESTS: None,
        RegisterKind.VICTIMS: Compartment.PROTECTED_IDENTITY,
        RegisterKind.DEFENDERS: Compartment.PROTECTED_IDENTITY,
    }
)
"""Where the words of a link stand, by the kind of register that gave it, unless the entry itself says more."""
