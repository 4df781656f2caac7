"""What is told of a breach to a court and to who supervises data protection: who did what, when, to whom.

Both are authorities of this state: they are told in full, as far as whoever writes to them sees it.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rogatory.letters.facts import Country


class Breached(Enum):
    """What was done."""

    DISCLOSURE = "unlawful-disclosure"
    """Papers or facts were given to somebody who may not have them."""
    USE = "use-beyond-limits"
    """What was handed over was used, or a person pursued, beyond what was granted."""
    ASSURANCE = "broken-assurance"
    """An assurance, or a promise of this state's own, was not kept."""
    WHILE_HELD = "act-while-held"
    """An act was done while a remedy, stay, promise or restriction held it."""


class Whose(Enum):
    """Who did it."""

    REQUESTING_STATE = "requesting-state"
    OWN = "own-authority"
    """An authority of the requested state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOfBreach:
    """The notice of a breach to an authority of this state.

    Attributes:
        state: The requesting state.
        breached: What was done.
        whose: Who did it.
        happened: First day of it.
        known: Day on which it became known here.
        facts: What happened, point by point.
        persons: The persons it wrongs.
        contact: Who answers for the case here, and how they are reached.
        gone: What left and must come back; empty: nothing did, or it is not known.
    """

    state: Country
    breached: Breached
    whose: Whose
    happened: date
    known: date
    facts: tuple[str, ...]
    persons: tuple[str, ...]
    contact: str
    gone: tuple[str, ...] = ()
