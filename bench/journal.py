# ruff: noqa: PLC0415 - Django reads its settings once, so they come first
"""The journal: appends beside what the disk can do, proofs, the offline audit, and pymerkle in the same run.

An append here is what the journal does in the transaction of an act: lock, salts, commitments, leaf, tree, signature
and a durable commit, through Django. Not in it: judging the act and bringing its reading copies along, which take ten
times as long. An act of an office is one entry, so its figure is that of single appends. Batches are for taking over
the cases of another system, in which a case's entries come together: twenty here. The last tenth is written in the
order that is worst for the index of cases, each entry of a batch of another case.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter

from bench import measure

AT = datetime(2025, 2, 4, 9, tzinfo=UTC)
NOTE = "x" * 300
BATCH = 1_000
OF_A_CASE = 20
PROOFS = 3_000


def run(entries: int, seconds: float) -> None:
    """Measure everything on SQLite, in a folder of its own on the disk of the temporary files."""
    with tempfile.TemporaryDirectory(prefix="rogatory-bench-") as name:
        folder = Path(name)
        _open(folder)
        _single(folder, seconds)
        _bulk(entries)
        _proofs(entries)
        _offline(folder, entries)
        _pymerkle(folder, min(entries, 100_000), seconds)


def _open(folder: Path) -> None:
    os.environ.update(ROGATORY_DATA=str(folder), DJANGO_SETTINGS_MODULE="rogatory.registry.settings")
    os.environ.pop("DATABASE_URL", None)
    import_module("django").setup()
    from django.core.management import call_command

    from rogatory.registry.ledger import keys

    call_command("migrate", "ledger", verbosity=0)
    keys.make_keys(folder)


class _Watch:
    """Seconds since it was made, by the clock on the wall and of the processor; others may use the same cores."""

    def __init__(self, who: int = RUSAGE_SELF) -> None:
        self._who, self._start, self._used = who, perf_counter(), self._processor(who)

    @staticmethod
    def _processor(who: int) -> float:
        usage = getrusage(who)
        return usage.ru_utime + usage.ru_stime

    def _times(self) -> tuple[float, float]:
        return perf_counter() - self._start, self._processor(self._who) - self._used

    def __str__(self) -> str:
        wall, processor = self._times()
        return f"{wall:10.1f} s   {processor:,.1f} s of one processor"

    def rate(self, count: int) -> str:
        """So many a second of both."""
        wall, processor = self._times()
        return f"{count / wall:10,.0f}/s   {count / processor:,.0f} in a second of one processor"


def _rate(once: Callable[[], object], seconds: float) -> float:
    """How often a second something can be done."""
    start, count = perf_counter(), 0
    while perf_counter() - start < seconds:
        once()
        count += 1
    return count / (perf_counter() - start)


def _syncs(folder: Path, seconds: float) -> float:
    """What the disk gives: 4 KiB appended to a file and brought to the disk by fdatasync, so many times a second."""
    handle = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    page = b"x" * 4096

    def once() -> None:
        os.write(handle, page)
        os.fdatasync(handle)

    try:
        return _rate(once, seconds)
    finally:
        os.close(handle)


def _append(cases: Iterable[int]) -> None:
    """Append an entry to each of these cases, in one transaction."""
    from django.db import transaction

    from rogatory.registry.ledger.append import NewEntry, append

    new = [NewEntry(f"2024/{case:06}", "request.assess", f"request-{case}", "u17", {"note": NOTE}) for case in cases]
    with transaction.atomic():
        append(new, at=AT)


def _single(folder: Path, seconds: float) -> None:
    """Disk and journal in turn, because the disk of a shared machine changes from second to second."""
    disk, ours = [], []
    for _ in range(3):
        disk.append(_syncs(folder, seconds / 3))
        ours.append(_rate(lambda: _append([0]), seconds / 3))
    disk.append(_syncs(folder, seconds / 3))
    synced, appended = sum(disk) / len(disk), sum(ours) / len(ours)
    spread = f"{min(disk):,.0f} to {max(disk):,.0f}"
    print(f"fdatasync of 4 KiB appended     {synced:10,.0f}/s   ({spread})")
    print(f"single durable signed appends   {appended:10,.0f}/s   {appended / synced:.0%} of it")


def _bulk(entries: int) -> None:
    from rogatory.registry.ledger import reading

    first, upto = reading.size(), entries - entries // 10
    rng = random.Random(2)
    orders: dict[str, Callable[[int], Iterable[int]]] = {
        "case by case": lambda start: ((start + i) // OF_A_CASE for i in range(BATCH)),
        "each of another case": lambda _: rng.sample(range(max(BATCH, entries // OF_A_CASE)), BATCH),
    }
    for (name, order), (begin, end) in zip(orders.items(), ((first, upto), (upto, entries)), strict=True):
        watch, fastest = _Watch(), 0.0
        for start in range(begin, end, BATCH):
            begun = perf_counter()
            _append(islice(order(start), end - start))
            fastest = max(fastest, min(BATCH, end - start) / (perf_counter() - begun))
        print(f"batches of {BATCH:,}, {name:20}{watch.rate(end - begin)}")
        print(f"  from {begin:,} to {end:,} entries; the best batch {fastest:,.0f}/s")


def _proofs(entries: int) -> None:
    from rogatory.journal import tree
    from rogatory.registry.ledger import reading, store
    from rogatory.registry.ledger.models import Entry

    rng = random.Random(1)
    size = reading.size()
    chosen = [rng.randrange(size) for _ in range(PROOFS)]
    seconds, proofs = [], []
    for number in chosen:
        start = perf_counter()
        proofs.append(reading.inclusion(number, size))
        seconds.append(perf_counter() - start)
    seconds.sort()
    root = tree.fold(store.lookup(tree.complete(0, size)))
    for number, proof in zip(chosen[:200], proofs, strict=False):
        leaf = bytes(Entry.objects.values_list("leaf_hash", flat=True).get(seq=number))
        assert tree.includes(root, leaf, number, size, proof)
    middle, last = measure.quantile(seconds, 0.5) * 1e6, measure.quantile(seconds, 0.99) * 1e6
    print(f"inclusion proof at {entries:,}     {middle:10,.0f} us  p99 {last:,.0f} us")


def _offline(folder: Path, entries: int) -> None:
    from django.db import connections

    from rogatory.registry.ledger.audit import audit
    from rogatory.registry.ledger.export import export

    watch = _Watch()
    report = audit()
    assert report.sound, report.lines()
    print(f"audit of the database           {watch}")
    watch = _Watch()
    export(folder / "export")
    print(f"export                          {watch}")
    connections.close_all()
    node = shutil.which("node")
    programs = [
        ("python", sys.executable, "verify_journal.py"),
        *([("node", node, "verify_journal.mjs")] if node else []),
    ]
    for name, program, file in programs:
        watch = _Watch(RUSAGE_CHILDREN)
        done = subprocess.run(  # noqa: S603 - our own files
            [program, str(folder / "export" / file), str(folder / "export")],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.endswith("verified\n"), done.stdout[-500:] + done.stderr[-500:]
        print(f"offline verifier, {name:6}        {watch}   {entries:,} entries")


def _pymerkle(folder: Path, entries: int, seconds: float) -> None:
    """The same with pymerkle's SqliteTree: no commitments, no signatures, its own settings of SQLite."""
    tree = import_module("pymerkle").SqliteTree(str(folder / "pymerkle.db"), algorithm="sha256")
    leaf = b"x" * 500
    print(f"pymerkle {version('pymerkle')} SqliteTree, unsigned:")
    print(f"  single appends                {_rate(lambda: tree.append_entry(leaf), seconds):10,.0f}/s")
    start = perf_counter()
    tree.append_entries([leaf] * entries, chunksize=10_000)
    print(f"  appends in bulk               {entries / (perf_counter() - start):10,.0f}/s")
    size, rng = tree.get_size(), random.Random(1)
    timing = measure.latencies(lambda i: tree.prove_inclusion(i, size), [rng.randrange(1, size) for _ in range(20)], 1)
    print(f"  inclusion proof at {size:,}    {measure.quantile(timing, 0.5) * 1e6:10,.0f} us")
