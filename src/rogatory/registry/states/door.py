"""The door to the record of states: what is put on it, each in one transaction with its entry.

Web, API and command line call `put` and nothing else. The cases of the state are judged anew afterwards, by the work
that runs by itself (`registry.cases.reassessing`); an act done meanwhile is judged with the record as it then stands.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.recording import Recorded, recorded
from rogatory.office.streams.recording import put as put_so
from rogatory.people.mandates import EVERY_CASE, Actor, state_stream
from rogatory.registry.cases import copies, journal
from rogatory.registry.states.models import RecordEntry
from rogatory.registry.states.on_record import put_here


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an attempt at the record of a state.

    Attributes:
        state: The state.
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
    """

    state: str
    seq: int
    result: Done | Barred


def put(
    account: str, act: str, state: str, entry: str = "", form: Mapping[str, Any] | None = None, *,
    at: datetime | None = None,
) -> Kept:  # fmt: skip
    """Put something on the record of a state; a barred attempt is recorded all the same.

    Args:
        account: Public identifier of the account that acts.
        act: `enter-on-record`, `answer-on-record` or `replace-on-record`.
        state: The state, two letters.
        entry: The entry replied to or replaced; empty: a new one.
        form: What was filled in (`office.streams.recording.put`).
        at: Moment; None: now.

    Raises:
        UnknownActError: There is no such act.
        UnknownObjectError: There is no such state, or no such entry.
        FormError: What was filled in cannot be taken.
    """
    at = at or timezone.now()
    stream = state_stream(state)
    with transaction.atomic(durable=True):
        journal.lock()
        actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
        attempt = Attempt(act, entry, stream, actor, timezone.localtime(at), form or {})
        result = put_so(attempt, journal.entries_of(stream), put_here())
        (seq,) = journal.write(stream, [result.entry], at)
        made = recorded(journal.as_read(stream, seq, result.entry, at))
        if made is not None:
            row_of(seq, made).save(force_insert=True)
    return Kept(state, seq, result)


def log(state: str, most: int) -> list[tuple[str, str, str, datetime]]:
    """What was done to the record of a state here, or tried, the newest first: actor, act, entry and moment."""
    return list(islice(journal.newest_first(state_stream(state)), most))


def row_of(seq: int, made: Recorded) -> RecordEntry:
    """The copy of something done to the record of a state."""
    told = json.dumps(dict(made.fields), ensure_ascii=False, sort_keys=True)
    return RecordEntry(seq=seq, act=made.act, entry=made.entry, state=made.state, on=made.on, told=told)
