"""docs/pace-2509.md: every norm, act, address and test it names is there, and no norm of the Resolution is left out."""

import ast
import csv
import re
from functools import cache

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import Act
from rogatory.law.norms import Norm
from rogatory.law.packs import pace
from rogatory.office import filing
from tests.docs.markdown import DOCS, ROOT, read, rows

PAGE = DOCS / "pace-2509.md"
NAMED = re.compile(r"`([^`]+)`")
FOUNDING = ("15.1", "15.3", "17.4", "17.7", "17.11")
"""The points the founding document names."""


def traced(heading: str) -> list[list[list[str]]]:
    """The rows under a heading, each cell as the names in it."""
    return [[NAMED.findall(cell) or [cell] for cell in row] for row in rows(read(PAGE), heading)]


POINTS, OTHERS, BEHIND = (
    traced(f"## {heading}")
    for heading in ("The points", "Points whose number was not seen", "What stands behind a point")
)
NORMS = {norm.id: norm for norm in law_in_force().norms}
ACTS = {act.id for act in vars(filing).values() if isinstance(act, Act)} | set(filing.EVERY_ACT)


@cache
def functions_of(place: str) -> frozenset[str]:
    tree = ast.parse((ROOT / place).read_text("utf-8"))
    return frozenset(n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))


def routes() -> set[str]:
    with (ROOT / "tests" / "registry" / "access" / "routes.csv").open(encoding="utf-8") as file:
        return {row[0] for row in csv.reader(file) if row and not row[0].startswith("#")}


def test_each_point_the_founding_document_names_is_traced():
    assert {point for [point], *_ in POINTS} >= set(FOUNDING)


def test_no_norm_of_the_resolution_is_left_out():
    held = {norm.id for norm in vars(pace).values() if isinstance(norm, Norm) and "2509" in norm.id}
    assert {norm for _, _, norms, *_ in (*POINTS, *OTHERS) for norm in norms} == held


@pytest.mark.parametrize("row", [*POINTS, *OTHERS], ids=lambda row: row[2][0])
def test_a_norm_bears_on_the_acts_beside_it(row):
    [point], _, norms, acts, *_ = row
    for norm in norms:
        assert set(acts) <= {act.id for act in NORMS[norm].bears_on}
        assert point == "–" or point in str(NORMS[norm].source)


def test_every_act_address_and_test_is_there():
    for *_, acts, pages, tests in (*POINTS, *OTHERS, *BEHIND):
        assert set(acts) <= ACTS
        assert set(pages) <= routes()
        for test in tests:
            place, _, name = test.partition("::")
            assert name in functions_of(place), test
