"""The ways to read a word of a name, in any script, and which of them brings it nearest to another word."""

from functools import lru_cache
from typing import Final

from rogatory.names import eastern
from rogatory.names.common import are_one, vowels_of
from rogatory.names.nearness import distance
from rogatory.names.spelling import Spelt, spell
from rogatory.names.text import script_of

_APART: Final = 0.38
"""How far two common names are from each other at least, however alike their letters are."""
_WITHIN: Final = 1.3
"""How much more a difference weighs within Arabic script, where nothing is romanised."""
_TOGETHER: Final = 0.04
"""How far two spellings of one common name are at most."""


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Spelt, ...]:
    """Every way to read a word; at least one.

    A common name in Arabic script is read with the vowels it leaves unwritten, and only so.
    """
    if vowels := vowels_of(word):
        return tuple(map(spell, vowels))
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
    one_name = are_one(left, right)
    if script_of(left[:1]) == script_of(right[:1]) == "Arabic":
        # Within the script its letters tell names apart that are one in Latin letters: راشد, رشيد.
        apart = min(1.0, distance(spell(left), spell(right)) * _WITHIN)
        return max(apart, _APART) if one_name is False else apart
    apart = min(distance(one, other) for one in forms(left) for other in forms(right))
    if one_name is None:
        return apart
    return min(apart, _TOGETHER) if one_name else max(apart, _APART)


def nearest(left: str, right: str) -> tuple[Spelt, Spelt]:
    """The readings that bring two words nearest."""
    return min(
        ((one, other) for one in forms(left) for other in forms(right)), key=lambda pair: distance(pair[0], pair[1])
    )
