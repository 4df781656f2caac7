"""Oversight and the public pages in a real browser: accessible, on a telephone, and an alarm acknowledged by hand."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.oversight import door
from tests.registry.office import Registry
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw
from tests.registry.test_oversight import LATER, THIS_YEAR, refused, request

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watched(live_server, settings):
    """A served office with requests of several states, numbers published, and alarms that ring."""
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.OFFICE = "Office of the examples"
    office = Registry.opened()
    refused(office, state="KZ", person="Anna Invented")
    for state, times in (("TR", 6), ("KZ", 5), ("DE", 2)):
        for _ in range(times):
            office.register(request(state, "Anna Invented" if state == "TR" else "A. B."))
    door.do(office.accounts[Role.AUDITOR], "publish-statistics", THIS_YEAR, at=LATER)
    door.do(office.accounts[Role.AUDITOR], "draw-sample", "", {"kind": "not-shown", "size": 3})
    client = Client()
    client.force_login(Account.objects.get(public_id=office.accounts[Role.AUDITOR]))
    cookies = [{"name": n, "value": m.value, "url": live_server.url} for n, m in client.cookies.items()]
    return live_server.url, cookies


def test_every_page_is_accessible_fits_a_telephone_and_lets_an_alarm_be_acknowledged(visit, watched):
    url, cookies = watched
    pages = {
        "public": "/public/",
        "public-numbers": f"/public/numbers/{THIS_YEAR}",
        "public-subject": f"/public/numbers/{THIS_YEAR}/requests",
        "public-journal": "/public/journal",
        "oversight": "/oversight/",
        "oversight-entry": "/oversight/entries/0",
        "oversight-alarms": "/oversight/alarms",
        "oversight-samples": "/oversight/samples",
        "oversight-numbers": "/oversight/numbers",
    }
    for name, where in pages.items():
        page = visit("about:blank", cookies=None if name.startswith("public") else cookies)
        page.goto(f"{url}{where}", wait_until="networkidle")
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"{name}-{theme}", full=False)
            assert (name, theme, faults(page)) == (name, theme, "")
        page.set_viewport_size({"width": 360, "height": 780})
        draw(page, f"{name}-phone", full=False)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        assert not (name.startswith("public") and page.context.cookies()), name
    page = visit(f"{url}/oversight/alarms", cookies=cookies)
    alarm = page.locator("div.panel", has_text="Asked through another state").first
    case = alarm.locator("dd a").first.inner_text()
    alarm.locator("summary").click()
    alarm.get_by_label("What you found").fill("told the desk that knows the two states")
    alarm.get_by_role("button").click()
    expect(page.get_by_text("told the desk that knows the two states")).to_be_visible()
    assert CaseCopy.objects.filter(case=case).exists()
