"""What tests ask of the database: written down on SQLite, so that PostgreSQL is asked each thing, and not all again.

With `ROGATORY_ASKED` naming a folder, tests of the registry write there what they ask on SQLite. On PostgreSQL those
are then left out that ask nothing which others have not asked often `ENOUGH`, the quick ones first. Whatever is not
written down is run: what uses real transactions, where two act at once; what starts a process, which asks on its own;
what is skipped on SQLite; what tries any value, as a database may choke on one; and the access matrix, which chooses
itself. Without that folder everything is run.
"""

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

ASKED = os.environ.get("ROGATORY_ASKED", "")
ON_POSTGRESQL = os.environ.get("ROGATORY_TEST_DATABASE") == "postgresql"
WRITES = bool(ASKED) and not ON_POSTGRESQL
ENOUGH = 3
"""Tests by which a statement is to be tried."""
MANY = 50
"""Rows from which on PostgreSQL takes them in another way."""
KNOWS_NO_DATABASE = "rogatory.extraction.worker"
_MARKS = re.compile(r"\(%s(?:, %s)*\)(?:, \(%s(?:, %s)*\))*")
_NUMBER = re.compile(r"\d+")
_heard: set[str] = set()
_apart: list[bool] = []
"""Holds something once a test has done what is not seen here."""


@lru_cache(10_000)
def statement(sql: str, rows: int = 1) -> str:
    """A statement as it is told from others: without its values, their number, and the name of its savepoint."""
    told = "SAVEPOINT" if "SAVEPOINT" in sql else _NUMBER.sub("0", _MARKS.sub("(%s)", " ".join(sql.split())))
    return f"{told} x {MANY}" if rows >= MANY else told


def chosen(asked: dict[str, tuple[float, list[str]]]) -> set[str]:
    """Of tests, each with its seconds and what it asks, those by which everything is asked often enough."""
    often, taken = Counter[str](), set[str]()
    for test, (_, statements) in sorted(asked.items(), key=lambda one: (one[1][0], one[0])):
        if any(often[one] < ENOUGH for one in statements):
            often.update(statements)
            taken.add(test)
    return taken


def pytest_configure() -> None:
    """Listen to what is asked."""
    if not WRITES:
        return
    from django.db.backends.utils import CursorWrapper

    from rogatory.sifting.ledger.database import Lite

    for asks in (CursorWrapper, Lite):
        for name in ("execute", "executemany"):
            _listen(asks, name)
    sys.addaudithook(_process)


def _listen(asks: Any, name: str) -> None:
    done = getattr(asks, name)

    def heard(self: Any, query: Any, values: Any = None, *more: Any) -> Any:
        if name == "executemany":
            values = list(values)
        _heard.add(statement(str(query), len(values) if name == "executemany" else 1))
        return done(self, query, *(() if values is None else (values,)), *more)

    setattr(asks, name, heard)


def _process(event: str, told: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and KNOWS_NO_DATABASE not in str(told[1]):
        _apart.append(True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Write down what a test asked, and what was made ready for it."""
    _heard.clear()
    _apart.clear()
    began = time.process_time()
    try:
        return (yield)
    finally:
        if WRITES and not _apart and _is_written_down(item):
            told = [item.nodeid, round(time.process_time() - began, 3), sorted(_heard)]
            worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
            with (Path(ASKED) / f"{worker}.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(told) + "\n")


@pytest.hookimpl
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note that a test was skipped, or failed."""
    if not report.passed:
        _apart.append(True)


def _is_written_down(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db")
    together = (marked and marked.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())
    any_value = "/test_api_any_input" in item.nodeid or getattr(item.obj, "is_hypothesis_test", False)  # type: ignore[attr-defined]
    here = item.nodeid.startswith("tests/registry/") and not item.nodeid.startswith("tests/registry/shell/")
    return here and not together and not any_value and "/test_access_matrix" not in item.nodeid


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what asks nothing new."""
    if not ASKED or not ON_POSTGRESQL:
        return
    asked: dict[str, tuple[float, list[str]]] = {}
    for file in sorted(Path(ASKED).glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            test, seconds, statements = json.loads(line)
            asked[test] = (seconds, statements)
    left_out = asked.keys() - chosen(asked)
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left_out])
    items[:] = [item for item in items if item.nodeid not in left_out]
