"""docs/command-line.md and its sequels tell every command and option, and what they show can be run."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from rogatory.cli import app
from rogatory.cli.page import Code
from tests.cli.desk import rogatory

ROOT = Path(__file__).parents[2]
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("command-line*.md"))}
PAGE = "\n".join(PAGES.values())
SHOWN = re.findall(r"^ {4}\$ (rogatory .+)$", PAGE, re.MULTILINE)


def commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", {})
    for word, child in inner.items():
        yield from commands(child, f"{name} {word}".strip())
    if not inner:
        yield name, command


@pytest.mark.parametrize("name", [name for name, _ in commands(typer.main.get_command(app))])
def test_every_command_is_told_and_shown(name: str) -> None:
    assert f"rogatory {name}" in PAGE


def test_every_option_is_told() -> None:
    options = {
        word
        for _, command in commands(typer.main.get_command(app))
        for parameter in command.params
        if not getattr(parameter, "hidden", False)
        for word in parameter.opts
        if word.startswith("--")
    }
    assert len(options) > 15
    assert {word for word in options | {"--version"} if word not in PAGE} == set()


def test_every_exit_code_is_told() -> None:
    assert all(f"| {code.value} | " in PAGE for code in Code)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_in_one_sitting(name: str) -> None:
    assert PAGES[name].count("\n") <= 150


@pytest.mark.parametrize("line", SHOWN)
@pytest.mark.usefixtures("law")
def test_what_is_shown_can_be_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").symlink_to(ROOT / "cases")
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "made-up.tsv").write_text(
        "left\tright\tsame\nДана\tDana\t1\nДана\tMarat\t0\n", encoding="utf-8"
    )
    result = rogatory(*shlex.split(line, comments=True)[1:])
    assert result.exit_code == 0, result.output
