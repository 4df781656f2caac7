"""Protection of a person, and incidents reported, at the one door: what is recorded, who sees it, what follows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rogatory.aftermath.pressure import Origin, Pressure, Referral, pattern
from rogatory.aftermath.protection import Status
from rogatory.examination.inquiries.allegations import Standing as Of
from rogatory.law.acts import Role
from rogatory.law.grades import Grade
from rogatory.office.errors import FormError
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.limits import limits
from rogatory.office.folds.protected import incidents_of, protections_of
from rogatory.office.perform import Done
from rogatory.office.seen.inquiries_seen import inquiries_seen
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import Compartment, Mandate
from rogatory.states.record.entries import Method
from tests.office.simulator import Office, hurdles, simple_file

CA, PROSECUTOR, COURT, COUNSEL, CLERK = (
    Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.COURT, Role.COUNSEL, Role.CLERK,
)  # fmt: skip
APART = frozenset({Compartment.PROTECTION})
SEEN = "a grey car waits before her door"


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    made.register(simple_file())
    return made


def reported(office: Office, who: Role = COUNSEL, /, **form: Any) -> str:
    told = {"kind": "surveillance", "text": SEEN, "since": office.now.date().isoformat()} | form
    result = office.do(who, "report-incident", "P1", **told)
    assert isinstance(result, Done), result
    return list(incidents_of(office.dossier))[-1]


def protect(office: Office, step: str, who: Role = CA, /, **form: Any):
    return office.do(who, "protect", "P1", **{"step": step, "text": "as agreed with her"} | form)


def the(office: Office, name: str):
    return incidents_of(office.dossier)[name]


class TestReporting:
    @pytest.mark.parametrize(
        ("who", "origin"),
        [(COUNSEL, Origin.COUNSEL), (Role.PERSON_CONCERNED, Origin.PERSON), (CLERK, Origin.OUTSIDER),
         (PROSECUTOR, Origin.OFFICIAL)],
    )  # fmt: skip
    def test_who_reported_it_is_told_by_role(self, office, who, origin):
        assert the(office, reported(office, who)).by is origin

    def test_a_third_party_reports_for_whom_it_stands_and_reads_nothing(self, law):
        office, file = Office(law), simple_file()
        assert isinstance(office.register(file), Done)
        third = office.people[Role.INTERVENER][0]
        told: dict[str, Any] = {"kind": "threats", "text": SEEN, "since": "2026-03-01"}
        assert isinstance(office.do(third, "report-incident", "P1", **told), Done)
        assert the(office, "incident-1").by is Origin.OUTSIDER
        assert not sees(office, third.mandates[0])
        file["persons"].append({"id": "P2", "name": "C. D."})
        several = Office(law)
        several.register(file)
        assert hurdles(several.do(third, "report-incident", "P1", **told)) == {"mandate"}
        named = replace(third, mandates=(replace(third.mandates[0], person="P2"),))
        assert isinstance(several.do(named, "report-incident", "P2", **told), Done)
        assert hurdles(several.do(named, "report-incident", "P1", **told)) == {"mandate"}

    @pytest.mark.parametrize(
        ("kind", "method"),
        [("surveillance", Method.DISTANCE), ("pressure on relatives", Method.DISTANCE), ("attack", Method.DIRECT),
         ("proceedings as pressure", Method.CO_OPTING), ("travel hindered", Method.MOBILITY)],
    )  # fmt: skip
    def test_each_kind_is_one_of_the_methods_of_the_resolution(self, office, kind, method):
        assert the(office, reported(office, kind=kind)).kind.method is method

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [({"kind": "rumour"}, "kind"), ({"text": " "}, "text"), ({"since": ""}, "since"), ({"since": "soon"}, "since"),
         ({"since": "2026-03-03"}, "since"), ({"until": "2026-03-01"}, "until"), ({"state": "Germany"}, "state"),
         ({"evidence": ["f" * 64]}, "evidence")],
    )  # fmt: skip
    def test_a_report_that_cannot_be_taken_says_where(self, office, wrong, field):
        with pytest.raises(FormError) as told:
            reported(office, **wrong)
        assert told.value.field == field

    @pytest.mark.parametrize(
        ("state", "answered"),
        [("DE", True), ("", True), ("FR", False)],
        ids=["the requesting state is named", "no state is named: unknown is never no", "another state is named"],
    )
    def test_it_makes_the_question_live_where_it_may_be_for_the_requesting_state(self, office, state, answered):
        reported(office, state=state)
        found = {f.question: f for f in office.dossier.case.findings}
        assert found["repression.alleged"].answer == ("yes",)
        assert ("person.surveilled_or_harassed_here" in found) is answered

    def test_it_is_alleged_and_with_evidence_arguable(self, office):
        office.do(CLERK, "attach", text="photographs", documents=["d" * 64])
        names = [reported(office), reported(office, evidence=["d" * 64])]
        assert [the(office, n).grade for n in names] == [Grade.ALLEGED, Grade.ARGUABLE]
        found = [f for f in office.dossier.case.findings if f.question == "person.surveilled_or_harassed_here"]
        assert [f.grade for f in found] == [Grade.ALLEGED, Grade.ARGUABLE]

    def test_it_waits_three_days_for_somebody_to_look_at_it(self, office):
        name = reported(office)
        (limit,) = (one for one in limits(office.dossier) if one.about == name)
        assert (limit.deadline.last_day, limit.done, limit.person) == (date(2026, 3, 5), None, "")
        assert "course" in hurdles(office.do(CA, "close", reasons="done"))


class TestProtecting:
    def test_status_contact_address_and_measures_are_kept_with_who_and_until_when(self, office):
        for status in ("asked", "recognised"):
            assert isinstance(protect(office, "status", status=status, **{"seen-to": "the Observatory"}), Done)
        protect(office, "contact", text="the desk, day and night")
        protect(office, "address", text="care of counsel")
        protect(office, "measure", text="patrols", until="2026-04-01", **{"seen-to": "police of Brussels"})
        found = protections_of(office.dossier)["P1"]
        assert (found.status, found.contact, found.address) == (
            Status.RECOGNISED, "the desk, day and night", "care of counsel",
        )  # fmt: skip
        (measure,) = found.measures
        assert (measure.runs(date(2026, 4, 1)), measure.lapsed(date(2026, 4, 2))) == (True, True)

    def test_a_human_says_that_the_person_is_protected_and_may_say_that_she_is_no_more(self, office):
        protect(office, "measure", **{"in-place": "yes"})
        protect(office, "status", status="ended", **{"in-place": "no"})
        found = [f.answer for f in office.dossier.case.findings if f.question == "repression.protection_in_place"]
        assert found == [("no",)]

    @pytest.mark.parametrize(
        ("step", "more", "field"),
        [("dance", {}, "step"), ("status", {"status": "famous"}, "status"), ("contact", {"text": ""}, "text"),
         ("measure", {"until": "2026-01-01"}, "until"), ("measure", {"in-place": "perhaps"}, "in-place")],
    )  # fmt: skip
    def test_a_step_that_cannot_be_taken_says_where(self, office, step, more, field):
        with pytest.raises(FormError) as told:
            protect(office, step, **more)
        assert told.value.field == field


class TestAnswering:
    def test_nobody_answers_what_they_may_not_read(self, office):
        name = reported(office)
        assert hurdles(protect(office, "answer", of=name, to="police")) == {"compartment"}

    def test_it_is_answered_with_to_whom_it_goes_on(self, office):
        name = reported(office)
        opened(office)
        with pytest.raises(FormError, match=name):
            protect(office, "answer", of="incident-99", to="police")
        assert isinstance(protect(office, "answer", of=name, to="police", text="police of Brussels, file 3"), Done)
        (answer,) = the(office, name).answers
        assert (answer.to, answer.text) == (Referral.POLICE, "police of Brussels, file 3")
        assert next(one for one in limits(office.dossier) if one.about == name).done == answer.entry

    def test_referred_to_an_inquiry_it_lodges_an_allegation_that_says_what_the_answer_lets_it_say(self, office):
        name = reported(office)
        opened(office)
        with pytest.raises(FormError, match="alleges"):
            protect(office, "answer", of=name, to="inquiry")
        told: dict[str, Any] = {"of": name, "to": "inquiry", "text": "car XYZ-1", "alleges": "she is watched"}
        assert isinstance(protect(office, "answer", **told), Done)
        (allegation,) = allegations_of(office.dossier).values()
        assert (allegation.person, allegation.methods, allegation.standing) == ("P1", (Method.DISTANCE,), Of.WAITS)
        assert "hold" in hurdles(office.do(COURT, "grant", "interview", reasons="asked"))
        seen = portion(office.dossier, office.people[PROSECUTOR][0].mandates)
        (row,) = inquiries_seen(office.dossier, seen, office.people[PROSECUTOR][0].mandates, office.now)
        assert row.text == "she is watched"
        assert row.next_limit is not None
        assert SEEN not in f"{seen.case} {seen.entries}"
        assert "car XYZ-1" not in f"{seen.case} {seen.entries}"
        assert isinstance(office.do(PROSECUTOR, "investigate-repression", "P1", allegation=allegation.ident), Done)

    def test_a_measure_is_ended_by_whoever_may_read_it(self, office):
        protect(office, "measure")
        (measure,) = protections_of(office.dossier)["P1"].measures
        assert hurdles(protect(office, "end-measure", of=measure.ident)) == {"compartment"}
        opened(office)
        assert isinstance(protect(office, "end-measure", of=measure.ident), Done)
        assert not protections_of(office.dossier)["P1"].measures[0].runs(office.now.date())


class TestSeeing:
    def test_only_the_own_defence_and_whoever_was_let_in_sees_it(self, office):
        reported(office)
        protect(office, "address", text="care of counsel")
        office.do(Role.INVESTIGATING_JUDGE, "protect", "P1", step="address", text="x")
        granted = Mandate("x", PROSECUTOR, office.case, date(2026, 1, 1), compartments=APART)
        refused = Mandate("x", Role.AUDITOR, office.case, date(2026, 1, 1), compartments=APART)
        seeing = {m.role for actors in office.people.values() for m in actors[0].mandates if sees(office, m)}
        assert seeing == {COUNSEL, Role.PERSON_CONCERNED}
        assert sees(office, granted)
        assert not sees(office, refused)

    def test_the_file_tells_an_answer_and_no_words(self, office):
        reported(office)
        seen = portion(office.dossier, office.people[COURT][0].mandates)
        (one,) = (f for f in seen.case.findings if f.question == "person.surveilled_or_harassed_here")
        assert (one.answer, one.source, one.by, one.compartment) == (("yes",), "", "", Compartment.PROTECTION)
        assert SEEN not in str(seen.case)


def test_incidents_stand_side_by_side_by_month_and_kind_with_what_links_them(office):
    on = [("2026-02-20", "surveillance", "DE"), ("2026-01-02", "threats", ""), ("2026-02-01", "surveillance", "DE")]
    for since, kind, state in on:
        reported(office, since=since, kind=kind, state=state, **{"for-request": kind == "threats"})
    found = pattern(incidents_of(office.dossier).values())
    assert [(t.month.month, t.kind, len(t.incidents), t.states, len(t.for_request)) for t in found] == [
        (1, Pressure.THREATS, 1, (), 1),
        (2, Pressure.SURVEILLANCE, 2, ("DE",), 0),
    ]


def opened(office: Office, role: Role = CA) -> None:
    """Somebody else opens the compartment to an official."""
    account = office.people[role][0].account
    told = {"account": account, "role": role.value, "since": "2026-01-01", "compartments": ["protection"]}
    result = office.do(COURT, "give-mandate", mandate=told)
    assert isinstance(result, Done), result
    given = list(office.dossier.mandates.values())[-1]
    office.people[role][0] = type(office.people[role][0])(account, (*office.people[role][0].mandates, given))


def sees(office: Office, mandate: Mandate) -> bool:
    return any(e.act in ("report-incident", "protect") for e in portion(office.dossier, (mandate,)).entries)
