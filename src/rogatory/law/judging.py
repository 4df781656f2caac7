"""Judging an act: from the law, the context and what is on file to a ruling.

Order, the same in code and in every printed decision:

1. the regime: which norms bear on the act and bind these states on this day (`corpus`, `binding`);
2. the reading: what is on file, what is live, what is presumed (`reading`);
3. the formulas: what forbids, conditions, permits refusal, must be asked (`program`);
4. the exact pass: whether the verdict is really open, and which questions still matter (`relevance`);
5. the reasons: each norm, each branch, each finding (`explanation`).

A ground touches persons one by one, so an act that touches several is judged for each; it is as barred as for the
one for whom it is most barred (a refusal: as for the one for whom it is least).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rogatory.law.acts import REFUSE, Act
from rogatory.law.binding import Binds, Context
from rogatory.law.codegen import TRUE
from rogatory.law.conditions import atoms
from rogatory.law.corpus import Law
from rogatory.law.evidence import NOTHING, Standing
from rogatory.law.explanation import Reason, reason
from rogatory.law.formulas import Bearing, Verdict
from rogatory.law.norms import Effect
from rogatory.law.program import Outcome, Program
from rogatory.law.reading import Situation, situate
from rogatory.law.relevance import StillOpen, still_open
from rogatory.law.ruling import ConditionState, NormState, OpenQuestion, Ruling


class ReasonsDisagreeError(Exception):
    """The reasons for a norm do not lead to the value the verdict was computed from: a fault of the engine."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One reading of the case for one person touched by the act.

    Attributes:
        person: Identifier of the person; empty where the case names none.
        standings: What is on file, by slot, for this person and the act's object.
    """

    person: str
    standings: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class _Judged:
    person: str
    situation: Situation
    outcome: Outcome
    still: StillOpen


def judge(  # noqa: PLR0913 - the act, its object, and the two times are the question asked
    law: Law,
    act: Act,
    obj: str,
    subjects: Sequence[Subject],
    context: Context,
    *,
    at: date,
    known_at: date | None = None,
) -> Ruling:
    """Judge one act.

    Args:
        law: The law to apply.
        act: The act.
        obj: Identifier of its object.
        subjects: One reading per person touched; at least one.
        context: Decides which norms bind.
        at: Day of judging.
        known_at: Day whose knowledge the standings hold, for the record; None: all.

    Raises:
        ValueError: No subject. Nothing examined is never a clean bill.
        ReasonsDisagreeError: A fault of the engine.
    """
    if not subjects:
        msg = f"nobody and nothing to judge {act.id} for: a case needs at least one reading"
        raise ValueError(msg)
    program = law.program(act, context)
    judged = [_judge_one(program, s, at) for s in subjects]
    verdict = verdict_over([j.outcome for j in judged], act)
    reachable = {v for j in judged for v in j.still.reachable}
    bound = {n.id: b for n, b in law.bearing_on(act, context)}
    norms = tuple(_norm_state(program, i, b, judged, bound[b.norm.id]) for i, b in enumerate(program.bearings))
    return Ruling(
        act=act,
        object=obj,
        context=context,
        at=at,
        known_at=known_at,
        verdict=verdict,
        decided=reachable.pop() if len(reachable) == 1 else None,
        norms=norms,
        questions=_questions(program, judged) if verdict is Verdict.NOT_RIPE else (),
        open=tuple((j.person, j.still) for j in judged),
        conditions=_conditions(norms, verdict),
        presumptions=_presumptions(program, judged),
        conflicts=tuple(sorted({c for j in judged for c in j.situation.conflicts})),
        law=law.hash,
        opened=_opened(program, judged),
    )


def verdict_over(outcomes: Iterable[Outcome], act: Act) -> Verdict:
    """The verdict on an act that touches several persons."""
    verdicts = [o.verdict for o in outcomes]
    return min(verdicts) if act is REFUSE else max(verdicts)


def _judge_one(program: Program, subject: Subject, at: date) -> _Judged:
    situation = situate(program, subject.standings, at)
    outcome = program.outcome(situation.reading)
    still = still_open(program, situation)
    if outcome.verdict is Verdict.NOT_RIPE and len(still.reachable) == 1:
        # Three-valued evaluation left open what every way of answering decides alike.
        outcome = replace(outcome, verdict=still.reachable[0])
    return _Judged(subject.person, situation, outcome, still)


def _norm_state(program: Program, i: int, b: Bearing, judged: Sequence[_Judged], bound: Binds) -> NormState:
    pick = min if b.norm.releases else max
    first = pick(judged, key=lambda j: j.outcome.norms[i])
    because = Reason(reason(program, first.situation, b.applies, released=b.norm.releases).raw[2][0])
    if because.code != first.outcome.norms[i]:
        msg = f"norm {b.norm.id}: computed {first.outcome.norms[i]}, explained {because.code}"
        raise ReasonsDisagreeError(msg)
    cure: Reason | None = None
    if b.norm.cure is not None and because.code:
        cure = reason(program, first.situation, b.norm.cure.met, released=b.norm.releases)
    duty = False
    if b.norm.effect is Effect.INQUIRES and b.norm.fulfilled is not None and because.code == TRUE:
        duty = reason(program, first.situation, b.norm.fulfilled, released=True).code != TRUE
    return NormState(
        norm=b.norm,
        code=because.code,
        because=because,
        situation=first.situation,
        touches=tuple(j.person for j in judged if j.person and j.outcome.norms[i]),
        confirmed=bound.confirmed,
        binds_because=bound.why,
        cure=cure,
        duty_open=duty,
    )


def _opened(program: Program, judged: Sequence[_Judged]) -> tuple[tuple[str, str], ...]:
    """The slots of this program that something beside the findings of people opened, each with what did."""
    found = {s: st.why for j in judged for s, st in j.situation.standings.items() if st.why and s in program.questions}
    return tuple(sorted(found.items()))


def _conditions(norms: Iterable[NormState], verdict: Verdict) -> tuple[ConditionState, ...]:
    found: list[ConditionState] = []
    for state in norms:
        norm, cure = state.norm, state.norm.cure
        # What a merely open norm would ask is no help while another norm bars.
        if not state.code or (verdict is Verdict.FORBIDDEN and state.code != TRUE):
            continue
        if cure is None:
            if norm.lifts and norm.effect is Effect.FORBIDS and verdict is Verdict.FORBIDDEN:
                found.append(ConditionState(norm.id, norm.lifts, obtained=False))
        elif state.cure is not None and state.cure.code == TRUE:
            if cure.keep is not None:
                found.append(ConditionState(norm.id, cure.keep, obtained=True))
        else:
            found.append(ConditionState(norm.id, cure.obtain, obtained=False))
    return tuple(found)


def _questions(program: Program, judged: Sequence[_Judged]) -> tuple[OpenQuestion, ...]:
    found: dict[tuple[str, str], OpenQuestion] = {}
    for j in judged:
        if j.outcome.verdict is not Verdict.NOT_RIPE:
            continue
        of_duty = _duty_slots(program, j)
        for slot in dict.fromkeys((*j.still.relevant, *sorted(of_duty))):
            question = program.questions[slot]
            settles = [(s.answers[0][1], s.verdict.word) for s in j.still.decisive if s.answers[0][0] == slot]
            person = j.person if slot.startswith(("person.", "risk.", "penalty.", "trial.")) else ""
            found.setdefault(
                (slot, person),
                OpenQuestion(slot, person, question.text, int(question.cost), tuple(settles),
                             j.situation.live.get(slot) or j.situation.standings.get(slot, NOTHING).why,
                             slot in of_duty),
            )  # fmt: skip
    return tuple(found.values())


def _duty_slots(program: Program, j: _Judged) -> set[str]:
    """Questions of duties to inquire that are open: never dropped, because the duty itself is the outcome."""
    slots: set[str] = set()
    for i, _, fulfilled in program.duties:
        if j.outcome.norms[i] == TRUE and reason(program, j.situation, fulfilled, released=True).code != TRUE:
            slots |= {a.slot for a in atoms(fulfilled)}
    return slots


def _presumptions(program: Program, judged: Sequence[_Judged]) -> tuple[str, ...]:
    """Presumptions on which the outcome rests: read by a norm that would bear if they were otherwise."""
    used: set[str] = set()
    for j in judged:
        for code, slots in zip(j.outcome.norms, _slots(program), strict=True):
            if code != TRUE:
                used |= slots & j.situation.presumptions
    return tuple(sorted(used))


@lru_cache(256)
def _slots(program: Program) -> tuple[frozenset[str], ...]:
    """The questions each bearing of a program looks at."""
    return tuple(frozenset(a.slot for a in atoms(b.applies)) for b in program.bearings)
