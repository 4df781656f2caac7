"""What is done to the items of a seizure goes through the same door, into the seizure's own stream."""

import ast

from tests.architecture.test_house_rules import origins
from tests.architecture.test_one_door import (
    DOOR,
    DOOR_OF_ITEMS,
    REBUILD,
    REGISTRY,
    WRITES,
    modules,
    reached_streams,
    using,
)

COPIES_OF_ITEMS = {"review/copies.py"}
PLANS = {"review/leaving.py"}
"""What keeps the plan of a package, which is no copy of the journal."""


def writing_any(tree: ast.Module, models: str) -> bool:
    """Whether a module writes a table of `models`."""
    tables = {name for name, full in origins(tree).items() if full.startswith(f"{models}.")}
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    made = any(isinstance(n.func, ast.Name) and n.func.id in tables for n in calls)
    return made or any(
        isinstance(n.func, ast.Attribute) and n.func.attr in WRITES
        and tables & {part.id for part in ast.walk(n.func.value) if isinstance(part, ast.Name)}
        for n in calls
    )  # fmt: skip


def test_and_the_door_of_items_the_streams_of_seizures_alone() -> None:
    for place in DOOR_OF_ITEMS:
        tree = ast.parse((REGISTRY / place).read_text("utf-8"))
        assert reached_streams(tree, "entries_of", "opening_and_since") == set()
        assert reached_streams(tree, "newest_first") == {"seizure_stream(case, seizure)"}
        assert reached_streams(tree, "write") == {"stream"}
        named = [ast.unparse(n.value) for n in ast.walk(tree) if isinstance(n, ast.Assign)
                 and ast.unparse(n.targets[0]) == "stream"]  # fmt: skip
        assert named == ["seizure_stream(case, named.seizure) if row else EVERY_CASE"]
    assert using("rogatory.registry.review.door.do") <= DOOR


def test_and_what_stands_of_an_item_is_copied_there_alone() -> None:
    found = {place for place, tree in modules() if writing_any(tree, "rogatory.registry.review.models")}
    assert found <= COPIES_OF_ITEMS | PLANS | REBUILD
