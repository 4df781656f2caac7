"""The approved situations of every norm and legal test still come out as approved, and each leaf matters in one."""

import os
from pathlib import Path

import pytest

from rogatory.decision.law_in_force import law_in_force
from rogatory.law.conditions import Test, walk
from rogatory.law.formulas import bearing
from rogatory.law.packs import Pack
from rogatory.law.packs.library import BUILT_IN
from tests.norms.mutants import of_condition, of_norm
from tests.norms.tables import Row, _acts, alone, grounded, row, rows_of_norm, rows_of_test, value_of

FOLDER = Path(__file__).parents[2] / "src/rogatory/decision/situations"
APPROVE = os.environ.get("ROGATORY_APPROVE") == "1"
LAW = law_in_force()
TESTS = "legal-tests"
EVERY = int(os.environ.get("ROGATORY_MUTANTS_EVERY", "9"))
"""Of how many mutants one is tried here; 1 tries them all (`python -m bench mutants`)."""


def legal_tests() -> list[Test]:
    """Every legal test the norms in force name, each once, by identifier."""
    found: dict[str, Test] = {}
    for norm in LAW.norms:
        parts = [norm.when, *(u.when for u in norm.unless), *([norm.fulfilled] if norm.fulfilled is not None else [])]
        if norm.cure is not None:
            parts += [norm.cure.met, *([norm.cure.failed] if norm.cure.failed is not None else [])]
        for part in parts:
            for node in walk(part):
                if isinstance(node, Test):
                    found.setdefault(node.id, node)
    return [found[k] for k in sorted(found)]


def computed(pack: Pack | None) -> list[Row]:
    if pack is None:
        return [r for test in legal_tests() for r in rows_of_test(test)]
    return [r for norm in pack.norms for r in rows_of_norm(LAW, norm)]


@pytest.mark.parametrize("pack", [None, *BUILT_IN], ids=[TESTS, *(p.id for p in BUILT_IN)])
def test_situations_come_out_as_approved_and_every_leaf_matters_alone(pack):
    rows = computed(pack)
    file = FOLDER / f"{pack.id if pack else TESTS}.txt"
    text = "".join(f"{r.text}\n" for r in rows)
    if APPROVE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert file.read_text("utf-8").splitlines() == text.splitlines(), "run `make approve`, then read the difference"
    assert not [r.text for r in rows if "NOT SHOWN" in r.leaf]


def survivors(pack: Pack, every: int) -> tuple[int, list[str]]:
    """Mutants tried, and those no approved situation tells from the norm."""
    tried, alive = 0, []
    for norm in pack.norms:
        rows = list(rows_of_norm(LAW, norm))
        for n, (what, mutant) in enumerate(of_norm(grounded(norm))):
            if n % every:
                continue
            tried += 1
            if not any(differs(r, mutant) for r in rows):
                alive.append(f"{norm.id}: {what}")
    return tried, alive


def differs(approved: Row, mutant) -> bool:
    applies = bearing(mutant, mutant.bears_on[0]).applies
    programs = {act.id: alone(LAW, mutant, act) for act in _acts(mutant)}
    again = row(mutant, "", approved.leaf, approved.given, applies, programs)
    return (again.says, again.verdicts, again.done) != (approved.says, approved.verdicts, approved.done)


@pytest.mark.parametrize("pack", BUILT_IN, ids=[p.id for p in BUILT_IN])
def test_mutants_of_norms_are_killed(pack):
    tried, alive = survivors(pack, EVERY)
    assert not set(alive) - KNOWN_SURVIVORS, f"{len(alive)} of {tried} survive"


def test_mutants_of_legal_tests_are_killed():
    alive = []
    for test in legal_tests():
        rows = list(rows_of_test(test))
        for n, (what, body) in enumerate(of_condition(test.body)):
            if n % EVERY:
                continue
            words = {3: "true", 1: "unknown", 0: "false"}
            if all(words[value_of(body, r.given)] == r.says for r in rows):
                alive.append(f"{test.id}: {what}")
    assert not set(alive) - KNOWN_SURVIVORS


KNOWN_SURVIVORS: set[str] = set()
"""Mutants that are the same norm in other words, each explained in docs/norm-tests.md."""
