"""Greek, Armenian and Georgian letters.

Sources of the letters and of what they may be read as: ELOT 743 (ISO 843) for Greek; ISO 9985 and BGN/PCGN 1981 for
Armenian, Eastern and Western; the national system of Georgia (2002) and ISO 9984.
"""

from functools import lru_cache
from typing import Final

from rogatory.names.sounds import sign

_LETTERS: Final = {
    "α": "a", "β": "v b1", "γ": "g G0 y1", "δ": "d D0", "ε": "e", "ζ": "z", "η": "i e1", "θ": "T t1", "ι": "i y1", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "k x1|s -1", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i y0 u1",
    "φ": "f p1", "χ": "x h0 C2 k1", "ψ": "p|s", "ω": "o", "ου": "u o1", "μπ": "b p2|m -1", "ντ": "d t1|n -0", "γκ": "g|k -2",
    "γγ": "n|g", "αι": "e a0|i -1", "ει": "i e0|i -0", "οι": "i o0|i -0", "αυ": "a|v f0 u0", "ευ": "e|v f0 u0", "τζ": "J|", "τσ": "C c0|",
    "ա": "a", "բ": "b p1", "գ": "g k1", "դ": "d t1", "ե": "e y1", "զ": "z", "է": "e", "ը": "A e1 y2 -2", "թ": "t T1", "ժ": "Z J2",
    "ի": "i", "լ": "l", "խ": "x h1", "ծ": "c d2 z2", "կ": "k g1", "հ": "h", "ձ": "z J2 c2", "ղ": "G g0", "ճ": "C J1", "մ": "m",
    "յ": "y h1", "ն": "n", "շ": "S", "ո": "o v2", "չ": "C", "պ": "p b1", "ջ": "J C1", "ռ": "r", "ս": "s", "վ": "v", "տ": "t d1",
    "ր": "r", "ց": "c", "ւ": "v u1", "ու": "u", "փ": "p", "ք": "k", "և": "e|v", "օ": "o", "ֆ": "f", "յա": "y i0|a", "յո": "y i0|o",
    "ա՛": "a",
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i y1", "კ": "k", "ლ": "l", "მ": "m",
    "ნ": "n", "ო": "o", "პ": "p", "ჟ": "Z", "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "p f1", "ქ": "k", "ღ": "G g0", "ყ": "k g2",
    "შ": "S", "ჩ": "C", "ც": "c", "ძ": "z J2 d1", "წ": "c", "ჭ": "C", "ხ": "x", "ჯ": "J", "ჰ": "h",
}  # fmt: skip
_LONGEST: Final = 2
_UNITS: Final = {key: tuple(sign(spec) for spec in specs.split("|") if spec) for key, specs in _LETTERS.items()}
_PLAIN: Final = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


@lru_cache(maxsize=16384)
def units(word: str) -> tuple[tuple[str, str], ...]:
    """The units of a word in Greek, Armenian or Georgian letters, each with the letters it is written by."""
    small = word.lower().translate(_PLAIN)
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(small):
        written = next((small[at : at + n] for n in range(_LONGEST, 0, -1) if small[at : at + n] in _UNITS), "")
        for n, unit in enumerate(_UNITS.get(written, ())):
            found.append(("" if n else written, unit))
        at += max(1, len(written))
    return tuple(found)
