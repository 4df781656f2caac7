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

_MOST = 400
"""Ways to read a given name that are tried."""

_PLAIN, _SOUNDED = "かきくけこさしすせそたちつてとはひふへほわ", "がぎぐげござじずぜぞだぢづでどばびぶべぼは"
_VOICED = dict(zip(_PLAIN + _SOUNDED, _SOUNDED + _PLAIN, strict=True))
"""What becomes of a sound within a family name in one family and not in another: Nakajima, Nakashima."""

_TELLING = 5
"""Letters of a reading from which it is no chance that characters can be read so."""

_LONGEST_FAMILY, _LONGEST_GIVEN, _UNKNOWN = 4, 8, 0.6


@cache
def _by_character(section: str) -> dict[str, tuple[str, ...]]:
    """By name, or for [Characters] by character, its readings in Hiragana."""
    found: dict[str, list[str]] = {}
    files = ("japanese.txt", "japanese_families.txt") if section == "Family" else ("japanese.txt",)
    for file in files:
        for reading, names in tables(file)[section].items():
            for name in "".join(names) if section == "Characters" else names:
                found.setdefault(name, []).append(reading)
    return {name: tuple(readings) for name, readings in found.items()}


def _romaji(reading: str) -> str:
    return kana.folded("".join(spelt for _, spelt in kana.morae(reading)))


@lru_cache(maxsize=8192)
def _family(word: str) -> dict[str, str]:
    """The readings of a family name: folded Latin, and Hiragana. A sound within it may be voiced or not."""
    found: dict[str, str] = {}
    for text in _by_character("Family").get(word, ()):
        found[_romaji(text)] = text
        for at, mark in enumerate(text):
            other = _VOICED.get(mark)
            if at and other:
                found.setdefault(_romaji(text[:at] + other + text[at + 1 :]), text)
    return found


@lru_cache(maxsize=8192)
def family_names(word: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """The family names that a whole name may begin with, each with its readings: folded Latin, and Hiragana."""
    heads = (word[:size] for size in range(1, min(_LONGEST_FAMILY, len(word) - 1) + 1))
    return tuple((head, _family(head)) for head in heads if _family(head))


@lru_cache(maxsize=8192)
def given_names(word: str) -> dict[str, str]:
    """The ways to read a given name: folded Latin, and Hiragana; empty where a character has none."""
    if len(word) > _LONGEST_GIVEN:
        return {}
    whole = _by_character("Given").get(word, ()) + _by_character("Given of today").get(word, ())
    found = {_romaji(text): text for text in whole}
    table = _by_character("Characters")
    marks = [word[at - 1] if mark == "々" and at else mark for at, mark in enumerate(word)]
    known = [(kana.hiragana(mark),) if kana.is_kana(mark) else table.get(mark, ()) for mark in marks]
    for parts in islice(product(*known), _MOST):
        found.setdefault(_romaji("".join(parts)), "".join(parts))
    return found


@lru_cache(maxsize=65536)
def is_read(word: str, latin: str) -> bool:
    """Whether a word in Han characters, a family name or a given name, is read as the Latin word in Japanese."""
    if len(word) > _LONGEST_FAMILY or not latin:
        return False
    plain = kana.folded("".join(letters(latin)))
    if plain in _family(word):
        return True
    return len(plain) >= _TELLING and plain[0] in _beginnings(word) and plain in given_names(word)


@lru_cache(maxsize=8192)
def _beginnings(word: str) -> frozenset[str]:
    """The letters a given name may begin with; none where a character has no reading."""
    table = _by_character("Characters")
    if not word or not all(mark in table for mark in word):
        return frozenset()
    return frozenset(_romaji(reading)[0] for reading in table[word[0]])


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
