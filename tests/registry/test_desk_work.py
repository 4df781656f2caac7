"""My work, the list of cases, the examination and the journal: what waits for whom, and what no list tells."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import CaseCopy
from tests.registry.doors import sign_in_for_the_defence
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


def page(office: Registry, role: Role, address: str, **headers: str) -> str:
    client = Client(SERVER_NAME="localhost", headers=headers)
    client.force_login(Account.objects.get(public_id=office.accounts[role]))
    sign_in_for_the_defence(client, office.accounts[role])
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def proposed(office: Registry) -> str:
    """The founding case, with a departure the court proposed."""
    case = office.register(founding_file())
    barred = office.do(Role.PROSECUTOR, "grant", case, "search", reasons="asked for")
    told = {"departs-from": "grant", "ruling": barred.result.ruling.hash}
    office.do(Role.COURT, "depart", case, reasons="to be discussed", **told)
    return case


class TestMyWork:
    def test_a_proposal_waits_for_whoever_may_agree_and_for_nobody_else(self, office):
        proposed(office)
        waits = "Waits for you as the second person"
        assert waits in page(office, Role.CENTRAL_AUTHORITY, "/")
        assert waits not in page(office, Role.COURT, "/")
        assert waits not in page(office, Role.PROSECUTOR, "/")

    def test_a_remedy_waits_for_the_court(self, office):
        case = office.register()
        office.mandate(Role.COUNSEL, case)
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="opposition")
        assert "Remedies to decide" in page(office, Role.COURT, "/")
        assert "Remedies to decide" not in page(office, Role.PROSECUTOR, "/")

    def test_a_notice_owed_waits_for_whoever_may_give_it(self, office):
        case = proposed(office)
        assert "Notices owed" not in page(office, Role.PROSECUTOR, "/")
        office.do(Role.CENTRAL_AUTHORITY, "confirm", case, "proposal-2", seen=CaseCopy.objects.get(case=case).head)
        assert CaseCopy.objects.get(case=case).notices > 0
        assert "Notices owed" in page(office, Role.PROSECUTOR, "/")
        assert "Notices owed" not in page(office, Role.AUDITOR, "/")

    def test_a_case_waits_for_answers_or_for_a_decision_until_it_is_taken(self, office):
        open_, decided = office.register(), office.register(founding_file())
        text = page(office, Role.PROSECUTOR, "/")
        assert text.index("Questions to answer") < text.index(open_) < text.index("Decisions to take")
        assert text.index("Decisions to take") < text.index(decided)
        office.do(Role.PROSECUTOR, "refuse", decided, "search", reasons="a refugee from that state")
        assert "Decisions to take" not in page(office, Role.PROSECUTOR, "/")

    def test_a_barred_attempt_is_told_to_those_who_see_the_file(self, office):
        case = office.register(founding_file())
        office.mandate(Role.COUNSEL, case)
        office.do(Role.PROSECUTOR, "grant", case, "search", reasons="asked for")
        told = "Somebody attempted what could not be done"
        assert told in page(office, Role.CENTRAL_AUTHORITY, "/")
        assert told not in page(office, Role.COUNSEL, "/defence/")

    def test_what_came_in_since_one_looked_is_told_until_one_looks(self, office):
        case = office.register()
        told = "Changed since you last looked"
        page(office, Role.PROSECUTOR, f"/cases/{case}")
        assert told not in page(office, Role.PROSECUTOR, "/")
        office.do(Role.CLERK, "enter", case, adds={"events": [{"on": "2026-02-01", "text": "A letter"}]})
        assert told in page(office, Role.PROSECUTOR, "/")
        page(office, Role.PROSECUTOR, f"/cases/{case}")
        assert told not in page(office, Role.PROSECUTOR, "/")

    def test_a_decision_that_could_not_be_taken_any_more_is_an_alarm(self, office):
        case = office.register(founding_file())
        CaseCopy.objects.filter(case=case).update(against=True)
        assert "Decided, and could not be decided so today" in page(office, Role.PROSECUTOR, "/")

    def test_days_that_come_are_what_the_file_says(self, office):
        case = office.register()
        soon = timezone.localdate() + timedelta(days=10)
        office.do(Role.CLERK, "enter", case, adds={"events": [{"on": soon.isoformat(), "text": "Hearing"}]})
        office.mandate(Role.COUNSEL, case, until=soon.isoformat())
        text = page(office, Role.PROSECUTOR, "/")
        assert "Hearing" in text
        assert "ends" in text
        counsel = page(office, Role.COUNSEL, "/defence/")
        assert "Hearing" not in counsel
        assert "You see this case until" in counsel

    def test_an_answer_that_grows_too_old_to_clear_is_told_beforehand(self, office):
        case = office.register()
        told = (timezone.localdate() - timedelta(days=700)).isoformat()
        office.do(
            Role.PROSECUTOR, "find", case, question="request.persecution_purpose", answer="no", as_of=told, source="r"
        )
        assert "grows too old to clear" in page(office, Role.PROSECUTOR, "/")


class TestTheList:
    def test_it_tells_of_a_case_no_more_than_its_file_shows(self, office):
        case = office.register(founding_file())
        office.mandate(Role.LIAISON, case)
        office.mandate(Role.COUNSEL, case)
        for role in (Role.LIAISON, Role.COUNSEL):
            text = page(office, role, "/cases")
            assert case in text
            assert not {"I.Y.", "B.J.", "forbidden</span>"} & {
                w for w in ("I.Y.", "B.J.", "forbidden</span>") if w in text
            }

    @pytest.mark.parametrize("asked", ["q=jailed", "q=i.y.", "grant=forbidden", "open=1", "waits=examine", "waits=me"])
    def test_nor_by_what_it_leaves_out(self, office, asked):
        case = office.register(founding_file())
        office.mandate(Role.LIAISON, case)
        assert case not in page(office, Role.LIAISON, f"/cases?{asked}")

    @pytest.mark.parametrize(
        "asked", ["q=kazach", "q=Kazakhstan", "state=kz", "state=kazach", "grant=forbidden", "kind=mla"]
    )
    def test_a_case_is_found_by_its_state_in_any_language_its_kind_and_its_verdict(self, office, asked):
        case, other = office.register(founding_file()), office.register()
        text = page(office, Role.CLERK, f"/cases?{asked}")
        assert case in text
        assert (other in text) == (asked == "kind=mla")

    def test_asked_by_htmx_it_gives_the_rows_alone(self, office):
        case = office.register()
        text = page(office, Role.CLERK, "/cases", **{"HX-Request": "true"})
        assert case in text
        assert "<html" not in text

    def test_the_table_to_take_along_holds_no_formula_and_no_case_one_does_not_see(self, office):
        case = office.register({**founding_file(), "title": "=1+1"})
        office.mandate(Role.COUNSEL, case)
        assert "'=1+1" in page(office, Role.CLERK, "/cases.csv")
        assert case not in page(office, Role.COUNSEL, "/cases.csv")


class TestTheExamination:
    def test_what_an_answer_would_change_is_told_and_nothing_is_recorded(self, office):
        case = office.register()
        entries = CaseCopy.objects.get(case=case).head
        now = page(office, Role.PROSECUTOR, f"/cases/{case}/examination")
        assert "If that were recorded:" not in now
        first = now.split('name="question" value="')[1].split('"')[0]
        about = now.split('name="about"')[1].split(">")[0]
        about = about.split('value="')[1].split('"')[0] if 'value="' in about else ""
        told = f"question={first}&about={about}&against=&answer=yes&grade=established"
        assert "If that were recorded:" in page(office, Role.PROSECUTOR, f"/cases/{case}/examination?{told}")
        part = page(office, Role.PROSECUTOR, f"/cases/{case}/examination?part=preview&{told}", **{"HX-Request": "true"})
        assert "If that were recorded:" in part
        assert "<html" not in part
        assert CaseCopy.objects.get(case=case).head == entries

    def test_whoever_may_not_answer_sees_the_questions_and_no_form(self, office):
        case = office.register()
        text = page(office, Role.AUDITOR, f"/cases/{case}/examination")
        assert "The questions that still matter" in text
        assert "Record the answer" not in text


class TestTheJournal:
    def test_barred_attempts_can_be_seen_alone(self, office):
        case = office.register(founding_file())
        office.do(Role.PROSECUTOR, "grant", case, "search", reasons="asked for")
        text = page(office, Role.AUDITOR, f"/cases/{case}/journal?only=barred")
        assert text.count('class="barred" data-row') == 1
        assert "request registered" not in text

    def test_an_entry_has_its_receipt_for_who_sees_by_whom_it_was_made(self, office):
        case = office.register(founding_file())
        seq = CaseCopy.objects.get(case=case).head
        assert page(office, Role.PROSECUTOR, f"/cases/{case}/journal/{seq}/receipt").startswith("c2sp.org/tlog-proof")


class TestTheLawBook:
    def test_norms_are_found_by_words_and_by_the_act_they_bear_on(self, office):
        assert "/law/norms/rc-33-non-refoulement" in page(office, Role.CLERK, "/law?q=refugee+33&act=surrender")
        assert "/law/norms/rc-33-non-refoulement" not in page(office, Role.CLERK, "/law?q=refugee+33&act=close")

    def test_a_norm_is_shown_in_every_language_with_its_condition(self, office):
        text = page(office, Role.CLERK, "/law/norms/rc-33-non-refoulement")
        assert 'lang="fr"' in text
        assert 'lang="nl"' in text
        assert "It applies when" in text
