"""Every page, looked at by a browser: in light and in dark, on a telephone and on paper, without a script, by keyboard.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import os
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Response

from tests.registry.shell.accessible import faults
from tests.registry.shell.conftest import PASSWORD

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.registry.shell.specimen")]

PAGES = {
    "sign-in": ("/account/login/", False),
    "sign-up-closed": ("/account/signup/", False),
    "password-forgotten": ("/account/password/reset/", False),
    "my-work": ("/", True),
    "case": ("/specimen", True),
    "second-factor": ("/account/2fa/", True),
    "authenticator-app": ("/account/2fa/totp/activate/", True),
    "security-keys": ("/account/2fa/webauthn/", True),
    "add-security-key": ("/account/2fa/webauthn/add/", True),
    "sessions": ("/account/sessions/", True),
    "password": ("/account/password/change/", True),
    "e-mail": ("/account/email/", True),
    "confirm-access": ("/account/reauthenticate/", True),
    "sign-out": ("/account/logout/", True),
    "not-found": ("/nowhere", True),
    "denied": ("/deny", True),
    "damaged": ("/suspect", True),
    "failed": ("/fail/x", True),
}
EXPECTED = {"not-found": 404, "denied": 403, "damaged": 400, "failed": 500}
SCREENS = os.environ.get("ROGATORY_SCREENS")


@pytest.fixture
def address(live_server, settings):
    """Where the registry is served; one factor is enough to look around."""
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return live_server.url


@pytest.fixture
def signed_in(account, address):
    """Cookies of somebody who signed in."""
    client = Client()
    client.post("/account/login/", {"login": account.email, "password": PASSWORD})
    return [{"name": name, "value": morsel.value, "url": address} for name, morsel in client.cookies.items()]


def draw(page, name, *, full=True):
    if SCREENS:
        Path(SCREENS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SCREENS}/{name}.png", full_page=full)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_in_light_and_dark_small_and_whole(name, visit, address, signed_in):
    where, needs_account = PAGES[name]
    seen: list[Response] = []
    noise: list[str] = []
    page = visit("about:blank", cookies=signed_in if needs_account else None)
    page.on("response", lambda response: seen.append(response))  # noqa: PLW0108  it marks what it is given
    page.on("console", lambda message: noise.append(message.text))
    response = page.goto(address + where, wait_until="networkidle")
    assert response.status == EXPECTED.get(name, 200)

    for theme in ("light", "dark"):
        # Without motion: a colour on its way from one theme to the other is none of either.
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        draw(page, f"{name}-{theme}")
        assert (theme, faults(page)) == (theme, "")
    assert sum(len(response.body()) for response in seen) < 100_000
    assert not [text for text in noise if "status of" not in text]
    assert all(response.url.startswith((address, "data:")) for response in seen)


@pytest.mark.parametrize("name", ["sign-in", "my-work", "case", "second-factor", "not-found"])
def test_a_page_fits_a_telephone(name, visit, address, signed_in):
    where, needs_account = PAGES[name]
    page = visit(address + where, width=360, cookies=signed_in if needs_account else None)

    draw(page, f"{name}-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults(page) == ""


@pytest.mark.parametrize(("language", "says"), [("en", "Sign in"), ("fr", "Se connecter"), ("nl", "Aanmelden")])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_sign_in_speaks_three_languages_on_a_telephone_with_and_without_a_script(
    language, says, javascript, visit, address
):
    page = visit(f"{address}/account/login/", width=390, language=language, java_script_enabled=javascript)
    draw(page, f"sign-in-{language}-phone{'' if javascript else '-no-script'}")
    assert page.get_by_role("heading", level=1).inner_text() == says
    assert page.locator("html").get_attribute("lang") == language
    passkey = page.locator("#passkey_login")
    assert passkey.is_visible() is javascript, "a passkey needs a script, and is not offered where there is none"
    assert page.locator("noscript .message").count() == (0 if javascript else 1), "and the page says so"
    assert page.get_by_label("E-mail" if language != "fr" else "Adresse").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    if javascript:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
