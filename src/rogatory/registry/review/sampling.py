"""Second review: a share of what was answered is looked at again by somebody else.

Which items is settled by their names and the root of the seal: nobody chooses them, and everybody finds the same. Each
question is answered a second time by somebody who has not seen the first answer; then both are told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from rogatory.law.acts import Role
from rogatory.material.questions import ASKED, Asked, Record

ONE_IN = 10
"""Of so many items one is looked at again."""


@dataclass(frozen=True, slots=True)
class Second:
    """How the second review stands.

    Attributes:
        chosen: Items that are answered and chosen.
        done: Of these, those of which a second person has answered every question.
        differ: Of those chosen, those of which somebody answered a question otherwise than the first.
    """

    chosen: int
    done: int
    differ: int


@dataclass(frozen=True, eq=False)
class Sample:
    """The second review of a seizure.

    Attributes:
        record: The answers.
        root: Root of the manifest.
    """

    record: Record
    root: str

    def chosen(self, item: str) -> bool:
        """Whether all four questions of an item are answered, and it is in the sample."""
        number = int.from_bytes(sha256(f"second review\n{self.root}\n{item}".encode()).digest()[:8], "big")
        return number % ONE_IN == 0 and all(self.record.number(item, asked) for asked in Asked)

    def waits_for(self, item: str, account: str, asked: Iterable[Asked] = Asked) -> bool:
        """Whether an item is chosen, and this account is to answer one of these questions as the second person."""
        return any(self._alone(item, one) not in ("", account) for one in asked) and self.chosen(item)

    def blind(self, item: str, asked: Asked, account: str, roles: frozenset[Role]) -> bool:
        """Whether somebody is not told an answer, as they are to give theirs without it.

        So are reviewers and the observer of the bar, of questions they may answer; a court sees all there is.
        """
        may = ASKED[asked].by & roles
        if not may or Role.COURT in roles:
            return False
        return self._alone(item, asked) not in ("", account) and self.chosen(item)

    @cached_property
    def stands(self) -> Second:
        """How the second review stands: done is an item of which a second person answered every question."""
        taken = [item for item in dict.fromkeys(item for item, _ in self._by) if self.chosen(item)]
        done = [item for item in taken if all(len(self._by[item, asked]) > 1 for asked in Asked)]
        return Second(len(taken), len(done), sum(1 for item in taken if item in self._differing))

    def _alone(self, item: str, asked: Asked) -> str:
        """The account that alone has answered a question of an item; empty: nobody has, or several."""
        by: set[str] = self._by.get((item, asked), set())
        return next(iter(by)) if len(by) == 1 else ""

    @cached_property
    def _by(self) -> dict[tuple[str, Asked], set[str]]:
        found: dict[tuple[str, Asked], set[str]] = {}
        for given in self.record.given:
            for item in given.items:
                found.setdefault((item, given.asked), set()).add(given.by)
        return found

    @cached_property
    def _differing(self) -> set[str]:
        first: dict[tuple[str, Asked], int] = {}
        found: set[str] = set()
        for place, given in enumerate(self.record.given):
            for item in given.items:
                before = self.record.given[first.setdefault((item, given.asked), place)]
                if given.by != before.by and given.values != before.values:
                    found.add(item)
        return found
