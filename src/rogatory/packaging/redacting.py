"""Redacting: the form of an item in which passages are hidden, made of new pixels or of new text.

The original never leaves: what is made is a content of its own, which is answered and judged like any other. Whether
something else that leaves shows what is hidden here is looked at when a package is laid out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rogatory.extraction.limits import LIMITS, Limits
from rogatory.extraction.sandbox import sandbox
from rogatory.material.redaction import Area, Passage, RedactionError, leaks, merged, places, redacted
from rogatory.packaging.forms import CAGED, DRAWN, visible


@dataclass(frozen=True, slots=True)
class Version:
    """The redacted form of an item.

    Attributes:
        data: Its bytes.
        media: Their media type.
        text: Its text: that of the original, each hidden passage replaced by its reason.
        hidden: Everything of the text of the original that is hidden: the passages, and what stands under the areas.
        pages: Pages on which something is black, in order; none: it is a text.
    """

    data: bytes
    media: str
    text: str
    hidden: tuple[Passage, ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be hidden of an item.

    Attributes:
        passages: What of its text. Of a paper, a passage is made black wherever it stands as letters.
        areas: What of its pages or picture. Words that stand under an area as letters are hidden in the text too, and
            wherever else they stand.
        wordless: That no word which was read off the pixels stands under the areas: somebody has looked.
    """

    passages: tuple[Passage, ...] = ()
    areas: tuple[Area, ...] = ()
    wordless: bool = False


def version(data: bytes, media: str, text: str, wanted: Wanted, limits: Limits = LIMITS) -> Version:
    """Make the redacted form of an item.

    Args:
        data: Bytes of the original.
        media: Their media type, as recognised.
        text: The text that was read in it, whole; empty: none was.
        wanted: What is to be hidden.
        limits: What drawing it may cost.

    Raises:
        RedactionError: Nothing is hidden; a passage is not one of the text, or stands a second time in what is left of
            it; a passage stands nowhere on the pages as letters, and no area without letters was marked; nobody says
            which words of the text an area hides; or it cannot be drawn.
    """
    passages, areas = wanted.passages, wanted.areas
    if not passages and not areas:
        raise RedactionError("mark what is to be hidden")
    told = _told(text, passages)
    if media not in DRAWN:
        if areas:
            raise RedactionError("areas can be marked on papers and pictures; of this item hide passages of its text")
        told = visible(told)
        return Version(told.encode(), "text/plain", told, passages)
    drawn, answer = _drawn(data, text, wanted, limits)
    bare = [place for place, under in enumerate(answer["under"]) if not under]
    if bare and text.strip() and not passages and not wanted.wordless:
        raise RedactionError(
            f"area {bare[0] + 1} covers no letters, and a text was read: mark the words it hides in the text too, or "
            "say that it hides none"
        )
    if not bare and (lost := [n for n, count in enumerate(answer["found"], 1) if not count]):
        raise RedactionError(f"passage {lost[0]} stands on no page as letters: mark its place on the page")
    hidden = _with_areas(text, wanted, answer["under"])
    if hidden != passages:
        told = _told(text, hidden)
        drawn, answer = _drawn(data, text, Wanted(hidden, areas), limits)
    return Version(drawn, str(answer["media"]), told, hidden, tuple(answer["pages"]))


def _told(text: str, passages: Sequence[Passage]) -> str:
    """The text without the passages, if they are gone from it."""
    told = redacted(text, passages)
    if left := leaks(text, passages, {"": told}):
        spot = told[left[0].start : left[0].end]
        raise RedactionError(f"passage {left[0].passage + 1} stands in what is left too: {spot[:80]!r}; hide it there")
    return told


def _drawn(data: bytes, text: str, wanted: Wanted, limits: Limits) -> tuple[bytes, Mapping[str, Any]]:
    hidden = [text[passage.start : passage.end] for passage in wanted.passages]
    places = [[area.page, area.left, area.top, area.right, area.bottom] for area in wanted.areas]
    values = {"limits": asdict(limits), "passages": hidden, "areas": places}
    outcome = sandbox(CAGED).run(f"{CAGED}:blackened", values, data, limits)
    answer = outcome.answers[-1] if outcome.answers else {}
    if outcome.state or not outcome.blob:
        why = outcome.says or answer.get("says") or "the drawing failed"
        raise RedactionError(f"it cannot be drawn anew: {why}")
    if absent := {area.page for area in wanted.areas} - set(answer["pages"]):
        raise RedactionError(f"there is no page {min(absent)}")
    return outcome.blob, answer


def _with_areas(text: str, wanted: Wanted, under: Sequence[Sequence[str]]) -> tuple[Passage, ...]:
    """The passages, with every place in the text where the words under the areas stand.

    Raises:
        RedactionError: Words under an area stand in the text in no such form.
    """
    found = list(wanted.passages)
    for number, (area, words) in enumerate(zip(wanted.areas, under, strict=True), 1):
        for said in words:
            there = places(said, text) if any(map(str.isalnum, said)) else ()
            if not there and any(map(str.isalnum, said)) and not wanted.wordless:
                raise RedactionError(
                    f"area {number} covers {said[:80]!r}, which the text has otherwise: mark it there too"
                )
            found += (Passage(start, end, area.reason) for start, end in there)
    return merged(found)
