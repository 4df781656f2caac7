"""Letters before a time limit ends: that one ends, and nothing of the case.

A warning is written down once the mail server took its letter. So a worker that is stopped in between sends that letter
again, and never leaves one out; it then has the same `Message-ID`, by which mail programs know it for the same.
"""

import logging
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from importlib.resources import files
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef
from django.urls import reverse

from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import LimitCopy
from rogatory.registry.defence.models import Chosen
from rogatory.registry.reminders.due import Due, warnings_due
from rogatory.registry.reminders.models import Reminder

KEPT = timedelta(days=366)
"""How long it is kept that a warning was sent, after the last day of a time limit that no longer runs."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: letters sent, the warnings in them, and letters that could not be sent."""

    letters: int = 0
    warnings: int = 0
    failed: int = 0


def send_due(now: datetime, tell: Callable[[int, int], None] = lambda done, of: None) -> Sent:
    """Send each account one letter with every warning that is due to it and was not sent.

    Args:
        now: The moment.
        tell: Is told how many accounts are done, and of how many.
    """
    due = warnings_due(now)
    cases = {one.case for one in due}
    sent = set(Reminder.objects.filter(case__in=cases).values_list("account", "case", "limit", "last_day", "warning"))
    waiting: dict[str, list[Due]] = {}
    for one in due:
        if (one.account, one.case, one.limit, one.last_day, one.warning) not in sent:
            waiting.setdefault(one.account, []).append(one)
    accounts = Account.objects.filter(public_id__in=waiting, is_active=True).order_by("public_id")
    chosen = dict(Chosen.objects.filter(account__in=waiting).values_list("account", "language"))
    letters = warnings = failed = 0
    for done, account in enumerate(accounts, 1):
        mine = waiting[account.public_id]
        if _send(account, chosen.get(account.public_id) or account.language, mine):
            _note(mine, now)
            letters, warnings = letters + 1, warnings + len(mine)
        else:
            failed += 1
        tell(done, len(accounts))
    return Sent(letters, warnings, failed)


def forget(now: datetime) -> int:
    """Forget warnings of time limits that have long ended and no longer run; how many."""
    running = LimitCopy.objects.filter(case=OuterRef("case"), ident=OuterRef("limit"))
    old = Reminder.objects.filter(~Exists(running), last_day__lt=(now - KEPT).date())
    return old.delete()[0]


def text_of(due: Collection[Due], language: str) -> tuple[str, str]:
    """Subject and text of the letter with these warnings: how many time limits end when, and nothing else."""
    said = _words()
    counted = Counter(max(one.left, -1) if one.warning >= 0 else -1 for one in due)
    lines = [_line(days, counted[days], language) for days in sorted(counted)]
    # Whoever stands beside a person signs in at that door alone.
    link = settings.ADDRESS + reverse("defence" if all(one.of_a_person for one in due) else "my_work")
    text = "\n".join(lines) + f"\n\n{said['open'][language]}\n{link}\n\n{said['why'][language]}\n"
    return settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + said["subject"][language], text


def _line(days: int, n: int, language: str) -> str:
    key = {-1: "overdue", 0: "today", 1: "tomorrow"}.get(days, "days")
    return _words()[key if n == 1 else f"{key}-many"][language].format(n=n, days=days)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("rogatory.registry.reminders").joinpath("words.toml").read_text(encoding="utf-8"))


def _send(account: Account, language: str, due: list[Due]) -> bool:
    subject, text = text_of(due, language)
    name = sha256("\n".join(sorted(f"{d.account} {d.case} {d.limit} {d.last_day} {d.warning}" for d in due)).encode())
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    headers = {"Message-ID": f"<{name.hexdigest()[:32]}@{host}>", "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [account.email], headers=headers).send()
    except (OSError, SMTPException):
        _LOG.exception("a letter could not be sent")
        return False
    return True


def _note(due: Iterable[Due], at: datetime) -> None:
    Reminder.objects.bulk_create(
        (
            Reminder(account=d.account, case=d.case, limit=d.limit, last_day=d.last_day, warning=d.warning, sent_at=at)
            for d in due
        ),
        ignore_conflicts=True,
    )
