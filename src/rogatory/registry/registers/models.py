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
    """The entry as JSON (`store.written`)."""
    search = models.TextField()
    """Title, names and numbers, folded, for its custodian's list."""
    canary = models.BooleanField(default=False)
    """Whether it is made up, to tell when somebody is fishing."""
    came_in = models.BigIntegerField()
    """Number of the journal's entry by which it came in."""
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
