"""Why two words are read alike, letter by letter, for a reader who knows neither script."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rogatory.names.nearness import trace
from rogatory.names.reading_words import nearest
from rogatory.names.text import script_of

_LETTERS_OF: Final = (
    # The first whose letters are in the word; letters that only this language has, of those read here.
    ("Kazakh", frozenset("әұ")),
    ("Ukrainian", frozenset("їєґ")),
    ("Belarusian", frozenset("ў")),
    ("Tajik", frozenset("ҷӣӯҳ")),
    ("Serbian", frozenset("ђћљњџ")),
    ("Macedonian", frozenset("ѓќѕ")),
    ("Kazakh", frozenset("қғңһі")),
    ("Kyrgyz", frozenset("өүң")),
    ("Russian", frozenset("ыэё")),
    ("Uyghur", frozenset("ەېۇۆۈۋ")),
    ("Persian", frozenset("پچژگیک")),
)
_OF_SCRIPT: Final = {
    "Arabic": "Arabic script, short vowels not written",
    "Hebrew": "Hebrew, vowels mostly not written",
    "Cyrillic": "Cyrillic",
    "Greek": "Greek",
    "Armenian": "Armenian",
    "Georgian": "Georgian",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two words are read alike.

    Attributes:
        scheme: By which rules; empty where both stand in Latin letters.
        steps: What stands for what, in the order of the words.
    """

    scheme: str
    steps: tuple[str, ...]


@lru_cache(maxsize=4096)
def explained(left: str, right: str) -> Explained:
    """Why two words are read alike, from the left one to the right one."""
    one, other = nearest(left, right)
    schemes = [told for told in (one.scheme or _scheme(left), other.scheme or _scheme(right)) if told]
    turned = [*one.steps]
    turned += _steps(trace(one, other))
    turned += other.steps
    return Explained(", ".join(dict.fromkeys(schemes)), tuple(dict.fromkeys(turned)))


def _scheme(word: str) -> str:
    """The language or script of a word, as far as its letters show; empty for Latin letters."""
    script = script_of(word[:1])
    if script in {"", "Latin"}:
        return ""
    told = next((language for language, letters in _LETTERS_OF if not letters.isdisjoint(word)), "")
    if told == "Persian":
        return "Persian letters, short vowels not written"
    return told or _OF_SCRIPT.get(script, script)


def _steps(traced: tuple[tuple[str, str], ...]) -> list[str]:
    """The steps in which letters change, units that are written together as one."""
    grouped: list[tuple[str, str]] = []
    for here, there in traced:
        if grouped and ((not here and there) or (not there and here)) and _belongs(grouped[-1], here, there):
            grouped[-1] = (grouped[-1][0] + here, grouped[-1][1] + there)
        else:
            grouped.append((here, there))
    found = []
    for here, there in grouped:
        if here == there:
            continue
        found.append(f"{here or 'nothing'} → {there or 'nothing'}")
    return found


def _belongs(last: tuple[str, str], here: str, there: str) -> bool:
    """Whether a unit written on one side only belongs to the pair before it."""
    return bool(last[0] and last[1]) and len(last[0] + here) <= _TOGETHER and len(last[1] + there) <= _TOGETHER


_TOGETHER: Final = 3
