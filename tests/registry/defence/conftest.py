"""A case with one person concerned, who has counsel, and a third party who may intervene."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.cases import journal
from tests.office.simulator import simple_file
from tests.registry.doors import signed_in
from tests.registry.office import Registry


@dataclass
class Door:
    """An office with a case, and browsers of who stands at the defence door."""

    office: Registry
    case: str
    clients: dict[Role, Client] = field(default_factory=dict)

    def client(self, role: Role) -> Client:
        if role not in self.clients:
            self.clients[role] = signed_in(self.office.accounts[role])
        return self.clients[role]

    def at(self, where: str = "") -> str:
        return f"/defence/cases/{self.case}{where}"

    def get(self, role: Role, where: str = "", status: int = 200) -> str:
        answer = self.client(role).get(self.at(where))
        assert answer.status_code == status, (where, answer.status_code)
        return answer.content.decode()

    def post(self, role: Role, where: str, **told: Any) -> Any:
        return self.client(role).post(self.at(where), told)

    def send(self, role: Role, what: str, **told: Any) -> int:
        """File something in its steps; the number of the entry."""
        written = self.post(role, f"/send/{what}", step="check", **told)
        assert written["Location"] == self.at(f"/send/{what}/check")
        page = self.get(role, f"/send/{what}/check")
        draft = page.partition('name="draft" value="')[2].partition('"')[0]
        answer = self.post(role, f"/send/{what}/check", draft=draft)
        assert answer.status_code == 302, answer.content.decode()
        return int(answer["Location"].rpartition("/")[2])

    def do(self, role: Role, act: str, obj: str = "", **form: Any) -> Any:
        return self.office.do(role, act, self.case, obj, seen=self.office.head(Role.CLERK, self.case), **form)

    @property
    def entries(self) -> Any:
        return journal.entries_of(self.case)


def file_of(*more: str) -> dict[str, Any]:
    """The simple file with a notebook that was seized, and more persons if they are named."""
    file = simple_file()
    persons = [{"id": name, "name": f"Somebody {name}"} for name in more]
    items = [{"id": "notebook", "text": "a notebook", "package": "record"}]
    return {**file, "persons": [*file["persons"], *persons], "items": items}


@pytest.fixture
def door(office_once, db, settings) -> Door:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    made = Door(office_once, office_once.register(file_of()))
    for role in (Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER):
        made.office.mandate(role, made.case)
    return made
