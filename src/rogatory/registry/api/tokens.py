"""Making, checking and revoking tokens."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.utils import timezone

from rogatory.registry.accounts.models import Account
from rogatory.registry.api.models import Token

PREFIX = "rogatory_"
"""Begins every token, so that one that was published by mistake is found."""
LONGEST = 366
"""Days a token lives at most."""
NOTED_EVERY = timedelta(minutes=5)
"""The last use is written down no more often than this: a reading program must not write at every request."""


class Scope(Enum):
    """What a token may be used for; never more than the mandates of its account allow."""

    READ = "read"
    """To look."""
    ACT = "act"
    """To act in cases."""
    ADMIN = "admin"
    """To staff the office and to subscribe to what happens."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: the account, and what the call may be used for."""

    account: Account
    scopes: frozenset[Scope]

    @property
    def name(self) -> str:
        """Public identifier of the account."""
        return self.account.public_id


def make(account: Account, name: str, scopes: Iterable[Scope], days: int = 90) -> tuple[Token, str]:
    """Make a token; the second value is the token itself, told this once.

    Raises:
        ValueError: It has no scope, no name, or lives too short or too long.
    """
    wanted = sorted({s.value for s in scopes})
    if not wanted or not name.strip():
        msg = "a token has a name and at least one scope"
        raise ValueError(msg)
    if not 1 <= days <= LONGEST:
        msg = f"a token lives from 1 to {LONGEST} days, not {days}"
        raise ValueError(msg)
    told = PREFIX + secrets.token_urlsafe(32)
    expires = timezone.now() + timedelta(days=days)
    row = Token.objects.create(
        account=account, name=name.strip()[:100], digest=_digest(told), scopes=wanted, expires_at=expires
    )
    return row, told


def caller(told: str) -> Caller | None:
    """Whose token it is; None: it is nobody's, has expired or was revoked, or the account is closed."""
    row = Token.objects.select_related("account").filter(digest=_digest(told)).first()
    if row is None or not row.holds or not row.account.is_active:
        return None
    now = timezone.now()
    if row.used_at is None or now - row.used_at > NOTED_EVERY:
        Token.objects.filter(pk=row.pk).update(used_at=now)
    return Caller(row.account, frozenset(Scope(s) for s in row.scopes))


def revoke(row: Token) -> None:
    """Let a token open nothing any more."""
    if row.revoked_at is None:
        row.revoked_at = timezone.now()
        row.save(update_fields=["revoked_at"])


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
