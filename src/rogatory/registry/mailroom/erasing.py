"""What the mailroom holds of a document beside its bytes, and how that goes with them.

What was read and proposed can be made anew from the bytes, and so must go with them; so do the fields somebody settled,
which repeat its words. That something came in, when, its digest and who settled it stay.

A document of a case is erased there (`cases.door`); one of no case in the mailroom, where the court sees it only while
its erasure waits.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils import timezone

from rogatory.office.acts.doing import Letters
from rogatory.office.filing import ERASE_DOCUMENT, SETTLE_FIELDS
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.originals import originals_of
from rogatory.office.perform import NewEntry, seconds
from rogatory.people.mandates import EVERY_CASE, Actor, mail_stream
from rogatory.registry.cases import copies, journal
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom.models import Reading, Received


def letters_of(dossier: Dossier) -> Letters:
    """What the office keeps of the received documents of a case, for the act that erases one."""
    digests = [one.digest for one in originals_of(dossier.entries).values()]
    needed = frozenset(digest for digest in digests if copies.needed_beside(digest, dossier.case.id))
    return Letters(frozenset(originals.held(digests)), needed)


def settled_in(digests: Collection[str]) -> dict[int, tuple[str, ...]]:
    """The fields of entries in which words of these documents were settled, by number of the entry."""
    numbers = Received.objects.filter(digest__in=list(digests)).values_list("pk", flat=True)
    entries = (entry for number in numbers for entry in journal.entries_of(mail_stream(number)))
    return {e.seq: ("settled",) for e in entries if e.act == SETTLE_FIELDS.id and "settled" in e.fields}


def forget(digests: Collection[str]) -> None:
    """Forget what was read in these documents, and what they were called."""
    Received.objects.filter(digest__in=list(digests)).update(
        state=Reading.ERASED, name="", part="", proposed="", fields=0, unsettled=0, unread=0, leaving=False
    )


def let_go(stream: str, digest: str, entry: NewEntry, at: datetime) -> bool:
    """Let a document of no case go, if that is what an entry of its stream says; whether it is.

    Only inside the transaction that wrote the entry. The tombstone stands in the same stream.
    """
    if entry.act != ERASE_DOCUMENT.id:
        return False
    journal.erase(stream, settled_in([digest]), [digest], entry, at)
    forget([digest])
    return True


def agrees_here(account: str, at: datetime | None = None) -> bool:
    """Whether somebody may agree today to erase documents of no case: as court, in every case of the office."""
    held = Actor(account, copies.mandates_held(account, EVERY_CASE))
    day = timezone.localdate(at or timezone.now())
    return bool(held.mandates_for(EVERY_CASE, day, seconds(ERASE_DOCUMENT)))


def opens(account: str, row: Received, at: datetime | None = None) -> bool:
    """Whether a document is opened to somebody because its erasure waits for their agreement."""
    return row.leaving and agrees_here(account, at)


def waits_for(account: str, rows: Any) -> Any:  # noqa: ANN401 - a query
    """Of a query of documents those whose erasure waits for the agreement of this account."""
    return rows.filter(leaving=True) if agrees_here(account) else rows.none()
