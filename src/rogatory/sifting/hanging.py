"""The ledger as the values the review judges: items in their order, families, and how everything hangs together.

`hung` takes in the whole seizure, for judging it; the functions after it answer for one item, for a page, and load
no more than what hangs together with it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rogatory.material.families import Families, Place
from rogatory.material.items import Digest, ItemId, Kind, State
from rogatory.material.likeness import likeness
from rogatory.material.provenance import NUMBER, Bond, Numbers, Provenance
from rogatory.material.questions import Kin
from rogatory.material.screens.found import ASKS
from rogatory.material.standing import Raised
from rogatory.sifting.beside import NEAR, QUOTES, REDACTED, REPLIES, SAME, STILL, Lying
from rogatory.sifting.ledger import Ledger

_BONDS = {SAME: Bond.DUPLICATE, NEAR: Bond.NEAR_DUPLICATE, QUOTES: Bond.QUOTES, REPLIES: Bond.REPLIES,
          REDACTED: Bond.REDACTED, STILL: Bond.QUOTES}  # fmt: skip
ONE_IN_ANOTHER_FORM = frozenset(
    {
        "application/gzip",
        "application/x-bzip2",
        "application/x-xz",
        "application/x-compress",
        "application/zlib",
        "application/zstd",
        "application/x-lz4",
        "application/x-lzip",
        "application/pkcs7-mime",
        "application/pgp-encrypted",
    }
)
"""Packed or signed, one thing alone: taken out it is the same thing in another form."""
_MOST_HOLDERS = 64
"""Places of one container that are tied to each of its members; further ones are tied through these, their copies."""

_NONE: Numbers = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Hung:
    """A seizure as the review judges it. Folders, links and devices are in the manifest, and not here.

    Attributes:
        items: Identifiers of what has bytes or would have; a container is followed by what lies in it.
        content: For each its digest; None where its bytes could not be had.
        size: For each its bytes; 0 where they could not be had.
        state: For each how reading it ended; None: it is still to be read, or its bytes could not be had.
        media: For each its kind by what it holds; empty: not found.
        kin: Which may be answered together.
        provenance: How they hang together.
        unread: Those no machine read wholly, for whatever reason.
    """

    items: tuple[ItemId, ...]
    content: tuple[Digest | None, ...]
    size: NDArray[np.int64]
    state: tuple[State | None, ...]
    media: tuple[str, ...]
    kin: Kin
    provenance: Provenance
    unread: frozenset[ItemId]


def hung(ledger: Ledger) -> Hung:
    """Take in a whole seizure, as it stood at one moment."""
    with ledger.at_one_moment():
        lain = _Lain.taken(ledger)
        provenance = _provenance(ledger, lain)
    states = tuple(lain.state(place) for place in lain.items)
    families = Families(lain)
    return Hung(
        items=tuple(place.item for place in lain.items),
        content=tuple(place.content for place in lain.items),
        size=np.array([lain.sizes.get(place.content, 0) if place.content else 0 for place in lain.items], np.int64),
        state=states,
        media=tuple(lain.media(place.content) if place.content else "" for place in lain.items),
        kin=Kin({place.item: place.content for place in lain.items if place.content}, _whole(families, lain.items)),
        provenance=provenance,
        unread=frozenset(p.item for p, state in zip(lain.items, states, strict=True) if state is not State.OK),
    )


def raised(ledger: Ledger, answered: Sequence[float] = ()) -> Iterator[Raised]:
    """What screens found, for every item that holds it.

    Args:
        ledger: The ledger.
        answered: When each answer of the review was given, in seconds since 1970, in their order. An answer counts as
            given before a finding where whoever gave it may not have seen that.
    """
    for content, screen, at in ledger.found_at():
        after = bisect_right(answered, at)
        yield from (Raised(place.item, ASKS[screen], after) for place in ledger.holding(content))


def kin_of(ledger: Ledger, items: Iterable[ItemId]) -> Kin:
    """Which items may be answered together with these; those that are not in the ledger are alone."""
    families, content, family = Families(ledger), dict[str, str](), dict[str, frozenset[str]]()
    for ident in items:
        if ident in family or (one := ledger.lying(ident)) is None:
            continue
        place = Place(ident, one.item.parent, one.item.content)
        whole = families.of(place)
        family |= dict.fromkeys(whole, frozenset[str](whole))
        if place.content:
            content |= {copy.item: place.content for copy in ledger.holding(place.content)}
    return Kin(content, family)


def duplicates_of(ledger: Ledger, ident: ItemId) -> list[Lying]:
    """Other items with the same bytes, and then those with the same words; nothing for what is empty."""
    one = ledger.lying(ident)
    if one is None or one.item.content is None or not one.size:
        return []
    same = dict.fromkeys(chain([one.item.content], _cluster(ledger, SAME, one.item.content)))
    return [other for other in ledger.lying_as([*same]) if other.item.ident != ident]


def near_duplicates_of(ledger: Ledger, ident: ItemId) -> list[tuple[Lying, float]]:
    """Items whose words are nearly the same, with the share of them that is, from 0 to 1; the most alike first."""
    one = ledger.lying(ident)
    if one is None or one.item.content is None:
        return []
    content = one.item.content
    text, same = ledger.text(content), {content, *_cluster(ledger, SAME, content)}
    alike = [other for mine in same for side in ledger.tied(NEAR, mine) for other in side if other not in same]
    found = {other: likeness(text, ledger.text(other)) for other in dict.fromkeys(alike)}
    return [(lying, found[other]) for other in sorted(found, key=lambda d: (-found[d], d))
            for lying in ledger.lying_as([other])]  # fmt: skip


def thread_of(ledger: Ledger, ident: ItemId) -> list[Lying]:
    """The messages of its thread in the order in which they say they were written, itself among them."""
    one = ledger.lying(ident)
    if one is None or one.item.content is None:
        return []
    return ledger.lying_as(ledger.conversation(one.item.content))


def quoted_in(ledger: Ledger, ident: ItemId) -> tuple[list[Lying], list[Lying]]:
    """The items whose words stand in it, and those in which its words stand."""
    one = ledger.lying(ident)
    if one is None or one.item.content is None:
        return [], []
    quotes, quoted = ledger.tied(QUOTES, one.item.content)
    return ledger.lying_as(quotes), ledger.lying_as(quoted)


def _cluster(ledger: Ledger, kind: str, content: Digest) -> Iterator[Digest]:
    seen, waiting = {content}, [content]
    while waiting:
        for other in chain(*ledger.tied(kind, waiting.pop())):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other


@dataclass(slots=True, eq=False)
class _Lain:
    """Where everything lay, in memory."""

    items: list[Place] = field(default_factory=list)
    sizes: dict[Digest, int] = field(default_factory=dict)
    _kinds: dict[Digest, tuple[str, State | None]] = field(default_factory=dict)
    _first: dict[Digest, Place] = field(default_factory=dict)
    _copies: dict[Digest, list[Place]] = field(default_factory=dict)
    _inside: dict[Digest, list[Place]] = field(default_factory=dict)

    @staticmethod
    def taken(ledger: Ledger) -> "_Lain":
        lain = _Lain()
        # Kinds, states and digests are told a million times and kept once.
        names: dict[Digest, Digest] = {}
        once: dict[tuple[str, str], tuple[str, State | None]] = {}
        for digest, size, media, state in ledger.all_contents():
            lain.sizes[digest], names[digest] = size, digest
            lain._kinds[digest] = once.setdefault((media, state), (media, State(state) if state else None))
        for ident, parent, _, kind, content in ledger.all_items():
            if content or kind == Kind.UNREADABLE.value:
                parent = names.setdefault(parent, parent)  # noqa: PLW2901 - the same words
                place = Place(ident, parent, names.setdefault(content, content) if content else None)
                lain._inside.setdefault(parent, []).append(place)
                if place.content and lain._first.setdefault(place.content, place) is not place:
                    lain._copies.setdefault(place.content, [lain._first[place.content]]).append(place)
        lain.items = list(lain._in_order())
        return lain

    def holding(self, content: Digest) -> Sequence[Place]:
        if content in self._copies:
            return self._copies[content]
        return (self._first[content],) if content in self._first else ()

    def inside(self, content: Digest) -> Sequence[Place]:
        return self._inside.get(content, ())

    def media(self, content: Digest) -> str:
        return self._kinds[content][0] if content in self._kinds else ""

    def state(self, place: Place) -> State | None:
        return self._kinds[place.content][1] if place.content in self._kinds else None

    def _in_order(self) -> Iterator[Place]:
        """What was sealed in the order of its paths, each followed by what lies in it, where it was not met before.

        Redacted forms, which lay nowhere, come last: those before them keep their places.
        """
        roots = {str(parent) for parent in self._inside if parent not in self._kinds}
        made_of = {place.item for places in self._inside.values() for place in places if place.item in roots}
        sealed = sorted((parent for parent in self._inside if parent not in self._kinds), key=made_of.__contains__)
        seen: set[Digest] = set()
        waiting = [place for parent in sealed for place in self._inside[parent]][::-1]
        while waiting:
            place = waiting.pop()
            yield place
            if place.content and place.content in self._inside and place.content not in seen:
                seen.add(place.content)
                waiting += reversed(self._inside[place.content])


def _whole(families: Families, items: Iterable[Place]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for place in items:
        if place.item not in found and families.head(place):
            whole = families.of(place)
            found |= dict.fromkeys(whole, frozenset[str](whole))
    return found


def _provenance(ledger: Ledger, lain: _Lain) -> Provenance:
    ties = _Ties(lain)
    edges = [*ties.contained(), ties.copies()]
    for kind, bond in _BONDS.items():
        edges.append(ties.between(ledger.edges(kind), bond))
    source, bonds, target = (np.concatenate(columns) for columns in zip(*edges, strict=True))
    return Provenance(len(lain.items), source, bonds, target)


_Edges = tuple[Numbers, NDArray[np.int8], Numbers]


class _Ties:
    """Edges between items, from what is known of contents: every item with a content has an edge of its own."""

    def __init__(self, lain: _Lain) -> None:
        self._lain = lain
        self._number = {digest: number for number, digest in enumerate(lain.sizes)}
        self._of = np.array([self._number.get(place.content, -1) if place.content else -1 for place in lain.items],
                            np.int32)  # fmt: skip
        held = np.flatnonzero(self._of >= 0)
        self._holders: Numbers = held[np.argsort(self._of[held], kind="stable")].astype(np.int32)
        self._count = np.bincount(self._of[held], minlength=len(self._number))
        self._first = np.cumsum(self._count) - self._count

    def contained(self) -> Iterator[_Edges]:
        """What lies in each container, in every place where it lies; and what is the same thing unpacked."""
        above = [self._number.get(place.parent, -1) for place in self._lain.items]
        parents = np.array(above, np.int32)
        inner = np.flatnonzero(parents >= 0).astype(np.int32)
        many = np.minimum(self._count[parents[inner]], _MOST_HOLDERS)
        holder, member = self._holder(np.repeat(parents[inner], many), _within(many)), np.repeat(inner, many)
        yield _edges(holder, Bond.CONTAINS, member)
        packed = np.array([media in ONE_IN_ANOTHER_FORM for media in map(self._lain.media, self._number)], np.bool_)
        same = packed[self._of[holder]]
        yield _edges(member[same], Bond.DERIVED, holder[same])

    def copies(self) -> _Edges:
        """The same bytes. Each is tied to several others, so that they hang together though a court parts some."""
        sizes = np.fromiter(self._lain.sizes.values(), np.int64, len(self._number))
        several = np.flatnonzero((self._count > 1) & (sizes > 0))
        one, other, stride = [_NONE], [_NONE], 1
        while len(several := several[self._count[several] > stride]):
            count = self._count[several]
            content, place = np.repeat(several, count), _within(count)
            one.append(self._holder(content, place))
            other.append(self._holder(content, place + stride))
            stride *= 2
        return _edges(np.concatenate(one), Bond.DUPLICATE, np.concatenate(other))

    def between(self, pairs: Iterable[tuple[Digest, Digest]], bond: Bond) -> _Edges:
        """Edges between the items of two contents: as many as the one that lies in more places has."""
        numbers = (self._number[end] for pair in pairs for end in pair)
        told = np.fromiter(numbers, np.int32).reshape(-1, 2)
        told = told[(self._count[told] > 0).all(axis=1)]
        one, other = told[:, 0], told[:, 1]
        many = np.maximum(self._count[one], self._count[other])
        place = _within(many)
        source, target = (self._holder(np.repeat(side, many), place) for side in (one, other))
        return _edges(source, bond, target)

    def _holder(self, content: NDArray[np.signedinteger], place: NDArray[np.int64]) -> Numbers:
        """The items at these places among those that hold a content; after the last comes the first again."""
        found: Numbers = self._holders[self._first[content] + place % self._count[content]]
        return found


def _within(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """0, 1, 2 … anew for each count."""
    found: NDArray[np.int64] = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return found


def _edges(source: Numbers, bond: Bond, target: Numbers) -> _Edges:
    """Edges as columns; an item is never tied to itself."""
    other = source != target
    return source[other], np.full(int(other.sum()), NUMBER[bond], np.int8), target[other]
