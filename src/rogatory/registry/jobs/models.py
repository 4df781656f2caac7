"""The work there is: a row for each duty that comes due again and again, and for each piece somebody asked for.

Nothing of a case stands here but its number. What a row says of a failure is its kind and place, never the message of
an exception.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a piece of work is."""

    WAITING = "waiting", _("waits")
    RUNNING = "running", _("is being done")
    DONE = "done", _("is done")
    FAILED = "failed", _("has failed")


class Job(models.Model):
    """A piece of work."""

    kind = models.CharField(max_length=40)
    """Name of its kind in `kinds.KINDS`."""
    asked_by = models.CharField(max_length=16, blank=True)
    """Public identifier of the account that asked for it; empty: a duty, due by itself."""
    about = models.CharField(max_length=120, blank=True)
    """What it is done to: number of a case, a colon, the seizure or package; empty: the office as a whole."""
    asked_at = models.DateTimeField()
    next_at = models.DateTimeField()
    """Not to be done before."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.IntegerField(default=0)
    """How often it was begun and not finished; a worker that was killed counts too."""
    worker = models.CharField(max_length=60, blank=True)
    """Who does it now, or did it last."""
    began_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    """Last sign of life of whoever does it."""
    ended_at = models.DateTimeField(null=True)
    """When it was last finished."""
    done = models.BigIntegerField(default=0)
    of = models.BigIntegerField(default=0)
    """How far it is, and of how much; 0 of 0: not known."""
    result = models.JSONField(default=dict)
    """What came of it the last time."""
    error = models.CharField(max_length=300, blank=True)
    """Why it failed the last time; empty: it did not."""

    class Meta:
        """What is due first; each duty once."""

        ordering: ClassVar[list[str]] = ["next_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "next_at"], name="jobs_that_are_due")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind"], condition=models.Q(asked_by=""), name="each_duty_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it by itself."""
        return self.state in (State.DONE, State.FAILED)
