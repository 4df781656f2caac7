"""Supervising: contents are leased from the ledger, read by processes that can be killed, and written down.

One thread for each process waits for its answers; the one that supervises leases and writes. It holds no more than what
is being read, however many contents there are. Several supervisors, also on several hosts, may work on one ledger.
"""

import os
import platform
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.sealed.store import Store
from rogatory.sifting.visited.visiting import Reader, Task, Visit

LEASE = 300.0
"""Seconds for which contents are leased; the lease is renewed long before."""
_MOST_TOGETHER, _LONGEST_WAIT = 200, 0.5
"""Visits, and seconds, after which what came is written down."""
_FEWEST_LEASED, _MOST_LEASED, _TOGETHER = 16, 128, 32 << 20
"""Contents leased at once for each process: as many as may have so many bytes together, within these bounds."""
_IDLE = 0.5
"""Seconds until it is looked again whether others have left something to read."""


def here() -> str:
    """What this machine is called; containers that share a name but not their processes are told apart."""
    with suppress(OSError):
        return f"{platform.node()}/{os.stat('/proc/self/ns/pid').st_ino}"  # noqa: PTH116 - as below /proc
    return platform.node()


@dataclass(frozen=True, slots=True)
class Hand:
    """Who works, as the others are told by its leases.

    Attributes:
        host: The machine; empty: this one.
        job: The task of a cluster that it is; empty: none.
        lease: Seconds for which contents are leased, unless it is heard of again.
    """

    host: str = ""
    job: str = ""
    lease: float = LEASE

    def holder(self) -> str:
        """A name that nobody else has."""
        return f"{self.job}|{self.host or here()}:{os.getpid()}:{time.time_ns()}"


def free_the_dead(ledger: Ledger, holder: str = "") -> None:
    """Leases of processes of this machine that are gone end at once; those of others with their time.

    Args:
        ledger: The ledger.
        holder: Who asks.
    """
    for other in ledger.holders():
        if other != holder and not _alive(other):
            ledger.release(other)


def _alive(holder: str) -> bool:
    """Whether a holder may still be at work; of another machine nobody can tell, so its lease must end by itself."""
    host, process, _ = holder.rpartition("|")[2].rsplit(":", 2)
    if host != here():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return int(process) != os.getpid()


class Supervisor:
    """Works on a ledger until nothing is left.

    Attributes:
        read: Contents it has read.
    """

    def __init__(self, store: Store, ledger: Ledger, budget: Budget, hand: Hand) -> None:
        """Begin.

        Args:
            store: Where contents are.
            ledger: Which there are.
            budget: What reading one may cost.
            hand: Who works.
        """
        self._store, self._ledger, self._budget = store, ledger, budget
        self._holder, self._lease = hand.holder(), hand.lease
        self._looked_for = ledger.looked_for()
        self._todo: queue.Queue[Task | None] = queue.Queue()
        self._came: queue.Queue[Visit | BaseException] = queue.Queue()
        self._out = self.read = 0
        self._beaten = time.monotonic()
        self._many = _FEWEST_LEASED
        self._idle: list[Reader] = []

    def close(self) -> None:
        """End the processes that read: they stay from one turn of work to the next, as loading one costs a second."""
        while self._idle:
            self._idle.pop().close()

    def work(self, processes: int, tell: Callable[[], None] = lambda: None, seconds: float | None = None) -> None:
        """Read, until nothing is left that others have not read either.

        Args:
            processes: How many read.
            tell: Called again and again meanwhile.
            seconds: Take nothing more after so long, and do not wait for what others are at; None: to the end.

        Raises:
            OSError: A content is not in the store, or the store cannot be written to.
            LedgerError: The ledger cannot be written in.
        """
        if self._ledger.finished():
            return
        threads = [threading.Thread(target=self._read, daemon=True) for _ in range(processes)]
        end = None if seconds is None else time.monotonic() + seconds
        for thread in threads:
            thread.start()
        try:
            while True:
                if end is None or time.monotonic() < end:
                    self._fill(processes)
                if self._out:
                    self._write(self._gathered())
                elif end is not None or self._ledger.finished():
                    break
                else:  # others are at the rest, and one of them may be killed, or open a container
                    time.sleep(_IDLE)
                    free_the_dead(self._ledger, self._holder)
                self._beat()
                tell()
        finally:
            for _ in threads:
                self._todo.put(None)
            for thread in threads:
                thread.join()
            with suppress(Exception):
                self._ledger.release(self._holder)

    def _fill(self, processes: int) -> None:
        if self._todo.qsize() > processes:
            return
        now = self._ledger.now()
        tasks = self._ledger.lease(self._holder, self._many * processes, now, now + self._lease)
        if tasks:
            # Few of the largest, so that other hosts have some too; many small ones, to be written down together.
            self._many = min(max(_TOGETHER // max(tasks[-1].size, 1), _FEWEST_LEASED), _MOST_LEASED)
        for task in tasks:
            self._todo.put(task)
        self._out += len(tasks)

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
        self.read += self._ledger.record(self._holder, visits, self._budget)
        self._out -= len(visits)

    def _beat(self) -> None:
        if time.monotonic() - self._beaten > self._lease / 5:
            self._ledger.beat(self._holder, self._ledger.now() + self._lease)
            self._beaten = time.monotonic()

    def _read(self) -> None:
        try:
            reader = self._idle.pop()
        except IndexError:
            reader = Reader(self._store, self._budget, looked_for=self._looked_for)
        try:
            while (task := self._todo.get()) is not None:
                self._came.put(reader.visit(task))
        except BaseException as error:  # the disk is full, or the store is gone: the run ends, and can go on later
            self._came.put(error)
        finally:
            self._idle.append(reader)
