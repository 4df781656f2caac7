"""Mandates: by what right somebody acts in a case, rule by rule."""

from datetime import date
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.people.mandates import (
    EVERY_CASE,
    ONLY_FOR_A_CASE,
    ONLY_FOR_A_PERSON,
    ONLY_FOR_A_REGISTER,
    PERHAPS_FOR_A_PERSON,
    Actor,
    Mandate,
    MandateError,
    is_register,
    stream_of,
)

FIRST, LAST, AFTER = date(2026, 1, 10), date(2026, 1, 19), date(2026, 1, 20)
OFFICE = sorted(set(Role) - ONLY_FOR_A_CASE - ONLY_FOR_A_REGISTER, key=lambda r: r.name)
OUTSIDE = sorted(ONLY_FOR_A_CASE, key=lambda r: r.name)

NAMES_ONE = ONLY_FOR_A_PERSON | PERHAPS_FOR_A_PERSON | ONLY_FOR_A_REGISTER


def mandate(account: str = "a", role: Role = Role.PROSECUTOR, case: str = "one", **more: Any) -> Mandate:
    return Mandate(account, role, case, more.pop("since", FIRST), **more)


class TestWhatCanBeGiven:
    @pytest.mark.parametrize("role", OUTSIDE)
    def test_who_stands_outside_the_office_is_mandated_for_one_case_only(self, role):
        person = "P1" if role in ONLY_FOR_A_PERSON else ""
        with pytest.raises(MandateError, match="for one case"):
            mandate(role=role, case=EVERY_CASE, person=person)
        assert mandate(role=role, person=person).covers("one", FIRST)

    @pytest.mark.parametrize("role", OFFICE)
    def test_who_works_in_the_office_may_be_mandated_for_every_case(self, role):
        assert mandate(role=role, case=EVERY_CASE).covers("any", FIRST)

    @pytest.mark.parametrize("role", [r for r in Role if r in ONLY_FOR_A_PERSON])
    def test_who_stands_beside_a_person_names_the_person(self, role):
        with pytest.raises(MandateError, match="name the person concerned"):
            mandate(role=role)

    @pytest.mark.parametrize("role", [r for r in Role if r not in NAMES_ONE])
    def test_nobody_else_names_one(self, role):
        with pytest.raises(MandateError, match="leave the person out"):
            mandate(role=role, person="P1")

    @pytest.mark.parametrize("person", ["", "P1"])
    def test_a_third_party_may_stand_for_one(self, person):
        assert mandate(role=Role.INTERVENER, person=person).person == person

    @pytest.mark.parametrize("case", [EVERY_CASE, "one"])
    def test_who_keeps_a_register_names_it_and_no_case(self, case):
        with pytest.raises(MandateError, match="name the register"):
            mandate(role=Role.CUSTODIAN, case=case)
        assert mandate(role=Role.CUSTODIAN, case=stream_of("protection")).covers(stream_of("protection"), FIRST)

    def test_another_office_that_asks_from_elsewhere_may_name_one(self):
        asking = mandate(role=Role.STANDING_QUERY, case=stream_of("protection"))
        assert asking.covers(stream_of("protection"), FIRST)
        assert not asking.covers("2026-1", FIRST)
        assert not asking.covers(stream_of("notices"), FIRST)

    @pytest.mark.parametrize("role", [role for role in OFFICE if role is not Role.STANDING_QUERY])
    def test_nobody_else_is_mandated_for_a_register(self, role):
        with pytest.raises(MandateError, match="leave the register out"):
            mandate(role=role, case=stream_of("protection"))

    @pytest.mark.parametrize("until", [FIRST, date(2026, 1, 9)])
    def test_it_does_not_end_before_it_began(self, until):
        with pytest.raises(MandateError, match="give a later end"):
            mandate(until=until)


class TestWhenItHolds:
    @pytest.mark.parametrize(
        ("day", "holds"),
        [(date(2026, 1, 9), False), (FIRST, True), (LAST, True), (AFTER, False), (date(2027, 1, 1), False)],
    )
    def test_from_its_first_day_until_the_day_it_ends_which_does_not_count(self, day, holds):
        assert mandate(until=AFTER).covers("one", day) is holds

    def test_without_an_end_it_holds_until_it_is_ended(self):
        assert mandate().covers("one", date(2099, 1, 1))

    @pytest.mark.parametrize("role", OFFICE)
    def test_a_mandate_for_every_case_is_for_no_register(self, role):
        assert not is_register(EVERY_CASE)
        assert not mandate(role=role, case=EVERY_CASE).covers(stream_of("protection"), FIRST)

    def test_a_custodian_keeps_one_register_and_sees_no_other_and_no_case(self):
        held = mandate(role=Role.CUSTODIAN, case=stream_of("protection"))
        assert [c for c in (EVERY_CASE, "one", stream_of("notices")) if held.covers(c, FIRST)] == []

    def test_for_its_case_and_no_other(self):
        assert not mandate().covers("two", FIRST)
        assert not mandate().covers(EVERY_CASE, FIRST)


class TestWhoActs:
    def test_somebody_else_s_mandate_is_worth_nothing(self):
        assert Actor("b", (mandate("a"),)).mandates_for("one", FIRST) == ()

    def test_only_mandates_in_the_roles_asked_for_count(self):
        actor = Actor("a", (mandate(role=Role.CLERK),))
        assert actor.mandates_for("one", FIRST, (Role.PROSECUTOR, Role.COURT)) == ()
        assert len(actor.mandates_for("one", FIRST, (Role.CLERK,))) == 1

    def test_the_mandate_for_this_case_comes_before_that_of_the_office(self):
        office, own = mandate(case=EVERY_CASE), mandate()
        assert Actor("a", (office, own)).mandates_for("one", FIRST) == (own, office)

    def test_a_mandate_that_has_ended_counts_for_nothing(self):
        assert Actor("a", (mandate(until=AFTER),)).mandates_for("one", AFTER) == ()

    def test_without_a_mandate_nobody_does_anything(self):
        assert Actor("a").mandates_for("one", FIRST) == ()
