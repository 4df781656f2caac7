"""The journal as the door uses it: entries of a case, read and written.

The only place that knows how they are stored.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

from django.utils import timezone

from rogatory.journal import leaf
from rogatory.journal.leaf import JSON
from rogatory.law.acts import REGISTER
from rogatory.office.filing import OPEN_REGISTER
from rogatory.office.folds.dossier import Dossier, Entry, fold, grown
from rogatory.office.perform import NewEntry
from rogatory.people.mandates import state_stream
from rogatory.registry.ledger import append, erasure, reading
from rogatory.registry.ledger.models import Entry as Row


def lock() -> None:
    """Wait until nobody else writes; until the transaction ends nobody else will."""
    append.lock()


def entries_of(case: str) -> tuple[Entry, ...]:
    """All entries of a case, or of the office where `case` is empty, in order; moments in the office's time zone."""
    return _entries(case, reading.of_case(case))


def dossier_of(case: str) -> Dossier:
    """A case, made of its entries.

    Every page and every act reads a whole case. What it is made of is read anew each time, to the last byte; only where
    nothing of that has changed, what was made of it before is taken again, and what came since is added to it.

    Raises:
        EmptyDossierError: There is no such case.
        CaseFileError: Its entries do not make a case: what registered it was erased.
    """
    return _dossier(case, reading.as_stored(case))


def dossier_if_any(case: str) -> Dossier | None:
    """The same; None: nothing is entered under this identifier.

    Raises:
        EmptyDossierError: What is entered there is no case.
        CaseFileError: See `dossier_of`.
    """
    stored = reading.as_stored(case)
    return _dossier(case, stored) if stored[0] else None


def _dossier(case: str, stored: reading.Stored) -> Dossier:
    zone = timezone.get_current_timezone()
    made = _made(case, zone, stored)
    _last_made(case, zone)[:] = [(stored, made)]
    return made


@lru_cache(32)
def _made(case: str, zone: tzinfo, stored: reading.Stored) -> Dossier:
    for before, made in tuple(_last_made(case, zone)):
        if since := reading.since(before, stored):
            return grown(made, *_entries(case, reading.told_by(since)))
    return fold(_entries(case, reading.told_by(stored)))


@lru_cache(32)
def _last_made(_case: str, _zone: tzinfo) -> list[tuple[reading.Stored, Dossier]]:
    """What was last made of this case, and of what; empty: nothing yet."""
    return []


def each_of(case: str) -> Iterator[Entry]:
    """The same, one after the other, for a stream that is too long to be held as a whole."""
    for told in reading.each_of_case(case):
        yield from _entries(case, (told,))


def told_of(numbers: Collection[int]) -> dict[int, Mapping[str, JSON]]:
    """What the entries of these numbers hold, by number, whatever case they are of: for what is drawn by lot."""
    return {told.seq: _there(told.fields) for told in reading.of_numbers(numbers)}


def opening_and_since(case: str, moment: datetime) -> tuple[Entry, ...]:
    """The first entry of a case, or of a register, and those from a moment on, in order."""
    return _entries(case, reading.opening_and_since(case, moment))


def newest_first(case: str, actor: str = "") -> Iterator[tuple[str, str, str, datetime]]:
    """Actor, act, object and moment of the entries of a case, newest first; of one account only, where it is named."""
    return reading.newest_first(case, actor)


def _entries(case: str, recorded: Iterable[reading.Recorded]) -> tuple[Entry, ...]:
    zone = timezone.get_current_timezone()
    return tuple(
        Entry(told.seq, told.time.astimezone(zone), case, told.act, told.object, told.actor, _there(told.fields))
        for told in recorded
    )


def _there(fields: Mapping[str, JSON | reading.Gone]) -> dict[str, JSON]:
    return {name: value for name, value in fields.items() if not isinstance(value, reading.Gone)}


def mark_of(seq: int) -> bytes:
    """What tells the entry of this number from one of the same number in another journal; empty: there is none."""
    return reading.leaf_hash(seq) or b""


def cases() -> list[str]:
    """Identifiers of all cases registered, in order."""
    return list(Row.objects.filter(act=REGISTER.id).order_by("seq").values_list("case", flat=True))


def registers() -> list[str]:
    """Where the registers that were opened keep their entries, in order of their opening."""
    return list(Row.objects.filter(act=OPEN_REGISTER.id).order_by("seq").values_list("case", flat=True))


def records() -> list[str]:
    """Where the records of states that this office has added to keep their entries, in the order of the states."""
    return sorted(set(Row.objects.filter(case__startswith=state_stream("")).values_list("case", flat=True)))


def witnessed(entries: Sequence[Entry]) -> bool:
    """Whether the witnesses the office's policy asks for have seen the journal up to the last of `entries`."""
    return bool(entries) and reading.witnessed(entries[-1].seq)


def write(case: str, entries: Sequence[NewEntry], at: datetime) -> list[int]:
    """Append entries; returns their numbers. Only inside a transaction that holds the lock."""
    return append.append([append.NewEntry(case, e.act, e.object, e.actor, e.fields) for e in entries], at=at)


def as_read(case: str, seq: int, entry: NewEntry, at: datetime) -> Entry:
    """An entry that was just written under this number, as `entries_of` reads it back."""
    fields = {name: leaf.read_back(entry.fields[name]) for name in sorted(entry.fields)}
    return Entry(
        seq, at.astimezone(timezone.get_current_timezone()), case, entry.act, entry.object, entry.actor, fields
    )


def erase(
    case: str, fields: Mapping[int, Collection[str]], originals: Collection[str], by: NewEntry, at: datetime
) -> None:
    """Erase values of entries and bytes of originals, and leave the tombstone in the case.

    Only inside a transaction that holds the lock.

    Args:
        case: Identifier of the case.
        fields: Names of the fields, by number of their entry.
        originals: Digests of the originals.
        by: The act of erasure: by whom, and its legal basis.
        at: Moment.
    """
    basis = str(by.fields["basis"])
    erasure.erase(fields, originals=originals, case=case, by=by.actor, basis=basis, at=at)


@dataclass(frozen=True, slots=True)
class Happening:
    """That something was done: nothing of what the case holds.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        case: Identifier of the case; empty: the office.
        act: Identifier of the act, or what else the entry records.
    """

    seq: int
    at: datetime
    case: str
    act: str


def happened(first: int, most: int) -> list[Happening]:
    """What was done in all cases, from entry number `first` on, in order."""
    return [Happening(*row) for row in reading.index(first, most)]


def size() -> int:
    """How many entries there are."""
    return reading.size()
