# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory material`: seal what was seized, read it, and see what is left to look at."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.page import Code, Page, print_json, printable, stop

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
    from rogatory.sifting.custody import BrokenChainError, Chain
    from rogatory.sifting.sealing import SealError, Seizure
    from rogatory.sifting.sealing import seal as make

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
    from rogatory.sifting.custody import BrokenChainError, Chain
    from rogatory.sifting.sealing import SealError, Seizure
    from rogatory.sifting.store import DamagedError

    seizure = Seizure(folder)
    damaged, read = [], 0
    try:
        receipt = seizure.opened()
        chain = Chain(seizure.custody, _now)
        chain.events()
        for entry in seizure.entries():
            if entry.content:
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
    Page().line(f"{read:,} files are as they were sealed.")


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
