"""How the pages of the registry grow with the number of cases, on the database that DATABASE_URL names.

A few hundred cases come in through the one door. The others are written by the same two functions the door writes
with, `journal.write` and the copies, in batches: one registration each, for every tenth a remedy, and for every third a
time limit. What is measured is the time of the server for a page, from the request to the last byte, by Django's test
client; and at once by so many people, each waiting for an answer before asking again, at `rogatory serve`, which has
the same two cores.
"""

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bench import measure

STATES = ("KZ", "RU", "TR", "DE", "FR", "US", "GB", "AL", "RS", "MA", "UA", "CN")
SURNAMES = ("Aliyev", "Janssens", "Müller", "Okonkwo", "Petrov", "Nguyen", "Haddad", "Smith", "Dubois", "Kowalski",
            "Yılmaz", "García", "Novák", "Hansen", "Rossi", "Popescu", "Tanaka", "Silva")  # fmt: skip
FREQUENT = 0.5
BATCH = 2_000
THROUGH_THE_DOOR = 200
LOOKS = 15
TURNS = 5
_HEADER = ("page", "cases", "queries", "median ms", "p95 ms", "20 at once: median", "p95")

Page = tuple[str, str]


def run(sizes: list[int], users: int) -> None:
    """Measure every page at each size."""
    set_up()
    from django.db import connection  # noqa: PLC0415 - the settings are read only now

    print(f"{connection.vendor}; {users} users at once; load {measure.load()}", flush=True)
    office = _Office()
    rows: list[tuple[str, ...]] = [_HEADER]
    with _server() as port:
        for size in sizes:
            start = perf_counter()
            office.grow(size)
            print(f"{size:,} cases after {perf_counter() - start:.0f} s more; load {measure.load()}", flush=True)
            for name, address in office.pages():
                rows.append((name, f"{size:,}", *_measured(office, address), *_at_once(office, address, users, port)))
                print("  ".join(rows[-1]), flush=True)
    print(measure.table(rows))


def set_up() -> None:
    """A data folder of its own; DATABASE_URL, or ROGATORY_TEST_DATABASE=postgresql, names another database."""
    os.environ["ROGATORY_DATA"] = tempfile.mkdtemp(prefix="rogatory-bench-")
    if os.environ.get("ROGATORY_TEST_DATABASE") == "postgresql":
        from tests import databases as _  # noqa: F401, PLC0415 - it starts one
    os.environ |= {"DJANGO_SETTINGS_MODULE": "rogatory.registry.settings", "ROGATORY_UNSAFE_ONE_FACTOR": "yes",
                   "ROGATORY_LOG_LEVEL": "ERROR"}  # fmt: skip
    from rogatory.registry import serving  # noqa: PLC0415

    serving.make_secret(Path(os.environ["ROGATORY_DATA"]))
    serving.set_up()


class _Office:
    """People in every role, and more and more cases."""

    def __init__(self) -> None:
        from tests.registry.office import Registry  # noqa: PLC0415

        self.registry = Registry.opened()
        self.random = Random(3)
        self.count = 0
        self.sample = ""

    def client(self) -> Any:  # noqa: ANN401
        from django.test import Client  # noqa: PLC0415

        from rogatory.law.acts import Role  # noqa: PLC0415
        from rogatory.registry.accounts.models import Account  # noqa: PLC0415

        client = Client(SERVER_NAME="localhost")
        client.force_login(Account.objects.get(public_id=self.registry.accounts[Role.PROSECUTOR]))
        return client

    def grow(self, size: int) -> None:
        """More cases, until there are `size`."""
        while self.count < min(size, THROUGH_THE_DOOR):
            self.sample = self.registry.register(self._file())
            self.count += 1
        while self.count < size:
            self._batch(min(BATCH, size - self.count))

    def pages(self) -> list[Page]:
        """The pages measured, by address."""
        last = self.count // 50
        return [
            ("cases", "/cases"),
            ("cases of a state and kind", "/cases?state=KZ&kind=mla"),
            ("search, a frequent name", "/cases?q=popescu"),
            ("search, a rare name", "/cases?q=van4711"),
            ("search, number of a case", f"/cases?q={self.sample}"),
            ("search, nothing found", "/cases?q=zzzzzz"),
            ("cases that wait for me", "/cases?waits=me&sort=waiting"),
            ("cases with a time limit overdue", "/cases?limits=late"),
            ("cases with one that ends", "/cases?limits=10"),
            ("cases, page in the middle", f"/cases?page={last // 2}"),
            ("cases, last page", f"/cases?page={last}"),
            ("my work", "/"),
            ("case", f"/cases/{self.sample}"),
            ("examination", f"/cases/{self.sample}/examination"),
            ("acts of a case", f"/cases/{self.sample}/acts"),
            ("journal of a case", f"/cases/{self.sample}/journal"),
            ("API: cases", "/api/v1/cases"),
            ("API: cases searched", "/api/v1/cases?q=popescu"),
            ("API: a case", f"/api/v1/cases/{self.sample}"),
            ("API: its acts", f"/api/v1/cases/{self.sample}/acts"),
        ]

    def _file(self) -> dict[str, Any]:
        random = self.random
        name = self._name()
        measure_type = random.choice(("interview", "search", "bank-data", "service"))
        return {
            "id": "bench",
            "title": f"{measure_type} for {name}, file {random.randrange(10**6)}",
            "request": {"kind": random.choice(("mla", "mla", "extradition")), "requesting_state": random.choice(STATES),
                        "requested_state": "BE", "received": f"2026-0{random.randint(1, 9)}-1{random.randint(0, 9)}",
                        "summary": "In proceedings on fraud the requesting state asks for what is named below."},
            "persons": [{"id": "P1", "name": name}],
            "measures": [{"id": "m1", "type": measure_type, "persons": ["P1"]}],
        }  # fmt: skip

    def _batch(self, count: int) -> None:
        """Many registrations in one transaction: entries in the journal, and copies like those the door makes.

        The file of each is one that came in through the door, with another name in it; so is its copy.
        """
        from django.db import transaction  # noqa: PLC0415
        from django.utils import timezone  # noqa: PLC0415

        from rogatory.law.acts import Role  # noqa: PLC0415
        from rogatory.registry.cases import journal  # noqa: PLC0415
        from rogatory.registry.cases.copies import folded  # noqa: PLC0415
        from rogatory.registry.cases.models import CaseCopy, LimitCopy  # noqa: PLC0415
        from rogatory.registry.ledger import append  # noqa: PLC0415

        clerk, now = self.registry.accounts[Role.CLERK], timezone.now()
        pool = list(CaseCopy.objects.order_by("case").values()[:THROUGH_THE_DOOR])
        entries, rows = [], []
        for number in range(self.count + 1, self.count + count + 1):
            case, name, file = f"2026-{number:06}", self._name(), self._file()
            like = self.random.choice(pool)
            file |= {"id": case, "persons": [{"id": "P1", "name": name}]}
            entries.append(append.NewEntry(case, "register", "", clerk, {"file": file, "role": Role.CLERK.value}))
            text = like["search"].replace(like["case"], case).replace(folded(like["persons"]), folded(name))
            rows.append(
                like
                | {"case": case, "persons": name, "title": like["title"].replace(like["persons"], name), "search": text}
                | {"changed_at": now - timedelta(seconds=self.random.randrange(10**7)), "remedies": number % 10 == 0}
            )
        with transaction.atomic():
            journal.lock()
            numbers = append.append(entries, at=now)
            CaseCopy.objects.bulk_create(
                (CaseCopy(**row | {"head": seq}) for row, seq in zip(rows, numbers, strict=True)), batch_size=500
            )
            limit = {"ident": "eio-recognise@0", "rule": "eio-recognise", "by": "office", "nature": "duty"}
            LimitCopy.objects.bulk_create(
                LimitCopy(case=row["case"], last_day=now.date() + timedelta(days=n % 400 - 5), **limit)
                for n, row in enumerate(rows[::3])
            )
        self.count += count

    def _name(self) -> str:
        """Initial and surname; half of the surnames are rare."""
        frequent = self.random.random() < FREQUENT
        surname = self.random.choice(SURNAMES) if frequent else f"Van{self.random.randrange(50_000)}"
        return f"{self.random.choice('ABCDEFGH')}. {surname}"


def _measured(office: _Office, address: str) -> tuple[str, ...]:
    from django.db import connection  # noqa: PLC0415

    client = office.client()
    _look(client, address)
    asked: list[str] = []

    def noted(execute: Any, sql: str, *rest: Any) -> Any:  # noqa: ANN401
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(noted):
        _look(client, address)
    return (f"{len(asked)}", *_quantiles([_look(client, address) for _ in range(LOOKS)]))


def _quantiles(seconds: list[float]) -> tuple[str, ...]:
    return tuple(f"{measure.quantile(sorted(seconds), share) * 1e3:.0f}" for share in (0.5, 0.95))


def _look(client: Any, address: str) -> float:  # noqa: ANN401
    start = perf_counter()
    response = client.get(address)
    took = perf_counter() - start
    assert response.status_code == 200, (address, response.status_code)
    return took


def _at_once(office: _Office, address: str, users: int, port: int) -> tuple[str, ...]:
    from django.conf import settings  # noqa: PLC0415

    found: list[float] = []
    cookies = [office.client().cookies[settings.SESSION_COOKIE_NAME].OutputString(attrs=[]) for _ in range(users)]

    def use(cookie: str) -> None:
        line = HTTPConnection("localhost", port, timeout=60)
        for turn in range(TURNS + 1):
            start = perf_counter()
            line.request("GET", address, headers={"Cookie": cookie})
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, (address, answer.status)
            if turn:  # with the first, everybody arrives
                found.append(perf_counter() - start)
        line.close()

    threads = [threading.Thread(target=use, args=(cookie,)) for cookie in cookies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == users * TURNS
    return _quantiles(found)


@contextmanager
def _server() -> Iterator[int]:
    """`rogatory serve` on the same data, without its worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "rogatory", "serve", "--port", str(port), "--no-worker"]
    env = os.environ | {"ROGATORY_ADDRESS": f"http://localhost:{port}"}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    assert process.poll() is None, "the server did not start"
                    time.sleep(0.2)
            yield port
        finally:
            process.terminate()
