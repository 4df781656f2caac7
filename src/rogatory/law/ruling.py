"""A ruling: the verdict on one act, with its whole reasoning, serialisable and hashed with the law it applied."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.law.acts import Act
from rogatory.law.binding import Context
from rogatory.law.canonical import digest_of_json
from rogatory.law.explanation import Reason, as_json
from rogatory.law.formulas import Verdict
from rogatory.law.leading import DECIDING, rank
from rogatory.law.norms import Effect, Norm
from rogatory.law.reading import Situation
from rogatory.law.relevance import StillOpen
from rogatory.law.sources import Check


@dataclass(frozen=True, slots=True)
class Touch:
    """Whom or what a ground touches, so that a decision can be severed.

    Attributes:
        person: Identifier of the person concerned; empty where the case names none.
    """

    person: str = ""


@dataclass(frozen=True, slots=True)
class NormState:
    """One norm in one ruling.

    Attributes:
        norm: The norm.
        code: 3 it applies, 1 unknown, 0 it does not.
        because: The reasons.
        situation: The reading the reasons refer to.
        touches: Persons for whom it applies or is unknown.
        confirmed: Whether the treaty status it rests on is confirmed.
        binds_because: Why it binds.
        cure: Reasons of its cure; None if it has none or does not apply.
        duty_open: For a duty to inquire, whether it is open.
    """

    norm: Norm
    code: int
    because: Reason
    situation: Situation
    touches: tuple[str, ...]
    confirmed: bool
    binds_because: str
    cure: Reason | None = None
    duty_open: bool = False

    @property
    def state(self) -> str:
        """true, unknown or false."""
        return self.because.state

    @property
    def unverified(self) -> bool:
        """Whether a ruling resting on it must say so on its face."""
        return self.norm.check is not Check.VERIFIED or not self.confirmed


@dataclass(frozen=True, slots=True)
class ConditionState:
    """A condition of a conditional verdict, or what would lift a bar.

    Attributes:
        norm: Identifier of the norm that demands it.
        text: What is to be obtained or kept.
        obtained: True: it is in place and is to be kept; False: still to be obtained.
    """

    norm: str
    text: str
    obtained: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that still matters.

    Attributes:
        slot: The question, with role.
        person: Person it is asked about; empty if none is named.
        text: The clause asked about.
        cost: How hard it is to answer, 1 to 4.
        decisive: Answers that settle the verdict alone, with the verdict.
        why: What made it live; empty if the law always asks it.
        duty: It belongs to an open duty to inquire and is never dropped.
    """

    slot: str
    person: str
    text: str
    cost: int
    decisive: tuple[tuple[str, str], ...]
    why: str
    duty: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on one act and why.

    Attributes:
        act: The act judged.
        object: Identifier of its object in the case.
        context: States, kind and days that decided which norms bind.
        at: Day at which the facts and the bonds are taken.
        known_at: Day whose knowledge was used; None: all that is on file.
        verdict: The verdict.
        decided: The verdict every way of answering leads to; None while more than one can be reached.
        norms: Every norm that bears on the act and binds.
        questions: The questions that still matter, in order.
        open: What is open, per person judged.
        conditions: Conditions to obtain or keep, or what would lift the bar.
        presumptions: Slots taken as presumed that a norm which did not apply rested on.
        conflicts: Slots on which evidence conflicts.
        law: Hash of the law applied.
        opened: Slots this act is asked about that the record of a state opened, each with the entries that did, in words.
    """

    act: Act
    object: str
    context: Context
    at: date
    known_at: date | None
    verdict: Verdict
    decided: Verdict | None
    norms: tuple[NormState, ...]
    questions: tuple[OpenQuestion, ...]
    open: tuple[tuple[str, StillOpen], ...]
    conditions: tuple[ConditionState, ...]
    presumptions: tuple[str, ...]
    conflicts: tuple[str, ...]
    law: str
    opened: tuple[tuple[str, str], ...] = ()

    def leading(self) -> tuple[NormState, ...]:
        """The norms the verdict rests on: those that apply or are open, what is told first before the rest.

        In the order of `rogatory.law.leading`; duties and rights that decide nothing are left out.
        """
        return tuple(sorted(self._deciding(), key=lambda n: rank(n.norm, n.because, n.situation)))

    def _deciding(self) -> list[NormState]:
        kept = [n for n in self.norms if n.code and n.norm.effect in DECIDING and not self._answered(n)]
        return sorted(kept, key=lambda n: (-n.code, DECIDING.index(n.norm.effect)))

    def _answered(self, state: NormState) -> bool:
        if state.norm.effect is Effect.INQUIRES:
            return not state.duty_open
        cured = state.cure is not None and state.cure.state == "true"
        return cured and state.norm.cure is not None and state.norm.cure.keep is None

    def as_json(self, *, reasons: bool = True) -> dict[str, Any]:
        """The ruling as JSON values; without the trees of reasons if `reasons` is False."""
        body: dict[str, Any] = {
            "act": self.act.id,
            "object": self.object,
            "at": self.at.isoformat(),
            "known-at": self.known_at.isoformat() if self.known_at else None,
            "requested-state": self.context.requested,
            "requesting-state": self.context.requesting,
            "kind": self.context.kind,
            "verdict": self.verdict.word,
            "decided": self.decided.word if self.decided is not None else None,
            "norms": [_norm_json(n, reasons=reasons) for n in self.norms],
            "questions": [_question_json(q) for q in self.questions],
            "settling-sets": [_open_json(person, o) for person, o in self.open if len(o.reachable) > 1],
            "conditions": [{"norm": c.norm, "text": c.text, "obtained": c.obtained} for c in self.conditions],
            "presumptions": list(self.presumptions),
            "conflicts": list(self.conflicts),
            "unverified": [n.norm.id for n in self._deciding() if n.unverified],
            "law-hash": self.law,
        }
        if self.opened:
            body["opened-by-the-record"] = [{"question": slot, "entries": words} for slot, words in self.opened]
        return body

    @property
    def hash(self) -> str:
        """Names this ruling: its whole reasoning together with the hash of the law applied."""
        return digest_of_json(self.as_json())


def _norm_json(state: NormState, *, reasons: bool) -> dict[str, Any]:
    norm = state.norm
    node: dict[str, Any] = {
        "id": norm.id,
        "source": str(norm.source),
        "effect": norm.effect.value,
        "basis": norm.basis.value,
        "check": norm.check.value,
        "state": state.state,
        "touches": list(state.touches),
        "binds-because": state.binds_because,
        "status-confirmed": state.confirmed,
        "on-unknown": norm.on_unknown.value,
    }
    if norm.effect is Effect.INQUIRES:
        node["duty-open"] = state.duty_open
    if reasons:
        node["because"] = as_json(state.because.responsible(), state.situation)
        if state.cure is not None:
            node["cure"] = as_json(state.cure.responsible(), state.situation)
    return node


def _question_json(question: OpenQuestion) -> dict[str, Any]:
    return {
        "question": question.slot,
        "person": question.person,
        "text": question.text,
        "cost": question.cost,
        "decisive": [{"answer": a, "verdict": v} for a, v in question.decisive],
        "live-because": question.why,
        "duty": question.duty,
    }


def _open_json(person: str, still: StillOpen) -> dict[str, Any]:
    return {
        "person": person,
        "reachable": [v.word for v in still.reachable],
        "smallest": [{"answers": [list(a) for a in s.answers], "verdict": s.verdict.word} for s in still.smallest],
        "clearing": [list(c) for c in still.clearing],
        "exact": still.exact,
    }
