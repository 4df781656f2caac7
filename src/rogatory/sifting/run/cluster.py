"""Reading by the machines of a cluster: each task leases contents from the ledger and works as a supervisor does.

Whoever drives gives out tasks, one for each processor there is, and gives out new ones as long as something is to be
read. What a task held whose machine is gone is free again at once. That a task is done twice, or is still at work on a
machine that only seemed to be gone, changes nothing: the ledger takes each content once.
"""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from rogatory import __version__
from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.supervising import LEASE, Hand, Supervisor, free_the_dead
from rogatory.sifting.sealed.sealing import Seizure

_STRETCH = 120.0
"""Seconds a task takes on new contents; a machine that comes later then gets its share."""
_LOOK = 0.5
_MOST_LOST = 20
"""How many tasks in a row may be gone without that anything was read: then something in the seizure ends machines."""
_NOBODY = 600.0
"""Seconds without any machine after which waiting is given up."""


class ClusterError(Exception):
    """A cluster that cannot be reached, or does not do its work; it says why."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a task is told.

    Attributes:
        name: What no other task is called; its leases tell it.
        folder: The folder of the seizure, which every machine sees in the same place.
        store: Where contents are kept; likewise.
        ledger: Where PostgreSQL is.
        seizure: Identifier of the seizure.
        root: Root of the manifest that was acknowledged, as whoever drives has computed it anew.
        budget: What reading one content may cost.
        lease: Seconds for which contents are leased.
        program: Version of the program, which must be the same on all machines.
    """

    name: str
    folder: Path
    store: Path
    ledger: str
    seizure: str
    root: bytes
    budget: Budget
    lease: float = LEASE
    program: str = __version__

    def told(self) -> str:
        """The same as JSON, for a process that is told of it over a pipe."""
        plain = {"folder": str(self.folder), "store": str(self.store), "root": self.root.hex()}
        return json.dumps(asdict(self) | plain)

    @staticmethod
    def of(told: str) -> "Job":
        """The task that was told so."""
        values = json.loads(told)
        made = {"folder": Path(values["folder"]), "store": Path(values["store"]),
                "root": bytes.fromhex(values["root"]), "budget": Budget(**values["budget"])}  # fmt: skip
        return Job(**values | made)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a task ended.

    Attributes:
        name: What the task is called.
        read: Contents it has read; 0 where it is gone.
        gone: Whether its process or machine is gone.
        says: What was wrong; empty: nothing.
    """

    name: str
    read: int
    gone: bool = False
    says: str = ""


class Cluster(Protocol):
    """Machines that do tasks."""

    def room(self) -> int:
        """How many tasks can be at work at once now; 0: no machine is there."""

    def submit(self, job: Job) -> None:
        """Have a task done: `work`, in a process of its own."""

    def ended(self, seconds: float) -> list[Ended]:
        """The tasks that ended since this was last asked; waits for one, and no longer than so many seconds."""

    def close(self) -> None:
        """Leave the cluster, and end what is still at work."""


def work(job: Job) -> int:
    """Do a task, on a machine of the cluster: read what nobody holds; how many contents were read.

    Raises:
        LedgerError: The ledger cannot be opened or written in, or is of another manifest.
        ClusterError: This machine has another version of the program.
        OSError: A content is not in the store, or the store cannot be written to.
    """
    if job.program != __version__:
        raise ClusterError(f"a machine of the cluster has version {__version__} and not {job.program}")
    seizure = Seizure(job.folder, job.store)
    ledger = opened(seizure, job.ledger)
    try:
        ledger.begin(job.seizure, job.root)
        with closing(Supervisor(seizure.store, ledger, job.budget, Hand(job=job.name, lease=job.lease))) as supervisor:
            supervisor.work(1, seconds=_STRETCH)
        return supervisor.read
    finally:
        ledger.close()


class Drive:
    """Has a seizure read by a cluster.

    Attributes:
        lost: Tasks whose process or machine was gone.
    """

    def __init__(self, cluster: Cluster, ledger: Ledger, named: Callable[[str], Job]) -> None:
        """Begin.

        Args:
            cluster: Who works.
            ledger: What there is to read.
            named: The task that is called so.
        """
        self._cluster, self._ledger, self._named = cluster, ledger, named
        self._name = f"{Hand().holder().partition('|')[2]}"
        self._at_work: set[str] = set()
        self._number = self._in_a_row = self.lost = 0
        self._done = ledger.done()
        self._there = time.monotonic()

    def work(self, tell: Callable[[], None]) -> None:
        """Have everything read.

        Args:
            tell: Called again and again meanwhile.

        Raises:
            ClusterError: A task failed for another reason than that its machine is gone, or all are gone.
        """
        while not self._ledger.finished():
            self._submit()
            for ended in self._cluster.ended(_LOOK):
                self._end(ended)
            tell()
        while self._at_work:
            for ended in self._cluster.ended(_LOOK):
                self._end(ended)

    def _submit(self) -> None:
        room = self._cluster.room()
        now = time.monotonic()
        if room:
            self._there = now
        elif now - self._there > _NOBODY:
            raise ClusterError("no machine of the cluster is there; what was read is kept")
        if len(self._at_work) >= room:
            return
        free_the_dead(self._ledger)
        free = self._ledger.free(self._ledger.now(), room)
        while free > 0 and len(self._at_work) < room:
            self._number += 1
            free -= 1
            name = f"{self._name}#{self._number}"
            self._cluster.submit(self._named(name))
            self._at_work.add(name)

    def _end(self, ended: Ended) -> None:
        self._at_work.discard(ended.name)
        if not ended.gone:
            if ended.says:
                raise ClusterError(ended.says)
            return
        for holder in self._ledger.holders():
            if holder.startswith(f"{ended.name}|"):
                self._ledger.release(holder)
        done, before = self._ledger.done(), self._done
        self.lost += 1
        self._done, self._in_a_row = done, self._in_a_row + 1 if done <= before else 0
        if self._in_a_row > _MOST_LOST:
            raise ClusterError(f"{self._in_a_row} tasks in a row were gone and nothing was read: {ended.says}")


def needs(seizure: Seizure, ledger: str) -> None:
    """See that a seizure has a ledger that several machines can write in, or will have one.

    Raises:
        LedgerError: It has none.
    """
    if not ledger:
        raise LedgerError("a cluster needs the ledger in PostgreSQL: set ROGATORY_LEDGER")
    if seizure.ledger.exists():
        raise LedgerError(f"{seizure.folder}: its ledger is in the folder; only this machine can go on with it")
