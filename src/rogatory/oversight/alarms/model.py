"""An alarm, and what the rules are told: plain facts, looked up by whoever keeps them."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Alarm:
    """Something that somebody should look at.

    Attributes:
        rule: Name of the rule, as in `rules.toml`.
        about: What it is about, in words of the code: the same for as long as it is the same matter.
        since: Day since which the rule is fulfilled.
        facts: What it rests on, each with its name; enough to see why it rings.
        cases: Cases it is about; empty: none.
        entries: Numbers of the journal's entries it rests on; empty: of none.
    """

    rule: str
    about: tuple[str, ...]
    since: date
    facts: tuple[tuple[str, str], ...]
    cases: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()

    @cached_property
    def key(self) -> str:
        """Its name: it says which rule, and of nobody whom it is about."""
        return f"{self.rule}-{_digest([self.rule, *self.about])[:12]}"

    @cached_property
    def digest(self) -> str:
        """Names what it rests on: who acknowledged it saw this, and nothing that came later."""
        return _digest([self.since.isoformat(), *map(list, self.facts), list(self.cases), list(self.entries)])


def _digest(told: list[Any]) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


RULES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    tomllib.loads(files("rogatory.oversight.alarms").joinpath("rules.toml").read_text("utf-8"))
)
"""The rules with their parameters, as they stand in `rules.toml`."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its case, who asks, for what kind, and the day it was registered."""

    case: str
    state: str
    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class Pair:
    """A request that names somebody, or is made in a matter, of an earlier one that was refused.

    Attributes:
        later: The later request.
        earlier: Number of the earlier case; a link of the later case where the earlier one is known from a register.
        state: State that made the earlier one; empty: not known.
        refused: Day it was refused; None: not known.
        how: How they were found to belong together: `named`, `letter`, `person`, `proceeding` or `path`.
    """

    later: Request
    earlier: str
    state: str
    refused: date | None
    how: str


@dataclass(frozen=True, slots=True)
class Readings:
    """Cases one account opened and did nothing in, or attempts of one account that were barred.

    Attributes:
        account: Something that stands for the account and tells nobody who it is.
        roles: Roles it holds.
        cases: The cases.
        entries: Numbers of the entries.
        first: Day of the first of them.
    """

    account: str
    roles: frozenset[str]
    cases: tuple[str, ...]
    entries: tuple[int, ...]
    first: date


@dataclass(frozen=True, slots=True)
class Late:
    """A time limit of an authority that is over: its case, rule, whom it binds and last day (inclusive)."""

    case: str
    rule: str
    by: str
    last: date


@dataclass(frozen=True, slots=True)
class Departed:
    """A departure from a ruling: its case, entry, the role in which it was taken, the act and the day."""

    case: str
    entry: int
    role: str
    act: str
    on: date


@dataclass(frozen=True, slots=True)
class JournalStands:
    """How the journal stands.

    Attributes:
        closed: Why nothing may be appended; empty: all is well.
        unwitnessed: Moment of the oldest entry that the witnesses the policy asks for have not signed; None: none.
        audited: Moment of the last audit; None: there was none.
        begun: Moment of the first entry; None: there is none.
        damages: How many damages the last audit found.
    """

    closed: str = ""
    unwitnessed: datetime | None = None
    audited: datetime | None = None
    begun: datetime | None = None
    damages: int = 0
