"""Service: that somebody was told of an act, in which manner, and whether that is proved.

Time runs against nobody who was not served. So a notice counts as given only while it reached the person, and as the
start of a time limit that can end only once a document kept in the case proves it.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rogatory.law.time_limits.deadline import Event, How


class Manner(Enum):
    """In which manner somebody is told (Judicial Code, Art. 32 to 47bis and 53bis)."""

    IN_PERSON = "in-person"
    """Handed over, or served by a bailiff, on that day."""
    PRESENTED = "presented"
    """A judicial letter, or a registered one with acknowledgement, was presented at the address."""
    POSTED = "posted"
    """A registered or plain letter was given to the post."""
    RECEIPTED = "receipted"
    """Against a dated receipt."""
    REFUSED = "refused"
    """It was offered and refused."""
    LEFT = "left"
    """The person was not met: a copy was left at the address (Art. 37 and 38(1); not re-read)."""
    PROSECUTOR = "at-prosecutor"
    """No address is known, or nobody lives there: a copy was handed to the public prosecutor (Art. 38(2) and 40; not
    re-read)."""
    UNREACHABLE = "unreachable"
    """The person was not found: nobody was told."""


SUBSTITUTED = frozenset({Manner.LEFT, Manner.PROSECUTOR})
"""Manners of substituted service: with its ground, never the first to be tried."""
IN_DOUBT = frozenset({Manner.REFUSED, *SUBSTITUTED})
"""Manners that do not show that the person knows: that the person was served all the same, only a court holds. Until
then the person is well advised to act in time, the notice stays owed, and nobody takes the time as over."""


class Result(Enum):
    """How far a service has come."""

    TOLD = "told"
    """Recorded by whoever gave it; nothing kept in the case proves it."""
    PROVED = "proved"
    FAILED = "failed"
    """It turned out later that it did not reach the person."""
    VOID = "void"
    """It was void, or did not say which remedies there are (Judicial Code, Art. 47bis)."""


_HOW = {Manner.PRESENTED: How.PRESENTED, Manner.POSTED: How.POSTED, Manner.RECEIPTED: How.RECEIPTED}


@dataclass(frozen=True, slots=True)
class Service:
    """That one person was told of one thing.

    Attributes:
        ident: What the door calls it, as `service-12`.
        of: The notice it gives, as `notice-9`.
        person: The person told.
        on: The day told in the record; None: not readable, so not known.
        manner: In which manner; None: told in other words, before there were these.
        language: Language it was given in, in words.
        entry: Number of the entry that recorded it.
        proof: Digest of the received document that proves it; empty: none.
        received: For a letter that was posted: the day on which the addressee shows it came; None: not shown.
        result: How far it has come.
        ground: Of substituted service: why there was no other, and what was tried.
        recorded: Number of the entry that said so last.
    """

    ident: str
    of: str
    person: str
    on: date | None
    manner: Manner | None
    language: str
    entry: int
    proof: str = ""
    received: date | None = None
    result: Result = Result.TOLD
    recorded: int = 0
    ground: str = ""

    @property
    def reached(self) -> bool:
        """Whether the person counts as told: it did not fail, was not void, and somebody was found."""
        if self.result in (Result.FAILED, Result.VOID):
            return False
        return self.result is Result.PROVED or self.manner is not Manner.UNREACHABLE

    @property
    def proved(self) -> bool:
        """Whether it reached the person and a document of the case proves it."""
        return self.result is Result.PROVED

    @property
    def told(self) -> bool:
        """Whether the person counts as knowing: it reached the person, without doubt or as a court held."""
        return self.reached and (self.proved or self.manner not in IN_DOUBT)

    @property
    def event(self) -> Event:
        """What a time limit starts from."""
        if self.result is Result.VOID:
            return Event(self.on, How.VOID)
        if not self.reached:
            return Event(None, How.NOT_SERVED)
        how = _HOW.get(self.manner, How.ON_THE_DAY) if self.manner else How.ON_THE_DAY
        return Event(self.on, how, self.received if how is How.POSTED else None)
