"""The surveillance of the founding case, played through the pages: reported, kept apart, answered."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.protected import incidents_of
from rogatory.registry.demo_protection import INCIDENTS
from tests.registry.shell.playing import Play, founding_request

pytestmark = pytest.mark.django_db(transaction=True)
COUNSEL, COURT, MINISTER, PROSECUTOR = Role.COUNSEL, Role.COURT, Role.CENTRAL_AUTHORITY, Role.PROSECUTOR


@pytest.fixture
def play(live_server, visit, settings, monkeypatch) -> Play:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Play(live_server.url, visit, monkeypatch)


def test_surveillance_is_reported_at_the_defence_door_and_answered_by_whoever_was_let_in(play):
    play.register(founding_request())
    spied = INCIDENTS[0]
    page = play.page(COUNSEL)
    page.goto(f"{play.url}/defence/cases/{play.case}/protection")
    page.locator("main a[href$='/send/incident']").click()
    page.locator("[name=kind]").select_option("surveillance")
    for name in ("since", "until", "place", "state", "text"):
        page.locator(f"[name={name}]").fill(spied[name])
    page.locator("button[value=check]").click()
    page.locator("main form[method=post] .do button").click()
    page.wait_for_url("**/receipts/*")
    it_is_read_by_nobody_and_answered_once_somebody_is_let_in(play)


def it_is_read_by_nobody_and_answered_once_somebody_is_let_in(play):
    (name,), page = incidents_of(play.dossier), play.page(COUNSEL)
    desk = play.page(MINISTER)
    desk.goto(f"{play.url}/cases/{play.case}/protection")
    assert "Three men spied" not in desk.locator("main").inner_text()
    answer = {"step": "answer", "of": name, "to": "inquiry", "text": "The judgment of 2019 is asked for."}
    play.is_barred(MINISTER, "protect", "P1", by=["nobody answers what they have not read"], drawn=False, **answer)
    mandate = {"account": play.office.accounts[MINISTER], "role": MINISTER.value, "since": "2026-01-01",
               "compartments": ["protection"]}  # fmt: skip
    play.office.do(COURT, "give-mandate", play.case, mandate=mandate)
    desk.goto(f"{play.url}/cases/{play.case}/protection")
    assert "Three men spied" in desk.locator("main").inner_text()
    desk.get_by_role("link", name="Say what was done about it").click()
    assert desk.locator("main form [name=until]").count() == 0
    desk.locator("[name=to]").select_option("inquiry")
    desk.locator("[name=text]").fill(answer["text"])
    desk.locator("[name=alleges]").fill("Men were sent to watch her.")
    desk.locator("main form[method=post] .buttons button").click()
    page.goto(f"{play.url}/defence/cases/{play.case}/protection")
    assert answer["text"] in page.locator("main").inner_text()
    the_inquiry_reads_what_it_was_told_and_no_more(play, answer["text"])


def the_inquiry_reads_what_it_was_told_and_no_more(play, answer):
    outside = play.page(PROSECUTOR)
    outside.goto(f"{play.url}/cases/{play.case}/inquiries")
    told = outside.locator("main").inner_text()
    assert "Men were sent to watch her." in told
    assert answer not in told
