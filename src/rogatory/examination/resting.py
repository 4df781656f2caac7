"""What a verdict rests on: of all the norms that apply or are open, those that make it what it is.

A norm may apply and yet not bar the act, because its cure is in place or not yet examined. A reader of a ruling is
told first of the norms that carry it, and then of the rest.
"""

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.conditions import NEVER, Condition
from rogatory.law.explanation import reason
from rogatory.law.formulas import Bearing, Verdict
from rogatory.law.program import Program
from rogatory.law.ruling import NormState, Ruling


def resting_on(program: Program, ruling: Ruling) -> tuple[NormState, ...]:
    """The norms that carry the verdict, in the order of `Ruling.leading`; empty where the act is allowed.

    Args:
        program: The program the ruling was made with (`Law.program` for its act and context).
        ruling: The ruling, perhaps without norms of which whoever it is told to is not told.

    Raises:
        ValueError: The program is not the one the ruling was made with.
    """
    told = {n.norm.id for n in ruling.norms}
    bearings = [b for b in program.bearings if b.norm.id in told]
    if [b.norm.id for b in bearings] != [n.norm.id for n in ruling.norms]:
        msg = f"the ruling on {ruling.act.id} was made with other norms than this program"
        raise ValueError(msg)
    leading = {n.norm.id: n for n in ruling.leading()}
    weights = {
        n.norm.id: _Weight(program, b, n) for b, n in zip(bearings, ruling.norms, strict=True) if n.norm.id in leading
    }
    match ruling.verdict:
        case Verdict.ALLOWED:
            return ()
        case Verdict.NOT_RIPE:
            return tuple(n for i, n in leading.items() if n.duty_open or weights[i].open)
        case Verdict.FORBIDDEN:
            found = {i: weights[i]["forbids"] for i in leading}
        case Verdict.CONDITIONAL:
            # What is in place and may be needed is kept: a condition, even where the ground under it is open.
            found = {i: max(weights[i]["obtains"], weights[i]["keeps"]) for i in leading}
        case Verdict.DISCRETIONARY:
            found = {i: weights[i]["permits_refusal"] for i in leading}
    sure = tuple(n for i, n in leading.items() if found[i] == TRUE)
    # Where every way of answering leads here, no single norm need be certain: the open ones carry it together.
    return sure or tuple(n for i, n in leading.items() if found[i] != FALSE)


class _Weight:
    """Codes of what a norm does to the act, in the reading its state refers to; each reckoned when it is asked for."""

    def __init__(self, program: Program, bearing: Bearing, state: NormState) -> None:
        self._program, self._bearing, self._state = program, bearing, state

    def __getitem__(self, formula: str) -> int:
        """The code of one of the formulas of a bearing (`FORMULAS`)."""
        condition: Condition = getattr(self._bearing, formula)
        if condition is NEVER:
            return FALSE
        state = self._state
        return reason(self._program, state.situation, condition, released=state.norm.releases).code

    @property
    def open(self) -> bool:
        """Whether what the norm does to the act is not known, so that the act is not ripe."""
        return any(self[formula] == UNKNOWN for formula in ("forbids", "obtains", "permits_refusal"))
