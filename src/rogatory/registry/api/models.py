"""What the API remembers: tokens, and who is told of what happened. Neither holds anything of a case."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from rogatory.registry.accounts.models import Account


class Token(models.Model):
    """A program's key to what one account may do; of the key itself only a hash is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    """What it is for, in the words of whoever made it."""
    digest = models.CharField(max_length=64, unique=True, editable=False)
    """SHA-256 of the token; the token is random enough for it."""
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def holds(self) -> bool:
        """Whether it opens anything now."""
        return self.revoked_at is None and timezone.now() < self.expires_at


class Subscription(models.Model):
    """An address that is told what happened, and how far it has been told.

    The journal itself is what is to be delivered: an entry is there with its act or not at all, and the entries have
    numbers without gaps. So a subscription needs only the number of the next entry.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="subscriptions")
    """Whose mandates decide, at the moment of delivery, which cases may be spoken of."""
    url = models.URLField(max_length=500)
    secret = models.CharField(max_length=80, editable=False)
    """Key of the signatures; it has to be kept as it is, because a signature is made with it."""
    acts = models.JSONField(default=list)
    """Acts it asks for; empty: all but readings."""
    following = models.BigIntegerField(default=0)
    """Number of the next entry to tell of."""
    failures = models.IntegerField(default=0)
    """Attempts in a row that failed."""
    next_at = models.DateTimeField(default=timezone.now)
    """Not to be tried before."""
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        """The oldest first."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.url
