"""Words in Kana: Japanese ones and foreign ones, read in Hepburn and in Kunrei, and as sounds.

Sources: `data/romanised.txt`, the Hepburn system as in passports (Passport Law, ordinance of the
Ministry of Foreign Affairs) and the Kunrei system (Cabinet notice 1 of 9 December 1954);
`data/sounding.txt` for what the letters sound like in foreign names.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rogatory.names import by_sound
from rogatory.names.reading import Reading
from rogatory.names.sections import sections
from rogatory.names.sections import spellings as tables
from rogatory.names.sounds import sign
from rogatory.names.spelling import Spelt
from rogatory.names.syllabic import Alignment, bounded

HEPBURN, HEPBURN_SHORT, HEPBURN_H, KUNREI = (
    "Hepburn",
    "Hepburn, long vowels unmarked",
    "Hepburn, long o as oh",
    "Kunrei",
)

_ROMAJI = tables("romanised.txt")["Kana"]
_FOLDS = tables("romanised.txt")["Japanese, made one"]
_SOUNDS = sections("sounding.txt")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SMALL = dict(zip("ぁぃぅぇぉゃゅょゎ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"), strict=True))
_DOUBLED, _LONG = "っ", "ー"


def is_kana(mark: str) -> bool:
    """Whether it is a letter of Hiragana or Katakana, or the sign of a long vowel."""
    return "ぁ" <= mark <= "ゖ" or "ァ" <= mark <= "ヺ" or mark == _LONG


def hiragana(word: str) -> str:
    """The word with Katakana as Hiragana."""
    return word.translate(_TO_HIRAGANA)


@lru_cache(maxsize=16384)
def morae(word: str, system: int = 0) -> tuple[tuple[str, str], ...]:
    """The morae of a word, each as its letters and its spelling; system 0 is Hepburn, 1 Kunrei.

    A doubled consonant is written with the mora after it, a long vowel as the vowel again.
    """
    found: list[tuple[str, str]] = []
    double = ""
    for raw, mark in zip(word, hiragana(word), strict=True):
        spelt = _ROMAJI.get(mark, ("", ""))[system]
        if mark in _SMALL and found:
            letters, before = found[-1]
            found[-1] = (letters + raw, _with_small(before, _SMALL[mark], letters))
        elif mark == _LONG and found and found[-1][1]:
            found.append((raw, found[-1][1][-1]))
        elif mark == _DOUBLED:
            double = raw
        elif spelt or mark in _SMALL:
            spelt = spelt or _SMALL[mark]
            found.append((double + raw, ("t" if spelt.startswith("ch") else spelt[0]) + spelt if double else spelt))
            double = ""
    return tuple(found)


def _with_small(before: str, small: str, letters: str) -> str:
    """A mora with a small letter after it: き and ゃ are kya, し and ゃ sha (sya in Kunrei), フ and ァ fa."""
    start = before[:-1] if before[-1:] in "aiueo" else before
    if letters in {"う", "ウ"}:
        start = "w"
    if len(small) > 1 and start in {"sh", "ch", "j", "tch", "ssh", "jj", ""}:
        return start + (small if not start else small[1:])
    return start + small


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word in Kana; empty where it holds none."""
    found: dict[str, Reading] = {}
    for system, scheme in ((0, HEPBURN), (1, KUNREI)):
        parts = morae(word[:80], system)
        whole = "".join(spelt for _, spelt in parts)
        if not whole:
            continue
        steps = tuple(f"{letters} → {spelt}" for letters, spelt in parts)
        found.setdefault(whole, Reading(whole, scheme, steps))
        if system == 0:
            short = whole.replace("ou", "o").replace("oo", "o").replace("uu", "u")
            found.setdefault(short, Reading(short, HEPBURN_SHORT, steps))
            with_h = whole.replace("ou", "oh").replace("oo", "oh")
            found.setdefault(with_h, Reading(with_h, HEPBURN_H, steps))
    return tuple(found.values())


@lru_cache(maxsize=65536)
def folded(romaji: str) -> str:
    """A Japanese word in Latin letters a to z with what Hepburn, Kunrei and passports write differently made one."""
    text = romaji
    if text.endswith("oh"):
        text = text[:-1]
    text = text.replace("shi", "si").replace("chi", "ti").replace("tsu", "tu").replace("fu", "hu")
    for old, new in _FOLDS.items():
        text = text.replace(old, new[0])
    for consonant in "bcdfghjkmnprstz":
        text = text.replace(f"oh{consonant}", f"o{consonant}").replace(consonant * 2, consonant)
    return text


def _units(word: str) -> Iterator[tuple[str, str]]:
    for letters, spelt in morae(word):
        whole = _SOUNDS["Kana letters"].get(letters)
        if whole is None:
            start, vowel = (spelt[:-1], spelt[-1]) if spelt[-1] in "aiueo" else (spelt, "")
            if (len(start) > 1 and start[0] == start[1]) or start.startswith("tch"):
                start = start[1:]
            glide = "y" if len(start) > 1 and start.endswith("y") else ""
            start = start.removesuffix("y") if glide else start
            table, vowels = _SOUNDS["Kana consonants"], _SOUNDS["Kana vowels"]
            specs = [table.get(start, ""), "y i0 -0" if glide else "", vowels.get(vowel, "")]
            if letters == _LONG:
                specs = ["-0 r1 h0"]
            whole = "|".join(spec for spec in specs if spec)
        for at, spec in enumerate(whole.split("|")):
            yield ("" if at else letters), sign(spec)


@lru_cache(maxsize=8192)
def spelt(word: str) -> Spelt:
    """A word in Kana as units of `sounds`."""
    units = tuple(_units(word))
    return Spelt(tuple(letters for letters, _ in units), "".join(unit for _, unit in units), scheme="Kana")


def matches(native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """Lays a name in Kana beside the words of a Latin one, in either order."""
    native, latin = bounded(native), bounded(latin)
    return by_sound.align((tuple(map(spelt, native)),), native, latin)
