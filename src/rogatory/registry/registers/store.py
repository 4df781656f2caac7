"""The store of the registers, and how a screening looks through it.

On PostgreSQL it finds what it needs by keys in a table (`link_keys`), and sees the registers named alone (`sight`). On
SQLite a process holds what the registers hold in its memory, as a book.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from django.db.models import Max, Q, QuerySet, Sum

from rogatory.linkage.book import Book
from rogatory.linkage.keyed import Keyed
from rogatory.linkage.source import Source, persons_of, size_of
from rogatory.linkage.touching import MOST_PERSONS, Changes
from rogatory.registers.model import Register, RegisterEntry, RegisterKind
from rogatory.registry.cases import journal
from rogatory.registry.cases.copies import folded
from rogatory.registry.registers import link_keys
from rogatory.registry.registers.models import HeldEntry, RegisterCopy
from rogatory.registry.registers.sight import EVERY, seeing
from rogatory.registry.registers.told import read, written

BATCH = 2_000


def stands(register: str, entry: str) -> bool:
    """Whether the register holds an entry of this identifier that has not ended."""
    with seeing(register):
        return HeldEntry.objects.filter(register=register, entry=entry, ended=None).exists()


def take(entries: Iterable[RegisterEntry], seq: int, *, canary: bool = False) -> int:
    """Put in entries, each in the place of the one with its identifier; how many. Only inside the door's transaction.

    Args:
        entries: The entries.
        seq: Number of the journal's entry by which they come in.
        canary: Whether they are made up, to tell when somebody is fishing.
    """
    entries = list(entries)
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        for register in sorted({entry.register for entry in part}):
            _take(register, [entry for entry in part if entry.register == register], seq, canary)
    return len(entries)


def _take(register: str, entries: Sequence[RegisterEntry], seq: int, canary: bool) -> None:
    with seeing(register):
        idents = [entry.id for entry in entries]
        for at in range(0, len(idents), 500):
            _end(HeldEntry.objects.filter(register=register, entry__in=idents[at : at + 500], ended=None), seq)
        rows = [
            HeldEntry(register=register, entry=e.id, told=written(e), search=_words(e), learned=e.learned,
                      persons=len(persons_of(e)), canary=canary, came_in=seq)
            for e in entries
        ]  # fmt: skip
        HeldEntry.objects.bulk_create(rows, batch_size=500)
        if link_keys.kept() and not canary:
            link_keys.file((row.pk, entry) for row, entry in zip(rows, entries, strict=True))


def _end(standing: QuerySet[HeldEntry], seq: int) -> None:
    if link_keys.kept():
        found = standing.filter(canary=False).values_list("pk", "told")
        link_keys.unfile((number, read(told)) for number, told in found)
    standing.update(ended=seq)


def last_change() -> int | None:
    """Number of the journal's entry by which some register was last opened or changed; None: none is kept."""
    last: int | None = RegisterCopy.objects.aggregate(last=Max("changed"))["last"]
    return last


def changes(since: int) -> Changes | None:
    """What came in or ended since an entry of the journal; None: so much that every case may be touched by it.

    It is that too once so many persons are held that a match needs more than before.

    Args:
        since: Number of the entry.
    """
    with seeing(EVERY):
        held = HeldEntry.objects.filter(canary=False)
        now = size_of(_persons(held.filter(ended=None)))
        before = size_of(_persons(held.filter(Q(ended=None) | Q(ended__gt=since), came_in__lte=since)))
        changed = held.filter(Q(came_in__gt=since) | Q(ended__gt=since))
        if now != before or _persons(changed) > MOST_PERSONS:
            return None
        return Changes((read(told) for told in changed.order_by("pk").values_list("told", flat=True)), now)


def _persons(held: QuerySet[HeldEntry]) -> int:
    return held.aggregate(persons=Sum("persons"))["persons"] or 0


def entries(places: Iterable[tuple[str, str]]) -> list[RegisterEntry]:
    """The entries that stand, of these registers and identifiers; those that have ended are left out."""
    with seeing(EVERY):
        found = [
            HeldEntry.objects.filter(register=register, entry=entry, ended=None).values_list("told", flat=True).first()
            for register, entry in places
        ]
    return [read(told) for told in found if told is not None]


def end(register: str, entry: str, seq: int) -> None:
    """End an entry. Only inside the door's transaction."""
    with seeing(register):
        _end(HeldEntry.objects.filter(register=register, entry=entry, ended=None), seq)


def made_up(register: str) -> Register | None:
    """The register with the entries alone that are made up, to tell when somebody is fishing; None: it has none."""
    with seeing(register):
        found = HeldEntry.objects.filter(register=register, canary=True, ended=None)
        entries = tuple(read(told) for told in found.values_list("told", flat=True))
    return Register(register, entries[0].kind, entries=entries) if entries else None


def _words(entry: RegisterEntry) -> str:
    names = [name for known in entry.persons for name in known.identity.names]
    numbers = [told.text for p in entry.proceedings for told in p.references]
    return folded(" ".join([entry.id, entry.title, *names, *entry.references, *numbers]))


class _Kept:
    """The book of this process, and up to which entry of the journal it tells."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.book = Book()
        self.head = -1
        self.mark = b""


_KEPT = _Kept()


@contextmanager
def source(asked: Iterable[str]) -> Iterator[tuple[Source, int]]:
    """The registers kept here, as they stand now, without the entries that are made up.

    Beside them stands the number of the journal's entry up to which they tell; -1: no register is kept.

    Args:
        asked: Registers that may be looked through: of each a query is recorded. On PostgreSQL no other is seen; on
            SQLite whoever screens leaves the others out.
    """
    if not link_keys.kept():
        with _book() as held:
            yield held
        return
    # What is read first is not younger than what is looked through after it.
    head = last_change()
    with seeing(*sorted(asked)):
        yield Keyed(link_keys.Table(), heads()), -1 if head is None else head


def heads() -> list[Register]:
    """The registers kept here, without what they hold."""
    return [
        Register(c.register, RegisterKind(c.kind), c.title, as_of=c.changed_on.isoformat() if c.changed_on else "")
        for c in RegisterCopy.objects.all()
    ]


@contextmanager
def _book() -> Iterator[tuple[Book, int]]:
    """The registers in the memory of this process; held by one user at a time.

    Entries that came in or ended since the last use are read, and no other.
    """
    with _KEPT.lock:
        head = last_change()
        if journal.mark_of(_KEPT.head) != _KEPT.mark:
            # The database is another one than before: a copy was restored.
            _KEPT.book, _KEPT.head, _KEPT.mark = Book(), -1, b""
        if head is not None and head > _KEPT.head:
            _bring_up(_KEPT.book, _KEPT.head)
            _KEPT.head, _KEPT.mark = head, journal.mark_of(head)
        yield _KEPT.book, _KEPT.head


def _bring_up(book: Book, since: int) -> None:
    for head in heads():
        book.describe(head)
    changed = HeldEntry.objects.filter(Q(came_in__gt=since) | Q(ended__gt=since), canary=False)
    for row in changed.order_by("came_in", "pk").iterator(BATCH):
        if row.ended is not None:
            book.remove(row.register, row.entry)
        else:
            book.put(read(row.told))
