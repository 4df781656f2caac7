"""Alarms over a real office: each rule rings on what was done, and brought up to date it rings as looked up whole."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rogatory.casefile.parties import Identity
from rogatory.law.acts import Role
from rogatory.oversight.alarms.model import Alarm
from rogatory.registers.model import Known, RegisterEntry, RegisterKind
from rogatory.registry.cases import door
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.oversight import watching
from rogatory.registry.registers import door as registers
from tests.registry.office import DAY, Registry
from tests.registry.test_oversight import refused, request

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(office_once: Registry, db: None) -> Registry:
    return office_once


def ringing(days: int = 0) -> dict[str, list[Alarm]]:
    """By rule the alarms after so many days, which are the same where everything is looked through again."""
    now = timezone.now() + timedelta(days=days)
    found = watching.alarms(now)
    watching.forget()
    assert found == watching.alarms(now)
    rules: dict[str, list[Alarm]] = {}
    for alarm in found:
        rules.setdefault(alarm.rule, []).append(alarm)
    return rules


def about_somebody_near(state: str) -> dict[str, Any]:
    """A request about the brother of the person of the register, who is named beside him."""
    file = request(state, "Dauren Invented")
    anna = {"id": "P2", "name": "Anna Invented-Example", "identity": {"born": ["1974-04-14"]}}
    file["persons"].append(anna)
    file["relations"] = [{"of": "P1", "to": "P2", "kind": "sibling", "source": "the letter"}]
    return file


def keep_a_request(office: Registry) -> None:
    """A register of earlier requests in which one about Anna was refused."""
    keeper = {"account": office.accounts[Role.CUSTODIAN], "role": Role.CUSTODIAN.value, "since": DAY}
    office.do(Role.ADMINISTRATOR, "appoint", "", mandate={**keeper, "register": "earlier"})
    told = {"kind": "requests", "title": "Earlier requests"}
    registers.keep(office.accounts[Role.ADMINISTRATOR], "open-register", "earlier", told)
    anna = Known("P", Identity(("Anna Invented-Example",), born=("1974-04-14",)), "subject")
    entry = RegisterEntry(
        "R-1", "earlier", RegisterKind.REQUESTS, "Extradition asked for", form="extradition", status="refused",
        on="2017-12-04", against=("KZ",), persons=(anna,), source="the file",
    )  # fmt: skip
    registers.keep(
        office.accounts[Role.CUSTODIAN], "import-entries", "earlier", {"source": "the files"}, entries=[entry]
    )


class TestEachRuleRings:
    def test_on_what_came_after_a_refusal_by_whatever_way_it_is_found(self, office):
        keep_a_request(office)
        first = refused(office, state="KZ", person="Anna Invented")
        assert ringing() == {}
        again = office.register(request("KZ", "INVENTED, Anna"))
        steered = office.register(request("TR", "Anna Invented"))
        office.register(request("TR", "Somebody Else"))
        near = office.register(about_somebody_near("TR"))
        assert near not in str(ringing())
        # The register tells of a refused request about his sister.
        office.do(Role.CENTRAL_AUTHORITY, "screen", near)
        found = ringing()
        assert [a.cases for a in found["again"]] == [(again, first)]
        assert {a.cases for a in found["steered"]} == {(steered, first), (near,)}
        assert ("found by", "path") in next(a for a in found["steered"] if a.cases == (near,)).facts
        # Who stands apart takes no part, from now on.
        office.do(Role.CLERK, "set-apart", first, "P1", into="protected-identity")
        assert {a.cases for alarms in ringing().values() for a in alarms} == {(near,)}

    def test_on_many_requests_attempts_departures_and_on_who_is_late(self, office):
        cases = [office.register(request("KZ")) for _ in range(5)]
        for _ in range(10):
            office.do(Role.GOVERNMENT, "grant", cases[0], "interview", reasons="it is urgent")
        for case in cases[:3]:
            told = {"departs-from": "grant", "ruling": "0" * 64, "reasons": "another reading of the treaty"}
            office.do(Role.COURT, "depart", case, **told)
            (proposal,) = door.look(office.accounts[Role.COURT], case)[0].proposals
            office.do(Role.CENTRAL_AUTHORITY, "confirm", case, proposal)
        office.mandate(Role.COUNSEL, cases[0])
        office.do(Role.COUNSEL, "lodge-allegation", cases[0], "P1", text="two men follow her")
        Job.objects.create(kind="audit", state=State.DONE, asked_at=timezone.now(), next_at=timezone.now(),
                           ended_at=timezone.now(), result={"damages": 1})  # fmt: skip
        found = ringing()
        assert {rule: len(alarms) for rule, alarms in found.items()} == {
            "burst": 1, "attempts": 1, "departures": 1, "journal": 1
        }  # fmt: skip
        assert found["burst"][0].cases == tuple(cases)
        assert dict(found["attempts"][0].facts)["roles"] == "government"
        assert len(found["attempts"][0].entries) == 10
        assert found["departures"][0].cases == tuple(cases[:3])
        assert {rule for rule, alarms in ringing(days=90).items()} >= {"inquiries", "journal"}
