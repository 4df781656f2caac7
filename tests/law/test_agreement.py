"""One tree, many readers: tree walk, generated code, columns, explanation, clingo and CEL never differ."""

import os
from random import Random

import pytest
from bench.engines.cel_engine import Cel, CelTwoPlanes
from bench.engines.clingo_engine import Clingo

from rogatory.law.acts import ACTS, GRANT
from rogatory.law.binding import Context
from rogatory.law.columns import judge_planes
from rogatory.law.conditions import Atom
from rogatory.law.explanation import reason
from rogatory.law.program import Program
from rogatory.law.reading import Situation, evaluate
from tests.law import random_law
from tests.law.build import DAY, program

CASES = int(os.environ.get("ROGATORY_RANDOM_CASES", "2000"))
"""Random cases for each comparison: a few thousand here, 100,000 and more by `make bench`."""


def situation(drawn: list[int]) -> Situation:
    return Situation(random_law.reading(drawn), {}, frozenset(), {}, frozenset(), DAY)  # type: ignore[arg-type]


def tree_codes(made: Program, drawn: list[int]) -> list[int]:
    """Every norm by the plain tree walk, conflicts read literal by literal as the generated code reads them."""

    def literal(vector: int, released: bool):
        four = random_law.reading(drawn)
        affirmed, denied = (four[2], four[3]) if released else (four[0], four[1])
        return affirmed if vector else denied

    found = []
    for b in made.bearings:
        affirmed, denied = literal(1, b.norm.releases), literal(0, b.norm.releases)

        def code(atom: Atom, affirmed: tuple[int, ...] = affirmed) -> int:
            return affirmed[made.index[atom]]

        if 2 in drawn:
            found.append(reason(made, situation(drawn), b.applies, released=b.norm.releases).code)
        else:
            assert all(denied[i] == {0: 3, 1: 1, 3: 0}[affirmed[i]] for i in range(len(affirmed)))
            found.append(evaluate(b.applies, code))
    return found


@pytest.mark.parametrize("seed", range(8))
def test_tree_code_columns_and_reasons_agree_on_random_law(seed):
    random = Random(seed)
    made = program(*random_law.norms(random, 24))
    cases = [random_law.codes(random, len(made.atoms), conflicts=seed % 2 == 1) for _ in range(max(50, CASES // 8))]
    shown = [sum(1 << c for c, drawn in enumerate(cases) if drawn[i] in (3, 2)) for i in range(len(made.atoms))]
    excluded = [sum(1 << c for c, drawn in enumerate(cases) if drawn[i] in (0, 2)) for i in range(len(made.atoms))]
    planes = judge_planes(made, shown, excluded, (1 << len(cases)) - 1)
    for c, drawn in enumerate(cases):
        outcome = made.outcome(random_law.reading(drawn))  # type: ignore[arg-type]
        assert planes.of(c) is outcome.verdict
        assert made.verdict_codes(*random_law.reading(drawn))[0] == outcome.verdict
        if c < 200:
            assert list(outcome.norms) == tree_codes(made, drawn)


@pytest.mark.parametrize("engine", [Clingo, Cel, CelTwoPlanes])
def test_outside_engines_agree_on_random_law(engine):
    random = Random(7)
    made = program(*random_law.norms(random, 60))
    conditions = [b.applies for b in made.bearings]
    outside = engine(conditions)
    cases = [random_law.codes(random, len(made.atoms)) for _ in range(CASES // (20 if engine is Cel else 4))]
    ours = [list(made.outcome(random_law.reading(c)).norms) for c in cases]  # type: ignore[arg-type]
    theirs = outside.codes({atom: c[i] for atom, i in made.index.items()} for c in cases)
    assert ours == theirs


@pytest.mark.parametrize("kind", ["extradition", "mla", "eaw", "red-notice"])
def test_outside_engines_agree_on_the_law_in_force(law, kind):
    random = Random(11)
    requesting = {"eaw": "HU"}.get(kind, "KZ")
    for act in (GRANT, ACTS["surrender"], ACTS["transmit"], ACTS["keep-notice"]):
        made = law.program(act, Context("BE", requesting, kind, DAY))
        if not made.bearings:
            continue
        conditions = [b.applies for b in made.bearings]
        cases = [random_law.codes(random, len(made.atoms)) for _ in range(max(20, CASES // 40))]
        ours = [list(made.outcome(random_law.reading(c)).norms) for c in cases]  # type: ignore[arg-type]
        for engine in (Clingo, CelTwoPlanes):
            named = ({atom: c[made.index[atom]] for atom in made.index} for c in cases)
            assert engine(conditions).codes(named) == ours
