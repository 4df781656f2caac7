"""`rogatory demo --print`: the founding case day by day."""

import re
import shlex
from pathlib import Path

import pytest

from rogatory.cli import demo
from rogatory.law.corpus import Law
from tests.cli.desk import rogatory

DAY = re.compile(r"^── (.+?) ─+$", re.MULTILINE)
SCREEN = 24
"""Lines of the smallest screen in use."""


@pytest.fixture
def shown(law: Law, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    result = rogatory("demo", "--print")
    assert (result.exit_code, result.stderr) == (0, ""), law.hash
    return result.stdout


def test_each_key_date_fits_on_a_screen_and_ends_with_its_rulings(shown: str) -> None:
    parts = DAY.split(shown.partition("What you saw")[0])
    days, texts = parts[1::2], parts[2::2]
    assert days[0] == "30 September 2019"
    assert days[-1] == "16 December 2025"
    assert {day: text.count("\n") for day, text in zip(days, texts, strict=True) if text.count("\n") > SCREEN} == {}
    assert all(set("■◔◆◇○") & set(text) for text in texts)


def test_what_was_really_done_and_held_stands_beside_the_rulings(shown: str) -> None:
    assert "What then happened, on 1 October" in shown
    assert "What the court held" in shown


def test_what_to_try_next_can_be_run(shown: str) -> None:
    commands = [line.strip() for line in shown.partition("Try next")[2].splitlines() if "rogatory " in line]
    assert len(commands) >= 5
    for command in commands:
        assert rogatory(*shlex.split(command)[1:]).exit_code == 0, command


def test_an_installation_without_the_case_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "founding_case", lambda: None)
    result = rogatory("demo", "--print")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "founding.yaml" in result.stderr


def test_the_installed_package_brings_the_case_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "rogatory" / "data"
    packaged.mkdir(parents=True)
    (packaged / "founding.yaml").write_text("id: x", encoding="utf-8")
    monkeypatch.setattr(demo, "files", lambda name: tmp_path / name)
    assert demo.founding_case() == packaged / "founding.yaml"
