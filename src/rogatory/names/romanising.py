"""How a word of a name is written in Latin letters by the schemes of offices, each with its steps.

This is what a reader is shown and what one may search for. The comparison does not need it: it compares sounds.
"""

from functools import lru_cache
from typing import Final

from rogatory.names import eastern
from rogatory.names.common import vowels_of
from rogatory.names.reading import Reading
from rogatory.names.sections import lines
from rogatory.names.spelling import pieces
from rogatory.names.text import clean

_LONGEST: Final = 60
_VOCALISED: Final = "Arabic, with its vowels"


def _schemes() -> dict[str, dict[str, str]]:
    """By name of the scheme, what each letter becomes."""
    found: dict[str, dict[str, str]] = {}
    letters: dict[str, str] = {}
    for (line,) in lines("romanisations.txt"):
        if line.startswith("["):
            letters = found.setdefault(line.strip("[]"), {})
        else:
            words = line.split()
            letters.update((one, other.replace("-", "")) for one, other in zip(words[::2], words[1::2], strict=True))
    return found


_SCHEMES: Final = _schemes()


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading of one word in Latin letters; empty where no scheme knows all its letters.

    Two schemes that give the same letters are one reading, under the name of the first.
    """
    small = clean(word).lower()[:_LONGEST]
    if eastern.is_eastern(small):
        return eastern.readings(small)
    if len(pieces(small)) != 1:
        return ()
    found: dict[str, Reading] = {}
    for vocalised in vowels_of(small):
        found.setdefault(vocalised, Reading(vocalised, _VOCALISED))
    for scheme, letters in _SCHEMES.items():
        if all(letter in letters for letter in small):
            latin = "".join(letters[letter] for letter in small)
            found.setdefault(latin, Reading(latin, scheme, _steps(small, letters)))
    return tuple(reading for latin, reading in found.items() if latin)


def _steps(word: str, letters: dict[str, str]) -> tuple[str, ...]:
    """What became what, each once."""
    turned = [(letter, letters[letter]) for letter in word if letter != letters[letter]]
    return tuple(dict.fromkeys(f"{letter} → {latin or 'nothing'}" for letter, latin in turned))
