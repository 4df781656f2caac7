"""What two names whose words stand beside each other are worth together: from 0 to 1.

Omission is not contradiction: a word only one of the names has costs little. A word that both have and that differs
costs much, however long the rest is; so brothers and sisters, who share every other word, are told apart.
"""

from typing import Final

from rogatory.names.aligning import Beside
from rogatory.names.common import are_one, is_common
from rogatory.names.parts import Role, Word

AGREES: Final = 0.8
"""Two words that cost less than this agree."""
_WORST: Final = 0.55
"""Share of the worst word in the loss; the rest is the mean of all."""
_BESIDES: Final = 0.75
"""What is left of a contradiction where a given name and a family name agree beside it: a second family name, say."""
_COMMON: Final = 0.6
"""What agreement in a common name weighs beside agreement in another."""
_CROSSED: Final = 0.6
"""The same of a word that is the family name in one name and a given name in the other, where nothing else agrees."""
_SIBLINGS: Final = 0.5
"""Least mean loss where given names contradict each other and none agrees: as in a name of two words."""
_OMITTED: Final = 0.18
_FIRST_OMITTED: Final = 1.2
"""Where fathers' names follow one's own, who lacks the first word may be the father. Muhammad comes and goes."""
_COMES_AND_GOES: Final = "muhammad"
_FATHERS: Final = 0.8
"""What is left of a contradiction inside a long name, where it is over a grandfather's name; as for a patronymic."""
_FOURTH: Final = 3
_AFTER_A_CHILD: Final = 0.8
"""What is left of a contradiction between a name and a kunya, *father of*, which stands in the place of any."""
_SURE: Final = 0.2


def weigh(beside: list[Beside]) -> float:
    """The score of two names whose words stand beside each other."""
    lost = weights = worst = missing = 0.0
    given = family = sibling = False
    ends = max(pair.places[0] for pair in beside), max(pair.places[1] for pair in beside)
    fathers = sum(min(pair.places) >= 0 for pair in beside) > 1
    alone = sum(min(pair.places) >= 0 and pair.loss < AGREES for pair in beside) == 1
    for pair in beside:
        left, right = pair.left, pair.right
        if left is None or right is None:
            missing += _missing(pair, fathers)
            continue
        agrees = pair.loss < AGREES
        heavy = (left.size + right.size) / 2 * (_of_agreement(left, right, alone) if agrees else 1)
        lost += heavy * pair.loss
        weights += heavy
        told = min(left.weight, right.weight) * (_AFTER_A_CHILD if left.is_kunya != right.is_kunya else 1)
        worst = max(worst, pair.loss * (told * _FATHERS if _is_inner(pair, ends) else told))
        if agrees:
            given = given or (left.role is right.role is Role.GIVEN and min(len(left.text), len(right.text)) > 1)
            family = family or left.role is right.role is Role.FAMILY
        else:
            sibling = sibling or left.role is right.role is Role.GIVEN
    if not weights:
        return 0.0
    if given and family:
        worst *= _BESIDES
    mean = lost / weights
    if sibling and not given:
        # However many words a family name has, it tells brothers and sisters no better apart.
        mean = max(mean, _SIBLINGS)
    score = 1 - _WORST * worst - (1 - _WORST) * mean
    # Beside all that was compared, not beside what agrees alone: a contradiction makes an omission no graver.
    return max(0.0, score * (1 - missing / (missing + weights + _SURE)))


def _of_agreement(left: Word, right: Word, alone: bool) -> float:
    """What agreement in a word weighs beside other agreement; `alone`: nothing else agrees."""
    weight = _COMMON if is_common(left.text) and is_common(right.text) else 1.0
    return weight * _CROSSED if alone and {left.role, right.role} == {Role.GIVEN, Role.FAMILY} else weight


def _is_inner(pair: Beside, ends: tuple[int, int]) -> bool:
    """Whether the words stand inside names of four words or more, where fathers' and grandfathers' names stand."""
    return min(ends) >= _FOURTH and all(0 < place < end for place, end in zip(pair.places, ends, strict=True))


def _missing(pair: Beside, fathers: bool) -> float:
    """What a word costs that only one of the names has; more words beside it may be fathers' names."""
    word = pair.left or pair.right
    if word is None:
        return 0.0
    comes_and_goes = are_one(word.text, _COMES_AND_GOES) if fathers else is_common(word.text)
    first = max(pair.places) == 0 and word.role is Role.NAME and not comes_and_goes
    return (_FIRST_OMITTED if first else _OMITTED) * word.weight
