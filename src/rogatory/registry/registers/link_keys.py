"""The keys of what the registers hold, in a table of PostgreSQL: kept in step with the registers, and looked through.

Only inside `sight.seeing`, and what changes only inside the door's transaction. On SQLite there are no keys: a process
holds the registers in its memory (`store.source`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection

from rogatory.linkage.keyed import borne_in, keys_of
from rogatory.linkage.keys import LIMIT, Lookup
from rogatory.registers.model import RegisterEntry
from rogatory.registry.registers.models import HeldEntry
from rogatory.registry.registers.told import read

ROWS = 20_000
"""Keys written in one statement."""
_FILE = """
INSERT INTO registers_linkkey (key, held, part, register)
SELECT * FROM unnest(%s::text[], %s::bigint[], %s::integer[], %s::text[])
"""
_UNFILE = "DELETE FROM registers_linkkey WHERE held = ANY (%s)"
_BEAR = """
INSERT INTO registers_linkword AS w (word, bearers) SELECT * FROM unnest(%s::text[], %s::bigint[])
ON CONFLICT (word) DO UPDATE SET bearers = w.bearers + EXCLUDED.bearers
"""
_COUNTED = """
SELECT k.key, c.rows FROM unnest(%s::text[]) k(key) CROSS JOIN LATERAL (
  SELECT count(*) AS rows FROM (SELECT FROM registers_linkkey l WHERE l.key = k.key LIMIT %s) l) c WHERE c.rows > 0
"""
_BEST = f"""
SELECT held, part FROM (
  SELECT l.held, l.part, max(k.bits) AS bits FROM unnest(%s::text[], %s::float8[], %s::integer[]) k(key, bits, place)
  CROSS JOIN LATERAL (
    SELECT l.held, l.part FROM registers_linkkey l WHERE l.key = k.key ORDER BY l.held, l.part LIMIT {LIMIT}) l
  GROUP BY l.held, l.part, k.place) m
GROUP BY held, part ORDER BY sum(bits) DESC, held, part LIMIT %s
"""  # noqa: S608 - a number of ours
_UNDER = "SELECT key, held, part FROM registers_linkkey WHERE key = ANY (%s)"
_BORNE = "SELECT word, bearers FROM registers_linkword WHERE word = ANY (%s)"
_KNOWN = """
SELECT count(*) FROM registers_heldentry
WHERE register = %s AND ended IS NULL AND NOT canary AND learned COLLATE "C" <= %s
"""


Row = TypeVar("Row")


def kept() -> bool:
    """Whether there are keys at all: this database has a table of them."""
    return connection.vendor == "postgresql"


def file(held: Iterable[tuple[int, RegisterEntry]]) -> None:
    """Put in what entries are found by.

    Args:
        held: The entries, each with the number of its row.
    """
    words: Counter[str] = Counter()

    def rows() -> Iterable[tuple[str, int, int, str]]:
        for number, entry in held:
            words.update(borne_in(entry))
            yield from ((key, number, part, entry.register) for key, part in sorted(keys_of(entry)))

    with connection.cursor() as cursor:
        for some in _pieces(rows()):
            cursor.execute(_FILE, [list(column) for column in zip(*some, strict=True)])
    _bear(words)


def unfile(held: Iterable[tuple[int, RegisterEntry]]) -> None:
    """Take out what entries were found by."""
    gone = list(held)
    words: Counter[str] = Counter()
    for _, entry in gone:
        words.subtract(borne_in(entry))
    with connection.cursor() as cursor:
        cursor.execute(_UNFILE, [[number for number, _ in gone]])
    _bear(words)


def _bear(words: Mapping[str, int]) -> None:
    with connection.cursor() as cursor:
        for some in _pieces(sorted(words.items())):
            cursor.execute(_BEAR, [list(column) for column in zip(*some, strict=True)])


def make_anew() -> None:
    """Make all keys anew from what the registers hold; only inside a transaction that sees every register."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM registers_linkkey")
        cursor.execute("DELETE FROM registers_linkword")
    told = HeldEntry.objects.filter(ended=None, canary=False).order_by("pk").values_list("pk", "told")
    file((number, read(text)) for number, text in told.iterator(2_000))


class Table:
    """The rows of the table, as the transaction may see them (`linkage.keyed.Rows`)."""

    def counted(self, keys: Sequence[str], most: int) -> Mapping[str, int]:
        """How many rows there are under each key, up to `most`."""
        return dict(_asked(_COUNTED, list(keys), most))

    def best(self, lookups: Sequence[Lookup], most: int) -> Sequence[tuple[int, int]]:
        """The persons who gain most by their keys, the first first."""
        columns = ([one.key for one in lookups], [one.bits for one in lookups], [one.place for one in lookups])
        return _asked(_BEST, *columns, most)

    def under(self, keys: Sequence[str]) -> Sequence[tuple[str, int, int]]:
        """All rows under some keys."""
        return _asked(_UNDER, list(keys))

    def entries(self, numbers: Sequence[int]) -> Mapping[int, RegisterEntry]:
        """The entries of these numbers."""
        found = HeldEntry.objects.filter(pk__in=numbers).values_list("pk", "told")
        return {number: read(told) for number, told in found}

    def borne(self, words: Sequence[str]) -> Mapping[str, int]:
        """What is counted under each word, of all registers."""
        return dict(_asked(_BORNE, list(words)))

    def known(self, register: str, at: str) -> int:
        """How many entries of a register were known on a day; of one that is not seen none."""
        return int(_asked(_KNOWN, register, at)[0][0])


def _asked(order: str, *told: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    with connection.cursor() as cursor:
        cursor.execute(order, told)
        return list(cursor.fetchall())


def _pieces(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    left = iter(rows)
    while some := tuple(islice(left, ROWS)):
        yield some
