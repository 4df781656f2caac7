"""Reading a seizure, to the end: what was sealed is taken into the ledger, contents are read, threads are joined."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rogatory.material.items import Content, Item
from rogatory.sifting.asking import Counts
from rogatory.sifting.budget import BUDGET, Budget
from rogatory.sifting.ledger import Ledger
from rogatory.sifting.placing import opened
from rogatory.sifting.sealing import Seizure
from rogatory.sifting.supervising import Hand, Supervisor, free_the_dead
from rogatory.sifting.tying import tie

_SHOW = 1.0
_HAND = Hand()


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
    ledger: str = "",
    hand: Hand = _HAND,
) -> Counts:
    """Read everything that is still to be read. Whoever runs at the same time, here or elsewhere, shares the work.

    Args:
        seizure: What was sealed, and acknowledged.
        processes: How many processes read; 0: one for each processor.
        budget: What reading one content may cost.
        seen: Told how far the work is, from time to time.
        ledger: Where PostgreSQL is; empty: the ledger is in the folder of the seizure.
        hand: Who works, as the others are told.

    Raises:
        SealError: The seal is not complete, or no journal has acknowledged it: nothing is opened.
        LedgerError: The ledger cannot be opened or written in.
    """
    receipt = seizure.opened()
    book = opened(seizure, ledger, begin=True)
    try:
        book.begin(receipt.seizure, receipt.root)
        if book.lines(receipt.seizure) < receipt.size:
            book.take(receipt.seizure, receipt.root, _sealed(seizure, receipt.seizure))
        free_the_dead(book)
        supervisor = Supervisor(seizure.store, book, budget, hand, _Shown(book, seen).tell)
        supervisor.work(processes or os.cpu_count() or 1)
        with book.finishing():
            book.join()
            tie(book, seizure.folder)
            book.to_screen()
        supervisor.work(processes or os.cpu_count() or 1)
        return book.counts()
    finally:
        book.close()


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
