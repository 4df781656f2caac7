"""Tables of persons on a scanned page: under a head that names a birth, each row begins with a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rogatory.received.fields.birth_days import is_head
from rogatory.received.fields.name_edges import is_name, is_patronymic
from rogatory.received.fields.name_words import SCANNED_NAME
from rogatory.received.fields.sheet import Sheet, Strip

_ROWS = 24
"""Lines under a head that are looked at."""
_FIRST_CELL = re.compile(r"[^\w\n]{0,3}(?:\d{1,2}[^\w\n]{1,4}|[^\W\d_][^\w\n]{0,2}\t)?")
"""The number of a row, or what a scan made of it."""
_REST = re.compile(r"[^\W\d_]{3,}(?:[ '\-][^\W\d_]{2,})?")
"""The end of a name that takes two lines of its cell."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a table.

    Attributes:
        start: Where it starts in the plain text, inclusive.
        end: Where the part of it in its first line ends, exclusive.
        rest: What of it stands in the next line of the cell; empty: nothing.
    """

    start: int
    end: int
    rest: str


def named(sheet: Sheet) -> Iterator[Named]:
    """The names in the tables of a page; none, unless the page was scanned."""
    for at, strip in enumerate(sheet.lines if sheet.page.scanned else ()):
        if is_head(sheet.small[strip.start : strip.end]):
            yield from _rows(sheet, sheet.lines[at + 1 : at + 1 + _ROWS])


def _rows(sheet: Sheet, lines: tuple[Strip, ...]) -> Iterator[Named]:
    for number, strip in enumerate(lines):
        if "\t" not in strip.text:
            if not _rest(strip) and number:
                return
            continue
        number_cell = _FIRST_CELL.match(sheet.plain, strip.start, strip.end)
        start = number_cell.end() if number_cell else strip.start
        name = SCANNED_NAME.match(sheet.plain, start, strip.end)
        if name is not None and is_name(name.group(), fewest=1):
            under = lines[number + 1] if number + 1 < len(lines) else None
            rest = _rest(under) if under is not None else ""
            if rest and not (is_patronymic(rest) or _is_inside(sheet, strip, lines[number + 1])):
                rest = ""
            if rest or is_name(name.group()):
                yield Named(start, name.end(), rest)


def _is_inside(sheet: Sheet, row: Strip, under: Strip) -> bool:
    """Whether a line begins right of the row above it: a heading begins where the rows do."""
    one, other = sheet.left(row.start), sheet.left(under.start)
    return one is None or other is None or other > one + _INDENT


_INDENT = 0.01
"""Share of the width of the page."""


def _rest(strip: Strip) -> str:
    """The end of a name, where a line is that and no more."""
    text = re.sub(r"[\t ]*[^\w\n]*$", "", strip.text)
    return text if _REST.fullmatch(text) and text[0].isupper() and is_name(text, fewest=1) else ""
