"""Codes of names: by what a name is found among very many, in any script.

A *skeleton* holds the consonants of a word in nine classes, none twice in a row; a word whose letters may be read in
two ways has several. It says which words are worth a look. The *text* of a code holds every sound: a consonant by its
class and by itself, a vowel as one of three. So two texts differ by half a consonant where two sounds are near (`b`,
`p`), and are compared as plain strings.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import Final

from rogatory.names import by_sound, eastern, han, hangul, japanese, reading_words
from rogatory.names.parts import Role, parse
from rogatory.names.sounds import is_vowel, sounds_of
from rogatory.names.spelling import Spelt, spell
from rogatory.names.text import clean, script_of

CLASSES: Final = "BFTSKMNLR"
"""The classes of consonants: b p, f v, t d, the hissing ones, k g and their kin, m, n, l, r."""
_KIND: Final = {str(number): kind for number, kind in enumerate(CLASSES)}
_CLASS: Final = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("fv", "F"),
    **dict.fromkeys("tdTD", "T"),
    **dict.fromkeys("szcSZCJ", "S"),
    **dict.fromkeys("kgGx", "K"),
    **{"m": "M", "n": "N", "N": "N", "l": "L", "r": "R"},
}
_VOWEL: Final = {**dict.fromkeys("aA", "a"), **dict.fromkeys("eiIy", "i"), **dict.fromkeys("oOuUw", "u")}
_SILENT: Final = frozenset({"", "h", "'"})
_LIKELY: Final = 1
"""Tenths up to which a further sound of a letter makes a skeleton of its own."""
_SKELETONS: Final = 4
_SHORT: Final = 5
"""Letters up to which a word is also asked as one with its neighbour: `Li-hua`, `Nur Ali`."""
_WORDS: Final = 8
"""Words a name is searched by, at most."""
_UNKNOWN: Final = 10
_NO_VOWELS: Final = "."
"""Ends the text of a code whose script leaves short vowels out."""
_JAPANESE: Final = 6
"""Readings of a Japanese given name it is found by, at most."""


Code = str
"""What one reading of a word is found by: its text and its skeletons, the likeliest first, with a space between each.

A skeleton may be empty, where the word has no consonant. One string, because a register holds hundreds of thousands.
"""
Word = tuple[Code, ...]
"""A word of a name: the codes of its readings, at least one."""
Way = tuple[Word, ...]
"""A name cut into words in one way."""


def text_of(code: Code) -> str:
    """The sounds of a code."""
    return code.partition(" ")[0].removesuffix(_NO_VOWELS)


def has_vowels(code: Code) -> bool:
    """Whether the script it was read from writes short vowels, as Latin does and Arabic and Hebrew do not."""
    return f"{_NO_VOWELS} " not in code


def vowels(text: str) -> int:
    """How many vowels a text has."""
    return text.count("a") + text.count("i") + text.count("u")


def skeletons_of(code: Code) -> list[str]:
    """The skeletons of a code, the likeliest first; at least one."""
    return code.split(" ")[1:]


def skeleton_of(text: str) -> str:
    """The skeleton of a piece of a text, in the one way it was read."""
    kinds = (_KIND[sign] for sign in text if sign in _KIND)
    return "".join(kind for kind, _ in groupby(kinds))


@lru_cache(maxsize=4096)
def one_off(skeleton: str) -> frozenset[str]:
    """Every skeleton that lacks a class of this one, has another in its place, or one more."""
    found: set[str] = set()
    for at in range(len(skeleton) + 1):
        before, after = skeleton[:at], skeleton[at:]
        found.update(before + kind + after for kind in CLASSES)
        if after:
            found.add(before + after[1:])
            found.update(before + kind + after[1:] for kind in CLASSES)
            found.add(before + after[1::-1] + after[2:])
    return frozenset(found - {skeleton})


def ways(raw: str) -> tuple[Way, ...]:
    """A name as its words, cut in each likely way; the way it stands is the first. Empty where it holds no letter."""
    text = clean(raw)
    found = _eastern(text) if eastern.is_eastern(text) else [_words(raw)]
    return tuple(way for way in found if way)


def asked_ways(raw: str) -> tuple[Way, ...]:
    """The ways of a name, and once more for each two of its words that may be one.

    A Latin word is asked as it is heard too: scripts that write foreign names by sound leave an r out that English
    leaves silent.
    """
    stand, more = ways(raw), []
    if stand and script_of(raw.strip()[:1]) == "Latin":
        words = {word.text for word in parse(raw).words}
        heard = {codes(word): _coded((by_sound.without_silent(word),)) for word in words}
        stand = (tuple(tuple(dict.fromkeys(word + heard.get(word, ()))) for word in stand[0]), *stand[1:])
    for way in stand:
        for at, (one, other) in enumerate(pairwise(way)):
            if min(_sounds(one), _sounds(other)) <= _SHORT:
                more.append((*way[:at], _as_one(one, other), *way[at + 2 :]))
    return (*stand, *more)


def _sounds(word: Word) -> int:
    """How many sounds a word has."""
    return sum(not sound.isdigit() for sound in text_of(word[0]))


def _words(raw: str) -> Way:
    """The words of a name in an alphabet.

    Titles and particles are left out where two other words are there, and taken with the next word beside it alone
    (`al-Tikriti`).
    """
    words = parse(raw).words
    aside = {Role.TITLE, Role.PARTICLE}
    if sum(word.role not in aside for word in words) <= 1:
        aside = set()
    found: list[Word] = []
    before: Word = ()
    for word in words:
        read = codes(word.text)
        if word.role in aside:
            before = read
        elif read:
            found.append(tuple(dict.fromkeys(read + _as_one(before, read))))
            before = ()
    return tuple(found[:_WORDS])


def _as_one(one: Word, other: Word) -> Word:
    """Two words as one, in their first readings; empty where one has none."""
    if not one or not other:
        return ()
    (text, first, *_), (more, second, *_) = one[0].split(" "), other[0].split(" ")
    return (f"{text}{more} {first}{second.removeprefix(first[-1:] or ' ')}",)


def _eastern(text: str) -> list[Way]:
    """A name in Han, Hangul or Kana: its words as they stand, and family and given name apart where it is one word."""
    words = text.split()[:_WORDS]
    found = [tuple(read for word in words if (read := codes(word)))]
    if len(words) == 1 and len(words[0]) <= han.NATIVE:
        found = [*_parted(words[0]), *found]
    return found


def _parted(word: str) -> list[Way]:
    """Family and given name of a name written as one, for each language that may part it."""
    found = []
    known = hangul if any(script_of(mark) == "Hangul" for mark in word) else han
    if known is hangul:
        word = hangul.in_hangul(word)
    house = known.family(word)
    if 0 < house < len(word):
        spelt = ("".join(parts) for parts in zip(*known.syllables(word)[:house], strict=False))
        found.append((_coded(map(spell, spelt)), codes(word[house:])))
    for head, readings in japanese.family_names(word) if known is han else ():
        given = islice(japanese.given_names(word[len(head) :]), _JAPANESE)
        found.append((_coded(map(spell, readings)), _coded(map(spell, given))))
    return [way for way in found if all(way)]


@lru_cache(maxsize=65536)
def codes(word: str) -> Word:
    """The codes of a word, one for each reading; none where it holds no letter."""
    read = (spell(reading.latin) for reading in eastern.readings(word))
    return _coded((*read, *eastern.forms(word)) or reading_words.forms(word))


def _coded(read: Iterable[Spelt]) -> Word:
    """The codes of readings, each once."""
    return tuple(dict.fromkeys(code for spelt in read if spelt.signs for code in _codes(spelt.signs, spelt.vowels)))


@lru_cache(maxsize=65536)
def _codes(signs: str, vowels: bool) -> Word:
    """The codes of a word as units of `sounds`: read as usual and, where it has such, with every other usual sound.

    A people reads all its letters in one way (Arabic `th`, `dh`, `w`, Persian `s`, `z`, `v`), so there are no more.
    """
    usual, other, skeletons = "", "", [""]
    for unit in signs:
        letters, others, classes = _unit(unit)
        usual += letters
        other += others
        longer = (have if have.endswith(kind) else have + kind for kind in classes for have in skeletons)
        skeletons = list(dict.fromkeys(longer))[:_SKELETONS]
    mark = "" if vowels else _NO_VOWELS
    return tuple(" ".join(((text or signs) + mark, *skeletons)) for text in dict.fromkeys((usual, other)))


@lru_cache(maxsize=4096)
def _unit(unit: str) -> tuple[str, str, tuple[str, ...]]:
    """What a unit adds to a text, as usual and otherwise, and each class it may add to a skeleton.

    An empty class adds nothing.
    """
    sounds = sounds_of(unit)
    usual = sounds[0][0]
    classes = tuple(dict.fromkeys(_class(sound) for sound, unusual in sounds if unusual <= _LIKELY or sound == usual))
    text = _said(usual)
    if is_vowel(unit) or usual in _SILENT:
        return text, text, classes
    others = (said for sound, unusual in sounds if sound and not unusual if (said := _said(sound))[:1] != text[:1])
    return text, next(others, text), classes


def _said(sound: str) -> str:
    """What a sound adds to a text."""
    bare = unicodedata.normalize("NFD", sound)[:1]
    if bare in _VOWEL:
        return _VOWEL[bare]
    kind = _class(sound)
    return f"{CLASSES.find(kind) % _UNKNOWN}{sound}" if kind else sound.strip("'")


def _class(sound: str) -> str:
    """The class of a sound; empty for vowels, breaths and stops, the sign itself where it is none we know."""
    return _CLASS.get(sound, "" if sound in _SILENT or unicodedata.normalize("NFD", sound)[:1] in _VOWEL else sound)
