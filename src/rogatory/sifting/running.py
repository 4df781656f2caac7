"""Reading a seizure: contents are leased from the ledger, read by processes that can be killed, and written down.

One thread for each process waits for its answers; this one leases and writes. It holds no more than what is being read,
however many contents there are.
"""

import os
import platform
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from rogatory.material.items import Content, Item
from rogatory.sifting.asking import Counts
from rogatory.sifting.budget import BUDGET, Budget
from rogatory.sifting.ledger import Ledger
from rogatory.sifting.sealing import Seizure
from rogatory.sifting.tying import tie
from rogatory.sifting.visiting import Reader, Task, Visit

_LEASE = 300.0
"""Seconds for which contents are leased; the lease is renewed long before."""
_MOST_TOGETHER, _LONGEST_WAIT = 200, 0.5
"""Visits, and seconds, after which what came is written down."""
_SHOW = 1.0


@dataclass(frozen=True, slots=True)
class Running:
    """How far the work is.

    Attributes:
        done: Contents read by this run.
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
) -> Counts:
    """Read everything that is still to be read.

    Args:
        seizure: What was sealed, and acknowledged.
        processes: How many processes read; 0: one for each processor.
        budget: What reading one content may cost.
        seen: Told how far the work is, from time to time.

    Raises:
        SealError: The seal is not complete, or no journal has acknowledged it: nothing is opened.
    """
    receipt = seizure.opened()
    ledger = Ledger(seizure.ledger)
    holder = f"{platform.node()}:{os.getpid()}:{time.time_ns()}"
    try:
        if ledger.lines(receipt.seizure) < receipt.size:
            ledger.take(receipt.seizure, receipt.root, _sealed(seizure, receipt.seizure))
        for other in ledger.holders():
            if not _alive(other):
                ledger.release(other)
        supervisor = _Supervisor(seizure, ledger, holder, budget, seen)
        supervisor.work(processes or os.cpu_count() or 1)
        ledger.join()
        tie(ledger, seizure.folder)
        if ledger.to_screen():
            supervisor.work(processes or os.cpu_count() or 1)
        return ledger.counts()
    finally:
        with suppress(Exception):
            ledger.release(holder)
        ledger.close()


def _sealed(seizure: Seizure, ident: str) -> Iterator[tuple[Item, Content | None, str]]:
    for entry in seizure.entries():
        yield entry.item(ident), entry.content, entry.says


def _alive(holder: str) -> bool:
    """Whether a holder may still be at work; of another machine nobody can tell, so its lease must end by itself."""
    node, process, _ = holder.rsplit(":", 2)
    if node != platform.node():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return int(process) != os.getpid()


class _Supervisor:
    def __init__(
        self, seizure: Seizure, ledger: Ledger, holder: str, budget: Budget, seen: Callable[[Running], None]
    ) -> None:
        self._store, self._ledger, self._holder = seizure.store, ledger, holder
        self._budget, self._seen, self._looked_for = budget, seen, ledger.looked_for()
        self._todo: queue.Queue[Task | None] = queue.Queue()
        self._came: queue.Queue[Visit | BaseException] = queue.Queue()
        self._out = self._done = self._volume = 0
        self._begun = self._beaten = self._shown = time.monotonic()

    def work(self, processes: int) -> None:
        threads = [threading.Thread(target=self._read, daemon=True) for _ in range(processes)]
        for thread in threads:
            thread.start()
        try:
            while self._fill(processes) or self._out:
                self._write(self._gathered())
                self._tell()
        finally:
            for _ in threads:
                self._todo.put(None)
            for thread in threads:
                thread.join()

    def _fill(self, processes: int) -> bool:
        """Whether there is anything to read."""
        if self._todo.qsize() > processes:
            return True
        now = time.time()
        tasks = self._ledger.lease(self._holder, 16 * processes, now, now + _LEASE)
        for task in tasks:
            self._todo.put(task)
        self._out += len(tasks)
        return bool(tasks)

    def _gathered(self) -> list[Visit]:
        """What has come, once it is enough or the processes have nothing to do."""
        visits: list[Visit] = []
        end = time.monotonic() + _LONGEST_WAIT
        while self._out > len(visits) and len(visits) < _MOST_TOGETHER:
            if visits and self._todo.empty():
                break
            try:
                came = self._came.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                break
            if isinstance(came, BaseException):
                raise came
            visits.append(came)
        return visits

    def _write(self, visits: list[Visit]) -> None:
        """Contents of members first, then what the ledger says of them."""
        if not visits:
            return
        batches = [visit.batch for visit in visits if visit.batch]
        if batches:
            first, *others = batches
            for other in others:
                first.absorb(other)
            first.flush()
            first.close()
        self._ledger.record(self._holder, visits, self._budget)
        self._out -= len(visits)
        self._done += len(visits)
        self._volume += sum(visit.task.size for visit in visits)

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self._beaten > _LEASE / 5:
            self._ledger.beat(self._holder, time.time() + _LEASE)
            self._beaten = now
        if now - self._shown > _SHOW:
            self._seen(Running(self._done, self._volume, now - self._begun, self._ledger.counts()))
            self._shown = now

    def _read(self) -> None:
        reader = Reader(self._store, self._budget, looked_for=self._looked_for)
        try:
            while (task := self._todo.get()) is not None:
                self._came.put(reader.visit(task))
        except BaseException as error:  # the disk is full, or the store is gone: the run ends, and can go on later
            self._came.put(error)
        finally:
            reader.close()
