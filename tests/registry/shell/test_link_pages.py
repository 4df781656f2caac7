"""Links and registers in a real browser: accessible in light, dark, small and on paper; decided by keyboard.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import pytest
from django.test import Client
from playwright.sync_api import expect

from rogatory.law.acts import Role
from rogatory.office.folds.linking import LinkState
from rogatory.registry.accounts.models import Account
from tests.registry.meeting import Meeting
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw

pytestmark = pytest.mark.django_db(transaction=True)
JUDGE = Role.INVESTIGATING_JUDGE


class Links:
    """A served office whose request was met by five registers."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.met = Meeting.held()

    def at(self, where: str) -> str:
        of = self.met.link
        return self.url + where.format(
            case=self.met.case, link=of("protection"), facts=of("protection", "proceeding"), path=of("victims", "path")
        )

    def cookies(self, role: Role) -> list[dict[str, str]]:
        client = Client()
        client.force_login(Account.objects.get(public_id=self.met.office.accounts[role]))
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in client.cookies.items()]


@pytest.fixture
def links(live_server, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Links(live_server.url)


PAGES = {
    "desk-links": (JUDGE, "/cases/{case}/links"),
    "desk-link": (JUDGE, "/cases/{case}/links/{link}"),
    "desk-link-proceedings": (JUDGE, "/cases/{case}/links/{facts}"),
    "desk-link-path": (JUDGE, "/cases/{case}/links/{path}"),
    "desk-link-closed": (Role.PROSECUTOR, "/cases/{case}/links/{link}"),
    "desk-relations": (JUDGE, "/cases/{case}/file"),
    "desk-links-to-decide": (JUDGE, "/"),
    "desk-registers": (Role.ADMINISTRATOR, "/registers"),
    "desk-register-custodian": (Role.CUSTODIAN, "/registers/invented-protection"),
    "desk-register-auditor": (Role.AUDITOR, "/registers/invented-protection"),
    "desk-erase": (Role.CENTRAL_AUTHORITY, "/cases/{case}/acts/erase"),
}


def test_every_page_is_accessible_in_light_and_dark_fits_a_telephone_and_is_printed_whole(visit, links):
    found = {}
    for name, (role, where) in PAGES.items():
        page = visit(links.at(where), cookies=links.cookies(role))
        assert len(page.content()) < 100_000, name
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"{name}-{theme}", full=name in ("desk-link", "desk-link-path"))
            if told := faults(page):
                found[name, theme] = told
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 360, "height": 780})
        page.locator("main").evaluate("main => main.scrollIntoView()")
        draw(page, f"{name}-phone", full=False)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        page.emulate_media(media="print")
        expect(page.locator("main form button").first).to_be_hidden()
    assert not found, "\n".join(f"{name}: {report}" for name, report in found.items())


def test_a_link_is_confirmed_by_keyboard_without_a_script_on_a_telephone(visit, links):
    name = links.met.link("protection")
    page = visit(links.at("/cases/{case}/links"), width=360, cookies=links.cookies(JUDGE), java_script_enabled=False)
    row = page.locator(f"#{name} > a")
    row.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/links/{name}")
    page.get_by_label("the requested state has recognised the person as a refugee").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Confirm the link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Reasons")
    expect(page.get_by_label("the requested state has recognised the person as a refugee")).to_be_checked()
    page.locator("#confirm-link-reasons").fill("The asylum authority's decision is hers.")
    page.get_by_role("button", name="Confirm the link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/links")
    expect(page.get_by_text("Done, and recorded")).to_be_visible()
    assert links.met.links[name].state is LinkState.CONFIRMED


def test_a_decision_that_is_barred_tells_why_beside_the_evidence_with_the_focus_on_it(visit, links):
    page = visit(links.at("/cases/{case}/links/{link}"), cookies=links.cookies(JUDGE))
    page.locator("#dismiss-link-reasons").fill("It is somebody else.")
    # Meanwhile something else comes into the case, and what was looked at is not how it stands.
    adds = {"events": [{"on": "2024-03-12", "text": "The asylum authority writes."}]}
    links.met.office.do(Role.CLERK, "enter", links.met.case, adds=adds)
    page.get_by_role("button", name="Propose to dismiss it").click()
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(page.locator("#dismiss-link-reasons")).to_have_value("It is somebody else.")
    expect(page.get_by_text("Side by side")).to_be_visible()
    assert faults(page) == ""
    page.get_by_role("button", name="Propose to dismiss it").click()
    expect(page.get_by_text("A second person must agree before anything happens.").first).to_be_visible()
