"""What is known of every item, gathered from answers, screens, looks and objections."""

import numpy as np
import pytest

from rogatory.law.acts import Role
from rogatory.law.vocabulary import material as m
from rogatory.material import grounds
from rogatory.material.clearing import clear
from rogatory.material.provenance import Bond
from rogatory.material.questions import UNKNOWN, Asked, Kin, Together
from rogatory.material.record import Look, Record
from rogatory.material.standing import Known, Raised, columns, sifts
from rogatory.material.wall import Sifted
from tests.material.review import DAY, edges, given, setting

ITEMS = ["a", "b"]
PLACES = {"a": 0, "b": 1}
ALONE = Kin({}, {})
NOTHING = Known(nothing_lodged=True)


def answered(*items):
    record = Record()
    for item in items:
        for asked in Asked:
            record.answer(given(item, asked), ALONE)
    return record


def judged(record, known=NOTHING, family=(0, 1)):
    told = columns(PLACES, record, known, np.array(family, np.int32), np.zeros(2, np.int8))
    found = clear(setting(), told, edges(2))
    return [{w.ground.id for w in found.of(place)} for place in range(2)]


def test_an_item_answered_four_times_is_cleared_and_its_neighbour_waits():
    first, second = judged(answered("a"))
    assert first == set()
    assert {"house-item-privilege-answered", "house-item-proportionality-answered"} <= second


def test_three_answers_are_not_four():
    for missing in Asked:
        record = Record()
        for asked in Asked:
            if asked is not missing:
                record.answer(given("a", asked), ALONE)
        assert judged(record)[0]


def test_before_the_person_was_asked_it_is_not_known_that_nobody_objects():
    record = answered("a", "b")
    assert judged(record, Known()) == [{"echr-13-objection-decided-first"}] * 2
    assert judged(record, Known(objections={"a": False, "b": True})) == [set(), {"echr-13-objection-decided-first"}]
    assert judged(record, Known(objections={"b": True}, nothing_lodged=True))[0] == set()


@pytest.mark.parametrize(("after", "opened"), [(0, False), (3, False), (4, True), (9, True)])
def test_only_what_was_found_after_the_answer_opens_it_again(after, opened):
    record = answered("b", "a")
    number = record.number("b", Asked.PROPORTIONALITY)
    assert number == 4
    raised = [Raised("b", Asked.PROPORTIONALITY, after)]
    found = judged(record, Known(raised=raised, nothing_lodged=True))
    assert found == [set(), {grounds.REOPENED.id} if opened else set()]
    # Answered again with the finding before one's eyes, it is closed.
    record.answer(given("b", Asked.PROPORTIONALITY, supersedes=[number]), ALONE)
    again = judged(record, Known(raised=[Raised("b", Asked.PROPORTIONALITY, 4)], nothing_lodged=True))
    assert again == [set(), set()]


def test_what_no_machine_read_is_cleared_only_once_somebody_has_looked():
    record = answered("a", "b")
    known = Known(unread=[0], nothing_lodged=True)
    assert judged(record, known) == [{grounds.UNREAD.id}, set()]
    record.look(Look("a", "reviewer-1", Role.REVIEWER, "a photograph of a contract", DAY))
    assert judged(record, known) == [set(), set()]


def test_a_family_answered_together_waits_for_the_member_objected_to():
    family = Kin({}, dict.fromkeys(ITEMS, frozenset(ITEMS)))
    record = Record()
    for asked in Asked:
        record.answer(given(ITEMS, asked, together=Together.FAMILY), family)
    known = Known(objections={"b": True}, nothing_lodged=True)
    assert judged(record, known, (0, 0)) == [{grounds.FAMILY.id}, {"echr-13-objection-decided-first"}]
    for number, asked in enumerate(Asked, 1):
        record.answer(given("a", asked, supersedes=[number]), family)
    assert judged(record, known, (0, 0))[0] == set()


def test_a_sift_is_the_observers_and_not_the_reviewers():
    record = Record()
    record.answer(given("a", Asked.PRIVILEGE), ALONE)
    record.answer(given("b", Asked.PRIVILEGE, role=Role.REVIEWER), ALONE)
    told = columns(PLACES, record, NOTHING, np.arange(2, dtype=np.int32), np.zeros(2, np.int8)).answers
    assert told[m.sifted_by.id].tolist() == [m.sifted_by.values.index("independent-person"), -1]
    assert told[m.privilege.id].tolist() == [0, 0]


def test_an_item_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        judged(Record(), Known(objections={"z": True}))
    with pytest.raises(IndexError):
        judged(Record(), Known(unread=[2]))


FREE, PRIVILEGED, NOT_YET = Sifted.FREE, Sifted.PRIVILEGED, Sifted.NOT_YET
ASYLUM = {m.privilege.id: "none", m.asylum_data.id: "yes"}
SIFTS = [
    ("nobody has looked", None, {}, NOT_YET),
    ("the observer says free", Role.PRIVILEGE_OBSERVER, {}, FREE),
    ("the court says free", Role.COURT, {}, FREE),
    ("a reviewer says free", Role.REVIEWER, {}, NOT_YET),
    ("counsel claims it", Role.COUNSEL, {m.privilege.id: "claimed", m.asylum_data.id: UNKNOWN}, NOT_YET),
    (
        "the observer leaves it open",
        Role.PRIVILEGE_OBSERVER,
        {m.privilege.id: UNKNOWN, m.asylum_data.id: "no"},
        NOT_YET,
    ),
    ("the observer leaves asylum open", Role.COURT, {m.privilege.id: "none", m.asylum_data.id: UNKNOWN}, NOT_YET),
    ("it is privileged", Role.COURT, {m.privilege.id: "confirmed", m.asylum_data.id: "no"}, PRIVILEGED),
    ("it is part of an asylum file", Role.PRIVILEGE_OBSERVER, ASYLUM, PRIVILEGED),
]


def sifted(record, *tied, raised=()):
    return sifts(PLACES, record, Known(raised=raised), edges(2, *tied))


@pytest.mark.parametrize(("told", "role", "values", "found"), SIFTS, ids=[s[0] for s in SIFTS])
def test_how_far_an_item_is_through_the_sift(told, role, values, found):
    record = Record()
    if role:
        answer = {"values": values} if values else {}
        record.answer(given("a", Asked.PRIVILEGE, role=role, **answer), ALONE)
    assert sifted(record) == (found, NOT_YET), told


def test_a_screen_that_finds_something_afterwards_puts_the_item_behind_the_wall_again():
    record = answered("a", "b")
    number = record.number("a", Asked.PRIVILEGE)
    assert sifted(record, raised=[Raised("a", Asked.PRIVILEGE, number - 1)]) == (FREE, FREE)
    assert sifted(record, raised=[Raised("a", Asked.PRIVILEGE, number)]) == (NOT_YET, FREE)
    assert sifted(record, raised=[Raised("a", Asked.SCOPE, 99)]) == (FREE, FREE)


def test_what_nobody_could_read_nobody_has_sifted():
    record = answered("a", "b")
    unread = Known(unread=[0])
    assert sifts(PLACES, record, unread, edges(2)) == (NOT_YET, FREE)
    record.look(Look("a", "observer-1", Role.PRIVILEGE_OBSERVER, "a photograph of a contract", DAY))
    assert sifts(PLACES, record, unread, edges(2)) == (FREE, FREE)


@pytest.mark.parametrize(
    ("edge", "found"),
    [
        ((0, Bond.CONTAINS, 1), NOT_YET),
        ((0, Bond.QUOTES, 1), NOT_YET),
        ((1, Bond.DUPLICATE, 0), NOT_YET),
        ((1, Bond.CONTAINS, 0), FREE),
        ((0, Bond.REPLIES, 1), FREE),
    ],
)
def test_what_holds_or_repeats_an_unsifted_item_is_unsifted(edge, found):
    assert sifted(answered("a"), edge) == (found, NOT_YET)
    record = answered("a")
    record.answer(given("b", Asked.PRIVILEGE, values=ASYLUM), ALONE)
    assert sifted(record, edge) == (PRIVILEGED if found is NOT_YET else FREE, PRIVILEGED)
