"""Whoever is killed in the midst of appending loses nothing that was acknowledged and leaves nothing half done.

ROGATORY_KILLS=1000 python -m pytest -s tests/registry/test_ledger_kill.py
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("ROGATORY_KILLS", "24"))
pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_acknowledged_is_lost_and_no_act_is_half_done(journal_keys):
    environment = {**os.environ, "ROGATORY_DATA": str(journal_keys), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    environment["DJANGO_SETTINGS_MODULE"] = "rogatory.registry.settings"
    name = str(connection.settings_dict["NAME"])
    connection.close()
    command = [sys.executable, "-m", "tests.registry.killing", name, str(KILLS), os.environ.get("ROGATORY_SEED", "1")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    result = json.loads(done.stdout)
    print(result)
    assert result["kills"] == KILLS
    assert result["with_acknowledged"] > KILLS // 2
    assert result["slowest"] < 2
