"""The people of the office as the administration shows them: how they sign in and what they may do, nothing of a case.

Of mandates in cases only the number is told: a case's number, with a name beside it, tells whom the case is about or
who acts in it, and the administrator reads no case.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils import timezone

from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.accounts.keeping import awaits_first_sign_in
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.copies import folded
from rogatory.registry.cases.models import MandateCopy

PAGE = 30
"""People on a page."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account.

    Attributes:
        account: The account's public identifier.
        name: Full name.
        email: Address they sign in with.
        language: Language of their pages.
        opened: Moment the account was opened.
        open: Whether it is open.
        last_sign_in: Day of the last sign-in; None: nobody has signed in with it.
        awaits: Whether it still waits for the first sign-in, so that a link can be given.
        factors: Kinds of second factor that are set up: `webauthn`, `totp`, `recovery_codes`.
        mandates: Mandates in every case of the office.
        in_cases: How many mandates in single cases the account holds.
    """

    account: str
    name: str
    email: str
    language: str
    opened: datetime
    open: bool
    last_sign_in: date | None
    awaits: bool
    factors: tuple[str, ...]
    mandates: tuple[MandateCopy, ...]
    in_cases: int


def people(words: str, number: object) -> Page[Person]:
    """A page of the people whose name or address holds all of `words`, by name."""
    rows = Account.objects.order_by("full_name", "pk")
    if wanted := folded(words).split():
        # Folded here, so that both databases find the same; an office has some thousands of people at most.
        told = rows.values_list("pk", "full_name", "email")
        found = [pk for pk, *texts in told if all(w in folded(" ".join(texts)) for w in wanted)]
        rows = rows.filter(pk__in=found)
    page = Paginator(rows, PAGE).get_page(number)  # type: ignore[arg-type]
    return Page(_told(page.object_list), page.number, page.paginator)  # type: ignore[arg-type]


def person(account: str) -> Person | None:
    """One of the people; None: nobody has this account."""
    found = _told(Account.objects.filter(public_id=account))
    return found[0] if found else None


def _told(accounts: Iterable[Account]) -> list[Person]:
    found = list(accounts)
    names = [a.public_id for a in found]
    factors: dict[int, list[str]] = defaultdict(list)
    for owner, kind in Authenticator.objects.filter(user__in=found).order_by("type").values_list("user_id", "type"):
        if kind not in factors[owner]:
            factors[owner].append(kind)
    mandates: dict[str, list[MandateCopy]] = defaultdict(list)
    for row in MandateCopy.objects.filter(case=EVERY_CASE, account__in=names).order_by("since", "ident"):
        mandates[row.account].append(row)
    counted = MandateCopy.objects.filter(account__in=names).exclude(case=EVERY_CASE).values_list("account")
    in_cases = dict(counted.annotate(n=Count("pk")).order_by())
    return [
        Person(
            account=a.public_id,
            name=a.full_name,
            email=a.email,
            language=a.language,
            opened=a.opened_at,
            open=a.is_active,
            last_sign_in=timezone.localdate(a.last_login) if a.last_login else None,
            awaits=awaits_first_sign_in(a),
            factors=tuple(factors[a.pk]),
            mandates=tuple(mandates[a.public_id]),
            in_cases=in_cases.get(a.public_id, 0),
        )
        for a in found
    ]
