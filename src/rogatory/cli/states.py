# ruff: noqa: PLC0415 - as in commands.py: the rooms that do the work, and Django, are entered when a command runs
"""The commands about states: what others measure of them, brought in and shown; what tables propose for a record."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rogatory.cli.opening import bytes_of
from rogatory.cli.page import Code, Page, complain, print_json, stop
from rogatory.law.sources import Check
from rogatory.states.records import Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    from rogatory.registry.indices.door import Held
    from rogatory.states.indices.reading import Value
    from rogatory.states.record.holding import Record
    from rogatory.states.record.proposed import Proposal, Proposals
    from rogatory.states.records import TreatyStatus

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="States: what binds them, what is said of them.")
_Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
_Edition = Annotated[str, typer.Option("--edition", metavar="TEXT", help="Its edition, in its makers' words: v15.")]
_ReadOn = Annotated[str, typer.Option("--read-on", metavar="DATE", help="Day on which it was fetched.")]
_Licence = Annotated[str, typer.Option("--licence", metavar="TEXT", help="Its licence, as it was read there.")]
_TOLD = 20
"""Refused rows that are told one by one."""


@app.command("datasets")
def datasets(*, json: _Json = False) -> None:
    """List the data sets that can be read: who makes them, where they are got, what whoever cites them must know."""
    from rogatory.states.indices.catalogue import catalogue

    if json:
        keys = ("title", "maker", "home", "licence", "caution")
        print_json([{"dataset": d.id, **{key: getattr(d, key) for key in keys}} for d in catalogue().values()])
        return
    page = Page()
    for one in catalogue().values():
        page.line(f"{one.id}  {one.title} ({one.maker}), at {one.home}, under: {one.licence}. {one.caution}")


@app.command("import")
def import_(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="Its key: see rogatory states datasets.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The table as its makers give it out: CSV or XLSX.")],
    *,
    edition: _Edition,
    read_on: _ReadOn,
    licence: _Licence,
    as_: Annotated[str, typer.Option("--as", metavar="E-MAIL", help="Who does it: address of an account.")],
) -> None:
    """Bring a release of a data set in; for the central authority or the government.

    The release before it stays as it was and is shown no more. What cannot be read is named with its row, and the rest
    comes in; the exit code is then 2.
    """
    _enter()
    from rogatory.office.errors import FormError
    from rogatory.office.perform import Barred
    from rogatory.registry.accounts.models import Account
    from rogatory.registry.indices import door
    from rogatory.registry.indices.incoming import LARGEST_BYTES

    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")
    try:
        data, day = bytes_of(file, LARGEST_BYTES), _day(read_on)
        came = door.bring(
            str(account.public_id), dataset, data, Path(file).name, edition=edition, read_on=day, licence=licence
        )
    except FormError as error:
        stop(Code.BAD_INPUT, str(error))
    except OSError as error:
        stop(Code.BAD_INPUT, f"{error.filename}: cannot be read ({error.strerror}). Check its name.")
    if isinstance(came.result, Barred):
        stop(Code.NOTHING, "Not done, and recorded:", *(f"{o.text} ({o.source})" for o in came.result.obstacles))
    told, page = came.result.entry.fields, Page()
    page.line(f"{told['values']} values of {told['states']} states came in (entry {came.seq} of the journal).")
    if came.reading.absent:
        page.line(f"no column in this table: {', '.join(came.reading.absent)}")
    _complain(came.reading.refused)


@app.command("show")
def show(
    state: Annotated[str, typer.Argument(metavar="STATE", help="Two letters: KZ.")], *, json: _Json = False
) -> None:
    """Show a state: what binds it, what is on its record, and what others measure of it, side by side.

    Nothing is added up, and no state gets a mark. Where nothing stands, nothing is known; that is not a no.
    """
    from rogatory.states.naming import name_in
    from rogatory.states.treaties import Standing, packaged_matrix

    state = state.strip().upper()
    if name_in(state, "en") == state:
        stop(Code.BAD_INPUT, f"{state!r} is no state that is known: write two letters of ISO 3166-1, as KZ.")
    record, measured, today = _held(state)
    matrix = packaged_matrix()
    bonds = [matrix.bound(state, instrument, today) for instrument in matrix.instruments]
    facts = record.of(state)
    if json:
        print_json({
            "state": state,
            "instruments": [{"id": b.instrument, "standing": b.standing.value, "confirmed": b.confirmed, "why": b.why}
                            for b in bonds],
            "record": [{"id": e.id, "on": e.on, "says": e.cited, "due": e.is_due(today)} for e in facts],
            "measured": [_as_json(held) for held in measured],
        })  # fmt: skip
        return
    page = Page()
    page.line(f"{name_in(state, 'en')} ({state}) on {today}")
    for standing in Standing:
        ids = [f"{b.instrument}{'' if b.confirmed else '?'}" for b in bonds if b.standing is standing]
        page.line(f"{standing.value}: {', '.join(ids) or 'none'}")
    page.line("A question mark: to be confirmed with the depositary.")
    for fact in facts:
        page.line(f"{fact.cited}{', to be renewed' if fact.is_due(today) else ''}")
    for held in measured:
        _measured(page, held)
    if not measured:
        page.line("No data set was brought in here: rogatory states import.")


@app.command("propose")
def propose(  # noqa: PLR0913 - what a table is cited by
    kind: Annotated[str, typer.Argument(metavar="KIND", help="incidents (CSV), decisions (JSON) or listed (FtM).")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file; - is the standard input.")],
    *,
    edition: _Edition,
    read_on: _ReadOn,
    licence: _Licence,
    state: Annotated[str, typer.Option("--state", metavar="STATE", help="Only of this state.")] = "",
    json: _Json = False,
) -> None:
    """Read what a table proposes for the record of states. Nothing is entered: a person does that, one by one."""
    from rogatory.states.indices.reading import Edition, IndexDataError
    from rogatory.states.record.decisions import read_decisions
    from rogatory.states.record.incidents import read_incidents
    from rogatory.states.record.listed import read_listed

    readers: dict[str, Callable[[bytes, Edition], Proposals]] = {
        "incidents": read_incidents, "decisions": read_decisions, "listed": read_listed,
    }  # fmt: skip
    if kind not in readers:
        stop(Code.BAD_INPUT, f"KIND: {kind!r} is none of {', '.join(readers)}.")
    try:
        found = readers[kind](bytes_of(file), Edition(kind, edition, _day(read_on), licence))
    except IndexDataError as error:
        stop(Code.BAD_INPUT, f"{file}: {error}.")
    except OSError as error:
        stop(Code.BAD_INPUT, f"{error.filename}: cannot be read ({error.strerror}). Check its name.")
    chosen = [one for one in found.proposals if not state or one.state == state.upper()]
    if json:
        print_json([_proposed(one) for one in chosen])
    else:
        page = Page()
        for one in chosen:
            page.line(f"{one.place}: {one.state} {one.on}: {one.says} ({one.source}; {one.where})")
            page.line(f"  opens: {', '.join(one.bears) or 'nothing by itself'}; look at: {'; '.join(one.look)}")
        page.line(f"{len(chosen)} proposed; {len(found.passed_over)} propose nothing. None was entered.")
    _complain(found.refused)


@app.command("participants")
def participants(
    instrument: Annotated[str, typer.Argument(metavar="INSTRUMENT", help="Its id in the treaty matrix: UNCAT.")],
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Participants as the UN Treaty Collection lists them (CSV).")
    ],
    *,
    read_on: _ReadOn,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where it was read.")],
    state: Annotated[str, typer.Option("--state", metavar="STATE", help="Only of this state.")] = "",
    json: _Json = False,
) -> None:
    """Read who takes part in a treaty of the United Nations, as rows a case file can attest (`treaties`).

    The first day in force follows from the treaty's own rule. Who is not in the table is not thereby no party.
    """
    from rogatory.states.indices.reading import IndexDataError
    from rogatory.states.participants import read_participants
    from rogatory.states.treaties import UnknownInstrumentError, packaged_matrix

    try:
        listed = packaged_matrix().instrument(instrument)
        found = read_participants(bytes_of(file), listed, _day(read_on), source)
    except (IndexDataError, UnknownInstrumentError, ValueError) as error:
        stop(Code.BAD_INPUT, f"{file}: {error}.")
    except OSError as error:
        stop(Code.BAD_INPUT, f"{error.filename}: cannot be read ({error.strerror}). Check its name.")
    chosen = [row for row in found.rows if not state or row.state == state.upper()]
    if json:
        print_json([_attested(row) for row in chosen])
    else:
        page = Page()
        for row in chosen:
            page.line(f"{row.state} {row.status.value} {row.as_fields()['from']}  {row.note}")
    _complain(found.refused)


def _enter() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()


def _held(state: str) -> "tuple[Record, list[Held], date]":
    """The record and what others measure, as the office here has them or the program brings them; and the day."""
    _enter()
    from django.db.utils import DatabaseError
    from django.utils import timezone

    from rogatory.registry.indices import door
    from rogatory.registry.states.on_record import record_here
    from rogatory.states.record.holding import packaged_record

    try:
        return record_here(), door.held(state), timezone.localdate()
    except DatabaseError:
        return packaged_record(), [], timezone.localdate()


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        stop(Code.BAD_INPUT, f"--read-on: {told!r} is no day. Write it as 2026-03-02.")


def _complain(refused: "Any") -> None:  # noqa: ANN401 - rows of either kind of table
    for one in refused[:_TOLD]:
        complain(f"row {one.row}: {one.why}")
    if len(refused) > _TOLD:
        complain(f"{len(refused) - _TOLD} more could not be read")
    if refused:
        raise typer.Exit(Code.BAD_INPUT)


def _measured(page: Page, held: "Held") -> None:
    edition = held.edition
    page.line(f"{held.dataset.title}, {edition.version}, fetched {edition.fetched}, {edition.licence}")
    if not held.values:
        page.line("  no value; that says nothing of the state")
    for head, one in held.dataset.indicators.items():
        mine = [value for value in held.values if value.indicator == head]
        if mine:
            last = max(mine, key=lambda value: value.year)
            page.line(
                f"  {one.says} ({head}): {_point(last)} in {last.year}; {len(mine)} years, better: {one.better.value}"
            )


def _point(value: "Value") -> str:
    interval = f" ({value.low} to {value.high})" if value.low is not None and value.high is not None else ""
    return value.word or f"{value.point}{interval}"


def _as_json(held: "Held") -> dict[str, Any]:
    edition = held.edition
    return {
        "dataset": held.dataset.id, "edition": edition.version, "read_on": edition.fetched.isoformat(),
        "licence": edition.licence, "digest": held.digest, "entry": held.seq, "caution": held.dataset.caution,
        "values": [{"indicator": v.indicator, "year": v.year, "value": v.word or str(v.point),
                    "low": None if v.low is None else str(v.low), "high": None if v.high is None else str(v.high),
                    "row": v.row} for v in held.values],
    }  # fmt: skip


def _attested(row: "TreatyStatus") -> dict[str, str]:
    """A row as a case file attests it; a first day that is only known to lie before another is left out."""
    exact = row.since is not None and row.precision is Precision.DAY
    told = {"state": row.state, "instrument": row.instrument, "status": row.status.value}
    told |= {"since": f"{row.since}"} if exact else {}
    return told | {"source": f"{row.source}, read on {row.as_of}{'; ' if row.note else ''}{row.note}"}


def _proposed(one: "Proposal") -> dict[str, Any]:
    """A proposal, with the form by which a person enters it; the day of reading is left for that person."""
    form = {
        "kind": one.kind.value, "on": one.on, "says": one.says, "source": one.source, "where": one.where,
        "bears": list(one.bears), "means": sorted(means.value for means in one.means), "host": one.host,
        "check": Check.PARTLY.value, "read_on": "",
    }  # fmt: skip
    return {"place": one.place, "state": one.state, "look": list(one.look), "form": form}
