"""What should have followed the disclosure of 2023, played through the pages: from the allegation to the last euro.

The day, the sums and the judgments are invented; that the file was opened while appeals ran, against a promise, is not.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from rogatory.aftermath.breaches import Standing
from rogatory.law.acts import Role
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.originals import originals_of
from tests.registry.shell.playing import Play, founding_request

pytestmark = pytest.mark.django_db(transaction=True)
PROSECUTOR, COURT, MINISTER, GOVERNMENT = Role.PROSECUTOR, Role.COURT, Role.CENTRAL_AUTHORITY, Role.GOVERNMENT
COUNSEL = Role.COUNSEL
PROMISE = "The seized papers stay protected, and nothing goes to Kazakhstan while the proceedings run."
HAPPENED = "In 2023 the requesting state was given access to the file, and a copy of it."


@pytest.fixture
def play(live_server, visit, settings, monkeypatch) -> Play:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Play(live_server.url, visit, monkeypatch)


def test_the_disclosure_of_2023_is_found_demanded_back_and_made_good(play):
    counsel_alleges_it_and_the_court_finds_it(play)
    nothing_more_is_done_for_that_state(play)
    the_court_and_the_person_are_told(play)
    return_is_demanded_and_the_answer_is_late(play)
    reparation_is_ordered_and_paid_in_two_parts(play)
    the_court_closes_it(play)


def text_of(play: Play, role: Role, path: str) -> str:
    page = play.page(role)
    page.goto(f"{play.url}{path}")
    return " ".join(page.locator("main").inner_text().split())


def desk(play: Play, role: Role, name: str = "") -> str:
    return text_of(play, role, f"/cases/{play.case}/aftermath{name}")


def name_of(play: Play) -> str:
    return list(aftermath_of(play.dossier).breaches)[-1]


def leaves(play: Play, role: Role, letter: str, channel: str) -> None:
    """A letter is signed, and sent by the act it is sent by."""
    page = play.page(role)
    for step in ("sign", "send"):
        page.goto(f"{play.url}/cases/{play.case}/documents/{letter}/{step}")
        if step == "send":
            page.locator("[name=channel]").fill(channel)
        page.locator("main form[method=post] .buttons button").click()
        assert page.get_by_role("alert").count() == 0, page.get_by_role("alert").inner_text()
    assert play.dossier.documents[letter].sent


def counsel_alleges_it_and_the_court_finds_it(play):
    play.register(founding_request())
    told = {"acts": ["transmit", "open-file", "surrender"], "ending": "when every remedy has ended"}
    play.does(MINISTER, "undertake", text=PROMISE, **told)
    play.lodge("lifting", "Give back what was taken from a lawyer's home.")
    page = play.page(COUNSEL)
    page.goto(f"{play.url}/defence/cases/{play.case}/send")
    page.locator("a[href$='/send/breach']").click()
    page.locator("[name=text]").fill("They were given our file while the appeals ran.")
    page.locator("button[value=check]").click()
    page.locator("main form[method=post] .do button").click()
    page.wait_for_url("**/receipts/*")
    assert "The office must look at it and answer" in text_of(play, COUNSEL, f"/defence/cases/{play.case}")
    assert "Answer what is alleged to be a breach" in text_of(play, COURT, "/")
    seen = next(e.seq for e in reversed(play.entries) if e.act == "submit")
    barred = play.fill_in(
        COURT, "find-breach", name_of(play), kind="unlawful-disclosure", whose="own-authority",
        of=play.newest("undertakings"), text=HAPPENED, happened="2023-04-01", evidence=[str(seen)], persons=["P1"],
        gone="a copy of the file", reasons="It was promised that nothing would go, and appeals ran.",
    )  # fmt: skip
    assert not barred
    read = desk(play, PROSECUTOR, f"/{name_of(play)}")
    assert HAPPENED in read
    assert "An authority of this state" in read


def nothing_more_is_done_for_that_state(play):
    by = [f"{name_of(play)} is open, a breach by an authority of this state", "ECHR, Article 13"]
    play.is_barred(PROSECUTOR, "open-file", by=by, drawn=False, reasons="a copy was asked for")


def the_court_and_the_person_are_told(play):
    barred = play.send(COURT, "close-breach", name_of(play), reasons="it is old")
    assert "P1 has not been told" in barred
    assert "the court has not been told" in barred
    page = play.page(COURT)
    page.goto(f"{play.url}/cases/{play.case}/aftermath/{name_of(play)}")
    page.locator("tr", has_text="The court is told").get_by_role("link").click()
    letter = page.url.rpartition("/")[2]
    assert HAPPENED in page.locator("main").text_content()
    leaves(play, COURT, letter, "by hand")
    play.everybody_is_told()
    told = desk(play, COURT, f"/{name_of(play)}")
    for step in ("The person concerned is told: B.J.", "The court is told"):
        assert " done " in told.partition(step)[2][:150], step


def return_is_demanded_and_the_answer_is_late(play):
    page = play.page(MINISTER)
    page.goto(f"{play.url}/cases/{play.case}/aftermath/{name_of(play)}")
    page.locator("tr", has_text="Return, and no further use").get_by_role("link").click()
    page.locator("[name=reference]").fill("invented-17")
    page.locator("[name=received]").fill("2026-01-02")
    page.locator("[name=office]").fill("Federal Public Service Justice, Brussels")
    page.locator("[name=sent]").fill("whatever was copied then")
    page.locator("[name=broken]").fill("You were let read and copy what had not been granted.")
    page.get_by_role("button", name="Make the draft").click()
    letter = page.url.rpartition("/")[2]
    assert letter.startswith("document-"), page.locator("main").inner_text()
    leaves(play, MINISTER, letter, "through the ministry")
    play.days_pass(31)
    assert "The requesting state answers every point UNTOC" in desk(play, MINISTER, f"/{name_of(play)}")
    assert "overdue" in desk(play, MINISTER, f"/{name_of(play)}")
    assert "Answers that are overdue" in text_of(play, MINISTER, "/")
    page = play.page(MINISTER)
    page.goto(f"{play.url}/cases/{play.case}/documents/{letter}/answer")
    page.locator("[name=text]").fill("It says that the copy was destroyed, and that nobody else had it.")
    for point in range(3):
        page.locator(f"[name=point_{point}]").select_option("points")
    page.locator("main form[method=post] .buttons button").last.click()
    assert play.done("record-answer") == ["record-answer"], page.locator("main").inner_text()


def reparation_is_ordered_and_paid_in_two_parts(play):
    today = timezone.localdate()
    play.does(
        COURT, "order-reparation", "P1", kind="compensation", breach=name_of(play), ground="ECHR, Article 13",
        text="Harm that is not in money", amount="5000", currency="EUR", rate="5", period="year-365",
        interest_since=today, interest_source="the judgment", ordered_by="Court of first instance, Brussels",
        decision="invented 12/2026", performs="Federal Public Service Justice", until=today + timedelta(days=60),
    )  # fmt: skip
    owed = list(aftermath_of(play.dossier).reparations)[-1]
    play.days_pass(73)
    assert "5050.00 EUR of it interest 50.00 EUR" in desk(play, COURT)
    assert "overdue" in desk(play, COURT)
    proof = next(iter(originals_of(play.entries).values())).digest
    told = {"of": owed, "currency": "EUR", "proof": proof, "reasons": "as ordered"}
    play.does(GOVERNMENT, "repair", "P1", amount="2050.00", text="a first transfer", **told)
    seen = text_of(play, COUNSEL, f"/defence/cases/{play.case}/aftermath")
    assert "Still to be paid today: 3000.00 EUR." in seen
    assert "it answered" in seen
    play.does(GOVERNMENT, "repair", "P1", amount="3000", text="the rest", **told)
    assert "EUR 5000.00 EUR 5000.00 EUR 5050.00 EUR 0.00 EUR" in desk(play, COURT)


def the_court_closes_it(play):
    barred = play.send(MINISTER, "close-breach", name_of(play), reasons="all is done")
    assert "is closed by a court" in barred
    play.does(COURT, "close-breach", name_of(play), reasons="It was given back, paid for, and nobody used it.")
    assert aftermath_of(play.dossier).breaches[name_of(play)].standing is Standing.CLOSED
    play.everybody_is_told()
    told = text_of(play, COUNSEL, f"/defence/cases/{play.case}/aftermath")
    assert "This is closed. You were told why." in told
    assert "It is all done." in told
