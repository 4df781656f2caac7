"""The stages a content goes through after it was sealed. Each is a function of its bytes, its version and the budget.

A stage whose result would change gets a higher version. What was done by an older one keeps its result, and can be done
again: `rogatory material retry --older-than-version`.
"""

from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """The stages, in their order."""

    IDENTIFY = "identify"
    """Which kind a content is, by what it holds."""
    UNPACK = "unpack"
    """The members of a container, each an item of its own."""
    EXTRACT = "extract"
    """The text of it."""
    OCR = "ocr"
    """The letters in pictures, where no text was found otherwise."""
    FINGERPRINT = "fingerprint"
    """By what the same text is known again, and one that is nearly the same."""
    THREAD = "thread"
    """What a message answers, and who wrote it to whom."""
    INDEX = "index"
    """The words, so that they are found."""
    SCREEN = "screen"
    """What may have to be withheld, found by who it is about and what it says; once everything else is done."""


VERSIONS = {
    Stage.IDENTIFY: 5,
    Stage.UNPACK: 5,
    Stage.EXTRACT: 6,
    Stage.OCR: 1,
    Stage.FINGERPRINT: 1,
    Stage.THREAD: 2,
    Stage.INDEX: 1,
    Stage.SCREEN: 2,
}
READING = tuple(stage for stage in Stage if stage is not Stage.SCREEN)
"""What is done over a content when it is first opened. Screens come after, when it is known where else it lay."""
_OF_TEXT = (Stage.FINGERPRINT, Stage.INDEX)
FOLLOW = {
    Stage.IDENTIFY: READING,
    Stage.UNPACK: (Stage.UNPACK,),
    Stage.EXTRACT: (Stage.EXTRACT, Stage.OCR, *_OF_TEXT),
    Stage.OCR: (Stage.OCR, *_OF_TEXT),
    Stage.FINGERPRINT: (Stage.FINGERPRINT,),
    Stage.THREAD: (Stage.THREAD,),
    Stage.INDEX: (Stage.INDEX,),
    Stage.SCREEN: (Stage.SCREEN,),
}
"""What is to be done anew where a stage is: itself, and what is made from what it gives."""


@dataclass(frozen=True, slots=True)
class Key:
    """By which version and configuration of a stage a result was made.

    Attributes:
        stage: The stage.
        version: Its version.
        config: Digest of the budget.
    """

    stage: Stage
    version: int
    config: str
