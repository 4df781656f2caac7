"""What was done over all cases, as an auditor sees it: numbers, moments, acts, roles, hashes; nothing a case holds."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from rogatory.journal.leaf import canonical
from rogatory.registry.ledger import keys, reading
from rogatory.registry.ledger.models import Checkpoint, Cosignature, Entry, Secret

_FEW = 500
"""Numbers asked for in one statement."""


@dataclass(frozen=True, slots=True)
class Line:
    """That something was done.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        case: Identifier of the case, or of another stream.
        act: Identifier of the act.
        hash: Hash of its leaf, in hexadecimal.
        role: Role in which it was done; empty: not told, or erased.
    """

    seq: int
    at: datetime
    case: str
    act: str
    hash: str
    role: str


def end() -> int:
    """The number the next entry will have."""
    newest = Entry.objects.order_by("-seq").values_list("seq", flat=True).first()
    return 0 if newest is None else newest + 1


def first_since(moment: datetime) -> int:
    """Number of the first entry made at a moment or later; that of the next one where there is none.

    Entries stand in the order in which they were made, so that it is found by halving.
    """
    low, high = 0, end()
    while low < high:
        middle = (low + high) // 2
        made = Entry.objects.filter(seq=middle).values_list("time", flat=True).first()
        low, high = (middle + 1, high) if made is not None and made < moment else (low, middle)
    return low


def lines(first: int, end: int, most: int, *, act: str = "", role: str = "", apart: Collection[str] = ()) -> list[Line]:
    """What was done, the newest first.

    Args:
        first: Number of the first entry (inclusive).
        end: Number after the last one (exclusive).
        most: How many at most.
        act: Only this act; empty: every one.
        role: Only what was done in this role; empty: in any.
        apart: Acts no search finds, as that they were found would tell of them.
    """
    found = Entry.objects.filter(seq__gte=first, seq__lt=end)
    if act or role:
        found = found.exclude(act__in=apart)
    if act:
        found = found.filter(act=act)
    if role:
        told = Secret.objects.filter(seq=OuterRef("seq"), field="role", value=canonical(role))
        found = found.filter(Exists(told))
    rows = list(found.order_by("-seq").values_list("seq", "time", "case", "act", "leaf_hash")[:most])
    roles = _roles([row[0] for row in rows])
    return [Line(seq, at, case, did, bytes(h).hex(), roles.get(seq, "")) for seq, at, case, did, h in rows]


def of_numbers(numbers: Collection[int]) -> dict[int, Line]:
    """The same of entries by their numbers; those that are not there are left out."""
    rows = Entry.objects.filter(seq__in=numbers).values_list("seq", "time", "case", "act", "leaf_hash")
    roles = _roles(list(numbers))
    return {row[0]: Line(*row[:4], bytes(row[4]).hex(), roles.get(row[0], "")) for row in rows}


def who(seq: int) -> str:
    """The account that made an entry; empty: there is no such entry. Only for whoever asked with reasons."""
    return Entry.objects.filter(seq=seq).values_list("actor", flat=True).first() or ""


def _roles(numbers: Collection[int]) -> dict[int, str]:
    """By number of an entry the role it tells; of no other value anything is read."""
    rows = Secret.objects.filter(seq__in=numbers, field="role").values_list("seq", "value")
    return {seq: bytes(value).decode().strip('"') for seq, value in rows}


Did = tuple[str, str, int, datetime]
"""That an account did something in a stream: account, stream, number of the last entry, moment of the first."""


def only_read(first: int, read: str, besides: Iterable[str], streams: Collection[str] | None = None) -> list[Did]:
    """What accounts opened since an entry, and in which they never did anything else.

    Args:
        first: Number of the first entry looked at.
        read: Identifier of the act of reading.
        besides: Identifiers of what counts as nothing done.
        streams: Only in these cases; None: in every one.
    """
    idle = [read, *besides]
    found: list[Did] = []
    for entries in _of_streams(streams):
        opened = (
            entries.filter(seq__gte=first)
            .exclude(case="")
            .values("actor", "case")
            .annotate(reads=Count("seq", filter=Q(act=read)), did=Count("seq", filter=~Q(act__in=idle)))
            .filter(reads__gt=0, did=0)
            .annotate(last=Max("seq"), began=Min("time"))
            .order_by("actor", "case")
        )
        found += opened.values_list("actor", "case", "last", "began")
    worked = _worked({case for _, case, _, _ in found}, idle)
    return [row for row in found if row[:2] not in worked]


def _worked(cases: Collection[str], idle: list[str]) -> set[tuple[str, str]]:
    """Who ever did something in which of these cases: account and case."""
    found: set[tuple[str, str]] = set()
    for entries in _of_streams(cases):
        found |= set(entries.exclude(act__in=idle).values_list("actor", "case").distinct())
    return found


def attempts(first: int, barred: str, streams: Collection[str] | None = None) -> list[Did]:
    """The barred attempts since an entry, each by itself; of these streams alone, or of every one where it is None."""
    rows = (entries.filter(seq__gte=first, act=barred) for entries in _of_streams(streams))
    return [row for some in rows for row in some.order_by("seq").values_list("actor", "case", "seq", "time")]


def _of_streams(streams: Collection[str] | None) -> Iterator[QuerySet[Entry]]:
    """The entries of some streams, a few of these at a time; all entries at once where it is None."""
    if streams is None:
        yield Entry.objects.order_by()
        return
    wanted = sorted(streams)
    for start in range(0, len(wanted), _FEW):
        yield Entry.objects.filter(case__in=wanted[start : start + _FEW]).order_by()


def streams_since(first: int) -> set[str]:
    """The streams in which something was entered from an entry on."""
    return set(Entry.objects.filter(seq__gte=first).order_by().values_list("case", flat=True).distinct())


def unwitnessed() -> datetime | None:
    """Moment of the oldest entry that the witnesses the policy asks for have not signed; None: they signed them all."""
    policy, signed = keys.policy(), 0
    if policy.accepts([]):
        return None
    sizes = Cosignature.objects.order_by("-size").values_list("size", flat=True).distinct()
    for size in sizes.iterator(50):
        point = Checkpoint.objects.filter(size=size).first()
        if point is not None and policy.accepts(reading.opened(point)[1]):
            signed = size
            break
    return moment_of(signed)


def moment_of(seq: int) -> datetime | None:
    """Moment of an entry; None: there is none of this number."""
    return Entry.objects.filter(seq=seq).values_list("time", flat=True).first()
