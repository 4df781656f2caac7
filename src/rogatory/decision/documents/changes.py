"""What a decider changed from the draft: added, removed and reworded, and what of it is no longer there at all.

Nothing is forbidden here: a human decides. But a norm or an argument that went is named, so that it never goes unseen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table

_NORM: Final = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)+)\]")
"""How a draft names a norm behind its source."""
_WORDS: Final = re.compile(r"\S+")
_SAME_THING: Final = 0.5
"""Likeness from which a line is the other one reworded, from 0 to 1."""
_MOST_PAIRS: Final = 20_000
"""Pairs of lines that are compared; of another text altogether, lines are removed and added, and none is reworded."""


class What(Enum):
    """What a line of a draft is, as far as it must not go unseen."""

    NORM = "norm"
    ARGUMENT = "argument"
    FACT = "fact"
    CONDITION = "condition"
    ORDER = "order"


_BY_NUMBER: Final = {"D": What.ARGUMENT, "F": What.FACT, "L": What.CONDITION}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a reworded line.

    Attributes:
        text: The words.
        how: `same`, `added` or `removed`.
    """

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A line that says something else now.

    Attributes:
        before: The line of the draft.
        after: The line now.
        pieces: The words in order: those that stayed, were added and were removed.
    """

    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """Something of the draft that the text no longer holds.

    Attributes:
        what: What it is.
        number: Its number in the draft, or the identifier of the norm.
        text: Its line in the draft.
    """

    what: What
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a text changed from its draft.

    Attributes:
        added: Lines that are new.
        removed: Lines that went.
        reworded: Lines that say something else.
        gone: Norms, arguments, facts, conditions and orders that are no longer there.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[Reworded, ...]
    gone: tuple[Gone, ...]

    @property
    def none(self) -> bool:
        """Whether the text says exactly what the draft said."""
        return not (self.added or self.removed or self.reworded or self.gone)


def changes(draft: Document, signed: Document) -> Changes:
    """What `signed` changed from `draft`, line by line and word by word.

    A line is a heading, a paragraph, an item of a list or a row of a table, annexes included. Spacing is no change.
    """
    before, after = tuple(_lines(draft)), tuple(_lines(signed))
    added: list[str] = []
    removed: list[str] = []
    reworded: list[Reworded] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            left, right, both = _paired(before[a:b], after[c:d])
            removed += left
            added += right
            reworded += both
    # A line that stands elsewhere now was moved, and says the same.
    moved = set(removed) & set(added)
    return Changes(
        tuple(line for line in added if line not in moved),
        tuple(line for line in removed if line not in moved),
        tuple(reworded),
        tuple(_gone(draft, after)),
    )


def words(before: str, after: str) -> tuple[Piece, ...]:
    """Two lines beside each other, word by word.

    >>> [(p.how, p.text) for p in words("The request is refused.", "The request is refused in part.")]
    [('same', 'The request is'), ('removed', 'refused.'), ('added', 'refused in part.')]
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(" ".join(old[a:b]), "same"))
        else:
            pieces += [Piece(" ".join(part), how) for part, how in ((old[a:b], "removed"), (new[c:d], "added")) if part]
    return tuple(pieces)


def _paired(before: Iterable[str], after: Iterable[str]) -> tuple[list[str], list[str], list[Reworded]]:
    """Of lines that differ, those that are one line reworded; the others are removed and added."""
    left, right, both = [], list(after), []
    old = tuple(before)
    if len(old) * len(right) > _MOST_PAIRS:
        return list(old), right, []
    for line in old:
        near = max(right, key=lambda other: _likeness(line, other), default="")
        if near and _likeness(line, near) >= _SAME_THING:
            right.remove(near)
            both.append(Reworded(line, near, words(line, near)))
        else:
            left.append(line)
    return left, right, both


def _likeness(one: str, other: str) -> float:
    """How alike two lines are, from 0 to 1, by their words."""
    matcher = SequenceMatcher(None, _WORDS.findall(one), _WORDS.findall(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_THING else 0.0


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield from (" ".join(line.split()) for line in _block(block))
    for annex in document.annexes:
        yield from _lines(annex)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield text
        case Paragraph(text, _, source):
            yield f"{text} {source}".strip()
        case Listing(items):
            yield from items
        case Table(head, rows, caption):
            yield from filter(None, (caption, " | ".join(head)))
            yield from (" | ".join(row) for row in rows)


def _gone(draft: Document, after: tuple[str, ...]) -> Iterator[Gone]:
    named = {ident for line in after for ident in _NORM.findall(line)}
    standing = set(after)
    for block in draft.blocks:
        if not isinstance(block, Paragraph) or not block.number:
            continue
        line = next(_block(block))
        ident = next(iter(_NORM.findall(block.source)), "")
        what = What.NORM if ident else What.ORDER if block.binding and block.number.isdigit() else None
        what = what or _BY_NUMBER.get(block.number[0])
        kept = ident in named if ident else " ".join(line.split()) in standing or _reworded(line, after)
        if what and not kept:
            yield Gone(what, ident or block.number, block.text)


def _reworded(line: str, after: tuple[str, ...]) -> bool:
    return any(_likeness(line, other) >= _SAME_THING for other in after)
