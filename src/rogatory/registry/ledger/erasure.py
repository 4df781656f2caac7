"""Lawful erasure: the value and its salt go, the proofs stay, and an entry says who erased what and why.

Without the salt the commitment in the leaf tells nothing about the value, so what stays is no personal data of its
content. The bytes of an original go too, and their digest stays. The names of the fields, the identifiers and the
moment do stay; docs/journal.md says why.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from secrets import token_bytes

from django.db import connection, transaction

from rogatory.journal.leaf import JSON
from rogatory.registry.ledger import store
from rogatory.registry.ledger.append import NewEntry, append, lock
from rogatory.registry.ledger.guards import TOMBSTONE
from rogatory.registry.ledger.models import Entry, Original, Secret


class ErasureError(Exception):
    """What was to be erased is not there, or is itself the record of an erasure."""


def erase(  # noqa: PLR0913 - what goes, where, by whom, why and when is what a tombstone says
    fields: Mapping[int, Collection[str]],
    *,
    by: str,
    basis: str,
    at: datetime,
    originals: Collection[str] = (),
    case: str | None = None,
    salts: Callable[[int], bytes] = token_bytes,
) -> int:
    """Erase values; the number of the tombstone.

    Args:
        fields: Names of the fields to erase, by number of their entry.
        by: Identifier of who decides.
        basis: The legal basis. It is kept, so it names the law and the decision, never the person.
        at: The moment.
        originals: Digests of originals whose bytes go; the digest stays.
        case: Case the tombstone stands in; None: that of the entries, if it is one.
        salts: Gives so many random bytes.

    Raises:
        NotInTransactionError: There is no transaction.
        ErasureError: One of the fields or originals is not there (any more), or a field belongs to a tombstone. Nothing
            is erased then.
    """
    lock()
    wanted = sorted((seq, field) for seq, names in fields.items() for field in names)
    there = Secret.objects.filter(seq__in=list(fields)).values_list("seq", "field")
    if missing := sorted(set(wanted) - set(there)):
        msg = f"not there to be erased: {', '.join(f'{field!r} of entry {seq}' for seq, field in missing)}"
        raise ErasureError(msg)
    bytes_ = dict(Original.objects.filter(digest__in=list(originals)).values_list("digest", "entry"))
    if missing_bytes := sorted(set(originals) - bytes_.keys()):
        msg = f"not there to be erased: {', '.join(f'original {digest}' for digest in missing_bytes)}"
        raise ErasureError(msg)
    if not (wanted or bytes_) or Entry.objects.filter(seq__in=list(fields), act=TOMBSTONE).exists():
        msg = "nothing to erase, or the record of an erasure, which stays"
        raise ErasureError(msg)
    if case is None:
        cases = set(Entry.objects.filter(seq__in=list(fields)).values_list("case", flat=True))
        case = cases.pop() if len(cases) == 1 else ""
    said: Mapping[str, JSON] = {
        "basis": basis,
        "erased": {str(seq): sorted(set(names)) for seq, names in fields.items() if names},
        **({"originals": dict(sorted(bytes_.items()))} if bytes_ else {}),
    }
    [tombstone] = append([NewEntry(case, TOMBSTONE, "journal", by, said)], at=at, salts=salts)
    with connection.cursor() as cursor:
        store.insert(cursor, "erasure", ("seq", "field", "tombstone"), [(*one, tombstone) for one in wanted])
        cursor.executemany("DELETE FROM ledger_secret WHERE seq = %s AND field = %s", wanted)
        rows = [(*one, tombstone) for one in sorted(bytes_.items())]
        store.insert(cursor, "burial", ("digest", "entry", "tombstone"), rows)
        cursor.executemany("DELETE FROM ledger_original WHERE digest = %s", [(digest,) for digest in bytes_])
    transaction.on_commit(_leave_no_copy)
    return tombstone


def _leave_no_copy() -> None:
    """Take the erased bytes out of the database's own files, as far as it can be told to.

    SQLite overwrites them (secure_delete, see the settings) once its write-ahead log is folded in. PostgreSQL frees
    the rows, but its own write-ahead log and every backup hold them until they are rotated: docs/journal.md.
    """
    if connection.in_atomic_block:  # a test's own transaction around everything
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM ledger_secret, ledger_original")
