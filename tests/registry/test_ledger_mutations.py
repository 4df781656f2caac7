"""Any changed byte is found: of the stored rows by the audit, of an export by the verifier.

ROGATORY_MUTATIONS=100000 python -m pytest -s tests/registry/test_ledger_mutations.py
"""

import os
import random
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import pytest
from django.db import IntegrityError, connection, transaction

from rogatory.journal.note import Signer, Type
from rogatory.registry.ledger import erasure, guards, keys
from rogatory.registry.ledger.append import NewEntry, append
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.export import export
from rogatory.registry.ledger.models import Checkpoint, Cosignature
from rogatory.verifiers import verify_journal

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
MUTATIONS = int(os.environ.get("ROGATORY_MUTATIONS", "300"))
WITNESS = Signer("witness.example/w1", Type.WITNESS, bytes(32))
COLUMNS = {
    "entry": ("seq", "case", "act", "object", "actor", "time", "leaf", "leaf_hash"),
    "secret": ("seq", "field", "salt", "value"),
    "erasure": ("seq", "field", "tombstone"),
    "node": ("position", "hash"),
    "checkpoint": ("size", "root", "note"),
    "cosignature": ("size", "witness", "line"),
    "head": ("id", "size", "peaks"),
}
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


@pytest.fixture
def _journal(journal_keys):
    """Nine entries, an erasure and a cosigned checkpoint."""
    policy = journal_keys / keys.POLICY
    policy.write_text(f"log {keys.signer().verifier}\nwitness w1 {WITNESS.verifier}\nquorum w1\n", "utf-8")
    for numbers in (range(5), range(5, 8)):
        with transaction.atomic():
            append(
                [NewEntry(f"c{i}", "file.add", f"f{i}", "u1", {"pages": i, "title": f"Ü {i}"}) for i in numbers], at=AT
            )
    with transaction.atomic():
        erasure.erase({3: ["title"]}, by="u9", basis="GDPR, Article 17", at=AT)
    for point in Checkpoint.objects.filter(size__in=(5, 9)):
        line = WITNESS.sign(point.note.partition("\n\n")[0] + "\n", 1_700_000_000)
        Cosignature.objects.create(size=point.size, witness=WITNESS.verifier.name, line=line)


def changed(value, rng):
    """The value with one byte, letter or bit changed."""
    match value:
        case int():
            return value ^ (1 << rng.randrange(16))
        case bytes() | memoryview():
            data = bytearray(value)
            data[rng.randrange(len(data))] ^= rng.randrange(1, 256)
            return bytes(data)
        case str():
            place = rng.randrange(len(value))
            letter = rng.choice([c for c in map(chr, range(32, 127)) if c != value[place]])
            return value[:place] + letter + value[place + 1 :]
        case datetime():
            return value + rng.choice((-1, 1)) * timedelta(microseconds=rng.randrange(1, 10**12))
        case _:
            raise AssertionError(value)


def told(number):
    """A long run says how far it is."""
    if number and number % 5_000 == 0:
        print(number, "found", file=sys.__stderr__, flush=True)


def rows():
    """Every stored value: table, columns and values that name its row, column, value."""
    found = []
    with connection.cursor() as cursor:
        for table, columns in COLUMNS.items():
            names = ", ".join(f'"{column}"' for column in columns)
            cursor.execute(f"SELECT {names} FROM ledger_{table}")  # noqa: S608
            for row in cursor.fetchall():
                key = dict(zip(columns, row, strict=True))
                pairs = {"secret": ("seq", "field"), "erasure": ("seq", "field"), "cosignature": ("size", "witness")}
                where = {name: key[name] for name in pairs.get(table, columns[:1])}
                found += [(table, where, column, key[column]) for column in columns if key[column] != ""]
    return found


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_the_stored_rows_is_found_by_the_audit():
    assert audit().lines() == []
    everything, rng, found = rows(), random.Random(1), Counter[str]()
    guards.remove(connection)
    try:
        for number in range(MUTATIONS):
            told(number)
            table, where, column, value = rng.choice(everything)
            conditions = " AND ".join(f'"{name}" = %s' for name in where)
            statement = f'UPDATE ledger_{table} SET "{column}" = %s WHERE {conditions}'  # noqa: S608
            new = changed(value, rng)
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement, [new, *where.values()])
                    assert cursor.rowcount == 1
                    counts = audit().counts
                    assert counts, (table, where, column, value, new)
                    found.update(kind.value for kind in counts)
                    transaction.set_rollback(True)
            except IntegrityError:
                # The database itself knows no two rows of one number.
                found["refused by the database"] += 1
    finally:
        guards.install(connection)
    print(MUTATIONS, "changed values of rows, all found:", dict(found))
    assert audit().lines() == []


@pytest.mark.usefixtures("_journal")
def test_any_changed_byte_of_an_export_is_found_by_the_verifier(tmp_path, monkeypatch, capsys):
    export(tmp_path / "export")
    files = [p for p in (tmp_path / "export").rglob("*") if p.is_file() and not p.name.startswith("verify_")]
    weights = [p.stat().st_size for p in files]
    # The same signature over the same text need not be computed again; a changed one is.
    monkeypatch.setattr(verify_journal, "check_signature", lru_cache(100_000)(verify_journal.check_signature))
    assert verify_journal.main([str(tmp_path / "export")]) == 0
    rng, found = random.Random(2), Counter[str]()
    for number in range(MUTATIONS):
        told(number)
        [path] = rng.choices(files, weights)
        data = path.read_bytes()
        path.write_bytes(changed(data, rng))
        capsys.readouterr()
        assert verify_journal.main([str(tmp_path / "export")]) == 1, (path, number)
        kinds = {line.split()[1] for line in capsys.readouterr().out.splitlines() if line.startswith("VIOLATION")}
        assert kinds, (path, number)
        found.update(kinds)
        path.write_bytes(data)
    with capsys.disabled():
        print(MUTATIONS, "changed bytes of an export, all found:", dict(found))
