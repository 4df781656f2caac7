"""The wall between the doors: a session of its own, pages of its own to sign in, in the four languages of the door."""

import re

import pytest
from django.conf import settings
from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from tests.registry.doors import BACKEND, sign_in_for_the_defence
from tests.registry.shell.conftest import PASSWORD

COUNSEL = Role.COUNSEL
DESK, DEFENCE = settings.SESSION_COOKIE_NAME, settings.DEFENCE_COOKIE_NAME
LOGIN = "/defence/account/login/"
RUSSIAN = re.compile(r"[А-Яа-яЁё]")


def at_the_desk(door) -> Client:
    client = Client()
    client.force_login(Account.objects.get(public_id=door.office.accounts[COUNSEL]), BACKEND)
    return client


def at_the_defence_door(door) -> Client:
    client = Client()
    sign_in_for_the_defence(client, door.office.accounts[COUNSEL])
    return client


def texts(page: str) -> list[str]:
    """What is read on a page, piece by piece: without marks of the page itself, scripts and names of languages."""
    body = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>|<form class=.languages.*?</form>", "", page.partition("<body")[2])
    return [t.strip() for t in re.findall(r">([^<>]+)<", body) if t.strip()]


class TestTheSession:
    def test_of_the_desk_does_not_open_the_defence_door(self, door):
        client = at_the_desk(door)
        assert client.get("/cases").status_code == 200
        assert client.get(door.at())["Location"].startswith(LOGIN)

    def test_of_the_defence_door_does_not_open_the_desk(self, door):
        client = at_the_defence_door(door)
        assert client.get(door.at()).status_code == 200
        assert client.get("/cases")["Location"].startswith("/account/login/")

    @pytest.mark.parametrize(("here", "there", "address"), [(DESK, DEFENCE, "/defence/"), (DEFENCE, DESK, "/cases")])
    def test_sent_under_the_name_of_the_other_opens_nothing(self, door, here, there, address):
        client = at_the_desk(door) if here == DESK else at_the_defence_door(door)
        client.cookies[there] = client.cookies[here].value
        del client.cookies[here]
        assert "/account/login/" in client.get(address)["Location"]

    @pytest.mark.parametrize(
        ("ends", "leaves"), [("/defence/account/logout/", "/cases"), ("/account/logout/", "/defence/")]
    )
    def test_ended_at_one_door_goes_on_at_the_other(self, door, ends, leaves):
        client = at_the_desk(door)
        sign_in_for_the_defence(client, door.office.accounts[COUNSEL])
        client.post(ends)
        assert client.get(leaves).status_code == 200
        ended = "/defence/" if ends.startswith("/defence") else "/cases"
        assert client.get(ended).status_code == 302


class TestSigningIn:
    def sign_in(self, client: Client, address: str = LOGIN) -> str:
        account = Account.objects.get(email="counsel@office.test")
        account.set_password(PASSWORD)
        account.save()
        answer = client.post(address, {"login": account.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return answer["Location"]

    def test_leads_to_ones_cases_and_sets_the_cookie_of_this_door_alone(self, door, client):
        assert self.sign_in(client) == "/defence/"
        assert DEFENCE in client.cookies
        assert DESK not in client.cookies
        assert client.cookies[DEFENCE]["httponly"]
        assert client.get(door.at()).status_code == 200

    def test_leads_back_to_the_page_that_was_asked_for(self, door, client):
        asked = client.get(door.at("/file"))["Location"]
        assert self.sign_in(client, asked) == door.at("/file")

    def test_without_a_second_factor_one_is_set_up_at_this_door(self, door, client, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = False
        self.sign_in(client)
        assert client.get(door.at())["Location"] == "/defence/account/2fa/"
        page = client.get("/defence/account/2fa/").content.decode()
        assert "/defence/account/2fa/totp/activate/" in page
        assert 'href="/account/' not in page

    def test_at_the_desk_stays_as_it_was(self, door, client):
        assert self.sign_in(client, "/account/login/") == "/"
        assert client.get("/")["Location"] == "/defence/"


class TestInRussian:
    def test_the_language_is_chosen_before_one_signs_in(self, client, db):
        assert '<html lang="en">' in client.get(LOGIN).content.decode()
        told = {"language": "ru", "next": LOGIN}
        assert client.post("/defence/language", told)["Location"] == LOGIN
        assert '<html lang="ru">' in client.get(LOGIN).content.decode()

    def test_a_browser_that_asks_for_it_gets_it(self, client, db):
        page = client.get(LOGIN, headers={"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.5"}).content.decode()
        assert '<html lang="ru">' in page
        assert '<html lang="en">' in client.get("/account/login/", headers={"Accept-Language": "ru"}).content.decode()

    @pytest.mark.parametrize(
        "where", ["login/", "signup/", "password/reset/", "logout/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/add/",
                  "2fa/webauthn/", "sessions/", "password/change/", "email/"],
    )  # fmt: skip
    def test_nothing_on_the_pages_of_the_account_is_left_in_english(self, door, where):
        client = Client() if where in ("login/", "signup/", "password/reset/") else at_the_defence_door(door)
        if where not in ("login/", "signup/", "password/reset/"):
            client.post("/defence/language", {"language": "ru"})
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"
        answer = client.get(f"/defence/account/{where}", follow=True)
        assert answer.status_code == 200
        left = [t for t in texts(answer.content.decode()) if re.search("[A-Za-z]{3}", t) and not RUSSIAN.search(t)]
        assert [t for t in left if t not in ("Rogatory", "counsel@office.test") and "-" not in t] == [], where
