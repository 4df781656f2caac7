"""Who may open, close and appoint, and what nobody may do alone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, Hurdle, UnknownActError, UnknownObjectError
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.staffing import found, staff, staff_of
from rogatory.people.mandates import EVERY_CASE, Actor

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ADMINISTRATOR = Role.ADMINISTRATOR.value
PROSECUTOR = Role.PROSECUTOR.value


class Office:
    """An office founded by `chief`, without a database."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.write(found("chief", "2026-01-01"))

    def write(self, new) -> None:
        entry = Entry(len(self.entries), NOW, EVERY_CASE, new.act, new.object, new.actor, new.fields)
        self.entries.append(entry)

    def do(self, by: str, act: str, obj: str = "", **form: Any) -> Done | Barred:
        held = staff_of(self.entries)
        mandates = tuple(m for m in held.mandates.values() if m.account == by and by not in held.closed)
        result = staff(Attempt(act, obj, EVERY_CASE, Actor(by, mandates), NOW, form), self.entries)
        self.write(result.entry)
        return result

    def appoint(self, by: str, account: str, role: str, **more: str) -> Done | Barred:
        return self.do(by, "appoint", mandate={"account": account, "role": role, "since": "2026-01-01", **more})

    def mandate_of(self, account: str) -> str:
        return next(i for i, m in staff_of(self.entries).mandates.items() if m.account == account)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def two(office: Office) -> Office:
    """The chief opened an account for a deputy and made the deputy administrator."""
    assert isinstance(office.do("chief", "open-account", "deputy"), Done)
    assert isinstance(office.appoint("chief", "deputy", ADMINISTRATOR), Done)
    return office


def hurdle(result: Done | Barred) -> Hurdle | None:
    return result.obstacles[0].hurdle if isinstance(result, Barred) else None


class TestNobodyBringsInAnAccountAlone:
    def test_who_opened_an_account_gives_it_no_mandate(self, office):
        office.do("chief", "open-account", "julie")
        assert hurdle(office.appoint("chief", "julie", PROSECUTOR)) is Hurdle.SECOND_PERSON
        assert "julie" not in {m.account for m in staff_of(office.entries).mandates.values()}

    def test_another_administrator_does(self, two):
        two.do("chief", "open-account", "julie")
        assert isinstance(two.appoint("deputy", "julie", PROSECUTOR), Done)

    def test_once_there_are_two_nobody_brings_in_a_third_administrator_alone(self, two):
        two.do("chief", "open-account", "third")
        assert hurdle(two.appoint("chief", "third", ADMINISTRATOR)) is Hurdle.SECOND_PERSON
        assert isinstance(two.appoint("deputy", "third", ADMINISTRATOR), Done)

    def test_the_last_link_counts(self, two):
        two.do("chief", "open-account", "julie")
        two.do("deputy", "new-link", "julie")
        assert hurdle(two.appoint("deputy", "julie", PROSECUTOR)) is Hurdle.SECOND_PERSON
        assert isinstance(two.appoint("chief", "julie", PROSECUTOR), Done)

    def test_who_gave_a_mandate_gives_no_link(self, two):
        two.do("chief", "open-account", "julie")
        two.appoint("deputy", "julie", PROSECUTOR)
        assert hurdle(two.do("deputy", "new-link", "julie")) is Hurdle.SECOND_PERSON
        assert isinstance(two.do("chief", "new-link", "julie"), Done)

    def test_the_second_administrator_who_lost_the_link_gets_another(self, two):
        assert isinstance(two.do("chief", "new-link", "deputy"), Done)
        two.appoint("chief", "third", ADMINISTRATOR)
        assert hurdle(two.do("chief", "new-link", "deputy")) is Hurdle.SECOND_PERSON

    @pytest.mark.parametrize("role", [PROSECUTOR, ADMINISTRATOR, Role.AUDITOR.value])
    def test_nobody_appoints_the_own_account(self, two, role):
        assert hurdle(two.appoint("chief", "chief", role)) is Hurdle.SECOND_PERSON


class TestTheLastAdministratorStays:
    def test_is_not_dismissed(self, office):
        assert hurdle(office.do("chief", "dismiss", "mandate-0")) is Hurdle.SECOND_PERSON

    def test_one_of_two_is(self, two):
        assert isinstance(two.do("deputy", "dismiss", "mandate-0"), Done)
        assert hurdle(two.do("deputy", "dismiss", two.mandate_of("deputy"))) is Hurdle.SECOND_PERSON

    @pytest.mark.parametrize("days", [{"until": "2026-12-31"}, {"since": "2026-04-01"}])
    def test_one_whose_mandate_ends_or_has_not_begun_does_not_count(self, office, days):
        office.appoint("chief", "deputy", ADMINISTRATOR, **days)
        assert hurdle(office.do("chief", "dismiss", "mandate-0")) is Hurdle.SECOND_PERSON

    def test_nor_does_one_whose_account_is_closed(self, two):
        two.do("chief", "close-account", "deputy", reasons="left")
        assert hurdle(two.do("chief", "dismiss", "mandate-0")) is Hurdle.SECOND_PERSON

    def test_an_administrator_for_a_time_does_not_close_the_lasting_one(self, office):
        office.appoint("chief", "deputy", ADMINISTRATOR, until="2026-12-31")
        assert hurdle(office.do("deputy", "close-account", "chief", reasons="x")) is Hurdle.SECOND_PERSON


class TestAnAccount:
    @pytest.mark.parametrize("act", ["close-account", "reset-factors"])
    def test_nobody_does_it_to_the_own_account(self, two, act):
        assert hurdle(two.do("chief", act, "chief", reasons="lost")) is Hurdle.SECOND_PERSON

    @pytest.mark.parametrize("act", ["close-account", "reset-factors", "reopen-account"])
    @pytest.mark.parametrize("reasons", ["", "  ", None])
    def test_reasons_are_given(self, two, act, reasons):
        if act == "reopen-account":
            two.do("chief", "close-account", "deputy", reasons="left")
        assert hurdle(two.do("chief", act, "deputy", reasons=reasons)) is Hurdle.REASONS

    def test_the_entry_holds_the_public_identifier_and_nothing_else_of_the_person(self, office):
        done = office.do("chief", "open-account", "julie", email="julie@office.example", full_name="Julie Lambert")
        assert (done.entry.object, done.entry.actor, done.entry.fields) == ("julie", "chief", {"role": ADMINISTRATOR})

    def test_what_was_said_is_recorded(self, two):
        done = two.do("chief", "reset-factors", "deputy", reasons=" seen with passport ")
        assert done.entry.fields["reasons"] == "seen with passport"

    def test_a_closed_one_is_not_closed_again_and_gets_no_mandate_and_no_link(self, two):
        two.do("chief", "open-account", "julie")
        two.do("chief", "close-account", "julie", reasons="left")
        for act in ("close-account", "new-link", "reset-factors"):
            with pytest.raises(FormError, match="the account is closed"):
                two.do("deputy", act, "julie", reasons="x")
        with pytest.raises(FormError, match="the account is closed"):
            two.appoint("deputy", "julie", PROSECUTOR)
        assert isinstance(two.do("deputy", "reopen-account", "julie", reasons="back"), Done)
        with pytest.raises(FormError, match="the account is open"):
            two.do("deputy", "reopen-account", "julie", reasons="back")

    def test_one_must_be_named(self, office):
        with pytest.raises(UnknownObjectError):
            office.do("chief", "close-account", reasons="x")

    def test_an_act_in_a_case_is_not_done_here(self, office):
        with pytest.raises(UnknownActError):
            office.do("chief", "grant")


@pytest.mark.parametrize(
    "act", ["open-account", "new-link", "close-account", "reopen-account", "reset-factors", "appoint", "dismiss"]
)
def test_somebody_else_does_none_of_it_and_the_attempt_is_recorded(two, act):
    result = two.do("julie", act, "deputy", reasons="x")
    assert hurdle(result) is Hurdle.ROLE
    assert (result.entry.act, result.entry.actor) == ("attempt-barred", "julie")


def test_administrators_of_a_day_are_those_whose_mandate_holds(two):
    assert staff_of(two.entries).administrators(date(2026, 3, 2)) == {"chief", "deputy"}
    assert staff_of(two.entries).administrators(date(2025, 3, 2)) == frozenset()
