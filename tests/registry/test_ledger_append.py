"""Appending, as stored: with the act or not at all, without gaps, and for good."""

import threading
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from rogatory.journal import tree
from rogatory.journal.checkpoint import open_checkpoint
from rogatory.registry.ledger import guards, keys, store
from rogatory.registry.ledger.append import JournalClosedError, NewEntry, NotInTransactionError, append
from rogatory.registry.ledger.models import Checkpoint, Entry, Head, Node, Original, Secret

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def entries(count, case="c1"):
    return [NewEntry(case, "request.assess", f"request-{i}", "u17", {"finding": f"text {i}"}) for i in range(count)]


def written(count, case="c1"):
    with transaction.atomic():
        return append(entries(count, case), at=AT)


def test_entries_are_numbered_without_gaps_from_nought():
    assert written(3) == [0, 1, 2]
    assert written(1) == [3]
    assert written(0) == []
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == [0, 1, 2, 3]


@pytest.mark.parametrize("size", [1, 2, 7, 60, 130])
def test_the_signed_root_is_that_of_the_stored_leaves(size):
    written(size)
    leaves = [bytes(e.leaf) for e in Entry.objects.order_by("seq")]
    peaks: list[bytes] = []
    for place, leaf in enumerate(leaves):
        tree.grow(place, peaks, tree.leaf_hash(leaf))
    found, _ = open_checkpoint(Checkpoint.objects.get().note, keys.signer().verifier)
    assert (found.size, found.root) == (size, tree.fold(peaks))
    assert store.lookup(tree.complete(0, size)) == peaks
    assert Node.objects.count() == size - size.bit_count()


def test_an_append_outside_a_transaction_is_refused():
    with pytest.raises(NotInTransactionError):
        append(entries(1), at=AT)
    assert not Entry.objects.exists()


def test_an_act_that_is_rolled_back_leaves_nothing():
    written(2)

    def fail():
        append(entries(5), at=AT)
        msg = "the act failed"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="the act failed"), transaction.atomic():
        fail()
    assert [m.objects.count() for m in (Entry, Secret, Checkpoint)] == [2, 2, 1]
    assert written(1) == [2]


def test_a_part_of_an_act_may_fail_alone():
    with transaction.atomic():
        append(entries(1), at=AT)
        part = transaction.savepoint()
        append(entries(5), at=AT)
        transaction.savepoint_rollback(part)
        assert append(entries(1), at=AT) == [1]


COLUMN = {
    "node": "position", "head": "size", "checkpoint": "size", "cosignature": "size", "timestamp": "size",
    "original": "digest", "burial": "entry",
}  # fmt: skip


@pytest.mark.parametrize("table", guards.KEPT)
def test_the_database_itself_refuses_to_change_or_delete(table):
    written(3)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_cosignature (size, witness, line) VALUES (3, 'w', 'x')")
        cursor.execute("INSERT INTO ledger_timestamp (size, authority, token) VALUES (3, 'a', 'x')")
    Original.objects.create(digest="0" * 64, size=6, data=b"letter")
    with transaction.atomic(), connection.cursor() as cursor:
        append([NewEntry("c1", guards.TOMBSTONE, "journal", "u1")], at=AT)
        cursor.execute("INSERT INTO ledger_erasure (seq, field, tombstone) VALUES (0, 'other', 3)")
        cursor.execute("INSERT INTO ledger_burial (digest, entry, tombstone) VALUES ('x', 0, 3)")
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_{table} SET {COLUMN.get(table, 'seq')} = -1")  # noqa: S608
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM ledger_{table}")  # noqa: S608
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE ledger_{table}")


def test_an_erasure_without_its_tombstone_is_refused_by_the_database():
    written(2)
    with pytest.raises(DatabaseError, match="no tombstone"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_erasure (seq, field, tombstone) VALUES (0, 'finding', 1)")


def test_replacing_a_row_is_refused_as_deleting_it_is():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no INSERT OR REPLACE")
    written(2)
    columns = '"case", act, object, actor, time, leaf, leaf_hash'
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(f"INSERT OR REPLACE INTO ledger_entry (seq, {columns}) SELECT 0, {columns} FROM ledger_entry")  # noqa: S608


def test_the_tables_are_those_of_the_migrations():
    call_command("makemigrations", "ledger", "--check", "--dry-run", verbosity=0)


def test_two_who_append_at_the_same_time_leave_no_gap():
    numbers: list[int] = []
    errors: list[Exception] = []
    start = threading.Barrier(2)

    def work(case):
        try:
            start.wait()
            for count in (1, 3, 1, 60, 2) * 4:
                numbers.extend(written(count, case))
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(case,)) for case in ("c1", "c2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert sorted(numbers) == list(range(2 * 4 * 67))
    for point in Checkpoint.objects.all():
        found, _ = open_checkpoint(point.note, keys.signer().verifier)
        assert found.root == tree.fold(store.lookup(tree.complete(0, found.size)))


def test_nothing_is_appended_after_the_alarm():
    written(1)
    Head.objects.update(alarm="witness w1 knows 12 entries")
    with pytest.raises(JournalClosedError, match="w1 knows 12"):
        written(1)


def test_the_key_is_readable_by_its_owner_only(journal_keys):
    assert (journal_keys / keys.KEY).stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        keys.make_keys(journal_keys)
    assert keys.policy().logs == [keys.signer().verifier]


def test_the_privileges_of_the_registry_are_written_out():
    sql = guards.privileges('regis"try')
    assert 'TO "regis""try"' in sql
    of_journal = [line for line in sql.splitlines() if line.startswith("GRANT") and "ledger_" in line]
    assert [line for line in of_journal if "UPDATE" in line] == [
        'GRANT SELECT, INSERT, UPDATE ON ledger_head TO "regis""try";'
    ]
