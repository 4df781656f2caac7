"""The words of a name as units, whatever their script: here each script finds the module that reads it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from rogatory.names import arabic, cyrillic, hebrew, hellenic_caucasian, latin
from rogatory.names.text import script_of

Units = tuple[tuple[str, str], ...]
"""Units of a word in order, each as the letters it is written by (empty: by the one before) and its sign."""

_READERS: Final[dict[str, Callable[[str], Units]]] = {
    "Latin": latin.units,
    "Cyrillic": cyrillic.units,
    "Arabic": arabic.units,
    "Hebrew": hebrew.units,
    "Greek": hellenic_caucasian.units,
    "Armenian": hellenic_caucasian.units,
    "Georgian": hellenic_caucasian.units,
}


def runs(word: str) -> tuple[tuple[str, str], ...]:
    """The word cut where its script changes, each piece with its script; digits and marks go with what is before."""
    found: list[tuple[str, str]] = []
    for letter in word:
        script = script_of(letter)
        if found and script in {found[-1][1], ""}:
            found[-1] = (found[-1][0] + letter, found[-1][1])
        else:
            found.append((letter, script))
    return tuple(found)


@lru_cache(maxsize=65536)
def units(word: str) -> Units:
    """The units of a word in any script; a letter of a script that is not read here stands for itself."""
    found: list[tuple[str, str]] = []
    for piece, script in runs(word):
        reader = _READERS.get(script)
        found.extend(reader(piece) if reader else ((letter, letter) for letter in piece.lower() if letter.isalnum()))
    return tuple(found)
