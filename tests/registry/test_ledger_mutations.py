"""Any changed byte of what is stored is found and named: rows and database file, exports, receipts, checkpoints, keys.

A few hundred changes here; ROGATORY_LONG=1 makes 100,000 of rows and 100,000 of exports, 20,000 of the database file,
10,000 of receipts and 10,000 of kept checkpoints (ROGATORY_MUTATIONS says another number than 100,000):

    ROGATORY_LONG=1 python -m pytest -s tests/registry/test_ledger_mutations.py tests/registry/test_ledger_export.py

The verifying functions are called in this process, with the verdict on a signature kept where signature, key and text
are the same bytes. A sample goes through the commands themselves, here and, with Node, in `test_ledger_export`.
"""

import os
import random
import re
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from rogatory.journal.note import Verifier
from rogatory.journal.proof import Proof
from rogatory.registry.ledger import guards, keys, reading
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.export import export
from rogatory.verifiers import verify_journal
from tests.registry.tampering import COLUMNS, MUTATIONS, SAMPLE, bytes_of_text, changed, rows, small_journal, where

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


@pytest.fixture(autouse=True)
def _same_signature_verified_once(monkeypatch):
    """The same signature of the same key over the same text need not be computed again; a changed one is."""
    monkeypatch.setattr(Verifier, "verifies", lru_cache(100_000)(Verifier.verifies))
    monkeypatch.setattr(verify_journal, "check_signature", lru_cache(100_000)(verify_journal.check_signature))


@pytest.fixture
def _journal(journal_keys):
    small_journal(journal_keys)


def told(number):
    """A long run says how far it is."""
    if number and number % 10_000 == 0:
        print(number, "found", file=sys.__stderr__, flush=True)


def report(what, number, found, capsys):
    with capsys.disabled():
        print(f"\n{number:,} changed bytes of {what}, all found:", dict(found.most_common()))


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_the_stored_rows_is_found_by_the_audit(capsys):
    assert audit().lines() == []
    everything = [
        (table, where(table, row), column, value)
        for table, columns in COLUMNS.items()
        for row in rows(table)
        for column, value in zip(columns, row, strict=True)
        if value != ""
    ]
    rng, found = random.Random(1), Counter[str]()
    guards.remove(connection)
    try:
        for number in range(MUTATIONS):
            told(number)
            table, (condition, values), column, value = rng.choice(everything)
            stored = bytes_of_text(table, column, condition, values)
            new, mark = (changed(value, rng), "%s") if stored is None else (changed(stored, rng), "CAST(%s AS TEXT)")
            statement = f'UPDATE ledger_{table} SET "{column}" = {mark} WHERE {condition}'  # noqa: S608
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement, [new, *values])
                    assert cursor.rowcount == 1
                    counts = audit().counts
                    assert counts, (table, values, column, value, new)
                    found.update(kind.value for kind in counts)
                    transaction.set_rollback(True)
            except IntegrityError:
                # The database itself knows no two rows of one number.
                found["refused by the database"] += 1
    finally:
        guards.install(connection)
    assert audit().lines() == []
    report("rows", MUTATIONS, found, capsys)


def command(*words):
    """Exit code and answer of `rogatory journal ...`, run as an office runs it, on the database of this test."""
    told = connection.get_connection_params()
    url = f"sqlite:///{connection.settings_dict['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgresql://{told['user']}@/{told['dbname']}?host={quote(told['host'], safe='')}"
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "DATABASE_URL": url, "ROGATORY_DATA": str(settings.DATA), "PYTHONPATH": source}
    done = subprocess.run(
        [sys.executable, "-m", "rogatory", "journal", *words],
        env={**environment, "COLUMNS": "200"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.mark.usefixtures("_journal")
def test_a_sample_is_found_by_the_command_itself_and_by_the_same_name(capsys):
    assert command("audit")[0] == 0
    everything = [
        (table, where(table, row), column, value)
        for table in ("entry", "secret", "node", "checkpoint", "head")
        for row in rows(table)
        for column, value in zip(COLUMNS[table], row, strict=True)
        if value != "" and column not in ("seq", "position", "size", "id")
    ]
    rng, found = random.Random(6), Counter[str]()
    guards.remove(connection)
    try:
        for _ in range(SAMPLE):
            table, (condition, values), column, value = rng.choice(everything)
            with connection.cursor() as cursor:
                statement = f'UPDATE ledger_{table} SET "{column}" = %s WHERE {condition}'  # noqa: S608
                cursor.execute(statement, [changed(value, rng), *values])
                expected = {kind.value for kind in audit().counts}
                code, said = command("audit")
                assert code == 1
                assert {line.split()[0] for line in said.splitlines()} >= expected, (table, column, said)
                found.update(expected)
                cursor.execute(statement, [value, *values])
    finally:
        guards.install(connection)
    report("rows, by the command", SAMPLE, found, capsys)


def logical():
    """Everything the tables of the journal hold, and what is found through their indexes."""
    found = [rows(table) for table in COLUMNS]
    return found, [reading.of_case(f"c{i}") for i in range(9)]


def put(path, place, data):
    """Write into the database file behind the back of SQLite."""
    connection.close()
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_the_database_file_is_found_or_changes_nothing_that_is_stored(capsys):
    """The file of SQLite holds other tables and unused room too; there a byte may change without harm."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps many files and verifies their pages itself, where the server was set up so")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before, path = logical(), Path(str(connection.settings_dict["NAME"]))
    connection.close()
    data, found, rng = path.read_bytes(), Counter[str](), random.Random(3)
    values = {bytes(v) for table in before[0] for row in table for v in row if isinstance(v, bytes | memoryview)}
    values = {value for value in values if len(value) >= 32}
    spans = [(m.start() - 24, m.end() + 8) for value in values for m in re.finditer(re.escape(value), data)]
    for number in range(MUTATIONS // 5):
        told(number)
        # In the rows of the journal or close by; one in ten anywhere.
        place = rng.randrange(*rng.choice(spans)) if rng.random() < 0.9 else rng.randrange(len(data))
        put(path, place, bytes([data[place] ^ rng.randrange(1, 256)]))
        if counts := audit().counts:
            found.update(kind.value for kind in counts)
        else:
            assert logical() == before, place
            found["nothing of the journal"] += 1
        put(path, place, data[place : place + 1])
    path.write_bytes(data)
    assert audit().lines() == []
    report("the database file", MUTATIONS // 5, found, capsys)


def violations(capsys, *arguments):
    """Kinds the offline verifier names; it must fail."""
    capsys.readouterr()
    assert verify_journal.main([str(a) for a in arguments]) == 1, arguments
    kinds = {line.split()[1] for line in capsys.readouterr().out.splitlines() if line.startswith("VIOLATION")}
    assert kinds, arguments
    return kinds


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_an_export_is_found_by_the_verifier(tmp_path, capsys):
    export(tmp_path / "export")
    files = [p for p in (tmp_path / "export").rglob("*") if p.is_file() and not p.name.startswith("verify_")]
    weights = [p.stat().st_size for p in files]
    assert verify_journal.main([str(tmp_path / "export")]) == 0
    rng, found = random.Random(2), Counter[str]()
    for number in range(MUTATIONS):
        told(number)
        [path] = rng.choices(files, weights)
        data = path.read_bytes()
        path.write_bytes(changed(data, rng))
        found.update(violations(capsys, tmp_path / "export"))
        path.write_bytes(data)
    assert verify_journal.main([str(tmp_path / "export")]) == 0
    report("an export", MUTATIONS, found, capsys)


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_a_receipt_is_found_by_the_verifier_and_by_the_registry(journal_keys, tmp_path, capsys):
    policy, path = journal_keys / keys.POLICY, tmp_path / "entry.tlog-proof"
    receipts = [reading.receipt(number, quorum=True).encode() for number in range(9)]
    rng, found = random.Random(4), Counter[str]()
    for number in range(MUTATIONS // 10):
        told(number)
        new = changed(rng.choice(receipts), rng)
        path.write_bytes(new)
        found.update(violations(capsys, "--policy", policy, path))
        with pytest.raises(ValueError):  # noqa: PT011 - bytes that are no text, or a NoteError
            verified_by_the_registry(path)
    report("receipts", MUTATIONS // 10, found, capsys)


def verified_by_the_registry(path):
    receipt = Proof.parse(path.read_bytes().decode())
    receipt.verify(receipt.extra or b"", keys.policy())


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_a_checkpoint_somebody_kept_is_found(tmp_path, capsys):
    export(tmp_path / "export")
    path, note = tmp_path / "kept", str(reading.newest()).encode()
    path.write_bytes(note)
    assert verify_journal.main(["--known", str(path), str(tmp_path / "export")]) == 0
    rng, found, beside = random.Random(5), Counter[str](), note.rindex("— witness".encode())
    for number in range(MUTATIONS // 10):
        told(number)
        new = changed(note, rng)
        if new[:beside] == note[:beside] and new[beside:] != note[beside:]:
            # What was kept counts for the log's signature; a line that is no witness's any more is passed over.
            new = changed(note[:beside], rng)
        path.write_bytes(new)
        found.update(violations(capsys, "--known", path, tmp_path / "export"))
        counts = audit([new.decode(errors="replace")]).counts
        assert counts
    report("a kept checkpoint", MUTATIONS // 10, found, capsys)


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_the_journals_key_is_found(journal_keys, capsys):
    path = journal_keys / keys.KEY
    data, found = path.read_bytes(), Counter[str]()
    changes = [(place, bit) for place in range(len(data)) for bit in range(8)]
    for place, bit in changes:
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
        keys._signer.cache_clear()
        counts = audit().counts
        assert counts, (place, bit)
        found.update(kind.value for kind in counts)
    path.write_bytes(data)
    keys._signer.cache_clear()
    assert audit().lines() == []
    report("the key", len(changes), found, capsys)
