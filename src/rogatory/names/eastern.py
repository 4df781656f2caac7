"""Names in Han characters, Hangul and Kana beside Latin names: each finds the module that reads it."""

from collections.abc import Sequence
from functools import lru_cache

from rogatory.names import han, hangul, kana
from rogatory.names.reading import Reading
from rogatory.names.spelling import Spelt
from rogatory.names.syllabic import LONGEST, WORDS, Alignment, bounded
from rogatory.names.text import script_of

SCRIPTS = frozenset({"Han", "Hangul", "Kana"})


def _script(text: str) -> str:
    """The script a name is read in: Hangul where any letter is, Kana where all are, else Han; empty: another."""
    found = {script_of(mark) for mark in text} & SCRIPTS
    return "Hangul" if "Hangul" in found else "Han" if "Han" in found else "Kana" if found else ""


def is_eastern(text: str) -> bool:
    """Whether any letter of the text is of one of these scripts."""
    return bool(_script(text[: LONGEST * WORDS]))


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word in Latin letters; empty where it is in none of these scripts."""
    word = word[:LONGEST]
    script = _script(word)
    if script == "Hangul":
        return hangul.readings(word)
    if script == "Kana":
        return kana.readings(word)
    return han.readings(word) if script else ()


@lru_cache(maxsize=8192)
def forms(word: str) -> tuple[Spelt, ...]:
    """The word as units of `sounds`, once for each way to read it; empty where it is in none of these scripts."""
    word = word[:LONGEST]
    script = _script(word)
    if script == "Hangul":
        return (hangul.spelt(word),)
    if script == "Kana":
        return (kana.spelt(word),)
    return han.forms(word) if script else ()


def matches(native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """Lays the words of a name in one of these scripts beside the words of a Latin name, in either order.

    Args:
        native: The words of the name as they stand, cut at spaces and middle dots.
        latin: The words of the Latin name as they stand, with their hyphens and marks.

    Returns:
        The best alignment; likeness 0 where nothing can be laid beside anything.
    """
    # A Latin spelling that stands beside the name in its own script is no part of it.
    native, latin = bounded([word for word in bounded(native) if is_eastern(word)]), bounded(latin)
    script = _script("".join(native))
    if script == "Hangul":
        return hangul.matches(native, latin)
    if script == "Kana":
        return kana.matches(native, latin)
    return han.matches(native, latin) if script else Alignment(0.0, ())
