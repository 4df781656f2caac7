"""Making the copies of the record of states anew from the journal, or comparing them with what it makes of them."""

from collections.abc import Iterator

from rogatory.office.folds import experience as seen
from rogatory.office.folds.reassessing import REASSESSED
from rogatory.office.streams.recording import recorded
from rogatory.registry.cases import journal
from rogatory.registry.states import experience, reassessed
from rogatory.registry.states.door import row_of
from rogatory.registry.states.models import Experience, Lived, Reassessed, RecordEntry

_COLUMNS = ("seq", "act", "entry", "state", "on", "told")


def remake() -> None:
    """Make every copy of what was done to the record of states anew; only with the journal locked."""
    RecordEntry.objects.all().delete()
    Lived.objects.all().delete()
    Reassessed.objects.all().delete()
    RecordEntry.objects.bulk_create(_made())
    for stream in journal.records():
        for entry in journal.entries_of(stream):
            if entry.act == REASSESSED:
                reassessed.keep(entry)


def differing() -> Iterator[tuple[str, str, object, object]]:
    """Stream, what, what the copy says, and what the journal makes of it; nothing is changed."""
    made = {row.seq: tuple(getattr(row, name) for name in _COLUMNS) for row in _made()}
    kept = {row[0]: row for row in RecordEntry.objects.values_list(*_COLUMNS)}
    for seq in sorted(made.keys() | kept.keys()):
        if made.get(seq) != kept.get(seq):
            yield "", f"entry {seq} on the record of a state", kept.get(seq), made.get(seq)
    said: dict[str, list[seen.Lived]] = {}
    for row in Lived.objects.all():
        if row.last is not None:
            said.setdefault(row.state, []).append(seen.Lived(row.state, row.kind, row.question, row.last))
    for state in sorted(said.keys() | set(Experience.objects.exclude(asks="").values_list("state", flat=True))):
        if sorted(said.get(state, [])) != (lived := sorted(experience.lived_of(state))):
            yield "", f"what own cases say of {state}", said.get(state), lived


def _made() -> list[RecordEntry]:
    found = []
    for stream in journal.records():
        for entry in journal.entries_of(stream):
            if (one := recorded(entry)) is not None:
                found.append(row_of(entry.seq, one))
    return sorted(found, key=lambda row: row.seq)
