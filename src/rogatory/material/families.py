"""Families: a message with everything attached to it, or a paper with what lies in it.

An archive, a folder and a mailbox merely hold what lies in them, and make no family. What lies in several families at
once (the members of an archive that was sent twice) belongs to none of them: it is answered by itself, which is more
work and never too little.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from rogatory.material.archives import ARCHIVES
from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import Numbers


class Place(NamedTuple):
    """An item, as far as families go.

    Attributes:
        item: What it is called.
        parent: Content it lay in, or what stands for the seizure.
        content: Its bytes; None where it has none.
    """

    item: ItemId
    parent: Digest
    content: Digest | None


class Places(Protocol):
    """Where contents lay, however that is looked up."""

    def holding(self, content: Digest) -> Sequence[Place]:
        """The items that hold a content; none for what stands for the seizure."""

    def inside(self, content: Digest) -> Sequence[Place]:
        """The items that lay in a content."""

    def media(self, content: Digest) -> str:
        """The kind of a content; empty where it is not known."""


_ROUND = Digest("")
"""At the head of what lies in itself, or in what does: it is in no family."""


@dataclass(slots=True)
class Families:
    """Finds the family of an item, looking up no more than it takes.

    Attributes:
        places: Where contents lay.
    """

    places: Places
    _heads: dict[Digest, Digest | None] = field(default_factory=dict)

    def of(self, place: Place) -> frozenset[ItemId]:
        """The whole family of an item, itself among them.

        Copies of one message and what is attached to it, which was taken out once, are one family.
        """
        head = self.head(place)
        found = frozenset(self._members(head)) if head else frozenset[ItemId]()
        return found or frozenset((place.item,))

    def head(self, place: Place) -> Digest | None:
        """The content at the head of the family of an item; None: it lies in none, and nothing lies in it."""
        above = self._heading(place.parent)
        if above or place.content is None or not self.places.inside(place.content):
            return above
        return place.content if self._heading(place.content) == place.content else None

    def _members(self, head: Digest) -> Iterator[ItemId]:
        yield from (place.item for place in self.places.holding(head))
        waiting, seen = [head], {head}
        while waiting:
            for place in self.places.inside(waiting.pop()):
                yield place.item
                content = place.content
                if content and content not in seen and self._heading(content) == head:
                    seen.add(content)
                    waiting.append(content)

    def _heading(self, content: Digest) -> Digest | None:
        """At the head of the family of what lies in a content; None: there is none."""
        way: list[Digest] = [content]
        while way:
            at = way[-1]
            holding = self.places.holding(at)
            self._heads.setdefault(at, _ROUND)
            if missing := [place.parent for place in holding if place.parent not in self._heads]:
                way += dict.fromkeys(missing)
                continue
            self._heads[at] = self._decided(at, holding)
            way.pop()
        return self._heads[content] or None

    def _decided(self, content: Digest, holding: Sequence[Place]) -> Digest | None:
        above = {self._heads[place.parent] for place in holding}
        if _ROUND in above:
            return _ROUND
        if len(above) != 1:
            return None
        (only,) = above
        return only or (None if self.places.media(content) in ARCHIVES else content)


def heads_of(parent: Numbers, content: Numbers, archives: NDArray[np.bool_]) -> Numbers:
    """The content at the head of the family of each item, as `Families.head` tells it of one; below zero: none.

    Args:
        parent: For each item the number of what it lay in.
        content: For each item the number of its content; below zero: it has none.
        archives: By number whether it merely holds what lies in it.
    """
    count, passed = len(archives), content < 0
    heading, decided = np.full(count, -1, np.int32), np.zeros(count, np.bool_)
    undecided = np.bincount(content[~passed], minlength=count).astype(np.int32)
    least, most = np.full(count, count, np.int32), np.full(count, -2, np.int32)
    # From the outermost inwards; what lies in itself is never reached.
    while len(deciding := np.flatnonzero(~decided & (undecided == 0)).astype(np.int32)):
        only = least[deciding]
        own = np.where(archives[deciding], np.int32(-1), deciding)
        heading[deciding] = np.where(only != most[deciding], -1, np.where(only < 0, own, only))
        decided[deciding] = True
        rows = np.flatnonzero(decided[parent] & ~passed).astype(np.int32)
        passed[rows] = True
        inner, told = content[rows], heading[parent[rows]]
        np.minimum.at(least, inner, told)
        np.maximum.at(most, inner, told)
        np.subtract.at(undecided, inner, 1)
    found, holds = heading[parent], np.zeros(count, np.bool_)
    holds[parent] = True
    own = np.flatnonzero((found < 0) & (content >= 0) & holds[content] & (heading[content] == content))
    found[own] = content[own]
    return found
