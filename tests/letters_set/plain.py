"""A letter as plain text, page by page."""

import textwrap
from collections.abc import Iterator

from tests.letters_set.model import Block, Form, Letter, Lines, Pair, Para, Rows

_LINES = 54
"""Lines of a page, between its header and its footer."""


def pages(letter: Letter) -> tuple[str, ...]:
    """The text of each page."""
    if letter.data:
        return (letter.data,)
    lines = [line for block in letter.blocks for line in (*_lines(block, letter.width), "")]
    cut = [lines[n : n + _LINES] for n in range(0, len(lines), _LINES)]
    return tuple(_page(letter, number, len(cut), part) for number, part in enumerate(cut, 1))


def _page(letter: Letter, number: int, count: int, lines: list[str]) -> str:
    head = [letter.header.center(letter.width).rstrip(), ""] if letter.header and number > 1 else []
    foot = letter.footer.replace("{page}", str(number)).replace("{pages}", str(count))
    return "\n".join([*head, *lines, *([foot.center(letter.width).rstrip()] if foot else [])])


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Lines(lines, align):
            for text in lines:
                for line in _wrapped(text, width) or [""]:
                    yield {"left": line, "centre": line.center(width).rstrip(), "right": line.rjust(width)}[align]
        case Pair(left, right):
            yield from _beside(left, right, width)
        case Para(text, number, heading):
            if heading:
                yield text
                return
            start = f"{number} " if number else ""
            yield from _wrapped(text, width, start)
        case Form(pairs, columns):
            for label, value in pairs:
                yield f"{label:<28}{value}" if columns else f"{label}: {value}"
        case Rows(head, rows):
            yield from _table((head, *rows))


def _beside(left: tuple[str, ...], right: tuple[str, ...], width: int) -> Iterator[str]:
    half = width // 2 - 2
    one = [line for text in left for line in _wrapped(text, half)]
    two = [line for text in right for line in _wrapped(text, half)]
    for n in range(max(len(one), len(two))):
        ahead, behind = (side[n] if n < len(side) else "" for side in (one, two))
        yield f"{ahead:<{half + 4}}{behind}".rstrip()


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        yield "   ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()


def _wrapped(text: str, width: int, start: str = "") -> list[str]:
    indent = " " * len(start)
    return textwrap.wrap(text, width, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False) or [""]
