"""The fold of entries: as values it makes the same case as the text that would be written."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rogatory.intake.reading import read_case, read_values
from rogatory.intake.yaml_source import as_source, read_yaml
from rogatory.office.folds.dossier import BARRED, Entry, fold, grown
from rogatory.office.perform import Done
from tests.office.histories import BEGINNINGS, beginning
from tests.office.simulator import Office

CASES = Path(__file__).resolve().parents[2] / "cases"
FILES = sorted(path for path in CASES.glob("**/*.yaml") if path.parent.name != "registers")

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), max_size=12)
scalars = words | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none()
inner = lambda part: st.lists(part, max_size=4) | st.dictionaries(words, part, max_size=4)  # noqa: E731
values = st.recursive(scalars, inner, max_leaves=20)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_case_file_is_the_same_case_as_text_and_as_values(path):
    text = path.read_bytes()
    assert read_values(yaml.load(text, yaml.BaseLoader), path.name) == read_case(text, path.name)  # noqa: S506


@given(st.dictionaries(words, values, max_size=4))
def test_values_become_the_words_that_their_text_is_read_as(value):
    import json

    assert as_source(value).value == read_yaml(json.dumps(value, ensure_ascii=False).encode(), "v").value


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_registered_case_folds_to_the_same_either_way(law, name):
    office = Office(law)
    assert isinstance(office.register(beginning(name)), Done)
    assert fold(office.entries) == fold(office.entries, as_text=True)


@pytest.mark.parametrize("name", BEGINNINGS)
@pytest.mark.parametrize("act", [BARRED, "read", "close", "lodge-remedy"])
def test_a_case_with_one_more_entry_is_the_case_folded_anew(law, name, act):
    office = Office(law)
    office.register(beginning(name))
    before = fold(office.entries)
    told = (
        {"text": "an appeal"} if act == "lodge-remedy" else {"act": "grant", "obstacles": []} if act == BARRED else {}
    )
    entry = Entry(7, office.now, office.case, act, "P1", "clerk-1", told)
    assert grown(before, entry) == fold((*office.entries, entry))
    read = replace(entry, seq=8, act="read", fields={})
    assert grown(before, entry, read) == fold((*office.entries, entry, read))
    assert grown(before) == grown(None, office.entries[0]) == before
