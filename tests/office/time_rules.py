"""Histories in which people are told of what is done, in one manner or another, and time passes."""

from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import rule

from rogatory.office.filing import CONFIRM, EVERY_ACT
from rogatory.office.folds.owed import owed
from tests.office.link_rules import LinkRules, any_number
from tests.office.simulator import PROOF

MANNERS = ("in-person", "in-person", "receipted", "posted", "presented", "refused", "unreachable", "left",
           "at-prosecutor")  # fmt: skip


class TimeRules(LinkRules):
    """What happens to the notices of a case, and to the time that runs from them."""

    proof: ClassVar[str] = PROOF
    """Digest of the document that proves what a bailiff did."""
    the_request_is_granted: Callable[[int], None]

    @rule(n=any_number, later=st.sampled_from([0, 0, 1, 15, 17]))
    def everybody_is_told(self, n: int, later: int) -> None:
        """Of what they are owed, in one manner or another, most of the time with proof; then time passes."""
        if not any(e.act == "attach" for e in self.entries):
            self.attempt("clerk-1", EVERY_ACT["attach"], "", {"text": "receipts", "documents": [self.proof]})
        for notice in owed(self.dossier, self.now.date()):
            manner = MANNERS[n % len(MANNERS)]
            told = {"told-of": notice.ident, "on": f"{self.now:%Y-%m-%d}", "language": "French", "manner": manner}
            more = {"ground": "moved away"} | ({"proof": self.proof} if n % 9 else {})
            self.attempt("court-2", EVERY_ACT["notify"], notice.person, told | more)
            if manner == "left" and n % 2 and self.dossier.services:
                held = {"result": "proved", "proof": self.proof}
                self.attempt("court-1", EVERY_ACT["record-service"], list(self.dossier.services)[-1], held)
        self.now += timedelta(days=later)

    @rule(way=st.sampled_from(["nobody told", "told, unproved", "told today", "told long ago"]))
    def something_would_leave_while_the_time_to_challenge_runs(self, way: str) -> None:
        self.the_request_is_granted(1)
        if way != "nobody told":
            self.everybody_is_told(9 if way == "told, unproved" else 1, 17 if way == "told long ago" else 0)
        waited = set(self.dossier.proposals)
        self.attempt("prosec-1", EVERY_ACT["transmit"], "record", {})
        for proposal in set(self.dossier.proposals) - waited:
            self.attempt("centra-2", CONFIRM, proposal, {})
