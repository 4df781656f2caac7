"""The examination: the questions that still matter, the one in focus, and what an answer would change."""

from dataclasses import dataclass

from rogatory.casefile.model import CaseFile
from rogatory.examination.difference import difference
from rogatory.examination.questionnaire import ToAnswer, questionnaire
from rogatory.examination.supposing import SupposedError, suppose, supposed
from rogatory.law.conditions import atoms
from rogatory.law.grades import Grade
from rogatory.law.ruling import Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import act_title, english_only, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask, clause, role_note
from rogatory.law.wording.terms import term
from rogatory.registry.desk.rows.standing import Standing, banner, row, rulings
from rogatory.registry.states.on_record import as_judged

MOST_SOURCES = 5
"""Norms shown beside the question in focus."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that still matters, for a list.

    Attributes:
        key: Names it in the address: question, role and person.
        question: Identifier of the question.
        against: Risk it is asked of; empty: none.
        person: Identifier of the person it is about; empty: nobody in particular.
        text: The question as a sentence.
        clause: What a yes affirms, short.
        help: When to answer what.
        decides: Answers that settle a ruling alone: the answer, the verdict in words, and the act.
        why: What made it live; empty: the law always asks it.
        matters: To how many rulings it matters.
        duty: Whether a duty to inquire waits for it.
        where: How hard it is to answer, in words.
        here: Whether it is in focus.
    """

    key: str
    question: str
    against: str
    person: str
    text: str
    clause: str
    help: str
    decides: tuple[tuple[str, str, str], ...]
    why: str
    matters: int
    duty: bool
    where: str
    here: bool

    @property
    def query(self) -> str:
        """The question in the address of the act that answers it."""
        return f"question={self.question}&against={self.against}&about={self.person}"


def questions(found: Standing, language: Language, focus: str = "") -> list[QuestionRow]:
    """The questions that still matter, in the order to ask them; the one called `focus`, else the first, in focus."""
    keys = [_key(item) for item in found.questions]
    here = focus if focus in keys else keys[0] if keys else ""
    return [_question(item, language, here=key == here) for key, item in zip(keys, found.questions, strict=True)]


def _key(item: ToAnswer) -> str:
    return f"{item.question.slot}:{item.question.person}"


def _question(item: ToAnswer, language: Language, *, here: bool) -> QuestionRow:
    slot, _, against = item.question.slot.partition("@")
    plain = VOCABULARY[slot]
    asked = plain.against(against) if against else plain
    risk = f" ({role_note(against, language)})" if against else ""
    why = item.question.why
    return QuestionRow(
        key=_key(item),
        question=slot,
        against=against,
        person=item.question.person,
        text=ask(asked, language),
        clause=clause(asked, language) + risk,
        help=asked.help,
        decides=tuple(dict.fromkeys((d.answer, d.verdict, d.act) for d in item.decides)),
        why=why if not why or language is Language.EN else english_only(why, language),
        matters=len(item.matters_to),
        duty=item.duty,
        where=term(asked.cost, language),
        here=here,
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A norm that waits for the question in focus: what it says, and its sources."""

    norm: str
    says: str
    cite: str


def waiting_norms(found: Standing, row_: QuestionRow, language: Language) -> list[Cited]:
    """The norms that wait for the answer to a question."""
    slot = f"{row_.question}@{row_.against}" if row_.against else row_.question
    told: dict[str, Cited] = {}
    for shown in found.rows:
        for state in shown.ruling.leading():
            norm = state.norm
            conditions = (
                norm.when,
                *(u.when for u in norm.unless),
                *(() if norm.fulfilled is None else (norm.fulfilled,)),
            )
            if (state.code == 1 or state.duty_open) and any(slot == a.slot for c in conditions for a in atoms(c)):
                told.setdefault(norm.id, Cited(norm.id, say_norm(norm, language), str(norm.source.cites[0])))
    return list(told.values())[:MOST_SOURCES]


@dataclass(frozen=True, slots=True)
class Change:
    """What an answer would change for one act: the verdict before and after, by name, and what it would rest on."""

    title: str
    object: str
    before: str
    after: str
    because: str
    cite: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an answer would change, were it recorded.

    Attributes:
        answer: The answer, in words.
        banner: The ruling in one sentence as it would be.
        changes: The acts whose verdict would be another.
        settled: How many questions would no longer matter.
        raised: Questions that would matter and do not now.
        left: How many questions would be left.
    """

    answer: str
    banner: str
    changes: tuple[Change, ...]
    settled: int
    raised: tuple[str, ...]
    left: int


def preview(found: Standing, slot: str, about: str, answer: str, grade: str, language: Language) -> Preview | None:
    """What the answer would change; None if it cannot be supposed.

    Args:
        found: How the case stands.
        slot: The question, with its role.
        about: Identifier of what it is about; empty: every object of the kind.
        answer: A value, several with commas, a number, a day, or `unknown`.
        grade: How far it is shown.
        language: Language.
    """
    case = as_judged(found.dossier, found.on)
    try:
        told = supposed(case, f"{slot}={answer}", about=about, grade=Grade.named(grade or "established"))
        after = _seen(found, rulings(suppose(case, told), found.on))
    except (SupposedError, ValueError, KeyError):
        return None
    before = _seen(found, rulings(case, found.on))
    changed = suppose(case, told)
    asked_before, asked_after = questionnaire(before), questionnaire(after)
    slots = {_key(item) for item in asked_before}
    return Preview(
        answer=answer,
        banner=banner([row(changed, r, language) for r in after], len(asked_after), language),
        changes=tuple(_changes(changed, before, after, language)),
        settled=len(slots - {_key(item) for item in asked_after}),
        raised=tuple(
            clause(VOCABULARY[q.question.slot.partition("@")[0]], language)
            for q in asked_after if _key(q) not in slots
        ),
        left=len(asked_after),
    )  # fmt: skip


def _seen(found: Standing, made: tuple[Ruling, ...]) -> list[Ruling]:
    return [found.seen.told(r) for r in made if found.seen.sees_ruling(r.act, r.object)]


def _changes(case: CaseFile, before: list[Ruling], after: list[Ruling], language: Language) -> list[Change]:
    there = {(r.act.id, r.object): r for r in after}
    found = []
    for ruling in before:
        other = there.get((ruling.act.id, ruling.object))
        if other is None or not difference(ruling, other).verdict_changed:
            continue
        shown = row(case, other, language)
        because = "; ".join(shown.facts) or shown.because
        found.append(
            Change(act_title(ruling.act, language), shown.object, ruling.verdict.name, other.verdict.name, because,
                   shown.cite)
        )  # fmt: skip
    return found
