"""`rogatory schema`: the formats as JSON Schema, for editors; that of the case file with the vocabulary."""

from typing import Any

from rogatory.cli.page import Code, print_json
from rogatory.intake.format import CasePart
from rogatory.law.acts import ACTS
from rogatory.law.questions import Form, Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.registers.format import RegisterPart
from rogatory.registers.mapping import MappingPart, every_field

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
WORDS_PATTERN = r"\S"


def run(what: str) -> Code:
    """Print the schema of a `case`, a `register` or a `mapping`; the exit code."""
    print_json({"case": case_schema, "register": register_schema, "mapping": mapping_schema}[what]())
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
    return _titled(schema, "Rogatory case file")


def register_schema() -> dict[str, Any]:
    """JSON Schema of a register."""
    return _titled(RegisterPart.model_json_schema(), "Rogatory register")


def mapping_schema() -> dict[str, Any]:
    """JSON Schema of a mapping, with the fields columns can feed."""
    schema: dict[str, Any] = MappingPart.model_json_schema()
    fields = {"anyOf": [{"enum": every_field()}, {"pattern": r"^person[3-9]\."}]}
    schema["properties"]["columns"]["additionalProperties"] = {"type": "string", **fields}
    schema["properties"]["fixed"]["propertyNames"] = fields
    return _titled(schema, "Rogatory mapping of a table")


def _titled(schema: dict[str, Any], title: str) -> dict[str, Any]:
    _take_bare_numbers(schema)
    return {"$schema": DIALECT, "title": title, **{k: v for k, v in schema.items() if k != "title"}}


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


def _take_bare_numbers(node: Any) -> None:  # noqa: ANN401 - JSON values
    """Let every day also be a year without quotes, and words that are a number be one."""
    if isinstance(node, list):
        for part in node:
            _take_bare_numbers(part)
    elif isinstance(node, dict):
        for part in node.values():
            _take_bare_numbers(part)
        bare = {DAY_PATTERN: _bare_year(), WORDS_PATTERN: {"type": "number"}}.get(str(node.get("pattern")))
        if bare and "const" not in node:
            text = {name: node.pop(name) for name in ("type", "pattern", "maxLength") if name in node}
            node["anyOf"] = [text, bare]
