"""A request meets what is already known: somebody must decide, and nothing is done for the requesting state before."""

from dataclasses import replace

import pytest

from rogatory.law.acts import ACTS, COOPERATING, Role
from rogatory.office.acts.objects import objects
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.answered import as_judged
from rogatory.office.folds.dossier import EmptyDossierError, fold
from rogatory.office.perform import Attempt, Barred, Done, perform
from rogatory.people.mandates import EVERY_CASE, stream_of
from rogatory.registers.model import RegisterKind
from tests.office.links import (
    COUNTED,
    LOOK,
    REFUGEE,
    WHOLE,
    confirm,
    open_link,
    screen,
    screening,
    the_link,
)
from tests.office.simulator import START, Office, hurdles, simple_file

CA, PROSECUTOR, COURT = Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.COURT


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    assert isinstance(made.register(simple_file()), Done)
    return made


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
        assert isinstance(office.do(role, act, reasons="as is owed", step="contact", text="call us"), Done)

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
