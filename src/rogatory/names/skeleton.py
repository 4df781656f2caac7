"""Consonant skeletons: what is left of a name in every script, to search many names by.

A skeleton has no vowels, no doubled letters and one sign for sounds that offices write alike, so that `Жәрдемәлі`,
`Jardemali` and `Zhardemaly` give the same. It finds candidates; whether they are near is said by `compare`.
"""

from functools import lru_cache
from typing import Final

from rogatory.names.parts import Role, parse
from rogatory.names.reading_words import forms
from rogatory.names.sounds import bones

_BARE: Final = frozenset({Role.TITLE, Role.PARTICLE})
_MOST_READINGS: Final = 3


@lru_cache(maxsize=65536)
def word_skeleton(word: str) -> str:
    """The consonant skeleton of one word by its first reading, in capital letters; of a word of vowels the first."""
    return bones(forms(word)[0].signs)


def _bearing(raw: str) -> list[str]:
    """The words of a name without titles and particles, unless there is nothing else."""
    words = parse(raw).words
    return [word.text for word in words if word.role not in _BARE] or [word.text for word in words]


def word_keys(raw: str) -> tuple[str, ...]:
    """The skeletons of the words of a name, in every reading, sorted and each once; particles and titles have none."""
    return tuple(sorted({key for word in _bearing(raw) for form in forms(word) if (key := bones(form.signs))}))


def skeletons(raw: str) -> tuple[str, ...]:
    """The consonant skeletons of a whole name, for candidate search: one for each of a few ways of reading it.

    The words stand in alphabetical order with a space between, so that order does not matter. Empty where the name
    holds no letter.
    """
    words = [[key for form in forms(word) if (key := bones(form.signs))] for word in _bearing(raw)]
    read = [keys for keys in words if keys]
    ways = min(_MOST_READINGS, max((len(keys) for keys in read), default=0))
    # The first reading of each word together, then the second of each: readings of one name belong to one language.
    found = (" ".join(sorted(keys[min(way, len(keys) - 1)] for keys in read)) for way in range(ways))
    return tuple(dict.fromkeys(found))
