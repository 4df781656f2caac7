"""Which registers the database lets this transaction see: on PostgreSQL row-level security holds it to those named.

What a register holds, and the keys it is found by, is seen for registers that are named beforehand and for no other:
one whose custodian is at work, or those of which a query has just been recorded. Who forgets to name one sees nothing.
The policies bind every role but the owner of the tables, which the running registry must not be (docs/operations.md).
On SQLite there is nobody but whoever can read the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

EVERY = "*"
"""In the place of a register: every one, to back the registers up or make their keys anew."""
SETTING = "rogatory.registers"
TABLES = ("registers_heldentry", "registers_linkkey")
POLICY = "registers_seen"


@contextmanager
def seeing(*registers: str) -> Iterator[None]:
    """See these registers inside, in one transaction; none named: nothing."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        before = _now_seen(",".join(registers))
        yield
        _now_seen(before)


def _now_seen(registers: str) -> str:
    """See other registers until the transaction ends; which were seen until now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), set_config(%s, %s, true)", [SETTING, SETTING, registers]
        )
        return str(cursor.fetchone()[0])


def install(database: BaseDatabaseWrapper) -> None:
    """Make the policies, in PostgreSQL."""
    if database.vendor != "postgresql":
        return
    named = f"(SELECT string_to_array(current_setting('{SETTING}', true), ','))::text[]"
    with database.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            cursor.execute(
                f"CREATE POLICY {POLICY} ON {table} USING (register::text = ANY ({named}) OR '{EVERY}' = ANY ({named}))"
            )


def remove(database: BaseDatabaseWrapper) -> None:
    """Drop the policies."""
    if database.vendor != "postgresql":
        return
    with database.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP POLICY {POLICY} ON {table}")
            cursor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
