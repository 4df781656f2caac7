"""The received documents of a case: who opens which, with the facts read in it, and what stays shut to whom."""

from email.message import EmailMessage
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.folds.originals import letter_name
from rogatory.people.mandates import Compartment
from rogatory.registry.api.opening import opened
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.mailroom import door, in_case
from tests.registry.api import Program
from tests.registry.letters import DIGEST, LETTER, registered_from, settled
from tests.registry.mailroom.conftest import signed_in
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
NAME = letter_name(DIGEST)
WHO_JUDGE = (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.COURT, Role.GOVERNMENT, Role.AUDITOR, Role.CLERK)
SEE_A_PART = (Role.REVIEWER, Role.LIAISON, Role.PRIVILEGE_OBSERVER)
SEE_NOTHING = (Role.ADMINISTRATOR, Role.STANDING_QUERY)


@pytest.fixture
def case(clerk, number) -> str:
    settled(clerk, number)
    return registered_from(clerk, number)


def with_attachment() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Request"
    message.set_content("We ask for an interview of Mr Aidar TESTBAYEV.")
    message.add_attachment(b"minutes that only the court may read", "text", "plain", filename="minutes.txt")
    message.set_boundary("between-the-parts")
    return message.as_bytes()


def readings(case: str, of: str) -> list[tuple[str, str, str]]:
    found = journal.entries_of(case)
    return [(e.act, e.object, e.fields.get("role", "")) for e in found if e.actor == of and e.act != "register"]


class TestWhoOpensIt:
    @pytest.mark.parametrize("role", WHO_JUDGE)
    def test_whoever_judges_sees_each_fact_with_its_page_and_the_bytes_as_they_came(self, office, case, role):
        account = office.accounts[role]
        found = in_case.letter(account, case, NAME)
        facts = {(s.field.value, s.value, s.page) for s in found.mail.settled.values() if s.how.counts}
        assert ("date of birth", "1975-05-05", 1) in facts
        assert found.part is not None
        assert "TESTBAYEV" in found.part.pages[0].text
        assert in_case.original(account, case, NAME) == ("letter.txt", LETTER)

    def test_that_it_was_opened_is_recorded_once_for_a_row_of_pages(self, office, case):
        court = office.accounts[Role.COURT]
        for _ in range(3):
            in_case.letter(court, case, NAME)
        assert readings(case, court) == [("read", "", "court"), ("read", NAME, "court")]

    @pytest.mark.parametrize("role", SEE_A_PART)
    def test_who_sees_a_part_of_a_case_opens_none_and_the_attempt_is_recorded(self, office, case, role):
        if role is not Role.REVIEWER:
            office.mandate(role, case)
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.letter(office.accounts[role], case, NAME)
        assert readings(case, office.accounts[role])[-1][:2] == ("attempt-barred", NAME)

    @pytest.mark.parametrize("role", SEE_NOTHING)
    def test_who_sees_no_case_learns_nothing(self, office, case, role):
        with pytest.raises(cases.NoSuchCaseError):
            in_case.letter(office.accounts[role], case, NAME)

    @pytest.mark.parametrize("role", [Role.COUNSEL, Role.PERSON_CONCERNED])
    def test_the_only_person_concerned_and_counsel_open_it(self, office, case, role):
        office.mandate(role, case)
        assert in_case.original(office.accounts[role], case, NAME)[1] == LETTER

    @pytest.mark.parametrize("role", [Role.COUNSEL, Role.PERSON_CONCERNED])
    def test_beside_another_person_it_is_not_there_for_them(self, office, case, role):
        office.mandate(role, case)
        office.do(Role.CLERK, "enter", case, adds={"persons": [{"id": "P2", "name": "C. D."}]})
        dossier, _ = cases.look(office.accounts[Role.COURT], case, NAME)
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.letter(office.accounts[role], case, NAME)
        told = Program.of(office, role)
        assert told.get(f"/cases/{case}/letters").json() == []
        assert NAME not in told.get(f"/cases/{case}/journal").content.decode()
        assert NAME in str(dossier.entries)

    def test_a_document_of_another_case_is_none_of_this_one(self, office, case):
        other = office.register()
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.letter(office.accounts[Role.COURT], other, NAME)


class TestWhatStandsApart:
    def test_a_document_put_into_a_compartment_is_shut_to_who_may_not_open_it_in_the_mailroom_too(
        self, office, case, clerk, number
    ):
        office.do(Role.CLERK, "set-apart", case, NAME, into="asylum")
        for role in (Role.CLERK, Role.COURT, Role.PROSECUTOR):
            with pytest.raises(in_case.NoSuchLetterError):
                in_case.original(office.accounts[role], case, NAME)
        for look in (door.look, door.original):
            with pytest.raises(cases.NoSuchCaseError):
                look(clerk, number)
        office.mandate(Role.PROSECUTOR, case, compartments=["asylum"])
        assert in_case.original(office.accounts[Role.PROSECUTOR], case, NAME)[1] == LETTER

    def test_the_court_takes_it_out_again(self, office, case):
        office.do(Role.CLERK, "set-apart", case, NAME, into="privileged")
        court = office.accounts[Role.COURT]
        assert in_case.original(court, case, NAME)[1] == LETTER
        told = {"out-of": "privileged", "reasons": "no privilege"}
        office.do(Role.COURT, "release", case, NAME, seen=office.head(Role.COURT, case), **told)
        assert in_case.original(office.accounts[Role.PROSECUTOR], case, NAME)[1] == LETTER

    def test_it_is_shut_with_what_came_into_the_file_with_it(self, office, case):
        (event,) = [n for n, e in enumerate(cases.look(office.accounts[Role.COURT], case)[0].case.events) if not n]
        office.do(Role.CLERK, "set-apart", case, f"event-{event}", into="asylum")
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.original(office.accounts[Role.COURT], case, NAME)

    def test_every_document_is_shut_to_who_may_not_see_the_name_of_a_person(self, office, case):
        office.do(Role.CLERK, "enter", case, adds={"persons": [
            {"id": "W1", "name": "Ida Quillonova", "compartment": "protected-identity"},
        ]})  # fmt: skip
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.letter(office.accounts[Role.COURT], case, NAME)
        office.mandate(Role.INVESTIGATING_JUDGE, case, compartments=[Compartment.PROTECTED_IDENTITY.value])
        assert in_case.letter(office.accounts[Role.INVESTIGATING_JUDGE], case, NAME).row.name == "letter.txt"

    def test_a_part_is_shut_alone_and_then_the_bytes_of_the_whole_are_too(self, office, clerk):
        number = door.receive(clerk, "letter.eml", with_attachment()).number
        settled(clerk, number)
        part = next(p for p in door.look(clerk, number).part.walk() if p.name == "minutes.txt")  # type: ignore[union-attr]
        told = [{"how": "added", "field": "offence", "value": "fraud", "part": part.digest, "page": 1}]
        door.handle(clerk, "settle-fields", number, {"settled": told})
        case = registered_from(clerk, number)
        (name,) = (one.seen.original.name for one in in_case.listed(seen(office, Role.PROSECUTOR, case)))
        office.do(Role.CLERK, "set-apart", case, letter_name(part.digest), into="privileged")
        prosecutor = office.accounts[Role.PROSECUTOR]
        found = in_case.letter(prosecutor, case, name)
        assert found.part is not None
        assert part.digest not in {p.digest for p in found.part.walk()}
        assert "fraud" not in {s.value for s in found.mail.settled.values()}
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.original(prosecutor, case, name)
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.image(prosecutor, case, name, part.digest, 1, 800)
        assert in_case.original(office.accounts[Role.COURT], case, name)[1] == with_attachment()
        with pytest.raises(door.NoSuchMailError):
            door.look(clerk, number)

    def test_parts_are_digests(self, office, clerk, number):
        with pytest.raises(FormError, match="no digest"):
            office.do(Role.CLERK, "attach", office.register(), documents=[DIGEST], parts=["minutes"], text="more")


def seen(office: Registry, role: Role, case: str) -> Any:
    return opened(office.accounts[role], case).portion.originals


class TestByPage:
    def test_the_file_leads_to_it_and_it_stands_beside_its_facts(self, office, case):
        court = signed_in(office, Role.COURT)
        assert f"/cases/{case}/letters/{NAME}" in court.get(f"/cases/{case}/file").content.decode()
        text = court.get(f"/cases/{case}/letters/{NAME}").content.decode()
        assert {word for word in ("1975-05-05", "TESTBAYEV", "page 1") if word not in text} == set()
        assert 'method="post"' not in text.partition("<main")[2], "a fact is looked at here and not settled"
        kept = court.get(f"/cases/{case}/letters/{NAME}/original")
        assert (kept.content, kept["Content-Disposition"][:10]) == (LETTER, "attachment")
        assert NAME in court.get(f"/cases/{case}/readings").content.decode()

    def test_one_that_is_shut_is_named_with_its_compartment_and_not_opened(self, office, case):
        office.do(Role.CLERK, "set-apart", case, NAME, into="asylum")
        court = signed_in(office, Role.COURT)
        text = court.get(f"/cases/{case}/file").content.decode()
        assert NAME in text
        assert f"/letters/{NAME}" not in text
        for way in ("", "/original", f"/pages/{DIGEST}/1"):
            assert court.get(f"/cases/{case}/letters/{NAME}{way}").status_code == 404


class TestByApi:
    def test_it_tells_each_fact_with_its_place_and_gives_the_bytes(self, office, case):
        court = Program.of(office, Role.COURT)
        (listed,) = court.get(f"/cases/{case}/letters").json()
        assert (listed["letter"], listed["digest"], listed["began"], listed["shut"]) == (NAME, DIGEST, True, [])
        told = court.get(f"/cases/{case}/letters/{NAME}").json()
        assert {f["field"] for f in told["read"] if f["place"]} >= {"person", "date of birth", "measure asked for"}
        assert told["whole"]
        assert court.get(f"/cases/{case}/letters/{NAME}/original").content == LETTER
        assert [r["letter"] for r in court.get(f"/cases/{case}/readings").json()] == [NAME, ""]
