"""What is known of every item, gathered into columns to be judged."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY, material
from rogatory.material.clearing import CARRIES, Answers, Columns, Marks
from rogatory.material.provenance import Flow, Levels, Numbers, Provenance
from rogatory.material.questions import ASKED, UNKNOWN, Asked, Together, sifted_by
from rogatory.material.record import Record
from rogatory.material.wall import Sifted


@dataclass(frozen=True, slots=True)
class Raised:
    """That a screen found something in an item.

    Attributes:
        item: The item.
        asked: The question it bears on.
        after: How many answers had been given in the whole review when it was found: who answered before has not seen
            it.
    """

    item: str
    asked: Asked
    after: int


@dataclass(frozen=True)
class Known:
    """What is known of the items beside the answers.

    Attributes:
        unread: Places of the items no machine read wholly.
        raised: What screens found.
        objections: Items to which the person objected: whether that is still undecided. An item that is missing:
            `nothing_lodged`.
        nothing_lodged: Whether the person was asked, and the time to object is over; if not, that an item is not
            objected to is not known.
        upheld: Items that stay because a court has upheld an objection to them.
    """

    unread: Collection[int] | Numbers = ()
    raised: Collection[Raised] = ()
    objections: Mapping[str, bool] = field(default_factory=dict)
    nothing_lodged: bool = False
    upheld: Collection[str] = ()


def columns(places: Mapping[str, int], record: Record, known: Known, family: Numbers, taint: Levels) -> Columns:
    """The columns of the items, in their order.

    Args:
        places: Place of each item by its identifier, in their order.
        record: The answers.
        known: What else is known.
        family: For each the place of the first of its family; its own where it is alone.
        taint: How far each is tainted.

    Raises:
        KeyError: A screen or an objection is about an item that is not among them.
        IndexError: What no machine read is not among them.
    """
    size = len(places)
    answers, by_family = _answers(places, record)
    objection = answers[material.objection_pending.id] = _nothing(size)
    objection[:] = _place(material.objection_pending, "no" if known.nothing_lodged else UNKNOWN)
    for item, pending in known.objections.items():
        objection[places[item]] = _place(material.objection_pending, "yes" if pending else "no")
    upheld = np.zeros(size, np.bool_)
    upheld[[places[item] for item in known.upheld]] = True
    reopened = {asked: np.zeros(size, np.bool_) for asked in Asked}
    for raised in known.raised:
        number = record.number(raised.item, raised.asked)
        reopened[raised.asked][places[raised.item]] |= 0 < number <= raised.after
    differ = np.zeros(size, np.bool_)
    differ[[places[item] for item, _ in record.differing() if item in places]] = True
    return Columns(answers, taint, _unread(places, record, known), reopened, family, by_family, upheld, differ)


def sifts(places: Mapping[str, int], record: Record, known: Known, provenance: Provenance) -> tuple[Sifted, ...]:
    """How far each item is through the sift for privilege, for the wall.

    Only an independent sift frees an item; a screen that finds something afterwards takes that back, and what no
    machine read nobody has sifted before somebody has looked. Whatever holds, quotes or copies an item is no further
    than that item.

    Args:
        places: Place of each item by its identifier, in the order of `provenance`.
        record: The answers.
        known: What else is known.
        provenance: How they hang together.
    """
    again = {r.item for r in known.raised if r.asked is Asked.PRIVILEGE and r.after >= record.number(r.item, r.asked)}
    alone = [
        Sifted.NOT_YET if unread or item in again else sifted_by(record.standing(item, Asked.PRIVILEGE))
        for item, unread in zip(places, _unread(places, record, known).tolist(), strict=True)
    ]
    flow = Flow(provenance, CARRIES)
    waiting, privileged = (
        flow.spread([place for place, found in enumerate(alone) if found is wanted]).level > 0
        for wanted in (Sifted.NOT_YET, Sifted.PRIVILEGED)
    )
    return tuple(
        Sifted.NOT_YET if waits else Sifted.PRIVILEGED if held else Sifted.FREE
        for waits, held in zip(waiting.tolist(), privileged.tolist(), strict=True)
    )


def _unread(places: Mapping[str, int], record: Record, known: Known) -> Marks:
    """Items no machine read wholly and nobody has looked at."""
    found = np.zeros(len(places), np.bool_)
    found[np.asarray(known.unread, np.int32)] = True
    found[[places[look.item] for look in record.looks if look.item in places]] = False
    return found


def _answers(places: Mapping[str, int], record: Record) -> tuple[dict[str, Answers], Marks]:
    size = len(places)
    sifted = _nothing(size)
    found: dict[str, Answers] = {material.sifted_by.id: sifted}
    by_family = np.zeros(size, np.bool_)
    for ask in ASKED.values():
        found |= {question.id: _nothing(size) for question in (*ask.questions, *ask.also)}
    for place, item in enumerate(places):
        for asked in Asked:
            given = record.standing(item, asked)
            if given is None:
                continue
            by_family[place] |= given.together is Together.FAMILY
            for slot, value in given.values.items():
                found[slot][place] = _place(VOCABULARY[slot], value)
            if given.sifted_by:
                sifted[place] = _place(material.sifted_by, given.sifted_by)
    return found, by_family


def _nothing(size: int) -> Answers:
    return np.full(size, -1, np.int8)


def _place(question: Question, value: str) -> int:
    return -1 if value == UNKNOWN else question.values.index(value)
