"""docs/registers.md: its example is a register, and every field, schema and bound is on the page."""

import re
from typing import get_args

import pytest

from rogatory.registers import ftm_words, imported, json_source, table
from rogatory.registers.format import (
    FORMS,
    REGISTER,
    EntryPart,
    KindName,
    KnownPart,
    RegisterPart,
    RoleName,
    StatusName,
)
from rogatory.registers.mapping import NAME_PARTS, MappingPart
from rogatory.registers.reading import read_register
from tests.docs.markdown import DOCS, blocks, read, rows, section

PAGE = read(DOCS / "registers.md")


def named(heading: str) -> set[str]:
    text = section(PAGE, heading).split("\n### ")[0]
    return {name for cells in rows(text) for name in re.findall(r"`([A-Za-z_]+)`", cells[0])}


def test_the_example_is_read():
    (entry,) = read_register(blocks(PAGE, "yaml")[0].encode(), "example.yaml").entries
    assert (entry.form, entry.persons[0].role) == ("un", "victim")


def test_the_fields_are_described():
    assert named("## The fields") == set(RegisterPart.model_fields)
    assert set(EntryPart.model_fields) - {"id", "title"} == named("### An entry")
    assert named("### Tables") == set(MappingPart.model_fields)


def test_the_fields_of_a_person_are_named():
    assert [
        name for name in KnownPart.model_fields if f"`{name}`" not in section(PAGE, "### A person of an entry")
    ] == []
    assert [part for part in NAME_PARTS if f"`person.{part}`" not in PAGE] == []


def test_every_schema_of_followthemoney_that_is_read_is_named():
    assert named("### FollowTheMoney") == set(ftm_words.READ)


@pytest.mark.parametrize(
    "words", [get_args(KindName), get_args(RoleName), get_args(StatusName), sum(FORMS.values(), ())]
)
def test_kinds_roles_statuses_and_forms_are_named(words):
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_the_bounds_are_those_that_hold():
    told = [cells[1] for cells in rows(PAGE, "## What comes in from elsewhere") if cells[1].replace(",", "").isdigit()]
    bounds = (
        REGISTER.most_bytes,
        REGISTER.most_values,
        imported.LARGEST_BYTES,
        json_source.LONGEST_LINE,
        table.MOST_COLUMNS,
    )
    assert told == [f"{bound:,}" for bound in bounds]
