"""The registers by the API: who keeps, asks and sees what, and what is told to whoever may not."""

from typing import Any

import pytest

from rogatory.client import Client, Refused
from rogatory.law.acts import Role
from rogatory.people.mandates import stream_of
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import journal
from rogatory.registry.registers import door
from rogatory.registry.registers.models import HeldEntry
from tests.registry.api import Program, token_of
from tests.registry.keeping import bring, granted, keeping, letter
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db

HERS = {"id": "P1", "name": "Gulnara Seitkazyeva", "identity": {"born": ["1975-05-03"], "nationalities": ["KZ"]}}
OURS = """
id: protection
kind: protection
title: Protection granted in Belgium
custodian: Asylum authority
as_of: 2026-01-01
entries:
  - id: D-1
    title: Refugee status
    form: refugee
    status: granted
    on: 2014-06-02
    state: BE
    against: [KZ]
    persons:
      - id: P
        role: protected
        names: [Гүлнара Сейтқазыева]
        born: [1975-05-03]
        nationalities: [KZ]
    source: decision of 2 June 2014
"""
STRANGERS = (Role.PROSECUTOR, Role.COURT, Role.CLERK, Role.AUDITOR, Role.ADMINISTRATOR, Role.LIAISON, Role.COUNSEL)


@pytest.fixture
def office() -> Registry:
    return keeping()


@pytest.fixture
def case(office) -> str:
    number: str = office.register(letter())
    for role in (Role.LIAISON, Role.COUNSEL):
        office.mandate(role, number)
    return number


def asked(office, role, case, **more) -> Any:
    body = {"case": case, "purpose": "before assistance is granted", "persons": [HERS], **more}
    return Program.of(office, role).post("/registers/protection/queries", body)


def kept(office, role, act, document="", register="protection", **more) -> Any:
    body = {"form": {"source": "the authority"}, "document": document, **more}
    return Program.of(office, role).post(f"/registers/{register}/acts/{act}", body)


class TestTheList:
    @pytest.mark.parametrize("role", list(Role))
    def test_is_the_same_for_everybody_but_who_keeps_what(self, office, role):
        (told,) = Program.of(office, role).get("/registers").json()
        assert (told["id"], told["kind"], told["title"]) == (
            "protection",
            "protection",
            "Protection granted in Belgium",
        )
        assert told["keeps"] is (role is Role.CUSTODIAN)

    def test_tells_the_day_of_the_last_change(self, office):
        assert Program.of(office, Role.CLERK).get("/registers").json()[0]["as_of"] == ""
        bring(office, granted())
        assert Program.of(office, Role.CLERK).get("/registers").json()[0]["as_of"] > "2026-"


class TestKeeping:
    def test_the_custodian_brings_a_file_in(self, office):
        answer = kept(office, Role.CUSTODIAN, "import-entries", OURS)
        assert (answer.status_code, answer.json()["count"], answer.json()["left_out"]) == (200, 1, [])
        assert journal.entries_of(stream_of("protection"))[-1].seq == answer.json()["entry"]

    @pytest.mark.parametrize("role", STRANGERS)
    def test_nobody_else_does_and_the_file_is_not_even_read(self, office, role):
        answer = kept(office, role, "import-entries", "}{ this is no file")
        assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/role")
        assert [o["hurdle"] for o in answer.json()["obstacles"]] == ["role"]
        assert journal.entries_of(stream_of("protection"))[-1].act == "attempt-barred"
        assert not HeldEntry.objects.exists()

    def test_a_file_with_faults_is_refused_with_each_of_them(self, office):
        answer = kept(office, Role.CUSTODIAN, "import-entries", OURS.replace("role: protected", "role: dragon"))
        assert answer.status_code == 422
        (fault,) = answer.json()["faults"]
        assert "role" in fault["field"]
        assert "dragon" in fault["problem"]
        assert fault["mend"]

    @pytest.mark.parametrize(
        ("format_", "document", "field"),
        [("register", "", "entries"), ("dragon", "x", "format"), ("table", "a,b\n1,2\n", "mapping")],
    )
    def test_what_cannot_be_taken_names_the_part(self, office, format_, document, field):
        answer = kept(office, Role.CUSTODIAN, "import-entries", document, format=format_)
        assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, field)

    def test_a_file_of_another_register_is_refused(self, office):
        answer = kept(office, Role.CUSTODIAN, "import-entries", OURS.replace("id: protection", "id: another", 1))
        assert answer.status_code == 422
        assert not HeldEntry.objects.exists()

    @pytest.mark.parametrize("size", [2_000_001, 5_000_000])
    def test_a_file_that_is_too_large_is_sent_to_the_command_line_or_not_read(self, office, size, settings):
        settings.MOST_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000, 4_000_000
        answer = kept(office, Role.CUSTODIAN, "import-entries", "#" * size)
        assert answer.status_code in (400, 413)
        assert answer["Content-Type"] == "application/problem+json"

    def test_one_entry_is_put_and_ended_with_reasons(self, office):
        assert kept(office, Role.CUSTODIAN, "put-entry", OURS).json()["count"] == 1
        told = kept(office, Role.CUSTODIAN, "end-entry", form={"entry": "D-1"})
        assert (told.status_code, told.json()["obstacles"][0]["hurdle"]) == (409, "reasons")
        told = kept(office, Role.CUSTODIAN, "end-entry", form={"entry": "D-1", "reasons": "a double"})
        assert told.status_code == 200
        assert not HeldEntry.objects.filter(ended=None).exists()
        again = kept(office, Role.CUSTODIAN, "end-entry", form={"entry": "D-1", "reasons": "a double"})
        assert again.status_code == 404

    def test_an_administrator_opens_a_register_and_nobody_else(self, office):
        form = {"kind": "notices", "title": "Notices"}
        for role in (*(role for role in Role if role is not Role.ADMINISTRATOR), Role.ADMINISTRATOR):
            answer = kept(office, role, "open-register", register="notices", form=form)
            assert answer.status_code == (201 if role is Role.ADMINISTRATOR else 403), role
        assert [r.id for r in door.registers()] == ["notices", "protection"]
        assert [e.act for e in journal.entries_of(stream_of("notices"))] == ["open-register"]
        assert kept(office, Role.ADMINISTRATOR, "open-register", register="notices", form=form).status_code == 404

    @pytest.mark.parametrize("form", [{"kind": "dragons", "title": "x"}, {"kind": "notices"}, {}])
    def test_a_register_is_of_a_known_kind_and_has_a_title(self, office, form):
        answer = kept(office, Role.ADMINISTRATOR, "open-register", register="other", form=form)
        assert answer.status_code == 422
        assert answer.json()["faults"][0]["mend"]

    def test_what_is_no_act_on_a_register_and_what_is_no_register(self, office):
        assert kept(office, Role.CUSTODIAN, "grant").status_code == 404
        assert kept(office, Role.CUSTODIAN, "query-register").status_code == 404
        assert kept(office, Role.CUSTODIAN, "import-entries", OURS, register="nothing").status_code == 404


class TestAsking:
    def test_a_prosecutor_with_the_compartment_is_told_what_and_one_without_to_consult(self, office, case):
        bring(office, granted())
        told = asked(office, Role.PROSECUTOR, case).json()
        assert (told["word"], told["links"]) == ("consult", [])
        office.mandate(Role.PROSECUTOR, case, compartments=["asylum"])
        told = asked(office, Role.PROSECUTOR, case).json()
        assert (told["word"], [link["entry"] for link in told["links"]]) == ("consult", ["D-1"])

    def test_nothing_to_add_is_told_in_the_same_form(self, office, case):
        told = asked(office, Role.PROSECUTOR, case).json()
        assert (told["word"], told["links"]) == ("nothing to add", [])

    @pytest.mark.parametrize("role", [Role.LIAISON, Role.COUNSEL, Role.ADMINISTRATOR, Role.CUSTODIAN, Role.AUDITOR])
    def test_who_may_not_ask_is_told_nothing_of_the_register_or_the_case(self, office, case, role):
        bring(office, granted())
        there, elsewhere = asked(office, role, case), asked(office, role, "2026-999999")
        assert there.status_code == elsewhere.status_code == 403
        same = [{**answer.json(), "entry": 0} for answer in (there, elsewhere)]
        assert same[0] == same[1]
        assert "D-1" not in there.content.decode()

    def test_too_many_queries_are_barred_with_who_may_be_asked_instead(self, office, case):
        for _ in range(24):
            assert asked(office, Role.PROSECUTOR, case).status_code == 200
        answer = asked(office, Role.PROSECUTOR, case)
        (obstacle,) = answer.json()["obstacles"]
        assert (answer.status_code, obstacle["hurdle"]) == (409, "limit")
        assert "custodian" in obstacle["lifts"]
        assert answer.json()["entry"] == journal.entries_of(stream_of("protection"))[-1].seq

    @pytest.mark.parametrize("more", [{"purpose": " "}, {"persons": []}, {"persons": [{"id": "P1"}]}])
    def test_a_query_without_purpose_or_name_is_refused(self, office, case, more):
        answer = asked(office, Role.PROSECUTOR, case, **more)
        assert answer.status_code == 422
        assert answer.json()["faults"]

    def test_a_register_that_is_not_there(self, office, case):
        body = {"case": case, "purpose": "x", "persons": [HERS]}
        assert Program.of(office, Role.PROSECUTOR).post("/registers/nothing/queries", body).status_code == 404


class TestTheJournal:
    def told(self, office, role) -> Any:
        return Program.of(office, role).get("/registers/protection/journal")

    def test_the_custodian_sees_who_asked_what_and_an_auditor_no_names(self, office, case):
        asked(office, Role.PROSECUTOR, case)
        mine = self.told(office, Role.CUSTODIAN).json()
        assert [e["act"] for e in mine] == ["open-register", "query-register"]
        assert mine[-1]["fields"]["names"] == ["Gulnara Seitkazyeva"]
        theirs = self.told(office, Role.AUDITOR)
        assert [e["act"] for e in theirs.json()] == ["open-register", "query-register"]
        assert "Seitkazyeva" not in theirs.content.decode()
        assert theirs.json()[-1]["fields"]["case"] == case

    @pytest.mark.parametrize("role", [r for r in STRANGERS if r is not Role.AUDITOR])
    def test_nobody_else_sees_that_anything_was_asked(self, office, role):
        assert self.told(office, role).status_code == 404


class TestTheLinksOfACase:
    @pytest.fixture
    def screened(self, office, case) -> Any:
        bring(office, granted())
        assert Program.of(office, Role.CENTRAL_AUTHORITY).act(case, "screen").status_code == 200
        return case

    def told(self, office, role, case) -> Any:
        return Program.of(office, role).get(f"/cases/{case}/links")

    @pytest.mark.parametrize("role", [Role.CLERK, Role.PROSECUTOR, Role.COURT, Role.CENTRAL_AUTHORITY, Role.AUDITOR])
    def test_whoever_sees_the_file_sees_that_one_waits_and_no_words(self, office, screened, role):
        (link,) = self.told(office, role, screened).json()
        assert (link["state"], link["band"], link["bars"], link["words"]) == ("open", "must be examined", True, None)

    def test_whom_the_compartment_is_open_to_reads_them(self, office, screened):
        office.mandate(Role.PROSECUTOR, screened, compartments=["asylum"])
        (link,) = self.told(office, Role.PROSECUTOR, screened).json()
        assert link["words"]["entry"] == "D-1"

    def test_counsel_of_that_person_sees_that_one_waits_and_the_liaison_none(self, office, screened):
        (link,) = self.told(office, Role.COUNSEL, screened).json()
        assert (link["bars"], link["words"]) == (True, None)
        assert self.told(office, Role.LIAISON, screened).json() == []

    @pytest.mark.parametrize("role", [Role.CUSTODIAN, Role.ADMINISTRATOR, Role.STANDING_QUERY])
    def test_who_reads_no_case_gets_none(self, office, screened, role):
        assert self.told(office, role, screened).status_code == 404

    def test_decided_on_what_was_seen(self, office, screened):
        office.mandate(Role.CENTRAL_AUTHORITY, screened, compartments=["asylum"])
        program = Program.of(office, Role.CENTRAL_AUTHORITY)
        (link,) = program.get(f"/cases/{screened}/links").json()
        form = {"digest": link["words"]["digest"], "takes": [], "reasons": "it must be asked"}
        old = program.act(screened, "confirm-link", link["link"], if_match='"1"', **form)
        assert (old.status_code, old.json()["type"]) == (412, "/api/v1/problems/stale")
        etag = program.get(f"/cases/{screened}")["ETag"]
        assert program.act(screened, "confirm-link", link["link"], if_match=etag, **form).status_code == 200
        (link,) = program.get(f"/cases/{screened}/links").json()
        assert (link["state"], link["bars"]) == ("confirmed", False)


class TestScopes:
    @pytest.mark.parametrize(
        ("method", "path", "opens"),
        [
            ("get", "/registers", {Scope.READ}),
            ("get", "/registers/protection/journal", {Scope.READ}),
            ("get", "/cases/{case}/links", {Scope.READ}),
            ("post", "/registers/protection/queries", {Scope.ACT}),
            ("post", "/registers/protection/acts/put-entry", {Scope.ACT, Scope.ADMIN}),
        ],
    )
    @pytest.mark.parametrize("scope", list(Scope))
    def test_each_route_opens_to_its_scopes_alone(self, office, case, method, path, opens, scope):
        program = Program.of(office, Role.CLERK, scope)
        path = path.format(case=case)
        answer = program.get(path) if method == "get" else program.post(path, {"case": case, "purpose": "x"})
        refused = answer.status_code == 403 and answer.json()["type"].endswith("/scope")
        assert refused is (scope not in opens)


@pytest.mark.django_db(transaction=True)
def test_the_client_keeps_a_register_asks_it_and_reads_links(live_server):
    office = keeping()
    clerk, custodian, prosecutor, central = (
        Client(live_server.url, token_of(office.accounts[role]))
        for role in (Role.CLERK, Role.CUSTODIAN, Role.PROSECUTOR, Role.CENTRAL_AUTHORITY)
    )
    case = clerk.register(letter())["case"]
    assert [r["id"] for r in clerk.registers()] == ["protection"]
    assert custodian.keep("protection", "import-entries", OURS, source="the authority")["count"] == 1
    assert prosecutor.ask("protection", case, "before a grant", [HERS])["word"] == "consult"
    assert central.links(case) == []
    central.act(case, "screen")
    assert [link["bars"] for link in central.links(case)] == [True]
    with pytest.raises(Refused) as refused:
        prosecutor.keep("protection", "import-entries", OURS, source="mine")
    assert (refused.value.kind, [o["hurdle"] for o in refused.value.obstacles]) == ("role", ["role"])
