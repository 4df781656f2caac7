"""The approved situations of every norm and legal test still come out as approved, and each leaf matters in one."""

import os
from functools import cache
from pathlib import Path

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.conditions import Test, walk
from rogatory.law.packs import Pack
from rogatory.law.packs.library import BUILT_IN
from tests.norms.mutants import of_condition, of_norm
from tests.norms.search import leaf_name, leaves, value_of
from tests.norms.tables import Row, differs, formulas_of, grounded, read_row, row_of, rows_of_norm, rows_of_test, word

FOLDER = Path(__file__).parents[2] / "src/rogatory/deployment/situations"
SURVIVORS = Path(__file__).parent / "survivors.txt"
"""Mutants no approved situation tells from the norm, each explained in docs/norm-tests.md."""
APPROVE = os.environ.get("ROGATORY_APPROVE") == "1"
LAW = law_in_force()
TESTS = "legal-tests"
EVERY = int(os.environ.get("ROGATORY_MUTANTS_EVERY", "12"))
"""Of how many mutants one is tried here; 1 tries them all (`make mutants`)."""
PACKS = pytest.mark.parametrize("pack", BUILT_IN, ids=[p.id for p in BUILT_IN])


@cache
def legal_tests() -> tuple[Test, ...]:
    """Every legal test the norms in force name, each once, by identifier."""
    found: dict[str, Test] = {}
    for norm in LAW.norms:
        for _, formula in formulas_of(norm):
            for node in walk(formula):
                if isinstance(node, Test):
                    found.setdefault(node.id, node)
    return tuple(found[k] for k in sorted(found))


@cache
def approved(name: str) -> dict[str, tuple[Row, ...]]:
    """The approved rows of a file, by norm or test."""
    rows: dict[str, list[Row]] = {}
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        row = read_row(line)
        rows.setdefault(row.norm, []).append(row)
    return {k: tuple(v) for k, v in rows.items()}


def approve(name: str, rows: list[Row]) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.txt").write_text("".join(f"{r.text}\n" for r in rows), "utf-8")
    approved.cache_clear()


@PACKS
def test_every_norm_says_in_every_approved_situation_what_was_approved(pack):
    if APPROVE:
        approve(pack.id, [r for norm in pack.norms for r in rows_of_norm(LAW, norm)])
    rows = approved(pack.id)
    assert set(rows) <= {n.id for n in pack.norms}, "run `make approve`, then read the difference"
    for norm in pack.norms:
        for row in rows.get(norm.id, ()):
            assert row_of(LAW, grounded(norm), row.leaf, row.given).text == row.text


@PACKS
def test_every_leaf_of_every_norm_is_shown_to_matter_alone(pack):
    rows = approved(pack.id)
    for norm in pack.norms:
        shown = {r.leaf for r in rows.get(norm.id, ())}
        for part, formula in formulas_of(grounded(norm)):
            for leaf in leaves(formula):
                for side in ("on", "off"):
                    assert f"{part} {leaf_name(leaf)} {side}" in shown, norm.id


def test_every_legal_test_says_what_was_approved_and_each_of_its_leaves_matters_alone():
    if APPROVE:
        approve(TESTS, [r for test in legal_tests() for r in rows_of_test(test)])
    rows = approved(TESTS)
    assert set(rows) == {t.id for t in legal_tests()}
    for test in legal_tests():
        for row in rows[test.id]:
            assert word(value_of(test.body, row.given)) == row.says, row.text
        shown = {r.leaf for r in rows[test.id]}
        for leaf in leaves(test.body):
            assert {f"{leaf_name(leaf)} on", f"{leaf_name(leaf)} off"} <= shown, test.id


def survivors(pack: Pack, every: int) -> tuple[int, list[str]]:
    """Mutants tried, and those no approved situation tells from the norm."""
    tried, alive = 0, []
    for norm in pack.norms:
        rows = approved(pack.id).get(norm.id, ())
        for n, (what, mutant) in enumerate(of_norm(grounded(norm))):
            if n % every == 0:
                tried += 1
                if not any(differs(LAW, r, mutant) for r in rows):
                    alive.append(f"{norm.id}: {what}")
    return tried, alive


def survivors_of_tests(every: int) -> tuple[int, list[str]]:
    """The same for legal tests."""
    tried, alive = 0, []
    for test in legal_tests():
        for n, (what, body) in enumerate(of_condition(test.body)):
            if n % every == 0:
                tried += 1
                if all(word(value_of(body, r.given)) == r.says for r in approved(TESTS)[test.id]):
                    alive.append(f"{test.id}: {what}")
    return tried, alive


def known() -> set[str]:
    return set(SURVIVORS.read_text("utf-8").splitlines())


@PACKS
def test_mutants_of_norms_are_killed(pack):
    tried, alive = survivors(pack, EVERY)
    assert not set(alive) - known(), f"{len(alive)} of {tried} survive"


def test_mutants_of_legal_tests_are_killed():
    tried, alive = survivors_of_tests(EVERY)
    assert not set(alive) - known(), f"{len(alive)} of {tried} survive"


def main() -> None:
    """Try every mutant, print the count, and write the survivors down."""
    counts = [survivors(pack, 1) for pack in BUILT_IN]
    tested = survivors_of_tests(1)
    alive = [name for _, names in counts for name in names]
    tried = sum(n for n, _ in counts)
    print(f"norms: {tried} mutants, {len(alive)} survive, {1 - len(alive) / tried:.2%} killed")
    print(f"legal tests: {tested[0]} mutants, {len(tested[1])} survive, {1 - len(tested[1]) / tested[0]:.2%} killed")
    SURVIVORS.write_text("".join(f"{name}\n" for name in sorted({*alive, *tested[1]})), "utf-8")


if __name__ == "__main__":
    main()
