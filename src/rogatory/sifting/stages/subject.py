"""The content that is read, and how each stage over it ended. In the cage: all of this meets hostile bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import RawIOBase
from typing import Any

from rogatory.extraction import kinds
from rogatory.extraction.found import Found, Purse, UnreadableError
from rogatory.extraction.shortage import is_shortage
from rogatory.material.items import State
from rogatory.material.screens.screening import NOTHING, Configuration
from rogatory.received.pages import State as Reading
from rogatory.sifting.budget import Budget
from rogatory.sifting.stages.pieces import Pieces, Together

STATES = {
    Reading.READ: State.OK,
    Reading.EMPTY: State.EMPTY,
    Reading.PARTIAL: State.PARTIAL,
    Reading.HELD: State.UNSUPPORTED,
    Reading.ENCRYPTED: State.ENCRYPTED,
    Reading.UNSUPPORTED: State.UNSUPPORTED,
    Reading.DAMAGED: State.CRASH,
    Reading.TOO_LARGE: State.PARTIAL,
    Reading.TIMED_OUT: State.TIMEOUT,
    Reading.OUT_OF_MEMORY: State.MEMORY,
    Reading.CRASHED: State.CRASH,
}
"""How a reader of `extraction` ends, as the state of a stage."""

Send = Callable[[Mapping[str, Any], bytes], None]
"""Sends values and bytes to the process that waits."""


class EndedError(Exception):
    """A stage that ends in another state than `OK`.

    Attributes:
        ended: How.
    """

    def __init__(self, state: State, says: str) -> None:
        self.ended = Ended(state, says)
        super().__init__(says)


def ended_by(error: Exception) -> "Ended":
    """How a stage ended that met this: each fault of a file is one state, and what it says is for whoever looks."""
    if isinstance(error, EndedError):
        return error.ended
    if isinstance(error, UnreadableError):
        return Ended(STATES[error.state], error.says)
    if is_shortage(error):
        return Ended(State.MEMORY, "Reading it took more memory than allowed.")
    if isinstance(error, RecursionError):
        return Ended(State.PARTIAL, "It is nested deeper than can be read.")
    return Ended(State.CRASH, f"It is not built as its kind is ({type(error).__name__}).")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a stage ended.

    Attributes:
        state: In which state.
        says: Why, in a sentence; empty where it is `OK`.
        facts: What it found, as JSON values.
        text: The text it found.
    """

    state: State
    says: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


@dataclass
class Subject:
    """A content, opened.

    Attributes:
        file: Its bytes, to be read and sought in.
        size: How many.
        budget: What reading it may cost.
        send: Sends to the process that waits.
        media: Its kind, as `identify` found it.
        text: Its text, as `extract` or `ocr` found it.
        bare: Whether it has pages without text, which may be pictures.
        fields: What else is known of it, as screens read it.
        looked_for: Whom and what screens look for.
        passed: Readers over which the process ended before, and how: they are not tried again.
        kept: What one stage opened and another uses too, by name.
        pieces: What it is a piece of; None: of nothing.
    """

    file: RawIOBase
    size: int
    budget: Budget
    send: Send
    media: str = ""
    text: str = ""
    bare: bool = False
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    looked_for: Configuration = NOTHING
    passed: Mapping[str, tuple[State, str]] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    pieces: Pieces | None = None

    def join(self, pieces: Pieces) -> None:
        """Take what it is a piece of; where it is the one under which all is read, its bytes are those of all."""
        self.pieces = pieces
        if pieces.files:
            self.file = together = Together(pieces.files)
            self.size = together.size

    def part(self) -> None:
        """It is nothing but what it is itself, whatever its name says."""
        if self.pieces and self.pieces.files:
            self.file = own = self.pieces.files[self.pieces.own]
            self.size = own.seek(0, 2)
        self.pieces = None

    def head(self, count: int = 1 << 20) -> bytes:
        """Its first bytes."""
        self.file.seek(0)
        return self.file.read(count) or b""

    def end(self, head: bytes, count: int = 512) -> bytes:
        """Its last bytes; those of its head, where that is all there is."""
        if self.size <= len(head):
            return head[-count:]
        self.file.seek(self.size - count)
        return self.file.read(count) or b""

    @cached_property
    def data(self) -> bytes:
        """All its bytes.

        Raises:
            EndedError: There are more than are read as a whole.
        """
        if self.size > self.budget.whole:
            raise EndedError(
                State.PARTIAL, f"It has more than {self.budget.whole:,} bytes: it was not read as a whole."
            )
        self.file.seek(0)
        return self.file.readall()

    @cached_property
    def found(self) -> Found:
        """What a reader of `extraction` finds in it, read once for all stages.

        Raises:
            UnreadableError: It cannot be read.
        """
        kind = kinds.recognised(self.data)
        if kind.read is None:
            raise UnreadableError(kind.state, kind.says)
        return kind.read(self.data, Purse(self.budget.limits, self.size))
