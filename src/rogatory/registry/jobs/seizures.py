"""Long work on one seizure or package: the same that the commands do, for whoever has no command line.

What went wrong is told by its kind, and with what to do; never by a message that may name a folder or quote a file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext_noop

from rogatory.packaging.envelope import EnvelopeError
from rogatory.packaging.snapshot import SnapshotError
from rogatory.registry.jobs.handle import Handle, UnableError
from rogatory.registry.review import building, destroying, reading
from rogatory.registry.review.leaving import NotPlannedError, WithheldError
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.run.cluster import ClusterError
from rogatory.sifting.run.destroying import StaysError
from rogatory.sifting.sealed.sealing import SealError

SEAL = gettext_noop(
    "The seal is whole, or what lies in the folder of the seizure is not what was sealed. Have `rogatory material"
    " verify` compare it, and bring the folder back from its copy if it was changed."
)
LEDGER = gettext_noop(
    "Its ledger cannot be opened or written in. Whoever keeps the machine sees whether PostgreSQL is reached"
    " (ROGATORY_LEDGER), or whether the file of the ledger is damaged."
)
CLUSTER = gettext_noop(
    "The cluster does not do its work. Whoever keeps it sees whether its machines are there, with the same version of"
    " the program; without ROGATORY_CLUSTER this machine reads."
)
DISK = gettext_noop(
    "The disk did not take or give what it had to. Whoever keeps the machine sees whether it is full, and whether the"
    " folder of the seizures is there."
)
WITHHELD = gettext_noop(
    "Something of the package is withheld now: a remedy, an objection or an answer came in since it was sent. Plan"
    " another package."
)
NOT_SENT = gettext_noop("No act has sent this package, or whoever asked for it may not build it.")
NOT_SIGNED = gettext_noop(
    "The package is not what the journal holds, or its witnesses have not signed the entry yet. Once they have, it is"
    " built."
)
KEY = gettext_noop("A key of the recipient is none. Ask the recipient for it, and plan the package with that key.")
STAYS = gettext_noop(
    "A content the certificate names is not there, or lies in a container that stays and would keep its bytes. Destroy"
    " that container too, by an act that names it."
)
BUSY = gettext_noop(
    "The seizure is being read, or its ledger cannot be written in. It is destroyed once reading has ended."
)


@contextmanager
def _told(*words: tuple[type[Exception], str]) -> Iterator[None]:
    """What cannot be done is told in the words of its error; of several the first that fits."""
    try:
        yield
    except tuple(error for error, _ in words) as found:
        raise UnableError(next(says for error, says in words if isinstance(found, error))) from found


def read(handle: Handle) -> dict[str, Any]:
    """Read a seizure whose seal was opened, and screen it for what its case tells now; it goes on where it was."""
    case, seizure = of(handle.about)

    def seen(at: reading.Running) -> None:
        handle.tell(at.counts.contents - at.counts.waiting, at.counts.contents)

    with _told((SealError, SEAL), (LedgerError, LEDGER), (ClusterError, CLUSTER), (OSError, DISK)):
        counts = reading.read(case, seizure, seen=seen)
    return {"contents": counts.contents, "items": counts.items}


def build(handle: Handle) -> dict[str, Any]:
    """Build a package that an act has sent, as one file, and have the verifier look at it."""
    case, package = of(handle.about)
    with _told(
        (NotPlannedError, NOT_SENT), (WithheldError, WITHHELD), (SnapshotError, NOT_SIGNED), (EnvelopeError, KEY),
        (SealError, SEAL), (LedgerError, LEDGER), (OSError, DISK),
    ):  # fmt: skip
        return building.build(handle.asked_by, case, package).told


def destroy(handle: Handle) -> dict[str, Any]:
    """Destroy what certificates of a case name of a seizure."""
    case, seizure = of(handle.about)
    with _told((StaysError, STAYS), (LedgerError, BUSY), (SealError, SEAL), (OSError, DISK)):
        gone = destroying.carry_out(case, seizure)
    return {"contents": sum(len(one.contents) for one in gone), "whole": any(one.whole for one in gone)}


def of(about: str) -> tuple[str, str]:
    """Number of the case, and the seizure or package."""
    case, _, name = about.partition(":")
    return case, name
