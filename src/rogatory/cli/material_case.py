# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory material seal-for`, `open-for`, `run-for`: the same for a case of the office on this machine.

The receipt of the seal is an entry of the registry's journal, and nothing is read before an act opens the seal.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory.cli.material import Json, _Shown, _status
from rogatory.cli.material_review import app
from rogatory.cli.page import Code, Page, print_json, stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rogatory.office.errors import Obstacle

__all__ = ["app"]  # with these commands in it

_Case = Annotated[str, typer.Argument(metavar="CASE", help="Number of the case.")]
_Seizure = Annotated[str, typer.Argument(metavar="SEIZURE", help="What it is called in the case: S-1, S-2.")]
_As = Annotated[str, typer.Option("--as", metavar="E-MAIL", help="Who does it: address of an account.")]


def _enter(as_: str = "") -> str:
    """Load the registry, and find who acts; empty: nobody in particular."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()
    from rogatory.registry.accounts.models import Account

    if not as_:
        return ""
    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")
    return str(account.public_id)


@app.command("seal-for")
def seal_for(
    case: _Case,
    seizure: _Seizure,
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Folders and files that were seized.")],
    *,
    as_: _As,
    holder: Annotated[
        str, typer.Option("--holder", metavar="WHO", help="Who it was taken from: a person of the case, or in words.")
    ],
    json: Json = False,
) -> None:
    """Seal what was seized for a case of this office; the entry in its journal is the receipt.

    Broken off at any moment, it goes on where it was when it is run again with the same words.
    """
    account = _enter(as_)
    from rogatory.office.errors import FormError
    from rogatory.registry.cases.door import NoSuchCaseError
    from rogatory.registry.review.sealing import SealBarredError, seal
    from rogatory.registry.review.shelf import NoSuchSeizureError
    from rogatory.sifting.sealed.sealing import SealError

    shown = _Shown()
    try:
        sealed, receipt = seal(account, case, seizure, sources, holder=holder,
                               seen=lambda at: shown.bytes(at.entries, at.volume, at.path))  # fmt: skip
    except SealBarredError as error:
        shown.end()
        _barred(error.obstacles)
    except NoSuchCaseError:
        shown.end()
        stop(Code.BAD_INPUT, f"{case}: there is no such case for you.")
    except (SealError, FormError, NoSuchSeizureError) as error:
        shown.end()
        stop(Code.BAD_INPUT, str(error))
    shown.end()
    if json:
        print_json({"seizure": sealed.seizure, "root": sealed.root.hex(), "entries": sealed.size,
                    "bytes": sealed.volume, "unreadable": sealed.unreadable, "receipt": receipt.place})  # fmt: skip
        return
    page = Page()
    page.line(f"{sealed.size:,} entries with {sealed.volume:,} bytes.")
    page.line(f"Root of the manifest: {sealed.root.hex()}")
    page.line(f"Acknowledged by entry {receipt.place} of {receipt.journal}.")


@app.command("open-for")
def open_for(
    case: _Case,
    seizure: _Seizure,
    *,
    as_: _As,
    present: Annotated[str, typer.Option("--present", help="Who was there, as the delegate of the bar.")],
    ground: Annotated[str, typer.Option("--ground", help="The decision or provision by which it may be read.")],
) -> None:
    """Open the seal of a seizure, as investigating judge or court; only then it may be read."""
    account = _enter(as_)
    from rogatory.law.acts import OPEN_SEAL
    from rogatory.office.errors import FormError, UnknownObjectError
    from rogatory.office.perform import Barred
    from rogatory.registry.cases import door

    try:
        seen = door.look(account, case)[0].head
        form = {"present": present, "ground": ground}
        outcome = door.do(account, OPEN_SEAL.id, case, seizure, form, seen=seen)
    except door.NoSuchCaseError:
        stop(Code.BAD_INPUT, f"{case}: there is no such case for you.")
    except (FormError, UnknownObjectError) as error:
        stop(Code.BAD_INPUT, str(error))
    if isinstance(outcome.result, Barred):
        _barred(outcome.result.obstacles)
    Page().line(f"Opened by entry {outcome.seq}. It is read with: rogatory material run-for {case} {seizure}")


@app.command("run-for")
def run_for(
    case: _Case,
    seizure: _Seizure,
    *,
    processes: Annotated[int, typer.Option("--processes", min=0, help="How many read; 0: one a processor.")] = 0,
    ocr: Annotated[bool, typer.Option("--ocr/--no-ocr", help="Whether letters are read off pictures.")] = True,
    json: Json = False,
) -> None:
    """Read a seizure of a case whose seal was opened; it refuses every other one."""
    _enter()
    from rogatory.registry.review.reading import read
    from rogatory.registry.review.shelf import place
    from rogatory.sifting.budget import Budget
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.run.cluster import ClusterError
    from rogatory.sifting.sealed.sealing import SealError

    shown = _Shown()
    try:
        read(case, seizure, processes=processes or os.cpu_count() or 1, budget=Budget(ocr=ocr), seen=shown.running)
    except (SealError, LedgerError, ClusterError, OSError) as error:
        shown.end()
        stop(Code.BAD_INPUT, str(error))
    shown.end()
    _status(place(case, seizure), as_json=json)


def _barred(obstacles: "Sequence[Obstacle]") -> None:
    stop(Code.NOTHING, "Not done, and recorded:", *(f"{one.text} ({one.source})" for one in obstacles))
