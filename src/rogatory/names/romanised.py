"""How a Chinese syllable is written in Latin letters, by the rules of each romanisation.

Sources of `data/romanised.txt`: Hanyu Pinyin, ISO 7098:2015; Wade-Giles as in the ALA-LC table of 1979, without
its marks, and the looser forms that Taiwanese passports carry; Mandarin Phonetic Symbols II (1986) and Tongyong
Pinyin (2002), the tables of the Ministry of Education in Taipei; the Palladius system as Russian files write
it; the list of the Linguistic Society of Hong Kong for Jyutping (1993), and the spellings of the Hong Kong and
Macau governments, which have no standard and are given as variants. All without tones, hyphens, apostrophes and
marks: small letters a to z.
"""

from collections.abc import Iterable
from functools import lru_cache

from rogatory.names.sections import spellings as tables

PINYIN, WADE, TAIWAN = "Hanyu Pinyin", "Wade-Giles", "Taiwan, loose"
TONGYONG, PALLADIUS = "Tongyong Pinyin", "Palladius"
JYUTPING, HONG_KONG = "Jyutping", "Cantonese"

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_TABLES = tables("romanised.txt")
_LONG = 3
"""Letters from which a spelling is long enough to be shortened."""


def _parted(syllable: str) -> tuple[str, str]:
    """The initial and the final of a syllable of Pinyin; u after j, q, x is the rounded vowel, written v."""
    initial = next((start for start in _INITIALS if syllable.startswith(start)), "")
    final = syllable[len(initial) :]
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "v" + final[1:]
    return initial, final


def _turned(scheme: str, syllable: str, initial: str, final: str) -> str:
    """The syllable by the tables of one scheme: as a whole, else initial and final each by its own."""
    whole = _TABLES.get(f"{scheme} syllables", {}).get(syllable)
    if whole:
        return whole[0]
    start = _TABLES[f"{scheme} initials"].get(initial, (initial,))[0]
    rest = final if initial in {"y", "w"} else _TABLES[f"{scheme} finals"].get(final, (final,))[0]
    return start + rest.replace("v", "u")


def _loose(syllable: str, initial: str, final: str, wade: str) -> Iterable[str]:
    """What stands in Taiwanese passports beside strict Wade-Giles, and Mandarin Phonetic Symbols II."""
    yield wade.replace("hs", "sh")
    yield wade.replace("hs", "s")
    if wade.startswith("ts"):
        yield "tz" + wade[2:]
    if wade.endswith(("ih", "eh", "rh")):
        yield wade[:-1]
    yield from _TABLES["Loose syllables"].get(syllable, (_turned("Phonetic Symbols", syllable, initial, final),))
    if final in {"e", "ian", "ui"} or initial in {"", "y", "w"}:
        yield _TABLES["Wade-Giles initials"].get(initial, (initial,))[0] + final
    if syllable.startswith("hu") and len(syllable) >= _LONG:
        yield "hw" + syllable[2:]


def _palladius(syllable: str, initial: str, final: str) -> Iterable[str]:
    """What Russian files make of a syllable, and what becomes of that on its way back into Latin letters."""
    whole = _turned("Palladius", syllable, initial, final)
    shorter = {"kh": "h", "chzh": "zh", "tsz": "j"}
    starts = (whole, *(short + whole.removeprefix(long) for long, short in shorter.items() if whole.startswith(long)))
    for start in starts:
        yield start
        if start.endswith("y") and len(start) >= _LONG:
            yield start[:-1] + "i"


@lru_cache(maxsize=1024)
def mandarin(syllable: str) -> tuple[tuple[str, str], ...]:
    """The spellings of a syllable of Pinyin (v is u with diaeresis), each with its scheme, Hanyu Pinyin first."""
    initial, final = _parted(syllable)
    wade = _turned("Wade-Giles", syllable, initial, final)
    spelt: list[tuple[str, Iterable[str]]] = [
        (PINYIN, (syllable.replace("v", "u"), syllable, syllable.replace("v", "yu"))),
        (WADE, (wade,)),
        (TONGYONG, (_turned("Tongyong", syllable, initial, final),)),
        (TAIWAN, _loose(syllable, initial, final, wade)),
        (PALLADIUS, _palladius(syllable, initial, final)),
    ]
    return tuple(dict.fromkeys((spelling, scheme) for scheme, spellings in spelt for spelling in spellings))


@lru_cache(maxsize=2048)
def cantonese(syllable: str) -> tuple[tuple[str, str], ...]:
    """The spellings of a syllable of Jyutping without tone, each with its scheme."""
    whole = _TABLES["Cantonese syllables"].get(syllable)
    if whole is None:
        starts, finals = _TABLES["Cantonese initials"], _TABLES["Cantonese finals"]
        initial = next((syllable[:size] for size in (2, 1) if syllable[:size] in starts), "")
        if not initial and syllable[0] not in "aeiou":
            initial = syllable[0]
        final = syllable[len(initial) :]
        whole = tuple(a + b for a in starts.get(initial, (initial,)) for b in finals.get(final, (final,)))
    found = dict.fromkeys(whole, HONG_KONG)
    found.setdefault(syllable, JYUTPING)
    return tuple(found.items())
