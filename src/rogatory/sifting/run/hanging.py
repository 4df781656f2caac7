"""The ledger as the values the review judges: items in their order, families, and how everything hangs together.

`hung` takes in the whole seizure, for judging it; the functions after it answer for one item, for a page, and load
no more than what hangs together with it.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
from rogatory.sifting.ledger.beside import NEAR, QUOTES, REDACTED, REPLIES, SAME, STILL, Lying
from rogatory.sifting.ledger.ledger import Ledger

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
        lain = _Lain(ledger)
    numbers = lain.of[lain.order].tolist()
    items = tuple(lain.idents[row] for row in lain.order.tolist())
    content = tuple(map(lain.content, numbers))
    told = [lain.told(number) for number in numbers]
    return Hung(
        items=items,
        content=content,
        size=np.array([lain.sizes[number] if 0 <= number < lain.contents else 0 for number in numbers], np.int64),
        state=tuple(state for _, state in told),
        media=tuple(media for media, _ in told),
        kin=Kin({item: one for item, one in zip(items, content, strict=True) if one}, _whole(lain)),
        provenance=_provenance(ledger, lain),
        unread=frozenset(item for item, (_, state) in zip(items, told, strict=True) if state is not State.OK),
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


class _Lain:
    """Where everything lay, in columns: a million items are many objects.

    Contents have numbers, then whatever else something lay in (what stands for the seizure). Items are rows, in the
    order of what they lay in, so that what lay in one thing is a span of rows.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.number: dict[Digest, int] = {}
        self.sizes, kinds = array("q"), array("i")
        once: dict[tuple[str, str], int] = {}
        for digest, size, media, state in ledger.all_contents():
            self.number[digest] = len(self.number)
            self.sizes.append(size)
            kinds.append(once.setdefault((media, state), len(once)))
        self.contents, self._kind = len(kinds), kinds
        self._kinds = [(media, State(state) if state else None) for media, state in once] + [("", None)]
        self.idents: list[ItemId] = []
        above, of = array("i"), array("i")
        for ident, parent, _, kind, content in ledger.all_items():
            if content or kind == Kind.UNREADABLE.value:
                self.idents.append(ident)
                above.append(self.number.setdefault(parent, len(self.number)))
                of.append(self.number.setdefault(content, len(self.number)) if content else -1)
        self._names = [*self.number]
        self.above, self.of = np.array(above, np.int32), np.array(of, np.int32)
        self._inside = _Spans(self.above, len(self._names))
        self._holders = _Spans(self.of, len(self._names))
        self.order: Numbers = np.fromiter(self._in_order(), np.int32, len(self.above))

    def content(self, number: int) -> Digest | None:
        """A content by its number; below zero: None."""
        return self._names[number] if number >= 0 else None

    def places(self) -> Iterator[Place]:
        """Every item, in their order."""
        return map(self._place, self.order.tolist())

    def holding(self, content: Digest) -> Sequence[Place]:
        return [*map(self._place, self._holders.of(self.number.get(content, -1)))]

    def inside(self, content: Digest) -> Sequence[Place]:
        return [*map(self._place, self._inside.of(self.number.get(content, -1)))]

    def media(self, content: Digest) -> str:
        return self.told(self.number.get(content, -1))[0]

    def told(self, number: int) -> tuple[str, State | None]:
        """Kind and state of a content by its number; below zero: it has no bytes."""
        return self._kinds[self._kind[number] if 0 <= number < self.contents else -1]

    def _place(self, row: int) -> Place:
        return Place(self.idents[row], self._names[self.above[row]], self.content(int(self.of[row])))

    def _in_order(self) -> Iterator[int]:
        """What was sealed in the order of its paths, each followed by what lies in it, where it was not met before.

        Redacted forms, which lay nowhere, come last: those before them keep their places.
        """
        roots = [number for number in dict.fromkeys(self.above.tolist()) if number >= self.contents]
        named = {str(self._names[number]) for number in roots}
        made_of = {str(ident) for ident in self.idents if ident in named}
        sealed = sorted(roots, key=lambda number: str(self._names[number]) in made_of)
        seen = bytearray(len(self._names))
        waiting = [row for number in sealed for row in self._inside.of(number)][::-1]
        while waiting:
            row = waiting.pop()
            yield row
            of = int(self.of[row])
            if of >= 0 and not seen[of] and (inner := self._inside.of(of)):
                seen[of] = 1
                waiting += reversed(inner)


class _Spans:
    """The rows of each number in a column, in their order."""

    def __init__(self, column: Numbers, count: int) -> None:
        held = np.flatnonzero(column >= 0)
        self._rows: Numbers = held[np.argsort(column[held], kind="stable")].astype(np.int32)
        self._ends = np.cumsum(np.bincount(column[held], minlength=count))

    def of(self, number: int) -> list[int]:
        """The rows of a number; below zero: none."""
        if number < 0:
            return []
        found: list[int] = self._rows[int(self._ends[number - 1]) if number else 0 : int(self._ends[number])].tolist()
        return found


def _whole(lain: _Lain) -> dict[str, frozenset[str]]:
    families, found = Families(lain), dict[str, frozenset[str]]()
    for place in lain.places():
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
    return Provenance(len(lain.order), source, bonds, target)


_Edges = tuple[Numbers, NDArray[np.int8], Numbers]


class _Ties:
    """Edges between items, from what is known of contents: every item with a content has an edge of its own."""

    def __init__(self, lain: _Lain) -> None:
        self._lain = lain
        self._of = self._among(lain.of)
        held = np.flatnonzero(self._of >= 0)
        self._holders: Numbers = held[np.argsort(self._of[held], kind="stable")].astype(np.int32)
        self._count = np.bincount(self._of[held], minlength=lain.contents)
        self._first = np.cumsum(self._count) - self._count

    def contained(self) -> Iterator[_Edges]:
        """What lies in each container, in every place where it lies; and what is the same thing unpacked."""
        parents = self._among(self._lain.above)
        inner = np.flatnonzero(parents >= 0).astype(np.int32)
        many = np.minimum(self._count[parents[inner]], _MOST_HOLDERS)
        holder, member = self._holder(np.repeat(parents[inner], many), _within(many)), np.repeat(inner, many)
        yield _edges(holder, Bond.CONTAINS, member)
        kinds = (self._lain.told(number)[0] for number in range(self._lain.contents))
        packed = np.fromiter((media in ONE_IN_ANOTHER_FORM for media in kinds), np.bool_, self._lain.contents)
        same = packed[self._of[holder]]
        yield _edges(member[same], Bond.DERIVED, holder[same])

    def copies(self) -> _Edges:
        """The same bytes. Each is tied to several others, so that they hang together though a court parts some."""
        sizes = np.array(self._lain.sizes, np.int64)
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
        numbers = (self._lain.number[end] for pair in pairs for end in pair)
        told = np.fromiter(numbers, np.int32).reshape(-1, 2)
        told = told[(self._count[told] > 0).all(axis=1)]
        one, other = told[:, 0], told[:, 1]
        many = np.maximum(self._count[one], self._count[other])
        place = _within(many)
        source, target = (self._holder(np.repeat(side, many), place) for side in (one, other))
        return _edges(source, bond, target)

    def _among(self, column: Numbers) -> Numbers:
        """A column in the order of the items; what is no content is below zero."""
        told = column[self._lain.order]
        return np.where(told < self._lain.contents, told, np.int32(-1))

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
