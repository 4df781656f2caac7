"""Raw access to the tables of the journal, where an append must be quick, on SQLite and PostgreSQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from rogatory.journal.tree import Node, position

ENTRY = ("seq", "case", "act", "object", "actor", "time", "leaf", "leaf_hash")
SECRET = ("seq", "field", "salt", "value")
NODE = ("position", "hash")
CHECKPOINT = ("size", "root", "note")
_KEY = {"entry": ("seq",), "secret": ("seq", "field"), "node": ("position",), "checkpoint": ("size",)}
_AS_STORED = {("sqlite", "time"): "CAST(time AS text)"}
_PIECE = 5_000
"""Rows read at once."""
_MANY = 50
"""From so many rows on, PostgreSQL takes them faster by COPY."""
_TYPES = {
    "entry": ["int8", "text", "text", "text", "text", "timestamptz", "bytea", "bytea"],
    "secret": ["int8", "text", "bytea", "bytea"],
    "node": ["int8", "bytea"],
}

Row = tuple[Any, ...]


def insert(cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows into a table of the journal."""
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql" and len(rows) >= _MANY:
        with cursor.copy(f"COPY ledger_{table} ({names}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(_TYPES[table])
            for row in rows:
                copy.write_row(row)
    elif rows:
        marks = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO ledger_{table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - own names


@contextmanager
def together(rows: int) -> Iterator[None]:
    """Send the statements inside in one message where PostgreSQL can take them so, instead of waiting for each.

    Args:
        rows: Most rows of one of the statements; many go by COPY, which waits anyhow.
    """
    if connection.vendor == "postgresql" and rows < _MANY:
        with connection.wrap_database_errors, connection.connection.pipeline():
            yield
    else:
        yield


NUMBERS_OF_CASE = 'SELECT seq FROM ledger_entry WHERE "case" = %s'
"""The numbers of the entries of a case, as a question within another."""


def entries_of(case: str) -> list[Row]:
    """Number, moment, actor, act, object, case and leaf of every entry of a case, oldest first.

    Asked in so many words, and so are the values: every page and every act reads a whole case, and to put the question
    together anew each time takes longer than the answer.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT seq, time, actor, act, object, "case", leaf FROM ledger_entry WHERE "case" = %s ORDER BY seq',
            [case],
        )
        # SQLite holds moments in UTC without saying so.
        return [
            (seq, time if time.tzinfo else time.replace(tzinfo=UTC), *more) for seq, time, *more in cursor.fetchall()
        ]


def values(numbers: str, parameters: Sequence[Any]) -> list[Row]:
    """Number, field and value, as bytes, of every value of some entries that is there.

    Args:
        numbers: What stands between the brackets of `seq IN ()`: marks, or a question.
        parameters: What stands for its marks.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT seq, field, value FROM ledger_secret WHERE seq IN ({numbers})", parameters)  # noqa: S608 - own words
        return list(cursor.fetchall())


def walk(table: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table of the journal in the order of its key, as the database holds them.

    No value is converted: in SQLite a moment is the text it is stored as.

    Args:
        table: Its name, without `ledger_`.
        columns: What to read.
    """
    key = ", ".join(_KEY[table])
    names = ", ".join(_AS_STORED.get((connection.vendor, column), f'"{column}"') for column in columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM ledger_{table} ORDER BY {key}")  # noqa: S608 - own names
        while rows := cursor.fetchmany(_PIECE):
            yield from rows


def lookup(nodes: Sequence[Node]) -> list[bytes]:
    """The hashes of complete nodes, in the order asked for, by two queries at most.

    Raises:
        KeyError: A node is not stored; the journal is damaged or smaller than the proof asked for.
    """
    leaves = [index for level, index in nodes if level == 0]
    inner = [position(node) for node in nodes if node[0]]
    found: dict[Node | int, bytes] = {}
    with connection.cursor() as cursor:
        for places, column, key, table in ((leaves, "leaf_hash", "seq", "entry"), (inner, "hash", "position", "node")):
            if places:
                marks = ", ".join(["%s"] * len(places))
                cursor.execute(f"SELECT {key}, {column} FROM ledger_{table} WHERE {key} IN ({marks})", places)  # noqa: S608
                rows = cursor.fetchall()
                if table == "entry":
                    found.update({(0, place): bytes(hashed) for place, hashed in rows})
                else:
                    found.update({place: bytes(hashed) for place, hashed in rows})
    return [found[node if node[0] == 0 else position(node)] for node in nodes]


def contradictions() -> list[str]:
    """What SQLite finds wrong in its own file: an index that leaves out what the table has, a page that does not read.

    PostgreSQL has no such question for everybody; its `amcheck` is for whoever runs the server.
    """
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return [text for (text,) in cursor.fetchall() if text != "ok"]


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment; nobody who appends has to wait for it."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Not transaction.atomic, whose IMMEDIATE would keep writers out.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("COMMIT")
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
