"""Every row of a small journal dropped, swapped with another, copied over it, put in twice; cut, rolled back, forked.

The same for every file of its export and every entry and value in them. Each is found, and by its name.
"""

# ruff: noqa: S608 - the statements are the damage

import shutil
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from itertools import combinations, permutations
from pathlib import Path

import pytest
from django.db import connection, transaction

from rogatory.journal.note import Verifier
from rogatory.registry.ledger import guards, reading
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.export import export
from rogatory.registry.ledger.models import Checkpoint
from rogatory.verifiers import verify_journal
from tests.registry.tampering import AT, COLUMNS, SAMPLE, rows, small_journal, where
from tests.registry.test_ledger_audit import blob, roll_back
from tests.registry.test_ledger_export import FOLDER, NODE, entries_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]

EXPECTED = {
    ("entry", "drop"): {"dropped", "truncated"},
    ("entry", "swap"): {"swapped"},
    ("entry", "copy over"): {"duplicated", "altered"},
    ("entry", "twice"): {"duplicated"},
    ("secret", "drop"): {"missing"},
    ("secret", "swap"): {"secret"},
    ("secret", "copy over"): {"secret"},
    ("secret", "twice"): {"secret"},
    ("erasure", "drop"): {"erasure"},
    ("erasure", "twice"): {"erasure"},
    ("node", "drop"): {"node"},
    ("node", "swap"): {"node"},
    ("node", "copy over"): {"node"},
    ("node", "twice"): {"node"},
    ("checkpoint", "drop"): {"checkpoint", "cosignature"},
    ("checkpoint", "swap"): {"checkpoint"},
    ("checkpoint", "copy over"): {"checkpoint"},
    ("checkpoint", "twice"): {"checkpoint"},
    ("cosignature", "swap"): {"cosignature"},
    ("cosignature", "copy over"): {"cosignature"},
    ("cosignature", "twice"): {"cosignature"},
    ("head", "drop"): {"head"},
}
"""By what is done to which table: the names of which at least one must be said."""
ELSEWHERE = {"entry": 40, "secret": 40, "erasure": 8, "node": 40, "checkpoint": 40, "cosignature": 8}
"""A number at which there is no row of the kind, to put a copy there."""


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(Verifier, "verifies", lru_cache(100_000)(Verifier.verifies))
    monkeypatch.setattr(verify_journal, "check_signature", lru_cache(100_000)(verify_journal.check_signature))


@pytest.fixture
def _journal(journal_keys):
    small_journal(journal_keys)


def damages(table):
    """Everything that can be done to the rows of a table as a whole: what, and the statements with their values."""
    columns, stored = COLUMNS[table], rows(table)
    key, rest = columns[0], [c for c in columns if c not in where(table, stored[0])[0]]
    for row in stored:
        condition, values = where(table, row)
        yield "drop", [(f"DELETE FROM ledger_{table} WHERE {condition}", values)]
        if table in ELSEWHERE:
            names = ", ".join(f'"{c}"' for c in columns)
            marks = ", ".join(["%s"] * len(columns))
            yield "twice", [(f"INSERT INTO ledger_{table} ({names}) VALUES ({marks})", [ELSEWHERE[table], *row[1:]])]
    sets = ", ".join(f'"{c}" = %s' for c in rest)
    told = [dict(zip(columns, row, strict=True)) for row in stored]

    def into(place, source):
        condition, values = where(table, stored[place])
        return f"UPDATE ledger_{table} SET {sets} WHERE {condition}", [told[source][c] for c in rest] + values

    if rest and table != "erasure":
        for a, b in combinations(range(len(stored)), 2):
            if [told[a][c] for c in rest] != [told[b][c] for c in rest]:
                yield "swap", [into(a, b), into(b, a)]
        for a, b in permutations(range(len(stored)), 2):
            if [told[a][c] for c in rest] != [told[b][c] for c in rest]:
                yield "copy over", [into(a, b)]
    assert key in where(table, stored[0])[0]


@pytest.mark.usefixtures("_journal")
def test_every_row_dropped_swapped_copied_or_put_in_twice_is_named(capsys):
    assert audit().lines() == []
    found = Counter[tuple[str, str]]()
    # What a later signature proves as well may go without a trace: a checkpoint of neither the end nor a witness, and a
    # cosignature, without which an act that cannot be undone waits once more.
    replaced = Counter[tuple[str, str]]()
    guards.remove(connection)
    try:
        for table in COLUMNS:
            for what, statements in list(damages(table)):
                with transaction.atomic(), connection.cursor() as cursor:
                    for statement, values in statements:
                        cursor.execute(statement, values)
                    kinds = {kind.value for kind in audit().counts}
                    transaction.set_rollback(True)
                if what == "drop" and not kinds and table in ("checkpoint", "cosignature"):
                    replaced[table, what] += 1
                    continue
                assert kinds & EXPECTED[table, what], (table, what, statements, kinds)
                found[table, what] += 1
    finally:
        guards.install(connection)
    assert replaced == {("checkpoint", "drop"): 1, ("cosignature", "drop"): 2}
    with capsys.disabled():
        print(f"\n{sum(found.values())} structural changes of rows, all named:", dict(found))


@pytest.mark.usefixtures("_journal")
@pytest.mark.parametrize("size", range(9))
def test_a_journal_cut_at_any_place_is_named(size):
    guards.remove(connection)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM ledger_secret WHERE seq >= {size}")
            cursor.execute(f"DELETE FROM ledger_entry WHERE seq >= {size}")
            assert "truncated" in {kind.value for kind in audit().counts}
            # Whoever takes the signatures away too is contradicted by the head; after that, by what others hold.
            cursor.execute(f"DELETE FROM ledger_checkpoint WHERE size > {size}")
            assert "truncated" in {kind.value for kind in audit().counts}
            transaction.set_rollback(True)
    finally:
        guards.install(connection)


def written(count, start):
    from rogatory.registry.ledger.append import NewEntry, append

    for i in range(start, start + count):
        with transaction.atomic():
            append([NewEntry("c1", "file.add", f"f{i}", "u1", {"title": f"Paper {i}"})], at=AT)


@pytest.mark.parametrize("size", range(2, 8))
def test_a_roll_back_or_fork_at_any_place_is_named_by_whoever_kept_something(size):
    written(8, 0)
    kept, notes = reading.receipt(7), dict(Checkpoint.objects.values_list("size", "note"))
    old = {point.size: bytes(point.root) for point in Checkpoint.objects.all()}
    roll_back(size)
    assert {kind.value for kind in audit([kept]).counts} == {"rolled-back"}
    assert {kind.value for kind in audit([notes[8]]).counts} == {"rolled-back"}
    written(9 - size, 100)
    assert {kind.value for kind in audit([kept]).counts} == {"forked"}
    guards.remove(connection)
    try:
        with connection.cursor() as cursor:
            # Both histories signed by the log, and one of the first put back into the second.
            cursor.execute(f"UPDATE ledger_checkpoint SET note = %s, root = {blob(old[8])} WHERE size = 8", [notes[8]])
    finally:
        guards.install(connection)
    assert "forked" in {kind.value for kind in audit().counts}


# --- the export


def parts(path):
    """A file as its entries or lines."""
    data = path.read_bytes()
    return entries_of(data) if "entries" in path.parts else data.splitlines(keepends=True)


def rewritings(folder):
    """Every structural change of an export: what, and the new content of files by path (None: gone)."""
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("verify_")]
    for path in files:
        yield "drop the file", {path: None}
        yield "empty the file", {path: b""}
    for a, b in combinations(files, 2):
        yield "swap the files", {a: b.read_bytes(), b: a.read_bytes()}
    for a, b in permutations(files, 2):
        yield "copy over the file", {a: b.read_bytes()}
    for path in (p for p in files if {"entries", "secrets"} & set(p.parts)):
        found = parts(path)
        for i in range(len(found)):
            yield "drop", {path: b"".join(found[:i] + found[i + 1 :])}
            yield "truncate", {path: b"".join(found[:i])}
        for i, j in combinations(range(len(found)), 2):
            swapped = list(found)
            swapped[i], swapped[j] = swapped[j], swapped[i]
            yield "swap", {path: b"".join(swapped)}
        for i, j in permutations(range(len(found)), 2):
            yield "duplicate", {path: b"".join([*found[:i], found[j], *found[i:]])}
            yield "copy over", {path: b"".join([*found[:i], found[j], *found[i + 1 :]])}


def said(program, folder):
    """Kinds a verifier names, run as the program it is."""
    done = subprocess.run([*program, str(folder)], capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("VIOLATION")]
    return done.returncode, sorted(line.partition(":")[0] for line in lines)


@pytest.mark.usefixtures("_journal")
def test_every_file_entry_and_value_of_an_export_dropped_swapped_or_doubled_is_named(tmp_path, capsys):
    folder = tmp_path / "export"
    export(folder)
    older = folder / "checkpoints" / "5"
    everything = [one for one in rewritings(folder) if one != ("drop the file", {older: None})]
    every = max(1, len(everything) // SAMPLE)
    found = Counter[str]()
    for number, (what, contents) in enumerate(everything):
        before = {path: path.read_bytes() for path in contents}
        for path, data in contents.items():
            path.unlink() if data is None else path.write_bytes(data)
        capsys.readouterr()
        assert verify_journal.main([str(folder)]) == 1, (what, contents)
        assert "VIOLATION" in capsys.readouterr().out
        if number % every == 0:
            one = said([sys.executable, "-I", FOLDER / "verify_journal.py"], folder)
            assert one[0] == 1
            if NODE:
                assert said([NODE, FOLDER / "verify_journal.mjs"], folder) == one, (what, contents)
        found[what] += 1
        for path, data in before.items():
            path.write_bytes(data)
    assert verify_journal.main([str(folder)]) == 0
    # An older checkpoint proves nothing that the newest does not.
    shutil.rmtree(older.parent)
    assert verify_journal.main([str(folder)]) == 0
    with capsys.disabled():
        print(f"\n{len(everything)} structural changes of an export, all named:", dict(found))
    assert Path(FOLDER / "verify_journal.py").exists()
