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
        ruling: The ruling.

    Raises:
        ValueError: The program is not the one the ruling was made with.
    """
    if [b.norm.id for b in program.bearings] != [n.norm.id for n in ruling.norms]:
        msg = f"the ruling on {ruling.act.id} was made with other norms than this program"
        raise ValueError(msg)
    weights = {n.norm.id: _weights(program, b, n) for b, n in zip(program.bearings, ruling.norms, strict=True)}
    leading = ruling.leading()
    match ruling.verdict:
        case Verdict.ALLOWED:
            return ()
        case Verdict.NOT_RIPE:
            return tuple(n for n in leading if n.duty_open or UNKNOWN in weights[n.norm.id])
        case Verdict.FORBIDDEN:
            column = 0
        case Verdict.CONDITIONAL:
            column = 1
        case Verdict.DISCRETIONARY:
            column = 2
    sure = tuple(n for n in leading if weights[n.norm.id][column] == TRUE)
    # Where every way of answering leads here, no single norm need be certain: the open ones carry it together.
    return sure or tuple(n for n in leading if weights[n.norm.id][column] != FALSE)


def _weights(program: Program, bearing: Bearing, state: NormState) -> tuple[int, int, int]:
    """Codes of what the norm forbids, conditions, and permits to refuse, in the reading of its state."""
    forbids, conditions, permits = (
        _code(program, state, c) for c in (bearing.forbids, bearing.conditions, bearing.permits_refusal)
    )
    return forbids, conditions, permits


def _code(program: Program, state: NormState, condition: Condition) -> int:
    if condition is NEVER:
        return FALSE
    return reason(program, state.situation, condition, released=state.norm.releases).code
