"""The words of two names laid beside each other: each at most once, nearest first, joined where that helps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rogatory.names.likeness import How
from rogatory.names.nearness import distance
from rogatory.names.parts import Name, Role, Word, father_in
from rogatory.names.reading_words import far, forms
from rogatory.names.sounds import turn
from rogatory.names.spelling import Spelt, spell
from rogatory.names.text import script_of

_LOST: Final = 0.5
"""Distance from which two words have nothing to do with each other."""
_STRONG: Final = 0.3
_CONTRADICTED: Final = 0.8
_JOINED: Final = 0.5
_SPELLED: Final = 0.24
_INITIAL: Final = 0.2
_SHORTENED: Final = 0.45
_STRIPPED, _BEGUN = 0.65, 0.72
"""What it costs that a word is the short form of another, or begins like one in another script: below the bar alone."""
_SHORTEST: Final = 3
_SHORT_FORM: Final = 0.15
"""Distance up to which a word is the short form of a longer one: Samad of Abdul Samad, Naseer of Nasiruddin."""
_SLAVE_OF: Final = re.compile(r"(?:abd|gh?[ou]lam|абд|гулям|гулам|عبد|غلام)")
_ARTICLE: Final = re.compile(r"(?:ال|[aeiouаеуэ]?[lrsnzdtлрснздт]ь?|[aeiouаеуэ])")
_OF_GOD: Final = re.compile(r"(?:[aeou]?[ld]?(?:deen|dine?|lah)|у?(?:ддин|лла)|الدين|الدین|الله)$")
_FIRST_ALIKE: Final = 0.3
_ENOUGH: Final = 2
"""Words that agree from which an initial beside them tells nothing."""
_WHOLE: Final = 0.1
_ANOTHER_PART: Final = 1.0
"""What it adds that a word is a father's name on one side only: Salman bin Muhammad is not Muhammad bin Salman."""
_ANY: Final = 9.0


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
        if _SHORTEST <= len(short) < len(long) - 1:
            if long.startswith(short):
                return _SHORTENED, How.SHORTENED
            if cost > _STRIPPED and _is_short_form(short, long):
                return _STRIPPED, How.SHORTENED
            if cost > _BEGUN and _is_beginning(short, long):
                return _BEGUN, How.SHORTENED
    return cost, How.SPELLED if cost < _SPELLED else How.NEAR if cost < _CONTRADICTED else How.CONTRADICTED


def _is_short_form(short: str, long: str) -> bool:
    """Whether a word is what is left of another without *slave of*, *of the religion* or *of God*."""
    stems = [_OF_GOD.sub("", long)]
    if start := _SLAVE_OF.match(long):
        after = long[start.end() :]
        article = _ARTICLE.match(after)
        stems += [after, after[article.end() :] if article else after]
    return any(len(stem) >= _SHORTEST and stem != long and far(short, stem) < _SHORT_FORM for stem in stems)


def _is_beginning(short: str, long: str) -> bool:
    """Whether a word is the beginning of one in another script."""
    heard, whole = spell(short), spell(long)
    if script_of(short[:1]) == script_of(long[:1]) or not _SHORTEST <= len(heard.signs) < len(whole.signs) - 1:
        return False
    start = Spelt(whole.letters[: len(heard.signs)], whole.signs[: len(heard.signs)], whole.vowels)
    return distance(heard, start) < _SHORT_FORM


def _starts_alike(left: str, right: str) -> bool:
    """Whether two words begin with the same sound."""
    one, other = forms(left)[0].signs, forms(right)[0].signs
    return bool(one and other) and turn(one[0], other[0]) < _FIRST_ALIKE


def align(left: Name, right: Name) -> list[Beside]:
    """The words of two names beside each other, in no order."""
    laying = _Laying(left, right)
    laying.take(_STRONG)
    laying.join()
    laying.take(_CONTRADICTED)
    return laying.as_a_whole() or laying.rest()


class _Laying:
    """Two names whose words are being laid beside each other."""

    def __init__(self, left: Name, right: Name) -> None:
        """Begin with every word free."""
        self.ours, self.theirs = _bearing(left), _bearing(right)
        self.free, self.open = list(range(len(self.ours))), list(range(len(self.theirs)))
        self.found: list[Beside] = []
        fathers = all(any(word.role is Role.PATRONYMIC for word in words) for words in (self.ours, self.theirs))
        own, theirs = _own(self.ours), _own(self.theirs)
        self.cells = sorted(
            (_cell(word, other, fathers=fathers or _is_child_of(word, other, i == own, j == theirs)), i, j)
            for i, word in enumerate(self.ours)
            for j, other in enumerate(self.theirs)
        )

    def take(self, below: float) -> None:
        """Lay beside each other what is still free and costs less than `below`, nearest first."""
        for cost, i, j in self.cells:
            if cost >= below:
                return
            if i in self.free and j in self.open:
                self.free.remove(i)
                self.open.remove(j)
                left, right = self.ours[i], self.theirs[j]
                how = loss(left.text, right.text)[1] if cost < _CONTRADICTED else How.CONTRADICTED
                self.found.append(Beside(left, right, min(1.0, cost), how, (i, j)))

    def join(self) -> None:
        """Lay two words that follow each other beside one word, where together they are near it."""
        if self.free and self.open:
            for i, j, both, cost in _joins(self.ours, self.theirs, self.free, self.open):
                how = loss(both.text, self.theirs[j].text)[1]
                self.found.append(Beside(both, self.theirs[j], cost, how, (i, j)))
            for j, i, both, cost in _joins(self.theirs, self.ours, self.open, self.free):
                how = loss(self.ours[i].text, both.text)[1]
                self.found.append(Beside(self.ours[i], both, cost, how, (i, j)))

    def as_a_whole(self) -> list[Beside]:
        """The names as one word each, where that is near and nothing else was found; else empty."""
        if self.found or len(self.ours) == len(self.theirs):
            return []
        left, right = (_joined(words) for words in (self.ours, self.theirs))
        whole = far(left.text, right.text)
        return [Beside(left, right, whole / _LOST, How.SPELLED, (0, 0))] if whole < _WHOLE else []

    def rest(self) -> list[Beside]:
        """All that was found, with what is left: as contradicted where both have a word, else as omitted."""
        alone = self._aside(self.ours, self.free, self.theirs)
        aside = self._aside(self.theirs, self.open, self.ours)
        self.free = [i for i in self.free if i not in alone]
        self.open = [j for j in self.open if j not in aside]
        self.take(_ANY)
        self.found += [Beside(self.ours[i], None, 0.0, How.OMITTED, (i, -1)) for i in (*self.free, *alone)]
        self.found += [Beside(None, self.theirs[j], 0.0, How.OMITTED, (-1, j)) for j in (*self.open, *aside)]
        return self.found

    def _aside(self, words: list[Word], free: list[int], others: list[Word]) -> list[int]:
        """Of the words that are left those that contradict none: titles, a word said twice, and a further initial."""
        whole = sum(pair.how is not How.INITIAL for pair in self.found) >= _ENOUGH
        return [
            at
            for at in free
            if words[at].role is Role.TITLE
            or (whole and len(words[at].text) == 1 and all(len(word.text) > 1 for word in others))
            or any(
                len(words[at].text) > 1
                and beside not in free
                and loss(words[at].text, words[beside].text)[0] < _SPELLED
                for beside in (at - 1, at + 1)
                if 0 <= beside < len(words)
            )
        ]


def _bearing(name: Name) -> list[Word]:
    """The words that bear the name: all but particles, unless there is nothing else."""
    return [word for word in name.words if word.role is not Role.PARTICLE] or list(name.words)


def _cell(word: Word, other: Word, *, fathers: bool) -> float:
    """What it costs to lay two words beside each other; more where one is a father's name, and the other is none."""
    cost = loss(word.text, other.text)[0]
    if fathers and (word.role is Role.PATRONYMIC) != (other.role is Role.PATRONYMIC):
        return cost + _ANOTHER_PART
    return cost


def _own(words: list[Word]) -> int:
    """Where somebody's own name stands: the first given name, or the first word where none is known to be one."""
    return next((at for at, word in enumerate(words) if word.role is Role.GIVEN), 0)


def _is_child_of(word: Word, other: Word, is_own: bool, others_own: bool) -> bool:
    """Whether one is somebody's own name and the other a father's name made of it: Arkady is not Igor Arkadyevich."""
    return (is_own and _is_made_of(other, word)) or (others_own and _is_made_of(word, other))


def _is_made_of(patronymic: Word, name: Word) -> bool:
    """Whether a word is a father's name with an ending of patronymics, and the other that father's name."""
    father = father_in(patronymic.text) if patronymic.role is Role.PATRONYMIC else ""
    return bool(father) and far(name.text, father) < _SHORT_FORM


def _joined(words: list[Word]) -> Word:
    """Words as one."""
    return Word(" ".join(word.raw for word in words), "".join(word.text for word in words), Role.NAME)


def _joins(
    many: list[Word], few: list[Word], free: list[int], open_: list[int]
) -> Iterator[tuple[int, int, Word, float]]:
    """Two words of the one name that follow each other, the word of the other they are near together, and the cost."""
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
            yield i, j, both, cost
