"""What is known of every item, gathered from answers, screens, looks and objections."""

import numpy as np
import pytest

from rogatory.law.acts import Role
from rogatory.law.vocabulary import material as m
from rogatory.material import grounds
from rogatory.material.clearing import clear
from rogatory.material.questions import Asked, Kin, Look, Record, Together
from rogatory.material.standing import Known, Raised, columns
from tests.material.review import DAY, edges, given, setting

ITEMS = ["a", "b"]
ALONE = Kin({}, {})
NOTHING = Known(nothing_lodged=True)


def answered(*items):
    record = Record()
    for item in items:
        for asked in Asked:
            record.answer(given(item, asked), ALONE)
    return record


def judged(record, known=NOTHING, kin=ALONE):
    found = clear(setting(), columns(ITEMS, record, known, kin, np.zeros(2, np.int8)), edges(2))
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
    known = Known(unread={"a"}, nothing_lodged=True)
    assert judged(record, known) == [{grounds.UNREAD.id}, set()]
    record.look(Look("a", "reviewer-1", Role.REVIEWER, "a photograph of a contract", DAY))
    assert judged(record, known) == [set(), set()]


def test_a_family_answered_together_waits_for_the_member_objected_to():
    family = Kin({}, dict.fromkeys(ITEMS, frozenset(ITEMS)))
    record = Record()
    for asked in Asked:
        record.answer(given(ITEMS, asked, together=Together.FAMILY), family)
    known = Known(objections={"b": True}, nothing_lodged=True)
    assert judged(record, known, family) == [{grounds.FAMILY.id}, {"echr-13-objection-decided-first"}]
    for number, asked in enumerate(Asked, 1):
        record.answer(given("a", asked, supersedes=[number]), family)
    assert judged(record, known, family)[0] == set()


def test_a_sift_is_the_observers_and_not_the_reviewers():
    record = Record()
    record.answer(given("a", Asked.PRIVILEGE), ALONE)
    record.answer(given("b", Asked.PRIVILEGE, role=Role.REVIEWER), ALONE)
    told = columns(ITEMS, record, NOTHING, ALONE, np.zeros(2, np.int8)).answers
    assert told[m.sifted_by.id].tolist() == [m.sifted_by.values.index("independent-person"), -1]
    assert told[m.privilege.id].tolist() == [0, 0]


def test_an_item_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        judged(Record(), Known(unread={"z"}))
