"""The demonstration's office in a data folder, and what is typed there.

Each command runs in a process of its own, which begins where the program is imported already: importing it takes
longer than most commands. What a process does before that is in `test_output.py` and `test_demo_office.py`.
"""

import fcntl
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds that a command may take."""
_FORKS = get_context("forkserver")
# What needs no settings: those differ from command to command.
_FORKS.set_forkserver_preload(
    [
        *("rogatory.cli", "rogatory.office.seen.limits_seen", "rogatory.linkage.book", "tests.cli.offices"),
        *("django.db.models", "pydantic", "requests"),
    ]
)


def environment(folder: Path) -> dict[str, str]:
    """What a command in this data folder finds around it: nothing of the tests."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ROGATORY_", "DATABASE_URL", "DJANGO_"))}
    return {**kept, "ROGATORY_DATA": str(folder), "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"}


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended, and what it said."""

    returncode: int | None
    stdout: str
    stderr: str


def typed(folder: Path, *words: str, given: str = "") -> Told:
    """Type a command in a data folder."""
    with TemporaryDirectory() as kept:
        streams = [Path(kept, name) for name in ("in", "out", "err")]
        streams[0].write_text(given, "utf-8")
        run = _FORKS.Process(target=_run, args=(words, environment(folder), streams))
        run.start()
        run.join(PATIENCE)
        assert run.exitcode is not None, f"{words} had not ended"
        return Told(run.exitcode, *(path.read_text("utf-8") for path in streams[1:]))


def _run(words: tuple[str, ...], environment: Mapping[str, str], streams: list[Path]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = (_stream(n, path) for n, path in enumerate(streams))
    sys.argv = ["rogatory", *words]
    runpy.run_module("rogatory", run_name="__main__")


def _stream(number: int, path: Path) -> IO[str]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    os.dup2(descriptor, number)
    return open(number, "w" if number else "r", encoding="utf-8", closefd=False)


def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demonstration, made once for all tests that run; never changed, only copied."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # each worker has a folder in it
    found = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            making = shared / "demonstration-in-the-making"
            words = [sys.executable, "-m", "rogatory", "demo", "--once", "--folder", str(making)]
            subprocess.run(words, env=environment(making), check=True, capture_output=True, timeout=PATIENCE)
            making.rename(found)
    return found


def copy(made: Path, to: Path) -> Path:
    """A data folder as the demonstration made it, to be changed."""
    return Path(shutil.copytree(made, to))
