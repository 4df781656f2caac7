"""The desk in a real browser: every page accessible in light and dark, small, usable by keyboard and without script.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Response, expect

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.jobs import queue
from rogatory.registry.jobs.worker import Worker
from tests.registry.office import Registry, founding_file
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw
from tests.registry.test_limits import order

pytestmark = pytest.mark.django_db(transaction=True)


class Desk:
    """A served office with the founding case, a remedy lodged in it, and a case still to be examined."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.office = Registry.opened()
        self.case = self.office.register(founding_file())
        self.open = self.office.register()
        self.late = self.office.register(order(days_ago=60))
        self.office.register(order(days_ago=25))
        self.office.mandate(Role.COUNSEL, self.case)
        self.office.mandate(Role.LIAISON, self.case)
        self.office.do(Role.COUNSEL, "lodge-remedy", self.case, "P1", text="Third-party opposition")
        self.office.do(Role.PROSECUTOR, "grant", self.case, "search", reasons="asked for")
        self.audit = queue.ask("audit", self.office.accounts[Role.AUDITOR], timezone.now()).pk
        Worker().once()

    def at(self, where: str) -> str:
        return self.url + where.format(
            case=self.case,
            open=self.open,
            late=self.late,
            person=self.office.accounts[Role.PROSECUTOR],
            audit=self.audit,
        )

    def cookies(self, role: Role) -> list[dict[str, str]]:
        client = Client()
        client.force_login(Account.objects.get(public_id=self.office.accounts[role]))
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in client.cookies.items()]


@pytest.fixture
def desk(live_server, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Desk(live_server.url)


PAGES = {
    "desk-work": (Role.PROSECUTOR, "/"),
    "desk-readings": (Role.COUNSEL, "/cases/{case}/readings"),
    "desk-norm": (Role.CLERK, "/law/norms/rc-33-non-refoulement"),
    "desk-barred-attempts": (Role.AUDITOR, "/cases/{case}/journal?only=barred"),
    "desk-liaison": (Role.LIAISON, "/cases"),
    "desk-cases": (Role.CLERK, "/cases"),
    "desk-register": (Role.CLERK, "/cases/register"),
    "desk-case": (Role.PROSECUTOR, "/cases/{case}"),
    "desk-file": (Role.PROSECUTOR, "/cases/{case}/file"),
    "desk-examination": (Role.PROSECUTOR, "/cases/{open}/examination"),
    "desk-why": (Role.PROSECUTOR, "/cases/{case}/why/grant/search"),
    "desk-acts": (Role.PROSECUTOR, "/cases/{case}/acts"),
    "desk-answer": (Role.PROSECUTOR, "/cases/{open}/acts/find?question=person.refugee_here&about=P1"),
    "desk-decide": (Role.PROSECUTOR, "/cases/{case}/acts/refuse?object=search"),
    "desk-mandate": (Role.CLERK, "/cases/{case}/acts/give-mandate"),
    "desk-journal": (Role.PROSECUTOR, "/cases/{case}/journal"),
    "desk-limits": (Role.PROSECUTOR, "/cases/{late}/limits"),
    "desk-late": (Role.PROSECUTOR, "/cases/{late}"),
    "desk-docket": (Role.COURT, "/chambers"),
    "desk-calendar": (Role.PROSECUTOR, "/calendar"),
    "desk-counsel": (Role.COUNSEL, "/cases/{case}"),
    "desk-law": (Role.CLERK, "/law"),
    "desk-law-pack": (Role.CLERK, "/law?pack=pace"),
    "desk-administration": (Role.ADMINISTRATOR, "/administration"),
    "desk-person": (Role.ADMINISTRATOR, "/administration/people/{person}"),
    "desk-packs": (Role.ADMINISTRATOR, "/administration/packs"),
    "desk-office": (Role.ADMINISTRATOR, "/administration/office"),
    "upkeep": (Role.ADMINISTRATOR, "/jobs/"),
    "upkeep-audit": (Role.AUDITOR, "/jobs/{audit}"),
}


def test_every_page_is_accessible_in_light_and_dark_small_whole_and_fits_a_telephone(visit, desk):
    found = {}
    for name, (role, where) in PAGES.items():
        seen: list[Response] = []
        page = visit("about:blank", cookies=desk.cookies(role))
        page.on("response", lambda response, seen=seen: seen.append(response))
        answer = page.goto(desk.at(where), wait_until="networkidle")
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"{name}-{theme}", full=False)
            if told := faults(page):
                found[name, theme] = told
        assert answer.status == 200, name
        assert len(answer.body()) < 100_000, name
        assert sum(len(r.body()) for r in seen) < 200_000, name
        assert all(r.url.startswith((desk.url, "data:")) for r in seen), name
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 360, "height": 900})
        draw(page, f"{name}-phone", full=False)
        wide = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361"
            " && !e.closest('.scroll')).map(e => e.outerHTML.slice(0, 80))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, (name, wide[:3])
        page.context.close()
    assert not found, "\n".join(f"{name}: {report}" for name, report in found.items())


@pytest.mark.parametrize("javascript", [True, False])
def test_a_question_is_answered_and_the_ruling_changes(javascript, visit, desk):
    page = visit(f"{desk.url}/cases/{desk.open}", cookies=desk.cookies(Role.PROSECUTOR), java_script_enabled=javascript)
    page.goto(f"{desk.url}/cases/{desk.open}/acts/find?question=person.refugee_here&about=P1")
    page.get_by_label("yes", exact=True).check()
    page.get_by_label("On what it rests").fill("Decision of the asylum authority, 2 May 2025")
    page.get_by_role("button", name="Answer a question").click()
    page.wait_for_url(f"**/cases/{desk.open}/examination")
    expect(page.get_by_text("Done, and recorded")).to_be_visible()
    assert journal.entries_of(desk.open)[-1].act in ("find", "read")


def test_a_barred_act_explains_the_law_with_the_focus_on_it(visit, desk):
    page = visit(f"{desk.url}/cases/{desk.case}/acts/grant?object=search", cookies=desk.cookies(Role.PROSECUTOR))
    page.get_by_label("Reasons").fill("asked for by Kazakhstan")
    page.get_by_role("button", name="Grant the request").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("This cannot be done")
    expect(alert).to_be_focused()
    draw(page, "desk-barred-light", full=False)
    assert faults(page) == ""
    expect(page.get_by_label("Reasons")).to_have_value("asked for by Kazakhstan")


def test_what_an_answer_would_change_is_seen_before_it_is_recorded(visit, desk):
    page = visit(f"{desk.url}/cases/{desk.open}/examination", cookies=desk.cookies(Role.PROSECUTOR))
    before = journal.entries_of(desk.open)[-1].seq
    page.keyboard.press("1")
    expect(page.locator("[data-answers] input[type=radio]").first).to_be_checked()
    expect(page.locator("#preview")).to_contain_text("If that were recorded:")
    expect(page.locator("#preview")).to_have_attribute("role", "status")
    expect(page.locator("[data-answers] input[type=radio]").first).to_be_focused()
    draw(page, "desk-preview-light", full=False)
    assert faults(page) == ""
    page.keyboard.press("2")
    expect(page.locator("[data-answers] input[type=radio]").nth(1)).to_be_checked()
    assert journal.entries_of(desk.open)[-1].seq == before


def test_what_an_answer_would_change_is_seen_without_a_script_too(visit, desk):
    page = visit(
        f"{desk.url}/cases/{desk.open}/examination", cookies=desk.cookies(Role.PROSECUTOR), java_script_enabled=False
    )
    page.locator("[data-answers] input[type=radio]").first.check()
    page.get_by_role("button", name="What would it change?").click()
    expect(page.locator("#preview")).to_contain_text("If that were recorded:")
    expect(page.locator("[data-answers] input[type=radio]").first).to_be_checked()


def test_filters_work_at_once_keep_the_focus_and_stand_in_the_address(visit, desk):
    page = visit(f"{desk.url}/cases", cookies=desk.cookies(Role.CLERK))
    expect(page.locator("[data-row]")).to_have_count(4)
    page.locator("#f-q").press_sequentially("kazach")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.locator("#f-q")).to_be_focused()
    assert "q=kazach" in page.url
    expect(page.get_by_role("status").filter(has_text="One case")).to_be_visible()
    page.reload()
    expect(page.locator("[data-row]")).to_have_count(1)


def test_reasons_typed_while_the_connection_is_lost_and_the_session_ended_come_back(visit, desk):
    address = f"{desk.url}/cases/{desk.case}/acts/refuse?object=search"
    page = visit(address, cookies=desk.cookies(Role.PROSECUTOR))
    context = page.context
    context.set_offline(offline=True)
    page.get_by_label("Reasons").fill("She is a refugee from that very state.")
    page.get_by_role("button", name="Refuse the request").click()
    context.set_offline(offline=False)
    context.clear_cookies()
    page.goto(address)
    assert "/account/login/" in page.url
    context.add_cookies(desk.cookies(Role.PROSECUTOR))
    page.goto(address)
    expect(page.get_by_label("Reasons")).to_have_value("She is a refugee from that very state.")
    expect(page.locator("#draft-note")).to_be_visible()
    page.get_by_role("button", name="Refuse the request").click()
    page.wait_for_url(f"**/cases/{desk.case}")
    page.goto(address)
    expect(page.get_by_label("Reasons")).to_have_value("")


def test_why_opens_in_place_one_norm_after_the_other(visit, desk):
    page = visit(f"{desk.url}/cases/{desk.case}/why/grant/search", cookies=desk.cookies(Role.PROSECUTOR))
    trees = page.locator(".reasons > li > details, .reasons > li.true")
    shown = trees.count()
    page.locator("a[hx-get*='norm=']").first.click()
    expect(page.locator("article").nth(1).locator(".reasons").first).to_be_visible()
    assert trees.count() > shown
    assert page.url.endswith("/why/grant/search")


def test_the_ruling_is_shown_as_of_the_day_one_drags_to(visit, desk):
    page = visit(f"{desk.url}/cases/{desk.case}/journal", cookies=desk.cookies(Role.AUDITOR))
    expect(page.locator("form[data-days] select")).to_be_visible()
    # All was done today: there is one day to choose, and nothing to drag.
    expect(page.locator("form[data-days] input[type=range]")).to_have_count(0)


def test_how_a_day_was_found_opens_without_a_script(visit, desk):
    address = desk.at("/cases/{late}/limits#eio-recognise%400")
    page = visit(address, width=320, cookies=desk.cookies(Role.PROSECUTOR), java_script_enabled=False)
    row = page.locator('[id="eio-recognise@0"]')
    expect(row).to_be_in_viewport()
    expect(row.locator("ol")).to_be_hidden()
    row.locator("summary").press("Enter")
    expect(row.locator("li").first).to_contain_text("30 days from receipt")
    expect(row.locator("li").last).to_contain_text("Last day: ")


@pytest.mark.parametrize("emulated", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_pages_hold_in_forced_colours_and_without_motion_on_320_pixels(emulated, visit, desk):
    for name in ("desk-case", "desk-examination", "desk-acts", "desk-cases", "desk-work", "desk-limits"):
        role, where = PAGES[name]
        page = visit(desk.at(where), width=320, cookies=desk.cookies(role), **emulated)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert (name, faults(page)) == (name, "")


def test_a_list_of_cases_is_walked_by_keyboard(visit, desk):
    page = visit(f"{desk.url}/cases", cookies=desk.cookies(Role.CLERK))
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.getAttribute('href')")
    assert first.startswith("/cases/2")
    assert first != second


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_account_is_opened_by_keyboard_and_its_link_is_shown_once(theme, visit, desk):
    cookies = desk.cookies(Role.ADMINISTRATOR)
    page = visit(f"{desk.url}/administration", width=390, theme=theme, cookies=cookies, java_script_enabled=False)
    page.get_by_role("link", name="Open an account").focus()
    page.keyboard.press("Enter")
    page.get_by_label("E-mail address").fill("julie@office.example")
    page.get_by_label("Name, as colleagues know it").fill("Julie Lambert")
    draw(page, f"desk-open-account-{theme}-phone", full=False)
    page.get_by_label("Name, as colleagues know it").press("Enter")
    expect(page.get_by_role("status").get_by_text("It is shown this once")).to_be_visible()
    draw(page, f"desk-link-{theme}-phone")
    page.get_by_role("link", name="To this person's page").click()
    draw(page, f"desk-new-person-{theme}-phone")
    page.get_by_role("button", name="Give the mandate").click()
    expect(page.get_by_role("alert")).to_contain_text("who gave an account its link")
    draw(page, f"desk-appoint-barred-{theme}-phone", full=False)
    page.get_by_text("Close the account").first.click()
    page.get_by_label("Why the account is closed").fill("opened by mistake")
    draw(page, f"desk-close-account-{theme}-phone")
    page.get_by_role("button", name="Close the account").click()
    expect(page.get_by_text("Done, and recorded")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("closed")
