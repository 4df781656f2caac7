# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory journal` and `rogatory witness`: prove, verify, audit and watch the journal nobody can rewrite."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.page import Code, Page, complain, stop

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The journal nobody can rewrite.")

Known = Annotated[
    list[Path] | None,
    typer.Option("--known", metavar="FILE", help="Checkpoint or receipt somebody kept; may be repeated."),
]
Policy = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="Whose keys are trusted (C2SP tlog-policy).")
]


def _open_registry() -> None:
    """Load the settings of the registry, and its tables with them."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()


def _texts(paths: list[Path] | None) -> list[str]:
    try:
        return [path.read_bytes().decode() for path in paths or ()]
    except (OSError, UnicodeDecodeError) as error:
        stop(Code.BAD_INPUT, f"cannot be read: {error}")


@app.command("export")
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make; it must not exist.")],
    case: Annotated[
        list[str] | None,
        typer.Option(
            "--case", metavar="ID", help="Disclose the values of this case and of its seizures only; may be repeated."
        ),
    ] = None,
) -> None:
    """Write the journal into a folder that anybody can verify without this system."""
    _open_registry()
    from rogatory.people.mandates import is_seizure, of_seizure_stream
    from rogatory.registry.ledger.export import EmptyJournalError
    from rogatory.registry.ledger.export import export as write

    def shown(stream: str) -> bool:
        """Whether it is one of the cases, or the review of a seizure of one."""
        return (of_seizure_stream(stream)[0] if is_seizure(stream) else stream) in (case or ())

    try:
        size = write(folder, shown=None if case is None else shown)
    except (EmptyJournalError, FileExistsError) as error:
        stop(Code.BAD_INPUT, f"{folder}: {error}")
    Page().line(f"{size} entries. Verify with: python {folder / 'verify_journal.py'} {folder}")


@app.command("verify")
def verify(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Exported folder, or a receipt (.tlog-proof).")],
    policy: Policy = None,
    known: Known = None,
) -> None:
    """Verify an export or a receipt, by the same program that travels with exports."""
    from rogatory.verifiers import verify_journal

    arguments = [] if policy is None else ["--policy", str(policy)]
    for file in known or ():
        arguments += ["--known", str(file)]
    raise typer.Exit(verify_journal.main([*arguments, str(path)]))


@app.command("prove")
def prove(
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=0, help="Number of the entry; the first is 0.")],
    *,
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="File to write; without it, it is printed.")] = "",
    quorum: Annotated[bool, typer.Option("--quorum", help="Refuse without the quorum of witnesses.")] = False,
) -> None:
    """Write the receipt of an entry (C2SP tlog-proof)."""
    _open_registry()
    from rogatory.registry.ledger.reading import NoReceiptError, receipt

    try:
        text = receipt(number, quorum=quorum)
    except NoReceiptError as error:
        stop(Code.NOTHING, str(error))
    if out:
        Path(out).write_text(text, "utf-8", newline="")
    else:
        sys.stdout.write(text)


@app.command("audit")
def audit(known: Known = None) -> None:
    """Recompute the stored journal and name every damage."""
    _open_registry()
    from rogatory.registry.ledger.audit import audit as recompute

    report = recompute(_texts(known))
    page = Page()
    for line in report.lines():
        page.line(line)
    page.line(f"{report.size} entries, root {report.root.hex()}, {len(report.erased)} values lawfully erased")
    for digest, tombstone in report.originals:
        page.line(f"original {digest}: erased, tombstone {tombstone}")
    if not report.sound:
        complain(f"damages: {sum(report.counts.values())}")
        raise typer.Exit(int(Code.NOTHING))


@app.command("cosign")
def cosign() -> None:
    """Have the witnesses of the policy cosign the newest checkpoint."""
    _open_registry()
    from rogatory.registry.ledger.witnesses import State, ask

    outcomes = ask()
    for outcome in outcomes:
        Page().line(outcome.text)
    if any(outcome.state is not State.COSIGNED for outcome in outcomes):
        raise typer.Exit(int(Code.NOTHING))


@app.command("stamp")
def stamp(url: Annotated[str, typer.Argument(metavar="URL", help="Address of the authority (RFC 3161).")]) -> None:
    """Have a time-stamp authority stamp the newest checkpoint."""
    _open_registry()
    from rogatory.registry.ledger.timestamps import TimestampError
    from rogatory.registry.ledger.timestamps import stamp as ask

    try:
        Page().line(f"checkpoint {ask(url).size} is stamped")
    except TimestampError as error:
        stop(Code.NOTHING, str(error))


@app.command("privileges")
def privileges(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="The PostgreSQL role the registry runs as.")],
) -> None:
    """Print the SQL that leaves the registry's role no right to change or delete what was journaled.

    For the owner of the tables to run, who is another role: `rogatory journal privileges registry | psql`.
    """
    from rogatory.registry.ledger.guards import privileges as written

    sys.stdout.write(written(role) + "\n")


def witness(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the witness keeps its key and its state.")],
    log: Annotated[list[str], typer.Option("--log", metavar="VKEY", help="Key of a log to watch; may be repeated.")],
    name: Annotated[
        str,
        typer.Option("--name", metavar="NAME", help="Name of the witness, for the key it makes at its first start."),
    ] = "",
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", help="Port to listen on; 0 takes a free one.")] = 8010,
) -> None:
    """Watch over the journals of others: cosign what continues, refuse what does not (C2SP tlog-witness)."""
    import secrets
    import time

    from rogatory.journal.note import NoteError, Signer, Type, Verifier
    from rogatory.registry.ledger.witness import Witness, server

    key = folder / "witness-key"
    try:
        if not key.exists():
            if not name:
                stop(Code.BAD_INPUT, f"{key} is missing. Name the witness with --name, and its key is made.")
            folder.mkdir(parents=True, exist_ok=True)
            made = Signer(name, Type.WITNESS, secrets.token_bytes(32))
            key.touch(mode=0o600)
            key.write_text(made.private() + "\n", "utf-8")
        watching = Witness(Signer.parse(key.read_text("utf-8")), map(Verifier.parse, log), folder)
    except (NoteError, OSError, ValueError) as error:
        stop(Code.BAD_INPUT, str(error))
    with server(watching, host, port, time.time) as running:
        Page().line(f"witness {watching.signer.verifier} http://{host}:{running.server_address[1]}")
        sys.stdout.flush()
        running.serve_forever()
