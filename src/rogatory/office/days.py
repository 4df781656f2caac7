"""Days that matter in a case and stand in its file: what ends, what grows too old to clear, what was entered.

Nothing is computed from a statute here: a period the law sets counts only once somebody has entered its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rogatory.law.evidence import lapses_on
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.apart import Veil, event_name
from rogatory.office.dossier import Dossier

MANDATE_ENDS, FINDING_LAPSES, FINDING_ENDS, EVENT = "mandate-ends", "finding-lapses", "finding-ends", "event"
LONGEST = 200
"""Characters of an event's text that are kept with its day."""


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day that matters.

    Attributes:
        on: The day: for what ends, the first day it no longer holds.
        what: `MANDATE_ENDS`, `FINDING_LAPSES` (from that day it is too old to clear, and the question is open again),
            `FINDING_ENDS`, or `EVENT`: something entered for a day to come, as a hearing or a time limit.
        about: Identifier of the mandate or finding; of an event its text (where that stands apart, its name)
    """

    on: date
    what: str
    about: str


def days_after(dossier: Dossier, day: date) -> tuple[Day, ...]:
    """The days after `day` (exclusive) that matter in a case, in order."""
    return tuple(sorted({d for d in _days(dossier, day) if d.on > day}))


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
    # The words of what stands apart are in no list.
    for number, event in enumerate(Veil(dossier.case, dossier.apart).over().events):
        yield Day(event.on, EVENT, event.text[:LONGEST] or event_name(number))
