"""`rogatory schema`: an editor that completes by it writes what the reader takes."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from rogatory.cli.schema import case_schema, mapping_schema, register_schema
from rogatory.law.acts import ACTS
from rogatory.law.vocabulary import VOCABULARY
from tests.cli.desk import BARRED, CASE, rogatory

ROOT = Path(__file__).parents[2]
FILES = [path for path in sorted((ROOT / "cases").rglob("*.yaml")) if path.parent.name != "registers"]
SCHEMA = case_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def as_an_editor_reads(text: str) -> Any:
    """YAML as editors read it: words stay words, bare numbers become numbers, `true` becomes a truth value."""

    class Loader(yaml.SafeLoader):
        """YAML 1.2: only true and false are truth values, and days are text."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:null")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)  # noqa: S506 - a safe loader that guesses less


def faults(text: str) -> list[str]:
    value = as_an_editor_reads(text.replace("conclusion: true", "conclusion: 1"))
    return [e.message for e in VALIDATOR.iter_errors(_with_truth(value))]


def _with_truth(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: bool(v) if k == "conclusion" else _with_truth(v) for k, v in value.items()}
    return [_with_truth(v) for v in value] if isinstance(value, list) else value


def test_the_schema_is_a_schema_and_the_same_every_time() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    first, second = rogatory("schema", "case"), rogatory("schema", "case")
    assert first.stdout == second.stdout
    assert first.stdout.startswith('{\n  "$schema"')


@pytest.mark.parametrize(("name", "schema"), [("register", register_schema()), ("mapping", mapping_schema())])
def test_registers_and_mappings_have_theirs(name: str, schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert json.loads(rogatory("schema", name).stdout) == schema


def test_the_samples_fit_their_schemas() -> None:
    samples = ROOT / "docs" / "examples" / "registers"
    for name, schema in (("findings.yaml", register_schema()), ("grants.mapping.yaml", mapping_schema())):
        value = as_an_editor_reads((samples / name).read_text(encoding="utf-8"))
        assert [e.message for e in Draft202012Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize("column", ["titel", "person.title", "person1.names"])
def test_a_field_no_column_feeds_is_refused_by_the_schema(column: str) -> None:
    assert list(Draft202012Validator(mapping_schema()).iter_errors({"columns": {"A": column}}))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_case_at_hand_fits_the_schema(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_questions_acts_and_types_of_measure_are_completed() -> None:
    parts = SCHEMA["$defs"]
    assert parts["FindingPart"]["properties"]["question"]["enum"] == list(VOCABULARY)
    assert parts["AskedPart"]["properties"]["act"]["enum"] == list(ACTS)
    assert parts["MeasurePart"]["properties"]["type"]["enum"] == list(VOCABULARY["measure.type"].values)


@pytest.mark.parametrize(
    "added",
    [
        "findings: [{question: person.oposition, answer: yes}]",
        "findings: [{question: person.opposition, answer: perhaps}]",
        "findings: [{question: person.opposition, answer: [yes, no]}]",
        "findings: [{question: measure.observer, answer: everybody}]",
        "findings: [{question: arrest.since, answer: yesterday}]",
        "findings: [{question: person.opposition, answer: yes, since: 1 March 2020}]",
        "acts: [{act: judge}]",
        "colour: red",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses_too(added: str) -> None:
    assert rogatory("assess", "-", case=CASE + added).exit_code == 2
    assert faults(CASE + added)


@pytest.mark.parametrize(
    "added",
    [
        BARRED,
        "findings: [{question: arrest.since, about: P1, answer: 2020}, {question: person.opposition, answer: unknown}]",
        "findings: [{question: request.protected_ground, answer: [race, religion], since: 2013, known: 2013-10}]",
        "findings: [{question: assurance.specific, against: death-penalty, answer: yes, conclusion: true}]",
    ],
)
def test_what_the_reader_takes_the_schema_takes_too(added: str) -> None:
    assert rogatory("assess", "-", case=CASE + added).exit_code == 0
    assert faults(CASE + added) == []
