"""What the law puts in the way of an act: the obstacles a ruling holds."""

from collections.abc import Iterator, Mapping
from typing import Any

from rogatory.law.acts import CONFIRM_LINK, DESTROY_MATERIAL, DISMISS_LINK, Act, Stage
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Effect
from rogatory.law.ruling import NormState, Ruling
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.filing import (
    CONCLUDE_INQUIRY,
    DECIDE_DISCLOSURE,
    DECIDE_REMEDY,
    DEPART,
    END_UNDERTAKING,
    ERASE,
    FIND_BREACH,
    KEEP_BACK,
    LIFT_STAY,
    RELEASE,
    REOPEN,
    WITHDRAW_FINDING,
)
from rogatory.office.folds.owed import OWED, Departure

WITH_REASONS = frozenset(
    {
        DEPART.id,
        WITHDRAW_FINDING.id,
        DECIDE_REMEDY.id,
        LIFT_STAY.id,
        END_UNDERTAKING.id,
        KEEP_BACK.id,
        RELEASE.id,
        REOPEN.id,
        ERASE.id,
        CONFIRM_LINK.id,
        DISMISS_LINK.id,
        DESTROY_MATERIAL.id,
        CONCLUDE_INQUIRY.id,
        DECIDE_DISCLOSURE.id,
        FIND_BREACH.id,
    }
)
"""Acts beside decisions that need reasons; a decision always does."""
NO_DEPARTURE = frozenset({"house-links-decided"})
"""Norms no departure lifts: what they wait for can be done at once, by deciding (decision 0020)."""


def norm_obstacles(
    act: Act, ruling: Ruling | None, form: Mapping[str, Any], departure: Departure | None
) -> list[Obstacle]:
    """Everything the ruling on an act, and the duty to give reasons, put in its way.

    Args:
        act: The act.
        ruling: The ruling; None where no norm bears on the act.
        form: What was filled in: `reasons`, and `conditions` attached, by the norm that demands each.
        departure: The departure from this ruling; None: there is none. A decision may depart, once everybody concerned
            was told; an act that cannot be undone may not.
    """
    found: list[Obstacle] = []
    reasons = bool(str(form.get("reasons", "")).strip())
    if not reasons and _needs_reasons(act, ruling):
        found.append(Obstacle(Hurdle.REASONS, "a human must say why", _why_reasons(ruling), "reasons"))
    if ruling is None:
        return found
    if act.reversible and departure is not None:
        waits = [n for n in ruling.norms if n.norm.id in NO_DEPARTURE and n.duty_open]
        return [*found, *_untold(departure), *map(_open, waits)]
    match ruling.verdict:
        case Verdict.FORBIDDEN:
            found += _bars(ruling)
        case Verdict.NOT_RIPE:
            found += _unripe(ruling)
        case Verdict.CONDITIONAL:
            found += _conditions(act, ruling, form)
        case Verdict.DISCRETIONARY | Verdict.ALLOWED:
            pass
    return found


def _untold(departure: Departure) -> Iterator[Obstacle]:
    for person in departure.untold:
        text = f"{person} has not been told of the departure from this ruling"
        yield Obstacle(Hurdle.NOTICE, text, OWED[DEPART.id], f"notify {person} of it, with day, language and manner")


def _needs_reasons(act: Act, ruling: Ruling | None) -> bool:
    discretionary = ruling is not None and ruling.verdict is Verdict.DISCRETIONARY
    return act.id in WITH_REASONS or act.stage is Stage.DECISION or discretionary


def _why_reasons(ruling: Ruling | None) -> str:
    if ruling is not None and ruling.verdict is Verdict.DISCRETIONARY:
        return "; ".join(str(n.norm.source) for n in ruling.leading()) or "optional ground"
    return "duty to give reasons"


def _bars(ruling: Ruling) -> Iterator[Obstacle]:
    lifts = {c.norm: c.text for c in ruling.conditions}
    for state in _holding(ruling, "true"):
        yield _said(state, f"{state.norm.says['en']}", lifts.get(state.norm.id, ""))


def _unripe(ruling: Ruling) -> Iterator[Obstacle]:
    slots = ", ".join(dict.fromkeys(q.slot for q in ruling.questions)) or "the open questions"
    lifts = f"an answer to {slots}"
    open_ = {n.norm.id: n for n in (*_holding(ruling, "unknown"), *(n for n in ruling.norms if n.duty_open))}
    if not open_:
        yield Obstacle(Hurdle.NORM, "examination is unfinished", "the ruling", lifts)
    yield from (_open(state, lifts) for state in open_.values())


def _open(state: NormState, lifts: str = "") -> Obstacle:
    return _said(state, f"Not examined yet: {state.norm.says['en']}", state.norm.lifts or lifts)


def _conditions(act: Act, ruling: Ruling, form: Mapping[str, Any]) -> Iterator[Obstacle]:
    sources = {n.norm.id: str(n.norm.source) for n in ruling.norms}
    attached = {str(c) for c in form.get("conditions", ())}
    for condition in ruling.conditions:
        if condition.obtained or (act.reversible and condition.norm in attached):
            continue
        lifts = f"attach the condition {condition.norm}" if act.reversible else "the condition met and found to be met"
        yield Obstacle(Hurdle.CONDITION, condition.text, sources[condition.norm], lifts, condition.norm)


def _holding(ruling: Ruling, state: str) -> list[NormState]:
    deciding = (Effect.FORBIDS, Effect.REQUIRES, Effect.MAY_REFUSE)
    return [n for n in ruling.leading() if n.state == state and n.norm.effect in deciding]


def _said(state: NormState, text: str, lifts: str) -> Obstacle:
    return Obstacle(Hurdle.NORM, text, str(state.norm.source), lifts, state.norm.id)
