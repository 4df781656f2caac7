"""Drafts of this door: kept while one writes, sent once, and nobody else's."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from rogatory.registry.defence.models import CLAIM, Draft


def of(account: str, case: str, what: str) -> Draft | None:
    """The open draft; None: there is none."""
    return Draft.objects.filter(account=account, case=case, what=what, sent=None).first()


def open_in(account: str, case: str) -> list[Draft]:
    """The open drafts of somebody in a case, the one changed last first."""
    return list(Draft.objects.filter(account=account, case=case, sent=None).order_by("-changed"))


def keep(account: str, case: str, what: str, fields: dict[str, Any]) -> Draft:
    """Keep what was written so far."""
    now = timezone.now()
    draft, _new = Draft.objects.update_or_create(
        account=account, case=case, what=what, sent=None, defaults={"fields": fields, "changed": now}
    )
    return draft


def claim(draft: Draft) -> bool:
    """Begin to send a draft; whether nobody else did just now: a second press of the button sends nothing twice."""
    now = timezone.now()
    free = Q(claimed=None) | Q(claimed__lt=now - CLAIM)
    return bool(Draft.objects.filter(free, pk=draft.pk, sent=None).update(claimed=now))


def release(draft: Draft) -> None:
    """It was not sent; it can be, later."""
    Draft.objects.filter(pk=draft.pk).update(claimed=None)


def sent(draft: Draft, seq: int) -> None:
    """It was sent: what was written stands in the journal now, and not here any more."""
    Draft.objects.filter(pk=draft.pk).update(sent=seq, fields={})


def sent_as(account: str, case: str, what: str, number: str) -> int | None:
    """The entry by which a draft was filed; None: it was not."""
    if not number.isdecimal():
        return None
    found = Draft.objects.filter(pk=int(number), account=account, case=case, what=what)
    return found.values_list("sent", flat=True).first()


def forget(account: str, case: str, what: str) -> None:
    """Throw the open draft away."""
    Draft.objects.filter(account=account, case=case, what=what, sent=None).delete()
