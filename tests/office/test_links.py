"""A request meets what is already known: somebody must decide, and nothing is done for the requesting state before."""

from dataclasses import replace
from typing import Any

import pytest

from rogatory.law.acts import ACTS, COOPERATING, Role
from rogatory.linkage.model import By
from rogatory.office.answered import as_judged
from rogatory.office.dossier import EmptyDossierError, fold
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.linking import LinkState
from rogatory.office.perform import Attempt, Barred, Done, objects, perform
from rogatory.office.portion import portion
from rogatory.people.mandates import EVERY_CASE, ONLY_FOR_A_REGISTER, Actor, Compartment, Mandate, stream_of
from rogatory.registers.model import RegisterKind
from tests.office.links import (
    COUNTED,
    LOOK,
    MUST,
    OPENS,
    REFUGEE,
    SAME,
    WHOLE,
    WORDS,
    a_link,
    open_link,
    screening,
)
from tests.office.simulator import START, Office, hurdles, simple_file

CA, PROSECUTOR, JUDGE, COURT = Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.COURT
TWO = {
    "title": "Two persons",
    "request": {"kind": "mla", "requesting_state": "DE", "requested_state": "BE", "received": "2026-03-01"},
    "persons": [{"id": "P1", "name": "A. B."}, {"id": "P2", "name": "C. D."}],
    "measures": [{"id": "interview", "type": "interview", "persons": ["P1", "P2"]}],
    "packages": ["record"],
}


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    assert isinstance(made.register(simple_file()), Done)
    return made


def with_grant(office: Office, role: Role, person: int = 1, *opens: Compartment) -> Actor:
    """Somebody of the office whose mandate for this case opens compartments."""
    actor = office.people[role][person - 1]
    own = Mandate(actor.account, role, office.case, START.date(), compartments=frozenset(opens or OPENS))
    return Actor(actor.account, (*actor.mandates, own))


def screen(office: Office, *links, **more: Any) -> Done | Barred:
    return office.do(Role.CLERK, "screen", screening=screening(*links, **more))


def the_link(office: Office):
    (link,) = office.dossier.links.values()
    return link


def dismiss(office: Office, link, by: Role | Actor = PROSECUTOR, agrees: Role | Actor = COURT) -> Done | Barred:
    told = {"reasons": "another person was born in another year", "digest": link.digest}
    result = office.do(by, "dismiss-link", link.name, **told)
    if isinstance(result, Barred):
        return result
    return office.do(agrees, "confirm", list(office.dossier.proposals)[-1], person=2)


def confirm(office: Office, link, by: Role | Actor = PROSECUTOR, **form: Any) -> Done | Barred:
    told = {"reasons": "the same day of birth and the same case", "digest": link.digest, **form}
    return office.do(by, "confirm-link", link.name, **told)


class TestScreening:
    def test_what_was_found_and_looked_through_is_recorded(self, office):
        done = screen(office, open_link())
        recorded = done.entry.fields["screening"]
        assert [line["register"] for line in recorded["coverage"]] == [kind.value for kind in RegisterKind]
        assert recorded["counted"] == [["notices", 3]]
        assert recorded["links"][0]["evidence"][0]["bits"] == "17.50"
        assert done.entry.fields["news"] == [the_link(office).name]

    def test_nobody_fills_in_what_the_registers_would_answer(self, office):
        with pytest.raises(FormError, match="the registers were not asked"):
            office.do(Role.CLERK, "screen", links=[], coverage=[])

    @pytest.mark.parametrize("seen", [None, 10**6])
    def test_it_says_of_which_state_of_the_case_it_is(self, office, seen):
        with pytest.raises(FormError, match="what of the case was matched"):
            office.do(Role.CLERK, "screen", seen=seen, screening=screening())

    def test_it_is_never_turned_away_because_something_came_in(self, office):
        head = office.dossier.head
        office.answer("person.practises_law", "no", "P1")
        assert isinstance(office.do(Role.CLERK, "screen", seen=head, screening=screening()), Done)

    def test_the_system_itself_holds_a_mandate_for_it_and_for_nothing_else(self, office):
        assert isinstance(office.do(Role.STANDING_QUERY, "screen", screening=screening()), Done)
        may = {act for act in ACTS.values() if Role.STANDING_QUERY in act.by}
        assert may == {ACTS["screen"]}

    @pytest.mark.parametrize("role", [Role.COUNSEL, Role.LIAISON, Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR])
    def test_others_do_not_have_the_registers_asked(self, office, role):
        assert hurdles(office.do(role, "screen", screening=screening())) == {"role"}

    def test_one_without_news_does_not_disturb_whoever_is_at_work(self, office):
        screen(office, open_link())
        head = office.dossier.head
        screen(office, open_link())
        assert office.dossier.head == head
        assert isinstance(office.do(PROSECUTOR, "postpone", "interview", seen=head, reasons="to be decided"), Done)

    def test_a_question_there_is_not_is_a_fault_of_the_matching(self, office):
        with pytest.raises(FormError, match="Mend the matching"):
            screen(office, open_link(proposes=[replace(REFUGEE, question="person.unheard_of")]))

    def test_what_is_too_weak_to_be_shown_is_no_link(self, office):
        screen(office, open_link(COUNTED))
        assert office.dossier.links == {}


class TestRegistersSearched:
    """Whether the registers were searched is seen by the door, once a case was screened."""

    def searched(self, office) -> bool:
        found = [f.answer for f in as_judged(office.dossier).findings if f.question == "check.registers_searched"]
        return found == [("yes",)]

    def test_a_screening_of_every_register_kept(self, office):
        assert not self.searched(office)
        screen(office)
        assert self.searched(office)

    def test_a_register_that_was_not_reached(self, office):
        screen(office, coverage=[replace(WHOLE[0], entries=None, problem="no answer"), *WHOLE[1:]])
        assert not self.searched(office)

    def test_a_register_that_was_reached_in_part(self, office):
        screen(office, coverage=[replace(WHOLE[0], problem="the last import is not finished"), *WHOLE[1:]])
        assert not self.searched(office)

    def test_a_kind_nobody_asked(self, office):
        screen(office, coverage=WHOLE[1:])
        assert not self.searched(office)

    def test_a_kind_that_is_not_kept_here(self, office):
        screen(office, coverage=[replace(WHOLE[0], register="", entries=None, problem="not kept here"), *WHOLE[1:]])
        assert self.searched(office)

    def test_no_register_at_all(self, office):
        screen(office, coverage=[replace(line, register="", entries=None) for line in WHOLE])
        assert not self.searched(office)

    def test_somebody_came_into_the_file_since(self, office):
        screen(office)
        office.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-02", "text": "a letter came"}]})
        assert self.searched(office)
        office.do(Role.CLERK, "enter", adds={"persons": [{"id": "P2", "name": "C. D."}]})
        assert not self.searched(office)
        screen(office)
        assert self.searched(office)

    def test_somebody_came_in_while_the_registers_were_looked_through(self, office):
        head = office.dossier.head
        office.do(Role.CLERK, "enter", adds={"persons": [{"id": "P2", "name": "C. D."}]})
        office.do(Role.CLERK, "screen", seen=head, screening=screening())
        assert not self.searched(office)

    def test_what_somebody_wrote_by_hand_counts_until_the_first_screening(self, office):
        office.answer("check.registers_searched", "yes")
        assert self.searched(office)
        screen(office, coverage=WHOLE[1:])
        assert not self.searched(office)


def waits_for_links(result: Done | Barred) -> bool:
    return isinstance(result, Barred) and "house-links-decided" in {o.norm for o in result.obstacles}


class TestNothingIsDoneBefore:
    @pytest.mark.parametrize("act", COOPERATING, ids=lambda a: a.id)
    def test_an_act_that_serves_the_requesting_state(self, office, act):
        role = act.by[0]
        obj = (objects(act, office.dossier) or ("",))[0]
        assert not waits_for_links(office.do(role, act.id, obj, reasons="as asked"))
        screen(office, open_link())
        assert waits_for_links(office.do(role, act.id, obj, reasons="as asked"))
        confirm(office, the_link(office), takes=[])
        assert not waits_for_links(office.do(role, act.id, obj, reasons="as asked"))

    @pytest.mark.parametrize(
        ("act", "role"), [("postpone", COURT), ("notify", COURT), ("protect", CA), ("open-file-to-person", COURT)]
    )
    def test_what_protects_and_what_waits_stay_possible(self, office, act, role):
        screen(office, open_link())
        assert isinstance(office.do(role, act, reasons="as is owed"), Done)

    def test_refusing_does_not_wait_for_it(self, office):
        screen(office, open_link())
        assert not waits_for_links(office.do(COURT, "refuse", "interview", reasons="no ground to assist"))

    def test_a_link_worth_a_look_bars_nothing(self, office):
        screen(office, open_link(LOOK))
        assert not waits_for_links(office.do(COURT, "grant", "interview", reasons="as asked"))

    def test_a_departure_from_the_ruling_does_not_lift_it(self, office):
        screen(office, open_link())
        barred = office.do(COURT, "grant", "interview", reasons="as asked")
        told = {"departs-from": "grant", "ruling": barred.ruling.hash, "reasons": "the court sees it otherwise"}
        office.do(COURT, "depart", **told)
        assert isinstance(office.do(CA, "confirm", next(iter(office.dossier.proposals))), Done)
        again = office.do(COURT, "grant", "interview", reasons="as asked")
        assert waits_for_links(again)
        assert hurdles(again) == {"norm", "notice"}

    def test_nobody_else_says_that_nothing_waits(self, office):
        screen(office, open_link())
        with pytest.raises(FormError, match="the door itself answers it"):
            office.answer("check.links_decided", "yes")

    def test_nor_does_the_file_that_came_in(self, law):
        office = Office(law)
        office.register({**simple_file(), "findings": [{"question": "check.links_decided", "answer": "yes"}]})
        screen(office, open_link())
        assert waits_for_links(office.do(COURT, "grant", "interview", reasons="as asked"))


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
        assert isinstance(office.do(PROSECUTOR, "find", **told), Done)
        assert [f.answer for f in office.dossier.case.findings if f.until is None] == [("no",)]


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


class TestAClosedCompartment:
    """Who may not open the register's compartment: decides nothing, and is told the same of every register."""

    KINDS = (RegisterKind.PROTECTION, RegisterKind.VICTIMS, RegisterKind.DEFENDERS)

    @pytest.mark.parametrize("kind", KINDS)
    def test_nobody_decides_a_link_they_have_not_read(self, office, kind):
        screen(office, a_link(kind))
        link = the_link(office)
        assert hurdles(confirm(office, link)) == {"compartment"}
        assert hurdles(dismiss(office, link)) == {"compartment"}
        assert isinstance(confirm(office, link, with_grant(office, PROSECUTOR)), Done)

    def test_nobody_agrees_to_a_dismissal_of_what_they_have_not_read(self, office):
        screen(office, a_link())
        link = the_link(office)
        assert hurdles(dismiss(office, link, with_grant(office, PROSECUTOR), COURT)) == {"compartment"}

    def test_what_bars_them_is_told_in_the_same_words_for_every_register(self, law):
        told = set()
        for kind in self.KINDS:
            office = Office(law)
            office.register(simple_file())
            screen(office, a_link(kind))
            barred = confirm(office, the_link(office))
            assert isinstance(barred, Barred)
            told.add(barred.obstacles)
        assert len(told) == 1

    @pytest.mark.parametrize("kind", KINDS)
    def test_they_see_that_a_link_of_this_band_waits_and_nothing_else(self, office, kind):
        screen(office, a_link(kind))
        seen = portion(office.dossier, office.people[PROSECUTOR][0].mandates)
        (link,) = seen.links
        assert (link.band, link.state, link.told, link.took) == (MUST, LinkState.OPEN, None, ())
        assert link.name == "link-1-1"

    @pytest.mark.parametrize("kind", KINDS)
    def test_who_may_open_it_reads_the_words(self, office, kind):
        screen(office, a_link(kind))
        (link,) = portion(office.dossier, with_grant(office, PROSECUTOR).mandates).links
        assert link.told is not None
        assert link.told["says"].endswith(WORDS)

    def test_a_grant_for_another_compartment_does_not_do(self, office):
        screen(office, a_link(RegisterKind.VICTIMS))
        seen = portion(office.dossier, with_grant(office, PROSECUTOR, 1, Compartment.ASYLUM).mandates)
        assert [link.told for link in seen.links] == [None]

    def test_reasons_stand_where_the_link_stands(self, office):
        screen(office, a_link())
        who = with_grant(office, PROSECUTOR)
        office.do(who, "dismiss-link", the_link(office).name, reasons=WORDS, digest="d1")
        confirm(office, the_link(office), who, reasons=WORDS)
        assert WORDS not in repr(shown_to(office, PROSECUTOR))
        assert WORDS in repr(portion(office.dossier, who.mandates).entries)


def shown_to(office: Office, role: Role, person: str = "") -> tuple[Any, ...]:
    """Everything of a portion that is shown: not the case to judge by."""
    case = office.case if role not in ONLY_FOR_A_REGISTER else stream_of("protection")
    seen = portion(office.dossier, (Mandate("reader", role, case, START.date(), person),))
    return seen.case, seen.entries, seen.links


class TestNothingOfALinkReaches:
    """Counsel of another person, the liaison, reviewers, custodians and administrators."""

    OTHERS = (
        (Role.COUNSEL, "P2"), (Role.PERSON_CONCERNED, "P2"), (Role.LIAISON, ""), (Role.REVIEWER, ""),
        (Role.PRIVILEGE_OBSERVER, ""), (Role.ADMINISTRATOR, ""), (Role.STANDING_QUERY, ""), (Role.CUSTODIAN, ""),
    )  # fmt: skip

    @pytest.fixture
    def two(self, law) -> Office:
        made = Office(law)
        assert isinstance(made.register(TWO), Done)
        return made

    @pytest.mark.parametrize("link", [open_link(), a_link(), a_link(RegisterKind.VICTIMS, by=By.PATH)], ids=str)
    @pytest.mark.parametrize(("role", "person"), OTHERS)
    def test_whoever_is_not_meant(self, two, role, person, link):
        who, agrees = with_grant(two, PROSECUTOR), with_grant(two, COURT, 2)
        screen(two, replace(link, proposes=(REFUGEE, replace(SAME, why=WORDS))))
        two.do(COURT, "grant", "interview", reasons="as asked")
        confirm(two, the_link(two), who, takes=["person.refugee_here:P1", "proceeding.same_as_protection"])
        two.do(who, "dismiss-link", the_link(two).name, reasons=WORDS, digest="d1")
        two.do(Role.CLERK, "confirm", next(iter(two.dossier.proposals)))
        two.do(agrees, "confirm", next(iter(two.dossier.proposals)))
        seen = repr(shown_to(two, role, person))
        told = [
            word for word in (WORDS, "link-", "Register ", "house-links", "refugee_here", "must be") if word in seen
        ]
        assert told == []

    def test_of_a_ruling_they_are_told_nothing_of_it(self, two):
        screen(two, open_link())
        ruling = two.do(COURT, "grant", "interview", reasons="as asked").ruling
        other = portion(two.dossier, (Mandate("c", Role.COUNSEL, two.case, START.date(), "P2"),)).told(ruling)
        assert other.verdict is ruling.verdict
        assert "links" not in repr([(n.norm.id, n.norm.source) for n in other.norms]) + repr(other.questions)
        own = portion(two.dossier, (Mandate("c", Role.COUNSEL, two.case, START.date(), "P1"),)).told(ruling)
        assert own == ruling

    def test_counsel_sees_that_a_link_of_the_own_person_waits_and_its_words_once_confirmed(self, two):
        screen(two, open_link())
        held = (Mandate("c", Role.COUNSEL, two.case, START.date(), "P1"),)
        (link,) = portion(two.dossier, held).links
        assert (link.state, link.told) == (LinkState.OPEN, None)
        confirm(two, the_link(two))
        (link,) = portion(two.dossier, held).links
        assert link.told is not None

    def test_counsel_of_the_only_person_sees_what_a_confirmed_link_brought(self, office):
        screen(office, a_link(by=By.PROCEEDING, object="proc", proposes=[SAME]))
        confirm(office, the_link(office), with_grant(office, PROSECUTOR), takes=[SAME.question])
        seen = portion(office.dossier, (Mandate("c", Role.COUNSEL, office.case, START.date(), "P1"),))
        assert [f.question for f in seen.case.findings] == [SAME.question]

    def test_a_link_on_somebody_whose_name_is_protected_is_closed_too(self, two):
        screen(two, open_link())
        two.do(Role.CLERK, "set-apart", "P1", into="protected-identity")
        (link,) = portion(two.dossier, two.people[CA][0].mandates).links
        assert link.told is None


class TestARegisterIsNoCase:
    def test_its_entries_do_not_fold(self, office):
        entries = [replace(e, case=stream_of("protection")) for e in office.entries]
        with pytest.raises(EmptyDossierError):
            fold(entries)

    def test_nothing_is_done_there_as_in_a_case(self, office, law):
        for act, dossier in (("register", None), ("grant", office.dossier)):
            form = {"file": simple_file()}
            attempt = Attempt(act, "", stream_of("protection"), office.people[Role.CLERK][0], office.now, form)
            with pytest.raises(UnknownObjectError):
                perform(attempt, dossier, law)

    def test_a_mandate_for_every_case_opens_none(self, office):
        assert office.people[PROSECUTOR][0].mandates[0].case == EVERY_CASE
        assert not office.people[PROSECUTOR][0].mandates_for(stream_of("protection"), START.date())
