"""Routes of webhooks: who is told of what happens."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from rogatory.registry.api import shapes, webhooks
from rogatory.registry.api.access import to, who
from rogatory.registry.api.models import Subscription
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.tokens import Scope

router = Router(tags=["webhooks"], auth=to(Scope.ADMIN))
MOST = 20
"""Subscriptions of one account."""


@router.get("", response=list[shapes.WebhookShown], summary="My subscriptions")
def subscriptions(request: HttpRequest) -> Any:  # noqa: ANN401
    """The addresses this account has told of what happens, and how far they are."""
    return [_shown(row) for row in Subscription.objects.filter(account=who(request).account)]


@router.post("", response={201: shapes.WebhookShown}, summary="Subscribe")
def subscribe(request: HttpRequest, told: shapes.WebhookWanted) -> Any:  # noqa: ANN401
    """Have what happens from now on told to an address, as far as the account's mandates go at that moment.

    The secret of the signatures is told in this answer and never again.
    """
    if Subscription.objects.filter(account=who(request).account).count() >= MOST:
        raise ProblemError("form", f"an account has {MOST} subscriptions at most; end one first")
    row = webhooks.subscribe(who(request).account, told.url, told.acts)
    return Status(201, {**_shown(row), "secret": row.secret})


@router.delete("/{ident}", response={204: None}, summary="End a subscription")
def unsubscribe(request: HttpRequest, ident: int) -> Any:  # noqa: ANN401
    """Tell an address nothing any more."""
    ended, _ = Subscription.objects.filter(account=who(request).account, pk=max(0, min(ident, 2**63 - 1))).delete()
    if not ended:
        raise ProblemError("unknown", "there is no such subscription, or not of this account")
    return Status(204, None)


def _shown(row: Subscription) -> dict[str, Any]:
    return {
        "id": row.pk,
        "url": row.url,
        "acts": row.acts,
        "following": row.following,
        "failures": row.failures,
        "last_error": row.last_error,
    }
