"""Who has read a case, as the defence is told."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.readings import readings
from rogatory.office.seen.portion import portion
from rogatory.people.sight import Sight
from tests.office.simulator import Office, simple_file


@pytest.fixture
def office(law):
    made = Office(law)
    made.register(simple_file())
    for role in (Role.PROSECUTOR, Role.AUDITOR, Role.COUNSEL, Role.LIAISON):
        made.do(role, "read")
    made.do(Role.ADMINISTRATOR, "read")
    made.do(Role.CLERK, "grant", "interview", reasons="asked")
    return made


def told(office, role):
    (actor,) = office.people[role][:1]
    return readings(portion(office.dossier, actor.mandates).entries)


@pytest.mark.parametrize("role", [Role.COUNSEL, Role.PERSON_CONCERNED, Role.AUDITOR])
def test_the_defence_and_the_auditor_are_told_of_every_reading_the_newest_first(office, role):
    found = told(office, role)
    assert [(r.role, r.portion) for r in found if not r.barred] == [
        (Role.LIAISON, Sight.STATUS),
        (Role.COUNSEL, Sight.OWN),
        (Role.AUDITOR, Sight.FILE),
        (Role.PROSECUTOR, Sight.FILE),
    ]
    assert [r.at for r in found] == sorted((r.at for r in found), reverse=True)


def test_barred_attempts_are_told_as_such(office):
    assert [(r.act, r.portion) for r in told(office, Role.COUNSEL) if r.barred] == [
        ("grant", Sight.NOTHING),
        ("read", Sight.NOTHING),
    ]


def test_the_defence_is_told_roles_and_no_accounts(office):
    (counsel,) = office.people[Role.COUNSEL][:1]
    seen = portion(office.dossier, counsel.mandates).entries
    assert {e.actor for e in seen if e.act in ("read", "attempt-barred")} == {"", counsel.account}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LIAISON])
def test_who_sees_a_part_is_told_nothing(office, role):
    assert told(office, role) == ()
