"""The review in a real browser: accessible in light and dark, small, light enough, by keyboard and without a script.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import pytest
from playwright.sync_api import Response, expect

from rogatory.law.acts import Role
from rogatory.material.questions import Together
from rogatory.material.record import Record
from rogatory.office.review.folded import Review, review_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.defence.models import Chosen
from tests.registry.doors import signed_in
from tests.registry.office import Registry
from tests.registry.reviewed import NAME, Reviewed
from tests.registry.shell.accessible import faults
from tests.registry.shell.test_pages import draw

pytestmark = pytest.mark.django_db(transaction=True)
HEAVIEST, PAGE = 72_000, 24_000
"""Bytes of the page of an item with everything it loads, pictures not counted; and of the page by itself."""
OBSERVER = Role.PRIVILEGE_OBSERVER
MAIL = "003 Re Re Summons.eml"
PAGES = {
    "review": (OBSERVER, "", ""),
    "review-outside": (Role.PROSECUTOR, "", ""),
    "review-items": (OBSERVER, "/items", ""),
    "review-items-listed": (Role.AUDITOR, "/items", ""),
    "review-item": (Role.COURT, "", MAIL),
    "review-paper": (OBSERVER, "", "application.pdf"),
    "review-redact": (Role.COURT, "/redact", "application.pdf"),
    "review-picture": (OBSERVER, "", "IMG_0412.jpg"),
    "review-unread": (OBSERVER, "", "damaged.pdf"),
    "review-listed": (Role.AUDITOR, "", "birthday.txt"),
    "review-progress": (OBSERVER, "/progress", ""),
}


class Served:
    """A served office with a seizure under review."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.review = Reviewed.opened(Registry.opened())

    def at(self, where: str, name: str) -> str:
        return self.url + self.review.at(where, name)

    @property
    def told(self) -> Review:
        """The review, as the journal has it."""
        return review_of(journal.entries_of(seizure_stream(self.review.case, NAME)))

    @property
    def record(self) -> Record:
        """The answers, as the journal has them."""
        return self.told.record

    def at_the_defence_door(self, role: Role) -> list[dict[str, str]]:
        found = signed_in(self.review.office.accounts[role]).cookies.items()
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in found]

    def cookies(self, role: Role) -> list[dict[str, str]]:
        found = self.review.client(role).cookies.items()
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in found]


@pytest.fixture
def served(live_server, settings, tmp_path):
    settings.ROGATORY_UNSAFE_ONE_FACTOR, settings.MATERIAL = True, tmp_path / "material"
    return Served(live_server.url)


def test_every_page_is_accessible_in_light_and_dark_light_enough_and_fits_the_narrowest_telephone(visit, served):
    found = {}
    for name, (role, where, item) in PAGES.items():
        seen: list[Response] = []
        page = visit("about:blank", cookies=served.cookies(role))
        page.on("response", lambda response, seen=seen: seen.append(response))
        answer = page.goto(served.at(where, item), wait_until="networkidle")
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"{name}-{theme}", full=False)
            if told := faults(page):
                found[name, theme] = told
        assert answer.status == 200, name
        weight = sum(len(r.body()) for r in seen if not r.headers.get("content-type", "").startswith("image/png"))
        assert weight < (HEAVIEST if item else 200_000), (name, weight)
        assert not item or len(answer.body()) < PAGE, (name, len(answer.body()))
        assert all(r.url.startswith((served.url, "data:")) for r in seen), name
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 900})
        draw(page, f"{name}-phone", full=False)
        wide = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321"
            " && !e.closest('.scroll, pre')).map(e => e.outerHTML.slice(0, 80))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, wide[:3])
        page.context.close()
    assert not found, "\n".join(f"{name}: {report}" for name, report in found.items())


def test_four_questions_are_answered_by_keyboard_and_the_last_leads_to_the_next_item(visit, served):
    page = visit(served.at("", "birthday.txt"), cookies=served.cookies(Role.COURT))
    expect(page.locator("#q-privilege")).to_be_focused()
    for number, (key, why) in enumerate((("n", "a cake"), ("n", "nothing of the loan"), ("n", "no"), ("y", "none")), 1):
        if number == 3:
            page.keyboard.press("3")
        page.keyboard.press(key)
        expect(page.locator("[data-ask].at textarea[name=reasons]")).to_be_focused()
        page.keyboard.type(why)
        page.keyboard.press("Enter")
        if number < 4:
            page.wait_for_url(f"**#q-{('scope', 'origin', 'proportionality')[number - 1]}")
            expect(page.locator(f"[data-ask='{number + 1}']")).to_be_focused()
    expect(page.get_by_text("is answered; Proportionality was the last")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("recipe.txt")
    given = [(g.asked.value, g.withholds) for g in served.record.given]
    assert given == [("privilege", False), ("scope", True), ("origin", False), ("proportionality", False)]
    page.keyboard.press("k")
    expect(page.locator("h1")).to_contain_text("birthday.txt")
    expect(page.locator("#q-scope .said")).to_contain_text("nothing of the loan")
    page.keyboard.press("2")
    page.keyboard.press("z")
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(page.locator("#q-scope h2")).to_contain_text("cannot be told")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Take one's answer back")


def test_why_it_may_not_leave_and_what_else_is_decided_are_told_where_one_asks(visit, served):
    page = visit(served.at("", MAIL), width=390, cookies=served.cookies(Role.COURT))
    expect(page.get_by_text("silence is no clearance")).to_have_count(0)
    page.get_by_role("link", name="It may not leave").click()
    page.wait_for_url("**?open=why#why")
    expect(page.get_by_text("silence is no clearance")).to_be_in_viewport()
    page.get_by_role("link", name="What else is decided of it").click()
    page.wait_for_url("**?open=decide#decide")
    page.get_by_role("button", name="Mark it").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    page.get_by_label("What speaks for it").fill("he was beaten")
    page.get_by_label("On what that rests").fill("a report")
    page.get_by_role("button", name="Mark it").click()
    expect(page.get_by_text("Done, and recorded.")).to_be_visible()
    assert [one.source for one in served.told.origins] == ["a report"]


def drawn(sheet):
    """Where a page lies once it is drawn; before that it has no height, and moves what stands below."""
    expect(sheet.locator("img")).to_have_js_property("complete", True)
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box is not None
    return box


def test_areas_are_drawn_with_the_mouse_and_with_keys_seen_black_and_only_then_hidden(visit, served):
    page = visit(served.at("/redact", "application.pdf"), cookies=served.cookies(Role.COURT))
    sheet = page.locator("[data-sheet-of='1']")
    box = drawn(sheet)
    page.mouse.move(box["x"] + 0.05 * box["width"], box["y"] + 0.05 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.95 * box["width"], box["y"] + 0.1 * box["height"])
    page.mouse.up()
    expect(sheet.locator(".area")).to_have_count(1)
    assert float(page.get_by_label("Left side of area 1").input_value()) == pytest.approx(5, abs=0.5)
    sheet.focus()
    for key in ("ArrowDown", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(sheet.locator(".area")).to_have_count(2)
    assert float(page.get_by_label("Right side of area 2").input_value()) == pytest.approx(96, abs=0.5)
    page.keyboard.press("Backspace")
    expect(sheet.locator(".area")).to_have_count(1)
    page.get_by_label("I have looked").check()
    page.get_by_label("Reasons", exact=True).fill("her name")
    page.get_by_role("button", name="Show what would be made").click()
    expect(page.locator(".preview img")).to_have_count(1)
    draw(page, "review-redact-preview", full=False)
    assert not faults(page)
    page.get_by_role("button", name="Make the redacted form").click()
    expect(page.get_by_text("The redacted form is made.")).to_be_visible()
    (one,) = served.told.redacted.values()
    assert one.source == served.review.items["application.pdf"].ident
    page.locator(".beside.redacted a").click()
    expect(page.get_by_text("A redacted form. Hidden on these grounds:")).to_be_visible()
    expect(page.locator(".paper img")).to_be_visible()


def test_a_question_is_answered_for_a_family_without_a_script_once_it_is_shown_what_that_covers(visit, served):
    page = visit(served.at("", MAIL), width=320, cookies=served.cookies(OBSERVER), java_script_enabled=False)
    ask = page.locator("#q-privilege")
    ask.get_by_label("Yes: privileged").check()
    ask.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the reasons")
    expect(ask.get_by_label("Yes: privileged")).to_be_checked()
    ask.get_by_label("Reasons").fill("advice to a client")
    ask.get_by_label("the whole family (2)").check()
    ask.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This answer covers 2 items")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert served.record.given == []
    page.get_by_role("button", name="Answer all 2").click()
    expect(page.get_by_text("is answered; Privilege was the last")).to_be_visible()
    (given,) = served.record.given
    assert (given.together, len(given.items)) == (Together.FAMILY, 2)


def test_what_no_machine_read_is_looked_at(visit, served):
    page = visit(served.at("", "damaged.pdf"), cookies=served.cookies(OBSERVER))
    page.get_by_label("What you saw in it").fill("the first bytes of a contract")
    page.get_by_role("button", name="Say what it is").click()
    expect(page.get_by_text("the first bytes of a contract")).to_be_visible()


DEFENCE = {
    "defence-inventory": "",
    "defence-inventory-items": f"/{NAME}",
    "defence-inventory-object": f"/{NAME}/object?item={{item}}",
}


def test_the_inventory_is_accessible_and_read_on_the_narrowest_telephone_in_four_languages(visit, served):
    person, review = Role.PERSON_CONCERNED, served.review
    cookies = served.at_the_defence_door(person)
    for name, where in DEFENCE.items():
        at = f"{served.url}/defence/cases/{review.case}/inventory{where.format(item=review.items[MAIL].ident)}"
        for theme in ("light", "dark"):
            page = visit(at, theme=theme, cookies=cookies)
            draw(page, f"{name}-{theme}", full=False)
            assert not faults(page), (name, theme)
        assert len(page.content()) < 60_000, name
        for language in ("fr", "nl", "ru"):
            Chosen.objects.update_or_create(account=review.office.accounts[person], defaults={"language": language})
            small = visit(at, width=320, cookies=cookies, java_script_enabled=False)
            draw(small, f"{name}-{language}-phone", full=False)
            assert small.locator("html").get_attribute("lang") == language
            assert small.evaluate("document.documentElement.scrollWidth") <= 320, (name, language)
        Chosen.objects.update_or_create(account=review.office.accounts[person], defaults={"language": "en"})


def test_an_objection_is_made_by_keyboard_without_a_script_and_has_a_receipt(visit, served):
    person, review = Role.PERSON_CONCERNED, served.review
    cookies = served.at_the_defence_door(person)
    page = visit(f"{served.url}/defence/cases/{review.case}", width=320, cookies=cookies, java_script_enabled=False)

    def press(name: str, role: str = "button") -> None:
        page.get_by_role(role, name=name).first.focus()
        page.keyboard.press("Enter")

    press("See what was taken", "link")
    press("See the list", "link")
    page.get_by_label("birthday.txt").focus()
    page.keyboard.press("Space")
    press("Object to the pieces I marked")
    page.get_by_label("Why they must not be sent").fill("It is about my child.")
    press("Go on and check")
    expect(page.get_by_text("It is about my child.")).to_be_visible()
    press("Send it now")
    expect(page.get_by_role("heading", name="Receipt")).to_be_visible()
    assert [one.person for one in served.told.objections.values()] == ["P1"]
