"""Remedies, stays, undertakings, restrictions, hearings and counsel at the one door."""

from datetime import date, timedelta
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import Actor, Mandate
from rogatory.remedies.holds import holds_on
from rogatory.remedies.lodged import Outcome
from tests.office.simulator import Office, hurdles, simple_file


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    made.register(simple_file())
    return made


def lodge(office: Office, **form) -> str:
    result = office.do(Role.COUNSEL, "lodge-remedy", "P1", text="an appeal", **form)
    assert isinstance(result, Done), result
    return list(office.dossier.challenges.remedies)[-1]


def held(office: Office, act: str, later: int = 0) -> set[str]:
    on = office.now.date() + timedelta(days=later)
    return {hold.of for hold in holds_on(act, office.dossier.challenges, on)}


def texts(result) -> str:
    assert isinstance(result, Barred), result
    return " ".join(f"{o.text} {o.source} {o.lifts}" for o in result.obstacles)


class TestARemedy:
    def test_closes_what_its_kind_says_and_nothing_else(self, office):
        name = lodge(office, kind="data-protection")
        assert held(office, "transmit") == held(office, "open-file") == {name}
        assert held(office, "surrender") == held(office, "execute") == held(office, "notify") == set()

    def test_without_a_kind_it_is_taken_and_holds_what_cannot_be_undone(self, office):
        name = lodge(office)
        assert held(office, "transmit") == held(office, "surrender") == held(office, "open-file") == {name}

    def test_bars_at_the_door_and_says_by_what(self, office):
        lodge(office, kind="lifting")
        result = office.do(Role.PROSECUTOR, "transmit", "record", reasons="asked")
        assert "hold" in hurdles(result)
        assert "lifting of a seizure" in texts(result)
        assert "policy of this system" in texts(result)

    def test_holds_from_lodging_and_not_from_registration(self, office):
        name = lodge(office)
        assert held(office, "transmit") == {name}
        office.do(Role.CLERK, "register-remedy", name, number="KI 2026/7")
        remedy = office.dossier.challenges.remedies[name]
        assert (remedy.register, remedy.runs) == ("KI 2026/7", True)
        assert held(office, "transmit") == {name}

    def test_that_came_on_paper_runs_from_the_day_it_was_lodged(self, office):
        office.do(Role.CLERK, "lodge-remedy", "P1", text="by registered letter", on="2026-02-27")
        (remedy,) = office.dossier.challenges.remedies.values()
        assert remedy.lodged.date() == date(2026, 2, 27)

    def test_is_not_lodged_on_a_day_to_come(self, office):
        with pytest.raises(FormError, match="has not come yet"):
            office.do(Role.CLERK, "lodge-remedy", "P1", text="a letter", on="2027-01-01")

    def test_that_does_not_exist_here_is_named_and_the_others_told(self, office):
        with pytest.raises(FormError, match="lifting"):
            office.do(Role.COUNSEL, "lodge-remedy", "P1", text="x", kind="eio-challenge")

    def test_ends_by_a_final_decision(self, office):
        name = lodge(office)
        office.do(Role.COURT, "decide-remedy", name, outcome="dismissed", final=True, reasons="unfounded")
        remedy = office.dossier.challenges.remedies[name]
        assert (remedy.outcome, remedy.final, held(office, "transmit")) == (Outcome.DISMISSED, True, set())

    def test_goes_on_when_a_part_is_decided(self, office):
        name = lodge(office)
        office.do(Role.COURT, "decide-remedy", name, outcome="granted", part="the computers", reasons="privileged")
        remedy = office.dossier.challenges.remedies[name]
        assert (remedy.runs, [p.outcome for p in remedy.partly]) == (True, [Outcome.GRANTED])
        assert held(office, "transmit") == {name}

    def test_goes_on_while_another_court_is_asked(self, office):
        name = lodge(office)
        office.do(Role.COURT, "refer-remedy", name, to="Constitutional Court", question="is it equal?")
        waiting = office.dossier.challenges.remedies[name].waits_for
        assert waiting is not None
        with pytest.raises(FormError, match="already waits"):
            office.do(Role.COURT, "refer-remedy", name, to="another", question="and this?")
        office.do(Role.COURT, "refer-remedy", name, answer="it is not")
        remedy = office.dossier.challenges.remedies[name]
        assert (remedy.waits_for, remedy.referrals[0].answer, remedy.runs) == (None, "it is not", True)

    def test_an_appeal_holds_again(self, office):
        first = lodge(office, kind="lifting")
        office.do(Role.COURT, "decide-remedy", first, outcome="dismissed", reasons="unfounded")
        assert held(office, "transmit") == set()
        second = lodge(office, kind="appeal", of=first)
        assert held(office, "transmit") == {second}
        assert office.dossier.challenges.remedies[second].of == first


class TestWithdrawing:
    def test_is_for_the_person_and_counsel_alone(self, office):
        name = lodge(office)
        for role in (Role.CLERK, Role.PROSECUTOR, Role.COURT, Role.CENTRAL_AUTHORITY):
            assert hurdles(office.do(role, "withdraw-remedy", name)) == {"role"}
        assert isinstance(office.do(Role.PERSON_CONCERNED, "withdraw-remedy", name), Done)
        assert office.dossier.challenges.remedies[name].outcome is Outcome.WITHDRAWN
        assert held(office, "transmit") == set()

    def test_is_not_for_counsel_of_another_person(self, office):
        name = lodge(office)
        other = Actor("c", (Mandate("c", Role.COUNSEL, office.case, date(2026, 1, 1), "P2"),))
        assert hurdles(office.do(other, "withdraw-remedy", name)) == {"mandate"}

    def test_a_court_does_not_decide_that_it_was_withdrawn(self, office):
        name = lodge(office)
        with pytest.raises(FormError, match="only the person or counsel"):
            office.do(Role.COURT, "decide-remedy", name, outcome="withdrawn", reasons="so it seems")


class TestStays:
    def order(self, office: Office, role: Role = Role.CENTRAL_AUTHORITY, **form) -> Done | Barred:
        told = {"body": "European Court of Human Rights", "acts": ["surrender"], "source": "12345/26", **form}
        return office.do(role, "order-stay", **told)

    def test_an_interim_measure_closes_the_acts_it_names(self, office):
        self.order(office)
        (stay,) = office.dossier.challenges.stays
        assert (held(office, "surrender"), held(office, "transmit")) == ({stay}, set())

    def test_a_court_of_the_state_enters_its_own(self, office):
        told: dict[str, Any] = {"body": "court of the requested state", "acts": ["execute"]}
        assert hurdles(self.order(office, **told)) == {"role"}
        assert isinstance(self.order(office, Role.COURT, **told), Done)

    def test_ends_on_its_day_by_itself(self, office):
        self.order(office, until="2026-03-05")
        assert [bool(held(office, "surrender", days)) for days in (0, 2, 3)] == [True, True, False]

    def test_is_lifted_by_two(self, office):
        self.order(office)
        (stay,) = office.dossier.challenges.stays
        assert hurdles(office.do(Role.CENTRAL_AUTHORITY, "lift-stay", stay)) == {"reasons"}
        assert office.do(Role.CENTRAL_AUTHORITY, "lift-stay", stay, reasons="Strasbourg lifted it").waits
        assert held(office, "surrender") == {stay}
        (proposal,) = office.dossier.proposals
        assert isinstance(office.do(Role.COURT, "confirm", proposal), Done)
        assert held(office, "surrender") == set()

    def test_names_at_least_one_act(self, office):
        with pytest.raises(FormError, match="no act is named"):
            self.order(office, acts=[])

    def test_is_never_turned_away_for_something_that_came_in(self, office):
        head = office.dossier.head
        office.do(Role.CLERK, "enter", adds={"persons": [{"id": "P9", "name": "E. F."}]})
        told = {"body": "UN treaty body", "acts": ["surrender"], "source": "CAT 1/26"}
        assert isinstance(office.do(Role.CLERK, "order-stay", seen=head, **told), Done)


class TestUndertakings:
    def promise(self, office: Office, **form) -> str:
        office.do(Role.CENTRAL_AUTHORITY, "undertake", text="nothing is sent", **form)
        return list(office.dossier.challenges.undertakings)[-1]

    def end(self, office: Office, name: str, role: Role = Role.CENTRAL_AUTHORITY) -> Done | Barred:
        result = office.do(role, "end-undertaking", name, reasons="its rule is met")
        if isinstance(result, Barred):
            return result
        return office.do(Role.COURT, "confirm", list(office.dossier.proposals)[-1], person=2)

    def test_closes_the_acts_it_names(self, office):
        name = self.promise(office, acts=["transmit"])
        assert (held(office, "transmit"), held(office, "surrender")) == ({name}, set())

    def test_binds_while_a_remedy_runs(self, office):
        name = self.promise(office, ending="when every remedy has ended")
        remedy = lodge(office)
        assert hurdles(self.end(office, name)) == {"hold"}
        office.do(Role.COURT, "decide-remedy", remedy, outcome="dismissed", final=True, reasons="unfounded")
        assert "can still be lodged" in texts(self.end(office, name)), "nobody was told of the ruling"
        office.tell()
        assert isinstance(self.end(office, name), Done)

    def test_binds_until_its_day(self, office):
        name = self.promise(office, ending="on a day", until="2026-03-09")
        assert hurdles(self.end(office, name)) == {"hold"}
        office.now += timedelta(days=7)
        assert isinstance(self.end(office, name), Done)

    def test_without_a_rule_only_a_court_releases_it(self, office):
        name = self.promise(office)
        assert hurdles(self.end(office, name)) == {"role"}
        assert isinstance(self.end(office, name, Role.COURT), Done)

    def test_binds_on_until_the_person_was_told_of_its_end(self, office):
        name = self.promise(office, acts=["transmit"])
        self.end(office, name, Role.COURT)
        assert held(office, "transmit") == {name}
        assert "P1 has not been told" in " ".join(
            h.text for h in holds_on("transmit", office.dossier.challenges, office.now.date())
        )
        number = len(office.dossier.entries) - 1
        told = {"told-of": f"notice-{number}", "on": "2026-03-02", "language": "en", "manner": "receipted"}
        assert isinstance(office.do(Role.COURT, "notify", "P1", **told), Done)
        assert held(office, "transmit") == set()

    def test_no_departure_lifts_it(self, office):
        self.promise(office, acts=["transmit"])
        result = office.do(Role.PROSECUTOR, "transmit", "record", reasons="the minister has changed")
        assert "hold" in hurdles(result)


class TestSecrecy:
    def keep(self, office: Office, **form) -> Done | Barred:
        told = {"basis": "Directive 2014/41/EU, Art. 19", "review": "2026-03-20", "until": "2026-04-01",
                "reasons": "accounts would be emptied", **form}  # fmt: skip
        return office.do(Role.INVESTIGATING_JUDGE, "keep-back", "P1", **told)

    def test_closes_what_cannot_be_undone_meanwhile_and_ends_by_itself(self, office):
        self.keep(office)
        (name,) = office.dossier.challenges.secrecies
        for act in ("transmit", "open-file", "surrender"):
            assert [held(office, act, days) for days in (0, 29, 30)] == [{name}, {name}, set()]
        assert held(office, "execute") == set()

    def test_has_a_ground_a_provision_a_review_and_an_end(self, office):
        for part in ("basis", "review", "until"):
            with pytest.raises(FormError, match=part):
                self.keep(office, **{part: ""})
        with pytest.raises(FormError, match="reasons"):
            self.keep(office, reasons="")

    def test_does_not_last_longer_than_half_a_year(self, office):
        with pytest.raises(FormError, match="decided anew"):
            self.keep(office, until="2026-12-01")

    def test_is_reviewed_before_it_ends(self, office):
        with pytest.raises(FormError, match="before it ends"):
            self.keep(office, review="2026-04-02")
        self.keep(office)
        (secrecy,) = office.dossier.challenges.secrecies.values()
        assert [secrecy.is_to_be_reviewed(date(2026, 3, d)) for d in (19, 20)] == [False, True]

    def test_may_be_ended_before_its_day(self, office):
        self.keep(office)
        (name,) = office.dossier.challenges.secrecies
        office.do(Role.COURT, "end-secrecy", name)
        assert held(office, "transmit") == set()


class TestHearings:
    def test_is_set_changed_and_held(self, office):
        remedy = lodge(office)
        told = {"chamber": "indictments chamber", "at": "2026-03-02T08:00+01:00", "about": [remedy]}
        office.do(Role.CLERK, "set-hearing", **told)
        (name,) = office.dossier.hearings
        office.do(Role.COURT, "set-hearing", name, **{**told, "place": "room 0.30"})
        office.do(Role.COUNSEL, "submit", "P1", text="conclusions", hearing=name)
        came = [{"who": "A. B.", "as": "person concerned"}]
        assert isinstance(office.do(Role.COURT, "record-hearing", name, came=came, record="adjourned"), Done)
        hearing = office.dossier.hearings[name]
        assert (hearing.place, hearing.standing.value, len(hearing.filed)) == ("room 0.30", "held", 1)
        with pytest.raises(UnknownObjectError):
            office.do(Role.COURT, "cancel-hearing", name)

    def test_has_no_place_for_the_requesting_state(self, office):
        called = [{"who": "counsel for Germany", "as": "requesting state"}]
        told = {"chamber": "indictments chamber", "at": "2026-03-20T09:00+01:00", "called": called}
        result = office.do(Role.COURT, "set-hearing", **told)
        assert hurdles(result) == {"course"}
        assert "6 February 2024" in texts(result)

    def test_says_in_which_time_zone(self, office):
        with pytest.raises(FormError, match="time zone"):
            office.do(Role.COURT, "set-hearing", chamber="x", at="2026-03-20T09:00")

    def test_is_not_recorded_before_its_day(self, office):
        office.do(Role.COURT, "set-hearing", chamber="x", at="2026-03-20T09:00+01:00")
        (name,) = office.dossier.hearings
        with pytest.raises(FormError, match="once it was held"):
            office.do(Role.COURT, "record-hearing", name, came=[{"who": "A", "as": "counsel"}], record="x")


class TestCounsel:
    def test_is_invited_and_accepts(self, office):
        office.do(Role.PERSON_CONCERNED, "invite-counsel", "P1", account="new")
        (name,) = office.dossier.invitations
        assert not [m for m in office.dossier.mandates.values() if m.account == "new"]
        assert isinstance(office.do(Actor("new"), "accept-mandate", name, answer="accept"), Done)
        (mandate,) = [m for m in office.dossier.mandates.values() if m.account == "new"]
        assert (mandate.role, mandate.person, office.dossier.invitations) == (Role.COUNSEL, "P1", {})

    def test_declines_and_holds_no_mandate(self, office):
        office.do(Role.CLERK, "invite-counsel", "P1", account="new")
        (name,) = office.dossier.invitations
        office.do(Actor("new"), "accept-mandate", name, answer="decline")
        assert (office.dossier.invitations, office.dossier.mandates) == ({}, {})

    def test_nobody_accepts_for_another(self, office):
        office.do(Role.CLERK, "invite-counsel", "P1", account="new")
        (name,) = office.dossier.invitations
        assert hurdles(office.do(Actor("thief"), "accept-mandate", name)) == {"mandate"}
        assert hurdles(office.do(Role.COUNSEL, "accept-mandate", name)) == {"mandate"}

    def test_nobody_invites_the_own_account(self, office):
        account = office.people[Role.CLERK][0].account
        assert hurdles(office.do(Role.CLERK, "invite-counsel", "P1", account=account)) == {"mandate"}

    def test_the_person_ends_counsels_mandate_and_no_other(self, office):
        office.do(Role.CLERK, "invite-counsel", "P1", account="new")
        office.do(Actor("new"), "accept-mandate", next(iter(office.dossier.invitations)))
        told = {"account": "lia", "role": "requesting-state liaison", "since": "2026-03-01"}
        office.do(Role.CLERK, "give-mandate", mandate=told)
        counsel, liaison = office.dossier.mandates
        assert hurdles(office.do(Role.PERSON_CONCERNED, "end-mandate", liaison)) == {"mandate"}
        assert isinstance(office.do(Role.PERSON_CONCERNED, "end-mandate", counsel), Done)


class TestWhatIsSubmitted:
    def test_an_allegation_makes_the_question_live(self, office):
        office.do(Role.COUNSEL, "lodge-allegation", "P1", text="two men followed her home")
        assert [f.answer for f in office.dossier.case.findings if f.question == "repression.alleged"] == [("yes",)]

    def test_an_intervener_says_what_lets_it_be_heard(self, office):
        with pytest.raises(FormError, match="basis"):
            office.do(Role.INTERVENER, "intervene", text="observations")
        done = office.do(Role.INTERVENER, "intervene", text="observations", basis="Judicial Code, Art. 17(2)")
        assert isinstance(done, Done)

    def test_counsel_files_for_no_hearing_that_is_about_somebody_else(self, law):
        office = Office(law)
        file = simple_file()
        office.register({**file, "persons": [*file["persons"], {"id": "P2", "name": "C. D."}]})
        office.do(Role.CLERK, "lodge-remedy", "P2", text="theirs")
        theirs = list(office.dossier.challenges.remedies)
        office.do(Role.COURT, "set-hearing", chamber="c", at="2026-05-02T09:00+02:00", about=theirs)
        (hearing,) = office.dossier.hearings
        with pytest.raises(FormError, match="the case has no hearing"):
            office.do(Role.COUNSEL, "submit", "P1", text="conclusions", hearing=hearing)
