"""Who opens which compartment: the table, line by line, and nobody beside it."""

from datetime import date

import pytest

from rogatory.law.acts import Role
from rogatory.people.compartments import RULES, open_to
from rogatory.people.mandates import (
    EVERY_CASE,
    ONLY_FOR_A_CASE,
    ONLY_FOR_A_PERSON,
    ONLY_FOR_A_REGISTER,
    Compartment,
    Mandate,
    stream_of,
)

A, P, I = Compartment.ASYLUM, Compartment.PRIVILEGED, Compartment.PROTECTED_IDENTITY  # noqa: E741 - as in the table
D = Compartment.PROTECTION
GRANTED = {
    Role.CENTRAL_AUTHORITY: {A, D},
    Role.PROSECUTOR: {A, I, D},
    Role.INVESTIGATING_JUDGE: {A, P, I, D},
    Role.COURT: {A, P, I, D},
    Role.GOVERNMENT: {A, D},
    Role.AUDITOR: {A},
    Role.REVIEWER: {P},
    Role.PRIVILEGE_OBSERVER: {P},
}
"""What a mandate that asks for every compartment opens, by role; every other role opens nothing. Written by hand."""
WITHOUT_GRANT = {Role.COURT: {P}, Role.PRIVILEGE_OBSERVER: {P}}


def mandate(role: Role, *compartments: Compartment, case: str = "one") -> Mandate:
    person = "P1" if role in ONLY_FOR_A_PERSON else ""
    case = stream_of("protection") if role in ONLY_FOR_A_REGISTER else case
    return Mandate("a", role, case, date(2026, 1, 1), person, compartments=frozenset(compartments))


def opened(held: Mandate, *own: str) -> set[Compartment]:
    return {c for c in Compartment if open_to([held], c, frozenset(own))}


@pytest.mark.parametrize("role", Role)
def test_a_grant_opens_what_the_table_says(role):
    assert opened(mandate(role, *Compartment), "P2") == GRANTED.get(role, set())


@pytest.mark.parametrize("role", Role)
def test_without_a_grant_only_who_watches_over_privilege_and_who_decides_on_it(role):
    assert opened(mandate(role)) == WITHOUT_GRANT.get(role, set())


@pytest.mark.parametrize("role", Role)
def test_what_is_ones_own_is_open_to_the_person_and_counsel_alone(role):
    own = set(Compartment) if role in ONLY_FOR_A_PERSON else WITHOUT_GRANT.get(role, set())
    assert opened(mandate(role), "P1") == own


@pytest.mark.parametrize("role", [r for r in Role if r not in ONLY_FOR_A_CASE])
def test_a_mandate_in_every_case_opens_nothing_by_a_grant(role):
    assert opened(mandate(role, *Compartment, case=EVERY_CASE)) == WITHOUT_GRANT.get(role, set())


@pytest.mark.parametrize("compartment", Compartment)
def test_the_clerk_and_the_administrator_open_nothing_and_let_nobody_in(compartment):
    rule = RULES[compartment]
    outside = {Role.CLERK, Role.ADMINISTRATOR, Role.LIAISON, Role.CUSTODIAN, Role.STANDING_QUERY}
    assert not outside & (rule.by_role | rule.by_grant | rule.granted_by)
    assert rule.granted_by <= {Role.COURT, Role.CENTRAL_AUTHORITY}
