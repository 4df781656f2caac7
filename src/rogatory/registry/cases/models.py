"""Reading copies: what lists and searches need, made of the journal's entries.

They decide nothing and can be dropped and made anew (`rogatory rebuild`). What a case holds is always the fold of its
entries.
"""

from typing import ClassVar

from django.db import models


class CaseCopy(models.Model):
    """What the list of cases shows of one."""

    case = models.CharField(primary_key=True, max_length=40)
    title = models.CharField(max_length=400)
    kind = models.CharField(max_length=20)
    requesting = models.CharField(max_length=10)
    requested = models.CharField(max_length=10)
    received = models.DateField(null=True)
    persons = models.CharField(max_length=400)
    """Names as they are shown in lists."""
    search = models.TextField()
    """Everything that is searched, folded to small letters without accents."""
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    head = models.BigIntegerField()
    """Number of the last entry that changed it."""
    grant = models.CharField(max_length=20)
    """Verdict on granting (for a notice: on keeping it), the strictest over its objects, as of `judged_on`."""
    judged_on = models.DateField(null=True)
    """Day on which the verdict was given: of the last change, or of the last night while the case is open; None: a copy
    from before days were kept."""
    remedies = models.IntegerField(default=0)
    """Remedies lodged and not decided."""
    waiting = models.IntegerField(default=0)
    """Acts that wait for a second person."""
    closed = models.BooleanField(default=False)

    class Meta:
        """Order and indexes of the list."""

        ordering: ClassVar[list[str]] = ["-changed_at", "case"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-changed_at", "case"]),
            models.Index(fields=["requesting", "-changed_at"]),
            models.Index(fields=["kind", "-changed_at"]),
            models.Index(fields=["grant", "-changed_at"]),
            models.Index(fields=["requesting", "kind", "-changed_at"], name="cases_of_state_and_kind"),
            # What waits for somebody is rare among all cases, and is what everybody's first page asks for.
            models.Index(
                fields=["-changed_at", "case"], condition=models.Q(waiting__gt=0, closed=False), name="cases_that_wait"
            ),
            models.Index(
                fields=["-changed_at", "case"], condition=models.Q(remedies__gt=0, closed=False), name="cases_in_remedy"
            ),
        ]

    def __str__(self) -> str:
        return self.case

    @property
    def verdict_name(self) -> str:
        """Name of the verdict on granting, as the engine calls it."""
        return self.grant.upper().replace("-", "_")


class MandateCopy(models.Model):
    """A mandate given and not ended: for one case, or for every case of the office (`case` empty)."""

    ident = models.CharField(max_length=60)
    account = models.CharField(max_length=16)
    role = models.CharField(max_length=60)
    case = models.CharField(max_length=40, blank=True)
    person = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    compartments = models.JSONField(default=list)

    class Meta:
        """Each mandate once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="one_copy_of_a_mandate"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "case"])]

    def __str__(self) -> str:
        return f"{self.case or 'office'} {self.ident}"
