"""What every answer carries, and what no page holds."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.registry.shell.conftest import PASSWORD
from tests.registry.shell.test_pages import EXPECTED, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.registry.shell.specimen")]


class Inline(HTMLParser):
    """Finds scripts and styles written into a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "style" or "style" in told or any(name.startswith("on") for name in told):
            self.found.append((tag, told))
        if tag == "script" and "src" not in told and told.get("type") != "application/json":
            self.found.append((tag, told))
        for name in ("src", "href", "action"):
            if re.match(r"(https?:)?//|javascript:", told.get(name) or ""):
                self.found.append((tag, told))


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_closed_to_foreign_and_inline_script(name, language, account, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    account.language = language
    account.save()
    where, needs_account = PAGES[name]
    client = Client(raise_request_exception=False, HTTP_ACCEPT_LANGUAGE=language)
    if needs_account:
        client.post("/account/login/", {"login": account.email, "password": PASSWORD})

    answer = client.get(where)

    assert answer.status_code == EXPECTED.get(name, 200)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "no-store" in answer["Cache-Control"]
    page = answer.content.decode()
    parser = Inline()
    parser.feed(page)
    assert parser.found == []
    assert f'<html lang="{language}">' in page
    assert len(answer.content) < 100_000


def test_a_stale_form_says_so_in_plain_words():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/login/", {"login": "x@office.example", "password": "x"})
    assert answer.status_code == 403
    assert "This form is no longer valid" in answer.content.decode()


def test_a_failure_shows_a_reference_and_nothing_of_the_file(capfd):
    answer = Client(raise_request_exception=False).get("/fail/A.B.")
    page = answer.content.decode()
    assert answer["X-Request-ID"] in page
    assert "secret address" not in page


def test_an_address_that_is_not_ours_is_refused():
    assert Client(headers={"host": "evil.example"}).get("/account/login/").status_code == 400


def test_files_are_addressed_by_what_they_hold_and_kept_a_week():
    page = Client().get("/account/login/").content.decode()
    address = re.search(r'href="(/static/rogatory/rogatory.css\?[0-9a-f]{12})"', page)
    assert address
    file = Client().get(address[1])
    assert "max-age=604800" in file["Cache-Control"]
    file.close()


def test_a_draft_is_settled_when_the_form_was_taken_and_only_then(account, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    client = Client()
    form = {"answer": "no", "reasons": "Document 4", "draft": "2026-0417-charges"}
    assert "settled" not in client.post("/language", {"language": "fr"}).cookies, "there was no draft"
    client.post("/account/login/", {"login": account.email, "password": PASSWORD})

    assert client.post("/specimen", form).cookies["settled"].value == "2026-0417-charges"
    assert "settled" not in client.post("/specimen", form | {"answer": ""}).cookies
    assert "settled" not in client.post("/specimen", form | {"draft": "x; path=/"}).cookies
    client.logout()
    assert "settled" not in client.post("/cases/register", form).cookies, "the session had ended"
