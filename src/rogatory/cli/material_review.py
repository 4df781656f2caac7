# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory material screen` and `rank`: what may have to be withheld, and in which order people read."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory.cli.material import Folder, Json, _begun, _Shown, app
from rogatory.cli.opening import bytes_of
from rogatory.cli.page import Code, Page, print_json, stop

if TYPE_CHECKING:
    from rogatory.sifting.sealing import Seizure

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
    from rogatory.sifting.ledger import Ledger
    from rogatory.sifting.running import run
    from rogatory.sifting.sealing import SealError, Seizure

    seizure = Seizure(folder)
    ledger = Ledger(_begun(seizure))
    shown = _Shown()
    try:
        if request:
            ledger.look_for(read_looked_for(bytes_of(request, LOOKED_FOR.most_bytes), request))
        ledger.close()
        run(seizure, processes=processes, seen=shown.running)
    except CaseFileError as error:
        stop(Code.BAD_INPUT, *(f"{request}: {fault}" for fault in error.faults))
    except (SealError, OSError) as error:
        shown.end()
        stop(Code.BAD_INPUT, f"looking was broken off ({error}); running it again goes on")
    shown.end()
    _found(seizure, as_json=json)


def _found(seizure: "Seizure", *, as_json: bool) -> None:
    from rogatory.sifting.ledger import Ledger

    ledger = Ledger(_begun(seizure))
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
