"""Names of persons across scripts: pair sets in a folder that you name, beside other matchers in the same run.

The sets are tables as `rogatory link bench` reads them; none is in this repository. rapidfuzz is always there. What
`bench/names.txt` lists is measured where it is installed, and said to be absent where it is not.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from random import Random
from time import process_time

from rapidfuzz import fuzz

from bench import measure
from rogatory.names.compare import compare
from rogatory.names.likeness import BAR
from rogatory.names.measuring import Labelled, Scored, Scorer, by_script, gap, read_pairs, score
from rogatory.names.measuring import measure as measured


def run(folder: Path) -> None:
    """Print for each set F1 at the best bar, area under the curve and recall at the matcher's own bar."""
    files = sorted(folder.glob("*.tsv"))
    if not files:
        print(f"{folder}: no table of name pairs (*.tsv)")
        return
    sets = {path.stem: with_strangers(read_pairs(path.read_text(encoding="utf-8"), path.name)) for path in files}
    matchers = dict(_matchers())
    print("F1 at the best bar / area under the curve / recall at the matcher's own bar")
    lines: list[list[str]] = [["", *matchers]]
    spent = dict.fromkeys(matchers, 0.0)
    everything: dict[str, list[Scored]] = {name: [] for name in matchers}
    for name, pairs in sets.items():
        cells = [name]
        for matcher, (scorer, bar) in matchers.items():
            start = process_time()
            scored = score(pairs, scorer)
            spent[matcher] += process_time() - start
            everything[matcher].extend(scored)
            found = measured(scored, bar)
            cells.append(" ".join(_figure(value) for value in (found.f1, found.auc, found.recall)))
        lines.append(cells)
    total = sum(map(len, sets.values()))
    lines.append(["µs a pair", *(f"{spent[name] / total * 1e6:.0f}" for name in matchers)])
    print(measure.table(lines))
    print("\nGap in recall between the scripts found best and worst, each at its own bar")
    for matcher, (_, bar) in matchers.items():
        apart = gap(by_script(everything[matcher], bar))
        told = "too few scripts" if apart is None else f"{apart[2]:.3f}, from {apart[0]} to {apart[1]}"
        print(f"  {matcher:24} {told}")
    print(f"\nOurs again, all pairs met before: {_warm(sets):.0f} µs a pair")


def with_strangers(pairs: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """A set of pairs of one person only, with as many of two: each name beside one of somebody else that shares a word.

    Where no other name shares one, it is any. So the figures of a set of aliases mean something.
    """
    if not all(pair.same for pair in pairs):
        return pairs
    random = Random(7)
    persons: dict[str, str] = {}

    def person(name: str) -> str:
        persons.setdefault(name, name)
        while persons[name] != name:
            name = persons[name]
        return name

    for pair in pairs:
        persons[person(pair.left)] = person(pair.right)
    holding: dict[str, list[str]] = {}
    for pair in pairs:
        for word in set(_words(pair.right)):
            holding.setdefault(word, []).append(pair.right)
    every = [pair.right for pair in pairs]
    found = list(pairs)
    for pair in pairs:
        near = [name for word in sorted(set(_words(pair.left))) for name in holding.get(word, ())]
        others = [name for name in near or every if person(name) != person(pair.left)]
        others = others or [name for name in every if person(name) != person(pair.left)]
        found.append(Labelled(pair.left, random.choice(others), same=False))
    return tuple(found)


def _words(name: str) -> list[str]:
    return re.findall(r"[\w']+", name.lower())


def _figure(value: float | None) -> str:
    return "  - " if value is None else f"{value:.3f}".removeprefix("0")


def _warm(sets: dict[str, tuple[Labelled, ...]]) -> float:
    """Microseconds a pair once its words have been met."""
    pairs = [(pair.left, pair.right) for table in sets.values() for pair in table]
    sample = pairs[:: max(1, len(pairs) // 2_000)]
    for left, right in sample:
        compare(left, right)
    start = process_time()
    for left, right in sample:
        compare(left, right)
    return (process_time() - start) / len(sample) * 1e6


def _matchers() -> Iterator[tuple[str, tuple[Scorer, float]]]:
    """By name, each matcher that is installed, with the bar its makers recommend."""
    yield "ours", (lambda left, right: compare(left, right).score, BAR)
    fold = _folded()
    yield ("WRatio, " + ("ICU" if fold else "no ICU"), (_ratio(fold or str.casefold), 0.7))
    yield from _nomenklatura()


def _folded() -> Callable[[str], str] | None:
    """Folds any script into small Latin letters, as ICU does; None where PyICU is not installed."""
    try:
        icu = import_module("icu")
    except ImportError:
        print("PyICU is not installed: rapidfuzz is given the names as they stand (bench/names.txt)")
        return None
    turn = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower").transliterate
    return lru_cache(maxsize=None)(turn)


def _ratio(fold: Callable[[str], str]) -> Scorer:
    return lambda left, right: fuzz.WRatio(fold(left), fold(right)) / 100


def _nomenklatura() -> Iterator[tuple[str, tuple[Scorer, float]]]:
    """logic-v1 and logic-v2 on persons of whom only the name is known."""
    try:
        matching, follow = import_module("nomenklatura.matching"), import_module("followthemoney")
    except ImportError:
        print("nomenklatura is not installed: logic-v1 and logic-v2 are left out (bench/names.txt)")
        return

    @cache
    def person(name: str) -> object:
        entity = follow.model.make_entity("Person")
        entity.id = name
        entity.add("name", name)
        return entity

    for shown, kind in (("logic-v1", "LogicV1"), ("logic-v2", "LogicV2")):
        algorithm = getattr(matching, kind, None)
        if algorithm is None:
            continue
        config = algorithm.default_config() if hasattr(algorithm, "default_config") else None
        yield shown, (_asked(algorithm, person, config), 0.7)


def _asked(algorithm: object, person: Callable[[str], object], config: object) -> Scorer:
    def scored(left: str, right: str) -> float:
        return float(algorithm.compare(person(left), person(right), config).score)  # type: ignore[attr-defined]

    return scored
