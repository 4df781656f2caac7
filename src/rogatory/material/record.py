"""What was answered of seized items, by whom and in which order; nothing of it is ever changed or taken away."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rogatory.law.acts import Role
from rogatory.material.questions import ASKED, Asked, Given, Kin, against, counting


class AnswerError(ValueError):
    """An answer that cannot be taken; the message says what is wanted."""


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody has looked at an item that no machine read, or not wholly.

    Attributes:
        item: The item.
        by: Account of whoever looked.
        role: Role in which they looked.
        saw: What it is, in words.
        on: Day.
    """

    item: str
    by: str
    role: Role
    saw: str
    on: date


@dataclass
class Record:
    """Every answer that was ever given, in order. Only grows.

    Attributes:
        given: The answers; the number of one is its place, from 1.
        looks: Who looked at what no machine could read.
    """

    given: list[Given] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    _standing: dict[tuple[str, Asked], int] = field(default_factory=dict)
    _second: dict[tuple[str, Asked], int] = field(default_factory=dict)
    _looked: dict[str, Look] = field(default_factory=dict)

    def standing(self, item: str, asked: Asked) -> Given | None:
        """The answer that counts; None: it is not known, or two persons have answered otherwise."""
        number = self._standing.get((item, asked))
        if not number:
            return None
        second = self._second.get((item, asked))
        return counting(self.given[number - 1], self.given[second - 1]) if second else self.given[number - 1]

    def number(self, item: str, asked: Asked) -> int:
        """The number of the answer that stands, of two the first; 0: none does."""
        return self._standing.get((item, asked), 0)

    def numbers(self, item: str, asked: Asked) -> tuple[int, ...]:
        """The numbers of all answers that stand: none, one, or that of the second look too."""
        key = (item, asked)
        return tuple(of[key] for of in (self._standing, self._second) if key in of)

    def differs(self, item: str, asked: Asked) -> bool:
        """Whether two persons have answered otherwise, and nobody has settled it."""
        return (item, asked) in self._second and self.standing(item, asked) is None

    def differing(self) -> Iterator[tuple[str, Asked]]:
        """Items and questions of which that is so."""
        return (key for key in self._second if self.standing(*key) is None)

    def history(self, item: str, asked: Asked) -> Iterator[tuple[int, Given]]:
        """Every answer of an item to a question with its number, in order."""
        for number, answer in enumerate(self.given, 1):
            if answer.asked is asked and item in answer.items:
                yield number, answer

    def answer(self, told: Given, kin: Kin) -> int:
        """Take an answer.

        Args:
            told: The answer.
            kin: Which items may be answered together.

        Returns:
            Its number.

        Raises:
            AnswerError: It cannot be taken; nothing is.
        """
        stands = {
            item: tuple((number, self.given[number - 1]) for number in self.numbers(item, told.asked))
            for item in told.items
        }
        if problem := against(told, kin, stands):
            raise AnswerError(f"{told.asked.value} of {told.items[0][:12] if told.items else 'no item'}: {problem}")
        return self.enter(told)

    def enter(self, told: Given) -> int:
        """Take an answer that was found to be one before, as one that stands in a journal; its number."""
        self.given.append(told)
        number, alone = len(self.given), told.items
        if told.second:
            alone = tuple(item for item in told.items if item not in told.second)
            self._second |= dict.fromkeys(((item, told.asked) for item in told.second), number)
        self._standing |= dict.fromkeys(((item, told.asked) for item in alone), number)
        if self._second:
            for item in alone:
                self._second.pop((item, told.asked), None)
        return number

    def look(self, told: Look) -> None:
        """Take that somebody has looked at what no machine could read.

        Raises:
            AnswerError: Nobody is named, nothing is said of what was seen, or the role answers none of the questions.
        """
        if not told.by.strip() or not told.saw.strip():
            raise AnswerError("whoever looks is named, and says what it is that was seen")
        if not any(told.role in ask.by for ask in ASKED.values()):
            raise AnswerError(f"the {told.role.value} looks at nothing that is not cleared")
        self.enter_look(told)

    def enter_look(self, told: Look) -> None:
        """Take a look that was found to be one before."""
        self.looks.append(told)
        self._looked[told.item] = told

    def looked(self, item: str) -> Look | None:
        """The last look somebody took at an item; None: nobody has."""
        return self._looked.get(item)


def left_of(record: Record, items: Collection[str]) -> Mapping[Asked, int]:
    """For each question how many of `items` are still without an answer."""
    return {asked: sum(1 for item in items if not record.number(item, asked)) for asked in Asked}
