"""Places compared: across scripts and spellings, and over the names a place has had.

A place is weak evidence. Two that differ say nothing, for people are born in one and live in another.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from rogatory.casefile.parties import Told
from rogatory.linkage.date_words import folded
from rogatory.linkage.evidence import Evidence, Family
from rogatory.names.compare import compare
from rogatory.states.naming import states_named
from rogatory.states.tables import state_name

SAME_PLACE = 3.0
"""Bits of one place: of two records of one person six in ten tell the same one, of two people of one state one in
fourteen, as a large city holds so many."""
SAME_STATE = 0.5
"""Bits of one state named among the places, and nothing nearer."""
MOST_PLACES, MOST_PARTS = 6, 5
"""Places of one side that are looked at, and parts of a place between commas."""
LONGEST = 200
"""Characters of a place that are read."""

_ALIKE = 0.85
"""From this likeness on two names of places are one name written in two ways."""
_READ_ALIKE = 0.99
_SHORT = 4
"""Letters below which a name must read exactly alike."""
_KIND = re.compile(
    r"(?<!\w)(?:г|гор|город|города|қаласы|к|қ|м|місто|с|село|пос|поселок|аул|ауыл|ауылы|д|деревня|обл|область|области"
    r"|облысы|облыс|р-н|район|ауданы|вилоят|вилояти|viloyati|city|city of|town|village|region|province|district|oblast"
    r"|oblysy|county|prefecture|ville|ville de|commune|stad|gemeente|stadt|il|ili|ilcesi|sehri|sehir|st|ste"
    r"|born in|resident of|residing in)(?!\w)\.?"
)
_HAN_KIND = re.compile(r"(?<=\w\w)(?:市|县|縣|省|区|區|自治区|自治區)$")
_EDGES = re.compile(r"[,;/()|\n]| - ")


def compare_places(left: tuple[str, ...], right: tuple[str, ...]) -> Evidence | None:
    """What places of birth or residence of two persons say for their being one.

    Args:
        left: Places of the one, in words: `Almaty, Kazakhstan`.
        right: Places of the other.

    Returns:
        The evidence, with the two places that agree best; of 0 bits where none do. None: one side says nothing.

    >>> compare_places(("Целиноград",), ("Nur-Sultan, Kazakhstan",)).says
    'the same place, which has had both names: Nur-Sultan and Целиноград'
    """
    ours, theirs = ([place for place in side[:MOST_PLACES] if _parts(place)] for side in (left, right))
    if not ours or not theirs:
        return None
    found = [(*_alike(one, other), one, other) for one, other in product(ours, theirs)]
    bits, says, one, other = max(found, key=lambda pair: (pair[0], pair[1]))
    return Evidence(Family.PLACE, bits, Told(one), Told(other), says)


@lru_cache(maxsize=1 << 14)
def _parts(place: str) -> tuple[tuple[str, str], ...]:
    """The parts of a place between commas, each folded and without its kind, with the words as written."""
    parts = []
    for part in _EDGES.split(place[:LONGEST])[:MOST_PARTS]:
        bare = " ".join(_HAN_KIND.sub("", _KIND.sub(" ", folded(part))).strip(" .").split())
        if any(char.isalpha() for char in bare):
            parts.append((bare, part.strip()))
    return tuple(parts)


def _alike(one: str, other: str) -> tuple[float, str]:
    """Bits of two places, and what they have in common."""
    pairs = list(product(_parts(one), _parts(other)))
    known = max((_known(*pair) for pair in pairs), default=NOTHING)
    if known[0] == SAME_PLACE:
        return known
    return max(known, *(_written(*pair) for pair in pairs))


NOTHING = (0.0, "different places; both may be true, and it counts neither way")
"""What two places say that have nothing in common."""
_Part = tuple[str, str]
"""Part of a place, folded, and as written."""


def _known(left: _Part, right: _Part) -> tuple[float, str]:
    """Bits of two parts that are one word, or two names of one place."""
    state, other = _states().get(left[0]), _states().get(right[0])
    if state or other:
        return (SAME_STATE, f"both name {state_name(state)}") if state and state == other else NOTHING
    if left[0] == right[0]:
        return SAME_PLACE, f"both name {min(left[1], right[1])}"
    if _renamed().get(left[0], left[0]) == _renamed().get(right[0], right[0]):
        return SAME_PLACE, f"the same place, which has had both names: {_both(left, right)}"
    return NOTHING


def _written(left: _Part, right: _Part) -> tuple[float, str]:
    """Bits of two parts that can be read alike; those the table knows as two places are two."""
    table = _renamed()
    if {left[0], right[0]} & _states().keys() or (left[0] in table and right[0] in table):
        return NOTHING
    enough = _ALIKE if min(len(left[0]), len(right[0])) >= _SHORT else _READ_ALIKE
    if _likeness(*sorted((left[0], right[0]))) < enough:
        return NOTHING
    return SAME_PLACE, f"the same place, written in two ways: {_both(left, right)}"


@lru_cache(maxsize=1 << 14)
def _likeness(left: str, right: str) -> float:
    return compare(left, right).score


def _both(left: _Part, right: _Part) -> str:
    return " and ".join(sorted((left[1], right[1])))


@cache
def _renamed() -> dict[str, str]:
    """For each name a place has had, folded, the first of its line in the table."""
    text = files("rogatory.linkage").joinpath("data", "places.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        names = [] if line.startswith("#") else [folded(name) for name in line.split("|")]
        found |= dict.fromkeys(names, names[0] if names else "")
    return found


@cache
def _states() -> dict[str, str]:
    """Codes of states by their names in the languages of the pages, folded."""
    return {folded(name): code for language in ("en", "fr", "nl") for code, name in states_named(language)}
