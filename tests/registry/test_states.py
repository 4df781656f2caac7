"""The record of states in the office: put on it, weighed in its cases, told to whoever they concern, and shown."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.reassessing import REASSESSED
from rogatory.office.perform import Barred
from rogatory.people.mandates import state_stream
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal, rebuild
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.cases.reassessing import reassess
from rogatory.registry.jobs import duties
from rogatory.registry.jobs.handle import Handle
from rogatory.registry.states import door
from rogatory.registry.states.models import Experience, Reassessed, RecordEntry
from rogatory.registry.states.on_record import as_judged, record_here
from tests.office.simulator import simple_file
from tests.office.test_recording import FORM, TNR
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
STATE = "MD"
"""With nothing on record in the program."""
HERE = f"/states/{STATE}"


@pytest.fixture
def office(settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


def file_of(state: str) -> dict[str, Any]:
    file = simple_file()
    file["request"]["requesting_state"] = state
    file["findings"] = [{"question": "person.opposition", "about": "P1", "answer": "yes", "source": "its letter"}]
    return file


def enter(office: Registry, role: Role = Role.CENTRAL_AUTHORITY, act: str = "enter-on-record", entry: str = "",
          **more: Any) -> door.Kept:  # fmt: skip
    return door.put(office.accounts[role], act, STATE, entry, {**FORM, **more})


def page(office: Registry, role: Role, address: str) -> tuple[int, str]:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[role]))
    told = client.get(address)
    return told.status_code, told.content.decode()


class TestRulings:
    def test_an_entry_makes_its_question_live_in_the_cases_of_its_state_and_the_ruling_names_it(self, office):
        mine, other = office.register(file_of(STATE)), office.register(file_of("DE"))
        enter(office)
        barred = office.do(Role.PROSECUTOR, "grant", mine, "interview", reasons="asked").result
        assert barred.ruling.opened == ((TNR, f"something is reported (A report, 2025; record {STATE.lower()}-1)"),)
        assert TNR in {q.slot for q in barred.ruling.questions}
        assert office.do(Role.PROSECUTOR, "grant", other, "interview", reasons="asked").result.ruling.opened == ()

    def test_a_human_answers_and_the_record_is_silent(self, office):
        case = office.register(file_of(STATE))
        enter(office)
        office.do(Role.CENTRAL_AUTHORITY, "find", case, question=TNR, answer="no", grade="established", source="looked")
        dossier = fold(journal.entries_of(case))
        assert not [f for f in as_judged(dossier).findings if f.unknown]

    def test_a_barred_attempt_is_recorded_in_the_stream_of_the_state_and_changes_nothing(self, office):
        kept = enter(office, Role.PROSECUTOR)
        assert isinstance(kept.result, Barred)
        assert [e.act for e in journal.entries_of(state_stream(STATE))] == [kept.result.entry.act]
        assert record_here().of(STATE) == ()


class TestReassessing:
    def test_cases_that_stand_differently_are_told_once_with_what_did_it(self, office):
        mine, other = office.register(file_of(STATE)), office.register(file_of("DE"))
        asked = CaseCopy.objects.get(case=mine).questions
        kept = enter(office)
        told = duties.reassess(Handle(1, timezone.now()))
        assert (told["states"], told["cases"], told["changed"]) == (1, 1, 1)
        (row,) = Reassessed.objects.all()
        assert (row.case, row.state) == (mine, STATE)
        entry = journal.entries_of(state_stream(STATE))[-1]
        assert (entry.act, entry.fields["upto"], entry.fields["questions"]) == (REASSESSED, kept.seq, {TNR: ["md-1"]})
        assert {norm for way in entry.fields["ways"] for norm in way["norms"]} >= {"pace-2509-17-4", "pace-2509-17-7"}
        assert CaseCopy.objects.get(case=mine).questions > asked
        assert other not in str(entry.fields)
        assert reassess() == {"states": 0, "cases": 0, "changed": 0}, "done twice it is done once"

    def test_a_case_of_another_state_behind_which_it_may_stand_is_told_as_well(self, office):
        file = file_of("DE")
        file["proceedings"] = [{"id": "far", "state": STATE, "source": "its letter"}]
        case = office.register(file)
        enter(office)
        assert reassess()["changed"] == 1
        (row,) = Reassessed.objects.all()
        assert (row.case, row.state) == (case, STATE)
        told = page(office, Role.PROSECUTOR, f"/cases/{case}/why/grant/interview")[1]
        assert f"of {STATE}, proceedings far of the request" in told

    def test_a_withdrawal_is_told_as_well(self, office):
        office.register(file_of(STATE))
        enter(office)
        reassess()
        enter(office, act="replace-on-record", entry="md-1", withdrawn=True, reasons="it was wrong")
        assert reassess()["changed"] == 1

    def test_what_nobody_need_look_at_is_told_to_nobody(self, office):
        case = office.register(file_of(STATE))
        enter(office)
        office.do(Role.CENTRAL_AUTHORITY, "find", case, question=TNR, answer="no", grade="established", source="looked")
        assert reassess()["changed"] == 0

    def test_my_work_tells_of_it_until_the_case_is_opened(self, office):
        case = office.register(file_of(STATE))
        enter(office)
        reassess()
        status, text = page(office, Role.PROSECUTOR, "/")
        assert status == 200
        assert "Judged anew, because the record of a state changed" in text
        assert page(office, Role.PROSECUTOR, f"/cases/{case}/examination")[0] == 200
        assert "Judged anew, because" not in page(office, Role.PROSECUTOR, "/")[1]


class TestExperience:
    def test_a_refusal_and_what_a_case_found_are_read_from_the_case(self, office):
        file = file_of(STATE)
        file["findings"] += [
            {"question": "person.refugee_here", "about": "P1", "answer": "yes", "source": "its letter"},
            {"question": "proceeding.same_as_protection", "answer": "yes", "source": "its letter"},
            {"question": "request.repeated_after_refusal", "answer": "yes", "source": "its letter"},
        ]
        case = office.register(file)
        office.do(Role.PROSECUTOR, "refuse", case, "interview", reasons="it is about what she fled from")
        told = {(e.kind, e.case, bool(e.about)) for e in Experience.objects.filter(state=STATE)}
        assert told == {("refused", case, True), ("repeated", case, False)}
        status, text = page(office, Role.AUDITOR, f"/states/{STATE}")
        assert status == 200
        assert "Request refused" in text
        assert case in text
        assert case not in page(office, Role.LIAISON, f"/states/{STATE}")[1]

    def test_of_a_closed_case_it_asks_in_others_and_names_the_case_to_whoever_may_see_it(self, office):
        earlier = file_of(STATE)
        earlier["findings"].append(
            {"question": "request.repeated_after_refusal", "answer": "yes", "source": "a letter"}
        )
        first, second = office.register(earlier), office.register(file_of(STATE))
        assert reassess()["states"] == 0, "an open case says nothing yet"
        office.do(Role.CENTRAL_AUTHORITY, "close", first, reasons="answered")
        assert reassess() == {"states": 1, "cases": 1, "changed": 1}
        assert reassess()["states"] == 0
        barred = office.do(Role.PROSECUTOR, "grant", second, "interview", reasons="asked").result
        ((question, words),) = barred.ruling.opened
        assert question == TNR
        assert "record own-md-repeated" in words
        assert first not in words
        why = f"/cases/{second}/why/grant/interview"
        assert first in page(office, Role.AUDITOR, why)[1]
        assert list(rebuild.differences()) == []
        office.do(Role.CENTRAL_AUTHORITY, "reopen", first, reasons="more came in")
        assert reassess()["changed"] == 2, "it says nothing any more, in neither"
        assert record_here().of(STATE) == ()


class TestCopies:
    def test_they_are_made_anew_from_the_journal_and_an_alteration_is_found(self, office):
        office.register(file_of(STATE))
        enter(office)
        enter(office, act="answer-on-record", entry="md-1", reply="It denies it.", source="Note", on="2026-03-01")
        reassess()
        before = (list(RecordEntry.objects.values()), Reassessed.objects.count())
        assert list(rebuild.differences()) == []
        altered = before[0][1]["told"].replace("denies", "admits")
        RecordEntry.objects.filter(act="answer-on-record").update(told=altered)
        assert [d.what for d in rebuild.differences()] == [f"entry {before[0][1]['seq']} on the record of a state"]
        rebuild.rebuild()
        assert (list(RecordEntry.objects.values()), Reassessed.objects.count()) == before
        assert list(rebuild.differences()) == []


class TestPages:
    @pytest.mark.parametrize("state", ["KZ", STATE])
    def test_a_state_is_shown_with_what_is_on_record_treaties_and_what_follows(self, office, state):
        status, text = page(office, Role.CENTRAL_AUTHORITY, f"/states/{state}")
        assert status == 200
        assert "Treaties in force" in text
        assert ("kz-hrw" in text) is (state == "KZ")
        assert ("Nothing stands on record" in text) is (state == STATE)

    def test_there_is_no_other_state(self, office):
        assert page(office, Role.CENTRAL_AUTHORITY, "/states/XQ")[0] == 404

    def test_an_official_fills_in_the_form_and_an_error_stands_at_its_field(self, office):
        client = Client(SERVER_NAME="localhost")
        client.force_login(Account.objects.get(public_id=office.accounts[Role.CENTRAL_AUTHORITY]))
        told = {f"enter-{name}": value for name, value in FORM.items()}
        assert client.post(HERE, {"act": "enter-on-record", **told, "enter-on": "lately"}).status_code == 422
        assert client.post(HERE, {"act": "enter-on-record", **told}).status_code == 302
        assert [e.id for e in record_here().of(STATE)] == ["md-1"]
        answer = {"answer-reply": "It denies it.", "answer-source": "Note", "answer-on": "2026-03-01"}
        assert client.post(HERE, {"act": "answer-on-record", "entry": "md-1", **answer}).status_code == 302
        again = {f"replace-{name}": value for name, value in FORM.items()} | {"replace-reasons": "looked again"}
        assert client.post(HERE, {"act": "replace-on-record", "entry": "md-1", **again}).status_code == 302
        (fact,) = record_here().of(STATE)
        assert (fact.id, fact.reply) == ("md-2", "")

    def test_whoever_may_not_is_barred_and_the_attempt_recorded(self, office):
        client = Client(SERVER_NAME="localhost")
        client.force_login(Account.objects.get(public_id=office.accounts[Role.CLERK]))
        assert client.post(HERE, {"act": "enter-on-record"}).status_code == 409

    def test_the_list_tells_which_states_have_something_on_record(self, office):
        text = page(office, Role.PROSECUTOR, "/states")[1]
        assert "Kazakhstan" in text
        assert "Moldova" not in text
        assert "Moldova" in page(office, Role.PROSECUTOR, "/states?q=moldo")[1]
