"""Releases of data sets about states, and the values in them. The journal holds each by the digest of its file."""

from typing import ClassVar

from django.db import models


class Release(models.Model):
    """A release of a data set as it came in. It is replaced by a later one, and never changed."""

    came_in = models.BigIntegerField(primary_key=True)
    """Number of the journal's entry by which it came in."""
    dataset = models.CharField(max_length=30)
    """Key of the data set (`states.indices.catalogue`)."""
    edition = models.CharField(max_length=400)
    """Its edition, in its makers' words."""
    read_on = models.DateField()
    """Day it was fetched."""
    licence = models.CharField(max_length=400)
    file = models.CharField(max_length=400)
    """Name of its file."""
    digest = models.CharField(max_length=64)
    """SHA-256 of its file."""
    told = models.TextField()
    """As JSON: for each indicator it has, how many rows of a state have no value (`incoming.told_of`)."""
    replaced = models.BigIntegerField(null=True)
    """Number of the entry by which a later one came in; None: it stands."""

    class Meta:
        """One of each data set stands."""

        ordering: ClassVar[list[str]] = ["dataset", "came_in"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["dataset"], condition=models.Q(replaced__isnull=True), name="release_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dataset} {self.edition}"


class Measured(models.Model):
    """All values of one state in one release."""

    pk = models.CompositePrimaryKey("state", "came_in")
    state = models.CharField(max_length=2)
    came_in = models.BigIntegerField()
    """The release."""
    told = models.TextField()
    """Its values as JSON (`incoming.values_of`)."""

    class Meta:
        """By state."""

        ordering: ClassVar[list[str]] = ["state", "came_in"]

    def __str__(self) -> str:
        return f"{self.state} in {self.came_in}"


class Original(models.Model):
    """A file that was brought in about states, as it came: kept, and never changed. It is no copy of the journal."""

    kind = models.CharField(max_length=30)
    """Key of a data set, or the kind of table that proposes entries (`indices.sets.KINDS`)."""
    name = models.CharField(max_length=400)
    digest = models.CharField(max_length=64)
    """SHA-256 of its bytes."""
    packed = models.BinaryField()
    """Its bytes, packed (zlib)."""
    edition = models.CharField(max_length=400)
    read_on = models.DateField()
    """Day it was fetched."""
    licence = models.CharField(max_length=400)
    by = models.CharField(max_length=16)
    """Account that brought it."""
    at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=16, blank=True)
    """Account that confirmed what comes of it; empty: nobody did yet."""
    entries = models.JSONField(default=list)
    """Numbers of the journal's entries that came of it."""

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "digest"], name="original_of_a_set")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
