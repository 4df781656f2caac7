"""An office made up to be looked at: people in every role, the founding case, some decided cases, and work that waits.

Everything goes in through the one door. Only `rogatory demo --serve` makes it, in a folder of its own.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_PERSON
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door
from rogatory.registry.cases.models import CaseCopy

DOMAIN = "office.example"
MOST_CASES = 10
NAMES = {
    Role.CLERK: "Anneke Claes",
    Role.CENTRAL_AUTHORITY: "Mehdi Bensaïd",
    Role.PROSECUTOR: "Julie Lambert",
    Role.INVESTIGATING_JUDGE: "Pieter Maes",
    Role.COURT: "Marie Dubois",
    Role.REVIEWER: "Sofie Wouters",
    Role.GOVERNMENT: "Luc Jacobs",
    Role.NOTICE_BUREAU: "Nora Peeters",
    Role.PRIVILEGE_OBSERVER: "Thomas Lejeune",
    Role.COUNSEL: "Amélie Fontaine",
    Role.PERSON_CONCERNED: "A. B.",
    Role.LIAISON: "D. Liaison",
    Role.AUDITOR: "Hilde Goossens",
    Role.ADMINISTRATOR: "Karim Haddad",
}


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made: who signs in with which address, and the one password."""

    people: tuple[tuple[Role, str], ...]
    password: str


def fill(founding: Path, decided: Iterable[Path], tell: Callable[[str], None] = lambda text: None) -> Demo:
    """Make the office in an empty registry.

    Args:
        founding: The founding case.
        decided: Decided cases, of which the first few are registered.
        tell: Is told what is being made.
    """
    password = f"demo-{secrets.token_hex(4)}"
    tell("People in every role")
    office = _Office({role: _address(role) for role in Role}, password)
    tell("The founding case")
    case = office.register(founding)
    for role in ONLY_FOR_A_CASE:
        office.mandate(role, case)
    office.work(case)
    for number, path in enumerate(islice(sorted(decided), MOST_CASES), 1):
        tell(f"Decided case {number}: {path.stem}")
        office.register(path)
    return Demo(tuple((role, _address(role)) for role in Role), password)


class _Office:
    """The people of the demonstration, at the door."""

    def __init__(self, addresses: dict[Role, str], password: str) -> None:
        self._since = timezone.localdate().replace(month=1, day=1).isoformat()
        self._accounts = {
            role: Account.objects.open(address, NAMES[role], password=password).public_id
            for role, address in addresses.items()
        }
        door.found_office(self._accounts[Role.ADMINISTRATOR])
        for role in Role:
            if role not in ONLY_FOR_A_CASE and role is not Role.ADMINISTRATOR:
                self.do(Role.ADMINISTRATOR, "appoint", "", mandate=self._told(role))

    def do(self, role: Role, act: str, case: str, obj: str = "", **form: Any) -> door.Outcome:  # noqa: ANN401
        return door.do(self._accounts[role], act, case, obj, form, seen=_head(case))

    def register(self, path: Path) -> str:
        file = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - words stay words
        return self.do(Role.CLERK, "register", "", file=file).case

    def mandate(self, role: Role, case: str) -> None:
        self.do(Role.CLERK, "give-mandate", case, mandate=self._told(role))

    def work(self, case: str) -> None:
        """What has been going on in a case: answers, a barred attempt, a remedy, and a proposal that waits."""
        prosecutor, court = Role.PROSECUTOR, Role.COURT
        self.do(
            prosecutor, "find", case, question="remedy.period_running", answer="yes", source="Register of the court"
        )
        barred = self.do(prosecutor, "grant", case, "search", reasons="The requesting state insists.")
        self.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="Third-party opposition to the seizure")
        self.do(
            Role.COUNSEL, "submit", case, "P1", text="The person is a recognised refugee from the requesting state."
        )
        self.do(prosecutor, "refuse", case, "search", reasons="The person is a refugee from the requesting state.")
        if barred.result.ruling is not None:
            told = {"departs-from": "grant", "ruling": barred.result.ruling.hash}
            self.do(court, "depart", case, reasons="To be discussed with the central authority.", **told)

    def _told(self, role: Role) -> dict[str, str]:
        person = {"person": "P1"} if role in ONLY_FOR_A_PERSON else {}
        return {"account": self._accounts[role], "role": role.value, "since": self._since, **person}


def _address(role: Role) -> str:
    return f"{role.name.lower().replace('_', '-')}@{DOMAIN}"


def _head(case: str) -> int | None:
    return CaseCopy.objects.filter(case=case).values_list("head", flat=True).first()
