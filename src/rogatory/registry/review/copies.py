"""Keeping the copies of the review: made of entries, in the transaction that writes them, and read for one item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from rogatory.law.acts import Role
from rogatory.material.questions import ASKED, Asked, Given, Together, counting, sifted_by
from rogatory.material.second import drawn
from rogatory.material.wall import Sifted
from rogatory.office.filing import (
    ANSWER_ITEM,
    DECIDE_OBJECTION,
    LOOK_AT_ITEM,
    OBJECT_TO_ITEM,
    OPEN_ITEM,
    REDACT_ITEM,
    REVIEW,
    TAINT_ITEM,
)
from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.seizures import Inventory, Opened, Seized, seizures_of
from rogatory.office.review.folded import Objection
from rogatory.registry.review.models import AnswerCopy, MarkCopy, ObjectionCopy, SeizureCopy

LOOKED, ORIGIN, REDACTED = "looked", "origin", "redacted"
CHANGING = frozenset(REVIEW) - {OPEN_ITEM.id}
"""Acts that change a review: who reads changes nothing."""
ANSWER = ("number", "entry", "values", "role", "by", "together", "at", "persons", "second", "differs")
"""What a copy of an answer tells."""
_PIECE = 500
"""Items asked for at a time: a database takes only so many parameters."""
_UNTOLD = date.min
_UNTOLD_AT = datetime.min.replace(tzinfo=UTC)
"""Day of an answer and moment of an objection as the copies tell them: what is asked of them does not need it."""


def copy_seizures(case: str, entries: Iterable[Entry]) -> None:
    """Bring the copies of the seizures of a case up to its entries; what was done to their items is left alone."""
    there = dict(SeizureCopy.objects.filter(case=case).values_list("ident", "told"))
    for ident, seized in seizures_of(entries).items():
        if there.get(ident) != (told := plain(seized)):
            SeizureCopy.objects.update_or_create(case=case, ident=ident, defaults={"told": told})


def forget(case: str) -> None:
    """Drop the copies of the seizures of a case, with all that was done to their items."""
    SeizureCopy.objects.filter(case=case).delete()


def plain(seized: Seized) -> dict[str, Any]:
    """A seizure in plain values."""
    opened = seized.opened
    return {
        "root": seized.root, "entries": seized.entries, "files": seized.files, "bytes": seized.volume,
        "unreadable": seized.unreadable, "holder": seized.holder, "place": seized.place, "at": seized.at.isoformat(),
        "opened": opened and {"entry": opened.entry, "at": opened.at.isoformat(), "by": opened.by,
                              "present": opened.present, "ground": opened.ground},
        "inventories": [{"entry": one.entry, "person": one.person, "until": one.until.isoformat(),
                         "items": sorted(one.items)} for one in seized.inventories],
        "gone": list(seized.gone), "whole_gone": seized.whole_gone,
    }  # fmt: skip


def seized_of(row: SeizureCopy) -> Seized:
    """The seizure a copy tells of."""
    told = row.told
    opened = told["opened"]
    return Seized(
        row.ident, told["root"], told["entries"], told["files"], told["bytes"], told["unreadable"], told["holder"],
        told["place"], datetime.fromisoformat(told["at"]),
        opened and Opened(opened["entry"], datetime.fromisoformat(opened["at"]), opened["by"], opened["present"],
                          opened["ground"]),
        tuple(Inventory(one["entry"], one["person"], date.fromisoformat(one["until"]), frozenset(one["items"]))
              for one in told["inventories"]),
        tuple(told["gone"]), told["whole_gone"],
    )  # fmt: skip


def take(row: SeizureCopy, entry: Entry) -> None:
    """Bring the copies of a review up to one more entry of its stream."""
    told, items = entry.fields, entry.fields.get("items", ())
    if entry.act in CHANGING:
        row.head = entry.seq
        row.answers = told["answers"]["number"] if entry.act == ANSWER_ITEM.id else row.answers
        row.objections = told["number"] if entry.act == OBJECT_TO_ITEM.id else row.objections
        row.save(update_fields=["head", "answers", "objections"])
    match entry.act:
        case ANSWER_ITEM.id:
            asked = Asked(told["answers"]["asked"])
            before = {one.item: {name: getattr(one, name) for name in ANSWER} for one in _rows(row, items, asked)}
            AnswerCopy.objects.bulk_create(
                [AnswerCopy(seizure=row, item=item, **answer_after(before.get(item), item, entry)) for item in items],
                update_conflicts=True, unique_fields=["seizure", "item", "asked"], update_fields=ANSWER,
            )  # fmt: skip
        case OBJECT_TO_ITEM.id:
            ObjectionCopy.objects.bulk_create(
                ObjectionCopy(seizure=row, item=i, number=told["number"], entry=entry.seq, person=told["person"])
                for i in items
            )
        case DECIDE_OBJECTION.id:
            for some in _pieces(items):
                found = ObjectionCopy.objects.filter(seizure=row, number=told["decides"]["objection"], item__in=some)
                found.update(decided=entry.seq, upheld=told["decides"]["upheld"])
        case LOOK_AT_ITEM.id | TAINT_ITEM.id | REDACT_ITEM.id:
            MarkCopy.objects.bulk_create(
                [MarkCopy(seizure=row, item=item, what=what, entry=entry.seq) for item, what in marks_of(entry)],
                update_conflicts=True, unique_fields=["seizure", "item", "what"], update_fields=["entry"],
            )  # fmt: skip
        case _:
            pass


def answer_after(before: Mapping[str, Any] | None, item: str, entry: Entry) -> dict[str, Any]:
    """What the copy of the answer for an item holds after an entry.

    Args:
        before: What it held before; None: nothing was answered.
        item: The item.
        entry: The entry of an answer.
    """
    told = entry.fields["answers"]
    given = {
        "number": told["number"], "entry": entry.seq, "values": told["values"], "role": entry.fields["role"],
        "by": entry.actor, "together": told["together"],
    }  # fmt: skip
    persons = list(dict.fromkeys([*(before["persons"] if before else ()), entry.actor]))
    alone = {"asked": told["asked"], "persons": persons}
    if before and item in told.get("second", ()):
        beside = {**given, "at": entry.at.isoformat()}
        first = {name: before[name] for name in (*given, "at")}
        return {**alone, **first, "second": beside, "differs": before["values"] != told["values"]}
    return {**alone, **given, "at": entry.at, "second": None, "differs": False}


@dataclass(frozen=True, slots=True)
class Stands:
    """An answer that stands for an item.

    Attributes:
        number: Its number in the review.
        entry: Number of the entry that holds it, with its reasons.
        given: The answer; its items, day and words stand in the entry alone.
        at: When it was given.
        second: The answer of the second look that stands beside it; None: none does.
    """

    number: int
    entry: int
    given: Given
    at: datetime
    second: "Stands | None" = None

    @property
    def all(self) -> tuple["Stands", ...]:
        """It, and the second look."""
        return (self, self.second) if self.second else (self,)

    @property
    def counts(self) -> Given | None:
        """The answer that counts; None: two persons have answered otherwise."""
        return counting(self.given, self.second.given) if self.second else self.given


def standing(row: SeizureCopy, items: Sequence[str], asked: Asked | None = None) -> dict[tuple[str, Asked], Stands]:
    """The answers that stand for `items`: to one of the four questions, or where it is None to all."""
    found: dict[tuple[str, Asked], Stands] = {}
    for one in _rows(row, items, asked):
        told = {name: getattr(one, name) for name in ("number", "entry", "values", "by", "role", "together", "at")}
        beside = one.second and {**one.second, "at": datetime.fromisoformat(one.second["at"])}
        second = _stands(one.item, Asked(one.asked), beside) if beside else None
        found[one.item, Asked(one.asked)] = replace(_stands(one.item, Asked(one.asked), told), second=second)
    return found


def _rows(row: SeizureCopy, items: Sequence[str], asked: Asked | None) -> Iterator[AnswerCopy]:
    for some in _pieces(items):
        rows = AnswerCopy.objects.filter(seizure=row, item__in=some)
        yield from rows.filter(asked=asked.value) if asked else rows


def _stands(item: str, asked: Asked, told: Mapping[str, Any]) -> Stands:
    given = Given((item,), asked, told["values"], told["by"], Role(told["role"]), "", "", _UNTOLD,
                  Together(told["together"]))  # fmt: skip
    return Stands(told["number"], told["entry"], given, told["at"])


def second_looks(
    row: SeizureCopy, items: Sequence[str], asked: Asked, by: str, roles: frozenset[Role]
) -> frozenset[str]:
    """Those of `items` of which an answer would be the second look: the same as `sampling.Sample.blind`, of these.

    Args:
        row: The seizure.
        items: The items.
        asked: The question.
        by: Account of whoever would answer.
        roles: Their roles in the case.
    """
    if Role.COURT in roles or not roles & ASKED[asked].by:
        return frozenset()
    answered: dict[str, set[str]] = {}
    alone = set()
    for one in _rows(row, [item for item in items if drawn(row.told["root"], item)], None):
        answered.setdefault(one.item, set()).add(one.asked)
        if one.asked == asked.value and len(one.persons) == 1 and one.persons != [by]:
            alone.add(one.item)
    return frozenset(item for item in alone if len(answered[item]) == len(Asked))


def marked(row: SeizureCopy, items: Sequence[str], what: str) -> frozenset[str]:
    """Those of `items` at which somebody looked, that are an origin (`ORIGIN`), or a redacted form (`REDACTED`)."""
    rows = (MarkCopy.objects.filter(seizure=row, what=what, item__in=some) for some in _pieces(items))
    return frozenset(item for some in rows for item in some.values_list("item", flat=True))


def sifted_alone(
    row: SeizureCopy, items: Sequence[str], unread: frozenset[str], raised: Mapping[str, float]
) -> list[Sifted]:
    """How far each of `items` is through the sift, by what was answered of itself.

    Args:
        row: The seizure.
        items: The items.
        unread: Those no machine read wholly: nobody has sifted them before somebody has looked.
        raised: By item when a screen for privilege last found something, in seconds since 1970: who answered before
            has not seen it.
    """
    found = standing(row, items, Asked.PRIVILEGE)
    unseen = unread - marked(row, sorted(unread), LOOKED)
    return [
        Sifted.NOT_YET if item in unseen or _before(one, raised.get(item)) else sifted_by(one.counts if one else None)
        for item, one in ((item, found.get((item, Asked.PRIVILEGE))) for item in items)
    ]


def _before(one: Stands | None, raised: float | None) -> bool:
    return one is not None and raised is not None and one.at.timestamp() <= raised


def objection(row: SeizureCopy, number: int) -> Objection | None:
    """An objection as far as it is undecided, without its words; None: there is none of this number."""
    rows = list(ObjectionCopy.objects.filter(seizure=row, number=number))
    if not rows:
        return None
    left = frozenset(one.item for one in rows if one.decided is None)
    return Objection(number, rows[0].entry, left, rows[0].person, "", _UNTOLD_AT, "")


def marks_of(entry: Entry) -> list[tuple[str, str]]:
    """What an entry of a look, an origin or a redacted form marks: the items, and as what."""
    if entry.act == REDACT_ITEM.id:
        return [(entry.fields["redacts"]["version"], REDACTED)]
    what = LOOKED if entry.act == LOOK_AT_ITEM.id else ORIGIN
    return [(item, what) for item in entry.fields["items"]]


def _pieces(items: Sequence[str]) -> Iterable[Sequence[str]]:
    return (items[start : start + _PIECE] for start in range(0, len(items), _PIECE))
