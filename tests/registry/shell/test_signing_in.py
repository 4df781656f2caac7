"""Somebody signs in: by password, with a second factor, from a closed account, too often."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.utils import timezone

from rogatory.registry.accounts.models import Account
from tests.registry.shell.conftest import PASSWORD

SIGN_IN = "/account/login/"


def code(secret):
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))


def sign_in(client, email, password=PASSWORD, follow=True):
    return client.post(SIGN_IN, {"login": email, "password": password}, follow=follow)


@pytest.fixture
def secret(account):
    """The account has an authenticator app."""
    made = generate_totp_secret()
    TOTP.activate(account, made)
    return made


def test_a_password_alone_leads_to_setting_up_a_second_factor_before_anything_else(client, account):
    sign_in(client, account.email)

    for address in ("/", "/cases", "/law"):
        answer = client.get(address, follow=True)
        assert answer.redirect_chain[-1][0] == "/account/2fa/"
        assert "Set up a second factor first." in answer.content.decode()
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_with_a_code_of_the_app_the_work_opens(client, account, secret):
    answer = sign_in(client, account.email)
    assert answer.redirect_chain[-1][0] == "/account/2fa/authenticate/"
    assert client.get("/").status_code == 302, "the password alone opens nothing"

    assert client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
    answer = client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/account/2fa/").status_code == 200


def test_the_first_day_an_app_is_set_up_without_typing_the_password_again(client, account):
    sign_in(client, account.email)
    page = client.get("/account/2fa/totp/activate/")
    shown = re.search(r'id="authenticator_secret"[^>]* value="(\w+)"', page.content.decode())
    assert shown

    client.post("/account/2fa/totp/activate/", {"code": code(shown[1])})

    assert set(Authenticator.objects.filter(user=account).values_list("type", flat=True)) == {"totp", "recovery_codes"}
    stored = Authenticator.objects.get(user=account, type="totp").data["secret"]
    assert shown[1] not in stored, "the secret lies sealed in the database"
    assert TOTP(Authenticator.objects.get(user=account, type="totp")).validate_code(code(shown[1]))


def test_later_a_change_of_how_one_signs_in_asks_for_the_password_again(client, account, settings):
    sign_in(client, account.email)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    answer = client.get("/account/2fa/totp/activate/")
    assert answer["Location"].startswith("/account/reauthenticate/")


def test_a_wrong_password_says_nothing_about_the_account(client, account):
    wrong = sign_in(client, account.email, "no such password").content.decode()
    nobody = sign_in(client, "nobody@office.example", "no such password").content.decode()
    said = re.compile(r'role="alert".*?</div>', re.DOTALL)
    assert said.findall(wrong) == said.findall(nobody) != []


def test_after_five_wrong_passwords_even_the_right_one_waits(client, account):
    for _ in range(5):
        sign_in(client, account.email, "no such password")

    answer = sign_in(Client(REMOTE_ADDR="192.0.2.7"), account.email)
    assert "Too many failed" in answer.content.decode()
    assert not answer.wsgi_request.user.is_authenticated


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Too many failed attempts"), ("fr", "Trop d"), ("nl", "Te veel")],
)
def test_too_many_wrong_passwords_are_told_in_the_language_of_the_page(account, language, says):
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    for _ in range(6):
        answer = sign_in(client, account.email, "no such password")
    assert says in answer.content.decode()


def test_a_recovery_code_stands_in_for_the_app_once(client, account, secret):
    RecoveryCodes.activate(account)
    spare = Authenticator.objects.get(user=account, type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client, account.email)
    assert client.post("/account/2fa/authenticate/", {"code": spare})["Location"] == "/"
    client.post("/account/logout/")
    sign_in(client, account.email)
    assert client.post("/account/2fa/authenticate/", {"code": spare}).status_code == 200, "used already"


def test_a_closed_account_does_not_open(client, account):
    account.is_active = False
    account.save()
    answer = sign_in(client, account.email)
    assert not answer.wsgi_request.user.is_authenticated


@pytest.mark.django_db
def test_nobody_opens_an_account_alone(client):
    assert "Accounts are opened by an office" in client.get("/account/signup/").content.decode()
    client.post("/account/signup/", {"email": "me@example.org", "password1": PASSWORD})
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_an_address_has_one_account_however_it_is_written():
    Account.objects.open("Clerk@Office.example ", "A Clerk")
    with pytest.raises(ValueError, match="has an account already"):
        Account.objects.open("clerk@office.example", "Another")


@pytest.mark.django_db
def test_the_public_id_says_nothing_and_is_each_time_another():
    ids = {Account.objects.open(f"{n}@office.example", "A Clerk").public_id for n in range(20)}
    assert len(ids) == 20
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{16}", each) for each in ids)


@pytest.mark.django_db
def test_without_a_password_one_is_set_through_a_link(client, mailoutbox):
    Account.objects.open("new@office.example", "New Colleague")
    client.post("/account/password/reset/", {"email": "new@office.example"})
    [letter] = mailoutbox
    link = re.search(r"http://\S+", letter.body)
    assert link
    form = client.get(link[0].replace("http://testserver", ""), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    sign_in(client, "new@office.example")
    assert client.get("/account/2fa/").status_code == 200


def test_the_sign_out_ends_the_session(client, account):
    sign_in(client, account.email)
    client.post("/account/logout/")
    assert client.get("/account/2fa/").status_code == 302


def test_other_sessions_can_be_ended(client, account, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    elsewhere = Client()
    sign_in(elsewhere, account.email)
    sign_in(client, account.email)
    assert "this one" in client.get("/account/sessions/").content.decode()

    client.post("/account/sessions/")

    assert elsewhere.get("/account/sessions/").status_code == 302
    assert client.get("/account/sessions/").status_code == 200


def test_weak_passwords_are_refused(client, account):
    sign_in(client, account.email)
    for weak in ("short", "123456789012", "qwertyuiop123", "registrar@office"):
        answer = client.post(
            "/account/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
        )
        assert answer.status_code == 200, weak
        assert "error-summary" in answer.content.decode()


def test_cookies_are_kept_from_scripts_and_other_sites(client, account):
    sign_in(client, account.email)
    for name in ("session", "csrf"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
    assert client.cookies["session"]["expires"] == "", "the session ends with the browser, and after a working day"


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Where you are signed in"), ("fr", "Où vous êtes connecté"), ("nl", "Waar u bent aangemeld")],
)
def test_the_pages_speak_the_language_of_the_account(client, account, language, says, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    account.language = language
    account.save()
    sign_in(client, account.email)
    page = client.get("/account/sessions/").content.decode()
    assert f'<html lang="{language}">' in page
    assert says in page


@pytest.mark.parametrize(("language", "says"), [("fr", "Se connecter"), ("nl", "Aanmelden")])
def test_a_language_is_chosen_before_and_after_sign_in_and_stays(client, account, language, says):
    answer = client.post("/language", {"language": language, "next": SIGN_IN})
    assert answer["Location"] == SIGN_IN
    assert says in client.get(SIGN_IN).content.decode()

    sign_in(client, account.email)
    client.post("/language", {"language": language, "next": "https://elsewhere.example/"})
    account.refresh_from_db()
    assert account.language == language


def test_a_choice_of_language_leads_nowhere_else(client):
    answer = client.post("/language", {"language": "fr", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
