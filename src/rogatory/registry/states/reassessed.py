"""What was judged anew because the record of a state changed: the copies, for whoever the case concerns."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.reassessing import rulings_told
from rogatory.people.mandates import state_of_stream
from rogatory.registry.states.models import Lived, Reassessed, RecordEntry


def keep(entry: Entry) -> int:
    """Copy what an entry says of each case, and that the record was taken into account; returns how many cases."""
    state, cases = state_of_stream(entry.case), dict[str, list[Mapping[str, Any]]]()
    for case, told in rulings_told(entry.fields):
        cases.setdefault(case, []).append(told)
    rows = [
        Reassessed(seq=entry.seq, case=case, state=state, at=entry.at, told=_text(entry.fields["questions"], rulings))
        for case, rulings in cases.items()
    ]
    Reassessed.objects.bulk_create(rows, batch_size=500)
    RecordEntry.objects.filter(state=state, seq__lte=entry.fields["upto"]).update(weighed=True)
    if "own" in entry.fields:
        _weighed(state, {(kind, question): date.fromisoformat(day) for kind, question, day in entry.fields["own"]})
    return len(rows)


def _weighed(state: str, own: Mapping[tuple[str, str], date]) -> None:
    """What own cases say of a state was taken into account as `own` tells it; the rest says nothing any more."""
    rows = {(row.kind, row.question): row for row in Lived.objects.filter(state=state)}
    for key in own.keys() | rows.keys():
        row = rows.get(key) or Lived(state=state, kind=key[0], question=key[1])
        row.weighed = own.get(key)
        row.pending = row.last != row.weighed
        if row.last or row.weighed:
            row.save()
        elif row.pk is not None:
            row.delete()


def _text(questions: Mapping[str, Any], rulings: list[Mapping[str, Any]]) -> str:
    return json.dumps({"questions": dict(questions), "rulings": rulings}, sort_keys=True)
