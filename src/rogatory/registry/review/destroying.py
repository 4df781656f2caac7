"""Destroying what an act of a case has destroyed: the certificate is given at the door, the disk follows at once.

Before the act it is seen to that the certificate will be true: that each content it names is there, and that no
container that stays would keep its bytes. Outside the wall nobody is told by a form which digests are there: of what
others propose the second person learns it, and a proposal is recorded.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils import timezone

from rogatory.law.acts import DESTROY_MATERIAL, Role
from rogatory.material.items import Digest
from rogatory.office.errors import FormError
from rogatory.office.filing import CONFIRM
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.office.folds.seizures import ENTIRE
from rogatory.people.mandates import Actor
from rogatory.registry.cases import copies, journal
from rogatory.registry.review.shelf import NoSuchSeizureError, place
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.run.destroying import Gone, StaysError, destroy, goes, gone_from
from rogatory.sifting.sealed.sealing import SealError, Seizure


def carry_out(case: str, seizure: str) -> list[Gone]:
    """Destroy what certificates of a case name and is not gone yet; what went.

    Raises:
        StaysError: Something came in since, and would keep it.
        LedgerError: The ledger cannot be opened or written in, or the seizure is being read.
        SealError: The seal is not complete.
    """
    entries = journal.entries_of(case)
    found = Seizure(place(case, seizure))
    return [
        destroy(found, number(entry), _named(entry.fields["certificate"]), timezone.now(), settings.LEDGER)
        for entry in _destroying(entries, seizure)
    ]


def outstanding(dossier: Dossier, seizure: str) -> list[str]:
    """The certificates of destruction of a seizure that the disk has not followed yet.

    Raises:
        SealError: What was destroyed cannot be read.
    """
    done = {one.certificate for one in gone_from(Seizure(place(dossier.case.id, seizure)))}
    return [told for entry in _destroying(dossier.entries, seizure) if (told := number(entry)) not in done]


def will_be_true(account: str, case: str, act: str, obj: str, form: Mapping[str, Any]) -> None:
    """See to it that what a certificate of destruction would say can be done.

    Args:
        account: Who acts.
        case: Number of the case.
        act: `destroy-material`, or `confirm` by the second person.
        obj: The seizure, or the proposal.
        form: What was filled in.

    Raises:
        FormError: A content named is not there, or a container that stays would keep its bytes.
    """
    held = Actor(account, copies.mandates_held(account, case))
    may = DESTROY_MATERIAL.second_person if act == CONFIRM.id else (Role.COURT,)
    if not held.mandates_for(case, timezone.localdate(), may):
        return
    if act == CONFIRM.id:
        entries = journal.entries_of(case)
        proposal = fold(entries).proposals.get(obj) if entries else None
        if proposal is None or proposal.act != DESTROY_MATERIAL.id:
            return
        obj, form = proposal.object, proposal.entry.fields["form"]
    rows = form.get("contents")
    named = [row.get("sha256") for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    try:
        found = Seizure(place(case, obj))
        if named and found.manifest.exists():
            goes(found, [Digest(str(one)) for one in named], settings.LEDGER)
    except StaysError as error:
        raise FormError("contents", str(error), "Name whatever holds a copy of it, or leave it out") from error
    except (NoSuchSeizureError, LedgerError, SealError):
        return  # where it is kept elsewhere, whoever keeps it sees to it


def number(entry: Entry) -> str:
    """The number of the certificate an entry gives."""
    return f"{entry.case}/{entry.object}/{entry.seq}"


def _destroying(entries: tuple[Entry, ...], seizure: str) -> list[Entry]:
    return [e for e in entries if (e.act, e.object) == (DESTROY_MATERIAL.id, seizure) and "certificate" in e.fields]


def _named(told: Mapping[str, Any]) -> list[Digest] | None:
    """The contents a certificate names; None: it covers everything."""
    if told["things"] == [ENTIRE]:
        return None
    return [Digest(one["sha256"]) for one in told["contents"]]
