"""How a Korean syllable is written in Latin letters: by rule, and as families write their names.

Sources of `data/romanised.txt`: the Revised Romanization of Korean (Ministry of Culture and Tourism, notice
2000-8); McCune-Reischauer (1939), without its marks; the spellings of passports, which by that notice (section
3, article 4) need not follow it, from common knowledge of Korean names.
"""

from functools import lru_cache

from rogatory.names.sections import spellings as tables

REVISED, MCCUNE, FAMILIES = "Revised Romanization", "McCune-Reischauer", "Korean, as families write it"

INITIALS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_TABLES = tables("romanised.txt")

HOUSES = _TABLES["Korean family names"]
"""Family names, and how families write them beside what the rules give."""


def jamo(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of one composed syllable (U+AC00 to U+D7A3)."""
    number = ord(syllable) - 0xAC00
    return INITIALS[number // 588], VOWELS[number % 588 // 28], FINALS[number % 28]


def composed(initial: str, vowel: str, final: str) -> str:
    """The syllable of these letters."""
    return chr(0xAC00 + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final))


@lru_cache(maxsize=4096)
def spellings(syllable: str) -> tuple[tuple[str, str], ...]:
    """The spellings of one composed syllable, each with its scheme, the Revised Romanization first."""
    initial, vowel, final = jamo(syllable)
    starts, vowels = _TABLES["Korean initials"][initial], _TABLES["Korean vowels"][vowel]
    ends = _TABLES["Korean finals"].get(final, ("",))
    if initial == "ㅇ":
        vowels += _TABLES["Korean vowels alone"].get(vowel, ())
    elif initial in "ㅅㅆ" and vowel in "ㅣㅟㅕㅑㅛㅠ":
        starts += ("sh",)
    found = {starts[0] + vowels[0] + ends[0]: REVISED}
    for start in starts[1::-1]:
        found.setdefault(start + vowels[1] + ends[0], MCCUNE)
    for start in starts:
        found |= {start + sound + end: FAMILIES for sound in vowels for end in ends if start + sound + end not in found}
    return tuple(found.items())


def inventory() -> set[str]:
    """Every spelling that some syllable may have."""
    starts = {"", "sh", *(start for starts in _TABLES["Korean initials"].values() for start in starts)}
    vowels = {vowel for vowels in _TABLES["Korean vowels"].values() for vowel in vowels}
    vowels |= {vowel for vowels in _TABLES["Korean vowels alone"].values() for vowel in vowels}
    ends = {"", *(end for ends in _TABLES["Korean finals"].values() for end in ends)}
    return {start + vowel + end for start in starts for vowel in vowels for end in ends}
