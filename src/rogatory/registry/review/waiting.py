"""What waits for somebody in the seizures of an office: for My work, from copies and counts; no item is named."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.db.models import Count
from django.utils.functional import Promise

from rogatory.material.questions import ASKED, Asked
from rogatory.office.filing import DECIDE_OBJECTION
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.review import copies, shelf, words
from rogatory.registry.review.models import AnswerCopy, ObjectionCopy, SeizureCopy
from rogatory.registry.review.readable import looking_at, stamp_of
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.placing import Stamp
from rogatory.sifting.sealed.sealing import Seizure

_KEPT = 64
_ANSWER = frozenset().union(*(ask.by for ask in ASKED.values()))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A seizure in which something waits.

    Attributes:
        case: Number of the case.
        seizure: What it is called there.
        left: Questions the reader answers, each with how many items have no answer.
        objections: Objections the reader decides, and that are undecided.
        settles: Questions that two others answered otherwise, and the reader settles.
        absent: Whether its ledger cannot be reached: how many items there are is then not known.
    """

    case: str
    seizure: str
    left: tuple[tuple[Promise, int], ...]
    objections: int
    settles: int
    absent: bool


def waiting(reader: Reader, most: int) -> list[Waiting]:
    """The seizures in which something waits for the reader, at most so many, in the order of their cases."""
    if not reader.all_roles & (_ANSWER | set(DECIDE_OBJECTION.by)):
        return []
    rows = [row for row in SeizureCopy.objects.order_by("case", "ident") if reader.roles(row.case) & _ANSWER]
    mine = [(row, was) for row in rows if (was := copies.seized_of(row)).opened and not was.whole_gone]
    numbers = [row.pk for row, _ in mine]
    answered: dict[tuple[int, str], int] = defaultdict(int)
    for told in AnswerCopy.objects.filter(seizure__in=numbers).values("seizure", "asked").annotate(n=Count("pk")):
        answered[told["seizure"], told["asked"]] = told["n"]
    open_ = ObjectionCopy.objects.filter(seizure__in=numbers, decided=None).values("seizure")
    objected = {told["seizure"]: told["n"] for told in open_.annotate(n=Count("number", distinct=True))}
    differ: dict[int, list[Asked]] = defaultdict(list)
    for copy in AnswerCopy.objects.filter(seizure__in=numbers, differs=True):
        if copy.second and reader.account not in (copy.by, copy.second["by"]):
            differ[copy.seizure_id].append(Asked(copy.asked))
    found = []
    for row, _ in mine:
        roles = reader.roles(row.case)
        items = _items_of(Seizure(shelf.place(row.case, row.ident)))
        left = tuple(
            (words.ASKED[asked], count)
            for asked in Asked
            if roles & ASKED[asked].by and (count := (items or 0) - answered[row.pk, asked.value]) > 0
        )
        objections = objected.get(row.pk, 0) if roles & set(DECIDE_OBJECTION.by) else 0
        mine_to_settle = sum(bool(roles & ASKED[asked].settles) for asked in differ[row.pk])
        if left or objections or mine_to_settle or items is None:
            found.append(Waiting(row.case, row.ident, left, objections, mine_to_settle, items is None))
    return found[:most]


def _items_of(seizure: Seizure) -> int | None:
    """How many items of a seizure can be answered; 0: nothing was read yet; None: its ledger cannot be reached."""
    try:
        return _items(seizure.folder, stamp_of(seizure))
    except LedgerError:
        return None


@lru_cache(_KEPT)
def _items(folder: Path, told: Stamp) -> int:
    if not told:
        return 0
    with looking_at(Seizure(folder)) as looking:
        return looking.answerable()
