"""An allegation sent without an account: it comes in as mail, joins a case by a named hand, and has an answer."""

import io

import pytest
from django.core.cache import cache
from django.test import Client

from rogatory.law.acts import Role
from rogatory.office.folds.inquiries import allegations_of, identity_of, may_open
from rogatory.registry.accounts import keeping
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.cases.copies import mandates_held
from rogatory.registry.defence.wording import LANGUAGES, table
from rogatory.registry.mailroom import outside
from rogatory.registry.mailroom.models import Received, Sender
from tests.office.simulator import simple_file
from tests.registry.mailroom.conftest import signed_in
from tests.registry.office import DAY

pytestmark = pytest.mark.django_db
WHO, WHAT = "Ines Halloran, of an association", "Two men wait before her door each night."


@pytest.fixture
def office(office_once):
    """An office that has appointed the account by which the system acts."""
    cache.clear()
    keeping.open_for_standing_queries()
    told = Account.objects.get(email=keeping.STANDING).public_id
    mandate = {"account": told, "role": Role.STANDING_QUERY.value, "since": DAY}
    office_once.do(Role.ADMINISTRATOR, "appoint", "", mandate=mandate)
    return office_once


def sent(**more) -> str:
    """Send something; the code on the page."""
    told = {"text": WHAT, "about": "KZ", "identity": WHO, "once": outside.new_once(), **more}
    answer = Client().post("/tell/", told)
    assert answer.status_code == 200, answer.content.decode()
    assert not answer.cookies
    return answer.content.decode().partition("<strong>")[2].partition("</strong>")[0]


def back(code: str, **more) -> str:
    return Client().post("/tell/code", {"code": code, **more}).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_anybody_reads_the_page_in_four_languages_and_no_trace_is_set(office, language):
    answer = Client().get(f"/tell/?language={language}")
    assert table(language)["tell.what"].replace("'", "&#x27;") in answer.content.decode()
    assert (answer.headers["Cache-Control"], dict(answer.cookies)) == ("no-store", {})


def test_it_waits_in_the_mail_and_who_sent_it_stands_on_no_page(office, desk):
    sent(files=[io.BytesIO(b"page 1")])
    first, second = Received.objects.order_by("pk")
    assert first.name == outside.TEXT
    assert second.sender == first.sender
    assert outside.TEXT in desk.get("/mail").content.decode()
    page = desk.get(f"/mail/{first.pk}").content.decode()
    assert "Whoever sent it said who they are" in page
    assert "Ines Halloran" not in page + str([e.fields for e in journal.entries_of(f"mail-{first.pk}")])


def test_a_button_pressed_twice_sends_once(office):
    once = outside.new_once()
    assert sent(once=once) == sent(once=once)
    assert Received.objects.count() == 1


def test_the_sender_reads_the_answer_and_says_more(office, desk):
    code = sent(identity="")
    number = Received.objects.get().pk
    assert table("en")["tell.no_answer"] in back(code)
    desk.post(f"/mail/{number}", {"act": "answer-sender", "text": "Send us the days."})
    assert "Send us the days." in back(code.lower().replace("-", " "))
    assert table("en")["tell.added"] in back(code, text="The 3rd and the 4th of May.")
    assert Received.objects.count() == 2
    assert Client().post("/tell/code", {"code": "AAAAA"}).status_code == 404


def test_a_named_clerk_joins_it_to_a_case_and_the_court_alone_opens_who_sent_it(office, desk):
    code, case = sent(), office.register(simple_file())
    before = back(code)
    number = Received.objects.get().pk
    told = {"act": "lodge-allegation", "case": case, "person": "P1"}
    assert desk.post(f"/mail/{number}", {**told, "case": "2026-999999"}).status_code == 422
    answer = desk.post(f"/mail/{number}", told)
    if answer.status_code == 409:  # what the reader proposed is settled first
        settle(desk, number)
        answer = desk.post(f"/mail/{number}", told)
    assert answer["Location"] == f"/cases/{case}/inquiries", answer.content.decode()
    dossier = journal.dossier_of(case)
    (one,) = allegations_of(dossier).values()
    assert one.source
    assert identity_of(dossier, one.source) == WHO
    may = {role: may_open(dossier, one.source, mandates_held(office.accounts[role], case))
           for role in (Role.CLERK, Role.PROSECUTOR, Role.COURT)}  # fmt: skip
    assert may == {Role.CLERK: False, Role.PROSECUTOR: False, Role.COURT: True}
    assert not Sender.objects.get().identity
    assert back(code) == before
    page = signed_in(office, Role.PROSECUTOR).get(f"/cases/{case}/inquiries").content.decode()
    assert WHAT in page
    assert "Ines Halloran" not in page


def settle(desk, number) -> None:
    for row in desk.get(f"/mail/{number}").content.decode().split('data-settle="')[1:]:
        desk.post(f"/mail/{number}", {"act": "settle-fields", "mark": row.partition('"')[0], "how": "turned-down"})


@pytest.mark.parametrize(
    ("told", "says"),
    [({"text": " "}, "wrong_text"), ({"text": "x" * 50_001}, "wrong_text"),
     ({"identity": "x" * 2_001}, "wrong_identity"), ({"files": [io.BytesIO(b"")]}, "wrong_files")],
)  # fmt: skip
def test_what_cannot_be_taken_says_why_and_keeps_nothing(office, told, says):
    answer = Client().post("/tell/", {"text": WHAT, "once": "x", **told})
    assert answer.status_code == 422
    assert table("en")[f"tell.{says}"] in answer.content.decode()
    assert not Received.objects.exists()


def test_more_than_an_hour_holds_is_refused_and_nobody_is_told_from_another(office, monkeypatch):
    monkeypatch.setattr(outside, "AN_HOUR", 1)
    sent()
    assert Client().post("/tell/", {"text": WHAT, "once": "y"}).status_code == 429
    monkeypatch.setattr(outside, "LOOKS", 0)
    assert Client().post("/tell/code", {"code": "AAAAA"}).status_code == 429


def test_nobody_opened_it(office_once):
    assert table("en")["tell.closed"] in Client().get("/tell/").content.decode()
    assert Client().post("/tell/", {"text": WHAT, "once": "z"}).status_code == 429
