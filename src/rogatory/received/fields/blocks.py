"""Forms in which a person is described: labels below each other, each with a value, in whatever words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rogatory.received.fields.birth_days import Birth
from rogatory.received.fields.sheet import Sheet

_ROW = re.compile(r"(?P<label>[^:\n\t]{2,45}?)(?:[ \t]*:[ \t]*|\t+|[ \t]{3,})(?P<value>[^\n\t]{1,120})(?:\t[^\n]*)?")
_MOST = 12
"""Rows before or behind a birth that still describe the person."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its value, in small letters and as the span of the value."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """Rows around a birth.

    Attributes:
        before: Those above it, in order.
        behind: Those below it.
    """

    before: tuple[Row, ...]
    behind: tuple[Row, ...]


def blocks(sheet: Sheet, births: Sequence[Birth]) -> Iterator[Block]:
    """The forms of a page that describe persons: one for each birth that stands in a row."""
    rows = [_row(sheet, strip.start, strip.end) for strip in sheet.lines]
    for birth in births:
        at = next((n for n, strip in enumerate(sheet.lines) if strip.start <= birth.start < strip.end), None)
        if at is not None and rows[at] is not None:
            yield Block(_up(rows, at), _down(rows, at))


def _row(sheet: Sheet, start: int, end: int) -> Row | None:
    match = _ROW.fullmatch(sheet.plain, start, end)
    return Row(sheet.small[start : match.end("label")], *match.span("value")) if match else None


def _up(rows: Sequence[Row | None], at: int) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in reversed(rows[max(0, at - _MOST) : at]):
        if row is None:
            break
        found.insert(0, row)
    return tuple(found)


def _down(rows: Sequence[Row | None], at: int) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in rows[at + 1 : at + 1 + _MOST]:
        if row is None:
            break
        found.append(row)
    return tuple(found)
