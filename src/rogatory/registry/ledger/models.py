"""The tables of the journal. They are written through `append` and `erasure` only; the database refuses the rest."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    _BigInteger = models.BigIntegerField[int, int]
else:
    _BigInteger = models.BigIntegerField


class Place(_BigInteger):
    """A number that is its table's key; in SQLite the very row number, so that an append writes at the end."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The column's type in this database."""
        return "integer" if connection.vendor == "sqlite" else "bigint"


class Entry(models.Model):
    """One act: its leaf for ever, and beside it what the leaf says, to search by.

    Attributes:
        seq: Number of the entry without gaps; the first is 0.
        leaf: Canonical bytes (`rogatory.journal.leaf`); the other columns repeat what they say.
        leaf_hash: Its hash in the tree.
    """

    seq = Place(primary_key=True)
    case = models.TextField()
    act = models.TextField()
    object = models.TextField()
    actor = models.TextField()
    time = models.DateTimeField()
    leaf = models.BinaryField()
    leaf_hash = models.BinaryField()

    class Meta:
        """The entries of a case are found by it."""

        indexes = (models.Index(fields=["case"], name="ledger_entry_of_case"),)


class Secret(models.Model):
    """The value of one field of an entry, and the salt that binds it to the leaf. Gone once lawfully erased.

    Attributes:
        value: Canonical JSON in UTF-8.
    """

    pk = models.CompositePrimaryKey("seq", "field")
    seq = models.BigIntegerField()
    field = models.TextField()
    salt = models.BinaryField()
    value = models.BinaryField()


class Erasure(models.Model):
    """That a field was erased, and by which entry (its tombstone). Without it the database keeps the secret."""

    pk = models.CompositePrimaryKey("seq", "field")
    seq = models.BigIntegerField()
    field = models.TextField()
    tombstone = models.BigIntegerField()


class Node(models.Model):
    """A complete inner node of the tree, by its place in the order of becoming complete. Leaves are in the entries."""

    position = Place(primary_key=True)
    hash = models.BinaryField()


class Checkpoint(models.Model):
    """Size and root after a transaction, signed by the log.

    Attributes:
        note: The signed note, without cosignatures.
    """

    size = Place(primary_key=True)
    root = models.BinaryField()
    note = models.TextField()


class Cosignature(models.Model):
    """That a witness saw a checkpoint.

    Attributes:
        witness: Name of its key.
        line: Signature line, without newline.
    """

    size = models.BigIntegerField()
    witness = models.TextField()
    line = models.TextField()

    class Meta:
        """One line of each witness under a checkpoint."""

        constraints = (models.UniqueConstraint(fields=["size", "witness"], name="ledger_one_line_each"),)


class Timestamp(models.Model):
    """An RFC 3161 time stamp over the note of a checkpoint.

    Attributes:
        authority: Address it came from.
        token: The answer, DER.
    """

    size = models.BigIntegerField()
    authority = models.TextField()
    token = models.BinaryField()


class Head(models.Model):
    """Where the journal ends: one row, which is also the lock of whoever appends.

    Attributes:
        peaks: Hashes of the peaks of the tree, from left to right, 32 bytes each.
        alarm: Why nothing may be appended; empty while all is well.
    """

    id: Any = models.SmallIntegerField(primary_key=True)
    size = models.BigIntegerField()
    peaks = models.BinaryField()
    alarm = models.TextField(default="")


class Original(models.Model):
    """Bytes that came in, as they came; entries name them by digest.

    Attributes:
        digest: SHA-256, in small hexadecimal digits.
        size: In bytes.
        entry: Number of the entry that says they came in; -1: they came in before this was noted.
    """

    digest = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    entry = models.BigIntegerField(default=-1)
    data = models.BinaryField()


class Burial(models.Model):
    """That an original was erased, and by which entry (its tombstone). Without it the database keeps the bytes.

    Attributes:
        entry: Number of the entry the bytes had come in with: the same bytes may come in again, and are kept again.
    """

    pk = models.CompositePrimaryKey("digest", "entry")
    digest = models.CharField(max_length=64)
    entry = models.BigIntegerField()
    tombstone = models.BigIntegerField()
