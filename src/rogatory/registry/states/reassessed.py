"""What was judged anew because the record of a state changed: the copies, for whoever the case concerns."""

import json
from collections.abc import Mapping
from typing import Any

from rogatory.office.dossier import Entry
from rogatory.office.reassessing import rulings_told
from rogatory.people.mandates import state_of_stream
from rogatory.registry.states.models import Reassessed, RecordEntry


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
    return len(rows)


def _text(questions: Mapping[str, Any], rulings: list[Mapping[str, Any]]) -> str:
    return json.dumps({"questions": dict(questions), "rulings": rulings}, sort_keys=True)
