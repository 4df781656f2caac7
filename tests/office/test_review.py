"""What is done to the items of a seizure, at the door itself: by whom, behind which wall, and over what."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.law.vocabulary import material as m
from rogatory.material.questions import ASKED, Asked, Kin
from rogatory.material.record import AnswerError, Record
from rogatory.material.second import agreement, twice
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.filing import REVIEW
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import Compartment
from tests.material.review import given
from tests.office.reviewing import LET_IN, SEIZED, WHO, Reviewing, actor
from tests.office.simulator import hurdles

ANOTHER = actor(Role.REVIEWER, "let in too", Compartment.PRIVILEGED)
FORMS: dict[str, dict[str, Any]] = {
    "answer-item": {"item": "a", "asked": "scope", "values": {"item.relevance": "in-scope"}, "reasons": "read"},
    "look-at-item": {"item": "f", "saw": "a photograph"},
    "object-to-item": {"item": "a", "reasons": "it is private"},
    "decide-objection": {"objection": 1, "upheld": False, "reasons": "unfounded"},
    "sever-items": {"item": "a", "of": "b", "decision": "KI 8", "reasons": "a blank form"},
    "taint-item": {"item": "a", "source": "a medical report", "reasons": "he was beaten"},
    "lift-taint": {"item": "b", "origin": "a", "decision": "KI 7", "reasons": "made before"},
    "redact-item": {"item": "a", "passages": [{"start": 0, "end": 4, "ground": "privilege"}], "reasons": "a name"},
    "open-item": {"item": "a"},
}


@pytest.fixture
def reviewing():
    """With an objection and an origin of taint, so that each act has an object; nothing is sifted."""
    made = Reviewing()
    made.do(Role.COUNSEL, "object-to-item", item="b", reasons="another client's")
    made.do(Role.COURT, "taint-item", item="a", source="a medical report", reasons="he was beaten")
    return made


class TestWho:
    @pytest.mark.parametrize(
        ("act", "may"),
        [
            ("answer-item", "court"),
            ("look-at-item", "court observer"),
            ("object-to-item", "counsel person"),
            ("decide-objection", "court"),
            ("sever-items", "court"),
            ("taint-item", "court observer"),
            ("lift-taint", "court"),
            ("redact-item", "court"),
            ("open-item", "court observer counsel person"),
        ],
    )
    def test_who_does_what_to_an_item_that_is_not_sifted(self, act, may):
        named = {"court": Role.COURT, "observer": Role.PRIVILEGE_OBSERVER, "counsel": Role.COUNSEL,
                 "person": Role.PERSON_CONCERNED}  # fmt: skip
        able = set()
        for role in WHO:
            made = Reviewing()
            made.do(Role.COUNSEL, "object-to-item", item="b", reasons="another client's")
            made.do(Role.COURT, "taint-item", item="a", source="a report", reasons="he was beaten")
            result = made.do(role, act, **FORMS[act])
            able |= {role} if isinstance(result, Done) else set()
            assert isinstance(result, Done) or hurdles(result) <= {"role", "compartment"}
            assert made.entries[-1].act == (act if isinstance(result, Done) else "attempt-barred")
        assert able == {named[word] for word in may.split()}

    def test_the_table_has_every_act(self):
        assert set(FORMS) == set(REVIEW)

    def test_a_reviewer_is_let_in_by_the_court_or_waits_for_the_sift(self, reviewing):
        assert hurdles(reviewing.answer(Role.REVIEWER, "a", Asked.SCOPE)) == {"compartment"}
        assert isinstance(reviewing.answer(LET_IN, "a", Asked.SCOPE), Done)
        reviewing.answer(Role.PRIVILEGE_OBSERVER, "b", Asked.PRIVILEGE)
        assert isinstance(reviewing.answer(Role.REVIEWER, "b", Asked.SCOPE), Done)

    def test_everybody_opens_what_is_free_and_investigators_nothing_else(self, reviewing):
        told = [{"item": "a"}, {"item": "no such item"}]
        for role in (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.CLERK):
            first, second = (reviewing.do(role, "open-item", **form) for form in told)
            assert isinstance(first, Barred)
            assert isinstance(second, Barred)
            assert first.obstacles == second.obstacles, "whether it is there is not told"
        reviewing.answer(Role.COURT, "a", Asked.PRIVILEGE)
        assert isinstance(reviewing.do(Role.PROSECUTOR, "open-item", item="a"), Done)
        assert isinstance(reviewing.do(Role.AUDITOR, "open-item", item="a"), Barred)

    @pytest.mark.parametrize("asked", Asked)
    def test_each_question_by_the_roles_of_its_table(self, asked):
        for role in WHO:
            made, who = Reviewing(), LET_IN if role is Role.REVIEWER else actor(role)
            try:
                done = isinstance(made.answer(who, "a", asked), Done)
            except FormError:
                done = False  # who may only claim
            assert done is (role in ASKED[asked].by), role


class TestOverWhat:
    def test_an_answer_names_what_stands(self, reviewing):
        reviewing.answer(Role.COURT, "a", Asked.SCOPE)
        with pytest.raises(FormError, match="look again at: 1"):
            reviewing.answer(Role.COURT, "a", Asked.SCOPE, over=())

    def test_taking_back_ones_own_answer_is_one_more_answer_and_frees_nothing(self, reviewing):
        held = {m.privilege.id: "confirmed", m.asylum_data.id: "no"}
        unknown = {m.privilege.id: "unknown", m.asylum_data.id: "unknown"}
        reviewing.answer(Role.PRIVILEGE_OBSERVER, "a", Asked.PRIVILEGE)
        assert isinstance(reviewing.answer(Role.PRIVILEGE_OBSERVER, "a", Asked.PRIVILEGE, unknown), Done)
        reviewing.answer(Role.PRIVILEGE_OBSERVER, "a", Asked.PRIVILEGE, held)
        with pytest.raises(FormError, match="only the court takes that back"):
            reviewing.answer(Role.PRIVILEGE_OBSERVER, "a", Asked.PRIVILEGE, unknown)

    def test_a_family_is_answered_whole_and_duplicates_together(self, reviewing):
        assert isinstance(reviewing.answer(Role.COURT, [*"cde"], Asked.SCOPE, together="a whole family"), Done)
        assert isinstance(reviewing.answer(Role.COURT, [*"ab"], Asked.SCOPE, together="exact duplicates"), Done)
        for items, together in (("cd", "a whole family"), ("ac", "exact duplicates"), ("ab", "one item")):
            with pytest.raises(FormError):
                reviewing.answer(Role.COURT, [*items], Asked.ORIGIN, together=together)

    @pytest.mark.parametrize(
        ("form", "problem"),
        [
            ({"asked": "beauty"}, "is no question"),
            ({"values": {}}, "answer item.relevance"),
            ({"values": {"item.relevance": "perhaps"}}, "no answer of the vocabulary"),
            ({"values": "in-scope"}, "they are missing"),
            ({"reasons": " "}, "it is missing"),
            ({"item": "", "items": []}, "Name the item"),
            ({"item": "z"}, "has no item 'z'"),
            ({"item": "", "items": [1, 2]}, "has no item ''"),
            ({"item": "", "items": ["a", "a"], "together": "exact duplicates"}, "one stands twice"),
            ({"together": "all of them"}, "no such way"),
            ({"supersedes": ["1"]}, "no list of numbers"),
            ({"supersedes": [7]}, "look again at: 7"),
        ],
    )
    def test_what_cannot_be_taken_says_why(self, reviewing, form, problem):
        told = {**FORMS["answer-item"], **form}
        told = {k: v for k, v in told.items() if v not in ("", [])} if "items" in form else told
        with pytest.raises(FormError, match=problem):
            reviewing.do(Role.COURT, "answer-item", **told)

    def test_there_is_such_an_act_and_such_a_seizure(self, reviewing):
        with pytest.raises(UnknownActError):
            reviewing.do(Role.COURT, "burn-item", item="a")
        reviewing.seized = None
        with pytest.raises(UnknownObjectError):
            reviewing.do(Role.COURT, "answer-item", **FORMS["answer-item"])


class TestWhen:
    def test_nothing_before_the_seal_is_open(self, reviewing):
        reviewing.seized = replace(SEIZED, opened=None)
        assert hurdles(reviewing.do(Role.COURT, "answer-item", **FORMS["answer-item"])) == {"course"}

    def test_nothing_of_what_was_returned_and_of_a_closed_case_only_what_is_owed(self, reviewing):
        reviewing.seized = replace(SEIZED, whole_gone=True)
        assert hurdles(reviewing.do(Role.COURT, "answer-item", **FORMS["answer-item"])) == {"course"}
        reviewing.seized, reviewing.closed = SEIZED, True
        assert hurdles(reviewing.do(Role.COURT, "answer-item", **FORMS["answer-item"])) == {"course"}
        assert isinstance(reviewing.do(Role.COUNSEL, "object-to-item", **FORMS["object-to-item"]), Done)
        assert isinstance(reviewing.do(Role.COURT, "decide-objection", **FORMS["decide-objection"]), Done)

    def test_an_answer_may_come_while_a_remedy_runs_and_nothing_leaves(self, reviewing):
        reviewing = Reviewing()
        for item in "abcde":
            reviewing.all_four(item)
        assert reviewing.cleared() == set("abcde")
        assert reviewing.cleared(remedy=True) == set()
        assert reviewing.cleared(remedy=None) == set()


class TestObjections:
    def test_it_withholds_until_the_court_has_decided_and_then_as_it_decided(self):
        made = Reviewing()
        for item in "abc":
            made.all_four(item)
        made.do(Role.COUNSEL, "object-to-item", items=["a", "b"], reasons="private")
        assert made.cleared() == {"c"}
        made.do(Role.COURT, "decide-objection", objection=1, items=["a"], upheld=False, reasons="unfounded")
        made.do(Role.COURT, "decide-objection", objection=1, upheld=True, reasons="founded")
        assert made.cleared() == {"a", "c"}

    def test_nothing_leaves_before_everybody_was_asked_and_the_time_is_over(self):
        made = Reviewing()
        made.all_four("a")
        assert made.cleared() == {"a"}
        for inventories in ((), (replace(SEIZED.inventories[0], items=frozenset("b")),),
                            (replace(SEIZED.inventories[0], until=made.now.date().replace(year=2099)),)):  # fmt: skip
            made.seized = replace(SEIZED, inventories=inventories)
            assert made.cleared() == set()

    def test_another_person_speaks_of_what_an_inventory_lists_and_learns_of_nothing_else(self, reviewing):
        other = actor(Role.COUNSEL, "P2")
        with pytest.raises(UnknownObjectError):
            reviewing.do(other, "object-to-item", **FORMS["object-to-item"])
        listed = replace(SEIZED.inventories[0], person="P2", items=frozenset("a"))
        reviewing.seized = replace(SEIZED, inventories=(*SEIZED.inventories, listed))
        assert isinstance(reviewing.do(other, "object-to-item", **FORMS["object-to-item"]), Done)
        assert hurdles(reviewing.do(other, "object-to-item", item="b", reasons="mine")) == {"mandate"}
        assert hurdles(reviewing.do(other, "object-to-item", item="no such item", reasons="mine")) == {"mandate"}
        assert hurdles(reviewing.do(other, "open-item", item="a")) == {"mandate"}


class TestTaint:
    def test_it_rests_on_a_confirmed_link_or_other_material(self, reviewing):
        told = {"item": "b", "reasons": "the same interrogation"}
        assert isinstance(reviewing.do(Role.COURT, "taint-item", link="link-2-1", **told), Done)
        for more, problem in (({"link": "link-9-9"}, "no confirmed link"), ({}, "it is missing")):
            with pytest.raises(FormError, match=problem):
                reviewing.do(Role.COURT, "taint-item", **told, **more)

    def test_it_withholds_and_a_court_lifts_it_for_one_item_and_one_origin(self):
        made = Reviewing()
        for item in "ab":
            made.all_four(item)
        made.do(LET_IN, "taint-item", item="a", source="a report", reasons="he was beaten")
        made.do(LET_IN, "taint-item", item="b", source="a report", reasons="he was beaten")
        made.do(Role.COURT, "lift-taint", item="a", origin="a", decision="KI 7", reasons="another day")
        assert made.cleared() == {"a"}

    @pytest.mark.parametrize("act", ["sever-items", "lift-taint"])
    def test_a_decision_has_a_number_reasons_and_two_items(self, reviewing, act):
        for part in {*FORMS[act]} - {"item"}:
            with pytest.raises(FormError):
                reviewing.do(Role.COURT, act, **{k: v for k, v in FORMS[act].items() if k != part})


class TestTheSecondLook:
    """Two answers stand, each by its person; where they differ a third person settles it."""

    def looked_at_twice(self, asked=Asked.SCOPE, values=None, second=None):
        made = Reviewing()
        for each in Asked:
            made.answer(LET_IN, "b", each)
        made.answer(second or ANOTHER, "b", asked, values or {"item.relevance": "unclear"}, over=())
        return made

    def test_both_stand_and_the_item_is_open_until_a_third_person_says_why(self):
        made = self.looked_at_twice()
        record = made.review.record
        assert record.numbers("b", Asked.SCOPE) == (2, 5)
        assert [given.by for _, given in record.history("b", Asked.SCOPE)] == [LET_IN.account, ANOTHER.account]
        assert record.differs("b", Asked.SCOPE)
        assert record.standing("b", Asked.SCOPE) is None
        made.answer(Role.PRIVILEGE_OBSERVER, "b", Asked.PRIVILEGE)
        assert made.cleared() == set()
        for who in (LET_IN, ANOTHER):
            with pytest.raises(FormError, match="a third person settles that, with reasons: court, material reviewer"):
                made.answer(who, "b", Asked.SCOPE)
        made.answer(Role.COURT, "b", Asked.SCOPE)
        assert made.review.record.numbers("b", Asked.SCOPE) == (7,)
        assert made.cleared() == {"b"}
        (one,) = [one for one in twice(made.review.record) if one.asked is Asked.SCOPE]
        assert (one.agree, one.settled) == (False, 7)
        scope = agreement(twice(made.review.record))[1]
        assert (scope.looked, scope.agreed, scope.open, scope.share.estimate) == (1, 0, 0, 0.0)

    @pytest.mark.parametrize(
        ("asked", "values", "settles"),
        [
            (
                Asked.PRIVILEGE,
                {"item.privilege": "confirmed", "item.contains_asylum_data": "no"},
                {"court", "observer"},
            ),
            (Asked.SCOPE, {"item.relevance": "unclear"}, {"court", "reviewer"}),
            (Asked.ORIGIN, {"item.from_ill_treatment": "yes"}, {"court"}),
            (Asked.PROPORTIONALITY, {"item.proportionate": "no", "item.exposes_others": "no"}, {"court", "reviewer"}),
        ],
    )
    def test_who_settles_it_is_a_third_person_in_the_role_of_the_question(self, asked, values, settles):
        third = {"court": actor(Role.COURT), "observer": actor(Role.PRIVILEGE_OBSERVER),
                 "reviewer": actor(Role.REVIEWER, "third", Compartment.PRIVILEGED)}  # fmt: skip
        for name, who in third.items():
            made = self.looked_at_twice(asked, values)
            done = False
            with suppress(FormError):
                done = isinstance(made.answer(who, "b", asked), Done)
            assert done is (name in settles), name
            assert made.review.record.differs("b", asked) is (name not in settles)

    def test_where_both_withhold_neither_of_them_alone_lets_it_go(self):
        made = Reviewing()
        for each in Asked:
            made.answer(LET_IN, "b", each, {"item.relevance": "unclear"} if each is Asked.SCOPE else None)
        made.answer(ANOTHER, "b", Asked.SCOPE, {"item.relevance": "unclear"})
        assert made.review.record.numbers("b", Asked.SCOPE) == (2, 5)
        with pytest.raises(FormError, match="as a third person"):
            made.answer(ANOTHER, "b", Asked.SCOPE)
        made.answer(actor(Role.REVIEWER, "third", Compartment.PRIVILEGED), "b", Asked.SCOPE)
        assert made.review.record.numbers("b", Asked.SCOPE) == (6,)

    def test_a_second_look_is_refused_where_nobody_has_answered_or_the_same_person_has(self):
        record, kin = Record(), Kin({}, {})
        for by in ("one", "one"):
            with pytest.raises(AnswerError, match="at the one answer of somebody else"):
                record.answer(given("b", Asked.SCOPE, by=by, second=frozenset("b")), kin)
            record.enter(given("b", Asked.SCOPE, by=by))
