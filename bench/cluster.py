"""A cluster of Ray of several machines, all of them on this one: machines are killed while a seizure is read.

Then everything in the ledger, and in the store, is compared with what one process found that was left alone. It fails
where anything differs. The same is done with two supervisors on PostgreSQL, of which one is killed. It needs the extras
`cluster` and `postgres`, and a PostgreSQL, which comes from a wheel as in the tests.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psycopg
from tests.databases import postgresql
from tests.sifting.test_killing import desk, processes_below

from bench import measure
from bench.material import seal_of
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.running import run as read
from rogatory.sifting.sealed.sealing import Seizure

BUDGET_HERE = replace(BUDGET, ocr=False)
_OBJECTS = 100 << 20
"""Bytes of memory that Ray keeps for objects, near the least it takes; nothing here goes through them."""
_HOST = """
from pathlib import Path
from bench.cluster import BUDGET_HERE
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.run.supervising import Hand
run(Seizure(Path({folder!r})), processes=1, budget=BUDGET_HERE, grown=Grown({server!r}, hand=Hand({host!r}, lease=5.0)))
"""
Found = tuple[list[tuple[object, ...]], list[str]]
"""Everything the ledger holds, and the names in the store."""


def run(folder: Path | None, papers: int, machines: int, kills: int) -> int:
    """Read a folder, or made-up letters and papers, three times; how many times something else was found."""
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        source = folder or _made(work / "desk", papers)
        rows: list[tuple[str, ...]] = [
            ("read by", "killed", "contents", "items", "rows", "in the store", "clock s", "same")
        ]
        start = time.monotonic()
        alone = seal_of(source, work / "alone")
        read(alone, processes=1, budget=BUDGET_HERE)
        expected = _found(alone, "")
        rows.append(("one process, left alone", "", *_told(alone, "", expected), f"{time.monotonic() - start:.0f}", ""))
        differ = 0
        ways: list[tuple[str, Callable[[Seizure, str], str]]] = [
            ("two hosts", _hosts),
            (f"Ray, {machines} machines", lambda seizure, server: _rays(seizure, server, machines, kills)),
        ]
        for number, (name, way) in enumerate(ways):
            start = time.monotonic()
            server = _database(f"way_{number}")
            seizure = seal_of(source, work / str(number))
            killed = way(seizure, server)
            found = _found(seizure, server)
            differ += found != expected
            for row in sorted(map(str, {*found[0]} ^ {*expected[0]}))[:40]:
                print("differs:", row[:300])
            rows.append((name, killed, *_told(seizure, server, found), f"{time.monotonic() - start:.0f}",
                         "yes" if found == expected else "NO"))  # fmt: skip
        print(measure.table(rows))
        print("rows: all that stands in the ledger, compared one by one; clock: sealing and starting counted.")
    return differ


def _made(folder: Path, papers: int) -> Path:
    folder.mkdir()
    for name, data in desk(papers).items():
        (folder / name).write_bytes(data)
    return folder


def _database(name: str) -> str:
    server = postgresql()
    with psycopg.connect(server, autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}".encode())
    return server.replace("/postgres?", f"/{name}?")


def _found(seizure: Seizure, server: str) -> Found:
    book = opened(seizure, server)
    rows = list(book.dump())
    assert not book.holders(), "nobody holds anything any more"
    book.close()
    kept = sorted(
        path.name for path in seizure.store.folder.rglob("*") if path.is_file() and "writing-" not in str(path)
    )
    return rows, kept


def _told(seizure: Seizure, server: str, found: Found) -> tuple[str, ...]:
    book = opened(seizure, server)
    counts = book.counts()
    book.close()
    assert counts.waiting == 0, "all was read"
    return f"{counts.contents:,}", f"{counts.items:,}", f"{len(found[0]):,}", f"{len(found[1]):,}"


def _hosts(seizure: Seizure, server: str) -> str:
    """Two supervisors; one is killed when it has something in hand."""
    first, second = (
        _started(["-c", _HOST.format(folder=str(seizure.folder), server=server, host=host)])
        for host in ("first", "second")
    )
    book = opened(seizure, server, begin=True)
    while not any("first" in holder for holder in book.holders()):
        time.sleep(0.05)
    time.sleep(1)
    os.kill(first.pid, signal.SIGKILL)
    held = _held(book, lambda holder: "first" in holder)
    book.close()
    first.wait()
    assert second.wait() == 0, "the other went on to the end"
    return f"one, with {held} in hand"


def _rays(seizure: Seizure, server: str, machines: int, kills: int) -> str:
    """A cluster; machines are killed one after the other, each with all its processes and something in hand."""
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "300")  # a busy machine starts another slowly
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - an extra

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "object_store_memory": _OBJECTS})
    nodes = [cluster.add_node(num_cpus=1, object_store_memory=_OBJECTS) for _ in range(machines)]
    time.sleep(5)
    print(f"Ray at idle, {machines} machines and the head: {_memory(os.getpid()) >> 20:,} MB", flush=True)
    settings = {"ROGATORY_LEDGER": server, "ROGATORY_CLUSTER": cluster.address}
    driver = _started(["-m", "rogatory", "material", "run", str(seizure.folder), "--no-ocr"], settings)
    book = opened(seizure, server, begin=True)
    killed: list[str] = []
    while driver.poll() is None and len(killed) < kills:
        raylet = nodes[len(killed)].all_processes["raylet"][0].process.pid
        below = {raylet, *processes_below(raylet)}
        if not any(_held(book, _of(process)) for process in below):
            time.sleep(0.1)
            continue
        time.sleep(0.5)
        below |= {*processes_below(raylet)}
        for process in below:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        killed.append(str(sum(_held(book, _of(process)) for process in below)))
        nodes.append(cluster.add_node(num_cpus=1, object_store_memory=_OBJECTS))
    book.close()
    assert driver.wait() == 0, "the cluster went on to the end"
    cluster.shutdown()
    return f"{len(killed)}, with {' and '.join(killed)} in hand"


def _started(told: list[str], settings: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, **(settings or {}), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen([sys.executable, *told], env=environment, stdout=subprocess.DEVNULL)  # noqa: S603


def _of(process: int) -> Callable[[str], bool]:
    return lambda holder: int(holder.rsplit(":", 2)[1]) == process


def _held(book: Ledger, whose: Callable[[str], bool]) -> int:
    """How many contents these holders have."""
    return sum(count for holder, count in book.holders().items() if whose(holder))


def _memory(parent: int) -> int:
    """Bytes of memory of all processes below one, what they share counted once."""
    total = 0
    for process in processes_below(parent):
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            total += int(next(line for line in lines if line.startswith("Pss:")).split()[1]) << 10
    return total
