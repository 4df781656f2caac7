"""What came in as it came: bytes that an entry of the journal names by their digest, never changed and never replaced.

They stand in the database, beside the entries that name them, and in no folder: entry and bytes are written in one
transaction, a backup copies both in one snapshot, and the triggers that keep the journal keep them (`guards`). A folder
of files would be copied a moment later than the database, and could be emptied by whoever reaches the disk.
"""

import hashlib
from collections.abc import Iterable

from rogatory.registry.ledger.models import Original


def digest_of(data: bytes) -> str:
    """SHA-256 of bytes, in small hexadecimal digits.

    >>> digest_of(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes) -> str:
    """Keep bytes, unless they are kept already; their digest. Only inside the transaction that writes their entry."""
    digest = digest_of(data)
    if not held([digest]):
        Original.objects.create(digest=digest, size=len(data), data=data)
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


def held(digests: Iterable[str]) -> set[str]:
    """Which of these are kept."""
    return set(Original.objects.filter(digest__in=list(digests)).values_list("digest", flat=True))
