# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory package`: lay out, build and verify what leaves for the requesting state."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory.cli.page import QUIET, Code, Page, complain, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from rogatory.packaging.building import Built
    from rogatory.packaging.snapshot import Snapshot

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What leaves for the requesting state.")

File = Annotated[Path, typer.Argument(metavar="SNAPSHOT", help="What a review has recorded (YAML or JSON).")]


@app.command("plan")
def plan(snapshot: File) -> None:
    """Judge and lay out a package without keeping it, and print the digest that the journal must hold."""
    from rogatory.packaging.building import lay_out

    made = _tried(lambda: lay_out(_read(snapshot)))
    _unshipped(made)
    Page().line(made.payload)


@app.command("build")
def build(
    snapshot: File,
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make; it must not exist.")],
    *,
    receipt: Annotated[Path, typer.Option("--receipt", metavar="FILE", help="Receipt of its entry (.tlog-proof).")],
    salt: Annotated[Path, typer.Option("--salt", metavar="FILE", help="Salt of the entry's field payload (Base 64).")],
    policy: Annotated[Path, typer.Option("--policy", metavar="FILE", help="Whose keys are trusted (tlog-policy).")],
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="KEY", help="Encrypt to this public key (age, SSH) as well; may be repeated."),
    ] = None,
) -> None:
    """Build a package of cleared items, with the receipt of the entry that holds its digest."""
    from rogatory.journal.policy import Policy, PolicyError
    from rogatory.packaging.building import build as make
    from rogatory.packaging.envelope import EnvelopeError, enclose
    from rogatory.packaging.reading import with_receipt

    try:
        trusted, proof, salted = Policy.parse(_text(policy)), _text(receipt), _text(salt)
    except PolicyError as error:
        stop(Code.BAD_INPUT, f"{policy}: {error}")
    made = _tried(lambda: make(with_receipt(_read(snapshot), proof, salted), out, trusted))
    _unshipped(made)
    page = Page()
    page.line(f"{made.files} files, {made.size:,} bytes in {out}; payload {made.payload}")
    if to:
        sealed = out.with_name(f"{out.name}.age")
        try:
            enclose(out, to, sealed)
        except (EnvelopeError, OSError) as error:
            stop(Code.BAD_INPUT, f"the package is in {out}; it was not encrypted: {error}")
        page.line(f"encrypted to {len(to)} keys: {sealed}")
    page.line(f"Verify with: rogatory package verify --policy {policy} {out}", QUIET)


@app.command("verify")
def verify(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="Folder of a package, or its ZIP file.")],
    policy: Annotated[
        Path | None, typer.Option("--policy", metavar="FILE", help="Whose keys are trusted (tlog-policy).")
    ] = None,
    journal: Annotated[
        Path | None, typer.Option("--journal", metavar="FOLDER", help="Export of the journal to compare with.")
    ] = None,
) -> None:
    """Verify a package offline, by the program that shares no code with the one that built it."""
    from rogatory.verifiers import bag

    told = [] if policy is None else ["--policy", str(policy)]
    told += [] if journal is None else ["--journal", str(journal)]
    raise typer.Exit(bag.main([*told, str(package)]))


def _read(path: Path) -> "Snapshot":
    from rogatory.cli.opening import open_law
    from rogatory.packaging.reading import read

    return read(path, open_law())


def _tried(work: "Callable[[], Built]") -> "Built":
    from rogatory.packaging.snapshot import SnapshotError

    try:
        return work()
    except SnapshotError as error:
        stop(Code.BAD_INPUT, *str(error).splitlines(), "No package was made.")
    except OSError as error:
        stop(Code.BAD_INPUT, f"{error}. No package was made.")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        stop(Code.BAD_INPUT, f"{path}: cannot be read ({error})")


def _unshipped(made: "Built") -> None:
    for number, why in made.unshipped.items():
        complain(f"piece {number} is not sent: {why}")
