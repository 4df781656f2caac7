"""Second review (`material.second`) for the pages: which items wait for whom, who is not told what, how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rogatory.law.acts import Role
from rogatory.material.questions import ASKED, Asked
from rogatory.material.record import Record
from rogatory.material.second import Agreement, agreement, drawn, twice


@dataclass(frozen=True, slots=True)
class Second:
    """How the second review stands.

    Attributes:
        chosen: Items that are answered and chosen.
        done: Of these, those of which a second person has answered every question.
        differ: Questions of items that two persons answered otherwise.
        open: Of these, those that nobody has settled.
        questions: For each question how often both agree.
    """

    chosen: int
    done: int
    differ: int
    open: int
    questions: tuple[Agreement, ...]


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
        return drawn(self.root, item) and all(self.record.number(item, asked) for asked in Asked)

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
        questions = agreement(twice(self.record))
        differ = sum(one.looked - one.agreed for one in questions)
        return Second(len(taken), len(done), differ, sum(one.open for one in questions), questions)

    def settles(self, item: str, asked: Asked, account: str, roles: frozenset[Role]) -> bool:
        """Whether two persons have answered a question of an item otherwise, and this account may settle it."""
        if not self.record.differs(item, asked) or not ASKED[asked].settles & roles:
            return False
        return account not in {self.record.given[number - 1].by for number in self.record.numbers(item, asked)}

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
