"""Which items are cleared, and why every other one is withheld."""

from datetime import date

import pytest
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import CLEAR_ITEM
from rogatory.law.binding import Context
from rogatory.law.evidence import Answer, stand
from rogatory.law.judging import Subject, judge
from rogatory.law.vocabulary import material as m
from rogatory.law.wording.language import Language
from rogatory.material import grounds
from rogatory.material.clearing import CARRIES, Severed, clear
from rogatory.material.provenance import BONDS, Bond, Way
from rogatory.material.questions import ASKED, WITHHOLDS, Asked
from tests.material.review import CLEAN, DAY, columns, edges, on_file, program, setting

SIFT = "echr-8-privilege-sift-and-return"


def why(found, item):
    return {(w.ground.id, w.ground.open) for w in found.of(item)}


def cleared(*items, case=None, tied=(), severed=(), **known):
    return clear(case or setting(), columns(*items, **known), edges(len(items), *tied), severed).cleared.tolist()


def test_an_item_with_all_four_answers_and_nothing_against_it_is_cleared():
    found = clear(setting(), columns({}), edges(1))
    assert found.cleared.tolist() == [True]
    assert found.of(0) == ()


UNANSWERED = [(q.id, asked) for asked, ask in ASKED.items() for q in ask.questions]


@pytest.mark.parametrize(("slot", "asked"), UNANSWERED, ids=[slot for slot, _ in UNANSWERED])
def test_an_item_without_an_answer_waits(slot, asked):
    found = clear(setting(), columns({slot: None}), edges(1))
    assert found.cleared.tolist() == [False]
    assert all(is_open for _, is_open in why(found, 0))


@pytest.mark.parametrize(
    ("told", "norm"),
    [
        ({m.privilege.id: "confirmed"}, "echr-8-privilege-sift-and-return-confirmed"),
        ({m.asylum_data.id: "yes"}, "asylum-confidentiality-item"),
        ({m.relevance.id: "out-of-scope"}, "echr-8-out-of-scope-items"),
        ({m.ill_treatment_origin.id: "yes"}, "echr-6-torture-evidence-clearance"),
        ({m.proportionate.id: "no"}, "house-item-out-of-scope-or-disproportionate"),
        ({m.other_opponents.id: "yes"}, "echr-8-others-not-exposed"),
        ({m.objection_pending.id: "yes"}, "echr-13-objection-decided-first"),
    ],
)
def test_the_norm_that_withholds_is_told_with_its_source(told, norm):
    found = clear(setting(), columns(told, {}), edges(2))
    assert (norm, False) in why(found, 0)
    ground = next(w.ground for w in found.of(0) if w.ground.id == norm)
    assert ground.source == law_in_force().norm[norm].source
    assert norm in str(ground)
    assert str(ground.source) in str(ground)
    assert found.cleared.tolist() == [False, True]
    assert found.counts()[ground] == 1


def test_every_ground_is_told_in_the_languages_of_the_law_book():
    ours = [ground for ground in vars(grounds).values() if isinstance(ground, grounds.Ground)]
    everything_open = clear(setting(remedy=None), columns(dict.fromkeys(CLEAN)), edges(1)).grounds
    assert len(ours) >= 8
    for ground in (*ours, *everything_open):
        told = [ground.in_words(language) for language in Language]
        assert len(set(told)) == len(Language)
        assert all(text.strip().endswith(".") for text in told)


def test_a_lawyers_papers_wait_for_an_independent_sift():
    lawyers = setting(on_file(person__practises_law="yes"))
    unsifted = {m.sifted_by.id: None}
    assert cleared({}, unsifted) == [True, True]
    assert cleared({}, unsifted, case=lawyers) == [True, False]
    found = clear(lawyers, columns(unsifted), edges(1))
    assert (SIFT, True) in why(found, 0)


def test_a_claim_withholds_until_it_is_decided():
    assert cleared({m.privilege.id: "claimed"}, {m.privilege.id: "claimed", m.sifted_by.id: None}) == [False, False]


def test_what_is_on_file_of_one_person_counts_for_all():
    both = setting(on_file(), on_file(person__practises_law="yes"))
    assert cleared({m.sifted_by.id: None}, case=both) == [False]


def test_taint_is_no_matter_of_answers():
    found = clear(setting(), columns({}, {}, taint=[0]), edges(2))
    assert ("echr-6-torture-evidence-clearance", False) in why(found, 0)
    assert found.cleared.tolist() == [False, True]


def test_a_judge_may_allow_an_object_found_through_lesser_ill_treatment():
    found_so = {m.ill_treatment_origin.id: "yes", m.item_kind.id: "object", m.treatment.id: "inhuman"}
    allowed = {**found_so, m.judge_allows_object.id: "yes"}
    assert cleared(found_so, allowed, {**allowed, m.treatment.id: "torture"}) == [False, True, False]


def test_what_no_machine_read_waits_for_a_human():
    found = clear(setting(), columns({}, {}, unread=[1]), edges(2))
    assert [why(found, i) for i in (0, 1)] == [set(), {(grounds.UNREAD.id, True)}]


def test_a_screen_opens_the_question_again():
    found = clear(setting(), columns({}, reopened={Asked.PRIVILEGE: [0]}), edges(1))
    assert why(found, 0) == {(grounds.REOPENED.id, True)}


RUNS = "house-hold-while-remedy-runs"


@pytest.mark.parametrize(("remedy", "says"), [(True, {(RUNS, False)}), (None, {(RUNS, True)}), (False, set())])
def test_nothing_is_cleared_while_a_remedy_runs_or_may_still_be_lodged(remedy, says):
    assert why(clear(setting(remedy=remedy), columns({}), edges(1)), 0) == says


PRIVILEGED = {m.privilege.id: "confirmed"}
CARRYING = [
    ("an archive with it", (0, Bond.CONTAINS, 1), False),
    ("its attachment, answered alone", (1, Bond.CONTAINS, 0), True),
    ("a message that quotes it", (0, Bond.QUOTES, 1), False),
    ("what it quotes", (1, Bond.QUOTES, 0), True),
    ("an answer that repeats nothing of it", (0, Bond.REPLIES, 1), True),
    ("its translation", (0, Bond.DERIVED, 1), False),
    ("its original", (1, Bond.DERIVED, 0), False),
    ("a copy", (0, Bond.DUPLICATE, 1), False),
    ("a draft", (1, Bond.NEAR_DUPLICATE, 0), False),
    ("a summary", (0, Bond.SUMMARISES, 1), False),
]


@pytest.mark.parametrize(("told", "edge", "leaves"), CARRYING, ids=[c[0] for c in CARRYING])
def test_what_is_withheld_leaves_by_no_other_way(told, edge, leaves):
    found = clear(setting(), columns({}, PRIVILEGED), edges(2, edge))
    assert found.cleared.tolist() == [leaves, False]
    if not leaves:
        withheld = found.of(0)[0]
        assert withheld.ground is grounds.CARRIED
        assert [(step.start, step.end) for step in withheld.by] == [(1, 0)]


def test_an_item_that_waits_is_carried_out_as_little():
    assert cleared({}, {m.relevance.id: None}, tied=[(0, Bond.QUOTES, 1)]) == [False, False]


def test_a_court_may_part_a_version_from_one_that_is_withheld():
    outside = {m.relevance.id: "out-of-scope"}
    tied = [(0, Bond.NEAR_DUPLICATE, 1), (2, Bond.NEAR_DUPLICATE, 1)]
    assert cleared({}, outside, {}, tied=tied) == [False, False, False]
    cut = Severed(0, 1, "The passage on the other matter is missing here.", "2026/15")
    assert cleared({}, outside, {}, tied=tied, severed=[cut]) == [True, False, False]


def test_a_family_answered_as_a_whole_stays_whole():
    annex = {m.objection_pending.id: "yes"}
    found = clear(setting(), columns({}, annex, {}, family=[0, 0, 2], by_family=[0, 1, 2]), edges(3))
    assert why(found, 0) == {(grounds.FAMILY.id, True)}
    assert found.cleared.tolist() == [False, False, True]
    assert cleared({}, annex, family=[0, 0]) == [True, False]


def test_no_state_is_without_rules_of_its_own():
    # Requested by a state that no convention and no code of ours binds, and without the rules of the house.
    bare = law_in_force().without_house_rules().program(CLEAR_ITEM, Context("ZZ", "ZZ", "mla", DAY, DAY))
    case = setting(of=lambda: bare)
    for slot, values in WITHHOLDS.items():
        for value in values:
            assert cleared({slot: value}, {slot: None}, {}, case=case) == [False, False, True], slot
    assert cleared({}, {}, case=case, taint=[0]) == [False, True]


def test_a_case_that_says_something_of_its_items_is_refused():
    told = Subject("P1", {m.privilege.id: stand(m.privilege, (Answer("F1", ("none",)),), DAY)})
    with pytest.raises(ValueError, match="answer it of each item"):
        clear(setting(told), columns({}), edges(1))
    with pytest.raises(ValueError, match="at least one reading"):
        clear(setting(of=program).__class__(program(), (), DAY, False), columns({}), edges(1))
    with pytest.raises(ValueError, match="different lengths"):
        clear(setting(), columns({}), edges(2))


# --- against the law, item by item ------------------------------------------------------------------------------------

SLOTS = [*CLEAN, m.item_kind.id, m.treatment.id, m.judge_allows_object.id]
ITEM = st.fixed_dictionaries(
    {}, optional={s: st.sampled_from([None, *law_in_force().vocabulary[s].values]) for s in SLOTS}
)
CASE = st.fixed_dictionaries(
    {}, optional={s: st.sampled_from(["yes", "no"]) for s in
                  ("person__practises_law", "penalty__death_possible", "person__refugee_here",
                   "measure__no_list_or_sealing_on_objection", "request__persecution_purpose")})  # fmt: skip
GROUNDS_OF_OUR_OWN = {grounds.ANSWERED_SO.id, grounds.UNANSWERED.id}


@supposing(st.lists(ITEM, min_size=1, max_size=5), CASE, st.sampled_from(["KZ", "CH", "ZZ"]))
@settings(max_examples=60, deadline=None)
def test_what_is_cleared_the_law_allows_item_by_item(items, told, requesting):
    case = setting(on_file(**told), of=lambda: program(requesting))
    found = clear(case, columns(*items), edges(len(items)))
    context = Context("BE", requesting, "mla", DAY, DAY)
    for place, item in enumerate(items):
        answers = {s: v for s, v in {**CLEAN, **item}.items() if v is not None}
        standings = {s: stand(law_in_force().vocabulary[s], (Answer("F", (v,)),), DAY) for s, v in answers.items()}
        subject = Subject("P1", {**case.subjects[0].standings, **standings})
        ruling = judge(law_in_force(), CLEAR_ITEM, "I1", [subject], context, at=DAY)
        if found.cleared[place]:
            assert ruling.verdict.allows
        elif ruling.verdict.allows:
            # The law alone would let it go: told why not, by a rule of our own or by a norm still open in three values.
            assert all(
                g in GROUNDS_OF_OUR_OWN or is_open or g in law_in_force().norm for g, is_open in why(found, place)
            )
            assert why(found, place)


MANY = 8
TIED = st.lists(st.tuples(st.integers(0, MANY - 1), st.sampled_from(BONDS), st.integers(0, MANY - 1)), max_size=14)
HELD = st.sets(st.integers(0, MANY - 1), max_size=4)


@supposing(TIED, HELD, HELD, HELD)
@settings(deadline=None)
def test_nothing_cleared_holds_quotes_or_copies_anything_that_is_not(tied, outside, tainted, unread):
    items = [{m.relevance.id: "out-of-scope"} if i in outside else {} for i in range(MANY)]
    found = clear(setting(), columns(*items, taint=tainted, unread=unread), edges(MANY, *tied))
    assert not found.cleared[sorted(outside | tainted | unread)].any()
    for source, bond, target in tied:
        rule = CARRIES[bond]
        if rule.to_source is not Way.NOTHING and not found.cleared[target]:
            # What only holds something uncleared passes on no more than that to what quotes or copies it.
            assert not found.cleared[source] or rule.to_source is Way.IN_SUBSTANCE
        if rule.to_target is Way.ALIKE and not found.cleared[source]:
            assert not found.cleared[target]
    for place in range(MANY):
        assert found.cleared[place] == (found.of(place) == ())


def test_a_later_day_is_judged_by_the_law_of_that_day():
    before = law_in_force().program(CLEAR_ITEM, Context("BE", "KZ", "mla", date(2025, 1, 1), date(2025, 1, 1)))
    asylum = {m.asylum_data.id: "yes"}
    found = clear(setting(of=lambda: before), columns(asylum), edges(1))
    assert ("asylum-confidentiality-directive-item", False) in why(found, 0)
