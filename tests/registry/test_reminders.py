"""Reminders by letter, and calendars: once for each warning, to whoever answers, and with nothing of a case in them."""

from datetime import timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import LimitCopy
from rogatory.registry.defence.models import Chosen
from rogatory.registry.jobs import duties
from rogatory.registry.jobs.handle import Handle, UnableError
from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.reminders import due, letters
from rogatory.registry.reminders.models import CalendarLink, Reminder
from rogatory.registry.shell import metrics
from tests.registry.office import Registry
from tests.registry.test_desk import signed_in
from tests.registry.test_limits import last_day, order

pytestmark = pytest.mark.django_db
OFFICE = (Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE)


@pytest.fixture
def office(office_once: Registry, db: None, settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.SENDS_MAIL = True
    return office_once


def recognise(office: Registry, days_left: int) -> str:
    """A case in which an order must be decided on within so many days, and nothing else waits."""
    case = office.register(order(days_ago=0))
    LimitCopy.objects.filter(case=case, rule="eio-acknowledge").delete()
    LimitCopy.objects.filter(case=case).update(last_day=timezone.localdate() + timedelta(days=days_left))
    return case


def address(office: Registry, role: Role) -> str:
    return Account.objects.get(public_id=office.accounts[role]).email


def told(office: Registry) -> set[Role]:
    """The roles whose accounts got letters."""
    to = {recipient for letter in mail.outbox for recipient in letter.to}
    return {role for role in office.accounts if address(office, role) in to}


class TestLetters:
    @pytest.mark.parametrize(
        ("left", "warning", "says"),
        [
            (11, None, ""),
            (10, 10, "A time limit you are responsible for ends in 10 days."),
            (7, 10, "A time limit you are responsible for ends in 7 days."),
            (5, 5, "A time limit you are responsible for ends in 5 days."),
            (2, 2, "A time limit you are responsible for ends in 2 days."),
            (1, 1, "A time limit you are responsible for ends tomorrow."),
            (0, 0, "A time limit you are responsible for ends today."),
            (-1, due.OVERDUE, "A time limit you are responsible for is overdue."),
            (-99, due.OVERDUE, "A time limit you are responsible for is overdue."),
        ],
    )
    def test_say_that_a_time_limit_ends_and_nothing_of_the_case(self, office, left, warning, says):
        case = recognise(office, left)
        letters.send_due(timezone.now())
        assert {r.warning for r in Reminder.objects.all()} == ({warning} if says else set())
        assert told(office) == (set(OFFICE) if says else set())
        for letter in mail.outbox:
            assert letter.body.startswith(says)
            assert "http://localhost:8000/\n" in letter.body
            whole = f"{letter.subject} {letter.body} {letter.extra_headers}"
            assert not [w for w in (case, "A. B.", "Germany", "eio", "order", "P1") if w in whole]

    def test_are_sent_once_for_each_warning_however_often_the_worker_begins_anew(self, office):
        case = recognise(office, 5)
        now = timezone.now()
        for _ in range(3):
            letters.send_due(now)
        assert len(mail.outbox) == len(OFFICE)
        letters.send_due(now + timedelta(days=1))
        assert len(mail.outbox) == len(OFFICE), "five days were told; the next is two"
        letters.send_due(now + timedelta(days=3))
        assert len(mail.outbox) == 2 * len(OFFICE)
        assert set(Reminder.objects.filter(case=case).values_list("warning", flat=True)) == {5, 2}

    def test_tell_anew_of_a_limit_that_was_moved(self, office):
        case = recognise(office, 5)
        letters.send_due(timezone.now())
        LimitCopy.objects.filter(case=case).update(last_day=timezone.localdate() + timedelta(days=4))
        letters.send_due(timezone.now())
        assert len(mail.outbox) == 2 * len(OFFICE)

    def test_gather_everything_that_is_due_to_one_person(self, office):
        for left in (5, 5, 1, -3):
            recognise(office, left)
        letters.send_due(timezone.now())
        assert len(mail.outbox) == len(OFFICE)
        lines = mail.outbox[0].body.splitlines()
        assert lines[:3] == [
            "A time limit you are responsible for is overdue.",
            "A time limit you are responsible for ends tomorrow.",
            "2 time limits you are responsible for end in 5 days.",
        ]

    def test_go_to_whoever_has_the_case_alone_and_to_the_whole_office_only_if_nobody_has(self, office):
        case = recognise(office, 5)
        office.do(
            Role.CLERK, "give-mandate", case,
            mandate={"account": office.accounts[Role.LIAISON], "role": Role.PROSECUTOR.value, "since": "2026-01-01"},
        )  # fmt: skip
        LimitCopy.objects.filter(case=case).update(last_day=timezone.localdate() + timedelta(days=5))
        LimitCopy.objects.filter(case=case, rule="eio-acknowledge").delete()
        letters.send_due(timezone.now())
        assert told(office) == {Role.LIAISON}

    def test_speak_the_language_of_the_account(self, office):
        recognise(office, 5)
        Account.objects.filter(public_id=office.accounts[Role.PROSECUTOR]).update(language="fr")
        Chosen.objects.create(account=office.accounts[Role.CENTRAL_AUTHORITY], language="ru")
        letters.send_due(timezone.now())
        bodies = {letter.to[0]: letter.body for letter in mail.outbox}
        assert "finit dans 5 jours" in bodies[address(office, Role.PROSECUTOR)]
        assert "осталось дней: 5" in bodies[address(office, Role.CENTRAL_AUTHORITY)]
        assert "ends in 5 days" in bodies[address(office, Role.INVESTIGATING_JUDGE)]

    def test_tell_a_person_and_counsel_of_their_own_and_nobody_of_the_office(self, office):
        case = recognise(office, 300)
        office.mandate(Role.COUNSEL, case)
        office.mandate(Role.PERSON_CONCERNED, case)
        other = {"account": office.accounts[Role.LIAISON], "role": Role.LIAISON.value, "since": "2026-01-01"}
        office.do(Role.CLERK, "give-mandate", case, mandate=other)
        LimitCopy.objects.filter(case=case).delete()
        row = {"ident": "be-135-appeal@4:P1", "rule": "be-135-appeal", "by": "person", "nature": "remedy"}
        last = timezone.localdate() + timedelta(days=2)
        LimitCopy.objects.create(case=case, person="P1", last_day=last, **row)
        letters.send_due(timezone.now())
        assert told(office) == {Role.COUNSEL, Role.PERSON_CONCERNED}
        assert "http://localhost:8000/defence/\n" in mail.outbox[0].body
        mail.outbox.clear()
        letters.send_due(timezone.now() + timedelta(days=5))
        assert mail.outbox == [], "a right that has ended is no reason for a letter"

    def test_go_to_nobody_whose_account_is_closed(self, office):
        recognise(office, 5)
        Account.objects.filter(public_id__in=[office.accounts[r] for r in OFFICE]).update(is_active=False)
        letters.send_due(timezone.now())
        assert mail.outbox == []

    def test_that_could_not_be_sent_are_sent_the_next_time_with_the_same_name(self, office, settings):
        recognise(office, 5)
        settings.EMAIL_BACKEND = f"{__name__}.Refusing"
        Refusing.names.clear()
        with pytest.raises(UnableError, match="3 letters could not be sent"):
            duties.remind(Handle(1, timezone.now()))
        assert not Reminder.objects.exists()
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert duties.remind(Handle(1, timezone.now()))["letters"] == 3
        assert {letter.extra_headers["Message-ID"] for letter in mail.outbox} == set(Refusing.names)

    def test_of_long_ago_are_forgotten_unless_the_limit_still_runs(self, office):
        case = recognise(office, 5)
        letters.send_due(timezone.now())
        later = timezone.now() + timedelta(days=400)
        assert letters.forget(later) == 0
        LimitCopy.objects.filter(case=case).delete()
        assert letters.forget(timezone.now()) == 0
        assert letters.forget(later) == len(OFFICE)

    def test_are_off_without_a_mail_server_and_upkeep_says_so(self, office, settings):
        settings.SENDS_MAIL = False
        recognise(office, 5)
        Worker().once()
        assert mail.outbox == []
        assert Job.objects.get(kind="remind").result == {"off": True}
        text = signed_in(office, Role.ADMINISTRATOR).get("/jobs/").content.decode()
        assert "off: no mail server is set" in text

    def test_are_sent_by_the_worker(self, office):
        recognise(office, 5)
        Worker().once()
        assert Job.objects.get(kind="remind").result["letters"] == len(OFFICE)


class Refusing(EmailBackend):
    """A mail server that takes nothing."""

    names: list[str] = []  # noqa: RUF012 - one list for every connection

    def send_messages(self, messages: Any) -> int:
        self.names.extend(m.extra_headers["Message-ID"] for m in messages)
        told = "not now"
        raise SMTPException(told)


class TestOversight:
    def test_upkeep_counts_what_is_overdue_and_names_cases_to_an_auditor_alone(self, office):
        case = recognise(office, -3)
        recognise(office, 3)
        text = signed_in(office, Role.AUDITOR).get("/jobs/").content.decode()
        assert "One time limit is overdue" in text
        assert f"/cases/{case}/limits" in text
        text = signed_in(office, Role.ADMINISTRATOR).get("/jobs/").content.decode()
        assert "One time limit is overdue" in text
        assert case not in text

    def test_prometheus_is_told_how_many(self, office, rf):
        recognise(office, -3)
        assert "rogatory_time_limits_overdue 1\n" in metrics.show(rf.get("/metrics")).content.decode()


class TestTheDocket:
    def test_tells_courts_and_judges_of_the_limits_that_bind_them(self, office):
        case = recognise(office, 300)
        row = {"ident": "be-61quater-chamber@4", "rule": "be-61quater-chamber", "by": "court", "nature": "duty"}
        LimitCopy.objects.create(case=case, last_day=timezone.localdate() - timedelta(days=1), **row)
        text = signed_in(office, Role.COURT).get("/chambers").content.decode()
        assert f"/cases/{case}/limits#be-61quater-chamber%404" in text
        assert "eio-recognise" not in text


class TestTheCalendar:
    def made(self, office: Registry, role: Role) -> str:
        text = signed_in(office, role).post("/calendar").content.decode()
        return "/calendar/" + text.partition("<code>")[2].partition("</code>")[0].rpartition("/")[2]

    def events(self, address: str) -> list[Any]:
        answer = Client().get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        return Calendar.from_ical(answer.content.decode()).walk("VEVENT")

    def test_holds_the_days_one_answers_for_and_nothing_of_a_case(self, office):
        case = office.register(order(days_ago=25))
        address = self.made(office, Role.PROSECUTOR)
        days = {event["DTSTART"].dt for event in self.events(address)}
        assert days == {last_day(case, "eio-recognise"), last_day(case, "eio-acknowledge")}
        for event in self.events(address):
            assert (event["SUMMARY"], event["CLASS"]) == ("Time limit", "CONFIDENTIAL")
            assert event["URL"] == "http://localhost:8000/"
        text = Client().get(address).content.decode()
        assert not [w for w in (case, "eio", "A. B.", "Germany", "investigation") if w in text]
        assert self.events(self.made(office, Role.CLERK)) == []

    def test_of_a_court_holds_hearings_too(self, office):
        case = office.register(order(days_ago=0))
        office.do(Role.COURT, "set-hearing", case, chamber="c", at="2027-03-02T09:00+01:00")
        (event,) = self.events(self.made(office, Role.COURT))
        assert event["SUMMARY"] == "Hearing"
        assert "Hearing" not in {e["SUMMARY"] for e in self.events(self.made(office, Role.PROSECUTOR))}

    def test_is_opened_by_its_newest_link_alone_while_the_account_is_open(self, office):
        first = self.made(office, Role.PROSECUTOR)
        second = self.made(office, Role.PROSECUTOR)
        assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
        account = Account.objects.get(public_id=office.accounts[Role.PROSECUTOR])
        Account.objects.filter(pk=account.pk).update(is_active=False)
        assert Client().get(second).status_code == 404
        Account.objects.filter(pk=account.pk).update(is_active=True)
        signed_in(office, Role.PROSECUTOR).post("/calendar", {"revoke": "1"})
        assert Client().get(second).status_code == 404
        kept = CalendarLink.objects.filter(account=account)
        assert [row.revoked_at is not None for row in kept] == [True, True], "when each was made and ended stays"

    @pytest.mark.parametrize("guess", ["", "x", "é", "0" * 64, "%00", "a b"])
    def test_opens_to_no_guess(self, office, guess):
        self.made(office, Role.PROSECUTOR)
        assert Client().get(f"/calendar/{guess}.ics").status_code == 404

    def test_keeps_its_secret_nowhere(self, office):
        address = self.made(office, Role.PROSECUTOR)
        secret = address.removeprefix("/calendar/").removesuffix(".ics")
        assert secret not in str(list(CalendarLink.objects.values()))
        page = signed_in(office, Role.PROSECUTOR).get("/calendar").content.decode()
        assert secret not in page
        assert "Your link was made on" in page

    def test_says_when_it_was_fetched(self, office):
        address = self.made(office, Role.PROSECUTOR)
        page = signed_in(office, Role.PROSECUTOR)
        assert "It has not been fetched yet." in page.get("/calendar").content.decode()
        self.events(address)
        assert "It was fetched last on" in page.get("/calendar").content.decode()
