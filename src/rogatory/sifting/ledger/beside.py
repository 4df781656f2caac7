"""What hangs together with an item, asked for one by one: what lies in it, its copies, its thread, what is like it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from rogatory.material.families import Place
from rogatory.material.items import Digest, Item, ItemId, Kind, State
from rogatory.sifting.ledger.database import Database
from rogatory.sifting.ledger.packing import unpacked
from rogatory.sifting.stages import Stage

SAME, NEAR, QUOTES, REPLIES = "same", "near", "quotes", "replies"
"""Kinds of edges between contents: the same words; nearly the same; words of the other stand in the one; answers it."""
REDACTED, STILL = "redacted", "still"
"""The one is a redacted form of the other; the one is a redacted form, and words of the other stand in it still."""
BY_TEXT = (SAME, NEAR, QUOTES)
_TIED = "tied"
_LYING = (
    "SELECT items.ident, items.parent, items.path, items.ordinal, items.kind, items.content, "
    "COALESCE(contents.size, 0), COALESCE(contents.media, ''), contents.state, contents.due, items.says "
    "FROM items LEFT JOIN contents ON contents.sha256 = items.content "
)


@dataclass(frozen=True, slots=True)
class Lying:
    """An item as it lies in the ledger.

    Attributes:
        item: The item.
        size: Its bytes; 0 where they could not be had.
        media: Its kind by what it holds; empty: not found yet.
        state: How reading it ended; None: it is still to be read, or has no bytes.
        says: What is told of it beside.
    """

    item: Item
    size: int
    media: str
    state: State | None
    says: str


class Beside:
    """The questions about one item; each looks up only what hangs together with it."""

    _db: Database

    def lying(self, ident: ItemId) -> Lying | None:
        """An item; None: there is none of this name."""
        found = self._db.execute(_LYING + "WHERE items.ident = ?", (ident,)).fetchone()
        return _lying(found) if found else None

    def lying_as(self, contents: Sequence[Digest]) -> list[Lying]:
        """The items that hold any of these contents, in the order of the contents."""
        return [
            _lying(row)
            for content in contents
            for row in self._db.execute(_LYING + "WHERE items.content = ? ORDER BY items.ident", (content,))
        ]

    def holding(self, content: Digest) -> list[Place]:
        """The items that hold a content."""
        rows = self._db.execute("SELECT ident, parent, content FROM items WHERE content = ? ORDER BY ident", (content,))
        return [Place(*row) for row in rows]

    def inside(self, content: Digest) -> list[Place]:
        """What lay in a content and has bytes, or would have."""
        rows = self._db.execute(
            "SELECT ident, parent, content FROM items WHERE parent = ? AND (content IS NOT NULL OR kind = ?) "
            "ORDER BY path, ordinal", (content, Kind.UNREADABLE.value),
        )  # fmt: skip
        return [Place(*row) for row in rows]

    def media(self, content: Digest) -> str:
        """The kind of a content; empty: not found yet."""
        found = self._db.execute("SELECT media FROM contents WHERE sha256 = ?", (content,)).fetchone()
        return str(found[0]) if found else ""

    def size(self, content: Digest) -> int:
        """The bytes of a content; 0: it is empty, or not known here."""
        found = self._db.execute("SELECT size FROM contents WHERE sha256 = ?", (content,)).fetchone()
        return int(found[0]) if found else 0

    def tied(self, kind: str, content: Digest) -> tuple[list[Digest], list[Digest]]:
        """The contents tied to a content by edges of a kind: those it is tied to, and those tied to it."""
        to = self._db.execute("SELECT other FROM edges WHERE kind = ? AND one = ? ORDER BY other", (kind, content))
        forth = [Digest(row[0]) for row in to]
        of = self._db.execute("SELECT one FROM edges WHERE kind = ? AND other = ? ORDER BY one", (kind, content))
        return forth, [Digest(row[0]) for row in of]

    def conversation(self, content: Digest, most: int = 500) -> list[Digest]:
        """The messages of the thread of a message, the earliest first by what they say; itself alone where none is."""
        rows = self._db.execute(
            "SELECT other.content, results.facts FROM messages one "
            "JOIN messages other ON other.thread = one.thread AND one.thread <> '' "
            "JOIN results ON results.content = other.content AND results.stage = ? "
            "WHERE one.content = ? ORDER BY other.content, results.version LIMIT ?",
            (Stage.THREAD.value, content, most),
        )
        told = {Digest(row[0]): _moment(json.loads(row[1])) for row in rows}
        return sorted(told, key=lambda one: (told[one], one)) or [content]

    def texts_after(self, content: Digest, most: int) -> list[tuple[Digest, str, str]]:
        """The texts after that of a content, by their digests: content, its kind, text; so all can be gone through.

        Those of redacted forms are left out: they would be nearly the same as what they were made of.
        """
        rows = self._db.execute(
            "SELECT texts.content, contents.media, texts.packed FROM texts JOIN contents "
            "ON contents.sha256 = texts.content WHERE texts.content > ? AND texts.content NOT IN "
            "(SELECT one FROM edges WHERE kind = ?) ORDER BY texts.content LIMIT ?",
            (content, REDACTED, most),
        )
        return [(Digest(row[0]), row[1], unpacked(row[2])) for row in rows]

    def with_texts(self) -> list[Digest]:
        """All contents that have a text, in their order."""
        return [Digest(row[0]) for row in self._db.execute("SELECT content FROM texts ORDER BY content")]

    def is_tied(self) -> bool:
        """Whether no text has changed since it was looked for what hangs together."""
        return self._db.execute("SELECT 1 FROM configured WHERE stage = ?", (_TIED,)).fetchone() is not None

    def ties(self) -> int:
        """How many bonds were found by what texts say."""
        return int(self._db.execute("SELECT COUNT(*) FROM edges WHERE kind IN (?, ?, ?)", BY_TEXT).fetchone()[0])

    def write_ties(self, found: Iterable[tuple[str, Digest, Digest]]) -> None:
        """Write down what hangs together by what it says, in place of what was found before."""
        self._db.execute("DELETE FROM edges WHERE kind IN (?, ?, ?)", BY_TEXT)
        self._db.executemany("INSERT INTO edges (kind, one, other) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", found)
        self._db.execute(
            "INSERT INTO configured (stage, told) VALUES (?, '{}') ON CONFLICT (stage) DO NOTHING", (_TIED,)
        )

    def _untie(self) -> None:
        """A text has changed: what was made of all of them is made anew."""
        self._db.execute("DELETE FROM configured WHERE stage IN (?, 'rows')", (_TIED,))

    def all_items(self) -> Iterator[tuple[ItemId, Digest, bytes, str, Digest | None]]:
        """Every item: what it is called, what it lay in, where, its kind, its content; by what they lay in."""
        yield from self._db.stream(
            "SELECT ident, parent, path, kind, content FROM items ORDER BY parent, path, ordinal"
        )

    def all_contents(self) -> Iterator[tuple[Digest, int, str, str]]:
        """Every content: its digest, size, kind, and state; an empty state: it is still to be read."""
        yield from self._db.stream(
            "SELECT sha256, size, media, CASE WHEN due = '' THEN state ELSE '' END FROM contents ORDER BY sha256"
        )


def _lying(row: Sequence[Any]) -> Lying:
    ident, parent, path, ordinal, kind, content, size, media, state, due, says = row
    one = Item(ident, parent, bytes(path), ordinal, Kind(kind), content)
    return Lying(one, size, media, State(state) if state and due == "" else None, says)


def _moment(facts: dict[str, object]) -> float:
    """When a message says it was written, in seconds; 0: it does not say."""
    try:
        return parsedate_to_datetime(str(facts.get("date", ""))).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
