"""Telling others what happened: CloudEvents 1.0, signed as Standard Webhooks asks.

A message holds the number of the case, the act and the number of the entry: nothing of the case. Whoever wants to know
more asks, with a token and a mandate. Each subscription is told of the entries in their order, each at least once; one
that does not answer is tried again later, and holds up nobody else.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.conf import settings
from django.utils import timezone

from rogatory.office.errors import FormError
from rogatory.office.filing import EVERY_ACT, READ, STAFFING
from rogatory.office.folds.dossier import BARRED, PROPOSED
from rogatory.people.mandates import EVERY_CASE
from rogatory.people.sight import Sight, sight
from rogatory.registry.accounts.models import Account
from rogatory.registry.api.models import Subscription
from rogatory.registry.cases import copies, journal

SECRET = "whsec_"  # noqa: S105 - how Standard Webhooks begins a secret
TIMEOUT = 10
"""Seconds an address has to answer."""
AT_ONCE = 200
"""Entries looked at in one go for one subscription."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=6)
KNOWN = frozenset({*EVERY_ACT, *STAFFING, BARRED, PROPOSED})


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one round of deliveries."""

    delivered: int = 0
    failed: int = 0


def subscribe(account: Account, url: str, acts: list[str]) -> Subscription:
    """Have what happens from now on told to an address.

    Raises:
        FormError: It is no address we send to, or an act that does not exist.
    """
    _must_be_address(url)
    unknown = sorted(set(acts) - KNOWN)
    if unknown:
        raise FormError("acts", f"there is no act {unknown[0]!r}", "Name acts as the table of acts does")
    secret = SECRET + base64.b64encode(secrets.token_bytes(32)).decode()
    return Subscription.objects.create(account=account, url=url, secret=secret, acts=acts, following=journal.size())


def deliver(*, now: datetime | None = None) -> Round:
    """Tell every subscription that is due what it has not been told yet."""
    now = now or timezone.now()
    delivered = failed = 0
    due = Subscription.objects.select_related("account").filter(next_at__lte=now, account__is_active=True)
    for subscription in due:
        try:
            delivered += _tell(subscription)
        except (URLError, HTTPException, TimeoutError, OSError) as error:
            failed += 1
            _failed(subscription, error, now)
    return Round(delivered, failed)


def signature(secret: str, ident: str, moment: str, body: bytes) -> str:
    """The header `webhook-signature`: HMAC-SHA-256 over identifier, moment and body (Standard Webhooks).

    >>> signature("whsec_c2VjcmV0", "7", "1700000000", b"{}")
    'v1,0eEyx6zk2UvCa7JQXxUo+wvtA9MSyNErw7FMbYPJYK4='
    """
    key = base64.b64decode(secret.removeprefix(SECRET))
    return "v1," + base64.b64encode(hmac.digest(key, f"{ident}.{moment}.".encode() + body, hashlib.sha256)).decode()


def cloud_event(happening: journal.Happening) -> dict[str, Any]:
    """What is told of an entry."""
    return {
        "specversion": "1.0",
        "id": str(happening.seq),
        "source": f"{settings.ADDRESS}/api/v1",
        "type": f"rogatory.act.{happening.act}",
        "subject": happening.case or "office",
        "time": happening.at.isoformat(),
        "datacontenttype": "application/json",
        "data": {"case": happening.case, "act": happening.act, "entry": happening.seq},
    }


def _tell(subscription: Subscription) -> int:
    """Tell what is new; how many messages were taken. Each that was is noted before the next is sent."""
    told = 0
    while happened := journal.happened(subscription.following, AT_ONCE):
        for happening in happened:
            if _wanted(subscription, happening) and _may_know(subscription.account, happening):
                _send(subscription, happening)
                told += 1
            _note(subscription, following=happening.seq + 1)
    return told


def _wanted(subscription: Subscription, happening: journal.Happening) -> bool:
    return happening.act in subscription.acts if subscription.acts else happening.act != READ.id


def _may_know(account: Account, happening: journal.Happening) -> bool:
    """By the mandates of today; what is done in the office itself is for its administrators."""
    today = timezone.localdate()
    held = [m for m in copies.mandates_held(account.public_id, happening.case) if m.covers(happening.case, today)]
    if happening.case == EVERY_CASE:
        return any(m.role.name == "ADMINISTRATOR" for m in held)
    return sight(held) is Sight.FILE


class _NoRedirect(HTTPRedirectHandler):
    """A message goes where the subscription says and nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        return None


def _send(subscription: Subscription, happening: journal.Happening) -> None:
    body = json.dumps(cloud_event(happening), separators=(",", ":")).encode()
    moment = str(int(timezone.now().timestamp()))
    headers = {
        "Content-Type": "application/cloudevents+json",
        "User-Agent": "Rogatory",
        "webhook-id": str(happening.seq),
        "webhook-timestamp": moment,
        "webhook-signature": signature(subscription.secret, str(happening.seq), moment, body),
    }
    _must_be_address(subscription.url)
    request = Request(subscription.url, data=body, headers=headers, method="POST")  # noqa: S310 - checked above
    with build_opener(ProxyHandler(), _NoRedirect).open(request, timeout=TIMEOUT) as answer:
        answer.read(1)


def _note(subscription: Subscription, *, following: int) -> None:
    subscription.following, subscription.failures, subscription.last_error = following, 0, ""
    subscription.save(update_fields=["following", "failures", "last_error"])


def _failed(subscription: Subscription, error: Exception, now: datetime) -> None:
    subscription.failures += 1
    wait = min(FIRST_WAIT * 2 ** min(subscription.failures - 1, 20), LONGEST_WAIT)
    # Not all at the same moment, when an address comes back.
    subscription.next_at = now + wait * (1 + secrets.randbelow(100) / 400)
    reason = f"answered {error.code}" if isinstance(error, HTTPError) else type(error).__name__
    subscription.last_error = reason[:200]
    subscription.save(update_fields=["failures", "next_at", "last_error"])


def _must_be_address(url: str) -> None:
    """Messages are sent encrypted; to this machine itself only where the registry itself is served so.

    Raises:
        FormError: It is no such address.
    """
    mend = "Give an address that begins with https://"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FormError("url", "it is no address", mend) from error
    here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost") and not settings.SECURE_SSL_REDIRECT
    plain = url.isascii() and url.isprintable() and " " not in url
    if not plain or not (parts.scheme == "https" or here) or not parts.hostname or parts.username or port == 0:
        raise FormError("url", "it is no address that messages are sent to", mend)
