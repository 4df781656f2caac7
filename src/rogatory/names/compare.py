"""Whether two names can be one person's, and why."""

from collections.abc import Callable
from typing import Final

from rogatory.names import across
from rogatory.names.aligning import Beside, align
from rogatory.names.likeness import BAR, How, Likeness, Pair
from rogatory.names.parts import Name, Role, parse
from rogatory.names.skeleton import word_skeleton
from rogatory.names.spelling import spell
from rogatory.names.syllabic import Alignment
from rogatory.names.weighing import AGREES, weigh

Rarity = Callable[[str], float]
"""How many bits agreement in a word carries, by its skeleton (`skeleton.word_skeleton`): log2 of one over its share."""

_AGAINST: Final = 12.0
"""Bits against, where two names have nothing in common."""
_BITS_A_SIGN: Final = 1.6
_MOST_BITS: Final = 11.0
"""Bits of a word of which no register says anything: by its length, as long names are rarer than short ones."""
_BITS_A_NAME: Final = 7.0
_ALIKE: Final = 0.5
_READ_ALIKE: Final = 0.85


def compare(left: str, right: str, rarity: Rarity | None = None) -> Likeness:
    """Compare two names, each in any script, order and spelling.

    The score does not depend on which is left. Two empty names, or an empty one and another, have nothing in common.

    Args:
        left: One name, raw.
        right: Another name, raw.
        rarity: How many bits agreement in a word carries in the register that is searched; None: by its length.
    """
    one, other = parse(left), parse(right)
    notes = one.notes + tuple(note for note in other.notes if note not in one.notes)
    if not one.words or not other.words:
        return Likeness(left, right, 0.0, notes=notes)
    # Ties are broken by order, so the order does not depend on which name is left.
    turned = left > right
    first, second = (other, one) if turned else (one, other)
    if (syllables := across.beside(first, second)) is not None:
        return Likeness(left, right, syllables.likeness, _of_syllables(first, syllables, rarity, turned), notes=notes)
    beside = align(first, second)
    score = weigh(beside)
    here, there = (1, 0) if turned else (0, 1)
    beside.sort(key=lambda pair: (pair.places[here] < 0, pair.places[here], pair.places[there]))
    order = [pair.places[there] for pair in beside if min(pair.places) >= 0]
    pairs = tuple(_pair(pair, rarity, turned) for pair in beside)
    return Likeness(left, right, score, pairs, swapped=order != sorted(order), notes=notes)


def bits(likeness: Likeness) -> float:
    """How much likelier such names are if they are one person's than if not, as a logarithm to the base two.

    Nought at the bar; above it up to what the words that agree carry, which grows with their rarity; below it down to
    twelve against.
    """
    if likeness.score < BAR:
        return _AGAINST * (likeness.score / BAR - 1)
    return (likeness.score - BAR) / (1 - BAR) * sum(pair.rare for pair in likeness.pairs)


def _pair(pair: Beside, rarity: Rarity | None, turned: bool) -> Pair:
    """The pair as it is shown."""
    left, right = (pair.right, pair.left) if turned else (pair.left, pair.right)
    if left is None or right is None:
        only = left or right
        return Pair(left.raw if left else "", right.raw if right else "", How.OMITTED, only.role if only else Role.NAME)
    carried = 0.0
    if pair.loss < AGREES and left.role is not Role.TITLE:
        first = right.text if turned else left.text
        carried = rarity(word_skeleton(first)) if rarity else min(_MOST_BITS, _BITS_A_SIGN * len(spell(first).signs))
    how = pair.how
    if how is How.SAME and left.raw.lower() != right.raw.lower():
        how = How.SPELLED
    part = right.role if left.role is Role.NAME else left.role
    return Pair(left.raw, right.raw, how, part, pair.loss, max(0.0, carried), left.text, right.text)


def _of_syllables(first: Name, found: Alignment, rarity: Rarity | None, turned: bool) -> tuple[Pair, ...]:
    """The pairs of names that are laid beside each other syllable by syllable."""
    carried = sum(rarity(word_skeleton(word.text)) if rarity else _BITS_A_NAME for word in first.words)
    agreed = sum(pair.alike >= _ALIKE for pair in found.pairs) or 1
    pairs = []
    for pair in found.pairs:
        left, right = (pair.latin, pair.native) if turned else (pair.native, pair.latin)
        how = _how(pair.alike, left, right)
        rare = carried / agreed if pair.alike >= _ALIKE and left and right else 0.0
        pairs.append(Pair(left, right, how, Role.NAME, 1 - pair.alike, rare, rules=pair.scheme))
    return tuple(sorted(pairs, key=lambda pair: not pair.left))


def _how(alike: float, left: str, right: str) -> How:
    """How a syllable stands to another."""
    if not left or not right:
        return How.OMITTED
    if left == right:
        return How.SAME
    if alike < _ALIKE:
        return How.CONTRADICTED
    return How.SPELLED if alike > _READ_ALIKE else How.NEAR
