"""What the defence door keeps beside the journal: drafts that were not sent, and what somebody chose for themselves."""

from datetime import timedelta
from typing import ClassVar

from django.db import models

CLAIM = timedelta(minutes=1)
"""How long a draft that is being sent is not sent again: a second press of the button finds the first one's receipt."""


class Draft(models.Model):
    """Something somebody writes and has not sent yet, so that a lost connection loses nothing.

    Attributes:
        account: Whose it is; nobody else reads it.
        case: Identifier of the case.
        what: What is filed: the kind of a remedy, or of a submission.
        fields: What was filled in; empty once it was sent.
        changed: Moment of the last change.
        claimed: Moment at which it began to be sent; None: it did not.
        sent: Number of the entry by which it was filed; None: it was not.
    """

    account = models.CharField(max_length=16)
    case = models.CharField(max_length=40)
    what = models.CharField(max_length=40)
    fields = models.JSONField(default=dict)
    changed = models.DateTimeField()
    claimed = models.DateTimeField(null=True)
    sent = models.BigIntegerField(null=True)

    class Meta:
        """One draft of a kind is open at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account", "case", "what"], condition=models.Q(sent=None), name="defence_draft_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "case"], name="defence_drafts")]

    def __str__(self) -> str:
        return f"{self.case} {self.what}"


class Chosen(models.Model):
    """What somebody chose at this door.

    Attributes:
        account: Who.
        language: Language of the pages: en, fr, nl or ru; empty: the one of the account.
    """

    account = models.CharField(primary_key=True, max_length=16)
    language = models.CharField(max_length=2, default="")

    def __str__(self) -> str:
        return self.account
