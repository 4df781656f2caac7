"""The record of a state in a real browser: a fact is put on it, and whoever it concerns sees what changed and why.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.reassessing import reassess
from tests.registry.office import Registry
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw
from tests.registry.test_states import file_of

pytestmark = pytest.mark.django_db(transaction=True)


def cookies(office: Registry, role: Role, url: str) -> list[dict[str, str]]:
    client = Client()
    client.force_login(Account.objects.get(public_id=office.accounts[role]))
    return [{"name": name, "value": morsel.value, "url": url} for name, morsel in client.cookies.items()]


def put_on_record(page: Page) -> None:
    page.get_by_text("A fact, with its source").click()
    page.get_by_label("The fact, in a sentence").fill(
        "a body of the United Nations finds that its courts follow orders"
    )
    page.locator("#id_enter-kind").select_option("UN finding")
    page.locator("#id_enter-on").fill("2026-10")
    page.get_by_label("independent reports describe unfair trials").first.check()
    page.locator("#id_enter-source").fill("A body of the United Nations, made up for this test")
    page.locator("#id_enter-where").fill("example.invalid")
    page.locator("#id_enter-check").select_option("verified")
    page.locator("form:has(#id_enter-says)").get_by_role("button", name="Put it on record").click()
    expect(page.get_by_text("On record. The open cases of this state are judged anew.")).to_be_visible()


def looked_at(name: str, page: Page) -> str:
    """What is wrong with a page in light and dark and on a telephone; empty: nothing."""
    told = ""
    assert len(page.content()) < 100_000, name
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
        draw(page, f"{name}-{theme}")
        told += faults(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 780})
    draw(page, f"{name}-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    page.set_viewport_size({"width": 1280, "height": 900})
    return told


def test_a_fact_is_put_on_record_and_the_officials_of_an_open_case_see_what_changed_and_why(
    visit: Any, live_server: Any, settings: Any
) -> None:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.STATE = "BE"
    office, url = Registry.opened(), live_server.url
    case = office.register(file_of("KZ"))
    page = visit(f"{url}/states", cookies=cookies(office, Role.CENTRAL_AUTHORITY, url))
    draw(page, "states-light")
    page.get_by_role("link", name="Kazakhstan").click()
    put_on_record(page)
    expect(page.locator("#kz-1")).to_contain_text("No reply of the state is known.")
    assert reassess()["changed"] == 1
    work = visit(f"{url}/", cookies=cookies(office, Role.PROSECUTOR, url))
    notice = work.get_by_role("region", name="Judged anew, because the record of a state changed")
    expect(notice).to_contain_text("kz-1")
    assert looked_at("states-one", page) + looked_at("desk-work-record", work) == ""
    notice.get_by_role("link", name="Grant the request").click()
    expect(work.get_by_role("heading", name="What the records of states make live")).to_be_visible()
    draw(work, "desk-why-record")
    assert case in work.url
