# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory material`: seal what was seized, read it, and see what is left to look at."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory.cli.page import Code, Page, print_json, printable, stop

if TYPE_CHECKING:
    from rogatory.sifting.ledger.ledger import Ledger
    from rogatory.sifting.run.running import Grown, Running
    from rogatory.sifting.sealed.sealing import Seizure

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What was seized: sealed, read, looked at.")

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder in which the seizure is kept.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


@app.command("seal")
def seal(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder in which the seizure is kept, or will be.")],
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Folders and files that were seized.")],
    *,
    ident: Annotated[str, typer.Option("--id", metavar="ID", help="Identifier of the seizure.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who has it in hand; stands in the custody.")] = "",
    json: Json = False,
) -> None:
    """Read everything once into a read-only store, list it in a manifest, and write its root into the custody.

    Nothing is opened. Broken off at any moment, it goes on where it was when it is run again with the same words.
    """
    from rogatory.material.sealed import Step
    from rogatory.sifting.sealed.custody import BrokenChainError, Chain
    from rogatory.sifting.sealed.sealing import SealError, Seizure
    from rogatory.sifting.sealed.sealing import seal as make

    seizure = Seizure(folder)
    chain = Chain(seizure.custody, _now)
    shown = _Shown()
    try:
        if not chain.events():
            chain.record(ident, Step.RECEIVED, by=by, says=", ".join(map(str, sources)))
        sealed, receipt = make(
            seizure, ident, sources, chain.acknowledge, seen=lambda at: shown.bytes(at.entries, at.volume, at.path)
        )
    except (SealError, BrokenChainError) as error:
        shown.end()
        stop(Code.BAD_INPUT, str(error))
    shown.end()
    if json:
        print_json({"seizure": ident, "root": sealed.root.hex(), "entries": sealed.size, "files": sealed.files,
                    "bytes": sealed.volume, "unreadable": sealed.unreadable, "receipt": receipt.place})  # fmt: skip
        return
    page = Page()
    page.line(f"{sealed.size:,} entries, {sealed.files:,} of them files with {sealed.volume:,} bytes.")
    if sealed.unreadable:
        page.line(f"{sealed.unreadable:,} could not be read: find out why before the seizure is taken for complete.")
    page.line(f"Root of the manifest: {sealed.root.hex()}")
    page.line(f"Acknowledged as event {receipt.place} of {receipt.journal}.")


@app.command("verify")
def verify(folder: Folder) -> None:
    """Read every content again and compare it with the manifest, and the manifest with what was acknowledged."""
    from rogatory.material.sealed import ManifestError, Step
    from rogatory.sifting.run.destroying import gone_from
    from rogatory.sifting.sealed.custody import BrokenChainError, Chain
    from rogatory.sifting.sealed.sealing import SealError, Seizure
    from rogatory.sifting.sealed.store import DamagedError

    seizure = Seizure(folder)
    damaged, read = [], 0
    try:
        receipt = seizure.opened()
        chain = Chain(seizure.custody, _now)
        chain.events()
        gone = gone_from(seizure)
        if any(one.whole for one in gone):
            stop(Code.NOTHING, f"It was destroyed as a whole: certificate {gone[-1].certificate}.")
        missing = frozenset[str]().union(*(one.contents for one in gone))
        for entry in seizure.entries():
            if entry.content and entry.content.sha256 not in missing:
                read += 1
                try:
                    seizure.store.check(entry.content)
                except DamagedError as error:
                    damaged.append(f"{os.fsdecode(entry.path)}: {error}")
    except (SealError, ManifestError, BrokenChainError) as error:
        stop(Code.BAD_INPUT, str(error))
    if damaged:
        stop(Code.NOTHING, *map(printable, damaged))
    chain.record(receipt.seizure, Step.VERIFIED, root=receipt.root)
    page = Page()
    page.line(f"{read:,} files are as they were sealed.")
    for one in gone:
        page.line(f"{len(one.contents):,} contents were destroyed: certificate {one.certificate}.")


@app.command("run")
def run(
    folder: Folder,
    *,
    processes: Annotated[int, typer.Option("--processes", min=0, help="How many read; 0: one a processor.")] = 0,
    ocr: Annotated[bool, typer.Option("--ocr/--no-ocr", help="Whether letters are read off pictures.")] = True,
    json: Json = False,
) -> None:
    """Open what was sealed and read it, each content in a process that can be killed.

    Broken off at any moment, it goes on where it was. What could not be read is not lost: `status` tells what it is.
    """
    from rogatory.sifting.budget import Budget
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.run.cluster import ClusterError
    from rogatory.sifting.run.running import run as work
    from rogatory.sifting.sealed.sealing import SealError, Seizure

    shown = _Shown()
    try:
        work(Seizure(folder), processes=processes, budget=Budget(ocr=ocr), seen=shown.running,
             grown=_grown())  # fmt: skip
    except (SealError, LedgerError, ClusterError, OSError) as error:
        shown.end()
        stop(Code.BAD_INPUT, f"reading was broken off ({error}); what was read is kept, and running it again goes on")
    shown.end()
    _status(folder, as_json=json)


@app.command("status")
def status(folder: Folder, *, json: Json = False) -> None:
    """Tell how far reading is, and what somebody must look at."""
    _status(folder, as_json=json)


@app.command("retry")
def retry(
    folder: Folder,
    *,
    stage: Annotated[str, typer.Option("--stage", metavar="STAGE", help="From this stage on.")] = "identify",
    state: Annotated[str, typer.Option("--state", metavar="STATE", help="Where it, or one after it, ended so.")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="WORD", help="Only kinds that hold this word, as pdf.")] = "",
    older: Annotated[
        bool, typer.Option("--older-than-version", help="Only where an older version of the stage did it.")
    ] = False,
) -> None:
    """Have contents read again with the next run: by how a stage ended, by kind, by the version that did it."""
    from rogatory.material.items import State
    from rogatory.sifting.sealed.sealing import Seizure
    from rogatory.sifting.stages import Stage

    stages, states = {one.value: one for one in Stage}, {one.value: one for one in State}
    if stage not in stages:
        stop(Code.BAD_INPUT, f"{stage}: no stage; there are {', '.join(stages)}")
    if state and state not in states:
        stop(Code.BAD_INPUT, f"{state}: no state; there are {', '.join(states)}")
    if not (state or kind or older):
        stop(Code.BAD_INPUT, "say which: --state, --kind or --older-than-version")
    ledger = _begun(Seizure(folder))
    count = ledger.retry(stages[stage], state=states.get(state), kind=kind, older=older)
    ledger.close()
    Page().line(f"{count:,} will be read again by `rogatory material run`.")


@app.command("search")
def search(
    folder: Folder,
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words a text must hold, all of them.")],
) -> None:
    """Find contents by the words of their text, and tell where they lay."""
    from rogatory.sifting.sealed.sealing import Seizure

    seizure = Seizure(folder)
    ledger = _begun(seizure)
    found = ledger.search(" ".join(words))
    page = Page()
    for content in found:
        page.row(f"{content}  {', '.join(os.fsdecode(item.path) for item in ledger.items(content=content))}")
    ledger.close()
    if not found:
        stop(Code.NOTHING, "no text that was read holds these words; what could not be read may")


@app.command("export")
def export(  # noqa: PLR0913 - a command has an argument for each option
    folder: Folder,
    items: Annotated[
        list[str] | None, typer.Argument(metavar="ITEM...", help="Identifiers of items; without any, all.")
    ] = None,
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder to write; it must not be there yet.")],
    names: Annotated[
        bool,
        typer.Option("--names", help="With names and kinds, for the person concerned: they tell what an item says."),
    ] = False,
    language: Annotated[str, typer.Option("--lang", metavar="LANG", help="Of the plain words: en, fr or nl.")] = "en",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who gives it out; stands in the custody.")] = "",
    json: Json = False,
) -> None:
    """Write the inventory: what was taken, item by item, and what could not be read. Never what stands in it."""
    from rogatory.material.items import ItemId
    from rogatory.material.sealed import ManifestError, Step
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.run.listing import give
    from rogatory.sifting.sealed.custody import BrokenChainError, Chain
    from rogatory.sifting.sealed.sealing import SealError, Seizure

    if language not in ("en", "fr", "nl"):
        stop(Code.BAD_INPUT, f"--lang {language}: there are en, fr and nl")
    seizure = Seizure(folder)
    try:
        chain = Chain(seizure.custody, _now)
        chain.events()
        given = give(seizure, to, [ItemId(one) for one in items or ()], names=names, language=language,
                     address=os.environ.get("ROGATORY_LEDGER", ""))  # fmt: skip
        says = f"{given.items:,} items, {'with' if names else 'without'} names; SHA-256 {given.digest}"
        chain.record(seizure.ident(), Step.LISTED, by=by, root=seizure.sealed().root, says=says)
    except (SealError, ManifestError, BrokenChainError, LedgerError, OSError) as error:
        stop(Code.BAD_INPUT, str(error))
    if json:
        print_json({"items": given.items, "failures": given.failures, "sha256": given.digest})
        return
    page = Page()
    page.line(f"{given.items:,} items; {given.failures:,} of them somebody must look at (failures.csv).")
    page.line(f"SHA-256 of summary.json, which names the digests of the others: {given.digest}")


@app.command("bring-home")
def bring_home(folder: Folder) -> None:
    """Bring the ledger from PostgreSQL into the folder, once all is read, as where the server is given up."""
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.ledger.placing import bring_home as bring
    from rogatory.sifting.sealed.sealing import SealError, Seizure

    seizure = Seizure(folder)
    try:
        bring(seizure, _grown().ledger)
    except (LedgerError, SealError) as error:
        stop(Code.BAD_INPUT, str(error))
    Page().line(f"The ledger is {seizure.ledger} now; leave ROGATORY_LEDGER away for this seizure.")


def _grown() -> "Grown":
    """Where the ledger is kept and who reads, by `ROGATORY_LEDGER` and `ROGATORY_CLUSTER`."""
    from rogatory.sifting.run.running import Grown

    return Grown(os.environ.get("ROGATORY_LEDGER", ""), os.environ.get("ROGATORY_CLUSTER", ""))


def _begun(seizure: "Seizure") -> "Ledger":
    """The ledger of a seizure, in its folder or where `ROGATORY_LEDGER` says."""
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.ledger.placing import opened
    from rogatory.sifting.sealed.sealing import SealError

    try:
        return opened(seizure, _grown().ledger)
    except (LedgerError, SealError) as error:
        stop(Code.BAD_INPUT, str(error))


def _status(folder: Path, *, as_json: bool) -> None:
    from rogatory.sifting.sealed.sealing import Seizure

    ledger = _begun(Seizure(folder))
    counts, kinds = ledger.counts(), ledger.by_kind()
    ledger.close()
    states = {state.value: count for state, count in counts.states.items()}
    if as_json:
        print_json({"contents": counts.contents, "bytes": counts.volume, "items": counts.items,
                    "waiting": counts.waiting, "unreadable": counts.unreadable, "states": states,
                    "kinds": [[media, state.value, count] for media, state, count in kinds]})  # fmt: skip
        return
    page = Page()
    page.line(f"{counts.items:,} items; {counts.contents:,} contents with {counts.volume:,} bytes.")
    if counts.waiting:
        page.line(f"{counts.waiting:,} contents with {counts.volume_waiting:,} bytes are still to be read.")
    for state, count in states.items():
        page.row(f"{count:>12,}  {state}")
    if counts.unreadable:
        page.row(f"{counts.unreadable:>12,}  items whose bytes could not be had")
    left = sum(count for state, count in states.items() if state != "ok") + counts.unreadable
    if left:
        page.line(f"{left:,} must be looked at by somebody: that nothing was found does not mean nothing is there.")


class _Shown:
    """A line on the terminal that tells how far the work is; nobody who pipes the output sees it."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(stderr=True)
        self._status = self._console.status("") if self._console.is_terminal else None
        self._begun = time.monotonic()

    def bytes(self, entries: int, volume: int, path: bytes) -> None:
        """Tell how much was read."""
        rate = volume / max(0.001, time.monotonic() - self._begun) / 1e6
        self.say(f"{entries:,} entries, {volume / 1e6:,.0f} MB, {rate:,.0f} MB a second: {os.fsdecode(path)[-60:]}")

    def running(self, at: "Running") -> None:
        """Tell how far reading is."""
        counts, left = at.counts, at.left
        time_left = "" if left is None else f", about {left / 60:,.0f} minutes left, more if there are containers"
        self.say(f"{counts.contents - counts.waiting:,} of {counts.contents:,} contents read{time_left}")

    def say(self, text: str) -> None:
        """Show a line in place of the one before."""
        if self._status:
            from rich.text import Text

            self._status.start()
            self._status.update(Text(printable(text)))

    def end(self) -> None:
        """Wipe the line."""
        if self._status:
            self._status.stop()
