"""The Arabic script in its languages: Arabic, Persian, Dari, Pashto, Urdu, Kurdish, Uyghur.

Most of them leave short vowels unwritten, so `محمد` is as well Mohammed as Muhammad; Uyghur and Sorani Kurdish write
all of them. Sources of the letters and of what they may be read as: ALA-LC romanisation tables for Arabic, Persian,
Pashto, Urdu, Uyghur and Kurdish; BGN/PCGN systems for Arabic (1956), Persian (1958, 2019) and Pashto (1968); ICAO Doc
9303, part 3, section 6 (Arabic); the Uyghur Latin Yëziqi of Xinjiang University (2000, 2001).
"""

from functools import lru_cache
from typing import Final

from rogatory.names.sounds import sign

_LETTERS: Final = {
    "ا": "a e1 o2 -4", "أ": "a e0 u1 o1 i1", "إ": "i e0 a2", "آ": "a o2", "ٱ": "a e0 i0 u0 -0", "ء": "' -0 a1",
    "ؤ": "' -0 u0 o0 w0", "ئ": "' -0 y0 i0 e0", "ب": "b p2 v4", "پ": "p b2", "ت": "t T1 d3", "ٹ": "t", "ث": "T s0 t1",
    "ج": "J g0 Z1 y3 C2", "چ": "C S1 J2", "ح": "h x1", "خ": "x h1 k2", "د": "d D1 t3", "ڈ": "d", "ذ": "D z0 d1", "ر": "r",
    "ڑ": "r", "ز": "z c3", "ژ": "Z J0", "س": "s z2 c2", "ش": "S C2 s3", "ص": "s c3", "ض": "d z0 D0", "ط": "t",
    "ظ": "z d0 D0", "ع": "' -0 a0 e0 i0 o0 u0", "غ": "G g0 k4 r4", "ف": "f v1 p3", "ڤ": "v", "ق": "k g0 G0 h3 x3",
    "ك": "k g3 C2", "ک": "k g3 C2", "گ": "g k2 J3", "ڭ": "N n0", "ل": "l", "م": "m", "ن": "n", "ں": "n -1", "ھ": "h -1",
    "ه": "h a2 -3", "ہ": "h a2 -3", "ة": "a e0 t0 h0 -1", "ۀ": "e a0 h0", "و": "w u0 o0 v0 -4", "ي": "y i0 e0 -4",
    "ی": "y i0 e0 a2 -4", "ى": "a i0 y0 e0", "ے": "e i0 y0", "ې": "e i1 y1", "ۍ": "y i0 e0", "ۇ": "u o1", "ۆ": "O o0 u1",
    "ۈ": "U u0", "ۋ": "v w0", "ە": "A e0 a0", "ێ": "e i1", "ڕ": "r", "ڵ": "l", "ټ": "t", "ډ": "d", "ړ": "r", "ښ": "S x1 h1 k2 g2",
    "ږ": "Z g0 z1 J1", "ځ": "z J1 d2", "څ": "c s0", "ګ": "g k2", "ڼ": "n", "ݢ": "g",
    "تش": "C|S -0", "تس": "c|s -1", "دج": "J|", "دز": "z|z -0", "نغ": "n|G g0 -1", "نج": "n|J g0 -2", "كس": "k|s z2",
    "کس": "k|s z2", "وو": "w u0 v0 o0", "يي": "y i0|i -0", "اي": "a e0 i1|y i0 -1", "او": "a o0 u0|w u0 -1",
    "إي": "i e0 a1|y -0", "أو": "o u0 a0|w -0", "أي": "a i0 e0|y i0 -0", "آي": "a|y i0", "ئي": "y i0 e0|-0",
}  # fmt: skip
_FINAL: Final = {
    "ه": "h a0 e0 -0", "ہ": "h a0 e0 -0", "و": "w u0 o0 v1 -2", "ا": "a e0 o2 -2", "ی": "y i0 e0 a0", "ح": "h -2 x1",
}  # fmt: skip
_FIRST: Final = {
    "ا": "a e0 i0 o0 u0", "اي": "i e0 a0 y0|y i0 -0", "ای": "i e0 a0 y0|y i0 -0", "او": "o u0 a0|w v1 -0",
    "ي": "y i0 e1 J2", "ی": "y i0 e1", "و": "w v0 u1 o1", "ال": "a e0 i0 u0 o0 -0|l -1",
}  # fmt: skip
_LONGEST: Final = 2
_ARTICLE: Final = "ال"
_SLAVE: Final = "عبد"
_ALWAYS_WRITTEN: Final = frozenset("ەېۇۆۈۋێ")


def _signs(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The units of a table."""
    return {key: tuple(sign(spec) for spec in specs.split("|") if spec) for key, specs in table.items()}


_UNITS: Final = _signs(_LETTERS)
_UNITS_FIRST: Final = _UNITS | _signs(_FIRST)
_UNITS_FINAL: Final = _UNITS | _signs(_FINAL)


def writes_vowels(word: str) -> bool:
    """Whether the word is in a language that writes every vowel: Uyghur, Sorani Kurdish."""
    return not _ALWAYS_WRITTEN.isdisjoint(word)


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[tuple[str, str], ...]:
    """The units of a word in Arabic script, each with the letters it is written by.

    The article, at the beginning and after `عبد`, may be silent.
    """
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(word):
        inner = at == len(_SLAVE) and word.startswith(_SLAVE + _ARTICLE)
        table = _UNITS_FIRST if at == 0 or inner else _UNITS
        written = next((word[at : at + n] for n in range(_LONGEST, 0, -1) if word[at : at + n] in table), "")
        if at and at + len(written) == len(word):
            table = _UNITS_FINAL
        for n, unit in enumerate(table.get(written, ())):
            found.append(("" if n else written, unit))
        at += max(1, len(written))
    return tuple(found)
