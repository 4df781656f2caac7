"""Ingest: what reading costs with cage, ledger and index, beside kreuzberg alone over the same files in the same run.

In processor seconds of everything that takes part: the process that supervises, those that read, and what they leave
behind. Sealing is apart (`material`). What the target names is the first reading: identify, unpack, extract without
letters off pictures, in the cage, with ledger and index; fingerprints and the heads of messages are in it. The rest is
what is done once over the whole seizure, threads and bonds, and screens.
"""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from io import FileIO
from pathlib import Path

from bench import measure
from bench.coverage import drawn
from bench.material import apart, files_of, seal_of
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.supervising import Hand, Supervisor
from rogatory.sifting.run.tying import tie
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.stages.identify import identify
from rogatory.sifting.stages.subject import Subject

_HOUR = 3600 / 1e9


def run(folder: Path, sample: int, processes: int, kept: Path | None, *, beside: bool) -> None:
    """Read the files of a folder with both, and tell what each cost and where it went.

    In a process that has loaded nothing else: what other benches need takes up memory that a limit counts.

    Args:
        folder: Files.
        sample: How many of them, by lot; 0: all.
        processes: How many read at once.
        kept: A folder, not there yet, in which the seizure stays; None: it is not kept.
        beside: Whether kreuzberg is run too.
    """
    told = [str(folder), str(sample), str(processes), str(kept or ""), "beside" if beside else ""]
    subprocess.run([sys.executable, "-m", "bench.ingest", *told], check=True)  # noqa: S603


def _run(folder: Path, sample: int, processes: int, kept: Path | None, *, beside: bool) -> None:
    with tempfile.TemporaryDirectory() as work:
        folder = drawn(folder, sample, 1, Path(work) / "drawn") if sample else folder
        files = files_of(folder)
        volume = sum(path.stat().st_size for path in files)
        rows: list[tuple[str, ...]] = [
            (
                "ingest",
                "contents",
                "GB",
                "processor s",
                "contents/s",
                "GB/h",
                "files/s",
                "their GB/h",
                "clock s",
                "peak MB",
                "ended",
            )
        ]
        if beside:
            spent, clock, ends = _alone(files)
            print(f"kreuzberg alone: {spent:.1f} s, by the clock {clock:.0f}", flush=True)
            rows.append(_row("kreuzberg alone", (len(files), volume) * 2, spent, (clock, 0), f"{ends} times by a file"))
        seizure = seal_of(folder, kept or Path(work) / "seizure")
        Ledger(seizure.ledger).close()
        begun, total, longest = os.getloadavg()[0], 0.0, 0.0
        for name, what in (("first reading", _read), ("with bonds", _tie), ("with screens", _read)):
            spent, clock, peak, status = apart(partial(what, seizure, processes))
            total, longest = total + spent, longest + clock
            with closing(Ledger(seizure.ledger)) as ledger:
                counts = ledger.counts()
            ended = ", ".join(f"{state.value} {count:,}" for state, count in counts.states.items())
            rows.append(_row(name, (counts.contents, counts.volume, len(files), volume), total, (longest, peak),
                             "broken off" if status else ended if what is _read else ""))  # fmt: skip
        print(measure.table(rows))
        print("a second and core; contents are files and what lies in them. Each row holds the one before it.")
        print("the peak is that of the largest process, which may be one that reads.")
        print(f"load when it began: {begun:.1f}\n")
        print(measure.table(_stages(seizure)))
        print(
            "stages: in the processes that read; the rest is their start, the cage, the store, the ledger, the index."
        )


def _row(
    name: str, read: tuple[int, int, int, int], spent: float, seen: tuple[float, int], ended: str
) -> tuple[str, ...]:
    contents, held, files, volume = read
    clock, peak = seen
    return (name, f"{contents:,}", f"{held / 1e9:.2f}", f"{spent:,.1f}", f"{contents / spent:,.0f}",
            f"{held / spent * _HOUR:,.0f}", f"{files / spent:,.0f}", f"{volume / spent * _HOUR:,.0f}", f"{clock:,.0f}",
            f"{peak:,}" if peak else "", ended)  # fmt: skip


def _supervised(seizure: Seizure, ledger: Ledger, processes: int) -> None:
    with closing(Supervisor(seizure.store, ledger, replace(BUDGET, ocr=False), Hand())) as supervisor:
        supervisor.work(processes)


def _read(seizure: Seizure, processes: int) -> None:
    receipt = seizure.opened()
    with closing(Ledger(seizure.ledger)) as ledger:
        lines = ((one.item(receipt.seizure), one.content, one.says) for one in seizure.entries())
        if not ledger.lines(receipt.seizure):
            ledger.take(receipt.seizure, receipt.root, lines)
        _supervised(seizure, ledger, processes)


def _tie(seizure: Seizure, processes: int) -> None:
    with closing(Ledger(seizure.ledger)) as ledger:
        ledger.join()
        tie(ledger, seizure.folder)
        ledger.to_screen()


def _stages(seizure: Seizure) -> list[tuple[str, ...]]:
    """What the stages say they spent, and over which kinds."""
    with closing(sqlite3.connect(seizure.ledger)) as ledger:
        stages = ledger.execute("SELECT stage, COUNT(*), SUM(seconds) FROM results GROUP BY stage ORDER BY 3 DESC")
        kinds = ledger.execute(
            "SELECT media, COUNT(DISTINCT sha256), SUM(seconds) FROM results JOIN contents ON sha256 = content "
            "WHERE stage <> 'screen' GROUP BY media ORDER BY 3 DESC LIMIT 12"
        )
        told = [(f"{name}", f"{count:,}", f"{spent:,.1f}") for name, count, spent in [*stages, *kinds]]
    return [("stage, or kind", "contents", "processor s"), *told]


def _alone(files: list[Path]) -> tuple[float, float, int]:
    """kreuzberg over each file, told its kind and with our limits, in a process begun again where a file ends it."""
    spent = clock = 0.0
    ends = start = 0
    with tempfile.NamedTemporaryFile() as told:
        while start < len(files):
            cost, seconds, _, status = apart(partial(_extract, files, start, told.name))
            spent, clock = spent + cost, clock + seconds
            at = int(Path(told.name).read_text() or 0)
            ends += status != 0
            start = at + 1 if status else len(files)
    return spent, clock, ends


def _extract(files: list[Path], first: int, told: str) -> None:
    import kreuzberg  # noqa: PLC0415 - as a program of its own would

    resource.setrlimit(resource.RLIMIT_AS, (BUDGET.memory, BUDGET.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    # Letters on pictures are read by neither; its types leave that word out.
    config = kreuzberg.ExtractionConfig(use_cache=False, enable_quality_processing=False, disable_ocr=True)  # type: ignore[call-arg]
    place = os.open(told, os.O_WRONLY)
    for number, path in enumerate(files[first:], first):
        os.pwrite(place, f"{number:<9}".encode(), 0)
        spent = resource.getrusage(resource.RUSAGE_SELF)
        signal.setitimer(signal.ITIMER_REAL, BUDGET.clock(path.stat().st_size))
        most = int(spent.ru_utime + spent.ru_stime + BUDGET.processor(path.stat().st_size)) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
        with FileIO(path) as file:
            subject = Subject(file, path.stat().st_size, BUDGET, lambda values, blob: None)
            identify(subject)
            try:
                kreuzberg.extract_bytes_sync(subject.data, subject.media, config)
            except Exception:  # noqa: S112 - how many fail is not measured here
                continue


if __name__ == "__main__":
    where, many, at_once, place, both = sys.argv[1:]
    _run(Path(where), int(many), int(at_once), Path(place) if place else None, beside=bool(both))
