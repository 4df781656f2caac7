"""Seized material: sealing beside reading and one digest, and memory at a million contents.

In processor seconds of user and system together, of everything that takes part. The targets: sealing at 90 % of reading
with SHA-256 alone and 1 GB a second and core; less than 300 MB. What reading costs: `ingest`.
"""

import ctypes
import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from blake3 import blake3

from bench import measure
from rogatory.material.items import Content, Digest, Item, State, item, seizure_id
from rogatory.material.joining import Joining
from rogatory.material.threads import Head
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.ledger.beside import QUOTES
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import hung
from rogatory.sifting.sealed.custody import Chain
from rogatory.sifting.sealed.sealing import Seizure, seal
from rogatory.sifting.sealed.store import PIECE
from rogatory.sifting.stages import Stage
from rogatory.sifting.visited.visiting import Done, Visit

_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER."""
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def run(folder: Path | None, megabytes: int, items: int, repeats: int) -> None:
    """Measure sealing on made-up files and on a folder, memory at so many contents."""
    with tempfile.TemporaryDirectory() as work:
        rows: list[tuple[str, ...]] = [
            (
                "sealed",
                "files",
                "MB",
                "sha256 MB/s",
                "both MB/s",
                "sealing MB/s",
                "of both",
                "of sha256",
                "MB/s by the clock",
                "sha256 so",
                "of it",
            )
        ]
        for name, source in (("large files", _made(Path(work), megabytes, 4)), ("the folder", folder)):
            if source:
                rows.append(_sealing(name, source, Path(work), repeats))
        print(measure.table(rows))
        print("MB a processor second; sha256, both: read and hashed in one pass, nothing written; best of all.\n")
        print(measure.table(_memory(items, Path(work))))


def _made(work: Path, megabytes: int, count: int) -> Path:
    folder = work / "made"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.bin").write_bytes(os.urandom(megabytes * 1_000_000 // count))
    return folder


def files_of(folder: Path) -> list[Path]:
    """The files of a folder, in their order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _sealing(name: str, folder: Path, work: Path, repeats: int) -> tuple[str, ...]:
    files = files_of(folder)
    volume = sum(path.stat().st_size for path in files) / 1e6
    _hash(files, sha256)  # so that all of it is in memory
    spent: dict[str, list[float]] = {"one": [], "both": [], "seal": [], "clock": [], "one clock": []}
    for number in range(repeats):
        processor, clock = _cost(lambda: _hash(files, sha256))
        spent["one"].append(processor)
        spent["one clock"].append(clock)
        spent["both"].append(_cost(lambda: _hash(files, sha256, blake3))[0])
        place = work / f"sealed {name} {number}"
        processor, clock = _cost(partial(seal_of, folder, place))
        spent["seal"].append(processor)
        spent["clock"].append(clock)
    one, both, sealing = (volume / min(spent[which]) for which in ("one", "both", "seal"))
    clock, alone = volume / min(spent["clock"]), volume / min(spent["one clock"])
    shares = (f"{sealing / both:.0%}", f"{sealing / one:.0%}", f"{clock:,.0f}", f"{alone:,.0f}", f"{clock / alone:.0%}")
    return (name, str(len(files)), f"{volume:.0f}", f"{one:,.0f}", f"{both:,.0f}", f"{sealing:,.0f}", *shares)


def _hash(files: list[Path], *digests: Callable[[], Any]) -> None:
    buffer = memoryview(bytearray(PIECE))
    for path in files:
        hashers = [digest() for digest in digests]
        with path.open("rb", buffering=0) as file:
            while count := file.readinto(buffer):
                for hasher in hashers:
                    hasher.update(buffer[:count])
        for hasher in hashers:
            hasher.hexdigest()


def seal_of(folder: Path, place: Path) -> Seizure:
    """Seal a folder."""
    seizure = Seizure(place)
    seal(seizure, "S", [folder], Chain(seizure.custody, lambda: MOMENT).acknowledge)
    return seizure


def _cost(work: Callable[[], object]) -> tuple[float, float]:
    """Processor seconds of this process and those it waited for, and seconds by the clock."""
    before, start = _spent(), perf_counter()
    work()
    return _spent() - before, perf_counter() - start


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def apart(work: Callable[[], None]) -> tuple[float, float, int, int]:
    """Processor seconds and clock of a process of its own and all of its, its peak of memory in MB, how it ended.

    What a process leaves behind that was killed is waited for too, on Linux: else nobody would count what it spent.
    """
    start = perf_counter()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if (adopt := getattr(ctypes.CDLL(None), "prctl", None)) is not None:
                adopt(_ADOPT, 1, 0, 0, 0)
            work()
            while True:
                os.wait()
        except ChildProcessError:
            code = 0
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss // 1024, status


def _memory(items: int, work: Path) -> list[tuple[str, ...]]:
    place = work / "memory.sqlite3"
    rows: list[tuple[str, ...]] = [("contents", "what", "peak MB", "processor s")]
    for name, what in (
        ("taken in", _take),
        ("leased, a tenth written down", _work),
        ("counted", _count),
        ("taken in by the review, whole", _hang),
        ("and judged, nothing answered", _judge),
        ("threads of as many messages", _threads),
        ("with attachments, copies, quotes: taken in", _tie),
        ("the same by the review, whole", _hang_tied),
    ):
        # A process that has loaded nothing but what it takes.
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            spent, peak = alone.submit(_alone, what, place, items).result()
        rows.append((f"{items:,}", name, f"{peak:,}", f"{spent:.1f}"))
    return rows


def _alone(what: Callable[[Path, int], None], place: Path, items: int) -> tuple[float, int]:
    """Processor seconds of it, and the peak of memory of this process, which does nothing else, in MB."""
    before = _spent()
    what(place, items)
    # What `getrusage` tells counts the process that started it too.
    (peak,) = (line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return _spent() - before, int(peak) // 1024


def _take(place: Path, items: int) -> None:
    def lines() -> Iterator[tuple[Item, Content | None, str]]:
        for number in range(items):
            content = _content(number)
            yield item(seizure_id("S"), b"mail/%d.eml" % number, content.sha256), content, ""

    Ledger(place).take("S", b"r" * 32, lines())


def _work(place: Path, items: int) -> None:
    ledger = Ledger(place)
    left = items // 10
    while left > 0:
        tasks = ledger.lease("bench", 200, 0, 1)
        visits = [
            Visit(task, "message/rfc822", {stage: Done(stage, State.OK) for stage in (Stage.IDENTIFY, Stage.EXTRACT)},
                  f"words of {task.content}")
            for task in tasks
        ]  # fmt: skip
        ledger.record("bench", visits, BUDGET)
        left -= len(tasks)


def _count(place: Path, items: int) -> None:
    Ledger(place).counts()


def _hang(place: Path, items: int) -> None:
    if len(hung(Ledger(place)).items) != items:
        raise RuntimeError("some are missing")


def _judge(place: Path, items: int) -> None:
    # The law is loaded where it is judged, and not where a seizure is read.
    from rogatory.deployment.law_in_force import law_in_force  # noqa: PLC0415
    from rogatory.law.acts import CLEAR_ITEM  # noqa: PLC0415
    from rogatory.law.binding import Context  # noqa: PLC0415
    from rogatory.law.judging import Subject  # noqa: PLC0415
    from rogatory.material.clearing import Setting, clear  # noqa: PLC0415
    from rogatory.material.standing import columns  # noqa: PLC0415
    from rogatory.material.taint import taints  # noqa: PLC0415
    from rogatory.office.review.folded import review_of  # noqa: PLC0415
    from rogatory.office.review.judging import known_of  # noqa: PLC0415

    there = hung(Ledger(place))
    review = review_of(())
    known = known_of(review, there, (), nothing_lodged=True)
    level = taints(there.provenance, (), ()).level
    told = columns(there.places, review.record, known, there.family, level)
    program = law_in_force().program(CLEAR_ITEM, Context("BE", "KZ", "mla", MOMENT.date(), MOMENT.date()))
    setting = Setting(program, (Subject("P1", {}),), MOMENT.date(), remedy=False)
    if clear(setting, told, there.provenance).cleared.any():
        raise RuntimeError("something is cleared that nobody answered")


def _hang_tied(place: Path, items: int) -> None:
    if len(hung(Ledger(place.with_name("tied"))).items) != items // 10 * 10:
        raise RuntimeError("some are missing")


def _tie(place: Path, items: int) -> None:
    """Of ten items three messages with two attachments each, and a copy of the first; each quotes the one before."""
    root = seizure_id("S")
    messages = (_content(10 * group + 3 * one) for group in range(items // 10) for one in range(3))

    def lines() -> Iterator[tuple[Item, Content | None, str]]:
        for number in range(items // 10 * 10):
            within = number % 10
            held = _content(number - 9 if within == 9 else number)
            lay_in = root if within % 3 == 0 else _content(number - within % 3).sha256
            yield item(lay_in, b"%d" % number, held.sha256), held, ""

    ledger = Ledger(place.with_name("tied"))
    ledger.take("S", b"r" * 32, lines())
    with ledger.together():
        ledger.write_ties((QUOTES, one.sha256, other.sha256) for other, one in pairwise(messages))


def _content(number: int) -> Content:
    return Content(Digest(sha256(b"%d" % number).hexdigest()), "0" * 64, number % 100_000)


def _threads(place: Path, items: int) -> None:
    joining = Joining()
    for number in range(items):
        joining.add("", Head(f"{number}@x", (f"{number // 3}@x", f"{number // 9}@x"), ""))
    for _ in joining.threads():
        pass
