"""Every reader of the law against every other, on random cases: the number of differences must be nought.

Readers: the plain tree walk, generated code, columns, generated reasons, clingo, CEL with unknowns left out, CEL over
two planes. Cases with conflicting evidence go to our own readers only: the others know no fourth value.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from random import Random
from typing import Any

from tests.law import random_law
from tests.law.build import program

from bench import files, measure, task
from bench.engines import Engine
from bench.engines.cel_engine import Cel, CelTwoPlanes
from bench.engines.clingo_engine import Clingo
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS
from rogatory.law.codegen import UNKNOWN
from rogatory.law.columns import judge_planes, norm_function, vectors
from rogatory.law.conditions import Condition
from rogatory.law.explanation import reason
from rogatory.law.formulas import Verdict
from rogatory.law.program import Program, Reading
from rogatory.law.reading import Situation, evaluate
from rogatory.law.relevance import still_open

Maker = Callable[[Sequence[Condition]], Engine[Any]]
OUTSIDE: dict[str, Maker] = {"clingo": Clingo, "CEL": Cel, "CEL, two planes": CelTwoPlanes}
NORMS, PROGRAMS = 24, 20
"""Size and number of the random laws."""


@dataclass
class Tally:
    """Values compared with those of the generated code, and how many differed, by reader."""

    compared: dict[str, int] = field(default_factory=dict)
    differed: dict[str, int] = field(default_factory=dict)

    def count(self, reader: str, ours: Sequence[object], theirs: Sequence[object]) -> None:
        """Compare two rows of values."""
        self.compared[reader] = self.compared.get(reader, 0) + len(ours)
        wrong = sum(a != b for a, b in zip(ours, theirs, strict=True))
        self.differed[reader] = self.differed.get(reader, 0) + wrong

    def add(self, other: "Tally") -> None:
        """Take in the figures of `other`."""
        for mine, theirs in ((self.compared, other.compared), (self.differed, other.differed)):
            for reader, count in theirs.items():
                mine[reader] = mine.get(reader, 0) + count


def run(random_cases: int, real_cases: int) -> int:
    """Compare, print, and return the number of differences."""
    total = Tally()
    each = -(-random_cases // PROGRAMS)
    plain, mixed = Tally(), Tally()
    for seed in range(PROGRAMS):
        random = Random(seed)
        made = program(*random_law.norms(random, NORMS))
        _compare(plain, made, [random_law.codes(random, len(made.atoms)) for _ in range(each)], OUTSIDE)
        cases = [random_law.codes(random, len(made.atoms), conflicts=True) for _ in range(each // 4)]
        _compare(mixed, made, cases, {})
    print(f"Random law: {PROGRAMS} programs of {NORMS} norms; load {measure.load()}")
    _print(total, plain, f"{PROGRAMS * each:,} cases")
    _print(total, mixed, f"{PROGRAMS * (each // 4):,} cases with conflicting evidence")
    law, everything = law_in_force(), Tally()
    for context, act in files.PROGRAMS:
        random, made, tally = Random(act), law.program(ACTS[act], context), Tally()
        cases = [random_law.codes(random, len(made.atoms)) for _ in range(real_cases)]
        _compare(tally, made, cases, OUTSIDE)
        cases = [random_law.codes(random, len(made.atoms), conflicts=True) for _ in range(real_cases // 4)]
        _compare(tally, made, cases, {})
        everything.add(tally)
    print(f"\nThe law in force: {len(files.PROGRAMS)} programs; load {measure.load()}")
    _print(total, everything, f"{real_cases:,} cases on each, and {real_cases // 4:,} with conflicting evidence")
    asked = _questionnaires(max(200, random_cases // 50))
    print(f"\nQuestionnaires against brute force over every way of answering; load {measure.load()}")
    _print(total, asked, f"{max(200, random_cases // 50):,} random cases")
    differences = sum(total.differed.values())
    print(f"\nIn all {sum(total.compared.values()):,} comparisons, {differences} differences")
    return differences


def _print(total: Tally, tally: Tally, cases: str) -> None:
    total.add(tally)
    print(f"{cases}: {sum(tally.compared.values()):,} values compared")
    rows = [(f"  {reader}", f"{n:,}", tally.differed[reader]) for reader, n in tally.compared.items()]
    print(measure.table([("  against the generated code", "values", "differences"), *rows]))


def _compare(tally: Tally, made: Program, cases: list[list[int]], outside: dict[str, Maker]) -> None:
    readings = [task.reading(c) for c in cases]
    ours = [made.outcome(r) for r in readings]
    shown, excluded = task.planes(cases)
    everyone = (1 << len(cases)) - 1
    columns = judge_planes(made, shown, excluded, everyone)
    by_verdict = {v: task.bits(columns.verdict(v), len(cases)) for v in Verdict}
    norms = norm_function(made)(*vectors(shown, excluded), everyone)
    bits = [(task.bits(yes, len(cases)), task.bits(no, len(cases))) for yes, no in norms]
    verdict_only = made.verdict_codes
    for k, (drawn, reading, outcome) in enumerate(zip(cases, readings, ours, strict=True)):
        tally.count("verdict by its own code", [outcome.verdict], [verdict_only(*reading)[0]])
        tally.count("verdict in columns", [outcome.verdict], [v for v, b in by_verdict.items() if b[k] == "1"])
        row = [3 if yes[k] == "1" else 0 if no[k] == "1" else 1 for yes, no in bits]
        tally.count("norms in columns", outcome.norms, row)
        tally.count("norms by reasons", outcome.norms, [r[0] if r else 0 for r in made.raw_reasons(*reading)])
        tally.count("norms by tree walk", outcome.norms, _walked(made, drawn, reading))
    for name, maker in outside.items():
        engine = maker([b.applies for b in made.bearings])
        for drawn, outcome in zip(cases, ours, strict=True):
            named = {atom: drawn[i] for atom, i in made.index.items()}
            tally.count(name, outcome.norms, engine.judge(engine.prepare(named)))


def _walked(made: Program, drawn: list[int], reading: Reading) -> list[int]:
    if 2 in drawn:
        seen = _situation(reading)
        return [reason(made, seen, b.applies, released=b.norm.releases).code for b in made.bearings]
    return [evaluate(b.applies, lambda atom: reading[0][made.index[atom]]) for b in made.bearings]


def _questionnaires(count: int) -> Tally:
    """What is reachable, and which questions matter, with up to ten questions open."""
    tally = Tally()
    for seed in range(count):
        random = Random(seed)
        made = program(*random_law.norms(random, 6, pool=10))
        drawn = random_law.codes(random, len(made.atoms), conflicts=seed % 3 == 0)
        still = still_open(made, _situation(task.reading(drawn)))
        open_ = [i for i, code in enumerate(drawn) if code == UNKNOWN]
        ways = dict(_ways(made, drawn, open_))
        matters = [
            any(v is not ways[(*a[:k], 3 - a[k], *a[k + 1 :])] for a, v in ways.items()) for k in range(len(open_))
        ]
        reached = set(ways.values())
        tally.count("verdicts within reach", [v in reached for v in Verdict], [v in still.reachable for v in Verdict])
        tally.count("questions that matter", matters, [made.atoms[i].slot in still.relevant for i in open_])
    return tally


def _ways(made: Program, drawn: list[int], open_: list[int]) -> Iterator[tuple[tuple[int, ...], Verdict]]:
    for answers in product((0, 3), repeat=len(open_)):
        full = list(drawn)
        for i, answer in zip(open_, answers, strict=True):
            full[i] = answer
        yield answers, made.outcome(task.reading(full)).verdict


def _situation(reading: Reading) -> Situation:
    return Situation(reading, {}, frozenset(), {}, frozenset(), files.DAY)
