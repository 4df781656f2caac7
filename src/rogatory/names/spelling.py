"""A word in the letters of one script, cut into units that are read at once.

The tables in `data` name their sources. A line holds letters and what they are read as (see `sounds`), with `|` between
sounds in a row. `^` before the letters: only where a word begins; `$` after them: only where it ends; `c>eiy`: only
before one of these. The longest that fits is taken.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from rogatory.names.sounds import is_vowel, sign
from rogatory.names.text import script_of

_VOWELS_ALWAYS_WRITTEN: Final = frozenset("ەېۇۆۈۋێ")
"""Letters of Uyghur and Sorani Kurdish, which write every vowel in Arabic script."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word as units.

    Attributes:
        letters: What each unit is written by, raw; empty where it is written by the letters of the one before.
        signs: One sign for each unit, as `sounds` knows them.
        vowels: Whether the script writes the vowels of this word.
        scheme: By which rules it was read into Latin letters first; empty: it is read as it stands.
        steps: What became what on the way to Latin letters.
    """

    letters: tuple[str, ...]
    signs: str
    vowels: bool = True
    scheme: str = ""
    steps: tuple[str, ...] = ()


class Alphabet:
    """The table of one script."""

    def __init__(self, name: str) -> None:
        """Read the table `name` of the package."""
        text = files("rogatory.names").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
        rows.sort(key=lambda row: (-len(row[0].partition(">")[0].strip("^$")), -len(row[0])))
        signs: dict[str, list[tuple[str, ...]]] = {}
        keys: dict[str, list[str]] = {}
        for key, specs in rows:
            # By the letter it begins with, so that a word is not held against the whole table at each of its letters.
            first = key.lstrip("^")[0]
            keys.setdefault(first, []).append(_pattern(key))
            signs.setdefault(first, []).append(tuple(sign(spec) for spec in specs.split("|")))
        self._keys = {
            first: (re.compile("|".join(f"({key})" for key in known)), signs[first]) for first, known in keys.items()
        }

    def units(self, word: str) -> tuple[tuple[str, str], ...]:
        """The units of a word, each as its letters and its sign; a letter not in the table loses its marks."""
        small = "".join(letter if letter in self._keys else _bare(letter) for letter in word)
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(small):
            pattern, signs = self._keys.get(small[at], (None, []))
            match = pattern.match(small, at) if pattern else None
            if match is None:
                at += 1
                continue
            written, read = match.group(), signs[(match.lastindex or 1) - 1]
            each = written if len(read) == len(written) else (written, *[""] * (len(read) - 1))
            found.extend(zip(each, read, strict=True))
            at = match.end()
        return tuple(found)


def _pattern(key: str) -> str:
    """The regular expression of a key."""
    letters, _, before = key.partition(">")
    return letters + (f"(?={before if '[' in before else f'[{before}]'})" if before else "")


def _bare(letter: str) -> str:
    """The letter without its marks."""
    return unicodedata.normalize("NFD", letter)[0]


_ALPHABETS: Final = {
    script: Alphabet(script.lower())
    for script in ("Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Armenian", "Georgian")
}


def pieces(word: str) -> tuple[tuple[str, str], ...]:
    """The word cut where its script changes, each piece with its script; digits and marks go with what is before."""
    found: list[tuple[str, str]] = []
    for letter in word:
        script = script_of(letter)
        if found and script in {found[-1][1], ""}:
            found[-1] = (found[-1][0] + letter, found[-1][1])
        elif found and not found[-1][1]:
            found[-1] = (found[-1][0] + letter, script)
        else:
            found.append((letter, script))
    return tuple(found)


@lru_cache(maxsize=65536)
def spell(word: str) -> Spelt:
    """The units of a word in any alphabet; a letter of a script that is not read here stands for itself."""
    found: list[tuple[str, str]] = []
    vowels = True
    for piece, script in pieces(word.lower()):
        alphabet = _ALPHABETS.get(script)
        if alphabet is None:
            found.extend((letter, letter) for letter in piece if letter.isalnum())
            continue
        found.extend(alphabet.units(piece))
        if script == "Hebrew" or (script == "Arabic" and _VOWELS_ALWAYS_WRITTEN.isdisjoint(piece)):
            vowels = False
    # Where vowels are not written, two like letters are two sounds with a vowel between them.
    once = _undoubled(found) if vowels else found
    return Spelt(tuple(letters for letters, _ in once), "".join(unit for _, unit in once), vowels)


def _undoubled(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The units with each doubled consonant as one."""
    once: list[tuple[str, str]] = []
    for letters, unit in found:
        if once and once[-1][1] == unit and not is_vowel(unit):
            once[-1] = (once[-1][0] + letters, unit)
        else:
            once.append((letters, unit))
    return once
