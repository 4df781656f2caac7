"""Names in Han characters, Hangul or Kana: compared syllable by syllable with names in any other script."""

from functools import lru_cache
from typing import Final

from rogatory.names import eastern, eastern_latin, han
from rogatory.names.parts import Name, Role, parse
from rogatory.names.sounds import main_sound
from rogatory.names.spelling import spell
from rogatory.names.syllabic import Alignment, Pair
from rogatory.names.text import script_of

_IN_LATIN: Final = {
    **{"S": "sh", "Z": "zh", "C": "ch", "J": "j", "c": "ts", "x": "kh", "G": "g", "N": "ng", "T": "t", "D": "d"},
    **{"I": "y", "O": "o", "U": "u", "A": "a", "ā": "a", "ī": "i", "ū": "u", "'": ""},
}
_MOST_READINGS: Final = 4
_OTHER_CHARACTERS: Final = 0.4
"""Likeness, below the bar, of two names in one script that share a part and differ in another."""


def beside(left: Name, right: Name) -> Alignment | None:
    """Two names beside each other, the left one as the native one; None where neither is of these scripts."""
    here, there = (not eastern.SCRIPTS.isdisjoint(name.scripts) for name in (left, right))
    if not here and not there:
        return eastern_latin.beside(left, right)
    if here and there:
        return _both(left, right)
    return _one(left, right) if here else _turned(_one(right, left))


def _one(native: Name, other: Name) -> Alignment:
    """A name of these scripts beside one of another script."""
    best = eastern.matches(native.text.split(" "), _latin(other.raw))
    return best if best.pairs else Alignment(0.0, (Pair(native.text, other.text, "", 0.0),))


def _both(left: Name, right: Name) -> Alignment:
    """Two names of these scripts: by their characters in one script, by readings in two."""
    ours, theirs = _plain(left.text), _plain(right.text)
    if ours == theirs:
        return Alignment(1.0, (Pair(left.text, right.text, "", 1.0),))
    return max(_read(left, right), _turned(_read(right, left)), _written(left, right), key=lambda found: found.likeness)


def _read(native: Name, other: Name) -> Alignment:
    """A name beside the readings of another, where they are of two scripts."""
    if set(native.scripts) == set(other.scripts):
        return Alignment(0.0, ())
    words = native.text.split(" ")
    readings = [eastern.readings(word.text)[:_MOST_READINGS] for word in other.words]
    found = Alignment(0.0, ())
    for way in range(max(map(len, readings), default=0)):
        latin = [known[min(way, len(known) - 1)].latin for known in readings if known]
        found = max(found, eastern.matches(words, latin), key=lambda laid: laid.likeness)
    # What is shown is the other name as it stands, not one of its readings.
    return (
        Alignment(found.likeness, (Pair(native.text, other.text, "by its sound", found.likeness),))
        if found.pairs
        else found
    )


def _written(left: Name, right: Name) -> Alignment:
    """Two names of one script beside each other, word by word: other characters are another name."""
    ours = [_plain(word.text) for word in left.words]
    theirs = [_plain(word.text) for word in right.words]
    shared = set(ours) & set(theirs)
    alike = [1.0 if word in shared else 0.0 for word in ours]
    if sorted(ours) == sorted(theirs):
        return Alignment(1.0, tuple(Pair(word.raw, word.raw, "", 1.0) for word in left.words))
    rest = [word.raw for word in right.words if _plain(word.text) not in shared]
    pairs = tuple(
        Pair(word.raw, word.raw if same else rest.pop(0) if rest else "", "", same)
        for word, same in zip(left.words, alike, strict=True)
    )
    omitted = not rest and any(not pair.latin for pair in pairs) and all(pair.alike or not pair.latin for pair in pairs)
    score = 0.6 if omitted else _OTHER_CHARACTERS * sum(alike) / max(len(ours), len(theirs), 1)
    return Alignment(score, (*pairs, *(Pair("", word, "", 0.5) for word in rest)))


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    """The text in simplified characters, without spaces."""
    return han.simplified(text.replace(" ", ""))


@lru_cache(maxsize=16384)
def _latin(raw: str) -> tuple[str, ...]:
    """The words of a name in Latin letters, titles left out."""
    name = parse(raw)
    bearing = [word for word in name.words if word.role is not Role.TITLE] or list(name.words)
    return tuple(part for word in bearing for part in _in_latin(word.raw).split())


def _in_latin(word: str) -> str:
    """A word as it stands, or its sounds in Latin letters."""
    if not word or script_of(word[0]) in {"Latin", ""}:
        return word
    return "".join(_IN_LATIN.get(sound, sound) for sound in map(main_sound, spell(word).signs))


def _turned(found: Alignment) -> Alignment:
    """The same alignment from the other side."""
    return Alignment(found.likeness, tuple(Pair(p.latin, p.native, p.scheme, p.alike) for p in found.pairs))
