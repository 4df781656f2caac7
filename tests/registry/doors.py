"""Signing a browser of the tests in: at the desk, at the defence door, or at both, as somebody would who uses both."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.test import Client

from rogatory.registry.accounts.models import Account
from rogatory.registry.defence.door import DefenceSession

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in_for_the_defence(client: Client, account: str) -> None:
    """Sign in at the defence door alone."""
    request = HttpRequest()
    request.session = DefenceSession()
    login(request, Account.objects.get(public_id=account), BACKEND)
    request.session.save()
    client.cookies[settings.DEFENCE_COOKIE_NAME] = str(request.session.session_key)


def signed_in(account: str) -> Client:
    """A browser in which somebody is signed in at both doors."""
    client = Client()
    client.force_login(Account.objects.get(public_id=account), BACKEND)
    sign_in_for_the_defence(client, account)
    return client
