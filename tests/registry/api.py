"""Calling the API as somebody of the office."""

import json
from collections.abc import Mapping
from typing import Any

from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.api import tokens
from rogatory.registry.api.tokens import Scope
from tests.registry.office import Registry

EVERY_SCOPE = tuple(Scope)


def token_of(account: str, *scopes: Scope, days: int = 1) -> str:
    return tokens.make(Account.objects.get(public_id=account), "a program", scopes or EVERY_SCOPE, days)[1]


class Program:
    """A program with a token."""

    def __init__(self, account: str, *scopes: Scope) -> None:
        self.token = token_of(account, *scopes)
        self.client = Client(raise_request_exception=True)

    @classmethod
    def of(cls, office: Registry, role: Role, *scopes: Scope) -> "Program":
        return cls(office.accounts[role], *scopes)

    def get(self, path: str, headers: Mapping[str, str] | None = None, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query, headers=self._headers(headers))

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Any:
        return self.client.post(
            f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=self._headers(headers)
        )

    def delete(self, path: str) -> Any:
        return self.client.delete(f"/api/v1{path}", headers=self._headers(None))

    def act(self, case: str, act: str, obj: str = "", *, if_match: str = "", **form: Any) -> Any:
        headers = {"If-Match": if_match} if if_match else {}
        return self.post(f"/cases/{case}/acts/{act}", {"object": obj, "form": form}, headers)

    def _headers(self, headers: Mapping[str, str] | None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", **(headers or {})}
