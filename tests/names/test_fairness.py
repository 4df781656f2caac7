"""One bar for every script: names are found alike in each, and brothers and sisters told apart alike in each.

The worst group gates, not the mean. The table of `docs/names.md` is the one measured here.
"""

from collections.abc import Iterator

import pytest

from rogatory.names.compare import compare
from rogatory.names.likeness import BAR
from rogatory.names.measuring import Labelled, Measured, Scored, measure
from tests.docs.markdown import DOCS, read, rows
from tests.names.pairs import groups, pairs

RECALL, ALERTS, GAP = 0.95, 0.03, 0.05
"""In any group: the least share of one person's names found, the greatest of siblings taken for one person."""


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    scored: dict[str, list[Scored]] = {name: [] for name in groups()}
    for pair in pairs():
        likeness = compare(pair.left, pair.right)
        scored[pair.group].append(Scored(Labelled(pair.left, pair.right, pair.same), likeness.score, pair.group))
    return {name: measure(found, BAR) for name, found in scored.items()}


def test_the_names_of_each_group_are_found(measured):
    assert {name: found.recall for name, found in measured.items() if found.recall < RECALL} == {}


def test_brothers_and_sisters_are_told_apart_in_each_group(measured):
    assert {name: found.alerts for name, found in measured.items() if found.alerts > ALERTS} == {}


def test_no_group_is_found_much_worse_than_another(measured):
    recalls = [found.recall for found in measured.values()]
    assert max(recalls) - min(recalls) <= GAP


def test_each_group_has_enough_pairs_to_say_anything(measured):
    assert min(found.positives for found in measured.values()) >= 20
    assert min(found.pairs - found.positives for found in measured.values()) >= 50


def shown() -> Iterator[tuple[str, ...]]:
    """The rows of the fairness table of the page."""
    known = set(groups())
    return (tuple(cells[:5]) for cells in rows(read(DOCS / "names.md")) if cells[0] in known)


def test_the_page_shows_what_is_measured(measured):
    told = [
        (
            name,
            str(found.positives),
            f"{found.recall:.2f}",
            str(found.pairs - found.positives),
            f"{found.alerts:.3f}",
        )
        for name, found in measured.items()
    ]
    assert list(shown()) == told
