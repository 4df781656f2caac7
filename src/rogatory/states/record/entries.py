"""The entries of a state's record.

PACE Resolution 2509 (2023), point 17.7: the history of transnational repression of the requesting state is taken into
account. An entry is one fact with its source. Entries are never changed: a later one replaces an earlier, and both can
be read.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from rogatory.law.sources import Check

_PARTIAL_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_STATE = re.compile(r"[A-Z]{2}")


class RecordError(ValueError):
    """An entry that cannot stand; the message names it, and what is missing."""


class Kind(Enum):
    """What an entry is."""

    INCIDENT = "incident"
    """One act of transnational repression, or a count of them."""
    JUDGMENT = "judgment"
    """What a court has found of the state."""
    UN_FINDING = "UN finding"
    """Views, opinions, observations or reports of a body of the United Nations."""
    REPORT = "report"
    """What somebody independent has reported, beside single incidents."""
    RESOLUTION = "resolution"
    """What an assembly of states or of parliaments has said."""
    EXPERIENCE = "own experience"
    """What this office has seen in its own cases: a refusal and its ground, an assurance kept or broken, use beyond its
    limits, a request made again or through another state."""


class Method(Enum):
    """The methods of transnational repression, as PACE Resolution 2509 (2023), point 1, parts them."""

    DIRECT = "direct attack"
    """1.1: assassination, abduction, assault, enforced disappearance."""
    CO_OPTING = "other states co-opted"
    """1.2: detention, deportation or rendition through them; abuse of notices, extradition and legal assistance."""
    MOBILITY = "movement hindered"
    """1.3: passports cancelled, consular services refused."""
    DISTANCE = "threat from a distance"
    """1.4: surveillance, harassment online, pressure on relatives."""


class Means(Enum):
    """By what it is done, each of one method."""

    PHYSICAL = "physical"
    NOTICES = "notices"
    ASSISTANCE = "legal assistance"
    DOCUMENTS = "passports and travel"
    DIGITAL = "digital"
    PROXIES = "proxies and relatives"

    @property
    def method(self) -> Method:
        """The method it is one of."""
        return _METHOD[self]


_METHOD = {
    Means.PHYSICAL: Method.DIRECT,
    Means.NOTICES: Method.CO_OPTING,
    Means.ASSISTANCE: Method.CO_OPTING,
    Means.DOCUMENTS: Method.MOBILITY,
    Means.DIGITAL: Method.DISTANCE,
    Means.PROXIES: Method.DISTANCE,
}

RENEWED_AFTER = {
    Kind.INCIDENT: 1095,
    Kind.JUDGMENT: 1825,
    Kind.UN_FINDING: 1095,
    Kind.REPORT: 730,
    Kind.RESOLUTION: 1095,
    Kind.EXPERIENCE: 1825,
}
"""Calendar days after which somebody looks whether an entry still stands as it is. A choice of this system, not law: an
entry that is overdue still opens its questions, and says that it is old."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact on record about a state.

    Attributes:
        id: What it is called; never used again for another.
        state: The state it is about, two letters of ISO 3166-1.
        kind: What it is.
        on: When it happened, or was said: year, month or day.
        says: The fact, in a sentence; no person is named in it.
        source: Who says so, as it is cited.
        where: Where that was read.
        read_on: Day it was read.
        check: Whether the source itself was read, a part of it, or none of it.
        bears: Identifiers of the questions about a state that it opens.
        means: By what it was done; empty where it is no act of transnational repression.
        host: The state in which it happened, two letters; empty: not told, or none.
        reply: What the state has answered, in words; empty: no reply is known.
        replaces: Identifier of the entry in whose place it stands; empty: none.
        withdrawn: Why it no longer stands; empty: it stands.
        expires: Day on which somebody is to look whether it still stands; None: after `RENEWED_AFTER`.
        reasons: Why it stands in the place of another; empty: it does not.
        entered: Day on which the office put it on record; None: it came with the program, when it was read.

    Raises:
        RecordError: Something is missing, or is no state or day.
    """

    id: str
    state: str
    kind: Kind
    on: str
    says: str
    source: str
    where: str
    read_on: date
    check: Check
    bears: tuple[str, ...]
    means: frozenset[Means] = frozenset()
    host: str = ""
    reply: str = ""
    replaces: str = ""
    withdrawn: str = ""
    expires: date | None = None
    reasons: str = ""
    entered: date | None = None

    def __post_init__(self) -> None:
        """Refuse one that cannot be cited."""
        missing = [name for name in ("id", "says", "source", "where") if not getattr(self, name).strip()]
        if missing:
            raise RecordError(f"entry {self.id or '(no name)'}: say {', '.join(missing)}")
        for name in ("state", "host"):
            if (name == "state" or self.host) and not _STATE.fullmatch(getattr(self, name)):
                raise RecordError(f"entry {self.id}: {name} {getattr(self, name)!r} is no code of two capital letters")
        if not _PARTIAL_DAY.fullmatch(self.on):
            raise RecordError(f"entry {self.id}: on {self.on!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        if not self.bears:
            raise RecordError(
                f"entry {self.id}: name at least one question it opens; a fact that opens none is no entry"
            )

    @property
    def known_on(self) -> date:
        """Day from which the office knew it."""
        return self.entered or self.read_on

    @property
    def renew_on(self) -> date:
        """Day on which somebody is to look whether it still stands."""
        return self.expires or self.read_on + timedelta(days=RENEWED_AFTER[self.kind])

    def is_due(self, on: date) -> bool:
        """Whether on the day `on` it is time to look at it again."""
        return on >= self.renew_on

    @property
    def cited(self) -> str:
        """How a ruling cites it."""
        return f"{self.says} ({self.source}, {self.on}; record {self.id})"
