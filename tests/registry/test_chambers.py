"""The chambers: the docket, the remedies of a case, one remedy to rule on, a hearing and its bundle."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.cases import journal
from rogatory.registry.cases.rebuild import differences
from rogatory.remedies.lodged import Outcome
from tests.registry.access.people import file
from tests.registry.api import Program
from tests.registry.office import Registry
from tests.registry.test_desk import signed_in

pytestmark = pytest.mark.django_db
WORDS = "she was searched for what she fled from"


@pytest.fixture
def office(settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


@pytest.fixture
def case(office: Registry) -> str:
    return office.register(file())


@pytest.fixture
def remedy(office: Registry, case: str) -> str:
    office.mandate(Role.COUNSEL, case)
    office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text=WORDS, kind="lifting")
    return next(iter(fold(journal.entries_of(case)).challenges.remedies))


@pytest.fixture
def hearing(office: Registry, case: str, remedy: str) -> str:
    at = timezone.localtime() + timedelta(days=7)
    called = [{"who": "A. B.", "as": "person concerned"}]
    told: dict[str, Any] = {"chamber": "indictments chamber", "at": at.isoformat(), "about": [remedy], "called": called}
    office.do(Role.CLERK, "set-hearing", case, **told)
    return next(iter(fold(journal.entries_of(case)).hearings))


def page(office: Registry, role: Role, address: str) -> Any:
    return signed_in(office, role).get(address)


class TestTheDocket:
    def test_shows_hearings_to_come_and_remedies_that_run(self, office, case, remedy, hearing):
        text = page(office, Role.COURT, "/chambers").content.decode()
        assert f"/cases/{case}/hearings/{hearing}" in text
        assert f"/cases/{case}/remedies/{remedy}" in text
        assert "Lifting of a seizure" in text
        assert WORDS not in text

    def test_is_kept_with_the_case(self, office, case, remedy, hearing):
        assert list(differences()) == []
        office.do(Role.COURT, "decide-remedy", case, remedy, outcome="dismissed", final=True, reasons="unfounded")
        office.do(Role.COURT, "cancel-hearing", case, hearing, reasons="decided")
        assert list(differences()) == []
        text = page(office, Role.COURT, "/chambers").content.decode()
        assert case not in text

    def test_is_for_whoever_sees_files(self, office, case, remedy):
        assert page(office, Role.AUDITOR, "/chambers").status_code == 200
        for role in (Role.COUNSEL, Role.ADMINISTRATOR, Role.REVIEWER):
            assert page(office, role, "/chambers").status_code == 404

    def test_asks_the_database_as_often_however_much_there_is(
        self, office, case, hearing, django_assert_max_num_queries
    ):
        client = signed_in(office, Role.COURT)
        client.get("/chambers")
        for _ in range(3):
            office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="again")
        with django_assert_max_num_queries(8):
            client.get("/chambers")


class TestRemedies:
    def test_tell_what_each_closes_and_by_what(self, office, case, remedy):
        text = page(office, Role.COURT, f"/cases/{case}/remedies").content.decode()
        assert WORDS in text
        assert "automatic hold while a remedy runs" in text
        assert "not registered yet, and running all the same" in text

    def test_show_undertakings_stays_and_restrictions(self, office, case):
        office.do(Role.CENTRAL_AUTHORITY, "undertake", case, text="nothing leaves", acts=["transmit"])
        stay = {"body": "European Court of Human Rights", "acts": ["surrender"], "source": "12345/26"}
        office.do(Role.COURT, "order-stay", case, **stay, text="until further notice")
        until = (timezone.localdate() + timedelta(days=30)).isoformat()
        kept = {"basis": "Directive 2014/41/EU, Art. 19", "review": until, "until": until, "reasons": "flight"}
        office.do(Role.PROSECUTOR, "keep-back", case, "P1", **kept)
        text = page(office, Role.COURT, f"/cases/{case}/remedies").content.decode()
        for words in ("nothing leaves", "until further notice", "12345/26", "Directive 2014/41/EU, Art. 19"):
            assert words in text

    def test_words_that_stand_apart_are_not_shown(self, office, case):
        office.mandate(Role.COUNSEL, case)
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text=WORDS, compartment="asylum")
        for role in (Role.PROSECUTOR, Role.AUDITOR):
            assert WORDS not in page(office, role, f"/cases/{case}/remedies").content.decode()

    def test_the_ruling_is_entered_where_each_party_is_read(self, office, case, remedy):
        office.do(Role.COUNSEL, "submit", case, "P1", text="conclusions for the person")
        address = f"/cases/{case}/remedies/{remedy}"
        text = page(office, Role.COURT, address).content.decode()
        assert "conclusions for the person" in text
        assert "Enter the ruling" in text
        assert "Enter the ruling" not in page(office, Role.PROSECUTOR, address).content.decode()
        head = fold(journal.entries_of(case)).head
        told = {"object": remedy, "seen": head, "outcome": "granted", "reasons": "it was unlawful", "final": "on"}
        assert signed_in(office, Role.COURT).post(f"/cases/{case}/acts/decide-remedy", told).status_code == 302
        assert fold(journal.entries_of(case)).challenges.remedies[remedy].outcome is Outcome.GRANTED


class TestHearings:
    def test_show_who_is_called_and_what_was_filed(self, office, case, hearing):
        office.do(Role.COUNSEL, "submit", case, "P1", text="written conclusions", hearing=hearing)
        text = page(office, Role.COURT, f"/cases/{case}/hearings/{hearing}").content.decode()
        assert "A. B." in text
        assert "written conclusions" in text

    def test_the_bundle_numbers_what_is_before_the_court(self, office, case, hearing):
        assert page(office, Role.COURT, f"/cases/{case}/hearings/{hearing}/bundle").status_code == 404
        office.do(Role.COUNSEL, "submit", case, "P1", text="written conclusions", hearing=hearing)
        answer = page(office, Role.COURT, f"/cases/{case}/hearings/{hearing}/bundle")
        assert answer["Content-Type"] == "application/pdf"
        with pypdfium2.PdfDocument(BytesIO(answer.content)) as document:
            text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        assert "Exhibit 1" in text
        assert "written conclusions" in text

    def test_a_program_gets_the_same(self, office, case, remedy, hearing):
        office.do(Role.COUNSEL, "submit", case, "P1", text="written conclusions", hearing=hearing)
        program = Program.of(office, Role.COURT)
        told = program.get(f"/cases/{case}/remedies").json()
        assert [r["remedy"] for r in told["remedies"]] == [remedy]
        closed = {"transmit", "open-file", "surrender", "admit-officials", "open-seal"}
        assert {c["act"] for c in told["remedies"][0]["closes"]} == closed
        assert [h["hearing"] for h in told["hearings"]] == [hearing]
        assert [h["ident"] for h in program.get("/docket").json()["hearings"]] == [hearing]
        assert program.get(f"/cases/{case}/hearings/{hearing}/bundle").content.startswith(b"%PDF")
        assert Program.of(office, Role.COUNSEL).get(f"/cases/{case}/remedies").status_code == 404

    def test_nobody_looks_without_signing_in(self, case, hearing):
        for address in ("/chambers", f"/cases/{case}/remedies", f"/cases/{case}/hearings/{hearing}/bundle"):
            assert Client().get(address).status_code == 302


class TestWhoSeesNothingHere:
    @pytest.mark.parametrize("role", [Role.COUNSEL, Role.PERSON_CONCERNED, Role.LIAISON, Role.REVIEWER,
                                      Role.PRIVILEGE_OBSERVER, Role.INTERVENER, Role.ADMINISTRATOR])  # fmt: skip
    def test_does_not_see_the_file(self, office, case, remedy, hearing, role):
        if role in (Role.PERSON_CONCERNED, Role.LIAISON, Role.PRIVILEGE_OBSERVER, Role.INTERVENER):
            office.mandate(role, case)
        for address in (f"remedies/{remedy}", f"hearings/{hearing}", f"hearings/{hearing}/bundle", "remedies"):
            answer = page(office, role, f"/cases/{case}/{address}")
            assert answer.status_code == 404 or WORDS not in answer.content.decode(), address
