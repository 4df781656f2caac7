"""The journal on the command line, with a witness in a process of its own, as an office runs them."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from typer.testing import CliRunner

from rogatory.cli import app
from rogatory.registry.ledger import keys, reading
from rogatory.registry.ledger.append import NewEntry, append
from tests.registry.test_ledger_audit import tamper

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def rogatory(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


def write(count):
    with transaction.atomic():
        append([NewEntry(f"c{i}", "file.add", f"f{i}", "u1", {"title": f"Paper {i}"}) for i in range(count)], at=AT)


@pytest.fixture
def policy(journal_keys, tmp_path):
    """A policy with one witness, which runs as a process."""
    path = journal_keys / keys.POLICY
    command = [sys.executable, "-m", "rogatory", "witness", str(tmp_path / "witness"), "--port", "0"]
    command += ["--log", str(keys.signer().verifier), "--name", "witness.example/bar"]
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": source, "COLUMNS": "400"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        _, vkey, url = process.stdout.readline().split()
        path.write_text(f"log {keys.signer().verifier}\nwitness bar {vkey} {url}\nquorum bar\n", "utf-8")
        yield path
        process.terminate()


def test_from_the_act_to_the_receipt_that_another_verifies(policy, tmp_path):
    write(3)
    receipt = tmp_path / "1.tlog-proof"
    assert rogatory("journal", "prove", 1, "--quorum", "--out", receipt)[0] == 1
    assert rogatory("journal", "cosign") == (0, "witness bar cosigned 3 entries\n")
    assert rogatory("journal", "prove", 1, "--quorum", "--out", receipt) == (0, "")
    code, said = rogatory("journal", "verify", receipt, "--policy", policy)
    assert code == 0
    assert said.startswith("entry 1 of 3, root ")
    assert rogatory("journal", "prove", 1) == (0, receipt.read_text("utf-8"))
    write(2)
    assert rogatory("journal", "audit", "--known", receipt)[0] == 0
    assert rogatory("journal", "cosign")[0] == 0
    code, said = rogatory("journal", "export", tmp_path / "export")
    assert (code, said.split(".")[0]) == (0, "5 entries")
    assert rogatory("journal", "verify", tmp_path / "export", "--policy", policy, "--known", receipt)[0] == 0
    assert (tmp_path / "export" / "checkpoints" / "3").exists()


def test_an_audit_names_the_damage_and_fails():
    write(3)
    tamper("UPDATE ledger_entry SET actor = 'u2' WHERE seq = 1")
    code, said = rogatory("journal", "audit")
    assert code == 1
    said = " ".join(said.split())
    assert said.startswith("altered 1: the columns of entry 1 do not say what its leaf says 3 entries, root ")
    assert "damages: 1" in said


def test_what_cannot_be_done_is_said(tmp_path):
    assert rogatory("journal", "export", tmp_path / "export") == (2, f"{tmp_path / 'export'}: the journal is empty\n")
    assert rogatory("journal", "prove", 0)[0] == 1
    assert rogatory("journal", "audit", "--known", tmp_path / "nothing")[0] == 2
    assert rogatory("journal", "stamp", "http://127.0.0.1:9/")[0] == 1
    assert rogatory("journal", "verify", tmp_path / "nothing")[0] == 1
    code, said = rogatory("witness", tmp_path / "w", "--log", "junk")
    assert code == 2
    assert re.search("--name", said)


def test_one_case_is_disclosed(tmp_path):
    write(3)
    assert rogatory("journal", "export", tmp_path / "export", "--case", "c1")[0] == 0
    assert rogatory("journal", "verify", tmp_path / "export")[1].endswith("3 entries; 2 values withheld\nverified\n")
    assert reading.size() == 3
