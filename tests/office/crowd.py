"""Who stands at the door in random histories."""

from datetime import date, timedelta
from typing import Any

from rogatory.law.acts import Role
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_PERSON, ONLY_FOR_A_REGISTER, Mandate, stream_of
from tests.office.simulator import START

CASE = "case-1"
DAY = date(2026, 1, 1)
SOON = START.date() + timedelta(days=2)


def called(role: Role) -> str:
    """What accounts of a role are called; short enough to be an account of the registry."""
    return role.name.lower()[:6]


def _mandate(account: str, role: Role, person: str = "P1", **more: Any) -> Mandate:
    told = {"case": CASE if role in ONLY_FOR_A_CASE else "", "since": DAY, **more}
    if role in ONLY_FOR_A_REGISTER:
        told["case"] = stream_of("protection" if more.get("case") != "case-2" else "notices")
    return Mandate(account, role, person=person if role in ONLY_FOR_A_PERSON else "", **told)


def _people() -> dict[str, tuple[Mandate, ...]]:
    """Two in every role; and those who should not get through: gone, not yet there, of another case, of nothing."""
    people: dict[str, tuple[Mandate, ...]] = {"nobody": ()}
    for role in Role:
        name = called(role)
        for n in ("1", "2"):
            people[f"{name}-{n}"] = (_mandate(f"{name}-{n}", role, f"P{n}"),)
        people[f"{name}-gone"] = (_mandate(f"{name}-gone", role, until=SOON),)
        people[f"{name}-coming"] = (_mandate(f"{name}-coming", role, since=SOON),)
        people[f"{name}-elsewhere"] = (_mandate(f"{name}-elsewhere", role, case="case-2"),)
    # Mandates of somebody else in the hand.
    people["thief"] = people["prosec-1"] + people["centra-1"]
    return people


PEOPLE = _people()
