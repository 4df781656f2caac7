"""The one door: what is done, what is barred and by what."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from rogatory.law.acts import Role
from rogatory.law.formulas import Verdict
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.folds.dossier import EmptyDossierError, fold, known_on, raw
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import Actor, Mandate
from tests.office.simulator import Office, hurdles, simple_file

FOUNDING = Path(__file__).resolve().parents[2] / "cases" / "founding.yaml"
SIBLINGS = {"of": "P2", "kind": "sibling", "to": "P1", "source": "the request"}


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    assert isinstance(made.register(simple_file()), Done)
    return made


@pytest.fixture
def founding(law) -> Office:
    made = Office(law)
    file = yaml.load(FOUNDING.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - words stay words
    assert isinstance(made.register(file), Done)
    return made


class TestRegistration:
    def test_a_registered_request_is_the_case_file_that_was_read(self, founding):
        case = founding.dossier.case
        assert case.request.requesting == "KZ"
        assert case.id == "case-1"
        assert all(f.id for f in case.findings)

    def test_a_case_is_registered_once(self, office):
        with pytest.raises(UnknownObjectError):
            office.do(Role.CLERK, "register", file=simple_file())

    def test_nothing_is_done_before_the_request_is_registered(self, law):
        with pytest.raises(UnknownObjectError):
            Office(law).do(Role.PROSECUTOR, "grant")
        with pytest.raises(EmptyDossierError):
            fold([])

    def test_a_file_that_cannot_be_read_is_refused_with_place_and_mend(self, law):
        file = simple_file()
        file["measures"][0]["type"] = "no-such-type"
        with pytest.raises(FormError, match=r"measures\[0\]\.type"):
            Office(law).register(file)

    def test_there_is_no_act_outside_the_table(self, office):
        with pytest.raises(UnknownActError):
            office.do(Role.ADMINISTRATOR, "delete")


class TestWhoMay:
    def test_a_role_that_may_not_is_barred_and_recorded(self, office):
        assert hurdles(office.do(Role.CLERK, "grant", "interview", reasons="why")) == {"role"}
        last = office.entries[-1]
        assert (last.act, last.actor, last.fields["act"]) == ("attempt-barred", "clerk-1", "grant")

    def test_without_a_mandate_for_the_case_nobody_does_anything(self, office):
        stranger = Actor("stranger", (Mandate("stranger", Role.PROSECUTOR, "other", date(2026, 1, 1)),))
        assert hurdles(office.do(stranger, "grant", "interview", reasons="why")) == {"mandate"}

    def test_a_mandate_that_has_ended_carries_nothing(self, office):
        past = Actor("past", (Mandate("past", Role.PROSECUTOR, "", date(2026, 1, 1), until=date(2026, 3, 2)),))
        assert hurdles(office.do(past, "grant", "interview", reasons="why")) == {"mandate"}

    def test_somebody_else_s_mandate_carries_nothing(self, office):
        thief = Actor("thief", office.people[Role.PROSECUTOR][0].mandates)
        assert hurdles(office.do(thief, "grant", "interview", reasons="why")) == {"mandate"}

    def test_relations_and_proceedings_are_entered_as_they_come_to_be_known(self, office):
        parts = {"persons": [{"id": "P2", "name": "C. D."}], "relations": [SIBLINGS]}
        assert isinstance(office.do(Role.CLERK, "enter", adds=parts), Done)
        proceedings = [{"id": "bank", "state": "DE", "parties": [{"person": "P2", "role": "convicted"}]}]
        assert isinstance(office.do(Role.CLERK, "enter", adds={"proceedings": proceedings}), Done)
        case = office.dossier.case
        assert [(r.of, r.kind, r.to) for r in case.relations] == [("P2", "sibling", "P1")]
        assert [(p.id, p.parties[0].role) for p in case.proceedings] == [("bank", "convicted")]

    def test_counsel_acts_for_the_person_of_the_mandate_only(self, office):
        office.do(Role.CLERK, "enter", adds={"persons": [{"id": "P2", "name": "C. D."}]})
        assert hurdles(office.do(Role.COUNSEL, "lodge-remedy", "P2", text="appeal")) == {"mandate"}
        assert isinstance(office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal"), Done)

    def test_the_administrator_can_do_nothing_in_a_case(self, office):
        for act in ("read", "find", "grant", "enter"):
            assert hurdles(office.do(Role.ADMINISTRATOR, act, reasons="r", question="q", answer="a")) == {"role"}


class TestTheLawIsJudgedAtTheDoor:
    def test_the_founding_request_cannot_be_granted_and_says_why_with_sources(self, founding):
        result = founding.do(Role.PROSECUTOR, "grant", "search", reasons="asked for")
        assert isinstance(result, Barred)
        assert result.ruling is not None
        assert result.ruling.verdict is Verdict.FORBIDDEN
        assert all(o.source for o in result.obstacles)
        assert founding.entries[-1].fields["obstacles"][0]["source"]

    def test_what_is_not_examined_is_not_ripe(self, office):
        result = office.do(Role.PROSECUTOR, "transmit", "record")
        assert isinstance(result, Barred)
        assert result.ruling is not None
        assert result.ruling.verdict in (Verdict.NOT_RIPE, Verdict.FORBIDDEN)
        assert any("answer to" in o.lifts for o in result.obstacles)

    def test_a_decision_needs_reasons(self, founding):
        assert "reasons" in hurdles(founding.do(Role.PROSECUTOR, "refuse", "search"))
        assert isinstance(founding.do(Role.PROSECUTOR, "refuse", "search", reasons="refugee from that state"), Done)

    def test_a_remedy_lodged_bars_transmission_until_it_is_decided(self, office):
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="third-party opposition")
        (remedy,) = office.dossier.remedies
        result = office.do(Role.PROSECUTOR, "transmit", "record")
        assert isinstance(result, Barred)
        assert any("remedy" in o.text.lower() or "remedy" in o.norm for o in result.obstacles)
        office.now = office.now.replace(day=9)
        decided = office.do(Role.COURT, "decide-remedy", remedy, outcome="dismissed", final=True, reasons="unfounded")
        assert isinstance(decided, Done)
        pending = [f for f in office.dossier.case.findings if f.question == "remedy.pending"]
        assert [(f.answer, f.until) for f in pending] == [(("yes",), date(2026, 3, 9)), (("no",), None)]

    def test_a_new_remedy_ends_the_finding_that_none_is_pending(self, office):
        office.answer("remedy.pending", "no")
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        held = [f.answer for f in office.dossier.case.findings if f.question == "remedy.pending" and f.until is None]
        assert held == [("yes",)]


class TestARemedyEndsByDecisionOnly:
    @pytest.fixture
    def pending(self, office):
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        return office

    def test_its_finding_is_not_withdrawn(self, pending):
        (remedy,) = pending.dossier.remedies
        with pytest.raises(UnknownObjectError):
            pending.do(Role.PROSECUTOR, "withdraw-finding", remedy, reasons="a mistake")

    def test_its_finding_is_not_replaced(self, pending):
        (remedy,) = pending.dossier.remedies
        with pytest.raises(FormError, match="ends when it is decided"):
            pending.do(
                Role.PROSECUTOR, "find", question="remedy.pending", answer="no", source="a note", replaces=remedy
            )

    def test_no_event_entered_says_that_none_is_pending(self, pending):
        shows = [{"question": "remedy.pending", "answer": "no"}]
        with pytest.raises(FormError, match="find"):
            pending.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-02", "text": "a note", "shows": shows}]})

    def test_no_finding_of_a_file_takes_the_name_of_a_remedy_yet_to_be_lodged(self, law):
        office = Office(law)
        finding = {"id": "remedy-1", "question": "person.refugee_here", "about": "P1", "answer": "yes"}
        office.register({**simple_file(), "findings": [finding]})
        assert isinstance(office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal"), Done)


class TestDeparting:
    def test_departing_needs_reasons_and_a_second_person_and_owes_notice(self, founding):
        barred = founding.do(Role.PROSECUTOR, "grant", "search", reasons="asked for")
        assert isinstance(barred, Barred)
        assert barred.ruling is not None
        told = {"departs-from": "grant", "ruling": barred.ruling.hash}
        assert "reasons" in hurdles(founding.do(Role.PROSECUTOR, "depart", **told))
        waits = founding.do(Role.PROSECUTOR, "depart", **told, reasons="the court decides otherwise")
        assert isinstance(waits, Done)
        assert waits.waits
        (proposal,) = founding.dossier.proposals
        assert hurdles(founding.do(Role.PROSECUTOR, "confirm", proposal)) == {"role"}
        assert isinstance(founding.do(Role.CENTRAL_AUTHORITY, "confirm", proposal), Done)
        assert founding.entries[-1].fields["notice-owed"] == ["P1", "P2"]
        assert founding.entries[-1].fields["second"] == "central_authority-1"
        assert not founding.dossier.proposals

    def test_no_departure_opens_an_act_that_cannot_be_undone(self, founding):
        barred = founding.do(Role.PROSECUTOR, "transmit", "seized-material")
        assert isinstance(barred, Barred)
        assert barred.ruling is not None
        founding.do(
            Role.PROSECUTOR, "depart", **{"departs-from": "transmit", "ruling": barred.ruling.hash}, reasons="because"
        )
        (proposal,) = founding.dossier.proposals
        founding.do(Role.CENTRAL_AUTHORITY, "confirm", proposal)
        assert "norm" in hurdles(founding.do(Role.PROSECUTOR, "transmit", "seized-material"))

    def test_nobody_is_their_own_second_person(self, founding):
        told = {"departs-from": "grant", "ruling": "0" * 64, "reasons": "because"}
        founding.do(Role.CENTRAL_AUTHORITY, "depart", **told)
        (proposal,) = founding.dossier.proposals
        assert hurdles(founding.do(Role.CENTRAL_AUTHORITY, "confirm", proposal)) == {"second-person"}
        assert isinstance(founding.do(Role.CENTRAL_AUTHORITY, "confirm", proposal, person=2), Done)


class TestWhatCannotBeUndone:
    @pytest.fixture
    def ready(self, office):
        """An interview that was granted, all of whose questions are answered, as far as the rulings ask."""
        for _ in range(60):
            tried = [office.do(Role.PROSECUTOR, act, "interview", reasons="why") for act in ("grant", "execute")]
            open_ = [q for result in tried if isinstance(result, Barred) and result.ruling
                     for q in result.ruling.questions]  # fmt: skip
            if not open_:
                break
            question = open_[0]
            easing = {"protects": "no", "releases": "yes", "neutral": "no"}
            asked = office.law.slot_question(question.slot)
            answer = easing[asked.side.value] if asked.values == ("yes", "no") else asked.values[0]
            about = {"person": "P1", "measure": "interview"}.get(asked.of.value, "")
            office.answer(asked.id, answer, about, **({"against": asked.role} if asked.role else {}))
        return office

    def test_it_waits_for_a_second_person_and_is_judged_again_when_confirmed(self, ready):
        result = ready.do(Role.PROSECUTOR, "execute", "interview")
        assert isinstance(result, Done), result
        assert result.waits
        proposal = list(ready.dossier.proposals)[-1]
        ready.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        ready.answer("person.refugee_here", "yes", "P1")
        again = ready.do(Role.PROSECUTOR, "confirm", proposal, person=2)
        assert isinstance(again, Barred), again
        last = ready.entries[-1]
        tried, proposed = (ready.people[Role.PROSECUTOR][n].account for n in (1, 0))
        assert (last.fields["act"], last.actor, last.fields["proposed-by"]) == ("execute", tried, proposed)

    def test_it_must_say_what_was_seen_and_fails_if_something_came_in(self, ready):
        assert "stale" in hurdles(ready.do(Role.PROSECUTOR, "execute", "interview", seen=None))
        seen = ready.dossier.head
        ready.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        barred = ready.do(Role.PROSECUTOR, "execute", "interview", seen=seen)
        assert "stale" in hurdles(barred)
        assert isinstance(barred, Barred)
        assert "lodge-remedy" in " ".join(o.text for o in barred.obstacles)

    def test_it_needs_a_witnessed_journal(self, ready):
        ready.witnessed = False
        assert hurdles(ready.do(Role.PROSECUTOR, "execute", "interview")) == {"witness"}

    def test_a_proposal_falls_with_the_mandate_of_its_proposer(self, ready):
        ready.do(Role.PROSECUTOR, "execute", "interview")
        proposal = list(ready.dossier.proposals)[-1]
        first = ready.people[Role.PROSECUTOR][0]
        ended = replace(first, mandates=tuple(replace(m, until=date(2026, 3, 2)) for m in first.mandates))
        ready.people[Role.PROSECUTOR][0] = ended
        assert hurdles(ready.do(Role.PROSECUTOR, "confirm", proposal, person=2)) == {"mandate"}


class TestTheFoldOfEntries:
    def test_what_was_known_on_an_earlier_day_is_the_fold_up_to_it(self, office):
        before = fold(office.entries)
        office.now = office.now.replace(day=5)
        office.answer("person.refugee_here", "yes", "P1")
        assert [f.id for f in office.dossier.case.findings] == ["finding-1"]
        assert fold(known_on(office.entries, date(2026, 3, 4))).case == before.case

    def test_a_finding_withdrawn_no_longer_holds_and_is_not_forgotten(self, office):
        office.answer("person.refugee_here", "yes", "P1")
        result = office.do(Role.PROSECUTOR, "withdraw-finding", "finding-1", reasons="another person was meant")
        assert isinstance(result, Done)
        assert not office.dossier.case.findings
        assert [e.act for e in office.entries] == ["register", "find", "withdraw-finding"]

    def test_a_finding_that_is_replaced_still_tells_what_held_before(self, office):
        office.answer("person.refugee_here", "yes", "P1", since="2020-01-01")
        office.now = office.now.replace(day=20)
        office.answer("person.refugee_here", "no", "P1", since="2026-03-20", replaces="finding-1")
        held = [(f.answer, f.until) for f in office.dossier.case.findings]
        assert held == [(("yes",), date(2026, 3, 20)), (("no",), None)]

    def test_readings_and_barred_attempts_change_nothing(self, office):
        head, file = office.dossier.head, raw(office.entries)
        office.do(Role.AUDITOR, "read")
        office.do(Role.CLERK, "grant", "interview", reasons="why")
        assert (office.dossier.head, raw(office.entries)) == (head, file)

    def test_mandates_given_for_the_case_stand_in_it_until_ended(self, office):
        mandate = {"account": "a-9", "role": "counsel", "since": "2026-03-02", "person": "P1"}
        assert isinstance(office.do(Role.CLERK, "give-mandate", mandate=mandate), Done)
        (ident,) = office.dossier.mandates
        assert isinstance(office.do(Role.CLERK, "end-mandate", ident), Done)
        assert not office.dossier.mandates

    @pytest.mark.parametrize(
        ("act", "form", "field"),
        [
            ("enter", {}, "adds"),
            ("enter", {"adds": {"findings": [{}]}}, "adds.findings"),
            ("enter", {"adds": {"relations": [SIBLINGS | {"of": "P1", "to": "P9"}]}}, "relations[0].to"),
            ("enter", {"adds": {"proceedings": [{"id": "P1"}]}}, "proceedings[0].id"),
            ("enter", {"adds": {"proceedings": "a number"}}, "adds.proceedings"),
            ("find", {"answer": "yes"}, "question"),
            ("find", {"question": "person.refugee_here", "answer": "yes"}, "source"),
            ("find", {"question": "no.such", "answer": "yes", "source": "s"}, "findings[0].question"),
            ("find", {"question": "person.refugee_here", "answer": "perhaps", "source": "s"}, "findings[0].answer"),
            ("give-mandate", {"mandate": {"account": "a", "role": "counsel", "since": "2026-03-02"}}, "mandate"),
            ("give-mandate", {"mandate": {"account": "a", "role": "king", "since": "2026-03-02"}}, "mandate"),
        ],
    )
    def test_a_form_that_cannot_be_taken_names_the_field(self, office, act, form, field):
        who = Role.CLERK if act != "find" else Role.PROSECUTOR
        before = list(office.entries)
        with pytest.raises(FormError) as found:
            office.do(who, act, **form)
        assert found.value.field == field
        assert found.value.mend
        assert office.entries == before
