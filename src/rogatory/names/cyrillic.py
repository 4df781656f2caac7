"""Cyrillic letters of the languages that write names in them, and how offices romanise them.

Sources of the letters: the alphabets of Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz,
Tajik, Uzbek, Tatar, Bashkir, Azerbaijani (until 2001), Turkmen, Mongolian and Uyghur, as in the BGN/PCGN agreements.
"""

from functools import lru_cache
from typing import Final

from rogatory.names.sounds import sign

_LETTERS: Final = {
    "а": "a e3", "б": "b p2", "в": "v w0 f1", "г": "g h1 G1", "д": "d D1 t2", "е": "e y1 i2 o2", "ё": "y -0|o e0",
    "ж": "Z J1 S2", "з": "z s1 D1", "и": "i y1 I1 e2", "й": "y i0", "к": "k g3", "л": "l", "м": "m", "н": "n",
    "о": "o a2 u2", "п": "p b2", "р": "r", "с": "s T2 z1", "т": "t T2 d2", "у": "u w0 U1 o2 v2", "ф": "f v2 p2 T3",
    "х": "x h0 k1", "ц": "c s2", "ч": "C S2 c2", "ш": "S s2", "щ": "S|C t1 -1", "ъ": "-0 a1 I1", "ы": "I i0", "ь": "-0 i1",
    "э": "e A0 a2", "ю": "y -1|u", "я": "y -1|a", "і": "i I0", "ї": "y -1|i", "є": "y -1|e", "ґ": "g", "ў": "w u0 v0 o1",
    "ә": "A a0 e0", "ғ": "G g0", "қ": "k g2", "ң": "N n0", "ө": "O o0 u1", "ұ": "u o1", "ү": "U u0", "һ": "h x0",
    "ӣ": "i", "ӯ": "u o1", "ҳ": "h x0", "ҷ": "J", "җ": "J Z0", "ҙ": "z D0", "ҫ": "s T0", "ҡ": "k", "ҹ": "J", "ҝ": "g",
    "ј": "y i0", "љ": "l|y -0", "њ": "n|y -0", "ђ": "J d1 y2", "ћ": "C", "џ": "J", "ѓ": "J g1", "ќ": "C k1", "ѕ": "z c1",
    "ѐ": "e", "ѝ": "i", "ӓ": "A a0", "ӧ": "O o0", "ӱ": "U u0", "ѣ": "e", "ҩ": "w", "ӡ": "z",
    "дж": "J", "дз": "z J2|z -0", "тс": "c|s -0", "кс": "k|s", "нг": "n|g -3", "сх": "s S2|x h0 -2", "кх": "k|x -0",
    "ау": "a o1|u w0 -2", "оу": "o u1|u -1", "эй": "e a1|y i0 -1", "ей": "e a1|y i0 -1", "ай": "a|y i0 e1 -2", "ий": "i|y -0",
    "ый": "I i0|y -0", "ия": "i y0|y -0|a", "ья": "y i0 -1|a", "ью": "y i0|u", "ье": "y i0|e", "ъе": "y|e", "ьо": "o y1",
    "йо": "y -1|o", "иа": "i y0|a", "ио": "i y0|o", "иу": "i y0|u", "уэ": "u w0|e", "уи": "u w0|i", "уа": "u w0|a", "уо": "u w0|o",
}  # fmt: skip
_LONGEST: Final = max(map(len, _LETTERS))
_UNITS: Final = {key: tuple(sign(spec) for spec in specs.split("|")) for key, specs in _LETTERS.items()}


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[tuple[str, str], ...]:
    """The units of a word in Cyrillic letters, each with the letters it is written by."""
    small = word.lower()
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(small):
        written = next((small[at : at + n] for n in range(_LONGEST, 0, -1) if small[at : at + n] in _UNITS), "")
        for n, unit in enumerate(_UNITS.get(written, ())):
            found.append(("" if n else written, unit))
        at += max(1, len(written))
    return tuple(found)
