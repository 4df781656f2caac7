"""A small journal to be damaged, and single changes of what is stored."""

import os
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from rogatory.journal.note import Signer, Type
from rogatory.registry.ledger import erasure, keys
from rogatory.registry.ledger.append import NewEntry, append
from rogatory.registry.ledger.models import Checkpoint, Cosignature

AT = datetime(2025, 2, 4, 9, 0, 0, 120_000, tzinfo=UTC)
LONG = os.environ.get("ROGATORY_LONG") == "1"
MUTATIONS = int(os.environ.get("ROGATORY_MUTATIONS", "100000" if LONG else "300"))
"""How many random changes of each kind of thing."""
SAMPLE = int(os.environ.get("ROGATORY_MUTATIONS_SAMPLE", "300" if LONG else "4"))
"""How many of them go through the commands and through Node, a process each."""
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
KEYS = {"secret": ("seq", "field"), "erasure": ("seq", "field"), "cosignature": ("size", "witness")}
"""What names a row, where it is not the first column alone."""


def small_journal(folder):
    """Nine entries in three transactions, an erasure, and two cosigned checkpoints."""
    policy = folder / keys.POLICY
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


def where(table, row):
    """What names a row of a table in SQL, and its values."""
    names = KEYS.get(table, COLUMNS[table][:1])
    told = dict(zip(COLUMNS[table], row, strict=True))
    return " AND ".join(f'"{name}" = %s' for name in names), [told[name] for name in names]


def rows(table):
    """Every row of a table of the journal."""
    names = ", ".join(f'"{column}"' for column in COLUMNS[table])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM ledger_{table} ORDER BY 1, 2")  # noqa: S608
        return cursor.fetchall()


def bytes_of_text(table, column, condition, values):
    """The bytes of a text as SQLite stores it; None where it is no text, or where the database is another."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT typeof("{column}"), CAST("{column}" AS BLOB) FROM ledger_{table} WHERE {condition}',  # noqa: S608
            values,
        )
        kind, data = cursor.fetchone()
    return data if kind == "text" else None
