"""How seized items hang together, and how something spreads over it: a monotone fixpoint.

An edge reads *source, bond, target*: a message contains an attachment, a reply replies to a message, a translation is
derived from its original. What is wrong with one item is passed on over such edges: to another item as a whole, or to
a container only because something in it is so. A container that merely holds something passes nothing on to the rest
of what it holds; else one paper would spoil a whole computer.

Items and edges are columns, so that millions are gone through in seconds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
"""Items or edges by their position, from 0."""
Levels = NDArray[np.int8]
"""For each item its `Level`."""

_NARROW = 24
"""Items reached in one round below which they are gone through one by one: a long chain of replies has millions of
rounds of one item each."""


class Bond(Enum):
    """How one item hangs together with another; read *source, bond, target*."""

    CONTAINS = "contains"
    """An archive and its member, a message and its attachment, a paper and a picture in it."""
    QUOTES = "quotes"
    """Words of the target stand in the source."""
    REPLIES = "replies to"
    """A message answers another, or passes it on."""
    DERIVED = "was made of"
    """The source is the target in another form, and nothing else: translation, transcript, conversion, scan."""
    DUPLICATE = "is a duplicate of"
    """The same bytes, or the same text."""
    NEAR_DUPLICATE = "is nearly the same as"
    """Texts alike beyond a measure: drafts, versions, the same letter to two addressees."""
    SUMMARISES = "summarises"
    """The source tells in its own words what the target says."""
    REDACTED = "is the redacted form of"
    """The source is the target with passages hidden, and compared with everything that would leave beside it."""


BONDS = tuple(Bond)
"""The bonds, in the order of their numbers in a column."""
NUMBER = {bond: np.int8(number) for number, bond in enumerate(BONDS)}


class Level(IntEnum):
    """How far something has reached an item; it only ever rises."""

    FREE = 0
    HOLDS = 1
    """The item itself is not so, and something in it is: as a whole it cannot leave."""
    ITSELF = 2
    """The item itself is so."""


class Way(IntEnum):
    """What an edge passes on in one direction."""

    NOTHING = 0
    ALIKE = 1
    """What one end is, the other is: one stands for the other."""
    AS_HOLDER = 2
    """The other end then holds something that is so."""
    IN_SUBSTANCE = 3
    """If the one is so itself, the other is. That it holds something says nothing of the other."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a bond passes on, and why.

    Attributes:
        to_source: What the target passes to the source.
        because_source: Why, in a sentence.
        to_target: What the source passes to the target.
        because_target: Why, in a sentence.
    """

    to_source: Way
    because_source: str
    to_target: Way
    because_target: str


@dataclass(frozen=True, slots=True, eq=False)
class Provenance:
    """The edges between the items of a seizure, as columns of one length.

    Attributes:
        size: How many items there are.
        source: Position of each edge's source.
        bond: Number of its bond (`NUMBER`).
        target: Position of its target.

    Raises:
        ValueError: Columns of different lengths, or a position or number that names nothing.
    """

    size: int
    source: Numbers
    bond: NDArray[np.int8]
    target: Numbers

    def __post_init__(self) -> None:
        """Refuse what would be read as another edge."""
        if not len(self.source) == len(self.bond) == len(self.target):
            raise ValueError("the columns of edges have different lengths: give each edge a source, a bond, a target")
        if len(self.source):
            lowest = min(int(self.source.min()), int(self.target.min()), int(self.bond.min()))
            highest = max(int(self.source.max()), int(self.target.max()))
            if lowest < 0 or highest >= self.size or int(self.bond.max()) >= len(BONDS):
                raise ValueError(f"an edge names an item or a bond that is not there; there are {self.size} items")

    @staticmethod
    def of(size: int, edges: Iterable[tuple[int, Bond, int]]) -> "Provenance":
        """The edges of `size` items, each as source, bond and target."""
        told = list(edges)
        source = np.fromiter((s for s, _, _ in told), np.int32, len(told))
        bond = np.fromiter((NUMBER[b] for _, b, _ in told), np.int8, len(told))
        target = np.fromiter((t for _, _, t in told), np.int32, len(told))
        return Provenance(size, source, bond, target)

    def with_edges(self, more: "Provenance") -> "Provenance":
        """These edges and more, over as many items as the larger of both has."""
        source, target = np.append(self.source, more.source), np.append(self.target, more.target)
        return Provenance(max(self.size, more.size), source, np.append(self.bond, more.bond), target)

    def edge(self, number: int) -> tuple[int, Bond, int]:
        """One edge, as source, bond and target."""
        return int(self.source[number]), BONDS[self.bond[number]], int(self.target[number])


@dataclass(frozen=True, slots=True)
class Step:
    """One step by which something reached an item.

    Attributes:
        edge: Number of the edge.
        start: Item it came from.
        bond: The bond.
        forward: Whether the start is the source of the edge; if not, the edge reads from the end to the start.
        end: Item it reached.
        level: What the end became by it.
        because: Why the bond passes it on.
    """

    edge: int
    start: int
    bond: Bond
    forward: bool
    end: int
    level: Level
    because: str


@dataclass(frozen=True, slots=True, eq=False)
class _Arcs:
    """Everything edges pass on, as arcs in the order of the item they leave.

    Attributes:
        first: For each item the position of its first arc; one more than there are items.
        end: Where each arc leads.
        way: What it passes on.
        edge: Edge it belongs to.
    """

    first: NDArray[np.int64]
    end: Numbers
    way: NDArray[np.int8]
    edge: Numbers

    @staticmethod
    def made(size: int, start: Numbers, end: Numbers, way: NDArray[np.int8], edge: Numbers) -> "_Arcs":
        # Start and position in one number: sorting numbers is far quicker than sorting by them.
        key = (start.astype(np.int64) << 32) | np.arange(len(start), dtype=np.int64)
        key.sort()
        order = key & 0xFFFFFFFF
        first = np.zeros(size + 1, np.int64)
        np.cumsum(np.bincount(start, minlength=size), out=first[1:])
        return _Arcs(first, end[order], way[order], edge[order])

    def leaving(self, items: Numbers) -> NDArray[np.int64]:
        """The positions of all arcs that leave `items`."""
        starts = self.first[items]
        counts = self.first[items + 1] - starts
        before = np.cumsum(counts) - counts
        positions: NDArray[np.int64] = np.arange(int(counts.sum())) + np.repeat(starts - before, counts)
        return positions


@dataclass(eq=False)
class Flow:
    """What spreads over the edges by a table of rules; made once, and asked from any origins."""

    provenance: Provenance
    rules: Mapping[Bond, Rule]

    @cached_property
    def _arcs(self) -> _Arcs:
        return _Arcs.made(self.provenance.size, *self._columns())

    @cached_property
    def _back(self) -> _Arcs:
        start, end, way, edge = self._columns()
        return _Arcs.made(self.provenance.size, end, start, way, edge)

    def _columns(self) -> tuple[Numbers, Numbers, NDArray[np.int8], Numbers]:
        told = self.provenance
        numbers = np.arange(len(told.source), dtype=np.int32)
        to_source = np.array([self.rules[b].to_source for b in BONDS], np.int8)[told.bond]
        to_target = np.array([self.rules[b].to_target for b in BONDS], np.int8)[told.bond]
        back, forth = to_source != Way.NOTHING, to_target != Way.NOTHING
        return (
            np.concatenate([told.target[back], told.source[forth]]),
            np.concatenate([told.source[back], told.target[forth]]),
            np.concatenate([to_source[back], to_target[forth]]),
            np.concatenate([numbers[back], numbers[forth]]),
        )

    def spread(self, origins: Collection[int] | Numbers, barred: Collection[int] = ()) -> "Spread":
        """How far it reaches from `origins`.

        Args:
            origins: Items that are so themselves.
            barred: Items it does not reach, and through which it does not pass.
        """
        spread = Spread(self, np.zeros(self.provenance.size, np.int8))
        stop = np.fromiter(barred, np.int32, len(barred))
        spread.level[stop] = _BARRED
        start = np.unique(np.asarray(origins if isinstance(origins, np.ndarray) else list(origins), np.int32))
        start = start[spread.level[start] < Level.ITSELF]
        spread.level[start] = Level.ITSELF
        spread.fill(self._arcs, start)
        spread.level[stop] = Level.FREE
        return spread

    def origins_of(self, item: int, among: Collection[int]) -> frozenset[int]:
        """Which of the items `among` reach `item`, where nothing is barred."""
        wanted = frozenset(among)
        arcs, seen = self._back, {(item, Level.ITSELF), (item, Level.HOLDS)}
        waiting = list(seen)
        while waiting:
            at, level = waiting.pop()
            for arc in range(int(arcs.first[at]), int(arcs.first[at + 1])):
                for before in _BEFORE[level, Way(int(arcs.way[arc]))]:
                    state = (int(arcs.end[arc]), before)
                    if state not in seen:
                        seen.add(state)
                        waiting.append(state)
        return frozenset(at for at, level in seen if level is Level.ITSELF and at in wanted)

    def step(self, edge: int, start: int, level: Level) -> Step:
        """The step over `edge` from the item `start`, which then made `level` of the other end."""
        source, bond, target = self.provenance.edge(edge)
        forward, rule = source == start, self.rules[bond]
        because = rule.because_target if forward else rule.because_source
        return Step(edge, start, bond, forward, target if forward else source, level, because)


_BARRED = 100
"""Above every level while it spreads."""
_BEFORE: Mapping[tuple[Level, Way], tuple[Level, ...]] = {
    (Level.ITSELF, Way.ALIKE): (Level.ITSELF,),
    (Level.ITSELF, Way.AS_HOLDER): (),
    (Level.ITSELF, Way.IN_SUBSTANCE): (Level.ITSELF,),
    (Level.HOLDS, Way.ALIKE): (Level.HOLDS,),
    (Level.HOLDS, Way.AS_HOLDER): (Level.ITSELF, Level.HOLDS),
    (Level.HOLDS, Way.IN_SUBSTANCE): (),
}
"""What an item must have been for an arc to make this of the next."""


@dataclass(eq=False)
class Spread:
    """How far something has reached.

    Attributes:
        flow: What it spread over.
        level: For each item its level.
    """

    flow: Flow
    level: Levels

    def __post_init__(self) -> None:
        """Nobody was reached yet."""
        # By which edge an item became so itself, or came to hold something; of the latter twice the number, and one
        # more where the item before held something too.
        self._itself = np.full(len(self.level), -1, np.int32)
        self._holds = np.full(len(self.level), -1, np.int32)

    def fill(self, arcs: _Arcs, start: Numbers) -> None:
        """Go on from the items `start`, which are so themselves, until nothing more is reached."""
        so, holding = start, np.empty(0, np.int32)
        while len(so) or len(holding):
            if len(so) + len(holding) < _NARROW:
                so, holding = self._narrow(arcs, so, holding)
                continue
            at = arcs.leaving(so)
            way = arcs.way[at]
            held = at[way == Way.AS_HOLDER]
            more = self._reached(arcs, at[way != Way.AS_HOLDER], Level.ITSELF)
            there = self._reached(arcs, held, Level.HOLDS)
            at = arcs.leaving(holding)
            too = self._reached(arcs, at[arcs.way[at] != Way.IN_SUBSTANCE], Level.HOLDS, held=True)
            so, holding = more, np.concatenate([there, too])

    def _reached(self, arcs: _Arcs, at: NDArray[np.int64], level: Level, *, held: bool = False) -> Numbers:
        """The items that the arcs newly bring to `level`, each once."""
        end = arcs.end[at]
        new = self.level[end] < level
        end, edge = end[new], arcs.edge[at[new]]
        by, code = (self._itself, edge) if level is Level.ITSELF else (self._holds, 2 * edge + held)
        by[end] = code
        self.level[end] = level
        # Of several arcs to one item the last was kept: by it the item counts once.
        once: Numbers = end[by[end] == code]
        return once

    def _narrow(self, arcs: _Arcs, so: Numbers, holding: Numbers) -> tuple[Numbers, Numbers]:
        """The same, item by item, as long as few are waiting."""
        level, waiting = self.level, [*((i, False) for i in so.tolist()), *((i, True) for i in holding.tolist())]
        while waiting and len(waiting) < _NARROW:
            following: list[tuple[int, bool]] = []
            for item, held in waiting:
                first, last = int(arcs.first[item]), int(arcs.first[item + 1])
                told = zip(*(c[first:last].tolist() for c in (arcs.end, arcs.way, arcs.edge)), strict=True)
                for end, way, edge in told:
                    if held and way == Way.IN_SUBSTANCE:
                        continue
                    becomes = Level.HOLDS if held or way == Way.AS_HOLDER else Level.ITSELF
                    if level[end] < becomes:
                        level[end] = becomes
                        if becomes is Level.ITSELF:
                            self._itself[end] = edge
                        else:
                            self._holds[end] = 2 * edge + held
                        following.append((end, becomes is Level.HOLDS))
            waiting = following
        so = np.array([i for i, held in waiting if not held], np.int32)
        return so, np.array([i for i, held in waiting if held], np.int32)

    def path(self, item: int) -> tuple[Step, ...]:
        """How it came to an item, from the origin on; empty: the item is an origin, or was not reached."""
        level, steps = Level(int(self.level[item])), list[Step]()
        while level is not Level.FREE:
            code = int((self._itself if level is Level.ITSELF else self._holds)[item])
            if code < 0:
                break
            edge, before = (code, Level.ITSELF) if level is Level.ITSELF else (code >> 1, _HELD[code & 1])
            source, _, target = self.flow.provenance.edge(edge)
            start = target if source == item else source
            steps.append(self.flow.step(edge, start, level))
            item, level = start, before
        return tuple(reversed(steps))


_HELD = (Level.ITSELF, Level.HOLDS)


def numbered(items: Sequence[str]) -> Mapping[str, int]:
    """The position of each item by its identifier.

    Raises:
        ValueError: An item stands twice.
    """
    found = {item: number for number, item in enumerate(items)}
    if len(found) < len(items):
        raise ValueError("an item stands twice in the list: name each once")
    return found


def named(edges: Iterable[tuple[str, Bond, str]], numbers: Mapping[str, int]) -> Iterator[tuple[int, Bond, int]]:
    """Edges between identifiers as edges between positions.

    Raises:
        KeyError: An edge names an item that is not numbered.
    """
    for source, bond, target in edges:
        yield numbers[source], bond, numbers[target]
