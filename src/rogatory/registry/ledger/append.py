"""Appending: in the same transaction as the act itself, so that neither is ever without the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from secrets import token_bytes

from django.db import connection

from rogatory.journal import leaf, tree
from rogatory.journal.checkpoint import Checkpoint
from rogatory.journal.leaf import JSON
from rogatory.registry.ledger import keys, store

_HASH = 32


class NotInTransactionError(Exception):
    """Something that must stand or fall with the act was tried outside `transaction.atomic`."""


class JournalClosedError(Exception):
    """Nothing may be appended: a witness knows more of this journal than its own database does."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What an act says of itself.

    Attributes:
        case: Identifier of the case; empty where the act belongs to none.
        act: Identifier of the act.
        object: Identifier of what is acted upon.
        actor: Identifier of who acts; never a name.
        fields: Everything else, kept apart from the tree and erasable. Only the names of the fields stay for ever.
    """

    case: str
    act: str
    object: str
    actor: str
    fields: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Locked:
    """The end of the journal, nobody else's until the transaction ends.

    Attributes:
        size: Number of entries; the next one gets this number.
        peaks: Hashes of the peaks, from left to right.
    """

    size: int
    peaks: list[bytes]


def lock(*, closed: bool = False) -> Locked:
    """Wait until no other transaction appends, and keep the others waiting until this one ends.

    To be called before an act is judged whose ground must not move until it is written.

    Args:
        closed: Whether a journal that was closed by an alarm is locked as well.

    Raises:
        NotInTransactionError: There is no transaction.
        JournalClosedError: A witness raised the alarm.
    """
    if not connection.in_atomic_block:
        msg = "the journal is appended to inside transaction.atomic, together with the act"
        raise NotInTransactionError(msg)
    # SQLite begins its transactions IMMEDIATE (see settings), so the lock is held already.
    wait = " FOR UPDATE" if connection.features.has_select_for_update else ""
    query = f"SELECT size, peaks, alarm FROM ledger_head WHERE id = 1{wait}"  # noqa: S608 - no outside text
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
        if row is None:
            cursor.execute(
                "INSERT INTO ledger_head (id, size, peaks, alarm) VALUES (1, 0, %s, '') ON CONFLICT DO NOTHING", [b""]
            )
            cursor.execute(query)
            row = cursor.fetchone()
    size, peaks, alarm = row
    if alarm and not closed:
        raise JournalClosedError(alarm)
    peaks = bytes(peaks)
    return Locked(size, [peaks[i : i + _HASH] for i in range(0, len(peaks), _HASH)])


def append(entries: Sequence[NewEntry], *, at: datetime, salts: Callable[[int], bytes] = token_bytes) -> list[int]:
    """Append entries and sign the checkpoint after them; their numbers.

    The checkpoint exists with the transaction or not at all. It must not leave the office before the transaction is
    committed: `reading.receipt` sees to that.

    Args:
        entries: In their order; none changes nothing.
        at: The moment of the act.
        salts: Gives so many random bytes.

    Raises:
        NotInTransactionError: There is no transaction.
        JournalClosedError: A witness raised the alarm.
        NoKeyError: The data folder holds no key.
        LeafError: A value, a name of a field or a length that a leaf cannot have.
    """
    locked = lock()
    if not entries:
        return []
    size, peaks = locked.size, locked.peaks
    time, when = leaf.moment(at), connection.ops.adapt_datetimefield_value(at)
    rows: list[store.Row] = []
    secrets: list[store.Row] = []
    nodes: list[store.Row] = []
    # Asked for once: thousands of small questions to the source of chance take longer than the entries.
    salt = BytesIO(salts(leaf.SALT_BYTES * sum(len(entry.fields) for entry in entries)))
    for entry in entries:
        commitments = {}
        for name, value in entry.fields.items():
            fresh, data = salt.read(leaf.SALT_BYTES), leaf.canonical(value)
            commitments[name] = leaf.commitment(fresh, name, data)
            secrets.append((size, name, fresh, data))
        data = leaf.write(size, time, (entry.actor, entry.act, entry.object, entry.case), commitments)
        hashed = tree.leaf_hash(data)
        rows.append((size, entry.case, entry.act, entry.object, entry.actor, when, data, hashed))
        nodes += enumerate(tree.grow(size, peaks, hashed), tree.position((0, size)) + 1)
        size += 1
    _write(rows, secrets, nodes, size, peaks)
    return list(range(locked.size, size))


def _write(
    rows: list[store.Row], secrets: list[store.Row], nodes: list[store.Row], size: int, peaks: list[bytes]
) -> None:
    signer = keys.signer()
    root = tree.fold(peaks)
    note = Checkpoint(signer.verifier.name, size, root).signed(signer)
    most = max(len(rows), len(secrets), len(nodes))
    with connection.cursor() as cursor, store.together(most):
        store.insert(cursor, "entry", store.ENTRY, rows)
        store.insert(cursor, "secret", store.SECRET, secrets)
        store.insert(cursor, "node", store.NODE, nodes)
        cursor.execute("INSERT INTO ledger_checkpoint (size, root, note) VALUES (%s, %s, %s)", [size, root, note])
        cursor.execute("UPDATE ledger_head SET size = %s, peaks = %s WHERE id = 1", [size, b"".join(peaks)])
