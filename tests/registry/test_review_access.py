"""Who does what to an item of a seizure: every role, at the door and by the API, before the sift and after it."""

from typing import Any

import pytest
from django.conf import settings as settings_

from rogatory.law.acts import Role
from rogatory.office.filing import REVIEW
from rogatory.office.perform import Barred
from rogatory.people.mandates import seizure_stream
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door, journal
from rogatory.registry.ledger.models import Entry
from tests.registry.access.people import BLIND, ROLES, table, undone
from tests.registry.api import Program
from tests.registry.seizing import CLEAN, opened

TABLE = {row["act"]: row for row in table("items.csv")}
ROLE_OF = {**{name: role for name, role in ROLES.items() if name != "custodian"}, "nobody": None}
OUTSIDE = ("counsel", "person", "intervener", "liaison", "observer")
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def once(office_once, shelf, django_db_blocker):
    """A seizure with an objection and an origin of taint; its accounts and their copy may be sifted."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", shelf / "material")
        made = opened(office_once, shelf)
        office_once.mandate(Role.INTERVENER, made.case)
        office_once.accounts[None] = Account.objects.open("nobody@office.test", "Nobody").public_id
        yield made


@pytest.fixture
def seizing(once, settings, shelf):
    settings.MATERIAL = shelf / "material"
    once.one, once.copy = once.item("desk/accounts/2024.txt"), once.item("desk/accounts/copy.txt")
    once.do(Role.COUNSEL, "object-to-item", item=once.copy, reasons="another client's")
    once.do(Role.COURT, "taint-item", item=once.copy, source="a report", reasons="he was beaten")
    return once


def form(seizing, act):
    of = {"item": seizing.one, "of": seizing.copy, "origin": seizing.copy}
    forms: dict[str, dict[str, Any]] = {
        "answer-item": {"asked": "scope", "values": CLEAN["scope"], "reasons": "read"},
        "look-at-item": {"saw": "accounts"},
        "object-to-item": {"reasons": "private"},
        "decide-objection": {"item": "", "objection": 1, "upheld": False, "reasons": "unfounded"},
        "sever-items": {"of": of["of"], "decision": "KI 8", "reasons": "a blank form"},
        "taint-item": {"source": "a report", "reasons": "he was beaten"},
        "lift-taint": {"origin": of["origin"], "decision": "KI 7", "reasons": "made before"},
        "redact-item": {"passages": [{"start": 4, "end": 12, "ground": "third party"}], "reasons": "a name"},
        "open-item": {},
    }
    return {"item": seizing.one, **forms[act]}


def by_door(seizing, act, role):
    try:
        outcome = door.do(seizing.office.accounts[role], act, seizing.case, "S-1", form(seizing, act))
    except door.NoSuchCaseError:
        return "none"
    return "barred" if isinstance(outcome.result, Barred) else "done"


def by_api(seizing, act, role):
    answer = Program(seizing.office.accounts[role]).act(seizing.case, act, "S-1", **form(seizing, act))
    return {200: "done", 403: "barred", 409: "barred", 404: "none"}.get(answer.status_code, answer.content)


def test_the_table_has_every_act():
    assert set(TABLE) == set(REVIEW)


@pytest.mark.parametrize("state", ["unsifted", "free"])
@pytest.mark.parametrize("way", [by_door, by_api])
def test_everybody_tries_everything(seizing, state, way):
    wrong = []
    with undone():
        if state == "free":
            for item in (seizing.one, seizing.copy):
                seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", item)
        for act, row in TABLE.items():
            for name, role in ROLE_OF.items():
                before = Entry.objects.count()
                with undone():
                    got = way(seizing, act, role)
                    recorded = Entry.objects.count() - before
                blind = name in (*BLIND, "nobody")
                right = "done" if name in row[state].split() else "none" if blind else "barred"
                if got != right or recorded != 1:
                    wrong.append((act, name, got, f"not {right}", recorded))
    assert wrong == []


def test_no_stranger_learns_whether_there_is_a_seizure_or_an_item(seizing):
    for obj in ("S-1", "S-1/" + "0" * 64, "S-9", ""):
        with pytest.raises(door.NoSuchCaseError):
            door.do(seizing.office.accounts[None], "open-item", seizing.case, obj, {"item": seizing.one})
    with pytest.raises(door.NoSuchCaseError):
        door.do(seizing.office.accounts[None], "open-item", "2026-999999", "S-1", {"item": seizing.one})
    liaison = seizing.office.accounts[Role.LIAISON]
    told = [door.do(liaison, "open-item", seizing.case, obj, {"item": seizing.one}).result for obj in ("S-1", "S-9")]
    assert [[o.text for o in barred.obstacles] for barred in told if isinstance(barred, Barred)] == 2 * [
        ["to read what a seized item says is for: " + ", ".join(sorted(r.value for r in REVIEW["open-item"].by))]
    ]
    assert [e.act for e in journal.entries_of(seizure_stream(seizing.case, "S-9"))] == []
