"""What docs/api.md says of the API is so."""

import re
from typing import Any

import pytest
from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.api.problems import KINDS
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import journal
from tests.docs.markdown import DOCS, read, rows
from tests.registry.api import token_of
from tests.registry.keeping import keeping
from tests.registry.office import founding_file

pytestmark = pytest.mark.django_db
PAGE = read(DOCS / "api.md")


def test_every_address_it_names_is_there():
    there = Client().get("/api/v1/openapi.json").json()["paths"]
    told = " ".join(cell[0] for cell in rows(PAGE, "## First call"))
    named = {path.removesuffix("`") for path in re.findall(r"/[a-z][a-z/{}]*", told.replace("`, `/", "` `/"))}
    named = {"/office/acts/{act}" if p in ("/office/acts/appoint", "/dismiss") else p for p in named}
    assert {path for path in named if f"/api/v1{path}" not in there} == set()


def test_every_address_there_is_is_named():
    paths = {path.removeprefix("/api/v1") for path in Client().get("/api/v1/openapi.json").json()["paths"]}
    told = PAGE + " /cases/{case}/journal/{entry}/receipt /webhooks/{ident} /problems/{kind} "
    assert {path for path in paths if f"{path}`" not in told and f"{path} " not in told} == set()


@pytest.mark.django_db(transaction=True)
def test_the_calls_it_shows_are_made(live_server):
    registry = keeping()
    case = registry.register(founding_file())
    blocks = [b for b in re.findall(r"```python\n(.*?)```", PAGE, re.S) if ">>>" not in b]
    code = "\n".join(blocks).replace("https://registry.example", live_server.url).replace("2026-000012", case)
    told: dict[str, Any] = {"token": token_of(registry.accounts[Role.PROSECUTOR])}
    exec(code, told)  # noqa: S102 - what the page tells a reader to write
    assert len(blocks) == 3
    assert journal.entries_of(case)[-1].act == "refuse"
    assert told["answer"]["word"] == "nothing to add"


def test_its_problems_are_all_but_that_of_a_request_nobody_can_read():
    told = {kind for row in rows(PAGE, "## What goes wrong") for kind in re.findall(r"`([a-z-]+)`", row[1])}
    assert told == set(KINDS) - {"request"}


def test_its_scopes():
    assert [row[0].strip("`") for row in rows(PAGE, "## Sign in")] == [s.value for s in Scope]
