"""A link is confirmed by one and dismissed by two, and what comes in later may open it again."""

from dataclasses import replace

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.linking import LinkState
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import Compartment
from rogatory.registers.model import RegisterKind
from tests.office.links import (
    LOOK,
    REFUGEE,
    SAME,
    a_link,
    confirm,
    dismiss,
    open_link,
    screen,
    the_link,
    with_grant,
)
from tests.office.simulator import Office, hurdles, simple_file

CA, PROSECUTOR, JUDGE, COURT = Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.COURT


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    assert isinstance(made.register(simple_file()), Done)
    return made


class TestConfirming:
    def test_what_is_taken_over_becomes_a_finding_with_its_source(self, office):
        screen(office, open_link(proposes=[REFUGEE, SAME]))
        link = the_link(office)
        assert isinstance(confirm(office, link, takes=["person.refugee_here:P1"]), Done)
        taken, raised = office.dossier.case.findings
        assert (taken.question, taken.about, taken.answer, taken.grade.name) == (
            ("person.refugee_here", "P1", ("yes",), "ESTABLISHED")
        )
        assert taken.source == f"Register findings, entry 17 ({link.name})"
        assert (raised.question, raised.unknown) == ("proceeding.same_as_protection", True)
        assert the_link(office).state is LinkState.CONFIRMED
        assert (the_link(office).took, the_link(office).raised) == ((taken.id,), (raised.id,))

    def test_what_is_not_taken_over_must_be_answered_before_a_grant(self, office):
        assert "person.refugee_here" not in self.asked(office)
        screen(office, open_link())
        confirm(office, the_link(office), takes=[])
        assert "person.refugee_here" in self.asked(office)

    def asked(self, office: Office) -> set[str]:
        ruling = office.do(COURT, "grant", "interview", reasons="as asked").ruling
        assert ruling is not None
        return {q.slot for q in ruling.questions}

    def test_a_proposal_without_an_answer_only_makes_its_question_live(self, office):
        screen(office, open_link(proposes=[replace(SAME, answer="")]))
        with pytest.raises(FormError, match="does not propose"):
            confirm(office, the_link(office), takes=["proceeding.same_as_protection"])
        confirm(office, the_link(office))
        assert [f.unknown for f in office.dossier.case.findings] == [True]

    def test_the_findings_stand_where_the_words_of_the_link_stand(self, office):
        screen(office, a_link(RegisterKind.VICTIMS, proposes=[SAME, replace(REFUGEE, question="person.opposition")]))
        who = with_grant(office, PROSECUTOR)
        confirm(office, the_link(office), who, takes=["person.opposition:P1"])
        stands = [office.dossier.apart[f.id] for f in office.dossier.case.findings]
        assert all(Compartment.PROTECTED_IDENTITY in marks for marks in stands)

    def test_reasons_are_given_and_the_evidence_is_the_one_that_was_seen(self, office):
        screen(office, open_link())
        link = the_link(office)
        assert hurdles(confirm(office, link, reasons=" ")) == {"reasons"}
        with pytest.raises(FormError, match="is not what was looked at"):
            confirm(office, link, digest="d0")

    @pytest.mark.parametrize("role", [Role.CLERK, Role.COUNSEL, Role.AUDITOR, Role.STANDING_QUERY, Role.CUSTODIAN])
    def test_somebody_else_decides_no_link(self, office, role):
        screen(office, open_link())
        for act in ("confirm-link", "dismiss-link"):
            told = {"reasons": "because", "digest": "d1"}
            assert hurdles(office.do(role, act, the_link(office).name, **told)) <= {"role", "mandate"}

    def test_a_finding_that_came_with_a_link_goes_only_with_the_link(self, office):
        screen(office, open_link(proposes=[REFUGEE, SAME]))
        confirm(office, the_link(office), takes=["person.refugee_here:P1"])
        for ident in the_link(office).brought:
            with pytest.raises(UnknownObjectError):
                office.do(PROSECUTOR, "withdraw-finding", ident, reasons="a mistake")
        (took,) = the_link(office).took
        told = {"question": "person.refugee_here", "about": "P1", "answer": "no", "source": "a note"}
        with pytest.raises(FormError, match="it came with a link"):
            office.do(PROSECUTOR, "find", replaces=took, **told)
        assert isinstance(dismiss(office, the_link(office)), Done)
        assert office.dossier.case.findings == ()

    def test_a_question_it_made_live_is_answered_in_its_place(self, office):
        screen(office, open_link(proposes=[SAME]))
        confirm(office, the_link(office))
        (raised,) = the_link(office).raised
        told = {"question": SAME.question, "answer": "no", "source": "both files", "replaces": raised}
        assert hurdles(office.do(PROSECUTOR, "find", **told)) == {"second-person"}, "not by who left it open"
        assert isinstance(office.do(PROSECUTOR, "find", person=2, **told), Done)
        assert [f.answer for f in office.dossier.case.findings if f.until is None] == [("no",)]

    def test_who_left_a_question_open_may_answer_it_as_the_link_proposes(self, office):
        screen(office, open_link(proposes=[SAME]))
        confirm(office, the_link(office))
        for answer in ("unknown", "yes"):
            told = {"question": SAME.question, "answer": answer, "source": "both files"}
            assert isinstance(office.do(PROSECUTOR, "find", **told), Done)

    def test_nor_is_it_answered_against_the_link_by_leaving_out_whom_it_is_about(self, office):
        screen(office, open_link())
        confirm(office, the_link(office))
        for about in ("P1", ""):
            told = {"question": REFUGEE.question, "about": about, "answer": "no", "source": "a note"}
            assert hurdles(office.do(PROSECUTOR, "find", **told)) == {"second-person"}
        other = {"question": "person.practises_law", "about": "P1", "answer": "no", "source": "a note"}
        assert isinstance(office.do(PROSECUTOR, "find", **other), Done)


class TestDismissing:
    def test_it_takes_two_and_no_witness(self, office):
        office.witnessed = False
        screen(office, open_link())
        link = the_link(office)
        told = {"reasons": "another person", "digest": link.digest}
        assert office.do(PROSECUTOR, "dismiss-link", link.name, **told).waits
        assert the_link(office).bars
        (proposal,) = office.dossier.proposals
        assert isinstance(office.do(COURT, "confirm", proposal), Done)
        assert the_link(office).state is LinkState.DISMISSED
        assert not the_link(office).bars

    @pytest.mark.parametrize("role", [PROSECUTOR, JUDGE])
    def test_whoever_could_carry_out_the_measure_does_not_agree_to_it(self, office, role):
        screen(office, open_link())
        assert hurdles(dismiss(office, the_link(office), COURT, role)) == {"role"}
        assert the_link(office).bars

    @pytest.mark.parametrize("role", [CA, COURT])
    def test_nor_does_the_one_who_proposed_it(self, office, role):
        screen(office, open_link())
        link = the_link(office)
        office.do(role, "dismiss-link", link.name, reasons="another person", digest=link.digest)
        assert hurdles(office.do(role, "confirm", next(iter(office.dossier.proposals)))) == {"second-person"}

    def test_reasons_are_given(self, office):
        screen(office, open_link())
        result = office.do(PROSECUTOR, "dismiss-link", the_link(office).name, digest="d1")
        assert hurdles(result) == {"reasons"}

    def test_a_proposal_falls_with_the_evidence_it_was_made_on(self, office):
        screen(office, open_link())
        link = the_link(office)
        office.do(PROSECUTOR, "dismiss-link", link.name, reasons="another person", digest=link.digest)
        screen(office, open_link())
        assert office.dossier.proposals, "the same evidence was found again"
        screen(office, open_link(digest="d2"))
        assert not office.dossier.proposals
        assert the_link(office).bars

    def test_a_proposal_falls_when_somebody_confirms_the_link(self, office):
        screen(office, open_link())
        link = the_link(office)
        office.do(PROSECUTOR, "dismiss-link", link.name, reasons="another person", digest=link.digest)
        confirm(office, link)
        assert not office.dossier.proposals


def waits_for_links(result: Done | Barred) -> bool:
    return isinstance(result, Barred) and "house-links-decided" in {o.norm for o in result.obstacles}


class TestWhatALaterScreeningDoes:
    def test_what_is_not_found_any_more_stays(self, office):
        screen(office, open_link())
        screen(office)
        assert the_link(office).bars

    def test_what_is_found_weaker_still_waits(self, office):
        screen(office, open_link())
        screen(office, open_link(LOOK, digest="d2"))
        assert the_link(office).bars

    def test_what_was_only_worth_a_look_may_become_more(self, office):
        screen(office, open_link(LOOK))
        screen(office, open_link(digest="d2"))
        assert the_link(office).bars

    def test_other_evidence_reopens_what_was_dismissed(self, office):
        screen(office, open_link())
        dismiss(office, the_link(office))
        screen(office, open_link())
        assert the_link(office).state is LinkState.DISMISSED
        screen(office, open_link(digest="d2"))
        assert the_link(office).state is LinkState.REOPENED
        assert waits_for_links(office.do(COURT, "grant", "interview", reasons="as asked"))

    def test_what_is_newly_proposed_reopens_what_was_confirmed(self, office):
        screen(office, open_link())
        confirm(office, the_link(office))
        screen(office, open_link(digest="d2"))
        assert the_link(office).state is LinkState.CONFIRMED, "what it proposes was decided"
        screen(office, open_link(digest="d3", proposes=[REFUGEE, SAME]))
        assert the_link(office).state is LinkState.REOPENED

    def test_the_link_keeps_its_name_and_tells_the_entries_that_say_so(self, office):
        screen(office, open_link())
        first = the_link(office)
        dismiss(office, first)
        screen(office, open_link(digest="d2"))
        assert the_link(office).name == first.name
        acts = [office.entries[n].act for n in the_link(office).entries]
        assert acts == ["screen", "dismiss-link", "screen"]

    def test_as_the_office_knew_it_on_a_day(self, office):
        screen(office, open_link())
        before = fold(office.entries)
        dismiss(office, the_link(office))
        assert next(iter(before.links.values())).bars
        assert next(iter(fold(office.entries[:2]).links.values())).bars

    def test_in_a_closed_case_it_is_still_found_and_decided(self, office):
        office.do(CA, "close", reasons="all is done")
        assert isinstance(screen(office, open_link()), Done)
        assert isinstance(confirm(office, the_link(office)), Done)

    def test_a_screening_that_was_erased_leaves_the_link_to_the_next_one(self, office):
        screen(office, open_link())
        dismiss(office, the_link(office))
        office.entries[1] = replace(office.entries[1], fields={"role": "registry clerk"})
        assert office.dossier.links == {}
        screen(office, open_link())
        assert the_link(office).bars
