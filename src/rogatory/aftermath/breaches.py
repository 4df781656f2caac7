"""Breaches: that something was done which a licence, an assurance, a hold or the law did not allow.

Somebody finds a breach, with reasons and on evidence kept in the case; the person concerned and counsel can say that
there is one. A breach of the requesting state's is one thing, one of this state's own authorities another: both are
owed to the person. It ends when a human closes it. Until then nothing more is done for that state in the case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from rogatory.law.acts import ACTS, CONSULT
from rogatory.letters.of_breach import Breached, Whose


class Standing(Enum):
    """How far a breach has come."""

    ALLEGED = "alleged"
    """Somebody says so, and nobody has answered yet."""
    FOUND = "found"
    CLOSED = "closed"
    """Everything that follows was done, or somebody said why not."""
    NOT_FOUND = "not-found"
    """It was alleged; whoever looked found none, and said why."""


ONLY_OF: Mapping[Breached, Whose] = MappingProxyType(
    {Breached.USE: Whose.REQUESTING_STATE, Breached.WHILE_HELD: Whose.OWN}
)
"""What only one of the two can do: what was granted limits the requesting state, what holds an act holds this state's
authorities."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach, alleged or found.

    Attributes:
        ident: What the door calls it, as `breach-12`.
        standing: How far it has come.
        since: Day it was alleged or found here first.
        persons: Persons concerned it wrongs, by identifier.
        alleged: Number of the entry that alleged it; None: nobody did before it was found.
        found: Number of the entry that found it; None: nobody has.
        closed: Number of the entry that closed it; None: it is open.
        kind: What was done; None: it is alleged only.
        whose: Who did it; None: it is alleged only.
        of: What was breached, by the name it has in the case: an assurance, a package, a stay, `entry-12`.
        text: What happened, in words; empty: erased.
        happened: First day of it; None: it is alleged only.
        known: Day on which this state came to know of it, from which time runs; None: it is alleged only.
        evidence: Numbers of the entries that show it.
        gone: What left and must come back, thing by thing; empty: nothing did, or it is not known.
        by: Role and account that found it.
    """

    ident: str
    standing: Standing
    since: date
    persons: tuple[str, ...]
    alleged: int | None = None
    found: int | None = None
    closed: int | None = None
    kind: Breached | None = None
    whose: Whose | None = None
    of: str = ""
    text: str = ""
    happened: date | None = None
    known: date | None = None
    evidence: tuple[int, ...] = ()
    gone: tuple[str, ...] = ()
    by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it was found and nobody has closed it."""
        return self.standing is Standing.FOUND

    @property
    def waits(self) -> bool:
        """Whether somebody must still do something about it: answer what is alleged, or what follows what was found."""
        return self.standing in (Standing.ALLEGED, Standing.FOUND)


HELD = tuple(act.id for act in ACTS.values() if act.cooperates and act is not CONSULT)
"""Acts that wait while a breach is open: all that serve the requesting state, but for consulting it to clear it up."""
HOLD = "ECHR, Article 13; policy of this system: while a breach is open, nothing more is given"
"""What says that they wait."""


def holding(act: str, breaches: Mapping[str, Breach]) -> Iterator[tuple[Breach, str]]:
    """The breaches that close an act, each with why, in a sentence. What is only alleged closes none.

    Args:
        act: Identifier of the act.
        breaches: Breaches of the case, by name.
    """
    if act not in HELD:
        return
    for breach in breaches.values():
        if breach.is_open:
            who = "the requesting state" if breach.whose is Whose.REQUESTING_STATE else "an authority of this state"
            yield breach, f"{breach.ident} is open, a breach by {who}, and nothing more is done for that state"


@dataclass(frozen=True, slots=True)
class ForTheRecord:
    """What a breach tells the record of the requesting state: our own experience with it, and nothing of the person.

    Attributes:
        state: The requesting state (ISO 3166-1 alpha-2).
        case: Identifier of the case.
        breach: Its name in the case.
        entry: Number of the entry that found it.
        kind: What was done.
        happened: First day of it.
        known: Day on which this state came to know of it.
        closed: Number of the entry that closed it; None: it is open.
    """

    state: str
    case: str
    breach: str
    entry: int
    kind: Breached
    happened: date
    known: date
    closed: int | None


def for_the_record(state: str, case: str, breaches: Mapping[str, Breach]) -> tuple[ForTheRecord, ...]:
    """What the record of a state takes in of the breaches of a case: those found of the state itself, in order.

    A breach of this state's own authorities says nothing of the requesting state, and an allegation is no experience.
    """
    return tuple(
        ForTheRecord(state, case, b.ident, b.found, b.kind, b.happened, b.known, b.closed)
        for b in breaches.values()
        if b.found is not None and b.kind and b.happened and b.known and b.whose is Whose.REQUESTING_STATE
    )
