"""Candidates in registers: what a question costs, what it finds, and what it gives in vain; with other searches beside.

The register is made up (`bench.register`). Recall is the share of planted names that are among the first fifty. Names a
set holds may be different names of one person, which no likeness of names finds; so recall is given too of the pairs
that `names.compare` accepts, which is what the candidates must not lose.
"""

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

import psutil
from rapidfuzz import fuzz, process

from bench import measure
from bench.register import ALIASES, Asked, MadeUp, register
from rogatory.linkage.candidates import SHORTLIST, Candidates
from rogatory.linkage.codes import text_of, ways
from rogatory.names.compare import compare

PERSONS = 50
SCANNED = 100_000
"""Entries up to which the plain scan of every name is measured; it only grows with them."""

Find = Callable[[str], Sequence[int]]


def run(sizes: list[int], folder: Path | None) -> None:
    """Measure each size in a process of its own, so that memory is that of one register."""
    for size in sizes:
        command = [sys.executable, "-m", "bench.candidates", str(size), *([str(folder)] if folder else [])]
        subprocess.run(command, check=True)  # noqa: S603 - ourselves


def measured(size: int, folder: Path | None) -> None:
    """Measure one size."""
    made = register(size, folder)
    print(f"\n{len(made.names):,} entries, {len(made.asked)} names asked; load {measure.load()}", flush=True)
    found, begun, before = _built(made)
    rows: list[tuple[str, ...]] = [("", "median ms", "p95 ms", "max ms", "recall@50", "of those accepted")]
    accepted = [_accepted(made, asked) for asked in made.asked]
    rows.append(("ours", *_searched(made, accepted, lambda name: found.query([name]))))
    by_set = _by_set(made, accepted, found)
    if size <= SCANNED:
        folded = list(map(_heard, made.names))
        rows.append(("rapidfuzz WRatio, all names, on sounds", *_searched(made, accepted, _scan(folded))))
    rows.append(("SQLite FTS5, trigrams of sounds", *_searched(made, accepted, _trigrams(made.names))))
    print(f"built in {begun:.1f} s of a processor, {before / size:.0f} bytes an entry")
    print(measure.table(rows))
    print(measure.table(by_set))
    _reranked(made, found)
    if size <= SCANNED:
        _request(made, found)
    print(f"load {measure.load()}", flush=True)


def _built(made: MadeUp) -> tuple[Candidates[int], float, int]:
    """The candidates, the seconds of a processor it took, and the bytes they hold."""
    warm = Candidates((k, (asked.name,)) for k, asked in enumerate(made.asked))
    warm.query([made.asked[0].name])
    gc.collect()
    before, start = psutil.Process().memory_info().rss, process_time()
    found = Candidates((entry, (name,)) for entry, name in enumerate(made.names))
    seconds = process_time() - start
    gc.collect()
    return found, seconds, psutil.Process().memory_info().rss - before


def _accepted(made: MadeUp, asked: Asked) -> bool:
    """Whether the comparison accepts the name of an entry that is the name's own."""
    return any(compare(asked.name, made.names[entry]).possible for entry in asked.entries)


def _searched(made: MadeUp, accepted: Sequence[bool], find: Find) -> tuple[str, ...]:
    """What a question costs a processor, and what is found."""
    seconds, hits = [], []
    for asked in made.asked:
        start = process_time()
        entries = find(asked.name)
        seconds.append(process_time() - start)
        hits.append(not asked.entries.isdisjoint(entries[:SHORTLIST]))
    seconds.sort()
    costs = (median(seconds), measure.quantile(seconds, 0.95), seconds[-1])
    own = [hit for hit, asked in zip(hits, made.asked, strict=True) if asked.pairs not in ALIASES]
    of_accepted = [hit for hit, may in zip(hits, accepted, strict=True) if may]
    return (*(f"{1e3 * cost:.1f}" for cost in costs), _share(own), _share(of_accepted))


def _share(hits: Iterable[bool]) -> str:
    known = list(hits)
    return f"{sum(known) / max(1, len(known)):.3f}"


def _by_set(made: MadeUp, accepted: Sequence[bool], found: Candidates[int]) -> list[tuple[str, ...]]:
    """Recall of each set of pairs."""
    hits: dict[str, list[tuple[bool, bool]]] = {}
    for asked, may in zip(made.asked, accepted, strict=True):
        hit = not asked.entries.isdisjoint(found.query([asked.name]))
        hits.setdefault(asked.pairs, []).append((hit, may))
    rows: list[tuple[str, ...]] = [("set", "asked", "recall@50", "accepted", "of those")]
    for pairs, known in sorted(hits.items()):
        of_accepted = [hit for hit, may in known if may]
        rows.append((pairs, f"{len(known)}", _share(h for h, _ in known), f"{len(of_accepted)}", _share(of_accepted)))
    return rows


def _heard(name: str) -> str:
    """The sounds of a name in Latin letters, so that other searches need not know scripts."""
    return " ".join("".join(filter(str.isalpha, text_of(word[0]))) for word in (ways(name) or ((),))[0])


def _scan(folded: list[str]) -> Find:
    """Every name beside the one asked."""
    return lambda name: [at for *_, at in process.extract(_heard(name), folded, scorer=fuzz.WRatio, limit=SHORTLIST)]


def _trigrams(names: Sequence[str]) -> Find:
    """A full-text index of three letters at a time."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE held USING fts5(name, tokenize='trigram', detail='none', columnsize=1)")
    base.executemany("INSERT INTO held(rowid, name) VALUES (?, ?)", enumerate(map(_heard, names)))

    def find(name: str) -> list[int]:
        text = _heard(name)
        grams = {text[k : k + 3] for k in range(len(text) - 2)}
        if not grams:
            return []
        asked = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        order = "SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT ?"
        return [row for (row,) in base.execute(order, (asked, SHORTLIST))]

    return find


def _reranked(made: MadeUp, found: Candidates[int]) -> None:
    """Recall and what is given in vain at the shipped bar, once the comparison has seen the shortlist."""
    seconds, hits, vain, vain_with_year = [], [], 0, 0
    random = [asked for asked in made.asked if asked.pairs not in ALIASES]
    for asked in random:
        start = process_time()
        entries = found.query([asked.name])
        likely = [entry for entry in entries if compare(asked.name, made.names[entry], found.rarity).possible]
        seconds.append(process_time() - start)
        hits.append(not asked.entries.isdisjoint(likely))
        born = made.born[min(asked.entries)]
        others = [entry for entry in likely if entry not in asked.entries]
        vain += len(others)
        vain_with_year += sum(made.born[entry] == born for entry in others)
    seconds.sort()
    asked_ms = f"{1e3 * median(seconds):.1f} ms, p95 {1e3 * measure.quantile(seconds, 0.95):.1f}"
    print(
        f"with the shortlist compared: {asked_ms}; recall {_share(hits)}; in vain for each name {vain / len(hits):.2f},"
        f" with the year of birth {vain_with_year / len(hits):.3f}"
    )


def _request(made: MadeUp, found: Candidates[int]) -> None:
    """A request of fifty persons: their candidates compared, and the steps of what is shown put into words."""
    persons = made.asked[:: max(1, len(made.asked) // PERSONS)][:PERSONS]
    start = process_time()
    shown = 0
    for asked in persons:
        for entry in found.query([asked.name]):
            likeness = compare(asked.name, made.names[entry], found.rarity)
            shown += bool(likeness.possible and likeness.says)
    print(f"a request of {len(persons)} persons: {process_time() - start:.2f} s of a processor, {shown} links in words")


if __name__ == "__main__":
    measured(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
