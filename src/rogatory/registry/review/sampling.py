"""Second review: a share of what was answered is looked at again by somebody else.

Which items is settled by their names and the root of the seal: nobody chooses them, and everybody finds the same.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from rogatory.material.questions import Asked, Record

ONE_IN = 10
"""Of so many items one is looked at again."""


@dataclass(frozen=True, slots=True)
class Second:
    """How the second review stands.

    Attributes:
        chosen: Items that are answered and chosen.
        done: Of these, those a second person has answered.
        differ: Of these, those of which somebody answered a question otherwise than the first.
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

    def waits_for(self, item: str, account: str) -> bool:
        """Whether an item is chosen, one person alone has answered it, and this account is another."""
        by = self._by.get(item, set())
        return len(by) == 1 and account not in by and self.chosen(item)

    @cached_property
    def stands(self) -> Second:
        """How the second review stands."""
        taken = [item for item in self._by if self.chosen(item)]
        done = [item for item in taken if len(self._by[item]) > 1]
        return Second(len(taken), len(done), sum(1 for item in done if item in self._differing))

    @cached_property
    def _by(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for given in self.record.given:
            for item in given.items:
                found.setdefault(item, set()).add(given.by)
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
