"""A table as others keep it (CSV), made into entries by a mapping: one row, one entry."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NoReturn

from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.words import field_name, listed, near
from rogatory.intake.yaml_source import UNPRINTABLE
from rogatory.registers.format import KnownPart
from rogatory.registers.imported import LARGEST_BYTES, Gatherer, Imported, identifier
from rogatory.registers.mapping import (
    LISTS_OF_ENTRY,
    LISTS_OF_PERSON,
    LISTS_OF_PROCEEDING,
    NAME_PARTS,
    PERIOD,
    TOLD,
    MappingPart,
)
from rogatory.registers.model import Register, RegisterKind
from rogatory.registers.roles import main_role, role_beside

Values = dict[str, Any]

MOST_COLUMNS = 1_000
"""Columns a table may have."""


def read_table(data: bytes, name: str, mapping: MappingPart, into: Register) -> Imported:
    """Read a table.

    Args:
        data: The bytes of the file; the first row names the columns.
        name: Its name, for messages.
        mapping: What the columns feed.
        into: The register the rows come into.

    Raises:
        CaseFileError: The table is too large, in another encoding, broken, or lacks a column of the mapping.
    """
    if len(data) > LARGEST_BYTES:
        _refuse(name, 0, f"the file has more than {LARGEST_BYTES:,} bytes", "Split it.")
    rows = _rows(_decode(data, name, mapping.encoding), name, mapping.delimiter)
    line, columns = next(rows, (1, []))
    columns = [column.strip() for column in columns]
    gatherer = Gatherer(into)
    _check_columns(columns, name, mapping, line)
    for column in columns:
        if column not in mapping.columns and column not in mapping.left_out:
            gatherer.not_used(f"column {field_name(column)}", f"line {line}")
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        gatherer.read += 1
        place = f"line {line}"
        if len(cells) != len(columns):
            why = f"{len(cells)} cells under {len(columns)} columns. Quote a cell that holds `{mapping.delimiter}`."
            gatherer.leave_out(place, "", why)
            continue
        gatherer.take(_entry(dict(zip(columns, cells, strict=True)), mapping, into.kind), place)
    return gatherer.made()


def _decode(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = f"the byte 0x{data[error.start]:02X} there is not {encoding}"
        _refuse(name, line, problem, "Name the encoding in the mapping, as `encoding: windows-1251`.")
    if bad := UNPRINTABLE.search(text):
        line = text[: bad.start()].count("\n") + 1
        _refuse(name, line, f"a control character (U+{ord(bad[0]):04X})", "Remove it; check the encoding.")
    return text


def _rows(text: str, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        mend = "Close the quote opened there, and double a quote inside quotes."
        _refuse(name, reader.line_num, f"this is no table ({error})", mend)


def _check_columns(columns: Sequence[str], name: str, mapping: MappingPart, line: int) -> None:
    faults = []
    if len(columns) > MOST_COLUMNS:
        faults.append(Fault(line, "", f"more than {MOST_COLUMNS:,} columns", "Leave out what no field is fed by."))
    else:
        for column in (*mapping.columns, *mapping.left_out):
            if column not in columns:
                names = [field_name(c) for c in columns]
                mend = near(column, names) or f"The table has: {listed(names)}."
                faults.append(Fault(line, "", f"there is no column {field_name(column)}", mend))
        for column in dict.fromkeys(c for c in mapping.columns if columns.count(c) > 1):
            faults.append(Fault(line, "", f"the column {field_name(column)} stands twice", "Give each its own name."))
    if faults:
        raise CaseFileError(name, tuple(faults))


def _entry(row: Mapping[str, str], mapping: MappingPart, kind: RegisterKind) -> Values:
    """The values of an entry, as they would be written by hand."""
    fed = {field: _cell(value, {}, mapping.several) for field, value in mapping.fixed.items()}
    for column, field in mapping.columns.items():
        fed.setdefault(field, []).extend(_cell(row[column], mapping.words.get(column, {}), mapping.several))
    entry: Values = {}
    persons: dict[str, Values] = {}
    proceeding: Values = {}
    for field, told in fed.items():
        if not told:
            continue
        group, name = _group_and_name(field)
        if not group:
            _put(entry, name, told, LISTS_OF_ENTRY)
        elif group == "proceeding":
            _put(proceeding, name, told, LISTS_OF_PROCEEDING)
        else:
            _put(persons.setdefault(group, {}), name, told, LISTS_OF_PERSON)
    if "id" in entry:
        entry["id"] = identifier(entry["id"])
    named, relations = _persons(persons, entry, main_role(kind))
    parties = [{"person": p["id"], "role": persons[p["id"]]["party"]} for p in named if "party" in persons[p["id"]]]
    return entry | {"persons": named, "relations": relations, "proceedings": _proceedings(proceeding, parties)}


@lru_cache(maxsize=1_000)
def _group_and_name(field: str) -> tuple[str, str]:
    """`person2.names` in two; of a field of the entry the first is empty."""
    group, _, name = field.rpartition(".")
    return group, name


def _cell(cell: str, words: Mapping[str, str], several: str | None) -> list[str]:
    values = [value.strip() for value in (cell.split(several) if several else [cell])]
    return [words.get(value, value) for value in values if value]


def _put(where: Values, name: str, told: list[str], lists: Sequence[str]) -> None:
    where[name] = list(dict.fromkeys(told)) if name in lists else " ".join(dict.fromkeys(told))


def _persons(persons: Mapping[str, Values], entry: Values, main: str) -> tuple[list[Values], list[Values]]:
    """The persons of a row, the first one first, and what each further one is to the first."""
    made, relations = [], []
    for ident, told in sorted(persons.items()):
        whole = " ".join(told[part] for part in NAME_PARTS if part in told)
        names = dict.fromkeys((*([whole] if whole else []), *told.get("names", ())))
        kept = {name: value for name, value in told.items() if name in KnownPart.model_fields and name != "names"}
        if ident != "person" and not (names or told.get("numbers")):
            # In most rows the cells of a further person are empty.
            continue
        role = role_beside(told["is"]) if "is" in told else main
        made.append({"id": ident, "role": role, "names": list(names), **kept})
        if "is" in told and ident != "person":
            relations.append({"of": ident, "kind": told["is"], "to": "person", "source": entry.get("source", "")})
    return made, relations


def _proceedings(told: Values, parties: list[Values]) -> list[Values]:
    if not told:
        return []
    made = {name: [{"text": word} for word in value] if name in TOLD else value for name, value in told.items()}
    period = {side: made.pop(side) for side in PERIOD if side in made}
    return [{"id": "proceeding", **made, **({"period": period} if period else {}), "parties": parties}]


def _refuse(name: str, line: int, problem: str, mend: str) -> NoReturn:
    raise CaseFileError(name, (Fault(line, "", problem, mend),))
