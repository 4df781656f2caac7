"""Whoever is killed in the midst of an act loses nothing that was acknowledged and leaves nothing half done.

A few kills here; `killing.py` says how to kill thousands of times.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDOR = os.environ.get("ROGATORY_TEST_DATABASE", "sqlite")
LONG = os.environ.get("ROGATORY_LONG") == "1"


def killed(**numbers):
    words = [word for name, number in numbers.items() for word in (f"--{name}", str(number))]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.registry.killing", VENDOR, *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    print(found)
    return found


def test_nothing_acknowledged_is_lost_and_no_act_is_half_done():
    kills = 1000 if LONG else 16
    found = killed(kills=kills, serving=50 if LONG else 2)
    assert found["acknowledged"] > kills // 2
    if LONG:  # on a quiet machine; no test fails because a machine is busy
        assert found["again"]["max"] < 2
    assert found["serving_acknowledged"] > 0


def test_nor_when_the_database_server_is_killed_too():
    if VENDOR != "postgresql":
        pytest.skip("SQLite is no server: it is killed with whoever writes")
    kills = 200 if LONG else 3
    found = killed(kills=kills, server=kills)
    assert found["server_kills"] == kills
