"""Treaty statuses attested in a case file: checked here, where the line can still be named."""

from datetime import date

from rogatory.casefile.model import CaseFile
from rogatory.intake.countries import NO_CODE, country_meant, is_country
from rogatory.intake.days import first_day
from rogatory.intake.format import TreatyPart
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, shown
from rogatory.states.records import TreatyDataError, TreatyStatus, bilateral_parties, read_status
from rogatory.states.tables import listed_instruments
from rogatory.states.treaties import TreatyMatrix, packaged_matrix

_YEAR, _DAY = 4, 10
"""Lengths of a year and of a day as they are written."""


def check_treaties(parts: list[TreatyPart], case: CaseFile, tally: Tally) -> None:
    """Note what keeps a row from standing: alone, beside the packaged rows, and beside the others."""
    if not parts:
        return
    day = case.last_day()
    if day is None and not tally.broken:
        problem = "a treaty status is attested as of the last day the file speaks of, and it names no day"
        tally.say(("treaties",), problem, "Add `received:` to the request.")
    rows = [_row(part, ("treaties", i), day or date.max, tally) for i, part in enumerate(parts)]
    _check_together(rows, tally)


def _row(part: TreatyPart, path: Path, day: date, tally: Tally) -> TreatyStatus | None:
    """The row, as the bench will read it; None where it cannot stand."""
    if not is_country(part.state):
        mend = country_meant(part.state) or NO_CODE.partition(";")[0] + "."
        tally.say((*path, "state"), f"{shown(part.state)} is no state", mend)
    listed = [i.id for i in listed_instruments()]
    if part.instrument not in listed and bilateral_parties(part.instrument) is None:
        mend = "Write BILATERAL:BE-KZ for a treaty of two states, the codes in alphabetical order."
        near = _turned(part.instrument) or tally.near(part.instrument, listed)
        tally.say(
            (*path, "instrument"), f"{shown(part.instrument)} is no instrument of the treaty matrix", near or mend
        )
    if not part.source.strip():
        tally.say((*path, "source"), "a status is attested by its source, and none is given", "Say where it was read.")
    _check_day(part.since, (*path, "since"), tally, year=True)
    _check_day(part.until, (*path, "until"), tally, year=False)
    if tally.spoilt(path):
        return None
    written = {
        "state": part.state, "instrument": part.instrument, "status": part.status, "from": part.since or "",
        "to": part.until or "", "source": part.source, "status_check": "verified", "date_check": "verified",
        "as_of": day.isoformat(),
    }  # fmt: skip
    try:
        row = read_status(written, where="")
        TreatyMatrix(listed_instruments(), [row])
    except TreatyDataError as error:
        _say(error, path, tally)
        return None
    return row


def _turned(instrument: str) -> str:
    """The treaty of two states that is meant where their order is wrong."""
    kind, _, states = instrument.partition(":")
    first, _, second = states.partition("-")
    turned = f"{kind}:{second}-{first}"
    return f"Did you mean {turned}?" if bilateral_parties(turned) else ""


def _check_day(text: str | None, path: Path, tally: Tally, *, year: bool) -> None:
    if text is None:
        return
    try:
        first_day(text)
    except ValueError as error:
        tally.say(path, str(error), "Correct the day.")
        return
    if len(text) != _DAY and not (year and len(text) == _YEAR):
        also = ", or 2019 if no more is known" if year else ""
        tally.say(path, f"{shown(text)} is no day of a treaty", f"Write a day as 2019-10-01{also}.")


def _check_together(rows: list[TreatyStatus | None], tally: Tally) -> None:
    """Rows of one state and instrument may not speak of the same days."""
    standing = [row for row in rows if row]
    told = {(row.state, row.instrument) for row in standing}
    # Of the packaged rows only those can be in the way that speak of the same state and instrument.
    beside = [row for row in packaged_matrix().rows if (row.state, row.instrument) in told]
    try:
        TreatyMatrix(listed_instruments(), beside).with_rows(standing)
    except TreatyDataError as error:
        for i, row in enumerate(rows):
            if row and any(other and row.overlaps(other) for other in rows[:i]):
                _say(error, ("treaties", i), tally)
                return
        _say(error, ("treaties",), tally)


def _say(error: TreatyDataError, path: Path, tally: Tally) -> None:
    """The matrix speaks of the columns of its own file, and the mend in its last words."""
    text = str(error).removeprefix(": ").replace("'from'", "`since`").replace("'to'", "`until`")
    mend = text.partition("treaty status of ")[2].partition(": ")[2] or text
    tally.say(path, "this treaty status cannot stand", f"{mend[:1].upper()}{mend[1:]}.")
