"""Breach and reparation in a served office: letters prepared, what programs are told, and work that waits."""

from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.cases import after, door, journal
from tests.registry.api import Program
from tests.registry.doors import signed_in
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
BREACH: dict[str, Any] = {
    "kind": "unlawful-disclosure", "whose": "own-authority", "of": "interview", "happened": "2026-01-05",
    "text": "The record of the interview was given away.", "gone": ["the record"], "reasons": "It was not cleared.",
}  # fmt: skip


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


@pytest.fixture
def case(office) -> str:
    made = office.register()
    office.do(Role.CLERK, "lodge-remedy", made, "P1", text="Nothing may go.", kind="lifting")
    office.mandate(Role.COUNSEL, made)
    return str(made)


@pytest.fixture
def live_program(office):
    return lambda role: Program(office.accounts[role])


def found(office, case) -> str:
    form = {**BREACH, "evidence": [str(journal.entries_of(case)[0].seq)]}
    done = door.do(office.accounts[Role.COURT], "find-breach", case, "", form)
    after.then("find-breach", office.accounts[Role.COURT], case, done.seq)
    return next(str(n) for n in (f"breach-{i}" for i, e in enumerate(journal.entries_of(case)) if e.seq == done.seq))


class TestLetters:
    def test_what_the_court_and_the_supervisor_are_to_be_told_is_drafted_at_once(self, office, case):
        name = found(office, case)
        drafts = [d for d in fold(journal.entries_of(case)).documents.values() if d.of == name]
        assert [d.kind for d in drafts] == ["breach-to-court", "breach-to-supervisor"]
        page = signed_in(office.accounts[Role.COURT]).get(f"/cases/{case}/aftermath/{name}").content.decode()
        assert page.count("The letter is prepared") == 2
        assert page.count("Write the letter") == 2, "to the person and the requesting state somebody writes"

    def test_what_nobody_knows_is_left_to_whoever_writes(self, office, case):
        """Who helps the person free of charge, above all: the page of the letter is filled in as far as is known."""
        name, client = found(office, case), signed_in(office.accounts[Role.COURT])
        asked = f"/cases/{case}/documents/new?kind=notice-to-person&of={name}&person=P1"
        page = client.get(asked).content.decode()
        assert "<option selected>wronged</option>" in page
        assert "reparation | " in page
        assert "free_help" in page
        page = client.get(f"/cases/{case}/documents/new?kind=breach&of={name}").content.decode()
        assert BREACH["text"] in page


class TestPrograms:
    def test_are_told_what_follows_and_what_is_owed_and_do_it(self, office, case, live_program):
        court = live_program(Role.COURT)
        form = {**BREACH, "evidence": [str(journal.entries_of(case)[0].seq)]}
        told = court.post(f"/cases/{case}/acts/find-breach", {"form": form})
        assert told.status_code == 200, told.json()
        drafted = [d.kind for d in fold(journal.entries_of(case)).documents.values()]
        assert drafted == ["breach-to-court", "breach-to-supervisor"]
        order = {
            "kind": "compensation", "amount": "5000", "currency": "EUR", "text": "harm", "ground": "ECHR Art. 13",
            "ordered-by": "the court", "decision": "12/2026", "performs": "the ministry", "until": TODAY.isoformat(),
        }  # fmt: skip
        assert court.post(f"/cases/{case}/acts/order-reparation", {"object": "P1", "form": order}).status_code == 200
        shown = court.get(f"/cases/{case}/aftermath").json()
        (breach,) = shown["breaches"]
        assert (breach["standing"], breach["persons"], breach["gone"]) == ("found", ["P1"], ["the record"])
        assert {f["step"]: f["state"] for f in breach["follows"]}["reparation"] == "open", "no breach was named"
        (owed,) = shown["reparations"]
        assert (owed["stage"], owed["owed_today"]) == ("ordered", {"amount": "5000.00", "currency": "EUR"})
        assert shown["sums"][0]["left"] == {"amount": "5000.00", "currency": "EUR"}

    def test_whoever_does_not_see_the_file_sees_none(self, office, case, live_program):
        found(office, case)
        assert live_program(Role.REVIEWER).get(f"/cases/{case}/aftermath").json()["breaches"] == []
        assert [b["breach"] for b in live_program(Role.COUNSEL).get(f"/cases/{case}/aftermath").json()["breaches"]]


class TestWork:
    def test_what_is_to_be_done_stands_in_my_work_until_it_is(self, office, case):
        found(office, case)
        client = signed_in(office.accounts[Role.CENTRAL_AUTHORITY])
        page = client.get("/").content.decode()
        assert "The court is told" in page
        assert "Breach and reparation" in page
        assert "The court is told" not in signed_in(office.accounts[Role.REVIEWER]).get("/").content.decode()
