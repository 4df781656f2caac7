"""Killed at random: nothing is lost, nothing is there twice, and what was read is what is read undisturbed.

`ROGATORY_LONG=1` kills a thousand times.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.running import run
from tests.sifting.seizures import SMALL, letter, sealed, zipped

LONG = bool(os.environ.get("ROGATORY_LONG"))
RUN = """
from pathlib import Path
from rogatory.sifting.run.running import run
from rogatory.sifting.sealed.sealing import Seizure
from tests.sifting.seizures import SMALL
run(Seizure(Path({folder!r})), processes=2, budget=SMALL)
"""


def desk(count: int) -> dict[str, bytes]:
    files = {}
    for number in range(count):
        told = {"Message-ID": f"<{number}@x>", "In-Reply-To": f"<{number // 2}@x>"}
        inner = zipped({"deep.txt": b"deep %d" % number, "same.txt": b"the same everywhere"})
        files[f"{number}.eml"] = letter(f"Letter {number}", f"Words {number}", [("annex.zip", inner)], **told)
        files[f"{number}.txt"] = b"Paper %d" % number * 200
    return files


def processes_below(parent: int) -> list[int]:
    """The processes started by one, and theirs."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found += [int(path.parent.name), *processes_below(int(path.parent.name))]
    return found


def dumped(seizure):
    ledger = Ledger(seizure.ledger)
    found = list(ledger.dump())
    ledger.close()
    return found


def test_killed_at_random_nothing_is_lost_and_nothing_is_there_twice(tmp_path):
    kills, papers = (1000, 400) if LONG else (8, 40)
    chance = random.Random(7)
    files = desk(papers)
    undisturbed = sealed(tmp_path / "one", files)
    run(undisturbed, processes=2, budget=SMALL)
    disturbed = sealed(tmp_path / "other", files)
    killed, process = 0, None
    while killed < kills:
        if process is None or process.poll() is not None:
            if disturbed.ledger.exists() and not _waiting(disturbed):
                disturbed.ledger.unlink()  # all was read before enough was killed: once more from the start
            process = subprocess.Popen([sys.executable, "-c", RUN.format(folder=str(disturbed.folder))], cwd=Path.cwd(),
                                       env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
                                       stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(chance.uniform(0.02, 0.6))
        below = processes_below(process.pid)
        victim = process.pid if chance.random() < 0.4 or not below else chance.choice(below)
        try:
            os.kill(victim, signal.SIGKILL)
            killed += 1
        except ProcessLookupError:
            continue
        if victim == process.pid:
            process.wait()
            process = None
    if process:
        process.kill()
        process.wait()
    run(disturbed, processes=2, budget=SMALL)
    assert dumped(disturbed) == dumped(undisturbed)
    kept = [sorted(path.name for path in one.store.folder.rglob("*") if path.is_file() and "writing" not in str(path))
            for one in (disturbed, undisturbed)]  # fmt: skip
    assert kept[0] == kept[1]


def _waiting(seizure):
    ledger = Ledger(seizure.ledger)
    waiting = ledger.counts().waiting
    ledger.close()
    return waiting
