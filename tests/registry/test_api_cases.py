"""The API on cases: what is shown to whom, and what acting answers."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rogatory.journal import tree
from rogatory.journal.leaf import parse
from rogatory.law.acts import Role
from rogatory.registry.cases import journal
from rogatory.registry.ledger.models import Entry
from tests.registry.api import Program
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


@pytest.fixture
def case(office):
    return office.register(founding_file())


def two_persons():
    file = founding_file()
    file["measures"].append({"id": "bank", "type": "search", "text": "His accounts", "persons": ["P2"]})
    file["findings"].append(
        {"question": "person.practises_law", "about": "P2", "answer": "no", "source": "a register of the bar"}
    )
    return file


class TestOneCase:
    def test_a_prosecutor_sees_the_whole_file(self, office, case):
        answer = Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}")
        told = answer.json()
        assert (answer.status_code, told["sight"]) == (200, "file")
        assert [p["id"] for p in told["file"]["persons"]] == ["P1", "P2"]
        assert told["banner"]
        assert answer["ETag"] == f'"{told["head"]}"'

    def test_the_reading_is_recorded(self, office, case):
        Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/rulings")
        last = journal.entries_of(case)[-1]
        assert (last.act, last.actor) == ("read", office.accounts[Role.PROSECUTOR])

    def test_what_has_not_changed_is_not_sent_again(self, office, case):
        program = Program.of(office, Role.AUDITOR)
        etag = program.get(f"/cases/{case}")["ETag"]
        again = program.get(f"/cases/{case}", headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")

    def test_the_source_of_what_an_asylum_file_says_is_shown_only_to_whom_it_was_opened(self, office, case):
        def sources(role):
            found = Program.of(office, role).get(f"/cases/{case}").json()["file"]["findings"]
            return [f.get("source") for f in found if "refugee" in f["question"]]

        assert set(sources(Role.PROSECUTOR)) == {None}
        office.mandate(Role.PROSECUTOR, case, compartments=["asylum"])
        assert all(sources(Role.PROSECUTOR))

    @pytest.mark.parametrize("page", ["", "/rulings", "/questions", "/acts", "/journal", "/mandates"])
    def test_a_stranger_learns_nothing(self, office, case, page):
        for role in (Role.COUNSEL, Role.ADMINISTRATOR):
            program = Program.of(office, role)
            known, unknown = program.get(f"/cases/{case}{page}"), program.get(f"/cases/2026-999999{page}")
            assert (known.status_code, known.content) == (404, unknown.content)
            assert known["Content-Type"] == "application/problem+json"


class TestWhatIsShownToWhom:
    def test_counsel_sees_nothing_of_another_person(self, office):
        case = office.register(two_persons())
        office.mandate(Role.COUNSEL, case, person="P2")
        program = Program.of(office, Role.COUNSEL)
        told = program.get(f"/cases/{case}").json()
        assert [p["id"] for p in told["file"]["persons"]] == ["P2"]
        assert [m["id"] for m in told["file"]["measures"]] == ["bank"]
        assert {f.get("about", "") for f in told["file"]["findings"]} <= {"", "P2", "bank", "seized-material"}
        assert {r["object"] for r in program.get(f"/cases/{case}/rulings").json()["rulings"]}.isdisjoint(
            {"search", "interview"}
        )
        assert program.get(f"/cases/{case}/rulings/grant/search").status_code == 404
        whole = program.get(f"/cases/{case}/rulings/grant/bank").json()
        assert not whole["reasons_shown"]
        for page in ("", "/rulings", "/questions", "/acts", "/journal", "/mandates"):
            assert "B.J." not in program.get(f"/cases/{case}{page}").content.decode()

    def test_counsel_of_the_only_person_sees_the_reasons(self, office):
        case = office.register()
        office.mandate(Role.COUNSEL, case)
        told = Program.of(office, Role.COUNSEL).get(f"/cases/{case}/rulings/grant/interview").json()
        assert told["reasons_shown"]
        assert "because" in told["ruling"]["norms"][0]

    def test_counsel_sees_who_read_the_file(self, office):
        case = office.register()
        office.mandate(Role.COUNSEL, case)
        Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}")
        told = Program.of(office, Role.COUNSEL).get(f"/cases/{case}/readings").json()
        assert ("prosecutor", "file", False) in [(r["role"], r["portion"], r["barred"]) for r in told]
        journal = Program.of(office, Role.COUNSEL).get(f"/cases/{case}/journal")
        assert office.accounts[Role.PROSECUTOR] not in journal.content.decode()

    def test_a_reviewer_sees_the_material_and_not_the_investigation(self, office, case):
        told = Program.of(office, Role.REVIEWER).get(f"/cases/{case}").json()
        assert told["sight"] == "material"
        assert {"persons", "measures", "events", "title"}.isdisjoint(told["file"])
        assert "summary" not in told["file"]["request"]

    def test_the_requesting_state_sees_where_the_request_stands(self, office, case):
        office.mandate(Role.LIAISON, case)
        program = Program.of(office, Role.LIAISON)
        told = program.get(f"/cases/{case}").json()
        assert set(told["file"]) == {"id", "request"}
        assert program.get(f"/cases/{case}/rulings").json()["rulings"] == []
        assert program.get(f"/cases/{case}/questions").json() == []
        entries = program.get(f"/cases/{case}/journal").json()["entries"]
        assert [(e["act"], e["actor"], e["reasons"]) for e in entries] == [("register", None, None)]
        assert program.get(f"/cases/{case}/journal/{entries[0]['entry']}/receipt").status_code == 404

    def test_in_the_list_too(self, office, case):
        office.mandate(Role.LIAISON, case)
        (row,) = Program.of(office, Role.LIAISON).get("/cases").json()["cases"]
        assert (row["case"], row["title"], row["persons"], row["grant"]) == (case, None, None, None)
        assert Program.of(office, Role.LIAISON).get("/cases", q="B.J.").json()["cases"] == []
        assert Program.of(office, Role.LIAISON).get("/cases", grant="forbidden").json()["cases"] == []


class TestRulings:
    def test_a_ruling_is_the_engine_s_own(self, office, case):
        told = Program.of(office, Role.COURT).get(f"/cases/{case}/rulings/execute/search").json()
        assert told["ruling"]["verdict"] == "forbidden"
        assert told["ruling"]["act"] == "execute"
        assert told["sentence"]

    def test_judged_as_the_office_knew_it_on_a_day(self, office, case):
        program = Program.of(office, Role.COURT)
        today = timezone.localdate()
        yesterday = (today - timedelta(days=1)).isoformat()
        assert program.get(f"/cases/{case}/rulings", known_on=yesterday).status_code == 404
        then = program.get(f"/cases/{case}/rulings", at="2019-06-01", known_on=today.isoformat()).json()
        assert (then["at"], then["known_on"]) == ("2019-06-01", today.isoformat())

    @pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31", "soon"])
    def test_a_day_nobody_judges_at(self, office, case, at):
        assert Program.of(office, Role.COURT).get(f"/cases/{case}/rulings", at=at).status_code == 422

    def test_the_questions_can_be_answered_as_they_are_told(self, office):
        case = office.register()
        program = Program.of(office, Role.PROSECUTOR)
        first = program.get(f"/cases/{case}/questions").json()[0]
        answer = first["settles"][0]["answer"] if first["settles"] else "unknown"
        parts = {k: first[k] for k in ("question", "against", "about") if first[k]}
        done = program.act(case, "find", **parts, answer=answer, source="the file")
        assert done.status_code == 200, done.content

    def test_what_may_be_done_and_what_is_barred(self, office, case):
        found = {
            (a["act"], a["object"]): a for a in Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/acts").json()
        }
        assert found["execute", "search"]["barred"]
        assert all(o["source"] for o in found["execute", "search"]["obstacles"])
        assert not found["refuse", "search"]["barred"]
        assert [n["hurdle"] for n in found["refuse", "search"]["needs"]] == ["reasons"]
        assert not any(act == "decide-remedy" for act, _ in found)


class TestActing:
    def test_a_request_is_registered(self, office):
        answer = Program.of(office, Role.CLERK).post("/cases", {"file": founding_file()})
        assert answer.status_code == 201
        assert answer["Location"] == f"/api/v1/cases/{answer.json()['case']}"
        assert Program.of(office, Role.CLERK).get(f"/cases/{answer.json()['case']}").status_code == 200

    def test_what_the_law_forbids_is_answered_with_every_obstacle(self, office, case):
        answer = Program.of(office, Role.PROSECUTOR).act(case, "grant", "search", reasons="asked")
        told = answer.json()
        assert (answer.status_code, told["type"]) == (409, "/api/v1/problems/barred")
        assert all(o["source"] and o["text"] for o in told["obstacles"])
        assert journal.entries_of(case)[-1].seq == told["entry"]

    def test_another_role_may_not(self, office, case):
        answer = Program.of(office, Role.AUDITOR).act(case, "refuse", "search", reasons="no")
        assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/role")

    def test_a_form_that_cannot_be_taken_says_where(self, office, case):
        answer = Program.of(office, Role.PROSECUTOR).act(case, "find", question="person.practises_law", answer="yes")
        assert answer.status_code == 422
        (fault,) = answer.json()["faults"]
        assert (fault["field"], bool(fault["mend"])) == ("source", True)

    def test_what_was_judged_on_an_older_state_of_the_case_is_stale(self, office, case):
        program = Program.of(office, Role.PROSECUTOR)
        etag = program.get(f"/cases/{case}")["ETag"]
        first = program.act(case, "refuse", "search", if_match=etag, reasons="a refugee from that state")
        assert first.status_code == 200
        second = program.act(case, "refuse", "interview", if_match=etag, reasons="a refugee from that state")
        assert (second.status_code, second.json()["type"]) == (412, "/api/v1/problems/stale")
        third = program.act(case, "refuse", "interview", if_match=first["ETag"], reasons="a refugee from that state")
        assert third.status_code == 200

    def test_an_if_match_that_is_no_etag(self, office, case):
        answer = Program.of(office, Role.PROSECUTOR).act(case, "refuse", "search", if_match="*", reasons="r")
        assert answer.status_code == 422

    @pytest.mark.parametrize("act", ["register", "read", "no-such-act", "appoint"])
    def test_acts_that_are_not_done_here(self, office, case, act):
        assert Program.of(office, Role.CLERK).act(case, act).status_code == 404

    def test_an_act_that_waits_for_a_second_person(self, office, case):
        asked = {"departs-from": "refuse", "ruling": "0" * 64, "reasons": "the person asks for it"}
        done = Program.of(office, Role.COURT).act(case, "depart", **asked)
        assert done.json()["waits"]
        (proposal,) = Program.of(office, Role.COURT).get(f"/cases/{case}").json()["proposals"]
        agreed = Program.of(office, Role.CENTRAL_AUTHORITY).act(case, "confirm", proposal["id"])
        assert (agreed.json()["act"], agreed.json()["waits"]) == ("depart", False)

    def test_the_office_is_staffed(self, office):
        told = {"account": office.accounts[Role.COUNSEL], "role": "auditor", "since": "2026-01-01"}
        program = Program.of(office, Role.ADMINISTRATOR)
        assert program.post("/office/acts/appoint", {"form": {"mandate": told}}).status_code == 200
        rows = program.get("/office/mandates").json()
        mine = next(r for r in rows if r["account"] == told["account"])
        assert program.post("/office/acts/dismiss", {"object": mine["id"]}).status_code == 200
        assert Program.of(office, Role.CLERK).get("/office/mandates").status_code == 403


class TestTheJournal:
    def test_the_receipt_of_an_entry_proves_it(self, office, case):
        program = Program.of(office, Role.PROSECUTOR)
        entry = program.get(f"/cases/{case}/journal").json()["entries"][0]
        answer = program.get(f"/cases/{case}/journal/{entry['entry']}/receipt")
        assert answer["Content-Type"].startswith("text/plain")
        row = Entry.objects.get(seq=entry["entry"])
        assert parse(bytes(row.leaf)).case == case
        assert tree.leaf_hash(bytes(row.leaf)) == bytes(row.leaf_hash)
        assert answer.content.decode().startswith("c2sp.org/tlog-proof@v1")

    def test_an_entry_of_another_case_is_not_here(self, office, case):
        other = office.register()
        entry = journal.entries_of(other)[0].seq
        answer = Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/journal/{entry}/receipt")
        assert answer.status_code == 404

    def test_the_entries_come_in_pages(self, office, case):
        for n in range(5):
            office.do(Role.CLERK, "enter", case, adds={"events": [{"on": "2026-01-01", "text": f"e{n}"}]})
        program = Program.of(office, Role.AUDITOR)
        found, address = [], f"/cases/{case}/journal?limit=2"
        while address:
            page = program.get(address).json()
            found += [e["entry"] for e in page["entries"]]
            address = page["next"] and page["next"].removeprefix("/api/v1")
        assert found == [e.seq for e in journal.entries_of(case)]

    def test_the_journal_as_a_whole(self, office, case):
        told = Program.of(office, Role.AUDITOR).get("/journal").json()
        assert told["size"] == Entry.objects.count()
        assert str(told["size"]) in told["checkpoint"].splitlines()


class TestTheList:
    def test_pages_hold_each_case_once_even_while_cases_change(self, office):
        cases = [office.register() for _ in range(5)]
        program = Program.of(office, Role.CLERK)
        first = program.get("/cases", limit=2)
        assert 'rel="next"' in first["Link"]
        office.do(Role.CLERK, "enter", cases[0], adds={"events": [{"on": "2026-01-01", "text": "changed"}]})
        found, page = [c["case"] for c in first.json()["cases"]], first.json()
        while page["next"]:
            page = program.get(page["next"].removeprefix("/api/v1")).json()
            found += [c["case"] for c in page["cases"]]
        assert found == sorted(cases, reverse=True)

    def test_filters(self, office, case):
        office.register()
        program = Program.of(office, Role.CLERK)
        for query in ({"state": "kz"}, {"grant": "forbidden"}, {"q": "nazarbayev kazakhstan"}, {"q": "b.j."}):
            found = [c["case"] for c in program.get("/cases", None, **query).json()["cases"]]
            assert found == ([] if "nazarbayev" in query.get("q", "") else [case]), query
        assert program.get("/cases", kind="extradition").json()["cases"] == []

    def test_the_number_of_queries_does_not_grow_with_the_cases(self, office):
        program = Program.of(office, Role.CLERK)
        program.get("/cases")
        counts = []
        for _ in range(2):
            for _ in range(3):
                office.register()
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert program.get("/cases").status_code == 200
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 3

    def test_my_mandates(self, office, case):
        office.mandate(Role.COUNSEL, case)
        (mandate,) = Program.of(office, Role.COUNSEL).get("/mandates").json()
        assert (mandate["case"], mandate["role"], mandate["person"]) == (case, "counsel", "P1")


class TestTheLaw:
    def test_packs_and_norms(self, office):
        program = Program.of(office, Role.LIAISON)
        law = program.get("/law").json()
        assert sum(p["norms"] for p in law["packs"]) == law["norms"]
        norms = program.get(f"/law/{law['packs'][0]['id']}").json()
        assert len(norms) == law["packs"][0]["norms"]
        assert all(n["source"] for n in norms)
        assert program.get("/law/no-such-pack").status_code == 404


class TestTheSchema:
    def test_it_is_openapi_3_1_and_every_operation_names_its_problems(self, client):
        schema = client.get("/api/v1/openapi.json").json()
        assert schema["openapi"].startswith("3.1")
        for path, operations in schema["paths"].items():
            for operation in operations.values():
                assert "application/problem+json" in operation["responses"]["404"]["content"], path

    def test_its_page_needs_nothing_from_elsewhere_and_no_inline_script(self, client):
        page = client.get("/api/v1/docs")
        assert page.status_code == 200
        text = page.content.decode()
        assert "http" not in text.replace("http-equiv", "")
        scripts = [part.split(">")[0] for part in text.split("<script")[1:]]
        assert all("src=" in s or 'type="application/json"' in s for s in scripts)
        assert "style=" not in text
        assert "script-src 'self'" in page["Content-Security-Policy"]
        assert (
            json.loads(text.split('id="swagger-settings">')[1].split("</script>")[0])["url"] == "/api/v1/openapi.json"
        )

    @pytest.mark.parametrize("kind", ["barred", "role", "stale", "form", "unknown"])
    def test_a_kind_of_problem_says_what_it_is(self, client, kind):
        assert client.get(f"/api/v1/problems/{kind}").json()["kind"] == kind
