"""The access matrix: every role, with every relation to a case, at every act and every address.

What is expected stands in `access/acts.csv` and `access/routes.csv`, written by hand. Every cell is executed for real,
through the API's own route and at the door, and undone afterwards.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from rogatory.office.errors import FormError
from rogatory.office.filing import EVERY_ACT, STAFFING
from rogatory.office.perform import Barred
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door
from rogatory.registry.jobs import queue
from rogatory.registry.ledger.models import Entry
from tests.registry.access.people import FOR_A_PERSON, HOLDS, ONLY_OF_P2, Everybody, people, table, undone

ACTS = {row["act"]: row for row in table("acts.csv")}
ROUTES = {row["route"]: row["who"] for row in table("routes.csv")}
ALLOWED = {200, 201, 409, 422}
"""Done, or barred by the law or by the form: not by who asks."""


pytestmark = pytest.mark.django_db


def expected(act: str, role: str, relation: str) -> set[int]:
    """The statuses the table allows for a cell."""
    may = role in ACTS[act]["who"].split()
    if act == "register" or act in STAFFING:
        return ALLOWED if may and relation == "every-case" else {403}
    if relation == "another-person":
        # The case is seen; what is done to a person is done for the other one only.
        return ALLOWED if may and not ACTS[act]["object"].startswith("P1") else {403}
    if relation not in HOLDS or role == "admin":
        return {404}
    return ALLOWED if may else {403} if act != "read" else {404}


def by_api(everybody: Everybody, act: str, who: tuple[str, str]) -> int:
    obj = ACTS[act]["object"]
    body: dict[str, Any] = {
        "object": everybody.objects.get(obj, obj),
        "form": everybody.form(act),
        "seen": everybody.head,
    }
    path = f"cases/{everybody.case}/acts/{act}"
    if act == "register":
        path, body = "cases", body["form"]
    elif act in STAFFING:
        path = f"office/acts/{act}"
    headers = {"Authorization": f"Bearer {everybody.tokens[who]}"}
    client = Client()
    if act == "read":
        return client.get(f"/api/v1/cases/{everybody.case}", headers=headers).status_code
    return client.post(
        f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=headers
    ).status_code


def by_door(everybody: Everybody, act: str, who: tuple[str, str]) -> int:
    """The same, asked of the door itself, in the API's words."""
    obj = ACTS[act]["object"]
    case = "" if act == "register" or act in STAFFING else everybody.case
    try:
        outcome = door.do(
            everybody.accounts[who],
            act,
            case,
            everybody.objects.get(obj, obj),
            everybody.form(act),
            seen=everybody.head,
        )
    except door.NoSuchCaseError:
        return 404
    except FormError:
        return 422
    if not isinstance(outcome.result, Barred):
        return 200
    return 403 if {o.hurdle.value for o in outcome.result.obstacles} & {"role", "mandate"} else 409


def trace(before: int) -> list[str]:
    """What has been recorded since."""
    return list(Entry.objects.filter(seq__gt=before).order_by("seq").values_list("act", flat=True))


class TestActs:
    def test_the_table_names_every_act_and_no_other(self):
        assert set(ACTS) == {*EVERY_ACT, *STAFFING}

    def test_how_many_cells_there_are(self):
        assert len(people()) == 10 + 14 * 5 + 2
        assert len(ACTS) * len(people()) == 52 * 82 == 4264

    @pytest.mark.parametrize("act", ACTS)
    def test_everybody_tries(self, everybody, act):
        before = Entry.objects.order_by("-seq").values_list("seq", flat=True)[0]
        wrong: list[Any] = []
        for who in people():
            right = expected(act, *who)
            for way in (by_api, by_door):
                with undone():
                    status = way(everybody, act, who)
                    left = trace(before)
                if status not in right:
                    wrong.append((*who, way.__name__, status, f"not {sorted(right)}"))
                if right != ALLOWED and left != ["attempt-barred"]:
                    wrong.append((*who, way.__name__, "left", left))
        assert wrong == []


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            yield path


def line_of(route: str) -> str:
    """The line of the table an address belongs to."""
    if route in ROUTES:
        return route
    return next((line for line in ROUTES if line.endswith("**") and route.startswith(line[:-2])), "")


class TestAddresses:
    def test_every_address_is_in_the_table(self):
        there = set(routes(get_resolver().url_patterns))
        assert {route for route in there if not line_of(route) and route} == set()
        assert {line for line in ROUTES if line not in {line_of(r) for r in there}} == set()

    @pytest.mark.parametrize("route", [r for r, who in ROUTES.items() if who not in ("own", "acts")])
    def test_everybody_looks(self, everybody, route, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        wrong: list[Any] = []
        for who in people():
            status, text = looked(everybody, route, who)
            if status not in seen_by(route, *who):
                wrong.append((*who, status))
            if ONLY_OF_P2 in text and who[0] not in WHOLE_FILE and who[1] != "another-person":
                wrong.append((*who, "sees what concerns another person"))
        assert wrong == []

    @pytest.mark.parametrize("route", [r for r, who in ROUTES.items() if who in ("signed", "case", "admin", "upkeep")])
    def test_nobody_looks_without_signing_in(self, everybody, route):
        status = Client().get(f"/{filled(everybody, route)}").status_code
        assert status == (401 if route.startswith("api/") else 302)


WHOLE_FILE = ("clerk", "central", "prosecutor", "judge", "court", "government", "bureau", "auditor")
"""Who sees the whole file; the reviewer, the observer, counsel, the person and the liaison see a part."""


def seen_by(route: str, role: str, relation: str) -> set[int]:
    match ROUTES[route]:
        case "public" | "signed":
            return {200}
        case "nobody":
            return {404}
        case "admin":
            refused = {403} if route.startswith("api/") else {404}
            return {200} if (role, relation) == ("admin", "every-case") else refused
        case "upkeep":
            return {200} if role in ("admin", "auditor") and relation == "every-case" else {404}
        case _:
            sees = relation in (*HOLDS, "another-person") and role != "admin"
            if not sees:
                return {404}
            return {200} if role in WHOLE_FILE else {200 if sees_part(route, role, relation) else 404}


def sees_part(route: str, role: str, relation: str) -> bool:
    """Whether somebody who sees a part of the case sees this: the ruling on P1's search, the receipt of the request.

    What a mandate does not show is as if it did not exist.
    """
    ruling, receipt = route.endswith(("<object>", "<str:obj>")), route.endswith("/receipt")
    if role in FOR_A_PERSON:
        return not ruling or relation == "this-case"
    if role == "liaison":
        # Every page of the case is the one page that tells where the request stands.
        return not receipt and not (ruling and route.startswith("api/"))
    return not (ruling or receipt)


def filled(everybody: Everybody, route: str) -> str:
    work = queue.ask("tidy", "", timezone.now()).pk
    first = str(Entry.objects.filter(case=everybody.case).earliest("seq").seq)
    for part, value in {
        "case": everybody.case, "act": "grant", "obj": "search", "object": "search", "kind": "barred",
        "pack": "pace", "account": everybody.accounts["clerk", "none"], "number": str(work), "entry": first,
        "seq": first, "norm": "rc-33-non-refoulement",
    }.items():  # fmt: skip
        route = route.replace(f"<str:{part}>", value).replace(f"<int:{part}>", value).replace(f"<{part}>", value)
    return route


def looked(everybody: Everybody, route: str, who: tuple[str, str]) -> tuple[int, str]:
    with undone():
        client = Client()
        headers = {}
        if route.startswith("api/"):
            headers = {"Authorization": f"Bearer {everybody.tokens[who]}"}
        else:
            client.force_login(
                Account.objects.get(public_id=everybody.accounts[who]),
                "allauth.account.auth_backends.AuthenticationBackend",
            )
        answer = client.get(f"/{filled(everybody, route)}", headers=headers)
        return answer.status_code, answer.content.decode()
