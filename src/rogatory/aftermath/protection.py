"""Protection of a person: whether it was asked and recognised, whom to call, what was arranged, and until when.

A measure ends when a human ends it, or on its last day; one whose last day passed protects nobody, and is told as
lapsed. PACE Resolution 2509 (2023), point 17.11; ECHR Articles 2 and 3 for whoever the authorities know to be at risk.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Step(Enum):
    """What an act of protection records."""

    STATUS = "status"
    CONTACT = "contact"
    """Whom the person calls, at any hour."""
    ADDRESS = "address"
    """Where the person can be written to; nobody outside the compartment knows it."""
    MEASURE = "measure"
    END_MEASURE = "end-measure"
    ANSWER = "answer"
    """What was done about an incident that was reported."""


class Status(Enum):
    """How far protection has come."""

    ASKED = "asked"
    RECOGNISED = "recognised"
    """That the person is protected as a defender, or as somebody at risk."""
    REFUSED = "refused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """That the status changed.

    Attributes:
        entry: Number of the entry.
        on: Day.
        status: To what.
        by: Who asked, recognised, refused or ended it, in words; empty: not said, or erased.
        text: Why, in words; empty: erased.
    """

    entry: int
    on: date
    status: Status
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A safety measure.

    Attributes:
        ident: What the door calls it, as `measure-12`.
        entry: Number of the entry.
        since: Day it was arranged.
        text: What it is; empty: erased.
        by: Who sees to it, in words; empty: not said, or erased.
        until: Last day (inclusive); None: until it is ended.
        ended: Day on which it was ended; None: nobody has.
    """

    ident: str
    entry: int
    since: date
    text: str
    by: str
    until: date | None = None
    ended: date | None = None

    def runs(self, on: date) -> bool:
        """Whether it protects on the day `on`."""
        return self.ended is None and (self.until is None or on <= self.until)

    def lapsed(self, on: date) -> bool:
        """Whether its last day passed before `on`, and nobody has ended or renewed it."""
        return self.ended is None and self.until is not None and self.until < on


@dataclass(frozen=True, slots=True)
class Protection:
    """The protection of one person.

    Attributes:
        person: The person, by identifier.
        standings: How the status changed, in order; empty: nobody has asked for anything.
        contact: Whom the person calls; empty: nobody was named, or it was erased.
        address: Where the person can be written to; empty: the same.
        measures: Safety measures, in order, those that ended too.
    """

    person: str
    standings: tuple[Standing, ...] = ()
    contact: str = ""
    address: str = ""
    measures: tuple[Measure, ...] = ()

    @property
    def status(self) -> Status | None:
        """How far it has come; None: nobody has asked for anything."""
        return self.standings[-1].status if self.standings else None
