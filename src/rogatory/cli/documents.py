"""The command that makes the documents of a case without an office: decision, text for the state that asks, letters."""

from pathlib import Path
from typing import Annotated

import typer


def documents(
    case: Annotated[str, typer.Argument(metavar="CASE.yaml", help="The case file.")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder in which the documents are written.")],
    with_: Annotated[
        str,
        typer.Option("--with", metavar="FILE.yaml", help="What no case file holds: choices, letters."),
    ] = "",
    languages: Annotated[
        list[str] | None,
        typer.Option("--language", metavar="LANGUAGE", help="en, fr, nl or ru; all if left out."),
    ] = None,
    at: Annotated[
        str, typer.Option("--at", metavar="DAY", help="Day of judging; the file's last day if left out.")
    ] = "",
) -> None:
    """Make the documents of a case, each as PDF and DOCX: decision, text for the requesting state, letters.

    They are drafts, and are printed as such. The decision is made from the rulings of the day, and decides only what
    the file named by --with says that a human decided. Only the letters are written whose facts that file holds.
    """
    from rogatory.cli.making import make  # noqa: PLC0415 - as in commands.py

    make(case, out, with_, languages, at)
