"""A register that is kept on another machine: two registries that listen, and a service that fails."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from socket import create_server

import pytest

from rogatory.client import Client, Refused
from rogatory.law.acts import Role
from rogatory.linkage.model import Band
from rogatory.office.perform import Barred
from rogatory.office.streams.staffing import staff_of
from rogatory.people.mandates import stream_of
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal, standing
from rogatory.registry.registers import door
from rogatory.registry.registers.custodians import Custodian, read
from rogatory.registry.registers.models import HeldEntry
from tests.registry.api import token_of
from tests.registry.keeping import bring, granted, keeping, letter, links
from tests.registry.office import DAY, Registry

pytestmark = pytest.mark.django_db(transaction=True)
SOURCES = Path(__file__).parents[2]
UNREACHABLE = "not asked: service unreachable"


@dataclass
class There:
    """The custodian's installation."""

    address: str
    token: str

    def kept(self, register: str = "protection") -> dict[str, Custodian]:
        return {register: Custodian(register, self.address, self.token)}


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    folder = tmp_path_factory.mktemp("custodian")
    command = [sys.executable, "-m", "tests.registry.custodian", str(folder)]
    with subprocess.Popen(
        command, cwd=SOURCES, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout
            port, token = process.stdout.readline().split()
            yield There(f"http://127.0.0.1:{port}", token)
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCES / "src")}


@pytest.fixture
def office(settings, there) -> Registry:
    """An office that knows the register, holds nothing of it, and asks its custodian's service."""
    settings.CUSTODIANS = there.kept()
    settings.OFFICE = "Central authority"
    return keeping()


def coverage(case: str) -> dict[str, object]:
    recorded = [e for e in journal.entries_of(case) if e.act == "screen"][-1].fields["screening"]
    (line,) = [line for line in recorded["coverage"] if line["register"] == "protection"]
    return dict(line)


class TestAskedAcross:
    def test_a_case_is_matched_by_two_servers_and_waits_for_the_custodian(self, office, live_server):
        case = office.register(letter())
        program = Client(live_server.url, token_of(office.accounts[Role.CENTRAL_AUTHORITY]))
        program.act(case, "screen")
        assert not HeldEntry.objects.exists(), "nothing of it came here"
        ((_, link),) = links(office, case).items()
        assert (link.band, link.told["object"], link.told["entry"]) == (Band.MUST_EXAMINE, "P1", "consult")
        assert link.told["evidence"] == []
        assert {p["question"] for p in link.told["proposes"]} >= {"person.refugee_here"}
        assert not any(p["answer"] for p in link.told["proposes"])
        line = coverage(case)
        assert (line["entries"], line["problem"]) == (1, "")
        assert line["as_of"]
        barred = office.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked").result
        assert isinstance(barred, Barred)
        assert "house-links-decided" in {o.norm for o in barred.obstacles}
        assert standing.due() == []

    def test_it_stands_on_both_records_for_which_case_and_why(self, office, there):
        case = office.register(letter())
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        here = journal.entries_of(stream_of("protection"))[-1]
        assert (here.act, here.fields["case"]) == ("query-register", case)

    def test_of_a_stranger_it_has_nothing_to_add_and_that_was_looked_through(self, office):
        case = office.register(letter("Ivan Petrov", born="1961-01-01"))
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        assert not links(office, case)
        assert (coverage(case)["entries"], coverage(case)["problem"]) == (1, "")

    def test_one_register_is_asked_alone(self, office):
        case = office.register(letter())
        about = cases.look(office.accounts[Role.COURT], case)[0].case
        asked = door.ask(office.accounts[Role.PROSECUTOR], "protection", case, "before a grant", about)
        assert asked.answer is not None
        assert (asked.answer.word.value, asked.answer.links) == ("consult", ())

    def test_the_service_answers_for_its_own_register_and_shows_nothing_else(self, there):
        asking = Client(there.address, there.token)
        person = {"id": "P1", "name": "Gulnara Seitkazyeva"}
        told = asking.ask("protection", "2026-7", "before a grant", [person], office="Central authority")
        assert (told["word"], told["links"], list(told["about"])) == ("consult", [], ["P1"])
        with pytest.raises(Refused) as refused:
            asking.ask("protection", "2026-7", "before a grant", [person])
        assert refused.value.kind == "role", "without an office the case must be one of theirs"
        with pytest.raises(Refused):
            asking.get("/registers/protection/journal")
        assert list(asking.cases()) == []


class TestNotAsked:
    @pytest.mark.parametrize("how", ["nobody there", "no such service", "another token", "no such register"])
    def test_what_could_not_be_asked_is_told_so_and_never_as_not_found(self, office, settings, there, how):
        with closing(create_server(("127.0.0.1", 0))) as closed:
            port = closed.getsockname()[1]
        settings.CUSTODIANS = {
            "nobody there": There(f"http://127.0.0.1:{port}", "t"),
            "no such service": There(f"{there.address}/somewhere", there.token),
            "another token": There(there.address, "another"),
            "no such register": There(there.address, there.token),
        }[how].kept()
        if how == "no such register":
            settings.CUSTODIANS = {"protection": Custodian("elsewhere", there.address, there.token)}
        case = office.register(letter())
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        line = coverage(case)
        assert line["entries"] is None
        assert str(line["problem"]).startswith("not asked: ")
        assert (line["problem"] == UNREACHABLE) == (how == "nobody there")
        assert standing.due() == [case], "it is asked again"
        barred = office.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked").result
        assert isinstance(barred, Barred)

    def test_a_program_that_asks_is_told_that_it_was_not_asked(self, office, settings, live_server):
        with closing(create_server(("127.0.0.1", 0))) as closed:
            settings.CUSTODIANS = There(f"http://127.0.0.1:{closed.getsockname()[1]}", "t").kept()
        case = office.register(letter())
        program = Client(live_server.url, token_of(office.accounts[Role.PROSECUTOR]))
        with pytest.raises(Refused) as refused:
            program.ask("protection", case, "before a grant", [{"id": "P1", "name": "Gulnara Seitkazyeva"}])
        assert (refused.value.status, refused.value.kind) == (502, "not-asked")
        assert UNREACHABLE in str(refused.value)


class TestWhoAsksFromElsewhere:
    def test_it_asks_the_register_it_is_let_into_and_keeps_sees_and_screens_nothing(self):
        here = keeping()
        bring(here, granted())
        asking = here.accounts[Role.STANDING_QUERY]
        (ident,) = (m for m, held in _staff().items() if held.role is Role.STANDING_QUERY)
        here.do(Role.ADMINISTRATOR, "dismiss", "", ident)
        told = {"account": asking, "role": "standing query", "since": DAY, "register": "protection"}
        here.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
        case = here.register(letter())
        about = cases.look(here.accounts[Role.COURT], case)[0].case
        done = door.ask(asking, "protection", "2031-5", "a request", about, office="Another office")
        assert done.answer is not None
        assert [of for of, _ in done.answer.about] == ["P1"]
        entry = journal.entries_of(stream_of("protection"))[-1]
        assert (entry.fields["office"], entry.fields["case"]) == ("Another office", "2031-5")
        assert isinstance(door.ask(asking, "protection", case, "a request", about).result, Barred)
        assert not door.keeps(asking, "protection")
        assert standing.appointed() is None
        prosecutor = here.accounts[Role.PROSECUTOR]
        assert isinstance(
            door.ask(prosecutor, "protection", "2031-5", "a request", about, office="Another").result, Barred
        )

    def test_the_mark_moves_with_the_evidence_and_no_faster(self):
        here = keeping()
        bring(here, granted())
        told = {"account": here.accounts[Role.STANDING_QUERY], "role": "standing query", "since": DAY}
        here.do(Role.ADMINISTRATOR, "appoint", "", mandate={**told, "register": "protection"})
        about = cases.look(here.accounts[Role.COURT], here.register(letter()))[0].case

        def mark() -> str:
            done = door.ask(told["account"], "protection", "2031-5", "a request", about, office="Another office")
            assert done.answer is not None
            return dict(done.answer.about)["P1"]

        first = mark()
        assert mark() == first
        bring(here, granted("D-2", "Zeynep Yıldırım", born="1931"))
        assert mark() == first
        bring(here, granted(born="1975"))
        assert mark() != first


def _staff():
    return staff_of(journal.entries_of("")).mandates


class TestTheFile:
    def test_it_names_where_each_register_is_kept(self, tmp_path, monkeypatch):
        monkeypatch.setenv("ASYLUM", "secret")
        path = tmp_path / "custodians.json"
        assert read(path) == {}
        path.write_text('[{"register": "p", "address": "https://a.example", "token": "$ASYLUM"}]', "utf-8")
        assert read(path) == {"p": Custodian("p", "https://a.example", "secret")}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{", "line 1: not JSON"),
            ("3", "write register, address and token"),
            ('[{"register": "p"}]', "write register, address and token"),
            ('[{"register": "p", "address": "http://a.example", "token": "t"}]', "no address over https"),
            ('[{"register": "p", "address": "https://a.example", "token": "$NOT_THERE"}]', "the token is empty"),
            (('[{"register": "p", "address": "https://a", "token": "t"}, {"register": "p", "address": "https://b",'
             ' "token": "t"}]'), "stands twice"),
        ],
    )  # fmt: skip
    def test_a_fault_is_told_with_its_place_and_mend(self, tmp_path, text, said):
        path = tmp_path / "custodians.json"
        path.write_text(text, "utf-8")
        with pytest.raises(ValueError, match=said):
            read(path)
