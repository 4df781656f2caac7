# ruff: noqa: PLC0415 - as in commands.py: the rules are read when the command runs
"""`rogatory deadline`: the last day of a period, counted before your eyes; or the rules there are."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import typer

from rogatory.cli.page import QUIET, Code, Page, stop
from rogatory.law.wording.language import Language


class Served(Enum):
    """How service was made."""

    HANDED = "handed"
    PRESENTED = "presented"
    POSTED = "posted"
    RECEIPTED = "receipted"
    VOID = "void"
    NOT_SERVED = "not-served"


def deadline(
    rule: Annotated[str, typer.Argument(metavar="[RULE]", help="The time limit; without it, all are listed.")] = "",
    *,
    from_: Annotated[
        str,
        typer.Option("--from", metavar="DATE", help="Day, or moment with its zone, of the event; unknown without it."),
    ] = "",
    served: Annotated[Served, typer.Option("--served", help="How service was made.")] = Served.HANDED,
    received: Annotated[
        str, typer.Option("--received", metavar="DATE", help="Day on which a posted letter is shown to have come.")
    ] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Say how it stands on this day.")] = "",
    lang: Annotated[Language, typer.Option("--lang", help="Language of the text.")] = Language.EN,
) -> None:
    """Count a time limit from a day and say every step with its source. Nothing is stored, and no clock is read."""
    from rogatory.law.time_limits import computing, deadline, rules, wording

    page = Page()
    if not rule:
        for known in rules.RULES.values():
            page.item(known.id, wording.rule_said(known, lang), indent=0)
        return
    how = deadline.How("on-the-day" if served is Served.HANDED else served.value)
    began, came, asked = _when(from_, "--from"), _when(received, "--received"), _when(as_of, "--as-of")
    try:
        found = computing.limit(rules.rule(rule), deadline.Event(began, how, came))
    except ValueError as error:
        stop(Code.BAD_INPUT, f"{error}.")
    for line in wording.explain(found, lang):
        page.line(line, hang=2)
    if asked is not None:
        page.line(f"{wording.day_said(asked, lang)}: {wording.state_said(found.state(asked), lang)}", QUIET)


def _when(text: str, option: str) -> date | datetime | None:
    """The day or moment given to `option`; None if none was."""
    try:
        return (datetime if "T" in text else date).fromisoformat(text) if text else None
    except ValueError as error:
        stop(Code.BAD_INPUT, f"{option} {text}: {error}; write 2026-11-30, or 2026-11-30T10:20+01:00.")
