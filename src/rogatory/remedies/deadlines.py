"""The time limits of a case: counted by their rules, and for whom they run.

Each limit is counted by its rule (`law.time_limits`). Against a person it runs only from service, and is over only
where that is proved. Where a text counts it from the day of the decision itself and the person was told later, all
others treat it as running until it would have ended had it been counted from that day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Deadline, Event, How, Standing, State, Step, What
from rogatory.law.time_limits.rules import Nature, rule
from rogatory.law.time_limits.starting import NOT_ORDINARY
from rogatory.remedies.service import Service

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
