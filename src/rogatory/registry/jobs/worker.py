"""The worker: takes what is due, does it, and says meanwhile how far it is.

Lanes: what must not wait long (witnesses, subscribers), and what somebody waits for at a desk (reading what came in),
is never kept waiting by what takes long, nor what takes hours by a seizure, which may take days.
"""

import logging
import os
import secrets
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from types import FrameType

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from rogatory.registry.jobs import queue
from rogatory.registry.jobs.handle import Handle, UnableError
from rogatory.registry.jobs.kinds import DUTIES, KINDS, LONG, QUICK, READING, SEIZURES
from rogatory.registry.jobs.models import Job

POLL = 0.5
"""Seconds between two looks at an empty table."""
BEAT = 5.0
"""Seconds between two signs of life; progress is written as often as it changes, but not more than every `POLL`."""
_LOG = logging.getLogger("rogatory.worker")


class StoppedError(Exception):
    """The worker was told to stop in the middle of something."""


class Worker:
    """One process at work.

    Attributes:
        name: A name of its own, by which the table knows whose a piece is.
    """

    def __init__(self, parent: int = 0) -> None:
        """Begin with nothing in hand.

        Args:
            parent: The process it ends with; 0: none.
        """
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._parent = parent
        self._told = False
        self._over = Event()

    def once(self) -> int:
        """Do everything that is due now; how many pieces were done or tried."""
        queue.ensure(DUTIES, timezone.now())
        return sum(1 for kinds in (QUICK, READING, LONG, SEIZURES) for _ in self._pieces(kinds))

    def run(self) -> None:
        """Work until told to stop by SIGTERM or SIGINT, or until the parent is gone."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._interrupted)
        beside = [Thread(target=self._lane, args=(kinds,), daemon=True) for kinds in (QUICK, READING, SEIZURES)]
        with suppress(StoppedError):
            for lane in beside:
                lane.start()
            self._lane(LONG)
        self._over.set()
        for lane in beside:
            lane.join(1)
        with suppress(DatabaseError):
            queue.give_back(self.name, timezone.now())
        connections.close_all()

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        # Whatever the main thread is at is left here; a second signal must not disturb the leaving.
        if not self._told:
            self._told = True
            raise StoppedError

    def _lane(self, kinds: tuple[str, ...]) -> None:
        ensured = False
        while not self._stopped():
            close_old_connections()
            try:
                if not ensured:
                    queue.ensure([kind for kind in kinds if kind in DUTIES], timezone.now())
                    ensured = True
                for _ in self._pieces(kinds):
                    if self._stopped():
                        return
            except DatabaseError:
                _LOG.exception("the database is not reached")
                self._over.wait(BEAT)
            self._over.wait(POLL)

    def _stopped(self) -> bool:
        if self._parent and os.getppid() != self._parent and not self._told:
            # Whoever started it is gone. The other lane may be in the middle of something: it is told as well.
            os.kill(os.getpid(), signal.SIGTERM)
            return True
        return self._over.is_set()

    def _pieces(self, kinds: tuple[str, ...]) -> Iterator[Job]:
        while job := queue.claim(self.name, kinds, timezone.now()):
            self._do(job)
            yield job

    def _do(self, job: Job) -> None:
        kind = KINDS[job.kind]
        handle = Handle(job.pk, timezone.now(), job.result, job.about, job.asked_by)
        try:
            with _heard(job, handle):
                result = kind.run(handle)
        except StoppedError:
            raise
        except UnableError as error:
            queue.fail(job, str(error), timezone.now())
        except Exception as error:
            _LOG.exception("work failed", extra={"fields": {"kind": job.kind}})
            queue.fail(job, _kind_and_place(error), timezone.now())
        else:
            queue.beat(job, handle.done, handle.of, timezone.now())
            queue.finish(job, result, kind.every, timezone.now())


@contextmanager
def _heard(job: Job, handle: Handle) -> Iterator[None]:
    """Give signs of life and tell progress beside the work.

    On a connection of its own: the work may be in a transaction, and nobody would see what is written there before it
    ends.
    """
    over = Event()

    def speak() -> None:
        told, silent = (0, 0), 0.0
        while not over.wait(POLL):
            silent += POLL
            now = (handle.done, handle.of)
            if now != told or silent >= BEAT:
                with suppress(DatabaseError):
                    queue.beat(job, *now, timezone.now())
                    told, silent = now, 0.0
        connections.close_all()

    speaker = Thread(target=speak, daemon=True)
    speaker.start()
    try:
        yield
    finally:
        over.set()
        speaker.join(1)


def _kind_and_place(error: Exception) -> str:
    """What may be kept of an exception: its message may quote a file."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
