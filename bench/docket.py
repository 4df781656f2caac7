"""Bulk re-assessment: the record of one state changes, and every case of a docket is judged anew."""

import gc
import resource
from random import Random
from time import perf_counter

from bench import files, measure
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS
from rogatory.law.binding import Context
from rogatory.law.bulk import Change, Docket, Entry
from rogatory.law.corpus import Law
from rogatory.law.evidence import Answer, stand
from rogatory.law.formulas import Verdict
from rogatory.law.judging import Subject, judge
from rogatory.law.reading import situate
from rogatory.law.vocabulary import state

ACT = ACTS["grant"]
QUESTION = state.torture_reports
STATES = ("KZ", "RU", "TR", "UZ", "TJ", "KG", "AZ", "GE", "AM", "MD", "UA", "RS", "AL", "BA", "ME", "MK", "US", "CA",
          "AU", "GB")  # fmt: skip
"""Requesting states of a docket, with as many cases each."""
POOL = 2_000
"""Distinct files; a docket takes from these with repetition."""

_HEADER = ("cases", "of states", "of it", "packing s", "a case us", "planes ms", "record ms", "median", "spread",
           "changed", "us a change", "MiB")  # fmt: skip


def run(sizes: list[int], repeats: int) -> None:
    """Measure every size, with the cases spread over twenty states and all from one."""
    law = law_in_force()
    print(f"Act: {ACT.id}; what changes: {QUESTION.slot} of one state, to yes and back; load {measure.load()}")
    rows: list[tuple[str, ...]] = [_HEADER]
    for size in sizes:
        for states in (STATES, STATES[:1]):
            rows.append(_measured(law, size, states, repeats))
    print(measure.table(rows))
    print("planes: judging every case anew; record: setting the answer, judging, and naming the cases that changed.")
    _explained(law, min(100_000, max(sizes)))


def _measured(law: Law, size: int, states: tuple[str, ...], repeats: int) -> tuple[str, ...]:
    docket, _, packing = _docket(law, size, states)
    docket.count()
    # The files the docket was packed from are garbage now; without this the collector walks them inside the timing.
    gc.collect()
    gc.freeze()
    planes = measure.repeated(docket.judge_again, repeats)
    seconds: list[float] = []
    changed = 0
    for k in range(2 * repeats):
        start = perf_counter()
        changes = docket.record(states[0], QUESTION.slot, "no" if k % 2 else "yes")
        seconds.append(perf_counter() - start)
        changed = max(changed, sum(len(c.keys) for c in changes))
    gc.unfreeze()
    record = measure.Timing(tuple(seconds[1::2]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = [f"{planes.best * 1e3:.2f}", f"{record.best * 1e3:.2f}", f"{1e3 / record.middle:.2f}"]
    each = (record.best - planes.best * (size // len(states)) / size) / max(1, changed) * 1e6
    return (
        f"{size:,}", f"{len(states)}", f"{size // len(states):,}", f"{packing:.1f}", f"{packing / size * 1e6:.0f}",
        *figures, f"x{record.spread:.2f}", f"{changed:,}", f"{each:.2f}", f"{memory:,}",
    )  # fmt: skip


def _docket(law: Law, size: int, states: tuple[str, ...]) -> tuple[Docket, list[Entry], float]:
    random = Random(5)
    contexts = [Context("BE", s, "extradition", files.DAY) for s in states]
    questions = dict(law.program(ACT, contexts[0]).questions)
    pool = [(Subject("p", files.docket_file(random, questions)),) for _ in range(POOL)]
    docket, entries, start = Docket(law, ACT), [], perf_counter()
    for i in range(size):
        entry = Entry(f"case-{i}", contexts[i % len(contexts)], pool[random.randrange(POOL)], files.DAY)
        docket.add(entry)
        if size <= 100_000:
            entries.append(entry)
    return docket, entries, perf_counter() - start


def _explained(law: Law, size: int) -> None:
    """The whole way: the record changes, the docket names the cases, and only these are judged in full."""
    docket, entries, _ = _docket(law, size, STATES)
    before = docket.verdicts()
    start = perf_counter()
    changes = docket.record(STATES[0], QUESTION.slot, "yes")
    recorded = perf_counter() - start
    told = {QUESTION.slot: stand(QUESTION, (Answer("record", ("yes",)),), files.DAY)}
    by_key = {e.key: e for e in entries}
    now = [(c, {**by_key[key].subjects[0].standings, **told}, by_key[key].context) for c in changes for key in c.keys]
    start = perf_counter()
    program = law.program(ACT, now[0][2])
    for _, on_file, _ in now:
        program.raw_reasons(*situate(program, on_file, files.DAY).reading)
    reasons = perf_counter() - start
    some = now[:200]
    start = perf_counter()
    rulings = [judge(law, ACT, "object", [Subject("p", f)], c, at=files.DAY) for _, f, c in some]
    ruled = perf_counter() - start
    agree = sum(_agrees(change, r.verdict) for (change, _, _), r in zip(some, rulings, strict=True))
    print(
        f"\n{size:,} cases of {len(STATES)} states: record {recorded * 1e3:.2f} ms, {len(now):,} cases changed;"
        f" reading these files and their reasons {reasons:.2f} s ({len(now) / max(reasons, 1e-9):,.0f}/s);"
        f" full rulings {len(some) / ruled:,.0f}/s, so {len(now) * ruled / len(some):.1f} s for all"
    )
    print(f"full rulings that agree with the docket: {agree} of {len(some)}; load {measure.load()}")
    assert agree == len(some)
    assert all(before[key] is c.before for c in changes for key in c.keys)


def _agrees(change: Change, ruled: Verdict) -> bool:
    """The exact pass of a full ruling may settle what the docket's three values leave open, and nothing else."""
    return ruled is change.after or change.after is Verdict.NOT_RIPE
