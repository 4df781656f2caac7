"""Whatever is sent to whatever route, by whatever role: an answer of the schema, and never a failure.

Schemathesis makes the requests from the schema. Half of them name things that exist, so that they get past the first
check. `ROGATORY_LONG=1` makes many more of them.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
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
def schema(everybody) -> Iterator[Any]:
    # The transaction around everything must outlive the requests, as with Django's own test client.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def real(everybody: Everybody, case: Case[Any], fill: bool) -> None:
    """Put what exists in the place of what was made up."""
    parts = case.path_parameters
    for name, value in (("case", everybody.case), ("object", "search"), ("pack", "pace")):
        if name in parts:
            parts[name] = value
    acts = ("find", "enter", "submit", "lodge-remedy", "give-mandate", "grant", "refuse", "depart", "appoint")
    if "act" in parts:
        act = acts[len(str(parts["act"])) % len(acts)]
        parts["act"] = act
        if isinstance(case.body, dict) and fill:
            made_up = case.body.get("form")
            form = everybody.form(act)
            case.body["form"] = {**form, **made_up} if isinstance(made_up, dict) else form
            case.body["object"] = "P1" if act in ("submit", "lodge-remedy") else ""


@pytest.mark.parametrize("role", ROLES)
def test_every_route_answers_as_the_schema_says(everybody, schema, role):
    relation = "every-case" if (role, "every-case") in everybody.tokens else "this-case"
    headers = {"Authorization": f"Bearer {everybody.tokens[role, relation]}"}
    for operation in schema.get_all_operations():

        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, derandomize="ROGATORY_LONG" not in os.environ,
            phases=[Phase.explicit, Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.ok().as_strategy(), there=st.booleans(), fill=st.booleans())
        def answers(case: Case[Any], there: bool, fill: bool) -> None:
            if there:
                real(everybody, case, fill)
            with undone():
                case.call_and_validate(headers=headers, checks=CHECKS)

        answers()
