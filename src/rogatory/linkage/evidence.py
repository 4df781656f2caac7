"""Evidence: what speaks for or against two things being one, each piece with its raw words, its reason and its bits.

Bits are logarithms to the base two of how much likelier a piece is if the two are one than if they are not. They are
added where pieces are independent, and never turned into a score of a person: they order the evidence and choose what a
human must look at. Absence is nought; only contradiction is negative.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rogatory.casefile.parties import Told


class Family(Enum):
    """What a piece of evidence is about. Pieces of one family are not independent of each other."""

    NAME = "name"
    BIRTH = "day of birth"
    NUMBER = "identity number"
    PLACE = "place"
    NATIONALITY = "nationality"
    SEX = "sex"
    REFERENCE = "reference"
    BODY = "authority"
    OFFICIAL = "investigator or judge"
    PARTY = "party"
    VICTIM = "victim"
    AMOUNT = "amount"
    OFFENCE = "offence"
    PERIOD = "period of the facts"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence.

    Attributes:
        family: What it is about.
        bits: How much it speaks for (above nought) or against (below) the two being one.
        left: The words of the request or file.
        right: The words of the register entry.
        says: What was found, in one sentence a reader without training understands.
        steps: How the one was turned into the other, step by step (`ж → j`, `8 → zero-padded`); may be empty.
    """

    family: Family
    bits: float
    left: Told
    right: Told
    says: str
    steps: tuple[str, ...] = ()


def total(pieces: Iterable[Evidence]) -> float:
    """The bits of all pieces together."""
    return sum(piece.bits for piece in pieces)


def strongest(pieces: Iterable[Evidence]) -> list[Evidence]:
    """Of each kind what speaks most for it and what speaks most against it: pieces of one kind do not add up."""
    found: dict[tuple[Family, bool], Evidence] = {}
    for piece in pieces:
        key = (piece.family, piece.bits > 0)
        if key not in found or abs(piece.bits) > abs(found[key].bits):
            found[key] = piece
    return list(found.values())


class Closeness(Enum):
    """How two proceedings stand to each other. A class, not a score."""

    IDENTICAL = "identical"
    """The same reference of the same authority."""
    SAME_FACTS = "same facts"
    """Sixteen bits or more from at least two independent families."""
    CONNECTED = "connected"
    """A shared party beyond doubt, or one severed from, joined with or derived from the other."""
    SIMILAR = "similar pattern"
    """Alike in offence, body or period, and no more."""
    NONE = "none"
    """Nothing worth a look."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that would settle it and is not there; it becomes a question to somebody.

    Attributes:
        what: What to ask for, in words: `the ERDR number of the case`.
        of: Whom to ask: `requesting state`, `asylum authority`, `person concerned`, `register`.
        why: What it would settle.
    """

    what: str
    of: str
    why: str
