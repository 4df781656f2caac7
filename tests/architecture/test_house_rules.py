"""Rules of the house that no linter knows."""

import ast
import os
import re
import tomllib
from collections.abc import Collection, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "rogatory"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

MOST_LINES = 400

# The words are put together here, so that this file does not break its own rule.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("npmjs", "com"),
        ("npmjs", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
        ("proxy", "golang", "org"),
    )
)
# The home of one machine's user, or a neighbour of the tree: both mean nothing to the next reader.
MACHINE_PLACES = ("work", "root", "Users")
MACHINE_PATHS = re.compile(
    "|".join((*(rf"(?<![\w.~:/-])/{place}(?![\w-])" for place in MACHINE_PLACES), r"\.\./" + "shared"))
)

PURITY = next(c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["id"] == "purity")
PURE_ROOMS = {module: SOURCE / module.removeprefix("rogatory.") for module in PURITY["source_modules"]}
# What is read from the disk through the import system, and the rooms that may: they read what is packaged with them.
READERS_OF_PACKAGES = {"importlib.metadata", "importlib.resources"}
READERS_OF_DATA = (
    "rogatory.law.time_limits",
    "rogatory.states",
    "rogatory.names",
    "rogatory.linkage",
    "rogatory.decision",
    "rogatory.letters",
    "rogatory.received",
    "rogatory.material.screens",
)
MAY_READ = {room: {"importlib.resources"} for room in READERS_OF_DATA}

MODULES_OF_CHANCE_AND_CLOCK = {"random", "secrets", "time"}
MENTIONS_OF_THE_WORLD = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "uuid.uuid1",
    "uuid.uuid4",
}
CALLS_TO_THE_WORLD = {"input", "open", "print"}


def ignored_names() -> list[str]:
    """The folders that .gitignore names; read here because the tests must run without git."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [".git", *(line.rstrip("/") for line in lines if line.endswith("/") and not line.startswith("#"))]


def is_ignored(path: Path) -> bool:
    """Whether a folder is made again by make, or belongs to an editor."""
    anchored = f"/{path.relative_to(ROOT)}"
    return any(fnmatch(anchored if name.startswith("/") else path.name, name) for name in ignored_names())


def files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if not is_ignored(Path(folder, name)))
        # In a second work tree `.git` is a file, and names a path.
        yield from (Path(folder, name) for name in sorted(names) if name != ".git")


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the tree with its place; what is not UTF-8 is not text."""
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        if "\0" not in text:
            yield str(path.relative_to(ROOT)), text


def origins(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for: after `from datetime import date as d`, d is datetime.date."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                found[bound] = alias.name if alias.asname else bound
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def imports(tree: ast.AST) -> set[str]:
    """The full name of everything imported, wherever in the code it is imported."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def dotted(node: ast.expr, known: dict[str, str]) -> str:
    """The full name behind an expression such as `dt.datetime.now`; empty when it is something else."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute) and (owner := dotted(node.value, known)):
        return f"{owner}.{node.attr}"
    return ""


def reaches_outside(code: str, *, allowed: Collection[str] = ()) -> list[str]:
    """What a piece of code takes from clock, chance or disk."""
    tree = ast.parse(code)
    known = origins(tree)
    unwanted = (MODULES_OF_CHANCE_AND_CLOCK | READERS_OF_PACKAGES) - set(allowed)
    # The dot keeps `time` apart from `timeit`.
    taken = {name for name in imports(tree) if any(f"{name}.".startswith(f"{module}.") for module in unwanted)}
    # Any mention counts, called or not: `default_factory=date.today` reads the clock as well. A built-in has to be
    # called: a question may be open, and a ruling may have a field of that name.
    mentioned = {dotted(node, known) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)}
    called = {dotted(node.func, known) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return sorted(taken | (mentioned & MENTIONS_OF_THE_WORLD) | (called & CALLS_TO_THE_WORLD))


def test_no_module_is_too_long_to_be_read_in_one_sitting() -> None:
    lengths = {place: text.count("\n") for place, text in texts() if place.endswith(".py")}
    assert {place: length for place, length in lengths.items() if length > MOST_LINES} == {}


def test_no_file_names_a_package_registry() -> None:
    found = [(place, host) for place, text in texts() for host in REGISTRY_HOSTS if host in text.casefold()]
    assert found == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    found = [(place, match[0]) for place, text in texts() for match in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_every_package_says_what_it_is() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    silent = []
    for folder in sorted(folders):
        init = folder / "__init__.py"
        if not init.exists() or not ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))):
            silent.append(str(folder.relative_to(ROOT)))
    assert silent == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sorted(SOURCE.rglob("*.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_room_that_judges_takes_moment_and_chance_as_arguments(room: str) -> None:
    modules = sorted(PURE_ROOMS[room].rglob("*.py"))
    assert modules, f"{room} is named in pyproject.toml but holds no module"
    found = {}
    for path in modules:
        # A room within a room may read what is packaged with it, and the room around it may not.
        name = ".".join(("rogatory", *path.relative_to(SOURCE).parts))
        allowed = {module for reader, read in MAY_READ.items() if name.startswith(f"{reader}.") for module in read}
        reached = reaches_outside(path.read_text(encoding="utf-8"), allowed=allowed)
        if reached:
            found[str(path.relative_to(ROOT))] = reached
    assert found == {}


@pytest.mark.parametrize(
    ("code", "reached"),
    [
        ("import time", ["time"]),
        ("from random import choice", ["random.choice"]),
        ("import datetime as dt\nmoment = dt.datetime.now(dt.UTC)", ["datetime.datetime.now"]),
        ("from datetime import date as d\nnew = field(default_factory=d.today)", ["datetime.date.today"]),
        ("from uuid import uuid4\nnumber = uuid4()", ["uuid.uuid4"]),
        ("from importlib.resources import files", ["importlib.resources.files"]),
        ("import importlib.metadata", ["importlib.metadata"]),
        ("def f():\n    from importlib import resources", ["importlib.resources"]),
        ("import timeit\nfrom importlib import import_module\ndef f(time):\n    return time.hour", []),
        ("text = open('register.csv').read()", ["open"]),
        ("from datetime import time\nnoon = time(12)\nopen = 1\nremedy.open = open\nfile.now = 1", []),
    ],
)
def test_the_look_for_clock_chance_and_disk_finds_them(code: str, reached: list[str]) -> None:
    assert reaches_outside(code) == reached


def test_the_installed_program_needs_what_the_locked_list_was_made_from() -> None:
    lines = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == PROJECT["project"]["dependencies"]


def test_the_locked_lists_hold_no_address() -> None:
    lists = (ROOT / "requirements").glob("*.txt")
    assert [path.name for path in lists if "://" in path.read_text(encoding="utf-8")] == []
