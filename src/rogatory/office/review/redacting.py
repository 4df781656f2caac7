"""Redacting an item: what of it is hidden and on which grounds, as it is filled in, recorded and folded.

The act makes a new item of the seizure, of which nothing is answered yet. Its bytes are made before the journal is
held, from the item's bytes and what is hidden alone; the entry holds their digest, so that trying twice gives the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import Role
from rogatory.material.redaction import Area, Passage, RedactionError, Why
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import Entry

WHOLE = 10_000
"""The width or height of a page, in the numbers in which an area is told."""
MOST = 500
"""Passages of one act, and areas."""
_WHYS: Mapping[str, Why] = MappingProxyType({why.value: why for why in Why})
_LAST = 2**31
_SIDES = ("page", "left", "top", "right", "bottom")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be hidden of an item.

    Attributes:
        passages: Of its text: first character (inclusive), the one after the last (exclusive), and why.
        areas: Of its pages: page from 1; left, top, right and bottom in ten-thousandths of the page; and why.
        wordless: That no word which was read off the pixels stands under the areas.
        text: SHA-256 of the text in which the passages were marked; empty: whichever it is.
    """

    passages: tuple[tuple[int, int, Why], ...]
    areas: tuple[tuple[int, int, int, int, int, Why], ...]
    wordless: bool = False
    text: str = ""

    def in_text(self) -> tuple[Passage, ...]:
        """The passages, each with the words that stand in its place."""
        return tuple(Passage(start, end, why.shown) for start, end, why in self.passages)

    def on_pages(self) -> tuple[Area, ...]:
        """The areas, in shares of the page.

        Raises:
            FormError: One is no part of a page.
        """
        try:
            return tuple(
                Area(page, left / WHOLE, top / WHOLE, right / WHOLE, bottom / WHOLE, why.shown)
                for page, left, top, right, bottom, why in self.areas
            )
        except RedactionError as error:
            raise FormError("areas", str(error), f"Give its sides from 0 to {WHOLE}, left and top first") from error


@dataclass(frozen=True, slots=True)
class Made:
    """A redacted form as it was made, before the journal was held.

    Attributes:
        version: The item it is.
        content: SHA-256 of its bytes.
        blake3: Their second digest.
        size: How many there are.
        media: Their kind.
        text: SHA-256 of the text of its source.
        hidden: Everything of that text that is hidden: start, end, and what stands in its place.
    """

    version: str
    content: str
    blake3: str
    size: int
    media: str
    text: str
    hidden: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Redacted:
    """That a redacted form was made of an item.

    Attributes:
        entry: Number of the entry.
        source: The item.
        made: The form.
        marks: What was marked, and why.
        by: Account.
        role: In which role.
        at: When.
        reasons: The reasons, in words; empty: erased.
    """

    entry: int
    source: str
    made: Made
    marks: Marks
    by: str
    role: Role
    at: datetime
    reasons: str

    @property
    def grounds(self) -> tuple[Why, ...]:
        """Why something of it is hidden, each once and always in the same order."""
        told = {mark[-1] for mark in (*self.marks.passages, *self.marks.areas)}
        return tuple(why for why in Why if why in told)


def marks_of(form: Mapping[str, Any]) -> Marks:
    """What is to be hidden, as it was filled in.

    Args:
        form: `passages`: `start`, `end`, `ground`; `areas`: `page`, `left`, `top`, `right`, `bottom`, `ground`; perhaps
            `wordless` and `text`.

    Raises:
        FormError: It cannot be taken.
    """
    passages = tuple(_marked(form, "passages", ("start", "end")))
    areas = tuple(_marked(form, "areas", _SIDES))
    if not passages and not areas:
        raise FormError("passages", "nothing is marked", "Mark what is to be hidden: passages of the text, or areas")
    wordless = form.get("wordless") or False
    if not isinstance(wordless, bool):
        raise FormError("wordless", f"{wordless!r} is no answer", "Write true or false")
    marks = Marks(passages, areas, wordless, str(form.get("text") or ""))
    marks.on_pages()
    return marks


def told(marks: Marks, made: Made) -> dict[str, Any]:
    """What the entry records of it."""
    return {
        "redacts": {
            "version": made.version, "content": made.content, "blake3": made.blake3, "size": made.size,
            "media": made.media, "text": made.text, "hidden": [list(one) for one in made.hidden],
            "passages": [[start, end, why.value] for start, end, why in marks.passages],
            "areas": [[*sides, why.value] for *sides, why in marks.areas], "wordless": marks.wordless,
        }
    }  # fmt: skip


def redacted_of(entry: Entry) -> Redacted:
    """The redacted form an entry records."""
    said = entry.fields["redacts"]
    made = Made(
        said["version"], said["content"], said["blake3"], said["size"], said["media"], said["text"],
        tuple((start, end, shown) for start, end, shown in said["hidden"]),
    )  # fmt: skip
    marks = Marks(
        tuple((start, end, Why(why)) for start, end, why in said["passages"]),
        tuple((page, left, top, right, bottom, Why(why)) for page, left, top, right, bottom, why in said["areas"]),
        said["wordless"],
        said["text"],
    )
    role, reasons = Role(entry.fields["role"]), entry.fields.get("reasons", "")
    return Redacted(entry.seq, entry.fields["items"][0], made, marks, entry.actor, role, entry.at, reasons)


def _marked(form: Mapping[str, Any], field: str, parts: tuple[str, ...]) -> Iterator[Any]:
    """The numbers of each mark, and its ground."""
    rows = form.get(field) or []
    if not isinstance(rows, list | tuple) or len(rows) > MOST:
        raise FormError(field, "they are no list", f"Give a list of at most {MOST}")
    for number, row in enumerate(rows, 1):
        told = row if isinstance(row, Mapping) else {}
        values = [told.get(part) for part in parts]
        if not all(isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LAST for value in values):
            raise FormError(f"{field}.{number}", "it is no place", f"Give {', '.join(parts)} as whole numbers")
        why = _WHYS.get(str(told.get("ground") or ""))
        if why is None:
            mend = f"Write one of: {', '.join(_WHYS)}"
            raise FormError(f"{field}.{number}", f"{told.get('ground')!r} is no ground", mend)
        yield *values, why
