# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""The command that takes documents in: reads them here and says what they propose, or brings them into an office."""

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rogatory.cli.opening import bytes_of
from rogatory.cli.page import HEADING, QUIET, Code, Page, complain, print_json, stop

if TYPE_CHECKING:
    from rogatory.received.pages import Part
    from rogatory.received.proposed import Proposed

LARGEST = 200_000_000
"""Bytes of a document that is read here."""
TOKEN = "ROGATORY_TOKEN"  # noqa: S105 - the name of the variable


def intake(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Documents as they came; - is standard input.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
    case: Annotated[str, typer.Option("--case", metavar="NUMBER", help="The case they are said to belong to.")] = "",
    as_: Annotated[
        str, typer.Option("--as", metavar="E-MAIL", help="Bring them into the office on this machine, as this account.")
    ] = "",
    server: Annotated[
        str, typer.Option("--server", metavar="URL", help=f"Bring them into the office there; token in {TOKEN}.")
    ] = "",
) -> None:
    """Read documents and say which fields they propose, each with its place; nothing is stored.

    With --as or --server they are brought into an office instead: each is kept as it came, read, and waits there for a
    clerk to confirm field by field. Nothing read here is ever taken over by itself. The exit code is 2 if a file could
    not be taken, and 1 if something in one could not be read whole: somebody must look at it.
    """
    if as_ and server:
        stop(Code.BAD_INPUT, "--as and --server: choose one office.")
    if case and not (as_ or server):
        stop(Code.BAD_INPUT, "--case: name an office too, with --as or --server.")
    bring = _into(as_, case) if as_ else _over(server, case) if server else None
    told: list[dict[str, Any]] = []
    failed = False
    for file in files:
        try:
            data = bytes_of(file, LARGEST)
        except OSError as error:
            complain(f"{file}: cannot be read ({error.strerror}). Check its name.")
            failed = True
            continue
        name = "document" if file == "-" else os.path.basename(file)  # noqa: PTH119
        if bring is None:
            told.append(_read(name, data, quiet=json))
        elif (kept := bring(name, data)) is None:
            failed = True
        else:
            told.append(kept)
            if not json:
                Page().line(f"{file}: kept as it came, document {kept['mail']} (entry {kept['entry']} of the journal).")
    if json:
        print_json(told)
    if failed:
        raise typer.Exit(Code.BAD_INPUT)
    if any(not part["whole"] for one in told for part in one.get("parts", ())):
        raise typer.Exit(Code.NOTHING)


def _read(name: str, data: bytes, *, quiet: bool) -> dict[str, Any]:
    from rogatory.extraction.reading import read
    from rogatory.received.proposing import propose

    part = read(name, data)
    fields = propose(part)
    lacks = _lacks(fields)
    if not quiet:
        _print(part, fields, lacks)
    parts = [_part(p) for p in part.walk()]
    return {"file": name, "parts": parts, "fields": [_field(f) for f in fields], "lacks": lacks}


def _lacks(fields: "tuple[Proposed, ...]") -> list[dict[str, str]]:
    """What the request would lack if every field that was read were confirmed; none where its kind was not read."""
    from rogatory.received.completeness import missing, told_by
    from rogatory.received.proposed import Field

    def of(field: Field) -> list[str]:
        return list(dict.fromkeys(p.value for p in fields if p.field is field))

    kinds = of(Field.KIND)
    if len(kinds) != 1:
        return []
    found = missing(kinds[0], of(Field.TREATY), told_by(p.field for p in fields), of(Field.MEASURE))
    return [
        {"what": m.what, "instrument": m.instrument, "article": m.article, "need": m.need.value, "then": m.then}
        for m in found
    ]


def _part(part: "Part") -> dict[str, Any]:
    return {
        "name": part.name, "media": part.media, "digest": part.digest, "size": part.size, "state": part.state.value,
        "whole": part.state.whole, "says": part.says, "pages": len(part.pages),
    }  # fmt: skip


def _field(p: "Proposed") -> dict[str, Any]:
    place = {"part": p.place.part, "page": p.place.page, "start": p.place.start, "end": p.place.end}
    return {
        "field": p.field.value, "value": p.value, "raw": p.raw, "about": p.about, "why": p.why,
        "doubts": list(p.doubts), "place": place,
    }  # fmt: skip


def _print(part: "Part", fields: "tuple[Proposed, ...]", lacks: list[dict[str, str]]) -> None:
    page = Page()
    for one in part.walk():
        state = f"{one.state.value}: {one.says}" if one.says else one.state.value
        page.line(f"{one.name} ({one.media}, {one.size:,} bytes): {state}", HEADING if one is part else "")
    for p in fields:
        whose = f" of person {p.about}" if p.about else ""
        page.line(f"{p.field.value}{whose}: {p.value or 'to be read by hand'}", indent=2, hang=2)
        page.line(f"page {p.place.page}: «{' '.join(p.raw.split())}»; {p.why}", QUIET, indent=4)
        for doubt in p.doubts:
            page.line(f"doubt: {doubt}", indent=4)
    if not fields:
        page.line("Nothing it says was recognised as a field of a request.", indent=2)
    if lacks:
        page.line("Not read in it, and asked for:")
    for lack in lacks:
        article = f" ({lack['article']})" if lack["article"] else ""
        page.line(f"{lack['what']}{article}: {lack['need']}", indent=2, hang=2)
    page.line("Proposed, and nobody's word yet: a clerk confirms, mends or turns down each.", QUIET)


def _into(as_: str, case: str) -> Any:  # noqa: ANN401
    """How a file is brought into the office on this machine."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()
    from rogatory.office.errors import FormError
    from rogatory.office.perform import Barred
    from rogatory.registry.accounts.models import Account
    from rogatory.registry.mailroom import door

    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")

    def bring(name: str, data: bytes) -> dict[str, Any] | None:
        try:
            kept = door.receive(account.public_id, name, data, case=case)
        except FormError as error:
            complain(f"{name}: {error}")
            return None
        if isinstance(kept.result, Barred):
            stop(Code.NOTHING, "Not done, and recorded:", *(f"{o.text} ({o.source})" for o in kept.result.obstacles))
        return {"file": name, "mail": kept.number, "entry": kept.seq}

    return bring


def _over(server: str, case: str) -> Any:  # noqa: ANN401
    """How a file is brought into an office somewhere else."""
    from urllib.error import URLError

    from rogatory.client import Client, Refused

    token = os.environ.get(TOKEN, "")
    if not token:
        stop(Code.BAD_INPUT, f"--server: put a token with the scope `act` into {TOKEN}.")
    try:
        client = Client(server, token, timeout=120)
    except ValueError as error:
        stop(Code.BAD_INPUT, f"--server: {error}")

    def bring(name: str, data: bytes) -> dict[str, Any] | None:
        try:
            kept = client.bring(name, data, case=case)
        except Refused as refused:
            complain(f"{name}: {refused}")
            return None
        except URLError as error:
            stop(Code.BAD_INPUT, f"--server: {server} is not reached ({error.reason}).")
        return {"file": name, "mail": kept["mail"], "entry": kept["entry"]}

    return bring
