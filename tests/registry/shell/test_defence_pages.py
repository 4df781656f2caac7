"""The defence door in a browser: accessible in light and dark, light enough for a bad line, on 320 pixels, without a
script, by keyboard alone; and nothing written is lost when the line breaks.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import pytest
from playwright.sync_api import Response, expect

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.originals import letter_name
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.defence.models import Chosen, Draft
from rogatory.registry.ledger.originals import digest_of
from rogatory.registry.mailroom import door as mailroom
from tests.extraction.samples import pdf
from tests.registry.defence.conftest import Door, file_of
from tests.registry.doors import signed_in
from tests.registry.office import Registry
from tests.registry.shell.accessible import faults
from tests.registry.shell.conftest import PASSWORD
from tests.registry.shell.test_pages import draw

pytestmark = pytest.mark.django_db(transaction=True)
HEAVIEST = 60_000
"""Bytes of a first page, with everything it loads."""
OUT_OF_REACH = """() => {
  const native = 'a[href], button, input, select, textarea, summary';
  const acts = [...document.querySelectorAll(native + ', [onclick], [role=button], [role=link]')];
  const out = (e) => e.tabIndex < 0 || e.disabled || !e.matches(native) || e.closest('[inert], [aria-hidden=true]');
  return acts.filter((e) => e.type !== 'hidden' && out(e)).map((e) => e.outerHTML);
}"""
"""What something is done with on a page, and no keyboard reaches."""
PAGES = {
    "sign-in": (None, "/defence/account/login/"),
    "new-password": (None, "/defence/account/password/reset/"),
    "second-factor": (Role.PERSON_CONCERNED, "/defence/account/2fa/"),
    "signed-in": (Role.PERSON_CONCERNED, "/defence/account/sessions/"),
    "home": (Role.PERSON_CONCERNED, "/defence/"),
    "invited": (Role.COUNSEL, "/defence/"),
    "case": (Role.PERSON_CONCERNED, "/defence/cases/{case}"),
    "file": (Role.PERSON_CONCERNED, "/defence/cases/{case}/file"),
    "letter": (Role.PERSON_CONCERNED, "/defence/cases/{case}/letters/{letter}"),
    "seen": (Role.PERSON_CONCERNED, "/defence/cases/{case}/seen"),
    "choose": (Role.PERSON_CONCERNED, "/defence/cases/{case}/send"),
    "write": (Role.PERSON_CONCERNED, "/defence/cases/{case}/send/lifting"),
    "wrong": (Role.PERSON_CONCERNED, "/defence/cases/{case}/send/access?wrong"),
    "check": (Role.PERSON_CONCERNED, "/defence/cases/{case}/send/objection/check"),
    "receipt": (Role.PERSON_CONCERNED, "/defence/cases/{case}/receipts/{seq}"),
    "withdraw": (Role.PERSON_CONCERNED, "/defence/cases/{case}/remedies/{remedy}"),
    "counsel": (Role.PERSON_CONCERNED, "/defence/cases/{case}/counsel"),
    "end": (Role.COUNSEL, "/defence/cases/{case}/counsel/{mandate}"),
    "download": (Role.COUNSEL, "/defence/cases/{case}/download"),
    "observations": (Role.INTERVENER, "/defence/cases/{case}"),
    "observe": (Role.INTERVENER, "/defence/cases/{case}/send/observations"),
}


class Served:
    """A served office with a case in which much has happened."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.office = Registry.opened()
        self.case = self.office.register(file_of())
        self.door = Door(self.office, self.case)
        for role in (Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER):
            self.office.mandate(role, self.case)
        self.office.do(Role.CENTRAL_AUTHORITY, "undertake", self.case, text="Nothing is sent while appeals run.")
        text = "My notebook holds the names of my clients."
        lodged = self.office.do(Role.COUNSEL, "lodge-remedy", self.case, "P1", kind="lifting", text=text)
        mailroom.receive(self.office.accounts[Role.CLERK], "letter.pdf", page := pdf("A letter."))
        came = digest_of(page)
        self.office.do(Role.CLERK, "attach", self.case, documents=[came], text="a supplement")
        self.letter = letter_name(came)
        self.remedy = next(iter(fold(journal.entries_of(self.case)).remedies))
        self.office.do(
            Role.COURT, "set-hearing", self.case, about=[self.remedy], chamber="indictments chamber",
            at="2027-03-02T09:00+01:00", place="Court house, room 4",
        )  # fmt: skip
        self.office.do(Role.PROSECUTOR, "transmit", self.case, "record", seen=lodged.seq, reasons="They insist.")
        self.office.do(Role.INTERVENER, "intervene", self.case, text="The bar asks to be heard.", basis="Art. 17")
        self.seq = lodged.seq
        self.door.post(
            Role.PERSON_CONCERNED, "/send/objection", step="save", text="Not my letters.", items=["notebook"]
        )
        asked = self.office.register(file_of())
        self.office.do(Role.CLERK, "invite-counsel", asked, "P1", account=self.office.accounts[Role.COUNSEL])
        mandates = fold(journal.entries_of(self.case)).mandates
        self.mandate = next(name for name, m in mandates.items() if m.role is Role.COUNSEL)

    def at(self, where: str) -> str:
        told = {"case": self.case, "seq": self.seq, "remedy": self.remedy, "mandate": self.mandate}
        return self.url + where.format(letter=self.letter, **told)

    def cookies(self, role: Role | None, language: str = "en") -> list[dict[str, str]]:
        if role is None:
            return [{"name": "language", "value": language, "url": self.url}]
        found = signed_in(self.office.accounts[role]).cookies.items()
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in found]

    def speak(self, role: Role | None, language: str) -> None:
        if role is None:
            return
        Chosen.objects.update_or_create(account=self.office.accounts[role], defaults={"language": language})


@pytest.fixture
def served(live_server, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Served(live_server.url)


def test_every_page_is_accessible_in_light_and_dark_light_and_whole(visit, served):
    found = {}
    for name, (role, where) in PAGES.items():
        seen: list[Response] = []
        page = visit("about:blank", cookies=served.cookies(role))
        page.on("response", lambda response, seen=seen: seen.append(response))
        answer = page.goto(served.at(where), wait_until="networkidle")
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"defence-{name}-{theme}")
            if told := faults(page):
                found[name, theme] = told
        assert answer.status == (422 if name == "wrong" else 200), name
        assert sum(len(r.body()) for r in seen) < HEAVIEST, (name, sum(len(r.body()) for r in seen))
        assert all(r.url.startswith((served.url, "data:")) for r in seen), name
        page.context.close()
    assert not found, "\n".join(f"{name}: {report}" for name, report in found.items())


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_every_page_is_read_on_the_narrowest_telephone_without_a_script(language, visit, served):
    for name, (role, where) in PAGES.items():
        if language != "ru" and name not in ("sign-in", "home", "case", "check"):
            continue
        served.speak(role, language)
        page = visit(served.at(where), width=320, cookies=served.cookies(role, language), java_script_enabled=False)
        draw(page, f"defence-{name}-{language}-phone")
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate(OUT_OF_REACH) == [], name


def test_a_remedy_is_lodged_by_keyboard_alone_without_a_script(visit, served):
    page = visit(
        served.at("/defence/cases/{case}"), cookies=served.cookies(Role.PERSON_CONCERNED), java_script_enabled=False
    )

    def press(name: str, role: str = "link") -> None:
        page.get_by_role(role, name=name).first.focus()
        page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    press("Send something")
    press("Access to the file")
    page.get_by_label("What you want to say").focus()
    page.keyboard.type("I want to read what they say of me.")
    press("Save and check", "button")
    expect(page.get_by_text("From the moment you send it")).to_be_visible()
    press("Send it now", "button")
    expect(page.get_by_role("heading", name="Receipt")).to_be_visible()
    kinds = [r.kind.id for r in fold(journal.entries_of(served.case)).challenges.running.values()]
    assert kinds == ["lifting", "file-access"]


def test_what_is_written_while_the_line_is_broken_stays_and_is_kept_once_it_is_back(visit, served):
    page = visit(served.at("/defence/cases/{case}/send/statement"), cookies=served.cookies(Role.PERSON_CONCERNED))
    page.get_by_label("What you want to say").fill("I was beaten in May.")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert Draft.objects.get(what="statement").fields["text"] == "I was beaten in May."
    page.context.set_offline(offline=True)
    page.get_by_label("What you want to say").fill("I was beaten in May and in June.")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    expect(page.get_by_label("What you want to say")).to_have_value("I was beaten in May and in June.")
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_text("I was beaten in May and in June.")).to_be_visible()


def test_a_receipt_is_printed_without_what_is_only_for_the_screen(visit, served):
    page = visit(served.at("/defence/cases/{case}/receipts/{seq}"), cookies=served.cookies(Role.PERSON_CONCERNED))
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator("footer")).to_be_hidden()
    expect(page.get_by_role("heading", name="Receipt")).to_be_visible()
    expect(page.locator(".proof")).to_be_visible()


def test_the_calendar_link_is_shown_in_reach_of_everybody(visit, served):
    page = visit(served.at("/defence/"), width=320, cookies=served.cookies(Role.PERSON_CONCERNED))
    page.get_by_role("button", name="Make a link for my calendar").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.at("/defence/calendar"))
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_one_signs_in_by_keyboard_alone_without_a_script(visit, served):
    account = Account.objects.get(public_id=served.office.accounts[Role.PERSON_CONCERNED])
    account.set_password(PASSWORD)
    account.save()
    page = visit(served.at("/defence/cases/{case}"), width=320, java_script_enabled=False, language="ru")
    expect(page.get_by_role("heading", name="Вход")).to_be_visible()
    page.locator("[name=login]").focus()
    page.keyboard.type(account.email)
    page.locator("[name=password]").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.at("/defence/cases/{case}"))
