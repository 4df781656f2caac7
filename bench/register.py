"""A register of made-up persons, as large as asked, with names planted in it that are asked in another spelling.

Its names are recombined words, so that they are nobody's. The words are those of the pair sets of a folder, or, where
none is given, of a small table of common names.
"""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from math import sqrt
from pathlib import Path
from random import Random

from bench.common_names import PAIRS

ALL_SCRIPTS = {"LATIN": 45, "CYRILLIC": 15, "ARABIC": 10, "": 30}
"""How much of a register is written in each script, in per cent; all others together."""
THREE_SCRIPTS = {"LATIN": 75, "CYRILLIC": 15, "ARABIC": 10}
"""The same of the register on which the anchors of our research were measured."""
FOUR_SETS = ("pop_CN", "tok2_ar", "un_orig_Arab", "yente_un_treated")
"""The sets whose names were asked there."""
LENGTHS = {"2": 60, "3": 30, "4": 10}
"""How many words a name has, in per cent; two in the scripts that are not named above."""
ASKED = 60
"""Names asked of each set of pairs, at most."""
ALIASES = frozenset({"ofac_aka", "un_alias_good"})
"""Sets of other names of one person: no likeness of names finds those, only a register that holds both."""
UNSPACED = {"CJK": "·", "HANGUL": " "}
"""Scripts that write the family name and the given name as one, and what parts the words of foreign names there."""

Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is asked.

    Attributes:
        pairs: The set of pairs it is of.
        name: The name.
        entries: Entries that hold it as that set writes it: to be found.
        same: All entries of the same person, by any set: not found in vain.
    """

    pairs: str
    name: str
    entries: frozenset[int]
    same: frozenset[int]


@dataclass(frozen=True)
class MadeUp:
    """A register: for each entry a name and the year its person was born in, drawn at random; and what it is asked."""

    names: list[str]
    born: list[int]
    asked: list[Asked]


def register(
    size: int,
    folder: Path | None = None,
    seed: int = 7,
    *,
    as_anchors: bool = False,
    sets: Sequence[str] = (),
    most: int = ASKED,
) -> MadeUp:
    """A register of so many entries, or more if more are planted; the same every time.

    Args:
        size: Entries.
        folder: Where the sets of pairs are; None: a small table of common names.
        seed: Of what is drawn.
        as_anchors: As the register on which the anchors of our research were measured: the same scripts and sets.
        sets: Sets whose names are planted and asked, in the place of those.
        most: Names asked of each set, at most.
    """
    random = Random(seed)
    pairs = list(_pairs(folder)) if folder else [("common names", *both) for both in PAIRS]
    wanted = sets or (FOUR_SETS if as_anchors else ())
    asked = [pair for pair in pairs if pair[0] in wanted] if wanted else pairs
    planted = list(dict.fromkeys(right for *_, right in asked))
    names = planted[:]
    shares = THREE_SCRIPTS if as_anchors else ALL_SCRIPTS
    names += islice(_recombined(pairs, shares, random), max(0, size - len(names)))
    random.shuffle(names)
    born = [random.randrange(1940, 2006) for _ in names]
    return MadeUp(names, born, list(_asked(asked, _Persons(pairs, names), random, most)))


def _pairs(folder: Path) -> Iterator[Pair]:
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["same"] == "1":
                    yield path.stem, row["left"], row["right"]


class _Persons:
    """Whose name is whose: two names are one person's if any set pairs them, or each with a third."""

    def __init__(self, pairs: Sequence[Pair], names: Sequence[str]) -> None:
        self._first: dict[str, str] = {}
        for _, left, right in pairs:
            self._first[self._of(left)] = self._of(right)
        self.entries: dict[str, set[int]] = {}
        self._all: dict[str, set[int]] = {}
        for entry, name in enumerate(names):
            if name in self._first:
                self.entries.setdefault(name, set()).add(entry)
                self._all.setdefault(self._of(name), set()).add(entry)

    def same(self, name: str) -> frozenset[int]:
        """The entries of whose name it is."""
        return frozenset(self._all.get(self._of(name), ()))

    def _of(self, name: str) -> str:
        """The name that stands for all of a person."""
        self._first.setdefault(name, name)
        while self._first[name] != name:
            self._first[name] = name = self._first[self._first[name]]
        return name


def _asked(pairs: Sequence[Pair], persons: _Persons, random: Random, most: int) -> Iterator[Asked]:
    by_set: dict[str, dict[str, set[int]]] = {}
    for name, left, right in pairs:
        by_set.setdefault(name, {}).setdefault(left, set()).update(persons.entries[right])
    for name, lefts in by_set.items():
        for left in random.sample(sorted(lefts), min(most, len(lefts))):
            yield Asked(name, left, frozenset(lefts[left]), persons.same(left))


def script(word: str) -> str:
    """The script of the first letter, by the first word of its name in Unicode."""
    return unicodedata.name(next((c for c in word if c.isalpha()), "x"), "LATIN").split()[0]


def _recombined(pairs: Sequence[Pair], scripts: Mapping[str, int], random: Random) -> Iterator[str]:
    """Names of words of one script; a word four times as frequent in the pairs is twice as frequent here."""
    words: dict[str, Counter[str]] = {}
    families: dict[str, Counter[str]] = {}
    given: dict[str, Counter[str]] = {}
    for name in (name for _, *both in pairs for name in both):
        kind = script(name)
        if kind in UNSPACED and UNSPACED[kind] not in name:
            families.setdefault(kind, Counter())[name[0]] += 1
            given.setdefault(kind, Counter())[name[1:]] += 1
        else:
            words.setdefault(kind, Counter()).update(name.replace("·", " ").split())
    pools = {kind: _Pool(of) for kind, of in words.items()}
    as_one = {kind: (_Pool(of), _Pool(given[kind])) for kind, of in families.items()}
    others = _Pool(
        Counter({k: p.size**2 for k, p in pools.items() if k not in scripts})
        + Counter({f"{k} as one": f.size**2 for k, (f, _) in as_one.items()})
    )
    shares, lengths = _Pool.of(scripts), _Pool.of(LENGTHS)
    while True:
        kind = shares.one(random) or others.one(random)
        if kind in pools:
            many = int(lengths.one(random)) if kind in scripts else 2
            yield " ".join(pools[kind].one(random) for _ in range(many))
        else:
            before, after = as_one[kind.split()[0]]
            yield before.one(random) + after.one(random)


class _Pool:
    """Words to draw from, each as often as the root of how often it was seen."""

    def __init__(self, seen: Counter[str]) -> None:
        self._words = list(seen)
        self._upto = list(accumulate(sqrt(n) for n in seen.values()))
        self.size = sum(seen.values())

    @classmethod
    def of(cls, shares: Mapping[str, int]) -> "_Pool":
        """Drawn as often as its share says."""
        return cls(Counter({word: share**2 for word, share in shares.items()}))

    def one(self, random: Random) -> str:
        return random.choices(self._words, cum_weights=self._upto)[0]
