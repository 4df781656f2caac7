"""What the formulas still leave undecided in one case, in pieces that share no open question.

What the answers on file already settle is left out (`support`). What is left falls into pieces, and no question stands
in two of them: so each can be looked at alone, and the verdict on the act is the one of the piece that holds it back
most. Twenty open questions in pieces of three are sixty ways of answering to look at, instead of a million.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.columns import Plane, by_verdict
from rogatory.law.formulas import Verdict
from rogatory.law.program import Program, Reading
from rogatory.law.support import CONFLICT, DUTY, supports


@dataclass(frozen=True, slots=True)
class Piece:
    """Shares that hang together by the open questions they rest on.

    Attributes:
        slots: Bits of these questions.
        shares: Numbers of the shares, each with its formula's number.
        unknown: Formulas in which conflicting evidence leaves a norm unknown whatever is answered.
    """

    slots: int
    shares: list[tuple[int, int]]
    unknown: frozenset[int]

    def verdicts(self, planes: Sequence[tuple[Plane, Plane]], everyone: Plane) -> dict[Verdict, Plane]:
        """For each verdict that occurs the ways of answering in which this piece alone leads to it.

        Args:
            planes: For every share the ways in which it is shown, and in which it is excluded.
            everyone: Mask with one bit for each way. In each all questions of the piece are answered.
        """
        holds, fails = [0] * (DUTY + 1), [0 if k in self.unknown else everyone for k in range(DUTY + 1)]
        for share, formula in self.shares:
            yes, no = planes[share]
            holds[formula] |= yes
            fails[formula] &= no
        unknown = [everyone & ~(h | f) for h, f in zip(holds, fails, strict=True)]
        # A duty whose fulfilment rests on conflicting evidence is open.
        return _occurring(everyone, holds[:DUTY], unknown[:DUTY], holds[DUTY] | unknown[DUTY])

    def bounds(
        self, planes: Sequence[tuple[Plane, Plane]], everyone: Plane
    ) -> tuple[dict[Verdict, Plane], dict[Verdict, Plane]]:
        """The mildest and the strictest verdict this piece can still lead to, where answers are still missing.

        Never too narrow: what cannot be told counts as possible both ways.
        """
        holds, may = [0] * (DUTY + 1), [everyone if k in self.unknown else 0 for k in range(DUTY + 1)]
        for share, formula in self.shares:
            yes, no = planes[share]
            holds[formula] |= yes
            may[formula] |= everyone & ~no
        stuck = [m if self.slots & CONFLICT or k in self.unknown else 0 for k, m in enumerate(may)]
        return (
            _occurring(everyone, holds[:DUTY], [0] * DUTY, holds[DUTY]),
            _occurring(everyone, may[:DUTY], stuck[:DUTY], may[DUTY]),
        )


def open_pieces(program: Program, reading: Reading) -> tuple[Verdict, list[Piece]]:
    """The verdict of what no answer changes any more, and what answers can still change, apart."""
    shares = supports(program, reading)
    codes = [FALSE] * (DUTY + 1)
    for formula, code, _ in shares:
        codes[formula] |= code
    kept: list[tuple[int, int, int]] = []
    stuck: set[int] = set()
    for share, (formula, code, slots) in enumerate(shares):
        if code == UNKNOWN and codes[formula] != TRUE:
            if slots > CONFLICT:
                kept.append((share, formula, slots))
            else:
                stuck.add(formula)
    certain = stuck.difference([formula for _, formula, _ in kept])
    shown = [int(code == TRUE) for code in codes]
    duty = int(codes[DUTY] == TRUE or DUTY in stuck)
    (floor,) = _occurring(1, shown[:DUTY], [int(k in certain) for k in range(DUTY)], duty)
    return floor, _apart(kept, stuck - {DUTY}, 2 << len(program.slots))


def _apart(shares: Sequence[tuple[int, int, int]], stuck: set[int], beyond: int) -> list[Piece]:
    """Put together what shares an open question.

    A formula in which conflicting evidence leaves something unknown stays together too: there one norm that is shown
    silences the doubt about another.

    Args:
        shares: For each its number, its formula's number and the bits it rests on.
        stuck: Formulas in which a norm stays unknown whatever is answered.
        beyond: A bit above those of all slots.
    """
    tied = stuck | {formula for _, formula, slots in shares if slots & CONFLICT and formula != DUTY}
    bits: list[int] = []
    members: list[list[tuple[int, int, int]]] = []
    met = 0
    for share in shares:
        _, formula, slots = share
        own = slots & ~CONFLICT | (beyond << formula if formula in tied else 0)
        if not own & met:
            bits.append(own)
            members.append([share])
            met |= own
            continue
        first, *others = [g for g, mask in enumerate(bits) if mask & own]
        met |= own
        bits[first] |= own
        members[first].append(share)
        for other in reversed(others):
            bits[first] |= bits.pop(other)
            members[first] += members.pop(other)
    return [_piece(shares, stuck) for shares in members]


def _piece(shares: Sequence[tuple[int, int, int]], stuck: set[int]) -> Piece:
    together = 0
    for _, _, slots in shares:
        together |= slots
    pairs = [(share, formula) for share, formula, _ in shares]
    return Piece(together, pairs, frozenset(stuck.intersection([f for _, f in pairs]) if stuck else ()))


def _occurring(
    everyone: Plane, shown: Sequence[Plane], unknown: Sequence[Plane], duties: Plane
) -> dict[Verdict, Plane]:
    return {v: plane for v, plane in by_verdict(everyone, shown, unknown, duties).items() if plane}
