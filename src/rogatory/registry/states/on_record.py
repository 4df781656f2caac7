"""What is on record about states here: what comes with the program, and what this office has put on record.

Every ruling in the registry is made of a case as `as_judged` gives it. What is read for each of them is asked in so
many words: to put the question together anew each time takes longer than the answer.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db import connection

from rogatory.casefile.model import CaseFile
from rogatory.office.folds import answered
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.experience import Lived, as_entries
from rogatory.office.streams.recording import Recorded, record_with
from rogatory.registry.states.models import RecordEntry
from rogatory.states.record.holding import Record, packaged_record


def record_here(upto: int | None = None, *, before: str = "") -> Record:
    """The record of every state as this office has it, with what its own closed cases say.

    Args:
        upto: Number of the journal's entry up to which something was put on it; None: as it stands.
        before: State of which own cases say what they did when its cases were last judged anew; empty: as they do.
    """
    return _with_own(*_last(upto), _own(before))


def put_here(upto: int | None = None) -> Record:
    """The record without what own cases say: what comes with the program, and what somebody put on it."""
    return _with_own(*_last(upto), ())


def _last(upto: int | None) -> tuple[int, str]:
    """Number and words of the last thing put on it, which name the record as it then stood."""
    until = "" if upto is None else "WHERE seq <= %s"
    with connection.cursor() as cursor:
        words = f"SELECT seq, told FROM states_recordentry {until} ORDER BY seq DESC LIMIT 1"  # noqa: S608 - own words
        cursor.execute(words, [] if upto is None else [upto])
        last: tuple[int, str] | None = cursor.fetchone()
    return last or (0, "")


@lru_cache(maxsize=8)
def _with_own(last: int, told: str, own: tuple[Lived, ...]) -> Record:
    rows = RecordEntry.objects.filter(seq__lte=last).order_by("seq") if last else ()
    record = record_with(packaged_record(), map(done, rows))
    return record.with_entries(as_entries(own)) if own else record


def _own(before: str) -> tuple[Lived, ...]:
    """What counts: a row for each state, kind and question, and there are few."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, kind, question, CAST(last AS text), CAST(weighed AS text) FROM states_lived"
            " ORDER BY state, kind, question"
        )
        return tuple(_counted(cursor.fetchall(), before))


def _counted(rows: Iterable[tuple[str, str, str, str | None, str | None]], before: str) -> Iterable[Lived]:
    for state, kind, question, last, weighed in rows:
        day = weighed if state == before else last
        if day is not None:
            yield Lived(state, kind, question, date.fromisoformat(day))


def done(row: RecordEntry) -> Recorded:
    """What a row says was done to the record of a state."""
    return Recorded(row.act, row.entry, row.state, row.on, json.loads(row.told))


def as_judged(dossier: Dossier, on: date | None = None) -> CaseFile:
    """The case as every ruling on it is made (`office.folds.answered.as_judged`), with what is on record here."""
    return answered.as_judged(dossier, on, record_here())
