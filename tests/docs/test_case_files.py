"""docs/case-files.md: its example is a case, and every field of the format is on the page."""

import re
from types import UnionType
from typing import get_args, get_origin

import pytest
from pydantic import BaseModel

from rogatory.decision.bench import Sitting, judge_case
from rogatory.intake.format import (
    CasePart,
    IdentityPart,
    PartyName,
    PartyPart,
    PeriodPart,
    RelationName,
    ToldPart,
)
from rogatory.intake.reading import read_case
from rogatory.law.acts import KINDS
from rogatory.law.grades import Grade
from rogatory.law.vocabulary.assurance import Risk
from tests.docs.markdown import DOCS, blocks, read, rows, section

PAGE = read(DOCS / "case-files.md")
EXAMPLE = blocks(PAGE, "yaml")[0]

WHERE = {
    "request": "### request",
    "findings": "### findings",
    "events": "### events",
    "acts": "### acts",
    "decided": "### decided",
    "treaties": "### treaties",
    "persons": "### persons, measures, assurances, items, packages",
    "measures": "### persons, measures, assurances, items, packages",
    "assurances": "### persons, measures, assurances, items, packages",
    "items": "### persons, measures, assurances, items, packages",
    "relations": "### identity, relations, proceedings",
    "proceedings": "### identity, relations, proceedings",
}


def part_of(annotation) -> type[BaseModel] | None:
    """The part of a case file a field holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = get_args(annotation) if get_origin(annotation) in (list, UnionType) else ()
    return next((found for part in inside if (found := part_of(part))), None)


def described(heading: str) -> set[str]:
    return {name for cells in rows(PAGE, heading) for name in re.findall(r"`([a-z_]+)`", cells[0])}


def test_the_example_is_read_and_judged(law):
    rulings = judge_case(law, read_case(EXAMPLE.encode(), "example.yaml"), Sitting())
    assert [r.act.id for r in rulings] == ["execute", "open-file"]
    assert "proceeding.same_as_protection" in {q.slot for q in rulings[0].questions}
    assert rulings[1].verdict.word == "forbidden"


def test_the_parts_of_a_case_file_are_described():
    # The heading ends with the first subheading, so the first table alone is read.
    first = section(PAGE, "## The fields").split("\n### ")[0]
    named = {name for cells in rows(first) for name in re.findall(r"`([a-z_]+)`", cells[0])}
    assert named == set(CasePart.model_fields)


@pytest.mark.parametrize("field", [f for f, info in CasePart.model_fields.items() if part_of(info.annotation)])
def test_every_field_of_a_part_is_described(field):
    part = part_of(CasePart.model_fields[field].annotation)
    assert part
    assert set(part.model_fields) - described(WHERE[field]) == set()


@pytest.mark.parametrize("part", [IdentityPart, PartyPart, PeriodPart, ToldPart])
def test_every_field_of_what_parts_hold_is_described(part):
    table = section(PAGE, "### identity, relations, proceedings")
    assert {name for name in part.model_fields if f"`{name}`" not in table} == set()


def test_its_example_of_identities_relations_and_proceedings_is_read():
    example = blocks(section(PAGE, "### identity, relations, proceedings"), "yaml")[0]
    head = "id: a\ntitle: b\nrequest: {kind: mla, requesting_state: KZ, requested_state: BE}\n"
    text = head + example.replace("relations:", "  - {id: P2, name: N. O.}\nrelations:")
    case = read_case(text.encode(), "example.yaml")
    assert [person.known_as.names[0] for person in case.persons] == ["Г.С.", "N. O."]
    assert (case.relations[0].kind, case.proceedings[0].parties[0].person) == ("sibling", "P1")


@pytest.mark.parametrize("kinds", [RelationName, PartyName])
def test_relations_and_roles_are_named(kinds):
    assert [word for word in get_args(kinds) if f"`{word}`" not in PAGE] == []


@pytest.mark.parametrize("words", [KINDS, [r.value for r in Risk], [g.name.lower() for g in Grade if g]])
def test_kinds_risks_and_grades_are_named(words):
    assert [word for word in words if f"`{word}`" not in PAGE] == []
