"""Redacting: the form of an item in which passages are hidden, made of new pixels or of new text.

The original never leaves: what is made is a content of its own, which is answered and judged like any other. Whether
something else that leaves shows what is hidden here is looked at when a package is laid out.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rogatory.extraction.limits import LIMITS, Limits
from rogatory.extraction.sandbox import sandbox
from rogatory.material.redaction import Area, Passage, RedactionError, leaks, redacted
from rogatory.packaging.forms import CAGED, DRAWN, visible


@dataclass(frozen=True, slots=True)
class Version:
    """The redacted form of an item.

    Attributes:
        data: Its bytes.
        media: Their media type.
        text: Its text: that of the original, each hidden passage replaced by its reason.
    """

    data: bytes
    media: str
    text: str


def version(
    data: bytes,
    media: str,
    text: str,
    passages: Sequence[Passage],
    areas: Sequence[Area] = (),
    limits: Limits = LIMITS,
) -> Version:
    """Make the redacted form of an item.

    Args:
        data: Bytes of the original.
        media: Their media type, as recognised.
        text: The text that was read in it, whole; empty: none was.
        passages: What of that text is hidden. Of a paper, a passage is made black wherever it stands as letters.
        areas: What of its pages or picture is made black beside; for what is only pixels.
        limits: What drawing it may cost.

    Raises:
        RedactionError: Nothing is hidden; a passage is not one of the text, or stands a second time in what is left of
            it; a passage stands nowhere on the pages as letters, and no area was marked; or it cannot be drawn.
    """
    if not passages and not areas:
        raise RedactionError("mark what is to be hidden")
    told = redacted(text, passages)
    if left := leaks(text, passages, {"": told}):
        spot = told[left[0].start : left[0].end]
        raise RedactionError(f"passage {left[0].passage + 1} stands in what is left too: {spot[:80]!r}; hide it there")
    if media not in DRAWN:
        if areas:
            raise RedactionError("areas can be marked on papers and pictures; of this item hide passages of its text")
        told = visible(told)
        return Version(told.encode(), "text/plain", told)
    hidden = [text[passage.start : passage.end] for passage in passages]
    places = [[area.page, area.left, area.top, area.right, area.bottom] for area in areas]
    values = {"limits": asdict(limits), "passages": hidden, "areas": places}
    outcome = sandbox(CAGED).run(f"{CAGED}:blackened", values, data, limits)
    answer = outcome.answers[-1] if outcome.answers else {}
    if outcome.state or not outcome.blob:
        why = outcome.says or answer.get("says") or "the drawing failed"
        raise RedactionError(f"it cannot be drawn anew: {why}")
    if absent := {area.page for area in areas} - set(answer["pages"]):
        raise RedactionError(f"there is no page {min(absent)}")
    if not areas and (lost := [n for n, count in enumerate(answer["found"], 1) if not count]):
        raise RedactionError(f"passage {lost[0]} stands on no page as letters: mark its place on the page")
    return Version(outcome.blob, str(answer["media"]), told)
