"""The database under the tests is the one that was asked for."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_registry_runs_on_the_database_asked_for():
    wanted = os.environ.get("ROGATORY_TEST_DATABASE", "sqlite")
    assert connection.vendor == wanted
    if wanted == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
