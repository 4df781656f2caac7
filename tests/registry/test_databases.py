"""The database under the tests is the one that was asked for."""

import os

import pytest
from django.db import connection

from tests.asked import ENOUGH, MANY, _is_written_down, chosen, statement


@pytest.mark.django_db
def test_the_registry_runs_on_the_database_asked_for():
    wanted = os.environ.get("ROGATORY_TEST_DATABASE", "sqlite")
    assert connection.vendor == wanted
    if wanted == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_statement_is_told_from_others_by_its_words_and_by_whether_its_rows_are_many():
    one, three = "INSERT INTO a (b) VALUES (%s)", "INSERT INTO a (b) VALUES (%s), (%s), (%s)"
    assert statement(one) == statement(three) == statement(one, MANY - 1)
    assert statement(one) != statement(one, MANY)
    assert statement("SELECT 1 FROM a WHERE b IN (%s, %s)") == statement("SELECT 1\nFROM a WHERE b IN (%s)")
    assert statement("SELECT b FROM a") != statement("SELECT b FROM a FOR UPDATE")


def test_everything_is_asked_again_by_enough_tests_the_quick_ones_first():
    asked = {f"test {number}": (float(number), ["often"]) for number in range(ENOUGH + 2)}
    asked |= {"slow": (99.0, ["often", "once"]), "nothing": (0.0, [])}
    assert chosen(asked) == {*(f"test {number}" for number in range(ENOUGH)), "slow"}


@pytest.mark.django_db
def test_what_one_transaction_asks_is_written_down(request):
    assert _is_written_down(request.node)


@pytest.mark.django_db(transaction=True)
def test_what_real_transactions_ask_of_each_other_is_not(request):
    assert not _is_written_down(request.node)
