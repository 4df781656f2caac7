"""What was received: when, by whom, how far its reading is, and what was read.

The bytes stand in the journal's own table of originals (`ledger.originals`). What is here can be made anew by reading
them again, but for the name; who settled what stands in the entries.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reading(models.TextChoices):
    """How far the reading of a document is."""

    WAITING = "waiting", _("waits to be read")
    RUNNING = "reading", _("is being read")
    READ = "read", _("is read")
    FAILED = "failed", _("could not be read")
    ERASED = "erased", _("was erased")


class Sender(models.Model):
    """Somebody who sent something without an account, and comes back with a code."""

    code = models.CharField(max_length=64, unique=True)
    """SHA-256 of the code, in small hexadecimal digits; the code itself is kept nowhere."""
    identity = models.TextField(blank=True)
    """What they said of who they are, which no page reads; empty: nothing, or it went over to an allegation."""
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"sender {self.pk}"


class Received(models.Model):
    """A document that came in."""

    digest = models.CharField(max_length=64)
    """SHA-256 of its bytes, in small hexadecimal digits; the same bytes may come in twice."""
    size = models.BigIntegerField()
    name = models.CharField(max_length=200)
    """Its name as received; untrusted, never a path; empty: erased."""
    meant_for = models.CharField(max_length=40, blank=True)
    """Number of the case whoever brought it says it belongs to; empty: not said. Nothing follows from it."""
    by = models.CharField(max_length=16)
    """Public identifier of the account that received it."""
    at = models.DateTimeField()
    entry = models.BigIntegerField()
    """Number of the journal's entry that says so."""
    state = models.CharField(max_length=10, choices=Reading.choices, default=Reading.WAITING)
    began_at = models.DateTimeField(null=True)
    """Moment at which its reading was last begun."""
    tries = models.IntegerField(default=0)
    """How often its reading was begun since it was last asked for."""
    part = models.TextField(blank=True)
    """What was read, as JSON (`received.pages.Part`); empty: nothing yet."""
    proposed = models.TextField(blank=True)
    """What that proposes, as JSON; empty: nothing yet."""
    fields = models.IntegerField(default=0)
    """How many fields are proposed."""
    unsettled = models.IntegerField(default=0)
    """How many of them nobody has settled."""
    unread = models.IntegerField(default=0)
    """How many parts could not be read whole and nobody has looked at."""
    away = models.BooleanField(default=False)
    """Whether it was put away."""
    leaving = models.BooleanField(default=False)
    """Whether its erasure was proposed and waits for the court."""
    sender = models.ForeignKey(Sender, null=True, on_delete=models.PROTECT)
    """Who sent it without an account; None: it came in the usual way."""

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "at"], name="mail_to_read"),
            models.Index(fields=["digest"], name="mail_by_digest"),
            models.Index(fields=["-at", "-id"], name="mail_newest_first"),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"
