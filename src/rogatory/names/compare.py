"""Whether two names can be one person's, and why.

Omission is not contradiction: a word only one of the names has costs little. A word that both have and that differs
costs much, however long the rest is; so brothers and sisters, who share every other word, are told apart.
"""

from collections.abc import Callable
from typing import Final

from rogatory.names import across
from rogatory.names.aligning import Beside, align
from rogatory.names.common import is_common
from rogatory.names.likeness import BAR, How, Likeness, Pair
from rogatory.names.parts import Name, Role, parse
from rogatory.names.skeleton import word_skeleton
from rogatory.names.spelling import spell
from rogatory.names.syllabic import Alignment

Rarity = Callable[[str], float]
"""How many bits agreement in a word carries, by its skeleton (`skeleton.word_skeleton`): log2 of one over its share."""

_WORST: Final = 0.55
"""Share of the worst word in the loss; the rest is the mean of all."""
_WHOLE_NAME: Final = frozenset({Role.GIVEN, Role.FAMILY})
_BESIDES: Final = 0.75
"""What is left of a contradiction where a given name and a family name agree beside it: a second family name, say."""
_SHOWN: Final = {role: role.value for role in Role}
_COMMON: Final = 0.6
"""What agreement in a common name weighs beside agreement in another."""
_OMITTED: Final = 0.18
_FIRST_OMITTED: Final = 0.7
"""Where fathers' names follow one's own, who lacks the first word may be the father. Muhammad comes and goes."""
_FATHERS: Final = 0.8
"""What is left of a contradiction inside a long name, where it is over a grandfather's name; as for a patronymic."""
_FOURTH: Final = 3
_AGREES: Final = 0.8
_SURE: Final = 0.2
_AGAINST: Final = 12.0
"""Bits against, where two names have nothing in common."""
_BITS_A_SIGN: Final = 1.6
_BITS_A_NAME: Final = 7.0
_ALIKE: Final = 0.5
_READ_ALIKE: Final = 0.85
_MOST_BITS: Final = 11.0
"""Bits of a word of which no register says anything: by its length, as long names are rarer than short ones."""


def compare(left: str, right: str, rarity: Rarity | None = None) -> Likeness:
    """Compare two names, each in any script, order and spelling.

    The score does not depend on which is left. Two empty names, or an empty one and another, have nothing in common.

    Args:
        left: One name, raw.
        right: Another name, raw.
        rarity: How many bits agreement in a word carries in the register that is searched; None: by its length.
    """
    if left > right:
        return _mirrored(compare(right, left, rarity))
    one, other = parse(left), parse(right)
    notes = tuple(dict.fromkeys((*one.notes, *other.notes)))
    if not one.words or not other.words:
        return Likeness(left, right, 0.0, notes=notes)
    if (syllables := across.beside(one, other)) is not None:
        return _of_syllables(one, other, syllables, rarity)
    beside = align(one, other)
    agreed = [pair for pair in beside if pair.left and pair.right]
    order = [pair.places[1] for pair in sorted(agreed, key=lambda pair: pair.places)]
    return Likeness(
        left,
        right,
        _score(beside),
        tuple(_pair(pair, rarity) for pair in sorted(beside, key=_by_place)),
        swapped=order != sorted(order),
        notes=notes,
    )


def bits(likeness: Likeness) -> float:
    """How much likelier such names are if they are one person's than if not, as a logarithm to the base two.

    Nought at the bar; above it up to what the words that agree carry, which grows with their rarity; below it down to
    twelve against.
    """
    if likeness.score < BAR:
        return _AGAINST * (likeness.score / BAR - 1)
    return (likeness.score - BAR) / (1 - BAR) * sum(pair.rare for pair in likeness.pairs)


def _by_place(pair: Beside) -> tuple[bool, int, int]:
    """In the order of the left name; what only the right one has comes last."""
    return pair.left is None, *pair.places


def _score(beside: list[Beside]) -> float:
    """The score of two names whose words stand beside each other."""
    lost = weights = worst = agreed = missing = 0.0
    parts: set[Role] = set()
    ends = max(pair.places[0] for pair in beside), max(pair.places[1] for pair in beside)
    for pair in beside:
        if pair.left is None or pair.right is None:
            missing += _missing(pair)
            continue
        heavy = (pair.left.size + pair.right.size) / 2
        if pair.loss < _AGREES and is_common(pair.left.text) and is_common(pair.right.text):
            heavy *= _COMMON
        lost += heavy * pair.loss
        weights += heavy
        told = min(pair.left.weight, pair.right.weight)
        worst = max(worst, pair.loss * (told * _FATHERS if _is_inner(pair, ends) else told))
        if pair.loss < _AGREES:
            agreed += heavy
            parts |= {pair.left.role} & {pair.right.role}
    if not weights:
        return 0.0
    if parts >= _WHOLE_NAME:
        worst *= _BESIDES
    score = 1 - _WORST * worst - (1 - _WORST) * lost / weights
    return max(0.0, score * (1 - missing / (missing + agreed + _SURE)))


def _is_inner(pair: Beside, ends: tuple[int, int]) -> bool:
    """Whether the words stand inside names of four words or more, where fathers' and grandfathers' names stand."""
    return min(ends) >= _FOURTH and all(0 < place < end for place, end in zip(pair.places, ends, strict=True))


def _missing(pair: Beside) -> float:
    """What a word costs that only one of the names has."""
    word = pair.left or pair.right
    if word is None:
        return 0.0
    first = max(pair.places) == 0 and word.role is Role.NAME and not is_common(word.text)
    return (_FIRST_OMITTED if first else _OMITTED) * word.weight


def _pair(pair: Beside, rarity: Rarity | None) -> Pair:
    """The pair as it is shown."""
    word = pair.left or pair.right
    role = "" if word is None else _role(pair)
    if pair.left is None or pair.right is None:
        return Pair(pair.left.raw if pair.left else "", pair.right.raw if pair.right else "", How.OMITTED, role, 0.0)
    carried = 0.0
    if pair.loss < _AGREES and pair.left.role is not Role.TITLE:
        known = (
            rarity(word_skeleton(pair.left.text))
            if rarity
            else min(_MOST_BITS, _BITS_A_SIGN * len(spell(pair.left.text).signs))
        )
        carried = max(0.0, known)
    how = pair.how
    if how is How.SAME and pair.left.raw.lower() != pair.right.raw.lower():
        how = How.SPELLED
    return Pair(pair.left.raw, pair.right.raw, how, role, pair.loss, carried, pair.left.text, pair.right.text)


def _of_syllables(left: Name, right: Name, found: Alignment, rarity: Rarity | None) -> Likeness:
    """The likeness of names that are laid beside each other syllable by syllable."""
    carried = sum(rarity(word_skeleton(word.text)) if rarity else _BITS_A_NAME for word in left.words)
    agreed = sum(pair.alike >= _ALIKE for pair in found.pairs) or 1
    pairs = tuple(
        Pair(
            pair.native,
            pair.latin,
            _how(pair.alike, pair.native, pair.latin),
            Role.NAME.value,
            1 - pair.alike,
            carried / agreed if pair.alike >= _ALIKE and pair.native and pair.latin else 0.0,
            rules=pair.scheme,
        )
        for pair in found.pairs
    )
    notes = tuple(dict.fromkeys((*left.notes, *right.notes)))
    return Likeness(left.raw, right.raw, found.likeness, pairs, notes=notes)


def _how(alike: float, left: str, right: str) -> How:
    """How a syllable stands to another."""
    if not left or not right:
        return How.OMITTED
    if left == right:
        return How.SAME
    if alike < _ALIKE:
        return How.CONTRADICTED
    return How.SPELLED if alike > _READ_ALIKE else How.NEAR


def _role(pair: Beside) -> str:
    """The part of a pair: what one of the two shows, if the other does not."""
    shown = [word.role for word in (pair.left, pair.right) if word and word.role is not Role.NAME]
    return _SHOWN[shown[0] if shown else Role.NAME]


def _mirrored(likeness: Likeness) -> Likeness:
    """The same comparison seen from the other side."""
    turned = [
        Pair(
            pair.right, pair.left, pair.how, pair.role, pair.far, pair.rare, pair.right_text, pair.left_text, pair.rules
        )
        for pair in likeness.pairs
    ]
    turned.sort(key=lambda pair: not pair.left)
    return Likeness(likeness.right, likeness.left, likeness.score, tuple(turned), likeness.swapped, likeness.notes)
