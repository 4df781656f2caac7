"""The ways to read a word of a name, in any script, and which of them brings it nearest to another word."""

from functools import lru_cache
from typing import Final

from rogatory.names import eastern
from rogatory.names.nearness import distance
from rogatory.names.sections import lines
from rogatory.names.spelling import Spelt, spell
from rogatory.names.text import script_of

_ARTICLE: Final = "ال"
_APART: Final = 0.36
"""How far two common names are from each other at least, however alike their letters are."""
_TOGETHER: Final = 0.04
"""How far two spellings of one common name are at most."""
_COMMON: Final = {name: tuple(words[0].split()) for name, *words in lines("common.txt")}


def _named() -> dict[str, frozenset[str]]:
    """By each spelling of a common name, the names it spells."""
    found: dict[str, frozenset[str]] = {}
    for name, spelt in _COMMON.items():
        for word in (name, *spelt):
            # The first Latin spelling stands for the name, in whatever script it is.
            found[word] = found.get(word, frozenset()) | {spelt[0]}
    return found


_NAMED: Final = _named()


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Spelt, ...]:
    """Every way to read a word; at least one.

    A common name in Arabic script is read with the vowels it leaves unwritten, and only so.
    """
    if script_of(word[:1]) == "Arabic" and (vocalised := _COMMON.get(word) or _COMMON.get(word.removeprefix(_ARTICLE))):
        return tuple(map(spell, vocalised))
    if eastern.is_eastern(word):
        return (*_romanised(word), *eastern.forms(word)) or (spell(word),)
    return (spell(word),)


def _romanised(word: str) -> tuple[Spelt, ...]:
    """A word of an eastern script as units of its readings in Latin letters."""
    return tuple(
        Spelt(read.letters, read.signs, scheme=reading.scheme, steps=reading.steps)
        for reading in eastern.readings(word)
        for read in (spell(reading.latin),)
    )


@lru_cache(maxsize=262144)
def far(left: str, right: str) -> float:
    """How far two words are apart, by the readings that bring them nearest, from 0 to 1."""
    if left == right:
        return 0.0
    if left > right:
        return far(right, left)
    apart = min(distance(one, other) for one in forms(left) for other in forms(right))
    one, other = _NAMED.get(left), _NAMED.get(right)
    if one and other:
        return min(apart, _TOGETHER) if one & other else max(apart, _APART)
    return apart


def nearest(left: str, right: str) -> tuple[Spelt, Spelt]:
    """The readings that bring two words nearest."""
    return min(
        ((one, other) for one in forms(left) for other in forms(right)), key=lambda pair: distance(pair[0], pair[1])
    )


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether the word spells a common name, so that agreement in it says less."""
    return word in _NAMED
