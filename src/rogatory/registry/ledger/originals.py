"""What came in as it came: bytes that an entry of the journal names by their digest, never changed and never replaced.

They stand in the database, beside the entries that name them, and in no folder: entry and bytes are written in one
transaction, a backup copies both in one snapshot, and the triggers that keep the journal keep them (`guards`); they go
only by a lawful erasure, which leaves digest and tombstone (`erasure`). A folder
of files would be copied a moment later than the database, and could be emptied by whoever reaches the disk.
"""

import hashlib
from collections.abc import Iterable

from rogatory.registry.ledger.models import Burial, Original

BROUGHT = "receive"
"""The act of an entry that says that bytes came in; its field `digest` names them."""


def digest_of(data: bytes) -> str:
    """SHA-256 of bytes, in small hexadecimal digits.

    >>> digest_of(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes, entry: int) -> str:
    """Keep bytes, unless they are kept already; their digest. Only inside the transaction that writes their entry.

    Args:
        data: The bytes.
        entry: Number of that entry.
    """
    digest = digest_of(data)
    if not held([digest]):
        Original.objects.create(digest=digest, size=len(data), entry=entry, data=data)
    return digest


def bytes_of(digest: str) -> bytes:
    """The bytes of this digest, as they came.

    Raises:
        LookupError: None are kept.
    """
    row = Original.objects.filter(digest=digest).values_list("data", flat=True).first()
    if row is None:
        raise LookupError(digest)
    return bytes(row)


def buried(digests: Iterable[str]) -> dict[str, int]:
    """Which of these were erased and are not kept again: the number of the entry that erased them (the tombstone)."""
    wanted = set(digests)
    rows = Burial.objects.filter(digest__in=wanted - held(wanted)).order_by("tombstone")
    return dict(rows.values_list("digest", "tombstone"))


def held(digests: Iterable[str]) -> set[str]:
    """Which of these are kept."""
    wanted = list(digests)
    return set(Original.objects.filter(digest__in=wanted).values_list("digest", flat=True)) if wanted else set()
