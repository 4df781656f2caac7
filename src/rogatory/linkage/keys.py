"""Keys of names: by what a database finds entries from an index, where a register is too large to be held in memory.

A name is stored under the consonants of each of its words, and of each two of them together. Who asks first counts
which spellings of a word the register holds at all, then looks up those pairs and rare words, each with a limit: so a
common name is found by what stands beside it, and floods nothing. What comes back is put in order by `candidates`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, islice, product
from math import log2
from typing import Final

from rogatory.linkage.candidates import UnreadableNameError
from rogatory.linkage.codes import CLASSES, Code, Word, asked_ways, one_off, skeletons_of, text_of, ways

COUNTED: Final = 1_000
"""Rows up to which a word is counted; one with as many is common, and looked up only beside another."""
LIMIT: Final = 300
"""Rows that one key may bring."""
_STORED: Final = 60
"""Keys of one name at most; a name in Han characters has most, for its readings."""
_LOOKED_UP: Final = 4_000
"""Keys looked up for one question at most, the weightiest first."""
_SHORT: Final = 2
"""Classes of consonants up to which the vowels are part of a further key."""
_ONE_OFF: Final = 3
"""Classes of consonants from which one may be missing, another or swapped."""
_VOWELS: Final = 2.0
"""Bits that the same vowels carry, where the consonants are few."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A key to be looked up.

    Attributes:
        key: The key.
        bits: What an entry gains by it.
        place: Of the keys with the same place an entry gains by the best alone.
    """

    key: str
    bits: float
    place: int


def keys(raw: str) -> frozenset[str]:
    """The keys a name is stored under; empty where it holds no letter, and then no look-up finds it."""
    found: dict[str, None] = {}
    stand = ways(raw)
    for way in stand:
        found |= dict.fromkeys(skeletons_of(code)[0] for word in way for code in word)
    for way in stand:
        read = [list(dict.fromkeys((skeletons_of(code)[0], _with_vowels(code)) for code in word)) for word in way]
        for one, other in combinations(read, 2):
            for (bare, voiced), (bare_too, voiced_too) in product(one, other):
                found[_pair(bare, bare_too)] = None
                if min(len(bare), len(bare_too)) <= _SHORT:
                    found[_pair(voiced, voiced_too)] = None
    return frozenset(islice(found, _STORED))


def _with_vowels(code: Code) -> str:
    """The consonants of a code by their class, and its vowels between them."""
    kinds = (CLASSES[int(sign)] if "0" <= sign <= "8" else sign for sign in text_of(code) if sign in "012345678aiu")
    return "".join(kind for kind, _ in groupby(kinds)) or skeletons_of(code)[0]


def _pair(one: str, other: str) -> str:
    """The key of two words, in whatever order."""
    return f"{min(one, other)} {max(one, other)}"


class Question:
    """What is asked of a table of keys, in two steps."""

    def __init__(self, names: Sequence[str]) -> None:
        """Ask for somebody of these names.

        Raises:
            UnreadableNameError: None of the names holds a letter.
        """
        self._ways = list(dict.fromkeys(way for name in names for way in asked_ways(name)))
        if not self._ways:
            raise UnreadableNameError("no name asked holds a letter; ask a name as it is written somewhere")
        self._near = {word: _near(word) for way in self._ways for word in way}

    @property
    def counted(self) -> list[str]:
        """First step: the keys of words whose rows are to be counted, up to COUNTED each."""
        return sorted({key for near in self._near.values() for key in near})

    def lookups(self, counts: Mapping[str, int], entries: int) -> list[Lookup]:
        """Second step: the keys to be looked up, up to LIMIT rows each.

        Args:
            counts: Rows of the keys counted; those without any may be missing.
            entries: Entries of all registers that are asked.
        """
        found: dict[tuple[int, str], float] = {}
        for number, way in enumerate(self._ways):
            held = [self._held(word, counts, entries) for word in way]
            for place, (key, bits) in self._words(held, counts):
                found[100 * number + place, key] = max(bits, found.get((100 * number + place, key), 0.0))
            for place, ((one, near), (other, near_too)) in enumerate(combinations(zip(way, held, strict=True), 2)):
                at = 100 * number + 10 + place
                pairs = ((_pair(a, b), bits + more) for (a, bits), (b, more) in product(near.items(), near_too.items()))
                for key, bits in (*pairs, *self._voiced(one, other, near, near_too)):
                    found[at, key] = max(bits, found.get((at, key), 0.0))
        best = sorted(found.items(), key=lambda item: -item[1])[:_LOOKED_UP]
        return [Lookup(key, bits, place) for (place, key), bits in best]

    def _held(self, word: Word, counts: Mapping[str, int], entries: int) -> dict[str, float]:
        """The keys near a word that the register holds, each with its bits."""
        return {
            key: nearness**2 * max(1.0, log2((entries + 1) / (counts[key] + 1)))
            for key, nearness in self._near[word].items()
            if counts.get(key)
        }

    def _words(
        self, held: Sequence[dict[str, float]], counts: Mapping[str, int]
    ) -> Iterator[tuple[int, tuple[str, float]]]:
        """The words that are rare enough to be looked up alone, and all of a name of one word."""
        for place, near in enumerate(held):
            for key, bits in near.items():
                if counts[key] < COUNTED or len(held) == 1:
                    yield place, (key, bits)

    def _voiced(
        self, one: Word, other: Word, near: Mapping[str, float], near_too: Mapping[str, float]
    ) -> Iterator[tuple[str, float]]:
        """Two words with their vowels, where one of them has few consonants."""
        for a, b in product(one, other):
            bare, bare_too = skeletons_of(a)[0], skeletons_of(b)[0]
            if min(len(bare), len(bare_too)) <= _SHORT and bare in near and bare_too in near_too:
                yield _pair(_with_vowels(a), _with_vowels(b)), near[bare] + near_too[bare_too] + _VOWELS


def _near(word: Word) -> dict[str, float]:
    """The skeletons near those of a word, each with how near it is."""
    found: dict[str, float] = {}
    for code in word:
        for skeleton in skeletons_of(code):
            found[skeleton] = 1.0
    for skeleton in list(found):
        if len(skeleton) >= _ONE_OFF:
            for other in one_off(skeleton):
                nearness = 1 - 1 / max(len(skeleton), len(other))
                found[other] = max(nearness, found.get(other, 0.0))
    return found
