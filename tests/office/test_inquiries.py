"""Allegations at the one door: lodged, taken up or refused, investigated by somebody apart, concluded, challenged."""

from datetime import timedelta

import pytest

from rogatory.examination.inquiries.allegations import Origin, Standing
from rogatory.examination.inquiries.steps import Step
from rogatory.law.acts import Role
from rogatory.law.grades import Grade
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.inquiries import allegations_of, identity_of, may_open
from rogatory.office.folds.limits import limits
from rogatory.office.perform import Done
from rogatory.office.seen.portion import portion
from tests.office.inquiring import (
    CLERK,
    COUNSEL,
    COURT,
    PROSECUTOR,
    alleged,
    answers,
    concluded,
    held,
    investigated,
    taken_up,
    the,
)
from tests.office.simulator import Office, hurdles, simple_file

SOURCE = "Zarina Invented, +32 2 555 01 23"


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    made.register(simple_file())
    return made


class TestLodging:
    @pytest.mark.parametrize(
        ("who", "origin"),
        [(COUNSEL, Origin.COUNSEL), (Role.PERSON_CONCERNED, Origin.PERSON), (CLERK, Origin.OUTSIDER),
         (Role.INVESTIGATING_JUDGE, Origin.OFFICIAL), (Role.REVIEWER, Origin.OFFICIAL)],
    )  # fmt: skip
    def test_who_lodged_it_is_told_by_role(self, office, who, origin):
        assert the(office, alleged(office, who)).origin is origin

    def test_the_question_is_answered_from_that_moment(self, office):
        alleged(office)
        assert answers(office, "repression.alleged") == [(("yes",), "established")]

    def test_it_says_methods_and_the_measures_it_concerns(self, office):
        name = alleged(office, methods=["threat from a distance"], concerns=["interview"], torture=True)
        assert the(office, name).concerns == ("interview",)
        assert the(office, name).torture

    @pytest.mark.parametrize(
        ("form", "field"), [({"methods": ["gossip"]}, "methods"), ({"concerns": ["search"]}, "concerns"),
                            ({"on": "2027-01-01"}, "on"), ({"text": " "}, "text")]
    )  # fmt: skip
    def test_what_cannot_be_taken_is_named(self, office, form, field):
        with pytest.raises(FormError) as error:
            office.do(COUNSEL, "lodge-allegation", "P1", **{"text": "followed", **form})
        assert error.value.field == field

    def test_it_is_never_too_late(self, office):
        seen = office.dossier.head
        office.do(CLERK, "enter", adds={"events": [{"on": "2026-03-02", "text": "a letter", "source": "post"}]})
        assert isinstance(office.do(COUNSEL, "lodge-allegation", "P1", seen=seen, text="followed"), Done)


class TestWhatWaits:
    @pytest.mark.parametrize(("act", "obj"), [("grant", "interview"), ("execute", "interview"), ("transmit", "record")])
    def test_acts_for_the_requesting_state_wait_from_the_moment_it_is_lodged(self, office, act, obj):
        assert not held(office, act, obj)
        alleged(office)
        assert held(office, act, obj)

    def test_refusing_and_telling_the_person_do_not_wait(self, office):
        alleged(office)
        assert not held(office, "refuse", "interview")
        assert isinstance(office.do(PROSECUTOR, "protect", "P1", step="contact", text="call us"), Done)

    def test_a_measure_against_somebody_else_does_not_wait(self, law):
        office, file = Office(law), simple_file()
        persons = [*file["persons"], {"id": "P2", "name": "C. D."}]
        measures = [*file["measures"], {"id": "other", "type": "interview", "persons": ["P2"]}]
        office.register({**file, "persons": persons, "measures": measures})
        alleged(office)
        assert held(office, "grant", "interview")
        assert not held(office, "grant", "other")

    def test_what_stands_against_it_names_nobody(self, office):
        alleged(office)
        result = office.do(PROSECUTOR, "grant", "interview", reasons="asked")
        (hold,) = [o for o in result.obstacles if o.hurdle.value == "hold"]
        assert "P1" not in hold.text
        assert "policy of this system" in hold.source

    def test_it_ends_with_the_inquiry_and_begins_again_with_a_remedy_against_its_end(self, office):
        name = alleged(office)
        taken_up(office, name)
        investigated(office, name)
        assert held(office, "grant", "interview")
        concluded(office, name, grade="none")
        assert not held(office, "grant", "interview")
        office.do(COUNSEL, "lodge-remedy", "P1", kind="inquiry-closing", against=[name], text="unseen footage")
        assert held(office, "grant", "interview")
        remedy = list(office.dossier.challenges.running)[-1]
        office.do(COURT, "decide-remedy", remedy, outcome="granted", final=True, reasons="it was not")
        assert the(office, name).standing is Standing.RUNS
        assert held(office, "grant", "interview")


class TestWhoInvestigates:
    def test_nobody_who_tried_to_grant_it_leads(self, office):
        name = alleged(office)
        office.do(PROSECUTOR, "grant", "interview", reasons="asked")
        result = office.do(PROSECUTOR, "investigate-repression", "P1", allegation=name)
        assert hurdles(result) == {"mandate"}
        assert isinstance(office.do(PROSECUTOR, "investigate-repression", "P1", person=2, allegation=name), Done)

    def test_nor_goes_on_once_they_have_a_part_in_it(self, office):
        name = alleged(office)
        taken_up(office, name)
        office.do(PROSECUTOR, "refuse", "interview", reasons="asked")
        result = office.do(PROSECUTOR, "inquire", name, step="hearing", text="heard")
        assert "mandate" in hurdles(result)

    def test_nor_agrees_to_its_end_who_granted_it(self, office):
        name = alleged(office)
        office.do(COURT, "grant", "interview", reasons="asked")
        proposed = office.do(PROSECUTOR, "conclude-inquiry", name, outcome="refused", reasons="a mistake of name")
        assert proposed.waits
        proposal = list(office.dossier.proposals)[-1]
        assert "mandate" in hurdles(office.do(COURT, "confirm", proposal))
        assert isinstance(office.do(COURT, "confirm", proposal, person=2), Done)

    def test_only_whoever_leads_takes_steps_and_another_takes_it_over(self, office):
        name = alleged(office)
        taken_up(office, name)
        step = {"step": "hearing", "text": "heard"}
        assert hurdles(office.do(PROSECUTOR, "inquire", name, person=2, **step)) == {"mandate"}
        office.do(PROSECUTOR, "investigate-repression", "P1", person=2, allegation=name)
        assert isinstance(office.do(PROSECUTOR, "inquire", name, person=2, **step), Done)
        assert the(office, name).leads == "prosecutor-2"

    def test_an_inquiry_of_the_offices_own_motion_needs_no_complaint(self, office):
        assert isinstance(office.do(PROSECUTOR, "investigate-repression", "P1"), Done)
        (only,) = allegations_of(office.dossier).values()
        assert (only.origin, only.standing) == (Origin.OFFICIAL, Standing.RUNS)
        assert answers(office, "repression.alleged") == [(("yes",), "established")]

    def test_where_two_wait_the_one_taken_up_is_named(self, office):
        first, second = alleged(office), alleged(office)
        with pytest.raises(FormError, match=f"{first}, {second}"):
            office.do(PROSECUTOR, "investigate-repression", "P1")


class TestConcluding:
    def test_waits_for_every_step_that_is_asked(self, office):
        name = alleged(office, torture=True)
        taken_up(office, name)
        told = {"outcome": "concluded", "grade": "none", "reasons": "nothing found"}
        result = office.do(PROSECUTOR, "conclude-inquiry", name, **told)
        assert "course" in hurdles(result)
        assert "physician" in " ".join(o.text for o in result.obstacles)
        investigated(office, name)
        assert isinstance(office.do(PROSECUTOR, "conclude-inquiry", name, **told), Done)

    def test_a_step_is_left_out_with_reasons_but_never_the_hearing(self, office):
        name = alleged(office)
        taken_up(office, name)
        left = {"left-out": True, "text": "asking would tell that state where she lives"}
        assert isinstance(office.do(PROSECUTOR, "inquire", name, step="state-account", **left), Done)
        assert the(office, name).settled()[Step.STATE].left_out
        with pytest.raises(FormError, match="never left out"):
            office.do(PROSECUTOR, "inquire", name, step="hearing", **left)

    def test_what_was_shown_becomes_a_finding_by_two_people(self, office):
        name = alleged(office, torture=True, methods=["other states co-opted"])
        taken_up(office, name)
        investigated(office, name)
        assert isinstance(concluded(office, name), Done)
        assert [c.grade for c in the(office, name).conclusions] == [Grade.SUBSTANTIAL]
        assert answers(office, "person.past_ill_treatment") == [(("yes",), "substantial")]
        assert answers(office, "request.persecution_purpose") == [(("yes",), "substantial")]
        assert answers(office, "repression.effectively_investigated") == [(("yes",), "established")]

    def test_what_was_not_shown_is_no_answer(self, office):
        name = alleged(office, torture=True)
        taken_up(office, name)
        investigated(office, name)
        concluded(office, name, grade="none")
        assert answers(office, "person.past_ill_treatment") == []

    def test_it_is_not_said_to_be_investigated_while_another_waits(self, office):
        name, _other = alleged(office), alleged(office)
        taken_up(office, name)
        investigated(office, name)
        concluded(office, name)
        assert answers(office, "repression.effectively_investigated") == []

    def test_a_refusal_gives_reasons_and_a_second_person_agrees(self, office):
        name = alleged(office)
        told = {"outcome": "refused"}
        assert hurdles(office.do(PROSECUTOR, "conclude-inquiry", name, **told)) == {"reasons"}
        assert office.do(PROSECUTOR, "conclude-inquiry", name, reasons="it is about somebody else", **told).waits
        assert the(office, name).standing is Standing.WAITS
        office.do(COURT, "confirm", list(office.dossier.proposals)[-1])
        assert the(office, name).standing is Standing.REFUSED

    def test_a_court_that_quashes_a_refusal_has_it_taken_up(self, office):
        name = alleged(office)
        office.do(PROSECUTOR, "conclude-inquiry", name, outcome="refused", reasons="it is about somebody else")
        office.do(COURT, "confirm", list(office.dossier.proposals)[-1])
        office.do(COUNSEL, "lodge-remedy", "P1", kind="inquiry-closing", text="it is about her")
        remedy = list(office.dossier.challenges.running)[-1]
        office.do(COURT, "decide-remedy", remedy, outcome="granted", reasons="it is")
        assert the(office, name).standing is Standing.WAITS

    def test_the_person_is_told_of_the_end_and_only_then(self, office):
        name = alleged(office)
        taken_up(office, name)
        told = {"step": "informed", "text": "by letter"}
        assert hurdles(office.do(PROSECUTOR, "inquire", name, **told)) == {"course"}
        investigated(office, name)
        concluded(office, name)
        assert isinstance(office.do(PROSECUTOR, "inquire", name, **told), Done)
        assert hurdles(office.do(PROSECUTOR, "inquire", name, step="hearing", text="again")) == {"course"}


class TestTimeLimits:
    def test_it_is_taken_up_concluded_and_told_in_time(self, office):
        name = alleged(office)
        (first,) = [one for one in limits(office.dossier) if one.about == name]
        assert first.deadline.last_day == (office.now + timedelta(days=14)).date()
        assert first.is_overdue((office.now + timedelta(days=15)).date())
        taken_up(office, name)
        investigated(office, name)
        concluded(office, name)
        met = {one.ident.partition("@")[0]: one.done is not None for one in limits(office.dossier) if one.about == name}
        assert met == {
            "house-allegation-taken-up": True, "house-inquiry-concluded": True, "house-inquiry-informed": False,
        }  # fmt: skip


class TestAProtectedSource:
    def test_stands_in_no_file_and_in_nothing_anybody_is_shown(self, office):
        alleged(office, CLERK, source=SOURCE)
        assert "Zarina" not in repr(office.dossier.case)
        for role in (PROSECUTOR, COURT, COUNSEL, CLERK, Role.AUDITOR, Role.LIAISON):
            held_ = office.people[role][0].mandates
            assert "Zarina" not in repr(portion(office.dossier, held_)).replace(repr(office.dossier), "")

    def test_is_opened_by_the_custodian_to_whoever_asked_with_reasons(self, office):
        name = alleged(office, CLERK, source=SOURCE)
        source = the(office, name).source
        taken_up(office, name)
        leads, other = office.people[PROSECUTOR]
        assert hurdles(office.do(PROSECUTOR, "read", source)) == {"compartment"}
        office.do(PROSECUTOR, "inquire", name, step="ask-source", text="to hear her as a witness")
        assert hurdles(office.do(COURT, "decide-disclosure", name, answer="yes")) == {"reasons"}
        office.do(COURT, "decide-disclosure", name, answer="yes", reasons="she agrees")
        assert may_open(office.dossier, source, leads.mandates)
        assert not may_open(office.dossier, source, other.mandates)
        assert isinstance(office.do(PROSECUTOR, "read", source), Done)
        assert identity_of(office.dossier, source) == SOURCE

    def test_is_kept_where_the_custodian_says_no(self, office):
        name = alleged(office, CLERK, source=SOURCE)
        taken_up(office, name)
        office.do(PROSECUTOR, "inquire", name, step="ask-source", text="to hear her as a witness")
        with pytest.raises(FormError, match="was asked"):
            office.do(PROSECUTOR, "inquire", name, step="ask-source", text="again")
        office.do(COURT, "decide-disclosure", name, answer="no", reasons="she was promised")
        assert hurdles(office.do(PROSECUTOR, "read", the(office, name).source)) == {"compartment"}
        with pytest.raises(UnknownObjectError):
            office.do(COURT, "decide-disclosure", name, answer="yes", reasons="after all")

    def test_where_nobody_is_protected_nobody_is_asked(self, office):
        name = alleged(office)
        taken_up(office, name)
        with pytest.raises(FormError, match="nobody's identity"):
            office.do(PROSECUTOR, "inquire", name, step="ask-source", text="who is it")


class TestTheDefence:
    def test_gives_evidence_in_the_own_inquiry(self, office):
        name = alleged(office)
        office.do(COUNSEL, "submit", "P1", text="the number plate", inquiry=name)
        assert len(the(office, name).filed) == 1
        with pytest.raises(FormError, match="no open allegation"):
            office.do(COUNSEL, "submit", "P1", text="the number plate", inquiry="allegation-99")

    def test_sees_nothing_of_an_inquiry_about_somebody_else(self, law):
        office, file = Office(law), simple_file()
        office.register({**file, "persons": [*file["persons"], {"id": "P2", "name": "C. D."}]})
        office.do(CLERK, "lodge-allegation", "P2", text="they have her passport")
        (name,) = allegations_of(office.dossier)
        office.do(PROSECUTOR, "investigate-repression", "P2", allegation=name)
        office.do(PROSECUTOR, "inquire", name, step="hearing", text="heard at the embassy gate")
        seen = portion(office.dossier, office.people[COUNSEL][0].mandates)
        assert "passport" not in repr((seen.case, seen.entries))
        assert "embassy" not in repr((seen.case, seen.entries))
