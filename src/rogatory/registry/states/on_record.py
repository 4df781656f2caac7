"""What is on record about states here: what comes with the program, and what this office has put on record.

Every ruling in the registry is made of a case as `as_judged` gives it.
"""

import json
from datetime import date
from functools import lru_cache

from rogatory.casefile.model import CaseFile
from rogatory.office import answered
from rogatory.office.dossier import Dossier
from rogatory.office.recording import Recorded, record_with
from rogatory.registry.states.models import RecordEntry
from rogatory.states.record.holding import Record, packaged_record


def record_here(upto: int | None = None) -> Record:
    """The record of every state as this office has it.

    Args:
        upto: Number of the journal's entry up to which; None: as it stands.
    """
    rows = RecordEntry.objects.all() if upto is None else RecordEntry.objects.filter(seq__lte=upto)
    last = rows.order_by("-seq").values_list("seq", "told").first()
    return _record(*last) if last else packaged_record()


@lru_cache(maxsize=8)
def _record(last: int, told: str) -> Record:
    rows = RecordEntry.objects.filter(seq__lte=last).order_by("seq")
    return record_with(packaged_record(), map(done, rows))


def done(row: RecordEntry) -> Recorded:
    """What a row says was done to the record of a state."""
    return Recorded(row.act, row.entry, row.state, row.on, json.loads(row.told))


def as_judged(dossier: Dossier, on: date | None = None) -> CaseFile:
    """The case as every ruling on it is made (`office.answered.as_judged`), with what is on record here."""
    return answered.as_judged(dossier, on, record_here())
