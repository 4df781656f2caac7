"""The compartment of protection as it is seen: at the defence door, on the desk, by auditors and by programs."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.protected import incidents_of
from rogatory.registry.defence.wording import LANGUAGES, table
from tests.registry.api import Program
from tests.registry.doors import signed_in

SEEN = "a grey car waits before her door"
ADDRESS = "care of the green house"
CA, PROSECUTOR = Role.CENTRAL_AUTHORITY, Role.PROSECUTOR
TOLD = {"kind": "surveillance", "since": "2026-01-02", "text": SEEN, "state": "DE", "for-request": "yes"}


@pytest.fixture
def guarded(door):
    """An incident the person reported in her own steps, and an address; nobody is let in yet."""
    door.send(Role.PERSON_CONCERNED, "incident", **TOLD)
    door.do(PROSECUTOR, "protect", "P1", step="address", text=ADDRESS)
    return door


def let_in(door) -> None:
    mandate = {"account": door.office.accounts[CA], "role": CA.value, "since": "2026-01-01",
               "compartments": ["protection"]}  # fmt: skip
    door.do(Role.COURT, "give-mandate", mandate=mandate)


def page_of(door, role: Role, where: str = "/protection") -> str:
    return signed_in(door.office.accounts[role]).get(f"/cases/{door.case}{where}").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_sees_what_was_done_about_it_in_her_language(guarded, language):
    guarded.client(Role.PERSON_CONCERNED).post("/defence/language", {"language": language})
    page = guarded.get(Role.PERSON_CONCERNED, "/protection")
    words = table(language)
    for told in (SEEN, ADDRESS, words["pressure.surveillance"], words["guard.waits"]):
        assert told.replace("'", "&#x27;") in page


def test_whoever_is_not_let_in_learns_that_something_is_there(guarded):
    page = page_of(guarded, CA)
    assert "Something stands in this compartment" in page
    assert (
        "Something waits in the compartment of protection"
        in signed_in(guarded.office.accounts[CA]).get("/").content.decode()
    )
    for where in ("/protection", "/journal", "/file", "/acts", "", "/limits", "/readings"):
        text = page_of(guarded, CA, where)
        assert SEEN not in text
        assert ADDRESS not in text


def test_whoever_is_let_in_sees_it_side_by_side_and_answers_it_on_its_page(guarded):
    let_in(guarded)
    page = page_of(guarded, CA)
    assert all(told in page for told in (SEEN, ADDRESS, "Side by side", "said to serve this request"))
    (name,) = incidents_of(fold(guarded.entries))
    client = signed_in(guarded.office.accounts[CA])
    told = {"object": "P1", "step": "answer", "of": name, "to": "police", "text": "file 3 of the police"}
    assert client.post(f"/cases/{guarded.case}/acts/protect", told).status_code == 302
    assert "file 3 of the police" in guarded.get(Role.COUNSEL, "/protection")


def test_a_third_party_reports_at_its_own_door_and_reads_what_it_filed_alone(guarded):
    told = {"kind": "threats", "since": "2026-02-01", "text": "Her sister was called at night."}
    guarded.send(Role.INTERVENER, "incident", **told)
    page = guarded.get(Role.INTERVENER)
    assert told["text"] in page
    assert SEEN not in page
    guarded.get(Role.INTERVENER, "/protection", status=404)
    assert "Her sister" in guarded.get(Role.COUNSEL, "/protection")


def test_an_auditor_learns_that_something_is_there_and_no_search_finds_more(guarded):
    client = signed_in(guarded.office.accounts[Role.AUDITOR])
    page = client.get("/oversight/").content.decode()
    assert "something in the compartment of protection" in page.lower()
    for told in ("incident reported", "protection arranged", 'value="report-incident"', 'value="protect"'):
        assert told not in page, told
    for search in ("act=report-incident", "role=person concerned"):
        assert "in the compartment of protection" not in client.get(f"/oversight/?{search}").content.decode()


def test_programs_see_the_same(guarded):
    closed = Program.of(guarded.office, CA).get(f"/cases/{guarded.case}/protection").json()
    assert closed == {"persons": [], "pattern": [], "closed": True}
    own = Program.of(guarded.office, Role.COUNSEL).get(f"/cases/{guarded.case}/protection").json()
    ((one,),) = (p["incidents"] for p in own["persons"])
    assert (one["method"], one["grade"], one["for_request"]) == ("threat from a distance", "alleged", True)
    assert own["pattern"][0]["states"] == ["DE"]
