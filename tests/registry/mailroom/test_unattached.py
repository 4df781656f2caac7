"""A document that belongs to no case is erased: the central authority proposes, the court agrees, the digest stays."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import mail_stream
from rogatory.registry.cases import journal
from rogatory.registry.ledger import audit, originals
from rogatory.registry.ledger.models import Burial, Original, Secret
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.api import Program
from tests.registry.letters import DIGEST, LETTER, registered_from, settled
from tests.registry.mailroom.conftest import signed_in
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
BASIS = "Directive (EU) 2016/680, Art. 16(2); decision of 3 March 2026"
FORM = {"basis": BASIS, "reasons": "sent here by mistake"}


def propose(office: Registry, number: int, **form: str) -> door.Kept:
    return door.handle(office.accounts[Role.CENTRAL_AUTHORITY], "erase-document", number, form or FORM)


def agree(office: Registry, number: int, role: Role = Role.COURT) -> door.Kept:
    return door.handle(office.accounts[role], "confirm", number, {})


def hurdle(kept: door.Kept) -> str:
    assert isinstance(kept.result, Barred)
    return kept.result.obstacles[0].hurdle.value


@pytest.fixture
def erased(office, clerk, number) -> int:
    settled(clerk, number)
    propose(office, number)
    assert isinstance(agree(office, number).result, Done)
    return int(number)


class TestWhatGoesAndWhatStays:
    def test_nothing_goes_before_the_court_has_agreed(self, office, number):
        assert propose(office, number).result.entry.act == "proposed"
        assert originals.bytes_of(DIGEST) == LETTER

    def test_bytes_and_all_that_was_read_in_them_go(self, erased):
        assert Original.objects.count() == 0
        row = Received.objects.get()
        assert (row.state, row.name, row.part, row.proposed, row.leaving) == ("erased", "", "", "", False)
        assert not Secret.objects.filter(field="settled").exists()

    def test_digest_basis_reasons_and_the_two_persons_stay_in_the_journal_of_the_office(self, office, erased):
        entries = journal.entries_of(mail_stream(erased))
        told = next(e for e in entries if e.act == "erase-document")
        assert told.actor == office.accounts[Role.CENTRAL_AUTHORITY]
        assert (told.fields["second"], told.fields["second-role"]) == (office.accounts[Role.COURT], "court")
        assert (told.fields["basis"], told.fields["reasons"]) == (BASIS, FORM["reasons"])
        stone = next(e for e in entries if e.act == "journal.erase")
        assert list(stone.fields["originals"]) == [DIGEST]
        assert Burial.objects.get().tombstone == stone.seq
        assert Received.objects.get().digest == DIGEST

    def test_the_audit_is_sound_and_says_erased(self, erased):
        report = audit.audit()
        assert report.sound, report.lines()
        assert report.originals == [(DIGEST, Burial.objects.get().tombstone)]

    def test_the_same_bytes_that_came_in_twice_go_at_once(self, office, clerk, number):
        again = door.receive(clerk, "again.txt", LETTER).number
        propose(office, number)
        agree(office, number)
        assert {r.state for r in Received.objects.all()} == {"erased"}
        assert hurdle(door.handle(clerk, "put-away", again, {"reasons": "advertising"})) == "course"

    def test_nothing_is_done_to_it_any_more(self, office, clerk, erased):
        assert hurdle(door.handle(clerk, "put-away", erased, {"reasons": "advertising"})) == "course"
        assert hurdle(propose(office, erased)) == "course"


class TestWhatStandsAgainstIt:
    def test_no_legal_basis(self, office, number):
        with pytest.raises(FormError, match="basis"):
            propose(office, number, reasons="why")

    def test_no_reasons(self, office, number):
        assert hurdle(propose(office, number, basis=BASIS)) == "reasons"

    def test_a_clerk_does_not_propose_it(self, clerk, number):
        assert hurdle(door.handle(clerk, "erase-document", number, FORM)) == "role"

    def test_it_belongs_to_a_case_whose_rules_hold_for_it(self, office, clerk, number):
        settled(clerk, number)
        propose(office, number)
        registered_from(clerk, number)
        assert hurdle(agree(office, number)) == "course"
        assert originals.bytes_of(DIGEST) == LETTER

    @pytest.mark.parametrize("role", [Role.CLERK, Role.CENTRAL_AUTHORITY])
    def test_whoever_is_no_court_does_not_agree(self, office, number, role):
        propose(office, number)
        assert hurdle(agree(office, number, role)) == "role"

    def test_the_second_person_is_somebody_else(self, office, number):
        account = office.accounts[Role.COURT]
        told = {"account": account, "role": Role.CENTRAL_AUTHORITY.value, "since": "2026-01-01"}
        office.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
        assert isinstance(door.handle(account, "erase-document", number, FORM).result, Done)
        assert hurdle(agree(office, number)) == "second-person"

    def test_a_proposal_falls_with_the_mandate_of_whoever_made_it(self, office, number):
        propose(office, number)
        account = office.accounts[Role.CENTRAL_AUTHORITY]
        given = next(e for e in journal.entries_of("") if e.act == "appoint" and account in str(e.fields))
        ended = office.do(Role.ADMINISTRATOR, "dismiss", "", f"mandate-{given.seq}", reasons="left").result
        assert isinstance(ended, Done), ended
        assert hurdle(agree(office, number)) == "mandate"

    def test_nothing_waits(self, office, number):
        with pytest.raises((UnknownObjectError, door.NoSuchMailError)):
            agree(office, number)

    def test_the_journal_must_be_witnessed(self, office, number, monkeypatch):
        monkeypatch.setattr(journal, "witnessed", lambda _: False)
        assert hurdle(propose(office, number)) == "witness"


class TestWhoSeesIt:
    def test_the_court_sees_it_while_it_waits_and_only_then(self, office, number):
        court = signed_in(office, Role.COURT)
        assert [court.get(where).status_code for where in ("/mail", f"/mail/{number}")] == [404, 404]
        propose(office, number)
        assert "letter.txt" in court.get("/").content.decode()
        assert "letter.txt" in court.get("/mail").content.decode()
        page = court.get(f"/mail/{number}").content.decode()
        assert BASIS in page
        assert 'value="settle-fields"' not in page
        assert court.post(f"/mail/{number}", {"act": "confirm"}).status_code == 302
        assert court.get(f"/mail/{number}").status_code == 404
        desk = signed_in(office, Role.CLERK).get(f"/mail/{number}").content.decode()
        assert "erased on a legal basis" in desk

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.AUDITOR, Role.REVIEWER])
    def test_nobody_else_does(self, office, number, role):
        propose(office, number)
        assert signed_in(office, role).get(f"/mail/{number}").status_code == 404

    def test_the_central_authority_proposes_it_on_the_page_and_the_court_agrees_by_a_program(self, office, number):
        desk = signed_in(office, Role.CENTRAL_AUTHORITY)
        assert 'value="erase-document"' in desk.get(f"/mail/{number}").content.decode()
        assert desk.post(f"/mail/{number}", {"act": "erase-document", **FORM}).status_code == 302
        [row] = Program.of(office, Role.COURT).get("/mail").json()
        assert row["erasure_proposed"] is True
        told = Program.of(office, Role.COURT).post(f"/mail/{number}/acts/confirm", {}).json()
        assert told["act"] == "erase-document"
        assert Original.objects.count() == 0
