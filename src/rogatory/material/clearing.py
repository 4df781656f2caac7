"""Clearing: which items may leave, judged as columns, and why every other one is withheld.

An item is cleared only if the four questions are answered so, no norm that bears on clearing it holds it back or may,
it is untainted, a human has looked at it where no machine could read it, it carries nothing of an item that is not
cleared, no objection to it is undecided and no remedy runs or can still be lodged. What is not known clears nothing.

The norms are those of the law in force, the same as for a single item; a million items are a million bits of their
planes (`rogatory.law.columns`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from rogatory.law.columns import Plane, Register
from rogatory.law.grades import Grade
from rogatory.law.judging import Subject
from rogatory.law.program import Program
from rogatory.law.questions import Kind, Question
from rogatory.law.vocabulary import VOCABULARY, material
from rogatory.material import grounds
from rogatory.material.grounds import Ground
from rogatory.material.provenance import Bond, Flow, Levels, Numbers, Provenance, Rule, Spread, Step, Way
from rogatory.material.questions import ASKED, WITHHOLDS, Asked

Marks = NDArray[np.bool_]
"""One truth value for each item."""
Answers = NDArray[np.int8]
"""For each item the place of its answer among the values of the question; -1: not known."""

_STANDS = "one stands for the other, word for word or nearly"
_SAYS_NOTHING = "that the other is withheld says nothing of this one; it has answers of its own"

CARRIES: Mapping[Bond, Rule] = MappingProxyType(
    {
        Bond.CONTAINS: Rule(Way.AS_HOLDER, "it holds the other", Way.NOTHING, _SAYS_NOTHING),
        Bond.QUOTES: Rule(Way.IN_SUBSTANCE, "words of the other stand in it", Way.NOTHING, _SAYS_NOTHING),
        Bond.REPLIES: Rule(
            Way.NOTHING, "what an answer repeats of a message is an edge of its own", Way.NOTHING, _SAYS_NOTHING
        ),
        Bond.DERIVED: Rule(Way.ALIKE, _STANDS, Way.ALIKE, _STANDS),
        Bond.DUPLICATE: Rule(Way.ALIKE, _STANDS, Way.ALIKE, _STANDS),
        Bond.NEAR_DUPLICATE: Rule(Way.ALIKE, _STANDS, Way.ALIKE, _STANDS),
        Bond.SUMMARISES: Rule(Way.IN_SUBSTANCE, "it tells what the other says", Way.NOTHING, _SAYS_NOTHING),
        Bond.REDACTED: Rule(
            Way.NOTHING,
            "what is hidden does not stand in it, and what is shown has answers of its own",
            Way.NOTHING,
            _SAYS_NOTHING,
        ),
    }
)
"""By which bonds an item would carry out what another is withheld for."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What the case brings to the judging of its items.

    Attributes:
        program: The norms that bear on clearing an item (`Law.program(CLEAR_ITEM, context)`).
        subjects: What the case has on file, one reading for each person it touches, and nothing about items.
        on: Day of judging.
        remedy: Whether a remedy runs or can still be lodged; None: not known, which withholds.
    """

    program: Program
    subjects: tuple[Subject, ...]
    on: date
    remedy: bool | None


@dataclass(frozen=True, slots=True)
class Severed:
    """A court's decision that an item carries nothing of another, although they hang together.

    Without it a single draft that lies outside the request would hold back every other version for ever.

    Attributes:
        item: Position of the item.
        of: Position of the other.
        reasons: Why, in words; never empty.
        decision: Number of the decision.
    """

    item: int
    of: int
    reasons: str
    decision: str


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What is known of every item, one place for each.

    Attributes:
        answers: By identifier of a question about items, the answers; a question that is missing is not known of any.
        taint: How far each item is tainted (`taint.Taints.level`).
        unread: Items no machine read wholly and no human has looked at.
        reopened: By question, items in which a screen found something after it was answered.
        family: For each item the position of the first of its family.
        by_family: Items of which an answer that stands was given for the whole family.
        upheld: Items that stay because a court has upheld an objection; None: none.
        differ: Items of which two persons have answered a question otherwise; None: none.
    """

    answers: Mapping[str, Answers]
    taint: Levels
    unread: Marks
    reopened: Mapping[Asked, Marks]
    family: Numbers
    by_family: Marks
    upheld: Marks | None = None
    differ: Marks | None = None

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.taint)


@dataclass(frozen=True, slots=True)
class Withheld:
    """That an item is withheld, and why.

    Attributes:
        ground: The ground.
        by: How it carries what another item is withheld for, from that item on; empty for every other ground.
    """

    ground: Ground
    by: tuple[Step, ...] = ()


@dataclass(frozen=True, eq=False)
class Clearing:
    """Which items are cleared, and why the others are not.

    Attributes:
        cleared: The items that may leave.
        grounds: For each ground the items it withholds; a ground that withholds none is missing.
    """

    cleared: Marks
    grounds: Mapping[Ground, Marks]
    _carried: Sequence[Spread] = field(default=())

    def of(self, item: int) -> tuple[Withheld, ...]:
        """Every reason why an item is withheld; none: it is cleared."""
        return tuple(
            Withheld(ground, self._way(item) if ground is grounds.CARRIED else ())
            for ground, items in self.grounds.items()
            if items[item]
        )

    def counts(self) -> Mapping[Ground, int]:
        """How many items each ground withholds, for a log that tells nothing of what they say."""
        return {ground: int(items.sum()) for ground, items in self.grounds.items()}

    def _way(self, item: int) -> tuple[Step, ...]:
        ways = (spread.path(item) for spread in self._carried if spread.level[item])
        return next((way for way in ways if way), ())


def clear(case: Setting, columns: Columns, provenance: Provenance, severed: Iterable[Severed] = ()) -> Clearing:
    """Judge every item.

    Args:
        case: What the case brings.
        columns: What is known of the items.
        provenance: How they hang together.
        severed: What a court has decided of items that hang together.

    Raises:
        ValueError: No subject, a subject that says something of an item, or columns of different lengths.
    """
    _check(case.subjects, columns, provenance)
    found: dict[Ground, Marks] = {}
    for subject in case.subjects:
        for ground, items in _by_law(case, subject, columns):
            found[ground] = found[ground] | items if ground in found else items
    if case.remedy is not False:
        found[grounds.REMEDY if case.remedy else grounds.REMEDY_NOT_KNOWN] = np.ones(columns.size, np.bool_)
    # Told where no norm says it already: which norms bind differs from state to state, and this does not.
    told = _any(columns.size, found.values())
    found[grounds.ANSWERED_SO] = _answered_so(columns) & ~told
    found[grounds.UNANSWERED] = _unanswered(columns) & ~told
    if columns.upheld is not None:
        found[grounds.UPHELD] = columns.upheld
    if columns.differ is not None:
        found[grounds.DIFFER] = columns.differ
    found[grounds.UNREAD] = columns.unread
    found[grounds.REOPENED] = _any(columns.size, columns.reopened.values())
    held = _any(columns.size, found.values())
    parted = np.zeros(columns.size, np.bool_)
    parted[columns.family[held]] = True
    found[grounds.FAMILY] = columns.by_family & parted[columns.family] & ~held
    held = held | found[grounds.FAMILY]
    carried = _carried(provenance, held, severed)
    # What is withheld for itself is not told to carry itself out.
    found[grounds.CARRIED] = _any(columns.size, (spread.level > 0 for spread in carried)) & ~held
    held = held | found[grounds.CARRIED]
    return Clearing(~held, MappingProxyType({g: items for g, items in found.items() if items.any()}), carried)


def _check(subjects: Collection[Subject], columns: Columns, provenance: Provenance) -> None:
    if not subjects:
        raise ValueError("nobody and nothing to judge the items for: a case needs at least one reading")
    of_items = {q for s in subjects for q in s.standings if q.startswith(f"{Kind.ITEM.value}.")}
    if of_items:
        raise ValueError(f"{', '.join(sorted(of_items))}: answer it of each item, not of the case")
    several = [*columns.answers.values(), columns.unread, *columns.reopened.values(), columns.family, columns.by_family]
    several += [column for column in (columns.upheld, columns.differ) if column is not None]
    if any(len(column) != columns.size for column in several) or provenance.size != columns.size:
        raise ValueError(f"columns of different lengths: each has one place for every of {columns.size} items")


def _by_law(case: Setting, subject: Subject, columns: Columns) -> Iterable[tuple[Ground, Marks]]:
    """What the norms say of every item, for one person the case touches."""
    program = case.program
    register = Register(program, columns.size)
    for slot, standing in subject.standings.items():
        if slot in program.questions:
            register.put(slot, standing, register.everyone, case.on)
    for slot, answers in columns.answers.items():
        question = program.questions.get(slot)
        for place, value in enumerate(question.values if question else ()):
            if items := _plane(answers == place):
                register.answer(slot, value, items)
    origin = material.ill_treatment_origin
    if origin.id in program.questions and (tainted := _plane(columns.taint > 0)):
        # Whatever was answered: a judge lifts taint, not an answer.
        register.answer(origin.id, "yes", tainted, grade=Grade.SUBSTANTIAL)
    for bearing, (stands, may) in zip(program.bearings, register.holding(), strict=True):
        if stands:
            yield grounds.of_norm(bearing.norm, is_open=False), _marks(stands, columns.size)
        if may:
            yield grounds.of_norm(bearing.norm, is_open=True), _marks(may, columns.size)


def _answered_so(columns: Columns) -> Marks:
    """Items that are tainted, or of which an answer withholds."""
    origin, allowed = material.ill_treatment_origin, material.judge_allows_object
    found = {slot: _is(columns, VOCABULARY[slot], *values) for slot, values in WITHHOLDS.items()}
    found[origin.id] &= ~_is(columns, allowed, "yes")
    return _any(columns.size, [*found.values(), columns.taint > 0])


def _unanswered(columns: Columns) -> Marks:
    """Items of which one of the four questions is not answered."""
    asked = [question for ask in ASKED.values() for question in ask.questions]
    return _any(columns.size, [~_is(columns, question, *question.values) for question in asked])


def _is(columns: Columns, question: Question, *values: str) -> Marks:
    answers = columns.answers.get(question.id)
    if answers is None:
        return np.zeros(columns.size, np.bool_)
    return np.isin(answers, [question.values.index(value) for value in values])


def _any(size: int, marks: Iterable[Marks]) -> Marks:
    found = np.zeros(size, np.bool_)
    for one in marks:
        found |= one
    return found


def _carried(provenance: Provenance, held: Marks, severed: Iterable[Severed]) -> tuple[Spread, ...]:
    flow = Flow(provenance, CARRIES)
    parted: dict[int, set[int]] = {}
    for cut in severed:
        if held[cut.of]:
            parted.setdefault(cut.of, set()).add(cut.item)
    together = held.copy()
    together[list(parted)] = False
    joint = flow.spread(np.flatnonzero(together).astype(np.int32))
    return joint, *(flow.spread([of], items) for of, items in parted.items())


def _plane(items: Marks) -> Plane:
    return int.from_bytes(np.packbits(items, bitorder="little").tobytes(), "little")


def _marks(plane: Plane, size: int) -> Marks:
    told = plane.to_bytes((size + 7) // 8, "little")
    return np.unpackbits(np.frombuffer(told, np.uint8), count=size, bitorder="little").astype(np.bool_)
