# ruff: noqa: S608 - what is put into a question is our own words
"""What the ledger can be asked: how far the work is, what was found, where a content lay, which texts hold a word."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from rogatory.material.items import Content, Digest, Item, ItemId, Kind, Occurrence, State
from rogatory.sifting.ledger.database import Database
from rogatory.sifting.ledger.packing import unpacked
from rogatory.sifting.stages import Stage

_MOST_CHAINS = 1000
_COUNTED = "COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT)"


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the work is.

    Attributes:
        contents: All contents.
        volume: Their bytes.
        waiting: Contents that are still to be read.
        volume_waiting: Their bytes.
        states: Contents that were read, by state.
        unreadable: Items of which the bytes could not be had at all.
        items: All items.
    """

    contents: int
    volume: int
    waiting: int
    volume_waiting: int
    states: dict[State, int]
    unreadable: int
    items: int


class Asked:
    """The questions; none of them changes anything."""

    _db: Database

    def counts(self) -> Counts:
        """How far the work is."""
        total, volume = self._one(f"SELECT {_COUNTED} FROM contents")
        waiting, left = self._one(f"SELECT {_COUNTED} FROM contents WHERE due <> ''")
        rows = self._db.execute("SELECT state, COUNT(*) FROM contents WHERE due = '' GROUP BY state ORDER BY state")
        states = {State(state): int(count) for state, count in rows}
        (unreadable,) = self._one("SELECT COUNT(*) FROM items WHERE kind = ?", Kind.UNREADABLE.value)
        (items,) = self._one("SELECT COUNT(*) FROM items")
        return Counts(total, volume, waiting, left, states, unreadable, items)

    def by_kind(self) -> list[tuple[str, State, int]]:
        """Contents that were read: kind, state, how many; the most first."""
        rows = self._db.execute(
            "SELECT media, state, COUNT(*) FROM contents WHERE due = '' GROUP BY media, state ORDER BY 3 DESC, 1, 2"
        )
        return [(media, State(state), int(count)) for media, state, count in rows]

    def text(self, content: Digest) -> str:
        """The text of a content; empty: none was found."""
        found = self._db.execute("SELECT packed FROM texts WHERE content = ?", (content,)).fetchone()
        return unpacked(found[0]) if found else ""

    def results(self, content: Digest) -> list[tuple[Stage, int, str, State, str, dict[str, object]]]:
        """How each stage ended over a content: stage, version, configuration, state, why, and what it found."""
        rows = self._db.execute(
            "SELECT stage, version, config, state, says, facts FROM results WHERE content = ? ORDER BY stage, version",
            (content,),
        )
        return [(Stage(row[0]), row[1], row[2], State(row[3]), row[4], json.loads(row[5])) for row in rows]

    def search(self, words: str, most: int = 50) -> list[Digest]:
        """Contents whose text holds all these words, the best first; all of them where `most` is below zero."""
        asked = words.split()
        return [Digest(found) for found in self._db.search(asked, most)] if asked else []

    def items(self, *, content: Digest | None = None, parent: Digest | None = None) -> list[Item]:
        """Items that hold a content, or that lay in one; in their order."""
        where, value = ("content", content) if content else ("parent", parent)
        rows = self._db.execute(
            "SELECT ident, parent, path, ordinal, kind, content FROM items "
            f"WHERE {where} = ? ORDER BY parent, path, ordinal",
            (value,),
        )
        return [Item(row[0], row[1], bytes(row[2]), row[3], Kind(row[4]), row[5]) for row in rows]

    def occurrences(self, content: Digest, seizure: str) -> list[Occurrence]:
        """Where a content lay: every way down to it, a thousand at most; none that comes to a content twice."""
        found: list[Occurrence] = []
        waiting: list[tuple[Digest, tuple[ItemId, ...], frozenset[str]]] = [(content, (), frozenset((content,)))]
        while waiting and len(found) < _MOST_CHAINS:
            below, chain, seen = waiting.pop()
            for one in self.items(content=below):
                longer = (one.ident, *chain)
                if self._db.execute("SELECT 1 FROM contents WHERE sha256 = ?", (one.parent,)).fetchone() is None:
                    found.append(Occurrence(seizure, longer))
                elif one.parent not in seen:
                    waiting.append((one.parent, longer, seen | {one.parent}))
        return sorted(found, key=lambda occurrence: occurrence.chain)

    def state(self, content: Digest) -> State | None:
        """The state of a content; None: it is still to be read, or not known here."""
        found = self._db.execute("SELECT state FROM contents WHERE sha256 = ? AND due = ''", (content,)).fetchone()
        return State(found[0]) if found else None

    def described(self, content: Digest) -> tuple[Content, str, State | None] | None:
        """A content with its digests, its kind (empty: not found yet) and its state; None: it is not known here."""
        found = self._db.execute(
            "SELECT sha256, blake3, size, media, state, due FROM contents WHERE sha256 = ?", (content,)
        ).fetchone()
        if found is None:
            return None
        sha256, blake3, size, media, state, due = found
        return Content(sha256, blake3, size), media, State(state) if state and not due else None

    def says(self, ident: ItemId) -> str:
        """What is told of an item beside its content; empty: nothing."""
        found = self._db.execute("SELECT says FROM items WHERE ident = ?", (ident,)).fetchone()
        return str(found[0]) if found else ""

    def thread(self, content: Digest) -> str:
        """The thread of a message; empty: it is none, or threads were not looked for since."""
        found = self._db.execute("SELECT thread FROM messages WHERE content = ?", (content,)).fetchone()
        return str(found[0]) if found else ""

    def edges(self, kind: str) -> Iterator[tuple[Digest, Digest]]:
        """Bonds of a kind between contents, as `replies`: a message, and one it answers."""
        yield from self._db.stream("SELECT one, other FROM edges WHERE kind = ? ORDER BY one, other", (kind,))

    def dump(self) -> Iterator[tuple[object, ...]]:
        """Everything that was found, in an order that is always the same; neither leases nor times are in it."""
        for query in (
            "SELECT sha256, blake3, size, media, state, due FROM contents ORDER BY sha256",
            "SELECT ident, parent, path, ordinal, kind, content, says FROM items ORDER BY ident",
            "SELECT content, stage, version, config, state, says, facts FROM results ORDER BY 1, 2, 3, 4",
            "SELECT content, length, packed FROM texts ORDER BY content",
            "SELECT content, ident, answers, subject, thread FROM messages ORDER BY content",
            "SELECT kind, one, other FROM edges ORDER BY 1, 2, 3",
        ):
            yield from self._db.stream(query)

    def _one(self, query: str, *values: object) -> tuple[int, ...]:
        found: tuple[int, ...] = self._db.execute(query, values).fetchone()
        return found
