"""What was done over all cases, as an auditor sees it: numbers, moments, acts, roles, hashes; nothing a case holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

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


def first_since(moment: datetime) -> int:
    """Number of the first entry made at a moment or later; the size of the journal where there is none.

    Entries stand in the order in which they were made, so that it is found by halving.
    """
    low, high = 0, reading.size()
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


@dataclass(frozen=True, slots=True)
class Did:
    """What one account did: cases and entries, and the moment of the first of them."""

    cases: tuple[str, ...]
    entries: tuple[int, ...]
    first: datetime


def only_read(first: int, read: str, besides: Iterable[str], least: int) -> dict[str, Did]:
    """By account the cases it opened since an entry, and in which it never did anything else.

    Args:
        first: Number of the first entry looked at.
        read: Identifier of the act of reading.
        besides: Identifiers of what counts as nothing done.
        least: Accounts with fewer such cases are left out.
    """
    idle = [read, *besides]
    opened = (
        Entry.objects.filter(seq__gte=first)
        .exclude(case="")
        .values("actor", "case")
        .annotate(reads=Count("seq", filter=Q(act=read)), did=Count("seq", filter=~Q(act__in=idle)))
        .filter(reads__gt=0, did=0)
        .annotate(last=Max("seq"), began=Min("time"))
        .order_by("actor", "case")
    )
    found: defaultdict[str, list[tuple[str, int, datetime]]] = defaultdict(list)
    for row in opened.values_list("actor", "case", "last", "began"):
        found[row[0]].append(row[1:])
    kept = {}
    for actor, rows in found.items():
        if len(rows) < least:
            continue
        worked = _worked(actor, [case for case, _, _ in rows], idle)
        if left := [row for row in rows if row[0] not in worked]:
            kept[actor] = _did(left)
    return kept


def _worked(actor: str, cases: list[str], idle: list[str]) -> set[str]:
    """The cases in which an account ever did something."""
    found: set[str] = set()
    for start in range(0, len(cases), _FEW):
        rows = Entry.objects.filter(case__in=cases[start : start + _FEW], actor=actor).exclude(act__in=idle)
        found |= set(rows.values_list("case", flat=True))
    return found


def attempts(first: int, barred: str) -> dict[str, Did]:
    """By account its barred attempts since an entry."""
    found: defaultdict[str, list[tuple[str, int, datetime]]] = defaultdict(list)
    rows = Entry.objects.filter(seq__gte=first, act=barred).order_by("seq")
    for actor, case, seq, at in rows.values_list("actor", "case", "seq", "time"):
        found[actor].append((case, seq, at))
    return {actor: _did(some) for actor, some in found.items()}


def _did(rows: list[tuple[str, int, datetime]]) -> Did:
    cases = tuple(sorted({case for case, _, _ in rows}))
    return Did(cases, tuple(sorted(seq for _, seq, _ in rows)), min(at for _, _, at in rows))


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
