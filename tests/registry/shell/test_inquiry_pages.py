"""The allegation of the founding case, played through the pages: what it holds, who investigates, how it ends."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.inquiries import allegations_of
from tests.registry.shell.playing import Play, founding_request

pytestmark = pytest.mark.django_db(transaction=True)
PROSECUTOR, COURT, COUNSEL, MINISTER = Role.PROSECUTOR, Role.COURT, Role.COUNSEL, Role.CENTRAL_AUTHORITY
ALLEGED = "She is watched and harassed in Belgium; in the same proceedings her brother was tortured."
WAITS = "an allegation of repression or torture waits"
RUNS = "an allegation of repression or torture is being investigated"


@pytest.fixture
def play(live_server, visit, settings, monkeypatch) -> Play:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Play(live_server.url, visit, monkeypatch)


def test_the_allegation_of_the_founding_case_is_investigated_apart_from_the_request(play):
    play.register(founding_request())
    it_is_alleged_at_the_defence_door(play)
    what_was_asked_for_waits_and_whoever_tried_it_investigates_nothing(play)
    somebody_apart_takes_it_up_and_takes_every_step(play)
    two_people_conclude_it_and_she_challenges_that(play)


def it_is_alleged_at_the_defence_door(play):
    page = play.page(COUNSEL)
    page.goto(f"{play.url}/defence/cases/{play.case}/inquiries")
    page.locator("main a[href$='/send/allegation']").click()
    page.locator("[name=text]").fill(ALLEGED)
    page.locator("[name=methods][value='threat from a distance']").check()
    page.locator("button[value=check]").click()
    page.locator("main form[method=post] .do button").click()
    page.wait_for_url("**/receipts/*")


def what_was_asked_for_waits_and_whoever_tried_it_investigates_nothing(play):
    by = [WAITS, "points 15.1 and 17.4", "policy of this system"]
    play.is_barred(PROSECUTOR, "grant", "search", by=by, reasons="asked for by Kazakhstan")
    by = ["whoever decided, proposed or carried out what was requested leads no inquiry: grant"]
    play.is_barred(PROSECUTOR, "investigate-repression", "P1", by=by, drawn=False)
    play.another_sits(PROSECUTOR)


def somebody_apart_takes_it_up_and_takes_every_step(play):
    page = play.page(PROSECUTOR)
    page.goto(f"{play.url}/cases/{play.case}/inquiries")
    assert ALLEGED in page.locator("main").inner_text()
    page.get_by_role("link", name="Take it up").click()
    page.locator("main form[method=post] .buttons button").click()
    name = the_allegation(play).ident
    play.is_barred(MINISTER, "grant", "search", by=[RUNS], drawn=False, reasons="asked for by Kazakhstan")
    missing = ["The person is heard, or was asked and declined", "Evidence is secured"]
    told = {"outcome": "concluded", "grade": "none", "reasons": "nothing was found"}
    play.is_barred(PROSECUTOR, "conclude-inquiry", name, by=missing, drawn=False, **told)
    page.goto(f"{play.url}/cases/{play.case}/inquiries")
    page.get_by_role("link", name="Record a step").click()
    page.locator("[name=step]").select_option("hearing")
    page.locator("[name=text]").fill("She was heard with an interpreter.")
    page.locator("main form[method=post] .buttons button").click()
    assert "She was heard with an interpreter." in page.locator("main").inner_text()
    for step in ("evidence", "witnesses"):
        play.send(PROSECUTOR, "inquire", name, step=step, text="page 3 of the file")
    play.send(PROSECUTOR, "inquire", name, step="state-account", left_out="on", text="it would tell where she lives")


def two_people_conclude_it_and_she_challenges_that(play):
    name = the_allegation(play).ident
    reasons = "The photographs and three witnesses agree."
    play.does(PROSECUTOR, "conclude-inquiry", name, outcome="concluded", grade="substantial", reasons=reasons)
    assert play.agree(COURT) == ""
    page = play.page(COUNSEL)
    page.goto(f"{play.url}/defence/cases/{play.case}/inquiries")
    told = page.locator("main").inner_text()
    assert "Substantial grounds" in told
    assert reasons in told
    remedy = play.lodge("inquiry-closing", "Nobody heard her sister.")
    by = ["challenge to the end of an inquiry into an allegation"]
    play.is_barred(MINISTER, "grant", "search", by=by, drawn=False, reasons="asked for by Kazakhstan")
    play.decided(remedy, outcome="granted", text="Her sister is heard.")
    assert the_allegation(play).standing.is_open


def the_allegation(play):
    (only,) = allegations_of(play.dossier).values()
    return only
