"""The access matrix: every role, with every relation to a case, in every state of it, at every act and every address.

What is expected stands in `access/acts.csv` (who may), `access/states.csv` (what whoever may then gets) and
`access/routes.csv` (who sees which address), written by hand. A cell is one person trying one act in one state by one
way in: the door, the API, the pages. Each is executed for real and undone afterwards.

There are 288,486 cells; `ROGATORY_LONG=1` executes all of them. Otherwise those are executed that cover every pair of
act and person, act and state, act and way, person and state, person and way, state and way, going round the states and
the ways in turn; and besides, for every act in every state, somebody who may do it, at the door and by one other way.

The database is one axis more. It is the same program that decides on both, and its rules know no database: on
PostgreSQL each act comes once by each way to each thing that can come of it, everybody and every state are there by
each way, and an address is tried by one of each kind of those who see something there, and by two who see nothing, in
turn from address to address. With `ROGATORY_LONG=1` there is no difference.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.filing import EVERY_ACT, STAFFING
from rogatory.office.folds.originals import letter_name
from rogatory.registry.jobs import queue
from rogatory.registry.ledger.models import Entry
from rogatory.registry.registers import door as registers
from tests.registry.access.challenged import WHOLE_FILE
from tests.registry.access.people import (
    BLIND,
    FOR_A_PERSON,
    HOLDS,
    ONLY_OF_P2,
    OUTSIDE,
    Everybody,
    people,
    table,
    undone,
)
from tests.registry.access.states import EXPECTED, STATES
from tests.registry.access.ways import ACTS, Who, a_file_to_register, by_api, by_command, by_door, by_page

ROUTES = {row["route"]: row["who"] for row in table("routes.csv")}
WAYS = (by_door, by_api, by_page)
LONG = os.environ.get("ROGATORY_LONG") == "1"
ON_POSTGRESQL = os.environ.get("ROGATORY_TEST_DATABASE") == "postgresql"
OF_THE_OFFICE = ("register", *STAFFING)
ELSEWHERE = ("own", "acts", "challenged", "sealed", "outside")
"""What the table says of addresses that are not looked at here; the last are in `test_access_matrix_challenged.py`,
`test_review_wall.py` and `defence/test_inventory.py`."""
EXECUTED: Counter[str] = Counter()
"""Cells executed, by state."""
Cell = tuple[str, str, Who, Any]

pytestmark = pytest.mark.django_db


def expected(state: str, act: str, who: Who, way: Any = by_door) -> str:
    """What the tables say of a cell."""
    role, relation = who
    may, gets = role in ACTS[act]["who"].split(), EXPECTED[act][state]
    if act in OF_THE_OFFICE:
        # The page of the administration is there for administrators only.
        refused = "none" if way is by_page and act in STAFFING else "role"
        return gets if may and relation == "every-case" else refused
    if gets == "none" or relation not in (*HOLDS, "another-person"):
        return "none"
    if role in BLIND:
        # What one may do and not look at has no page.
        return gets if may and way is not by_page else "none"
    if relation == "another-person" and ACTS[act]["object"].startswith("P1"):
        # The case is seen; what is done to a person is done for the other one only.
        return "role"
    return gets if may else "role"


def able(act: str) -> Who:
    """Somebody who may do an act."""
    role = ACTS[act]["who"].split()[0]
    return (role, "this-case" if role in OUTSIDE else "every-case")


def of_the_able() -> list[Cell]:
    """For every act in every state somebody who may do it, at the door and by one other way."""
    chosen: list[Cell] = []
    for (s, state), (a, act) in product(enumerate(STATES), enumerate(ACTS)):
        chosen += [(state, act, able(act), by_door), (state, act, able(act), (by_api, by_page)[(s + a) % 2])]
    return chosen


def of_every_pair() -> list[Cell]:
    """The same, and so many more that every pair is there."""
    chosen = of_the_able()
    for a, act in enumerate(ACTS):
        for p, who in enumerate(people()):
            round_, turn = divmod(a + p, len(STATES))
            chosen.append((STATES[turn], act, who, WAYS[round_ % len(WAYS)]))
    return list(dict.fromkeys(chosen))


def of_every_outcome() -> list[Cell]:
    """Each act by each way with each thing that can come of it, everybody by each way, and every state by each way."""
    chosen: dict[Any, Cell] = {}
    for cell in of_every_pair():
        chosen.setdefault((cell[1], cell[3], expected(*cell)), cell)
    acts = tuple(ACTS)
    for (p, who), (w, way) in product(enumerate(people()), enumerate(WAYS)):
        chosen[who, way] = (STATES[p % len(STATES)], acts[(p * len(WAYS) + w) % len(acts)], who, way)
    return list(dict.fromkeys(chosen.values()))


def some_of(tried: Sequence[Who], may: Callable[[Who], bool], turn: int, *, in_case: bool) -> list[Who]:
    """Those of whoever would try an address who do on this database; see above."""
    return of_each_kind(tried, may, turn, in_case=in_case) if ON_POSTGRESQL and not LONG else list(tried)


def of_each_kind(tried: Sequence[Who], may: Callable[[Who], bool], turn: int, *, in_case: bool) -> list[Who]:
    """One of each kind of those who see something at an address, and two who see nothing, in turn.

    Who sees the whole file of a case sees the same page of it. What is of no case tells of all cases or of one's own.
    """
    kinds: dict[Any, Who] = {}
    for role, relation in filter(may, tried):
        whole = in_case and role in WHOLE_FILE
        kinds.setdefault("whole" if whole else (role, in_case or relation == "every-case"), (role, relation))
    refused = [who for who in tried if not may(who)]
    turned = [refused[(turn + half) % len(refused)] for half in (0, len(refused) // 2)] if refused else []
    return list(dict.fromkeys([*kinds.values(), *turned]))


CELLS: list[Cell] = of_every_outcome() if ON_POSTGRESQL else of_every_pair()
if LONG:
    CELLS = list(product(STATES, ACTS, people(), WAYS))


class TestTheTables:
    def test_they_name_every_act_and_no_other(self):
        assert set(ACTS) == set(EXPECTED) == {*EVERY_ACT, *STAFFING}

    def test_they_say_something_of_every_cell(self):
        words = {word for row in EXPECTED.values() for state in STATES for word in row[state].split()}
        assert words == {"done", "waits", "none", "course", "hold", "norm", "stale", "witness"}

    def test_how_many_cells_there_are(self):
        assert (len(STATES), len(ACTS), len(people()), len(WAYS)) == (11, 93, 94, 3)
        assert (len(of_the_able()), len(of_every_pair())) == (2_046, 10_736)
        assert len(of_every_outcome()) == 1_292

    def test_the_short_form_covers_every_pair(self):
        axes = (STATES, tuple(ACTS), tuple(people()), WAYS)
        for one, other in combinations(range(4), 2):
            every = set(product(axes[one], axes[other]))
            assert {(cell[one], cell[other]) for cell in of_every_pair()} == every

    def test_the_shortest_form_covers_everything_that_can_come_of_an_act_and_everybody_and_every_state(self):
        def told(cells: list[Cell]) -> tuple[set[Any], ...]:
            outcomes = {(act, way, expected(state, act, who, way)) for state, act, who, way in cells}
            return outcomes, {(who, way) for _, _, who, way in cells}, {(state, way) for state, _, _, way in cells}

        assert all(some >= every for some, every in zip(told(of_every_outcome()), told(of_every_pair()), strict=True))

    def test_an_address_is_tried_by_one_of_each_kind_and_everybody_tries_some(self):
        for in_case in (False, True):
            for may in (lambda _: False, lambda who: who[0] in ("clerk", "court", "counsel")):
                tried = [of_each_kind(people(), may, turn, in_case=in_case) for turn in range(len(people()))]
                refused = {who for who in people() if not may(who)}
                assert {who for some in tried for who in some if not may(who)} == refused
                for some in tried:
                    assert {who[0] for who in some if may(who)} >= {who[0] for who in people() if may(who)} - {"court"}
                    assert any(not may(who) for who in some)


class TestActs:
    @pytest.mark.parametrize("state", STATES, indirect=True)
    def test_everybody_tries_everything(self, everybody, standings, state, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        wrong: list[Any] = []
        with standings.standing(state):
            before = Entry.objects.order_by("-seq").values_list("seq", flat=True)[0]
            for _, act, who, way in (cell for cell in CELLS if cell[0] == state):
                right = expected(state, act, who, way)
                with undone():
                    got = way(everybody, act, who)
                    left = trace(before)
                EXECUTED[state] += 1
                if got != right or left != leaves(state, act, who, right, way):
                    wrong.append((act, *who, way.__name__, got, f"not {right}", left))
        assert wrong == []


class TestRegistered:
    def test_everybody_registers_on_the_command_line(self, everybody, tmp_path):
        path = a_file_to_register(tmp_path)
        wrong = []
        for who in people():
            with undone():
                got = by_command(everybody, who, path)
            if got != expected("registered", "register", who):
                wrong.append((*who, got))
        assert wrong == []

    def test_no_form_of_a_page_is_taken_without_its_token(self, everybody, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        for address in (f"/cases/{everybody.case}/acts/submit", "/cases/register", "/administration"):
            client = everybody.signed_in(("person", "this-case"))
            assert client.post(address, {"object": "P1", "text": "not mine"}).status_code == 403

    def test_every_cell_was_executed(self):
        if set(EXECUTED) == set(STATES):
            print(f"{EXECUTED.total():,} cells: {dict(EXECUTED)}")
            assert EXECUTED.total() == len(CELLS)


def trace(before: int) -> list[str]:
    """What has been recorded since, beside readings."""
    with connection.cursor() as cursor:
        # In so many words: it is asked after every cell.
        cursor.execute("SELECT act FROM ledger_entry WHERE seq > %s AND act <> 'read' ORDER BY seq", [before])
        return [act for (act,) in cursor.fetchall()]


def leaves(state: str, act: str, who: Who, came: str, way: Any) -> list[str]:
    """What an attempt must leave in the journal: its entry, a proposal, or that it was barred."""
    there_is_none = EXPECTED[act][state] == "none"
    stranger = who[0] in BLIND or who[1] not in (*HOLDS, "another-person")
    match came:
        case "done" if act == "find-breach" and way is not by_door:
            return [act, "draft-document"]  # the letter to the court, made ready for who found it
        case "done":
            return {"read": [], "confirm": ["transmit"]}.get(act, [act])
        case "waits":
            return ["proposed"]
        case "none" if act in OF_THE_OFFICE:
            return []  # a page that is not there for this person
        case "none" if there_is_none and not stranger:
            return []  # nothing there that anything could have been done to
        case "none" if there_is_none:
            return ["attempt-barred"] if way is by_page else []
        case "none" if way is by_page and act != "read":
            # The page was opened, and then something was tried; who may act and see nothing has done it all the same.
            blindly = who[0] in BLIND and who[0] in ACTS[act]["who"].split() and who[1] in HOLDS
            if blindly and act == "intervene":
                # An intervention is what it says; from a page that is not there nothing is taken over.
                return ["attempt-barred"]
            return ["attempt-barred", act if blindly else "attempt-barred"]
        case _:
            return ["attempt-barred"]


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

    @pytest.mark.parametrize("route", [r for r, who in ROUTES.items() if who not in ELSEWHERE])
    def test_everybody_looks(self, everybody, route, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        wrong: list[Any] = []
        with undone():
            address = filled(everybody, route)
            turn, in_case = list(ROUTES).index(route), "case>" in route
            for who in some_of(people(), lambda who: 200 in expected_at(route, *who), turn, in_case=in_case):
                status, text = looked(everybody, address, who)
                if status not in expected_at(route, *who):
                    wrong.append((*who, status))
                if ONLY_OF_P2 in text and who[0] not in WHOLE_FILE and who[1] != "another-person":
                    wrong.append((*who, "sees what concerns another person"))
        assert wrong == []

    @pytest.mark.parametrize(
        "route",
        [r for r, who in ROUTES.items() if who not in ("public", "nobody", "no-link", *ELSEWHERE)],
    )
    def test_nobody_looks_without_signing_in(self, everybody, route):
        status = Client().get(f"/{filled(everybody, route)}").status_code
        assert status == (401 if route.startswith("api/") else 302)


def expected_at(route: str, role: str, relation: str) -> set[int]:
    """What somebody may get at an address."""
    if not route and role in AT_THE_DEFENCE_DOOR and relation in (*HOLDS, "another-case", "another-person"):
        return {302}  # led to the door of their own
    return seen_by(route, role, relation)


def seen_by(route: str, role: str, relation: str) -> set[int]:
    match ROUTES[route]:
        case "public" | "signed":
            return {200}
        case "no-link":
            return {200} if role == "liaison" and relation in HOLDS else {404}
        case "nobody":
            return {404}
        case "admin" | "auditor" as who:
            refused = {403} if route.startswith("api/") else {404}
            return {200} if (role, relation) == (who, "every-case") else refused
        case "file" | "docket" | "custody" | "material" as who:
            where = (*HOLDS, "another-case") if who == "docket" else HOLDS
            kept = (role, relation) in (("custodian", "a-register"), ("auditor", "every-case"))
            part = ("reviewer", "observer", "liaison") if who == "material" else ()
            return (
                {200} if (kept if who == "custody" else role in (*WHOLE_FILE, *part) and relation in where) else {404}
            )
        case "mail" | "upkeep" | "overseer" | "publisher" as who:
            may = role in OF_THE_WHOLE_OFFICE[who] and relation == "every-case"
            return {200} if may else {403 if route.startswith("api/v1/oversight") else 404}
        case _:
            sees = relation in (*HOLDS, "another-person") and role not in BLIND
            if not sees:
                return {404}
            return {200} if role in WHOLE_FILE else {200 if sees_part(route, role, relation) else 404}


OF_THE_WHOLE_OFFICE = {
    "mail": ("clerk", "central"),
    "upkeep": ("admin", "auditor"),
    "overseer": ("auditor", "central", "court"),
    "publisher": ("auditor", "central"),
}
AT_THE_DEFENCE_DOOR = (*FOR_A_PERSON, "intervener")


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
    work = queue.ask("tidy", "", timezone.now()).pk if "number>" in route else 0
    if "registers/" in route and not registers.registers():
        opened = {"kind": "protection", "title": "Protection granted"}
        registers.keep(everybody.office.accounts[Role.ADMINISTRATOR], "open-register", "protection", opened)
    asks = "entry" in route or "seq" in route
    first = str(Entry.objects.filter(case=everybody.case).earliest("seq").seq) if asks else ""
    if "mail/" in route:
        route = route.replace("<int:number>", str(everybody.letter)).replace("<mail>", str(everybody.letter))
        route = route.replace("<str:part>", everybody.document)
    for part, value in {
        "case": everybody.case, "act": "grant", "obj": "search", "object": "search", "kind": "barred",
        "pack": "pace", "account": everybody.accounts["clerk", "none"], "number": str(work), "entry": first,
        "seq": first, "norm": "rc-33-non-refoulement", "register": "protection", "ident": "protection",
        "state": "KZ", "link": "link-1-1", "document": _document(everybody, route), "page": "1",
        "letter": letter_name(everybody.attached), "part": everybody.attached,
    }.items():  # fmt: skip
        route = route.replace(f"<str:{part}>", value).replace(f"<int:{part}>", value).replace(f"<{part}>", value)
    return route


def _document(everybody: Everybody, route: str) -> str:
    """A document on which the address has something to show."""
    last = route.rpartition("/")[2]
    return everybody.objects[
        {"docx": "DRAFT", "sign": "DRAFT", "changes": "DRAFT", "answer": "SENT"}.get(last, "SIGNED")
    ]


def looked(everybody: Everybody, address: str, who: Who) -> tuple[int, str]:
    with undone():
        if address.startswith("api/"):
            headers = {"Authorization": f"Bearer {everybody.tokens[who]}"}
            answer = everybody.program.get(f"/{address}", headers=headers)
        else:
            answer = everybody.signed_in(who).get(f"/{address}")
        content = answer.getvalue() if answer.streaming else answer.content
        return answer.status_code, content.decode(errors="replace")
