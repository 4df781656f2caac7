"""Rulings on real cases, as approved text: a change of law or wording shows as a difference to read.

`make approve` rewrites them; the reviewer then reads `git diff`.
"""

import os
from pathlib import Path

import pytest

from rogatory.decision.bench import Sitting, judge_case
from rogatory.intake.reading import read_case
from rogatory.law.conditions import Atom
from rogatory.law.explanation import Reason
from rogatory.law.ruling import Ruling

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).parent / "texts"
APPROVE = os.environ.get("ROGATORY_APPROVE") == "1"
DECIDED = (
    "saadi-v-italy", "othman-v-uk", "dean-v-lord-advocate", "puzan-v-ukraine", "romeo-castano-v-belgium",
    "puigdemont-olg-schleswig", "elgizouli-uksc", "al-araibi-thailand",
)  # fmt: skip
CASES = {"founding": "cases/founding.yaml"} | {name: f"cases/decided/{name}.yaml" for name in DECIDED}


def leaves(reason: Reason) -> str:
    found = []
    for leaf in reason.responsible().leaves():
        if isinstance(leaf.condition, Atom):
            found.append(f"{'not ' if leaf.denied else ''}{leaf.condition.slot}")
    return ", ".join(dict.fromkeys(found))


def text(ruling: Ruling) -> str:
    lines = [f"## {ruling.act.id} ({ruling.object}) on {ruling.at}: {ruling.verdict.word}", ""]
    lines += [
        f"- {n.norm.id}: {n.state}, {n.norm.effect.value}, {n.norm.basis.value}, {n.norm.check.value};"
        f" {leaves(n.because)}\n  {n.norm.source}"
        for n in ruling.leading()
    ]
    lines += [f"- condition ({'kept' if c.obtained else 'to obtain'}): {c.text} [{c.norm}]" for c in ruling.conditions]
    lines += [f"- question: {q.slot} {q.person}".rstrip() for q in ruling.questions]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_the_rulings_are_as_approved(law, name):
    path = ROOT / CASES[name]
    case = read_case(path.read_bytes(), path.name)
    made = f"# {case.title}\n\n" + "\n".join(text(r) for r in judge_case(law, case, Sitting()))
    file = TEXTS / f"{name}.md"
    if APPROVE:
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8"), "run `make approve`, then read the difference"


@pytest.mark.parametrize("name", CASES)
def test_the_same_file_gives_the_same_bytes(law, name):
    path = ROOT / CASES[name]
    case = read_case(path.read_bytes(), path.name)
    once, again = (judge_case(law, case, Sitting()) for _ in range(2))
    assert [r.hash for r in once] == [r.hash for r in again]
