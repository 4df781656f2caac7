"""Appending under load, killed at random moments: run by `test_ledger_kill.py`, once for each series.

    python -m tests.registry.killing DATABASE_NAME KILLS SEED

Two processes append without pause, each act with a row of its own in another table. Both are killed with SIGKILL. Then
what was acknowledged must be there, every act with its entry and every entry with its act, and the root as signed.
"""

import json
import os
import random
import select
import signal
import sys
import time
from datetime import UTC, datetime

import django
from django.conf import settings

ACT = "killing_act"


def work(pipe, seed):
    """Append for ever; the number of the last entry goes into the pipe once it is committed."""
    from django.db import connection, transaction

    from rogatory.registry.ledger.append import NewEntry, append

    rng = random.Random(seed)
    while True:
        count = rng.choice((1, 1, 1, 2, 7, 80))
        entries = [NewEntry(f"c{i}", "file.add", "f", "u1", {"title": "x" * rng.randrange(400)}) for i in range(count)]
        with transaction.atomic():
            numbers = append(entries, at=datetime.now(UTC))  # noqa: TID251
            with connection.cursor() as cursor:
                cursor.executemany(f"INSERT INTO {ACT} VALUES (%s)", [(n,) for n in numbers])  # noqa: S608
        os.write(pipe, b"%d\n" % numbers[-1])


def one_kill(rng):
    """The largest acknowledged number (-1: none) of two workers killed at random moments."""
    reader, writer = os.pipe()
    children = []
    for _ in range(2):
        seed = rng.random()
        child = os.fork()
        if child == 0:
            try:
                work(writer, seed)
            finally:
                os._exit(1)
        children.append(child)
    os.close(writer)
    if rng.random() < 0.7:
        # Mostly in the midst of work, the other times while it begins.
        select.select([reader], [], [], 10)
    time.sleep(rng.uniform(0.01, 0.15))
    for child in children:
        time.sleep(rng.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert ends == [signal.SIGKILL] * 2, f"a worker ended by itself: {ends}"
    with os.fdopen(reader, "rb") as file:
        # The last line may have been cut by the kill.
        return max((int(line) for line in file.read().split(b"\n")[:-1]), default=-1)


class Checked:
    """What was found right so far, so that only what is new has to be read."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def go_on(self, acknowledged):
        """Check everything new."""
        from django.db import connection

        from rogatory.journal import tree
        from rogatory.registry.ledger import store
        from rogatory.registry.ledger.models import Checkpoint, Entry, Head, Secret

        with store.snapshot():
            new = list(Entry.objects.filter(seq__gte=self.size).order_by("seq").values_list("seq", "leaf"))
            for seq, leaf in new:
                assert seq == self.size, f"entry {self.size} is missing"
                tree.grow(seq, self.peaks, tree.leaf_hash(bytes(leaf)))
                self.size += 1
            assert self.size > acknowledged, f"entry {acknowledged} was acknowledged and is lost"
            newest = Checkpoint.objects.order_by("-size").first()
            signed = (newest.size, bytes(newest.root)) if newest else (0, tree.EMPTY_ROOT)
            assert signed == (self.size, tree.fold(self.peaks)), "the checkpoint is not that of the entries"
            head = Head.objects.first()
            assert (head.size if head else 0) == self.size, "the head is not the end"
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*), coalesce(max(seq), -1) FROM {ACT}")  # noqa: S608
                assert cursor.fetchone() == (self.size, self.size - 1), "half an act"
            assert Secret.objects.count() == self.size, "half an entry"


def again():
    """Seconds until the journal takes an entry after a kill."""
    from django.db import connection, transaction

    from rogatory.registry.ledger.append import NewEntry, append

    start = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        [number] = append([NewEntry("c", "file.add", "f", "u1", {"title": "again"})], at=datetime.now(UTC))  # noqa: TID251
        cursor.execute(f"INSERT INTO {ACT} VALUES (%s)", [number])  # noqa: S608
    return time.perf_counter() - start


def main(name, kills, seed):
    """Kill so many times; print what came of it."""
    settings.DATABASES["default"]["NAME"] = name
    django.setup()
    from django.db import connection, connections

    from rogatory.registry.ledger.audit import audit

    rng, checked, slowest, acknowledged = random.Random(seed), Checked(), 0.0, 0
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {ACT} (seq bigint PRIMARY KEY)")
    try:
        for _ in range(kills):
            connections.close_all()
            last = one_kill(rng)
            acknowledged += last >= 0
            slowest = max(slowest, again())
            checked.go_on(last)
        report = audit()
        assert report.sound, report.lines()
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {ACT}")
    print(json.dumps({"kills": kills, "with_acknowledged": acknowledged, "entries": checked.size, "slowest": slowest}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
