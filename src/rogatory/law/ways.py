"""The ways in which open questions can still be answered, all at once as bits of planes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, compress
from math import prod
from typing import NamedTuple

from rogatory.law.codegen import TRUE, UNKNOWN
from rogatory.law.columns import Plane
from rogatory.law.conditions import Atom, Op
from rogatory.law.program import Program, Reading
from rogatory.law.questions import Form, Question
from rogatory.law.support import CONFLICT, Anatomy

Answers = list[tuple[str, frozenset[int]]]
"""The answers a slot can still get, each with the open atoms (by position) it makes true."""


Choice = tuple[str, str]
"""A slot and the answer given to it."""


class Literal(NamedTuple):
    """One answer to one question; sorts by how easily the question is answered."""

    rank: tuple[int, str]
    number: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is open in a case.

    Attributes:
        rank: Place among the open questions: the easiest to answer first, then by name.
        slot: The question with its role.
        literals: The answers it can still get.
        truths: Its open atoms, by position in the reading, each with the positions of the answers that make it true.
    """

    rank: tuple[int, str]
    slot: str
    literals: tuple[Literal, ...]
    truths: tuple[tuple[int, tuple[int, ...]], ...]


def open_questions(program: Program, anatomy: Anatomy, reading: Reading, pieces: Iterable[int]) -> list[list[Open]]:
    """For each of `pieces` the open questions whose bits stand in it, the easiest first."""
    affirmed, untouched = reading[0], _untouched(program, anatomy)
    touched = set(compress(anatomy.bits, [code != UNKNOWN for code in affirmed]))
    found = []
    for piece in pieces:
        questions, slots = [], piece & ~CONFLICT
        while slots:
            bit = slots & -slots
            slots ^= bit
            if bit in touched:
                slot = anatomy.slots[bit.bit_length() - 2]
                left = tuple([a for a in anatomy.atoms[slot] if affirmed[a] == UNKNOWN])
                questions.append(_open(program, slot, left))
            else:
                questions.append(untouched[bit])
        found.append(questions)
    return found


def every_way(questions: Sequence[Open]) -> list[tuple[Plane, ...]]:
    """For each question and each of its answers the ways in which it is given."""
    return _digit_masks(tuple([len(q.literals) for q in questions]))


def one_answer_each(questions: Sequence[Open]) -> list[tuple[Plane, ...]]:
    """As `every_way`, but with a single answer in each way and none in the first."""
    return _single_masks(tuple([len(q.literals) for q in questions]))


def answered(
    reading: Reading, given: Iterable[tuple[Sequence[Open], Sequence[tuple[Plane, ...]]]], everyone: Plane
) -> tuple[list[Plane], ...]:
    """The vectors of `columns.vectors`: what is on file in every way, and each question's answer where it is given.

    Args:
        reading: What is on file.
        given: Open questions, and for each and each of its answers the ways in which it is given.
        everyone: Mask with one bit for each way.
    """
    shown, excluded = ([everyone if code == TRUE else 0 for code in vector] for vector in reading[:2])
    only_shown, only_excluded = shown[:], excluded[:]
    if reading[2] != reading[0]:
        only_shown, only_excluded = ([everyone if code == TRUE else 0 for code in vector] for vector in reading[2:])
    for questions, masks in given:
        for question, digits in zip(questions, masks, strict=True):
            ways = sum(digits)
            for atom, true in question.truths:
                made = sum([digits[i] for i in true])
                shown[atom] = only_shown[atom] = made
                excluded[atom] = only_excluded[atom] = ways ^ made
    return shown, excluded, only_shown, only_excluded


@lru_cache(maxsize=512)
def _untouched(program: Program, anatomy: Anatomy) -> dict[int, Open]:
    """Each question by its bit, of which nothing is answered."""
    return {2 << i: _open(program, slot, anatomy.atoms[slot]) for i, slot in enumerate(anatomy.slots)}


@lru_cache(maxsize=1 << 14)
def _open(program: Program, slot: str, atoms: tuple[int, ...]) -> Open:
    rank = (int(program.questions[slot].cost), slot)
    answers = _answers(program, slot, atoms)
    literals = tuple(Literal(rank, i, (slot, name)) for i, (name, _) in enumerate(answers))
    return Open(rank, slot, literals, tuple((a, tuple(i for i, (_, t) in enumerate(answers) if a in t)) for a in atoms))


def _answers(program: Program, slot: str, atoms: tuple[int, ...]) -> Answers:
    question = program.questions[slot]
    asked = {i: program.atoms[i] for i in atoms}
    match question.form:
        case Form.YES_NO:
            grades = sorted({a.grade for a in asked.values()})
            ways = [(f"yes, {g.name.lower()}" if len(grades) > 1 else "yes",
                     frozenset(i for i, a in asked.items() if a.grade <= g)) for g in grades]  # fmt: skip
            return [*ways, ("no", frozenset())]
        case Form.ONE_OF:
            return _merged([(v, frozenset(i for i, a in asked.items() if v in a.values)) for v in question.values])
        case Form.SOME_OF:
            return _some_of(question, asked)
        case Form.NUMBER | Form.DAY:
            return _levels(asked)


def _some_of(question: Question, asked: Mapping[int, Atom]) -> Answers:
    """Any values together. Values that the same atoms ask for count alike, so one of them stands for all."""
    alike: dict[frozenset[int], list[str]] = {}
    for value in question.values:
        if made := frozenset(i for i, a in asked.items() if value in a.values):
            alike.setdefault(made, []).append(value)
    kinds = [(" or ".join(values), made) for made, values in alike.items()]
    found: dict[frozenset[int], str] = {}
    for size in range(len(kinds) + 1):
        for some in combinations(kinds, size):
            made = frozenset().union(*(m for _, m in some))
            # The shortest list that leads there names it.
            found.setdefault(made, ", ".join(name for name, _ in some) or "none of them")
    return [(name, made) for made, name in found.items()]


def _levels(asked: dict[int, Atom]) -> Answers:
    below = "earlier" if next(iter(asked.values())).op is Op.DAYS_PASSED else "less"
    levels = sorted({a.number for a in asked.values()})
    return [
        (below, frozenset()),
        *((str(n), frozenset(i for i, a in asked.items() if a.number <= n)) for n in levels),
    ]


def _merged(ways: Answers) -> Answers:
    """Answers that make the same atoms true are one way, named by all of them."""
    names: dict[frozenset[int], list[str]] = {}
    for name, made in ways:
        names.setdefault(made, []).append(name)
    return [(" or ".join(n), made) for made, n in names.items()]


@lru_cache(maxsize=512)
def _digit_masks(radices: tuple[int, ...]) -> list[tuple[Plane, ...]]:
    total, stride, masks = prod(radices), 1, []
    for radix in radices:
        digits = []
        for digit in range(radix):
            block = ((1 << stride) - 1) << (digit * stride)
            filled = radix * stride
            while filled < total:
                block |= block << filled
                filled *= 2
            digits.append(block & ((1 << total) - 1))
        masks.append(tuple(digits))
        stride *= radix
    return masks


@lru_cache(maxsize=512)
def _single_masks(radices: tuple[int, ...]) -> list[tuple[Plane, ...]]:
    at, masks = 1, []
    for radix in radices:
        masks.append(tuple([1 << at + k for k in range(radix)]))
        at += radix
    return masks
