"""Whatever is sent to whatever route, by whoever: an answer of the schema, and never a failure.

Schemathesis makes the requests from the schema. Half of them name things that exist, so that they get past the first
check. `ROGATORY_LONG=1` makes many more of them.
"""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.api import tokens
from rogatory.registry.api.tokens import Scope
from rogatory.registry.registers import door as registers
from rogatory.registry.wsgi import application
from tests.registry.access.people import ROLES, Everybody, undone

pytestmark = pytest.mark.django_db
EXAMPLES = 100 if "ROGATORY_LONG" in os.environ else 2
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def operations(everybody) -> Iterator[list[tuple[Any, Any]]]:
    """Every operation of the schema, and what makes calls of it: made once, for everybody who calls."""
    # The transaction around everything must outlive the requests, as with Django's own test client.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    schema: Any = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    found = [told.ok() for told in schema.get_all_operations()]
    yield [(operation, operation.as_strategy()) for operation in found]
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def real(everybody: Everybody, case: Case[Any], fill: bool) -> None:
    """Put what exists in the place of what was made up."""
    parts = case.path_parameters
    for name, value in (
        ("case", everybody.case),
        ("object", "search"),
        ("pack", "pace"),
        ("ident", "protection"),
        ("state", "KZ"),
    ):
        if name in parts:
            parts[name] = value
    if "/registers/" in case.path:
        ask_or_keep(everybody, case, fill)
        return
    if "/states/" in case.path and "act" in parts:
        parts["act"] = ("enter-on-record", "answer-on-record", "replace-on-record")[len(str(parts["act"])) % 3]
        return
    acts = ("find", "enter", "submit", "lodge-remedy", "give-mandate", "grant", "refuse", "depart", "appoint")
    if "act" in parts:
        act = acts[len(str(parts["act"])) % len(acts)]
        parts["act"] = act
        if isinstance(case.body, dict) and fill:
            made_up = case.body.get("form")
            form = everybody.form(act)
            case.body["form"] = {**form, **made_up} if isinstance(made_up, dict) else form
            case.body["object"] = "P1" if act in ("submit", "lodge-remedy") else ""


def ask_or_keep(everybody: Everybody, case: Case[Any], fill: bool) -> None:
    """The same for a register, which is open then: to get past whether there is one, and past what it is asked for."""
    if not registers.registers():
        opened = {"kind": "protection", "title": "Protection granted"}
        registers.keep(everybody.office.accounts[Role.ADMINISTRATOR], "open-register", "protection", opened)
    parts, acts = case.path_parameters, ("open-register", "import-entries", "put-entry", "end-entry")
    if "act" in parts:
        parts["act"] = acts[len(str(parts["act"])) % len(acts)]
    if isinstance(case.body, dict) and "case" in case.body and fill:
        case.body["case"] = everybody.case
        case.body["persons"] = [{"id": "P1", "name": "A. B."}]


CALLS: Counter[str] = Counter()
"""Calls made, by who made them."""
TOKENS = ("no token", "made up", "expired", "revoked", *(f"{scope.value} only" for scope in Scope))
"""Callers beside those of each role with every scope; the tokens of one scope are the clerk's."""


def headers_of(everybody: Everybody, caller: str) -> dict[str, str]:
    held = ("every-case", "this-case", "a-register")
    relation = next((relation for relation in held if (caller, relation) in everybody.tokens), "")
    if caller in ROLES:
        return {"Authorization": f"Bearer {everybody.tokens[caller, relation]}"}
    if caller == "no token":
        return {}
    if caller == "made up":
        return {"Authorization": "Bearer rogatory_made-up"}
    account = Account.objects.get(public_id=everybody.accounts["clerk", "every-case"])
    only = [scope for scope in Scope if caller == f"{scope.value} only"]
    row, told = tokens.make(account, caller, only or list(Scope), 1)
    if caller == "revoked":
        tokens.revoke(row)
    if caller == "expired":
        row.expires_at = timezone.now()
        row.save()
    return {"Authorization": f"Bearer {told}"}


@pytest.mark.parametrize("caller", [*ROLES, *TOKENS])
def test_every_route_answers_as_the_schema_says(everybody, operations, caller):
    headers = headers_of(everybody, caller)
    refused = caller in TOKENS and not caller.endswith("only")
    for _, calls in operations:

        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, derandomize="ROGATORY_LONG" not in os.environ,
            phases=[Phase.explicit, Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=calls, there=st.booleans(), fill=st.booleans())
        def answers(case: Case[Any], there: bool, fill: bool) -> None:
            if there:
                real(everybody, case, fill)
            CALLS[caller] += 1
            with undone():
                answer = case.call_and_validate(headers=headers, checks=CHECKS)
            if refused and "/problems/" not in case.path:
                assert answer.status_code == 401, "nothing is opened by what is no token in force"

        answers()
    print(f"{caller}: {CALLS[caller]:,} calls; {CALLS.total():,} in all")


@pytest.mark.parametrize("scope", Scope)
def test_a_token_opens_the_routes_of_its_scope_and_no_other(everybody, operations, scope):
    """What a route is for stands in this table, not in the program: to look, to act, to run the office."""
    headers = headers_of(everybody, f"{scope.value} only")
    for found, _ in operations:
        method, path = found.method.upper(), found.path.removeprefix("/api/v1")
        if "/problems/" in path:
            continue
        running = path.startswith("/webhooks") or (path.startswith("/office") and path != "/office/mandates")
        needed = Scope.ADMIN if running else Scope.READ if method == "GET" else Scope.ACT
        # Registers are opened by whoever runs the office, and filled by who keeps them.
        also = {Scope.ADMIN} if path == "/registers/{ident}/acts/{act}" else set()
        filled = path.replace("{case}", everybody.case).replace("{act}", "grant").replace("{ident}", "1")
        answer = everybody.program.generic(method, f"/api/v1{filled}", "{}", "application/json", headers=headers)
        told = answer.headers["Content-Type"].startswith("application/problem") and answer.json()["type"]
        assert (told == "/api/v1/problems/scope") == (scope not in {needed, *also}), (
            method,
            path,
            answer.status_code,
            told,
        )
