"""Redaction: what is blackened in one item must not stand in another that leaves with it.

A passage is gone only if no sibling shows it: a draft, a copy in another form, a message that quotes it, the text
behind a picture. Words are compared as a reader would, whatever their line breaks, case and hyphens; and a passage
that stands in a sibling with a few words changed stands there too.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 5
"""Words in a row that make a passage known again."""
_SHOWN: Final = 0.6
"""Share of the words of a passage from which it counts as shown, though some are changed or missing."""


class RedactionError(ValueError):
    """A redaction that cannot be made as it is told."""


class Why(Enum):
    """Why something of an item is hidden: what the record says of it. Who receives the item is told less (`shown`)."""

    PRIVILEGE = "privilege"
    """A lawyer and a client, a doctor, a journalist: professional secrecy."""
    PROTECTED = "protected person"
    """Papers of an asylum procedure, or what would put somebody at risk."""
    THIRD_PARTY = "third party"
    """Somebody whom the request does not concern."""
    SCOPE = "out of scope"
    """Other persons, another time, another matter than the request names."""
    NEED = "more than needed"
    """Sending it would not be proportionate."""

    @property
    def shown(self) -> str:
        """What stands in its place: a word as wide as in the log of what is withheld, so that it gives nothing away."""
        return _SHOWN_AS[self]


_SHOWN_AS: Final = {
    Why.PRIVILEGE: "protected by law",
    Why.PROTECTED: "protected by law",
    Why.THIRD_PARTY: "protected by law",
    Why.SCOPE: "outside what was asked for",
    Why.NEED: "more than is needed",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be made unreadable.

    Attributes:
        start: First character (inclusive).
        end: Character after the last (exclusive).
        reason: Why it is hidden, in words; it is shown in its place.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture or of a page to be made unreadable, as where letters were read off pixels.

    Attributes:
        page: Number of the page, from 1.
        left: Its left side, as a share of the width from the left, 0 to 1.
        top: Its upper side, as a share of the height from above, 0 to 1.
        right: Its right side, likewise.
        bottom: Its lower side, likewise.
        reason: Why it is hidden, in words.

    Raises:
        RedactionError: It is no part of a page, or has no reason.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    reason: str

    def __post_init__(self) -> None:
        """Refuse one that hides nothing."""
        if self.page < 1 or not (0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1):
            raise RedactionError(f"page {self.page}: the area is no part of a page")
        if not self.reason.strip():
            raise RedactionError(f"say why an area of page {self.page} is hidden")


@dataclass(frozen=True, slots=True)
class Leak:
    """A sibling still shows what is hidden.

    Attributes:
        sibling: Identifier of the sibling.
        passage: Which passage, by position.
        start: First character there (inclusive).
        end: Character after the last there (exclusive).
        share: Share of the words of the passage that stand there, up to 1.
    """

    sibling: str
    passage: int
    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def redacted(text: str, passages: Sequence[Passage]) -> str:
    """The text with each passage replaced by its reason.

    What stands in its place has the same length whatever was hidden, so that it does not tell how long that was.

    Raises:
        RedactionError: A passage lies outside the text, is empty, overlaps another, or has no reason.
    """
    made, at = [], 0
    for passage in _in_order(text, passages):
        made += [text[at : passage.start], f"[{passage.reason}]"]
        at = passage.end
    return "".join([*made, text[at:]])


def leaks(text: str, passages: Sequence[Passage], siblings: Mapping[str, str]) -> tuple[Leak, ...]:
    """Which siblings still show what is hidden.

    Args:
        text: The text of the item, whole.
        passages: What is hidden in it.
        siblings: What else may leave, by identifier, each as it would leave: duplicates, near-duplicates, family,
            what quotes it, and the rest of the item itself once it is redacted.

    Raises:
        RedactionError: As for `redacted`.
    """
    found: list[Leak] = []
    for passage in _in_order(text, passages):
        place, hidden = passages.index(passage), text[passage.start : passage.end]
        for ident, sibling in siblings.items():
            found += (Leak(ident, place, start, end, share) for start, end, share in _shown(hidden, sibling))
    return tuple(dict.fromkeys(found))


def safe(text: str, passages: Sequence[Passage], siblings: Mapping[str, str]) -> bool:
    """Whether neither a sibling nor what is left of the item shows what is hidden."""
    return not leaks(text, passages, {**siblings, "": redacted(text, passages)})


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages in their order, those that overlap as one, for the reason of the first."""
    found: list[Passage] = []
    for one in sorted(passages, key=lambda p: (p.start, -p.end)):
        if found and one.start < found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def places(passage: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a passage stands whole in a text, however it is spaced, hyphenated or broken into lines there.

    Returns:
        First character (inclusive) and the one after the last (exclusive) of each place.
    """
    return tuple((start, end) for start, end, _ in _as_it_is(passage, text))


def _in_order(text: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    at = 0
    for passage in sorted(passages, key=lambda p: (p.start, p.end)):
        if not at <= passage.start < passage.end <= len(text):
            raise RedactionError(
                f"characters {passage.start} to {passage.end} are no passage of their own in this text"
            )
        if not passage.reason.strip():
            raise RedactionError(f"say why characters {passage.start} to {passage.end} are hidden")
        yield passage
        at = passage.end


def _shown(hidden: str, sibling: str) -> Iterator[tuple[int, int, float]]:
    """Where a sibling shows a hidden passage, and what share of its words."""
    yield from _as_it_is(hidden, sibling)
    wanted, there = _words(hidden), _words(sibling)
    if len(wanted.words) > _RUN:
        yield from _in_runs(wanted, there)
        yield from _changed(wanted, there)


def _as_it_is(hidden: str, sibling: str) -> Iterator[tuple[int, int, float]]:
    """The whole passage, however it is spaced, hyphenated or broken into lines."""
    letters, _ = _squeezed(hidden)
    if not letters:
        # A passage of signs alone is looked for as it stands.
        bare = hidden.strip()
        at = sibling.find(bare) if bare else -1
        if at >= 0:
            yield at, at + len(bare), 1.0
        return
    told, places = _squeezed(sibling)
    at = told.find(letters)
    while at >= 0:
        start, end = places[at], places[at + len(letters) - 1] + 1
        if not (sibling[start - 1 : start].isalnum() or sibling[end : end + 1].isalnum()):
            yield start, end, 1.0
        at = told.find(letters, at + 1)


def _in_runs(wanted: _Words, there: _Words) -> Iterator[tuple[int, int, float]]:
    """Some words of the passage in a row."""
    heads = {wanted.words[at : at + _RUN] for at in range(len(wanted.words) - _RUN + 1)}
    at = 0
    while at <= len(there.words) - _RUN:
        end = at
        while there.words[end : end + _RUN] in heads:
            end += 1
        if end > at:
            last = end + _RUN - 1
            yield there.spans[at][0], there.spans[last - 1][1], min(1.0, (last - at) / len(wanted.words))
        at = end + 1


def _changed(wanted: _Words, there: _Words) -> Iterator[tuple[int, int, float]]:
    """The passage with words changed, added or left out."""
    many = len(wanted.words)
    size, counts = many + many // 4, Counter(wanted.words)
    for at in range(0, max(1, len(there.words) - many // 2), max(1, many // 4)):
        window = there.words[at : at + size]
        if sum((Counter(window) & counts).values()) < _SHOWN * many:
            continue
        blocks = [
            b for b in SequenceMatcher(None, wanted.words, window, autojunk=False).get_matching_blocks() if b.size
        ]
        share = sum(b.size for b in blocks) / many
        if share >= _SHOWN:
            first, last = at + blocks[0].b, at + blocks[-1].b + blocks[-1].size - 1
            yield there.spans[first][0], there.spans[last][1], share


def _words(text: str) -> _Words:
    found = [(_plain(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
    return _Words(tuple(word for word, _, _ in found), tuple((start, end) for _, start, end in found))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The letters and digits alone, and where each stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _plain(sign):
            if letter.isalnum():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold()
