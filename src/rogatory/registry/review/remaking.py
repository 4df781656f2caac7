"""Making the copies of the review anew from the journal, or comparing them with what the journal makes of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rogatory.office.filing import ANSWER_ITEM, LOOK_AT_ITEM, REDACT_ITEM, TAINT_ITEM
from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.seizures import seizures_of
from rogatory.office.review.folded import review_of
from rogatory.registry.review import copies
from rogatory.registry.review.models import AnswerCopy, MarkCopy, ObjectionCopy, SeizureCopy

Rows = Mapping[Any, Any]


def remake(case: str, entries: Sequence[Entry], reviews: Mapping[str, Sequence[Entry]]) -> None:
    """Make every copy of the seizures of a case anew.

    Args:
        case: Number of the case.
        entries: Its entries.
        reviews: By what each seizure is called, the entries of its own stream.
    """
    copies.forget(case)
    copies.copy_seizures(case, entries)
    for row in SeizureCopy.objects.filter(case=case):
        for entry in reviews[row.ident]:
            copies.take(row, entry)


def names(entries: Iterable[Entry]) -> list[str]:
    """What the seizures of a case are called."""
    return [*seizures_of(entries)]


def differing(
    case: str, entries: Sequence[Entry], reviews: Mapping[str, Sequence[Entry]]
) -> Iterator[tuple[str, object, object]]:
    """What of the copies is not what the journal makes of it: in words, as it is, and as it should be."""
    made = {ident: copies.plain(seized) for ident, seized in seizures_of(entries).items()}
    rows = {row.ident: row for row in SeizureCopy.objects.filter(case=case)}
    stored = {ident: row.told for ident, row in rows.items()}
    if stored != made:
        yield "seizures", stored, made
    for ident in made.keys() & rows.keys():
        there, should = _stored(rows[ident]), _made(reviews[ident])
        for what in should:
            if there[what] != should[what]:
                yield f"{what} of {ident}", there[what], should[what]


def _stored(row: SeizureCopy) -> dict[str, Rows]:
    answers = AnswerCopy.objects.filter(seizure=row)
    marks, objections = MarkCopy.objects.filter(seizure=row), ObjectionCopy.objects.filter(seizure=row)
    return {
        "counts": {"answers": row.answers, "objections": row.objections, "head": row.head},
        "answers": {(a.item, a.asked): tuple(getattr(a, name) for name in copies.ANSWER) for a in answers},
        "marks": {(m.item, m.what): m.entry for m in marks},
        "objections": {(o.number, o.item): (o.entry, o.person, o.decided, o.upheld) for o in objections},
    }


def _made(entries: Sequence[Entry]) -> dict[str, Rows]:
    review = review_of(entries)
    answers: dict[tuple[str, str], dict[str, Any]] = {}
    marks: dict[tuple[str, str], int] = {}
    for entry in entries:
        told, items = entry.fields, entry.fields.get("items", ())
        if entry.act == ANSWER_ITEM.id:
            asked = told["answers"]["asked"]
            for item in items:
                answers[item, asked] = copies.answer_after(answers.get((item, asked)), item, entry)
        elif entry.act in (LOOK_AT_ITEM.id, TAINT_ITEM.id, REDACT_ITEM.id):
            marks |= dict.fromkeys(copies.marks_of(entry), entry.seq)
    objections: dict[tuple[int, str], tuple[int, str, int | None, bool]] = {}
    for one in review.objections.values():
        objections |= dict.fromkeys(((one.number, item) for item in one.items), (one.entry, one.person, None, False))
        for ruled in one.decided:
            told_ = (one.entry, one.person, ruled.entry, ruled.upheld)
            objections |= dict.fromkeys(((one.number, item) for item in ruled.items), told_)
    head = next((e.seq for e in reversed(entries) if e.act in copies.CHANGING), -1)
    counts = {"answers": len(review.record.given), "objections": len(review.objections), "head": head}
    rows = {key: tuple(told[name] for name in copies.ANSWER) for key, told in answers.items()}
    return {"counts": counts, "answers": rows, "marks": marks, "objections": objections}
