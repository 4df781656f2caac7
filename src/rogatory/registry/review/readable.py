"""Which seizure of a case may be read: one whose seal an act of the case has opened, and which is what was sealed."""

from django.conf import settings

from rogatory.registry.ledger import keys
from rogatory.registry.review import copies
from rogatory.registry.review.models import SeizureCopy
from rogatory.registry.review.shelf import place
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.looking import Looking
from rogatory.sifting.ledger.placing import Stamp, looked_at, opened, stamp
from rogatory.sifting.sealed.sealing import SealError, Seizure


def called(case: str, seizure: str) -> str:
    """What a seizure is called outside its case: in its manifest, its receipt and its certificates.

    >>> called("2026-000001", "S-1")
    '2026-000001:S-1'
    """
    return f"{case}:{seizure}"


def readable(case: str, seizure: str) -> Seizure:
    """A seizure whose seal an act of the case has opened, ready to be read.

    Raises:
        SealError: There is none, its seal is whole, or what lies in the folder is not what was sealed.
    """
    row = SeizureCopy.objects.filter(case=case, ident=seizure).first()
    if row is None:
        raise SealError(f"{case} has no seizure {seizure}")
    was = copies.seized_of(row)
    if was.opened is None or was.whole_gone:
        raise SealError(f"{called(case, seizure)}: its seal is whole: it is opened by the act `open-seal`")
    found = Seizure(place(case, seizure))
    if found.sealed().root.hex() != was.root:
        raise SealError(f"{found.folder}: this is not what was sealed; nothing of it is opened")
    found.allow(journal_name(), was.opened.entry, was.opened.at)
    return found


def journal_name() -> str:
    """The name of the registry's journal."""
    return keys.signer().verifier.name


def ledger_of(found: Seizure) -> Ledger:
    """The ledger of a seizure, where this office keeps it.

    Raises:
        LedgerError: Nothing was read yet, or it cannot be reached.
    """
    return opened(found, settings.LEDGER)


def looking_at(found: Seizure) -> Looking:
    """The ledger of a seizure, where this office keeps it, for reading alone.

    Raises:
        LedgerError: Nothing was read yet, or it cannot be reached.
    """
    return looked_at(found, settings.LEDGER)


def stamp_of(found: Seizure) -> Stamp:
    """What changes with every change of the ledger of a seizure; empty: reading was not begun.

    Raises:
        LedgerError: It cannot be reached.
    """
    return stamp(found, settings.LEDGER)
