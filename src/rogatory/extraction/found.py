"""What a reader hands back of one file, and what it may still spend."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rogatory.extraction.limits import Limits
from rogatory.received.pages import Page, State

MIB = 1024 * 1024


class UnreadableError(Exception):
    """A file, or one of its parts, that cannot be read or shown.

    Attributes:
        state: Why, as a state.
        says: Why, in a sentence.
    """

    def __init__(self, state: State, says: str) -> None:
        self.state, self.says = state, says
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Inner:
    """A part that a file holds, not opened yet.

    Attributes:
        name: As the file tells it.
        opened: Gives its bytes; raises `UnreadableError` where it cannot.
        held: Why it is kept unread, in a sentence; empty: it is read.
        size: Its bytes as the file tells them, where they cannot be had.
    """

    name: str
    opened: Callable[[], bytes]
    held: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a file.

    Attributes:
        pages: Its pages.
        inner: The parts it holds, in an order that is always the same.
        facts: What the format tells, by name.
        lacks: What was not read, each in a sentence.
        state: How reading ended; None: as pages, parts and what is lacking tell.
    """

    pages: Sequence[Page] = ()
    inner: Sequence[Inner] = ()
    facts: Sequence[tuple[str, str]] = ()
    lacks: Sequence[str] = ()
    state: State | None = None


@dataclass
class Purse:
    """What reading one file may still spend.

    Attributes:
        limits: What it had at first.
        size: Bytes of the file.
        pages: Pages it may still give.
        parts: Parts it may still open.
        unpacked: Bytes its parts may still have.
        text: Bytes of text it may still give.
        language: In which the last picture was read, as `ocr` names it; empty: none was.
    """

    limits: Limits
    size: int
    pages: int = field(init=False)
    parts: int = field(init=False)
    unpacked: int = field(init=False)
    text: int = field(init=False)
    language: str = ""
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self.pages, self.parts, self.unpacked = self.limits.pages, self.limits.parts, self.limits.unpacked
        self.text = self.limits.output // 4  # a place takes more room than its line
        self._end = time.process_time() + 0.8 * self.limits.processor(self.size)

    def in_time(self) -> bool:
        """Whether there is time for another page. It ends before the limit does, so that what was read is not lost."""
        return time.process_time() < self._end

    def turn(self, pages: Iterator[Page], count: int) -> tuple[list[Page], list[str]]:
        """Take pages as long as there is time, room and text for them.

        Args:
            pages: The pages; each is read when it is asked for.
            count: How many there are.

        Returns:
            The pages read, and what was not read, in a sentence.
        """
        taken: list[Page] = []
        while len(taken) < count:
            why = self._why_not()
            if why:
                return taken, [f"Only {len(taken):,} of {count:,} pages were read: {why}."]
            page = next(pages, None)
            if page is None:
                break
            taken.append(page)
            self.pages -= 1
            self.text -= len(page.text) + 39 * len(page.lines)  # a line break each is in the text
        return taken, []

    def _why_not(self) -> str:
        if self.pages <= 0:
            return f"no more than {self.limits.pages:,} are read of one file"
        if self.text <= 0:
            return "there is more text than is read of one file"
        return "" if self.in_time() else "reading took too long"
