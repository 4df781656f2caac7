"""What is printed: wrapped lines, coloured only where a person looks, and errors beside them.

Identifiers and addresses are never cut or broken, so that what is printed can be copied and searched.
"""

import json
import shutil
import sys
import textwrap
from enum import IntEnum
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from rogatory.law.formulas import Verdict

WIDTH_WHEN_PIPED = 100
"""Columns where there is no terminal to ask."""
MOST_COLUMNS = 120
"""Columns used at most: longer lines are hard to read."""

SHAPES = {
    Verdict.FORBIDDEN: "■",
    Verdict.NOT_RIPE: "◔",
    Verdict.CONDITIONAL: "◆",
    Verdict.DISCRETIONARY: "◇",
    Verdict.ALLOWED: "○",
}
"""A verdict has a word and a shape, so that it never speaks by colour alone."""
STYLES = {
    Verdict.FORBIDDEN: "bold red",
    Verdict.NOT_RIPE: "bold yellow",
    Verdict.CONDITIONAL: "bold cyan",
    Verdict.DISCRETIONARY: "bold blue",
    Verdict.ALLOWED: "bold green",
}
HEADING, QUIET = "bold", "dim"


class Code(IntEnum):
    """Exit codes."""

    DONE = 0
    """Done; for a judgment whatever the verdict."""
    NOTHING = 1
    """Nothing to judge, or nothing found: no such norm, act or object."""
    BAD_INPUT = 2
    """A file, option or value that cannot be read."""
    BAD_LAW = 3
    """The law cannot be assembled: a pack from outside is broken."""


class Page:
    """Prints paragraph after paragraph."""

    def __init__(self) -> None:
        """Ask the terminal, if there is one, for its width."""
        self._console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
        self.width = min(shutil.get_terminal_size((WIDTH_WHEN_PIPED, 24)).columns, MOST_COLUMNS)

    def line(self, text: str = "", style: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Print one paragraph.

        Args:
            text: What to print; empty for an empty line.
            style: Style of the whole paragraph.
            indent: Columns before every line.
            hang: Further columns before every line but the first.
        """
        first, rest = " " * indent, " " * (indent + hang)
        for part in textwrap.wrap(
            text, max(self.width, indent + hang + 20), initial_indent=first, subsequent_indent=rest,
            break_long_words=False, break_on_hyphens=False,
        ) or [""]:  # fmt: skip
            self._console.print(Text(part, style), soft_wrap=True)

    def row(self, text: str, style: str = "") -> None:
        """Print a row of a table as it is, neither wrapped nor cut."""
        self._console.print(Text(text.rstrip(), style), soft_wrap=True)

    def raw(self, text: str) -> None:
        """Print a document as it is."""
        typer.echo(text, nl=not text.endswith("\n"))

    def heading(self, text: str, *, indent: int = 0) -> None:
        """Print a heading, with an empty line before it."""
        self.line()
        self.line(text, HEADING, indent=indent)

    def item(self, mark: str, text: str, style: str = "", *, indent: int = 2) -> None:
        """Print a paragraph behind a mark."""
        self.line(f"{mark} {text}", style, indent=indent, hang=len(mark) + 1)


def print_json(value: Any) -> None:  # noqa: ANN401 - JSON values
    """Print JSON and nothing else."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def complain(*lines: str) -> None:
    """Say on the error stream what is wrong and how to mend it."""
    for line in lines:
        typer.echo(line, err=True)


def stop(code: Code, *lines: str) -> NoReturn:
    """Say what is wrong and leave with `code`.

    Raises:
        typer.Exit: Always.
    """
    complain(*lines)
    raise typer.Exit(code)


def verdict_head(verdict: Verdict, word: str) -> str:
    """Shape and word of a verdict."""
    return f"{SHAPES[verdict]} {word.upper()}"
