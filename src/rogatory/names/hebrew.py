"""Hebrew and Yiddish letters.

Source of the letters and of what they may be read as: the rules of the Academy of the Hebrew Language (2006, revised
2007); ALA-LC romanisation table for Hebrew and Yiddish; the geresh of foreign sounds as the Academy lists it.
"""

from functools import lru_cache
from typing import Final

from rogatory.names.sounds import sign

_LETTERS: Final = {
    "א": "a e0 i1 o1 u1 -0", "ב": "b v0 w2", "ג": "g J3", "ג'": "J Z1 g2", "ד": "d t3", "ד'": "D d0", "ה": "h -2", "ו": "v o0 u0 w0 -3",
    "וו": "v w0 u1", "ז": "z s2 c3", "ז'": "Z J0 y3", "ח": "x h0 k3", "ח'": "x", "ט": "t d4", "י": "y i0 e1 -3", "יי": "a e0 i0|y i0", "כ": "k x0 c2",
    "ך": "x k0", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s c2 z3", "ע": "' -0 a0 e0 i1 o0 u1", "פ": "p f0 v3", "ף": "f p1 v2",
    "צ": "c s2 z1", "ץ": "c s2 z1", "צ'": "C", "ץ'": "C", "ק": "k g3 c2 x3", "ר": "r", "ש": "S s0", "ת": "t T0 s3", "ת'": "T t0", "טש": "C",
    "קס": "k|s z1", "טס": "c|s -0", "או": "o u0 a0|v u0 o0 w0 -0", "אי": "i e0 a0|y -0", "יו": "y i0|u o0 v1 -2", "נג": "n|g -3", "ע'": "G g0",
}  # fmt: skip
_FINAL: Final = {"ה": "h a0 e0 o1 -0", "א": "a e0 o1 -0", "יה": "y i0|h a0 -0", "ו": "v o0 u0 w0", "י": "y i0 e0 a2"}
_FIRST: Final = {"א": "a e0 i0 o0 u0", "ה": "h", "יו": "y i0 J3|o u0 -1", "י": "y i0 e1 J2"}
_LONGEST: Final = 2


def _signs(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The units of a table."""
    return {key: tuple(sign(spec) for spec in specs.split("|")) for key, specs in table.items()}


_UNITS: Final = _signs(_LETTERS)
_UNITS_FIRST: Final = _UNITS | _signs(_FIRST)
_UNITS_FINAL: Final = _UNITS | _signs(_FINAL)


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[tuple[str, str], ...]:
    """The units of a word in Hebrew letters, each with the letters it is written by. Most vowels are not written."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(word):
        table = _UNITS if at else _UNITS_FIRST
        written = next((word[at : at + n] for n in range(_LONGEST, 0, -1) if word[at : at + n] in table), "")
        if at and at + len(written) == len(word):
            table = _UNITS_FINAL
        for n, unit in enumerate(table.get(written, ())):
            found.append(("" if n else written, unit))
        at += max(1, len(written))
    return tuple(found)
