"""The bars from which a name alone is worth a look, tried on names on which they were not chosen.

The names asked when the bars were chosen are parted in two halves by the checksum of each. Bars are chosen anew on
the one half, and tried on the other; on other names of the same sets, which were never asked; and on other sets. If
the bars that ship do as well there as where they were chosen, they are no accident of those names.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from zlib import crc32

from bench import measure
from bench.candidates import rarity
from bench.register import FOUR_SETS, Asked, MadeUp, register
from rogatory.casefile.parties import Identity
from rogatory.linkage.candidates import Candidates
from rogatory.linkage.model import Band
from rogatory.linkage.persons import FULL, PART, best_names, compare_persons, named

OTHER_SETS = ("pop_BG", "pop_KZ", "pop_RS", "pop_RU", "tok2_ru", "nk_cases_person")
"""Sets in the scripts of that register on which no bar was chosen."""
STRANGERS = 1.0
"""Strangers shown for each name, at most, where bars are chosen."""
GRID = tuple(n / 20 for n in range(2, 16))


@dataclass(frozen=True, slots=True)
class Met:
    """A candidate that was compared.

    Attributes:
        own: Whether it is the entry to be found.
        same: Whether it is of the same person.
        share: How far the name names one person; below 0 where it cannot be one.
        part: Whether a part of it only agrees.
        with_year: Whether it is shown where the year of birth is told too.
    """

    own: bool
    same: bool
    share: float
    part: bool
    with_year: bool


def run(sizes: Sequence[int], folder: Path) -> None:
    """Print recall and strangers for each name, at each size."""
    for size in sizes:
        # The same names as in `candidates`, and others beside them.
        chosen_on = {(one.pairs, one.name) for one in register(1, folder, as_anchors=True).asked}
        made = register(size, folder, as_anchors=True, sets=(*FOUR_SETS, *OTHER_SETS), most=10_000)
        found = Candidates((entry, (name,)) for entry, name in enumerate(made.names))
        gc.collect()
        groups = {name: [_met(one, made, found) for one in asked] for name, asked in _groups(made, chosen_on)}
        anew = _chosen(groups["chosen on, half A"])
        print(f"\n{size:,} entries; bars shipped {FULL} and {PART}, chosen anew on half A {anew[0]} and {anew[1]}")
        print(measure.table(list(_rows(groups, anew))), flush=True)


def _groups(made: MadeUp, chosen_on: set[tuple[str, str]]) -> Iterator[tuple[str, list[Asked]]]:
    """The names asked, by what they are to the bars; at most sixty of a set."""
    kinds: dict[str, Callable[[Asked, bool], bool]] = {
        "chosen on, half A": lambda one, known: known and _half(one) == 0,
        "chosen on, half B": lambda one, known: known and _half(one) == 1,
        "other names of these sets": lambda one, known: not known and one.pairs in FOUR_SETS,
        "other sets": lambda one, known: one.pairs in OTHER_SETS,
    }
    for kind, is_of in kinds.items():
        by_set: dict[str, list[Asked]] = {}
        for one in sorted(made.asked, key=lambda one: crc32(one.name.encode())):
            if is_of(one, (one.pairs, one.name) in chosen_on):
                by_set.setdefault(one.pairs, []).append(one)
        yield kind, [one for known in by_set.values() for one in known[:60]]


def _half(one: Asked) -> int:
    """In which half a name is."""
    return crc32(f"{one.pairs} {one.name}".encode()) & 1


def _met(asked: Asked, made: MadeUp, found: Candidates[int]) -> list[Met]:
    """The candidates of a name, compared."""
    born = (str(made.born[min(asked.entries)]),)
    met = []
    for entry in found.query([asked.name]):
        likeness = best_names((asked.name,), (made.names[entry],), rarity(found))
        share, part = named(likeness, len(found)) if likeness and likeness.possible else (-1.0, True)
        other = Identity((made.names[entry],), (str(made.born[entry]),))
        band = compare_persons(Identity((asked.name,), born), other, rarity(found), len(found)).band
        met.append(Met(entry in asked.entries, entry in asked.same, share, part, band is not Band.COUNTED))
    return met


def _shown(met: Sequence[Sequence[Met]], full: float, part: float) -> tuple[float, float]:
    """Recall, and strangers for each name, by the name alone at such bars."""
    shown = [[one for one in known if one.share >= (part if one.part else full)] for known in met]
    return _figures(shown)


def _figures(shown: Sequence[Sequence[Met]]) -> tuple[float, float]:
    asked = max(1, len(shown))
    recall = sum(any(one.own for one in known) for known in shown) / asked
    return recall, sum(not one.same for known in shown for one in known) / asked


def _chosen(met: Sequence[Sequence[Met]]) -> tuple[float, float]:
    """The bars that find most, with no more strangers than may be; of several the highest."""
    fit = {bars: _shown(met, *bars) for bars in product(GRID, GRID) if bars[0] <= bars[1]}
    allowed = {bars: recall for bars, (recall, strangers) in fit.items() if strangers <= STRANGERS}
    return max(allowed, key=lambda bars: (allowed[bars], bars))


def _rows(groups: dict[str, list[list[Met]]], anew: tuple[float, float]) -> Iterator[tuple[str, ...]]:
    yield (
        "names",
        "asked",
        "shipped: recall",
        "strangers",
        "anew: recall",
        "strangers",
        "with year: recall",
        "strangers",
    )
    for name, met in groups.items():
        figures = (
            *_shown(met, FULL, PART),
            *_shown(met, *anew),
            *_figures([[m for m in k if m.with_year] for k in met]),
        )
        yield (name, f"{len(met)}", *(f"{figure:.3f}" for figure in figures))
