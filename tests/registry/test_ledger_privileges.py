"""The role of the running registry, on a real PostgreSQL server, signed in as that role and owning nothing."""

import psycopg
import pytest
from django.db import connection, transaction

from rogatory.law.acts import Role
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.ledger import erasure, guards
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.models import Cosignature, Entry
from tests.office.histories import beginning
from tests.registry.conftest import ROLE
from tests.registry.office import Registry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def signed_in_as():
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user, current_user")
        return cursor.fetchone()


def test_the_office_works_as_a_role_that_owns_nothing(owner):
    assert signed_in_as() == (ROLE, ROLE)
    office = Registry.opened()
    case = office.register(beginning("mla"))
    office.mandate(Role.COUNSEL, case)
    office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="appeal")
    office.head(Role.AUDITOR, case)
    assert list(differences()) == []
    Cosignature.objects.create(size=1, witness="w", line="x")
    seq = Entry.objects.get(act="lodge-remedy").seq
    with transaction.atomic():
        erasure.erase({seq: ["person"]}, by="u9", basis="GDPR, Article 17", at=Entry.objects.get(seq=seq).time)
    assert {kind.value for kind in audit().counts} == {"cosignature"}


REFUSED = [
    *(f"{what} ledger_{table}" for table in guards.KEPT for what in ("TRUNCATE", "DROP TABLE")),
    *(f"DELETE FROM ledger_{table}" for table in (*guards.FIXED, "head")),  # noqa: S608
    *(f"ALTER TABLE ledger_{table} DISABLE TRIGGER ALL" for table in guards.KEPT),
    "UPDATE ledger_entry SET actor = ''",
    "UPDATE ledger_secret SET value = ''",
    "UPDATE ledger_node SET hash = ''",
    "UPDATE ledger_checkpoint SET note = ''",
    "UPDATE ledger_cosignature SET line = ''",
    "UPDATE ledger_timestamp SET token = ''",
    "UPDATE ledger_erasure SET tombstone = 0",
    "DROP TRIGGER ledger_entry_update ON ledger_entry",
    "CREATE OR REPLACE FUNCTION ledger_entry_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "SET session_replication_role = replica",
    "GRANT UPDATE ON ledger_entry TO PUBLIC",
]


def test_the_role_may_not_change_delete_or_unguard_anything(owner):
    office = Registry.opened()
    office.register()
    told = {**connection.get_connection_params()}
    with psycopg.connect(**{k: told[k] for k in ("host", "user", "dbname") if k in told}, autocommit=True) as role:
        for statement in REFUSED:
            if statement.startswith("GRANT"):
                # PostgreSQL warns, and gives nothing.
                role.execute(statement)
                continue
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                role.execute(statement)
        # What it may do, the triggers still refuse: a value without its tombstone.
        with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
            role.execute("DELETE FROM ledger_secret")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            role.execute("UPDATE ledger_entry SET actor = ''")
    assert audit().lines() == []


def test_the_owner_is_refused_by_the_triggers_and_found_out_without_them(owner):
    office = Registry.opened()
    case = office.register()
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        owner.execute("UPDATE ledger_entry SET actor = 'somebody else'")
    assert audit().lines() == []
    seq = Entry.objects.filter(case=case).latest("seq").seq
    owner.execute("SET session_replication_role = replica")
    owner.execute("UPDATE ledger_entry SET actor = 'somebody else' WHERE seq = %s", [seq])
    assert [(kind.value, place) for kind, place, _ in audit().found] == [("altered", seq)]
    owner.execute("DELETE FROM ledger_entry WHERE seq = %s", [seq])
    assert "truncated" in {kind.value for kind in audit().counts}
