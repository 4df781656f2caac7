"""The law in force: its size, how fast it judges, and what the questionnaire costs and finds."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from time import perf_counter

from bench import files, measure
from rogatory.decision.bench import Sitting, judge_case
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS
from rogatory.law.binding import Context
from rogatory.law.canonical import canonical_bytes
from rogatory.law.columns import plane_function
from rogatory.law.corpus import Law
from rogatory.law.evidence import Standing
from rogatory.law.formulas import Verdict
from rogatory.law.judging import Subject, judge
from rogatory.law.program import Program
from rogatory.law.questions import Question
from rogatory.law.reading import Situation, situate
from rogatory.law.relevance import StillOpen, still_open
from rogatory.law.ruling import Ruling

OPEN = (0.15, 0.4, 0.8)
"""Shares of the questions left open in random files."""
ANSWERED = (0.0, 0.1, 0.3)
"""Shares of the questions answered in random files that raise nothing else."""
_Maker = Callable[[Random, Mapping[str, Question]], dict[str, Standing]]
TARGET = 1e-3
"""Seconds within which 99 of 100 questionnaires are to be found."""


def run(count: int, repeats: int) -> None:
    """Sizes, speeds, questionnaires, and the decided cases."""
    law = law_in_force()
    print(f"{len(law.norms)} norms, {len(law.vocabulary)} questions; load {measure.load()}")
    _sizes(law)
    _speeds(law, repeats)
    _questionnaires(law, count)
    _decided(law)


def _sizes(law: Law) -> None:
    rows = [("", "norms", "questions", "atoms", "which bind ms", "verdict ms", "reasons ms", "columns ms")]
    for context, act in files.PROGRAMS:
        made = law.program(ACTS[act], context)
        binding = measure.repeated(lambda c=context, a=act: law.bearing_on(ACTS[a], c), 3).best  # type: ignore[misc]
        built = [_built(made, part) for part in (lambda p: p.all_codes, lambda p: p.raw_reasons)]
        built.append(measure.repeated(lambda m=made: plane_function.__wrapped__(m), 3).best)  # type: ignore[misc]
        times = [f"{t * 1e3:.1f}" for t in (binding, *built)]
        sizes = [str(n) for n in (len(made.bearings), len(made.slots), len(made.atoms))]
        rows.append((files.name(context, act), *sizes, *times))  # type: ignore[arg-type]
    print("\nSize, and milliseconds to find the norms that bind and to compile them (once for each set of norms)")
    print(measure.table(rows))


def _built(made: Program, part: Callable[[Program], object]) -> float:
    def build() -> None:
        part(Program(made.act, made.bearings, made.questions, made.triggers))

    return measure.repeated(build, 3).best


def _speeds(law: Law, repeats: int) -> None:
    """One person, a tenth of the questions answered; per second, one core."""
    rows = [("", "outcomes", "with reasons", "files read", "rulings", "rulings to JSON", "JSON bytes")]
    for context, act in files.PROGRAMS:
        random = Random(1)
        made = law.program(ACTS[act], context)
        on_file = [files.docket_file(random, made.questions) for _ in range(400)]
        situations = [situate(made, f, files.DAY) for f in on_file]
        outcome = measure.each(lambda s, m=made: m.outcome(s.reading), situations, repeats)  # type: ignore[misc]
        reasons = measure.each(lambda s, m=made: m.raw_reasons(*s.reading), situations, repeats)  # type: ignore[misc]
        reads = measure.each(lambda f, m=made: situate(m, f, files.DAY), on_file, repeats)  # type: ignore[misc]
        rule = _ruler(law, context, act)
        some = on_file[:100]
        ruled = measure.each(rule, some, repeats)
        rulings = [rule(f) for f in some]
        written = measure.each(lambda r: canonical_bytes(r.as_json()), rulings, repeats)
        size = sum(len(json.dumps(r.as_json())) for r in rulings) // len(rulings)
        speeds = [measure.short(t.rate) for t in (outcome, reasons, reads, ruled, written)]
        rows.append((files.name(context, act), *speeds, f"{size:,}"))  # type: ignore[arg-type]
    print("\nPer second: files with a tenth of the questions answered, one person")
    print(measure.table(rows))


def _ruler(law: Law, context: Context, act: str) -> Callable[[dict[str, Standing]], Ruling]:
    def rule(on_file: dict[str, Standing]) -> Ruling:
        return judge(law, ACTS[act], "object", [Subject("p", on_file)], context, at=files.DAY)

    return rule


@dataclass
class _Asked:
    """Questionnaires of many files.

    Attributes:
        times: Seconds of each.
        found: What each found, with the three-valued verdict.
    """

    times: list[float]
    found: list[tuple[Verdict, StillOpen]]

    def cells(self) -> tuple[str, ...]:
        """One line of the table."""
        ordered = sorted(self.times)
        live = sorted(t for t, (v, _) in zip(self.times, self.found, strict=True) if v is not Verdict.FORBIDDEN)
        figures = [f"{measure.quantile(ordered, q) * 1e3:.3f}" for q in (0.5, 0.99, 1)]
        figures += [f"{measure.quantile(live, q) * 1e3:.3f}" for q in (0.5, 0.99)] if live else ["-", "-"]
        missed = sum(t > TARGET for t in self.times)
        asked = sum(len(s.relevant) for _, s in self.found) / max(1, sum(len(s.reachable) > 1 for _, s in self.found))
        exact = sum(s.exact for _, s in self.found)
        return (*figures, f"{missed}", f"{len(live)}", f"{exact / len(self.found):.1%}", f"{asked:.1f}", self.decided())

    def decided(self) -> str:
        """Verdicts that three values leave open although every way of answering leads to the same one."""
        open_ = [s for v, s in self.found if v is Verdict.NOT_RIPE]
        alike = sum(len(s.reachable) == 1 and s.reachable[0] is not Verdict.NOT_RIPE for s in open_)
        return f"{alike}/{len(open_)}"


_HEADER = ("", "p50 ms", "p99", "max", "p50 not barred", "p99 not barred", "over 1 ms", "not barred", "exact",
           "mean asked", "decided alike")  # fmt: skip


def _questionnaires(law: Law, count: int) -> None:
    for mild in (False, True):
        kind = "nine answers in ten for cooperation" if mild else "answers evenly drawn"
        shares = {f"{s:.0%} open": partial(files.file, open_=s, mild=mild) for s in OPEN}
        _table(law, count, f"every question raised, {kind}", shares)
    shares = {f"{s:.0%} answered": partial(files.docket_file, share=s) for s in ANSWERED}
    _table(law, count, "as filed: what is not answered is open only if the file raises it", shares)


def _table(law: Law, count: int, kind: str, shares: Mapping[str, _Maker]) -> None:
    rows: list[Sequence[str]] = [_HEADER]
    for share, maker in shares.items():
        everything = _Asked([], [])
        for context, act in files.PROGRAMS:
            asked = _ask(law.program(ACTS[act], context), count, maker)
            rows.append((f"{share}, {files.name(context, act)}", *asked.cells()))
            everything.times += asked.times
            everything.found += asked.found
        rows.append((f"{share}, all", *everything.cells()))
    print(f"\nQuestionnaires, {count:,} random files a line, {kind}; best of three calls; load {measure.load()}")
    print(measure.table(rows))


def _ask(made: Program, count: int, maker: _Maker) -> _Asked:
    random = Random(7)
    situations = [situate(made, maker(random, made.questions), files.DAY) for _ in range(count)]
    still_open(made, situations[0])
    return _timed([(made, s) for s in situations])


def _timed(asked: Sequence[tuple[Program, Situation]]) -> _Asked:
    result = _Asked([], [])
    for made, situation in asked:
        result.times.append(measure.each(lambda s, m=made: still_open(m, s), [situation], 3).best)  # type: ignore[misc]
        result.found.append((made.outcome(situation.reading).verdict, still_open(made, situation)))
    return result


def _decided(law: Law) -> None:
    cases = list(files.decided())
    start = perf_counter()
    rulings = [r for case in cases for r in judge_case(law, case, Sitting())]
    cold = perf_counter() - start
    warm = measure.repeated(lambda: [judge_case(law, case, Sitting()) for case in cases], 2, len(rulings))
    asked = []
    for ruling in rulings:
        made = law.program(ruling.act, ruling.context)
        asked += [(made, s) for s in {id(n.situation): n.situation for n in ruling.norms}.values()]
    print(f"\nThe {len(cases)} decided cases: {len(rulings)} rulings on the acts each file asks for")
    print(f"rulings/s: cold, compiling included, {len(rulings) / cold:,.0f}; warm {measure.short(warm.rate)}")
    print(measure.table([_HEADER, ("their questionnaires", *_timed(asked).cells())]))
