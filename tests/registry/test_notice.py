"""The notice of a case in a served office: its page, its form, what programs are told, late copies, the defence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.registry.cases import door
from rogatory.registry.defence.wording import LANGUAGES, table
from tests.office.simulator import simple_file
from tests.registry.api import Program
from tests.registry.doors import signed_in
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LIST = "national list of wanted persons"


@pytest.fixture
def office(office_once, db, settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    made: Registry = office_once
    return made


@pytest.fixture
def case(office) -> str:
    file = simple_file()
    file["request"]["kind"] = "red-notice"
    made = office.register(file)
    for role in (Role.COUNSEL, Role.PERSON_CONCERNED):
        office.mandate(role, made)
    return str(made)


def track(office, case, step, **form) -> None:
    done = door.do(office.accounts[Role.NOTICE_BUREAU], "track-notice", case, "", {"step": step, **form})
    assert done.seq


def deleted(office, case, days_ago: int = 0) -> None:
    """A copy was found so many days ago, and somebody finds that the notice was deleted."""
    day = (TODAY - timedelta(days=days_ago)).isoformat()
    track(office, case, "copy-found", place="police-database", text=LIST, on=day)
    told = {"question": "notice.deleted_or_refused", "answer": "yes", "source": "message of the General Secretariat"}
    seen = office.head(Role.CLERK, case)
    office.do(Role.PROSECUTOR, "find", case, "", seen=seen, **told)
    track(office, case, "asked-to-delete", of="copy-3", on=day)


def page_of(office, case, role, where="/cases/{}/notice") -> str:
    answer = signed_in(office.accounts[role]).get(where.format(case))
    assert answer.status_code == 200
    return answer.content.decode()


class TestThePage:
    def test_tells_each_part_with_what_it_waits_for_and_leads_to_the_answer(self, office, case):
        page = page_of(office, case, Role.PROSECUTOR)
        assert "6 parts are open" in page
        assert f"/cases/{case}/acts/find?question=person.refugee_here&amp;about=P1" in page
        assert "GA-2017-86-RES-09" in page
        assert "Record a step" not in page
        assert "Record a step" in page_of(office, case, Role.NOTICE_BUREAU)

    def test_the_form_records_a_step(self, office, case):
        client = signed_in(office.accounts[Role.NOTICE_BUREAU])
        where = f"/cases/{case}/acts/track-notice"
        assert "The warrant was seen" in client.get(where).content.decode()
        told = {"step": "copy-found", "place": "border-system", "text": LIST, "seen": office.head(Role.CLERK, case)}
        answer = client.post(where, told)
        assert answer["Location"] == f"/cases/{case}/notice"
        assert LIST in page_of(office, case, Role.NOTICE_BUREAU)

    def test_a_request_that_is_none_has_no_page_among_its_pages(self, office):
        made = office.register()
        assert f"/cases/{made}/notice" not in page_of(office, made, Role.PROSECUTOR, "/cases/{}")
        assert "about no notice" in page_of(office, made, Role.PROSECUTOR)

    def test_copies_that_are_late_stand_in_my_work_of_the_bureau(self, office, case):
        deleted(office, case, days_ago=20)
        assert "overdue" in page_of(office, case, Role.NOTICE_BUREAU)
        assert "Have it confirmed that the copy is gone" in page_of(office, case, Role.NOTICE_BUREAU, "/")
        track(office, case, "gone", of="copy-3")
        assert "Have it confirmed that the copy is gone" not in page_of(office, case, Role.NOTICE_BUREAU, "/")


class TestPrograms:
    def test_are_told_the_check_the_copies_and_the_days(self, office, case):
        deleted(office, case)
        told = Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/notice").json()
        assert not told["checked"]
        assert {p["part"]: p["state"] for p in told["parts"]}["refugee-policy"] == "open"
        assert told["deleted"] == TODAY.isoformat()
        (copy,) = told["copies"]
        assert (copy["kind"], copy["text"], copy["days_left"]) == ("police-database", LIST, 14)
        assert told["places_open"] == ["border-system", "diffusion", "other-state"]

    def test_of_the_person_are_told_how_it_stands_and_neither_who_nor_in_which_file(self, office, case):
        deleted(office, case)
        told = Program.of(office, Role.COUNSEL).get(f"/cases/{case}/notice").json()
        assert told["copies"][0]["stands"] == "deletion asked for"
        assert told["copies"][0]["text"] == ""
        assert {by for part in told["parts"] for by in part["by"]} == set()

    def test_record_a_step(self, office, case):
        form = {"step": "commission-asked", "wish": "deletion", "lodger": "counsel"}
        done = Program.of(office, Role.NOTICE_BUREAU).post(f"/cases/{case}/acts/track-notice", {"form": form})
        assert done.status_code == 200, done.json()
        (request,) = Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/notice").json()["requests"]
        assert request["until"] is not None


class TestTheDefenceDoor:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_person_reads_how_check_and_deletion_stand(self, office, case, language):
        deleted(office, case, days_ago=20)
        client = signed_in(office.accounts[Role.PERSON_CONCERNED])
        client.post("/defence/language", {"language": language})
        page = client.get(f"/defence/cases/{case}").content.decode()
        for key in ("notice.open", "notice.title", "case.by_notice"):
            assert table(language)[key].replace("'", "&#x27;") in page, key
        assert table(language)["notice.late"].partition("{")[0].replace("'", "&#x27;") in page
        assert LIST not in page
