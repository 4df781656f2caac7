"""Time limits in words: every step with its source, in English, French and Dutch."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from importlib.resources import files
from typing import Any, Final

from rogatory.law.sources import Check
from rogatory.law.time_limits.calendars import BELGIUM, Closed, holiday_name
from rogatory.law.time_limits.deadline import Deadline, State, Step, What
from rogatory.law.time_limits.rules import Nature, Rule, Unit
from rogatory.law.wording.french import no_break
from rogatory.law.wording.language import Language

_WEEKEND: Final = (Closed.SATURDAY.value, Closed.SUNDAY.value)
"""That a Saturday is a Saturday is not said twice."""
WORDS: Final[Mapping[str, Any]] = tomllib.loads(
    files("rogatory.law.time_limits").joinpath("data", "words.toml").read_text(encoding="utf-8")
)
"""The words by section, key and language."""


def word(section: str, key: str, lang: Language) -> str:
    """What `key` is called."""
    return str(WORDS[section][key][lang.value])


def day_said(day: date | datetime, lang: Language, *, plain: bool = False) -> str:
    """A day with its weekday (without it if `plain`); of a moment also hour and minute, as its zone counts them.

    >>> day_said(date(2026, 12, 28), Language.EN), day_said(date(2026, 5, 1), Language.FR)
    ('Monday 28 December 2026', 'vendredi 1er mai 2026')
    """
    weekday = WORDS["weekdays"][lang.value].split()[day.weekday()]
    month = WORDS["months"][lang.value].split()[day.month - 1]
    number = "1er" if day.day == 1 and lang is Language.FR else str(day.day)
    hour = f", {day:%H:%M}" if isinstance(day, datetime) else ""
    return ("" if plain else f"{weekday} ") + f"{number} {month} {day.year}{hour}"


def period_said(rule: Rule, lang: Language) -> str:
    """The length of a period.

    >>> from rogatory.law.time_limits.rules import rule
    >>> period_said(rule("echr-application"), Language.NL), period_said(rule("be-21bis-decision-mini"), Language.FR)
    ('4 maanden', 'un mois')
    """
    if not rule.n:
        return word("unit-none", Unit.DAYS.value, lang)
    return word("unit-one" if rule.n == 1 else "unit", rule.unit.value, lang).format(n=rule.n)


def rule_said(rule: Rule, lang: Language) -> str:
    """What a rule says, in one sentence."""
    form = "rule-back" if rule.before else "rule-bar" if rule.nature is Nature.BAR else "rule"
    return _finished(
        word("step", form, lang).format(
            says=rule.says[lang.value], period=period_said(rule, lang), starts=word("starts", rule.starts, lang)
        ),
        lang,
    )


def state_said(state: State, lang: Language) -> str:
    """How a limit stands."""
    return word("state", state.value, lang)


def explain(deadline: Deadline, lang: Language) -> tuple[str, ...]:
    """A limit line by line: each step with its source in brackets, then the last day, then how far it was checked."""
    lines = [_line(step, deadline, lang) for step in deadline.steps]
    lines.append(_result(deadline, lang))
    rule = deadline.rule
    worst = max((rule.check, rule.reckoning.check), key=list(Check).index)
    if worst is not Check.VERIFIED:
        lines.append(word("check", worst.value, lang))
    return tuple(lines)


def _line(step: Step, deadline: Deadline, lang: Language) -> str:
    rule = deadline.rule
    if step.what is What.RULE:
        said = rule_said(rule, lang)
    else:
        key = "event-back" if step.what is What.EVENT and rule.before else step.what.value
        said = word("step", key, lang).format(
            on=day_said(step.on, lang, plain=step.word in _WEEKEND) if step.on else "",
            to=day_said(step.to, lang) if step.to else "",
            n=step.n,
            word=_word(step, deadline, lang),
            by=word("by", rule.extension.by, lang) if rule.extension else "",
        )
        said = said[:1].upper() + said[1:]
    return _finished(said + (f" [{step.source}]" if step.source else ""), lang)


def _word(step: Step, deadline: Deadline, lang: Language) -> str:
    if step.what in (What.CLOSED, What.NOT_MOVED):
        named = ""
        if step.word == Closed.HOLIDAY.value and deadline.calendar is BELGIUM and step.on is not None:
            named = holiday_name(step.on, lang.value)
        return word("closed", step.word, lang) + (f" ({named})" if named else "")
    known = WORDS["ground"].get(step.word)
    return str(known[lang.value]) if known else step.word


def _result(deadline: Deadline, lang: Language) -> str:
    if deadline.last_day is None:
        said = word("result", "none", lang).format(word=word("state", deadline.standing.value, lang))
    else:
        said = word("result", "last-day", lang).format(to=day_said(deadline.last_moment or deadline.last_day, lang))
    return _finished(said, lang)


def _finished(text: str, lang: Language) -> str:
    """The text as its language asks: in French the article melts into *de*, and no line breaks before high signs."""
    if lang is not Language.FR:
        return text
    for apart, melted in (("de le ", "du "), ("de un", "d'un")):
        text = text.replace(f" {apart}", f" {melted}")
    return no_break(text)
