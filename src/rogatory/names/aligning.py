"""The words of two names laid beside each other: each at most once, nearest first, joined where that helps."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rogatory.names.likeness import How
from rogatory.names.parts import Name, Role, Word
from rogatory.names.reading_words import far, forms
from rogatory.names.sounds import turn

_LOST: Final = 0.5
"""Distance from which two words have nothing to do with each other."""
_STRONG: Final = 0.3
_CONTRADICTED: Final = 0.8
_JOINED: Final = 0.5
_SPELLED: Final = 0.24
_INITIAL: Final = 0.2
_SHORTENED: Final = 0.45
_SHORTEST: Final = 3
_FIRST_ALIKE: Final = 0.3
_WHOLE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Beside:
    """Two words beside each other.

    Attributes:
        left: The word of the left name; None where only the right one has it.
        right: The word of the right name; None where only the left one has it.
        loss: What it costs, from 0 (read alike) to 1 (nothing in common); 0 where one is missing.
        how: How they stand to each other.
        places: Where they stand in their names; -1 where missing.
    """

    left: Word | None
    right: Word | None
    loss: float
    how: How
    places: tuple[int, int]


@lru_cache(maxsize=262144)
def loss(left: str, right: str) -> tuple[float, How]:
    """What it costs to take two words for one, from 0 to 1, and how they stand to each other."""
    if left == right:
        return 0.0, How.SAME
    if (len(left) == 1) != (len(right) == 1):
        return (_INITIAL, How.INITIAL) if _starts_alike(left, right) else (1.0, How.CONTRADICTED)
    cost = min(1.0, far(left, right) / _LOST)
    if cost > _SHORTENED:
        short, long = sorted((left, right), key=len)
        if _SHORTEST <= len(short) < len(long) - 1 and long.startswith(short):
            return _SHORTENED, How.SHORTENED
    return cost, How.SPELLED if cost < _SPELLED else How.NEAR if cost < _CONTRADICTED else How.CONTRADICTED


def _starts_alike(left: str, right: str) -> bool:
    """Whether two words begin with the same sound."""
    one, other = forms(left)[0].signs, forms(right)[0].signs
    return bool(one and other) and turn(one[0], other[0]) < _FIRST_ALIKE


def align(left: Name, right: Name) -> list[Beside]:
    """The words of two names beside each other, in no order."""
    ours, theirs = _bearing(left), _bearing(right)
    free, open_ = list(range(len(ours))), list(range(len(theirs)))
    found: list[Beside] = []
    cells = sorted(
        (loss(word.text, other.text)[0], i, j) for i, word in enumerate(ours) for j, other in enumerate(theirs)
    )
    _take(cells, _STRONG, (ours, theirs), (free, open_), found)
    if free and open_:
        _join(ours, theirs, free, open_, found, mirrored=False)
        _join(theirs, ours, open_, free, found, mirrored=True)
    _take(cells, _CONTRADICTED, (ours, theirs), (free, open_), found)
    if free and open_ and len(free) != len(open_) and not found:
        whole = far("".join(word.text for word in ours), "".join(word.text for word in theirs))
        if whole < _WHOLE:
            joined = [
                Word(" ".join(w.raw for w in words), "".join(w.text for w in words), Role.NAME)
                for words in (ours, theirs)
            ]
            return [Beside(joined[0], joined[1], whole / _LOST, How.SPELLED, (0, 0))]
    names = [k for k in free if ours[k].role is not Role.TITLE], [k for k in open_ if theirs[k].role is not Role.TITLE]
    _take(
        [cell for cell in cells if cell[1] in names[0] and cell[2] in names[1]],
        2.0,
        (ours, theirs),
        (free, open_),
        found,
    )
    found += [Beside(ours[i], None, 0.0, How.OMITTED, (i, -1)) for i in free]
    found += [Beside(None, theirs[j], 0.0, How.OMITTED, (-1, j)) for j in open_]
    return found


def _bearing(name: Name) -> list[Word]:
    """The words that bear the name: all but particles, unless there is nothing else."""
    return [word for word in name.words if word.role is not Role.PARTICLE] or list(name.words)


def _take(
    cells: list[tuple[float, int, int]],
    below: float,
    words: tuple[list[Word], list[Word]],
    free: tuple[list[int], list[int]],
    found: list[Beside],
) -> None:
    """Lay beside each other what is still free and costs less than `below`, nearest first."""
    for cost, i, j in cells:
        if cost >= below:
            return
        if i in free[0] and j in free[1]:
            free[0].remove(i)
            free[1].remove(j)
            left, right = words[0][i], words[1][j]
            found.append(Beside(left, right, cost, loss(left.text, right.text)[1], (i, j)))


def _join(
    many: list[Word], few: list[Word], free: list[int], open_: list[int], found: list[Beside], *, mirrored: bool
) -> None:
    """Lay two words that follow each other beside one word, where together they are near it."""
    for i in free[:-1]:
        if i not in free or i + 1 not in free or not open_:
            continue
        both = Word(f"{many[i].raw} {many[i + 1].raw}", many[i].text + many[i + 1].text, many[i].role)
        cost, j = min((loss(both.text, few[j].text)[0], j) for j in open_)
        apart = min(loss(many[k].text, few[j].text)[0] for k in (i, i + 1))
        if cost < min(_JOINED, apart):
            free.remove(i)
            free.remove(i + 1)
            open_.remove(j)
            pair = (few[j], both) if mirrored else (both, few[j])
            found.append(Beside(*pair, cost, loss(both.text, few[j].text)[1], (j, i) if mirrored else (i, j)))
