"""Somebody signs in through their office's own identity provider, which really answers on this machine."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from django.utils import timezone

from rogatory.registry.accounts import signon
from rogatory.registry.accounts.models import Account
from rogatory.registry.shell.headers import content_security_policy

pytestmark = pytest.mark.django_db


class Directory(ThreadingHTTPServer):
    """An identity provider in which somebody has just signed in."""

    email = "clerk@justice.example"


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
            self.answer({"sub": "4711", "email": self.server.email, "email_verified": True})

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


def test_a_form_may_lead_to_the_provider_and_nowhere_else(configured, provider):
    configured()
    assert f"form-action 'self' http://127.0.0.1:{provider.server_port};" in content_security_policy()


def test_a_court_with_saml_gets_our_metadata_and_its_people_are_led_there(client, tmp_path, settings):
    entry = {
        "id": "court",
        "name": "Court of Appeal",
        "entity_id": "https://idp.court.example/metadata",
        "sso_url": "https://idp.court.example/sso",
        "x509cert": base64.b64encode(b"certificate").decode(),
        "email_domains": ["court.example"],
    }
    (tmp_path / "sign-on.json").write_text(json.dumps({"saml": [entry]}), "utf-8")
    sign_on = signon.read(tmp_path / "sign-on.json")
    settings.SOCIALACCOUNT_PROVIDERS = dict(sign_on.providers)

    metadata = client.get("/account/saml/court/metadata/", secure=True, headers={"host": "localhost"})
    assert metadata.status_code == 200
    assert b"AssertionConsumerService" in metadata.content
    assert b'WantAssertionsSigned="true"' in metadata.content
    led = client.post("/account/saml/court/login/", secure=True, headers={"host": "localhost"})
    assert led["Location"].startswith("https://idp.court.example/sso?SAMLRequest=")
    assert sign_on.origins == ("https://idp.court.example",)
