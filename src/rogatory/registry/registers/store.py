"""The store of the registers, and the book that is held of it in memory for screening."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from django.db.models import Max, Q
from pydantic import TypeAdapter

from rogatory.linkage.book import Book
from rogatory.registers.model import Register, RegisterEntry, RegisterKind
from rogatory.registry.cases import journal
from rogatory.registry.cases.copies import folded
from rogatory.registry.registers.models import HeldEntry, RegisterCopy

_FORM: TypeAdapter[RegisterEntry] = TypeAdapter(RegisterEntry)
BATCH = 2_000


def written(entry: RegisterEntry) -> str:
    """An entry as it is stored."""
    return _FORM.dump_json(entry).decode()


def read(told: str) -> RegisterEntry:
    """The entry that was stored so."""
    return _FORM.validate_json(told)


def stands(register: str, entry: str) -> bool:
    """Whether the register holds an entry of this identifier that has not ended."""
    return HeldEntry.objects.filter(register=register, entry=entry, ended=None).exists()


def take(entries: Iterable[RegisterEntry], seq: int, *, canary: bool = False) -> int:
    """Put in entries, each in the place of the one with its identifier; how many. Only inside the door's transaction.

    Args:
        entries: The entries.
        seq: Number of the journal's entry by which they come in.
        canary: Whether they are made up, to tell when somebody is fishing.
    """
    rows = [
        HeldEntry(register=e.register, entry=e.id, told=written(e), search=_words(e), canary=canary, came_in=seq)
        for e in entries
    ]
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        for register in {row.register for row in part}:
            idents = [row.entry for row in part if row.register == register]
            for at in range(0, len(idents), 500):
                found = HeldEntry.objects.filter(register=register, entry__in=idents[at : at + 500], ended=None)
                found.update(ended=seq)
        HeldEntry.objects.bulk_create(part, batch_size=500)
    return len(rows)


def last_change() -> int | None:
    """Number of the journal's entry by which some register was last opened or changed; None: none is kept."""
    last: int | None = RegisterCopy.objects.aggregate(last=Max("changed"))["last"]
    return last


def end(register: str, entry: str, seq: int) -> None:
    """End an entry. Only inside the door's transaction."""
    HeldEntry.objects.filter(register=register, entry=entry, ended=None).update(ended=seq)


def made_up(register: str) -> Register | None:
    """The register with the entries alone that are made up, to tell when somebody is fishing; None: it has none."""
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
def book() -> Iterator[tuple[Book, int]]:
    """The registers kept here, as they stand now, without the entries that are made up; held by one user at a time.

    Entries that came in or ended since the last use are read, and no other. Beside it stands the number of the
    journal's entry up to which it tells; -1: no register is kept.
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
    for copy in RegisterCopy.objects.all():
        as_of = copy.changed_on.isoformat() if copy.changed_on else ""
        book.describe(Register(copy.register, RegisterKind(copy.kind), copy.title, as_of=as_of))
    changed = HeldEntry.objects.filter(Q(came_in__gt=since) | Q(ended__gt=since), canary=False)
    for row in changed.order_by("came_in", "pk").iterator(BATCH):
        if row.ended is not None:
            book.remove(row.register, row.entry)
        else:
            book.put(read(row.told))
