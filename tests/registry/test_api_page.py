"""What docs/api.md says of the API is so."""

import re

import pytest
from django.test import Client

from rogatory.registry.api.problems import KINDS
from rogatory.registry.api.tokens import Scope
from tests.docs.markdown import DOCS, read, rows

pytestmark = pytest.mark.django_db
PAGE = read(DOCS / "api.md")


def test_every_address_it_names_is_there():
    there = Client().get("/api/v1/openapi.json").json()["paths"]
    told = " ".join(cell[0] for cell in rows(PAGE, "## First call"))
    named = {path.removesuffix("`") for path in re.findall(r"/[a-z][a-z/{}]*", told.replace("`, `/", "` `/"))}
    named = {"/office/acts/{act}" if p in ("/office/acts/appoint", "/dismiss") else p for p in named}
    assert {path for path in named if f"/api/v1{path}" not in there} == set()


def test_its_problems_are_all_but_that_of_a_request_nobody_can_read():
    told = {kind for row in rows(PAGE, "## What goes wrong") for kind in re.findall(r"`([a-z]+)`", row[1])}
    assert told == set(KINDS) - {"request"}


def test_its_scopes():
    assert [row[0].strip("`") for row in rows(PAGE, "## Sign in")] == [s.value for s in Scope]
