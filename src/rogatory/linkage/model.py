"""What screening a case against the registers gives: links with their evidence, and what was looked through.

A link is a proposal to a human. That nothing was found is told as what was looked through, never as "no protection".
"""

from dataclasses import dataclass
from enum import Enum

from rogatory.linkage.evidence import Closeness, Evidence, Family, Missing
from rogatory.people.mandates import Compartment
from rogatory.registers.model import RegisterKind


class Band(Enum):
    """What a link asks of the office."""

    MUST_EXAMINE = "must be examined"
    """Nothing is done for the requesting state until a named official has decided it, with reasons."""
    LOOK = "worth a look"
    """Shown, and bars nothing."""
    COUNTED = "counted"
    """Too weak to be shown; counted, and open to an auditor's sample."""


class By(Enum):
    """By what a request meets an entry."""

    PERSON = "person"
    PROCEEDING = "proceeding"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path, as `P1 -- sibling of -- I.Y.`, with what it rests on.

    Attributes:
        start: Label of the node it leaves.
        relation: What the start is to the end: a kind of relation, `is`, `accused in`, `detained in`, `founded on`.
        end: Label of the node it reaches.
        source: Where that is told, or by what evidence it was matched.
        bits: Bits of the match where the edge is a match; None where a source says it.
    """

    start: str
    relation: str
    end: str
    source: str
    bits: float | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding a confirmed link proposes to the examination, or a question it makes live.

    Attributes:
        question: Identifier of the question of the vocabulary.
        about: Identifier of the person of the case it is about; empty: the case.
        answer: Proposed answer; empty: the link only makes the question live.
        grade: Proposed grade of proof, as a word of the case file format.
        why: What of the link says so.
    """

    question: str
    about: str
    answer: str
    grade: str
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """A request meets something known.

    Attributes:
        id: Identifier: stable while the same object of the case meets the same entry.
        digest: Digest of the evidence; a new one re-opens what was dismissed.
        register: Identifier of the register.
        kind: Its kind.
        entry: Identifier of the entry.
        by: By what it was met.
        object: Person or proceeding of the case that meets it.
        with_: Person or proceeding of the entry that is met.
        band: What it asks of the office.
        closeness: Of proceedings; None for persons.
        evidence: Every piece, strongest first.
        path: The steps from the request to the entry's person or proceeding.
        missing: What would settle it.
        proposes: What it proposes once confirmed.
        says: The link in one sentence.
        compartment: Who may see its words; None: whoever sees the file.
        status: What became of the entry; empty: not said.
        states: States that asked, or had a notice published, by the entry; of other registers none.
    """

    id: str
    digest: str
    register: str
    kind: RegisterKind
    entry: str
    by: By
    object: str
    with_: str
    band: Band
    closeness: Closeness | None
    evidence: tuple[Evidence, ...]
    path: tuple[Step, ...]
    missing: tuple[Missing, ...]
    proposes: tuple[Proposal, ...]
    says: str
    compartment: Compartment | None
    status: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked through in one register.

    Attributes:
        register: Identifier of the register.
        kind: Its kind.
        entries: Entries looked through; None: it was not reached.
        as_of: Day of its last change (ISO 8601); empty: not known.
        names: Forms of names asked, and the scripts they are in.
        problem: Why it was not reached, or not wholly; empty: it was.
    """

    register: str
    kind: RegisterKind
    entries: int | None
    as_of: str
    names: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Weak:
    """A link that was too weak to be shown, without a word of whom it would have named: for an auditor's sample.

    Attributes:
        register: Identifier of the register.
        by: By what it was met.
        object: Person or proceeding of the case.
        closeness: Of proceedings; None for persons.
        needed: Bits from which a person is shown; None for proceedings, which are shown by class.
        bits: What each piece of evidence was about, and how much it spoke for or against; strongest first.
    """

    register: str
    by: By
    object: str
    closeness: Closeness | None
    needed: float | None
    bits: tuple[tuple[Family, float], ...]


@dataclass(frozen=True, slots=True)
class Screening:
    """The result of matching a case with the registers.

    Attributes:
        links: Links, those that must be examined first.
        counted: How many were too weak to be shown, by register.
        coverage: What was looked through; a kind of register that is missing altogether has a line too.
        state: Which state of the registers was looked through, as whoever keeps them counts it; None: not told.
        weak: Those that were too weak to be shown, register by register, in an order that stays.
    """

    links: tuple[Link, ...]
    counted: tuple[tuple[str, int], ...]
    coverage: tuple[Looked, ...]
    state: int | None = None
    weak: tuple[Weak, ...] = ()

    @property
    def must_examine(self) -> tuple[Link, ...]:
        """Links that stand before any act for the requesting state."""
        return tuple(link for link in self.links if link.band is Band.MUST_EXAMINE)
