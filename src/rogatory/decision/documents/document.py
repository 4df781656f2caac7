"""A document that leaves the office, before it is set: blocks of text in one language, and nothing else.

Decisions (`decision`) and letters (`letters`) are made as documents; `typesetting` puts them on paper. A document holds
words only, so what is not in it cannot be printed.
"""

from dataclasses import dataclass, field
from typing import Final

LANGUAGES: Final = ("en", "fr", "nl")
"""Languages (ISO 639-1) every document exists in; letters to persons concerned exist in Russian too."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, of level 1 to 3."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        text: Its words; plain, without any markup.
        number: Its number in the margin; empty: none.
        source: What it rests on, printed small behind it; empty: nothing of its own.
        binding: Whether it is what the decision orders, printed so that it is found at once.
    """

    text: str
    number: str = ""
    source: str = ""
    binding: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; every row has as many cells as `head`."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        kind: What it is, in a word of the code (`decision`, `acknowledgement` …).
        language: ISO 639-1.
        title: Its title.
        sender: Name and address of the authority, line by line.
        addressee: Whom it is for, line by line; empty: it is kept in the file.
        place: Where it is given; may be empty.
        day: Day it is dated, written out in its language.
        case: Number of the case as it may be shown to the addressee.
        references: Other numbers, each as (what it is, number): theirs and ours.
        blocks: What it says.
        signatory: Name and office of who signs, line by line; empty until somebody does.
        annexes: Documents set behind it, each with its own title: a translation, a form.
        draft: Whether it is a draft, printed across it.
    """

    kind: str
    language: str
    title: str
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    place: str
    day: str
    case: str
    references: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    signatory: tuple[str, ...] = ()
    annexes: tuple["Document", ...] = field(default=())
    draft: bool = True
