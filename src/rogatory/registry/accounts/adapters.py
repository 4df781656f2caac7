"""How this deployment bends django-allauth: nobody opens an account alone, and secrets at rest are sealed."""

import base64
import time
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by an office."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the first page of the door at which somebody signed in."""
        return _home(request) or str(super().get_login_redirect_url(request))

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """To the same door."""
        return _home(request) or str(super().get_logout_redirect_url(request))

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Before a change of how one signs in: unless one proved who one is just now, as on the first day."""
        request = context.request
        records = get_authentication_records(request, request.user) if request else []
        just_now = bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not just_now and bool(super().is_reauthentication_required(app=app, **kwargs))


def _home(request: HttpRequest) -> str:
    """The first page of the defence door, at that door; empty: at the desk."""
    return reverse("defence") if request.path_info.startswith(reverse("defence")) else ""


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An identity provider signs in whom the office knows; it opens no account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Two answers of one provider speak of one person (OpenID Connect Core 1.0, 5.3.2), or nobody is signed in."""
        if len({part["sub"] for part in _parts(sociallogin) if "sub" in part}) > 1:
            raise ImmediateHttpResponse(render_authentication_error(request, sociallogin.provider))

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Only for addresses in the domains named for the provider, and that it does not itself call unverified."""
        if any(part.get("email_verified", True) in _NOT_VERIFIED for part in _parts(login)):
            return False
        return email.rpartition("@")[2].lower() in login.provider.app.settings["email_domains"]


_NOT_VERIFIED = (False, "false", "False", "0", None)
"""How providers write that nobody checked whose an address is."""


def _parts(login: SocialLogin) -> list[Mapping[str, Any]]:
    """What a provider told of the person, answer by answer: its identity token and what it says when asked."""
    told = login.account.extra_data
    parts = [told.get(name) for name in ("userinfo", "id_token")]
    return [part for part in parts if isinstance(part, Mapping)]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors, sealed in the database: who copies it cannot make codes."""

    def get_totp_issuer(self) -> str:
        """The name an authenticator app shows."""
        return "Rogatory"

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return _seal().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> MultiFernet:
    """Seals with the present secret key, opens with former ones too."""
    keys = []
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        derived = HKDF(SHA256(), 32, salt=None, info=b"rogatory second factors").derive(secret.encode())
        keys.append(Fernet(base64.urlsafe_b64encode(derived)))
    return MultiFernet(keys)
