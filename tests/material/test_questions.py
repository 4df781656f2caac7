"""Who answers what of an item, and what becomes of an answer."""

import pytest

from rogatory.law.acts import Role
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary import material as m
from rogatory.material.questions import ASKED, UNKNOWN, WITHHOLDS, Asked, Kin, Together
from rogatory.material.record import AnswerError, Look, Record, left_of
from tests.material.review import ANSWERS, DAY, given

ALONE = Kin({}, {})
CLAIMED = {m.privilege.id: "claimed", m.asylum_data.id: UNKNOWN}
INVESTIGATION = (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.CENTRAL_AUTHORITY, Role.LIAISON, Role.CLERK)


def test_what_nobody_answered_is_not_known():
    record = Record()
    assert [record.standing("a", asked) for asked in Asked] == [None] * 4
    assert left_of(record, ["a", "b"]) == dict.fromkeys(Asked, 2)


def test_an_answer_stands_until_another_takes_its_place_and_both_are_kept():
    record = Record()
    first = record.answer(given("a", Asked.SCOPE), ALONE)
    outside = given("a", Asked.SCOPE, values={m.relevance.id: "out-of-scope"}, supersedes=[first])
    second = record.answer(outside, ALONE)
    assert record.standing("a", Asked.SCOPE) is outside
    assert [number for number, _ in record.history("a", Asked.SCOPE)] == [first, second]
    assert left_of(record, ["a"])[Asked.SCOPE] == 0


def test_nobody_answers_over_what_they_have_not_seen():
    record = Record()
    record.answer(given("a", Asked.SCOPE), ALONE)
    with pytest.raises(AnswerError, match="look again at: 1"):
        record.answer(given("a", Asked.SCOPE, by="reviewer-2"), ALONE)
    with pytest.raises(AnswerError, match="look again at: 7"):
        record.answer(given("b", Asked.SCOPE, supersedes=[7]), ALONE)
    assert len(record.given) == 1


@pytest.mark.parametrize("role", INVESTIGATION, ids=lambda role: role.value)
@pytest.mark.parametrize("asked", Asked, ids=lambda asked: asked.value)
def test_nobody_of_the_investigation_answers_any_question(asked, role):
    with pytest.raises(AnswerError, match="it is answered by"):
        Record().answer(given("a", asked, role=role), ALONE)


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        (Asked.PRIVILEGE, Role.PRIVILEGE_OBSERVER),
        (Asked.PRIVILEGE, Role.REVIEWER),
        (Asked.PRIVILEGE, Role.COURT),
        (Asked.SCOPE, Role.REVIEWER),
        (Asked.ORIGIN, Role.COURT),
        (Asked.PROPORTIONALITY, Role.REVIEWER),
    ],
)
def test_who_may_answer(asked, role):
    assert Record().answer(given("a", asked, role=role), ALONE) == 1


def test_the_observer_of_the_bar_speaks_of_privilege_alone():
    with pytest.raises(AnswerError, match="not by the independent privilege observer"):
        Record().answer(given("a", Asked.SCOPE, role=Role.PRIVILEGE_OBSERVER), ALONE)


def test_the_person_and_counsel_claim_privilege_and_never_waive_it_here():
    record = Record()
    record.answer(given("a", Asked.PRIVILEGE, role=Role.COUNSEL, values=CLAIMED), ALONE)
    with pytest.raises(AnswerError, match="may claim it"):
        record.answer(given("b", Asked.PRIVILEGE, role=Role.COUNSEL), ALONE)
    with pytest.raises(AnswerError, match="it is answered by"):
        record.answer(given("b", Asked.SCOPE, role=Role.COUNSEL), ALONE)


def test_a_waiver_is_taken_down_by_the_observer_or_a_court():
    waived = {m.privilege.id: "waived", m.asylum_data.id: "no"}
    with pytest.raises(AnswerError, match="for the observer or a court"):
        Record().answer(given("a", Asked.PRIVILEGE, role=Role.REVIEWER, values=waived), ALONE)
    assert Record().answer(given("a", Asked.PRIVILEGE, values=waived), ALONE) == 1


WITHHELD = [
    (Asked.PRIVILEGE, CLAIMED),
    (Asked.PRIVILEGE, {m.privilege.id: "confirmed", m.asylum_data.id: "no"}),
    (Asked.PRIVILEGE, {m.privilege.id: "none", m.asylum_data.id: "yes"}),
    (Asked.ORIGIN, {m.ill_treatment_origin.id: "yes"}),
]


@pytest.mark.parametrize(("asked", "values"), WITHHELD)
def test_what_was_held_privileged_or_tainted_only_a_court_takes_back(asked, values):
    record = Record()
    first = record.answer(given("a", asked, values=values), ALONE)
    with pytest.raises(AnswerError, match="only the court takes that back"):
        record.answer(given("a", asked, supersedes=[first]), ALONE)
    record.answer(given("a", asked, role=Role.COURT, supersedes=[first]), ALONE)
    after = record.standing("a", asked)
    assert after
    assert after.values == ANSWERS[asked]


def test_a_claim_may_be_confirmed_by_the_observer():
    record = Record()
    first = record.answer(given("a", Asked.PRIVILEGE, role=Role.COUNSEL, values=CLAIMED), ALONE)
    confirmed = {m.privilege.id: "confirmed", m.asylum_data.id: "no"}
    record.answer(given("a", Asked.PRIVILEGE, values=confirmed, supersedes=[first]), ALONE)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"by": " "}, "say by"),
        ({"authority": ""}, "say authority"),
        ({"ground": "\n"}, "say ground"),
        ({"values": {}}, "answer item.relevance"),
        ({"values": {m.relevance.id: "in-scope", m.proportionate.id: "yes"}}, "nothing of another question"),
        ({"values": {m.relevance.id: "perhaps"}}, "no answer of the vocabulary"),
        ({"items": ()}, "at least one"),
        ({"items": ("a", "a"), "together": Together.DUPLICATES}, "each item once"),
        ({"items": ("a", "b")}, "only as duplicates or as a family"),
    ],
)
def test_what_is_no_answer_is_not_taken(change, says):
    with pytest.raises(AnswerError, match=says):
        Record().answer(given("a", Asked.SCOPE, **change), ALONE)


def test_that_a_judge_allows_an_object_a_judge_says():
    allowed = {m.ill_treatment_origin.id: "yes", m.judge_allows_object.id: "yes"}
    with pytest.raises(AnswerError, match="for a court"):
        Record().answer(given("a", Asked.ORIGIN, values=allowed), ALONE)
    Record().answer(given("a", Asked.ORIGIN, role=Role.COURT, values=allowed), ALONE)


FAMILY = frozenset({"letter", "annex", "map"})
KIN = Kin({"a": "c1", "b": "c1", "c": "c2"}, dict.fromkeys(FAMILY, FAMILY))


def test_duplicates_are_answered_together_and_it_is_recorded():
    record = Record()
    record.answer(given(("a", "b"), Asked.SCOPE, together=Together.DUPLICATES), KIN)
    assert record.given[record.number("b", Asked.SCOPE) - 1].together is Together.DUPLICATES


@pytest.mark.parametrize(
    ("items", "together", "says"),
    [
        (("a", "c"), Together.DUPLICATES, "not all the same bytes"),
        (("x", "y"), Together.DUPLICATES, "not all the same bytes"),
        (("letter", "annex"), Together.FAMILY, "3 items, here are 2"),
        (("letter", "annex", "map", "a"), Together.FAMILY, "answered whole"),
    ],
)
def test_nothing_else_is_answered_together(items, together, says):
    with pytest.raises(AnswerError, match=says):
        Record().answer(given(items, Asked.SCOPE, together=together), KIN)


def test_a_family_is_answered_whole():
    record = Record()
    record.answer(given(FAMILY, Asked.SCOPE, together=Together.FAMILY), KIN)
    assert all(record.number(item, Asked.SCOPE) == 1 for item in FAMILY)


def test_an_answer_for_many_names_every_answer_it_takes_the_place_of():
    record = Record()
    record.answer(given("a", Asked.SCOPE), KIN)
    record.answer(given("b", Asked.SCOPE), KIN)
    both = given(("a", "b"), Asked.SCOPE, together=Together.DUPLICATES, supersedes=[1])
    with pytest.raises(AnswerError, match="look again at: 2"):
        record.answer(both, KIN)


@pytest.mark.parametrize(
    ("role", "values", "sifted"),
    [
        (Role.PRIVILEGE_OBSERVER, {}, "independent-person"),
        (Role.COURT, {}, "judge"),
        (Role.REVIEWER, {}, ""),
        (Role.PRIVILEGE_OBSERVER, CLAIMED, ""),
        (Role.COURT, {m.privilege.id: UNKNOWN, m.asylum_data.id: "no"}, ""),
    ],
)
def test_whose_look_is_an_independent_sift(role, values, sifted):
    answer = given("a", Asked.PRIVILEGE, role=role, values=values or ANSWERS[Asked.PRIVILEGE])
    assert answer.sifted_by == sifted


def test_whoever_looks_at_what_no_machine_read_says_what_it_is():
    record = Record()
    seen = Look("a", "reviewer-1", Role.REVIEWER, "a photograph of a contract, two pages", DAY)
    record.look(seen)
    assert record.looked("a") is seen
    assert record.looked("b") is None
    for bad in (Look("a", "", Role.REVIEWER, "x", DAY), Look("a", "r", Role.REVIEWER, " ", DAY)):
        with pytest.raises(AnswerError, match="is named"):
            record.look(bad)
    with pytest.raises(AnswerError, match="prosecutor looks at nothing"):
        record.look(Look("a", "p", Role.PROSECUTOR, "x", DAY))


def test_the_questions_are_those_of_the_law():
    told = {q.id for ask in ASKED.values() for q in ask.questions}
    assert told <= VOCABULARY.keys()
    assert set(WITHHOLDS) == told
    assert all(set(values) < set(VOCABULARY[slot].values) for slot, values in WITHHOLDS.items())
