"""What a piece of work is given: a place to say how far it is, and what the last time came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


class UnableError(Exception):
    """The work cannot be done now; the message is kept and shown, so it names nobody and quotes no file."""


@dataclass(slots=True)
class Handle:
    """What a piece of work is given.

    Attributes:
        number: Number of the piece.
        now: Moment at which it was begun.
        before: What came of it the last time; empty the first time.
        about: What it is done to, as `Job.about` has it.
        asked_by: Account that asked for it.
        done: How far it is.
        of: Of how much; 0: not known.
    """

    number: int
    now: datetime
    before: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    asked_by: str = ""
    done: int = 0
    of: int = 0

    def tell(self, done: int, of: int) -> None:
        """Say how far it is. Only noted here: the work may be in a transaction whose writing nobody sees yet."""
        self.done, self.of = done, of
