"""The task every engine gets: random norms over 40 questions, and random cases of which 40 % is unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.law import random_law
from tests.law.build import norm, program

from rogatory.law.columns import Plane
from rogatory.law.conditions import Atom, Condition, walk
from rogatory.law.program import Program, Reading

QUESTIONS = 40


@dataclass(frozen=True, eq=False)
class Task:
    """Norms and cases.

    Attributes:
        program: The norms, compiled by us.
        conditions: The condition of each norm, its exceptions written in.
        cases: For each case the code of every atom: 0, 1 or 3.
    """

    program: Program
    conditions: tuple[Condition, ...]
    cases: list[list[int]]

    @property
    def leaves(self) -> int:
        """Leaves of all conditions together."""
        return sum(isinstance(node, Atom) for c in self.conditions for node in walk(c))

    @property
    def readings(self) -> list[Reading]:
        """The cases as our own readers take them."""
        return [reading(case) for case in self.cases]


def make(norms: int, cases: int, seed: int = 1) -> Task:
    """A task with so many norms and cases; the same every time."""
    random = Random(seed)
    made = program(
        *(
            norm(
                f"norm-{i}",
                when=random_law.condition(random, random.randint(3, 8), QUESTIONS),
                unless=random_law.condition(random, random.randint(1, 3), QUESTIONS) if random.random() < 0.6 else None,
            )
            for i in range(norms)
        )
    )
    conditions = tuple(b.applies for b in made.bearings)
    return Task(made, conditions, [random_law.codes(random, len(made.atoms)) for _ in range(cases)])


def reading(codes: Sequence[int]) -> Reading:
    """One case as our own readers take it; code 2 stands for a conflict."""
    drawn = bytes(codes)
    affirmed, denied, affirmed_r, denied_r = (tuple(drawn.translate(table)) for table in _RAILS)
    return affirmed, denied, affirmed_r, denied_r


def _table(excluded: int, unknown: int, conflict: int, shown: int) -> bytes:
    return bytes.maketrans(b"\x00\x01\x02\x03", bytes([excluded, unknown, conflict, shown]))


# A conflict counts as shown, affirmed and denied alike, for norms that protect; for those that release, as unknown.
_RAILS = _table(0, 1, 3, 3), _table(3, 1, 3, 0), _table(0, 1, 1, 3), _table(3, 1, 1, 0)


def planes(cases: Sequence[Sequence[int]]) -> tuple[list[Plane], list[Plane]]:
    """Planes of cases given one by one: for each atom where it is shown, and where it is excluded."""
    columns = [bytes(column)[::-1] for column in zip(*cases, strict=True)]
    shown, excluded = bytes.maketrans(b"\x00\x01\x02\x03", b"0011"), bytes.maketrans(b"\x00\x01\x02\x03", b"1010")
    return [int(c.translate(shown), 2) for c in columns], [int(c.translate(excluded), 2) for c in columns]


def bits(plane: Plane, size: int) -> str:
    """A plane as text of noughts and ones, the first case first."""
    return bin(plane | 1 << size)[:2:-1]
