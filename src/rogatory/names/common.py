"""Common names that are near others, and the vowels of those in Arabic script.

Source: `data/common.txt`, which names its own.
"""

import re
from functools import cache, lru_cache
from typing import Final

from rogatory.names.nearness import distance
from rogatory.names.sections import lines
from rogatory.names.sounds import bones
from rogatory.names.spelling import spell
from rogatory.names.text import script_of

_ARTICLE: Final = "ال"
_SPELLED: Final = 0.12
"""Distance up to which a word spells a frequent name."""
_COMMON: Final = {name: tuple(words.split()) for name, words in lines("common.txt")}


def _named() -> dict[str, frozenset[str]]:
    """By each spelling of a common name, the names it spells."""
    found: dict[str, frozenset[str]] = {}
    for name, spelt in _COMMON.items():
        for word in (name, *spelt, *map(_in_french, spelt)):
            # The first Latin spelling stands for the name, in whatever script it is.
            found[word] = found.get(word, frozenset()) | {spelt[0]}
    return found


def _in_french(word: str) -> str:
    """A Latin spelling as offices that write French have it: Hichem, Djamel, Mounir."""
    return re.sub(r"(?<!o)u", "ou", re.sub(r"(?<!d)j", "dj", word.replace("sh", "ch")))


_NAMED: Final = _named()


@lru_cache(maxsize=65536)
def vowels_of(word: str) -> tuple[str, ...]:
    """A common name in Arabic script, its article left out, with its vowels in Latin letters; empty for all others."""
    if script_of(word[:1]) != "Arabic":
        return ()
    return _COMMON.get(word) or _COMMON.get(word.removeprefix(_ARTICLE), ())


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether the word spells a common name, so that agreement in it says less."""
    return word in _NAMED or any(
        distance(spell(word), spell(name)) < _SPELLED for name in _frequent().get(_bones(word), ())
    )


@cache
def _frequent() -> dict[str, list[str]]:
    """By their consonants the names that very many bear."""
    found: dict[str, list[str]] = {}
    for _, words in lines("frequent.txt"):
        for word in words.split():
            found.setdefault(_bones(word), []).append(word)
    return found


def _bones(word: str) -> str:
    return bones(spell(word).signs)


def are_one(left: str, right: str) -> bool | None:
    """Whether two words spell one common name; None where either spells none that is known here."""
    one, other = _NAMED.get(left), _NAMED.get(right)
    return bool(one & other) if one and other else None
