"""Tables of who takes part in a treaty of the United Nations, as rows of treaty status.

Two shapes: the page of participants of the UN Treaty Collection, one treaty a table (`26 Aug 1998 a`), and a list of
states by year. Whoever brings one in says when it was read, and where: the rows are attested with that, and the first
day in force follows from the treaty's own rule. What a table leaves out is never a no.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from rogatory.law.sources import Check
from rogatory.states.indices.reading import Refused
from rogatory.states.record.incidents import rows_with
from rogatory.states.record.proposed import state_of
from rogatory.states.records import ListedInstrument, Precision, Status, TreatyDataError, TreatyStatus

IN_FORCE_AFTER: Mapping[str, int] = {
    "UNCAT": 30, "OPCAT": 30, "ICPPED": 30, "UNTOC": 30, "UNCAC": 30, "BOMBINGS-1997": 30, "FINANCING-1999": 30,
    "NUCLEAR-2005": 30, "HOSTAGES-1979": 30, "REFUGEE-1951": 90, "VIENNA-1988": 90, "REFUGEE-1967": 0,
}  # fmt: skip
"""On the how manieth day after its deposit a treaty is in force for a state (UNCAT Art. 27(2), OPCAT Art. 28(2), ICPPED
Art. 39(2), UNTOC Art. 38(2), UNCAC Art. 68(2), 1951 Convention Art. 43(2), 1988 Convention Art. 29(2), 1967 Protocol
Art. VIII(2) and the final clauses of the others)."""
IN_FORCE_AFTER_MONTHS: Mapping[str, int] = {"ICCPR": 3, "ICCPR-OP1": 3, "ICCPR-OP2": 3}
"""The same in months (ICCPR Art. 49(2), its protocols Arts 9(2) and 8(2))."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"[12]\d{3}")
_TOLD = re.compile(r"(?:\[?\s*)(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\s*\]?\s*(a|d|A|AA|c|P)?")
_FOOTNOTES = re.compile(r"\s*\[?\d+(,\s*\d+)*\]?$")


@dataclass
class Participants:
    """What was read of a table.

    Attributes:
        rows: The rows of treaty status.
        refused: What could not be read, with its row and why.
    """

    rows: list[TreatyStatus] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read_participants(data: bytes, instrument: ListedInstrument, as_of: date, source: str) -> Participants:
    """Read the participants of one treaty.

    Args:
        data: CSV in UTF-8: `Participant`, `Signature`, and a column of ratification, whatever its heading.
        instrument: The treaty it is of.
        as_of: Day on which the page was read.
        source: Where.

    Raises:
        IndexDataError: It is no such table.
        ValueError: It is not known when this treaty comes into force for a state that joins.
    """
    if instrument.id not in IN_FORCE_AFTER and instrument.id not in IN_FORCE_AFTER_MONTHS:
        known = ", ".join([*IN_FORCE_AFTER, *IN_FORCE_AFTER_MONTHS])
        raise ValueError(f"when {instrument.id} comes into force for a state is not known here: give one of {known}")
    found = Participants()
    for number, row in rows_with(data, ("participant",)):
        try:
            found.rows.append(_participant(row, instrument, as_of, source))
        except ValueError as error:
            found.refused.append(Refused(number, str(error)))
    return found


def _participant(row: Mapping[str, str], instrument: ListedInstrument, as_of: date, source: str) -> TreatyStatus:
    state = state_of(_FOOTNOTES.sub("", row["participant"]).strip(), "Participant")
    signed = row.get("signature", "")
    bound = next((cell for head, cell in row.items() if head not in ("participant", "signature") and cell), "")
    if bound:
        day, how = _told(bound)
        since, note = _in_force(day, how, instrument)
        precision = Precision.LATEST if how == "d" else Precision.DAY
        return TreatyStatus(
            state, instrument.id, Status.PARTY, since, None, precision, Check.VERIFIED, Check.VERIFIED,
            as_of.isoformat(), "", source, note,
        )  # fmt: skip
    if not signed:
        raise ValueError(f"{row['participant']!r} has neither signed nor joined: leave the row out")
    note = f"signed {_told(signed)[0]}"
    return TreatyStatus(
        state, instrument.id, Status.SIGNED, status_check=Check.VERIFIED, date_check=Check.VERIFIED,
        as_of=as_of.isoformat(), source=source, note=note,
    )  # fmt: skip


def _told(cell: str) -> tuple[date, str]:
    """The day a cell tells, and the letter behind it (a: accession, d: succession, A: acceptance, AA: approval)."""
    told = _TOLD.search(cell)
    if told is None or told[2].casefold() not in _MONTHS:
        raise ValueError(f"{cell!r} is no day: it is written 26 Aug 1998, perhaps with a letter behind")
    try:
        return date(int(told[3]), _MONTHS.index(told[2].casefold()) + 1, int(told[1])), told[4] or ""
    except ValueError:
        raise ValueError(f"{cell!r} is no day of the calendar") from None


def _in_force(day: date, how: str, instrument: ListedInstrument) -> tuple[date, str]:
    """First day in force for a state that deposited on `day`, and the words that say how it follows."""
    if how == "d":
        # Who succeeds was bound before: from when, the table does not tell.
        return max(day, instrument.not_before), f"succession notified {day}; bound by that day at the latest"
    if (months := IN_FORCE_AFTER_MONTHS.get(instrument.id)) is not None:
        since = _months_after(day, months)
    else:
        since = day + timedelta(days=IN_FORCE_AFTER[instrument.id])
    return max(since, instrument.not_before), f"deposited {day}, in force by the treaty's own rule"


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th day")


def read_by_year(data: bytes, instruments: Mapping[str, ListedInstrument], as_of: date, source: str) -> Participants:
    """Read a list of states by treaty and year: who is a party, who has signed, who has done nothing.

    Args:
        data: CSV in UTF-8: `instrument`, `iso2`, `state party`, `year ratification or accession`, `signatory`,
            `no action`, each of the last three 1 or 0.
        instruments: Which treaty each word of its first column means.
        as_of: Day the list speaks of.
        source: Where it was read.

    Raises:
        IndexDataError: It is no such table.
    """
    found = Participants()
    needed = ("instrument", "iso2", "state party", "year ratification or accession", "signatory", "no action")
    for number, row in rows_with(data, needed):
        try:
            found.rows.append(_by_year(row, instruments, as_of, source))
        except (ValueError, TreatyDataError) as error:
            found.refused.append(Refused(number, str(error)))
    return found


def _by_year(
    row: Mapping[str, str], instruments: Mapping[str, ListedInstrument], as_of: date, source: str
) -> TreatyStatus:
    instrument = instruments.get(row["instrument"])
    if instrument is None:
        raise ValueError(f"instrument {row['instrument']!r} is none of {', '.join(instruments)}")
    flags = [row[head] for head in ("state party", "signatory", "no action")]
    if sorted(flags) != ["0", "0", "1"]:
        raise ValueError(f"state party, signatory, no action are {', '.join(flags)}: exactly one is 1, the others 0")
    if (said := row.get("status", "")) and (said == "state party") != (flags[0] == "1"):
        raise ValueError(f"status {said!r} says otherwise than its flags: read the depositary's page")
    state, year = state_of(row["iso2"], "iso2"), row["year ratification or accession"]
    if flags[0] == "0":
        status, since, note = Status.SIGNED if flags[1] == "1" else Status.NONE, None, ""
    elif _YEAR.fullmatch(year):
        # The year is that of the deposit: by the end of the next it was in force, whatever the rule.
        status, note = Status.PARTY, f"joined in {year}; the day is not told"
        since = max(date(int(year) + 1, 12, 31), instrument.not_before)
    else:
        raise ValueError(f"year {year!r} is no year: a party has one")
    return TreatyStatus(
        state, instrument.id, status, since, None, Precision.LATEST if since else None, Check.VERIFIED, Check.VERIFIED,
        as_of.isoformat(), "", source, note,
    )  # fmt: skip
