"""A letter: its blocks, and what they tell."""

from dataclasses import dataclass, field

from rogatory.received.proposed import Field
from tests.letters_set.wear import SORTS

SEED = "letters"
"""What the letters are made from; another word makes other ones of the same sorts."""


@dataclass(frozen=True)
class Told:
    """What a letter tells.

    Attributes:
        field: Which field of the request.
        value: Its value, as `Field` says.
        raw: The words that tell it, as they were written; empty: the whole letter does (its language).
        about: The number of the person in the letter; empty: of none.
        also: Other right values: the same name in the nominative.
        required: Whether a reader must find it; what need not be found is not wrong either.
    """

    field: Field
    value: str
    raw: str = ""
    about: str = ""
    also: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True)
class Lines:
    """Lines that stay lines, on the left, in the middle or on the right."""

    lines: tuple[str, ...]
    align: str = "left"
    bold: bool = False


@dataclass(frozen=True)
class Pair:
    """Two blocks of lines side by side."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Para:
    """A paragraph, with a number before it or without."""

    text: str
    number: str = ""
    heading: bool = False


@dataclass(frozen=True)
class Rows:
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Form:
    """Labels with what was filled in, one below the other."""

    pairs: tuple[tuple[str, str], ...]
    columns: bool = False
    """Whether labels and values stand in two columns, without a colon."""


Block = Lines | Pair | Para | Rows | Form


@dataclass(frozen=True)
class Letter:
    """A letter.

    Attributes:
        number: From 1; odd ones are held out.
        languages: ISO 639-1; two for one that comes with its translation.
        kind: A kind of `law.acts.KINDS`.
        sort: What it is more exactly: `mla`, `supplement`, `extradition`, `eio`, `eaw`, `diffusion`, `notice`.
        state: Code of the requesting state.
        blocks: What stands in it; empty for a notice.
        told: What it tells.
        header: Repeated above each page but the first; may be empty.
        footer: Repeated below each page, with `{page}` and `{pages}`; may be empty.
        width: Characters of a line where it is written as plain text.
        data: A notice as INTERPOL's service gives it; empty: it is a letter.
        seed: What it was made from.
    """

    number: int
    languages: tuple[str, ...]
    kind: str
    sort: str
    state: str
    blocks: tuple[Block, ...]
    told: tuple[Told, ...]
    header: str = ""
    footer: str = ""
    width: int = 84
    data: str = field(default="", repr=False)
    seed: str = SEED

    @property
    def held_out(self) -> bool:
        """Whether it is one of those no reader may be fitted to."""
        return self.number % 2 == 1

    @property
    def worn(self) -> str:
        """What its pages suffered before they were scanned, one of `wear.SORTS`: each sort in both halves."""
        return SORTS[(self.number // 2 + len(self.seed.removeprefix(SEED))) % len(SORTS)]

    @property
    def name(self) -> str:
        """Its name as a file, without an ending."""
        return f"{self.number:02}-{'-'.join(self.languages)}-{self.sort}"
