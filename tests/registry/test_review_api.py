"""What was seized, for programs: the seizures of a case, one item, and the plan of a package."""

import pytest
from django.conf import settings as settings_

from rogatory.law.acts import Role
from tests.registry.api import Program
from tests.registry.granted import LIMITS, Granted

pytestmark = pytest.mark.django_db
ACCOUNTS, LETTER = "desk/accounts/2024.txt", "desk/letters/to-client.txt"


@pytest.fixture(scope="module")
def once(office_once, shelf, django_db_blocker):
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", shelf / "material")
        made = Granted(office_once, shelf)
        made.seizing.all_four(ACCOUNTS, "desk/accounts/copy.txt")
        yield made


@pytest.fixture
def granted(once, settings, shelf):
    settings.MATERIAL = shelf / "material"
    return once


def test_the_seizures_and_nothing_of_what_is_in_them(granted):
    (told,) = Program.of(granted.office, Role.CLERK).get(f"/cases/{granted.case}/seizures").json()
    assert {**told, "root": len(told["root"])} == {
        "seizure": "S-1", "root": 64, "entries": 7, "files": 4, "bytes": told["bytes"], "unreadable": 0, "holder": "P1",
        "sealed": told["sealed"], "opened": told["opened"], "gone": [], "answers": 8, "objections": 0,
    }  # fmt: skip
    assert told["opened"] > told["sealed"]
    assert Program.of(granted.office, Role.LIAISON).get(f"/cases/{granted.case}/seizures").json() == []


def test_an_item_with_what_stands_of_it(granted):
    seizing = granted.seizing
    item, letter = seizing.item(ACCOUNTS), seizing.item(LETTER)
    seizing.do(Role.COUNSEL, "object-to-item", item=item, reasons="another client's")
    path = f"/cases/{granted.case}/seizures/S-1/items"
    told = Program.of(granted.office, Role.PROSECUTOR).get(f"{path}/{item}").json()
    assert (told["sifted"], told["looked_at"], told["origin_of_taint"]) == ("free of privilege", False, False)
    assert [(a["asked"], a["number"]) for a in told["answers"]] == [
        ("privilege", 1), ("scope", 2), ("origin", 3), ("proportionality", 4)]  # fmt: skip
    assert [(o["number"], o["decided"], o["upheld"]) for o in told["objections"]] == [(1, None, False)]
    for where in (letter, "0" * 64):
        assert Program.of(granted.office, Role.PROSECUTOR).get(f"{path}/{where}").status_code == 404
    assert Program.of(granted.office, Role.PROSECUTOR).get(f"{path[:-9]}S-9/items/{item}").status_code == 404
    assert Program.of(granted.office, Role.COURT).get(f"{path}/{letter}").json()["answers"] == []


def test_a_plan_gives_the_payload_that_is_sent(granted):
    told = {"seizure": "S-1", "items": {"*": "proceedings"}, "licences": LIMITS, "recipient": "Berlin"}
    prosecutor, path = Program.of(granted.office, Role.PROSECUTOR), f"/cases/{granted.case}/packages/pack/plan"
    answer = prosecutor.post(path, told)
    assert (answer.status_code, answer.json()["items"]) == (200, 2)
    form = {"payload": answer.json()["payload"], "reasons": "as was granted"}
    sent = prosecutor.act(granted.case, "transmit", "pack", if_match=f'"{granted.head()}"', **form)
    assert (sent.status_code, sent.json()["waits"]) == (200, True)
    refused = prosecutor.post(path, {**told, "items": {granted.seizing.item(LETTER): "proceedings"}})
    assert (refused.status_code, "1 withheld" in refused.json()["detail"]) == (409, True)
    assert prosecutor.post(path, {**told, "items": {"*": "no such"}}).status_code == 422
    assert Program.of(granted.office, Role.CLERK).post(path, told).status_code == 404
    assert prosecutor.post(path.replace("pack/", "other/"), told).status_code == 404
