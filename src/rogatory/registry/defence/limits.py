"""The time limits a reader of this door is told of: one place, for the page of the case and for the calendar feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rogatory.law.time_limits.deadline import Deadline, State
from rogatory.law.time_limits.wording import explain
from rogatory.office.dossier import Dossier
from rogatory.registry.defence.wording import day, law_language, say


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that runs for a person, or has not begun to.

    Attributes:
        name: Its lasting name in the case, as `limit-12`; opaque.
        title: What can be done until then, by language (en, fr, nl, ru).
        deadline: The time limit as computed, with its steps.
    """

    name: str
    title: dict[str, str]
    deadline: Deadline


def limits(dossier: Dossier, persons: Iterable[str], on: date) -> tuple[Limit, ...]:
    """The time limits of a case that run for these persons on the day `on`, the nearest first; none is computed yet."""
    return ()


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A time limit in words: what can be done, until when, and how that day was counted, line by line."""

    title: str
    until: str
    steps: tuple[str, ...]


def rows(found: Iterable[Limit], on: date, language: str) -> list[LimitRow]:
    """Time limits in the words of this door; how they were counted in a language of the law."""
    law = law_language(language)
    return [
        LimitRow(one.title[language], _until(one.deadline, on, language), explain(one.deadline, law)) for one in found
    ]


def _until(deadline: Deadline, on: date, language: str) -> str:
    state, left = deadline.state(on), deadline.days_left(on)
    if state is State.NOT_SERVED:
        return say("case.limit_not", language)
    if deadline.last_day is None or left is None:
        return say("case.limit_unsure", language)
    last = say("case.limit_until", language, day=day(deadline.last_moment or deadline.last_day))
    if state is State.OVER:
        return f"{last} ({say('case.limit_over', language)})"
    more = say("case.limit_last", language) if left <= 0 else say("case.limit_left", language, days=left)
    return f"{last} ({more})"
