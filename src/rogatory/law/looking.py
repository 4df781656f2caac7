"""The pieces of what is left open, each looked at in every way its questions can be answered.

All pieces are run at once, each over its own ways. If the ways of one are too many, it is run over each single answer
instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from math import prod
from operator import and_

from rogatory.law.columns import Plane
from rogatory.law.formulas import Verdict
from rogatory.law.pieces import Piece
from rogatory.law.program import Program, Reading
from rogatory.law.support import anatomy
from rogatory.law.ways import Literal, Open, answered, every_way, one_answer_each, open_questions

MOST_WAYS = 1 << 14
"""Ways of answering one piece up to which all are looked at; above, single answers are."""


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
                self._literals += zip(question.literals, digits, strict=True)

    def bring(self, verdict: Verdict, size: int, *, at: bool) -> Iterator[tuple[Literal, ...]]:
        """Sets of `size` answers that bring this piece to `verdict` (`at`) or not above it."""
        astray = sum([plane for v, plane in self.ways.items() if v > verdict or (at and v < verdict)])
        if size == 1:
            yield from [(literal,) for literal, mask in self._literals if not mask & astray]
            return
        for combo in combinations([(literal, mask & astray) for literal, mask in self._literals], size):
            if not reduce(and_, [mask for _, mask in combo]):
                literals = tuple(literal for literal, _ in combo)
                if len({literal.rank for literal in literals}) == size:
                    yield literals

    def clearing(self) -> list[Literal]:
        """From one way in which this piece does not hold back, and there must be one, drop every answer not needed."""
        held = sum(plane for v, plane in self.ways.items() if v >= Verdict.NOT_RIPE)
        free = sum(plane for v, plane in self.ways.items() if v < Verdict.NOT_RIPE)
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


def look(program: Program, reading: Reading, pieces: Sequence[Piece]) -> list[Looked]:
    """Look at every way of answering the questions of each piece, or at each single answer if the ways are too many."""
    taken = anatomy(program)
    asked = open_questions(program, taken, reading, [piece.slots for piece in pieces])
    ways = [prod([len(q.literals) for q in questions]) for questions in asked]
    given = [every_way(q) if n <= MOST_WAYS else one_answer_each(q) for q, n in zip(asked, ways, strict=True)]
    widths = [n if n <= MOST_WAYS else 1 + sum(map(len, g)) for n, g in zip(ways, given, strict=True)]
    everyone = (1 << max(widths)) - 1
    planes = taken.planes(*answered(reading, zip(asked, given, strict=True), everyone), everyone)
    looked: list[Looked] = []
    for piece, questions, masks, count, width in zip(pieces, asked, given, ways, widths, strict=True):
        own = (1 << width) - 1
        if count <= MOST_WAYS:
            looked.append(Exact(questions, masks, piece.verdicts(planes, own)))
        else:
            looked.append(_coarse(questions, masks, *piece.bounds(planes, own)))
    return looked


def _coarse(
    questions: list[Open], masks: list[tuple[Plane, ...]], mild: dict[Verdict, Plane], strict: dict[Verdict, Plane]
) -> Coarse:
    # In the first way nothing is answered.
    mildest, strictest = _of(mild, 1), _of(strict, 1)
    untold = mild[mildest] & strict[strictest]
    singles = [
        (literal, _of(mild, mask), _of(strict, mask))
        for question, digits in zip(questions, masks, strict=True)
        for literal, mask in zip(question.literals, digits, strict=True)
        if not mask & untold
    ]
    return Coarse(mildest, strictest, questions, singles)


def _of(planes: dict[Verdict, Plane], way: Plane) -> Verdict:
    return next(v for v, plane in planes.items() if plane & way)


def _matters(tables: list[Plane], masks: tuple[Plane, ...]) -> bool:
    """Whether some way changes its table when only this question's answer changes."""
    shift = [(m & -m).bit_length() - 1 for m in masks]
    for table in tables:
        first = table & masks[0]
        if any((table & m) >> s != first for m, s in zip(masks[1:], shift[1:], strict=True)):
            return True
    return False
