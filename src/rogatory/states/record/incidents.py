"""Incidents of transnational repression, one a row (CSV), as those who count them write them.

Freedom House gives out reports, a map and counts of direct, physical incidents, and no table of them that is public;
this is the shape of such a table, with the columns its reports speak of. They do not count abuse of legal assistance.
"""

import csv
import re
from collections.abc import Mapping

from rogatory.states.indices.reading import Edition, IndexDataError, Refused
from rogatory.states.record.entries import Kind, Means
from rogatory.states.record.proposed import TNR, Proposal, Proposals, day_of, in_short, state_of

NEEDED = ("incident_id", "year", "origin_country", "incident_type", "source_publisher", "source_url")
"""Columns without which it is no table of incidents."""
BODILY = frozenset({"assassination", "assault", "abduction", "disappearance", "physical_intimidation"})
"""Types of incident that are done by the state itself (PACE Resolution 2509 (2023), point 1.1)."""
THROUGH_OTHERS = frozenset({"detention", "unlawful_deportation", "rendition", "extradition"})
"""Types that are done through the host state (point 1.2); by which of its bodies, the next column tells."""
INSTITUTIONS: Mapping[str, Means] = {
    "interpol_notice": Means.NOTICES,
    "interpol_diffusion": Means.NOTICES,
    "extradition": Means.ASSISTANCE,
    "mutual_legal_assistance": Means.ASSISTANCE,
    "passport": Means.DOCUMENTS,
    "consular": Means.DOCUMENTS,
}
"""What the host state was used by, and what means that is."""


def read_incidents(data: bytes, edition: Edition) -> Proposals:
    """Read a table of incidents.

    Args:
        data: Its bytes, CSV in UTF-8.
        edition: Which release it is.

    Raises:
        IndexDataError: It is no text in UTF-8, no table, or lacks a column that is needed.
    """
    found = Proposals(edition)
    for number, row in rows_with(data, NEEDED):
        try:
            found.proposals.append(_incident(number, row))
        except ValueError as error:
            found.refused.append(Refused(number, str(error)))
    return found


def rows_with(data: bytes, needed: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table by their headings, with the number of each, the headings being row 1.

    Raises:
        IndexDataError: It is no text in UTF-8, no table, or lacks a column.
    """
    try:
        reader = csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True, restval="")
        heads = [head.strip().casefold() for head in reader.fieldnames or ()]
        if missing := [head for head in needed if head.casefold() not in heads]:
            raise IndexDataError(f"row 1: there is no column {', '.join(missing)}; take the table with all its columns")
        reader.fieldnames = heads
        return [
            (number, {head: (cell or "").strip() for head, cell in row.items() if isinstance(head, str)})
            for number, row in enumerate(reader, 2)
        ]
    except UnicodeDecodeError as error:
        raise IndexDataError(f"byte {error.start}: it is no text in UTF-8; save the table as UTF-8") from error
    except csv.Error as error:
        raise IndexDataError(f"it is no table of values separated by commas: {error}") from error


def _incident(number: int, row: Mapping[str, str]) -> Proposal:
    state = state_of(row["origin_country"], "origin_country")
    host = state_of(row["host_country"], "host_country") if row.get("host_country") else ""
    what = row["incident_type"].casefold().replace(" ", "_")
    if what not in BODILY | THROUGH_OTHERS:
        known = ", ".join(sorted(BODILY | THROUGH_OTHERS))
        raise ValueError(f"incident_type {row['incident_type']!r} is not known: write one of {known}")
    if not row["source_publisher"] or not row["source_url"]:
        raise ValueError("source_publisher or source_url is empty: say who tells it, and where it is read")
    means, look = _means(what, row.get("co_opted_institution", ""))
    told = f", {day_of(row['source_date'], 'source_date')}" if row.get("source_date") else ""
    return Proposal(
        f"row {number}, {row['incident_id'] or 'without a number'}", state, Kind.INCIDENT, _when(row),
        _says(what, row), f"{row['source_publisher']}{told}", row["source_url"], (TNR,), means, host,
        (*look, "no person is named in it"),
    )  # fmt: skip


def _means(what: str, by: str) -> tuple[frozenset[Means], tuple[str, ...]]:
    if what in BODILY:
        return frozenset({Means.PHYSICAL}), ()
    if what == "extradition":
        return frozenset({Means.ASSISTANCE}), ()
    if known := INSTITUTIONS.get(by.casefold().replace(" ", "_")):
        return frozenset({known}), ()
    return frozenset(), ("by what means the host state was used: the table does not tell",)


def _when(row: Mapping[str, str]) -> str:
    year, month = row["year"], row.get("month", "")
    if not re.fullmatch(r"[12]\d{3}", year):
        raise ValueError(f"year {year!r} is no year: write four digits")
    if not month:
        return year
    if not re.fullmatch(r"0?[1-9]|1[0-2]", month):
        raise ValueError(f"month {month!r} is no month: write 1 to 12, or leave it empty")
    return f"{year}-{int(month):02}"


def _says(what: str, row: Mapping[str, str]) -> str:
    count = row.get("persons_count", "")
    if count and not (count.isdecimal() and int(count)):
        raise ValueError(f"persons_count {count!r} is no number of persons: write 1 or more, or leave it empty")
    who = "persons, how many is not told" if not count else "one person" if int(count) == 1 else f"{int(count)} persons"
    parts = [f"{what.replace('_', ' ')} of {who}"]
    if (by := row.get("co_opted_institution", "")) and by.casefold() != "none":
        parts.append(f"through {in_short(by).replace('_', ' ')}")
    if row.get("terrorism_label") == "1":
        parts.append("under an accusation of terrorism")
    if row.get("mass_event") == "1":
        parts.append("several at once")
    if row.get("outcome"):
        parts.append(f"outcome as told: {in_short(row['outcome'])}")
    return ", ".join(parts)
