"""What stands in a register. The journal holds when it came in, from whom, and its digest; the words stand here.

An entry is ended and never deleted: what was known on a past day can be told.
"""

from typing import ClassVar

from django.db import models


class RegisterCopy(models.Model):
    """A register that is kept here, as its own entries in the journal make it."""

    register = models.CharField(primary_key=True, max_length=30)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    changed = models.BigIntegerField()
    """Number of the journal's entry by which something last came in or ended; that of its opening before."""
    changed_on = models.DateField(null=True)
    """Day of that; None: nothing has come in."""

    class Meta:
        """By identifier."""

        ordering: ClassVar[list[str]] = ["register"]

    def __str__(self) -> str:
        return self.register


class HeldEntry(models.Model):
    """One entry of a register, in the form in which it came in."""

    register = models.CharField(max_length=30)
    entry = models.CharField(max_length=120)
    told = models.TextField()
    """The entry as JSON (`told.written`)."""
    search = models.TextField()
    """Title, names and numbers, folded, for its custodian's list."""
    canary = models.BooleanField(default=False)
    """Whether it is made up, to tell when somebody is fishing."""
    came_in = models.BigIntegerField()
    """Number of the journal's entry by which it came in."""
    learned = models.TextField(default="")
    """Day it became known (ISO 8601); empty: not known."""
    persons = models.IntegerField(default=0)
    """How many persons it holds, those its proceedings only name as well."""
    ended = models.BigIntegerField(null=True)
    """Number of the entry by which it ended or was replaced; None: it stands."""

    class Meta:
        """An entry stands once at a time."""

        ordering: ClassVar[list[str]] = ["register", "entry", "came_in"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["register", "entry"], condition=models.Q(ended__isnull=True), name="entry_stands_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["came_in"], name="entries_by_coming"),
            models.Index(fields=["ended"], condition=models.Q(ended__isnull=False), name="entries_by_ending"),
        ]

    def __str__(self) -> str:
        return f"{self.register}/{self.entry}"


class LinkKey(models.Model):
    """On PostgreSQL: what a person or proceeding of an entry that stands is found by; on SQLite there is no row."""

    pk = models.CompositePrimaryKey("key", "held", "part")
    key = models.CharField(max_length=200)
    """A key (`linkage.keyed.keys_of`)."""
    held = models.BigIntegerField()
    """Number of the row of the entry."""
    part = models.IntegerField()
    """Which of its persons, or of its proceedings."""
    register = models.CharField(max_length=30)

    class Meta:
        """Keys of an entry go with it."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["held"], name="keys_of_an_entry")]

    def __str__(self) -> str:
        return f"{self.register}: {self.key}"


class LinkWord(models.Model):
    """On PostgreSQL: how many persons of all registers bear a word of a name; whose it is stands nowhere here."""

    word = models.CharField(primary_key=True, max_length=200)
    """The consonants of the word, or what else is counted (`linkage.keyed.borne_in`)."""
    bearers = models.BigIntegerField()

    def __str__(self) -> str:
        return self.word
