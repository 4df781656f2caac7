"""What the ledger needs of a database: SQLite by default, PostgreSQL where several hosts work on one seizure.

A question is written once for both, with `?` where a value goes.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from rogatory.sifting.ledger.schema import SCHEMA


class LedgerError(Exception):
    """A ledger that cannot be opened or written in; it says why, and what to do."""


class AgainError(LedgerError):
    """Two hosts were in each other's way, and nothing was written: it is to be tried again."""


class Answer(Protocol):
    """What a question found, or how many rows a change has changed."""

    @property
    def rowcount(self) -> int:
        """How many rows."""

    def fetchone(self) -> Any:  # noqa: ANN401 - a row holds what was asked for
        """The next row; None: there is none."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Database(Protocol):
    """A database, used by one thread.

    Attributes:
        lock: Put behind a question, keeps others from changing the rows it finds until the transaction ends.
        free: The same, and rows that others keep are passed over.
        named: In a question over `answer`, a message: the identifiers it answers, as `named.value`.
    """

    lock: str
    free: str
    named: str

    def execute(self, query: str, values: Sequence[object] = ()) -> Answer:
        """Ask, or change something."""

    def executemany(self, query: str, rows: Iterable[Sequence[object]]) -> object:
        """Change something with each of these."""

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """What is found, without all of it in memory."""

    def together(self, alone: str = "") -> AbstractContextManager[None]:
        """All or nothing.

        Args:
            alone: A table in which nobody else changes anything meanwhile.
        """

    def at_one_moment(self) -> AbstractContextManager[None]:
        """What is asked meanwhile is answered as it stood at one moment, whoever writes; nothing is changed."""

    def finishing(self) -> AbstractContextManager[None]:
        """Nobody else does meanwhile what is done once over the whole seizure."""

    def now(self) -> float:
        """The moment, in seconds, by the one clock that all who work on the ledger go by."""

    def index(self, gone: Sequence[tuple[int, str]], come: Sequence[tuple[int, str]]) -> None:
        """Change what is found by its words.

        Args:
            gone: Numbers of contents, with the text by which each was found.
            come: Numbers of contents, with the text by which each is found from now on.
        """

    def search(self, words: Sequence[str], most: int) -> list[str]:
        """Digests of contents whose text holds all these words, the best first."""

    def purge(self) -> None:
        """Take what was deleted out of the files too, as far as the database can be told to."""

    def drop(self) -> None:
        """Take everything away."""

    def close(self) -> None:
        """Close it."""


class Lite:
    """A database in a file."""

    lock = free = ""  # who writes is alone
    named = "json_each(answer.answers) named"

    def __init__(self, path: Path, *, look: bool = False) -> None:
        """Open it; it is made where there is none.

        Args:
            path: The file.
            look: Whether it is opened for reading alone; then it must be there.
        """
        if look:
            self._db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None)
            return
        self._db = sqlite3.connect(path, timeout=60, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA secure_delete=ON")
        self._db.execute("PRAGMA cache_size=-32768")
        self._db.executescript(SCHEMA.format(number="INTEGER PRIMARY KEY", text="TEXT", bytes="BLOB", rowid=""))
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone():
            self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS words USING "
                             "fts5(text, content='', tokenize='unicode61 remove_diacritics 2')")  # fmt: skip
            # Merged when there are eight parts of a size and not four: a tenth less to do, and hardly more to look up.
            self._db.execute("INSERT INTO words (words, rank) VALUES ('automerge', 8)")

    def execute(self, query: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Ask, or change something."""
        return self._db.execute(query, values)

    def executemany(self, query: str, rows: Iterable[Sequence[object]]) -> sqlite3.Cursor:
        """Change something with each of these."""
        return self._db.executemany(query, rows)

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """What is found, without all of it in memory."""
        yield from self._db.execute(query, values)

    @contextmanager
    def together(self, alone: str = "") -> Iterator[None]:
        """All or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """What is asked meanwhile is answered as it stood at one moment, whoever writes; nothing is changed."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    def finishing(self) -> AbstractContextManager[None]:
        """Done by two at once it is written twice, the same both times: who writes is alone."""
        return nullcontext()

    def now(self) -> float:
        """The moment: all who work on the file are on one machine."""
        return time.time()

    def index(self, gone: Sequence[tuple[int, str]], come: Sequence[tuple[int, str]]) -> None:
        """Change what is found by its words.

        In the order of their numbers: what it has in memory is written, and later merged, at each number that is
        smaller than the one before.
        """
        self._db.executemany("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", sorted(gone))
        self._db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", sorted(come))

    def search(self, words: Sequence[str], most: int) -> list[str]:
        """Digests of contents whose text holds all these words, the best first."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words)
        found = self._db.execute("SELECT sha256 FROM words JOIN contents ON contents.id = words.rowid "
                                 "WHERE words MATCH ? ORDER BY words.rank LIMIT ?", (query, most))  # fmt: skip
        return [row[0] for row in found]

    def purge(self) -> None:
        """Overwrite what was deleted, in the index of words and in the log that is written ahead too."""
        self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def drop(self) -> None:
        """The file goes with the folder."""

    def close(self) -> None:
        """Close it."""
        self._db.close()
