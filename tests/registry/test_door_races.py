"""An act is never done after a remedy that it was not judged with: two processes meet in every order, again and again.

A few rounds here; `racing.py` says how to race thousands of times.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDOR = os.environ.get("ROGATORY_TEST_DATABASE", "sqlite")
ROUNDS = int(os.environ.get("ROGATORY_RACES", "5000" if os.environ.get("ROGATORY_LONG") == "1" else "40"))


def test_whoever_decides_without_having_seen_the_remedy_is_told_so_and_judges_again():
    command = [sys.executable, "-m", "tests.registry.racing", VENDOR, "--rounds", str(ROUNDS)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    print(found)
    assert found["races"] == ROUNDS
    # Both orders came up, or nothing was raced.
    assert any("decided first" in kind for kind in found)
    assert any("remedy first" in kind for kind in found)


def test_nothing_leaves_once_a_remedy_is_lodged_or_a_body_has_ordered_that_it_waits():
    command = [sys.executable, "-m", "tests.registry.racing", VENDOR, "--leaving", str(ROUNDS)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    kinds: set[str] = set()
    for _ in range(4):  # on a busy machine one of the two can come first in all of them
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        found = json.loads(done.stdout.splitlines()[-1])
        print(found)
        kinds |= {end for end in ("left first", "stopped first") if any(end in kind for kind in found)}
        if kinds == {"left first", "stopped first"}:
            return
    pytest.fail(f"of the two ends of a race only {kinds} came about")
