"""Who sees what of a seized item, before it was sifted and after."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.law.acts import Role
from rogatory.material.wall import NEEDS, Part, Seen, Sifted, Standing, seen, tells
from rogatory.people.compartments import RULES
from rogatory.people.mandates import ONLY_FOR_A_PERSON, ONLY_FOR_A_REGISTER, Compartment, Mandate, stream_of

SINCE = date(2026, 1, 1)
P = Compartment.PRIVILEGED
EVERY = frozenset(Compartment)


def mandate(role, *, person="P1", compartments=frozenset()):
    case = stream_of("protection") if role in ONLY_FOR_A_REGISTER else "C1"
    return Mandate("a1", role, case, SINCE, person if role in ONLY_FOR_A_PERSON else "", None, frozenset(compartments))


UNSIFTED = Standing(own=frozenset({"P1"}))
FREE = Standing(Sifted.FREE, own=frozenset({"P1"}))
N, C, L, O = Seen  # noqa: E741 - as the table shows them

# role: unsifted, unsifted with every grant, free, free with every grant, privileged with every grant
TABLE = {
    Role.CLERK: (C, C, O, O, C),
    Role.CENTRAL_AUTHORITY: (C, C, O, O, C),
    Role.PROSECUTOR: (C, C, O, O, C),
    Role.INVESTIGATING_JUDGE: (C, C, O, O, O),
    Role.COURT: (O, O, O, O, O),
    Role.GOVERNMENT: (C, C, O, O, C),
    Role.NOTICE_BUREAU: (C, C, O, O, C),
    Role.REVIEWER: (L, O, O, O, O),
    Role.PRIVILEGE_OBSERVER: (O, O, O, O, O),
    Role.COUNSEL: (O, O, O, O, O),
    Role.PERSON_CONCERNED: (O, O, O, O, O),
    Role.INTERVENER: (N, N, N, N, N),
    Role.LIAISON: (N, N, N, N, N),
    Role.AUDITOR: (L, L, L, L, L),
    Role.ADMINISTRATOR: (N, N, N, N, N),
    Role.CUSTODIAN: (N, N, N, N, N),
    Role.STANDING_QUERY: (N, N, N, N, N),
}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_what_each_role_sees(role):
    plain, granted = [mandate(role)], [mandate(role, compartments=EVERY)]
    privileged = Standing(Sifted.PRIVILEGED, own=frozenset({"P1"}))
    assert TABLE[role] == (
        seen(plain, UNSIFTED),
        seen(granted, UNSIFTED),
        seen(plain, FREE),
        seen(granted, FREE),
        seen(granted, privileged),
    )


def test_without_a_mandate_nothing_is_seen():
    assert seen([], FREE) is Seen.NOTHING
    assert not any(tells([], FREE, part) for part in Part)


INVESTIGATION = [Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.CENTRAL_AUTHORITY, Role.CLERK, Role.LIAISON]


@pytest.mark.parametrize("role", INVESTIGATION, ids=lambda role: role.value)
@pytest.mark.parametrize("part", [p for p in Part if p is not Part.COUNT], ids=lambda part: part.value)
def test_no_door_tells_the_investigation_anything_of_an_unsifted_item(role, part):
    assert not tells([mandate(role, compartments=EVERY)], UNSIFTED, part)


def test_a_part_nobody_thought_of_is_told_only_where_the_item_is_open():
    assert all(NEEDS.get(part, Seen.OPENED) is Seen.OPENED for part in Part if part not in NEEDS)
    assert {part for part in Part if part not in NEEDS} >= {Part.NAME, Part.HIT, Part.LIKENESS, Part.RANK, Part.BYTES}


def test_a_grant_in_one_role_opens_nothing_to_another_of_the_same_account():
    both = [mandate(Role.PROSECUTOR), mandate(Role.INVESTIGATING_JUDGE, compartments={P})]
    assert seen(both, UNSIFTED) is Seen.COUNTED
    # A prosecutor with a reviewer's ungranted mandate stays outside as well.
    assert seen([mandate(Role.PROSECUTOR, compartments={P}), mandate(Role.REVIEWER)], UNSIFTED) is Seen.LISTED


def test_the_person_sees_their_own_and_of_another_only_that_there_is_something():
    assert seen([mandate(Role.COUNSEL, person="P2")], UNSIFTED) is Seen.COUNTED
    assert seen([mandate(Role.PERSON_CONCERNED)], UNSIFTED) is Seen.OPENED
    assert seen([mandate(Role.PERSON_CONCERNED)], Standing()) is Seen.COUNTED


def test_asylum_papers_stay_apart_once_sifted_too():
    asylum = Standing(Sifted.FREE, compartments=frozenset({Compartment.ASYLUM}))
    assert seen([mandate(Role.PROSECUTOR)], asylum) is Seen.COUNTED
    assert seen([mandate(Role.PROSECUTOR, compartments={Compartment.ASYLUM})], asylum) is Seen.OPENED
    assert seen([mandate(Role.REVIEWER, compartments={P})], asylum) is Seen.LISTED


STANDINGS = st.builds(
    Standing,
    st.sampled_from(Sifted),
    st.frozensets(st.sampled_from(Compartment)),
    st.frozensets(st.sampled_from(["P1", "P2"])),
)
MANDATES = st.lists(
    st.builds(
        lambda role, person, compartments: mandate(role, person=person, compartments=compartments),
        st.sampled_from(Role),
        st.sampled_from(["P1", "P2"]),
        st.frozensets(st.sampled_from(Compartment)),
    ),
    max_size=4,
)


@given(MANDATES, STANDINGS)
def test_whoever_opens_an_unsifted_item_stands_behind_the_wall_or_it_is_their_own(held, item):
    if item.sifted is Sifted.NOT_YET and seen(held, item) is Seen.OPENED:
        assert any(
            m.role in (Role.PRIVILEGE_OBSERVER, Role.COURT)
            or (m.role is Role.REVIEWER and P in m.compartments)
            or (m.role in ONLY_FOR_A_PERSON and m.person in item.own)
            for m in held
        )


@given(MANDATES, MANDATES, STANDINGS)
def test_each_mandate_opens_what_it_opens_by_itself(some, others, item):
    assert seen(some + others, item) == max(seen(some, item), seen(others, item))


@given(MANDATES, STANDINGS, st.sampled_from(Compartment))
def test_more_apart_is_never_seen_more(held, item, compartment):
    further = Standing(item.sifted, item.compartments | {compartment}, item.own)
    assert seen(held, further) <= seen(held, item)


def test_the_table_knows_every_role_and_compartment():
    assert set(TABLE) == set(Role)
    assert set(RULES) == set(Compartment)
