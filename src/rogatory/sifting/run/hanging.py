"""The ledger as the values the review judges: items in their order, families, and how everything hangs together.

`hung` takes in the whole seizure, for judging it; the functions after it answer for one item, for a page, and load
no more than what hangs together with it.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rogatory.material.archives import ARCHIVES
from rogatory.material.columns import Column, Names, Places, Spans, raw_of, rows_of, within
from rogatory.material.families import Families, Place, heads_of
from rogatory.material.items import Digest, ItemId, Kind, State
from rogatory.material.likeness import likeness
from rogatory.material.provenance import NUMBER, Bond, Numbers, Provenance
from rogatory.material.questions import Kin
from rogatory.material.screens.found import ASKS
from rogatory.material.standing import Raised
from rogatory.sifting.ledger.beside import NEAR, QUOTES, REDACTED, REPLIES, SAME, STILL, Lying
from rogatory.sifting.ledger.database import LedgerError
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
_AT_ONCE = 5000
V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Hung:
    """A seizure as the review judges it. Folders, links and devices are in the manifest, and not here.

    Attributes:
        items: Identifiers of what has bytes or would have; a container is followed by what lies in it.
        contents: Digests of what they hold, each once, and of what they lay in.
        content: For each the digest of what it holds; None where its bytes could not be had.
        size: For each its bytes; 0 where they could not be had.
        state: For each how reading it ended; None: it is still to be read, or its bytes could not be had.
        media: For each its kind by what it holds; empty: not found.
        family: For each the place of the first of its family, which may be answered together; its own: it is alone.
        provenance: How they hang together.
    """

    items: Names[ItemId]
    contents: Names[Digest]
    content: Column[Digest | None]
    size: NDArray[np.int64]
    state: Column[State | None]
    media: Column[str]
    family: Numbers
    provenance: Provenance

    @property
    def places(self) -> Mapping[str, int]:
        """Place of each item by its identifier, in their order."""
        return Places(self.items)

    @property
    def unread(self) -> Numbers:
        """Places of those no machine read wholly, for whatever reason."""
        whole = np.array([state is State.OK for state in (*self.state.values, None)], np.bool_)
        return np.flatnonzero(~whole[self.state.numbers]).astype(np.int32)


def hung(ledger: Ledger) -> Hung:
    """Take in a whole seizure, as it stood at one moment."""
    with ledger.at_one_moment():
        lain = _Lain(ledger.all_contents(), ledger.all_items())
        lain.put_in_order()
        provenance = _provenance(ledger, lain)
    return _hung(lain, provenance)


def _hung(lain: "_Lain", provenance: Provenance) -> Hung:
    of, family = lain.of, _first_of(heads_of(lain.above, lain.of, lain.holds_only))
    kinds, size = lain.kind[of], lain.sizes[of]
    kinds[of < 0], size[of < 0] = -1, 0
    return Hung(
        items=lain.items,
        contents=lain.names,
        content=Column(of, lain.names, None),
        size=size,
        state=Column(kinds, [state for _, state in lain.kinds], None),
        media=Column(kinds, [media for media, _ in lain.kinds], ""),
        family=family,
        provenance=provenance,
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

    Contents have numbers, then whatever else something lay in (what stands for the seizure).

    Attributes:
        names: Contents and the rest by their numbers.
        sizes: By number the bytes.
        kind: By number the place of kind and state in `kinds`; below zero: it is no content.
        kinds: Kinds and states that there are.
        items: The items.
        above: For each item the number of what it lay in.
        of: For each item the number of its content; below zero: it has none.
    """

    def __init__(
        self,
        contents: Iterable[tuple[Digest, int, str, str]],
        items: Iterable[tuple[ItemId, Digest, bytes, str, Digest | None]],
    ) -> None:
        raw, sizes, kind = bytearray(), bytearray(), bytearray()
        once: dict[tuple[str, str], int] = {}
        for rows in _batches(contents):
            digests, size, *told = zip(*rows, strict=True)
            raw += raw_of(digests)
            sizes += np.array(size, np.int64).tobytes()
            kind += np.array([once.setdefault(one, len(once)) for one in zip(*told, strict=True)], np.int16).tobytes()
        self.kinds = [(media, State(state) if state else None) for media, state in once]
        idents, above, of, beside = bytearray(), bytearray(), bytearray(), dict[bytes, int]()
        names = Names[Digest](rows_of(raw))
        for some in _batches(items):
            kept = [row for row in some if row[4] or row[3] == Kind.UNREADABLE.value]
            idents += raw_of(ident for ident, *_ in kept)
            above += _numbers(names, raw_of(parent for _, parent, *_ in kept), beside).tobytes()
            numbers = _numbers(names, raw_of(row[4] or row[1] for row in kept), beside)
            numbers[[not row[4] for row in kept]] = -1
            of += numbers.tobytes()
        self.contents = len(names)
        del names  # it holds the bytes fast
        raw += b"".join(beside)
        self.names = Names[Digest](rows_of(raw))
        more = len(beside)
        self.sizes = np.concatenate([np.frombuffer(sizes, np.int64), np.zeros(more, np.int64)])
        self.kind = np.concatenate([np.frombuffer(kind, np.int16), np.full(more, -1, np.int16)])
        self.items = Names[ItemId](rows_of(idents))
        self.above, self.of = np.frombuffer(above, np.int32), np.frombuffer(of, np.int32)

    def put_in_order(self) -> None:
        """From the order of what they lay in to that of a reader."""
        order = np.fromiter(self._in_order(), np.int32, len(self.above))
        idents = self.items.raw
        del self.items  # of many it is not kept twice
        self.items = Names[ItemId](idents[order])
        self.above, self.of = self.above[order], self.of[order]

    @property
    def holds_only(self) -> NDArray[np.bool_]:
        """By number whether it merely holds what lies in it."""
        return self._of_kinds(ARCHIVES)

    @property
    def packed(self) -> NDArray[np.bool_]:
        """By number whether it is one thing alone in another form."""
        return self._of_kinds(ONE_IN_ANOTHER_FORM)

    def _of_kinds(self, wanted: Collection[str]) -> NDArray[np.bool_]:
        told = np.array([*(media in wanted for media, _ in self.kinds), False], np.bool_)
        found: NDArray[np.bool_] = told[self.kind]
        return found

    def _in_order(self) -> Iterator[int]:
        """What was sealed in the order of its paths, each followed by what lies in it, where it was not met before.

        Redacted forms, which lay nowhere, come last: those before them keep their places.
        """
        # What lay in one thing is a span of rows.
        starts = np.flatnonzero(np.diff(self.above, prepend=np.int32(-1)))
        spans: NDArray[np.int32] = np.zeros((len(self.names), 2), np.int32)
        spans[self.above[starts], 0], spans[self.above[starts], 1] = starts, np.append(starts[1:], len(self.above))
        roots = [number for number in self.above[starts].tolist() if number >= self.contents]
        waiting = [
            iter(range(*spans[number].tolist()))
            for number in sorted(roots, key=lambda number: self.items.find(self.names[number]) >= 0)[::-1]
        ]
        # Where what is met next time holds nothing, or was met, it is not gone into.
        inner = bytearray((spans[:, 1] > 0).tobytes())
        of = memoryview(self.of.data)
        while waiting:
            for row in waiting[-1]:
                yield row
                if (number := of[row]) >= 0 and inner[number]:
                    inner[number] = 0
                    waiting.append(iter(range(*spans[number].tolist())))
                    break
            else:
                waiting.pop()


def _batches(rows: Iterable[V]) -> Iterator[list[V]]:
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _numbers(names: Names[Digest], raw: bytes, beside: dict[bytes, int]) -> Numbers:
    """The numbers of digests; what is no content gets the next one."""
    rows = rows_of(raw)
    found = names.find_all(rows)
    for one in np.flatnonzero(found < 0).tolist():
        found[one] = beside.setdefault(rows[one].tobytes(), len(names) + len(beside))
    return found


def _first_of(heads: Numbers) -> Numbers:
    """For each item the first that has the same head; its own place where it has none."""
    alone = np.arange(len(heads), dtype=np.int32)
    first = np.full(int(heads.max(initial=-1)) + 1, len(heads), np.int32)
    held = np.flatnonzero(heads >= 0)
    np.minimum.at(first, heads[held], alone[held])
    alone[held] = first[heads[held]]
    return alone


def _provenance(ledger: Ledger, lain: _Lain) -> Provenance:
    ties = _Ties(lain)
    edges = [*ties.contained(), ties.copies()]
    for kind, bond in _BONDS.items():
        edges.append(ties.between(ledger.edges(kind), bond))
    source, bonds, target = (np.concatenate(columns) for columns in zip(*edges, strict=True))
    return Provenance(len(lain.of), source, bonds, target)


_Edges = tuple[Numbers, NDArray[np.int8], Numbers]


class _Ties:
    """Edges between items, from what is known of contents: every item with a content has an edge of its own."""

    def __init__(self, lain: _Lain) -> None:
        self._lain = lain
        self._holders = Spans(lain.of, len(lain.names))

    def contained(self) -> Iterator[_Edges]:
        """What lies in each container, in every place where it lies; and what is the same thing unpacked."""
        parents = self._lain.above
        many = np.minimum(self._holders.count[parents], _MOST_HOLDERS)
        holder = self._holders.at(np.repeat(parents, many), within(many))
        member = np.repeat(np.arange(len(parents), dtype=np.int32), many)
        yield _edges(holder, Bond.CONTAINS, member)
        same = self._lain.packed[self._lain.of[holder]]
        yield _edges(member[same], Bond.DERIVED, holder[same])

    def copies(self) -> _Edges:
        """The same bytes. Each is tied to several others, so that they hang together though a court parts some."""
        counts = self._holders.count
        several = np.flatnonzero((counts > 1) & (self._lain.sizes > 0))
        one, other, stride = [_NONE], [_NONE], 1
        while len(several := several[counts[several] > stride]):
            content, place = np.repeat(several, counts[several]), within(counts[several])
            one.append(self._holders.at(content, place))
            other.append(self._holders.at(content, place + stride))
            stride *= 2
        return _edges(np.concatenate(one), Bond.DUPLICATE, np.concatenate(other))

    def between(self, pairs: Iterator[tuple[Digest, Digest]], bond: Bond) -> _Edges:
        """Edges between the items of two contents: as many as the one that lies in more places has."""
        batches = (self._lain.names.find_all(rows_of(raw_of(chain(*some)))) for some in _batches(pairs))
        told = np.concatenate([_NONE, *batches]).reshape(-1, 2)
        if (told < 0).any():
            raise LedgerError(f"{bond.value}: the ledger ties a content it does not hold; have the seizure read again")
        counts = self._holders.count
        one, other = told[(counts[told] > 0).all(axis=1)].T
        many = np.maximum(counts[one], counts[other])
        place = within(many)
        source, target = (self._holders.at(np.repeat(side, many), place) for side in (one, other))
        return _edges(source, bond, target)


def _edges(source: Numbers, bond: Bond, target: Numbers) -> _Edges:
    """Edges as columns; an item is never tied to itself."""
    other = source != target
    return source[other], np.full(int(other.sum()), NUMBER[bond], np.int8), target[other]


NOTHING = _hung(_Lain((), ()), Provenance.of(0, ()))
"""A seizure of which nothing was read."""
