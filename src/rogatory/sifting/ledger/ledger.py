# ruff: noqa: S608 - what is put into a question is our own words, and marks for values
"""The ledger: which contents there are, who reads which, how each stage ended, and what was found.

One database. What comes of a content (its results, its members, its text, its words in the index) and the end of
the lease on it are written in one transaction: killed at any moment, a content is either read or still to be read.
Everything written is keyed by content, stage, version and configuration, so that writing it twice changes nothing.
"""

import json
from array import array
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rogatory.material.items import Content, Digest, Item, State
from rogatory.material.joining import Joining
from rogatory.material.threads import Head
from rogatory.sifting.ledger.beside import REDACTED
from rogatory.sifting.ledger.database import Database, LedgerError, Lite
from rogatory.sifting.ledger.drawn import Drawn
from rogatory.sifting.ledger.packing import unpacked
from rogatory.sifting.ledger.recording import Found, gravest
from rogatory.sifting.ledger.redacted import Redactions
from rogatory.sifting.ledger.volumed import Volumed
from rogatory.sifting.stages import FOLLOW, VERSIONS, Stage
from rogatory.sifting.visited.visiting import Task

_AT_ONCE = 5000
"""Lines of a manifest taken in at once."""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%' ORDER BY name"
Line = tuple[Item, Content | None, str]
"""What a line of the manifest tells: the item, its content, and what is told of it."""


__all__ = ["Ledger", "Line", "gravest"]


class Ledger(Redactions, Drawn, Volumed):
    """A ledger; used by one thread."""

    def __init__(self, kept: Path | Database) -> None:
        """Open it.

        Args:
            kept: A file, which is made where there is none, or another database.
        """
        self._db = Lite(kept) if isinstance(kept, Path) else kept

    def close(self) -> None:
        """Close it."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All or nothing."""
        with self._db.together():
            yield

    def at_one_moment(self) -> AbstractContextManager[None]:
        """What is asked meanwhile is answered as it stood at one moment, whoever writes."""
        return self._db.at_one_moment()

    def finishing(self) -> AbstractContextManager[None]:
        """Nobody else does meanwhile what is done once over the whole seizure."""
        return self._db.finishing()

    def now(self) -> float:
        """The moment, in seconds, by the one clock that all who work on the ledger go by."""
        return self._db.now()

    def take(self, seizure: str, root: bytes, items: Iterable[Line]) -> int:
        """Take in what was sealed, going on where it was broken off.

        Args:
            seizure: Identifier of the seizure.
            root: Root of its manifest.
            items: For each line of the manifest, in their order: the item, its content, and what is told of it.

        Returns:
            How many lines are in the ledger now.

        Raises:
            LedgerError: It holds another manifest of a seizure called so.
        """
        self.begin(seizure, root)
        before = self.lines(seizure)
        waiting: list[Line] = []
        number = 0
        for number, line in enumerate(items, 1):
            if number > before:
                waiting.append(line)
            if len(waiting) == _AT_ONCE:
                self._take(seizure, number, waiting)
                waiting = []
        self._take(seizure, max(number, before), waiting)
        return max(number, before)

    def begin(self, seizure: str, root: bytes) -> None:
        """Begin the ledger of a manifest, or see that it is this one's.

        Raises:
            LedgerError: It is of another.
        """
        self._db.execute("INSERT INTO taken (seizure, manifest) VALUES (?, ?) ON CONFLICT DO NOTHING",
                         (seizure, root.hex()))  # fmt: skip
        found = self._db.execute("SELECT manifest FROM taken WHERE seizure = ?", (seizure,)).fetchone()
        if found[0] != root.hex():
            raise LedgerError(f"the ledger of {seizure} is of another manifest; no two seizures may be called the same")

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
            "WITH free AS MATERIALIZED (SELECT id FROM contents WHERE due <> '' AND (holder = '' OR until < ?) "
            f"ORDER BY size DESC LIMIT ?{self._db.free}) "
            "UPDATE contents SET holder = ?, until = ? WHERE id IN (SELECT id FROM free) "
            "RETURNING sha256, size, media, due, depth, root",
            (now, count, holder, until),
        ).fetchall()
        rows.sort(key=lambda row: -row[1])
        return [self._task(*row) for row in rows]

    def beat(self, holder: str, until: float) -> None:
        """The holder is alive."""
        self._db.execute("UPDATE contents SET until = ? WHERE holder = ?", (until, holder))

    def release(self, holder: str) -> None:
        """What the holder had is free again."""
        self._db.execute(
            "WITH held AS MATERIALIZED (SELECT id FROM contents WHERE holder = ?"
            f"{self._db.free}) UPDATE contents SET holder = '', until = 0 WHERE id IN (SELECT id FROM held)",
            (holder,),
        )

    def holders(self) -> dict[str, int]:
        """Who has contents to read, and how many."""
        rows = self._db.execute("SELECT holder, COUNT(*) FROM contents WHERE holder <> '' GROUP BY holder")
        return {row[0]: int(row[1]) for row in rows}

    def free(self, now: float, most: int) -> int:
        """How many contents nobody holds, counted up to so many; `now` is the moment, in seconds."""
        rows = self._db.execute(
            "SELECT 1 FROM contents WHERE due <> '' AND (holder = '' OR until < ?) LIMIT ?", (now, most)
        )
        return len(rows.fetchall())

    def done(self) -> int:
        """How many contents were read."""
        return int(self._db.execute("SELECT COUNT(*) FROM contents WHERE due = ''").fetchone()[0])

    def finished(self) -> bool:
        """Whether nothing is left to be read, by whomever."""
        return self._db.execute("SELECT 1 FROM contents WHERE due <> '' LIMIT 1").fetchone() is None

    def retry(self, stage: Stage, *, state: State | None, kind: str = "", older: bool = False) -> int:
        """Have contents read again.

        Args:
            stage: From which stage on; what is made from it is made anew too.
            state: Only contents over which the stage ended so, or one that is done anew with it; None: however.
            kind: Only contents whose kind holds this word, as `pdf`.
            older: Only where the stage was done by an older version than the present one.

        Returns:
            How many will be read again.
        """
        stages = FOLLOW[stage] if state else (stage,)
        told = f"SELECT content FROM results WHERE stage IN ({','.join('?' for _ in stages)})"
        values: list[object] = [one.value for one in stages]
        if state:
            told, values = f"{told} AND state = ?", [*values, state.value]
        if older:
            told += " AND version < ? AND content NOT IN (SELECT content FROM results WHERE stage = ? AND version >= ?)"
            values += [VERSIONS[stage], stage.value, VERSIONS[stage]]
        where = f"due = '' AND sha256 IN ({told})"
        if stage is not Stage.SCREEN:
            # A redacted form has the words its source has; of its pixels nothing is read anew.
            where += f" AND sha256 NOT IN (SELECT one FROM edges WHERE kind = '{REDACTED}')"
        if kind:
            where, values = f"{where} AND REPLACE(media, ?, '') <> media", [*values, kind]
        due = ",".join(one.value for one in FOLLOW[stage])
        with self._db.together():
            return self._db.execute(f"UPDATE contents SET due = ? WHERE {where}", (due, *values)).rowcount

    def goes_with(self, named: Iterable[Digest]) -> frozenset[Digest]:
        """These contents, and those that lay in nothing but them: whoever destroys the first destroys these copies.

        So are the redacted forms that were made of them.
        """
        going, waiting = set(named), list(named)
        while waiting:
            one = waiting.pop()
            forms = {form for form in self.versions(one) if form not in going}
            going |= forms
            waiting += forms
            for place in self.inside(one):
                found = place.content
                if found and found not in going and all(other.parent in going for other in self.holding(found)):
                    going.add(found)
                    waiting.append(found)
        return frozenset(going)

    def stays_in(self, going: Iterable[Digest]) -> dict[Digest, Digest]:
        """By each of these contents that lies in another one which stays, that one: it would keep its bytes."""
        all_ = frozenset(going)
        return {
            one: place.parent
            for one in sorted(all_)
            for place in self.holding(one)
            if place.parent not in all_ and self.described(place.parent) is not None
        }

    def forget(self, contents: Iterable[Digest]) -> None:
        """Forget all that was read in these contents; that they were there stays, and that they are destroyed."""
        gone = [(content,) for content in sorted(contents)]
        with self._db.together():
            for (content,) in gone:
                row = self._db.execute("SELECT id FROM contents WHERE sha256 = ?", (content,)).fetchone()
                if row and (text := self.text(content)):
                    self._db.index([(int(row[0]), text)], [])
            for table in ("results", "texts", "messages", "raised", "drawn"):
                self._db.executemany(f"DELETE FROM {table} WHERE content = ?", gone)
            # What contained it, and what is the same, stays told: taint and withholding pass along there.
            self._db.executemany(
                "UPDATE contents SET due = '', holder = '', until = 0, state = ? WHERE sha256 = ?",
                [(State.DESTROYED.value, *one) for one in gone],
            )
        self._db.purge()

    def drop(self) -> None:
        """Take the whole ledger away, and close it; a file is left to be removed."""
        self._db.drop()
        self.close()

    def join(self) -> int:
        """Find the threads of all messages, and which answers which; how many messages there are."""
        joining, rows = Joining(), array("q")
        for number, *row in self._db.stream("SELECT rowid, content, ident, answers, subject FROM messages"):
            joining.add(row[0], Head(row[1], tuple(json.loads(row[2])), row[3]))
            rows.append(number)
        if not rows:
            return 0
        with self._db.together(alone="messages"):
            self._db.executemany(
                "UPDATE messages SET thread = ? WHERE rowid = ? AND thread <> ?",
                ((thread, row, thread) for thread, row in zip(joining.threads(), rows, strict=True)),
            )
            self._db.execute(
                "INSERT INTO edges (kind, one, other) SELECT DISTINCT 'replies', answer.content, first.content "
                f"FROM messages answer, {self._db.named} "
                "JOIN messages first ON first.ident = named.value "
                "WHERE first.content <> answer.content ON CONFLICT DO NOTHING"
            )
        return len(rows)

    def copy(self, path: Path) -> None:
        """Write all of it into a file, which is not there yet."""
        to = Lite(path)
        with to.together():
            for (table,) in to.execute(_TABLES).fetchall():
                columns = ", ".join(row[1] for row in to.execute(f"PRAGMA table_info({table})"))
                marks = columns.count(",") * "?, " + "?"
                rows = self._db.stream(f"SELECT {columns} FROM {table}")
                to.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
            for number, kept in to.stream("SELECT id, packed FROM texts JOIN contents ON sha256 = content"):
                to.index([], [(number, unpacked(kept))])
        to.close()

    def _take(self, seizure: str, lines: int, items: list[Line]) -> None:
        with self._db.together(alone="taken"):
            if self.lines(seizure) + len(items) != lines:
                return  # another host has taken them in meanwhile
            self._write_items(((one, says) for one, _, says in items))
            self._write_contents((Found(content, one.ident, 0) for one, content, _ in items if content))
            self._db.execute("UPDATE taken SET lines = ? WHERE seizure = ?", (lines, seizure))

    def _task(self, sha256: str, size: int, media: str, due: str, depth: int, root: str) -> Task:
        stages = tuple(Stage(name) for name in due.split(","))
        text = "" if Stage.EXTRACT in stages else self.text(Digest(sha256))
        fields = self.fields(Digest(sha256)) if Stage.SCREEN in stages else {}
        joined = self.joined(Digest(sha256)) if depth == 0 else None
        if joined:
            size = sum(self.size(piece) for piece in joined.pieces) or size
        return Task(Digest(sha256), max(size, len(text)), media, stages, depth, root, text, fields, joined)
