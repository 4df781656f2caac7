"""Reading in order: it finds early what matters, the same every time, and clears nothing."""

import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.material.cleared import Cleared
from rogatory.material.ranking import features, recall
from rogatory.material.ranking.reading import Reader


def texts(random, count, share):
    """Invented texts, and whether each is about a contract for grain."""
    told = []
    for _ in range(count):
        matters = random.random() < share
        words = [f"w{int(random.paretovariate(1)) % 500}" for _ in range(30)]
        words += random.sample(["grain", "contract", "silo", "harvest", "price", "port"], 3) if matters else []
        told.append((" ".join(words), matters))
    return told


@pytest.fixture(scope="module")
def reviewed():
    told = texts(Random(3), 300, 0.1)
    return features.rows(text for text, _ in told), [matters for _, matters in told]


def read_until(rows, wanted, share, seed=1):
    reader, answers = Reader(rows, seed), {wanted.index(True): True}
    while sum(answers.values()) < share * sum(wanted):
        answers |= {place: wanted[place] for place in reader.following(answers)}
    return answers


def test_what_matters_comes_early(reviewed):
    rows, wanted = reviewed
    assert len(read_until(rows, wanted, 0.95)) < 2.5 * sum(wanted)


def test_the_same_answers_and_seed_give_the_same_order(reviewed):
    rows, wanted = reviewed
    orders = {tuple(read_until(rows, wanted, 0.8, seed)) for seed in (7, 7, 8)}
    assert len(orders) == 2


def test_everything_is_read_once_and_then_nothing_is_left(reviewed):
    rows, wanted = reviewed
    reader = Reader(rows, 2)
    answers: dict[int, bool] = {}
    while batch := reader.following(answers):
        assert not answers.keys() & set(batch)
        assert len(batch) <= max(1, (len(answers) + len(batch)) // 300)
        answers |= {place: wanted[place] for place in batch}
    assert len(answers) == len(wanted)


def test_learning_on_step_by_step_comes_to_what_learning_at_once_does(reviewed):
    rows, wanted = reviewed
    stepwise, answers = Reader(rows, 2), {wanted.index(True): True}
    for place in range(120):
        stepwise.scores(answers)
        answers[place] = wanted[place]
    at_once = Reader(rows, 2).scores(answers)
    assert abs(stepwise.scores(answers) - at_once).max() < 0.1 * (at_once.max() - at_once.min())


def test_an_order_is_no_clearing(reviewed):
    rows, _ = reviewed
    for place in Reader(rows, 1).following({}):
        assert type(place) is int
        with pytest.raises(TypeError):
            Cleared(place, place)  # type: ignore[arg-type]


def test_without_what_it_needs_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    with pytest.raises(features.NotInstalledError, match=r"rogatory\[ranking\]"):
        features.rows(["a"])


@pytest.mark.parametrize(
    ("found", "of", "least", "most"),
    # By the tables of Clopper and Pearson for 95 %.
    [(0, 10, 0.0, 0.3085), (5, 10, 0.1871, 0.8129), (10, 10, 0.6915, 1.0), (1, 100, 0.0003, 0.0545), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_the_exact_one(found, of, least, most):
    told = recall.share(found, of)
    assert (told.least, told.most) == pytest.approx((least, most), abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_estimate_and_grows_with_confidence(sampled):
    found, of = sampled
    told, surer = recall.share(found, of), recall.share(found, of, 0.99)
    assert 0 <= surer.least <= told.least <= told.estimate <= told.most <= surer.most <= 1


def test_intervals_hold_the_truth_as_often_as_they_promise():
    random, held = Random(1), 0
    for _ in range(200):
        found = sum(random.random() < 0.9 for _ in range(80))
        told = recall.share(found, 80)
        held += told.least <= 0.9 <= told.most
    assert held >= 184


def test_recall_is_told_by_the_control_sample():
    control = {place: place < 40 for place in range(100)}
    assert recall.recall(control, frozenset(range(38))).estimate == 0.95
    assert recall.recall({1: False}, frozenset()) == recall.Share(0.0, 0.0, 1.0)


def test_what_eludes_lowers_the_recall():
    none = recall.elusion(dict.fromkeys(range(300), False), unread=10_000, found=500)
    some = recall.elusion({place: place < 6 for place in range(300)}, unread=10_000, found=500)
    assert (none.estimate, none.most) == (1.0, 1.0)
    assert none.least < 0.9
    assert some.most < none.most
    assert some.least < some.estimate == pytest.approx(500 / 700)


def test_a_sample_is_even_without_repeats_and_the_same_for_its_seed():
    drawn = recall.sample(range(1_000), 50, 4)
    assert (len(set(drawn)), drawn) == (50, recall.sample(range(1_000), 50, 4))
    assert sorted(recall.sample([3, 5], 9, 1)) == [3, 5]


@pytest.mark.parametrize(("least", "reached"), [(0.96, True), (0.94, False)])
def test_advice_leaves_the_decision_to_a_human(least, reached):
    told = recall.advise(recall.Share(0.97, least, 0.99), 0.95, read=1_200, found=400)
    assert told.reached is reached
    assert f"{least:.0%}" in told.says
    assert "1,600" in told.says
    assert told.says.endswith("Stopping is a human's decision; what is unread stays withheld.")


@pytest.mark.parametrize(("found", "of", "confidence"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0), (1, 2, 0)])
def test_what_is_no_sample_is_refused(found, of, confidence):
    with pytest.raises(ValueError, match="no sample"):
        recall.share(found, of, confidence)
