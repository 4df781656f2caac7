"""What is printed: wrapped lines, coloured only where a person looks, and errors beside them.

Identifiers and addresses are never cut or broken, so that what is printed can be copied and searched.
"""

import json
import re
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

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters with which a file could steer the terminal, or turn round what is read."""


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


def printable(text: str) -> str:
    """The text with every character that could steer the terminal replaced; case files come from strangers."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


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
            printable(text), max(self.width, indent + hang + 20), initial_indent=first, subsequent_indent=rest,
            break_long_words=False, break_on_hyphens=False,
        ) or [""]:  # fmt: skip
            self._console.print(Text(part, style), soft_wrap=True)

    def row(self, text: str, style: str = "") -> None:
        """Print a row of a table as it is, neither wrapped nor cut."""
        self._console.print(Text(printable(text).rstrip(), style), soft_wrap=True)

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
    text = json.dumps(value, ensure_ascii=False, indent=2)
    typer.echo(_UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def complain(*lines: str) -> None:
    """Say on the error stream what is wrong and how to mend it."""
    for line in lines:
        typer.echo(printable(line), err=True)


def progress(done: int, of: int) -> None:
    """Show on a terminal how far the work is; none of none wipes the line. Nobody who pipes the output sees it."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done} of {of}" if of else "\r" + " " * 20 + "\r", err=True, nl=False)


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
