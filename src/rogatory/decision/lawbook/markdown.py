"""The law book as Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterator

from rogatory.decision.lawbook.parts import Book, Chapter, Entry, Field, Table, Text

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#]|&(?=#?\w+;))")


def render(book: Book) -> str:
    """The book as one Markdown text."""
    return "\n".join(_book(book)).rstrip("\n") + "\n"


def _book(book: Book) -> Iterator[str]:
    yield f"# {_escaped(book.title)}"
    for paragraph in book.about:
        yield from ("", _text(paragraph))
    yield from ("", f"## {_escaped(book.contents)}", "")
    yield from (f"{number}. {_text(chapter.title)}" for number, chapter in enumerate(book.chapters, 1))
    for number, chapter in enumerate(book.chapters, 1):
        yield from _chapter(chapter, number, book)


def _chapter(chapter: Chapter, number: int, book: Book) -> Iterator[str]:
    yield from ("", f"## {number}. {_text(chapter.title)}")
    for paragraph in chapter.intro:
        yield from ("", _text(paragraph))
    for table in chapter.tables:
        yield from _table(table)
    for entry in chapter.entries:
        yield from _entry(entry, book)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from ("", f"### {_escaped(table.caption)}")
    yield from ("", _cells([_escaped(head) for head in table.heads]), _cells(["---"] * len(table.heads)))
    yield from (_cells([_text(cell) for cell in row]) for row in table.rows)


def _entry(entry: Entry, book: Book) -> Iterator[str]:
    yield from ("", f"### {_text(entry.title)}", "")
    if entry.lead:
        yield from (_text(entry.lead), "")
    for field in entry.fields:
        yield from _field(field, book)


def _field(field: Field, book: Book) -> Iterator[str]:
    colon = " :" if book.lang.value == "fr" else ":"
    yield f"- **{_escaped(field.label)}{colon}** {_text(field.text)}".rstrip()
    for row in field.rows:
        yield f"{'  ' * (row.indent + 1)}- {_text(row.text)}"


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: Text) -> str:
    return "".join(_code(span.text) if span.code else _escaped(span.text) for span in text)


def _code(text: str) -> str:
    """A code span; longer fences where the text holds backticks itself."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = " " if "`" in text else ""
    return f"{fence}{blank}{' '.join(text.split(chr(10)))}{blank}{fence}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))
