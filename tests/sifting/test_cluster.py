"""A cluster reads a seizure: tasks are killed, and nothing is lost or there twice. `ROGATORY_LONG=1` kills sixty.

The same with Ray, and a machine of it killed: `python -m bench cluster`.
"""

import os
import random
import signal
import threading
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.cluster import ClusterError, Drive, Ended, Job, work
from rogatory.sifting.run.running import Grown, Running, run
from tests.databases import postgresql
from tests.sifting.seizures import SMALL, sealed
from tests.sifting.test_killing import LONG, desk, dumped


class Killing(threading.Thread):
    """Kills tasks of a cluster of this machine that have something in hand, at random, so often."""

    def __init__(self, seizure, times):
        super().__init__(daemon=True)
        self.seizure, self.left, self.killed, self.chance = seizure, times, 0, random.Random(5)

    def run(self):
        book = opened(self.seizure, postgresql(), begin=True)
        while self.left:
            time.sleep(self.chance.uniform(0.1, 4 if LONG else 1))  # a task needs a second to begin
            at_work = [int(holder.rsplit(":", 2)[1]) for holder in book.holders()]
            if at_work:
                with suppress(ProcessLookupError):
                    os.kill(self.chance.choice(at_work), signal.SIGKILL)
                    self.killed, self.left = self.killed + 1, self.left - 1
        book.close()


def test_tasks_are_killed_and_nothing_is_lost_or_there_twice(tmp_path):
    files = desk(400 if LONG else 30)
    undisturbed = sealed(tmp_path / "one", files, "S-3")
    run(undisturbed, processes=2, budget=SMALL)
    shared = sealed(tmp_path / "other", files, "S-3")
    server = postgresql()
    killing = Killing(shared, 60 if LONG else 4)
    killing.start()
    seen: list[Running] = []
    try:
        counts = run(shared, budget=SMALL, seen=seen.append, grown=Grown(server, "local:2"))
    finally:
        killing.left = 0
        killing.join()
    book = opened(shared, postgresql())
    assert list(book.dump()) == dumped(undisturbed)
    assert (book.holders(), counts.waiting) == ({}, 0)
    book.close()
    assert killing.killed >= 2
    assert not seen or seen[-1].counts.contents <= counts.contents


class Lost:
    """A cluster that does nothing but end tasks as it is told."""

    def __init__(self, ends, room=1):
        self.ends, self.count, self.names = ends, room, []

    def room(self):
        return self.count

    def submit(self, job):
        self.names.append(job.name)

    def ended(self, seconds):
        names, self.names = self.names, []
        return [replace(self.ends, name=name) for name in names]

    def close(self):
        pass


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        (Ended("", 0, says="LedgerError: the disk is full"), "the disk is full"),
        (Ended("", 0, gone=True, says="its machine died"), "tasks in a row were gone"),
    ],
)
def test_a_cluster_that_reads_nothing_ends_the_run_and_says_why(tmp_path, ends, says):
    seizure = sealed(tmp_path, {"a.txt": b"words"}, f"S-4 {says}")
    book = opened(seizure, postgresql(), begin=True)
    book.take(seizure.ident(), seizure.sealed().root, ((e.item("S"), e.content, "") for e in seizure.entries()))
    drive = Drive(Lost(ends), book, lambda name: Job(name, tmp_path, tmp_path, "", "", b"", SMALL))
    with pytest.raises(ClusterError, match=says):
        drive.work(lambda: None)
    assert not book.finished()
    book.close()


def test_what_a_task_held_that_is_gone_is_free_at_once(tmp_path):
    seizure = sealed(tmp_path, {"a.txt": b"words", "b.txt": b"more words"}, "S-5")
    book = opened(seizure, postgresql(), begin=True)
    book.take(seizure.ident(), seizure.sealed().root, ((e.item("S"), e.content, "") for e in seizure.entries()))
    held = []

    class Dying(Lost):
        def submit(self, job):
            super().submit(job)
            now = book.now()
            held.append(len(book.lease(f"{job.name}|elsewhere:1:1", 10, now, now + 1000)))

    drive = Drive(Dying(Ended("", 0, gone=True)), book, lambda name: Job(name, tmp_path, tmp_path, "", "", b"", SMALL))
    with pytest.raises(ClusterError):
        drive.work(lambda: None)
    assert held == [2] * drive.lost
    book.close()


def test_a_cluster_without_a_ledger_that_machines_can_share_is_refused(tmp_path):
    seizure = sealed(tmp_path, {"a": b"1"})
    with pytest.raises(LedgerError, match="set ROGATORY_LEDGER"):
        run(seizure, grown=Grown(cluster="local:2"))
    opened(seizure, begin=True).close()
    with pytest.raises(LedgerError, match="only this machine"):
        run(seizure, grown=Grown(postgresql(), "local:2"))


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({"program": "0.0"}, ClusterError, "has version"),
        ({"root": b"x" * 32}, LedgerError, "another manifest"),
    ],
)
def test_a_task_of_another_version_or_of_another_seal_is_refused(tmp_path, changed, error, says):
    seizure = sealed(tmp_path, {"a.txt": b"words"}, "S-6")
    book = opened(seizure, postgresql(), begin=True)
    book.begin("S-6", b"r" * 32)
    book.close()
    job = Job("x", seizure.folder, seizure.store.folder, postgresql(), "S-6", b"r" * 32, SMALL)
    assert Job.of(job.told()) == job
    with pytest.raises(error, match=says):
        work(replace(job, **changed))
