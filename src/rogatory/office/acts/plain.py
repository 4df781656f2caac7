"""What a form may hold at all: plain values that every store and every reader writes the same way."""

from collections.abc import Mapping
from typing import Any

from rogatory.office.errors import FormError

LARGEST_INTEGER = 2**53 - 1
"""Above it, readers of JSON disagree about a number (RFC 8785)."""
DEEPEST = 20
"""Levels of lists and mappings; no form of ours has more than six."""


def must_be_plain(value: Any, field: str = "form", depth: int = 0) -> None:  # noqa: ANN401
    """Refuse what cannot be written down the same way everywhere.

    Raises:
        FormError: A broken number, text with characters no file may hold, a value of another kind, or too many levels.
    """
    if depth > DEEPEST:
        raise FormError(field, "it goes too deep", f"Use at most {DEEPEST} levels of lists and mappings")
    match value:
        case None | bool():
            return
        case int() if abs(value) <= LARGEST_INTEGER:
            return
        case str():
            if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
                raise FormError(field, "it holds characters that are no text", "Leave them out")
        case Mapping():
            for key, part in value.items():
                must_be_plain(key, field, depth + 1)
                must_be_plain(part, f"{field}.{key}", depth + 1)
        case list() | tuple():
            for place, part in enumerate(value):
                must_be_plain(part, f"{field}[{place}]", depth + 1)
        case _:
            raise FormError(
                field, f"{value!r} cannot be written down exactly", "Write a word, a whole number or a list"
            )


def rows(value: Any, field: str) -> list[Mapping[str, Any]]:  # noqa: ANN401
    """A list of mappings, as the parts of a case file are; nothing for None.

    Raises:
        FormError: It is something else.
    """
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise FormError(field, "it is not a list", "Write a list, with one entry for each")
    for place, row in enumerate(value):
        if not isinstance(row, Mapping):
            raise FormError(f"{field}[{place}]", "it is not a mapping", "Write its parts by their names")
        if "shows" in row:
            rows(row["shows"], f"{field}[{place}].shows")
    return list(value)


def words(value: Any, field: str) -> list[str]:  # noqa: ANN401
    """A list of words; nothing for None.

    Raises:
        FormError: It is something else.
    """
    if value is None:
        return []
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise FormError(field, "it is not a list of words", "Write a list, with one word for each")
    return list(value)
