"""Foreign names in Han characters: what each character sounds like there, read in Mandarin or in Cantonese.

`舍斯托夫` writes *Shestov* by sound: `斯` is an s whose vowel nobody hears. A character becomes units of
`sounds`, which are compared like those of any other script. The tables and their sources are in
`data/sounding.txt`.
"""

from functools import cache, lru_cache

from rogatory.names.sections import sections, spellings
from rogatory.names.sounds import sign
from rogatory.names.spelling import Spelt
from rogatory.names.syllabic import letters

_TABLES = sections("sounding.txt")
_INITIALS = {
    "Mandarin": ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw"),
    "Cantonese": ("ng", "gw", "kw", *"bpmfdtnlgkhwzcsj"),
}
_NAMES = spellings("sounding.txt")["Names"]

CUSTOM = "custom of Chinese files"
"""What a spelling is explained by that the sounds of the characters do not show."""


def named(word: str) -> tuple[str, ...]:
    """The Latin names that Chinese files write by this word, in simplified characters; empty where custom has none."""
    return _NAMES.get(word, ())


def is_named(word: str, latin: str) -> bool:
    """Whether a word, in simplified characters, is the custom of Chinese files for the Latin name."""
    return "".join(letters(latin)) in named(word)


@cache
def syllable_units(dialect: str, syllable: str) -> tuple[str, ...]:
    """The units of one syllable, in Pinyin for Mandarin and in Jyutping for Cantonese; empty where it is none."""
    whole = _TABLES[f"{dialect} syllables"].get(syllable)
    if whole is None:
        initial = next((start for start in _INITIALS[dialect] if syllable.startswith(start) and start != syllable), "")
        final = syllable[len(initial) :]
        if dialect == "Mandarin":
            final = _final(initial, final)
        spec = _TABLES[f"{dialect} finals"].get(final)
        if spec is None:
            return ()
        start = _TABLES[f"{dialect} initials"].get(initial)
        whole = f"{start}|{spec}" if start else spec
    return tuple(sign(sound) for sound in whole.split("|"))


def _final(initial: str, final: str) -> str:
    """The final as the table names it: after j, q, x and y the u is rounded; i before another vowel is in the final."""
    if initial in {"j", "q", "x", "y"} and final.startswith("u"):
        return "v" + final[1:]
    return final


@lru_cache(maxsize=8192)
def character_units(dialect: str, mark: str, syllables: tuple[str, ...]) -> tuple[str, ...]:
    """The units of one character as foreign names use it: by the table of characters, else by its first reading."""
    whole = _TABLES["Characters"].get(mark)
    if whole is not None:
        return tuple(sign(sound) for sound in whole.split("|"))
    return syllable_units(dialect, syllables[0]) if syllables else ()


def spelt(dialect: str, word: str, syllables: tuple[tuple[str, ...], ...]) -> Spelt:
    """A word of a foreign name in Han characters as units; a character without reading stands for itself."""
    letters: list[str] = []
    signs: list[str] = []
    for mark, known in zip(word, syllables, strict=True):
        units = character_units(dialect, mark, known) or (mark,)
        letters += [mark, *[""] * (len(units) - 1)]
        signs += units
    return Spelt(tuple(letters), "".join(signs), vowels=True, scheme=dialect)
