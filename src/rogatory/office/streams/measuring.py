"""What others measure of states at the door: a release of a data set comes in, whole, and the one before it stays.

Each data set has a stream of entries of its own (`people.mandates.index_stream`), which is no case. What stands in a
release is kept in its store; the journal holds which file it was, by digest, its edition, the day it was read and the
licence. A later release replaces an earlier one; neither is changed, and no value of one is set beside the other's.
Norms bear on no act here: a value opens no question and answers none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.office.acts.plain import must_be_plain
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import IMPORT_INDEX
from rogatory.office.folds.dossier import BARRED
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.people.mandates import EVERY_CASE, index_of_stream, is_index
from rogatory.states.indices.catalogue import catalogue

LONGEST = 400
"""Signs of an edition, a licence or the name of a file."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A release about to come in, read before the journal is held.

    Attributes:
        digest: SHA-256 of its file, in hexadecimal.
        states: How many states have values in it.
        values: How many values.
        refused: How many rows or values could not be read.
    """

    digest: str
    states: int
    values: int
    refused: int


def bring(attempt: Attempt, batch: Batch, standing: str = "") -> Done | Barred:
    """Bring a release of a data set in, or say what stands against it.

    Args:
        attempt: Who would do it; its case is `index_stream` the data set. Form: `edition` in its makers' words,
            `read_on` the day it was fetched, `licence` as it was read there, and `file` its name.
        batch: What was read.
        standing: Digest of the release that stands; empty: none came in yet.

    Raises:
        UnknownActError: It is another act.
        UnknownObjectError: There is no such data set.
        FormError: What was filled in cannot be taken, nothing was read, or this very file stands already.
    """
    if attempt.act != IMPORT_INDEX.id:
        raise UnknownActError(f"{attempt.act!r} is not done to a data set about states")
    dataset = index_of_stream(attempt.case)
    if not is_index(attempt.case) or dataset not in catalogue():
        raise UnknownObjectError(f"there is no data set {dataset!r}; known are {', '.join(catalogue())}")
    must_be_plain(attempt.form)
    held = attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), IMPORT_INDEX.by)
    if not held:
        who = ", ".join(role.value for role in IMPORT_INDEX.by)
        text = f"to {IMPORT_INDEX.title} is for a mandate in every case of the office, as: {who}"
        return _barred(attempt, Obstacle(Hurdle.ROLE, text, "table of acts"))
    told = {part: _words(attempt.form, part) for part in ("edition", "licence", "file")}
    read_on = _day(attempt.form, attempt.at.date())
    if not batch.values:
        raise FormError("file", "no value in it could be read", "Take the table as its makers give it out")
    if batch.digest == standing:
        raise FormError("file", "this very file stands already", "Bring another release")
    fields = {
        "role": held[0].role.value, **told, "read_on": read_on.isoformat(), "digest": batch.digest,
        "states": batch.states, "values": batch.values, "refused": batch.refused,
    }  # fmt: skip
    return Done(NewEntry(attempt.act, "", attempt.actor.account, fields))


def _words(form: Mapping[str, Any], part: str) -> str:
    told = str(form.get(part) or "").strip()
    if not told or len(told) > LONGEST:
        raise FormError(part, "it is missing, or too long", f"Write at most {LONGEST} signs")
    return told


def _day(form: Mapping[str, Any], today: date) -> date:
    told = str(form.get("read_on") or "").strip()
    try:
        read_on = date.fromisoformat(told)
    except ValueError as error:
        raise FormError("read_on", f"{told!r} is no day", "Write the day it was fetched as 2026-03-02") from error
    if read_on > today:
        raise FormError("read_on", f"{read_on} is still to come", "Write the day on which it was fetched")
    return read_on


def _barred(attempt: Attempt, *obstacles: Obstacle) -> Barred:
    told = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, "", attempt.actor.account, told), obstacles)
