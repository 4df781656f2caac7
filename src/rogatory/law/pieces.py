"""One piece of what is left open, looked at in every way its questions can be answered.

If the ways are too many, each single answer is looked at instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from math import prod
from operator import and_
from typing import NamedTuple

from rogatory.law.columns import Plane
from rogatory.law.formulas import Verdict
from rogatory.law.program import Program, Reading
from rogatory.law.residue import Anatomy, Piece
from rogatory.law.ways import Open, every_way, one_answer_each, open_questions, rails

MOST_WAYS = 1 << 14
"""Ways of answering one piece up to which all are looked at; above, single answers are."""

Choice = tuple[str, str]
"""A slot and the answer given to it."""


class Literal(NamedTuple):
    """One answer to one question; sorts by how easily the question is answered."""

    rank: tuple[int, str]
    number: int
    choice: Choice


@dataclass(slots=True)
class Exact:
    """A piece of which every way of answering was looked at.

    Attributes:
        questions: Its open questions.
        masks: For each question and each of its answers the ways in which it is given.
        ways: For each verdict the ways that lead to it.
        relevant: The questions that matter, once asked for.
    """

    questions: list[Open]
    masks: list[tuple[Plane, ...]]
    ways: dict[Verdict, Plane]
    relevant: list[Open] = field(default_factory=list)
    _literals: list[tuple[Literal, Plane]] = field(default_factory=list)

    @property
    def mildest(self) -> Verdict:
        """The verdict that holds the act back least."""
        return min(self.ways)

    @property
    def strictest(self) -> Verdict:
        """The verdict that holds the act back most."""
        return max(self.ways)

    def can_be(self, verdict: Verdict) -> bool:
        """Whether some way of answering leads this piece to `verdict`."""
        return verdict in self.ways

    def ask(self, floor: Verdict) -> None:
        """Find the questions that matter where the act is held back to `floor` by something else."""
        tables = [plane for verdict, plane in self.ways.items() if verdict > floor]
        for question, digits in zip(self.questions, self.masks, strict=True):
            if _matters(tables, digits):
                self.relevant.append(question)
                self._literals += _literals(question, digits)

    def bring(self, verdict: Verdict, size: int, *, at: bool) -> Iterator[tuple[Literal, ...]]:
        """Sets of `size` answers that bring this piece to `verdict` (`at`) or not above it."""
        astray = sum(plane for v, plane in self.ways.items() if v > verdict or (at and v < verdict))
        for combo in combinations([(literal, mask & astray) for literal, mask in self._literals], size):
            if not reduce(and_, [mask for _, mask in combo]):
                literals = tuple(literal for literal, _ in combo)
                if len({literal.rank for literal in literals}) == size:
                    yield literals

    def clearing(self) -> list[Literal] | None:
        """From one way in which this piece does not hold back, drop every answer not needed; None: there is none."""
        held = sum(plane for v, plane in self.ways.items() if v >= Verdict.NOT_RIPE)
        free = sum(plane for v, plane in self.ways.items() if v < Verdict.NOT_RIPE)
        if not free:
            return None
        way = free & -free
        kept = [(literal, mask) for literal, mask in self._literals if mask & way]
        for item in list(kept):
            rest = [k for k in kept if k is not item]
            if not reduce(and_, [mask for _, mask in rest], held):
                kept = rest
        return [literal for literal, _ in kept]


@dataclass(slots=True)
class Coarse:
    """A piece with too many ways, of which only single answers were looked at.

    Attributes:
        mildest: No way of answering is milder.
        strictest: No way of answering is stricter.
        relevant: Every question of the piece: any of them may matter.
        singles: Each answer that narrows these bounds, with what it narrows them to.
    """

    mildest: Verdict
    strictest: Verdict
    relevant: list[Open]
    singles: list[tuple[Literal, Verdict, Verdict]]

    def can_be(self, verdict: Verdict) -> bool:
        """Whether `verdict` lies within the bounds."""
        return self.mildest <= verdict <= self.strictest

    def ask(self, floor: Verdict) -> None:
        """All questions are kept: which of them could be left out was not looked at."""

    def bring(self, verdict: Verdict, size: int, *, at: bool) -> Iterator[tuple[Literal, ...]]:
        """Single answers that bring this piece to `verdict` (`at`) or not above it."""
        if size == 1:
            yield from ((x,) for x, least, most in self.singles if most <= verdict and (not at or least == verdict))


Looked = Exact | Coarse


def look_at(program: Program, anatomy: Anatomy, piece: Piece, reading: Reading) -> Looked:
    """Look at every way of answering the questions of `piece`, or at each single answer if the ways are too many."""
    questions = open_questions(program, anatomy, reading, piece.slots)
    ways = prod(len(q.answers) for q in questions)
    if ways > MOST_WAYS:
        return _coarse(program, piece, reading, questions)
    masks = every_way(questions)
    return Exact(questions, masks, piece.verdicts(*rails(questions, masks), (1 << ways) - 1))


def _coarse(program: Program, piece: Piece, reading: Reading, questions: list[Open]) -> Coarse:
    masks = one_answer_each(questions)
    everyone = (1 << 1 + sum(len(m) for m in masks)) - 1
    mild, strict = piece.bounds(*rails(questions, masks), everyone)
    mildest, strictest = _of(mild, 1), _of(strict, 1)
    telling = everyone & ~(mild[mildest] & strict[strictest])
    singles = [
        (literal, _of(mild, mask), _of(strict, mask))
        for question, digits in zip(questions, masks, strict=True)
        if sum(digits) & telling
        for literal, mask in _literals(question, digits)
        if mask & telling
    ]
    return Coarse(mildest, strictest, questions, singles)


def _of(planes: dict[Verdict, Plane], way: Plane) -> Verdict:
    return next(v for v, plane in planes.items() if plane & way)


def _literals(question: Open, digits: tuple[Plane, ...]) -> list[tuple[Literal, Plane]]:
    return [
        (Literal(question.rank, i, (question.slot, answer)), mask)
        for i, ((answer, _), mask) in enumerate(zip(question.answers, digits, strict=True))
    ]


def _matters(tables: list[Plane], masks: tuple[Plane, ...]) -> bool:
    """Whether some way changes its table when only this question's answer changes."""
    shift = [(m & -m).bit_length() - 1 for m in masks]
    for table in tables:
        first = table & masks[0]
        if any((table & m) >> s != first for m, s in zip(masks[1:], shift[1:], strict=True)):
            return True
    return False
