"""The same norms and cases for our readers and for outside engines, side by side in one run.

Every engine must give the codes ours gives, for every case it is timed on, before a speed is printed. Repetitions go
round all engines and both sizes in turn, so that other work on the machine falls on all alike.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter
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
NORMS, VERDICT, REASONS = "ours, verdict and norms", "ours, verdict only", "ours, with all reasons"
COLUMNS, NORM_COLUMNS = "ours, columns, verdicts", "ours, columns, every norm"
SECONDS = 1.0
"""One repetition of an engine lasts about so long; slower engines get fewer cases."""


@dataclass
class Runner:
    """One engine on one size.

    Attributes:
        name: The engine.
        cases: How many cases one repetition judges.
        judging: Judges them, in the form the engine takes.
        handing: The same, from plain codes: the hand-over of each case is counted too.
        build: Seconds to compile the norms.
        calls: How often one repetition judges them; more than once where that takes microseconds.
        seconds: Of each repetition so far.
        handed: The same for `handing`.
    """

    name: str
    cases: int
    judging: Callable[[], object]
    handing: Callable[[], object]
    build: float
    calls: int = 1
    seconds: list[float] = field(default_factory=list)
    handed: list[float] = field(default_factory=list)

    def repeat(self) -> None:
        """One more repetition of each."""
        for call, calls, seconds in ((self.judging, self.calls, self.seconds), (self.handing, 1, self.handed)):
            start = perf_counter()
            for _ in range(calls):
                call()
            seconds.append((perf_counter() - start) / calls)

    @property
    def timing(self) -> measure.Timing:
        """Judging alone."""
        return measure.Timing(tuple(self.seconds), self.cases)

    @property
    def with_hand_over(self) -> measure.Timing:
        """Judging and handing over."""
        return measure.Timing(tuple(self.handed), self.cases)

    def cells(self) -> tuple[str, ...]:
        """The line as printed."""
        t = self.timing
        speeds = measure.short(t.rate), measure.short(t.middle), f"x{t.spread:.2f}"
        return self.name, f"{t.count:,}", *speeds, measure.short(self.with_hand_over.rate), f"{self.build * 1e3:.0f}"


HEADER = ("", "cases", "best/s", "median/s", "spread", "with hand-over/s", "build ms")


def run(norms: int, cases: int, repeats: int) -> None:
    """Measure at `norms` norms and at four times as many, and ours at ten times the cases."""
    small, large, many = task.make(norms, cases), task.make(4 * norms, cases), task.make(norms, 10 * cases)
    groups = [
        (small, [*_ours(small), *_peers(small)]),
        (large, [*_ours(large), *_peers(large)]),
        (many, [r for r in _ours(many) if r.name != REASONS]),
    ]
    for _ in range(repeats):
        for _, runners in groups:
            for runner in runners:
                runner.repeat()
    for given, runners in groups:
        print(
            f"\n{len(given.conditions)} norms, {given.leaves} leaves, {len(given.program.atoms)} questions,"
            f" {len(given.cases):,} cases, 40 % of the answers unknown"
        )
        print(measure.table([HEADER, *(r.cells() for r in runners)]))
        if len(runners) > len(MAKERS):
            _ratios(runners)
    _growth(*({r.name: r.timing.rate for r in runners} for _, runners in groups))


def _ours(given: task.Task) -> Iterator[Runner]:
    """Our readers: generated code, generated reasons, columns."""
    _check_ours(given)
    program, readings, codes = given.program, given.readings, given.cases
    for name, part in ((NORMS, "all_codes"), (VERDICT, "verdict_codes"), (REASONS, "raw_reasons")):
        function = getattr(program, part)
        build = measure.repeated(lambda p=part: getattr(_new(program), p), 3).best  # type: ignore[misc]
        yield Runner(
            name,
            len(codes),
            lambda f=function: _each(lambda r: f(*r), readings),  # type: ignore[misc]
            lambda f=function: _each(lambda c: f(*task.reading(c)), codes),  # type: ignore[misc]
            build,
        )
    everyone, four = (1 << len(codes)) - 1, vectors(*task.planes(codes))
    for name, maker in ((COLUMNS, plane_function), (NORM_COLUMNS, norm_function)):
        function = maker(program)
        yield Runner(
            name,
            len(codes),
            lambda f=function: f(*four, everyone),  # type: ignore[misc]
            lambda f=function: f(*vectors(*task.planes(codes)), everyone),  # type: ignore[misc]
            measure.repeated(lambda m=maker: m.__wrapped__(program), 3).best,  # type: ignore[misc]
            calls=50,
        )


def _peers(given: task.Task) -> Iterator[Runner]:
    """The outside engines, each checked against ours on every case it is timed on."""
    named = [{atom: c[i] for atom, i in given.program.index.items()} for c in given.cases]
    for name, maker in MAKERS.items():
        build = measure.repeated(lambda m=maker: m(given.conditions), 3).best  # type: ignore[misc]
        engine = maker(given.conditions)
        sample = [engine.prepare(case) for case in named[:40]]
        count = measure.affordable(engine.judge, sample, len(named), SECONDS)
        prepared = [engine.prepare(case) for case in named[:count]]
        for case, codes in zip(prepared, given.readings[:count], strict=True):
            assert engine.judge(case) == list(given.program.all_codes(*codes)[-1]), f"{name} differs from ours"
        yield Runner(
            name,
            count,
            lambda e=engine, p=prepared: _each(e.judge, p),  # type: ignore[misc]
            lambda e=engine, n=named[:count]: _each(lambda c: e.judge(e.prepare(c)), n),  # type: ignore[misc]
            build,
        )


def _each(function: Callable[[Any], object], cases: Sequence[Any]) -> None:
    """Results are dropped one by one, as a program that uses them would."""
    for case in cases:
        function(case)


def _check_ours(given: task.Task) -> None:
    """Tree walk, generated code, reasons and columns give the same codes; the tree walk on the first thousand cases."""
    program, size = given.program, len(given.cases)
    by_norm = norm_function(program)(*vectors(*task.planes(given.cases)), (1 << size) - 1)
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


def _ratios(runners: Sequence[Runner]) -> None:
    speed = {r.name: r.timing.rate for r in runners}
    handed = {r.name: r.with_hand_over.rate for r in runners}
    best, best_handed = (max(MAKERS, key=rates.__getitem__) for rates in (speed, handed))
    print(f"Best peer: {best}; with the hand-over of the case counted: {best_handed}; best that explains: {TRACED}")
    for name in (r.name for r in runners if r.name not in MAKERS):
        one, two = (TRACED, TRACED) if name == REASONS else (best, best_handed)
        print(
            f"  {name}: x{speed[name] / speed[one]:,.1f} of {one}; hand-over counted x{handed[name] / handed[two]:,.1f}"
        )


def _growth(small: dict[str, float], large: dict[str, float], many: dict[str, float]) -> None:
    print("\nGrowth: time for one case at four times the norms, and at ten times the cases")
    rows = [("", "norms x4", "cases x10")]
    rows += [(n, f"x{small[n] / large[n]:.1f}", f"x{small[n] / many[n]:.2f}" if n in many else "-") for n in small]
    print(measure.table(rows))
