"""The account: the means by which one person signs in.

An account carries no role. Who may do what in a case comes from mandates, which have dates and are in the journal.
"""

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Digits and letters that are not taken for one another when read aloud or copied by hand."""


def make_public_id() -> str:
    """A new random name for an account: 80 bits, sixteen signs."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


class AccountManager(BaseUserManager["Account"]):
    """Opens accounts."""

    def open(
        self, email: str, full_name: str, *, language: str = "en", password: str | None = None, public_id: str = ""
    ) -> "Account":
        """Open an account, as an office does for one of its people; nobody opens one alone.

        Args:
            email: Address the person signs in with. The office vouches for it.
            full_name: Name as it is shown to colleagues.
            language: Language of the screens: en, fr or nl.
            password: First password; None: the person sets one through a link.
            public_id: Public identifier; empty: a new one.

        Raises:
            ValueError: The address is taken.
        """
        from allauth.account.models import EmailAddress  # noqa: PLC0415  models are not ready while this module loads

        address = email.strip().lower()
        if self.filter(email=address).exists():
            msg = f"{address} has an account already"
            raise ValueError(msg)
        with transaction.atomic():
            account = self.model(
                email=address, full_name=full_name.strip(), language=language, public_id=public_id or make_public_id()
            )
            account.set_password(password)
            account.full_clean(exclude=["password"])
            account.save()
            EmailAddress.objects.create(user=account, email=address, primary=True, verified=True)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account that signs in with this address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """One person's means of signing in."""

    public_id = models.CharField(_("identifier"), max_length=16, unique=True, default=make_public_id, editable=False)
    """Stands for the person in the journal and in logs; says nothing about them and never changes."""
    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=200)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    is_active = models.BooleanField(_("open"), default=True)
    """A closed account cannot sign in; it stays, because the journal speaks of it."""
    opened_at = models.DateTimeField(_("opened"), default=timezone.now, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        """Names of the table."""

        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        """The name shown to colleagues."""
        return self.full_name

    def get_full_name(self) -> str:
        """The name shown to colleagues."""
        return self.full_name
