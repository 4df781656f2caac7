"""The mailroom in a real browser: accessible, by keyboard alone, and without a script."""

import pytest
import typst
from django.test import Client
from playwright.sync_api import expect

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.mailroom import door
from tests.registry.letters import LETTER
from tests.registry.office import Registry
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw

pytestmark = pytest.mark.django_db(transaction=True)


class Mailroom:
    """A served office in which a letter of one page came in."""

    def __init__(self, url: str) -> None:
        self.office = Registry.opened()
        self.account = self.office.accounts[Role.CLERK]
        data = typst.compile(LETTER.replace(b"\n", b"\n\n"))
        self.number = door.receive(self.account, "letter.pdf", data).number
        self.list, self.letter = f"{url}/mail", f"{url}/mail/{self.number}"
        client = Client()
        client.force_login(Account.objects.get(public_id=self.account))
        self.cookies = [{"name": n, "value": m.value, "url": url} for n, m in client.cookies.items()]

    def settled(self) -> list[str]:
        return [s.how.value for s in door.look(self.account, self.number).mail.settled.values()]


@pytest.fixture
def mailroom(live_server, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.STATE = "BE"
    return Mailroom(live_server.url)


def test_every_page_is_accessible_in_light_and_dark_and_fits_a_telephone(visit, mailroom):
    for name, where in {"list": mailroom.list, "letter": mailroom.letter, "case": f"{mailroom.letter}/case"}.items():
        page = visit("about:blank", cookies=mailroom.cookies)
        page.goto(where, wait_until="networkidle")
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"mail-{name}-{theme}", full=False)
            assert (name, theme, faults(page)) == (name, theme, "")
        small = visit(where, width=360, cookies=mailroom.cookies)
        assert small.evaluate("document.documentElement.scrollWidth") <= 360, name


def test_fields_are_settled_by_keyboard_and_shown_on_the_page(visit, mailroom):
    page = visit(mailroom.letter, cookies=mailroom.cookies)
    rows = page.locator("[data-settle]")
    expect(rows.nth(0).locator("a").first).to_be_focused()
    expect(page.locator("rect.box.here").first).to_be_attached()
    page.keyboard.press("c")
    expect(rows.nth(1).locator("a").first).to_be_focused()
    page.keyboard.press("x")
    expect(rows.nth(2).locator("a").first).to_be_focused()
    page.keyboard.press("m")
    page.keyboard.type("3-17/2027")
    page.keyboard.press("Enter")
    expect(rows.nth(3).locator("a").first).to_be_focused()
    assert mailroom.settled() == ["confirmed", "turned-down", "mended"]
    page.keyboard.press("j")
    focused = rows.nth(4).get_attribute("data-settle")
    expect(page.locator("rect.box.here").first).to_have_attribute("data-of", focused or "")


def test_a_letter_is_brought_in_and_settled_without_a_script(visit, mailroom, tmp_path):
    (tmp_path / "other.txt").write_bytes(LETTER)
    page = visit(mailroom.list, cookies=mailroom.cookies, java_script_enabled=False)
    page.get_by_label("Bring documents in").set_input_files(tmp_path / "other.txt")
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_text("Kept as it came in, and recorded.")).to_be_visible()
    page.get_by_role("button", name="Confirm").first.click()
    expect(page.get_by_text("confirmed", exact=True).first).to_be_visible()
