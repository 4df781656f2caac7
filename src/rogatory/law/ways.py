"""The ways in which open questions can still be answered, all at once as bits of planes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import prod

from rogatory.law.codegen import UNKNOWN
from rogatory.law.columns import Plane
from rogatory.law.conditions import Atom, Op
from rogatory.law.program import Program, Reading
from rogatory.law.questions import Form
from rogatory.law.residue import Anatomy

Answers = list[tuple[str, frozenset[int]]]
"""The answers a slot can still get, each with the open atoms (by position) it makes true."""


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is open in a case.

    Attributes:
        rank: Place among the open questions: the easiest to answer first, then by name.
        slot: The question with its role.
        atoms: Its open atoms, by position in the reading.
        answers: The answers it can still get.
    """

    rank: tuple[int, str]
    slot: str
    atoms: tuple[int, ...]
    answers: Answers


def open_questions(program: Program, anatomy: Anatomy, reading: Reading, slots: int) -> list[Open]:
    """The open questions whose bits stand in `slots`, the easiest first."""
    found, affirmed, slots = [], reading[0], slots >> 1
    while slots:
        lowest = slots & -slots
        slots ^= lowest
        slot = anatomy.slots[lowest.bit_length() - 1]
        found.append(_open(program, slot, tuple([a for a in anatomy.atoms[slot] if affirmed[a] == UNKNOWN])))
    found.sort(key=lambda q: q.rank)
    return found


def every_way(questions: Sequence[Open]) -> list[tuple[Plane, ...]]:
    """For each question and each of its answers the ways in which it is given."""
    return _digit_masks(tuple(len(q.answers) for q in questions))


def one_answer_each(questions: Sequence[Open]) -> list[tuple[Plane, ...]]:
    """As `every_way`, but with a single answer in each way and none in the first."""
    at, found = 1, []
    for question in questions:
        found.append(tuple(1 << at + k for k in range(len(question.answers))))
        at += len(question.answers)
    return found


def rails(questions: Sequence[Open], masks: Sequence[tuple[Plane, ...]]) -> tuple[dict[int, Plane], dict[int, Plane]]:
    """For each atom of `questions`, by position, the ways in which it is shown and in which it is excluded.

    Neither, where its question is not answered.
    """
    shown: dict[int, Plane] = {}
    excluded: dict[int, Plane] = {}
    for question, digits in zip(questions, masks, strict=True):
        answered = sum(digits)
        for atom in question.atoms:
            made = 0
            for (_, true), mask in zip(question.answers, digits, strict=True):
                if atom in true:
                    made |= mask
            shown[atom], excluded[atom] = made, answered ^ made
    return shown, excluded


@lru_cache(maxsize=1 << 14)
def _open(program: Program, slot: str, atoms: tuple[int, ...]) -> Open:
    rank = (int(program.questions[slot].cost), slot)
    return Open(rank, slot, atoms, _answers(program, slot, atoms))


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
            return _merged([
                (", ".join(sorted({v for i in some for v in asked[i].values})) or "none of them", frozenset(some))
                for size in range(len(atoms) + 1) for some in combinations(atoms, size)
            ])  # fmt: skip
        case Form.NUMBER | Form.DAY:
            return _levels(asked)


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
