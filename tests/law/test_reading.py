"""Two rails, presumptions, what makes a question live, and findings that grow old."""

from datetime import date, timedelta

import pytest

from rogatory.law.conditions import Op
from rogatory.law.evidence import Answer, presumed, read, stand
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect
from rogatory.law.questions import Trigger
from rogatory.law.reading import situate
from rogatory.law.vocabulary import notice, person, remedy, request, risk, state
from tests.law.build import DAY, norm, program, standings


def verdict(made, answers, **kw):
    return made.outcome(situate(made, standings(answers), DAY).reading).verdict


class TestRails:
    @pytest.mark.parametrize(
        ("answer", "shown", "excluded"),
        [
            (("yes", Grade.ESTABLISHED), True, False),
            (("yes", Grade.SUBSTANTIAL), True, False),
            (("yes", Grade.ARGUABLE), False, False),
            (("no", Grade.ESTABLISHED), False, True),
            (("no", Grade.SUBSTANTIAL), False, False),
        ],
    )
    def test_true_at_the_grade_needed_false_only_when_the_opposite_is_established(self, answer, shown, excluded):
        question = person.opposition
        standing = standings({question: answer})[question.slot]
        assert read(question.yes, standing, DAY) == (shown, excluded)

    def test_evidence_both_ways_is_a_conflict_and_counts_for_protection(self):
        question = person.past_ill_treatment
        both = stand(question, (Answer("a", ("yes",), Grade.SUBSTANTIAL), Answer("b", ("no",))), DAY)
        assert read(question.yes, both, DAY) == (True, True)
        bar = program(norm(when=question.yes))
        assert bar.outcome(situate(bar, {question.slot: both}, DAY).reading).verdict is Verdict.FORBIDDEN

    def test_a_conflict_never_releases(self):
        dispelled = risk.dispelled
        both = stand(dispelled, (Answer("a", ("yes",)), Answer("b", ("no",))), DAY)
        bar = program(norm(when=person.opposition.yes, unless=dispelled.yes))
        on_file = standings({person.opposition: "yes"}) | {dispelled.slot: both}
        situation = situate(bar, on_file, DAY)
        assert bar.outcome(situation.reading).verdict is Verdict.FORBIDDEN
        assert situation.conflicts == {dispelled.slot}

    def test_a_conflict_leaves_a_norm_that_eases_cooperation_to_a_human(self):
        both = stand(person.opposition, (Answer("a", ("yes",)), Answer("b", ("no",))), DAY)
        easing = program(norm(when=~person.opposition.yes, releases=True))
        situation = situate(easing, {person.opposition.slot: both}, DAY)
        assert easing.outcome(situation.reading).verdict is Verdict.NOT_RIPE

    def test_one_value_established_excludes_the_others(self):
        standing = standings({request.political_offence: "absolute"})["request.political_offence"]
        assert read(request.political_offence.is_("none"), standing, DAY) == (False, True)


class TestPresumptions:
    def test_what_nobody_raised_takes_its_presumption_and_the_reading_says_so(self):
        bar = program(norm(when=person.opposition.yes))
        situation = situate(bar, {}, DAY)
        assert bar.outcome(situation.reading).verdict is Verdict.ALLOWED
        assert situation.presumptions == {"person.opposition"}

    def test_a_question_without_presumption_is_unknown_and_the_act_waits(self):
        bar = program(norm(when=remedy.pending.yes))
        assert verdict(bar, {}) is Verdict.NOT_RIPE

    def test_asked_and_not_answered_is_unknown(self):
        bar = program(norm(when=person.opposition.yes))
        assert verdict(bar, {person.opposition: "unknown"}) is Verdict.NOT_RIPE

    def test_an_arguable_claim_opens_the_question_a_bare_allegation_does_not(self):
        bar = program(norm(when=person.opposition.yes))
        assert verdict(bar, {person.opposition: ("yes", Grade.ARGUABLE)}) is Verdict.NOT_RIPE
        assert verdict(bar, {person.opposition: ("yes", Grade.ALLEGED)}) is Verdict.ALLOWED

    def test_something_on_file_makes_a_question_live(self):
        trigger = Trigger("person.individual_risk_factor", state.torture_reports.yes, "reports describe torture")
        bar = program(norm(when=person.individual_risk_factor.yes), triggers=(trigger,))
        assert verdict(bar, {}) is Verdict.ALLOWED
        assert verdict(bar, {state.torture_reports: "yes"}) is Verdict.NOT_RIPE
        assert verdict(bar, {state.torture_reports: "yes", person.individual_risk_factor: "no"}) is Verdict.ALLOWED
        live = situate(bar, standings({state.torture_reports: "yes"}), DAY).live
        assert live == {"person.individual_risk_factor": "reports describe torture"}

    def test_presuming_is_answering_as_presumed(self):
        assert read(person.opposition.yes, presumed(person.opposition), DAY) == (False, True)
        assert read(remedy.pending.yes, presumed(remedy.pending), DAY) == (False, False)


class TestAgeing:
    def test_a_finding_that_clears_grows_old_and_asks_for_renewal(self):
        question = state.torture_reports
        assert question.renew_after
        old = DAY - timedelta(days=question.renew_after + 1)
        cleared = stand(question, (Answer("f", ("no",), as_of=old),), DAY)
        assert read(question.yes, cleared, DAY) == (False, False)
        assert cleared.raised
        assert cleared.aged == ("f",)

    def test_a_finding_that_protects_does_not_grow_old(self):
        question = state.torture_reports
        shown = stand(question, (Answer("f", ("yes",), as_of=date(1990, 1, 1)),), DAY)
        assert read(question.yes, shown, DAY) == (True, False)

    def test_the_last_day_of_its_age_still_clears(self):
        question = state.torture_reports
        assert question.renew_after
        last = DAY - timedelta(days=question.renew_after)
        assert read(question.yes, stand(question, (Answer("f", ("no",), as_of=last),), DAY), DAY) == (False, True)


class TestDaysAndNumbers:
    @pytest.mark.parametrize(("since", "passed"), [(40, True), (39, False)])
    def test_forty_days_since_arrest(self, since, passed):
        atom = notice.arrest_since.days_passed(40)
        assert atom.op is Op.DAYS_PASSED
        held = stand(notice.arrest_since, (Answer("f", day=DAY - timedelta(days=since)),), DAY)
        assert read(atom, held, DAY) == (passed, not passed)

    def test_asking_a_yes_no_question_for_days_is_a_fault_of_the_pack(self):
        with pytest.raises(ValueError, match="answered by yes-no"):
            person.opposition.days_passed(3)


class TestVerdicts:
    A, B = person.opposition, person.practises_law

    def test_optional_ground_leaves_the_choice_to_the_decider(self):
        made = program(norm(when=self.A.yes, effect=Effect.MAY_REFUSE))
        assert verdict(made, {self.A: "yes"}) is Verdict.DISCRETIONARY
        assert verdict(made, {self.A: "unknown"}) is Verdict.NOT_RIPE

    def test_a_required_condition_can_be_obtained_at_a_decision_and_must_be_met_before_what_cannot_be_undone(self):
        from rogatory.law.acts import SURRENDER

        cure = Cure(self.B.yes, obtain="obtain it", keep="keep it", failed=person.surveillance_here.yes)
        deciding = program(norm(when=self.A.yes, effect=Effect.REQUIRES, cure=cure))
        doing = program(norm(when=self.A.yes, effect=Effect.REQUIRES, cure=cure, act=SURRENDER), act=SURRENDER)
        assert verdict(deciding, {self.A: "yes"}) is Verdict.CONDITIONAL
        assert verdict(doing, {self.A: "yes"}) is Verdict.FORBIDDEN
        assert verdict(deciding, {self.A: "yes", self.B: "yes"}) is Verdict.CONDITIONAL
        assert verdict(doing, {self.A: "yes", self.B: "yes"}) is Verdict.CONDITIONAL
        tried = {self.A: "yes", person.surveillance_here: "yes"}
        assert verdict(deciding, tried) is Verdict.FORBIDDEN

    def test_a_bar_with_a_cure_stands_until_the_cure_is_in_place(self):
        cure = Cure(self.B.yes, obtain="an assurance", keep="monitor it")
        made = program(norm(when=self.A.yes, cure=cure))
        assert verdict(made, {self.A: "yes"}) is Verdict.FORBIDDEN
        assert verdict(made, {self.A: "yes", self.B: "unknown"}) is Verdict.NOT_RIPE
        assert verdict(made, {self.A: "yes", self.B: "yes"}) is Verdict.CONDITIONAL

    def test_an_open_duty_to_inquire_keeps_the_act_unripe(self):
        made = program(norm(when=self.A.yes, effect=Effect.INQUIRES, fulfilled=self.B.yes))
        assert verdict(made, {}) is Verdict.ALLOWED
        assert verdict(made, {self.A: "yes"}) is Verdict.NOT_RIPE
        assert verdict(made, {self.A: "yes", self.B: "no"}) is Verdict.NOT_RIPE
        assert verdict(made, {self.A: "yes", self.B: "yes"}) is Verdict.ALLOWED

    def test_one_bar_settles_it_whatever_else_is_open(self):
        made = program(norm("bar", when=self.A.yes), norm("open", when=remedy.pending.yes))
        assert verdict(made, {self.A: "yes"}) is Verdict.FORBIDDEN
