# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory verify`: check a signed document without asking anybody."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from rogatory.cli.page import Code, Page, stop

T = TypeVar("T")

_MARKS = {"good": "✓", "note": "·", "not decided": "?", "bad": "✗"}
_STYLES = {"good": "green", "note": "dim", "not decided": "bold yellow", "bad": "bold red"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="The signed document, a PDF.")],
    *,
    trust: Annotated[
        list[Path] | None,
        typer.Option("--trust", metavar="CERT", help="Root certificates that you trust (PEM or DER); may be repeated."),
    ] = None,
    receipt: Annotated[
        Path | None, typer.Option("--receipt", metavar="FILE", help="The journal's receipt of it (.tlog-proof).")
    ] = None,
    opening: Annotated[
        Path | None,
        typer.Option("--opening", metavar="FILE", help="Opens the field of the receipt that names the document."),
    ] = None,
    policy: Annotated[
        Path | None, typer.Option("--policy", metavar="FILE", help="Whose journal is trusted (C2SP tlog-policy).")
    ] = None,
) -> None:
    """Check a signed document offline: signature, signatory, moment, code and receipt."""
    import time
    from datetime import UTC, datetime

    from rogatory.journal.policy import Policy
    from rogatory.typesetting.checking import Given, certificates, check, holds

    given = Given(
        now=datetime.fromtimestamp(time.time(), UTC),
        trusted=tuple(one for path in trust or () for one in _read(path, certificates)),
        receipt=_read(receipt, bytes.decode) if receipt else "",
        opening=_read(opening, bytes.decode) if opening else "",
        policy=_read(policy, lambda data: Policy.parse(data.decode())) if policy else None,
    )
    lines = _read(document, lambda data: check(data, given))
    page = Page()
    for line in lines:
        page.item(_MARKS[line.state.value], line.text, _STYLES[line.state.value], indent=0)
    good = holds(lines)
    page.line()
    page.line("Genuine." if good else "Not shown to be genuine: see the lines with ✗ or ?.", "bold")
    raise typer.Exit(int(Code.DONE if good else Code.NOTHING))


def _read(path: Path, read: Callable[[bytes], T]) -> T:
    """What a file holds; leaves with its name and what is wrong, if it cannot be read."""
    try:
        return read(path.read_bytes())
    except OSError as error:
        stop(Code.BAD_INPUT, f"{path} cannot be read: {error.strerror}")
    except ValueError as error:
        stop(Code.BAD_INPUT, f"{path}: {error}")
