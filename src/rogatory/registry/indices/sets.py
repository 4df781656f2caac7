"""A file about states is looked at before anything comes of it: kept as it came, read, told row by row, and confirmed.

A clerk or the central authority brings one in; what comes of it is done by whoever may do the act, in that account's
name, through the two doors (`indices.door`, `states.door`): a release comes in whole, and of a table that proposes
entries each row that was chosen is one entry.
"""

import hashlib
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import Any

from django.utils import timezone

from rogatory.law.sources import Check
from rogatory.office.errors import FormError, Obstacle
from rogatory.office.filing import ENTER_ON_RECORD, REPLACE_ON_RECORD
from rogatory.office.perform import Barred
from rogatory.office.streams.measuring import LONGEST
from rogatory.registry.indices import door as releases
from rogatory.registry.indices.incoming import read_release, values_of
from rogatory.registry.indices.models import Measured, Original, Release
from rogatory.registry.states import door as record
from rogatory.registry.states.on_record import put_here
from rogatory.states.indices.catalogue import catalogue
from rogatory.states.indices.changes import Change, What, changes
from rogatory.states.indices.reading import Edition, IndexDataError, Refused, Value
from rogatory.states.record.decisions import read_decisions
from rogatory.states.record.entries import Entry
from rogatory.states.record.incidents import read_incidents
from rogatory.states.record.listed import read_listed
from rogatory.states.record.proposed import Proposal

TABLES = {"incidents": read_incidents, "decisions": read_decisions, "listed": read_listed}
"""Tables that propose entries on records, each with its reader."""
WAITS = timedelta(days=7)
"""How long a file waits for somebody to confirm it; one that nobody did is dropped when the next is brought."""
MOST = 200
"""Rows of each kind that are told one by one, and entries made of one file at a time."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that proposes an entry.

    Attributes:
        number: Its place among the proposals of the file, from 0.
        proposal: What it proposes.
        standing: The entry that says the same, or says it otherwise; None: there is none.
        same: Whether that entry says the same, so that nothing is done.
    """

    number: int
    proposal: Proposal
    standing: Entry | None
    same: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come of a file.

    Attributes:
        changes: Of a release: the values that change, at most `MOST` of each sort.
        counts: Of a release: how many values are new, changed, gone, and the same.
        rows: Of a table: the rows that propose an entry.
        refused: What cannot be read, with its row and the mend.
        passed_over: What is read and proposes nothing.
        more: How many refused rows are not told.
    """

    changes: tuple[Change, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    refused: tuple[Refused, ...] = ()
    passed_over: tuple[Refused, ...] = ()
    more: int = 0


def kinds() -> list[tuple[str, str]]:
    """What can be brought in: keys and titles, data sets first."""
    return [*((one.id, one.title) for one in catalogue().values()), *((key, key) for key in TABLES)]


def keep(account: str, kind: str, name: str, data: bytes, told: Mapping[str, str]) -> Original:
    """Keep a file as it came, once it could be read.

    Args:
        account: Public identifier of the account that brings it.
        kind: Key of a data set, or of a table.
        name: Name of the file.
        data: Its bytes.
        told: `edition`, `read_on` and `licence`.

    Raises:
        FormError: It is none of that kind, or what was filled in cannot be taken; it names place and mend.
    """
    read_on = _day(told.get("read_on", ""))
    for part in ("edition", "licence"):
        if not told.get(part, "").strip() or len(told[part]) > LONGEST:
            raise FormError(part, "it is missing, or too long", f"Write at most {LONGEST} signs")
    now = timezone.now()
    Original.objects.filter(confirmed_by="", at__lt=now - WAITS).delete()
    made = Original(
        kind=kind, name=name[:LONGEST] or "table", digest=hashlib.sha256(data).hexdigest(), packed=zlib.compress(data),
        edition=told["edition"].strip(), read_on=read_on, licence=told["licence"].strip(), by=account, at=now,
    )  # fmt: skip
    preview(made)
    made.save()
    return made


def bytes_of(original: Original) -> bytes:
    """A file as it came."""
    return zlib.decompress(bytes(original.packed))


def preview(original: Original) -> Preview:
    """What would come of a file, as the office stands now.

    Raises:
        FormError: It cannot be read.
    """
    if original.kind in TABLES:
        return _of_a_table(original)
    reading = read_release(original.kind, bytes_of(original), original.edition, original.read_on, original.licence)
    found, same = changes(_standing(original.kind), reading.values)
    counts = {what.value: sum(c.what is what for c in found) for what in What} | {"same": same}
    # They come sorted by what becomes of them.
    shown = tuple(c for _, some in groupby(found, key=lambda c: c.what) for c in islice(some, MOST))
    return Preview(shown, counts, (), *_at_most(reading.refused))


def confirm(
    account: str, original: Original, take: Collection[int] = (), bears: Mapping[int, str] | None = None,
    *, at: datetime | None = None,
) -> tuple[list[int], tuple[Obstacle, ...]]:  # fmt: skip
    """Do what comes of a file, in the name of whoever confirms it: a release comes in, or each row chosen is entered.

    Args:
        account: Public identifier of the account that confirms.
        original: The file.
        take: Of a table: numbers of the rows to enter (`Row.number`); one that says what stands already is left.
        bears: Of a table: for a row that proposes no question, the one that is to be opened.
        at: Moment; None: now.

    Returns:
        Numbers of the journal's entries, and what stood against it; what was barred is recorded all the same.

    Raises:
        FormError: It was confirmed already, nothing was chosen, or what was filled in cannot be taken. Rows entered
            before the one it names stand.
    """
    if original.confirmed_by:
        raise FormError("take", "it was confirmed already", "Bring the file in again if something of it is left")
    told = preview(original)
    made, barred = (
        _entered(account, original, told.rows, set(take), bears or {}, at)
        if original.kind in TABLES
        else _brought(account, original, at)
    )
    if made:
        original.confirmed_by, original.entries = account, made
        original.save()
    return made, barred


def _brought(account: str, original: Original, at: datetime | None) -> tuple[list[int], tuple[Obstacle, ...]]:
    came = releases.bring(
        account, original.kind, bytes_of(original), original.name, edition=original.edition,
        read_on=original.read_on, licence=original.licence, at=at,
    )  # fmt: skip
    return ([], came.result.obstacles) if isinstance(came.result, Barred) else ([came.seq], ())


def _entered(
    account: str, original: Original, rows: Iterable[Row], take: set[int], bears: Mapping[int, str],
    at: datetime | None,
) -> tuple[list[int], tuple[Obstacle, ...]]:  # fmt: skip
    chosen = [row for row in rows if row.number in take and not row.same]
    if not chosen or len(chosen) > MOST:
        raise FormError("take", f"{len(chosen)} rows were chosen", f"Choose 1 to {MOST} rows that say something new")
    made: list[int] = []
    for row in chosen:
        one, there = row.proposal, row.standing
        form: dict[str, Any] = {
            "kind": one.kind.value, "on": one.on, "says": one.says, "source": one.source, "where": one.where,
            "bears": [bears[row.number]] if bears.get(row.number) else list(one.bears), "host": one.host,
            "means": sorted(m.value for m in one.means), "check": Check.PARTLY.value,
            "read_on": original.read_on.isoformat(),
        }  # fmt: skip
        if there:
            form["reasons"] = f"the table says it otherwise: {original.name}, {original.edition}"[:LONGEST]
        act = REPLACE_ON_RECORD if there else ENTER_ON_RECORD
        try:
            kept = record.put(account, act.id, one.state, there.id if there else "", form, at=at)
        except FormError as error:
            raise FormError("take", f"{one.place}: {error.problem}", error.mend) from error
        if isinstance(kept.result, Barred):
            return made, kept.result.obstacles
        made.append(kept.seq)
    return made, ()


def _of_a_table(original: Original) -> Preview:
    edition = Edition(original.kind, original.edition, original.read_on, original.licence)
    try:
        found = TABLES[original.kind](bytes_of(original), edition)
    except IndexDataError as error:
        raise FormError("file", str(error), "Mend it there and bring it in again") from error
    standing, rows = put_here(), []
    for number, one in enumerate(found.proposals):
        alike = [e for e in standing.of(one.state) if (e.where, e.kind, e.on) == (one.where, one.kind, one.on)]
        same = next((e for e in alike if e.says == one.says), None)
        rows.append(Row(number, one, same or (alike[0] if len(alike) == 1 else None), same is not None))
    refused, passed, more = _at_most(found.refused, found.passed_over)
    return Preview((), {}, tuple(rows), refused, passed, more)


def _standing(kind: str) -> list[Value]:
    release = Release.objects.filter(dataset=kind, replaced=None).first()
    if release is None:
        return []
    edition = Edition(release.dataset, release.edition, release.read_on, release.licence)
    rows = Measured.objects.filter(came_in=release.came_in)
    return [value for row in rows for value in values_of(row.told, row.state, edition)]


def _at_most(
    refused: Collection[Refused], passed: Collection[Refused] = ()
) -> tuple[tuple[Refused, ...], tuple[Refused, ...], int]:
    return tuple(refused)[:MOST], tuple(passed)[:MOST], max(0, len(refused) - MOST)


def _day(told: str) -> date:
    try:
        day = date.fromisoformat(told.strip())
    except ValueError as error:
        raise FormError("read_on", f"{told!r} is no day", "Write the day it was fetched as 2026-03-02") from error
    if day > timezone.localdate():
        raise FormError("read_on", f"{day} is still to come", "Write the day on which it was fetched")
    return day
