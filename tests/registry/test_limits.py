"""Time limits in the pages, lists, API and letters of the office: who is told what, and when nothing is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.limits import limits
from rogatory.registry.cases import journal, judging
from rogatory.registry.cases.models import CaseCopy, LimitCopy
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.desk.rows import limits as limit_rows
from tests.office.simulator import simple_file
from tests.registry.api import Program
from tests.registry.office import Registry
from tests.registry.test_desk import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(office_once: Registry, db: None, settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return office_once


def order(days_ago: int) -> dict[str, Any]:
    """An investigation order from Germany that came in some days ago: it is decided within 30 days."""
    file = simple_file()
    received = timezone.localdate() - timedelta(days=days_ago)
    file["request"] |= {"kind": "eio", "requesting_state": "DE", "received": received.isoformat()}
    return file


def last_day(case: str, rule: str) -> date:
    found = next(one for one in limits(fold(journal.entries_of(case))) if one.deadline.rule.id == rule)
    assert found.deadline.last_day
    return found.deadline.last_day


def page(office: Registry, role: Role, address: str, status: int = 200) -> str:
    answer = signed_in(office, role).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


class TestThePageOfACase:
    def test_tells_until_when_for_whom_and_how_the_day_was_found(self, office):
        case = office.register(order(days_ago=3))
        text = page(office, Role.PROSECUTOR, f"/cases/{case}/limits")
        assert "Decide on the recognition or execution of the investigation order" in text
        assert "the authority that executes" in text
        assert f'<time datetime="{last_day(case, "eio-recognise").isoformat()}">' in text
        assert 'id="eio-recognise@0"' in text
        assert text.count("<li>Decide on the recognition") == 1, "the first step of how the day was found"
        assert "Directive 2014/41/EU" in text

    def test_tells_whoever_is_late_first(self, office):
        case = office.register(order(days_ago=60))
        text = page(office, Role.PROSECUTOR, f"/cases/{case}/limits")
        assert "days late" in text
        assert text.index("eio-acknowledge@0") < text.index("eio-recognise@0")

    def test_tells_of_a_limit_that_does_not_run_why(self, office):
        case = office.register(simple_file())
        office.mandate(Role.COUNSEL, case)
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="give it back", kind="lifting")
        name = next(iter(fold(journal.entries_of(case)).remedies))
        told = {"outcome": "dismissed", "reasons": "unfounded"}
        office.do(Role.COURT, "decide-remedy", case, name, seen=office.head(Role.COURT, case), **told)
        text = page(office, Role.COURT, f"/cases/{case}/limits")
        assert "not running: not served" in text
        assert "Nothing was served, so the time does not run." in text
        assert f"/cases/{case}#owed" in text

    def test_stands_with_what_is_near_on_the_first_page_of_the_case(self, office):
        near, far = office.register(order(days_ago=24)), office.register(order(days_ago=0))
        assert f"/cases/{near}/limits#eio-recognise%400" in page(office, Role.PROSECUTOR, f"/cases/{near}")
        assert f"/cases/{far}/limits#eio-recognise%400" not in page(office, Role.PROSECUTOR, f"/cases/{far}")

    def test_shows_as_of_a_past_day_what_ran_then(self, office):
        case = office.register(order(days_ago=60))
        rows = limit_rows.standing
        one = next(x for x in limits(fold(journal.entries_of(case))) if x.deadline.rule.id == "eio-recognise")
        last = last_day(case, "eio-recognise")
        assert (rows(one, last), rows(one, last + timedelta(days=1))) == (limit_rows.RUNS, limit_rows.LATE)

    def test_is_for_whoever_sees_the_whole_file(self, office):
        case = office.register(order(days_ago=3))
        office.mandate(Role.COUNSEL, case)
        page(office, Role.AUDITOR, f"/cases/{case}/limits")
        for role in (Role.COUNSEL, Role.REVIEWER, Role.ADMINISTRATOR):
            page(office, role, f"/cases/{case}/limits", status=404)

    @pytest.mark.parametrize(("role", "may"), [(Role.COURT, True), (Role.AUDITOR, False)])
    def test_leads_to_the_acts_that_move_a_limit_whoever_may_try(self, office, role, may):
        case = office.register(order(days_ago=3))
        address = f"/cases/{case}/acts/extend-limit?object=eio-recognise%400"
        assert (address in page(office, role, f"/cases/{case}/limits")) is may


class TestMyWork:
    def test_tells_what_is_overdue_first_and_what_ends_soon_to_whoever_answers_for_it(self, office):
        late, near = office.register(order(days_ago=60)), office.register(order(days_ago=26))
        text = page(office, Role.PROSECUTOR, "/")
        assert "Time limits that are overdue" in text
        assert text.index(f"/cases/{late}/limits#eio-recognise%400") < text.index("Time limits that end soon")
        assert text.index("Time limits that end soon") < text.index(f"/cases/{near}/limits#eio-recognise%400")
        for role in (Role.COURT, Role.CLERK, Role.GOVERNMENT):
            assert f"/cases/{late}/limits" not in page(office, role, "/"), role

    def test_tells_an_auditor_what_is_overdue_and_nothing_else(self, office):
        late, near = office.register(order(days_ago=60)), office.register(order(days_ago=26))
        text = page(office, Role.AUDITOR, "/")
        assert f"/cases/{late}/limits#eio-recognise%400" in text
        assert f"/cases/{near}/limits#eio-recognise%400" not in text

    def test_tells_nothing_to_whoever_sees_no_file(self, office):
        case = office.register(order(days_ago=60))
        office.mandate(Role.LIAISON, case)
        for role in (Role.LIAISON, Role.ADMINISTRATOR, Role.REVIEWER):
            assert "Time limits that are overdue" not in page(office, role, "/")

    def test_what_was_done_is_no_alarm_any_more(self, office):
        case = office.register(order(days_ago=60))
        finds = {"question": "request.essential_interests_prejudiced", "answer": "yes", "source": "the register"}
        office.do(Role.PROSECUTOR, "find", case, **finds)
        told = {"seen": office.head(Role.COURT, case), "reasons": "an investigation of our own"}
        assert not hasattr(office.do(Role.COURT, "postpone", case, "interview", **told).result, "obstacles")
        assert f"/cases/{case}/limits" not in page(office, Role.PROSECUTOR, "/")

    def test_an_acknowledgement_that_was_sent_is_one(self, office):
        case = office.register(order(days_ago=60))
        waiting = LimitCopy.objects.filter(case=case, rule="eio-acknowledge")
        assert waiting.exists()
        office.write_documents(case)
        assert not waiting.exists()

    def test_a_closed_case_is_forgotten_unless_a_remedy_runs(self, office):
        case = office.register(order(days_ago=60))
        copy = CaseCopy.objects.filter(case=case)
        copy.update(closed=True)
        assert f"/cases/{case}/limits" not in page(office, Role.PROSECUTOR, "/")
        copy.update(remedies=1)
        assert f"/cases/{case}/limits" in page(office, Role.PROSECUTOR, "/")


class TestTheListOfCases:
    @pytest.mark.parametrize(
        ("asked", "finds"),
        [
            ("late", "late"),
            ("2", ""),
            ("5", "near"),
            ("10", "near"),
            ("30", "near far"),
            ("x", "late"),
            ("9999", "late"),
        ],
    )
    def test_is_filtered_by_what_is_overdue_or_ends_soon(self, office, asked, finds):
        # Its thirty days end three to five days from now, and on a day of work, as else the end moves.
        near = next(days for days in (26, 25, 27) if (timezone.localdate() + timedelta(30 - days)).weekday() < 5)
        cases = {"late": 60, "near": near, "far": 8}
        numbers = {name: office.register(order(days_ago=days)) for name, days in cases.items()}
        # What was acknowledged in time is no matter here.
        LimitCopy.objects.filter(rule="eio-acknowledge").delete()
        text = page(office, Role.CLERK, f"/cases?limits={asked}")
        assert {name for name, number in numbers.items() if number in text} == set(finds.split())

    def test_tells_the_next_of_a_case(self, office):
        case = office.register(order(days_ago=60))
        text = page(office, Role.CLERK, "/cases")
        assert f'<a class="badge alarm" href="/cases/{case}/limits">time limit overdue</a>' in text

    def test_of_a_case_whose_file_is_not_seen_nothing_not_even_by_what_is_left_out(self, office):
        case = office.register(order(days_ago=60))
        office.mandate(Role.LIAISON, case)
        assert case not in page(office, Role.LIAISON, "/cases?limits=late")
        assert "overdue</a>" not in page(office, Role.LIAISON, "/cases")


class TestTheCopies:
    def test_are_as_the_journal_tells_them_and_made_anew(self, office):
        case = office.register(order(days_ago=60))
        assert {row.rule for row in LimitCopy.objects.filter(case=case)} == {"eio-acknowledge", "eio-recognise"}
        assert [d for d in differences() if d.case == case] == []
        LimitCopy.objects.filter(case=case).delete()
        assert [d.what for d in differences() if d.case == case] == ["time limits"]

    def test_are_brought_along_when_the_case_is_judged_by_night(self, office):
        case = office.register(order(days_ago=60))
        LimitCopy.objects.filter(case=case).delete()
        judging.judge_again(timezone.localdate() + timedelta(days=1))
        assert LimitCopy.objects.filter(case=case).count() == 2


class TestTheApi:
    def told(self, office: Registry, role: Role, case: str) -> list[Any]:
        answer = Program.of(office, role).get(f"/cases/{case}/limits")
        assert answer.status_code == 200, answer.content
        rows: list[Any] = answer.json()
        return rows

    def test_tells_each_limit_with_its_steps(self, office):
        case = office.register(order(days_ago=60))
        told = {row["rule"]: row for row in self.told(office, Role.PROSECUTOR, case)}
        assert set(told) == {"eio-acknowledge", "eio-recognise"}
        row = told["eio-recognise"]
        assert (row["state"], row["overdue"], row["done"]) == ("over", True, None)
        assert row["last_day"] == last_day(case, "eio-recognise").isoformat()
        assert row["days_left"] < 0
        assert "Directive 2014/41/EU" in row["source"]
        assert row["steps"][-1].startswith("Last day: ")

    def test_tells_beside_a_person_their_own_alone(self, office):
        case = office.register(order(days_ago=60))
        office.mandate(Role.COUNSEL, case)
        assert self.told(office, Role.COUNSEL, case) == []
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="give it back", kind="lifting")
        assert {row["rule"] for row in self.told(office, Role.COUNSEL, case)} == {"be-61quater-decision"}
        assert self.told(office, Role.REVIEWER, case) == []
