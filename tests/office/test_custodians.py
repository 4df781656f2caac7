"""Custodians of registers are appointed like anybody: for one register each, and by a second person."""

from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.staffing import found, staff, staff_of
from rogatory.people.mandates import EVERY_CASE, Actor, stream_of
from tests.office.simulator import START, hurdles

STREAM = stream_of("protection")


class TestAppointing:
    def office(self) -> list[Entry]:
        new = found("chief", "2026-01-01")
        return [Entry(0, START, EVERY_CASE, new.act, new.object, new.actor, new.fields)]

    def do(self, entries: list[Entry], act: str, obj: str = "", **form: Any) -> Done | Barred:
        held = tuple(m for m in staff_of(entries).mandates.values() if m.account == "chief")
        result = staff(Attempt(act, obj, EVERY_CASE, Actor("chief", held), START, form), entries)
        new = result.entry
        entries.append(Entry(len(entries), START, EVERY_CASE, new.act, new.object, new.actor, new.fields))
        return result

    def appoint(self, entries: list[Entry], account: str, **more: str) -> Done | Barred:
        told = {"account": account, "role": Role.CUSTODIAN.value, "since": "2026-01-01", "register": "protection"}
        return self.do(entries, "appoint", mandate={**told, **more})

    def test_for_one_register_and_no_case(self):
        entries = self.office()
        assert isinstance(self.appoint(entries, "keeper"), Done)
        (mandate,) = staff_of(entries).custodians.values()
        assert (mandate.case, mandate.role) == (STREAM, Role.CUSTODIAN)
        assert "keeper" not in {m.account for m in staff_of(entries).mandates.values()}

    @pytest.mark.parametrize("register", ["", "Protection", "2026/1", "x" * 31])
    def test_which_must_be_named(self, register):
        with pytest.raises(FormError, match="mandate"):
            self.appoint(self.office(), "keeper", register=register)

    def test_nobody_else_is_appointed_to_a_register(self):
        with pytest.raises(FormError, match="leave the register out"):
            self.appoint(self.office(), "keeper", role="prosecutor")

    def test_not_by_who_gave_the_account_its_link_nor_to_oneself(self):
        entries = self.office()
        self.do(entries, "open-account", "keeper")
        assert hurdles(self.appoint(entries, "keeper")) == {"second-person"}
        assert hurdles(self.appoint(entries, "chief")) == {"second-person"}

    def test_and_who_appointed_gives_no_link(self):
        entries = self.office()
        self.appoint(entries, "keeper")
        assert hurdles(self.do(entries, "new-link", "keeper")) == {"second-person"}

    def test_the_mandate_is_ended_like_any_other(self):
        entries = self.office()
        self.appoint(entries, "keeper")
        assert isinstance(self.do(entries, "dismiss", "mandate-1"), Done)
        assert staff_of(entries).custodians == {}
