"""The second look: a share of what was answered is looked at again by somebody who was not told the first answer.

Which items is settled by their names and the root of the seal: nobody chooses them, and everybody finds the same. Both
answers stand (decision 0036 of this system; policy). How often they agree tells how far one may rely on the answers
nobody has looked at again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from rogatory.material.questions import Asked, counting
from rogatory.material.ranking.recall import Share, share
from rogatory.material.record import Record

ONE_IN = 10
"""Of so many items one is looked at again."""


@dataclass(frozen=True, slots=True)
class Twice:
    """That two persons have answered a question of an item, the second without the first answer.

    Attributes:
        item: The item.
        asked: The question.
        agree: Whether both answered the same.
        settled: Number of the answer by which a third person settled it; 0: nobody has, or nothing was to be settled.
    """

    item: str
    asked: Asked
    agree: bool
    settled: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two persons answered a question the same.

    Attributes:
        asked: The question.
        looked: Items of which two have answered it.
        agreed: Of these, those of which they answered the same.
        open: Of the others, those that nobody has settled.
        share: The share that agrees, with its interval (Clopper-Pearson, 95 %); with nothing looked at from 0 to 1.
    """

    asked: Asked
    looked: int
    agreed: int
    open: int
    share: Share


def drawn(root: str, item: str) -> bool:
    """Whether an item is in the sample once all four of its questions are answered.

    Args:
        root: Root of the manifest, in hexadecimal.
        item: The item.
    """
    number = int.from_bytes(sha256(f"second review\n{root}\n{item}".encode()).digest()[:8], "big")
    return number % ONE_IN == 0


def twice(record: Record) -> list[Twice]:
    """Every question that two persons have answered, in the order of the second answers."""
    first: dict[tuple[str, Asked], int] = {}
    found: dict[tuple[str, Asked], list[Twice]] = {}
    for number, given in enumerate(record.given, 1):
        for item in given.items:
            key = (item, given.asked)
            if item in given.second:
                agree = counting(record.given[first[key] - 1], given) is not None
                found.setdefault(key, []).append(Twice(item, given.asked, agree))
                continue
            first[key] = number
            if (last := found.get(key, [])) and not (last[-1].agree or last[-1].settled):
                last[-1] = Twice(item, given.asked, agree=False, settled=number)
    return [one for several in found.values() for one in several]


def agreement(looked: Iterable[Twice]) -> tuple[Agreement, ...]:
    """How often two persons answered each question the same."""
    every, found = list(looked), []
    for asked in Asked:
        of = [one for one in every if one.asked is asked]
        agreed = sum(one.agree for one in of)
        waits = sum(not one.agree and not one.settled for one in of)
        found.append(Agreement(asked, len(of), agreed, waits, share(agreed, len(of))))
    return tuple(found)
