"""What a printed law book consists of, before it becomes Markdown or a page: chapters of entries and tables."""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.law.wording import Language


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text.

    Attributes:
        text: The text, unescaped.
        to: Anchor of the place in the book it points to; empty for none.
        code: An identifier, printed as such.
        english: English text in a book of another language.
    """

    text: str
    to: str = ""
    code: bool = False
    english: bool = False


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an outline: its depth from 0, and its text."""

    indent: int
    text: Text


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled statement of an entry: one line, or an outline beneath a line.

    Attributes:
        label: What is stated.
        text: The statement; may be empty where an outline follows.
        rows: The outline.
    """

    label: str
    text: Text = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A norm, test, trigger, question or source.

    Attributes:
        anchor: Its place, unique in the book; empty where nothing points to it.
        title: Its name.
        lead: What it says; empty if the title says it.
        fields: Everything else, in order.
    """

    anchor: str
    title: Text
    lead: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its column heads; `caption` may be empty. The first cell of each row names the row.

    Attributes:
        caption: What the table lists.
        heads: Column heads.
        rows: Cells.
        anchors: Anchor of each row; empty where nothing points there.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    Attributes:
        anchor: Its place, unique in the book.
        title: Its heading.
        intro: Paragraphs.
        tables: Tables after the paragraphs.
        entries: Entries after the tables.
    """

    anchor: str
    title: Text
    intro: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The law book.

    Attributes:
        lang: Its language.
        title: Its title.
        contents: Heading of the table of contents.
        about: Paragraphs on the title page.
        chapters: Its chapters, in order.
    """

    lang: Language
    title: str
    contents: str
    about: tuple[Text, ...]
    chapters: tuple[Chapter, ...]


def plain(text: str) -> Text:
    """Plain text; none for the empty string."""
    return (Span(text),) if text else ()


def joined(parts: Iterable[Text], glue: str = ", ") -> Text:
    """Texts with `glue` between them."""
    spans: list[Span] = []
    for part in parts:
        if spans and part:
            spans.append(Span(glue))
        spans.extend(part)
    return tuple(spans)
