"""Reading a seizure, to the end: what was sealed is taken into the ledger, contents are read, threads are joined."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from rogatory.material.items import Content, Item
from rogatory.material.screens.screening import Configuration
from rogatory.material.sealed import Receipt
from rogatory.sifting.budget import BUDGET, Budget
from rogatory.sifting.ledger.asking import Counts
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.cluster import Cluster, ClusterError, Drive, Job, needs
from rogatory.sifting.run.local import Local
from rogatory.sifting.run.supervising import Hand, Supervisor, free_the_dead
from rogatory.sifting.run.tying import tie
from rogatory.sifting.sealed.sealing import Seizure

_SHOW = 1.0


@dataclass(frozen=True, slots=True)
class Grown:
    """How reading has grown beyond one machine.

    Attributes:
        ledger: Where PostgreSQL is; empty: the ledger is in the folder of the seizure.
        cluster: Where a cluster of Ray is, which then reads; empty: this machine reads.
        hand: Who works, as the others are told.
    """

    ledger: str = ""
    cluster: str = ""
    hand: Hand = field(default_factory=Hand)


_EMBEDDED = Grown()
Work = Callable[[int, Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Running:
    """How far the work is.

    Attributes:
        done: Contents read since this run began, by whomever.
        volume: Their bytes.
        seconds: By the clock since it began.
        counts: All contents, as the ledger has them.
    """

    done: int
    volume: int
    seconds: float
    counts: Counts

    @property
    def left(self) -> float | None:
        """Seconds that are left, by what was read so far; None: nobody can tell yet.

        By contents and by bytes, and the longer of the two: members of containers that were not opened yet are not
        among them, so it can only grow.
        """
        if self.done < 20 or self.seconds < 2:  # noqa: PLR2004 - too little to tell
            return None
        by_count = self.counts.waiting * self.seconds / self.done
        by_volume = self.counts.volume_waiting * self.seconds / max(1, self.volume)
        return max(by_count, by_volume)


def run(
    seizure: Seizure,
    *,
    processes: int = 0,
    budget: Budget = BUDGET,
    seen: Callable[[Running], None] = lambda running: None,
    grown: Grown = _EMBEDDED,
    case_tells: Configuration | None = None,
) -> Counts:
    """Read everything that is still to be read. Whoever runs at the same time, here or elsewhere, shares the work.

    Args:
        seizure: What was sealed, and acknowledged.
        processes: How many processes read; 0: one for each processor.
        budget: What reading one content may cost.
        seen: Told how far the work is, from time to time.
        grown: Where the ledger is kept, and who works, where that is more than this machine.
        case_tells: Whom and what its case tells to look for; None: as was noted before.

    Raises:
        SealError: The seal is not complete, or no journal has acknowledged it: nothing is opened.
        LedgerError: The ledger cannot be opened or written in.
        ClusterError: The cluster cannot be reached, or does not do its work.
    """
    if grown.cluster:
        needs(seizure, grown.ledger)
    receipt = seizure.opened()
    book = opened(seizure, grown.ledger, begin=True)
    try:
        book.begin(receipt.seizure, receipt.root)
        if book.lines(receipt.seizure) < receipt.size:
            book.take(receipt.seizure, receipt.root, _sealed(seizure, receipt.seizure))
        book.note_volumes(lambda: ((one.path, one.content.sha256) for one in seizure.entries() if one.content))
        if case_tells is not None:
            book.look_for_in_case(case_tells)
        free_the_dead(book)
        shown = _Shown(book, seen)
        with _readers(seizure, book, receipt, budget, grown) as work:
            work(processes or os.cpu_count() or 1, shown.tell)
            with book.finishing():
                book.join()
                tie(book, seizure.folder)
                book.to_screen()
            work(processes or os.cpu_count() or 1, shown.tell)
        return book.counts()
    finally:
        book.close()


@contextmanager
def _readers(seizure: Seizure, book: Ledger, receipt: Receipt, budget: Budget, grown: Grown) -> Iterator[Work]:
    """Who reads everything that is due, told how many processes, and whom to tell: this machine, or a cluster."""
    if not grown.cluster:
        with closing(Supervisor(seizure.store, book, budget, grown.hand)) as supervisor:
            yield supervisor.work
        return

    def named(name: str) -> Job:
        return Job(name, seizure.folder.absolute(), seizure.store.folder.absolute(), grown.ledger, receipt.seizure,
                   receipt.root, budget, grown.hand.lease)  # fmt: skip

    machines = _cluster_at(grown.cluster)
    try:
        drive = Drive(machines, book, named)
        yield lambda _, tell: drive.work(tell)
    finally:
        machines.close()


def _cluster_at(address: str) -> Cluster:
    """The cluster at this address.

    Args:
        address: As Ray takes it; or `local:N`, which is so many processes of this machine, to try how it works.

    Raises:
        ClusterError: It cannot be reached, or Ray is not installed.
    """
    kind, _, count = address.partition(":")
    if kind == "local" and count.isdecimal() and int(count):
        return Local(int(count))
    try:
        from rogatory.sifting.run.rays import Rays  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ClusterError(f"no cluster can be spoken with ({error}); install rogatory[cluster]") from error
    return Rays(address)


def _sealed(seizure: Seizure, ident: str) -> Iterator[tuple[Item, Content | None, str]]:
    for entry in seizure.entries():
        yield entry.item(ident), entry.content, entry.says


class _Shown:
    """Tells how far the work is, by what the ledger says; counting takes a twentieth of the time at most."""

    def __init__(self, ledger: Ledger, seen: Callable[[Running], None]) -> None:
        self._ledger, self._seen = ledger, seen
        counts = ledger.counts()
        self._done, self._volume = counts.contents - counts.waiting, counts.volume - counts.volume_waiting
        self._begun = time.monotonic()
        self._next = self._begun + _SHOW

    def tell(self) -> None:
        begun = time.monotonic()
        if begun < self._next:
            return
        counts = self._ledger.counts()
        done = counts.contents - counts.waiting - self._done
        volume = counts.volume - counts.volume_waiting - self._volume
        self._seen(Running(done, volume, begun - self._begun, counts))
        self._next = time.monotonic() + max(_SHOW, 20 * (time.monotonic() - begun))
