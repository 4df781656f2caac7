"""Whatever happens in whatever order: an item is cleared exactly when a plain reckoning of its history says so."""

from datetime import date

import numpy as np
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from rogatory.law.acts import Role
from rogatory.law.vocabulary import VOCABULARY
from rogatory.material.clearing import CARRIES, clear
from rogatory.material.provenance import BONDS, Level, Provenance, Way
from rogatory.material.questions import ASKED, UNKNOWN, WITHHOLDS, Asked, Kin, Together
from rogatory.material.record import AnswerError, Look, Record
from rogatory.material.standing import Known, Raised, columns
from rogatory.material.taint import TAINT, Lift, Origin, taints
from tests.material.review import ANSWERS, DAY, given, setting

ITEMS = "abcdef"
# a and b hold the same bytes; c, d and e are a message with two annexes.
FAMILY = frozenset("cde")
KIN = Kin({"a": "1", "b": "1", "c": "2", "d": "3", "e": "4", "f": "5"}, dict.fromkeys(FAMILY, FAMILY))
PLACES, FIRST = {item: place for place, item in enumerate(ITEMS)}, np.array([0, 1, 2, 2, 2, 5], np.int32)
TOGETHER = {Together.DUPLICATES: ("a", "b"), Together.FAMILY: tuple(sorted(FAMILY))}
UNREAD = frozenset("f")

ITEM = st.sampled_from(ITEMS)
PLACE = st.integers(0, len(ITEMS) - 1)
ROLES = st.sampled_from([Role.REVIEWER, Role.COURT, Role.PRIVILEGE_OBSERVER, Role.COUNSEL, Role.PROSECUTOR])
VALUES = {
    asked: st.one_of(
        st.just(ANSWERS[asked]),
        st.just(ANSWERS[asked]),
        st.fixed_dictionaries({q.id: st.sampled_from([*q.values, UNKNOWN]) for q in ask.questions}),
    )
    for asked, ask in ASKED.items()
}
ANSWER = st.sampled_from(Asked).flatmap(
    lambda asked: st.tuples(st.just("answer"), ITEM, st.just(asked), ROLES, VALUES[asked], st.sampled_from(Together))
)
HAPPENS = st.one_of(
    ANSWER,
    ANSWER,
    st.tuples(st.just("all four"), ITEM),
    st.tuples(st.just("all four"), ITEM),
    st.tuples(st.just("look"), ITEM),
    st.tuples(st.just("screen"), ITEM, st.sampled_from(Asked)),
    st.tuples(st.just("object"), ITEM, st.booleans()),
    st.tuples(st.just("edge"), PLACE, st.sampled_from(BONDS), PLACE),
    st.tuples(st.just("origin"), PLACE),
    st.tuples(st.just("lift"), PLACE, PLACE),
    st.tuples(st.just("asked"), st.booleans()),
)


class Review:
    """A review as it goes on, kept twice: by the program, and as plain notes beside it."""

    def __init__(self):
        self.record = Record()
        self.answers = {}  # (item, asked) -> number, values, together
        self.looked, self.objections, self.asked = set(), {}, True
        self.raised, self.edges, self.origins, self.lifts = [], [], [], set()

    def answer(self, item, asked, role, values, together):
        items = TOGETHER.get(together, (item,))
        before = {self.answers[one, asked][0] for one in items if (one, asked) in self.answers}
        told = given(items, asked, role=role, values=values, together=together, supersedes=before)
        try:
            number = self.record.answer(told, KIN)
        except AnswerError:
            return
        self.answers |= {(one, asked): (number, values, together) for one in items}

    def happen(self, what, *told):
        match what:
            case "answer":
                self.answer(*told)
            case "all four":
                for asked in Asked:
                    self.answer(told[0], asked, Role.COURT, ANSWERS[asked], Together.ALONE)
            case "look":
                self.record.look(Look(told[0], "reviewer-1", Role.REVIEWER, "a photograph", DAY))
                self.looked.add(told[0])
            case "screen":
                self.raised.append(Raised(told[0], told[1], len(self.record.given)))
            case "object":
                self.objections[told[0]] = told[1]
            case "edge":
                self.edges.append(told)
            case "origin":
                self.origins.append(told[0])
            case "lift":
                self.lifts.add(told)
            case _:
                self.asked = told[0]

    def cleared(self, *, remedy):
        provenance = Provenance.of(len(ITEMS), self.edges)
        lifts = [
            Lift(item, origin, "judge-1", Role.COURT, "The chain was broken.", "2026/14", date(2026, 11, 3))
            for item, origin in self.lifts
            if origin in self.origins
        ]
        level = taints(provenance, [Origin(place, "invented", "link-1") for place in self.origins], lifts).level
        known = Known(
            [place for place, item in enumerate(ITEMS) if item in UNREAD],
            self.raised,
            self.objections,
            nothing_lodged=self.asked,
        )
        told = columns(PLACES, self.record, known, FIRST, level)
        found = clear(setting(remedy=remedy), told, provenance).cleared
        return {item for item, leaves in zip(ITEMS, found.tolist(), strict=True) if leaves}

    def by_plain_reckoning(self, *, remedy):
        if remedy is not False:
            return set()
        tainted = self.tainted()
        held = {place for place, item in enumerate(ITEMS) if place in tainted or not self.clean(item)}
        by_family = {i for (i, _), (_, _, together) in self.answers.items() if together is Together.FAMILY}
        if any(ITEMS[place] in FAMILY for place in held):
            held |= {place for place, item in enumerate(ITEMS) if item in FAMILY & by_family}
        carried = spread(self.edges, CARRIES, held, frozenset())
        return {item for place, item in enumerate(ITEMS) if not carried[place]}

    def clean(self, item):
        if item in UNREAD - self.looked or self.objections.get(item, not self.asked):
            return False
        for asked in Asked:
            number, values, _ = self.answers.get((item, asked), (0, {}, None))
            wanted = [q.id for q in ASKED[asked].questions]
            if any(values.get(slot, UNKNOWN) in (UNKNOWN, *WITHHOLDS[slot]) for slot in wanted):
                return False
            if any((r.item, r.asked) == (item, asked) and r.after >= number for r in self.raised):
                return False
        return True

    def tainted(self):
        found = set()
        for origin in self.origins:
            free = {item for item, of in self.lifts if of == origin}
            found |= {place for place, level in enumerate(spread(self.edges, TAINT, {origin}, free)) if level}
        return found


def spread(edges, rules, start, free):
    level = [Level.FREE] * len(ITEMS)
    for place in start - set(free):
        level[place] = Level.ITSELF
    for _ in range(2 * len(ITEMS)):
        for source, bond, target in edges:
            for end, way, begin in ((source, rules[bond].to_source, target), (target, rules[bond].to_target, source)):
                if end not in free:
                    level[end] = max(level[end], passed(way, level[begin]))
    return level


def passed(way, level):
    if way is Way.ALIKE:
        return level
    if way is Way.AS_HOLDER:
        return min(level, Level.HOLDS)
    return Level.ITSELF if way is Way.IN_SUBSTANCE and level is Level.ITSELF else Level.FREE


@supposing(st.lists(HAPPENS, min_size=4, max_size=30), st.sampled_from([False, False, False, True, None]))
@settings(max_examples=250)
def test_an_item_is_cleared_exactly_when_its_history_says_so(history, remedy):
    review = Review()
    for what in history:
        review.happen(*what)
    assert review.cleared(remedy=remedy) == review.by_plain_reckoning(remedy=remedy)


@supposing(st.lists(HAPPENS, max_size=12))
@settings(max_examples=50)
def test_what_comes_late_still_withholds(history):
    review = Review()
    for item in ITEMS:
        review.happen("all four", item)
        review.happen("look", item)
    assert review.cleared(remedy=False) == set(ITEMS)
    for what in history:
        review.happen(*what)
        assert review.cleared(remedy=False) == review.by_plain_reckoning(remedy=False)
    assert review.cleared(remedy=True) == set()


def test_every_answer_drawn_is_one_of_the_vocabulary():
    assert all(q.values == VOCABULARY[q.id].values for ask in ASKED.values() for q in ask.questions)
