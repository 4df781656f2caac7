"""Consonant skeletons: what is left of a name in every script, to search many names by.

A skeleton has no vowels, no doubled letters and one sign for sounds that offices write alike, so that `Жәрдемәлі`,
`Jardemali` and `Zhardemaly` give the same. It finds candidates; whether they are near is said by `compare`.
"""

import re
from functools import lru_cache
from typing import Final

from rogatory.names.sounds import is_vowel, is_weak, main_sound
from rogatory.names.text import clean
from rogatory.names.words import units

_CLASSES: Final = {
    **dict(zip("bpmnlrz", "BPMNLRZ", strict=True)),
    **{"t": "T", "T": "T", "d": "D", "D": "D", "k": "K", "g": "G", "G": "G", "x": "H", "h": "H", "N": "N"},
    **{"s": "S", "c": "S", "S": "X", "Z": "J", "J": "J", "C": "C", "f": "F", "v": "F", "w": "F", "y": "", "'": ""},
}
_NOT_NAMES: Final = frozenset(
    "al el ul as ad ar an ash ez az at bin ben ibn bint von van de der du da di la le mr mrs dr haji hajji sheikh ال بن ابن بنت".split()
)
_WORD: Final = re.compile(r"[\w']+")


@lru_cache(maxsize=65536)
def word_skeleton(word: str) -> str:
    """The consonant skeleton of one word: capital letters A to Z; the first vowel where there is no consonant."""
    found = ""
    for at, (_, unit) in enumerate(units(word)):
        if is_vowel(unit) or (at and is_weak(unit)):
            continue
        sound = main_sound(unit)
        kind = _CLASSES.get(sound, sound.upper())
        if not found.endswith(kind):
            found += kind
    if len(found) > 2:
        found = found.removesuffix("H")
    return found or next((main_sound(unit).upper() for _, unit in units(word)), "")


def word_keys(raw: str) -> tuple[str, ...]:
    """The skeletons of the words of a name, sorted and each once; particles and titles have none."""
    words = _WORD.findall(clean(raw).lower())
    bearing = [word for word in words if word not in _NOT_NAMES] or words
    return tuple(sorted({key for word in bearing if (key := word_skeleton(word))}))


def skeletons(raw: str) -> tuple[str, ...]:
    """The consonant skeletons of a whole name, for candidate search: one for each way of reading it.

    The words stand in alphabetical order with a space between, so that order does not matter. Empty where the name
    holds no letter.
    """
    keys = word_keys(raw)
    return (" ".join(keys),) if keys else ()
