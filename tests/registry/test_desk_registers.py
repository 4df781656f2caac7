"""Pages of the registers by who looks: the list, what a register holds for its custodian, what was done to it."""

import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from rogatory.casefile.model import CaseFile, Person, Request
from rogatory.casefile.parties import Identity
from rogatory.law.acts import Role
from rogatory.people.mandates import stream_of
from rogatory.registers.model import RegisterKind
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.desk.views.registers import FORMATS
from rogatory.registry.registers import door, incoming
from rogatory.registry.registers.models import HeldEntry, RegisterCopy
from tests.registry.meeting import CASES, Meeting

pytestmark = pytest.mark.django_db
PAGE = "/registers/invented-protection"


@pytest.fixture(scope="module")
def met(django_db_setup, django_db_blocker):
    """An office with the protection register, asked for one case; made once, what a test does is undone after it."""
    with django_db_blocker.unblock():
        whole: Any = transaction.atomic()
        whole._from_testcase = True
        with whole:
            yield Meeting.held("protection")
            transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True


def signed_in(met: Meeting, role: Role) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=met.office.accounts[role]))
    return client


def text(answer) -> str:
    return unescape(answer.content.decode())


def register_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("grants.yaml", (CASES / "registers" / "invented-protection.yaml").read_bytes())


class TestLooking:
    def test_its_custodian_sees_what_it_holds_and_finds_by_name_in_any_case(self, met):
        client = signed_in(met, Role.CUSTODIAN)
        assert "Gülnara Seytqyzy Ordabayeva" in text(client.get(PAGE))
        found = text(client.get(PAGE, {"q": "SAIDOVA"}))
        assert "Gulnora Saidova" in found
        assert "Gülnara" not in found

    def test_its_custodian_sees_who_asked_for_which_case_and_why(self, met):
        found = text(signed_in(met, Role.CUSTODIAN).get(PAGE))
        assert "matching of the case with what is already known" in found
        assert met.case in found

    def test_its_custodian_sees_no_case(self, met):
        client = signed_in(met, Role.CUSTODIAN)
        for tab in ("", "/file", "/links", "/acts"):
            assert client.get(f"/cases/{met.case}{tab}").status_code == 404
        assert "Ordabayev" not in text(client.get("/cases"))

    def test_an_auditor_sees_that_and_by_whom_it_was_asked_and_nothing_it_holds(self, met):
        found = text(signed_in(met, Role.AUDITOR).get(PAGE))
        assert met.case in found
        for told in ("Ordabayeva", "Refugee status", "matching of the case", "Bring entries in"):
            assert told not in found

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.COURT, Role.CLERK, Role.ADMINISTRATOR, Role.COUNSEL])
    def test_nobody_else_opens_it(self, met, role):
        assert signed_in(met, role).get(PAGE).status_code == 404
        assert "invented-protection</a>" not in text(signed_in(met, role).get("/registers"))

    def test_the_list_opens_only_what_its_reader_may_open(self, met):
        for role, opens in ((Role.CUSTODIAN, True), (Role.AUDITOR, True), (Role.ADMINISTRATOR, False)):
            found = text(signed_in(met, role).get("/registers"))
            assert "Grants of protection" in found
            assert (f'href="{PAGE}"' in found) is opens

    def test_one_that_does_not_exist_is_like_one_that_is_closed(self, met):
        assert signed_in(met, Role.PROSECUTOR).get("/registers/none").status_code == 404


class TestDoing:
    def test_an_administrator_opens_one(self, met):
        client = signed_in(met, Role.ADMINISTRATOR)
        told = {"register": "notices-be", "kind": "notices", "title": "Notices learned of"}
        assert client.post("/registers", told).status_code == 302
        assert RegisterCopy.objects.filter(register="notices-be", kind=RegisterKind.NOTICES.value).exists()

    def test_a_wrong_identifier_comes_back_with_what_was_written(self, met):
        told = {"register": "Not One", "kind": "notices", "title": "Notices learned of"}
        answer = signed_in(met, Role.ADMINISTRATOR).post("/registers", told)
        assert answer.status_code == 422
        assert "Notices learned of" in text(answer)
        assert "Write small letters" in text(answer)

    def test_nobody_else_opens_one(self, met):
        told = {"register": "notices-be", "kind": "notices", "title": "Notices"}
        assert signed_in(met, Role.CUSTODIAN).post("/registers", told).status_code == 404

    def test_a_file_is_brought_in_and_counted(self, met):
        told = {"act": "import-entries", "format": "register", "source": "again", "file": register_file()}
        answer = signed_in(met, Role.CUSTODIAN).post(PAGE, told, follow=True)
        assert "3 entries" in text(answer)

    def test_a_file_that_cannot_be_read_names_the_place_and_nothing_comes_in(self, met):
        before = HeldEntry.objects.count()
        broken = SimpleUploadedFile("grants.yaml", b"id: invented-protection\nkind: nonsense\n")
        told = {"act": "import-entries", "format": "register", "source": "again", "file": broken}
        answer = signed_in(met, Role.CUSTODIAN).post(PAGE, told)
        assert answer.status_code == 422
        assert "error-summary" in text(answer)
        assert "kind" in text(answer)
        assert HeldEntry.objects.count() == before

    def test_an_entry_is_ended_with_reasons_and_not_without(self, met):
        client = signed_in(met, Role.CUSTODIAN)
        assert client.post(PAGE, {"act": "end-entry", "entry": "G-2020-0033", "reasons": ""}).status_code == 422
        assert client.post(PAGE, {"act": "end-entry", "entry": "none", "reasons": "a double"}).status_code == 422
        assert client.post(PAGE, {"act": "end-entry", "entry": "G-2020-0033", "reasons": "a double"}).status_code == 302
        held = [e.id for e, _ in door.held_entries(met.office.accounts[Role.CUSTODIAN], "invented-protection")]
        assert held == ["G-2016-0417", "G-2018-1102"]

    def test_an_entry_is_made_up_and_whoever_asks_for_it_is_told_of(self, met):
        keeper = signed_in(met, Role.CUSTODIAN)
        told = {"act": "put-entry", "entry": "G-2019-0007", "title": "Refugee status", "born": "1981-11-30",
                "names": "Feruzbek Ormonkhodzhaev\nФерузбек Ормонходжаев\n"}  # fmt: skip
        assert keeper.post(PAGE, {**told, "names": "…"}).status_code == 422
        assert keeper.post(PAGE, told).status_code == 302
        page = text(keeper.get(PAGE))
        assert "Ферузбек Ормонходжаев" in page
        assert "by nobody" in page
        assert journal.entries_of(stream_of("invented-protection"))[-1].fields["marks"] == {"canary": True}
        who = Identity(("Feruzbek Ormonkhodzhaev",), ("1981-11-30",))
        about = CaseFile("q", "q", Request("mla", "KZ", "BE"), persons=(Person("P1", "x", identity=who),))
        for _ in range(2):
            door.ask(met.office.accounts[Role.COURT], "invented-protection", met.case, "curious", about)
        page = text(keeper.get(PAGE))
        assert "by nobody" not in page
        assert "2 times" in page
        Account.objects.filter(public_id=met.office.accounts[Role.CUSTODIAN]).update(language="fr")
        assert "2 fois" in text(keeper.get(PAGE))
        others = text(signed_in(met, Role.AUDITOR).get(PAGE))
        assert "Ormonkhodzhaev" not in others
        assert 'class="alarm"' in others, "an auditor sees that it happened"

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.PROSECUTOR, Role.ADMINISTRATOR])
    def test_nobody_else_makes_one_up(self, met, role):
        told = {"act": "put-entry", "entry": "G-1", "title": "Refugee status", "names": "Feruzbek Ormonkhodzhaev"}
        assert signed_in(met, role).post(PAGE, told).status_code == 404
        assert not HeldEntry.objects.filter(canary=True).exists()
        assert journal.entries_of(stream_of("invented-protection"))[-1].act == "attempt-barred"

    def test_who_does_not_keep_it_does_nothing_and_that_they_tried_is_recorded(self, met):
        answer = signed_in(met, Role.AUDITOR).post(PAGE, {"act": "end-entry", "entry": "G-2020-0033", "reasons": "x"})
        assert answer.status_code == 404
        assert journal.entries_of(stream_of("invented-protection"))[-1].act == "attempt-barred"
        assert re.search("Attempt", text(signed_in(met, Role.AUDITOR).get(PAGE)), re.IGNORECASE)


def test_every_format_that_may_come_in_has_its_words():
    assert FORMATS.keys() == incoming.FORMATS.keys()


def test_the_list_takes_as_many_queries_for_many_registers_as_for_one(met):
    client = signed_in(met, Role.CUSTODIAN)

    def count() -> int:
        client.get("/registers")
        asked: list[str] = []

        def noted(execute, sql, *rest):
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(noted):
            assert client.get("/registers").status_code == 200
        return len(asked)

    few = count()
    RegisterCopy.objects.bulk_create(
        RegisterCopy(register=f"more-{n}", kind="notices", title="Notices", changed=1) for n in range(30)
    )
    assert count() == few <= 12
