"""Reading a data set: from its table to values, each with its version and the row it stands in.

What has no value has none: it is counted, and never filled in. A row that cannot be read is told with its place; the
others are read all the same.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from rogatory.states.indices.catalogue import Dataset, Indicator
from rogatory.states.indices.coding import code_of

_LOOKED_FOR_HEADINGS = 10
_FIRST_YEAR, _LAST_YEAR = 1789, 2199


class IndexDataError(ValueError):
    """A table that is not one of the data set; the message says what is missing, and where to look."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which release of a data set was read.

    Attributes:
        dataset: Key of the data set.
        version: Its version, in its makers' words.
        fetched: Day it was fetched.
        licence: The licence under which it was fetched, as whoever fetched it read it.

    Raises:
        IndexDataError: Version or licence is empty.
    """

    dataset: str
    version: str
    fetched: date
    licence: str

    def __post_init__(self) -> None:
        """Refuse one that cannot be cited."""
        if not self.version.strip() or not self.licence.strip():
            raise IndexDataError("name the version of the data set and the licence under which it was fetched")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one state for one year.

    Attributes:
        edition: Release it stands in.
        indicator: Heading of its column.
        state: Two letters of ISO 3166-1.
        year: Year it describes.
        point: The value; None where it is a word.
        word: What the value means, where it is a category; empty for a number.
        low: Lower end of its interval; None: none is told.
        high: Upper end, likewise.
        row: Number of the row in the table, from 1.
    """

    edition: Edition
    indicator: str
    state: str
    year: int
    point: Decimal | None
    word: str
    low: Decimal | None
    high: Decimal | None
    row: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a value in it, that could not be read.

    Attributes:
        row: Number of the row in the table, from 1.
        why: Why, in a sentence that names what stands there.
    """

    row: int
    why: str


@dataclass
class Reading:
    """What was read of a table.

    Attributes:
        values: The values, in the order of the table.
        refused: What could not be read.
        missing: For each indicator, for how many rows of a state it has no value.
        left_out: Rows that are of no state, as of a territory.
        absent: Indicators that have no column in this table.
    """

    values: list[Value] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    absent: tuple[str, ...] = ()


def rows_of(dataset: Dataset, data: bytes) -> list[list[str]]:
    """The rows of a table as its makers give it out in text (CSV).

    Raises:
        IndexDataError: It is no text in the encoding of the data set, or no table.
    """
    try:
        text = data.decode(f"{dataset.encoding}-sig" if dataset.encoding == "utf-8" else dataset.encoding)
    except UnicodeDecodeError as error:
        msg = f"byte {error.start}: it is no text in {dataset.encoding}; take the table as its makers give it out"
        raise IndexDataError(msg) from error
    try:
        return list(csv.reader(text.splitlines(keepends=True), strict=True))
    except csv.Error as error:
        raise IndexDataError(f"it is no table of values separated by commas: {error}") from error


def sheet_of(dataset: Dataset, sheets: Sequence[Sequence[Sequence[str]]]) -> Sequence[Sequence[str]]:
    """The sheet of a workbook that is the table of a data set: the first that has its headings.

    Raises:
        IndexDataError: None has.
    """
    for rows in sheets:
        with suppress(IndexDataError):
            _headings(dataset, rows)
            return rows
    msg = f"no sheet has headings {dataset.state!r} and {dataset.year!r}: is it the workbook of {dataset.title}?"
    raise IndexDataError(msg)


def read(dataset: Dataset, rows: Sequence[Sequence[str]], edition: Edition) -> Reading:
    """Read a table.

    Args:
        dataset: The data set.
        rows: Its rows, headings among the first ten.
        edition: Which release it is.

    Raises:
        IndexDataError: The edition is of another data set, or the headings that name state and year, or every
            indicator, are not there.
    """
    if edition.dataset != dataset.id:
        raise IndexDataError(f"the edition is of {edition.dataset!r}, and the table of {dataset.id!r}")
    at, heads = _headings(dataset, rows)
    columns = {one.column: place for one in dataset.indicators.values() if (place := _place(one, heads)) is not None}
    if not columns:
        known = ", ".join(dataset.indicators)
        raise IndexDataError(f"none of its columns is one that is read of {dataset.title}: {known}")
    found = Reading(absent=tuple(head for head in dataset.indicators if head not in columns))
    seen: dict[tuple[str, str, int], Value] = {}
    for number, row in enumerate(rows[at + 1 :], at + 2):
        if not any(cell.strip() for cell in row):
            continue
        _row(dataset, edition, _Row(number, row, heads), columns, found, seen)
    found.values = list(seen.values())
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Sequence[str]
    heads: Mapping[str, int]

    def cell(self, heading: str) -> str:
        """What stands below a heading; empty: nothing, or there is no such heading."""
        place = self.heads.get(_plain(heading))
        return self.at(place) if place is not None else ""

    def at(self, place: int) -> str:
        return self.cells[place].strip() if place < len(self.cells) else ""


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _headings(dataset: Dataset, rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    wanted = {_plain(dataset.state), _plain(dataset.year)}
    for at, row in enumerate(rows[:_LOOKED_FOR_HEADINGS]):
        heads = {_plain(cell): place for place, cell in reversed(list(enumerate(row)))}
        if wanted <= heads.keys():
            return at, heads
    msg = f"no row of headings has {dataset.state!r} and {dataset.year!r}: is it the table of {dataset.title}?"
    raise IndexDataError(msg)


def _place(one: Indicator, heads: Mapping[str, int]) -> int | None:
    name = _plain(one.column)
    if not one.begins:
        return heads.get(name)
    # "8.4" is not the beginning of "8.41", nor "Factor 1" of "Factor 10".
    begun = [place for head, place in heads.items() if head.startswith(name) and not head[len(name) :][:1].isdigit()]
    return min(begun, default=None)


def _row(
    dataset: Dataset,
    edition: Edition,
    row: _Row,
    columns: Mapping[str, int],
    found: Reading,
    seen: dict[tuple[str, str, int], Value],
) -> None:
    if dataset.only and row.cell(dataset.only[0]) != dataset.only[1]:
        found.left_out += 1
        return
    name, told = row.cell(dataset.state), row.cell(dataset.year)
    state = code_of(name, dataset.coding)
    if state is None:
        found.refused.append(Refused(row.number, f"{dataset.state} {name!r} names no state that is known"))
        return
    if not told.isdecimal() or not _FIRST_YEAR <= int(told) + dataset.describes <= _LAST_YEAR:
        found.refused.append(Refused(row.number, f"{dataset.year} {told!r} is no year"))
        return
    year = int(told) + dataset.describes
    for head, place in columns.items():
        if (cell := row.at(place)) in dataset.missing:
            found.missing[head] = found.missing.get(head, 0) + 1
            continue
        one = dataset.indicators[head]
        try:
            value = _value(one, cell, row, dataset.missing)
        except ValueError as error:
            found.refused.append(Refused(row.number, f"{head} {cell!r}: {error}"))
            continue
        made = Value(edition, head, state, year, *value, row.number)
        before = seen.setdefault((head, state, year), made)
        if (before.point, before.word) != (made.point, made.word):
            why = f"{head} of {state} for {year} stands in row {before.row} too, with another value"
            found.refused.append(Refused(row.number, why))


def _interval(one: Indicator, point: Decimal, row: _Row, missing: frozenset[str]) -> Iterator[Decimal | None]:
    if one.deviation:
        told = row.cell(one.deviation)
        spread = None if told in missing else abs(_number(told))
        yield from (None, None) if spread is None else (point - spread, point + spread)
        return
    for heading in one.interval or ("", ""):
        cell = row.cell(heading)
        yield _number(cell) if cell not in missing else None


def _value(
    one: Indicator, cell: str, row: _Row, missing: frozenset[str]
) -> tuple[Decimal | None, str, Decimal | None, Decimal | None]:
    """Point, word, and interval.

    Raises:
        ValueError: It is no value of this indicator; the message says why.
    """
    if one.words:
        word = one.words.get(cell) or one.words.get(cell.removesuffix(".0"))
        if word is None:
            raise ValueError(f"it is none of {', '.join(one.words)}")
        return None, word, None, None
    point = _number(cell)
    if (one.low is not None and point < one.low) or (one.high is not None and point > one.high):
        raise ValueError(f"it lies outside {one.low} to {one.high}")
    low, high = _interval(one, point, row, missing)
    return point, "", low, high


def _number(cell: str) -> Decimal:
    try:
        number = Decimal(cell)
    except InvalidOperation:
        raise ValueError("it is no number") from None
    if not number.is_finite():
        raise ValueError("it is no number")
    return number
