"""States as letters name them, in the languages of letters, and the one that asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rogatory.states.naming import states_named

_ENDING = r"[^\W\d_]{0,4}"
_SUFFIX = r"(?:'[^\W\d_]{1,6})?"
"""What Turkish puts behind a name: `Belçika'nın`."""


@dataclass(frozen=True, slots=True)
class Named:
    """A state named in a text.

    Attributes:
        start: Where the name starts, inclusive.
        end: Where it ends, exclusive.
        code: The state.
    """

    start: int
    end: int
    code: str


def states_in(small: str) -> Iterator[Named]:
    """Every state a text names, in order; the longest name counts where one holds another.

    Args:
        small: The text in small letters.
    """
    return _found(small, _by_name())


def peoples_in(small: str) -> Iterator[Named]:
    """Every state whose people or law a text names by an adjective, or itself, in order: `Belgian`, `of Belgium`."""
    return _found(small, _by_either())


def adjectives_in(small: str) -> Iterator[Named]:
    """Every state whose people a text names by an adjective, in order."""
    return _found(small, _by_people())


def cities_in(small: str) -> Iterator[Named]:
    """Every city a text names in which authorities of one state sit, in order."""
    return _found(small, _by_city())


_Look = tuple[re.Pattern[str], dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]


def _found(small: str, look: _Look) -> Iterator[Named]:
    pattern, whole, stems = look
    for match in pattern.finditer(small):
        word = " ".join(match["name"].split())
        code = whole.get(word) or next((c for stem, c in stems if stem.fullmatch(word)), "")
        if code:
            yield Named(match.start(), match.end(), code)


@cache
def _rows(name: str) -> tuple[list[str], ...]:
    text = files("rogatory.received").joinpath("data", name).read_text(encoding="utf-8")
    text = text.replace("i\u0307", "i").replace("ı", "i")
    return tuple([cell.strip() for cell in line.split("|")] for line in text.splitlines() if line[:1] not in ("", "#"))


@cache
def _table() -> tuple[tuple[str, str, str], ...]:
    """Code, names and adjectives of each state."""
    named = [(code, names, peoples) for code, names, peoples in _rows("states.txt")]
    plain = [(code, _small(name), "") for tongue in ("en", "fr", "nl") for code, name in states_named(tongue)]
    return (*named, *plain)


_NO_NAME = frozenset(
    {"turks", "jersey", "man", "chad", "mali", "niger", "reunion", "réunion", "guinea", "guinée", "monaco"}
)
"""Names of states that are other words or places too, and of which no letter of the set has come."""


def _small(name: str) -> str:
    small = name.lower().replace("’", "'").replace("i\u0307", "i").replace("ı", "i")
    return "" if small in _NO_NAME or "," in small or "(" in small else small


def _look(of: list[tuple[str, str]]) -> _Look:
    whole: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    for code, words in of:
        for word in (w.strip() for w in words.split(",")):
            if "*" in word:
                stems.append((code, word))
            elif word:
                whole.setdefault(word, code)
    both = sorted({*whole, *(w for _, w in stems)}, key=len, reverse=True)
    pattern = "|".join(_stem(word) for word in both)
    compiled = tuple((re.compile(_stem(w)), c) for c, w in sorted(stems, key=lambda s: -len(s[1])))
    return re.compile(rf"(?<![^\W_])(?P<name>{pattern}){_SUFFIX}(?![^\W_])"), whole, compiled


def _stem(word: str) -> str:
    return re.escape(word).replace(r"\[её\]", "[её]").replace(r"\*", _ENDING).replace(r"\ ", r"[ \n]{1,2}")


@cache
def _by_name() -> _Look:
    return _look([(code, names) for code, names, _ in _table()])


@cache
def _by_either() -> _Look:
    return _look([pair for code, names, peoples in _table() for pair in ((code, names), (code, peoples))])


@cache
def _by_city() -> _Look:
    return _look([(code, cities) for code, cities in _rows("cities.txt")])


@cache
def _by_people() -> _Look:
    return _look([(code, peoples) for code, _, peoples in _table() if peoples])
