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
from pathlib import Path

from rogatory.material.items import Content, Digest, Item, State, item
from rogatory.material.joining import Joining
from rogatory.material.threads import Head
from rogatory.sifting.beside import Beside
from rogatory.sifting.budget import Budget
from rogatory.sifting.drawn import Drawn
from rogatory.sifting.schema import SCHEMA
from rogatory.sifting.screened import Screened
from rogatory.sifting.stages import FOLLOW, READING, VERSIONS, Stage
from rogatory.sifting.visiting import Member, Task, Visit

_ALL = ",".join(stage.value for stage in READING)
_GRAVEST = (State.CRASH, State.MEMORY, State.TIMEOUT, State.ENCRYPTED, State.UNSUPPORTED, State.PARTIAL, State.EMPTY)


class Ledger(Screened, Beside, Drawn):
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
        fields = self.fields(Digest(sha256)) if Stage.SCREEN in stages else {}
        return Task(Digest(sha256), max(size, len(text)), media, stages, depth, root, text, fields)

    def _record(self, ident: int, visit: Visit, budget: Budget) -> None:
        content, config = visit.task.content, budget.digest
        done = dict(visit.done)
        if Stage.SCREEN in done:
            self._screened(content, done[Stage.SCREEN].facts, visit.at)
        else:
            self._to_screen_anew(content)
        self._db.executemany(
            "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content, stage, version, config) DO UPDATE SET "
            "state = excluded.state, says = excluded.says, facts = excluded.facts, seconds = excluded.seconds",
            ((content, one.stage.value, VERSIONS[one.stage], one.config or config, one.state.value, one.says,
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
        if len(visit.task.due) < len(READING):
            states = {row[0]: row[3] for row in self.results(content)} | states
        self._db.execute(
            "UPDATE contents SET due = '', holder = '', until = 0, media = ?, state = ? WHERE id = ?",
            (visit.media, gravest(states).value, ident),
        )

    def _words(self, ident: int, visit: Visit) -> None:
        """Text and index change together."""
        content = visit.task.content
        self._untie()
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
            new = self._content(one.content, task.root, task.depth + 1, "" if beyond else _ALL, state)
            if not new:
                self._to_screen_anew(one.content.sha256)
            elif beyond:
                self._db.execute(
                    "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
                    "VALUES (?, ?, ?, ?, ?, ?, '{}', 0) ON CONFLICT DO NOTHING",
                    (one.content.sha256, Stage.IDENTIFY.value, VERSIONS[Stage.IDENTIFY], budget.digest, state, beyond),
                )
        self._db.execute("UPDATE roots SET members = ?, volume = ? WHERE root = ?", (count, volume, task.root))


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
