"""Everything the screens can do, the API can: past days, what the file draws, what waits, the forms of acts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.filing import EVERY_ACT, REVIEW, STAFFING
from rogatory.office.perform import Barred
from rogatory.registry.api.forms.acts import form_of
from rogatory.registry.cases import door
from rogatory.registry.desk.urls import urlpatterns
from tests.registry.access.people import undone
from tests.registry.access.ways import on
from tests.registry.api import Program
from tests.registry.office import Registry, founding_file
from tests.registry.test_access_matrix import able

pytestmark = pytest.mark.django_db
SAME = {
    "my_work": ("GET /cases", "GET /mandates"),
    "cases": ("GET /cases",),
    "cases_table": ("GET /cases",),
    "register": ("POST /cases",),
    "case": ("GET /cases/{case}", "GET /cases/{case}/rulings"),
    "case_file": ("GET /cases/{case}", "GET /cases/{case}/relations"),
    "case_letter": ("GET /cases/{case}/letters/{letter}",),
    "case_letter_original": ("GET /cases/{case}/letters/{letter}/original",),
    "case_letter_page": ("GET /cases/{case}/letters/{letter}/pages/{part}/{page}",),
    "case_examination": ("GET /cases/{case}/questions",),
    "case_links": ("GET /cases/{case}/links",),
    "case_link": ("GET /cases/{case}/links",),
    "registers": ("GET /registers", "POST /registers/{ident}/acts/{act}"),
    "one_register": ("GET /registers/{ident}/journal", "POST /registers/{ident}/acts/{act}"),
    "case_acts": ("GET /cases/{case}/acts",),
    "case_act": ("GET /acts", "POST /cases/{case}/acts/{act}"),
    "case_why": ("GET /cases/{case}/rulings/{act}/{object}",),
    "case_limits": ("GET /cases/{case}/limits",),
    "case_inquiries": ("GET /cases/{case}/inquiries",),
    "case_source": (),  # the name of a protected source is opened by a person, and given to no program
    "case_aftermath": ("GET /cases/{case}/aftermath",),
    "case_breach": ("GET /cases/{case}/aftermath",),
    "case_notice": ("GET /cases/{case}/notice",),
    "case_protection": ("GET /cases/{case}/protection",),
    "case_journal": ("GET /cases/{case}/journal", "GET /cases/{case}/journal/{entry}/receipt"),
    "case_readings": ("GET /cases/{case}/readings",),
    "case_receipt": ("GET /cases/{case}/journal/{entry}/receipt",),
    "law_book": ("GET /law", "GET /law/{pack}"),
    "law_norm": ("GET /law/{pack}",),
    "administration": ("GET /office/accounts", "POST /office/acts/{act}"),
    "person": ("GET /office/accounts", "GET /office/mandates", "POST /office/acts/{act}"),
    "office_packs": ("GET /office/packs",),
    "office": ("GET /office",),
    "mail": ("GET /mail", "POST /mail"),
    "letter": ("GET /mail/{mail}", "POST /mail/{mail}/acts/{act}"),
    "letter_filed": ("POST /mail/{mail}/register", "POST /mail/{mail}/attach"),
    "letter_original": ("GET /mail/{mail}/original",),
    "letter_page": ("GET /mail/{mail}/original",),
}
"""What gives a program the same as each page of the desk."""


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


@pytest.fixture
def case(office: Registry) -> str:
    return office.register(founding_file())


def test_every_page_of_a_case_has_its_address_in_the_api(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    there = {f"{method.upper()} {path.removeprefix('/api/v1')}" for path, ways in paths.items() for method in ways}
    assert {p.name for p in urlpatterns} == {*SAME}, "say which route gives a program the same as the new page"  # type: ignore[union-attr]
    assert {route for routes in SAME.values() for route in routes} <= there


class TestPastDays:
    @pytest.mark.parametrize("page", ["", "/questions", "/acts", "/relations"])
    def test_before_the_office_had_the_case_there_is_none(self, office, case, page):
        yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
        assert Program.of(office, Role.COURT).get(f"/cases/{case}{page}", on=yesterday).status_code == 404

    def test_a_case_is_shown_as_it_stood_at_the_end_of_a_day(self, office):
        before = timezone.now() - timedelta(days=2)
        account = office.accounts[Role.CLERK]
        case = door.do(account, "register", "", form={"file": founding_file()}, at=before).case
        adds = {"persons": [{"id": "P9", "name": "E. F."}]}
        office.do(Role.CLERK, "enter", case, adds=adds)
        program = Program.of(office, Role.COURT)
        yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
        then, now = program.get(f"/cases/{case}", on=yesterday).json(), program.get(f"/cases/{case}").json()
        assert (then["on"], now["on"]) == (yesterday, timezone.localdate().isoformat())
        assert "P9" not in {p["id"] for p in then["file"]["persons"]}
        assert "P9" in {p["id"] for p in now["file"]["persons"]}
        assert then["head"] < now["head"], "what was looked at is past: acting on it is acting on something stale"

    def test_who_reads_today_decides_what_is_seen_of_a_past_day(self, office):
        before = timezone.now() - timedelta(days=2)
        case = door.do(office.accounts[Role.CLERK], "register", "", form={"file": founding_file()}, at=before).case
        office.mandate(Role.LIAISON, case)
        yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
        told = Program.of(office, Role.LIAISON).get(f"/cases/{case}", on=yesterday).json()
        assert (told["sight"], told["file"].get("persons"), told["decisions"]) == ("status", None, {})


class TestWhatIsShown:
    def test_what_the_page_of_the_file_draws(self, office, case):
        told = Program.of(office, Role.COURT).get(f"/cases/{case}/relations").json()
        assert {"id": "P1", "kind": "person"}.items() <= next(t for t in told["things"] if t["id"] == "P1").items()
        assert {"from": "P1", "to": "search", "what": "touches", "says": "", "source": ""} in told["relations"]
        (between,) = [r for r in told["relations"] if r["what"] == "relation"]
        assert {between["from"], between["to"]} == {"P1", "P2"}
        assert between["source"]

    def test_what_is_to_be_done_now_and_what_was_decided(self, office, case):
        program = Program.of(office, Role.COURT)
        assert program.get(f"/cases/{case}").json()["decisions"] == {}
        office.do(Role.COURT, "refuse", case, "search", reasons="a refugee from that state")
        told = program.get(f"/cases/{case}").json()
        assert (told["decisions"], told["closed"]) == ({"search": "refuse"}, False)
        assert told["next"] == "wait", "it is decided, and what follows is for others"

    def test_what_waits_for_me(self, office, case):
        other = office.register()
        program = Program.of(office, Role.CLERK)
        office.do(Role.CLERK, "lodge-remedy", case, "P1", text="appeal")
        told = {"departs-from": "grant", "ruling": "0" * 64, "reasons": "to be discussed"}
        office.do(Role.COURT, "depart", other, **told)
        office.do(Role.CENTRAL_AUTHORITY, "close", other, reasons="withdrawn")
        found = {name: [c["case"] for c in program.get("/cases", None, **{name: "true"}).json()["cases"]]
                 for name in ("remedies", "waiting", "open")}  # fmt: skip
        assert found == {"remedies": [case], "waiting": [], "open": [case]}

    def test_what_is_not_its_turn_is_barred_with_the_reason(self, office, case):
        office.do(Role.CENTRAL_AUTHORITY, "close", case, reasons="withdrawn")
        found = {a["act"]: a for a in Program.of(office, Role.CENTRAL_AUTHORITY).get(f"/cases/{case}/acts").json()}
        assert "reopening the case" in [o["lifts"] for o in found["ask-completion"]["obstacles"]]
        assert not found["reopen"]["barred"]
        assert not found["protect"]["barred"]


FORMS_OF_THEIR_OWN = ("read", "confirm", "confirm-link", "dismiss-link", "refer-remedy", "erase", "suspend-limit",
                      "extend-limit", "inquire", "conclude-inquiry", "decide-disclosure",
                      "demand-return", "close-breach", "order-reparation")  # fmt: skip
"""Filled in for something this case has not, or in one of two ways; the forms of links are tried in test_desk_links.py,
those of a question to another court, of time limits, inquiries and breaches in tests/office, that of erasing in
test_erasing.py."""
IN_A_STATE = {
    **dict.fromkeys(("register-remedy", "decide-remedy", "withdraw-remedy"), "remedy"),
    **dict.fromkeys(("lift-stay", "end-undertaking", "end-secrecy", "cancel-hearing", "record-hearing"), "held"),
    **{"accept-mandate": "held", "reopen": "closed", "refuse": "refused"},
}
"""States in which there is what an act is done to; the others are tried once the request is granted."""


class TestForms:
    def test_the_table_holds_every_act(self, office):
        told = Program.of(office, Role.AUDITOR).get("/acts").json()
        assert [a["act"] for a in told] == [*EVERY_ACT, *STAFFING, *REVIEW]
        transmit = next(a for a in told if a["act"] == "transmit")
        assert (transmit["of"], transmit["reversible"], transmit["second_person"]) == (
            "package",
            False,
            ["central authority"],
        )

    @pytest.mark.parametrize("state", ["granted", "remedy", "held", "closed", "refused"], indirect=True)
    def test_what_is_required_is_required_and_nothing_else(self, everybody, standings, state):
        acts = {**EVERY_ACT, **STAFFING}
        with standings.standing(state):
            for name in (a for a in acts if IN_A_STATE.get(a, "granted") == state and a not in FORMS_OF_THEIR_OWN):
                parts, filled = form_of(acts[name]), everybody.form(name)
                required = {p.name for p in parts if p.required}
                assert required <= set(filled) <= {p.name for p in parts}, name
                for left_out in sorted(required):
                    rest = {k: v for k, v in filled.items() if k != left_out}
                    assert self.refused(everybody, name, rest), (name, left_out)
                # Where the ruling leaves a choice, reasons are needed beside what the form always asks for.
                enough = {k: v for k, v in filled.items() if k in {*required, "reasons"}}
                assert not self.refused(everybody, name, enough), name

    def refused(self, everybody, act, form):
        """Whether the form is what stands in the way."""
        case = "" if act == "register" or act in STAFFING else everybody.case
        with undone():
            try:
                told = door.do(everybody.accounts[able(act)], act, case, on(everybody, act), form, seen=everybody.head)
            except FormError:
                return True
            found = {o.hurdle.value for o in told.result.obstacles} if isinstance(told.result, Barred) else set()
            return "reasons" in found
