"""How the rows for one state and one instrument answer a question about one day."""

from collections.abc import Sequence
from datetime import date, timedelta

from rogatory.law.sources import Check
from rogatory.states.records import Bond, ListedInstrument, Precision, Standing, Status, TreatyStatus
from rogatory.states.tables import state_name

EVIDENCE_LASTS = timedelta(days=366)
"""How long after its date evidence still confirms a status: about a year, a choice of this system."""
ABSENCE_LASTS = timedelta(days=5 * 366)
"""How long `none` or `signed` answers at all: an absence seen in 2015 is silent on 2024. A choice too."""

Verdict = tuple[Standing, str, TreatyStatus]
"""The standing, the sentence that gives it, and the row that decided."""


def answer(rows: Sequence[TreatyStatus], listed: ListedInstrument, on: date) -> Bond:
    """The bond that the rows (all of one state and `listed`, at least one) give for the day `on`."""
    standing, sentence, row = _covered(rows, on) or _outside(rows, on)
    open_points = _open_points(row, on)
    confirmed = standing is not Standing.UNCONFIRMED and not open_points
    why = f"{state_name(row.state)} {sentence}."
    if open_points:
        why += f" To be confirmed with the depositary ({listed.depositary}): {'; '.join(open_points)}."
    return Bond(listed.id, (row.state,), on, standing, confirmed, row.source, why, row.as_of)


def _covered(rows: Sequence[TreatyStatus], on: date) -> Verdict | None:
    """The verdict of the row that speaks of the day; None when none does."""
    row = next((r for r in rows if r.covers(on)), None)
    if row is None:
        return None
    if row.status in (Status.NONE, Status.SIGNED):
        return _absent(row, on)
    return _present(row, on)


def _absent(row: TreatyStatus, on: date) -> Verdict:
    kind = "had signed but not ratified" if row.status is Status.SIGNED else "was not a party to"
    if row.until is None and row.as_of_day is not None and on > row.as_of_day + ABSENCE_LASTS:
        return Standing.UNCONFIRMED, f"{kind} {row.instrument} in {row.as_of} and may have joined since", row
    return Standing.NOT_BOUND, f"{kind} {row.instrument} on {on}, as far as known", row


def _present(row: TreatyStatus, on: date) -> Verdict:
    if row.since is None:
        return Standing.UNCONFIRMED, f"has accepted {row.instrument}; from which day is not known", row
    if row.precision is Precision.YEAR and on.year == row.since.year:
        return Standing.UNCONFIRMED, f"became bound by {row.instrument} in {on.year}, on a day not known", row
    if row.precision is Precision.LATEST and on < row.since:
        sentence = f"is bound by {row.instrument} since {row.since} at the latest"
        return Standing.UNCONFIRMED, f"{sentence}; whether on {on} is not known", row
    since = {Precision.YEAR: f"{row.since.year}", Precision.LATEST: f"{row.since} at the latest"}
    begun = since.get(row.precision or Precision.DAY, f"{row.since}")
    if row.until is not None:
        return Standing.BOUND, f"was bound by {row.instrument} from {begun} and before {row.until}", row
    return Standing.BOUND, f"is bound by {row.instrument} since {begun}", row


def _outside(rows: Sequence[TreatyStatus], on: date) -> Verdict:
    """The verdict for a day of which no row speaks: before the first, after an end, or in between."""
    ended = [r for r in rows if r.until is not None and r.until <= on]
    if ended:
        row = max(ended, key=lambda r: r.until or date.min)
        sentence = f"is no longer bound by {row.instrument} since {row.until}"
    else:
        row = min(rows, key=lambda r: r.earliest)
        sentence = f"is bound by {row.instrument} only since {row.since}, not on {on}"
    if row.status in (Status.NONE, Status.SIGNED):
        return Standing.UNCONFIRMED, f"has no row for {row.instrument} that speaks of {on}", row
    return Standing.NOT_BOUND, sentence, row


def _open_points(row: TreatyStatus, on: date) -> list[str]:
    """What keeps the row from confirming its answer for the day; empty when nothing does."""
    points = []
    if row.status_check is not Check.VERIFIED:
        points.append("the status is general knowledge")
    if row.since is not None and row.date_check is not Check.VERIFIED:
        points.append("the day is general knowledge")
    if row.as_of_day is None:
        points.append("the age of the evidence is not known")
    elif on > row.as_of_day + EVIDENCE_LASTS:
        points.append(f"the evidence is of {row.as_of}, more than a year before {on}")
    return points
