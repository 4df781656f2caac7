"""A document on paper: PDF/A-2a for the archive, PDF/UA-1 for whoever cannot see it, the same bytes for the same words.

The words are handed to typst as data and never as markup, so nothing that a letter said can steer how it is set. A
character that no font has is an error which names it, never an empty box.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import takewhile
from types import MappingProxyType
from typing import Any, Final

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table
from rogatory.linkage.dates import read_birth
from rogatory.typesetting.compiling import NoFontError, compiled
from rogatory.typesetting.text import PaperError, printable
from rogatory.typesetting.words import Fixed, fixed

EPOCH: Final = date(1970, 1, 1)
"""Day written into a file whose document has none that can be read."""

_STANDARDS: Final = ["a-2a", "ua-1"]
_DEEPEST: Final = 5
"""Annexes of annexes, at most; headings have no more levels to tell them apart."""
_FROM_THE_RIGHT: Final = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_TABLE: Final = 155
_LONG_WORD: Final = 20
_LONG = re.compile(r"\S{28,}")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of what a table holds, as SVG, and what it shows in words, for whoever cannot see it."""

    svg: str
    says: str


NO_DRAWINGS: Final[Mapping[int, Drawing]] = MappingProxyType({})


def pdf(document: Document, drawings: Mapping[int, Drawing] = NO_DRAWINGS) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1, tagged, with bookmarks.

    The same document gives the same bytes, with the same version of typst and the same fonts. The day in the file is
    that of the document, or 1970-01-01 where it has none that can be read.

    Args:
        document: The document.
        drawings: By place among its blocks, from 0, what is drawn above a table.

    Raises:
        PaperError: A row of a table has too few or too many cells, there is no title, annexes are nested too deeply,
            or no font has a character.
    """
    given = _main(document)
    files = {f"drawing-{place}.svg": one.svg.encode() for place, one in drawings.items()}
    given["drawings"] = {str(place): {"file": f"drawing-{place}.svg", "says": printable(one.says)}
                         for place, one in drawings.items()}  # fmt: skip
    try:
        return compiled("sheet.typ", given, day_of(document), _STANDARDS, files=files)
    except NoFontError as error:
        places = {
            one: next((place for place, text in texts(document) if one in text), "somewhere") for one in error.missing
        }
        raise NoFontError(error.missing, places) from error


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that is printed of a document, each with its place in words."""
    yield "title", document.title
    for name in ("sender", "addressee", "signatory"):
        yield from ((name, line) for line in getattr(document, name))
    yield from (("references", part) for pair in document.references for part in pair)
    yield from (("place", document.place), ("day", document.day), ("case", document.case))
    for number, block in enumerate(document.blocks, 1):
        yield from ((f"block {number}", text) for text in _texts(block))
    for number, annex in enumerate(document.annexes, 1):
        yield from ((f"annex {number}, {place}", text) for place, text in texts(annex))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield from (block.number, block.text, block.source)
        case Listing():
            yield from block.items
        case Table():
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from row


def day_of(document: Document) -> date:
    """The day of a document as its file has it: `EPOCH` where it has none, or none that can be read."""
    spans = read_birth(document.day)
    days = {span.first for span in spans if span.first == span.last}
    return days.pop() if len(days) == 1 and len(spans) == 1 else EPOCH


def _main(document: Document) -> dict[str, Any]:
    words = fixed(document.language)
    given = _sheet(document, words, 0)
    if not given["title"].strip():
        msg = "title: a document on paper needs one"
        raise PaperError(msg)
    day = day_of(document)
    return given | {
        "author": given["sender"][0].replace("\n", " ") if given["sender"] else "",
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "title-short": _shortened(given["title"].replace("\n", " ")),
        "fixed": asdict(words),
        "annexes": list(_annexes(document, 1, "")),
    }


def _annexes(document: Document, depth: int, before: str) -> Iterator[dict[str, Any]]:
    """Annexes in the order of paper, those of an annex behind it."""
    if document.annexes and depth > _DEEPEST:
        msg = f"annexes: nested more than {_DEEPEST} deep"
        raise PaperError(msg)
    for number, annex in enumerate(document.annexes, 1):
        words = fixed(annex.language)
        name = f"{before}{number}"
        yield _sheet(annex, words, depth) | {"label": f"{words.annex} {name}", "level": depth}
        yield from _annexes(annex, depth + 1, f"{name}.")


def _sheet(document: Document, words: Fixed, depth: int) -> dict[str, Any]:
    when = ", ".join(filter(None, (document.place, document.day)))
    particulars = [(words.case, document.case), *document.references, (words.date, when)]
    blocks: list[dict[str, Any]] = []
    open_levels: list[int] = []
    for number, block in enumerate(document.blocks, 1):
        if not any(text.strip() for text in _texts(block)):
            continue
        if isinstance(block, Heading):
            # A reader of headings must meet every level on the way down (PDF/UA-1, 7.4.2).
            open_levels = [*takewhile(block.level.__gt__, open_levels), block.level]
        blocks.append(_block(block, number, depth + len(open_levels)) | {"place": number - 1})
    return {
        "language": document.language,
        "title": _clean(document.title),
        "sender": [*map(_clean, filter(None, document.sender))],
        "addressee": [*map(_clean, filter(None, document.addressee))],
        "case": _clean(document.case),
        "particulars": [(_clean(what), _clean(value)) for what, value in particulars if value],
        "blocks": blocks,
        "indent": _indent(document),
        "rightwards": document.language not in _FROM_THE_RIGHT,
        "signatory": [*map(_clean, document.signatory)],
        "draft": document.draft,
    }


def _indent(document: Document) -> int:
    """Millimetres that paragraphs stand in from the headings, for their numbers before them; 0: none has one."""
    longest = max((len(one.number) for one in document.blocks if isinstance(one, Paragraph)), default=0)
    return min(30, max(10, 3 + 2 * longest)) if longest else 0


def _block(block: Block, number: int, level: int) -> dict[str, Any]:
    match block:
        case Heading():
            return {"what": "heading", "level": level, "text": _clean(block.text)}
        case Paragraph():
            texts = {name: _clean(getattr(block, name)) for name in ("text", "number", "source")}
            return {"what": "paragraph", "binding": block.binding, **texts}
        case Listing():
            return {"what": "listing", "ordered": block.ordered, "items": [*map(_clean, block.items)]}
        case Table():
            for place, row in enumerate(block.rows, 1):
                if len(row) != len(block.head):
                    msg = f"block {number}, row {place}: {len(row)} cells, the table has {len(block.head)} columns"
                    raise PaperError(msg)
            rows = [[*map(_clean, row)] for row in block.rows]
            widths = _widths([block.head, *block.rows])
            head = [*map(_clean, block.head)]
            return {"what": "table", "head": head, "rows": rows, "widths": widths, "caption": _clean(block.caption)}


def _widths(rows: list[tuple[str, ...]]) -> list[float]:
    """Millimetres of each column: its longest word, then shares of what is left by how much stands in it."""
    columns = [*zip(*rows, strict=True)]
    least = [
        4 + 2 * min(_LONG_WORD, max(len(word) for cell in one for word in cell.split() or [""])) for one in columns
    ]
    shares = [min(60, max(max(map(len, one)) / 3, sum(map(len, one)) / len(one))) + 1 for one in columns]
    left = max(0, _TABLE - sum(least))
    return [round(one + left * share / sum(shares), 2) for one, share in zip(least, shares, strict=True)]


def _clean(text: str) -> str:
    """Printable, and words longer than a column may be broken anywhere."""
    return _LONG.sub(lambda found: "\N{ZERO WIDTH SPACE}".join(found[0]), printable(text))


def _shortened(text: str, longest: int = 60) -> str:
    return textwrap.shorten(text, longest, placeholder=" …")
