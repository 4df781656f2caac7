"""The facts of a letter as a form: one field for each, of the kind its type asks for.

A list is typed line by line; where each line has several parts, with a bar between them: `what is missing | provision`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from rogatory.decision.releasing.releasable import LeakError, Releasable
from rogatory.office.errors import FormError
from rogatory.registry.documents.editing import CELLS

YES = "yes"


@dataclass(frozen=True, slots=True)
class FactField:
    """A field of the form.

    Attributes:
        name: Name of the fact.
        label: What it is, in words.
        kind: `line`, `lines`, `day`, `flag` or `choice`.
        value: What stands in it.
        choices: Of a choice, or of the first part of each line: the values there are.
        parts: Of a line with several parts, their names.
        required: Whether the letter is not written without.
    """

    name: str
    label: str
    kind: str
    value: str
    choices: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    required: bool = True


def form_of(facts: type, typed: Mapping[str, str]) -> list[FactField]:
    """The form for the facts of a letter, with what was typed or is known already."""
    hints = get_type_hints(facts)
    return [_field(f.name, hints[f.name], typed.get(f.name, ""), f.default is MISSING) for f in fields(facts)]


def kept(facts: type, typed: Mapping[str, str]) -> dict[str, str]:
    """The facts of a letter as they were typed, without those left empty, and nothing else that was typed."""
    return {f.name: typed[f.name] for f in fields(facts) if typed.get(f.name, "").strip()}


Leave = Callable[[str], Releasable]
"""Makes what may leave of a text, or raises `LeakError`."""


def read(facts: type, typed: Mapping[str, str], leave: Leave) -> Any:  # noqa: ANN401 - of the class asked for
    """The facts, from what was typed.

    Args:
        facts: The class of the facts.
        typed: What was typed, by the name of the fact.
        leave: For texts that go to the requesting state.

    Raises:
        FormError: A fact is missing, cannot be read, or tells what may not leave; names it.
    """
    hints = get_type_hints(facts)
    told = {f.name: typed.get(f.name, "") for f in fields(facts)}
    values = {}
    for f in fields(facts):
        if told[f.name].strip() or f.default is MISSING:
            try:
                values[f.name] = _value(hints[f.name], told[f.name], f.name, leave)
            except LeakError as error:
                found = "; ".join(leak.found for leak in error.leaks)
                raise FormError(f.name, f"it tells what may not leave: {found}", "Say it otherwise") from error
    return facts(**values)


def _field(name: str, hint: Any, value: str, required: bool) -> FactField:  # noqa: ANN401
    label = name.replace("_", " ")
    listed = get_origin(hint) is tuple
    inner = _plain(get_args(hint)[0] if listed else hint)
    parts: tuple[str, ...] = ()
    if is_dataclass(inner) and inner is not Releasable:
        parts = tuple(f.name.replace("_", " ") for f in fields(inner))
        inner = _plain(get_type_hints(inner)[fields(inner)[0].name])
    choices = tuple(m.value for m in inner) if isinstance(inner, type) and issubclass(inner, Enum) else ()
    kind = "lines" if listed else "choice" if choices and not parts else _KINDS.get(inner, "line")
    return FactField(name, label, kind, value, choices, parts, required and kind != "flag")


_KINDS: Mapping[Any, str] = {date: "day", bool: "flag"}


def _value(hint: Any, told: str, field: str, leave: Leave) -> Any:  # noqa: ANN401
    if get_origin(hint) is tuple:
        inner, lines = get_args(hint)[0], [line.strip() for line in told.splitlines() if line.strip()]
        return tuple(_value(inner, line, field, leave) for line in lines)
    if type(None) in get_args(hint) and not told.strip():
        return None
    plain = _plain(hint)
    if plain is Releasable:
        return leave(_one(str, told.strip(), field))
    if is_dataclass(plain):
        return _row(plain, [cell.strip() for cell in told.split(CELLS.strip())], field, leave)
    return _one(plain, told.strip(), field)


def _one(plain: Any, told: str, field: str) -> Any:  # noqa: ANN401
    if plain is bool:
        return told == YES
    if not told:
        raise FormError(field, "it is missing", "Write it in words")
    try:
        if isinstance(plain, type) and issubclass(plain, Enum):
            return plain(told)
        return date.fromisoformat(told) if plain is date else int(told) if plain is int else told
    except ValueError as error:
        known: Iterable[Any] = plain if isinstance(plain, type) and issubclass(plain, Enum) else ()
        names = ", ".join(str(m.value) for m in known)
        mend = f"Write one of: {names}" if names else "Write a day as 2026-03-01, a number as 12"
        raise FormError(field, f"{told!r} cannot be taken", mend) from error


def _row(made: Any, cells: list[str], field: str, leave: Leave) -> Any:  # noqa: ANN401
    hints, parts = get_type_hints(made), fields(made)
    if len(cells) > len(parts):
        names = CELLS.join(f.name for f in parts)
        raise FormError(field, f"a line has {len(cells)} parts", f"Write each line as: {names}")
    cells = [*cells, *[""] * (len(parts) - len(cells))]
    return made(**{f.name: _value(hints[f.name], cell, field, leave) for f, cell in zip(parts, cells, strict=True)})


def _plain(hint: Any) -> Any:  # noqa: ANN401
    """The type behind a new name for one, and without None."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    return getattr(hint, "__supertype__", hint)
