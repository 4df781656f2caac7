"""What is known of every item, gathered into columns to be judged."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY, material
from rogatory.material.clearing import Answers, Columns, Marks
from rogatory.material.provenance import Levels, Numbers
from rogatory.material.questions import ASKED, UNKNOWN, Asked, Kin, Record, Together


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
        unread: Items no machine read wholly.
        raised: What screens found.
        objections: Items to which the person objected: whether that is still undecided. An item that is missing:
            `nothing_lodged`.
        nothing_lodged: Whether the person was asked, and the time to object is over; if not, that an item is not
            objected to is not known.
    """

    unread: Collection[str] = ()
    raised: Iterable[Raised] = ()
    objections: Mapping[str, bool] = field(default_factory=dict)
    nothing_lodged: bool = False


def columns(items: Sequence[str], record: Record, known: Known, kin: Kin, taint: Levels) -> Columns:
    """The columns of `items`, in their order.

    Args:
        items: Identifiers; each stands once.
        record: The answers.
        known: What else is known.
        kin: Families.
        taint: How far each is tainted, in the same order.

    Raises:
        KeyError: A screen or an objection is about an item that is not among them.
    """
    places = {item: place for place, item in enumerate(items)}
    answers, by_family = _answers(items, record)
    objection = answers[material.objection_pending.id] = _nothing(len(items))
    objection[:] = _place(material.objection_pending, "no" if known.nothing_lodged else UNKNOWN)
    for item, pending in known.objections.items():
        objection[places[item]] = _place(material.objection_pending, "yes" if pending else "no")
    unread = np.zeros(len(items), np.bool_)
    for item in known.unread:
        unread[places[item]] = record.looked(item) is None
    reopened = {asked: np.zeros(len(items), np.bool_) for asked in Asked}
    for raised in known.raised:
        number = record.number(raised.item, raised.asked)
        reopened[raised.asked][places[raised.item]] |= 0 < number <= raised.after
    return Columns(answers, taint, unread, reopened, _families(items, kin, places), by_family)


def _answers(items: Sequence[str], record: Record) -> tuple[dict[str, Answers], Marks]:
    sifted = _nothing(len(items))
    found: dict[str, Answers] = {material.sifted_by.id: sifted}
    by_family = np.zeros(len(items), np.bool_)
    for ask in ASKED.values():
        found |= {question.id: _nothing(len(items)) for question in (*ask.questions, *ask.also)}
    for place, item in enumerate(items):
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


def _families(items: Sequence[str], kin: Kin, places: Mapping[str, int]) -> Numbers:
    family = np.arange(len(items), dtype=np.int32)
    for item, place in places.items():
        family[place] = min(places.get(other, place) for other in kin.family.get(item, (item,)))
    return family


def _nothing(size: int) -> Answers:
    return np.full(size, -1, np.int8)


def _place(question: Question, value: str) -> int:
    return -1 if value == UNKNOWN else question.values.index(value)
