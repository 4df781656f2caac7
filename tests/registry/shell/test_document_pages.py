"""Letters and their answers in a real browser: accessible, on a telephone, by keyboard alone, and without a script."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from rogatory.law.acts import Role
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.letters import LETTER
from tests.registry.office import Registry
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw
from tests.registry.test_round_trips import MISSING, SUPPLEMENTS, TODAY, Desk

pytestmark = pytest.mark.django_db(transaction=True)
LATE = (TODAY - timedelta(days=30)).isoformat()


class Letters:
    """A served office: a letter that is overdue and half answered, another answer in the mailroom, and much mail."""

    def __init__(self, url: str, visit: Any) -> None:
        self.url, self.visit, self.office = url, visit, Registry.opened()
        self.desk = Desk(self.office, self.office.register())
        self.letter = self.desk.drafted(**{**SUPPLEMENTS, "answer_by": LATE})
        self.sign_and_send(TODAY - timedelta(days=60))
        received = self.desk.came_in()
        told = {"text": "They send the facts.", "received": received, "points": [MISSING]}
        self.office.do(Role.CLERK, "record-answer", self.desk.case, self.letter, seen=self.desk.head, **told)
        account = self.office.accounts[Role.CLERK]
        answer = LETTER + f"In answer to your letter in {self.desk.case}, and in case No. 247500121000331.".encode()
        self.mail = door.receive(account, "second.txt", answer).number
        came: Any = {"size": 1, "by": account, "at": Received.objects.get(pk=self.mail).at}
        rows = (Received(digest=f"{n:064x}", name=f"letter-{n}.pdf", entry=n, **came) for n in range(60))
        Received.objects.bulk_create(rows)

    def sign_and_send(self, on: date) -> None:
        """On the pages themselves: the key is used where the page is answered, and not where the browser runs."""
        page = self.visit(f"{self.documents}/{self.letter}/sign", cookies=self.cookies(Role.CENTRAL_AUTHORITY))
        page.get_by_role("button", name="Sign and lock it").click()
        page.get_by_role("link", name="Send", exact=True).click()
        page.get_by_label("How it is sent").fill("e-mail")
        page.get_by_label("On the day").fill(on.isoformat())
        page.get_by_label("Reasons").fill("it lacks what the treaty asks for")
        page.get_by_role("button", name="Record that it is sent").click()
        expect(page.get_by_text("completion asked")).to_be_visible()

    def cookies(self, role: Role) -> list[dict[str, str]]:
        client = self.desk.browser(role)
        return [{"name": n, "value": m.value, "url": self.url} for n, m in client.cookies.items()]

    @property
    def documents(self) -> str:
        return f"{self.url}/cases/{self.desk.case}/documents"


@pytest.fixture
def letters(live_server, settings, visit):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.STATE = "BE"
    return Letters(live_server.url, visit)


def test_every_page_is_accessible_in_light_and_dark_and_fits_a_narrow_telephone(visit, letters):
    pages = {
        "list": letters.documents,
        "answer": f"{letters.documents}/{letters.letter}/answer",
        "new": f"{letters.documents}/new?kind=supplements&language=en&language=nl",
        "work": f"{letters.url}/",
        "mail": f"{letters.url}/mail",
        "mail-letter": f"{letters.url}/mail/{letters.mail}",
        "mail-case": f"{letters.url}/mail/{letters.mail}/case",
    }
    cookies = letters.cookies(Role.CENTRAL_AUTHORITY)
    page = visit("about:blank", cookies=cookies)
    small = visit("about:blank", width=320, cookies=cookies)
    for name, where in pages.items():
        page.goto(where, wait_until="networkidle")
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"letters-{name}-{theme}", full=False)
            assert (name, theme, faults(page)) == (name, theme, "")
        small.goto(where, wait_until="networkidle")
        assert small.evaluate("document.documentElement.scrollWidth") <= 320, name
        draw(small, f"letters-{name}-telephone")
    page.goto(letters.url)
    page.get_by_role("link", name="Request for supplements").click()
    expect(page.get_by_text("overdue")).to_be_visible()
    plain = visit(f"{letters.url}/mail", cookies=letters.cookies(Role.CLERK), java_script_enabled=False)
    expect(plain.locator("tr[data-row]")).to_have_count(50)
    plain.get_by_role("link", name="Next").click()
    expect(plain.locator("tr[data-row]")).to_have_count(11)


def test_letters_are_drafted_and_reminded_of_by_keyboard_and_answered_without_a_script(visit, letters):
    page = visit(letters.documents, cookies=letters.cookies(Role.CENTRAL_AUTHORITY))
    page.get_by_role("button", name="Draft the reminder").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Reminder")).to_be_visible()
    expect(page.get_by_text("the map of the place").first).to_be_visible()
    page.goto(f"{letters.documents}/new?kind=supplements&language=en&language=fr")
    expect(page.get_by_label("FR", exact=True)).to_be_checked()
    expect(page.get_by_label("NL", exact=True)).not_to_be_checked()
    page.get_by_label("Number of the request").fill("12-3/4567")
    page.get_by_label("What is missing").fill(f"{MISSING} | ETS 030 Art. 14")
    page.get_by_label("Name and address, line by line").fill("The authority that asks")
    page.get_by_label("Name and address, line by line").press("Tab")
    page.get_by_role("button", name="Make the draft").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="FR", exact=True).click()
    expect(page.get_by_text("un exposé des faits").first).to_be_visible()
    where = f"{letters.documents}/{letters.letter}/answer"
    page = visit(where, cookies=letters.cookies(Role.CLERK), java_script_enabled=False)
    expect(page.get_by_text("We send the facts.")).to_be_visible()
    page.get_by_label("What was answered").fill("They have no map.")
    page.get_by_label("the map of the place").select_option(label="declined, or answered with a no")
    page.get_by_role("button", name="Record the answer").click()
    assert letters.desk.trip().standing.open == ()
    assert letters.desk.trip().standing.exchange.declined == ("the map of the place",)
