"""`rogatory schema case`: the case file format as JSON Schema, with the vocabulary, for editors."""

from typing import Any

from rogatory.cli.page import Code, print_json
from rogatory.intake.format import CasePart
from rogatory.law.acts import ACTS
from rogatory.law.questions import Form, Question
from rogatory.law.vocabulary import VOCABULARY

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def run() -> Code:
    """Print the schema; the exit code."""
    print_json(case_schema())
    return Code.DONE


def case_schema() -> dict[str, Any]:
    """JSON Schema of a case file: what the reader takes, with questions, answers, acts and types of measure by name."""
    schema: dict[str, Any] = CasePart.model_json_schema()
    parts = schema["$defs"]
    acts = {"enum": list(ACTS)}
    parts["AskedPart"]["properties"]["act"] |= acts
    parts["DecidedPart"]["properties"]["act"] |= acts
    parts["MeasurePart"]["properties"]["type"] |= {"enum": list(VOCABULARY["measure.type"].values)}
    finding = parts["FindingPart"]
    finding["properties"]["question"] |= {"enum": list(VOCABULARY)}
    finding["properties"]["answer"] = {"description": finding["properties"]["answer"]["description"]}
    finding["allOf"] = [
        {"if": {"properties": {"question": {"enum": questions}}}, "then": {"properties": {"answer": answer}}}
        for questions, answer in _answers()
    ]
    _take_bare_years(schema)
    return {"$schema": DIALECT, "title": "Rogatory case file", **{k: v for k, v in schema.items() if k != "title"}}


def _answers() -> list[tuple[list[str], dict[str, Any]]]:
    """The form an answer takes, with the questions answered so."""
    alike: dict[tuple[Form, tuple[str, ...], str], list[Question]] = {}
    for question in VOCABULARY.values():
        alike.setdefault((question.form, question.values, question.unit), []).append(question)
    return [([q.id for q in group], _answer(group[0])) for group in alike.values()]


def _answer(question: Question) -> dict[str, Any]:
    match question.form:
        case Form.NUMBER:
            number = {"type": "string", "pattern": r"^(\d+|unknown)$"}
            one: dict[str, Any] = {"description": question.unit, "anyOf": [{"type": "integer", "minimum": 0}, number]}
        case Form.DAY:
            one = {"anyOf": [{"type": "string", "pattern": DAY_PATTERN}, _bare_year(), {"const": "unknown"}]}
        case _:
            one = {"enum": [*question.values, "unknown"]}
    fewest, most = (0, len(question.values)) if question.form is Form.SOME_OF else (1, 1)
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": fewest, "maxItems": most}]}


def _bare_year() -> dict[str, Any]:
    # An editor reads an unquoted 2019 as a number, where the reader takes it as text.
    return {"type": "integer", "minimum": 1900, "maximum": 2100}


def _take_bare_years(node: Any) -> None:  # noqa: ANN401 - JSON values
    """Let every day also be a year without quotes."""
    if isinstance(node, list):
        for part in node:
            _take_bare_years(part)
    elif isinstance(node, dict):
        for part in node.values():
            _take_bare_years(part)
        if node.get("pattern") == DAY_PATTERN and "const" not in node:
            text = {"type": node.pop("type"), "pattern": node.pop("pattern")}
            node["anyOf"] = [text, _bare_year()]
