"""What was read in a document: text, page by page, each line with its place, and in which state reading ended.

A document may hold others (a message its attachments, a container its files). Each is a part with a state of its own,
so that nothing that could not be read passes for something in which nothing stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import overload


class State(Enum):
    """How reading a part ended."""

    READ = "read"
    """Everything that could be found in it was read."""
    EMPTY = "empty"
    """It was opened, and holds no text: somebody must look at it."""
    PARTIAL = "partly read"
    """Some of it was read; `says` tells what was not."""
    HELD = "kept unread"
    """It is kept as it came; reading it is not for this stage (a macro, a program, a signature)."""
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    """It goes beyond a limit of size, pages, parts, depth or ratio."""
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"

    @property
    def whole(self) -> bool:
        """Whether nobody need look at what could not be read."""
        return self is State.READ


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page, in shares of its width and height from 0 to 1, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: The line as it was read.
        start: Where it starts in the text of the page, in characters.
        box: Where it stands on the page; None where the format has no pages that can be shown.
        unsure: Which of its characters were hardly read off an image, counted from 0; ascending.
        rivals: Other readings of its words off an image: the first character in the line, the last (exclusive), and
            how else the word was read.
        split: Words on which too few readings agree to tell what stands there: first character, last (exclusive).
    """

    text: str
    start: int
    box: Box | None = None
    unsure: tuple[int, ...] = ()
    rivals: tuple[tuple[int, int, str], ...] = ()
    split: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or a document that has none.

    Attributes:
        number: From 1.
        lines: In reading order. The text of the page is theirs, with a line break between each.
        scanned: Whether it was read off an image, so that every letter may be wrong.
        width: In points; 0 where there is no page to show.
        height: In points; 0 where there is no page to show.
    """

    number: int
    lines: Sequence[Line]
    scanned: bool = False
    width: float = 0.0
    height: float = 0.0

    @property
    def text(self) -> str:
        """The text of the page."""
        return self.lines.text if isinstance(self.lines, Plain) else "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """A document, or one inside another.

    Attributes:
        name: Its name as received; untrusted, never a path.
        media: Its kind by what it holds, as a media type; `application/octet-stream` where nobody knows it.
        digest: SHA-256 of its bytes, in small hexadecimal digits.
        size: In bytes.
        state: How reading it ended.
        says: What the state means here, in a sentence; empty where everything was read.
        pages: What was read.
        parts: What it holds besides.
        facts: What the format itself tells (`subject`, `from`, `signature`, `author`), raw, by name.
    """

    name: str
    media: str
    digest: str
    size: int
    state: State
    says: str = ""
    pages: tuple[Page, ...] = ()
    parts: tuple["Part", ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    def walk(self) -> Iterator["Part"]:
        """This part and all it holds, the outermost first."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Plain(Sequence[Line]):
    """The lines of a text without places, which are many, and of which often nobody asks more than their text."""

    def __init__(self, text: str) -> None:
        """Take the text apart, wherever Unicode breaks a line."""
        self._told = text.splitlines()

    @property
    def text(self) -> str:
        """The text, with a line break between each."""
        return "\n".join(self._told)

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        starts = accumulate((len(line) + 1 for line in self._told), initial=0)
        return tuple(map(Line, self._told, starts))

    def __len__(self) -> int:
        return len(self._told)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        return self._lines[place]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self._lines if isinstance(other, Plain | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._lines)


def page_of(number: int, text: str, *, scanned: bool = False) -> Page:
    """A page made of a text without places: each of its lines a line."""
    return Page(number, Plain(text), scanned)
