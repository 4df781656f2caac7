"""The door to what others measure of states: a release comes in, in one transaction with its entry."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from rogatory.office.filing import IMPORT_INDEX
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.measuring import Batch
from rogatory.office.streams.measuring import bring as bring_so
from rogatory.people.mandates import EVERY_CASE, Actor, index_stream
from rogatory.registry.cases import copies, journal
from rogatory.registry.indices.incoming import dataset_of, read_release, told_of, values_of
from rogatory.registry.indices.models import Measured, Release
from rogatory.states.indices.catalogue import Dataset
from rogatory.states.indices.reading import Edition, Reading, Value


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an attempt to bring a release in.

    Attributes:
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
        reading: What was read of the file.
    """

    seq: int
    result: Done | Barred
    reading: Reading


def bring(  # noqa: PLR0913 - what a release is cited by
    account: str, dataset: str, data: bytes, file: str, *, edition: str, read_on: date, licence: str,
    at: datetime | None = None,
) -> Brought:  # fmt: skip
    """Bring a release of a data set in; a barred attempt is recorded all the same.

    Args:
        account: Public identifier of the account that acts.
        dataset: Key of the data set.
        data: The bytes of the file.
        file: Its name.
        edition: Its edition, in its makers' words.
        read_on: Day it was fetched.
        licence: Its licence, as it was read there.
        at: Moment; None: now.

    Raises:
        FormError: There is no such data set, the file is none of it, or what was filled in cannot be taken.
    """
    at = at or timezone.now()
    key = dataset_of(dataset).id
    reading = read_release(key, data, edition, read_on, licence)
    told = told_of(reading.values)
    batch = Batch(hashlib.sha256(data).hexdigest(), len(told), len(reading.values), len(reading.refused))
    stream = index_stream(key)
    with transaction.atomic(durable=True):
        journal.lock()
        standing = Release.objects.filter(dataset=key, replaced=None)
        actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
        form = {"edition": edition, "read_on": read_on.isoformat(), "licence": licence, "file": file}
        attempt = Attempt(IMPORT_INDEX.id, "", stream, actor, timezone.localtime(at), form)
        result = bring_so(attempt, batch, standing.values_list("digest", flat=True).first() or "")
        (seq,) = journal.write(stream, [result.entry], at)
        if isinstance(result, Done):
            standing.update(replaced=seq)
            told_too = json.dumps({"missing": reading.missing, "absent": list(reading.absent)}, ensure_ascii=False)
            kept = {part: result.entry.fields[part] for part in ("edition", "read_on", "licence", "file", "digest")}
            Release.objects.create(came_in=seq, dataset=key, told=told_too, **kept)
            Measured.objects.bulk_create(Measured(state=state, came_in=seq, told=told[state]) for state in told)
    return Brought(seq, result, reading)


@dataclass(frozen=True, slots=True)
class Held:
    """What a release that stands says of a state.

    Attributes:
        dataset: The data set.
        edition: The release.
        digest: SHA-256 of its file.
        seq: Number of the journal's entry by which it came in.
        values: Its values of the state; empty: it has none, which says nothing of the state.
        absent: Indicators that have no column in it.
    """

    dataset: Dataset
    edition: Edition
    digest: str
    seq: int
    values: tuple[Value, ...]
    absent: tuple[str, ...]


def held(state: str) -> list[Held]:
    """What stands here of a state: every release that came in and was not replaced, in the order of their keys."""
    releases = list(Release.objects.filter(replaced=None))
    told = {
        row.came_in: row.told
        for row in Measured.objects.filter(state=state, came_in__in=[one.came_in for one in releases])
    }
    found = []
    for one in releases:
        edition = Edition(one.dataset, one.edition, one.read_on, one.licence)
        values = values_of(told[one.came_in], state, edition) if one.came_in in told else []
        absent = tuple(json.loads(one.told)["absent"])
        found.append(Held(dataset_of(one.dataset), edition, one.digest, one.came_in, tuple(values), absent))
    return found
