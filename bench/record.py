# ruff: noqa: PLC0415 - Django is set up for a folder that is thrown away before what needs it comes in
"""The record of a state changes: every open case of that state judged anew, what stands differently told and journaled.

The cases are made up: a pool of files, taken with repetition, each judged on every act worth judging for its kind. The
peer is the engine's own full judging, as the door does it, of a sample of the same cases in the same run.
"""

import gc
import os
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any

from bench import measure
from rogatory.decision.bench import Sitting, judge_case
from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.difference import difference
from rogatory.journal import leaf
from rogatory.law.acts import Role
from rogatory.law.corpus import Law
from rogatory.law.questions import Form, Kind
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY, state
from rogatory.office.folds.answered import as_judged
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.office.folds.reassessing import REASSESSED, Reassessment, Way, fields_of
from rogatory.office.perform import NewEntry
from rogatory.people.mandates import EVERY_CASE, Mandate, state_stream
from rogatory.states.record.entries import Entry as Fact
from rogatory.states.record.entries import Kind as What
from rogatory.states.record.holding import NOTHING_ON_RECORD, Record

DAY = date(2026, 11, 2)
STATE = "KZ"
POOL = 400
"""Distinct files."""
SAMPLE = 150
"""Cases judged in full, before and after."""
KINDS = ("mla", "extradition", "red-notice")
ASKED = tuple(
    q.id for q in VOCABULARY.values()
    if q.form is Form.YES_NO and q.of in (Kind.PERSON, Kind.REQUEST, Kind.PROCEEDING, Kind.STATE)
)  # fmt: skip
AFTER = Record((
    Fact("kz-1", STATE, What.REPORT, "2026", "made up for measuring", "nobody", "nowhere", DAY, Check.GENERAL,
         (state.transnational_repression.id,)),
))  # fmt: skip

_HEADER = ("open cases", "of the state", "loading s", "a case us", "judged anew s", "told s", "journal s", "all s",
           "rulings", "cases", "full judging s", "times")  # fmt: skip


def run(sizes: list[int]) -> None:
    """Measure every size, with the cases spread over twenty states and all from one."""
    law = law_in_force()
    print(f"What changes: an entry opens {state.transnational_repression.id} of {STATE}; processor seconds of one core;"
          f" load {measure.load()}")  # fmt: skip
    pool = _pool()
    rows: list[tuple[str, ...]] = [_HEADER]
    for size in sizes:
        rows += [_measured(law, pool, size, size // 20), _measured(law, pool, size, size)]
    print(measure.table(rows))
    print("loading: reading and packing the open cases of the state; all: everything after it, the three before it.")
    written(min(sizes[-1], 100_000))
    print(
        f"full judging: every act of {SAMPLE} of these cases before and after with reasons and the difference, for all."
    )


def written(cases: int) -> None:
    """What it takes to write so many cases that stand differently: their entries, and the notices in My work.

    On SQLite in a folder that is thrown away; each case stands differently in three acts, as was measured.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({"ROGATORY_DATA": folder, "DJANGO_SETTINGS_MODULE": "rogatory.registry.settings"})
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.core.management import call_command

        django.setup()
        from rogatory.registry.ledger import keys

        call_command("migrate", verbosity=0)
        keys.make_keys(Path(folder))
        _written(cases)


def _written(cases: int) -> None:
    from django.db import transaction
    from django.utils import timezone

    from rogatory.law.wording.language import Language
    from rogatory.registry.cases import journal
    from rogatory.registry.cases.models import CaseCopy
    from rogatory.registry.desk.rows.reader import Reader
    from rogatory.registry.states import notices, reassessed

    now, stream = timezone.now(), state_stream(STATE)
    CaseCopy.objects.bulk_create(
        (CaseCopy(case=f"2026-{n:06}", kind="mla", requesting=STATE, requested="BE", opened_at=now, changed_at=now,
                  head=n, grant="allowed") for n in range(cases)),
        batch_size=5_000,
    )  # fmt: skip
    rulings = tuple((f"2026-{n:06}", "request") for n in range(cases))
    ways = [Way(act, "allowed", "not-ripe", ("pace-2509-17-7",), rulings) for act in ("grant", "refuse", "postpone")]
    empty = Reassessment(law_in_force(), STATE, NOTHING_ON_RECORD, AFTER, DAY)
    start = process_time()
    with transaction.atomic():
        journal.lock()
        new = [NewEntry(REASSESSED, "", "bench", told) for told in fields_of(empty, ways, 1)]
        numbers = journal.write(stream, new, now)
        sealed = process_time()
        for number, entry in zip(numbers, new, strict=True):
            reassessed.keep(journal.as_read(stream, number, entry, now))
    kept = process_time()
    reader = Reader("bench", now.date(), (Mandate("bench", Role.PROSECUTOR, EVERY_CASE, now.date()),))
    told = notices.notices(reader, Language.EN)
    print(f"{cases:,} cases, {3 * cases:,} rulings in {len(new)} entries: written to the journal in"
          f" {sealed - start:.2f} s, a row for each case of an entry in {kept - sealed:.2f} s; the notices of a reader"
          f" ({len(told)} shown) in {process_time() - kept:.3f} s")  # fmt: skip


def _measured(law: Law, pool: list[Dossier], size: int, mine: int) -> tuple[str, ...]:
    made, start = Reassessment(law, STATE, NOTHING_ON_RECORD, AFTER, DAY), process_time()
    for number in range(mine):
        file = pool[number % POOL]
        made.add(replace(file, case=replace(file.case, id=f"2026-{number:06}")))
    loading = process_time() - start
    gc.collect()
    gc.freeze()
    steps = [process_time()]
    ways = made.changed()
    steps.append(process_time())
    told = fields_of(made, ways, 1)
    steps.append(process_time())
    for fields in told:
        _journaled(fields)
    steps.append(process_time())
    gc.unfreeze()
    anew, telling, writing = (b - a for a, b in pairwise(steps))
    rulings = sum(len(way.rulings) for way in ways)
    cases = {case for way in ways for case, _ in way.rulings}
    full = _in_full(law, pool) * mine
    every = anew + telling + writing
    return (
        f"{size:,}", f"{mine:,}", f"{loading:.1f}", f"{loading / mine * 1e6:.0f}", f"{anew:.3f}", f"{telling:.3f}",
        f"{writing:.3f}", f"{every:.2f}", f"{rulings:,}", f"{len(cases):,}", f"{full:,.0f}", f"{full / every:,.0f}x",
    )  # fmt: skip


def _journaled(fields: dict[str, Any]) -> None:
    """An entry as the journal seals it: each field in its canonical form, committed to with a salt, in a leaf."""
    kept = {name: leaf.commitment(bytes(32), name, leaf.canonical(value)) for name, value in fields.items()}
    leaf.write(1, leaf.moment(datetime(2026, 11, 2, tzinfo=UTC)), ("bench", REASSESSED, "", state_stream(STATE)), kept)


def _in_full(law: Law, pool: list[Dossier]) -> float:
    """Processor seconds of judging a case in full, before and after, with what differs."""
    start = process_time()
    for file in pool[:SAMPLE]:
        was, is_ = (
            judge_case(law, as_judged(file, DAY, record), Sitting(at=DAY)) for record in (NOTHING_ON_RECORD, AFTER)
        )
        for before, after in zip(was, is_, strict=True):
            _ = difference(before, after)
            _ = after.hash
    return (process_time() - start) / SAMPLE


def _pool() -> list[Dossier]:
    random, begun = Random(8), perf_counter()
    made = [_file(random, number) for number in range(POOL)]
    print(f"{POOL} distinct files made in {perf_counter() - begun:.1f} s")
    return made


def _file(random: Random, number: int) -> Dossier:
    persons = [f"P{n}" for n in range(random.choice([1, 1, 1, 2]))]
    findings: list[dict[str, Any]] = [
        {"question": question, "answer": random.choice(["yes", "no", "no"]), "source": "made up",
         **({"about": random.choice(persons)} if question.startswith("person.") else {})}
        for question in ASKED if random.random() < 0.15
    ]  # fmt: skip
    kind = random.choice(KINDS)
    file = {
        "id": f"x-{number}", "title": "made up", "findings": findings,
        "request": {"kind": kind, "requesting_state": STATE, "requested_state": "BE", "received": "2026-10-01"},
        "persons": [{"id": p, "name": p} for p in persons],
        "measures": [{"id": "M1", "type": "interview", "persons": persons}] if kind == "mla" else [],
    }  # fmt: skip
    at = datetime(2026, 10, 2, 9, tzinfo=UTC)
    return fold([Entry(0, at, f"x-{number}", "register", "", "clerk", {"file": file})])
