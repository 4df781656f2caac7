"""Whatever fails while an act is written, nothing of the act is left, and the next attempt finds all as it was.

Every statement of the door's transaction fails once, before the database has done it and after, and so do the signature
and the commit itself.
"""

import sqlite3

import pytest
from django.apps import apps
from django.db import DatabaseError, OperationalError, connection
from django.db.models import Model

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.cases import journal
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.ledger import keys
from rogatory.registry.ledger.audit import audit
from tests.office.histories import beginning
from tests.registry.office import Registry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


class BrokenError(Exception):
    """What is made to happen."""


class Breaking:
    """Lets the statement of a number fail: before it is done, or after."""

    def __init__(self, number, *, after):
        self.left, self.after, self.met = number, after, ""

    def __call__(self, execute, sql, params, many, context):
        # That a transaction begins writes nothing yet.
        if self.met or sql.startswith("BEGIN"):
            return execute(sql, params, many, context)
        if self.left:
            self.left -= 1
            return execute(sql, params, many, context)
        self.met = sql
        if self.after:
            execute(sql, params, many, context)
        raise BrokenError(sql)


def everything():
    """Every row of the tables of journal and copies."""
    models: list[type[Model]] = [m for app in ("ledger", "cases") for m in apps.get_app_config(app).get_models()]
    found = {}
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}" ORDER BY 1, 2')  # noqa: S608
            found[model._meta.db_table] = [
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in cursor.fetchall()
            ]
    return found


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


@pytest.fixture
def case(office) -> str:
    """A case examined and granted, and everybody told, so that two people may transmit; with counsel in it."""
    made: str = office.granted(beginning("mla"))
    office.mandate(Role.COUNSEL, made)
    return made


def proposing(office, case):
    head = fold(journal.entries_of(case)).head
    return office.do(Role.PROSECUTOR, "transmit", case, "record", seen=head, reasons="asked")


def confirming(office, case):
    dossier = fold(journal.entries_of(case))
    ident = next(iter(dossier.proposals))
    return office.do(Role.CENTRAL_AUTHORITY, "confirm", case, ident, seen=dossier.head)


ACTS = {
    "a registration": lambda office, _: office.do(Role.CLERK, "register", "", file=beginning("unexamined")),
    "a finding": lambda office, case: office.do(
        Role.PROSECUTOR, "find", case, question="person.refugee_here", about="P1", answer="yes", source="s"
    ),
    "a remedy": lambda office, case: office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="appeal"),
    "a mandate": lambda office, case: office.mandate(Role.LIAISON, case),
    "an attempt that is barred": lambda office, case: office.do(Role.AUDITOR, "grant", case, "interview", reasons="r"),
    "a proposal": proposing,
    "an act by two people": confirming,
    "a reading": lambda office, case: office.do(Role.AUDITOR, "read", case),
    "an appointment": lambda office, _: office.do(
        Role.ADMINISTRATOR,
        "appoint",
        "",
        mandate={"account": office.accounts[Role.COUNSEL], "role": "auditor", "since": "2026-01-01"},
    ),
}
WRITTEN = ("ledger_entry", "ledger_secret", "ledger_checkpoint", "ledger_head")


@pytest.mark.parametrize("after", [False, True], ids=["before it is done", "after it is done"])
@pytest.mark.parametrize("name", ACTS)
def test_a_statement_that_fails_leaves_nothing_of_the_act(office, case, name, after):
    if name == "an act by two people":
        proposing(office, case)
    before, size = everything(), journal.size()
    met: list[str] = []
    while True:
        breaking = Breaking(len(met), after=after)
        try:
            with connection.execute_wrapper(breaking):
                ACTS[name](office, case)
            break
        except BrokenError:
            met.append(breaking.met)
            assert everything() == before, breaking.met
    told = " ".join(met)
    assert [table for table in WRITTEN if table not in told] == [], "not every table was reached"
    assert not breaking.met
    assert journal.size() == size + 1, "the act itself, once nothing fails"
    assert audit().lines() == []
    assert list(differences()) == []


@pytest.mark.parametrize("name", ACTS)
def test_a_signature_that_cannot_be_made_or_a_commit_that_fails_leaves_nothing(office, case, name, monkeypatch):
    if name == "an act by two people":
        proposing(office, case)
    before = everything()

    def broken(*_):
        raise OperationalError

    for owner, what in ((keys, "signer"), (connection, "_commit")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, what, broken)
            with pytest.raises(OperationalError):
                ACTS[name](office, case)
        assert everything() == before, what
    ACTS[name](office, case)
    assert audit().lines() == []


def submit_until_refused(office, case, before):
    """Long submissions, until there is no more room; `before` is what was there before the one that failed."""
    while True:
        before.update(everything())
        office.do(Role.COUNSEL, "submit", case, "P1", text="x" * 3900)


def test_a_full_disk_leaves_nothing_of_the_act_and_the_office_goes_on_once_there_is_room(office, case):
    if connection.vendor != "sqlite":
        pytest.skip("the room of PostgreSQL is its server's")
    before = everything()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DatabaseError, match="full") as refused:
        submit_until_refused(office, case, before)
    assert isinstance(refused.value.__cause__, sqlite3.OperationalError)
    assert everything() == before
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count=1073741823")
    office.do(Role.COUNSEL, "submit", case, "P1", text="x" * 3900)
    assert audit().lines() == []
    assert list(differences()) == []
