"""Candidates in registers: what a question costs, what it finds, and what it gives in vain; with other searches beside.

Two registers are made up (`bench.register`): one as that on which the anchors were measured, and one of all scripts and
sets, which is harder. Recall is the share of planted names that are among the first fifty. Names a set holds may be
different names of one person, which no likeness of names finds; so recall is given too of the pairs that
`names.compare` accepts, which is what the candidates must not lose. What is given in vain is counted by the bands in
which the registry shows it: links that must be examined or are worth a look.
"""

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

import psutil
from rapidfuzz import fuzz, process

from bench import measure
from bench.register import ALIASES, Asked, MadeUp, register
from rogatory.casefile.parties import Identity
from rogatory.linkage.candidates import SHORTLIST, Candidates
from rogatory.linkage.codes import text_of, ways
from rogatory.linkage.model import Band
from rogatory.linkage.persons import compare_persons
from rogatory.linkage.source import rarity_of, size_of
from rogatory.names.compare import compare

PERSONS = 50
SCANNED = 100_000
"""Entries up to which the plain scan of every name, and a whole request, are measured."""
FEWER = 6
"""Of larger registers, of other searches and of what is compared, one name in so many is asked."""

Find = Callable[[str], Sequence[int]]


def run(sizes: list[int], folder: Path | None) -> None:
    """Measure each size in a process of its own, so that memory is that of one register."""
    for as_anchors in (True, False) if folder else (False,):
        for size in sizes:
            command = [sys.executable, "-m", "bench.candidates", str(size), str(int(as_anchors))]
            subprocess.run([*command, *([str(folder)] if folder else [])], check=True)  # noqa: S603 - ourselves


def measured(size: int, folder: Path | None, *, as_anchors: bool) -> None:
    """Measure one size."""
    made = register(size, folder, as_anchors=as_anchors)
    print("\nThe register of the anchors" if as_anchors else "\nA register of all scripts and sets")
    asked = made.asked[:: 1 if as_anchors or size <= SCANNED else FEWER]
    some = asked[::FEWER]
    print(f"{len(made.names):,} entries, {len(asked)} names asked; load {measure.load()}", flush=True)
    found, begun, held = _built(made)
    print(f"built in {begun:.1f} s of a processor, {held / size:.0f} bytes an entry", flush=True)
    accepted = [_accepted(made, one) for one in asked]
    ours = _searched(asked, lambda name: found.query([name]))
    print(measure.table(_by_set(asked, accepted, ours.hits)), flush=True)
    rows: list[tuple[str, ...]] = [("", "asked", "median ms", "p95 ms", "max ms", "recall@50", "of those accepted")]
    rows.append(("ours", *ours.cells(asked, accepted)))
    heard = list(map(_heard, made.names))
    others = {"SQLite FTS5, trigrams of sounds": _trigrams(heard)}
    if size <= SCANNED:
        others["rapidfuzz WRatio, all names, on sounds"] = _scan(heard)
    for name, find in others.items():
        rows.append((name, *_searched(some, find).cells(some, accepted[::FEWER])))
    print(measure.table(rows), flush=True)
    _reranked(made, asked if as_anchors else some, found)
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


@dataclass(frozen=True)
class _Searched:
    """Seconds of a processor each question took, in order of length, and whether each found its own."""

    seconds: list[float]
    hits: list[bool]

    def cells(self, asked: Sequence[Asked], accepted: Sequence[bool]) -> tuple[str, ...]:
        """The line of a table."""
        costs = (median(self.seconds), measure.quantile(self.seconds, 0.95), self.seconds[-1])
        own = [hit for hit, one in zip(self.hits, asked, strict=True) if one.pairs not in ALIASES]
        of_accepted = [hit for hit, may in zip(self.hits, accepted, strict=True) if may]
        return (f"{len(asked)}", *(f"{1e3 * cost:.1f}" for cost in costs), _share(own), _share(of_accepted))


def _searched(asked: Iterable[Asked], find: Find) -> _Searched:
    """What questions cost a processor, and what is found."""
    seconds, hits = [], []
    for one in asked:
        start = process_time()
        entries = find(one.name)
        seconds.append(process_time() - start)
        hits.append(not one.entries.isdisjoint(entries[:SHORTLIST]))
    return _Searched(sorted(seconds), hits)


def _share(hits: Iterable[bool]) -> str:
    known = list(hits)
    return f"{sum(known) / max(1, len(known)):.3f}"


def _by_set(asked: Sequence[Asked], accepted: Sequence[bool], hits: Sequence[bool]) -> list[tuple[str, ...]]:
    """Recall of each set of pairs."""
    by_set: dict[str, list[tuple[bool, bool]]] = {}
    for one, may, hit in zip(asked, accepted, hits, strict=True):
        by_set.setdefault(one.pairs, []).append((hit, may))
    rows: list[tuple[str, ...]] = [("set", "asked", "recall@50", "accepted", "of those")]
    for pairs, known in sorted(by_set.items()):
        of_accepted = [hit for hit, may in known if may]
        rows.append((pairs, f"{len(known)}", _share(h for h, _ in known), f"{len(of_accepted)}", _share(of_accepted)))
    return rows


def _heard(name: str) -> str:
    """The sounds of a name in Latin letters, so that other searches need not know scripts."""
    return " ".join("".join(filter(str.isalpha, text_of(word[0]))) for word in (ways(name) or ((),))[0])


def _scan(folded: list[str]) -> Find:
    """Every name beside the one asked."""
    return lambda name: [at for *_, at in process.extract(_heard(name), folded, scorer=fuzz.WRatio, limit=SHORTLIST)]


def _trigrams(heard: Sequence[str]) -> Find:
    """A full-text index of three letters at a time."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE held USING fts5(name, tokenize='trigram', detail='none', columnsize=1)")
    base.executemany("INSERT INTO held(rowid, name) VALUES (?, ?)", enumerate(heard))

    def find(name: str) -> list[int]:
        text = _heard(name)
        grams = {text[k : k + 3] for k in range(len(text) - 2)}
        if not grams:
            return []
        asked = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        order = "SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT ?"
        return [row for (row,) in base.execute(order, (asked, SHORTLIST))]

    return find


def _reranked(made: MadeUp, some: Iterable[Asked], found: Candidates[int]) -> None:
    """Recall, and what is given in vain, once the fifty were compared and put into bands: by name, and with a year."""
    some = [one for one in some if one.pairs not in ALIASES]
    rows: list[tuple[str, ...]] = [("asked by", "median ms", "p95 ms", "recall", "in vain for each name")]
    for told in ("the name alone", "name and year of birth"):
        with_year = told != "the name alone"
        seconds, hits, vain = [], [], 0
        for asked in some:
            born = made.born[min(asked.entries)]
            one = Identity((asked.name,), (str(born),) if with_year else ())
            start = process_time()
            shown = [entry for entry in found.query([asked.name]) if _is_shown(one, made, entry, found)]
            seconds.append(process_time() - start)
            hits.append(not asked.entries.isdisjoint(shown))
            vain += len(set(shown) - asked.same)
        seconds.sort()
        costs = (f"{1e3 * cost:.1f}" for cost in (median(seconds), measure.quantile(seconds, 0.95)))
        rows.append((told, *costs, _share(hits), f"{vain / len(hits):.3f}"))
    print(measure.table(rows))


def _is_shown(one: Identity, made: MadeUp, entry: int, found: Candidates[int]) -> bool:
    """Whether the registry would show an entry."""
    other = Identity((made.names[entry],), (str(made.born[entry]),))
    return compare_persons(one, other, rarity(found), len(found)).band is not Band.COUNTED


def rarity(found: Candidates[int]) -> Callable[[str], float]:
    """Bits that agreement in a word carries, as the registry counts them."""
    return lambda word: rarity_of(word, found.bearers(word), size_of(len(found)))


def _request(made: MadeUp, found: Candidates[int]) -> None:
    """A request of fifty persons: their candidates compared, and the steps of what is shown put into words."""
    persons = made.asked[:: max(1, len(made.asked) // PERSONS)][:PERSONS]
    start = process_time()
    shown = 0
    for asked in persons:
        for entry in found.query([asked.name]):
            likeness = compare(asked.name, made.names[entry], rarity(found))
            shown += bool(likeness.possible and likeness.says)
    print(f"a request of {len(persons)} persons: {process_time() - start:.2f} s of a processor, {shown} links in words")


if __name__ == "__main__":
    measured(int(sys.argv[1]), Path(sys.argv[3]) if len(sys.argv) > 3 else None, as_anchors=sys.argv[2] == "1")
