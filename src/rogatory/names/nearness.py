"""How far two spelt words are from each other: the cheapest way to turn the one into the other, sound by sound."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from rogatory.names.sounds import TURNS, VOWELS, bones, drop, is_vowel, main_sound, turn
from rogatory.names.spelling import Spelt

_UNWRITTEN: Final = 0.05
"""What a short vowel costs against a script that does not write it."""
_UNWRITTEN_LONG: Final = 0.7
"""What a long vowel or a diphthong costs there; it is written."""
_UNWRITTEN_EDGE: Final = 0.5
"""What a vowel at the beginning or the end of a word costs there; it is nearly always written."""
_DOUBLED: Final = 0.05
_SWAPPED: Final = 0.6
_HARD: Final = 0.7
"""From here on a sound that is missing or another is not explained by any spelling."""
_UNEXPLAINED: Final = 1.35
"""How much more than its weight such a sound costs: it tells two persons apart more often than two spellings."""
_FIRST: Final = 1.25
"""And again more at the beginning, which no office mistakes."""
_WOMAN: Final = 0.25
"""What it adds that one word ends as women's names do and the other as men's: Ivan and Ivana, Živko and Živka."""
_WIFE: Final = 0.06
"""The same of a Slavic family name, which follows the sex of its bearer and not everywhere."""
_FIRST_BREATH: Final = 2.0
"""The same of an h, which some languages lose there."""
_OF_WIVES: Final = frozenset({"ova", "eva", "ina", "aya"})
_LONGER_THAN_A_NAME: Final = 5
_SHORTEST: Final = 3
_SILENT: Final = 0.1
_NARROW: Final = frozenset("iyIī")
_LEAST: Final = 0.5
_ABD: Final = 1.6
_ALIKE: Final = str.maketrans("PDGHZJXCF", "BTKKSSSSB")
_FEW: Final = 2
_SHARED: Final = 0.3
"""Words of several consonants that share fewer than this are not laid beside each other sound by sound."""


def _weights(signs: str, other_writes_vowels: bool) -> list[float]:
    """How much each unit of a word weighs."""
    weights: list[float] = []
    for at, unit in enumerate(signs):
        if at and unit == signs[at - 1]:
            weights.append(_DOUBLED)
        elif not other_writes_vowels and is_vowel(unit):
            weights.append(_unwritten(signs, at))
        else:
            weights.append(drop(unit))
    return weights


def _unwritten(signs: str, at: int) -> float:
    """What the vowel there costs against a script that does not write short vowels."""
    if main_sound(signs[at]) in "āīū":
        return _UNWRITTEN_LONG
    if at in {0, len(signs) - 1}:
        return min(drop(signs[at]), _UNWRITTEN_EDGE)
    return _UNWRITTEN


@lru_cache(maxsize=131072)
def weight(signs: str, other_writes_vowels: bool) -> float:
    """How much there is in a word to be near to."""
    return sum(_weights(signs, other_writes_vowels))


@lru_cache(maxsize=131072)
def _drops(signs: str, other_writes_vowels: bool) -> tuple[float, ...]:
    """What it costs that each unit is missing on the other side."""
    costs = [cost if cost < _HARD else cost * _UNEXPLAINED for cost in _weights(signs, other_writes_vowels)]
    if costs and (costs[0] > _HARD or main_sound(signs[0]) == "h"):
        costs[0] *= _FIRST if costs[0] > _HARD else _FIRST_BREATH
    return tuple(costs)


def _rows(left: str, right: str, gone: Sequence[float], come: Sequence[float]) -> list[list[float]]:
    """The table of the cheapest ways to turn each beginning of the one into each beginning of the other."""
    row = [0.0]
    for cost in come:
        row.append(row[-1] + cost)
    rows = [row]
    for i, unit in enumerate(left):
        before, lost = rows[-1], gone[i]
        here = before[0] + lost
        row = [here]
        for j, other in enumerate(right):
            here += come[j]
            if (other_way := before[j + 1] + lost) < here:
                here = other_way
            if (other_way := before[j] if unit == other else before[j] + TURNS[unit + other]) < here:
                here = other_way
            if i and j and unit == right[j - 1] and other == left[i - 1]:
                here = min(here, rows[-2][j - 1] + _SWAPPED)
            row.append(here)
        rows.append(row)
    return rows


@lru_cache(maxsize=262144)
def _cost(left: str, right: str, left_vowels: bool, right_vowels: bool) -> float:
    """The cheapest way to turn one string of units into the other."""
    gone, come = _drops(left, right_vowels), _drops(right, left_vowels)
    start, shorter = 0, min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    till, until = len(left) - end, len(right) - end
    return _rows(left[start:till], right[start:until], gone[start:till], come[start:until])[-1][-1]


@lru_cache(maxsize=131072)
def _ending(signs: str) -> str:
    """How a word ends: `a` or `ia` as women's names do, `o`, `i` or `-` as men's; empty where it does not show."""
    sounds = [main_sound(unit) for unit in signs[-3:]]
    if len(sounds) > 1 and sounds[-1] == "h" and sounds[-2] in VOWELS:
        sounds.pop()
    if len(signs) < _SHORTEST or drop(signs[-1]) < _SILENT:
        return ""
    last, before = sounds[-1], sounds[-2]
    if last in "aā":
        return "ia" if before in _NARROW else "a"
    if last in _NARROW:
        return "i"
    return "o" if last == "o" else "" if last in VOWELS or last in "hw'" else "-"


@lru_cache(maxsize=131072)
def _is_slave_of(signs: str) -> bool:
    """Whether a word begins as names with Abd, slave of, do."""
    return "".join(main_sound(unit) for unit in signs[:4]).lstrip("'aāeA").startswith("bd")


def _of_another_sex(left: str, right: str) -> float:
    """What it adds that one word ends as women's names do and the other as men's."""
    ends = {_ending(left), _ending(right)}
    if ends != {"ia", "i"} and ("a" not in ends or not ends & {"o", "-"}):
        return 0.0
    longer = max(left, right, key=len)
    stem = "".join(main_sound(unit) for unit in longer[-3:])
    return _WIFE if stem in _OF_WIVES and len(longer) > _LONGER_THAN_A_NAME else _WOMAN


@lru_cache(maxsize=131072)
def _coarse(signs: str) -> str:
    """The consonants of a word, those that any office takes for each other by one sign."""
    return bones(signs).translate(_ALIKE)


def distance(left: Spelt, right: Spelt) -> float:
    """How far two words are apart, from 0 (read alike) to 1 (nothing in common)."""
    if left.signs == right.signs:
        return 0.0 if left.signs else 1.0
    if not left.signs or not right.signs:
        return 1.0
    here, there = _coarse(left.signs), _coarse(right.signs)
    if min(len(here), len(there)) > _FEW and Levenshtein.normalized_similarity(here, there) < _SHARED:
        return 1.0
    one, other = (left, right) if left.signs <= right.signs else (right, left)
    heavy = max(weight(one.signs, other.vowels), weight(other.signs, one.vowels), _LEAST)
    if _is_slave_of(one.signs) and _is_slave_of(other.signs):
        # What tells Abd al-Rahman from Abd al-Rahim is not what they begin with.
        heavy = max(heavy - _ABD, _LEAST)
    far = _cost(one.signs, other.signs, one.vowels, other.vowels) / heavy
    return min(1.0, far + _of_another_sex(one.signs, other.signs))


def trace(left: Spelt, right: Spelt) -> tuple[tuple[str, str], ...]:
    """What of the one word stands for what of the other, in order; empty letters: nothing does."""
    gone, come = _drops(left.signs, right.vowels), _drops(right.signs, left.vowels)
    rows = _rows(left.signs, right.signs, gone, come)
    found: list[tuple[str, str]] = []
    i, j = len(left.signs), len(right.signs)
    while i or j:
        here = rows[i][j]
        turned = turn(left.signs[i - 1], right.signs[j - 1]) if i and j else 0.0
        if i and j and abs(rows[i - 1][j - 1] + turned - here) < _EXACT:
            i, j = i - 1, j - 1
            found.append((left.letters[i], right.letters[j]))
        elif i and abs(rows[i - 1][j] + gone[i - 1] - here) < _EXACT:
            i -= 1
            found.append((left.letters[i], ""))
        elif j and abs(rows[i][j - 1] + come[j - 1] - here) < _EXACT:
            j -= 1
            found.append(("", right.letters[j]))
        else:
            i, j = i - 2, j - 2
            found.append((left.letters[i] + left.letters[i + 1], right.letters[j] + right.letters[j + 1]))
    return tuple(reversed(found))


_EXACT: Final = 1e-9
