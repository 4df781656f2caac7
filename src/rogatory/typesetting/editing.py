"""An edited document, read in the sandbox: no file that somebody sent is parsed in the office's own process."""

from dataclasses import replace
from typing import Any, Final

from rogatory.decision.documents.document import Document
from rogatory.decision.documents.written import WrittenError, as_plain, of_plain
from rogatory.extraction.limits import MIB, Limits
from rogatory.extraction.sandbox import Outcome, sandbox
from rogatory.extraction.wire import clean
from rogatory.typesetting.text import PaperError

_INSIDE: Final = "rogatory.typesetting.caged"
_READING: Final = sandbox(_INSIDE)
LIMITS: Final = Limits(output=8 * MIB, memory=1024 * MIB, seconds=20, seconds_a_mib=2, most_seconds=60)
"""The longest decision takes a second."""
_LONGEST: Final = 600
"""Characters of a reason that are told."""


def read_edited(data: bytes, like: Document, limits: Limits = LIMITS) -> Document:
    """What a file made by `word.docx` says after somebody changed it; see `word.read_docx`.

    What comes out of the cage is a stranger's word: only titles and blocks are taken from it, and only in their form.

    Args:
        data: The file.
        like: The document it was made from; what frames the text is taken from it.
        limits: What reading it may cost.

    Raises:
        PaperError: It is refused, or reading it ended before it was done; it says why.
    """
    outcome = _READING.run(f"{_INSIDE}:read", {"like": as_plain(like)}, data, limits)
    try:
        return _in_the_frame_of(like, of_plain(_answered(outcome)["document"]))
    except (WrittenError, KeyError, ValueError) as error:
        if isinstance(error, PaperError):
            raise
        msg = "what came back from reading the file makes no sense; save it again as DOCX"
        raise PaperError(msg) from error


def _answered(outcome: Outcome) -> dict[str, Any]:
    told: dict[str, Any] = dict(outcome.answers[-1]) if outcome.answers else {}
    if "refused" in told:
        raise PaperError(clean(str(told["refused"]))[:_LONGEST])
    if outcome.state is not None:
        msg = f"the file cannot be read: {outcome.state.value}. {outcome.says}"
        raise PaperError(msg)
    return told


def _in_the_frame_of(like: Document, read: Document) -> Document:
    annexes = tuple(_in_the_frame_of(ours, theirs) for ours, theirs in zip(like.annexes, read.annexes, strict=True))
    return replace(like, title=read.title, blocks=read.blocks, annexes=annexes)
