"""Pressure from abroad: each incident somebody reports, what was done about it, and what links incidents.

An incident is what somebody says happened: a car before the door, a threat on the telephone, a visit to relatives. It
is kept apart from the file of the request, and answered by a human. Incidents stand side by side, by kind and month,
with what links them; nothing is summed into a score of a person or of a state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from rogatory.law.grades import Grade
from rogatory.states.record.entries import Method


class Pressure(Enum):
    """What was done to a person, or to those close to that person."""

    SURVEILLANCE = "surveillance"
    """Followed, watched, photographed; by people or by devices placed for it."""
    HACKING = "hacking"
    """Telephone, computer or account entered, or tried."""
    HARASSMENT = "harassment"
    """Calls, messages, campaigns, visits that do not stop."""
    THREATS = "threats"
    RELATIVES = "pressure on relatives"
    """Relatives, partners or colleagues questioned, dismissed, held or threatened because of the person."""
    ATTACK = "attack"
    """Assault, abduction, or the attempt of either."""
    PROCEEDINGS = "proceedings as pressure"
    """Notices, requests, complaints or lawsuits brought in order to wear the person down."""
    TRAVEL = "travel hindered"
    """Passport cancelled, consular service refused."""

    @property
    def method(self) -> Method:
        """The method of point 1 of the Resolution it is one of."""
        return _METHOD.get(self, Method.DISTANCE)


_METHOD: Mapping[Pressure, Method] = MappingProxyType(
    {
        Pressure.ATTACK: Method.DIRECT,
        Pressure.PROCEEDINGS: Method.CO_OPTING,
        Pressure.TRAVEL: Method.MOBILITY,
    }
)
"""Points 1.1 to 1.3; everything else is a threat from a distance, 1.4."""


class Referral(Enum):
    """To whom an incident goes on."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    INQUIRY = "inquiry"
    """To an inquiry: by the answer itself an allegation is lodged, which says no more than the answer lets it say."""
    NOBODY = "nobody"
    """No further, for the reasons that are told to the person."""


class Origin(Enum):
    """Who reported it."""

    PERSON = "person concerned"
    COUNSEL = "counsel"
    OUTSIDER = "somebody outside the office"
    """An association, a relative: in writing, and entered by the registry; or a third party at its own door."""
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done about an incident.

    Attributes:
        entry: Number of the entry.
        on: Day.
        to: To whom it went on.
        text: What was done, or why nothing more is; empty: erased.
    """

    entry: int
    on: date
    to: Referral
    text: str


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it was reported.

    Attributes:
        ident: What the door calls it, as `incident-12`.
        person: The person concerned, by identifier.
        entry: Number of the entry.
        reported: When.
        by: Who reported it.
        kind: What was done.
        since: First day of it.
        until: Last day of it (inclusive); None: it goes on, or nobody knows of an end.
        place: Where; empty: not said, or erased.
        text: What happened, in words; empty: erased.
        state: State it is said to be done for (ISO 3166-1 alpha-2); empty: not said, which names no state and clears
            none.
        for_request: Whether it is said to serve this request; False: not said.
        evidence: Digests of the received documents of the case that show it.
        answers: What was done about it, in order.
    """

    ident: str
    person: str
    entry: int
    reported: datetime
    by: Origin
    kind: Pressure
    since: date
    until: date | None = None
    place: str = ""
    text: str = ""
    state: str = ""
    for_request: bool = False
    evidence: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it."""
        return not self.answers

    @property
    def grade(self) -> Grade:
        """How far it is shown as it was reported: alleged; with evidence, arguable. More is for an inquiry."""
        return shown(self.evidence)


def shown(evidence: Iterable[str]) -> Grade:
    """How far a report shows what it says: alleged, or arguable where evidence came with it.

    >>> shown([]).name, shown(["f" * 64]).name
    ('ALLEGED', 'ARGUABLE')
    """
    return Grade.ARGUABLE if any(evidence) else Grade.ALLEGED


def may_be_for(incident_state: str, requesting: str) -> bool:
    """Whether an incident may have been done for the requesting state: it is named, or nobody is named.

    >>> may_be_for("KZ", "KZ"), may_be_for("", "KZ"), may_be_for("RU", "KZ")
    (True, True, False)
    """
    return incident_state in ("", requesting)


@dataclass(frozen=True, slots=True)
class Together:
    """Incidents of one kind in one month, and what links them.

    Attributes:
        month: Month in which they began, as its first day.
        kind: What was done.
        incidents: The incidents, in the order of their days.
        states: States named, each once; empty: none was.
        for_request: Those of them that are said to serve this request.
    """

    month: date
    kind: Pressure
    incidents: tuple[Incident, ...]
    states: tuple[str, ...]
    for_request: tuple[Incident, ...]


def pattern(incidents: Iterable[Incident]) -> tuple[Together, ...]:
    """Incidents side by side: by the month in which they began, the first one first, and by kind.

    A list and no measure: how many there were says nothing of how grave they are.

    Args:
        incidents: In any order.
    """
    found: dict[tuple[date, int], list[Incident]] = {}
    order = list(Pressure)
    for one in sorted(incidents, key=lambda i: (i.since, i.entry)):
        found.setdefault((one.since.replace(day=1), order.index(one.kind)), []).append(one)
    return tuple(
        Together(
            month,
            order[kind],
            tuple(ones),
            tuple(dict.fromkeys(i.state for i in ones if i.state)),
            tuple(i for i in ones if i.for_request),
        )
        for (month, kind), ones in sorted(found.items())
    )
