"""The registers as the registry keeps them, on the database it runs on: bringing entries in, and screening through it.

With ROGATORY_TEST_DATABASE=postgresql on a server of its own, by keys in a table; else on SQLite, by the book a process
holds in its memory. The registers and the request are those of `bench.screening`. What is measured is the processor of
the registry, that of the server process beside it, and the memory of the registry's process.
"""

import gc
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

from bench import measure, pages
from bench.link_keys import processor
from bench.register import register
from bench.screening import PERSONS, PROCEEDINGS, entries, request

HEADER = ("entries", "brought in s", "server s", "memory MiB before", "after", "screening s first", "best", "server s",
          "a person ms p50", "p95", "server ms p50", "p95", "links")  # fmt: skip
BATCH = 10_000


def run(sizes: list[int], repeats: int) -> None:
    """Bring each register in whole, beside the one before it, and screen one request several times."""
    pages.set_up()
    from django.db import connection  # noqa: PLC0415 - the settings are read only now

    rows: list[tuple[str, ...]] = [HEADER]
    for size in sizes:
        rows.append((f"{size:,}", *_measured(size, repeats)))
        print("  ".join(rows[-1]), flush=True)
    print(f"{connection.vendor}; a request of {PERSONS} persons and {PROCEEDINGS} proceedings; load {measure.load()}")
    print(measure.table(rows))


def _measured(size: int, repeats: int) -> tuple[str, ...]:
    from rogatory.linkage.screening import screen  # noqa: PLC0415
    from rogatory.registry.registers import store  # noqa: PLC0415

    made = register(size)
    start, served = process_time(), _served()
    _bring(list(entries(made)), size)
    brought, kept = process_time() - start, _served() - served
    case = request(made)
    del made
    gc.collect()
    memory = _memory()
    asked = [head.id for head in store.heads()]
    spent, server, links = [], [], 0
    for _ in range(repeats):
        start, served = process_time(), _served()
        with store.source(asked) as (registers, _state):
            links = len(screen(case, registers, date(2026, 1, 1)).links)
        spent.append(process_time() - start)
        server.append(_served() - served)
    alone, beside = [], []
    for person in case.persons:
        start, served = process_time(), _served()
        with store.source(asked) as (registers, _state):
            list(registers.persons_like(person.known_as, 50))
        alone.append(1e3 * (process_time() - start))
        beside.append(1e3 * (_served() - served))
    alone.sort()
    beside.sort()
    gc.collect()
    return (
        f"{brought:.0f}", f"{kept:.0f}", f"{memory:.0f}", f"{_memory():.0f}", f"{spent[0]:.2f}", f"{min(spent):.2f}",
        f"{min(server):.2f}", *(f"{measure.quantile(some, share):.1f}" for some in (alone, beside) for share in
        (0.5, 0.95)), str(links),
    )  # fmt: skip


def _bring(told: list[Any], seq: int) -> None:
    from django.db import transaction  # noqa: PLC0415

    from rogatory.registry.registers import store  # noqa: PLC0415
    from rogatory.registry.registers.models import RegisterCopy  # noqa: PLC0415

    for ident, kind in dict.fromkeys((entry.register, entry.kind.value) for entry in told):
        named = {"kind": kind, "title": ident, "changed": seq, "changed_on": date(2026, 1, 1)}
        RegisterCopy.objects.update_or_create(register=ident, defaults=named)
    for at in range(0, len(told), BATCH):
        with transaction.atomic():
            store.take(told[at : at + BATCH], seq)
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _served() -> float:
    """Seconds of a processor that the server process has used for us; of SQLite there is none."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    return processor(connection.connection.info.backend_pid)


def _memory() -> float:
    """Memory of this process that is in use, in MiB."""
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
