"""Evidence: what is on file for each question, read in two rails.

*Shown* and *excluded* are kept apart. Neither: unknown. Both: the evidence conflicts; it then counts for protection
and against release, and a human is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from rogatory.law.conditions import Atom, Op
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Question, Side


@dataclass(frozen=True, slots=True)
class Answer:
    """One finding, reduced to what the engine reads.

    Attributes:
        finding: Identifier of the finding in the case.
        values: Values affirmed; for SOME_OF the complete list; empty when a number or day is given or it is unknown.
        grade: Grade to which it is shown.
        number: For NUMBER.
        day: For DAY.
        unknown: The question was raised and could not be answered: it is live, and open.
        as_of: Day of the material it rests on; ageing runs from here. None: does not age.
        why: What raised the question where nobody has answered it, as a clause; empty: the file does not say.
    """

    finding: str
    values: tuple[str, ...] = ()
    grade: Grade = Grade.ESTABLISHED
    number: int | None = None
    day: date | None = None
    unknown: bool = False
    as_of: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one question stands in a case, on a day.

    Attributes:
        shown: Grade reached by each value.
        excluded: Grade to which each value was excluded.
        numbers: Numbers answered; more than one different number is a conflict.
        days: Days answered.
        raised: Whether anything raises the question: any finding beyond a bare allegation, or an explicit unknown.
        findings: Identifiers of the findings read, in order.
        aged: Identifiers of findings that have aged out and no longer clear.
        why: What raised the question where nobody has answered it, as a clause; empty: the file does not say.
    """

    shown: Mapping[str, Grade] = field(default_factory=dict)
    excluded: Mapping[str, Grade] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    raised: bool = False
    findings: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    why: str = ""


NOTHING = Standing()
"""Nothing on file."""

Rails = tuple[bool, bool]
"""Shown, excluded."""


@lru_cache(8192)
def stand(question: Question, answers: tuple[Answer, ...], on: date) -> Standing:
    """Read the answers to one question, as of the day `on`."""
    shown: dict[str, Grade] = {}
    excluded: dict[str, Grade] = {}
    aged: list[str] = []
    live = [a for a in answers if not _aged(question, a, on, aged)]
    for answer in live:
        for value in answer.values:
            shown[value] = max(shown.get(value, Grade.NONE), answer.grade)
        # Only an established answer excludes the others: substantial grounds for one do not disprove the rest.
        if answer.values and answer.grade is Grade.ESTABLISHED:
            for value in question.values:
                if value not in answer.values:
                    excluded[value] = Grade.ESTABLISHED
    return Standing(
        shown=shown,
        excluded=excluded,
        numbers=tuple(dict.fromkeys(a.number for a in live if a.number is not None)),
        days=tuple(dict.fromkeys(a.day for a in live if a.day is not None)),
        raised=bool(aged) or any(a.unknown or a.number is not None or a.day or a.grade > Grade.ALLEGED for a in live),
        findings=tuple(a.finding for a in answers),
        aged=tuple(aged),
        why="; ".join(dict.fromkeys(a.why for a in live if a.why)),
    )


def read(atom: Atom, standing: Standing, on: date) -> Rails:
    """Whether the atom is shown, and whether it is excluded, on what is on file and nothing else."""
    match atom.op:
        case Op.IS:
            shown = any(standing.shown.get(v, Grade.NONE) >= atom.grade for v in atom.values)
            return shown, all(standing.excluded.get(v, Grade.NONE) is Grade.ESTABLISHED for v in atom.values)
        case Op.AT_LEAST:
            return (
                any(n >= atom.number for n in standing.numbers),
                any(n < atom.number for n in standing.numbers),
            )
        case Op.DAYS_PASSED:
            ends = [d + timedelta(days=atom.number) for d in standing.days]
            return any(e <= on for e in ends), any(e > on for e in ends)


def presumed(question: Question) -> Standing:
    """The standing a question takes while nothing raises it; unknown if it has no presumption."""
    if question.presumed is None:
        return NOTHING
    return stand(question, (Answer(finding="", values=(question.presumed,)),), date.min)


def lapses_on(question: Question, values: tuple[str, ...], as_of: date | None) -> date | None:
    """The first day on which an answer that clears is too old to clear; None: it protects, or does not age.

    Args:
        question: The question.
        values: The values affirmed.
        as_of: Day of the material it rests on; None: not said, and the answer does not age.
    """
    if question.renew_after is None or as_of is None or question.form is not Form.YES_NO:
        return None
    clears = "no" if question.side is Side.PROTECTS else "yes"
    return as_of + timedelta(days=question.renew_after + 1) if clears in values else None


def _aged(question: Question, answer: Answer, on: date, aged: list[str]) -> bool:
    """Whether an answer that clears is too old to clear; protecting answers never age."""
    lapses = lapses_on(question, answer.values, answer.as_of)
    if lapses is None or on < lapses:
        return False
    aged.append(answer.finding)
    return True
