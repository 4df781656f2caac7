"""How a case can stand when somebody acts: each state is brought about at the door, on top of one registered case."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.conf import settings
from django.utils import timezone

from rogatory.journal.note import Signer, Type
from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.owed import owed
from rogatory.office.perform import Barred
from rogatory.registry.cases import door, journal
from rogatory.registry.ledger import keys
from tests.registry.access.people import Everybody, table, undone

EXPECTED = {row["act"]: row for row in table("states.csv")}
"""By act and state, what somebody who may do the act gets."""
STATES = tuple(name for name in next(iter(EXPECTED.values())) if name != "act")
ANSWERS = (
    ("check.registers_searched", "yes", ""),
    ("check.protection_status_asked", "yes", ""),
    ("check.state_record_consulted", "yes", ""),
    ("check.person_heard", "yes", ""),
    ("check.each_claim_addressed", "yes", ""),
    ("standing.requesting_state_admitted_by_law", "no", ""),
    ("file.contains_uncleared_material", "no", ""),
    ("file.separate_decision_to_open", "no", ""),
    ("remedy.pending", "no", ""),
    ("remedy.period_running", "no", ""),
    ("request.aims_at_confiscation", "no", ""),
    ("measure.authorised_under_own_law", "yes", "search"),
    ("measure.declared_enforceable_by_court", "yes", "search"),
    ("officials.consent_given", "yes", ""),
    ("officials.domestic_or_treaty_basis", "yes", ""),
    ("witness.asked_and_consents", "no", ""),
    ("item.privilege", "none", "item"),
    ("item.relevance", "in-scope", "item"),
    ("item.contains_asylum_data", "no", "item"),
    ("item.exposes_others", "no", "item"),
    ("item.objection_pending", "no", "item"),
    ("item.proportionate", "yes", "item"),
    ("item.from_ill_treatment", "no", "item"),
    ("transfer.reveals_asylum_information", "no", ""),
    ("transfer.every_item_cleared", "yes", ""),
    ("transfer.independent_control", "yes", ""),
    ("transfer.necessity_and_privacy_weighed", "yes", ""),
    ("transfer.recipient_secures_and_limits", "yes", ""),
    ("transfer.court_has_decided_what_leaves", "yes", ""),
    ("transfer.holders_and_third_parties_notified", "yes", ""),
)
"""What an examination found, question by question, and about what."""


class Standings:
    """The case in one state after the other; what two states have in common is brought about once.

    Whoever asks for states ends with `leave`: the case then stands as before.
    """

    def __init__(self, everybody: Everybody) -> None:
        self.everybody = everybody
        self.steps: list[tuple[str, AbstractContextManager[None]]] = []

    def bring_about(self, state: str) -> None:
        """Take the steps to a state; not inside a test, which undoes at its end whatever came about in it."""
        self._reach(_WAYS[state])

    @contextmanager
    def standing(self, state: str) -> Iterator[None]:
        """The case in a state that was brought about (`bring_about`); what is done inside must be undone there."""
        assert tuple(name for name, _ in self.steps) == _WAYS[state]
        if state != "stale":
            self.everybody.look()
        policy = settings.DATA / keys.POLICY
        before = policy.read_text("utf-8")
        if state == "unwitnessed":
            policy.write_text(_asking_for_a_witness(before), "utf-8")
        try:
            yield
        finally:
            policy.write_text(before, "utf-8")

    def leave(self) -> None:
        """Undo every step."""
        self._reach(())
        self.everybody.look()

    def _reach(self, way: tuple[str, ...]) -> None:
        while tuple(name for name, _ in self.steps) != way[: len(self.steps)]:
            self.steps.pop()[1].__exit__(None, None, None)
        for name in way[len(self.steps) :]:
            block = undone()
            block.__enter__()
            self.steps.append((name, block))
            _STEPS[name](self.everybody)


def _do(everybody: Everybody, role: Role, act: str, obj: str = "", **form: Any) -> None:
    everybody.look()
    outcome = everybody.office.do(role, act, everybody.case, obj, seen=everybody.head, **form)
    assert not isinstance(outcome.result, Barred), (act, outcome.result.obstacles)


def _find(everybody: Everybody, question: str, answer: str, about: str = "") -> None:
    told = {"question": question, "answer": answer, "about": about, "source": "the register"}
    _do(everybody, Role.PROSECUTOR, "find", **told)


def _examined(everybody: Everybody) -> None:
    for question, answer, about in ANSWERS:
        _find(everybody, question, answer, about)


def _granted(everybody: Everybody) -> None:
    _do(everybody, Role.COURT, "grant", "search", reasons="nothing stands against it")
    notice = owed(fold(journal.entries_of(everybody.case)), timezone.localdate())[0].ident
    told = {"told-of": notice, "on": timezone.localdate().isoformat(), "language": "French", "manner": "in-person"}
    _do(everybody, Role.COURT, "notify", "P1", proof=everybody.attached, **told)


def _unanswered(everybody: Everybody) -> None:
    _find(everybody, "person.refugee_here", "yes", "P1")


def _remedy(everybody: Everybody) -> None:
    _do(everybody, Role.CLERK, "lodge-remedy", "P1", text="third-party opposition")


def _proposal(everybody: Everybody) -> None:
    # The court, so that no prosecutor has a part in the request, who may be asked to investigate it.
    _do(everybody, Role.COURT, "transmit", "pack", reasons="as was granted")


def _refused(everybody: Everybody) -> None:
    _find(everybody, "request.essential_interests_prejudiced", "yes")
    _find(everybody, "refusal.alternatives_considered", "yes")
    _do(everybody, Role.COURT, "refuse", "search", reasons="it would prejudice essential interests")


def _closed(everybody: Everybody) -> None:
    _do(everybody, Role.CENTRAL_AUTHORITY, "close", reasons="all that was asked is done")


def _stale(everybody: Everybody) -> None:
    everybody.look()
    everybody.office.do(
        Role.CLERK, "enter", everybody.case, adds={"events": [{"on": "2026-03-02", "text": "a letter"}]}
    )


def _held(everybody: Everybody) -> None:
    ordered: dict[str, Any] = {
        "body": "European Court of Human Rights",
        "acts": ["interview"],
        "source": "12345/26, Rule 39",
    }
    _do(everybody, Role.COURT, "order-stay", **ordered)
    promise = {"text": "nothing leaves while remedies run", "ending": "when every remedy has ended"}
    _do(everybody, Role.CENTRAL_AUTHORITY, "undertake", **promise)
    _do(everybody, Role.PROSECUTOR, "keep-back", "P1", **everybody.form("keep-back"))
    _do(everybody, Role.COURT, "set-hearing", **everybody.form("set-hearing"))
    everybody.look()
    counsel = everybody.accounts["counsel", "this-case"]
    door.do(counsel, "submit", everybody.case, "P1", {"kind": "breach", "text": "a copy went"}, seen=everybody.head)
    _do(everybody, Role.COURT, "invite-counsel", "P1", account=everybody.accounts["counsel", "this-case"])


_STEPS: dict[str, Callable[[Everybody], None]] = {
    "examined": _examined,
    "granted": _granted,
    "unanswered": _unanswered,
    "remedy": _remedy,
    "proposal": _proposal,
    "refused": _refused,
    "closed": _closed,
    "stale": _stale,
    "held": _held,
}
_WAYS: dict[str, tuple[str, ...]] = {
    "registered": (),
    "examined": ("examined",),
    "granted": ("examined", "granted"),
    "unanswered": ("examined", "granted", "unanswered"),
    "remedy": ("examined", "granted", "remedy"),
    "proposal": ("examined", "granted", "proposal"),
    "refused": ("examined", "refused"),
    "closed": ("examined", "granted", "closed"),
    "stale": ("examined", "granted", "stale"),
    "unwitnessed": ("examined", "granted"),
    "held": ("examined", "granted", "held"),
}
"""The steps by which the case comes into a state."""


def _asking_for_a_witness(policy: str) -> str:
    witness = Signer("witness.example/w", Type.WITNESS, bytes(32)).verifier
    return policy.replace("quorum none", f"witness w {witness} https://witness.example\nquorum w")
