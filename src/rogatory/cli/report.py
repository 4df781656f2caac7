# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""`rogatory report`: the numbers of a period as they were published, set as PDF."""

from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.commands import Lang, LanguageName
from rogatory.cli.page import Code, Page, stop
from rogatory.cli.registry import enter
from rogatory.law.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("report")(report)


def report(
    period: Annotated[str, typer.Argument(metavar="YEAR", help="A year (2026) or a quarter (2026-Q1).")],
    *,
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="Where the PDF is written.")],
    lang: Lang = LanguageName.EN,
) -> None:
    """Write the yearly report: the public numbers of a period, as they were published.

    What was not published has no report: an auditor or the central authority publishes a period once it is over.
    """
    enter()
    from rogatory.registry.oversight.door import stands
    from rogatory.registry.public.views import report_pdf

    published, language = stands().published, Language(lang.value)
    if period not in published:
        told = ", ".join(sorted(published)) or "none"
        stop(Code.NOTHING, f"The numbers of {period} were not published. Published are: {told}.")
    data = report_pdf(published[period], language)
    try:
        Path(out).write_bytes(data)
    except OSError as error:
        stop(Code.BAD_INPUT, f"{out}: cannot be written ({error.strerror}).")
    Page().line(f"The report of {period} is in {out}.")
