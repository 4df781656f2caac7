# ruff: noqa: S608 - the statements are the damage
"""Damage done to the tables behind the guards is found and named."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

from rogatory.journal import tree
from rogatory.registry.ledger import erasure, guards, reading, store
from rogatory.registry.ledger.append import NewEntry, append
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.damage import Damage
from rogatory.registry.ledger.models import Checkpoint, Secret

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def write(count, start=0):
    for i in range(start, start + count):
        with transaction.atomic():
            append([NewEntry(f"c{i % 3}", "file.add", f"f{i}", "u1", {"title": f"Paper {i}", "pages": i})], at=AT)


@pytest.fixture
def journal():
    """Eleven entries, of which one has lost a field lawfully."""
    write(10)
    with transaction.atomic():
        erasure.erase({3: ["title"]}, by="u9", basis="GDPR, Article 17(1)(d)", at=AT)


def tamper(*statements):
    """What an administrator can do who takes the guards down."""
    guards.remove(connection)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    finally:
        guards.install(connection)


def newest():
    note = reading.newest()
    assert note is not None
    return note


def kinds(*known):
    return set(audit(known).counts)


def test_a_journal_nobody_touched_is_sound(journal):
    report = audit([newest(), reading.receipt(2)])
    assert report.lines() == []
    assert (report.size, report.erased) == (11, [(3, "title", 10)])


def test_an_empty_journal_is_sound():
    assert audit().sound


def test_a_dropped_entry_is_named(journal):
    tamper("DELETE FROM ledger_secret WHERE seq = 4", "DELETE FROM ledger_entry WHERE seq = 4")
    assert audit().found[0][:2] == (Damage.DROPPED, 4)


def test_a_dropped_entry_with_the_others_moved_up_is_named(journal):
    tamper(
        "DELETE FROM ledger_secret WHERE seq = 4",
        "DELETE FROM ledger_entry WHERE seq = 4",
        *(f"UPDATE ledger_entry SET seq = {i - 1} WHERE seq = {i}" for i in range(5, 11)),
        *(f"UPDATE ledger_secret SET seq = {i - 1} WHERE seq = {i}" for i in range(5, 11)),
    )
    assert {Damage.DROPPED, Damage.TRUNCATED} <= kinds()


def swap(a, b):
    moves = [(a, -1), (b, a), (-1, b)]
    return [f"UPDATE ledger_{t} SET seq = {new} WHERE seq = {old}" for t in ("entry", "secret") for old, new in moves]


def test_swapped_entries_are_named(journal):
    tamper(*swap(5, 7))
    report = audit()
    assert (Damage.SWAPPED, 5) in [found[:2] for found in report.found]


def test_a_duplicated_entry_is_named(journal):
    columns = '"case", act, object, actor, time, leaf, leaf_hash'
    tamper(f"INSERT INTO ledger_entry (seq, {columns}) SELECT 11, {columns} FROM ledger_entry WHERE seq = 2")
    assert Damage.DUPLICATED in kinds()


def test_truncated_entries_are_named(journal):
    tamper("DELETE FROM ledger_secret WHERE seq >= 9", "DELETE FROM ledger_entry WHERE seq >= 9")
    assert (Damage.TRUNCATED, 9) in [found[:2] for found in audit().found]


def blob(data):
    """Bytes as SQL."""
    return f"x'{data.hex()}'" if connection.vendor == "sqlite" else f"'\\x{data.hex()}'::bytea"


def roll_back(size):
    """Everything as it was at a size: a restored backup."""
    peaks = store.lookup(tree.complete(0, size))
    position = max(tree.position(node) for node in tree.complete(0, size) if node[0])
    tamper(
        "DELETE FROM ledger_erasure",
        f"DELETE FROM ledger_secret WHERE seq >= {size}",
        f"DELETE FROM ledger_entry WHERE seq >= {size}",
        f"DELETE FROM ledger_node WHERE position > {position}",
        f"DELETE FROM ledger_checkpoint WHERE size > {size}",
        f"UPDATE ledger_head SET size = {size}, peaks = {blob(b''.join(peaks))}",
    )


def test_a_restored_backup_is_seen_by_whoever_kept_a_receipt():
    write(10)
    kept = reading.receipt(9)
    roll_back(6)
    assert audit().lines() == []
    assert kinds(kept) == {Damage.ROLLED_BACK}
    write(8, start=100)
    assert kinds(kept) == {Damage.FORKED}


def test_a_fork_is_named(journal):
    # The log signs another history over the same size: here, one kept from another run of the same key.
    others = list(Checkpoint.objects.filter(size=8))
    roll_back(6)
    write(5, start=50)
    [other] = others
    tamper(
        f"UPDATE ledger_checkpoint SET note = '{other.note}' WHERE size = 8",
        f"UPDATE ledger_checkpoint SET root = {blob(bytes(other.root))} WHERE size = 8",
    )
    assert (Damage.FORKED, 8) in [found[:2] for found in audit().found]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE ledger_entry SET actor = 'u2' WHERE seq = 5", Damage.ALTERED),
        ("UPDATE ledger_entry SET time = '2024-01-01 00:00:00' WHERE seq = 5", Damage.ALTERED),
        ("DELETE FROM ledger_secret WHERE seq = 5 AND field = 'title'", Damage.MISSING),
        ("UPDATE ledger_secret SET field = 'name' WHERE seq = 5 AND field = 'title'", Damage.SECRET),
        ("DELETE FROM ledger_node WHERE position = 5", Damage.NODE),
        ("UPDATE ledger_node SET position = 500 WHERE position = 5", Damage.NODE),
        ("DELETE FROM ledger_checkpoint WHERE size = 11", Damage.CHECKPOINT),
        ("UPDATE ledger_checkpoint SET size = 12 WHERE size = 11", Damage.CHECKPOINT),
        ("INSERT INTO ledger_cosignature (size, witness, line) VALUES (4, 'w', '— w aaaa')", Damage.COSIGNATURE),
        ("INSERT INTO ledger_cosignature (size, witness, line) VALUES (99, 'w', '— w aaaa')", Damage.COSIGNATURE),
        ("DELETE FROM ledger_erasure", Damage.ERASURE),
        ("UPDATE ledger_erasure SET tombstone = 9", Damage.ERASURE),
        ("UPDATE ledger_head SET size = 10", Damage.HEAD),
        ("DELETE FROM ledger_head", Damage.HEAD),
        (
            "INSERT INTO ledger_timestamp (size, authority, token) SELECT 4, '', root FROM ledger_checkpoint LIMIT 1",
            Damage.TIMESTAMP,
        ),
    ],
)
def test_each_kind_of_damage_has_its_name(journal, statement, kind):
    tamper(statement)
    assert kind in kinds()


# --- erasure


def test_an_erased_value_is_gone_and_every_proof_still_holds(journal_keys):
    write(10)
    before, receipt, root = newest(), reading.receipt(3), audit().root
    title = "a very particular title"
    with transaction.atomic():
        [seq] = append([NewEntry("c1", "file.add", "f", "u1", {"title": title, "kept": 1})], at=AT)
    with transaction.atomic():
        stone = erasure.erase({seq: ["title"]}, by="u9", basis="GDPR, Article 17", at=AT)
    entry = reading.of_case("c1")[-2]
    assert (entry.seq, entry.fields) == (seq, {"kept": 1, "title": reading.Gone(stone)})
    tombstone = reading.of_numbers([stone])[0]
    assert tombstone.fields == {"basis": "GDPR, Article 17", "erased": {str(seq): ["title"]}}
    assert (tombstone.case, tombstone.actor) == ("c1", "u9")
    assert audit([before, receipt]).lines() == []
    assert audit().root != root
    if connection.vendor == "sqlite":
        connection.close()
        folder = Path(connection.settings_dict["NAME"]).parent
        left = [p.name for p in folder.iterdir() if p.is_file() and title.encode() in p.read_bytes()]
        assert left == []


@pytest.mark.parametrize("fields", [{}, {3: []}, {3: ["title"]}, {4: ["titel"]}, {99: ["title"]}, {10: ["basis"]}])
def test_what_is_not_there_and_a_tombstone_itself_are_not_erased(journal, fields):
    count = Secret.objects.count()
    with pytest.raises(erasure.ErasureError), transaction.atomic():
        erasure.erase(fields, by="u9", basis="none", at=AT)
    assert (Secret.objects.count(), reading.size()) == (count, 11)


# --- reading


def test_a_case_is_read_with_its_values(journal, django_assert_num_queries):
    with django_assert_num_queries(3):
        entries = reading.of_case("c0")
    assert [e.seq for e in entries] == [0, 3, 6, 9, 10]
    assert entries[0] == reading.Recorded(0, AT, "u1", "file.add", "f0", "c0", {"pages": 0, "title": "Paper 0"})
    assert entries[1].fields == {"pages": 3, "title": reading.Gone(10)}
    assert json.dumps(entries[4].fields["erased"]) == '{"3": ["title"]}'


def test_a_receipt_does_not_leave_before_the_commit(journal):
    with pytest.raises(reading.NotCommittedError), transaction.atomic():
        reading.receipt(2)
    with pytest.raises(reading.NoReceiptError, match="entry 11 has no checkpoint yet"):
        reading.receipt(11)
    assert reading.witnessed(10)
    assert not reading.witnessed(11)


def test_the_journal_of_one_size_begins_with_that_of_another(journal):
    roots = {point.size: bytes(point.root) for point in Checkpoint.objects.all()}
    for old in range(1, 12):
        proof = reading.consistency(old, 11)
        assert tree.continues(old, roots[old], 11, roots[11], proof)
