"""Reading a seizure for its case, by a command or by a worker of the office; screens look for what the case tells."""

import os
from collections.abc import Callable
from contextlib import closing

from django.conf import settings
from django.utils import timezone

from rogatory.law.acts import DESTROY_MATERIAL, TRANSMIT
from rogatory.material.items import State
from rogatory.office.acts.leaving import PAYLOAD
from rogatory.office.folds.dossier import Dossier
from rogatory.office.perform import NewEntry
from rogatory.office.review.looked_for import looked_for
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.jobs import queue
from rogatory.registry.review import copies
from rogatory.registry.review.models import SeizureCopy
from rogatory.registry.review.readable import called, ledger_of, readable
from rogatory.registry.review.shelf import place
from rogatory.sifting.budget import BUDGET, Budget
from rogatory.sifting.ledger.asking import Counts
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.placing import is_begun
from rogatory.sifting.run.running import Grown, Running, run
from rogatory.sifting.sealed.sealing import SealError, Seizure
from rogatory.sifting.stages import Stage

__all__ = ["Running", "again", "follow", "read"]


def read(
    case: str,
    seizure: str,
    *,
    seen: Callable[[Running], None] = lambda running: None,
    processes: int = 0,
    budget: Budget = BUDGET,
) -> Counts:
    """Read what is still to be read of a seizure whose seal was opened, going on where it was.

    Args:
        case: Number of the case.
        seizure: What it is called there.
        seen: Told how far it is, from time to time.
        processes: How many read; 0: one for each processor but one, which is left to the pages.
        budget: What reading one content may cost.

    Raises:
        SealError: There is none, its seal is whole, or what lies in the folder is not what was sealed.
        LedgerError: Its ledger cannot be opened or written in.
        ClusterError: The cluster cannot be reached, or does not do its work.
    """
    found = readable(case, seizure)
    told = looked_for(journal.dossier_of(case), _account)
    grown = Grown(settings.LEDGER, settings.CLUSTER)
    processes = processes or max(1, (os.cpu_count() or 1) - 1)
    return run(found, processes=processes, budget=budget, seen=seen, grown=grown, case_tells=told)


def again(case: str, seizure: str, state: State | None, kind: str = "") -> int:
    """Have what ended in a state, or is of a kind, read anew with the next run; how many contents.

    Raises:
        SealError: There is no such seizure, or its seal is whole.
        LedgerError: Nothing was read yet, or its ledger cannot be written in.
    """
    with closing(ledger_of(readable(case, seizure))) as ledger:
        return ledger.retry(Stage.IDENTIFY, state=state, kind=kind)


def follow(account: str, dossier: Dossier, entry: NewEntry) -> None:
    """After something was done in a case: have its open seizures read, where they were not, and screened anew.

    And have the package built that was sent, and the copies destroyed of which a certificate was given.

    They are screened anew where the case tells now of other people or of another matter than it did. Only asked for
    here: the ledger is written by whoever reads.

    Args:
        account: Who did it.
        dossier: The case after it.
        entry: What was done.
    """
    if entry.act == TRANSMIT.id and PAYLOAD in entry.fields:
        queue.ask(queue.BUILD_PACKAGE, account, timezone.now(), called(dossier.case.id, entry.object))
    if entry.act == DESTROY_MATERIAL.id and "certificate" in entry.fields:
        queue.ask(queue.DESTROY_COPIES, account, timezone.now(), called(dossier.case.id, entry.object))
    rows = [copies.seized_of(row) for row in SeizureCopy.objects.filter(case=dossier.case.id)]
    there = [row.ident for row in rows if row.opened and not row.whole_gone]
    if not there:
        return
    told = looked_for(dossier, _account)
    for name in there:
        found = Seizure(place(dossier.case.id, name))
        try:
            if is_begun(found):
                with closing(ledger_of(found)) as ledger:
                    if ledger.case_tells() == told:
                        continue
            elif queue.last(queue.READ_SEIZURE, called(dossier.case.id, name)):
                continue  # it was asked for at the opening, and what came of that is shown
        except (LedgerError, SealError, OSError):
            pass  # the run finds that out too, and says so
        queue.ask(queue.READ_SEIZURE, account, timezone.now(), called(dossier.case.id, name))


def _account(ident: str) -> tuple[str, str]:
    found = Account.objects.filter(public_id=ident).values_list("full_name", "email").first()
    return found or ("", "")
