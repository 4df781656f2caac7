"""Names in Han characters: their readings in Mandarin, Cantonese, Korean and Vietnamese, syllable by syllable.

Sources: `data/han.txt`, readings of some 28,000 characters made from the Unihan database of Unicode 14.0
(Unicode License); `data/families.txt`, family names and how families abroad spell them, written for Rogatory.
The rules of romanisation are those of `romanised` and `korean`. How foreign names in Han characters sound is in
`transcribed`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rogatory.names import by_sound, japanese, korean, romanised, transcribed
from rogatory.names.reading import Reading
from rogatory.names.sections import lines
from rogatory.names.spelling import Spelt, spell
from rogatory.names.syllabic import LONGEST, Alignment, Pair, Spellings, Syllables, align, bounded, letters

KOREAN, VIETNAMESE, ABROAD = "Sino-Korean", "Sino-Vietnamese", "Chinese family name abroad"

NATIVE = 6
"""Characters beyond which a name is no Chinese one."""

_GIVEN, _DIVIDED = 2, 4
"""Characters of a given name at most; of a name at most that is Chinese although it is divided."""

_SIMPLIFIED_ALL_THE_SAME = frozenset("尔万礼")
"""Characters that Hong Kong knows and does not write names with."""

_DOUBLE = 2
"""Characters of the longer family names."""


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    """By section of `han.txt`, by character, its readings, the first one first."""
    tables: dict[str, dict[str, list[str]]] = {}
    table: dict[str, list[str]] = {}
    for syllable, *columns in lines("han.txt"):
        if syllable[0] == "[":
            table = tables.setdefault(syllable.strip("[]"), {})
        for at, marks in enumerate(columns):
            for mark in marks:
                known = table.setdefault(mark, [])
                known.insert(0 if at == 0 else len(known), syllable)
    return tables


@cache
def _families() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By family name in simplified characters: its Pinyin as a name, and its spellings abroad."""
    table = {}
    for name, pinyin, abroad in lines("families.txt"):
        table[name] = tuple(tuple(column.replace("-", "").split()) for column in (pinyin, abroad))
    return {name: (columns[0], columns[1]) for name, columns in table.items()}


@lru_cache(maxsize=8192)
def simplified(word: str) -> str:
    """The word in simplified characters, so that traditional and simplified spellings of a name are one."""
    table = _tables()["Simplified"]
    return "".join(table.get(mark, [mark])[0] for mark in word)


@lru_cache(maxsize=8192)
def _sounds(mark: str) -> tuple[tuple[str, str], ...]:
    """Each spelling of a character with its scheme, without what holds for family names only."""
    tables = _tables()
    found: dict[tuple[str, str], None] = {}
    for section, romanise in (("Mandarin", romanised.mandarin), ("Cantonese", romanised.cantonese)):
        for syllable in tables[section].get(mark, ())[:5]:
            found |= dict.fromkeys(romanise(syllable))
    for syllable in tables["Korean"].get(mark, ()):
        found |= dict.fromkeys((spelling, KOREAN) for spelling, _ in korean.spellings(syllable))
    found |= dict.fromkeys((syllable, VIETNAMESE) for syllable in tables["Vietnamese"].get(mark, ()))
    return tuple(found)


@lru_cache(maxsize=8192)
def _given(mark: str) -> Spellings:
    spelt: dict[str, set[str]] = {}
    for spelling, scheme in _sounds(mark) + (_sounds(simplified(mark)) if simplified(mark) != mark else ()):
        spelt.setdefault(spelling, set()).update(_kin(scheme))
    return {spelling: frozenset(schemes) for spelling, schemes in spelt.items()}


def _kin(scheme: str) -> tuple[str, ...]:
    """A loose Taiwanese spelling may hold strict syllables too; likewise Cantonese."""
    if scheme in {romanised.PINYIN, romanised.WADE, romanised.TONGYONG}:
        return (scheme, romanised.TAIWAN)
    return (scheme, romanised.HONG_KONG) if scheme == romanised.JYUTPING else (scheme,)


@lru_cache(maxsize=4096)
def _house(mark: str) -> Spellings:
    """The spellings of a character that is a family name."""
    spelt = dict(_given(mark))
    pinyin, abroad = _families().get(simplified(mark), ((), ()))
    hangul = _tables()["Korean"].get(mark, ())
    extra = [
        *((spelling, scheme) for syllable in pinyin for spelling, scheme in romanised.mandarin(syllable)),
        *((spelling, KOREAN) for syllable in hangul for spelling in korean.HOUSES.get(syllable, ())),
        *((spelling, ABROAD) for spelling in abroad),
    ]
    for spelling, scheme in extra:
        if spelling not in spelt:
            spelt[spelling] = frozenset({scheme})
    return spelt


def korean_reading(mark: str) -> str:
    """The syllable of Hangul that a character is read by in Korea; empty where none is known."""
    return next(iter(_known(mark, _tables()["Korean"])), "")


@lru_cache(maxsize=4096)
def mandarin_of_korean(syllable: str) -> tuple[str, ...]:
    """The spellings, in Mandarin, of the characters that are read by a syllable of Hangul first."""
    tables = _tables()
    marks = _by_korean().get(syllable, ())
    pinyin = dict.fromkeys(tables["Mandarin"][mark][0] for mark in marks if mark in tables["Mandarin"])
    return tuple(dict.fromkeys(spelling for one in pinyin for spelling, _ in romanised.mandarin(one)))


@cache
def _by_korean() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mark, known in _tables()["Korean"].items():
        found.setdefault(known[0], []).append(mark)
    return found


def family(word: str) -> int:
    """How many characters at the start of a whole name are its family name: two for 欧阳; 0 for one alone."""
    if len(word) <= 1:
        return 0
    return _DOUBLE if len(word) > _DOUBLE and simplified(word[:_DOUBLE]) in _families() else 1


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[Spellings, ...]:
    """For each character of a whole name, family name first, how it may be spelt and by which schemes."""
    house = family(word)
    return tuple(_house(mark) if at < house else _given(mark) for at, mark in enumerate(word))


@cache
def cutter() -> Syllables:
    """Cuts what any romanisation of a Chinese name may have made."""
    tables = _tables()
    inventory = {spelling for syllable in _all(tables["Mandarin"]) for spelling, _ in romanised.mandarin(syllable)}
    inventory |= {spelling for syllable in _all(tables["Cantonese"]) for spelling, _ in romanised.cantonese(syllable)}
    inventory |= {spelling for _, abroad in _families().values() for spelling in abroad}
    inventory |= _all(tables["Vietnamese"])
    inventory |= {spelling for syllable in _all(tables["Korean"]) for spelling, _ in korean.spellings(syllable)}
    inventory |= {spelling for houses in korean.HOUSES.values() for spelling in houses}
    return Syllables(inventory)


@cache
def inventory(language: str) -> frozenset[str]:
    """Every syllable that a character has in `Mandarin`, `Cantonese`, `Korean` or `Vietnamese`."""
    return frozenset(_all(_tables()[language]))


@cache
def houses() -> dict[str, frozenset[str]]:
    """By family name in simplified characters, its Pinyin, its Wade-Giles and how families abroad spell it."""
    tables = _tables()["Mandarin"]
    found = {}
    for name, (pinyin, abroad) in _families().items():
        syllables = pinyin or tuple(tables.get(name, ())[:1])
        spelt = (spelling for syllable in syllables for spelling, _ in romanised.mandarin(syllable))
        found[name] = frozenset((*spelt, *abroad))
    return found


def _all(table: dict[str, list[str]]) -> set[str]:
    return {syllable for known in table.values() for syllable in known}


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """The likeliest readings of a name or a part of one, Hanyu Pinyin first.

    Characters that no table knows are left out; empty where it knows none of them.
    """
    house = max(1, family(word))
    found: dict[str, Reading] = {}
    for section, romanise, scheme, families in (
        ("Mandarin", romanised.mandarin, romanised.PINYIN, house),
        ("Mandarin", romanised.mandarin, romanised.WADE, house),
        ("Cantonese", romanised.cantonese, romanised.HONG_KONG, 0),
        ("Korean", korean.spellings, korean.REVISED, 0),
        # A part of a name may be the given one, and some characters are read otherwise there.
        ("Mandarin", romanised.mandarin, romanised.PINYIN, 0),
        ("Mandarin", romanised.mandarin, romanised.WADE, 0),
    ):
        known = [_first(mark, _tables()[section], at < families) for at, mark in enumerate(word[:LONGEST])]
        if not any(known) or (section == "Korean" and not all(known)):
            continue
        spelt = [_spelt(romanise(one), scheme) if one else "" for one in known]
        steps = tuple(f"{mark} → {text}" for mark, text in zip(word, spelt, strict=False) if text)
        found.setdefault("".join(spelt), Reading("".join(spelt), KOREAN if section == "Korean" else scheme, steps))
    return tuple(found.values())


def _spelt(ways: tuple[tuple[str, str], ...], scheme: str) -> str:
    """The first spelling of a scheme; the first of all where it has none."""
    return next((text for text, name in ways if name == scheme), ways[0][0])


def _first(mark: str, table: dict[str, list[str]], is_family: bool) -> str:
    if is_family and (pinyin := _families().get(simplified(mark), ((), ()))[0]):
        return pinyin[0]
    known = table.get(mark) or table.get(simplified(mark)) or [""]
    return known[0]


def matches(native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """Lays a name in Han characters beside the words of a Latin one.

    Args:
        native: The words of the name; one for a Chinese name, several where a middle dot or a space divides it.
        latin: The words of the Latin name as they stand: capitals, tones, hyphens and apostrophes may be there or not.

    Returns:
        The best alignment; likeness 0 where nothing can be laid beside anything.
    """
    native, latin = bounded(native), bounded(latin)
    whole = "".join(native)
    if not whole or not latin:
        return Alignment(0.0, ())
    if len(latin) == 1 and transcribed.is_named(simplified(whole), latin[0]):
        return Alignment(1.0, (Pair(whole, latin[0], transcribed.CUSTOM, 1.0),))
    syllabic = Alignment(0.0, ())
    if len(whole) <= (NATIVE if len(native) == 1 else _DIVIDED):
        syllabic = align(whole, syllables(whole), family(whole), latin, cutter())
    if syllabic.likeness < 1.0:
        found = japanese.matches(native, latin)
        if found.likeness == 1.0 or not any(pair.alike == 1.0 for pair in syllabic.pairs):
            syllabic = max(syllabic, found, key=lambda laid: laid.likeness)
    if len(native) == 1 and not is_transcribed(whole) and not any(pair.alike == 1.0 for pair in syllabic.pairs):
        pieces = tuple(piece for word in latin for piece in letters(word))
        if not cutter().reads(pieces, len(whole)):
            return _by_sound(native, latin)
    known = any(pair.scheme.startswith(japanese.SCHEME) for pair in syllabic.pairs)
    if syllabic.likeness == 1.0 or known or (len(native) == 1 and not is_transcribed(whole)):
        return syllabic
    return max(syllabic, _by_sound(native, latin), key=lambda found: found.likeness)


def _by_sound(native: tuple[str, ...], latin: tuple[str, ...]) -> Alignment:
    """A foreign name; four characters without a divider may be two names of two, as Tibetans have them."""
    ways = [native]
    if len(native) == 1 and len(native[0]) == _DIVIDED and len(latin) > 1:
        ways.append((native[0][:_DOUBLE], native[0][_DOUBLE:]))
    found = (by_sound.align(_foreign(way), way, latin, _is_read) for way in ways)
    return max(found, key=lambda laid: laid.likeness)


def _is_read(word: str, latin: str) -> bool:
    """Whether a word is read as a Latin one by custom, not by the sounds of its characters."""
    return transcribed.is_named(simplified(word), latin) or japanese.is_read(word, latin)


def is_transcribed(word: str) -> bool:
    """Whether a word without a divider is likelier a foreign name than a Chinese one."""
    given = len(word) - family(word)
    return given > _GIVEN or (given > 0 and simplified(word[0]) not in _families())


@lru_cache(maxsize=8192)
def _foreign(native: tuple[str, ...]) -> tuple[tuple[Spelt, ...], ...]:
    """The words of a foreign name as units, once for each dialect; simplified characters are read in Mandarin only."""
    tables = _tables()
    dialects = ("Mandarin", "Cantonese") if _is_traditional("".join(native)) else ("Mandarin",)
    return tuple(
        tuple(
            transcribed.spelt(dialect, word, tuple(tuple(_known(mark, tables[dialect])) for mark in word))
            for word in native
        )
        for dialect in dialects
    )


def _is_traditional(word: str) -> bool:
    """Whether the characters are all in use in Hong Kong."""
    try:
        word.encode("big5hkscs")
    except UnicodeEncodeError:
        return False
    return _SIMPLIFIED_ALL_THE_SAME.isdisjoint(word)


def forms(word: str) -> tuple[Spelt, ...]:
    """A word as units of `sounds`, read as a foreign name in Mandarin and, where it may be, in Cantonese."""
    by_custom = (replace(spell(latin), scheme=transcribed.CUSTOM) for latin in transcribed.named(simplified(word)))
    return (*(words[0] for words in _foreign((word,))), *by_custom)


def _known(mark: str, table: dict[str, list[str]]) -> Sequence[str]:
    return table.get(mark) or table.get(simplified(mark)) or ()
