"""The packaged data of this room: instruments, names of states, and the rows of treaty status."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from rogatory.states.records import ListedInstrument, TreatyDataError, TreatyStatus, read_status

KINDS = frozenset({"rights", "extradition", "assistance", "data", "other"})


def _packaged(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    text = files("rogatory.states").joinpath("data", name).read_text(encoding="utf-8")
    return _records(name, text)


def _records(name: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each record of a table with the words that name its place."""
    reader = csv.DictReader(text.splitlines(), strict=True)
    for record in reader:
        where = f"{name} line {reader.line_num}"
        if None in record or None in record.values():
            width = len(reader.fieldnames or ())
            raise TreatyDataError(f"{where}: not {width} fields; check commas and quotes")
        yield where, record


@cache
def listed_instruments() -> tuple[ListedInstrument, ...]:
    """Every instrument of `instruments.csv`, in the order of the file.

    Raises:
        TreatyDataError: The file is malformed.
    """
    return tuple(_instrument(where, record) for where, record in _packaged("instruments.csv"))


def _instrument(where: str, record: dict[str, str]) -> ListedInstrument:
    kinds = frozenset(record["kind"].split("+"))
    if unknown := sorted(kinds - KINDS):
        known = sorted(KINDS)
        raise TreatyDataError(f"{where}: unknown kind {unknown}; write one or two of {known}, joined by +")
    days = (record["opened"], record["in_force"])
    try:
        opened, in_force = (date.fromisoformat(day) if day else None for day in days)
    except ValueError as wrong:
        raise TreatyDataError(f"{where}: {wrong}; write days as YYYY-MM-DD") from None
    return ListedInstrument(record["id"], record["title"], kinds, record["depositary"], opened, in_force)


@cache
def _names() -> dict[str, str]:
    return {record["code"]: record["name"] for _, record in _packaged("states.csv")}


def state_name(code: str) -> str:
    """The English short name of a state of the matrix; the code itself for a state it does not hold.

    >>> state_name("KZ"), state_name("XX")
    ('Kazakhstan', 'XX')
    """
    return _names().get(code, code)


def is_listed_state(code: str) -> bool:
    """Whether the matrix was made with this state (or INTERPOL) in it."""
    return code in _names()


def packaged_rows() -> tuple[TreatyStatus, ...]:
    """Every row of `treaty_status.csv`.

    Raises:
        TreatyDataError: A row is malformed.
    """
    return tuple(read_status(record, where=where) for where, record in _packaged("treaty_status.csv"))
