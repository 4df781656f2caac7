"""Exceptional secrecy: that a person is not told yet. It has a ground, an author, a review and an end of its own.

Whoever is not told cannot challenge anything. So nothing that cannot be undone is done meanwhile, and what was kept
back is told when the secrecy ends.
"""

from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = timedelta(days=183)
"""Calendar days a restriction may last before it is decided anew: policy of this system. The texts that allow to wait
(Directive 2014/41/EU, Art. 14(3) and 19; Directive 2012/13/EU, Art. 7(4)) name no term."""


@dataclass(frozen=True, slots=True)
class Secrecy:
    """That something is kept from a person for a time.

    Attributes:
        ident: What the door calls it, as `secrecy-12`.
        person: The person who is not told.
        what: What is kept back: `notices` (that something was done) or `file` (what the file holds).
        ground: Why the investigation would be defeated, in words; empty: erased.
        basis: The provision that allows it.
        by: Account of the author.
        role: Role in which it was decided.
        since: First day (inclusive).
        review: Day by which it is looked at again.
        until: First day it no longer holds (exclusive), at most `LONGEST` after `since`.
        entry: Number of the entry.
        ended: Number of the entry that ended it early; None: it was not.
    """

    ident: str
    person: str
    what: str
    ground: str
    basis: str
    by: str
    role: str
    since: date
    review: date
    until: date
    entry: int
    ended: int | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on the day `on`."""
        return self.ended is None and self.since <= on < self.until

    def is_to_be_reviewed(self, on: date) -> bool:
        """Whether it holds on the day `on` and the day of its review has come."""
        return self.holds(on) and self.review <= on
