"""Reading copies of the review of seizures: what stands of each item, so that one act costs the same among a million.

They decide nothing by themselves and can be made anew from the journal (`rogatory rebuild`), where every answer is.
"""

from typing import ClassVar

from django.db import models


class SeizureCopy(models.Model):
    """A seizure of a case, as the case's entries make it, and how much was done to its items."""

    case = models.CharField(max_length=40)
    ident = models.CharField(max_length=30)
    """What it is called in the case, as `S-1`."""
    told = models.JSONField()
    """`office.folds.seizures.Seized` in plain values."""
    answers = models.BigIntegerField(default=0)
    """Answers given so far; the number of the last one."""
    objections = models.BigIntegerField(default=0)
    """Objections made so far."""
    head = models.BigIntegerField(default=-1)
    """Number of the last entry of the review that changed it: neither a reading nor a barred attempt; -1: none did."""

    class Meta:
        """Each seizure of a case once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="seizure_of_a_case_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case}:{self.ident}"


class AnswerCopy(models.Model):
    """The answer to one of the four questions that stands for an item; of two, the first, with the second beside it."""

    seizure = models.ForeignKey(SeizureCopy, models.CASCADE)
    item = models.CharField(max_length=64)
    asked = models.CharField(max_length=16)
    number = models.BigIntegerField()
    """Its number in the review, from 1."""
    entry = models.BigIntegerField()
    """Number of the entry that holds it, with its reasons."""
    values = models.JSONField()
    role = models.CharField(max_length=60)
    by = models.CharField(max_length=16)
    """Account of whoever answered."""
    together = models.CharField(max_length=20)
    at = models.DateTimeField()
    persons = models.JSONField(default=list)
    """Accounts of all who ever answered it, each once, in order."""
    second = models.JSONField(null=True)
    """The answer of the second look that stands beside it, in plain values; None: there is none."""
    differs = models.BooleanField(default=False)
    """Whether both differ, so that a third person is to settle it."""

    class Meta:
        """One stands for each question of an item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seizure", "item", "asked"], name="answer_of_an_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.item[:12]} {self.asked} {self.number}"


class MarkCopy(models.Model):
    """That an item no machine could read was looked at, that one is an origin of taint, or a redacted form."""

    seizure = models.ForeignKey(SeizureCopy, models.CASCADE)
    item = models.CharField(max_length=64)
    what = models.CharField(max_length=10)
    """`looked`, `origin`, or `redacted`: then the item is the redacted form."""
    entry = models.BigIntegerField()
    """Number of the last entry that says so."""

    class Meta:
        """Each once for an item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seizure", "item", "what"], name="mark_of_an_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.item[:12]} {self.what}"


class ObjectionCopy(models.Model):
    """That an item was objected to, and what became of that."""

    seizure = models.ForeignKey(SeizureCopy, models.CASCADE)
    item = models.CharField(max_length=64)
    number = models.BigIntegerField()
    """Number of the objection in the review."""
    entry = models.BigIntegerField()
    """Number of the entry by which it was made."""
    person = models.CharField(max_length=80)
    decided = models.BigIntegerField(null=True)
    """Number of the entry that decides it for this item; None: it is undecided, and the item is withheld."""
    upheld = models.BooleanField(default=False)

    class Meta:
        """Each objection once for an item, and found by the item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seizure", "number", "item"], name="objection_to_an_item_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["seizure", "item"], name="objections_to_item")]

    def __str__(self) -> str:
        return f"{self.item[:12]} objection {self.number}"


class PlannedPackage(models.Model):
    """A package as it was planned: what the act that sends it names by its payload. It is no copy of the journal."""

    case = models.CharField(max_length=40)
    package = models.CharField(max_length=64)
    payload = models.CharField(max_length=64)
    """SHA-256 of the manifest of what would leave."""
    told = models.JSONField()
    """What was chosen, for whom, under which use limits, and the number of the last entry it was judged on."""
    by = models.CharField(max_length=16)
    """Account of whoever planned it."""
    at = models.DateTimeField()

    class Meta:
        """The same plan once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "package", "payload"], name="plan_of_a_package_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.package} {self.payload[:12]}"
