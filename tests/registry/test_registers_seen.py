"""What the database lets a register's words be seen by, on a real PostgreSQL server; and that screenings are alike."""

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.linkage.book import Book
from rogatory.linkage.keyed import keys_of
from rogatory.linkage.screening import screen
from rogatory.office.perform import Barred
from rogatory.people.mandates import stream_of
from rogatory.registers.model import Register
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.cases.rebuild import rebuild
from rogatory.registry.registers import door, store
from rogatory.registry.registers.models import HeldEntry, LinkKey, LinkWord
from rogatory.registry.registers.told import read
from tests.registry.conftest import ROLE
from tests.registry.keeping import bring, granted, keeping, letter, links
from tests.registry.meeting import Meeting

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = ("registers_heldentry", "registers_linkkey")


def as_the_registry(*statements):
    """What the last of some statements gives in one transaction of the registry's own role."""
    told = connection.get_connection_params()
    with psycopg.connect(**{k: told[k] for k in ("host", "user", "dbname") if k in told}) as role:
        assert role.execute("SELECT current_user").fetchone() == (ROLE,)
        for statement in statements:
            last = role.execute(statement)
        found = last.fetchall() if last.description else None
        role.rollback()
    return found


def seen(*registers):
    return f"SELECT set_config('rogatory.registers', '{','.join(registers)}', true)"


class TestWhoSeesWhat:
    @pytest.mark.usefixtures("owner")
    @pytest.mark.parametrize("table", TABLES)
    def test_a_register_that_is_not_named_is_not_seen(self, table):
        office = keeping()
        bring(office, granted())
        count = f"SELECT count(*) > 0 FROM {table}"  # noqa: S608
        assert as_the_registry(count) == [(False,)], "nothing named, nothing seen"
        assert as_the_registry(seen("notices", "protect"), count) == [(False,)]
        assert as_the_registry(seen("notices", "protection"), count) == [(True,)]
        assert as_the_registry(seen("*"), count) == [(True,)]

    @pytest.mark.usefixtures("owner")
    def test_nothing_is_put_into_a_register_that_is_not_named_or_taken_out(self):
        office = keeping()
        bring(office, granted())
        put = "INSERT INTO registers_linkkey (key, held, part, register) VALUES ('x', 1, 0, 'protection')"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_the_registry(seen("notices"), put)
        as_the_registry(seen("protection"), put)
        gone = "WITH gone AS (DELETE FROM registers_heldentry RETURNING 1) SELECT count(*) FROM gone"
        assert as_the_registry(seen("notices"), gone) == [(0,)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_the_registry("DROP POLICY registers_seen ON registers_linkkey")

    @pytest.mark.usefixtures("owner")
    def test_the_office_keeps_asks_and_screens_as_a_role_that_owns_nothing(self):
        office = keeping()
        bring(office, granted())
        case = office.register(letter())
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        ((_, link),) = links(office, case).items()
        assert link.told["entry"] == "D-1"
        dossier, _ = cases.look(office.accounts[Role.COURT], case)
        asked = door.ask(office.accounts[Role.PROSECUTOR], "protection", case, "before a grant", dossier.case)
        assert asked.answer is not None
        assert asked.answer.word.value == "consult"
        assert [e.id for e, _ in door.held_entries(office.accounts[Role.CUSTODIAN], "protection")] == ["D-1"]
        rebuild()
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        assert len(links(office, case)) == 1

    @pytest.mark.usefixtures("owner")
    def test_a_query_that_was_barred_sees_nothing(self):
        office = keeping()
        bring(office, granted())
        case = office.register(letter())
        barred = door.ask(office.accounts[Role.COUNSEL], "protection", case, "curious", _about(office, case))
        assert isinstance(barred.result, Barred)
        with store.source([]) as (registers, _):
            assert registers.count("protection", "2030-01-01") == (0 if connection.vendor == "postgresql" else 1)


def _about(office, case):
    return cases.look(office.accounts[Role.COURT], case)[0].case


class TestInStep:
    def test_keys_come_change_and_go_with_their_entry(self):
        office = keeping()
        bring(office, granted("D-1", "Ivan Petrov"), granted("D-2", "Гүлнара Сейтқазыева"))
        kept = connection.vendor == "postgresql"
        assert keys() == (keys_now() if kept else set())
        bring(office, granted("D-1", "Ruslan Ospanov"))
        assert keys() == (keys_now() if kept else set())
        assert HeldEntry.objects.count() == 3
        before = dict(LinkWord.objects.values_list("word", "bearers"))
        rebuild()
        assert keys() == (keys_now() if kept else set())
        assert {w: n for w, n in before.items() if n} == dict(LinkWord.objects.values_list("word", "bearers"))
        for ident in ("D-1", "D-2"):
            end = {"entry": ident, "reasons": "a double"}
            door.keep(office.accounts[Role.CUSTODIAN], "end-entry", "protection", end)
        assert not LinkKey.objects.exists()
        assert not LinkWord.objects.exclude(bearers=0).exists()

    def test_what_was_not_done_has_left_no_key(self, monkeypatch):
        office = keeping()
        monkeypatch.setattr(store, "_words", lambda entry: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            bring(office, granted())
        assert not LinkKey.objects.exists()
        assert [e.act for e in journal.entries_of(stream_of("protection"))] == ["open-register"]

    def test_what_is_made_up_has_no_key(self):
        office = keeping()
        bring(office, granted("D-7"), act="put-entry", canary=True)
        assert not LinkKey.objects.exists()


def keys():
    return set(LinkKey.objects.values_list("key", "part"))


def keys_now():
    return {
        row
        for told in HeldEntry.objects.filter(ended=None).values_list("told", flat=True)
        for row in keys_of(read(told))
    }


def test_a_case_meets_the_same_in_the_database_as_in_memory():
    meeting = Meeting.held()
    case = cases.look(meeting.office.accounts[Role.COURT], meeting.case)[0].case
    told = [read(text) for text in HeldEntry.objects.filter(ended=None).values_list("told", flat=True)]
    heads = store.heads()
    book = Book(
        Register(h.id, h.kind, h.title, as_of=h.as_of, entries=tuple(e for e in told if e.register == h.id))
        for h in heads
    )
    on = timezone.localdate()
    with store.source([h.id for h in heads]) as (registers, _):
        found = screen(case, registers, on)
    assert found.links
    assert found == screen(case, book, on)
