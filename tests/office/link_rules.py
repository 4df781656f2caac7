"""Histories in which links with what is already known are found and decided."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from rogatory.law.acts import Act, Role
from rogatory.linkage.model import Link, Proposal, Screening
from rogatory.office.filing import CONFIRM, EVERY_ACT
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.registers.model import RegisterKind
from tests.office import oracle
from tests.office.links import LOOK, MUST, WHOLE, a_link, open_link, screening

any_number = st.integers(0, 10_000)
QUIET = Proposal("person.human_rights_defender", "", "no", "established", "the entry says so")
FOUND = [
    a_link(kind, band, id=f"{kind.value}/{ident}", digest=digest, proposes=proposes)
    for kind in (RegisterKind.FINDINGS, RegisterKind.NOTICES, RegisterKind.PROTECTION)
    for ident in ("one", "other")
    for band, digest, proposes in (
        (MUST, "d1", [QUIET]), (MUST, "d2", [QUIET]), (LOOK, "d3", []),
        (MUST, "d2", [QUIET, replace(QUIET, about="P1")]),
    )
]  # fmt: skip
"""What matching may find. What is proposed bars nothing by itself: doors open again once a link is decided."""


class LinkRules(RuleBasedStateMachine):
    """What happens to the links of a case."""

    entries: list[Entry]
    dossier: Dossier
    now: datetime
    witnessed: bool
    attempt: Callable[..., None]

    @rule(n=any_number, part=st.booleans())
    def the_registers_are_asked(self, n: int, part: bool) -> None:
        """By somebody or by the system itself; perhaps not all of them, perhaps on the case as it was before."""
        by = ("standi-1", "standi-1", "clerk-1", "standi-gone")[n % 4]
        looked = self.dossier.head if n % 3 else 0
        self.attempt(by, EVERY_ACT["screen"], "", {}, looked, self.matched(n, 1 + part))

    @precondition(lambda self: bool(self.dossier.links))
    @rule(n=any_number, way=st.sampled_from(["confirm", "confirm", "dismiss", "alone"]), let_in=st.booleans())
    def a_link_is_decided(self, n: int, way: str, let_in: bool) -> None:
        """By people who may read it or may not; a dismissal perhaps by one person who would do it alone."""
        if let_in:
            self.people_are_let_in()
        elif n % 3 == 0:
            self.found(a_link(id="apart", digest=f"d{n}"))
        names = sorted(self.dossier.links, key=lambda name: (name not in oracle.links_waiting(self.entries), name))
        self.decide(names[n % 2 % len(names)], way)

    def found(self, link: Link) -> None:
        self.attempt("standi-1", EVERY_ACT["screen"], "", {}, -1, screening(link))

    def every_link_is_decided(self) -> None:
        waiting = sorted(oracle.links_waiting(self.entries))
        if any(self.dossier.links[name].compartment for name in waiting):
            self.people_are_let_in()
        for name in waiting:
            self.decide(name, "dismiss")

    def people_are_let_in(self) -> None:
        """The prosecutor and the court, each by somebody else."""
        for giver, account, role in (("court-2", "prosec-1", Role.PROSECUTOR), ("centra-1", "court-1", Role.COURT)):
            told = {"account": account, "role": role.value, "since": f"{self.now:%Y-%m-%d}", "compartments": ["asylum"]}
            if not any(m.account == account and m.compartments for m in self.dossier.mandates.values()):
                self.attempt(giver, EVERY_ACT["give-mandate"], "", {"mandate": told})

    def decide(self, name: str, way: str) -> None:
        link = self.dossier.links[name]
        told = {"reasons": "another person", "digest": link.digest}
        if way == "confirm":
            takes = sorted({p["question"] for p in link.told["proposes"] if not p["about"]})
            self.attempt("prosec-1", EVERY_ACT["confirm-link"], name, {**told, "takes": takes})
            return
        waited = set(self.dossier.proposals)
        self.attempt("court-1" if way == "alone" else "prosec-1", EVERY_ACT["dismiss-link"], name, told)
        for proposal in set(self.dossier.proposals) - waited:
            self.attempt("court-1", CONFIRM, proposal, {})

    def matched(self, n: int, most: int) -> Screening:
        found = [FOUND[(n + 7 * k) % len(FOUND)] for k in range(n % (most + 1))]
        return screening(*found, coverage=WHOLE[n % 2 :])

    def comes_between(self, what: str, act: Act, n: int) -> None:
        """Something that comes in while an act waits for its second person."""
        match what:
            case "remedy":
                self.attempt("counse-1", EVERY_ACT["lodge-remedy"], "P1", {"text": "appeal"})
            case "fact":
                told = {"question": "person.refugee_here", "answer": "yes", "source": "a decision"}
                self.attempt("prosec-2", EVERY_ACT["find"], "", told)
            case "day":
                self.now += timedelta(days=1)
            case "dark":
                self.witnessed = False
            case "link":
                self.found(open_link(id=f"between-{n % 2}"))
            case "hold":
                until = (self.now.date() + timedelta(days=1)).isoformat()
                ordered = {"body": "UN treaty body", "acts": [act.id], "source": "CAT 1/26", "until": until}
                self.attempt("clerk-1", EVERY_ACT["order-stay"], "", ordered)
            case _:
                pass
