"""Decisions and letters of a case, from the first draft to what was sent: every step at the one door."""

import time
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from rogatory.law.acts import Role
from rogatory.office.dossier import fold
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db
ACKNOWLEDGEMENT = {
    "kind": "acknowledgement", "language": "fr", "to": "requesting-state", "reference": "12-3/4567",
    "received": "2019-01-15", "office": "Service public fédéral Justice, Bruxelles", "asked": "Une perquisition",
    "addressee": "Bureau du procureur général\nAstana",
}  # fmt: skip


@dataclass
class Desk:
    """The founding case in an office, and browsers at its desks."""

    office: Registry
    case: str

    def browser(self, role: Role) -> Client:
        client = Client(SERVER_NAME="localhost")
        client.force_login(
            Account.objects.get(public_id=self.office.accounts[role]),
            "allauth.account.auth_backends.AuthenticationBackend",
        )
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
        session.save()
        return client

    def get(self, role: Role, path: str = "") -> Any:
        return self.browser(role).get(f"/cases/{self.case}/documents{path}")

    def post(self, role: Role, path: str, **typed: Any) -> Any:
        return self.browser(role).post(f"/cases/{self.case}/documents{path}", typed)

    @property
    def documents(self) -> Any:
        return fold(journal.entries_of(self.case)).documents

    @property
    def head(self) -> int:
        return fold(journal.entries_of(self.case)).head

    def drafted(self, role: Role = Role.CLERK, **typed: Any) -> str:
        answer = self.post(role, "/new", **{**ACKNOWLEDGEMENT, **typed})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"].rsplit("/", 1)[1])

    def signed(self, role: Role = Role.CLERK, **typed: Any) -> str:
        name = self.drafted(role, **typed)
        answer = self.post(role, f"/{name}/sign", seen=self.head, object=name)
        assert answer.status_code == 302, answer.content.decode()
        return name


@pytest.fixture
def desk(settings, journal_keys) -> Desk:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.OFFICE = "Office of the examples"
    office = Registry.opened()
    case = office.register(founding_file())
    office.mandate(Role.LIAISON, case)
    office.mandate(Role.PERSON_CONCERNED, case)
    return Desk(office, case)


def test_a_letter_is_drafted_edited_signed_and_sent_and_then_the_requesting_state_sees_it(desk):
    name = desk.drafted()
    page = desk.get(Role.CLERK, f"/{name}")
    assert "Accusé de réception" in page.content.decode()
    typed = {f.name: f.words for f in page.context["fields"]} | {"more": "Nous restons à votre disposition."}
    assert desk.post(Role.CLERK, f"/{name}", seen=desk.head, **typed).status_code == 302
    assert "Nous restons" in desk.get(Role.CLERK, f"/{name}").content.decode()
    assert desk.get(Role.LIAISON, f"/{name}/pdf").status_code == 404
    assert desk.post(Role.CLERK, f"/{name}/sign", seen=desk.head, object=name).status_code == 302
    assert desk.documents[name].standing.value == "signed"
    pdf = desk.get(Role.CLERK, f"/{name}/pdf")
    assert pdf.content[:5] == b"%PDF-"
    assert desk.get(Role.LIAISON, f"/{name}/pdf").status_code == 404
    answer = desk.post(
        Role.CLERK, f"/{name}/send", seen=desk.head, object=name, document=name, channel="post", on="2026-01-01"
    )
    assert answer.status_code == 302, answer.content.decode()
    assert desk.documents[name].sent[0].channel == "post"
    assert desk.get(Role.LIAISON, f"/{name}/pdf").content == pdf.content
    assert desk.get(Role.PERSON_CONCERNED, f"/{name}/pdf").status_code == 404
