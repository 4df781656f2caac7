# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory material screen` and `rank`: what may have to be withheld, and in which order people read."""

import os
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory.cli.material import Folder, Json, _begun, _grown, _Shown, app
from rogatory.cli.opening import bytes_of
from rogatory.cli.page import Code, Page, print_json, stop

if TYPE_CHECKING:
    from rogatory.sifting.ledger.ledger import Ledger
    from rogatory.sifting.run.ranking import Ranked
    from rogatory.sifting.sealed.sealing import Seizure

__all__ = ["app"]  # with these commands in it


@app.command("screen")
def screen(
    folder: Folder,
    *,
    request: Annotated[
        str, typer.Option("--request", metavar="FILE", help="Whom and what to look for (YAML); without it as before.")
    ] = "",
    processes: Annotated[int, typer.Option("--processes", min=0, help="How many look; 0: one a processor.")] = 0,
    json: Json = False,
) -> None:
    """Look for what may have to be withheld, in all that was read: lawyers, asylum papers, sources, ill-treatment.

    What was found before stays, whatever is looked for later. That nothing is found clears nothing.
    """
    from rogatory.intake.errors import CaseFileError
    from rogatory.material.screens.format import LOOKED_FOR, read_looked_for
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.run.cluster import ClusterError
    from rogatory.sifting.run.running import run
    from rogatory.sifting.sealed.sealing import SealError, Seizure

    seizure = Seizure(folder)
    ledger = _begun(seizure)
    shown = _Shown()
    try:
        if request:
            ledger.look_for(read_looked_for(bytes_of(request, LOOKED_FOR.most_bytes), request))
        ledger.close()
        run(seizure, processes=processes, seen=shown.running, grown=_grown())
    except CaseFileError as error:
        stop(Code.BAD_INPUT, *(f"{request}: {fault}" for fault in error.faults))
    except (SealError, LedgerError, ClusterError, OSError) as error:
        shown.end()
        stop(Code.BAD_INPUT, f"looking was broken off ({error}); running it again goes on")
    shown.end()
    _found(seizure, as_json=json)


def _found(seizure: "Seizure", *, as_json: bool) -> None:

    ledger = _begun(seizure)
    found = Counter(one.value for _, one, _ in ledger.found_at())
    contents = ledger.counts().contents
    ledger.close()
    if as_json:
        print_json({"contents": contents, "screens": dict(found)})
        return
    page = Page()
    page.line(f"{contents:,} contents were looked at.")
    for name, count in found.most_common():
        page.row(f"{count:>12,}  {name}")
    page.line("A screen only withholds: where nothing was found, the four questions are still to be answered.")


@app.command("rank")
def rank(
    folder: Folder,
    *,
    question: Annotated[
        str, typer.Option("--question", metavar="QUESTION", help="privilege, scope, origin or proportionality.")
    ] = "privilege",
    answers: Annotated[
        str, typer.Option("--answers", metavar="FILE", help="What was answered so far: identifier, comma, yes or no.")
    ] = "",
    batch: Annotated[int, typer.Option("--batch", min=1, help="How many are given out at once.")] = 50,
    elusion: Annotated[int, typer.Option("--elusion", min=0, help="Draw so many from what is unread.")] = 0,
    json: Json = False,
) -> None:
    """Tell what to read next, and how much of what matters was found so far. It orders reading, and clears nothing.

    Each time a batch is given out, and beside it an even control sample that is read whatever the order says.
    """
    from rogatory.material.questions import Asked
    from rogatory.material.ranking.answers import AnswersError, read_answers
    from rogatory.material.ranking.features import NotInstalledError
    from rogatory.sifting.run.ranking import Wanted, of_contents
    from rogatory.sifting.run.ranking import rank as ranked
    from rogatory.sifting.sealed.sealing import Seizure

    questions = {asked.value: asked for asked in Asked}
    if question not in questions:
        stop(Code.BAD_INPUT, f"{question}: no question; there are {', '.join(questions)}")
    seizure = Seizure(folder)
    ledger = _begun(seizure)
    wanted = Wanted(questions[question], batch=batch, elusion=elusion)
    try:
        lines = bytes_of(answers, _LARGEST).decode("utf-8-sig").splitlines() if answers else []
        found = ranked(ledger, seizure.folder, wanted, of_contents(ledger, read_answers(lines)))
        _order(ledger, found, as_json=json)
    except (AnswersError, UnicodeDecodeError, OSError) as error:
        stop(Code.BAD_INPUT, f"{answers}: {error}")
    except NotInstalledError as error:
        stop(Code.BAD_INPUT, str(error))
    finally:
        ledger.close()


_LARGEST = 200_000_000
"""Bytes of the largest file of answers that is read."""


def _order(ledger: "Ledger", found: "Ranked", *, as_json: bool) -> None:
    lists = {"next": found.next, "control": found.control, "elusion": found.elusion}
    if as_json:
        shares = {how.value: [one.estimate, one.least, one.most] for how, one in found.shares.items()}
        print_json({**{name: list(contents) for name, contents in lists.items()}, "of": found.of, "read": found.read,
                    "found": found.found, "shares": shares})  # fmt: skip
        return
    page = Page()
    page.line(f"{found.read:,} of {found.of:,} contents with a text were given out; {found.found:,} of them matter.")
    for name, contents in lists.items():
        if contents:
            page.line(f"To be read ({name}):")
        for content in contents:
            page.row(f"{content}  {', '.join(os.fsdecode(item.path) for item in ledger.items(content=content))}")
    for how, advice in found.advice.items():
        page.line(f"{how.value}: {advice.says}")
    page.line("An order clears nothing: what is unread stays withheld, and so does what no machine could read.")
