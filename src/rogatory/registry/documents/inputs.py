"""What a decision is made of beside the file, as it is typed: answers, licences, time limits, and who is told.

Lists are typed line by line, the parts of a line with a bar between them.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from rogatory.registry.documents.editing import CELLS
from rogatory.registry.documents.facts_form import YES

LICENCES: Final = ("of", "who", "purpose", "uses", "until", "returned", "note")
LIMITS: Final = ("name", "who", "days", "start", "last", "suspends", "source")
TOLD: Final = ("who", "what", "how")
_LISTS: Final = ("of", "uses")
_FLAGS: Final = ("returned", "suspends")
ANSWER: Final = "answer-"
"""What the name of the field begins with in which an argument is answered."""
PARTS: Final = ("licences", "limits", "told", "answer-by", "own-words")
"""Names of the other fields."""


def read(typed: Mapping[str, str]) -> dict[str, Any]:
    """The inputs as the door takes them; what was left empty is not there."""
    answers = {k.removeprefix(ANSWER): v.strip() for k, v in typed.items() if k.startswith(ANSWER) and v.strip()}
    told: dict[str, Any] = {
        "answers": answers,
        "licences": _rows(typed.get("licences", ""), LICENCES),
        "limits": _rows(typed.get("limits", ""), LIMITS),
        "told": _rows(typed.get("told", ""), TOLD),
        "answer-by": typed.get("answer-by", "").strip(),
        "own-words": typed.get("own-words", "").strip(),
    }
    return {part: value for part, value in told.items() if value}


def typed(inputs: Mapping[str, Any]) -> dict[str, str]:
    """The inputs as they are typed."""
    return {
        **{f"{ANSWER}{ident}": answer for ident, answer in inputs.get("answers", {}).items()},
        "licences": _lines(inputs.get("licences", ()), LICENCES),
        "limits": _lines(inputs.get("limits", ()), LIMITS),
        "told": _lines(inputs.get("told", ()), TOLD),
        "answer-by": inputs.get("answer-by", ""),
        "own-words": inputs.get("own-words", ""),
    }


def _rows(text: str, parts: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split(CELLS.strip())]
        if any(cells):
            cells = [*cells, *[""] * (len(parts) - len(cells))]
            # What is too much stays in the last part, so that no word is lost.
            cells[len(parts) - 1 :] = [CELLS.join(cells[len(parts) - 1 :])]
            rows.append({part: _of(part, cell) for part, cell in zip(parts, cells, strict=True)})
    return rows


def _of(part: str, cell: str) -> Any:  # noqa: ANN401 - a word, a list or a flag
    if part in _LISTS:
        return [word.strip() for word in cell.split(",") if word.strip()]
    return cell.lower() in ("", YES, "oui", "ja") if part in _FLAGS else cell


def _lines(rows: Iterable[Mapping[str, Any]], parts: tuple[str, ...]) -> str:
    return "\n".join(CELLS.join(_cell(row.get(part, "")) for part in parts) for row in rows)


def _cell(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return YES if value else "no"
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
