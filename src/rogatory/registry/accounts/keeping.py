"""What an act on the office does to the accounts. The door alone calls it, in the transaction of the entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError

from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import CLOSE_ACCOUNT, NEW_LINK, OPEN_ACCOUNT, REOPEN_ACCOUNT, RESET_FACTORS
from rogatory.registry.accounts.models import Account


def carry_out(act: str, public_id: str, form: Mapping[str, Any], at: datetime) -> None:
    """Do to an account what the entry of an act says; an act on mandates does nothing here.

    Raises:
        UnknownObjectError: Nobody has this account.
        FormError: The account cannot be opened with this name and address, or needs no link.
    """
    match act:
        case OPEN_ACCOUNT.id:
            _open(public_id, form)
        case NEW_LINK.id:
            _renew(_account(public_id))
        case CLOSE_ACCOUNT.id:
            account = _account(public_id)
            account.is_active = False
            _save(account)
            _turn_out(account, at)
        case REOPEN_ACCOUNT.id:
            account = _account(public_id)
            account.is_active = True
            _save(account)
        case RESET_FACTORS.id:
            account = _account(public_id)
            Authenticator.objects.filter(user=account).delete()
            _turn_out(account, at)
        case _:
            pass


STANDING = "standing-queries@registry.invalid"
"""Address of the account that makes standing queries: no letter reaches it, and nobody signs in with it."""


def open_for_standing_queries() -> bool:
    """Open the account that makes standing queries, unless it is there; whether it was opened now.

    It may do nothing before an administrator has appointed it. It is opened with the registry and not by an
    administrator, so that an office that has one can appoint it: nobody ever had a link for it in hand.
    """
    if Account.objects.filter(email=STANDING).exists():
        return False
    Account.objects.open(STANDING, "Standing queries")
    return True


def awaits_first_sign_in(account: Account) -> bool:
    """Whether nobody has set a password or signed in yet: only then an administrator gives a link.

    Afterwards a link would be somebody else's way into the account; the person asks for a new password at the sign-in,
    and the letter goes to their address alone. Nobody ever signs in with the account of standing queries.
    """
    return account.email != STANDING and account.last_login is None and not account.has_usable_password()


def _account(public_id: str) -> Account:
    account = Account.objects.filter(public_id=public_id).first()
    if account is None:
        msg = f"nobody has the account {public_id!r}"
        raise UnknownObjectError(msg)
    return account


def _open(public_id: str, form: Mapping[str, Any]) -> None:
    told = {name: form.get(name, "") for name in ("email", "full_name", "language")}
    told["language"] = told["language"] or settings.LANGUAGE_CODE
    for name, value in told.items():
        if not isinstance(value, str):
            raise FormError(name, "it is no text", "Write it in words")
    try:
        Account.objects.open(
            told["email"], told["full_name"], language=told["language"], password=None, public_id=public_id
        )
    except ValidationError as error:
        name, problems = next(iter(error.message_dict.items()))
        raise FormError(name, " ".join(problems), "Give the person's name, address and language") from error
    except ValueError as error:
        raise FormError("email", str(error), "Look for it in the list of people") from error


def _renew(account: Account) -> None:
    if not awaits_first_sign_in(account):
        if account.email == STANDING:
            raise FormError("object", "nobody signs in with the account of standing queries", "Appoint it, no more")
        mend = "The person asks for a new password on the sign-in page"
        raise FormError("object", "somebody has signed in with the account already", mend)
    _save(account)


def _save(account: Account) -> None:
    # A new unusable password is another one, and a link made before is good for the former one only.
    if not account.has_usable_password():
        account.set_unusable_password()
    account.save()


def _turn_out(account: Account, at: datetime) -> None:
    """End every session of an account, and let its tokens open nothing any more."""
    for session in UserSession.objects.filter(user=account):
        session.end()
    account.tokens.filter(revoked_at=None).update(revoked_at=at)
