"""CEL (Common Expression Language, Rust binding, MIT): an unknown is a variable left out; its error is absorbed."""

from collections.abc import Iterable, Sequence

import cel

from bench.engines import Codes, numbered, two_planes, written
from rogatory.law.conditions import Condition

_WORDS = (" && ", " || ", "!")


class Cel:
    """One compiled expression for each condition, evaluated with unknown variables absent."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Compile the expressions."""
        self.index = numbered(conditions)
        self._programs = [cel.compile(written(c, self.index, _WORDS)) for c in conditions]

    def codes(self, cases: Iterable[Codes]) -> list[list[int]]:
        """Code of every condition in every case."""
        rows = []
        for case in cases:
            known = {f"f{i}": case[atom] == 3 for atom, i in self.index.items() if case[atom] != 1}
            rows.append([self._one(program, known) for program in self._programs])
        return rows

    @staticmethod
    def _one(program: cel.Program, known: dict[str, bool]) -> int:
        try:
            return 3 if program.execute(known) else 0
        except RuntimeError:  # an absent variable that mattered
            return 1


class CelTwoPlanes:
    """All conditions in one expression over two planes: the fastest way to use CEL for this."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Compile one list expression."""
        self.index = numbered(conditions)
        texts = [
            two_planes(c, self.index, shown=shown, conj=" && ", disj=" || ")
            for c in conditions
            for shown in (True, False)
        ]
        self._program = cel.compile(f"[{', '.join(texts)}]")

    def codes(self, cases: Iterable[Codes]) -> list[list[int]]:
        """Code of every condition in every case."""
        rows = []
        for case in cases:
            known = {}
            for atom, i in self.index.items():
                known[f"t{i}"], known[f"x{i}"] = case[atom] == 3, case[atom] == 0
            flat = self._program.execute(known)
            rows.append([3 if flat[k] else 0 if flat[k + 1] else 1 for k in range(0, len(flat), 2)])
        return rows
