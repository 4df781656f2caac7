"""Requests to the Commission for the Control of INTERPOL's Files: lodged, admissible, decided.

What a person lodges as a remedy of the case (`interpol-complaint`) is one too, and stands among the remedies. The time
limits are those of the Commission's Statute (`law.time_limits`, `ccf-`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType


class Wish(Enum):
    """What is asked of the Commission."""

    ACCESS = "access"
    DELETION = "deletion"
    """Deletion, or correction."""
    REVISION = "revision"


class Lodger(Enum):
    """Who lodged it."""

    PERSON = "person concerned"
    COUNSEL = "counsel"
    BUREAU = "bureau"


class Ruled(Enum):
    """How the Commission ended it."""

    GRANTED = "granted"
    """Access is given; or the data do not comply, and are deleted or corrected."""
    PARTLY = "partly"
    REFUSED = "refused"


LIMIT_OF: Mapping[Wish, str] = MappingProxyType({Wish.ACCESS: "ccf-access", Wish.DELETION: "ccf-correction"})
"""The rule by which a wish is decided, from admissibility. For a revision none is known."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request to the Commission.

    Attributes:
        ident: What the door calls it, as `request-9`.
        wish: What is asked.
        lodger: Who lodged it.
        on: Day it was lodged.
        entry: Number of the entry.
        admissible: Whether it was found admissible; None: the Commission has not said.
        heard: Day it said so; None: it has not.
        heard_by: Number of that entry; None: there is none.
        ruled: How it ended; None: it has not.
        decided: Day of the decision; None: there is none.
        decided_by: Number of that entry; None: there is none.
    """

    ident: str
    wish: Wish
    lodger: Lodger
    on: date
    entry: int
    admissible: bool | None = None
    heard: date | None = None
    heard_by: int | None = None
    ruled: Ruled | None = None
    decided: date | None = None
    decided_by: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether the Commission must still answer."""
        return self.ruled is None and self.admissible is not False

    @property
    def deletes(self) -> bool:
        """Whether the Commission found that data do not comply."""
        return self.wish is not Wish.ACCESS and self.ruled in (Ruled.GRANTED, Ruled.PARTLY)
