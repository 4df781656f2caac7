"""The wall: who sees what of a seized item before it has been sifted, and after.

Until an independent person has looked, whatever was seized may be a lawyer's, a doctor's or a source's. So it stands
where privileged papers stand: behind the wall are the observer of the bar, the court, and reviewers whom the court has
let in; the person and counsel see their own. Whoever investigates stands outside, whatever else they may see, and no
other door leads around: a name of a file, a subject, a hit, a thumbnail, a rank and a likeness all tell of what an
item says (ECHR, Article 8: Saber v. Norway; Kruglov and Others v. Russia).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum

from rogatory.law.acts import Role
from rogatory.people.compartments import open_to
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Compartment, Mandate
from rogatory.people.sight import SEES, Sight


class Sifted(Enum):
    """What became of the sift for privilege."""

    NOT_YET = "not yet sifted"
    """Nobody independent has answered; or it is claimed, and not decided."""
    PRIVILEGED = "privileged"
    """It is, or is part of an asylum file; it goes back."""
    FREE = "free of privilege"
    """An independent person or a judge has said so."""


class Seen(IntEnum):
    """How much somebody sees; a higher value sees more."""

    NOTHING = 0
    """Not even that there is an item."""
    COUNTED = 1
    """That it is one of so many, in which state and withheld on which grounds; nothing by which to tell it apart."""
    LISTED = 2
    """That it is there: its identifier, digest and size, and what was done with it."""
    OPENED = 3
    """What it says: text, pictures, names, dates, subjects, hits, likeness, rank."""


class Part(Enum):
    """What may be asked of an item, at any door."""

    COUNT = "count"
    STATE = "state"
    DIGEST = "digest"
    SIZE = "size"
    CUSTODY = "chain of custody"
    NAME = "name and place"
    KIND = "kind of file"
    METADATA = "metadata"
    TEXT = "text"
    PICTURE = "picture of a page"
    HIT = "hit of a search or a screen"
    LIKENESS = "likeness to other items"
    THREAD = "thread"
    RANK = "rank"
    ANSWERS = "answers with their reasons"
    BYTES = "bytes"


NEEDS = {
    Part.COUNT: Seen.COUNTED,
    Part.STATE: Seen.LISTED,
    Part.DIGEST: Seen.LISTED,
    Part.SIZE: Seen.LISTED,
    Part.CUSTODY: Seen.LISTED,
}
"""What must be seen for a part to be told; every part that is not named here needs the item to be opened."""

BEHIND = frozenset({Role.PRIVILEGE_OBSERVER, Role.COURT, Role.REVIEWER})
"""Roles that can stand behind the wall; whether somebody does, their mandate says. The investigating judge may be let
into privileged papers of a case, and never into what has not been sifted."""
LISTS = frozenset({Role.AUDITOR, Role.REVIEWER, Role.PRIVILEGE_OBSERVER, Role.COURT})
"""Roles that may know of every item that it is there."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands to the wall.

    Attributes:
        sifted: What became of the sift for privilege.
        compartments: Where it stands apart, beside what the sift says.
        own: Persons concerned whose own it is; empty: not known.
    """

    sifted: Sifted = Sifted.NOT_YET
    compartments: frozenset[Compartment] = frozenset()
    own: frozenset[str] = frozenset()


def seen(held: Iterable[Mandate], item: Standing) -> Seen:
    """How much of an item is seen by whoever holds these mandates; nothing without one.

    Each mandate opens what it opens by itself: a grant in one role opens nothing to another.

    Args:
        held: Mandates that hold for the case today.
        item: How the item stands.
    """
    return max((_by(mandate, item) for mandate in held), default=Seen.NOTHING)


def tells(held: Iterable[Mandate], item: Standing, part: Part) -> bool:
    """Whether a part of an item may be told to whoever holds these mandates: the question every door asks."""
    return seen(held, item) >= NEEDS.get(part, Seen.OPENED)


def _by(mandate: Mandate, item: Standing) -> Seen:
    role, sight = mandate.role, SEES.get(mandate.role, Sight.NOTHING)
    if role in ONLY_FOR_A_PERSON:
        # Of what is nobody's in particular the person learns by the inventory, not here.
        return Seen.OPENED if mandate.person in item.own else Seen.COUNTED
    if sight < Sight.MATERIAL:
        return Seen.NOTHING
    apart = item.compartments
    if item.sifted is not Sifted.FREE:
        apart |= {Compartment.PRIVILEGED}
    opened = all(open_to((mandate,), compartment, item.own) for compartment in apart)
    outside = item.sifted is Sifted.NOT_YET and role not in BEHIND
    if opened and not outside and role is not Role.AUDITOR:
        return Seen.OPENED
    return Seen.LISTED if role in LISTS or (opened and not outside) else Seen.COUNTED
