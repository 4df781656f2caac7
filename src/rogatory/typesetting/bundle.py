"""A bundle for a hearing: one PDF with an index, bookmarks, and every exhibit under its number.

What somebody sent is never joined to the file as it came: its pages are pictures, drawn in the cage, with the words
that were read off them behind, for whoever cannot see them. So nothing that can act gets before a judge. The same
bundle gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, TypeAlias

from rogatory.typesetting.compiling import compiled
from rogatory.typesetting.text import PaperError, printable
from rogatory.typesetting.words import fixed

MOST_PAGES: Final = 2_000
"""Pages of all exhibits together; a hearing with more has two bundles."""
_STANDARDS: Final = ["a-2a", "ua-1"]
_WORDS: Final = {
    "en": ("Index", "Exhibit", "No", "What it is", "Filed", "Pages", "At page", "page"),
    "fr": ("Inventaire", "Pièce", "N°", "Ce que c'est", "Déposée", "Pages", "À la page", "page"),
    "nl": ("Inventaris", "Stuk", "Nr.", "Wat het is", "Neergelegd", "Bladzijden", "Op bladzijde", "bladzijde"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of an exhibit as it looks.

    Attributes:
        png: The picture.
        words: What was read off it, for whoever cannot see it; empty: nothing was.
    """

    png: bytes
    words: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an exhibit that holds several, by its name; it begins a page and has a bookmark."""

    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A sheet in the place of something that cannot be shown, or is withheld: what it is, and why."""

    text: str


Piece: TypeAlias = str | Picture | Section | Slip
"""What an exhibit is made of: a paragraph, a page as it looks, the name of a part, a slip."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something that is before the court.

    Attributes:
        title: What it is.
        filed: By whom and when, in words.
        told: Where it is kept: its digest, the entry that filed it.
        parts: Its paragraphs, pages, parts and slips, in their order.
    """

    title: str
    filed: str
    told: str
    parts: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a chamber has before it.

    Attributes:
        title: What is heard.
        case: Number of the case.
        author: The office that made it.
        day: Day written into the file.
        language: ISO 639-1; English where there are no words for it.
        particulars: What is told on the first page: chamber, time, place, who is called.
        exhibits: In the order of their numbers, which begin at 1.
    """

    title: str
    case: str
    author: str
    day: date
    language: str
    particulars: tuple[tuple[str, str], ...]
    exhibits: tuple[Exhibit, ...]


def bound(bundle: Bundle) -> bytes:
    """The bundle as PDF/A-2a and PDF/UA-1, with a bookmark for each exhibit.

    Raises:
        PaperError: There is no exhibit, one has neither text nor pages, there are too many pages, or no font has a
            character.
    """
    if not bundle.exhibits:
        msg = "a bundle without an exhibit is no bundle: file something first"
        raise PaperError(msg)
    pages = sum(isinstance(part, Picture) for one in bundle.exhibits for part in one.parts)
    if pages > MOST_PAGES:
        msg = f"{pages} pages: a bundle has at most {MOST_PAGES}; leave exhibits out, or make two"
        raise PaperError(msg)
    index, exhibit, *head = _WORDS.get(bundle.language, _WORDS["en"])
    pictures: dict[str, bytes] = {}
    given = {
        "title": printable(bundle.title),
        "author": printable(bundle.author),
        "case": printable(bundle.case),
        "date": {"year": bundle.day.year, "month": bundle.day.month, "day": bundle.day.day},
        "language": bundle.language if bundle.language in _WORDS else "en",
        "fixed": {**asdict(fixed(bundle.language)), "index": index},
        "particulars": [[printable(what), printable(value)] for what, value in bundle.particulars],
        "head": head[:5],
        "exhibits": [
            _exhibit(one, number, f"{exhibit} {number}", head[5], pictures)
            for number, one in enumerate(bundle.exhibits, 1)
        ],
    }
    return compiled("bundle.typ", given, bundle.day, _STANDARDS, files=pictures)


def _exhibit(one: Exhibit, number: int, name: str, page: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    if not one.parts:
        msg = f"{name}: it has neither text nor pages"
        raise PaperError(msg)
    sheets = sum(isinstance(part, Picture) for part in one.parts)
    return {
        "number": str(number),
        "name": name,
        "title": printable(one.title),
        "filed": printable(one.filed),
        "told": printable(one.told),
        "parts": list(_parts(one, number, name, page, sheets, pictures)),
    }


def _parts(
    one: Exhibit, number: int, name: str, page: str, sheets: int, pictures: dict[str, bytes]
) -> Iterator[dict[str, Any]]:
    seen = 0
    for before, part, after in zip((None, *one.parts), one.parts, (*one.parts[1:], None), strict=False):
        told = f"{name}, {page} {seen + 1}/{sheets}"
        if isinstance(part, Picture):
            seen += 1
            file = f"exhibit-{number}-{seen}.png"
            pictures[file] = part.png
            alt = printable(f"{told}. {part.words}".strip())
            new = before is not None and not isinstance(before, Section)
            yield {"what": "picture", "file": file, "name": told, "alt": alt, "break": new}
            continue
        what, text = ("text", part) if isinstance(part, str) else (type(part).__name__.lower(), part.text)
        # A picture fills its page; a part begins another.
        new = isinstance(before, Picture) or (isinstance(part, Section) and before is not None)
        head = told if isinstance(part, Section) and isinstance(after, Picture) else name
        yield {"what": what, "text": printable(text), "name": head, "break": new}
