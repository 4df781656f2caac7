"""What tests of the registry share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from rogatory.registry.documents import guards as of_documents
from rogatory.registry.ledger import guards, keys
from tests.registry.access.people import Everybody
from tests.registry.office import Registry


@pytest.fixture(scope="session", autouse=True)
def _a_test_may_empty_the_journal() -> Iterator[None]:
    """After a test with real transactions Django empties every table, which the database refuses for the journal.

    So the guards are taken down for that moment, here and nowhere in the program.
    """
    patch = pytest.MonkeyPatch()
    base: Any = TransactionTestCase
    empty = base._fixture_teardown

    def unguarded(case: Any) -> None:
        guards.remove(connection)
        of_documents.remove(connection)
        empty(case)
        guards.install(connection)
        of_documents.install(connection)

    patch.setattr(base, "_fixture_teardown", unguarded)
    yield
    patch.undo()


@pytest.fixture
def journal_keys(settings: Any, tmp_path: Path) -> Path:
    """A data folder of this test's own, with the journal's key in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    keys.make_keys(folder)
    settings.DATA = folder
    return folder


@pytest.fixture(scope="module")
def office_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Registry]:
    """An office, opened once for a module; each test undoes what it did."""
    with django_db_blocker.unblock():
        whole: Any = transaction.atomic()
        whole._from_testcase = True
        with whole:
            yield Registry.opened()
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Everybody]:
    """Everybody who could stand at the door, gathered once for a module; each test undoes what it did."""
    with django_db_blocker.unblock():
        whole: Any = transaction.atomic()
        whole._from_testcase = True
        with whole:
            yield Everybody.gathered()
            transaction.set_rollback(True)
