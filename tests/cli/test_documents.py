"""The documents of a case, made without an office."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rogatory.cli import app

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "docs" / "examples" / "founding-documents.yaml"
FOUNDING = str(ROOT / "cases" / "founding.yaml")


def made(out: Path, *more: str):
    return CliRunner().invoke(app, ["documents", FOUNDING, "--out", str(out), "--at", "2025-12-16", *more])


def test_the_founding_case_has_its_whole_set(tmp_path):
    ran = made(tmp_path, "--with", str(FACTS), "--language", "fr", "--language", "ru")
    assert ran.exit_code == 0, ran.output
    kinds = {path.name.removesuffix(".pdf") for path in tmp_path.glob("*.pdf")}
    letters = ("acknowledgement", "refusal", "notice-to-person", "notice-to-counsel", "consultation-of-bar")
    decisions = ("decision", "decision-for-requesting-state")
    assert kinds == {f"{kind}.fr" for kind in (*letters, *decisions)} | {"notice-to-person.ru"}
    assert {path.name.removesuffix(".docx") for path in tmp_path.glob("*.docx")} == kinds


@pytest.mark.parametrize(
    "text", ["[1, 2", "- a list", "letters: {nothing-like-it: {}}", "choices: {search: {outcome: x}}"]
)
def test_facts_that_cannot_be_read_are_told(tmp_path, text):
    facts = tmp_path / "facts.yaml"
    facts.write_text(text, "utf-8")
    ran = made(tmp_path, "--with", str(facts), "--language", "en")
    assert ran.exit_code == 2, ran.output
    assert str(facts) in ran.output.replace("\n", "")
