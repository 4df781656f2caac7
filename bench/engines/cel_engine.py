"""CEL (Common Expression Language, Rust binding, MIT): an unknown is a variable left out; its error is absorbed."""

from collections.abc import Sequence

import cel

from bench.engines import Codes, Engine, both_planes, codes_of, numbered, planes_of, written
from rogatory.law.conditions import Condition

_WORDS = (" && ", " || ", "!")


class Cel(Engine[cel.Context]):
    """One compiled expression for each condition, evaluated with unknown variables absent."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Compile the expressions."""
        self.index = numbered(conditions)
        self._programs = [cel.compile(written(c, self.index, _WORDS)) for c in conditions]

    def prepare(self, case: Codes) -> cel.Context:
        """Known variables only."""
        return cel.Context({f"f{i}": case[atom] == 3 for atom, i in self.index.items() if case[atom] != 1})

    def judge(self, prepared: cel.Context) -> list[int]:
        """Code of every condition."""
        return [self._one(program, prepared) for program in self._programs]

    @staticmethod
    def _one(program: cel.Program, known: cel.Context) -> int:
        try:
            return 3 if program.execute(known) else 0
        except RuntimeError:  # an absent variable that mattered
            return 1


class CelTwoPlanes(Engine[cel.Context]):
    """All conditions in one list expression over two planes."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Compile one list expression."""
        self.index = numbered(conditions)
        self._program = cel.compile(f"[{', '.join(both_planes(conditions, self.index, ' && ', ' || '))}]")

    def prepare(self, case: Codes) -> cel.Context:
        """Both planes."""
        return cel.Context(planes_of(case, self.index))

    def judge(self, prepared: cel.Context) -> list[int]:
        """Code of every condition."""
        return codes_of(self._program.execute(prepared))
