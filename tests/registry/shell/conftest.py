"""People who sign in, and a browser in which they do."""

import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connections

from rogatory.registry.accounts.models import Account

PASSWORD = "seven grey herons at dusk"  # noqa: S105  nobody's
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The same browser; the first is it without its windows, and takes half the work."""
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(autouse=True)
def fresh_limits(request):
    """Failed sign-ins of one situation do not count in the next."""
    if {"db", "transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db" if "live_server" in request.fixturenames else "db")
        cache.clear()


@pytest.fixture
def account(request):
    """Somebody whose office opened an account for them."""
    request.getfixturevalue("transactional_db" if "live_server" in request.fixturenames else "db")
    return Account.objects.open("registrar@office.example", "Nele Janssens", password=PASSWORD)


@pytest.fixture(scope="module")
def chromium(django_db_setup, django_db_blocker):
    """A browser; where there is none, the situations that need one say so."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: what only a browser can show is not tested")
    from playwright.sync_api import sync_playwright

    # The browser's own loop runs in this thread; the database is asked between its steps, never in them.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
        # While that loop runs Django keeps connections of their own for it; nobody else would close them.
        with django_db_blocker.unblock():
            connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visit(chromium):
    """Opens a page in a browser of its own: `visit(address, theme="dark", java_script_enabled=False)`."""
    opened = []

    def open_page(address, *, theme="light", width=1280, cookies=None, language="en", **options):
        context = chromium.new_context(
            color_scheme=theme, viewport={"width": width, "height": 900}, locale=language, **options
        )
        opened.append(context)
        if cookies:
            context.add_cookies(cookies)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in opened:
        context.close()
