"""The ledger: which contents there are, who reads which, how each stage ended, and what was found.

One database file. What comes of a content (its results, its members, its text, its words in the index) and the end of
the lease on it are written in one transaction: killed at any moment, a content is either read or still to be read.
Everything written is keyed by content, stage, version and configuration, so that writing it twice changes nothing.
"""

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rogatory.material.items import Content, Digest, Item, ItemId, Kind, Occurrence, State, item
from rogatory.material.threads import Head, Joining
from rogatory.sifting.budget import Budget
from rogatory.sifting.schema import SCHEMA
from rogatory.sifting.stages import FOLLOW, VERSIONS, Stage
from rogatory.sifting.visiting import Member, Task, Visit

_ALL = ",".join(stage.value for stage in Stage)
_GRAVEST = (State.CRASH, State.MEMORY, State.TIMEOUT, State.ENCRYPTED, State.UNSUPPORTED, State.PARTIAL, State.EMPTY)
_MOST_CHAINS = 1000


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


class Ledger:
    """A ledger in a file; used by one thread."""

    def __init__(self, path: Path) -> None:
        """Open it; it is made where there is none."""
        self._db = sqlite3.connect(path, timeout=60, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA cache_size=-32768")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        """Close it."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def take(self, seizure: str, root: bytes, items: Iterable[tuple[Item, Content | None, str]]) -> int:
        """Take in what was sealed, going on where it was broken off.

        Args:
            seizure: Identifier of the seizure.
            root: Root of its manifest.
            items: For each line of the manifest, in their order: the item, its content, and what is told of it.

        Returns:
            How many lines are in the ledger now.
        """
        self._db.execute("INSERT INTO taken (seizure, manifest) VALUES (?, ?) ON CONFLICT DO NOTHING",
                         (seizure, root.hex()))  # fmt: skip
        before = int(self._one("SELECT lines FROM taken WHERE seizure = ?", seizure)[0])
        waiting: list[tuple[Item, Content | None, str]] = []
        number = 0
        for number, line in enumerate(items, 1):
            if number > before:
                waiting.append(line)
            if len(waiting) == 5000:  # noqa: PLR2004 - lines at once
                self._take(seizure, number, waiting)
                waiting = []
        self._take(seizure, max(number, before), waiting)
        return max(number, before)

    def lines(self, seizure: str) -> int:
        """How many lines of a manifest were taken in."""
        found = self._db.execute("SELECT lines FROM taken WHERE seizure = ?", (seizure,)).fetchone()
        return int(found[0]) if found else 0

    def lease(self, holder: str, count: int, now: float, until: float) -> list[Task]:
        """Take contents to be read, the largest first: they then belong to the holder until the moment.

        Args:
            holder: Who reads them.
            count: How many at most.
            now: The moment, in seconds; leases that ended before it are free again.
            until: When the lease ends, in seconds.
        """
        rows = self._db.execute(
            "UPDATE contents SET holder = ?, until = ? WHERE id IN (SELECT id FROM contents WHERE due <> '' AND "
            "(holder = '' OR until < ?) ORDER BY size DESC LIMIT ?) RETURNING sha256, size, media, due, depth, root",
            (holder, until, now, count),
        ).fetchall()
        rows.sort(key=lambda row: -row[1])
        return [self._task(*row) for row in rows]

    def beat(self, holder: str, until: float) -> None:
        """The holder is alive."""
        self._db.execute("UPDATE contents SET until = ? WHERE holder = ?", (until, holder))

    def release(self, holder: str) -> None:
        """What the holder had is free again."""
        self._db.execute("UPDATE contents SET holder = '', until = 0 WHERE holder = ?", (holder,))

    def holders(self) -> list[str]:
        """Who has contents to read."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT holder FROM contents WHERE holder <> ''")]

    def record(self, holder: str, visits: Sequence[Visit], budget: Budget) -> int:
        """Write down what came of contents, and end the leases on them; one transaction.

        A content of which the holder has no lease any more is passed over: another has read it, or will.

        Returns:
            How many were written down.
        """
        written = 0
        with self.together():
            for visit in visits:
                found = self._db.execute(
                    "SELECT id FROM contents WHERE sha256 = ? AND holder = ?", (visit.task.content, holder)
                ).fetchone()
                if found:
                    self._record(int(found[0]), visit, budget)
                    written += 1
        return written

    def counts(self) -> Counts:
        """How far the work is."""
        total, volume = self._one("SELECT COUNT(*), COALESCE(SUM(size), 0) FROM contents")
        waiting, left = self._one("SELECT COUNT(*), COALESCE(SUM(size), 0) FROM contents WHERE due <> ''")
        rows = self._db.execute("SELECT state, COUNT(*) FROM contents WHERE due = '' GROUP BY state")
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

    def retry(self, stage: Stage, *, state: State | None, kind: str = "", older: bool = False) -> int:
        """Have contents read again.

        Args:
            stage: From which stage on; what is made from it is made anew too.
            state: Only contents over which the stage ended so; None: however.
            kind: Only contents whose kind holds this word, as `pdf`.
            older: Only where the stage was done by an older version than the present one.

        Returns:
            How many will be read again.
        """
        told = "SELECT content FROM results WHERE stage = ?"
        values: list[object] = [stage.value]
        if state:
            told, values = f"{told} AND state = ?", [*values, state.value]
        if older:
            told += " AND version < ? AND content NOT IN (SELECT content FROM results WHERE stage = ? AND version >= ?)"
            values += [VERSIONS[stage], stage.value, VERSIONS[stage]]
        due = ",".join(one.value for one in FOLLOW[stage])
        done = self._db.execute(
            f"UPDATE contents SET due = ? WHERE due = '' AND INSTR(media, ?) > 0 AND sha256 IN ({told})",  # noqa: S608 - of the words above
            (due, kind, *values),
        )
        return done.rowcount

    def text(self, content: Digest) -> str:
        """The text of a content; empty: none was found."""
        found = self._db.execute("SELECT packed FROM texts WHERE content = ?", (content,)).fetchone()
        return zlib.decompress(found[0]).decode() if found else ""

    def results(self, content: Digest) -> list[tuple[Stage, int, str, State, str, dict[str, object]]]:
        """How each stage ended over a content: stage, version, configuration, state, why, and what it found."""
        rows = self._db.execute(
            "SELECT stage, version, config, state, says, facts FROM results WHERE content = ? ORDER BY stage, version",
            (content,),
        )
        return [(Stage(row[0]), row[1], row[2], State(row[3]), row[4], json.loads(row[5])) for row in rows]

    def search(self, words: str, most: int = 50) -> list[Digest]:
        """Contents whose text holds all these words, the best first."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return []
        rows = self._db.execute(
            "SELECT sha256 FROM words JOIN contents ON contents.id = words.rowid WHERE words MATCH ? "
            "ORDER BY words.rank LIMIT ?", (query, most),
        )  # fmt: skip
        return [Digest(row[0]) for row in rows]

    def items(self, *, content: Digest | None = None, parent: Digest | None = None) -> list[Item]:
        """Items that hold a content, or that lay in one; in their order."""
        where, value = ("content", content) if content else ("parent", parent)
        rows = self._db.execute(
            "SELECT ident, parent, path, ordinal, kind, content FROM items "  # noqa: S608 - one of two words
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
        yield from self._db.execute("SELECT one, other FROM edges WHERE kind = ? ORDER BY one, other", (kind,))

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
            yield from self._db.execute(query)

    def join(self) -> int:
        """Find the threads of all messages, and which answers which; how many messages there are."""
        joining, rows = Joining(), array("q")
        for number, *row in self._db.execute("SELECT rowid, content, ident, answers, subject FROM messages"):
            joining.add(row[0], Head(row[1], tuple(json.loads(row[2])), row[3]))
            rows.append(number)
        if not rows:
            return 0
        with self.together():
            self._db.executemany(
                "UPDATE messages SET thread = ? WHERE rowid = ? AND thread <> ?",
                ((thread, row, thread) for thread, row in zip(joining.threads(), rows, strict=True)),
            )
            self._db.execute(
                "INSERT INTO edges (kind, one, other) SELECT DISTINCT 'replies', answer.content, first.content "
                "FROM messages answer, json_each(answer.answers) named "
                "JOIN messages first ON first.ident = named.value "
                "WHERE first.content <> answer.content ON CONFLICT DO NOTHING"
            )
        return len(rows)

    def _take(self, seizure: str, lines: int, items: list[tuple[Item, Content | None, str]]) -> None:
        with self.together():
            self._items((one, says) for one, _, says in items)
            for one, content, _ in items:
                if content:
                    self._content(content, one.ident, 0, _ALL, "")
            self._db.execute("UPDATE taken SET lines = ? WHERE seizure = ?", (lines, seizure))

    def _items(self, items: Iterable[tuple[Item, str]]) -> None:
        self._db.executemany(
            "INSERT INTO items (ident, parent, path, ordinal, kind, content, says) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (ident) DO UPDATE SET kind = excluded.kind, content = excluded.content, says = excluded.says",
            ((one.ident, one.parent, one.path, one.ordinal, one.kind.value, one.content, says) for one, says in items),
        )

    def _content(self, content: Content, root: str, depth: int, due: str, state: str) -> bool:
        """Whether the content is new."""
        done = self._db.execute(
            "INSERT INTO contents (sha256, blake3, size, root, depth, due, state) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (content.sha256, content.blake3, content.size, root, depth, due, state),
        )
        return done.rowcount > 0

    def _task(self, sha256: str, size: int, media: str, due: str, depth: int, root: str) -> Task:
        stages = tuple(Stage(name) for name in due.split(","))
        text = "" if Stage.EXTRACT in stages else self.text(Digest(sha256))
        return Task(Digest(sha256), size, media, stages, depth, root, text)

    def _record(self, ident: int, visit: Visit, budget: Budget) -> None:
        content, config = visit.task.content, budget.digest
        done = dict(visit.done)
        self._db.executemany(
            "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content, stage, version, config) DO UPDATE SET "
            "state = excluded.state, says = excluded.says, facts = excluded.facts, seconds = excluded.seconds",
            ((content, one.stage.value, VERSIONS[one.stage], config, one.state.value, one.says,
              json.dumps(one.facts, ensure_ascii=False), one.seconds) for one in done.values()),
        )  # fmt: skip
        self._members(visit, budget)
        if Stage.INDEX in visit.task.due:
            self._words(ident, visit)
        if Stage.THREAD in done:
            told = done[Stage.THREAD].facts
            self._db.execute(
                "INSERT INTO messages (content, ident, answers, subject) VALUES (?, ?, ?, ?) ON CONFLICT (content) "
                "DO UPDATE SET ident = excluded.ident, answers = excluded.answers, subject = excluded.subject",
                (
                    content,
                    str(told.get("ident", "")),
                    json.dumps(told.get("answers", [])),
                    str(told.get("subject", "")),
                ),
            )
        states = {stage: one.state for stage, one in done.items()}
        if len(visit.task.due) < len(Stage):
            states = {row[0]: row[3] for row in self.results(content)} | states
        self._db.execute(
            "UPDATE contents SET due = '', holder = '', until = 0, media = ?, state = ? WHERE id = ?",
            (visit.media, gravest(states).value, ident),
        )

    def _words(self, ident: int, visit: Visit) -> None:
        """Text and index change together."""
        content = visit.task.content
        before = self.text(content)
        text = before if visit.text is None and Stage.EXTRACT not in visit.task.due else visit.text or ""
        if before:
            self._db.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (ident, before))
            self._db.execute("DELETE FROM texts WHERE content = ?", (content,))
        if text.strip():
            packed = zlib.compress(text.encode("utf-8", "replace"), 1)
            self._db.execute(
                "INSERT INTO texts (content, length, packed) VALUES (?, ?, ?)", (content, len(text), packed)
            )
            self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (ident, text))

    def _members(self, visit: Visit, budget: Budget) -> None:
        if not visit.members:
            return
        task = visit.task
        self._items((_item(task.content, one), one.says) for one in visit.members)
        self._db.execute("INSERT INTO roots (root) VALUES (?) ON CONFLICT DO NOTHING", (task.root,))
        count, volume = self._one("SELECT members, volume FROM roots WHERE root = ?", task.root)
        for one in visit.members:
            count += 1
            if one.content is None:
                continue
            volume += one.content.size
            beyond = _beyond(task.depth + 1, count, volume, budget)
            state = State.PARTIAL.value if beyond else ""
            if self._content(one.content, task.root, task.depth + 1, "" if beyond else _ALL, state) and beyond:
                self._db.execute(
                    "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
                    "VALUES (?, ?, ?, ?, ?, ?, '{}', 0) ON CONFLICT DO NOTHING",
                    (one.content.sha256, Stage.IDENTIFY.value, VERSIONS[Stage.IDENTIFY], budget.digest, state, beyond),
                )
        self._db.execute("UPDATE roots SET members = ?, volume = ? WHERE root = ?", (count, volume, task.root))

    def _one(self, query: str, *values: object) -> tuple[int, ...]:
        found: tuple[int, ...] = self._db.execute(query, values).fetchone()
        return found


def gravest(states: dict[Stage, State]) -> State:
    """The state of a content: the gravest in which a stage over it ended.

    Text read off pictures stands for text that was not found otherwise.
    """
    told = dict(states)
    read_off = told.pop(Stage.OCR, State.UNSUPPORTED)
    if read_off is not State.UNSUPPORTED and told.get(Stage.EXTRACT) in (State.EMPTY, State.PARTIAL, State.CRASH):
        told[Stage.EXTRACT] = read_off
    found = set(told.values())
    return next((state for state in _GRAVEST if state in found), State.OK)


def _item(parent: Digest, member: Member) -> Item:
    content = member.content.sha256 if member.content else None
    return item(parent, member.path, content, kind=member.kind, ordinal=member.ordinal)


def _beyond(depth: int, members: int, volume: int, budget: Budget) -> str:
    """Why a content is not opened; empty: it is."""
    if depth > budget.depth:
        return f"It lies deeper than {budget.depth} containers."
    if members > budget.members:
        return f"What was sealed holds more than {budget.members:,} members."
    if volume > budget.unpacked:
        return f"What was sealed unpacks to more than {budget.unpacked:,} bytes."
    return ""
