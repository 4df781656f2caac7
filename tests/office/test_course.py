"""The course of a case: whose turn it is, after granting, refusing, postponing, closing and reopening."""

from typing import Any

import pytest

from rogatory.law.acts import ACTS, Role
from rogatory.law.questions import Kind
from rogatory.office.against.course import WHILE_CLOSED, WITHOUT_GRANT
from rogatory.office.errors import UnknownObjectError
from rogatory.office.filing import EVERY_ACT
from rogatory.office.folds.owed import owed
from rogatory.office.perform import Barred, Done
from tests.office.histories import beginning
from tests.office.simulator import Office, hurdles

SEAL: dict[str, Any] = {"seizure": "S-1", "root": "1" * 64, "entries": 3, "holder": "P1"}
PARTS = {Kind.PERSON: "P1", Kind.MEASURE: "interview", Kind.ITEM: "I1", Kind.PACKAGE: "record"}

FORM = {"reasons": "why", "departs-from": "grant", "ruling": "0" * 64, "present": "counsel", "ground": "an order",
        **SEAL, "seizure": "S-2", "step": "contact", "text": "call us"}  # fmt: skip


@pytest.fixture
def office(law) -> Office:
    """A request for evidence so far examined that nothing in the law stands against it."""
    return opened(law, "mla")


def opened(law, kind: str) -> Office:
    made = Office(law)
    assert isinstance(made.register(beginning(kind)), Done)
    return made


def tried(office: Office, act: str, person: int = 1, **form: Any) -> Done | Barred:
    known = EVERY_ACT[act]
    return office.do(known.by[0], act, PARTS.get(known.of, ""), person=person, **{**FORM, **form})


def a_ground_for_refusing(office: Office, question: str) -> None:
    earlier = [f.id for f in office.dossier.case.findings if f.question == question]
    office.answer(question, "yes", replaces=earlier[0] if earlier else "")


def barred_by_course(office: Office, act: str) -> bool:
    result = tried(office, act)
    return isinstance(result, Barred) and "course" in hurdles(result)


class TestAfterAGrantOnly:
    @pytest.mark.parametrize("act", [a.id for a in ACTS.values() if a.cooperates and a.id not in WITHOUT_GRANT])
    def test_nothing_is_done_for_the_requesting_state_before_the_request_is_granted(self, office, act):
        assert barred_by_course(office, act)

    @pytest.mark.parametrize("decision", ["refuse", "postpone"])
    def test_a_grant_stands_until_something_else_is_decided(self, office, decision):
        assert isinstance(tried(office, "grant"), Done)
        assert isinstance(tried(office, "execute"), Done)
        # An optional one: granting stays possible, and refusing becomes so.
        a_ground_for_refusing(office, "request.essential_interests_prejudiced")
        office.answer("refusal.alternatives_considered", "yes")
        assert isinstance(tried(office, decision), Done)
        assert barred_by_course(office, "execute")
        proposal = next(iter(office.dossier.proposals))
        assert "course" in hurdles(office.do(Role.PROSECUTOR, "confirm", proposal, person=2))
        assert isinstance(tried(office, "grant"), Done)
        assert isinstance(office.do(Role.PROSECUTOR, "confirm", proposal, person=2), Done)

    def test_the_grant_of_one_measure_carries_no_other(self, office):
        office.do(Role.CLERK, "enter", adds={"measures": [{"id": "search", "type": "search", "persons": ["P2"]}]})
        assert isinstance(office.do(Role.COURT, "grant", "interview", reasons="why"), Done)
        result = office.do(Role.PROSECUTOR, "execute", "search", reasons="why")
        assert "course" in hurdles(result)

    def test_a_person_is_handed_over_on_a_grant_that_touches_the_person(self, law):
        office = opened(law, "extradition")
        measures = [{"id": "other", "type": "other", "persons": ["P2"]}]
        office.do(Role.CLERK, "enter", adds={"measures": measures})
        assert isinstance(office.do(Role.COURT, "grant", "other", reasons="why"), Done)
        assert "course" in hurdles(office.do(Role.COURT, "surrender", "P1", reasons="why"))
        second = office.do(Role.COURT, "surrender", "P2", reasons="why")
        assert isinstance(second, Done) or "course" not in hurdles(second)

    def test_nobody_is_arrested_on_a_request_that_was_refused(self, law):
        office = opened(law, "extradition")
        assert not barred_by_course(office, "arrest")
        a_ground_for_refusing(office, "offence.no_dual_criminality")
        assert isinstance(office.do(Role.COURT, "refuse", "interview", reasons="why"), Done)
        assert barred_by_course(office, "arrest")


class TestWhatARequestAsksFor:
    @pytest.mark.parametrize(
        ("kind", "act"),
        [
            ("mla", "arrest"),
            ("mla", "surrender"),
            ("mla", "keep-notice"),
            ("extradition", "keep-notice"),
            ("red-notice", "grant"),
            ("red-notice", "surrender"),
            ("red-notice", "transmit"),
            ("red-notice", "open-file"),
        ],
    )
    def test_it_is_answered_with_nothing_else(self, law, kind, act):
        assert barred_by_course(opened(law, kind), act)

    @pytest.mark.parametrize(("kind", "act"), [("red-notice", "arrest"), ("red-notice", "keep-notice"),
                                               ("extradition", "arrest")])  # fmt: skip
    def test_and_with_that(self, law, kind, act):
        assert not barred_by_course(opened(law, kind), act)


class TestClosed:
    @pytest.fixture
    def closed(self, office: Office) -> Office:
        assert isinstance(tried(office, "grant"), Done)
        assert isinstance(tried(office, "execute"), Done)
        assert isinstance(office.do(Role.PROSECUTOR, "seal-material", **SEAL), Done)
        assert isinstance(tried(office, "close"), Done)
        return office

    @pytest.mark.parametrize("act", sorted({*EVERY_ACT} - WHILE_CLOSED - {"register", "confirm", "release"}))
    def test_it_is_closed_for_the_requesting_state(self, closed, act):
        assert barred_by_course(closed, act)

    @pytest.mark.parametrize("act", ["notify", "open-file-to-person", "protect", "repair", "return-item",
                                     "return-material"])  # fmt: skip
    def test_and_open_for_the_person_concerned(self, closed, act):
        assert isinstance(tried(closed, act), Done)

    def test_an_inquiry_is_opened_by_somebody_who_did_not_carry_it_out(self, closed):
        assert isinstance(tried(closed, "investigate-repression"), Barred)
        assert isinstance(tried(closed, "investigate-repression", person=2), Done)

    def test_a_remedy_can_still_be_lodged_and_decided(self, closed):
        assert isinstance(closed.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal"), Done)
        (remedy,) = closed.dossier.remedies
        told = {"outcome": "granted", "reasons": "the refusal had no ground"}
        assert isinstance(closed.do(Role.COURT, "decide-remedy", remedy, **told), Done)

    def test_what_was_proposed_before_is_not_confirmed_after(self, closed):
        assert not closed.dossier.proposals
        closed.do(Role.COURT, "reopen", reasons="a remedy was founded")
        assert not closed.dossier.proposals

    def test_reopening_needs_reasons_and_opens_it_again(self, closed):
        assert hurdles(closed.do(Role.COURT, "reopen")) == {"reasons"}
        assert isinstance(closed.do(Role.COURT, "reopen", reasons="a remedy was founded"), Done)
        assert isinstance(tried(closed, "execute"), Done)
        with pytest.raises(UnknownObjectError):
            closed.do(Role.COURT, "reopen", reasons="again")

    def test_no_case_is_closed_over_a_remedy(self, office):
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        assert barred_by_course(office, "close")


class TestAGrantIsNoLicence:
    @pytest.mark.parametrize("act", ["transfer-witness", "interview", "transit", "consent-other-use", "retain-item"])
    def test_what_is_found_after_it_holds_back_every_later_act(self, office, act):
        assert isinstance(tried(office, "grant"), Done)
        before = tried(office, act)
        assert isinstance(before, Done) or "course" not in hurdles(before)
        office.answer("person.refugee_here", "yes", "P1")
        after = tried(office, act)
        assert isinstance(after, Barred)
        assert "proceeding.same_as_protection" in " ".join(o.lifts for o in after.obstacles)

    def test_a_departure_carries_only_what_can_be_undone(self, office):
        office.answer("person.refugee_here", "yes", "P1")
        barred = tried(office, "grant")
        assert isinstance(barred, Barred)
        assert barred.ruling is not None
        told = {"departs-from": "grant", "ruling": barred.ruling.hash, "reasons": "the court has decided so"}
        assert isinstance(office.do(Role.COURT, "depart", **told), Done)
        waiting = next(iter(office.dossier.proposals))
        assert isinstance(office.do(Role.CENTRAL_AUTHORITY, "confirm", waiting), Done)
        for notice in owed(office.dossier, office.now.date()):
            told = {"told-of": notice.ident, "on": "2026-03-02", "language": "en", "manner": "presented"}
            assert isinstance(office.do(Role.COURT, "notify", notice.person, **told), Done)
        assert isinstance(tried(office, "grant"), Done)
        assert isinstance(tried(office, "retain-item"), Done)
        assert isinstance(tried(office, "transit"), Barred)
