"""Copies of what was done to the record of states, and of what this office's own cases tell of them.

All are made of entries of the journal, and can be made anew from them.
"""

from typing import ClassVar

from django.db import models


class RecordEntry(models.Model):
    """One thing done to the record of a state by this office; what comes with the program stands in its package."""

    seq = models.BigIntegerField(primary_key=True)
    """Number of the journal's entry."""
    act = models.CharField(max_length=40)
    entry = models.CharField(max_length=40)
    """What the entry of the record is called (`office.streams.recording.Recorded`)."""
    state = models.CharField(max_length=2, db_index=True)
    on = models.DateField()
    told = models.TextField()
    """What was filled in, as JSON."""
    weighed = models.BooleanField(default=False)
    """Whether the open cases of the state were judged anew since."""

    class Meta:
        """In the order in which they were made."""

        ordering: ClassVar[list[str]] = ["seq"]

    def __str__(self) -> str:
        return f"{self.entry}: {self.act}"


class Experience(models.Model):
    """What this office has seen of a state in one of its own cases (`office.folds.experience`)."""

    case = models.CharField(max_length=40)
    state = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    on = models.DateField()
    seq = models.BigIntegerField()
    """Number of the journal's entry that tells it."""
    about = models.CharField(max_length=200, blank=True)
    """The ground, risk, or other state; empty: none is told."""
    asks = models.CharField(max_length=400, blank=True, default="")
    """The questions it opens in other cases once it counts, with spaces between."""
    counted = models.DateField(null=True)
    """Day from which it counts: when its case was closed; None: the case is open."""

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-on", "-seq", "about"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "-on"], name="experience_of_a_state"),
            models.Index(fields=["case"], name="experience_of_a_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.kind}"


class Lived(models.Model):
    """What the closed cases of this office say of a state towards one question (`office.folds.experience.Lived`).

    Made of the rows of `Experience`, so that a ruling need not go through them.
    """

    state = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    question = models.CharField(max_length=80)
    last = models.DateField(null=True)
    """Day on which the newest of it began to count; None: nothing does any more."""
    weighed = models.DateField(null=True)
    """The same, as the open cases of the state were last judged with it; None: they never were. It is no copy."""
    pending = models.BooleanField(default=True)
    """Whether the two differ."""
    by = models.CharField(max_length=16, blank=True)
    """Account whose act changed it last."""

    class Meta:
        """Once for each state, kind and question."""

        ordering: ClassVar[list[str]] = ["state", "kind", "question"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["state", "kind", "question"], name="lived_once")
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.kind}"


class StandsBehind(models.Model):
    """That a state may stand behind the request of another (`examination.recorded.Behind`)."""

    case = models.CharField(max_length=40, db_index=True)
    state = models.CharField(max_length=2, db_index=True)

    class Meta:
        """Each state of a case once."""

        ordering: ClassVar[list[str]] = ["case", "state"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "state"], name="stands_behind_once")
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.state}"


class Reassessed(models.Model):
    """That the ruling on the request of an open case is another since the record of its state changed."""

    seq = models.BigIntegerField()
    """Number of the journal's entry that says so, in the stream of the state."""
    case = models.CharField(max_length=40)
    state = models.CharField(max_length=2)
    at = models.DateTimeField()
    told = models.TextField()
    """What differs, as JSON (`office.folds.reassessing`)."""

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-seq", "case"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seq", "case"], name="reassessed_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "-seq"], name="reassessed_by_case")]

    def __str__(self) -> str:
        return f"{self.case}: entry {self.seq}"
