"""The tables of the procedure in docs/procedure.md say what the code says."""

import pytest

from rogatory.law.acts import ACTS, KINDS, Act, Stage, acts_asked
from rogatory.law.formulas import Verdict
from tests.docs.markdown import DOCS, SOURCE, read, rows

PAGE = read(DOCS / "procedure.md")


def line(act: Act) -> tuple[str, ...]:
    """One act as its row on the page."""
    undone = "yes" if act.reversible else "no"
    if act.second_person:
        undone += f"; second person: {', '.join(role.value for role in act.second_person)}"
    return (
        f"`{act.id}`",
        act.title,
        act.of.value,
        ", ".join(role.value for role in act.by),
        "yes" if act.cooperates else "no",
        undone,
        act.records,
    )


@pytest.mark.parametrize("stage", [s for s in Stage if any(a.stage is s for a in ACTS.values())], ids=lambda s: s.value)
def test_the_acts_of_a_stage_stand_on_the_page_as_in_the_table(stage):
    expected = [line(act) for act in ACTS.values() if act.stage is stage]
    there = rows(PAGE, f"### {stage.value.capitalize()}")
    assert there == expected, "\n".join("| " + " | ".join(cells) + " |" for cells in expected)


def test_the_acts_judged_for_a_kind_of_request_stand_on_the_page():
    expected = [(f"`{kind}`", ", ".join(f"`{act.id}`" for act in acts_asked(kind))) for kind in KINDS]
    assert rows(PAGE, "## Which acts are judged") == expected


def test_every_verdict_is_explained_in_order():
    words = [cells[0] for cells in rows(PAGE, "## What is said of an act")]
    assert words == [verdict.word for verdict in sorted(Verdict, reverse=True)]


def test_the_rooms_said_to_exist_are_those_that_exist():
    said = {cells[0].strip("`") for cells in rows(PAGE, "## What is here, and what comes later") if cells[1] == "here"}
    there = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert said == there
