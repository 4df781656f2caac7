"""The access matrix, at the defence door and the chambers: everybody looks, and acts, in a case that is challenged.

What is expected stands in `access/challenged.csv`, written by hand: each address with an existing remedy, hearing,
bundle, letter or receipt, by whose it is. The acts themselves are in `test_access_matrix.py`.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from rogatory.registry.defence.models import Draft
from rogatory.registry.ledger.models import Entry
from tests.registry.access.challenged import ROWS, WORDS, Challenged, Who, is_one_of
from tests.registry.access.people import CSRF, HOLDS, Everybody, people, undone
from tests.registry.test_access_matrix import ROUTES, filled, some_of, trace

pytestmark = pytest.mark.django_db
LISTS = {
    "/chambers": "whole",
    "/api/v1/docket": "whole",
    "/defence/": "counsel person counsel-2 person-2 intervener invited",
}
"""Lists that name a case, and to whom; written by hand."""
SEE_A_PART = ("counsel", "person", "reviewer", "observer", "liaison")


@pytest.fixture(scope="module")
def challenged(everybody: Everybody) -> Iterator[Challenged]:
    """The case of everybody, challenged once for the module."""
    with undone():
        yield Challenged.brought_about(everybody)


@pytest.fixture(autouse=True)
def _one_factor(settings: Any) -> None:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True


def looked(challenged: Challenged, address: str, who: Who) -> tuple[int, str]:
    """What somebody gets at an address: the answer, and everything in it that can be read."""
    everybody = challenged.everybody
    with undone():
        if address.startswith("/api/"):
            answer = everybody.program.get(address, headers={"Authorization": f"Bearer {everybody.tokens[who]}"})
        else:
            answer = everybody.signed_in(who).get(address)
        content = answer.getvalue() if answer.streaming else answer.content
    if content.startswith(b"PK"):
        packed = ZipFile(BytesIO(content))
        content = b"\n".join(packed.read(name) for name in packed.namelist())
    return answer.status_code, content.decode(errors="replace")


def tried(row: dict[str, str]) -> list[Who]:
    """Who tries a row: everybody; at an address that was tried before, everybody who stands in the case today.

    On PostgreSQL not all of them: see `test_access_matrix.py`.
    """
    first = next(r for r in ROWS if r["route"] == row["route"])
    there = [who for who in people() if row is first or who[1] in (*HOLDS, "another-person")]
    may = f"{row['looks']} {row['acts']} invited"
    return some_of(there, lambda who: is_one_of(who, may), ROWS.index(row), in_case=True)


def expected(row: dict[str, str], who: Who) -> set[int]:
    """What somebody may get who looks."""
    if is_one_of(who, row["looks"]):
        return {200}
    if row["looks"] == "draft" and is_one_of(who, row["acts"]):
        return {302}  # led to where one writes
    return {404} if row["looks"] else {404, 405}


def test_every_address_of_the_two_doors_is_tried():
    there = {route for route, who in ROUTES.items() if who == "challenged"}
    assert {row["route"] for row in ROWS} == there
    of_the_doors = {r for r in ROUTES if r.startswith("defence/cases/") or "/hearings/" in r or "/remedies" in r}
    # Of what was seized: its wall has tests of its own.
    assert {route for route in of_the_doors - there if ROUTES[route] != "sealed"} == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['route']}-{row['of']}")
def test_everybody_looks(challenged, row):
    address, wrong = challenged.address(row["route"], row["of"]), list[Any]()
    assert "<" not in address
    for who in tried(row):
        status, text = looked(challenged, address, who)
        if status not in expected(row, who):
            wrong.append((*who, status))
        wrong += [(*who, words) for words, may in WORDS.items() if words in text and not is_one_of(who, may)]
    assert wrong == []


@pytest.mark.parametrize("address", LISTS)
def test_a_list_names_the_case_to_nobody_else(challenged, address):
    wrong: list[Any] = []
    for who in people():
        _status, text = looked(challenged, address, who)
        if (challenged.everybody.case in text) != is_one_of(who, LISTS[address]):
            wrong.append((*who, challenged.everybody.case in text))
        wrong += [(*who, words) for words, may in WORDS.items() if words in text and not is_one_of(who, may)]
    assert wrong == []


@pytest.mark.parametrize("route", [r for r, who in ROUTES.items() if who == "case"])
def test_no_page_of_the_case_tells_one_person_what_another_said(challenged, route):
    wrong = []
    for who in [w for w in people() if w[0] in SEE_A_PART and w[1] in ("this-case", "another-person")]:
        for obj in ("search", "P1", "P2") if "object" in route or "obj" in route else ("",):
            told = route.replace("<str:act>/<str:obj>", f"surrender/{obj}").replace(
                "<act>/<object>", f"surrender/{obj}"
            )
            _status, text = looked(challenged, f"/{filled(challenged.everybody, told if obj else route)}", who)
            wrong += [(*who, words) for words, may in WORDS.items() if words in text and not is_one_of(who, may)]
    assert wrong == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['route']}-{row['of']}")
def test_nobody_acts_there_who_may_not(challenged, row):
    address, wrong = challenged.address(row["route"], row["of"]), []
    told = {"csrfmiddlewaretoken": CSRF, "text": "not mine", "step": "check", "answer": "accept", "basis": "Art. 17"}
    headers = {"Authorization": "Bearer {}"} if address.startswith("/api/") else {}
    before, kept = Entry.objects.order_by("-seq").values_list("seq", flat=True)[0], list(Draft.objects.values())
    for who in tried(row):
        if is_one_of(who, row["acts"]):
            continue
        everybody = challenged.everybody
        with undone():
            if headers:
                sent = {"Authorization": f"Bearer {everybody.tokens[who]}"}
                status = everybody.program.post(address, told, headers=sent).status_code
            else:
                status = everybody.signed_in(who).post(address, told).status_code
            left = (set(trace(before)) - {"attempt-barred"}, list(Draft.objects.values()) != kept)
        if status not in (404, 405) or any(left):
            wrong.append((*who, status, left))
    assert wrong == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['route']}-{row['of']}")
def test_nobody_looks_without_signing_in(challenged, row):
    address = challenged.address(row["route"], row["of"])
    open_ = 200 if row["looks"] == "anybody" else 401 if address.startswith("/api/") else 302
    assert Client().get(address).status_code == open_


def test_no_form_there_is_taken_without_its_token(challenged):
    client = challenged.everybody.signed_in(("person", "this-case"))
    for address in ("send/statement", "send/statement/check", "counsel"):
        posted = client.post(f"/defence/cases/{challenged.everybody.case}/{address}", {"text": "not mine"})
        assert posted.status_code == 403
