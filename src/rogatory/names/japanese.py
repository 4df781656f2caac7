"""Japanese names in Han characters, or with Kana among them, beside Latin ones.

How a name is read is known to its bearer only; most family names have one reading or two, and the
characters of given names some. Sources: `data/japanese.txt`, made from japanese-personal-name-dataset
(MIT License): 2,000 family names, and the readings of 1,900 characters in given names. A given name that
they do not read is unknown, not contradicted.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from rogatory.names import kana
from rogatory.names.sections import spellings as tables
from rogatory.names.syllabic import ONE_DIFFERS, Alignment, Pair, letters

SCHEME = "Japanese"

_MOST = 600
"""Ways to read a given name that are tried."""

_LONGEST_FAMILY, _UNKNOWN = 4, 0.6


@cache
def _by_character(section: str) -> dict[str, tuple[str, ...]]:
    """By name, or for [Characters] by character, its readings in Hiragana."""
    found: dict[str, list[str]] = {}
    for reading, names in tables("japanese.txt")[section].items():
        for name in "".join(names) if section == "Characters" else names:
            found.setdefault(name, []).append(reading)
    return {name: tuple(readings) for name, readings in found.items()}


def _romaji(reading: str) -> str:
    return kana.folded("".join(spelt for _, spelt in kana.morae(reading)))


@lru_cache(maxsize=8192)
def family_names(word: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """The family names that a whole name may begin with, each with its readings: folded Latin, and Hiragana."""
    table = _by_character("Family")
    heads = (word[:size] for size in range(1, min(_LONGEST_FAMILY, len(word) - 1) + 1))
    return tuple((head, {_romaji(text): text for text in table[head]}) for head in heads if head in table)


@lru_cache(maxsize=8192)
def given_names(word: str) -> dict[str, str]:
    """The ways to read a given name: folded Latin, and Hiragana; empty where a character has no reading."""
    found = {_romaji(text): text for text in _by_character("Given").get(word, ())}
    table = _by_character("Characters")
    marks = [word[at - 1] if mark == "々" and at else mark for at, mark in enumerate(word)]
    known = [(kana.hiragana(mark),) if kana.is_kana(mark) else table.get(mark, ()) for mark in marks]
    for parts in islice(product(*known), _MOST):
        found.setdefault(_romaji("".join(parts)), "".join(parts))
    return found


def matches(native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """Lays a Japanese name beside the words of a Latin one, in either order.

    Returns:
        The best alignment; likeness 0 where no family name of the tables is read as one of the Latin words.
    """
    words = [(word, "".join(letters(word))) for word in latin[:6]]
    best = Alignment(0.0, ())
    for found in _laid("".join(native), [(raw, kana.folded(plain)) for raw, plain in words if plain]):
        best = max(best, found, key=lambda laid: laid.likeness)
    return best


def _laid(whole: str, words: list[tuple[str, str]]) -> Iterator[Alignment]:
    for head, readings in family_names(whole):
        rest = whole[len(head) :]
        for raw, plain in words:
            if plain not in readings:
                continue
            others = [word for word in words if word[0] is not raw]
            house = Pair(head, raw, f"{SCHEME}, {readings[plain]}", 1.0)
            yield from (_with_given(house, rest, other) for other in others)


def _with_given(house: Pair, rest: str, other: tuple[str, str]) -> Alignment:
    raw, plain = other
    given = given_names(rest)
    if plain in given:
        return Alignment(1.0, (house, Pair(rest, raw, f"{SCHEME}, {given[plain]}", 1.0)))
    if not given:
        return Alignment(_UNKNOWN, (house, Pair(rest, raw, "", 0.5)))
    return Alignment(ONE_DIFFERS, (house, Pair(rest, raw, "", 0.0)))
