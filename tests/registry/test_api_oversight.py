"""Oversight by program: the same as the pages, for the same people."""

from typing import Any

import pytest

from rogatory.law.acts import Role
from tests.registry.api import Program
from tests.registry.office import Registry
from tests.registry.test_oversight import request

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(office_once: Registry, db: None) -> Program:
    for _ in range(5):
        office_once.register(request("KZ"))
    return Program.of(office_once, Role.AUDITOR)


def test_entries_are_told_page_by_page_without_names(auditor):
    found: list[Any] = []
    address: str | None = "/oversight/entries?act=register&limit=2"
    while address:
        told = auditor.get(address).json()
        found += told["entries"]
        address = told["next"] and told["next"].removeprefix("/api/v1")
    assert [(one["act"], one["role"], one["where"]) for one in found] == [("register", "registry clerk", "case")] * 5
    assert [one["entry"] for one in found] == sorted((one["entry"] for one in found), reverse=True)
    assert len({one["case"] for one in found}) == 5
    assert not any("-0000" in one["case"] for one in found)
    assert auditor.get("/oversight/entries?day=2001-01-01").json() == {"entries": [], "next": None}
    assert auditor.get("/oversight/entries?before=-1").status_code == 422


def test_an_alarm_is_acknowledged_and_a_sample_drawn(auditor):
    (alarm,) = (a for a in auditor.get("/oversight/alarms").json() if a["rule"] == "burst")
    assert alarm["parameters"] == {"least": 5, "days": 14}
    assert alarm["acknowledged"] is None
    address = "/oversight/acts/acknowledge-alarm"
    assert auditor.post(address, {"object": alarm["alarm"], "form": {}}).status_code == 422
    assert auditor.post(address, {"object": "burst-0", "form": {"reasons": "x"}}).status_code == 404
    done = auditor.post(address, {"object": alarm["alarm"], "form": {"reasons": "five copies"}}).json()
    (alarm,) = (a for a in auditor.get("/oversight/alarms").json() if a["rule"] == "burst")
    assert alarm["acknowledged"] | {"at": ""} == {
        "entry": done["entry"], "at": "", "by": alarm["acknowledged"]["by"], "reasons": "five copies", "stands": True,
    }  # fmt: skip
    barred = auditor.post("/oversight/acts/draw-sample", {"object": "", "form": {"kind": "dismissals", "size": 1}})
    assert (barred.status_code, barred.json()["obstacles"][0]["hurdle"]) == (409, "course")
    assert auditor.get("/oversight/samples").json() == []
    assert auditor.post("/oversight/acts/grant", {"object": "", "form": {}}).status_code == 404


def test_is_for_nobody_else(office_once, db):
    clerk = Program.of(office_once, Role.CLERK)
    for address in ("entries", "alarms", "samples"):
        assert clerk.get(f"/oversight/{address}").status_code == 403
    assert clerk.post("/oversight/acts/ask-who", {"object": "0", "form": {"reasons": "x"}}).status_code == 403
