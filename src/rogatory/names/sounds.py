"""What letters may sound like, and how near two of them are: the measure under every comparison of names.

A *unit* is a letter or a group of letters that is read at once, in any script. What it may sound like is written as in
`"J Z1 y2"`: the usual sound, then others with how unusual they are, in tenths; `-3` says that it may be silent. So
`ж`, French `j` and Kazakh `j` meet in one sound, and no romanisation is the right one.

Sounds are written by one sign each: consonants b p d t g k f v w s z m n l r h as in English, S ш, Z ж, C ч, J as in
*John*, c ц, x х, G ғ, N ң, T and D as in *thin* and *this*, y as in *yes*, `'` the stop of hamza and ayn; vowels a e i
o u, I ы, O ө, U ү, A ә, and ā ī ū for long ones.
"""

from functools import lru_cache
from typing import Final

VOWELS: Final = frozenset("aeiouIOUAāīū")

_DROP: Final = {
    **dict.fromkeys("aeiouIOUA", 4),
    **dict.fromkeys("h'", 3),
    **dict.fromkeys("yw", 4),
    "G": 7,
    "ā": 5,
    "ī": 7,
    "ū": 7,
}
"""Tenths it costs that a sound is written on one side only; any other consonant costs ten."""

_NEAR: Final = {
    # Vowels, nearest first; those of one name differ by dialect and by office.
    **dict.fromkeys(("aA", "eA", "iI", "oO", "uU", "ou"), 1),
    **dict.fromkeys(("ae", "ei", "eO", "iU", "eI"), 2),
    **dict.fromkeys(("ao", "OU", "uO", "oU", "uI", "IU"), 3),
    **dict.fromkeys(("oI", "iO", "eU", "AO"), 4),
    **dict.fromkeys(("eo", "au"), 5),
    # Long vowels, which Arabic and Hebrew script always write, so that they stand for themselves.
    **dict.fromkeys(("aā", "iī", "yī", "uū", "oū", "wū", "Iī", "Uū", "Aā"), 0),
    **dict.fromkeys(("eī", "eā", "Oū"), 1),
    **dict.fromkeys(("oā", "vū", "Uī", "uI"), 3),
    **dict.fromkeys(("iā", "uā", "aī", "oī", "uī", "aū", "eū", "iū", "Aī", "Aū"), 7),
    # Vowels that are written as consonants.
    **dict.fromkeys(("uw",), 1),
    **dict.fromkeys(("iy",), 3),
    **dict.fromkeys(("ey", "ow", "Iy", "Uw", "Ow"), 2),
    # Consonants: voiced and unvoiced, and those one script has and another lacks.
    **dict.fromkeys(("Gg", "hx", "Ts", "vw", "Dz", "Nn"), 2),
    **dict.fromkeys(("fv", "Tt", "Dd", "Gx", "cs"), 3),
    **dict.fromkeys(("bp", "dt", "gk", "cz", "Gk", "sz", "cC", "JZ", "CJ", "SZ"), 4),
    **dict.fromkeys(("Gh", "bv", "gh", "fp", "bw", "CS", "sS", "Zz"), 5),
    **dict.fromkeys(("lr", "hk"), 11),
    **dict.fromkeys(("DT", "kG", "fw", "Jy", "Jz", "ct"), 6),
    **dict.fromkeys(("Jg", "kx", "mn", "Nm", "JS", "CZ", "Td", "Ck"), 8),
}
_NEAREST: Final = {pair[::-1]: far for pair, far in _NEAR.items()} | _NEAR


_CLASSES: Final = {
    **{sound: sound.upper() for sound in "bpmnlrztdkgshf"},
    **{"T": "T", "D": "D", "G": "G", "x": "H", "N": "N", "c": "S", "S": "X", "Z": "J", "J": "J", "C": "C"},
    **{"v": "F", "w": "F", "y": "", "'": ""},
}
_SHORT: Final = 2
_OFTEN: Final = 1
_FARTHEST: Final = 16
_BOTH_UNUSUAL: Final = 2
"""What it adds, in tenths, that both units are read in an unusual way: one office has one way of reading."""
_OF_VOWELS: Final = 8


def parsed(spec: str) -> tuple[tuple[str, int], ...]:
    """The sounds of a unit with how unusual each is, in tenths; the silent one is the empty string."""
    found = []
    for part in spec.split():
        sign, unusual = part[0], int(part[1:] or 0)
        found.append(("" if sign == "-" else sign, unusual))
    return tuple(found)


_SIGNS: Final[dict[str, str]] = {}
_SOUNDS: Final[dict[str, tuple[tuple[str, int], ...]]] = {}


def sign(spec: str) -> str:
    """One character that stands for the unit of this spec in a string of units; the same for the same spec."""
    if spec not in _SIGNS:
        made = chr(0xE000 + len(_SIGNS))
        _SIGNS[spec] = made
        _SOUNDS[made] = parsed(spec)
    return _SIGNS[spec]


def main_sound(unit: str) -> str:
    """The usual sound of a unit; the character itself where it has none that is known."""
    sounds = _SOUNDS.get(unit)
    return sounds[0][0] if sounds else unit


@lru_cache(maxsize=4096)
def is_vowel(unit: str) -> bool:
    """Whether the unit is usually a vowel."""
    return main_sound(unit) in VOWELS


@lru_cache(maxsize=4096)
def drop(unit: str) -> float:
    """What it costs, from 0 to 1, that the unit is written on one side only: by its usual sound, or as a silent one."""
    sounds = _SOUNDS.get(unit, ((unit, 0),))
    silent = min((unusual for sound, unusual in sounds if not sound), default=_FARTHEST)
    return min(silent, _DROP.get(sounds[0][0], 10)) / 10


class _Turns(dict[str, float]):
    """By two units, what it costs that one stands for the other; worked out when first asked."""

    def __missing__(self, pair: str) -> float:
        """The cost over all sounds of both."""
        best = _FARTHEST
        for one, unusual in _SOUNDS.get(pair[0], ((pair[0], 0),)):
            for other, odd in _SOUNDS.get(pair[1], ((pair[1], 0),)):
                both = _BOTH_UNUSUAL if unusual and odd else 0
                best = min(best, unusual + odd + both + (0 if one == other else _apart(one, other)))
        if pair[0] in _SOUNDS and pair[1] in _SOUNDS:
            # Letters of scripts that are not read here are too many to be kept.
            self[pair] = best / 10
        return best / 10


def _apart(one: str, other: str) -> int:
    """How far two sounds are apart, in tenths."""
    return _NEAREST.get(one + other, _OF_VOWELS if one in VOWELS and other in VOWELS else _FARTHEST)


TURNS: Final = _Turns()
"""By two units in one string, what it costs, from 0, that one stands for the other; 0: both are read alike."""


def turn(left: str, right: str) -> float:
    """What it costs, from 0, that one unit stands for the other: nought where both are read alike."""
    return TURNS[left + right] if left != right else 0.0


@lru_cache(maxsize=4096)
def is_weak(unit: str) -> bool:
    """Whether the unit is as usual a vowel, or silent, as it is a consonant: و, ו, the `w` of *ou*."""
    sounds = _SOUNDS.get(unit, ())
    return any((not sound and unusual <= _OFTEN) or (sound in VOWELS and not unusual) for sound, unusual in sounds)


@lru_cache(maxsize=131072)
def bones(signs: str) -> str:
    """The consonants of a word given as units, in capital letters, those that offices write alike by one sign.

    Doubled ones are one, and an h at the end goes; of a word of vowels the first is left.
    """
    found = ""
    for at, unit in enumerate(signs):
        if is_vowel(unit) or (at and is_weak(unit)):
            continue
        sound = main_sound(unit)
        kind = _CLASSES.get(sound, sound.upper())
        if not found.endswith(kind):
            found += kind
    if len(found) > _SHORT:
        found = found.removesuffix("H")
    return found or main_sound(signs[:1]).upper()


def sounds_of(unit: str) -> tuple[tuple[str, int], ...]:
    """What a unit may sound like, the usual sound first, each with how unusual it is in tenths; silence is empty."""
    return _SOUNDS.get(unit, ((unit, 0),))
