# ruff: noqa: S608 - what is put into a question is our own words, and marks for values
"""A ledger in PostgreSQL, in which supervisors on several hosts work at once.

Each seizure has a schema of its own, so that one database keeps many, beside whatever else it keeps. Words are found by
PostgreSQL's text search, but cut and folded here, as the search of SQLite does it: the same question finds the same.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import count
from typing import Any

import psycopg
from psycopg import errors, pq, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rogatory.sifting.ledger.database import AgainError, LedgerError
from rogatory.sifting.ledger.schema import SCHEMA

_WORDS = """
CREATE TABLE IF NOT EXISTS words (
    rowid BIGINT NOT NULL,
    part INTEGER NOT NULL,
    vector TSVECTOR NOT NULL,
    PRIMARY KEY (rowid, part)
);
CREATE INDEX IF NOT EXISTS by_word ON words USING GIN (vector);
"""
_CHANGED = """
CREATE TABLE IF NOT EXISTS changed (
    place INTEGER PRIMARY KEY,
    times BIGINT NOT NULL
);
"""
"""How often what pages show was changed: a row for each of those who write, so that nobody waits for another."""
_PLACES = 1024
_SCHEMA = (
    _WORDS
    + _CHANGED
    + SCHEMA.format(
        number="BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        text='TEXT COLLATE "C"',
        bytes="BYTEA",
        rowid="\n    rowid BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,",
    )
)
_MADE = f"rogatory ledger {sha256(_SCHEMA.encode()).hexdigest()[:16]}"
"""Stands at a schema whose tables are these."""
_MOST_WORDS, _MOST_PLACES, _OVERLAP = 4000, 255, 16
"""Words of one part, and places of one word in it, of which PostgreSQL keeps no more; words that stand in two parts,
so that what stands on both sides of a border is found together."""
_LONGEST_WORD = 500
_NUMBERS = count()
"""Of what is being streamed: more may be at once."""


_GONE = {
    "connect_timeout": "20",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "4",
    "tcp_user_timeout": "40000",
    "options": "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4 "
    "-c tcp_user_timeout=40000",
}
"""How both sides notice within a minute that the other is gone, its link cut: left to the system, it takes hours, and
what a host held locked then, all the others wait for."""


def _noticing(address: str) -> str:
    """The address with what it does not say itself of how a cut link is noticed."""
    told = conninfo_to_dict(address)
    return make_conninfo(address, **{name: value for name, value in _GONE.items() if name not in told})


class Postgres:
    """A database on a server."""

    lock, free = " FOR UPDATE", " FOR UPDATE SKIP LOCKED"
    named = "json_array_elements_text(answer.answers::json) AS named(value)"

    def __init__(self, address: str, seizure: str, *, begin: bool = True, look: bool = False) -> None:
        """Open it; tables that are missing are made.

        Args:
            address: Where the server is, as `postgresql://user@host/name`.
            seizure: Identifier of the seizure.
            begin: Whether it is begun where the server has none.
            look: Whether it is opened for reading alone: then the server itself refuses every change.

        Raises:
            LedgerError: The server is not reached, or refuses; or it has no such ledger, and none is begun.
        """
        named = self._named = schema(seizure)
        with _told():
            self._db = psycopg.connect(_noticing(address), autocommit=True)
            try:
                found = self._db.execute(
                    "SELECT set_config('search_path', %s, false), set_config('default_transaction_read_only', %s, "
                    "false), (SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s)",
                    (named, "on" if look else "off", named),
                ).fetchone()
                if found is None or found[2] != _MADE:
                    self._make(named, begin=begin)
            except BaseException:
                self._db.close()
                raise

    def _make(self, named: str, *, begin: bool) -> None:
        """Make the tables, unless they are there as they are to be: making an index waits for all who write."""
        with self._db.transaction():
            self._db.execute("SET TRANSACTION READ WRITE")
            # Two hosts that begin at once would both make them.
            self._db.execute("SELECT pg_advisory_xact_lock(hashtext('rogatory ledger'))")
            found = self._db.execute(
                "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", (named,)
            ).fetchone()
            if found == (_MADE,):
                return
            if found is None and not begin:
                raise LedgerError("the server has no ledger of this seizure: ROGATORY_LEDGER names another than it was")
            name = sql.Identifier(named)
            self._db.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(name))
            self._db.execute(sql.SQL("REVOKE ALL ON SCHEMA {} FROM PUBLIC").format(name))
            self._db.execute(sql.SQL("SET LOCAL search_path TO {}").format(name))
            self._db.execute("SET LOCAL client_min_messages TO warning")
            self._db.execute(_SCHEMA)
            self._db.execute(sql.SQL("COMMENT ON SCHEMA {} IS {}").format(name, _MADE))

    def execute(self, query: str, values: Sequence[object] = ()) -> psycopg.Cursor[Any]:
        """Ask, or change something."""
        with _told():
            return self._db.execute(_theirs(query), values)

    def executemany(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        """Change something with each of these."""
        with _told(), self._db.cursor() as cursor:
            cursor.executemany(_theirs(query), rows)

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """What is found, without all of it in memory."""
        with _told(), self._db.cursor(f"streamed_{next(_NUMBERS)}", withhold=True) as cursor:
            cursor.itersize = 5000
            yield from cursor.execute(_theirs(query), values)

    @contextmanager
    def together(self, alone: str = "") -> Iterator[None]:
        """All or nothing; meanwhile nobody else changes anything in the table `alone`."""
        with _told(), self._db.transaction():
            # First of all, so that whoever shares the row waits before holding anything.
            self._db.execute(
                "INSERT INTO changed (place, times) VALUES (pg_backend_pid() %% %s, 1) "
                "ON CONFLICT (place) DO UPDATE SET times = changed.times + 1", (_PLACES,),
            )  # fmt: skip
            if alone:
                self._db.execute(sql.SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(sql.Identifier(alone)))
            yield

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """What is asked meanwhile is answered as it stood at one moment, whoever writes; nothing is changed."""
        if self._db.info.transaction_status != pq.TransactionStatus.IDLE:
            yield
            return
        with _told(), self._db.transaction():
            self._db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield

    def stamp(self) -> tuple[int, int]:
        """What changes with every change that pages show: which schema it is, and how often it was changed."""
        found = self.execute("SELECT to_regnamespace(current_schema())::oid::bigint, SUM(times)::bigint FROM changed")
        made, times = found.fetchone() or (0, 0)
        return int(made), int(times or 0)

    @contextmanager
    def finishing(self) -> Iterator[None]:
        """Nobody else does meanwhile what is done once over the whole seizure."""
        self.execute("SELECT pg_advisory_lock(hashtext(current_schema()))")
        try:
            yield
        finally:
            with suppress(psycopg.Error):  # a connection that is gone holds nothing
                self._db.execute("SELECT pg_advisory_unlock(hashtext(current_schema()))")

    def now(self) -> float:
        """The moment by the clock of the server: those of the hosts may differ."""
        found = self.execute("SELECT EXTRACT(EPOCH FROM clock_timestamp())::DOUBLE PRECISION").fetchone()
        return float(found[0]) if found else 0.0

    def index(self, gone: Sequence[tuple[int, str]], come: Sequence[tuple[int, str]]) -> None:
        """Change what is found by its words."""
        if gone:
            self.execute("DELETE FROM words WHERE rowid = ANY(?)", ([number for number, _ in gone],))
        self.executemany(
            "INSERT INTO words (rowid, part, vector) VALUES (?, ?, ?::tsvector)",
            ((number, part, vector) for number, text in come for part, vector in enumerate(vectors(text))),
        )

    def search(self, words: Sequence[str], most: int) -> list[str]:
        """Digests of contents whose text holds all these words, the best first."""
        asked = [" <-> ".join(f"'{piece}'" for piece in pieces) for word in words if (pieces := list(cut(word)))]
        if not asked:
            return []
        every = " AND rowid IN (SELECT rowid FROM words WHERE vector @@ ?::tsquery)" * len(asked)
        either = " | ".join(f"({one})" for one in asked)
        found = self.execute(
            "SELECT sha256 FROM words JOIN contents ON contents.id = words.rowid WHERE vector @@ ?::tsquery"
            f"{every} GROUP BY sha256 ORDER BY SUM(ts_rank(vector, ?::tsquery)) DESC, sha256 LIMIT ?",
            (either, *asked, either, most if most >= 0 else None),
        )  # fmt: skip
        return [row[0] for row in found]

    def purge(self) -> None:
        """Free what was deleted; the server's own log and every copy hold it until they are rotated."""
        for table in ("texts", "results", "words", "messages", "raised"):
            self.execute(f"VACUUM {table}")

    def drop(self) -> None:
        """Take the whole schema away."""
        with _told():
            self._db.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(self._named)))

    def close(self) -> None:
        """Close it."""
        self._db.close()


def schema(seizure: str) -> str:
    """What the schema of a seizure is called; its identifier may be anything."""
    return f"seizure_{sha256(seizure.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def cut(text: str) -> Iterator[str]:
    """The words of a text, in their order: small letters and digits, without accents.

    >>> list(cut("Cafés of Ada@Law.example"))
    ['cafes', 'of', 'ada', 'law', 'example']
    """
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    for found in re.finditer(r"[^\W_]+", plain.casefold()):
        yield found[0][:_LONGEST_WORD]


def vectors(text: str) -> Iterator[str]:
    """A text as PostgreSQL keeps it to be found: its words with their places, in parts that are small enough.

    >>> list(vectors("a rose is a rose"))
    ["'a':1,4 'rose':2,5 'is':3"]
    """
    part: list[str] = []
    places: dict[str, list[int]] = defaultdict(list)
    new = 0
    for word in cut(text):
        part.append(word)
        places[word].append(len(part))
        new += 1
        if len(part) == _MOST_WORDS or len(places[word]) == _MOST_PLACES:
            yield _vector(places)
            part, new = part[-_OVERLAP:], 0
            places = defaultdict(list)
            for place, again in enumerate(part, 1):
                places[again].append(place)
    if new:
        yield _vector(places)


def _vector(places: dict[str, list[int]]) -> str:
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())


def _theirs(query: str) -> Any:  # noqa: ANN401 - they want a literal
    return query.replace("?", "%s")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (errors.DeadlockDetected, errors.SerializationFailure) as error:
        raise AgainError("the ledger in PostgreSQL: others were in the way each time") from error
    except psycopg.Error as error:
        raise LedgerError(f"the ledger in PostgreSQL: {str(error).strip() or type(error).__name__}") from error
