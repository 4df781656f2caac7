"""Allegations as plain rows, in words: for the pages of the office, of the defence, and for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rogatory.examination.inquiries.allegations import Allegation
from rogatory.examination.inquiries.steps import STEPS
from rogatory.examination.inquiries.wording import word
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.seen.inquiries_seen import InquirySeen, inquiries_seen
from rogatory.office.seen.portion import Portion
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step: what is asked, how it stands (word and value), its source, its day, and what was written of it."""

    step: str
    says: str
    state: str
    word: str
    source: str
    basis: str
    check: str
    on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of an effective investigation, how it stands, its source, and the steps still open for it."""

    criterion: str
    says: str
    state: str
    word: str
    source: str
    check: str
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """An allegation in words.

    Attributes:
        seen: The allegation as it is seen.
        person: The person concerned by name; empty: whoever the proceedings are about.
        origin: Who lodged it.
        standing: Where it stands.
        methods: The methods alleged.
        concerns: The measures it concerns, in words; empty: the whole request.
        leads: Who leads the inquiry, by name; empty: nobody.
        steps: Its steps.
        criteria: What makes it effective, criterion by criterion.
        next: What must be done next, by which day, days left (below 0: late); None: nothing.
        ended: How far it was shown, or that it was refused; empty: it has not ended.
    """

    seen: InquirySeen
    person: str
    origin: str
    standing: str
    methods: tuple[str, ...]
    concerns: tuple[str, ...]
    leads: str
    steps: tuple[StepRow, ...]
    criteria: tuple[CriterionRow, ...]
    next: tuple[str, date, int] | None
    ended: str

    @property
    def one(self) -> Allegation:
        """The allegation."""
        return self.seen.allegation


def rows(
    dossier: Dossier,
    seen: Portion,
    held: Iterable[Mandate],
    at: date | datetime,
    language: str,
    names: Mapping[str, str] | None = None,
) -> list[InquiryRow]:
    """The allegations of a case that somebody sees, those that are open first, the oldest first.

    Args:
        dossier: The case.
        seen: What of it is seen.
        held: The mandates of the reader that hold for the case today.
        at: The moment, or the day, as of which they stand.
        language: Language of the words: en, fr, nl or ru.
        names: Names of accounts, where officials are named; None: they are not.
    """
    found = [_row(one, seen, at, language, names or {}) for one in inquiries_seen(dossier, seen, held, at)]
    return sorted(found, key=lambda row: (not row.one.standing.is_open, row.one.entry))


def open_ones(dossier: Dossier, seen: Portion) -> int:
    """How many allegations are open, for whoever sees the whole file; 0 for others."""
    return sum(a.standing.is_open for a in allegations_of(dossier).values()) if seen.sight is Sight.FILE else 0


def _row(one: InquirySeen, seen: Portion, at: date | datetime, language: str, names: Mapping[str, str]) -> InquiryRow:
    allegation, end = one.allegation, one.allegation.conclusion
    today = at.date() if isinstance(at, datetime) else at
    due = one.next_limit
    last = due.deadline.last_day if due else None
    measures = {m.id: m.text or m.type for m in seen.case.measures}
    return InquiryRow(
        seen=one,
        person=next((p.name for p in seen.case.persons if p.id == allegation.person), allegation.person),
        origin=word(allegation.origin, language),
        standing=word(allegation.standing, language),
        methods=tuple(word(m, language) for m in allegation.methods),
        concerns=tuple(measures.get(m, m) for m in allegation.concerns),
        leads=names.get(allegation.leads, ""),
        steps=_steps(one, language),
        criteria=tuple(
            CriterionRow(
                line.rule.criterion.value, line.rule.says[language], line.state.value, word(line.state, language),
                str(line.rule.source), line.rule.check.value, tuple(STEPS[s].says[language] for s in line.open),
            )
            for line in one.criteria
        ),
        next=(_asked(due.deadline.rule.says, language), last, (last - today).days) if due and last else None,
        ended="" if end is None else word(allegation.standing if end.grade is None else end.grade, language),
    )  # fmt: skip


def _asked(says: Mapping[str, str], language: str) -> str:
    """What a time limit asks; in a language the rules are not worded in, nothing."""
    return says.get(language, "")


def _steps(one: InquirySeen, language: str) -> tuple[StepRow, ...]:
    settled = one.allegation.settled()
    return tuple(
        StepRow(
            line.rule.step.value, line.rule.says[language], line.state.value, word(line.state, language),
            str(line.rule.source), line.rule.basis.value, line.rule.check.value,
            settled[line.rule.step].on if line.rule.step in settled else None,
            one.said.get(line.entry, "") if line.entry is not None else "",
        )
        for line in one.steps
    )  # fmt: skip
