"""What becomes of a notice that was deleted or refused: every copy of it here, and everybody it was told to.

The rules bind whoever uses the organisation's channels to put national copies right; the article was not read, so that
the days are policy of this system (`law.time_limits`, rules of the house).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Place(Enum):
    """Where a copy may be."""

    POLICE = "police-database"
    BORDER = "border-system"
    DIFFUSION = "diffusion"
    """A diffusion of the same matter."""
    STATE = "other-state"
    """Another state that was told."""
    OTHER = "other-file"
    """Another file, named by the office."""


LOOKED_THROUGH = (Place.POLICE, Place.BORDER, Place.DIFFUSION, Place.STATE)
"""Places somebody must have looked through once a notice is deleted: none is taken to be empty."""


class CopyState(Enum):
    """How a copy stands."""

    KEPT = "kept"
    """Nothing was deleted that it is a copy of."""
    TO_ASK = "to be asked"
    ASKED = "asked"
    GONE = "confirmed gone"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a notice.

    Attributes:
        ident: What the door calls it, as `copy-7`.
        place: Where it is.
        text: Which file or state, in words; empty: they are erased, or not seen.
        found: Day it was found.
        entry: Number of the entry that found it.
        asked: Day its deletion was asked for; None: it was not.
        asked_by: Number of that entry; None: there is none.
        gone: Day it is confirmed to be gone; None: it is not.
        gone_by: Number of that entry; None: there is none.
    """

    ident: str
    place: Place
    text: str
    found: date
    entry: int
    asked: date | None = None
    asked_by: int | None = None
    gone: date | None = None
    gone_by: int | None = None

    def state(self, deleted: date | None) -> CopyState:
        """How it stands, given the day it became known that the notice was deleted (None: it was not)."""
        if self.gone is not None:
            return CopyState.GONE
        if self.asked is not None:
            return CopyState.ASKED
        return CopyState.KEPT if deleted is None else CopyState.TO_ASK


@dataclass(frozen=True, slots=True)
class Deletion:
    """That a notice was deleted or refused.

    Attributes:
        on: Day the office knew it.
        entry: Number of the entry that says so.
    """

    on: date
    entry: int


def places_open(copies: Iterable[Copy], empty: Iterable[Place]) -> tuple[Place, ...]:
    """The places nobody has looked through: no copy was found there, and nobody has said that there is none.

    Args:
        copies: The copies that were found.
        empty: Places in which somebody looked and found none.
    """
    known = {c.place for c in copies} | set(empty)
    return tuple(place for place in LOOKED_THROUGH if place not in known)
