"""A draft in the browser: each block as words to type in, and back.

An empty field leaves its block out, and an empty line between words begins a new paragraph. What a block is besides its
words, the level of a heading, the source of a paragraph, stays with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table

LINES: Final = ("sender", "addressee")
"""Parts of a document typed line by line."""
WORDS: Final = ("title", "place", "day")
"""Parts of a document typed in one line."""
CELLS: Final = " | "
"""What stands between the cells of a row of a table."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """A block as it is typed.

    Attributes:
        name: Name of the field, as `block-3`.
        kind: `heading`, `paragraph`, `listing` or `table`.
        words: Its words.
        rows: Lines the field shows.
        number: Number of the paragraph in the margin; empty: none.
        source: What the paragraph rests on; empty: nothing of its own.
        binding: Whether it is what the decision orders.
    """

    name: str
    kind: str
    words: str
    rows: int
    number: str = ""
    source: str = ""
    binding: bool = False


def fields(document: Document, typed: Mapping[str, str] | None = None) -> list[Field]:
    """The blocks of a document as they are typed.

    Args:
        document: The draft.
        typed: What was typed and not taken yet, by the name of its field; None: nothing.
    """
    return [_field(f"block-{number}", block, typed or {}) for number, block in enumerate(document.blocks)]


def edited(document: Document, typed: Mapping[str, str]) -> Document:
    """The draft with what was typed; a field that is not there leaves its part as it is."""
    parts = {name: " ".join(typed[name].split()) for name in WORDS if name in typed}
    lines = {name: _lines(typed[name]) for name in LINES if name in typed}
    blocks = [b for n, block in enumerate(document.blocks) for b in _typed(block, typed.get(f"block-{n}"))]
    blocks += _paragraphs(Paragraph(""), typed.get("more", ""))
    return replace(document, **parts, **lines, blocks=tuple(blocks))  # type: ignore[arg-type]  # each of its own kind


def _field(name: str, block: Block, typed: Mapping[str, str]) -> Field:
    words = typed.get(name, _words(block))
    kind = type(block).__name__.lower()
    rows = max(2, sum(1 + len(line) // 90 for line in words.splitlines()))
    if isinstance(block, Paragraph):
        return Field(name, kind, words, rows, block.number, block.source, block.binding)
    return Field(name, kind, words, 1 if isinstance(block, Heading) else rows)


def _words(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return block.text
        case Listing():
            return "\n".join(block.items)
        case Table():
            return "\n".join(CELLS.join(row) for row in (block.head, *block.rows))


def _typed(block: Block, words: str | None) -> Iterator[Block]:
    if words is None or words.replace("\r\n", "\n").strip() == _words(block).strip():
        yield block
        return
    match block:
        case Heading():
            yield from (replace(block, text=text) for text in [" ".join(words.split())] if text)
        case Paragraph():
            yield from _paragraphs(block, words)
        case Listing():
            items = _lines(words)
            yield from [replace(block, items=items)] if items else []
        case Table():
            yield from _table(block, words)


def _paragraphs(block: Paragraph, words: str) -> list[Paragraph]:
    parts = [" ".join(part.split()) for part in _EMPTY_LINE.split(words.replace("\r\n", "\n"))]
    told = [part for part in parts if part]
    return [replace(block, text=told[0]), *(Paragraph(part) for part in told[1:])] if told else []


def _table(block: Table, words: str) -> Iterator[Table]:
    rows = [tuple(cell.strip() for cell in line.split(CELLS.strip())) for line in _lines(words)]
    if not rows:
        return
    # A row with too few cells is filled up; what is too much stands in the last one, so that no word is lost.
    width = len(block.head)
    made = [((*row, *[""] * width)[: width - 1], CELLS.join(row[width - 1 :])) for row in rows]
    whole = [(*first, last) for first, last in made]
    yield replace(block, head=whole[0], rows=tuple(whole[1:]))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
