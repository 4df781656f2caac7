"""An appeal against a decision on its way, again and again: run by `test_door_races.py`, and by hand.

    python -m tests.registry.racing sqlite --rounds 5000
    python -m tests.registry.racing postgresql --rounds 5000
    python -m tests.registry.racing sqlite --leaving 10000

Two processes, each with its own connection to a real database. In each round one lodges a remedy and the other decides
(grants, or as the second person lets go what cannot be called back) on the case as it looked before; each waits a
random while first, so that the two meet in every order. Whoever was too late must have been told *stale*, and judges
again.

With `--leaving` every round is of an act that gives something away for good: sending the package, opening the file,
admitting officials; and a remedy is lodged, or a court stays the act, while its second person agrees.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from multiprocessing import get_context

from tests.registry.killing import Ground, new_case
from tests.registry.leaving import leave

LATEST = 0.12
"""Seconds one of the two waits at most: about as long as both acts take."""


def work(pipe, office):
    """Do what is asked through the pipe."""
    from django.db import connection

    from rogatory.office.perform import Barred

    connection.close()
    while (asked := pipe.recv()) is not None:
        wait, role, act, case, obj, seen, form = asked
        time.sleep(wait)
        result = office.do(role, act, case, obj, seen=seen, **form).result
        pipe.send({o.hurdle.value for o in result.obstacles} if isinstance(result, Barred) else None)


class Racers:
    """Two processes that act at once."""

    def __init__(self, office):
        from django.db import connections

        connections.close_all()
        context = get_context("fork")
        self.pipes, self.processes = [], []
        for _ in range(2):
            here, there = context.Pipe()
            process = context.Process(target=work, args=(there, office), daemon=True)
            process.start()
            self.pipes.append(here)
            self.processes.append(process)

    def run(self, *asked):
        """What came of the two acts: None for done, else the hurdles."""
        for pipe, one in zip(self.pipes, asked, strict=True):
            pipe.send(one)
        return [pipe.recv() for pipe in self.pipes]

    def end(self):
        for pipe, process in zip(self.pipes, self.processes, strict=True):
            pipe.send(None)
            process.join(10)


def race(office, racers, case, rng, *, final):
    """One round: which of the two came first, and what the loser was told."""
    from rogatory.law.acts import Role
    from rogatory.office.folds.dossier import fold
    from rogatory.registry.cases import journal

    act, obj, who, form = "grant", "interview", Role.PROSECUTOR, {"reasons": "asked"}
    if final:
        head = fold(journal.entries_of(case)).head
        office.do(Role.PROSECUTOR, "transmit", case, "record", seen=head, reasons="asked")
        (obj,) = fold(journal.entries_of(case)).proposals
        act, who, form = "confirm", Role.CENTRAL_AUTHORITY, {}
    dossier = fold(journal.entries_of(case))
    remedy = (rng.uniform(0, LATEST), Role.COUNSEL, "lodge-remedy", case, "P1", None, {"text": "appeal"})
    decision = (rng.uniform(0, LATEST), who, act, case, obj, dossier.head, form)
    lodged, decided = racers.run(remedy, decision)
    assert lodged is None, f"a remedy was barred: {lodged}"
    came = [e for e in journal.entries_of(case) if e.seq > dossier.entries[-1].seq]
    # What was done, as the journal tells it: the proof is not what the two were told.
    told = {e.act: e.seq for e in came}
    done = told.get("transmit" if final else "grant")
    if decided is None:
        assert done is not None
        assert done < told["lodge-remedy"], "decided after a remedy that it was not judged with"
        return "decided first"
    assert done is None
    assert decided == {"stale"} or (final and "stale" in decided), decided
    assert told["lodge-remedy"] < told["attempt-barred"]
    # Judged again, with the remedy: now it is the law that says whether it can be done, never what was not looked at.
    head = fold(journal.entries_of(case)).head
    again = office.do(who, act, case, obj, seen=head, **form).result
    assert "stale" not in {o.hurdle.value for o in getattr(again, "obstacles", ())}
    return f"remedy first; judged again: {'barred' if hasattr(again, 'obstacles') else 'done'}"


def _leaving(office, racers, rng, rounds, found):
    """So many rounds in which something would leave, a new case every twenty."""
    from tests.office.histories import beginning

    for number in range(rounds):
        if number % 20 == 0:
            case = new_case(office, beginning("mla"), granted=True)
        found[leave(office, racers.run, case, rng, LATEST)] += 1
        if number % 500 == 499:
            print(number + 1, "rounds of leaving", file=sys.stderr, flush=True)


def _deciding(office, racers, rng, rounds, found):
    """So many rounds in which something is decided."""
    from tests.office.histories import beginning

    for number in range(rounds):
        # Every tenth round is of an act that cannot be undone, in a case in which no remedy stands in its way.
        final = number % 10 == 9
        if number % 10 in (0, 9):
            case = new_case(office, beginning("mla"), granted=final)
        found[f"{'transmission' if final else 'grant'}: {race(office, racers, case, rng, final=final)}"] += 1
        if number % 500 == 499:
            print(number + 1, "races", file=sys.stderr, flush=True)


def main(arguments):
    """Race so many times; print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.registry.racing", description=__doc__)
    parser.add_argument("database", choices=("sqlite", "postgresql"))
    parser.add_argument("--rounds", type=int, default=5000)
    parser.add_argument("--leaving", type=int, default=0, help="so many rounds in which something would leave")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    ground = Ground(asked.database)
    try:
        from rogatory.registry.cases.rebuild import differences
        from rogatory.registry.ledger.audit import audit
        from tests.registry.office import Registry

        office, rng, found = Registry.opened(), random.Random(asked.seed), Counter[str]()
        racers = Racers(office)
        _leaving(office, racers, rng, asked.leaving, found)
        _deciding(office, racers, rng, asked.rounds if not asked.leaving else 0, found)
        racers.end()
        report = audit()
        assert report.sound, report.lines()
        assert list(differences()) == []
        print(
            json.dumps(
                {"database": asked.database, "races": asked.leaving or asked.rounds, "entries": report.size, **found}
            )
        )
    finally:
        ground.close()


if __name__ == "__main__":
    main(sys.argv[1:])
