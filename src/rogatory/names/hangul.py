"""Names in Hangul: Korean ones syllable by syllable, foreign ones by sound; a family name may stand in Han characters.

Sources: `data/romanised.txt` (see `korean`) for how offices and families write Korean syllables, and
`data/sounding.txt` for what the letters sound like in foreign names. Which syllables are family names:
the common ones of the census of Korea.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from rogatory.names import by_sound, han, korean
from rogatory.names.reading import Reading
from rogatory.names.sections import sections
from rogatory.names.sections import spellings as tables
from rogatory.names.sounds import sign
from rogatory.names.spelling import Spelt
from rogatory.names.syllabic import Alignment, Spellings, Syllables, align, bounded, letters

LONGEST = 4
"""Syllables beyond which a name is no Korean one: two of the family, two given."""

_BY_RULE = tables("romanised.txt")["Korean family names by rule"]
_SOUNDS = sections("sounding.txt")
_DOUBLE = 2
_SURE = 0.9
"""What is left where a syllable stands for any of many characters."""

CHINESE = "Chinese, read in Korean"


def is_syllable(mark: str) -> bool:
    """Whether it is one composed syllable."""
    return "가" <= mark <= "힣"


@lru_cache(maxsize=8192)
def in_hangul(word: str) -> str:
    """The word with Han characters as Koreans read them; what has no such reading stays."""
    return "".join(mark if is_syllable(mark) else han.korean_reading(mark) or mark for mark in word)


def family(word: str) -> int:
    """How many syllables at the start of a whole name are its family name; 0 where none is known."""
    if len(word) > _DOUBLE and word[:_DOUBLE] in korean.HOUSES:
        return _DOUBLE
    return int(len(word) > 1 and (word[0] in korean.HOUSES or word[0] in _BY_RULE))


@lru_cache(maxsize=8192)
def _spelt(mark: str, is_family: bool) -> Spellings:
    found: dict[str, set[str]] = {}
    if is_syllable(mark):
        for spelling, scheme in korean.spellings(mark):
            found.setdefault(spelling, set()).update((scheme, korean.FAMILIES))
    if is_family:
        for spelling in korean.HOUSES.get(mark, ()):
            found.setdefault(spelling, set()).add(korean.FAMILIES)
    return {spelling: frozenset(schemes) for spelling, schemes in found.items()}


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[Spellings, ...]:
    """For each syllable of a whole name, family name first, how it may be spelt and by which schemes."""
    house = family(word)
    return tuple(_spelt(mark, at < house) for at, mark in enumerate(word))


@cache
def _cutter() -> Syllables:
    return Syllables({*korean.inventory(), *(spelling for houses in korean.HOUSES.values() for spelling in houses)})


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """The word in the Revised Romanization and in McCune-Reischauer; empty where it holds no syllable."""
    marks = [mark for mark in in_hangul(word)[:40] if is_syllable(mark)]
    found: dict[str, Reading] = {}
    for scheme in (korean.REVISED, korean.MCCUNE):
        spelt = [
            next((text for text, name in korean.spellings(mark) if name == scheme), korean.spellings(mark)[0][0])
            for mark in marks
        ]
        steps = tuple(f"{mark} → {text}" for mark, text in zip(marks, spelt, strict=True))
        if marks:
            found.setdefault("".join(spelt), Reading("".join(spelt), scheme, steps))
    return tuple(found.values())


@lru_cache(maxsize=8192)
def spelt(word: str) -> Spelt:
    """A word as units of `sounds`; a consonant that ends one syllable and begins the next is one."""
    letters: list[str] = []
    signs: list[str] = []
    last = ""
    for mark in in_hangul(word):
        if not is_syllable(mark):
            letters.append(mark)
            signs.append(mark)
            continue
        initial, vowel, final = korean.jamo(mark)
        specs = ["" if initial == last else _SOUNDS["Hangul initials"].get(initial, "")]
        specs += [_SOUNDS["Hangul vowels"][vowel], _SOUNDS["Hangul finals"].get(final, "")]
        units = [sign(sound) for spec in specs if spec for sound in spec.split("|")]
        letters += [mark, *[""] * (len(units) - 1)]
        signs += units
        last = final
    return Spelt(tuple(letters), "".join(signs), scheme="Hangul")


@lru_cache(maxsize=4096)
def _sino(mark: str) -> Spellings:
    """How Chinese write the characters that Koreans read by this syllable, an l at the beginning left out or not."""
    if not is_syllable(mark):
        return {}
    initial, vowel, final = korean.jamo(mark)
    lost = {"ㅇ": "ㄹㄴ", "ㄴ": "ㄹ"}.get(initial, "")
    syllables = {mark, *(korean.composed(other, vowel, final) for other in lost)}
    spelt = {spelling for syllable in syllables for spelling in han.mandarin_of_korean(syllable)}
    return dict.fromkeys(spelt, frozenset({CHINESE}))


def _chinese(whole: str, latin: Sequence[str]) -> Alignment:
    """The name as a Chinese one whose characters are read in Korean."""
    found = align(whole, tuple(map(_sino, whole)), 1, latin, han.cutter())
    return Alignment(found.likeness * _SURE, found.pairs) if found.likeness == 1.0 else Alignment(0.0, ())


def matches(native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """Lays a name in Hangul, or in Hangul and Han characters, beside the words of a Latin one.

    Args:
        native: The words of the name.
        latin: The words of the Latin name as they stand.

    Returns:
        The best alignment; likeness 0 where nothing can be laid beside anything.
    """
    native, latin = bounded(native), bounded(latin)
    words = tuple(in_hangul(word) for word in native)
    whole = "".join(words)
    house = family(whole)
    if not whole or not latin:
        return Alignment(0.0, ())
    syllabic = Alignment(0.0, ())
    if len(whole) <= LONGEST and house and (len(words) == 1 or len(words[0]) == house):
        syllabic = align(whole, syllables(whole), house, latin, _cutter())
        written = [piece for word in latin for piece in letters(word)]
        # What begins with zh is as well Pinyin as a Russian spelling of a Korean name.
        plain = not any(piece.startswith("zh") for piece in written)
        at_home = plain and syllabic.pairs[:1] and syllabic.pairs[0].alike == 1.0
        if not at_home or any(cut[0] not in _cutter() for piece in written for cut in _cutter().cuts(piece)):
            syllabic = max(syllabic, _chinese(whole, latin), key=lambda found: found.likeness)
        korean_form = len(written) == len(whole) or at_home
        # Cut at a space it may be foreign all the same: 조 베를린 is Joe Berlin.
        if syllabic.pairs and korean_form and (len(words) == 1 or _cutter().fewest(written) == len(whole)):
            return syllabic
    return max(syllabic, by_sound.align((tuple(map(spelt, words)),), native, latin), key=lambda found: found.likeness)
