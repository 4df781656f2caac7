"""The pages of oversight: an auditor sees what was done and nobody's name, until it is asked for with reasons."""

from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.people.mandates import OVERSIGHT
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.cases.models import HappeningCopy
from rogatory.registry.ledger import reading
from rogatory.registry.oversight import door, facts, views, watching
from tests.registry.office import Registry
from tests.registry.test_desk import signed_in
from tests.registry.test_oversight import request

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(office_once: Registry, db: None, settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return office_once


def at(office: Registry, role: Role, address: str, **form: str) -> Any:
    client = signed_in(office, role)
    return client.post(f"/oversight/{address}", form) if form else client.get(f"/oversight/{address}")


def text(answer: Any) -> str:
    return str(answer.content.decode())


class TestEverythingThatWasDone:
    def test_names_neither_cases_nor_people(self, office):
        case = office.register(request("KZ"))
        shown = text(at(office, Role.AUDITOR, ""))
        assert case not in shown
        assert facts.pseudonym("case", case) in shown
        assert not [
            a for a in Account.objects.exclude(public_id=office.accounts[Role.AUDITOR]) if a.full_name in body(shown)
        ]
        assert not [a for a in office.accounts.values() if a in body(shown)]

    def test_is_found_by_act_role_and_day(self, office):
        office.register()
        today = timezone.localdate().isoformat()
        found = [text(at(office, Role.AUDITOR, f"?{q}")).count("<tr data-row>")
                 for q in ("act=register&role=registry%20clerk", "act=register&role=court", f"day={today}&act=register",
                           "day=2001-01-01", "day=nonsense&act=register")]  # fmt: skip
        assert found == [1, 0, 1, 0, 1]

    def test_goes_on_page_by_page(self, office, monkeypatch):
        monkeypatch.setattr(views, "PAGE", 8)
        first = text(at(office, Role.AUDITOR, ""))
        assert first.count("<tr data-row>") == 8
        before = first.partition("before=")[2].partition('"')[0]
        assert f">{int(before) - 1}<" in text(at(office, Role.AUDITOR, f"?before={before}"))

    def test_tells_who_did_it_once_reasons_are_given(self, office):
        case = office.register()
        seq = reading.size() - 1
        assert case not in text(at(office, Role.AUDITOR, f"entries/{seq}"))
        assert at(office, Role.AUDITOR, f"entries/{seq}", reasons=" ").status_code == 422
        assert at(office, Role.AUDITOR, f"entries/{seq}", reasons="the alarm of today").status_code == 302
        shown = text(at(office, Role.AUDITOR, f"entries/{seq}"))
        assert case in shown
        assert "the alarm of today" in shown
        assert Account.objects.get(public_id=office.accounts[Role.CLERK]).full_name in body(shown)
        assert journal.entries_of(OVERSIGHT)[-1].act == "ask-who"
        assert at(office, Role.AUDITOR, "entries/999999").status_code == 404


def body(shown: str) -> str:
    """What a page shows beside its frame and its lists to choose from."""
    return shown.partition('class="count"')[2] or shown.partition("<main")[2]


class TestAlarms:
    def test_say_why_since_when_and_by_which_rule_and_are_acknowledged_by_name(self, office):
        cases = [office.register(request("KZ")) for _ in range(5)]
        shown = text(at(office, Role.CENTRAL_AUTHORITY, "alarms"))
        assert all(case in shown for case in cases)
        assert "at least 5 requests of one kind from one state within 14 days" in shown
        key = next(a.key for a in watching.alarms(timezone.now()) if a.rule == "burst")
        assert at(office, Role.CENTRAL_AUTHORITY, "alarms", alarm=key, reasons="").status_code == 422
        assert at(office, Role.CENTRAL_AUTHORITY, "alarms", alarm="burst-0", reasons="x").status_code == 422
        assert at(office, Role.CENTRAL_AUTHORITY, "alarms", alarm=key, reasons="five copies").status_code == 302
        assert "five copies" in text(at(office, Role.AUDITOR, "alarms")).partition("Acknowledged, and resting")[2]

    @pytest.mark.parametrize("address", ["", "samples", "entries/0"])
    @pytest.mark.parametrize("role", [Role.CENTRAL_AUTHORITY, Role.CLERK, Role.ADMINISTRATOR, Role.PROSECUTOR])
    def test_what_is_for_auditors_is_there_for_nobody_else(self, office, role, address):
        assert at(office, role, address).status_code == 404


class TestSamples:
    def test_are_drawn_looked_at_and_drawn_again(self, office):
        assert at(office, Role.AUDITOR, "samples", kind="departures", size="2").status_code == 409
        told: dict[str, Any] = {"on": timezone.localdate(), "subject": "departed", "told": "c|grant"}
        cases = {}
        for _ in range(3):
            case = office.register()
            cases[str(reading.size() - 1)] = case
            HappeningCopy.objects.create(case=case, seq=reading.size() - 1, **told)
        assert at(office, Role.AUDITOR, "samples", kind="departures", size="many").status_code == 422
        assert at(office, Role.AUDITOR, "samples", kind="departures", size="2").status_code == 302
        (sample,) = door.stands().samples.values()
        address, thing = f"samples/{sample.name}", sample.things[0]
        assert "the same falls" in text(at(office, Role.AUDITOR, address))
        found = {"thing": thing, "verdict": "not-agreed", "remark": "no reasons"}
        for less in ({"remark": ""}, {"verdict": ""}):
            assert at(office, Role.AUDITOR, address, **{**found, **less}).status_code == 422
        assert at(office, Role.AUDITOR, address, **found).status_code == 302
        shown = text(at(office, Role.AUDITOR, address))
        assert "no reasons" in shown
        assert "1 of 1 looked at; of all there are between 2 % and 100 %" in shown
        # Which case it is, is told once it was asked for with reasons.
        assert cases[thing] not in shown
        at(office, Role.AUDITOR, f"entries/{thing}", reasons="it was drawn")
        assert cases[thing] in text(at(office, Role.AUDITOR, address))
        HappeningCopy.objects.filter(seq=int(thing), subject="departed").delete()
        assert "something else falls" in text(at(office, Role.AUDITOR, address))
        assert at(office, Role.AUDITOR, "samples/sample-99").status_code == 404


class TestNumbers:
    def test_a_period_that_is_not_over_is_refused_with_the_reason(self, office):
        year = str(timezone.localdate().year)
        answer = at(office, Role.CENTRAL_AUTHORITY, "numbers", period=year)
        assert answer.status_code == 409
        assert "is not over" in text(answer)
        assert at(office, Role.CENTRAL_AUTHORITY, "numbers", period="never").status_code == 422
