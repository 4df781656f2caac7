"""How the check of a notice stands: each part answered, by whom and on which day, or open, and what it waits for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rogatory.examination.notices.parts import PARTS, Part, PartRule, questions_of
from rogatory.law.questions import Kind


@dataclass(frozen=True, slots=True)
class Answer:
    """That somebody answered a question of the check; what was answered, the law weighs, and nothing here.

    Attributes:
        question: Identifier of the question.
        about: The person it is about, by identifier; empty: everybody, or the request.
        by: Account of whoever answered.
        on: Day.
        entry: Number of the entry.
    """

    question: str
    about: str
    by: str
    on: date
    entry: int


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody looked outside the file: whether the notice is in force, or at the warrant.

    Attributes:
        part: The part it is for.
        by: Account.
        on: Day.
        entry: Number of the entry.
        until: Last day the notice is in force (inclusive); None: no end was found.
    """

    part: Part
    by: str
    on: date
    entry: int
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody has said of a notice.

    Attributes:
        kind: Kind of the request.
        persons: Whom it is about, by identifier.
        answers: The answers that stand; one that was withdrawn, or says that nobody knows, is none.
        looks: What was looked at outside the file, in order.
        changed: Number of the last entry by which the notice was changed; -1: never. What was said before is of the
            notice as it was.
    """

    kind: str
    persons: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    looks: tuple[Look, ...] = ()
    changed: int = -1


@dataclass(frozen=True, slots=True)
class PartLine:
    """How a part stands.

    Attributes:
        rule: The part.
        waits: Questions without an answer, each with the person it is about (empty: the request).
        unseen: Whether somebody must still look outside the file, or look again.
        answers: The answers it has.
        look: What was looked at last; None: nothing.
    """

    rule: PartRule
    waits: tuple[tuple[str, str], ...]
    unseen: bool
    answers: tuple[Answer, ...]
    look: Look | None

    @property
    def is_open(self) -> bool:
        """Whether somebody must still answer it."""
        return bool(self.waits) or self.unseen

    @property
    def by(self) -> tuple[str, ...]:
        """Accounts of those who answered it, each once."""
        return tuple(dict.fromkeys([*(a.by for a in self.answers), *((self.look.by,) if self.look else ())]))

    @property
    def on(self) -> date | None:
        """Day of the last answer; None: there is none."""
        return max([*(a.on for a in self.answers), *((self.look.on,) if self.look else ())], default=None)


def check(known: Known, on: date) -> tuple[PartLine, ...]:
    """How each part of the check stands on a day.

    Args:
        known: What was said of the notice.
        on: The day.
    """
    return tuple(_line(rule, known, on) for rule in PARTS.values())


def _line(rule: PartRule, known: Known, on: date) -> PartLine:
    told = [a for a in known.answers if a.entry > known.changed]
    waits: list[tuple[str, str]] = []
    given: list[Answer] = []
    for question in questions_of(rule, known.kind):
        persons: Sequence[str] = known.persons if question.of is Kind.PERSON else ("",)
        for person in persons or ("",):
            found = _given(told, question.id, person)
            if found is None:
                waits.append((question.id, person))
            elif found not in given:
                given.append(found)
    looks = [k for k in known.looks if k.part is rule.part and k.entry > known.changed]
    look = looks[-1] if looks else None
    over = look is None or (look.until is not None and look.until < on)
    return PartLine(rule, tuple(waits), rule.looked and over, tuple(given), look)


def _given(told: Iterable[Answer], question: str, person: str) -> Answer | None:
    """The last answer to a question about a person."""
    found = [a for a in told if a.question == question and a.about in ("", person)]
    return max(found, key=lambda a: a.entry, default=None)


def open_parts(known: Known, on: date, person: str = "") -> tuple[Part, ...]:
    """The parts of the check that are open on a day, for one person where one is named.

    Args:
        known: What was said of the notice.
        on: The day.
        person: Identifier; empty: everybody.
    """
    return tuple(
        line.rule.part
        for line in check(known, on)
        if line.unseen or any(person in ("", about) or not about for _question, about in line.waits)
    )
