"""Nothing reads or changes a case but the door: what the code of the registry may import and write, file by file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.may_reach import INNER, MAY_REACH
from tests.architecture.test_house_rules import SOURCE, dotted, imports, origins

REGISTRY = SOURCE / "registry"
DOOR = {"cases/door.py", "cases/journal.py", "cases/copies.py"}
DOOR_OF_REGISTERS = {"registers/door.py"}
"""The door to what is already known: it reads and writes the registers' own streams, and no case."""
DOOR_OF_INDICES = {"indices/door.py"}
"""The door to what others measure of states: it writes the data sets' own streams, and reads none."""
DOOR_OF_ITEMS, READERS_OF_ITEMS = {"review/door.py"}, {"review/told.py"}
OF_PACKAGES = {
    "review/judging.py",
    "review/leaving.py",
    "review/left.py",
    "review/reading.py",
    "review/erasing.py",
    "review/destroying.py",
}
"""The door to items of seizures; what folds their review for pages; what judges them for a package, telling counts."""
DOOR_OF_MAIL = {"mailroom/door.py"}
READERS_OF_MAIL = {"mailroom/in_case.py", "mailroom/erasing.py", "mailroom/outside.py"}
"""The door to what came in: it reads and writes the documents' own streams, and reaches cases through their door."""
DOOR_OF_OVERSIGHT = {"oversight/door.py"}
"""The door to oversight: it reads and writes its own stream, and no case."""
COUNTED = {"cases/counted.py"}
"""What counts what an entry says happened, for numbers and alarms: it writes those rows and no other copy."""
DOOR_OF_STATES, REMAKES_STATES = {"states/door.py"}, {"states/remaking.py"}
REASSESSING = {"cases/reassessing.py"}
"""The door to the records of states; what makes its copies anew; what judges open cases anew when a record changed, and
writes what came of it into the stream of the state."""
REBUILD = {"cases/rebuild.py"}
"""What makes the reading copies anew from the journal."""
JUDGING = {"cases/judging.py"}
"""What judges open cases anew each day: it reads entries, and of the copies it writes the verdict and its day alone."""
OWN_FILINGS = {"reminders/calendar.py", "defence/intervening.py"}
"""What serves those who see nothing of a case by their role: third parties, their own filings; calendars, days."""
EARLIER = {"cases/earlier.py"}
"""What compares a request that came in with cases, cut down to what whoever looks may see of them."""
TOUCHED = {"cases/touched.py"}
"""What finds the cases a change of the registers touches: it reads entries, and writes up to which change it did."""
STANDING = "cases/standing.py"
"""What the worker does in cases: it screens them, through the door."""

APPENDS, ENTRIES = "rogatory.registry.ledger.append", "rogatory.registry.cases.journal"
PERFORM, FOLD = (
    {"rogatory.office.perform.perform", "rogatory.office.streams.staffing.staff"},
    "rogatory.office.folds.dossier.fold",
)
COPIES = {"CaseCopy", "MandateCopy", "DayCopy", "SeenCopy", "DocumentCopy", "LimitCopy", "HappeningCopy"}
TABLES = {f"rogatory.registry.cases.models.{name}" for name in COPIES} | {
    f"rogatory.registry.ledger.models.{name}"
    for name in ("Entry", "Secret", "Erasure", "Node", "Checkpoint", "Cosignature", "Timestamp", "Head", "Original")
}
WRITES = {
    "create", "bulk_create", "update", "bulk_update", "update_or_create", "get_or_create", "delete", "save", "raw",
    "select_for_update",
}  # fmt: skip
MAY_FOLD = {
    "desk/views/case.py": "a case that was opened through the door, as it stood on a past day",
    "api/opening.py": "the same",
    "cases/journal.py": "a case of its entries, for whoever may read these",
}
MAY_SCREEN = {"demo.py": "an office made up to be looked at, with a link that waits"}
MAY_TELL_OF_THE_JOURNAL = {"api/webhooks.py": "that something was done: number, act and case, and nothing of the case"}
MAY_CATCH = {"api/problems.py": "names the failures of the journal, to answer them"}

MAY_OPEN_THE_FIRST = {
    "serving.py": "the first administrator, before there is anybody who could act",
    "demo.py": "an office made up to be looked at",
}
MAY_CLOSE = {"backups.py": "what was restored from a backup takes no entry before its witnesses have been asked"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(REGISTRY.rglob("*.py")):
        place = path.relative_to(REGISTRY).as_posix()
        if "migrations/" not in place:
            yield place, ast.parse(path.read_text("utf-8"))


def of_the_ledger(place: str) -> bool:
    return place.startswith("ledger/")


def using(name: str) -> set[str]:
    return {place for place, tree in modules() if any(f"{i}.".startswith(f"{name}.") for i in imports(tree))}


def writing(tree: ast.Module) -> set[str]:
    """The tables of cases and journal that a module writes: `CaseCopy.objects...update(...)`, `CaseCopy(...)`."""
    tables = {name: full.rpartition(".")[2] for name, full in origins(tree).items() if full in TABLES}
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in tables:
            found.add(tables[node.func.id])
        if isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            names = {part.id for part in ast.walk(node.func.value) if isinstance(part, ast.Name)}
            found |= {tables[name] for name in names & tables.keys()}
    return found


def reached_streams(tree: ast.AST, *names: str) -> set[str]:
    """Of which streams a module reads or writes entries, as its calls of the journal say."""
    return {
        ast.unparse(n.args[0])
        for n in ast.walk(tree)
        if isinstance(n, ast.Call)
        and isinstance(n.func, ast.Attribute)
        and ast.unparse(n.func.value) == "journal"
        and n.func.attr in names
    }


class TestTheDoorAlone:
    def test_appends_to_the_journal(self):
        found = {place for place in using(APPENDS) if not of_the_ledger(place)}
        assert found <= DOOR | REBUILD | set(MAY_CATCH) | set(MAY_CLOSE)
        for place in found & set(MAY_CATCH):
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            assert {i for i in imports(tree) if i.startswith(APPENDS)} == {f"{APPENDS}.JournalClosedError"}

    def test_reads_the_entries_of_a_case(self):
        """Outside the door, entries come from `door.look` alone."""
        calls: dict[str, set[str]] = {}
        for place, tree in modules():
            known = origins(tree)
            named = {dotted(n, known) for n in ast.walk(tree) if isinstance(n, ast.Attribute | ast.Name)}
            for name in named:
                if name in (f"{ENTRIES}.entries_of", f"{ENTRIES}.each_of", "rogatory.registry.ledger.reading.of_case"):
                    calls.setdefault(place, set()).add(name)
        readers = DOOR | DOOR_OF_REGISTERS | DOOR_OF_MAIL | READERS_OF_MAIL | REBUILD | JUDGING | EARLIER | TOUCHED
        readers |= OWN_FILINGS | OF_PACKAGES | READERS_OF_ITEMS | DOOR_OF_OVERSIGHT
        readers |= DOOR_OF_STATES | REMAKES_STATES | REASSESSING
        assert {place for place in calls if not of_the_ledger(place)} <= readers
        assert using(ENTRIES) <= readers | DOOR_OF_ITEMS | DOOR_OF_INDICES | set(MAY_TELL_OF_THE_JOURNAL) | {
            "registers/store.py"
        }

    def test_and_the_door_of_the_mailroom_the_streams_of_mail_alone(self):
        for place in DOOR_OF_MAIL:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            read, written = reached_streams(tree, "entries_of", "opening_and_since"), reached_streams(tree, "write")
            assert read == {"stream", "mail_stream(row.pk)", "mail_stream(number)"}
            assert written == {"stream", "mail_stream(row.pk)", "EVERY_CASE"}, "a barred attempt is the office's"
            named = [ast.unparse(n.value) for n in ast.walk(tree) if isinstance(n, ast.Assign)
                     and ast.unparse(n.targets[0]) == "stream"]  # fmt: skip
            assert named == ["mail_stream(number)"]
        for place in READERS_OF_MAIL:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            assert reached_streams(tree, "entries_of") <= {"mail_stream(row.pk)", "mail_stream(number)"}
            assert reached_streams(tree, "opening_and_since", "write") == set()

    def test_and_the_door_of_oversight_its_own_stream_alone(self):
        for place in DOOR_OF_OVERSIGHT:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            assert reached_streams(tree, "entries_of", "opening_and_since", "write") == {"OVERSIGHT"}

    def test_and_the_pages_of_a_seizure_the_stream_of_its_review_alone(self):
        tree = ast.parse((REGISTRY / READERS_OF_ITEMS.copy().pop()).read_text("utf-8"))
        assert reached_streams(tree, "entries_of", "opening_and_since", "write") == {"stream"}

    def test_and_the_door_of_the_registers_the_streams_of_registers_alone(self):
        for place in DOOR_OF_REGISTERS:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            made = reached_streams(tree, "entries_of", "opening_and_since", "write")
            assert made == {"stream", "stream_of(register)"}
            streams = [ast.unparse(n.value) for n in ast.walk(tree) if isinstance(n, ast.Assign | ast.AnnAssign)
                       and n.value is not None and "stream" in ast.unparse(n).split("=")[0]]  # fmt: skip
            assert streams
            assert all("stream_of(register)" in made_of for made_of in streams)

    def test_and_what_keeps_the_records_of_states_their_streams_alone(self):
        for place in DOOR_OF_STATES | REASSESSING | REMAKES_STATES:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            read, written = reached_streams(tree, "entries_of"), reached_streams(tree, "write")
            assert written <= {"stream"}
            assert read <= {"stream"} | ({"case"} if place in REASSESSING else set())
            made = [ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Assign | ast.For)
                    and "stream" in ast.unparse(n.targets[0] if isinstance(n, ast.Assign) else n.target)]  # fmt: skip
            assert made
            assert all("state_stream(state)" in m or "in journal.records()" in m for m in made)

    def test_judges_an_act_and_lets_it_be_done(self):
        assert {place for name in PERFORM for place in using(name)} <= DOOR

    def test_writes_the_reading_copies(self):
        found = {place: writing(tree) & COPIES for place, tree in modules() if writing(tree) & COPIES}
        assert set(found) <= DOOR | REBUILD | JUDGING | TOUCHED | COUNTED
        assert {place for place, tables in found.items() if "HappeningCopy" in tables} == COUNTED
        assert all(found[place] == {"HappeningCopy"} for place in COUNTED)

    @pytest.mark.parametrize(
        ("places", "columns"), [(JUDGING, ["against", "grant", "judged_on", "questions"]), (TOUCHED, ["looked"])]
    )
    def test_what_goes_through_open_cases_writes_what_it_is_for_and_nothing_else(self, places, columns):
        for place in places:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)]
            named = [(getattr(n.func, "attr", ""), sorted(k.arg or "**" for k in n.keywords)) for n in calls]
            written = [(name, fields) for name, fields in named if name in WRITES]
            assert written == [("update", columns)]
            assert not any(i.startswith((APPENDS, *PERFORM)) for i in imports(tree))

    def test_nor_does_what_runs_by_itself_read_a_case(self):
        """The worker reaches cases through what is named above, and opens none: it judges and screens them unread."""
        inside = {place for place, _ in modules() if place.startswith("jobs/")}
        assert inside
        for name in (ENTRIES, FOLD, "rogatory.registry.cases.door", *PERFORM):
            assert not using(name) & inside, name
        assert using("rogatory.registry.cases.standing") == {"jobs/duties.py"} | set(MAY_SCREEN)

    def test_what_screens_again_and_again_does_that_at_the_door_and_nothing_else(self):
        tree = ast.parse((REGISTRY / STANDING).read_text("utf-8"))
        at_the_door = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and ast.unparse(n.value) == "door"]
        assert sorted(n.attr for n in at_the_door) == ["NoSuchCaseError", "do"]
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "door.do"]
        assert [ast.unparse(call) for call in calls] == ["door.do(account, SCREEN.id, case)"]
        assert not writing(tree)
        for name in (ENTRIES, FOLD, *PERFORM):
            assert STANDING not in using(name), name

    def test_and_the_ledger_alone_its_tables(self):
        found = {place: writing(tree) - COPIES for place, tree in modules() if not of_the_ledger(place)}
        assert {place: tables for place, tables in found.items() if tables} == {key: {"Head"} for key in MAY_CLOSE}

    def test_nor_does_what_closes_the_journal_append(self):
        for place in MAY_CLOSE:
            tree = ast.parse((REGISTRY / place).read_text("utf-8"))
            named = {dotted(n, origins(tree)) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
            assert f"{APPENDS}.append" not in named

    def test_opens_closes_and_mends_accounts(self):
        found: dict[str, set[str]] = {"carry_out": set(), "open": set()}
        for place, tree in modules():
            for node in ast.walk(tree):
                named = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
                if named in ("keeping.carry_out", "Account.objects.open"):
                    found[named.rpartition(".")[2]].add(place)
        assert found["carry_out"] == {"cases/door.py"}
        assert found["open"] == {"accounts/keeping.py"} | set(MAY_OPEN_THE_FIRST)

    def test_folds_entries_into_a_case(self):
        fold = DOOR | COUNTED | REBUILD | JUDGING | EARLIER | TOUCHED | OWN_FILINGS | OF_PACKAGES | REASSESSING
        assert using(FOLD) <= fold | set(MAY_FOLD)

    def test_no_page_or_route_writes_sql(self):
        """A cursor would go past every check."""
        found = set()
        for place, tree in modules():
            known = origins(tree)
            named = {dotted(n, known) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
            if {"django.db.connection.cursor", "django.db.connections.cursor"} & named:
                found.add(place)
        assert {place for place in found if not of_the_ledger(place)} <= {
            "shell/health.py", "shell/metrics.py", "registers/sight.py", "registers/link_keys.py", "cases/mandates.py",
            "states/on_record.py",
        }  # fmt: skip


ROUND_ABOUT = ("importlib.import_module", "importlib.util", "django.apps.apps", "django.core.serializers",
               "django.contrib.contenttypes", "django.db.models.expressions.RawSQL", "sqlite3", "psycopg")  # fmt: skip
"""Ways to a table that name no table."""
STATEMENTS = {"cursor", "raw", "extra", "get_model", "__import__", "execute", "executemany", "dumpdata"}
"""Calls that write or read past the models."""

MAY_GO_ROUND = {
    "cli/lawbook.py": {"raw"},  # a function of its own
    "registry/cases/mandates.py": {"cursor", "execute"},  # reads the copies of mandates, one question of fixed words
    "registry/documents/guards.py": {"cursor", "execute"},  # makes the triggers that keep what was signed
    "registry/registers/sight.py": {"cursor", "execute"},  # names the registers a transaction sees
    "registry/registers/link_keys.py": {"cursor", "execute"},  # keys of registers: no table of cases is named
    "registry/states/on_record.py": {"cursor", "execute"},  # what is on record of states: no table of cases is named
    "registry/backups.py": {"sqlite3"},  # copies the database as a whole, and reads nothing in it
}


def reached(tree: ast.AST) -> set[str]:
    """The inner modules a module imports, however it writes it; a package above them counts as all of them."""
    found = set()
    for name in imports(tree):
        told = f"{name}."
        found |= {inner for inner in INNER if told.startswith(f"rogatory.registry.{inner}.")}
        if name in ("rogatory.registry", "rogatory.registry.ledger", "rogatory.registry.cases"):
            found |= set(INNER)
    return found


def ways_round(tree: ast.AST) -> set[str]:
    """Ways to a case in a module that go round models and door."""
    known = imports(tree)
    found = {name for name in known if f"{name}.".startswith(tuple(f"{way}." for way in ROUND_ABOUT))}
    found |= known & {"importlib"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found |= {called} & STATEMENTS
    return found


class TestNothingElseReachesACase:
    def test_who_reaches_entries_and_copies(self):
        found = {place: names for place, tree in outside_the_ledger() if (names := reached(tree))}
        assert found == MAY_REACH

    def test_and_nobody_goes_round(self):
        assert {place: ways for place, tree in outside_the_ledger() if (ways := ways_round(tree))} == MAY_GO_ROUND

    def test_of_the_journal_nobody_takes_what_entries_hold(self):
        names = ("of_case", "each_of_case", "of_numbers", "_with_values")
        takes = {f"rogatory.registry.ledger.reading.{name}" for name in names}
        for place, tree in outside_the_ledger():
            known = origins(tree)
            named = {dotted(n, known) for n in ast.walk(tree) if isinstance(n, ast.Attribute | ast.Name)}
            assert not named & takes or place == "registry/cases/journal.py", place


def outside_the_ledger() -> Iterator[tuple[str, ast.Module]]:
    """The modules of registry and command line beside the ledger and its migrations."""
    for room in ("registry", "cli"):
        for path in sorted((SOURCE / room).rglob("*.py")):
            place = path.relative_to(SOURCE).as_posix()
            if "migrations/" not in place and not place.startswith("registry/ledger/"):
                yield place, ast.parse(path.read_text("utf-8"))


CHEATS = {
    "a view reads the values of entries": "from rogatory.registry.ledger.models import Secret\nSecret.objects.all()",
    "the same by the module": "import rogatory.registry.ledger.models as m\nm.Secret.objects.all()",
    "the same by the package": "from rogatory.registry import ledger\nledger.models.Entry.objects.first()",
    "a new address reads entries": "from rogatory.registry.ledger.models import Entry\n"
    "from django.urls import path\nurlpatterns = [path('x', lambda r: Entry.objects.get(pk=1))]",
    "a command reads a copy": "def handle():\n    from rogatory.registry.cases.models import CaseCopy",
    "a command reads by the copies' module": "from rogatory.registry.cases.copies import CaseCopy",
    "a view asks the journal": "from rogatory.registry.ledger import reading\nreading.of_case('1')",
    "a job folds what the journal told": "from rogatory.registry.cases import journal\njournal.entries_of('1')",
    "a cursor": "from django.db import connection\nconnection.cursor()",
    "a cursor by its alias": "from django.db import connections as c\nc['default'].cursor()",
    "a cursor one was handed": "def f(db):\n    with db.cursor() as c:\n        c.execute('SELECT 1')",
    "raw SQL of another table": "from rogatory.registry.accounts.models import Account as A\nA.objects.raw('S')",
    "extra": "from rogatory.registry.accounts.models import Account\nAccount.objects.extra(tables=['cases_casecopy'])",
    "a table by its name": "from django.apps import apps\napps.get_model('cases', 'CaseCopy')",
    "a module by its name": "import importlib\nimportlib.import_module('rogatory.registry.ledger.models')",
    "the database's own driver": "import sqlite3\nsqlite3.connect('x')",
    "everything at once": "from django.core import serializers\nserializers.serialize('json', [])",
}


class TestCheats:
    @pytest.mark.parametrize("code", CHEATS.values(), ids=CHEATS)
    def test_each_is_caught_where_nobody_may(self, code):
        tree = ast.parse(code)
        assert reached(tree) or ways_round(tree)


class TestTheCheckItself:
    @pytest.mark.parametrize(
        ("code", "tables"),
        [
            ("CaseCopy.objects.filter(case=c).update(grant='allowed')", {"CaseCopy"}),
            ("MandateCopy(case='').save()", {"MandateCopy"}),
            ("Entry.objects.all().delete()", {"Entry"}),
            ("CaseCopy.objects.filter(case=c)", set()),
            ("from rogatory.office.folds.dossier import Entry\nEntry(1)", set()),
        ],
    )
    def test_it_sees_a_write(self, code, tables):
        named = (
            "from rogatory.registry.cases.models import CaseCopy, MandateCopy\n"
            "from rogatory.registry.ledger.models import Entry\n"
        )
        assert writing(ast.parse(named + code)) == tables

    def test_it_looks_at_every_door_there_is(self):
        assert {Path(place).name for place in DOOR} <= {p.name for p in (REGISTRY / "cases").glob("*.py")}
