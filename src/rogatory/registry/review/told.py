"""What the journal says of the review of a seizure, folded once and grown with each new entry of its stream.

It is read for pages that show the whole of it: what is left, lists, the history of an answer. What an act needs of one
item stands in copies (`copies`).
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from rogatory.material.clearing import Clearing
from rogatory.material.record import Record
from rogatory.office.filing import ANSWER_ITEM, ERASE
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.office.folds.seizures import Seized, seizures_of
from rogatory.office.review.folded import Objection, Review
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.review.sampling import Sample

_KEPT = 8
"""Reviews kept at once by one process."""


@dataclass(frozen=True, eq=False)
class Told:
    """The review of a seizure, as the journal has it.

    Attributes:
        seized: The seizure, as the case has it.
        review: Everything that was answered, objected and decided.
        answered: When each answer was given, in seconds since 1970, in their order.
        erased: How many erasures the case had when this was read.
        last: The last entry; None: there is none.
        judged: What was judged of it last, by what it was judged from.
    """

    seized: Seized
    review: Review = field(default_factory=Review)
    answered: Sequence[float] = ()
    erased: int = 0
    last: tuple[int, bytes, datetime] | None = None
    judged: dict[object, Clearing] = field(default_factory=dict)

    @property
    def record(self) -> Record:
        """Answers and looks."""
        return self.review.record

    @cached_property
    def sample(self) -> Sample:
        """The second review."""
        return Sample(self.record, self.seized.root)

    @cached_property
    def objections(self) -> Mapping[str, Sequence[Objection]]:
        """The objections to each item."""
        found: dict[str, list[Objection]] = {}
        for one in self.review.objections.values():
            for item in one.items:
                found.setdefault(item, []).append(one)
        return found


_kept: OrderedDict[str, Told] = OrderedDict()
_lock = threading.Lock()


def seized(dossier: Dossier) -> Mapping[str, Seized]:
    """The seizures of a case by their names."""
    return seizures_of(dossier.entries)


def told(dossier: Dossier, found: Seized) -> Told:
    """The review of a seizure of a case."""
    stream = seizure_stream(dossier.case.id, found.ident)
    # Words that were erased are read anew, so that they are in no memory either.
    erased = sum(1 for entry in dossier.entries if entry.act == ERASE.id)
    with _lock:
        before = _kept.get(stream)
        if before is None or before.erased != erased or not _goes_on(before):
            before = Told(found, erased=erased)
        now = _kept[stream] = _grown(before, found, stream)
        _kept.move_to_end(stream)
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return now


def _goes_on(before: Told) -> bool:
    """Whether the journal still has the entry up to which something was read."""
    return before.last is not None and journal.mark_of(before.last[0]) == before.last[1]


def _grown(before: Told, found: Seized, stream: str) -> Told:
    if before.last is None:
        entries: Sequence[Entry] = journal.entries_of(stream)
    else:
        number = before.last[0]
        entries = [e for e in journal.opening_and_since(stream, before.last[2]) if e.seq > number]
    if not entries and before.seized == found:
        return before
    # What others are looking at is not changed under their eyes.
    review, answered = _copied(before.review), list(before.answered)
    for entry in entries:
        review.add(entry)
        if entry.act == ANSWER_ITEM.id:
            answered.append(entry.at.timestamp())
    last = entries[-1] if entries else None
    mark = (last.seq, journal.mark_of(last.seq), last.at) if last else before.last
    return Told(found, review, answered, before.erased, mark)


def _copied(review: Review) -> Review:
    record = copy(review.record)
    for name, value in vars(review.record).items():
        setattr(record, name, copy(value))
    return replace(review, record=record, **{
        name: copy(value) for name, value in vars(review).items() if name != "record"
    })  # fmt: skip
