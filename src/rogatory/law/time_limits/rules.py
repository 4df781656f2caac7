"""The rules: how long, from what, counted how, moved by what, with their sources. Read from the data of this package."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from rogatory.law.sources import Basis, Check, Cite, Source


class Unit(Enum):
    """What a period is counted in."""

    HOURS = "hours"
    DAYS = "days"
    """Every day of the calendar."""
    WORKING_DAYS = "working-days"
    """Days on which the place of the act is open."""
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Nature(Enum):
    """What follows when the last day has passed."""

    REMEDY = "remedy"
    """Somebody's right to challenge ends."""
    DUTY = "duty"
    """Whoever had to act is late; nothing ends by itself."""
    LIBERTY = "liberty"
    """Somebody held may, or must, go free."""
    BAR = "bar"
    """What could not be asked before can be asked."""


class First(Enum):
    """Whether the day of the event is counted."""

    NEXT = "next"
    """It is not: the period begins on the next day."""
    UNCLEAR = "unclear"
    """The text does not say: both readings are kept."""


class Months(Enum):
    """The day on which a period of months or years ends."""

    SAME_DATE = "same-date"
    """The date of the event (the last day of a month that does not have it)."""
    EVE = "eve"
    """The eve of the date on which the period began (the last day of a month that does not have it)."""


class Hours(Enum):
    """How hours are counted."""

    EXACT = "exact"
    """From the minute of the event."""
    FULL = "full"
    """From the next full hour: the hour of the event is not counted."""
    DAYS = "days"
    """As whole days: twenty-four hours are the day after the event."""


Sayings = Mapping[str, str]
"""The same thing by language (ISO 639-1): en, fr, nl."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A way of counting.

    Attributes:
        id: Its key.
        says: Its name, by language.
        first: Whether the day of the event counts.
        months: How months and years end.
        hours: How hours are counted.
        rolls: Whether a last day that is closed moves to the next open day.
        least_working_days: Working days that a period of two days or more contains at least; 0: no such rule.
        calendar: Key of the calendar of closed days, where the caller names no other.
        sources: Source of each step: start, days, months, hours, roll, minimum, backwards.
        basis: What gives it its force.
        check: How far it was checked against its text.
        note: Doubts, and what was not read.
        official: The text itself, by language, where it was read.
    """

    id: str
    says: Sayings
    first: First
    months: Months
    hours: Hours
    rolls: bool
    least_working_days: int
    calendar: str
    sources: Mapping[str, Source]
    basis: Basis
    check: Check
    note: str
    official: Sayings


@dataclass(frozen=True, slots=True)
class Extension:
    """That a limit can be extended.

    Attributes:
        by: Key of who extends.
        times: How often; 0: the text sets no number.
        most: By how many units at most; 0: the text sets no most; -1: by the length of the period itself.
        unit: Unit of `most`.
    """

    by: str
    times: int
    most: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Rule:
    """A time limit as a text sets it.

    Attributes:
        id: Name in files, on the command line and in calendars.
        says: What is to be done within it, by language.
        n: Its length in `unit`; 0: whoever sets it says how long, see `lasting`.
        unit: What it is counted in.
        starts: Key of the event it starts from. `service`: it runs only against somebody who was served.
        reckoning: How it is counted.
        nature: What follows when it has passed.
        by: Key of who has to act.
        source: Where it comes from.
        check: How far it was checked.
        note: Doubts, and what was not read.
        since: First day of events it governs (inclusive); None: no beginning is known.
        until: First day of events it no longer governs (exclusive); None: still in force.
        before: It is counted back from the event.
        forfeiture: The right is lost after it, and nobody can extend it.
        vacation: The judicial vacation moves it (Judicial Code, Art. 50).
        suspended_by: Keys of grounds that suspend it.
        extension: How it can be extended; None: the text knows no extension.
        official: The text itself, by language, where it was read.
    """

    id: str
    says: Sayings
    n: int
    unit: Unit
    starts: str
    reckoning: Reckoning
    nature: Nature
    by: str
    source: Source
    check: Check
    note: str
    since: date | None
    until: date | None
    before: bool
    forfeiture: bool
    vacation: bool
    suspended_by: tuple[str, ...]
    extension: Extension | None
    official: Sayings

    @property
    def from_service(self) -> bool:
        """Whether it runs only from service or notice to whoever it binds."""
        return self.starts == "service"

    def governs(self, day: date) -> bool:
        """Whether it is the rule for an event on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def lasting(self, n: int, unit: Unit | None = None) -> "Rule":
        """The same rule with the length that a judge or an authority set.

        Args:
            n: The length, at least 1.
            unit: What it is counted in; None: the unit of the rule.

        Raises:
            ValueError: The text itself sets the length, or `n` is below 1.
        """
        if self.n:
            msg = f"{self.id}: the text sets {self.n} {self.unit.value}; no other length can be given"
            raise ValueError(msg)
        if n < 1:
            msg = f"{self.id}: a period of {n} is none; give at least 1"
            raise ValueError(msg)
        return replace(self, n=n, unit=unit or self.unit)


def _data(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("rogatory.law.time_limits").joinpath("data", name).read_text(encoding="utf-8"))


_INSTRUMENTS: Final = _data("instruments.toml")
_STEPS = ("start", "days", "months", "hours", "roll", "minimum", "backwards")
RULE_FILES: Final = ("orders", "criminal", "civil", "surrender", "international", "data", "house")
"""The parts of the rules, in the order in which they are printed."""


def cited(text: str) -> Source:
    """The source that a line of the data names: the key of an instrument, then the place in it.

    >>> str(cited("BE-CJ Art. 53"))
    'Belgium, Judicial Code, Art. 53 (numac 1967101052)'

    Raises:
        ValueError: The instrument is not in the data.
    """
    key, _, place = text.partition(" ")
    instrument = _INSTRUMENTS.get(key)
    if instrument is None:
        msg = f"{text!r} cites {key}, which is not in instruments.toml"
        raise ValueError(msg)
    return Source((Cite(instrument["title"], place, instrument.get("ref", "")),))


def _joined(texts: list[str]) -> Source:
    first, *rest = (cited(text) for text in texts)
    return sum(rest, first)


def _period(text: str) -> tuple[int, Unit]:
    n, unit = text.split()
    return int(n), Unit(unit)


def _extension(told: Mapping[str, Any] | None) -> Extension | None:
    if told is None:
        return None
    if told["most"] in ("", "same"):
        return Extension(told["by"], told["times"], -1 if told["most"] else 0, Unit.DAYS)
    return Extension(told["by"], told["times"], *_period(told["most"]))


def _reckoning(key: str, told: Mapping[str, Any]) -> Reckoning:
    own = told.get("sources", {})
    return Reckoning(
        id=key,
        says=told["says"],
        first=First(told["first"]),
        months=Months(told["months"]),
        hours=Hours(told["hours"]),
        rolls=told["rolls"],
        least_working_days=told.get("least_working_days", 0),
        calendar=told["calendar"],
        sources={step: cited(own.get(step, told["source"])) for step in _STEPS},
        basis=Basis(told.get("basis", Basis.TEXT.value)),
        check=Check(told["check"]),
        note=told.get("note", ""),
        official=told.get("official", {}),
    )


RECKONINGS: Final[Mapping[str, Reckoning]] = MappingProxyType(
    {key: _reckoning(key, told) for key, told in _data("reckonings.toml").items()}
)
"""The ways of counting, by key."""


def _rule(key: str, told: Mapping[str, Any]) -> Rule:
    n, unit = _period(told["period"])
    return Rule(
        id=key,
        says=told["says"],
        n=n,
        unit=unit,
        starts=told["starts"],
        reckoning=RECKONINGS[told["reckoning"]],
        nature=Nature(told["nature"]),
        by=told["by"],
        source=_joined(told["source"]),
        check=Check(told["check"]),
        note=told.get("note", ""),
        since=told.get("since"),
        until=told.get("until"),
        before=told.get("before", False),
        forfeiture=told.get("forfeiture", False),
        vacation=told.get("vacation", False),
        suspended_by=tuple(told.get("suspended_by", ())),
        extension=_extension(told.get("extension")),
        official=told.get("official", {}),
    )


PARTS: Final[Mapping[str, tuple[Rule, ...]]] = MappingProxyType(
    {part: tuple(_rule(key, told) for key, told in _data(f"rules_{part}.toml").items()) for part in RULE_FILES}
)
"""The rules by part, in the order of the data."""
RULES: Final[Mapping[str, Rule]] = MappingProxyType({rule.id: rule for rules in PARTS.values() for rule in rules})
"""Every rule by its identifier."""


def rule(ident: str) -> Rule:
    """The rule of that name.

    Raises:
        ValueError: There is none; the message names those that resemble it.
    """
    found = RULES.get(ident)
    if found is None:
        near = get_close_matches(ident, RULES, n=5, cutoff=0.0)
        msg = f"no time limit is called {ident!r}; nearest are: {', '.join(near)}"
        raise ValueError(msg)
    return found
