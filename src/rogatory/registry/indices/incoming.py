"""Files that come in: a table or workbook of a data set, read whole; and values as they are kept."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from rogatory.extraction.tables import sheets_in_sandbox
from rogatory.extraction.workbook import WorkbookError, is_workbook
from rogatory.office.errors import FormError
from rogatory.states.indices.catalogue import Dataset, catalogue
from rogatory.states.indices.reading import Edition, IndexDataError, Reading, Value, read, rows_of, sheet_of

LARGEST_BYTES = 150_000_000
"""Largest file that comes in, in bytes; V-Dem's country-year table without its coders is smaller."""


def dataset_of(key: str) -> Dataset:
    """The data set of that key.

    Raises:
        FormError: There is none.
    """
    if (found := catalogue().get(key)) is None:
        raise FormError("dataset", f"there is no data set {key!r}", f"Write one of: {', '.join(catalogue())}")
    return found


def read_release(key: str, data: bytes, edition: str, read_on: date, licence: str) -> Reading:
    """Read a file of a data set.

    Args:
        key: The data set.
        data: The bytes of the file: CSV, XLSX or ODS.
        edition: Its edition, in its makers' words.
        read_on: Day it was fetched.
        licence: Its licence, as it was read there.

    Raises:
        FormError: There is no such data set, or it is no file of it; the message names place and mend.
    """
    dataset = dataset_of(key)
    if len(data) > LARGEST_BYTES:
        raise FormError("file", f"it has more than {LARGEST_BYTES:,} bytes", "Take the table without what is not read")
    try:
        told = Edition(key, edition, read_on, licence)
        rows = sheet_of(dataset, sheets_in_sandbox(data)) if is_workbook(data) else rows_of(dataset, data)
        return read(dataset, rows, told)
    except (IndexDataError, WorkbookError) as error:
        raise FormError("file", str(error), f"It is given out at {dataset.home}") from error


def told_of(values: Iterable[Value]) -> Mapping[str, str]:
    """The values as they are kept: for each state a list of them as JSON."""
    by_state: dict[str, list[list[object]]] = defaultdict(list)
    for one in values:
        numbers = [None if n is None else str(n) for n in (one.point, one.low, one.high)]
        by_state[one.state].append([one.indicator, one.year, *numbers, one.word, one.row])
    return {state: json.dumps(told, ensure_ascii=False, separators=(",", ":")) for state, told in by_state.items()}


def values_of(told: str, state: str, edition: Edition) -> list[Value]:
    """The values of a state as they were read (`told_of`)."""
    return [
        Value(edition, indicator, state, year, _number(point), word, _number(low), _number(high), row)
        for indicator, year, point, low, high, word, row in json.loads(told)
    ]


def _number(told: str | None) -> Decimal | None:
    return None if told is None else Decimal(told)
