"""What the mailroom holds of a document beside its bytes, and how that goes with them.

What was read and proposed can be made anew from the bytes, and so must go with them; so do the fields somebody settled,
which repeat its words. That something came in, when, its digest and who settled it stay.
"""

from collections.abc import Collection

from rogatory.office.doing import Letters
from rogatory.office.dossier import Dossier
from rogatory.office.filing import SETTLE_FIELDS
from rogatory.office.originals import originals_of
from rogatory.people.mandates import mail_stream
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
        state=Reading.ERASED, name="", part="", proposed="", fields=0, unsettled=0, unread=0
    )
