"""What is kept of calendars and reminders. Neither says what a time limit is about."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from rogatory.registry.accounts.models import Account


class CalendarLink(models.Model):
    """A link by which calendars fetch somebody's days; of its secret only a hash is kept.

    The owner makes, renews and revokes it. Former links stay here, so that it can be seen when each was made and ended.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="calendar_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    """SHA-256 of the secret; the secret is random enough for it."""
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    used_at = models.DateTimeField(null=True, editable=False)
    """When it was fetched last, to the hour; None: never."""
    revoked_at = models.DateTimeField(null=True, editable=False)
    """When its owner revoked or renewed it; None: it opens the calendar."""

    class Meta:
        """The newest first; one at a time opens the calendar of an account."""

        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(revoked_at=None), name="one_calendar_link_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.made_at:%Y-%m-%d}"


class Reminder(models.Model):
    """That somebody was told by letter that a time limit ends: once for each warning, and anew where it was moved."""

    account = models.CharField(max_length=16)
    case = models.CharField(max_length=40)
    limit = models.CharField(max_length=200)
    """What the door calls it."""
    last_day = models.DateField()
    """Its last day when the letter was sent."""
    warning = models.IntegerField()
    """Days before the last day for which the warning is; 0: on it; -1: it is overdue."""
    sent_at = models.DateTimeField()

    class Meta:
        """Each warning once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account", "case", "limit", "last_day", "warning"], name="each_reminder_once"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case"], name="reminders_of_case")]

    def __str__(self) -> str:
        return f"{self.account} {self.case} {self.limit} {self.warning}"
