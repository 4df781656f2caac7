"""Korean and Chinese names in Latin letters: Lee Sung-ho and Yi Seongho, Zhao Jianguo and Chao Chien-kuo.

Each syllable may spell several syllables of the language. Two names agree where each of their syllables can be one and
the same; they contradict each other where one cannot. Only names that are wholly made of such syllables, with a family
name that is one, are read so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rogatory.names import han, korean, romanised
from rogatory.names.parts import Name, Role, parse
from rogatory.names.syllabic import Alignment, Pair, Syllables, letters

KOREAN, CHINESE = "Korean", "Chinese"
_AGREES: Final = 0.97
_CONTRADICTS: Final = 0.42
"""How alike two names are that share the family name and some of the given syllables; half of it where none."""
_MOST_GIVEN: Final = 2
_MOST_PIECES: Final = 3
_MOST_CUTS: Final = 3

Spelt = Mapping[str, frozenset[str]]
"""By spelling, what it may spell."""


@dataclass(frozen=True, slots=True)
class Read:
    """A Latin name read as one of a language.

    Attributes:
        language: The language.
        family: What the family name may be.
        given: What each given syllable may be.
        spelt: The syllables as they stand, family name first.
        parted: Whether the name itself parts its given syllables.
    """

    language: str
    family: frozenset[str]
    given: tuple[frozenset[str], ...]
    spelt: tuple[str, ...]
    parted: bool


def _by_spelling(pairs: Iterable[tuple[str, str]]) -> Spelt:
    """By spelling, what it may spell."""
    found: dict[str, set[str]] = {}
    for spelling, spells in pairs:
        found.setdefault(spelling, set()).add(spells)
    return {spelling: frozenset(spells) for spelling, spells in found.items()}


@cache
def _tables() -> dict[str, tuple[Spelt, Spelt, Syllables]]:
    """By language, its family names and its syllables by spelling, and what cuts a word into them."""
    koreans = _by_spelling((one, it) for it in han.inventory("Korean") for one, _ in korean.spellings(it))
    houses = _by_spelling((one, it) for it, known in korean.HOUSES.items() for one in (*known, *_by_rule(it)))
    chinese = _by_spelling((one, it) for it in han.inventory("Mandarin") for one, _ in romanised.mandarin(it))
    families = _by_spelling((one, name) for name, known in han.houses().items() for one in known)
    return {
        KOREAN: (houses, koreans, Syllables(koreans)),
        CHINESE: (families, chinese, Syllables(chinese)),
    }


def _by_rule(house: str) -> Iterator[str]:
    """How a Korean family name of one syllable is spelt by rule."""
    return (spelling for spelling, _ in korean.spellings(house)) if len(house) == 1 else iter(())


@lru_cache(maxsize=65536)
def read(raw: str) -> tuple[Read, ...]:
    """The ways to read a Latin name as a Korean or a Chinese one; empty for all other names."""
    name = parse(raw)
    words = [word for word in name.words if word.role is not Role.TITLE]
    pieces = [piece for word in words for piece in letters(word.raw)]
    if not 1 < len(pieces) <= _MOST_PIECES or name.scripts != ("Latin",):
        return ()
    found = [*_in_order(tuple(pieces)), *_in_order((pieces[-1], *pieces[:-1]))]
    return tuple(dict.fromkeys(found))


def _in_order(pieces: tuple[str, ...]) -> Iterator[Read]:
    """The ways to read pieces of which the first is the family name."""
    house, *rest = pieces
    for language, (families, syllables, cutter) in _tables().items():
        if house not in families:
            continue
        ways = cutter.cuts(rest[0])[:_MOST_CUTS] if len(rest) == 1 else (tuple(rest),)
        for given in ways:
            if len(given) <= _MOST_GIVEN and all(one in syllables for one in given):
                found = tuple(syllables[one] for one in given)
                yield Read(language, families[house], found, (house, *given), len(rest) > 1)


def beside(left: Name, right: Name) -> Alignment | None:
    """Two Latin names as Korean or Chinese ones; None where they are not both, or nothing can be said of them so."""
    if left.text == right.text:
        return None
    theirs = read(right.raw)
    pairs = [(one, other) for one in read(left.raw) for other in theirs if _alike(one, other)] if theirs else []
    agreed = [pair for pair in pairs if all(map(frozenset.intersection, pair[0].given, pair[1].given))]
    apart = [pair for pair in pairs if pair not in agreed]
    if agreed:
        # One name in one language and two in the other: what the letters say is left to the sounds.
        languages = {one.language for one, _ in agreed}
        return Alignment(_AGREES, _pairs(*agreed[0])) if {one.language for one, _ in apart} <= languages else None
    parted = [pair for pair in apart if (pair[0].parted or pair[1].parted) and len(pair[0].given) > 1]
    laid = max((_pairs(*pair) for pair in parted), key=lambda pairs: sum(pair.alike for pair in pairs), default=None)
    if laid is None:
        return None
    return Alignment(_CONTRADICTS if any(pair.alike for pair in laid[1:]) else _CONTRADICTS / 2, laid)


def _alike(one: Read, other: Read) -> bool:
    """Whether two readings are of one language and family, and as long."""
    return one.language == other.language and len(one.given) == len(other.given) and bool(one.family & other.family)


def _pairs(one: Read, other: Read) -> tuple[Pair, ...]:
    """The syllables of two readings beside each other."""
    shared = [one.family & other.family, *map(frozenset.intersection, one.given, other.given)]
    return tuple(
        Pair(here, there, f"{one.language}, both may be {min(common)}" if common else "", 1.0 if common else 0.0)
        for here, there, common in zip(one.spelt, other.spelt, shared, strict=True)
    )
