"""Reading the journal: the entries of a case, proofs, and receipts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection

from rogatory.journal import leaf, tree
from rogatory.journal.checkpoint import Checkpoint as Point
from rogatory.journal.checkpoint import open_checkpoint, with_lines
from rogatory.journal.leaf import JSON
from rogatory.journal.note import Verifier, base64
from rogatory.journal.proof import Proof
from rogatory.registry.ledger import keys, store
from rogatory.registry.ledger.models import Checkpoint, Cosignature, Entry, Erasure, Head, Secret


class NotCommittedError(Exception):
    """A receipt was asked for inside a transaction, which might still be rolled back."""


class NoReceiptError(Exception):
    """No checkpoint covers the entry, or none that reached the quorum of witnesses."""


@dataclass(frozen=True, slots=True)
class Gone:
    """In place of a value that is no longer there.

    Attributes:
        tombstone: Number of the entry by which it was lawfully erased; None: it is missing, and nobody said why.
    """

    tombstone: int | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry with its values.

    Attributes:
        seq: Number of the entry; the first is 0.
        time: Moment of the act, in UTC.
        actor: Identifier of who acted.
        act: Identifier of the act.
        object: Identifier of what was acted upon.
        case: Identifier of the case; empty where there is none.
        fields: Values by name, in the order of the names.
    """

    seq: int
    time: datetime
    actor: str
    act: str
    object: str
    case: str
    fields: Mapping[str, JSON | Gone]


Stored = tuple[tuple[store.Row, ...], tuple[store.Row, ...]]
"""Entries (`_TOLD`) and their values, as `store` gives them, in the order of their numbers and fields."""
_VALUE = json.JSONDecoder().decode
"""What is kept is UTF-8, so that its encoding need not be looked for in each of the many values."""
_PIECE = 500
"""Entries read at a time."""
_FEW = 20
"""The same where the first ones mostly tell enough."""
_TOLD = ("seq", "time", "actor", "act", "object", "case", "leaf")
"""What is read of an entry; plain rows, because every page reads a whole case."""


def of_case(case: str) -> list[Recorded]:
    """Every entry of a case, oldest first, in two queries, and one more where a value is not there."""
    return told_by(as_stored(case))


def as_stored(case: str) -> Stored:
    """Every entry of a case as the database holds it, oldest first, in two queries."""
    values = store.values(store.NUMBERS_OF_CASE, [case])
    return tuple(store.entries_of(case)), tuple(sorted((seq, field, bytes(value)) for seq, field, value in values))


def since(before: Stored, stored: Stored) -> Stored | None:
    """What came after `before`; None: it is not what the database now holds first, to the last byte."""
    rows, values = (len(part) for part in before)
    if (stored[0][:rows], stored[1][:values]) != before:
        return None
    return stored[0][rows:], stored[1][values:]


def told_by(stored: Stored) -> list[Recorded]:
    """The entries, out of what the database holds of them."""
    return _with_values(*stored)


def each_of_case(case: str) -> Iterator[Recorded]:
    """Every entry of a case, oldest first, read piece by piece: for streams whose entries are very many."""
    last = -1
    while rows := list(Entry.objects.filter(case=case, seq__gt=last).order_by("seq").values_list(*_TOLD)[:_PIECE]):
        yield from _in_pieces(rows)
        last = rows[-1][0]


def opening_and_since(case: str, moment: datetime) -> list[Recorded]:
    """The first entry of a case, or of a register, and those from a moment on, oldest first."""
    rows = Entry.objects.filter(case=case).values_list(*_TOLD)
    first, since = rows.order_by("seq").first(), []
    # From the newest back: those before the moment may be very many, and are not read.
    for row in rows.order_by("-seq").iterator(_PIECE):
        if row[1] < moment or first is None or row[0] == first[0]:
            break
        since.append(row)
    return _in_pieces([*([first] if first else []), *reversed(since)])


def newest_first(case: str, actor: str = "") -> Iterator[tuple[str, str, str, datetime]]:
    """Actor, act, object and moment of the entries of a case, newest first; of one account only, where it is named."""
    rows = Entry.objects.filter(case=case, **({"actor": actor} if actor else {}))
    return rows.order_by("-seq").values_list("actor", "act", "object", "time").iterator(_FEW)


def newest_numbers(case: str, most: int) -> list[int]:
    """Numbers of the newest entries of a case, the newest first, at most so many."""
    return list(Entry.objects.filter(case=case).order_by("-seq").values_list("seq", flat=True)[:most])


def leaf_hash(seq: int) -> bytes | None:
    """The hash of an entry's leaf, which no entry of another journal has; None: there is no such entry."""
    found = Entry.objects.filter(seq=seq).values_list("leaf_hash", flat=True).first()
    return None if found is None else bytes(found)


def of_numbers(numbers: Iterable[int]) -> list[Recorded]:
    """The entries of these numbers, oldest first; numbers that do not exist are passed over."""
    return _in_pieces(list(Entry.objects.filter(seq__in=list(numbers)).order_by("seq").values_list(*_TOLD)))


def index(first: int, most: int) -> list[tuple[int, datetime, str, str]]:
    """Number, moment, case and act of the entries from number `first` on, at most so many, oldest first."""
    rows = Entry.objects.filter(seq__gte=first).order_by("seq")[:most]
    return list(rows.values_list("seq", "time", "case", "act"))


def _in_pieces(rows: Sequence[store.Row]) -> list[Recorded]:
    """Rows with their values; in pieces, because a database takes only so many parameters."""
    pieces = _pieces([row[0] for row in rows])
    return _with_values(rows, (row for piece in pieces for row in store.values(", ".join(["%s"] * len(piece)), piece)))


def _pieces(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[start : start + _PIECE] for start in range(0, len(numbers), _PIECE))


def _with_values(rows: Sequence[store.Row], there: Iterable[store.Row]) -> list[Recorded]:
    """Rows (`_TOLD`) with their values, of which those that are there are given as `store.values` has them."""
    values: dict[tuple[int, str], Any] = {(seq, field): _VALUE(str(value, "utf-8")) for seq, field, value in there}
    fields = {row[0]: _fields(bytes(row[-1])) for row in rows}
    lacking = [seq for seq, names in fields.items() if any((seq, name) not in values for name in names)]
    for piece in _pieces(lacking):
        for seq, field, tombstone in Erasure.objects.filter(seq__in=piece).values_list("seq", "field", "tombstone"):
            values.setdefault((seq, field), Gone(tombstone))
    return [
        Recorded(seq, time, actor, act, obj, case, {f: values.get((seq, f), Gone(None)) for f in fields[seq]})
        for seq, time, actor, act, obj, case, _ in rows
    ]


@lru_cache(8192)
def _fields(data: bytes) -> tuple[str, ...]:
    """Names of the fields a leaf commits to; a leaf never changes, and is read with every page of its case."""
    return tuple(leaf.parse(data).fields)


def newest() -> str | None:
    """The newest signed checkpoint with its cosignatures, as a note; None while the journal is empty."""
    point = Checkpoint.objects.order_by("-size").first()
    return None if point is None else with_cosignatures(point)


def newest_sizes(most: int) -> list[int]:
    """Sizes of the newest checkpoints, the newest first, at most so many."""
    return list(Checkpoint.objects.order_by("-size").values_list("size", flat=True)[:most])


def note_of(size: int) -> str | None:
    """The checkpoint of a size with its cosignatures, as a note; None: there is none of this size."""
    point = Checkpoint.objects.filter(size=size).first()
    return None if point is None else with_cosignatures(point)


def with_cosignatures(point: Checkpoint) -> str:
    """A stored checkpoint as a note, with what witnesses said of it."""
    lines = Cosignature.objects.filter(size=point.size).order_by("witness").values_list("line", flat=True)
    return with_lines(point.note, lines)


def size() -> int:
    """How many entries have a signed checkpoint."""
    return Checkpoint.objects.order_by("-size").values_list("size", flat=True).first() or 0


def alarm() -> str:
    """Why nothing may be appended: a witness knows more of this journal; empty while all is well."""
    return Head.objects.filter(id=1).values_list("alarm", flat=True).first() or ""


def inclusion(seq: int, size: int) -> list[bytes]:
    """The proof that an entry is in the tree of a size (RFC 6962, section 2.1.1).

    Raises:
        IndexError: No such entry in a tree of this size.
        KeyError: The journal is smaller than that.
    """
    return tree.inclusion(seq, size, store.lookup)


def consistency(old: int, new: int) -> list[bytes]:
    """The proof that the journal of one size begins with that of another (RFC 6962, section 2.1.2).

    Raises:
        IndexError: The old size is larger.
        KeyError: The journal is smaller than that.
    """
    return tree.consistency(old, new, store.lookup)


def witnessed(seq: int) -> bool:
    """Whether the quorum of witnesses saw a checkpoint that covers this entry.

    An irreversible act waits for it. With a policy that asks for no witness, every checkpoint counts.
    """
    return _accepted(seq) is not None


def receipt(seq: int, *, quorum: bool = False) -> str:
    """The receipt of an entry as the text of a `.tlog-proof` file, with the leaf enclosed.

    It rests on the oldest checkpoint that covers the entry and reached the quorum, else on the newest one.

    Args:
        seq: Number of the entry.
        quorum: Whether a receipt without the quorum of witnesses is refused.

    Raises:
        NotCommittedError: A transaction is open: a receipt of what may yet be rolled back is a fork of the journal.
        NoReceiptError: There is no such entry, or no quorum although it was asked for.
    """
    refuse_inside_transaction()
    point = _accepted(seq) or (None if quorum else Checkpoint.objects.order_by("-size").first())
    if point is None or point.size <= seq:
        msg = f"entry {seq} has no checkpoint{' that reached the quorum of witnesses' if quorum else ''} yet"
        raise NoReceiptError(msg)
    data = bytes(Entry.objects.values_list("leaf", flat=True).get(seq=seq))
    return str(Proof(seq, tuple(inclusion(seq, point.size)), with_cosignatures(point), data))


def opening(seq: int, field: str) -> str:
    """The line that opens one field of an entry, in the form of an export: number, field, salt and value.

    Raises:
        NoReceiptError: There is no such field, or it is erased.
    """
    row = Secret.objects.filter(seq=seq, field=field).values_list("salt", "value").first()
    if row is None:
        msg = f"entry {seq} has no field {field!r} that can be opened"
        raise NoReceiptError(msg)
    salt, value = (bytes(part) for part in row)
    return f"{seq}\t{field}\t{base64(salt)}\t{value.decode()}\n"


def refuse_inside_transaction() -> None:
    """Do nothing, unless a transaction is open.

    Raises:
        NotCommittedError: One is: a checkpoint that leaves the office now may be of a journal that never was.
    """
    # A test's own transaction around everything is not one of the program.
    if any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks):
        msg = "a checkpoint leaves the office only after the transaction is committed"
        raise NotCommittedError(msg)


def _accepted(seq: int) -> Checkpoint | None:
    """The oldest checkpoint over an entry that the policy accepts."""
    policy = keys.policy()
    if policy.accepts([]):
        return Checkpoint.objects.filter(size__gt=seq).order_by("size").first()
    sizes = Cosignature.objects.filter(size__gt=seq).order_by("size").values_list("size", flat=True).distinct()
    for point in Checkpoint.objects.filter(size__in=sizes).order_by("size").iterator(100):
        if policy.accepts(opened(point)[1]):
            return point
    return None


def opened(point: Checkpoint) -> tuple[Point, list[Verifier]]:
    """A stored checkpoint and the witnesses of the policy who cosigned it, all signatures verified.

    Raises:
        NoteError: A signature does not verify.
    """
    return open_checkpoint(with_cosignatures(point), keys.signer().verifier, keys.policy().witnesses.values())
