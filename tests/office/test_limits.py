"""Time limits, notice and service in a case: what runs, for whom, and what stays shut until it is over."""

from datetime import date, timedelta
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.law.time_limits.deadline import State
from rogatory.law.time_limits.wording import explain
from rogatory.law.wording.language import Language
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.limits import limits, limits_of, windows
from rogatory.office.folds.owed import due, notices, owed
from rogatory.office.perform import Barred, Done
from tests.office.histories import beginning
from tests.office.simulator import PROOF, Office, hurdles, simple_file
from tests.office.timing import MONDAY, RULING, last, lodge, made, ruled, running, state, sure, the, told


@pytest.fixture
def office(law) -> Office:
    return made(law)


class TestWhatStartsALimit:
    @pytest.mark.parametrize(
        ("kind", "rule", "ends"),
        [
            ("eio", "eio-acknowledge", date(2026, 3, 9)),
            ("eio", "eio-recognise", date(2026, 3, 31)),
        ],
    )
    def test_receipt_of_the_request(self, law, kind, rule, ends):
        office = made(law, kind, requesting_state="DE")
        assert last(office, rule) == ends

    def test_a_request_whose_day_is_not_known_is_never_late(self, law):
        office = Office(law)
        file = simple_file()
        file["request"] = {"kind": "eio", "requesting_state": "DE", "requested_state": "BE"}
        office.register(file)
        assert state(office, "eio-recognise", later=400) is State.UNKNOWN

    def test_entry_in_the_register_and_not_lodging(self, office):
        name = lodge(office)
        assert state(office, "be-61quater-decision", later=300) is State.UNKNOWN
        office.do(Role.CLERK, "register-remedy", name, number="7")
        assert last(office, "be-61quater-decision") == date(2026, 3, 17)

    def test_a_ruling_sets_limits_to_the_court_and_the_person(self, office):
        ruled(office)
        assert last(office, "be-61quater-notice") == date(2026, 3, 10)
        assert the(office, "be-61quater-appeal").person == "P1"
        assert last(office, "be-61quater-appeal") is None

    def test_a_final_ruling_opens_strasbourg_alone(self, office):
        ruled(office, final=True)
        office.tell()
        assert last(office, "echr-application") == date(2026, 7, 2)
        assert not windows(office.dossier, office.now.date()), "an application holds once it is lodged, and not before"

    def test_the_appeal_in_cassation_itself_sets_the_time_for_its_memorial_and_nobody_serves_it(self, office):
        name = ruled(office, kind="regularity")
        lodge(office, kind="cassation", of=name)
        one = the(office, "be-429-memorial")
        assert (one.person, one.deadline.last_day, one.is_window) == ("P1", date(2026, 5, 4), False)

    def test_what_the_person_got_is_not_appealed_by_the_person(self, office):
        name = lodge(office)
        sure(office.do(Role.COURT, "decide-remedy", name, outcome="granted", reasons="founded"))
        rules = {one.deadline.rule.id for one in limits(office.dossier)}
        assert "be-61quater-appeal" not in rules
        assert "be-61quater-appeal-prosecutor" in rules

    def test_a_hearing_is_told_in_time(self, office):
        name = lodge(office)
        told_of = {"chamber": "indictments chamber", "at": "2026-03-12T10:00+01:00", "about": [name]}
        sure(office.do(Role.CLERK, "set-hearing", **told_of))
        one = the(office, "be-28sexies-hearing-notice")
        assert (str(one.deadline.last_moment), one.done) == ("2026-03-10 10:00:00+01:00", None)
        office.tell()
        assert the(office, "be-28sexies-hearing-notice").done is not None

    def test_a_secrecy_is_reviewed_on_its_day(self, office):
        kept = {"basis": "Art. 19", "review": "2026-03-20", "until": "2026-04-01", "reasons": "it would be defeated"}
        sure(office.do(Role.PROSECUTOR, "keep-back", "P1", **kept))
        assert last(office, "house-secrecy-review") == date(2026, 3, 20)
        assert the(office, "house-secrecy-review").is_overdue(date(2026, 3, 21))
        office.do(Role.PROSECUTOR, "end-secrecy", "secrecy-1", reasons="over")
        assert not the(office, "house-secrecy-review").is_overdue(date(2026, 3, 21))

    def test_the_rules_of_one_state_are_not_those_of_another(self, law):
        office = made(law, requested_state="FR")
        lodge(office, kind="strasbourg")
        assert limits(office.dossier) == ()

    def test_what_was_done_is_not_overdue(self, law):
        office = made(law, "eio")
        assert the(office, "eio-recognise").is_overdue(date(2026, 6, 1))
        office.answer("request.essential_interests_prejudiced", "yes")
        sure(office.do(Role.COURT, "postpone", "interview", reasons="an investigation of our own"))
        assert not the(office, "eio-recognise").is_overdue(date(2026, 6, 1))


class TestTheTimeToChallenge:
    @pytest.fixture
    def opened(self, law) -> Office:
        """A case in which nothing stands in the way of sending but time."""
        office = Office(law)
        assert isinstance(office.register(beginning("mla")), Done)
        sure(office.do(Role.COURT, "grant", "interview", reasons="nothing stands against it"))
        return office

    def send(self, office: Office) -> Done | Barred:
        return office.do(Role.PROSECUTOR, "transmit", "record")

    def test_before_everybody_was_told_nothing_leaves(self, opened):
        barred = self.send(opened)
        assert isinstance(barred, Barred)
        assert "house-hold-while-remedy-runs" in {o.norm for o in barred.obstacles}
        opened.tell()
        sure(self.send(opened))

    def test_that_nobody_was_told_cannot_be_answered_away(self, opened):
        opened.answer("remedy.period_running", "no")
        assert running(opened) == ("yes",)
        assert isinstance(self.send(opened), Barred)

    def test_where_no_time_runs_somebody_answers_it_and_not_the_door(self, opened):
        opened.tell()
        assert running(opened) == ("no",), "as the file answers it"
        opened.answer("remedy.period_running", "yes")
        assert "yes" in running(opened)

    def test_the_decision_what_leaves_gives_fifteen_days(self, opened):
        opened.tell()
        sure(opened.do(Role.COURT, "clear-item", "I1"))
        assert isinstance(self.send(opened), Barred)
        opened.tell(later=15)
        assert isinstance(self.send(opened), Barred), "the last day is not over"
        opened.now += timedelta(days=1)
        sure(self.send(opened))

    def test_the_later_reading_holds(self, opened):
        opened.tell()
        sure(opened.do(Role.COURT, "clear-item", "I1"))
        document = PROOF
        for _ in (1, 2):
            sure(told(opened, "posted", proof=document))
        one = [w for w in windows(opened.dossier, opened.now.date()) if w.until]
        assert {w.until for w in one} == {date(2026, 3, 20)}
        opened.now += timedelta(days=18)
        assert isinstance(self.send(opened), Barred)
        opened.now += timedelta(days=1)
        sure(self.send(opened))

    def test_time_that_was_used_is_not_waited_for(self, opened):
        opened.tell()
        sure(opened.do(Role.COURT, "clear-item", "I1"))
        opened.tell()
        for person in ("P1", "P2"):
            sure(
                opened.do(
                    Role.CLERK,
                    "lodge-remedy",
                    person,
                    text="x",
                    kind="third-party-opposition",
                    capacity="third party with a right",
                )
            )
        assert not windows(opened.dossier, opened.now.date())


class TestARulingOfWhichNoTableSaysHowLongItCanBeChallenged:
    @pytest.fixture
    def ruling(self, office: Office) -> Office:
        office.answer("remedy.period_running", "no")
        ruled(office, "challenge")
        office.tell()
        return office

    def test_what_was_answered_before_it_says_nothing_of_it(self, ruling):
        assert running(ruling, later=400) == (), "nobody knows"

    def test_until_somebody_answers_after_it(self, ruling):
        ruling.answer("remedy.period_running", "no")
        assert running(ruling) == ("no",)

    def test_a_yes_stays_heard(self, office):
        office.answer("remedy.period_running", "yes")
        ruled(office, "challenge")
        office.tell()
        assert running(office) == ("yes",)

    @pytest.mark.parametrize("way", ["final", "challenged", "of a kind that is known"])
    def test_where_it_is_known_the_answer_stands(self, office, way):
        office.answer("remedy.period_running", "no")
        name = ruled(office, "lifting" if way.startswith("of") else "challenge", final=way == "final")
        if way == "challenged":
            lodge(office, "appeal", of=name)
        office.tell()
        assert running(office, later=30) == ("no",)


class TestAPromiseUntilEveryRemedyHasEnded:
    def test_binds_between_a_ruling_and_the_end_of_the_time_to_appeal(self, office: Office):
        sure(office.do(Role.CENTRAL_AUTHORITY, "undertake", text="x", ending="when every remedy has ended"))
        promise = list(office.dossier.challenges.undertakings)[-1]
        ruled(office)

        def ended() -> Done | Barred:
            return office.do(Role.CENTRAL_AUTHORITY, "end-undertaking", promise, reasons="every remedy has ended")

        assert hurdles(ended()) == {"hold"}, "nobody was told of the ruling"
        office.tell(later=15)
        assert hurdles(ended()) == {"hold"}, "the last day to appeal is not over"
        assert not office.dossier.proposals
        office.now += timedelta(days=1)
        sure(ended())

    def test_and_where_nobody_knows_that_time_until_somebody_says_that_it_is_over(self, office):
        sure(office.do(Role.CENTRAL_AUTHORITY, "undertake", text="x", ending="when every remedy has ended"))
        promise = list(office.dossier.challenges.undertakings)[-1]
        ruled(office, "challenge")
        office.tell(later=400)
        form = {"reasons": "every remedy has ended"}
        assert hurdles(office.do(Role.CENTRAL_AUTHORITY, "end-undertaking", promise, **form)) == {"hold"}
        office.answer("remedy.period_running", "yes")
        assert hurdles(office.do(Role.CENTRAL_AUTHORITY, "end-undertaking", promise, **form)) == {"hold"}
        office.answer("remedy.period_running", "no", replaces=list(office.dossier.case.findings)[-1].id)
        sure(office.do(Role.CENTRAL_AUTHORITY, "end-undertaking", promise, **form))


class TestMoving:
    def test_the_court_suspends_and_lets_run_again(self, office):
        name = lodge(office, "lifting")
        office.do(Role.COURT, "decide-remedy", name, **RULING)
        office.tell()
        appeal = lodge(office, "appeal", of=name)
        one = the(office, "be-61quater-chamber")
        assert (one.about, one.deadline.last_day) == (appeal, date(2026, 3, 17))
        sure(office.do(Role.COURT, "suspend-limit", one.ident, ground="adjournment", on="2026-03-02"))
        assert state(office, "be-61quater-chamber", later=99) is State.SUSPENDED
        office.now += timedelta(days=7)
        sure(office.do(Role.COURT, "suspend-limit", one.ident))
        assert last(office, "be-61quater-chamber") == date(2026, 3, 23)
        lines = explain(the(office, "be-61quater-chamber").deadline, Language.EN)
        assert any("Suspended from" in line for line in lines), "what moved it stays readable"

    def test_nobody_extends_what_is_lost_with_its_time(self, office):
        ruled(office)
        office.tell()
        with pytest.raises(FormError, match="right is lost"):
            office.do(
                Role.COURT, "extend-limit", the(office, "be-61quater-appeal").ident, until="2026-05-01", ground="x"
            )

    def test_whoever_the_rule_names_extends_within_its_bounds(self, law):
        office = made(law, "eio")
        ident = the(office, "eio-recognise").ident
        with pytest.raises(FormError, match="at most"):
            office.do(Role.CENTRAL_AUTHORITY, "extend-limit", ident, until="2026-09-01", ground="translation")
        sure(office.do(Role.CENTRAL_AUTHORITY, "extend-limit", ident, until="2026-04-20", ground="translation"))
        assert last(office, "eio-recognise") == date(2026, 4, 20)

    def test_a_limit_of_the_person_only_the_court_suspends(self, office):
        ruled(office)
        office.tell()
        ident, form = (
            the(office, "be-61quater-appeal").ident,
            {"ground": "force majeure", "source": "general principle"},
        )
        assert hurdles(office.do(Role.PROSECUTOR, "suspend-limit", ident, **form)) == {"role"}
        sure(office.do(Role.COURT, "suspend-limit", ident, **form))
        assert running(office, later=99) == ("yes",)

    def test_a_limit_that_is_not_there_is_not_moved(self, office):
        with pytest.raises(UnknownObjectError):
            office.do(Role.COURT, "extend-limit", "be-135-appeal@9:P1", until="2026-05-01", ground="x")


class TestSecrecy:
    def kept(self, office: Office) -> None:
        form: dict[str, Any] = {
            "basis": "Directive 2014/41/EU, Art. 14(3)",
            "review": "2026-03-05",
            "until": "2026-03-09",
        }
        sure(office.do(Role.PROSECUTOR, "keep-back", "P1", reasons="accounts would be emptied", **form))

    def test_the_notice_is_owed_and_waits(self, office):
        ruled(office)
        self.kept(office)
        (notice,) = owed(office.dossier, MONDAY)
        assert notice.waits_until(MONDAY) == date(2026, 3, 9)
        assert due(office.dossier, MONDAY) == ()
        assert running(office, later=3) == ("yes",)

    def test_when_it_ends_everything_is_due_and_that_it_was_kept_too(self, office):
        ruled(office)
        self.kept(office)
        after = due(office.dossier, date(2026, 3, 9))
        assert [n.act for n in after] == ["decide-remedy", "keep-back"]

    def test_ended_early_it_is_due_that_day(self, office):
        ruled(office)
        self.kept(office)
        office.do(Role.PROSECUTOR, "end-secrecy", list(office.dossier.challenges.secrecies)[-1], reasons="arrested")
        assert [n.act for n in due(office.dossier, MONDAY)] == ["decide-remedy", "keep-back"]

    def test_what_is_kept_back_is_in_no_limit_the_person_reads(self, office):
        ruled(office)
        assert limits_of(office.dossier, "P1")
        self.kept(office)
        kept = {one.deadline.rule.id for one in limits_of(office.dossier, "P1")}
        assert "be-61quater-appeal" not in kept
        assert "house-secrecy-review" not in kept


def test_an_end_that_nobody_was_told_of_binds_again(office):
    sure(office.do(Role.CENTRAL_AUTHORITY, "undertake", text="nothing is sent", ending="on a day", until="2026-03-03"))
    office.now += timedelta(days=2)
    name = list(office.dossier.challenges.undertakings)[-1]
    sure(office.do(Role.CENTRAL_AUTHORITY, "end-undertaking", name, reasons="its day has come"))
    sure(office.do(Role.COURT, "confirm", list(office.dossier.proposals)[-1], person=2))
    office.tell()
    assert not office.dossier.challenges.undertakings[name].binds
    sure(office.do(Role.COURT, "record-service", list(office.dossier.services)[-1], result="failed"))
    assert office.dossier.challenges.undertakings[name].binds
    office.tell()
    assert not office.dossier.challenges.undertakings[name].binds


def test_each_decision_is_told_to_whom_it_touches(office):
    ruled(office)
    assert [(n.act, n.person) for n in notices(office.dossier)] == [("decide-remedy", "P1")]
