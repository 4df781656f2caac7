"""Hearings: before which chamber, when, about which remedies, and who was there.

The requesting state has no place in a hearing unless it was admitted by the act that admits it, on which the law has
its say (`hear-requesting-state`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Standing(Enum):
    """How far a hearing has come."""

    SET = "set"
    CANCELLED = "cancelled"
    HELD = "held"


class Attendance(Enum):
    """As what somebody attends."""

    PERSON = "person concerned"
    COUNSEL = "counsel"
    PROSECUTOR = "prosecutor"
    THIRD_PARTY = "third party"
    INTERVENER = "intervener"
    INTERPRETER = "interpreter"
    EXPERT = "expert"
    BAR = "observer of the bar"
    REQUESTING_STATE = "requesting state"
    """Only where it was admitted by `hear-requesting-state`."""


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody who is called, or who came: a name in words, and as what.

    Attributes:
        who: Who it is, in words.
        attendance: As what.
        mandate: Name of the mandate by which a third party is called and learns of the hearing; empty: of none.
    """

    who: str
    attendance: Attendance
    mandate: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """Something filed for a hearing: the entry, who filed it, for whom (empty: nobody). Its words are an event."""

    entry: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing.

    Attributes:
        ident: What the door calls it, as `hearing-12`.
        chamber: The chamber, in words.
        at: When it begins, with its time zone.
        place: Where, in words.
        about: Names of the remedies it is about, which are all remedies of the case.
        public: Whether anybody may listen.
        called: Who is called.
        standing: How far it has come.
        filed: What was filed for it, the first one first.
        came: Who was there; empty: it was not held.
        record: What was said and asked, in words; empty: not held, or erased.
        entry: Number of the entry that set it.
        changed: Number of the entry that changed it last.
    """

    ident: str
    chamber: str
    at: datetime
    place: str
    about: tuple[str, ...]
    public: bool
    called: tuple[Attending, ...]
    entry: int
    changed: int
    standing: Standing = Standing.SET
    filed: tuple[Filed, ...] = ()
    came: tuple[Attending, ...] = ()
    record: str = ""


Hearings = Mapping[str, Hearing]
"""Hearings of a case by name, in the order in which they were set."""
