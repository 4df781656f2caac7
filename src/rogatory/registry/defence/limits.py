"""The time limits a reader of this door is told of: what they can do and until when, and what others must do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rogatory.law.time_limits.deadline import Deadline, Standing, State
from rogatory.law.time_limits.rules import Nature
from rogatory.law.time_limits.wording import explain
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.limits import limits_of
from rogatory.registry.defence.course import remedy_word
from rogatory.registry.defence.opening import Opened
from rogatory.registry.defence.wording import day, law_language, say
from rogatory.registry.desk.rows.limits import moment
from rogatory.remedies.deadlines import Limit

SAID: Mapping[str, str] = MappingProxyType(
    {
        "be-135-appeal": "higher",
        "be-1874-exequatur-appeal": "higher",
        "be-21bis-recourse": "higher",
        "be-28sexies-recourse": "higher",
        "be-61quater-appeal": "higher",
        "be-61ter-recourse": "higher",
        "be-eaw-appeal": "higher",
        "be-423-cassation": "cassation",
        "be-eaw-cassation": "cassation",
        "be-429-memorial": "memorial",
        "be-eaw-cassation-memorial": "memorial",
        "echr-application": "strasbourg",
        "be-2004-third-party-opposition": "oppose",
        "eio-third-party-opposition": "oppose",
        "be-council-of-state-annulment": "annul",
        "be-dpa-appeal": "data_court",
        "be-21bis-repeat": "again",
        "be-28sexies-repeat": "again",
        "be-61quater-repeat": "again",
        "be-61ter-repeat": "again",
        "be-21bis-decision": "decides",
        "be-28sexies-decision": "decides",
        "be-61quater-decision": "decides",
        "be-61ter-decision": "decides",
        "be-21bis-notice": "told",
        "be-28sexies-notice": "told",
        "be-61quater-notice": "told",
        "be-61ter-notice": "told",
        "be-21bis-chamber": "court",
        "be-28sexies-chamber": "court",
        "be-61quater-chamber": "court",
        "be-61ter-chamber": "court",
        "be-eaw-appeal-ruling": "court",
        "be-eaw-cassation-ruling": "court",
        "be-61quater-appeal-prosecutor": "prosecutor",
        "be-eaw-appeal-prosecutor": "prosecutor",
        "ccf-admissibility": "ccf_first",
        "ccf-decision-notice": "ccf_told",
        "led-authority-silence": "data_answer",
    }
)
"""How the words of this door call what is to be done, by rule; of another rule they say that it is to be done."""


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A time limit in words: what, about what, until when, and how that day was counted, line by line."""

    title: str
    about: str
    until: str
    steps: tuple[str, ...]


def rows(found: Opened) -> tuple[list[LimitRow], list[LimitRow]]:
    """The time limits of a case that the reader is told of and that were not met, the nearest first.

    Returns:
        What the own persons can do, and what others must do for them. How each was counted is worded in a language of
        the law.
    """
    open_ = [one for one in own(found.dossier, found.persons) if one.done is None]
    open_.sort(key=lambda one: (one.deadline.last_day or date.max, one.ident))
    told = [(bool(one.person), _row(one, found)) for one in open_]
    return [row for mine, row in told if mine], [row for mine, row in told if not mine]


def own(dossier: Dossier, persons: frozenset[str]) -> list[Limit]:
    """The time limits that persons are told of, each once; the case as they may be told of it."""
    return list({one.ident: one for person in sorted(persons) for one in limits_of(dossier, person)}.values())


def _row(one: Limit, found: Opened) -> LimitRow:
    language, remedy = found.language, found.dossier.challenges.remedies.get(one.about)
    return LimitRow(
        say(f"limit.{SAID.get(one.deadline.rule.id, 'other')}", language),
        say("case.limit_about", language, kind=remedy_word(remedy, language)) if remedy else "",
        until(one.deadline, found.on, language),
        explain(one.deadline, law_language(language)),
    )


def until(deadline: Deadline, on: date, language: str) -> str:
    """Until when, on the day `on`, in the words of this door; or why no time runs."""
    state, left = deadline.state(moment(on)), deadline.days_left(on)
    if deadline.standing is Standing.SUSPENDED:
        return say("case.limit_suspended", language)
    if state is State.NOT_SERVED:
        return say("case.limit_not", language)
    if deadline.last_day is None or left is None:
        return say("case.limit_unsure", language)
    told = day(deadline.last_moment or deadline.last_day)
    if deadline.rule.nature is Nature.BAR:
        return say("case.limit_from", language, day=told)
    return f"{say('case.limit_until', language, day=told)} ({_left(deadline, state, left, language)})"


def _left(deadline: Deadline, state: State, left: int, language: str) -> str:
    over = state in (State.OVER, State.UNCLEAR)
    if over and deadline.rule.nature in (Nature.DUTY, Nature.LIBERTY):
        return say("case.limit_late", language)
    if over:
        return say("case.limit_over" if state is State.OVER else "case.limit_unclear", language)
    return say("case.limit_last", language) if left <= 0 else say("case.limit_left", language, days=left)
