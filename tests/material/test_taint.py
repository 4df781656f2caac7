"""Taint follows what hands it on, and only a judge lifts it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.law.acts import Role
from rogatory.material import provenance
from rogatory.material.provenance import BONDS, Bond, Level, Provenance, Way, named, numbered
from rogatory.material.taint import TAINT, Lift, LiftError, Origin, taints

FREE, HOLDS, ITSELF = Level
RECORD = 0


@pytest.fixture(scope="module", autouse=True, params=[24, 0], ids=["one by one", "all at once"])
def way_of_reckoning(request):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(provenance, "_NARROW", request.param)
        yield


def origin(item=RECORD):
    return Origin(item, "a statement of somebody tortured in these proceedings", "link-1")


def lift(item, of=RECORD):
    return Lift(
        item, of, "judge-1", Role.COURT, "The chain was broken: she had it from the bank.", "2026/14", date(2026, 11, 3)
    )


def levels(size, edges, origins=(RECORD,), lifts=()):
    found = taints(Provenance.of(size, edges), map(origin, origins), lifts)
    return [found.of(item) for item in range(size)]


SITUATIONS = [
    ("the archive that holds the record", [(1, Bond.CONTAINS, 0)], HOLDS),
    ("what was annexed to the record", [(0, Bond.CONTAINS, 1)], ITSELF),
    ("a report that quotes it", [(1, Bond.QUOTES, 0)], ITSELF),
    ("a contract that the record quotes", [(0, Bond.QUOTES, 1)], FREE),
    ("an answer to it", [(1, Bond.REPLIES, 0)], ITSELF),
    ("the message it answers", [(0, Bond.REPLIES, 1)], FREE),
    ("its translation", [(1, Bond.DERIVED, 0)], ITSELF),
    ("the original of which it is the translation", [(0, Bond.DERIVED, 1)], ITSELF),
    ("the same bytes elsewhere", [(1, Bond.DUPLICATE, 0)], ITSELF),
    ("the same bytes, told the other way round", [(0, Bond.DUPLICATE, 1)], ITSELF),
    ("an earlier draft", [(0, Bond.NEAR_DUPLICATE, 1)], ITSELF),
    ("a summary of it", [(1, Bond.SUMMARISES, 0)], ITSELF),
    ("what it summarises", [(0, Bond.SUMMARISES, 1)], FREE),
]


@pytest.mark.parametrize(("told", "edges", "level"), SITUATIONS, ids=[s[0] for s in SITUATIONS])
def test_what_hands_taint_on(told, edges, level):
    assert levels(2, edges) == [ITSELF, level]


def test_one_record_does_not_spoil_the_whole_computer():
    computer, mailbox, letter = 1, 2, 3
    edges = [(computer, Bond.CONTAINS, 0), (computer, Bond.CONTAINS, mailbox), (mailbox, Bond.CONTAINS, letter)]
    assert levels(4, edges) == [ITSELF, HOLDS, FREE, FREE]


def test_a_copy_of_the_archive_holds_the_record_too_and_an_answer_to_it_does_not():
    archive, copy, answer = 1, 2, 3
    edges = [(archive, Bond.CONTAINS, 0), (copy, Bond.DUPLICATE, archive), (answer, Bond.REPLIES, archive)]
    assert levels(4, edges) == [ITSELF, HOLDS, HOLDS, FREE]


def test_the_way_is_told_step_by_step_from_the_origin():
    translation, report, forwarded = 1, 2, 3
    edges = [(1, Bond.DERIVED, 0), (2, Bond.SUMMARISES, 1), (3, Bond.CONTAINS, 2)]
    found = taints(Provenance.of(4, edges), [origin()])
    steps = found.explain(forwarded)
    assert [(s.start, s.bond, s.end, s.level) for s in steps] == [
        (0, Bond.DERIVED, translation, ITSELF),
        (translation, Bond.SUMMARISES, report, ITSELF),
        (report, Bond.CONTAINS, forwarded, HOLDS),
    ]
    assert all(step.because and not step.forward for step in steps)
    assert found.explain(RECORD) == ()
    assert found.by(forwarded) == (origin(),)


def test_a_judge_lifts_it_for_one_item_and_what_came_through_that_item_alone():
    edges = [(1, Bond.QUOTES, 0), (2, Bond.DERIVED, 1), (3, Bond.QUOTES, 0)]
    assert levels(4, edges, lifts=[lift(1)]) == [ITSELF, FREE, FREE, ITSELF]


def test_it_comes_back_when_another_origin_reaches_the_item():
    edges = [(1, Bond.QUOTES, 0), (1, Bond.QUOTES, 2)]
    assert levels(3, edges[:1], origins=(0, 2), lifts=[lift(1)]) == [ITSELF, FREE, ITSELF]
    assert levels(3, edges, origins=(0, 2), lifts=[lift(1)]) == [ITSELF, ITSELF, ITSELF]
    found = taints(Provenance.of(3, edges), [origin(0), origin(2)], [lift(1)])
    assert [o.item for o in found.by(1)] == [2]
    assert [s.start for s in found.explain(1)] == [2]


def test_a_record_found_to_be_no_such_record_frees_what_came_from_it_alone():
    edges = [(1, Bond.QUOTES, 0), (1, Bond.QUOTES, 2), (3, Bond.QUOTES, 0)]
    assert levels(4, edges, origins=(0, 2), lifts=[lift(0)]) == [FREE, ITSELF, ITSELF, FREE]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"role": Role.INVESTIGATING_JUDGE}, "lifted by a judge"),
        ({"role": Role.PROSECUTOR}, "lifted by a judge"),
        ({"role": Role.REVIEWER}, "lifted by a judge"),
        ({"reasons": "  "}, "missing: reasons"),
        ({"by": ""}, "missing: by"),
        ({"decision": ""}, "missing: decision"),
    ],
)
def test_nothing_else_lifts_it(change, says):
    with pytest.raises(LiftError, match=says):
        replace(lift(1), **change)


def test_what_is_no_origin_cannot_be_lifted():
    with pytest.raises(LiftError, match="no origin"):
        taints(Provenance.of(2, []), [origin()], [lift(0, of=1)])


@pytest.mark.parametrize("edge", [(0, 2), (-1, 0), (5, 0)])
def test_an_edge_to_nothing_is_refused(edge):
    with pytest.raises(ValueError, match="not there"):
        Provenance.of(2, [(edge[0], Bond.QUOTES, edge[1])])


def test_items_have_numbers_by_their_names():
    numbers = numbered(["a" * 64, "b" * 64])
    assert list(named([("b" * 64, Bond.QUOTES, "a" * 64)], numbers)) == [(1, Bond.QUOTES, 0)]
    with pytest.raises(ValueError, match="twice"):
        numbered(["a", "a"])


def test_every_bond_says_what_it_carries_and_why():
    assert set(TAINT) == set(Bond)
    assert all(rule.because_source and rule.because_target for rule in TAINT.values())


# --- against a plain reckoning, edge by edge, origin by origin --------------------------------------------------------

SIZE = 8
ITEMS = st.integers(0, SIZE - 1)
EDGES = st.lists(st.tuples(ITEMS, st.sampled_from(BONDS), ITEMS), max_size=30)
ORIGINS = st.sets(ITEMS, max_size=4)
PAIRS = st.sets(st.tuples(ITEMS, ITEMS), max_size=4)


def passed(way, level):
    if way is Way.ALIKE:
        return level
    if way is Way.AS_HOLDER:
        return min(level, HOLDS)
    return ITSELF if way is Way.IN_SUBSTANCE and level is ITSELF else FREE


def plainly(edges, origins, lifted):
    """For each item its level, by trying every edge until nothing changes."""
    worst = [FREE] * SIZE
    for start in origins:
        level = [FREE] * SIZE
        before = None
        while before != level:
            before = list(level)
            free = {item for item, of in lifted if of == start}
            level[start] = FREE if start in free else ITSELF
            for source, bond, target in edges:
                if source not in free:
                    level[source] = max(level[source], passed(TAINT[bond].to_source, level[target]))
                if target not in free:
                    level[target] = max(level[target], passed(TAINT[bond].to_target, level[source]))
        worst = [max(pair) for pair in zip(worst, level, strict=True)]
    return worst


@given(EDGES, ORIGINS, PAIRS)
def test_it_is_what_plain_reckoning_gives(edges, origins, pairs):
    lifted = {(item, start) for item, start in pairs if start in origins}
    lifts = [lift(*pair) for pair in lifted]
    assert levels(SIZE, edges, origins, lifts) == plainly(edges, origins, lifted)


@given(EDGES, ORIGINS, PAIRS)
def test_who_taints_an_item_is_who_would_alone(edges, origins, pairs):
    lifted = {(item, start) for item, start in pairs if start in origins}
    found = taints(Provenance.of(SIZE, edges), map(origin, sorted(origins)), [lift(*pair) for pair in lifted])
    alone = {start: plainly(edges, [start], lifted) for start in origins}
    for item in range(SIZE):
        assert {o.item for o in found.by(item)} == {start for start, level in alone.items() if level[item]}


@given(EDGES, ORIGINS, EDGES, ORIGINS)
def test_more_edges_and_origins_never_free_an_item(edges, origins, more, others):
    first = Provenance.of(SIZE, edges)
    before = taints(first, map(origin, origins))
    after = taints(first.with_edges(Provenance.of(SIZE, more)), map(origin, origins | others))
    assert after.level.tolist() == levels(SIZE, edges + more, origins | others)
    assert (before.level <= after.level).all()


@given(EDGES, ORIGINS, st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_matter(edges, origins, chance):
    mixed = list(edges)
    chance.shuffle(mixed)
    assert levels(SIZE, edges, origins) == levels(SIZE, mixed, origins)


@given(EDGES, ORIGINS)
def test_every_way_told_is_a_way_that_passes_it_on(edges, origins):
    whole = Provenance.of(SIZE, edges)
    found = taints(whole, map(origin, origins))
    for item in range(SIZE):
        steps = found.explain(item)
        at, level = (steps[0].start, ITSELF) if steps else (item, found.of(item))
        assert not level or at in origins
        for step in steps:
            rule = TAINT[step.bond]
            level = passed(rule.to_target if step.forward else rule.to_source, level)
            ends = (step.start, step.end) if step.forward else (step.end, step.start)
            assert step.start == at
            assert level == step.level
            assert whole.edge(step.edge) == (ends[0], step.bond, ends[1])
            at = step.end
        assert not found.of(item) or (at, level) == (item, found.of(item))


@pytest.mark.parametrize("many", [5, 4_000])
def test_long_chains_and_broad_ones_end_alike(many):
    chain = [(i + 1, Bond.REPLIES, i) for i in range(many)]
    broad = [(many + 1 + i, Bond.QUOTES, many) for i in range(many)]
    holders = [(2 * many + 1 + i, Bond.CONTAINS, many + 1 + i) for i in range(many)]
    found = taints(Provenance.of(3 * many + 1, chain + broad + holders), [origin()])
    assert found.level.tolist() == [ITSELF] * (2 * many + 1) + [HOLDS] * many
    assert len(found.explain(3 * many)) == many + 2
