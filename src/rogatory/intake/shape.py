"""From plain values to the parts of a file: what is missing, misspelt or of the wrong form, all at once.

What is faulty gets a stand-in that nothing can be wrong with, so that the rest of the file is examined too. A file with
a fault is never used: the stand-ins are read for faults only.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError

from rogatory.intake.countries import country_meant
from rogatory.intake.format import ONE_SIGN, FindingPart, Part
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, field_name, listed, shown
from rogatory.intake.yaml_source import Source

Whole = TypeVar("Whole", bound=Part)
Made = TypeVar("Made")
_MENDS = {
    "missing": ("`{last}` is missing", "Add it there."),
    "string_too_long": ("the text has more than {most} characters", "Shorten it."),
    "too_long": ("`{last}` has more than {most} entries", "Split the file."),
    "bool_parsing": ("{value} is neither true nor false", "Write `true`, or leave the field out."),
    "bool_type": ("{value} is neither true nor false", "Write `true`, or leave the field out."),
    "string_type": ("text was expected, not {value}", "Write a word or sentence; quote it if it holds a colon."),
    "list_type": ("a list was expected, not {kind}", "Begin each entry with `- `."),
    "model_type": ("a mapping was expected, not {kind}", "Write `field: value` lines."),
    "dict_type": ("a mapping was expected, not {kind}", "Write `field: value` lines."),
}
_LITERAL = re.compile(r"'([^']+)'")
_STAND_INS: dict[str, Any] = {
    "title": "-", "name": "", "text": "-", "body": "", "source": "-", "instrument": "",
    "requesting_state": "ZZ", "requested_state": "ZZ", "state": "ZZ", "type": "other", "question": "",
    "answer": "unknown", "on": "2000", "act": "grant", "of": "nobody", "to": "nobody", "custodian": "-", "columns": {},
}  # fmt: skip
_COUNTRY = r"^([A-Z]{2}|INTERPOL)$"
_FORMS = {
    _COUNTRY: "Write two capital letters (BE, KZ), ZZ if the state is not named, or INTERPOL.",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "Write a day as 2019-10-01, or 2019-10 or 2019 if no more is known.",
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$": "Use letters, digits, dots, dashes and underscores, at most 80.",
    r"^[A-Z]{2}:(\w[\w-]{0,40}:)?[^:]{1,80}$": "Write it behind the state that gave it, as KZ:680305450010.",
    r"\S": "Write what is known, or leave it out.",
    ONE_SIGN: "Write one sign, and no double quote.",
}


def made(source: Source, root: type[Whole], read: Callable[[Whole, Tally], Made], name: str) -> Made:
    """What a file tells, made of its parts.

    Args:
        source: The file as plain values.
        root: The part that is the whole file.
        read: Makes it of that part, and notes what is faulty in it.
        name: Name of the file, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    tally = Tally(source)
    part = shape(tally, root)
    found = read(part, tally) if part else None
    tally.stop_if_any(name)
    if found is None:
        # Without parts there was a fault, and with a fault there is no going on.
        msg = f"{name} could not be taken apart, and no fault was found"
        raise AssertionError(msg)
    return found


def shape(tally: Tally, root: type[Whole]) -> Whole | None:
    """The file in parts, its faults noted; None where too little is left, or too much was found, to look further.

    Args:
        tally: The file, and its faults.
        root: The part that is the whole file.
    """
    value = tally.source.value
    if not isinstance(value, dict):
        needed = [f"`{name}:`" for name, field in root.model_fields.items() if field.is_required()]
        tally.say((), f"{root.called} was expected", f"Begin with {', '.join(needed[:-1])} and {needed[-1]}.")
        return None
    part, errors = _validate(value, root)
    faulty = [(path, e) for e in errors if (path := _path(e["loc"], value, root)) is not None]
    faulty.sort(key=lambda found: tally.source.place(found[0]))
    for path, error in faulty:
        # Of what is only counted nothing is worded: a file may have fifty thousand faults.
        tally.say(path, *(("", "") if tally.full else _problem(path, error, root, tally)))
    for path in _empties(value, ()):
        tally.say(path, *_empty(path))
    if part is None and not tally.full:
        for path, _ in faulty:
            _stand_in(value, path, root)
        part, _ = _validate(value, root)
    return part


def _validate(value: Any, root: type[Whole]) -> tuple[Whole | None, list[Any]]:  # noqa: ANN401 - plain values
    try:
        return root.model_validate(value), []
    except ValidationError as error:
        return None, list(error.errors(include_url=False))


def _path(loc: tuple[str | int, ...], value: Any, root: type[Part]) -> Path | None:  # noqa: ANN401 - plain values
    """The place in the file; None for the branch of a word or a list of words that the writer did not choose."""
    model: type[Part] | None = root
    for i, part in enumerate(loc):
        if isinstance(part, str):
            if model is FindingPart and part == "answer" and i + 1 < len(loc):
                chose_list = isinstance(_at(value, loc[: i + 1]), list)
                return (*loc[: i + 1], *loc[i + 2 :]) if chose_list == str(loc[i + 1]).startswith("list") else None
            model = _inside(model, part)
    return loc


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401 - plain values
    for part in path:
        value = value[part]
    return value


def _model(path: Path, root: type[Part]) -> type[Part] | None:
    """The model of the value at `path`; of an entry, that of the entries."""
    model: type[Part] | None = root
    for part in path:
        if isinstance(part, str):
            model = _inside(model, part)
    return model


def _inside(model: type[Part] | None, name: str) -> type[Part] | None:
    return _held(model, name) if model is not None and name in model.model_fields else None


@cache
def _held(model: type[Part], name: str) -> type[Part] | None:
    """The model of what stands in a field, or in the entries of a field."""
    return _first_model(model.model_fields[name].annotation)


def _first_model(annotation: Any) -> type[Part] | None:  # noqa: ANN401 - a type
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((m for a in get_args(annotation) if (m := _first_model(a))), None)


def _problem(
    path: Path,
    error: Any,  # noqa: ANN401 - pydantic's own dictionary
    root: type[Part],
    tally: Tally,
) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_field(path, root, tally)
    if value is None:
        return _empty(path)
    if kind == "literal_error":
        words = _LITERAL.findall(context["expected"])
        near = tally.near(value, words) if isinstance(value, str) else ""
        return f"{shown(value)} is not allowed here", near or f"Write one of: {', '.join(words)}."
    if kind == "string_pattern_mismatch":
        meant = country_meant(value) if context["pattern"] == _COUNTRY and not tally.full else ""
        return f"{shown(value)} has the wrong form", meant or _FORMS.get(context["pattern"], "See the schema.")
    if kind in _MENDS:
        most = f"{context.get('max_length', 0):,}"
        problem, mend = (
            t.format(last=path[-1], value=shown(value), kind=_kind(value), most=most) for t in _MENDS[kind]
        )
        return problem, mend
    return str(error["msg"]), "See `rogatory schema`."


def _kind(value: Any) -> str:  # noqa: ANN401 - plain values
    return f"the text {shown(value)}" if isinstance(value, str) else shown(value)


def _empty(path: Path) -> tuple[str, str]:
    name = next((p for p in reversed(path) if isinstance(p, str)), "")
    what = f"an entry of `{name}`" if isinstance(path[-1], int) else f"`{name}`"
    return (
        f"{what} is empty",
        "Fill it in, or leave it out; quote the words null and ~ if they are meant.",
    )


def _unknown_field(path: Path, root: type[Part], tally: Tally) -> tuple[str, str]:
    model = _model(path[:-1], root) or root
    problem = f"`{field_name(path[-1])}` is not a field of {model.called}"
    near = tally.near(str(path[-1]), model.model_fields)
    return problem, near or f"Remove it; the fields are: {listed(model.model_fields)}."


def _empties(value: Any, path: Path) -> list[Path]:  # noqa: ANN401 - plain values
    """Where nothing is written: whether it was forgotten or left out on purpose only the writer knows."""
    if value is None:
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, child in inner for found in _empties(child, (*path, key))]


def _stand_in(value: dict[str, Any], path: Path, root: type[Part]) -> None:
    """Put something faultless in the place of what is faulty, or nothing where nothing is needed."""
    while isinstance(path[-1], int) and _model(path, root) is None:
        # An entry that is no part spoils its list.
        path = path[:-1]
    try:
        holder = _at(value, path[:-1])
    except (KeyError, IndexError, TypeError):
        return
    last = path[-1]
    if isinstance(last, int):
        holder[last] = _whole(_model(path, root), path, root)
        return
    model = _model(path[:-1], root)
    named = model.model_fields.get(last) if model else None
    if named is None or not named.is_required():
        holder.pop(last, None)
    else:
        holder[last] = _whole(_inside(model, last), path, root)


def _whole(model: type[Part] | None, path: Path, root: type[Part]) -> Any:  # noqa: ANN401 - plain values
    """A stand-in for a part, or for one field of it."""
    if model is not None:
        return {
            n: _whole(_inside(model, n), (*path, n), root) for n, f in model.model_fields.items() if f.is_required()
        }
    last = str(path[-1])
    if last == "id":
        # Nobody else's name, so that it is not taken for a repeated one.
        return "-".join(("unnamed", *(str(p) for p in path[:-1])))
    holder = _model(path[:-1], root)
    annotation = holder.model_fields[last].annotation if holder else None
    return get_args(annotation)[0] if get_origin(annotation) is Literal else _STAND_INS[last]
