"""Latin letters: what they may sound like in the languages that write them, and the letters of passports.

Sources: the official alphabets (Turkish, Law 1353 of 1928; Azerbaijani, 1991; Kazakh, decrees 569 of 2017 and 637 of
2018, draft of 2021; Uzbek, Law of 2 September 1993 as amended in 1995; Gaj's alphabet; Polish, Czech, Romanian,
Hungarian); usual French, German, English, Spanish, Italian and Portuguese spelling; ICAO Doc 9303, part 3, section 6,
for `AE`, `OE`, `UE`, `SS` and the like; Hanyu Pinyin (GB/T 16159) and Wade-Giles for the initials of Chinese.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rogatory.names.sounds import sign

_LETTERS: Final = {
    # Groups, longest first within a first letter; what stands in brackets is only looked at.
    "schtsch": "S|C -1", "schtch": "S|C -1", "shch": "S|C -1", "chtch": "S|C -1", "szcz": "S|C -1",
    "tsch": "C J2", "dsch": "J", "sch": "S Z2 s4", "tch": "C", "dzh": "J", "dsh": "J", "tsh": "C",
    "dj": "J Z2 d3", "dz": "z J2 c2 d3", "dh": "d z1 D0", "ddh": "D", "th": "t s2 T0 z3 d3", "ths": "s|-",
    "kh": "x k1 h1", "gh(?=[aeiouy])": "G g0 h2", "gh": "G g1 -2 f3", "ph": "f p3", "sh": "S s1", "zh": "Z J1 z2",
    "^hs": "S s1", "chr": "k x1|r", "chs": "k x1|s", "ch": "C S1 k2 x1 c3", "ck": "k", "cz": "C c2", "cs": "C k3|s -1", "cq": "k",
    "ts": "c s2 C3", "tz": "c z2 s2", "tc": "C", "sz": "S s1 z2", "rz": "Z2 r0|z -0", "zs": "Z z2",
    "rh": "r", "wh": "w", "hw": "w h1 v1", "qu(?=[ei])": "k", "qu": "k|w -1", "gu(?=[ei])": "g|w -0",
    "gli": "l|i", "gn(?=[aeiouy])": "n|y -1", "nh": "n|y -1", "ll": "l y3",
    "c(?=[eiy])": "s c1 C1 k2 J2", "c": "k c2 C2 J1 s3", "g(?=[eiy])": "g J1 Z2 h2 x3 G1", "g": "g G1 k3 h2 J4",
    "b": "b v3 p2", "d": "d t2", "f": "f v2", "h": "h x1", "j": "J Z0 y1 h2 x2", "k": "k g2 x2", "l": "l w3",
    "m": "m", "n": "n", "p": "p b2 f4", "q": "k g2 C2 G2 x3", "r": "r", "s": "s S2 z1", "t": "t d2", "v": "v w1 f1 b3",
    "w": "v w0 u1", "x": "k x1 S2 z2 g1|s z1 -1", "z": "z c2 s1 Z3",
    # Vowels.
    "eaux?": "o", "aux(?!.)": "o", "ou": "u o1|w -0", "oo": "u o1", "ee": "i e2", "ea": "i e1 a2", "ie": "i|e -1",
    "igh": "a|y -0", "ai": "a e1|i -1", "ay": "a e1|i -1", "ei": "e a1|i -1", "ey": "e a1 i1|i -1", "oi": "o u1|i a2 -1",
    "oe": "O o1 e1 u2", "ue": "U u0 e2|e -1", "ae": "a e1|e -1", "eu": "e o1 O0 y2 u2|u -1", "aw": "a o1|w v1 -1",
    "ew": "u e2 i2|w v1 -1", "ow": "o a1|w v1 -1", "au": "a o1|u v1 -1", "oy": "o|y", "uy": "u|y", "iy": "i|y -0",
    "yy": "i|y -0", "ij": "i e2 a2|y -1", "io": "i y0|o", "ia": "i y0|a", "iu": "i y0|u", "ya": "y i0|a", "yo": "y i0|o e1",
    "yu": "y i0|u", "ye": "y i0 -1|e", "yi": "y -0|i",
    "a": "a e2 A0 o4", "e(?!.)": "e i2 -1 a3", "e": "e i2 A0 a2", "i": "i y1 I0 e2 a4", "o": "o u2 a3 O2", "u": "u o2 U1 a3 w1 v4",
    "y": "i y0 I0 a4",
    # Letters of one alphabet only.
    "š": "S s1", "ş": "S s1", "ș": "S s1", "ś": "S s1", "ž": "Z z1", "ź": "Z z1", "ż": "Z z1", "č": "C c1", "ć": "C c1",
    "ç": "C s1", "đ": "J d1 y2", "ð": "D d0", "þ": "T t0", "ğ": "G g0 -1 v3", "ǵ": "G g0", "ġ": "G g0", "ģ": "g",
    "ı": "I i0", "ł": "l w1 v2", "ñ": "n N0|y -0", "ń": "n N0|y -0", "ň": "n|y -0", "ř": "r|Z -1", "ț": "c t1", "ţ": "c t1",
    "ə": "A a0 e0", "ä": "A a0 e0", "æ": "A a0 e0", "ö": "O o0 e1", "ø": "O o0 e1", "œ": "O o0 e1", "ü": "U u0 i2",
    "ű": "U u0 i2", "ő": "O o0 e1", "å": "o a0", "ě": "y -0|e", "ë": "e y1 o1", "ğa": "G g0 -1|a", "ß": "s", "ŋ": "N",
    "ḥ": "h x1", "ṣ": "s", "ḍ": "d z1", "ṭ": "t", "ẓ": "z d1", "ḫ": "x", "x̱": "x", "ý": "i y0 I0 u2",
}  # fmt: skip
"""What a letter or group is read as; `|` stands between two sounds in a row."""


def _base(letter: str) -> str:
    """The letter without its marks, in a to z; empty where it has none."""
    return "".join(part for part in unicodedata.normalize("NFD", letter) if "a" <= part <= "z")


_KEYS: Final = sorted(_LETTERS, key=lambda key: (-len(re.sub(r"\(\?.*?\)|\?", "", key)), "(" not in key))
_UNITS: Final = tuple(tuple(sign(spec) for spec in _LETTERS[key].split("|")) for key in _KEYS)
_PATTERN: Final = re.compile("|".join(f"({key})" for key in _KEYS))
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz") | {key for key in _LETTERS if len(key) == 1}


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[tuple[str, str], ...]:
    """The units of a word in Latin letters, each with the letters it is written by.

    A doubled consonant is one. Letters without any known sound are left out.
    """
    small = "".join(letter if letter in _PLAIN else _base(letter) for letter in word.lower())
    found: list[tuple[str, str]] = []
    for match in _PATTERN.finditer(small):
        signs = _UNITS[(match.lastindex or 1) - 1]
        written = match.group()
        if len(signs) == 1:
            found.append((written, signs[0]))
        else:
            found.append((written, signs[0]))
            found.extend(("", later) for later in signs[1:])
    return tuple(found)
