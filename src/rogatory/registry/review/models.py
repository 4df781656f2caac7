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
    """`office.seizures.Seized` in plain values."""
    answers = models.BigIntegerField(default=0)
    """Answers given so far; the number of the last one."""
    objections = models.BigIntegerField(default=0)
    """Objections made so far."""

    class Meta:
        """Each seizure of a case once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="seizure_of_a_case_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case}:{self.ident}"


class AnswerCopy(models.Model):
    """The answer to one of the four questions that stands for an item."""

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

    class Meta:
        """One stands for each question of an item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seizure", "item", "asked"], name="answer_of_an_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.item[:12]} {self.asked} {self.number}"


class MarkCopy(models.Model):
    """That somebody looked at an item no machine could read, or marked it as an origin of taint."""

    seizure = models.ForeignKey(SeizureCopy, models.CASCADE)
    item = models.CharField(max_length=64)
    what = models.CharField(max_length=10)
    """`looked` or `origin`."""
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
