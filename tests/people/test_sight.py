"""Sight: the table of who sees what names every role, and a person sees the most that any mandate lets see."""

from datetime import date
from itertools import combinations

import pytest

from rogatory.law.acts import Role
from rogatory.people.mandates import ONLY_FOR_A_PERSON, ONLY_FOR_A_REGISTER, Mandate, stream_of
from rogatory.people.sight import SEES, Sight, sight


def mandate(role: Role) -> Mandate:
    case = stream_of("protection") if role in ONLY_FOR_A_REGISTER else "one"
    return Mandate("a", role, case, date(2026, 1, 1), "P1" if role in ONLY_FOR_A_PERSON else "")


def test_the_table_names_every_role_and_no_other():
    assert set(SEES) == set(Role)


def test_who_stands_outside_never_sees_the_whole_file():
    assert {r: SEES[r] for r in (Role.LIAISON, Role.COUNSEL, Role.PERSON_CONCERNED, Role.PRIVILEGE_OBSERVER)} == {
        Role.LIAISON: Sight.STATUS,
        Role.COUNSEL: Sight.OWN,
        Role.PERSON_CONCERNED: Sight.OWN,
        Role.PRIVILEGE_OBSERVER: Sight.MATERIAL,
    }


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CUSTODIAN, Role.STANDING_QUERY])
def test_who_runs_the_system_or_keeps_a_register_sees_no_case(role):
    assert sight([mandate(role)]) is Sight.NOTHING


def test_who_reviews_material_is_walled_off_from_the_investigation():
    assert SEES[Role.REVIEWER] is Sight.MATERIAL


def test_without_a_mandate_nothing_is_seen():
    assert sight([]) is Sight.NOTHING


@pytest.mark.parametrize("roles", list(combinations(Role, 2)))
def test_two_mandates_let_see_what_either_does_and_no_more(roles):
    assert sight(mandate(r) for r in roles) is max(SEES[r] for r in roles)
