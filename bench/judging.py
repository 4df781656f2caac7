"""The same norms and cases for our readers and for outside engines, side by side in one run.

Every engine must give the codes ours gives, for every case it is timed on, before a speed is printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench import measure, task
from bench.engines import Engine
from bench.engines.cedar_engine import Cedar
from bench.engines.cel_engine import Cel, CelTwoPlanes
from bench.engines.clingo_engine import Clingo
from bench.engines.zen_engine import Zen, ZenExpression, ZenTraced
from rogatory.law.columns import norm_function, plane_function, vectors
from rogatory.law.conditions import Condition
from rogatory.law.program import Program, Reading
from rogatory.law.reading import evaluate

MAKERS: dict[str, Callable[[Sequence[Condition]], Engine[Any]]] = {
    "zen, one list expression": ZenExpression,
    "CEL, unknown left out": Cel,
    "CEL, two planes": CelTwoPlanes,
    "cedarpy, 2 policies a norm": Cedar,
    "zen, expression node": Zen,
    "zen, expression node, traced": ZenTraced,
    "clingo, multi-shot": Clingo,
}
TRACED = "zen, expression node, traced"
SECONDS = 2.0
"""One repetition of an engine lasts about so long; slower engines get fewer cases."""
HEADER = ("", "cases", "best/s", "median/s", "spread", "with hand-over/s", "build ms")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    timing: measure.Timing
    handed: measure.Timing | None
    build: float

    def cells(self) -> tuple[str, ...]:
        """The line as printed."""
        t = self.timing
        handed = measure.short(self.handed.rate) if self.handed else "-"
        speeds = measure.short(t.rate), measure.short(t.middle), f"x{t.spread:.2f}"
        return self.name, f"{t.count:,}", *speeds, handed, f"{self.build * 1e3:.0f}"


def run(norms: int, cases: int, repeats: int) -> None:
    """Measure at `norms` norms and at four times as many, and ours at ten times the cases."""
    small = measured(task.make(norms, cases), repeats)
    large = measured(task.make(4 * norms, cases), repeats)
    many = ours(task.make(norms, 10 * cases), max(3, repeats - 2))
    print("\nOurs at ten times the cases")
    print(measure.table([HEADER, *(row.cells() for row in many)]))
    print("\nGrowth: time per case at four times the norms, and ours at ten times the cases")
    by_name = {row.name: row for row in many}
    rows = [("", "norms x4", "cases x10")]
    for a, b in zip(small, large, strict=True):
        tenfold = by_name.get(a.name)
        ten = f"x{a.timing.rate / tenfold.timing.rate:.2f} per case" if tenfold else "-"
        rows.append((a.name, f"x{a.timing.rate / b.timing.rate:.1f}", ten))
    print(measure.table(rows))


def measured(given: task.Task, repeats: int) -> list[Row]:
    """Measure and print one size."""
    print(
        f"\n{len(given.conditions)} norms, {given.leaves} leaves, {len(given.program.atoms)} questions,"
        f" {len(given.cases):,} cases, 40 % of the answers unknown; load {measure.load()}"
    )
    rows = [*ours(given, repeats), *peers(given, max(3, repeats - 2))]
    print(measure.table([HEADER, *(row.cells() for row in rows)]))
    _ratios(rows)
    return rows


def ours(given: task.Task, repeats: int) -> list[Row]:
    """Our readers: generated code, generated reasons, columns."""
    program, readings = given.program, given.readings
    built = {
        "ours, verdict and norms": measure.repeated(lambda: _new(program).all_codes, 3).best,
        "ours, verdict only": measure.repeated(lambda: _new(program).verdict_codes, 3).best,
        "ours, with all reasons": measure.repeated(lambda: _new(program).raw_reasons, 3).best,
        "ours, columns, verdicts": measure.repeated(lambda: plane_function.__wrapped__(program), 3).best,
        "ours, columns, every norm": measure.repeated(lambda: norm_function.__wrapped__(program), 3).best,
    }
    _check_ours(given)
    functions = {
        "ours, verdict and norms": program.all_codes,
        "ours, verdict only": program.verdict_codes,
        "ours, with all reasons": program.raw_reasons,
    }
    rows = []
    for name, function in functions.items():
        kept = readings if name != "ours, with all reasons" else readings[:10_000]
        timing = measure.each(lambda r, f=function: f(*r), kept, repeats)  # type: ignore[misc]
        codes = given.cases[: len(kept)]
        handed = measure.each(lambda c, f=function: f(*task.reading(c)), codes, repeats)  # type: ignore[misc]
        rows.append(Row(name, timing, handed, built[name]))
    everyone, (shown, excluded) = (1 << len(given.cases)) - 1, task.planes(given.cases)
    four = vectors(shown, excluded)
    for name, made in (
        ("ours, columns, verdicts", plane_function(program)),
        ("ours, columns, every norm", norm_function(program)),
    ):
        timing = measure.repeated(lambda f=made: f(*four, everyone), 3 * repeats, len(given.cases))  # type: ignore[misc]
        handed = measure.repeated(
            lambda f=made: f(*vectors(*task.planes(given.cases)), everyone),  # type: ignore[misc]
            repeats,
            len(given.cases),
        )
        rows.append(Row(name, timing, handed, built[name]))
    return rows


def peers(given: task.Task, repeats: int) -> list[Row]:
    """The outside engines, each checked against ours on every case it is timed on."""
    named = [{atom: c[i] for atom, i in given.program.index.items()} for c in given.cases]
    rows = []
    for name, maker in MAKERS.items():
        build = measure.repeated(lambda m=maker: m(given.conditions), 2).best  # type: ignore[misc]
        engine = maker(given.conditions)
        sample = [engine.prepare(case) for case in named[:40]]
        count = measure.affordable(engine.judge, sample, len(named), SECONDS)
        prepared = [engine.prepare(case) for case in named[:count]]
        for case, codes in zip(prepared, given.readings[:count], strict=True):
            assert engine.judge(case) == list(given.program.all_codes(*codes)[-1]), f"{name} differs from ours"
        timing = measure.each(engine.judge, prepared, repeats)
        handed = measure.each(lambda c, e=engine: e.judge(e.prepare(c)), named[:count], 2)  # type: ignore[misc]
        rows.append(Row(name, timing, handed, build))
    return rows


def _check_ours(given: task.Task) -> None:
    """Tree walk, generated code, reasons and columns give the same codes; the tree walk on the first thousand cases."""
    program, everyone = given.program, (1 << len(given.cases)) - 1
    by_norm = norm_function(program)(*vectors(*task.planes(given.cases)), everyone)
    size = len(given.cases)
    bits = [(task.bits(yes, size), task.bits(no, size)) for yes, no in by_norm]
    for k, case in enumerate(given.readings):
        verdict, *_, norms = program.all_codes(*case)
        assert program.verdict_codes(*case)[0] == verdict
        assert list(norms) == [3 if yes[k] == "1" else 0 if no[k] == "1" else 1 for yes, no in bits], "columns differ"
        if k < 10_000:
            assert norms == tuple(r[0] if r else 0 for r in program.raw_reasons(*case)), "reasons differ"
        if k < 1_000:
            assert norms == _walked(program, case), "the tree walk differs"


def _walked(program: Program, case: Reading) -> tuple[int, ...]:
    return tuple(evaluate(b.applies, lambda atom: case[0][program.index[atom]]) for b in program.bearings)


def _new(program: Program) -> Program:
    return Program(program.act, program.bearings, program.questions, program.triggers)


def _ratios(rows: Sequence[Row]) -> None:
    speed = {row.name: row.timing.rate for row in rows}
    handed = {row.name: row.handed.rate for row in rows if row.handed}
    best = max(MAKERS, key=speed.__getitem__)
    best_handed = max(MAKERS, key=handed.__getitem__)
    print(f"Best peer: {best}; best peer with the hand-over of the case counted: {best_handed}")
    for name in (r.name for r in rows if r.name.startswith("ours")):
        against = TRACED if "reasons" in name else best
        print(
            f"  {name}: x{speed[name] / speed[against]:,.1f} of {against};"
            f" hand-over counted x{handed[name] / handed[TRACED if 'reasons' in name else best_handed]:,.1f}"
        )
