"""Why two words are read alike, letter by letter, for a reader who knows neither script."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rogatory.names.nearness import trace
from rogatory.names.reading_words import nearest
from rogatory.names.romanising import readings
from rogatory.names.spelling import spell
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
    ("Kazakh or Kyrgyz", frozenset("өүң")),
    ("Russian", frozenset("ыэё")),
    ("Uyghur", frozenset("ەېۇۆۈۋ")),
    ("Persian", frozenset("پچژگیک")),
)
_OF_SCRIPT: Final = {
    "Arabic": "Arabic script (short vowels not written)",
    "Hebrew": "Hebrew (vowels mostly not written)",
    "Cyrillic": "Cyrillic",
    "Greek": "Greek",
    "Armenian": "Armenian",
    "Georgian": "Georgian",
}


_PLAIN: Final = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
"""Letters that are written by one and the same Latin letter everywhere; a step of it would tell nothing."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two words are read alike.

    Attributes:
        scheme: By which rules; empty where both stand in Latin letters.
        steps: What stands for what, in the order of the words.
    """

    scheme: str
    steps: tuple[str, ...]


def _written_by(word: str, latin: str) -> str:
    """The scheme by which the one word is written as the other; empty where none gives exactly that."""
    if script_of(word[:1]) == "Latin":
        return ""
    scheme = next((reading.scheme for reading in readings(word) if reading.latin == latin), "")
    language, comma, rules = scheme.partition(", ")
    return f"{language} ({rules})" if comma else language


@lru_cache(maxsize=4096)
def explained(left: str, right: str) -> Explained:
    """Why two words are read alike, from the left one to the right one."""
    one, other = nearest(left, right)
    # A common name in Arabic script is compared with its vowels, and shown by the letters it has.
    one = spell(left) if script_of(left[:1]) == "Arabic" else one
    other = spell(right) if script_of(right[:1]) == "Arabic" else other
    named = _written_by(left, right) or _written_by(right, left)
    schemes = [named] if named else [told for told in (_scheme(left), _scheme(right)) if told]
    steps = (*one.steps, *_steps(trace(one, other)), *other.steps)
    return Explained(", ".join(dict.fromkeys(schemes)), tuple(dict.fromkeys(steps)))


def _scheme(word: str) -> str:
    """The language or script of a word, as far as its letters show; empty for Latin letters."""
    script = script_of(word[:1])
    if script in {"", "Latin"}:
        return ""
    told = next((language for language, letters in _LETTERS_OF if not letters.isdisjoint(word)), "")
    if told == "Persian":
        return "Persian letters (short vowels not written)"
    return told or _OF_SCRIPT.get(script, script)


def _steps(traced: tuple[tuple[str, str], ...]) -> list[str]:
    """The steps in which letters change, units that are written together as one."""
    return [
        f"{here or 'nothing'} → {there or 'nothing'}"
        for here, there in _grouped(traced)
        if here != there and _PLAIN.get(here) != there and _PLAIN.get(there) != here
    ]


def _grouped(traced: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """What stands for what, a unit written on one side only together with the pair beside it."""
    grouped: list[tuple[str, str]] = []
    held = ("", "")
    for at, (one, other) in enumerate(traced):
        here, there = held[0] + one, held[1] + other
        held = ("", "")
        following = traced[at + 1] if at + 1 < len(traced) else ("", "")
        if _glides(here, there, following):
            held = here, there
        elif grouped and bool(here) != bool(there) and _belongs(grouped[-1], here, there):
            grouped[-1] = (grouped[-1][0] + here, grouped[-1][1] + there)
        else:
            grouped.append((here, there))
    return grouped


def _glides(here: str, there: str, following: tuple[str, str]) -> bool:
    """Whether a unit written on one side only belongs to what follows: as the y of its vowel, or as all of it."""
    if not here:
        return (there in _GLIDES and following[0] in _GLIDED) or bool(there and following[0] and not following[1])
    return not there and ((here in _GLIDES and following[1] in _GLIDED) or bool(following[1] and not following[0]))


def _belongs(last: tuple[str, str], here: str, there: str) -> bool:
    """Whether a unit written on one side only belongs to the pair before it."""
    return bool(last[0] and last[1]) and len(last[0] + here) <= _TOGETHER and len(last[1] + there) <= _TOGETHER


_GLIDES: Final = frozenset({"y", "i", "j"})
_GLIDED: Final = frozenset("еёюяєїэ")
_TOGETHER: Final = 3
