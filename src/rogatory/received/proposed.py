"""What a document proposes for the request: a field, its value, and the words it was read from.

Nothing proposed is part of a case. A clerk confirms each field, mends it or turns it down; only then it is.
"""

from dataclasses import dataclass
from enum import Enum

from rogatory.received.pages import Box


class Field(Enum):
    """A field of a request that a letter may tell."""

    STATE = "requesting state"
    """Value: country code (ISO 3166-1 alpha-2)."""
    AUTHORITY = "requesting authority"
    """Value: its name as written."""
    REFERENCE = "reference"
    """Value: the canonical form, as `linkage.references` gives it; the raw one where no scheme is known."""
    DATE = "date of the letter"
    """Value: ISO 8601."""
    PERSON = "person"
    """Value: the name as written, in its script. `about` is the person's number among those of the letter."""
    BIRTH = "date of birth"
    """Value: ISO 8601, whole or in part. `about`: the person."""
    NATIONALITY = "nationality"
    """Value: country code. `about`: the person."""
    NUMBER = "identity number"
    """Value: as `linkage.numbers` writes it. `about`: the person."""
    OFFENCE = "offence"
    """Value: the words."""
    ARTICLE = "article"
    """Value: as `linkage.articles` writes it."""
    TREATY = "treaty"
    """Value: the identifier of the instrument in `states`; the words where it is not known."""
    MEASURE = "measure asked for"
    """Value: a value of the question `measure.type`."""
    DEADLINE = "deadline"
    """Value: ISO 8601, or ISO 8601 duration where the letter counts days."""
    OFFICIALS = "presence of officials"
    """Value: `asked`."""
    CONFIDENTIALITY = "confidentiality"
    """Value: `asked`."""
    LANGUAGE = "language"
    """Value: ISO 639-1."""
    KIND = "kind of request"
    """Value: a kind of `law.acts.KINDS`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand.

    Attributes:
        part: Digest of the part.
        page: Number of the page, from 1.
        start: First character in the text of the page (inclusive).
        end: Last character (exclusive).
        boxes: Where that is on the page: one for each line; empty where it cannot be shown.
    """

    part: str
    page: int
    start: int
    end: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A field a letter proposes.

    Attributes:
        field: Which.
        value: The value proposed, in the form `Field` says; empty: it was read off a scan too badly to be proposed, and
            a human reads it on the page.
        raw: The words it was read from, exactly as they stand.
        place: Where they stand.
        why: By which rule it was read, in words a clerk understands.
        about: Of which person of the letter: `1`, `2` …; empty: of none.
        doubts: What speaks against it (another reading, a scanned page), each in a sentence.
    """

    field: Field
    value: str
    raw: str
    place: Place
    why: str
    about: str = ""
    doubts: tuple[str, ...] = ()
