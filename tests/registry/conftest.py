"""What tests of the registry share."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import connection, connections, transaction
from django.test import TransactionTestCase
from psycopg import sql
from pytest_django import DjangoDbBlocker

from rogatory.registry.documents import guards as of_documents
from rogatory.registry.ledger import guards, keys
from tests.registry.access.people import Everybody
from tests.registry.access.states import Standings
from tests.registry.office import Registry
from tests.registry.test_ledger_cli import rogatory

ROLE = "registry_tested"
"""The role of the running registry on PostgreSQL, that owns nothing."""


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """The same hasher at a fraction of its price, which is there for whoever guesses and is paid in every situation."""
    patch = pytest.MonkeyPatch()
    patch.setattr(ScryptPasswordHasher, "work_factor", 2**8)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def _a_test_may_empty_the_journal() -> Iterator[None]:
    """After a test with real transactions every table is emptied, which the database refuses for the journal.

    So the guards are taken down for that moment, here and nowhere in the program. Django itself would empty, one by
    one, the many tables in which there is nothing too, and write anew which models there are: ten times the work.
    """
    patch = pytest.MonkeyPatch()
    base: Any = TransactionTestCase

    def unguarded(_case: Any) -> None:
        guards.remove(connection)
        of_documents.remove(connection)
        _empty()
        guards.install(connection)
        of_documents.install(connection)

    patch.setattr(base, "_fixture_teardown", unguarded)
    yield
    patch.undo()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what was seized, and for its store."""
    return tmp_path_factory.mktemp("seized")


STAY = frozenset({"auth_permission", "django_content_type"})
"""Tables that say which models there are, as written once with the tables of the models."""


@cache
def _tables() -> tuple[str, ...]:
    """Every table that a test can have written in."""
    there = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return tuple(sorted(set(there) - STAY))


def _empty() -> None:
    """Empty every table in which there is something; what names what is looked at when all are empty."""
    names = {table: connection.ops.quote_name(table) for table in _tables()}
    asked = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {name})" for table, name in names.items())  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(asked)
        filled = [names[table] for (table,) in cursor.fetchall()]
    with connection.constraint_checks_disabled(), transaction.atomic(), connection.cursor() as cursor:
        for name in filled:
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608


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


@pytest.fixture(scope="class")
def standings(everybody: Everybody) -> Iterator[Standings]:
    """The case of everybody in one state after the other; the states of a class share their way."""
    states = Standings(everybody)
    yield states
    states.leave()


@pytest.fixture(scope="class")
def state(standings: Standings, request: pytest.FixtureRequest) -> str:
    """The name of the state in which the case of everybody stands; `parametrize` says which."""
    name: str = request.param
    standings.bring_about(name)
    return name


@pytest.fixture
def owner(transactional_db: None, journal_keys: Path) -> Iterator["psycopg.Connection[Any]"]:
    """A connection of the tables' owner, while the registry itself is signed in as a role with the printed rights."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles: whoever can write the file can write all of it")
    told = dict(connection.get_connection_params())
    told = {key: told[key] for key in ("host", "port", "user", "password", "dbname") if key in told}
    settings, before = connection.settings_dict, connection.settings_dict["USER"]
    with psycopg.connect(**told, autocommit=True) as own:
        own.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(ROLE)))
        code, printed = rogatory("journal", "privileges", ROLE)
        assert code == 0
        own.execute(printed)
        connections.close_all()
        settings["USER"] = ROLE
        try:
            yield own
        finally:
            connections.close_all()
            settings["USER"] = before
            own.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(ROLE)))
            own.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(ROLE)))
