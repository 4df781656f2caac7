"""In a browser: a security key signs in, the keyboard moves about, a draft survives, and none of it is needed."""

import contextlib
import re

import pytest
from django.test import Client
from django.urls import clear_url_caches
from playwright.sync_api import Error, expect

from tests.registry.shell.conftest import PASSWORD
from tests.registry.shell.test_pages import SCREENS, draw

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.registry.shell.specimen")]


@pytest.fixture
def address(live_server):
    """Where the registry is served."""
    clear_url_caches()
    return live_server.url


@pytest.fixture
def signed_in(account, address, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    client = Client()
    client.post("/account/login/", {"login": account.email, "password": PASSWORD})
    return [{"name": name, "value": morsel.value, "url": address} for name, morsel in client.cookies.items()]


def plug_in_a_key(page):
    """A key that knows its owner, as a phone or a laptop does."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return session, session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def with_password(page, account):
    page.get_by_label("E-mail address").fill(account.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in with your password").click()


def test_a_passkey_is_made_on_the_first_day_and_signs_in_alone_from_then_on(visit, address, account):
    page = visit(f"{address}/account/login/")
    plug_in_a_key(page)
    with_password(page, account)
    assert page.get_by_text("Set up a second factor first.").is_visible()

    page.get_by_role("link", name="Add a key").click()
    draw(page, "add-a-key")
    page.get_by_label(re.compile("without the password")).check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile("recovery-codes"))
    draw(page, "recovery-codes")
    page.goto(f"{address}/account/2fa/webauthn/")
    draw(page, "your-keys")
    page.goto(f"{address}/account/2fa/")
    assert page.get_by_text("1 key is set up.").is_visible()
    assert page.get_by_text("10 codes are left.").is_visible()

    page.get_by_text(account.full_name).click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{address}/")
    assert page.get_by_role("heading", name="My work").is_visible()


def test_a_key_is_the_second_factor_after_the_password(visit, address, account):
    page = visit(f"{address}/account/login/")
    plug_in_a_key(page)
    with_password(page, account)
    page.get_by_role("link", name="Add a key").click()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile("recovery-codes"))
    page.get_by_text(account.full_name).click()
    page.get_by_role("button", name="Sign out").click()

    with_password(page, account)
    page.wait_for_url(re.compile("2fa/authenticate"))
    draw(page, "second-factor-asked")
    page.get_by_role("button", name="Use a security key").click()
    page.wait_for_url(f"{address}/")


def test_a_key_that_does_not_answer_leaves_other_ways(visit, address, account):
    page = visit(f"{address}/account/login/")
    session, key = plug_in_a_key(page)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The key did not answer.").wait_for()
    assert page.get_by_label("Password").is_visible()


def test_without_javascript_one_signs_in_works_and_signs_out(visit, address, account, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    page = visit(f"{address}/account/login/", java_script_enabled=False)
    assert page.get_by_role("button", name="Sign in with a passkey").is_hidden()
    with_password(page, account)
    assert page.url == f"{address}/"
    page.get_by_role("button", name="FR").click()
    assert page.get_by_role("heading", name="Mon travail").is_visible()
    page.goto(f"{address}/specimen")
    page.get_by_text("Why?").click()
    assert page.get_by_text("Refugee status was recognised").is_visible()
    page.locator("summary", has_text=account.full_name).click()
    page.get_by_role("button", name="Se déconnecter").click()
    assert page.url.startswith(f"{address}/account/login/")


def test_the_keyboard_searches_goes_steps_and_helps(visit, address, signed_in):
    page = visit(f"{address}/specimen", cookies=signed_in)
    focus = "document.activeElement"

    page.keyboard.press("Tab")
    assert page.evaluate(f"{focus}.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focus}.id") == "main"

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(f"{focus}.textContent") == "2026/8"
    page.keyboard.press("k")
    assert page.evaluate(f"{focus}.textContent") == "2026/7"

    page.keyboard.press("/")
    assert page.evaluate(f"{focus}.id") == "search"
    page.keyboard.type("gc?")
    assert page.url.endswith("/specimen#main"), "keys typed into a field are text"
    page.keyboard.press("Escape")
    page.evaluate(f"{focus}.blur()")

    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    draw(page, "keyboard", full=False)
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").is_hidden()

    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url(f"{address}/")


def test_a_draft_survives_and_can_be_discarded(visit, address, signed_in):
    page = visit(f"{address}/specimen", cookies=signed_in)
    reasons = page.get_by_label("Reasons")
    reasons.fill("Document 4, page 2: the same proceedings.")
    page.get_by_label("No", exact=True).check()

    page.goto(f"{address}/")
    page.goto(f"{address}/specimen")
    assert reasons.input_value() == "Document 4, page 2: the same proceedings."
    assert page.get_by_label("No", exact=True).is_checked()
    note = page.get_by_text("What you typed here earlier is back.")
    assert note.is_visible()
    page.get_by_role("button", name="Discard it").click()
    assert reasons.input_value() == ""
    page.reload()
    assert note.is_hidden()


def test_a_draft_goes_when_it_has_arrived_or_one_signs_out(visit, address, signed_in):
    page = visit(f"{address}/specimen", cookies=signed_in)
    reasons = page.get_by_label("Reasons")
    reasons.fill("Once more, with the page.")
    page.context.set_offline(True)
    page.get_by_label("No", exact=True).check()
    with contextlib.suppress(Error):
        page.get_by_role("button", name="Record the finding").click()
        page.wait_for_load_state()
    page.context.set_offline(False)
    page.goto(f"{address}/specimen")
    assert reasons.input_value() == "Once more, with the page.", "a lost connection costs nothing"
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Record the finding").click()
    assert page.get_by_text("The finding is recorded.").is_visible()
    page.goto(f"{address}/specimen")
    assert reasons.input_value() == ""

    reasons.fill("Left behind.")
    page.locator("summary", has_text="Nele Janssens").click()
    page.get_by_role("button", name="Sign out").click()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('draft:'))") == []


def test_an_error_is_said_at_the_field_and_on_top_and_nothing_typed_is_lost(visit, address, signed_in):
    page = visit(f"{address}/specimen", cookies=signed_in)
    page.get_by_label("Reasons").fill("Document 4")
    page.get_by_role("button", name="Record the finding").click()
    summary = page.get_by_role("alert")
    expect(page.locator(".error-summary")).to_be_focused()
    draw(page, "form-error")
    assert "Answer: This field is required." in summary.inner_text()
    assert page.get_by_label("Reasons").input_value() == "Document 4"
    summary.get_by_role("link").click()
    assert page.evaluate("location.hash") == "#id_answer_0"


def test_on_paper_only_the_file_is_left(visit, address, signed_in):
    page = visit(f"{address}/specimen", cookies=signed_in)
    page.emulate_media(media="print")
    for gone in (".languages", ".search", ".menu", ".tabs", ".ribbon"):
        assert page.locator(gone).is_hidden(), gone
    assert page.get_by_text("2026/0417 · printed").is_visible(), "number and journal receipt"
    draw(page, "case-print")
    if SCREENS:
        page.pdf(path=f"{SCREENS}/case.pdf", prefer_css_page_size=True)


def test_at_a_bare_number_no_key_is_offered(visit, live_server, account):
    page = visit(live_server.url.replace("localhost", "127.0.0.1") + "/account/login/")
    assert page.get_by_role("button", name="Sign in with a passkey").count() == 0
