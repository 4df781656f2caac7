"""The mailroom by the API, by its client and on the command line: who brings in, sees and settles what."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from typer.testing import CliRunner

from rogatory.cli import app
from rogatory.client import Client, Refused
from rogatory.law.acts import Role
from rogatory.office.streams.mailroom import mark_of
from rogatory.registry.accounts.models import Account
from rogatory.registry.api.tokens import Scope
from rogatory.registry.ledger.models import Original
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.api import Program, token_of
from tests.registry.letters import LETTER, NEEDED, settled
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db


def bring(program: Program, data: bytes = LETTER) -> Any:
    return program.client.post(
        "/api/v1/mail", {"file": SimpleUploadedFile("letter.txt", data)},
        headers={"Authorization": f"Bearer {program.token}"},
    )  # fmt: skip


class TestBringingIn:
    def test_a_document_is_kept_and_has_an_address(self, office):
        answer = bring(Program.of(office, Role.CLERK))
        number = answer.json()["mail"]
        assert (answer.status_code, answer["Location"]) == (201, f"/api/v1/mail/{number}")
        told = Program.of(office, Role.CENTRAL_AUTHORITY).get(f"/mail/{number}").json()
        assert (told["name"], told["state"], told["cases"]) == ("letter.txt", "read", [])
        assert {f["field"] for f in told["read"]} >= {"requesting state", "person"}
        assert all(f["how"] is None for f in told["read"]), "nothing is taken over by itself"

    def test_none_and_one_that_is_too_large_are_refused_with_the_limit(self, office, settings):
        settings.MOST_BYTES = 1_000_000
        program = Program.of(office, Role.CLERK)
        large = bring(program, b"x" * 1_000_001)
        assert (large.status_code, "larger than 1 MB" in large.json()["detail"]) == (400, True)
        none = program.client.post("/api/v1/mail", {}, headers={"Authorization": f"Bearer {program.token}"})
        assert none.status_code == 422
        assert Original.objects.count() == 0

    def test_a_document_for_a_register_has_the_same_limit(self, office, settings):
        settings.MOST_BYTES = 1_000_000
        office.do(Role.ADMINISTRATOR, "appoint", "", mandate={
            "account": office.accounts[Role.CUSTODIAN], "role": Role.CUSTODIAN.value, "since": "2026-01-01",
            "register": "protection",
        })  # fmt: skip
        form = {"form": {"kind": "protection", "title": "Grants"}}
        Program.of(office, Role.ADMINISTRATOR).post("/registers/protection/acts/open-register", form)
        told = {"document": "x" * 1_000_001, "form": {"source": "s"}}
        answer = Program.of(office, Role.CUSTODIAN).post("/registers/protection/acts/import-entries", told)
        assert (answer.status_code, "larger than 1 MB" in answer.json()["detail"]) == (400, True)

    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.CLERK, Role.CENTRAL_AUTHORITY)])
    def test_nobody_else_brings_anything_in_or_sees_that_something_came(self, office, role):
        number = door.receive(office.accounts[Role.CLERK], "letter.txt", LETTER).number
        program = Program.of(office, role)
        refused = bring(program)
        if role is not Role.STANDING_QUERY:  # by which the system passes on what came without an account
            assert (refused.status_code, refused.json()["type"].rpartition("/")[2]) == (403, "role")
        for path in ("/mail", f"/mail/{number}", f"/mail/{number}/original", "/mail/99"):
            assert program.get(path).status_code == 404
        settle = program.post(f"/mail/{number}/acts/settle-fields", {"form": {"settled": NEEDED}})
        assert settle.status_code == 404
        assert program.post(f"/mail/{number}/register", {}).status_code == 404


class TestSettlingAndRegistering:
    def test_a_fault_names_its_row_and_the_mend(self, office, number):
        row = {"how": "added", "field": "date of birth", "value": "5.5.75", "about": "1"}
        answer = Program.of(office, Role.CLERK).post(f"/mail/{number}/acts/settle-fields", {"form": {"settled": [row]}})
        (fault,) = answer.json()["faults"]
        assert (answer.status_code, fault["field"], fault["mend"][:8]) == (422, "settled[0].value", "Write it")

    def test_a_case_is_registered_and_has_an_address(self, office, number):
        clerk = Program.of(office, Role.CLERK)
        early = clerk.post(f"/mail/{number}/register", {})
        assert (early.status_code, early.json()["obstacles"][0]["hurdle"]) == (409, "course")
        settled(office.accounts[Role.CLERK], number)
        answer = clerk.post(f"/mail/{number}/register", {"title": "A request"})
        case = answer.json()["case"]
        assert (answer.status_code, answer["Location"]) == (201, f"/api/v1/cases/{case}")
        assert clerk.get(f"/cases/{case}").json()["head"]
        assert clerk.get(f"/mail/{number}").json()["cases"] == [case]
        assert clerk.get("/mail").json() == []

    def test_what_is_not_done_to_a_document_is_unknown(self, office, number):
        for act in ("receive", "grant"):
            answer = Program.of(office, Role.CLERK).post(f"/mail/{number}/acts/{act}", {"form": {}})
            assert answer.status_code == 404

    @pytest.mark.parametrize(
        ("method", "path", "opens"),
        [
            ("get", "/mail", {Scope.READ}),
            ("get", "/mail/{n}", {Scope.READ}),
            ("post", "/mail/{n}/acts/settle-fields", {Scope.ACT}),
            ("post", "/mail/{n}/register", {Scope.ACT}),
            ("post", "/mail/{n}/attach", {Scope.ACT}),
        ],
    )
    @pytest.mark.parametrize("scope", list(Scope))
    def test_each_route_opens_to_its_scopes_alone(self, office, number, method, path, opens, scope):
        program, path = Program.of(office, Role.CLERK, scope), path.format(n=number)
        answer = program.get(path) if method == "get" else program.post(path, {"case": "x", "text": "x"})
        refused = answer.status_code == 403 and answer.json()["type"].endswith("/scope")
        assert refused is (scope not in opens)


@pytest.mark.django_db(transaction=True)
def test_the_client_brings_settles_registers_and_attaches(live_server, settings):
    settings.STATE = "BE"
    office = Registry.opened()
    clerk = Client(live_server.url, token_of(office.accounts[Role.CLERK]))
    number = clerk.bring('a "letter".txt', LETTER)["mail"]
    letter = clerk.letter(number)
    assert letter["name"] == "a letter.txt"
    with pytest.raises(Refused) as refused:
        clerk.register_letter(number)
    assert refused.value.kind == "barred"
    clerk.settle(number, [*NEEDED, *({"mark": f["mark"], "how": "turned-down"} for f in letter["read"])])
    case = clerk.register_letter(number, title="A request")["case"]
    (of_case,) = clerk.letters_of(case)
    assert {f["how"] for f in clerk.letter_of(case, of_case["letter"])["read"]} == {"turned-down", "added"}
    assert clerk.original_of(case, of_case["letter"]) == LETTER
    with pytest.raises(Refused):
        clerk.letter_of(case, "letter-0000000000000000")
    later = clerk.bring("supplement.txt", b"It is enclosed.", case=case)["mail"]
    assert [one["meant_for"] for one in clerk.letters()] == [case]
    clerk.settle(later, [{"mark": f["mark"], "how": "turned-down"} for f in clerk.letter(later)["read"]]
                 or [{"how": "added", "field": "deadline", "value": "2026-09-01"}])  # fmt: skip
    assert clerk.attach_letter(later, case, "a supplement")["case"] == case
    assert clerk.letters() == []


class TestOnTheCommandLine:
    def run(self, *args: str) -> Any:
        return CliRunner().invoke(app, ["intake", *args])

    @pytest.fixture
    def letter(self, tmp_path) -> str:
        (tmp_path / "letter.txt").write_bytes(LETTER)
        return str(tmp_path / "letter.txt")

    def test_a_document_is_read_and_nothing_is_kept(self, letter):
        ran = self.run(letter)
        assert ran.exit_code == 0
        assert "requesting state: KZ" in ran.output
        assert "nobody's word yet" in ran.output
        assert Received.objects.count() == 0

    def test_the_same_for_programs(self, letter):
        (told,) = json.loads(self.run(letter, "--json").output)
        assert told["parts"][0]["state"] == "read"
        assert {"field", "value", "raw", "place", "why", "doubts", "about"} == set(told["fields"][0])

    def test_what_could_not_be_read_is_named_and_told_by_the_exit_code(self, tmp_path):
        (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 nothing")
        ran = self.run(str(tmp_path / "scan.pdf"))
        assert (ran.exit_code, "damaged" in ran.output) == (1, True)

    def test_a_file_that_is_not_there_does_not_stop_the_others(self, letter, tmp_path):
        ran = self.run(str(tmp_path / "none.pdf"), letter)
        assert (ran.exit_code, "requesting state: KZ" in ran.output) == (2, True)

    def test_into_the_office_it_is_kept_with_the_case_it_is_said_to_belong_to(self, office, letter):
        address = Account.objects.get(public_id=office.accounts[Role.CLERK]).email
        ran = self.run(letter, "--as", address, "--case", "2026-000001")
        assert ran.exit_code == 0
        row = Received.objects.get()
        assert (row.name, row.meant_for, row.by) == ("letter.txt", "2026-000001", office.accounts[Role.CLERK])

    def test_not_by_somebody_who_may_not(self, office, letter):
        address = Account.objects.get(public_id=office.accounts[Role.PROSECUTOR]).email
        ran = self.run(letter, "--as", address)
        assert (ran.exit_code, "Not done, and recorded" in ran.output) == (1, True)

    @pytest.mark.parametrize(
        "wrong",
        [["--case", "2026-000001"], ["--as", "a@b", "--server", "http://x"], ["--as", "nobody@office.test"],
         ["--server", "http://localhost:1"]],
    )  # fmt: skip
    def test_options_that_do_not_fit_are_refused(self, office, letter, wrong, monkeypatch):
        monkeypatch.delenv("ROGATORY_TOKEN", raising=False)
        assert self.run(letter, *wrong).exit_code == 2


def test_a_mark_is_the_same_however_often_a_letter_is_read(office):
    account = office.accounts[Role.CLERK]
    first, second = (door.receive(account, "letter.txt", LETTER).number for _ in range(2))
    marks = [[mark_of(p) for p in door.look(account, n).proposed] for n in (first, second)]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(marks[0])
