"""Days that matter in a case and stand in its file: what ends, what grows too old to clear, what was entered.

Nothing is computed from a statute here: a period the law sets counts only once somebody has entered its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rogatory.law.evidence import lapses_on
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.folds.aftermath import to_mend
from rogatory.office.folds.apart import Veil, event_name
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.round_trips import trips

MANDATE_ENDS, FINDING_LAPSES, FINDING_ENDS, EVENT = "mandate-ends", "finding-lapses", "finding-ends", "event"
ANSWER_DUE, MENDING = "answer-due", "mending"
LONGEST = 200
"""Characters of an event's text that are kept with its day."""


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day that matters.

    Attributes:
        on: The day: for what ends, the first day it no longer holds.
        what: `ANSWER_DUE` (the last day for an answer that is still open, and is told also once it has passed),
            `MENDING` (the last day for something that follows a breach, or for reparation, told so long too),
            `MANDATE_ENDS`, `FINDING_LAPSES` (from that day it is too old to clear, and the question is open again),
            `FINDING_ENDS`, or `EVENT`: something entered for a day to come, as a hearing or a time limit.
        about: Identifier of the mandate or finding; of an event its text (where that stands apart, its name); of an
            answer the kind and name of the letter (of one that not everybody reads, nothing); of what is to be mended,
            the step or stage, and the name of the breach or reparation.
    """

    on: date
    what: str
    about: str


def days_after(dossier: Dossier, day: date) -> tuple[Day, ...]:
    """The days after `day` (exclusive) that matter in a case, in order, and those on which answers were due."""
    return tuple(sorted({d for d in _days(dossier, day) if d.on > day or d.what in (ANSWER_DUE, MENDING)}))


def _days(dossier: Dossier, day: date) -> Iterator[Day]:
    for ident, mandate in dossier.mandates.items():
        if mandate.until:
            yield Day(mandate.until, MANDATE_ENDS, ident)
    for finding in dossier.case.findings:
        if finding.until is not None and finding.until <= day:
            continue
        if finding.until:
            yield Day(finding.until, FINDING_ENDS, finding.id)
        lapses = lapses_on(VOCABULARY[finding.question], finding.answer, finding.as_of)
        if lapses and (finding.until is None or lapses < finding.until):
            yield Day(lapses, FINDING_LAPSES, finding.id)
    for trip in trips(dossier.documents, day):
        if trip.runs:
            # That a letter waits is no secret; what it is may be one.
            closed = any(d.apart for d in trip.letters)
            about = "" if closed else f"{trip.letter.kind} {trip.letter.name}"
            yield Day(trip.standing.exchange.due, ANSWER_DUE, about)
    yield from (Day(on, MENDING, about) for on, about in to_mend(dossier, day))
    # The words of what stands apart are in no list.
    for number, event in enumerate(Veil(dossier.case, dossier.apart).over().events):
        yield Day(event.on, EVENT, event.text[:LONGEST] or event_name(number))
