"""The client, against a server that really listens, on a database where others act at the same time."""

import threading

import pytest

from rogatory.client import Client, Refused
from rogatory.law.acts import Role
from tests.registry.api import token_of
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


@pytest.fixture
def of(office, live_server):
    return lambda role: Client(live_server.url, token_of(office.accounts[role]))


class TestADay:
    def test_from_the_request_to_the_receipt(self, of):
        clerk, prosecutor = of(Role.CLERK), of(Role.PROSECUTOR)
        case = clerk.register(founding_file())["case"]
        assert [c["case"] for c in clerk.cases(state="KZ", limit=1)] == [case]
        assert {r["act"]: r["verdict"] for r in prosecutor.rulings(case)}["execute"] == "forbidden"
        assert prosecutor.ruling(case, "execute", "search")["ruling"]["object"] == "search"
        assert ("refuse", "search") in {(a["act"], a["object"]) for a in prosecutor.acts(case) if not a["barred"]}
        assert isinstance(prosecutor.questions(case), list)
        assert prosecutor.limits(case) == []
        with pytest.raises(Refused) as refused:
            prosecutor.act(case, "grant", "search", reasons="asked")
        assert (refused.value.status, refused.value.kind) == (409, "barred")
        assert all(o["source"] for o in refused.value.obstacles)
        done = prosecutor.act(case, "refuse", "search", seen=prosecutor.case(case).head, reasons="a refugee")
        entries = [e["entry"] for e in prosecutor.journal(case)]
        assert done["entry"] in entries
        assert "c2sp.org/tlog-proof" in prosecutor.receipt(case, done["entry"])

    def test_the_office_is_staffed_and_told(self, office, of):
        admin = of(Role.ADMINISTRATOR)
        told = {"account": office.accounts[Role.COUNSEL], "role": "auditor", "since": "2026-01-01"}
        assert admin.staff("appoint", mandate=told)["act"] == "appoint"
        assert admin.subscribe("https://a.example/h", "appoint")["secret"]
        assert [m["role"] for m in of(Role.COUNSEL).get("/mandates")] == ["auditor"]

    def test_a_stranger_is_refused_and_told_nothing(self, office, of):
        case = office.register()
        with pytest.raises(Refused) as refused:
            of(Role.COUNSEL).case(case)
        assert (refused.value.status, refused.value.kind, refused.value.obstacles) == (404, "unknown", [])

    def test_a_path_that_leads_nowhere(self, of):
        with pytest.raises(Refused, match="404: there is no such address"):
            of(Role.CLERK).get("/no-such-address")

    def test_an_answer_that_is_no_problem(self, live_server):
        with pytest.raises(Refused, match="404: Not Found"):
            Client(f"{live_server.url}/somewhere-else", "t").get("/cases")

    def test_an_address_that_is_none(self):
        with pytest.raises(ValueError, match="is no address"):
            Client("registry.example", "t")


class TestTwoAtOnce:
    def test_of_two_programs_that_looked_at_the_same_time_one_must_look_again(self, office, of):
        case = office.register(founding_file())
        programs = {"one": of(Role.PROSECUTOR), "two": of(Role.COURT)}
        heads = {name: program.case(case).head for name, program in programs.items()}
        start = threading.Barrier(2)
        came: dict[str, int] = {}

        def refuse(name: str) -> None:
            start.wait(10)
            try:
                programs[name].act(case, "refuse", "search", seen=heads[name], reasons="a refugee")
                came[name] = 200
            except Refused as refused:
                came[name] = refused.status

        threads = [threading.Thread(target=refuse, args=(name,)) for name in programs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(came.values()) == [200, 412]
