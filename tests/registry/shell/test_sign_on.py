"""Somebody signs in through their office's own identity provider, which really answers on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from django.test import Client
from django.utils import timezone

from rogatory.registry.accounts import signon
from rogatory.registry.accounts.models import Account
from rogatory.registry.shell.headers import content_security_policy

pytestmark = pytest.mark.django_db


class Directory(ThreadingHTTPServer):
    """An identity provider in which somebody has just signed in, and what it says differently from what it should."""

    email = "clerk@justice.example"
    token: dict[str, object]
    """Parts of its identity token that are other than they should be."""
    person: dict[str, object]
    """The same, of what it says of the person when asked."""


class Provider(BaseHTTPRequestHandler):
    """What it answers."""

    server: Directory

    def do_GET(self):
        here = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.startswith("/.well-known/"):
            self.answer(
                {
                    "issuer": here,
                    "authorization_endpoint": f"{here}/authorize",
                    "token_endpoint": f"{here}/token",
                    "userinfo_endpoint": f"{here}/userinfo",
                    "jwks_uri": f"{here}/keys",
                }
            )
        else:
            told = {"sub": "4711", "email": self.server.email, "email_verified": True}
            self.answer({**told, **self.server.person})

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert form["code_verifier"], "the exchange is bound to whoever began it"
        now = int(timezone.now().timestamp())
        token = {
            "iss": f"http://127.0.0.1:{self.server.server_port}",
            "aud": "rogatory",
            "sub": "4711",
            "iat": now,
            "exp": now + 60,
            "email": self.server.email,
            "email_verified": True,
        }
        token |= self.server.token
        signed = jwt.encode(token, "x" * 32, algorithm="HS256")
        self.answer({"access_token": "opaque", "token_type": "Bearer", "id_token": signed})

    def answer(self, told):
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *told):
        pass


@pytest.fixture
def provider():
    server = Directory(("127.0.0.1", 0), Provider)
    server.token, server.person = {}, {}
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def configured(provider, tmp_path, settings, monkeypatch):
    """The deployment knows the provider, from its file."""
    monkeypatch.setenv("OIDC_SECRET", "told to both")

    def configure(**more):
        entry = {
            "id": "justice",
            "name": "Ministry of Justice",
            "server_url": f"http://127.0.0.1:{provider.server_port}",
            "client_id": "rogatory",
            "secret": "$OIDC_SECRET",
            "email_domains": ["justice.example"],
            **more,
        }
        (tmp_path / "sign-on.json").write_text(json.dumps({"oidc": [entry]}), "utf-8")
        sign_on = signon.read(tmp_path / "sign-on.json")
        settings.SOCIALACCOUNT_PROVIDERS = dict(sign_on.providers)
        settings.SIGN_ON_ORIGINS = sign_on.origins
        settings.SIGN_ON_WITH_SECOND_FACTOR = sign_on.with_second_factor

    return configure


def come_back(client):
    """Press the button, sign in over there, and come back."""
    led = client.post("/account/oidc/justice/login/")
    asked = parse_qs(urlsplit(led["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    back = urlencode({"code": "once", "state": asked["state"][0]})
    return client.get(f"/account/oidc/justice/login/callback/?{back}", follow=True)


def test_whom_the_office_opened_an_account_for_is_signed_in(client, configured):
    configured(second_factor=True)
    Account.objects.open("clerk@justice.example", "A Clerk")
    assert "Sign in with Ministry of Justice" in client.get("/account/login/").content.decode()

    answer = come_back(client)

    assert answer.redirect_chain[-1][0] == "/"
    assert answer.wsgi_request.user.full_name == "A Clerk"


def test_a_provider_without_a_second_factor_leaves_it_to_us(client, configured):
    configured()
    Account.objects.open("clerk@justice.example", "A Clerk")
    come_back(client)
    assert client.get("/")["Location"] == "/account/2fa/"


def test_whom_the_office_does_not_know_gets_no_account(client, configured):
    configured(second_factor=True)
    answer = come_back(client)
    assert not answer.wsgi_request.user.is_authenticated
    assert "Accounts are opened by an office" in answer.content.decode()
    assert not Account.objects.exists()


def test_a_provider_is_not_believed_for_the_addresses_of_others(client, configured, provider):
    configured(second_factor=True)
    Account.objects.open("judge@court.example", "A Judge")
    provider.email = "judge@court.example"
    answer = come_back(client)
    assert not answer.wsgi_request.user.is_authenticated


LONG_AGO = 1_600_000_000


@pytest.mark.parametrize(
    ("token", "person"),
    [
        pytest.param({"aud": "another office"}, {}, id="a token for somebody else"),
        pytest.param({"iss": "https://evil.example"}, {}, id="a token of somebody else"),
        pytest.param({"exp": LONG_AGO}, {}, id="a token that has expired"),
        pytest.param({}, {"email_verified": False}, id="an address that nobody checked"),
        pytest.param({"email_verified": False}, {}, id="an address that the token calls unchecked"),
        pytest.param({}, {"email_verified": "false"}, id="the same, written as a word"),
        pytest.param({}, {"sub": "4712"}, id="two answers about two persons"),
        pytest.param({}, {"email": None}, id="no address"),
    ],
)
def test_what_the_provider_should_not_say_signs_nobody_in(client, configured, provider, token, person):
    configured(second_factor=True)
    Account.objects.open("clerk@justice.example", "A Clerk")
    provider.token, provider.person = token, person
    answer = come_back(client)
    assert not answer.wsgi_request.user.is_authenticated
    assert not Client().get("/", follow=True).wsgi_request.user.is_authenticated


def test_the_way_back_is_good_for_whoever_began_it_and_once(client, configured):
    configured(second_factor=True)
    Account.objects.open("clerk@justice.example", "A Clerk")
    led = client.post("/account/oidc/justice/login/")
    state = parse_qs(urlsplit(led["Location"]).query)["state"][0]

    def back(somebody, told):
        address = f"/account/oidc/justice/login/callback/?{urlencode({'code': 'once', **told})}"
        return somebody.get(address, follow=True).wsgi_request.user.is_authenticated

    assert not back(Client(), {"state": state}), "another browser"
    assert not back(client, {"state": "made up"})
    assert not back(client, {})
    assert back(client, {"state": state})
    client.post("/account/logout/")
    assert not back(client, {"state": state}), "a second time"


def test_a_closed_account_is_not_opened_by_the_provider(client, configured):
    configured(second_factor=True)
    account = Account.objects.open("clerk@justice.example", "A Clerk")
    come_back(client)
    client.post("/account/logout/")
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert not come_back(client).wsgi_request.user.is_authenticated


def test_a_form_may_lead_to_the_provider_and_nowhere_else(configured, provider):
    configured()
    assert f"form-action 'self' http://127.0.0.1:{provider.server_port};" in content_security_policy()
