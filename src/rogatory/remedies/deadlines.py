"""The time limits of a case: which rules an event of the procedure starts, and for whom.

Each limit is counted by its rule (`law.time_limits`). Against a person it runs only from service, and is over only
where that is proved. Where a text counts it from the day of the decision itself and the person was told later, all
others treat it as running until it would have ended had it been counted from that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Deadline, Event, How, Standing, State, Step, What
from rogatory.law.time_limits.rules import Nature, rule
from rogatory.remedies.service import Service

OPPOSITION: Mapping[str, str] = MappingProxyType(
    {"mla": "be-2004-third-party-opposition", "eio": "eio-third-party-opposition"}
)
"""What may be lodged against the decision to send something seized, by kind of request."""
OF_RECEIPT: Mapping[str, tuple[str, ...]] = MappingProxyType({"eio": ("eio-acknowledge", "eio-recognise")})
"""What runs from the day a request of a kind came in."""
OF_AN_ARREST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "eaw": ("be-eaw-council-chamber", "be-eaw-final-decision"),
        "red-notice": ("be-1874-5-provisional-arrest", "ece-16-provisional-arrest-18", "ece-16-provisional-arrest-40"),
        "diffusion": ("be-1874-5-provisional-arrest", "ece-16-provisional-arrest-18", "ece-16-provisional-arrest-40"),
    }
)
"""What runs from an arrest, by kind of request. Provisional is only an arrest before the request has come."""
OF_A_GRANT: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("eaw", "court"): ("be-eaw-appeal", "be-eaw-appeal-prosecutor"),
        ("extradition", "court"): ("be-1874-exequatur-appeal",),
        ("extradition", "government"): ("be-council-of-state-annulment",),
        ("eaw", "government"): ("be-council-of-state-annulment",),
    }
)
"""What runs from the decision to grant, by kind of request and role of whoever decided."""
OF_A_LODGING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "warrant-appeal": ("be-eaw-appeal-ruling",),
        "cassation": ("be-429-memorial",),
        "cassation:eaw": ("be-eaw-cassation-memorial", "be-eaw-cassation-ruling"),
        "interpol-complaint": ("ccf-admissibility",),
        "data-protection": ("led-authority-silence",),
        "appeal:lifting": ("be-61quater-chamber",),
        "appeal:lifting:prosecutor": ("be-28sexies-chamber",),
        "appeal:file-access": ("be-61ter-chamber",),
        "appeal:file-access:prosecutor": ("be-21bis-chamber",),
    }
)
"""What runs from the day a remedy was lodged, by its kind (and what it is against)."""
OF_A_REGISTRATION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-61quater-decision",),
        "lifting:prosecutor": ("be-28sexies-decision",),
        "file-access": ("be-61ter-decision",),
        "file-access:prosecutor": ("be-21bis-decision",),
    }
)
"""What runs from the day a remedy was entered in the register; `prosecutor`: where the prosecutor carried out the
measure, and no judge."""
OF_A_RULING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-61quater-notice", "be-61quater-appeal", "be-61quater-appeal-prosecutor", "be-61quater-repeat"),
        "lifting:prosecutor": ("be-28sexies-notice", "be-28sexies-recourse", "be-28sexies-repeat"),
        "file-access": ("be-61ter-notice", "be-61ter-recourse", "be-61ter-repeat"),
        "file-access:prosecutor": ("be-21bis-notice", "be-21bis-recourse", "be-21bis-repeat"),
        "third-party-opposition": ("be-135-appeal",),
        "eio-challenge": ("be-135-appeal",),
        "regularity": ("be-423-cassation",),
        "extradition-challenge": ("be-423-cassation",),
        "appeal": ("be-423-cassation",),
        "warrant-appeal": ("be-eaw-cassation",),
        "data-protection": ("be-dpa-appeal",),
        "interpol-complaint": ("ccf-decision-notice",),
    }
)
"""What runs from a ruling on a remedy that is not final, by its kind. A kind that is not here: nobody knows."""
OF_A_FINAL_RULING = ("echr-application",)
"""What runs from a ruling against which nothing else is open."""
OF_A_HEARING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-28sexies-hearing-notice",),
        "appeal": ("be-28sexies-hearing-notice",),
        "regularity": ("be-136bis-hearing-notice",),
        "warrant-appeal": ("be-eaw-hearing-notice",),
    }
)
"""By when the person is told of a hearing, by the kind of remedy it is about."""
USED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "be-eaw-appeal": ("warrant-appeal",),
        "be-1874-exequatur-appeal": ("extradition-challenge",),
        "be-council-of-state-annulment": ("annulment",),
        "be-2004-third-party-opposition": ("third-party-opposition",),
        "eio-third-party-opposition": ("eio-challenge",),
    }
)
"""The kinds of remedy for which the time after a decision is given: once one of them is lodged, that time was used."""
SECRECY_REVIEW, ANSWER_DUE = "house-secrecy-review", "house-answer-due"
NOT_ORDINARY = frozenset({"echr-application", "be-429-memorial", "be-eaw-cassation-memorial"})
"""Limits on what a person may lodge that hold nothing: an application to the Strasbourg Court holds once it is lodged,
and the appeal of which a memorial gives the grounds is lodged already."""
OWN_STEP = "lodging"
"""What a limit starts from that the person did, and so knows without being served."""
_BINDS_A_PERSON = ("person", "third-party")


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit of a case.

    Attributes:
        ident: What the door calls it: its rule, the entry it starts from and whom it binds, as `be-135-appeal@12:P1`.
        deadline: The limit as it was counted, with every step.
        person: The person it binds; empty: an authority, which `Deadline.rule.by` names.
        about: What it is about: a remedy, measure, item, document, hearing or secrecy; empty: the request.
        entry: Number of the entry it starts from.
        done: Number of the entry by which what it asks was done; None: it was not.
    """

    ident: str
    deadline: Deadline
    person: str
    about: str
    entry: int
    done: int | None = None

    @property
    def is_window(self) -> bool:
        """Whether it is the time to lodge a remedy of a person affected: nothing irreversible is done meanwhile."""
        told = self.deadline.rule
        return told.nature is Nature.REMEDY and bool(self.person) and told.id not in NOT_ORDINARY and not told.before

    def is_open(self, at: date | datetime) -> bool:
        """Whether it was not met and is not over, in the later reading; what nobody knows is never over."""
        return self.done is None and self.deadline.state(at) is not State.OVER

    def is_overdue(self, at: date | datetime) -> bool:
        """Whether somebody who had to act is late, in the earlier reading."""
        told = self.deadline
        if self.done is not None or told.rule.nature not in (Nature.DUTY, Nature.LIBERTY):
            return False
        return told.state(at) in (State.OVER, State.UNCLEAR)


def ident_of(name: str, number: int, person: str = "") -> str:
    """What a limit is called: by the rule `name` from the entry at position `number` of the case, for `person`.

    >>> ident_of("be-135-appeal", 12, "P1")
    'be-135-appeal@12:P1'
    """
    return f"{name}@{number}" + (f":{person}" if person else "")


def rule_of(ident: str) -> str:
    """The rule a limit goes by.

    >>> rule_of("be-135-appeal@12:P1")
    'be-135-appeal'
    """
    return ident.partition("@")[0]


def binds_a_person(name: str) -> bool:
    """Whether a rule sets a limit to a person and not to an authority."""
    return rule(name).by in _BINDS_A_PERSON


def counted(name: str, day: date | datetime | None, service: Service | None = None) -> Deadline | None:
    """A limit counted from an event.

    Args:
        name: The rule.
        day: Day of the event itself; None: not known.
        service: How the person it binds was told of it; None: not told. Not looked at where it binds an authority.

    Returns:
        The limit; None where the rule does not govern an event of that day.
    """
    found = rule(name)
    reached = service is not None and service.reached
    event = Event(day)
    if found.from_service:
        event = service.event if service else Event(None, How.NOT_SERVED)
    if event.day is not None and not found.governs(event.day):
        return None
    made = limit(found, event)
    if not binds_a_person(name) or found.nature is Nature.BAR or made.standing is Standing.NOT_SERVED or found.before:
        return made
    if found.starts == OWN_STEP:
        return made
    if service is None or not reached:
        return made.then(Step(What.NOT_SERVED), standing=Standing.NOT_SERVED, last_day=None, latest=None)
    if not found.from_service:
        made = _told_later(made, service)
    return made if service.proved else made.then(Step(What.UNPROVED), latest=None)


def set_in_the_case(name: str, since: date, last: date) -> Deadline | None:
    """A day somebody set in the case, as a limit; None where it is no later than the day it was set."""
    days = (last - since).days
    return limit(rule(name).lasting(days), Event(since)) if days > 0 else None


def _told_later(made: Deadline, service: Service) -> Deadline:
    """A limit a text counts from the decision itself: for everybody else it ends no sooner than counted from notice."""
    if service.on is None:
        return made.then(Step(What.UNKNOWN), latest=None)
    as_served = limit(replace(made.rule, starts="service"), service.event)
    if made.latest is None or as_served.latest is None or as_served.latest <= made.latest:
        return made.then(latest=None) if as_served.latest is None else made
    later = Step(What.TOLD_LATER, made.rule.source, on=service.on, to=as_served.latest)
    return made.then(later, latest=as_served.latest)
