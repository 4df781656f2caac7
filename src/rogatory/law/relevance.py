"""The questions that still matter, exactly.

Three-valued evaluation alone leaves things open that are in truth decided (the same question twice, answers that
exclude each other). So what is left of the formulas is run over every way the open questions can still be answered,
all ways at once as bit planes, each piece of the formulas that shares no question with the others by itself
(`pieces`). From these: whether the verdict is still open at all; which questions can still change it; which single
answer settles it; the smallest sets of answers that settle it.

The verdict on an act is that of the piece which holds it back most. So a question matters if it can move its own piece
above what the others hold back at their mildest; and answers settle a verdict if no piece can go above it any more and
one piece cannot go below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rogatory.law.formulas import Verdict
from rogatory.law.looking import Exact, Looked, look
from rogatory.law.pieces import open_pieces
from rogatory.law.program import Program
from rogatory.law.reading import Situation
from rogatory.law.ways import Choice, Literal

LARGEST_SET = 3
"""Size up to which smallest settling sets are searched exhaustively."""
MOST_SETS = 16
"""Settling sets shown at most."""


@dataclass(frozen=True, slots=True)
class Settling:
    """A set of answers that settles the verdict, and what it settles it to."""

    answers: tuple[Choice, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What is open about one verdict.

    Attributes:
        reachable: Verdicts some way of answering still leads to; exactly one: the verdict is decided.
        relevant: Slots whose answer can still change the verdict, best first: decisive alone, then in a smallest set,
            then by how hard they are to answer.
        decisive: Single answers that settle the verdict.
        smallest: Smallest sets of answers that settle it; empty if none has at most three members.
        clearing: A set of answers, none of them superfluous, after which nothing forbids; empty if there is none.
        exact: Every way of answering was looked at. Otherwise too many questions hang together: then `reachable` and
            `relevant` may name too much and never too little, every settling set named does settle, and others, or
            a clearing set, may exist that are not named.
    """

    reachable: tuple[Verdict, ...]
    relevant: tuple[str, ...]
    decisive: tuple[Settling, ...]
    smallest: tuple[Settling, ...]
    clearing: tuple[Choice, ...]
    exact: bool = True


def still_open(program: Program, situation: Situation) -> StillOpen:
    """Look at every way the open questions of `situation` can be answered."""
    if program.verdict_codes(*situation.reading)[0] == Verdict.FORBIDDEN:
        # What is shown stays shown whatever else is answered.
        return StillOpen((Verdict.FORBIDDEN,), (), (), (), ())
    floor, pieces = open_pieces(program, situation.reading)
    if not pieces:
        return StillOpen((floor,), (), (), (), ())
    looked = look(program, situation.reading, pieces)
    reachable = _reachable(floor, looked)
    if len(reachable) == 1:
        return StillOpen(reachable, (), (), (), (), all(isinstance(p, Exact) for p in looked))
    for piece, others in zip(looked, _what_others_hold(floor, looked), strict=True):
        piece.ask(others)
    settling = _settling(floor, looked)
    decisive = tuple(s for s in settling if len(s.answers) == 1)
    alone = {s.answers[0][0] for s in decisive}
    in_sets = {slot for s in settling for slot, _ in s.answers}
    relevant = [q for piece in looked for q in piece.relevant]
    relevant.sort(key=lambda q: (q.slot not in alone, q.slot not in in_sets, *q.rank))
    return StillOpen(
        reachable=reachable,
        relevant=tuple(q.slot for q in relevant),
        decisive=decisive,
        smallest=tuple(settling[:MOST_SETS]),
        clearing=_clearing(floor, looked),
        exact=all(isinstance(p, Exact) for p in looked),
    )


def _mildest(floor: Verdict, looked: Sequence[Looked]) -> Verdict:
    return max((floor, *(p.mildest for p in looked)))


def _what_others_hold(floor: Verdict, looked: Sequence[Looked]) -> list[Verdict]:
    """For each piece the verdict at which everything else holds the act back at its mildest."""
    ordered = sorted((floor, *(p.mildest for p in looked)))
    most, next_most = ordered[-1], ordered[-2]
    # Where two hold as much, taking one of them away leaves the other.
    return [next_most if p.mildest == most else most for p in looked]


def _reachable(floor: Verdict, looked: Sequence[Looked]) -> tuple[Verdict, ...]:
    mildest = _mildest(floor, looked)
    return tuple(v for v in Verdict if v == mildest or (v > mildest and any(p.can_be(v) for p in looked)))


def _settling(floor: Verdict, looked: Sequence[Looked]) -> list[Settling]:
    """All settling sets of the smallest size there is, at most three."""
    mildest = _mildest(floor, looked)
    for size in range(1, LARGEST_SET + 1):
        found: dict[tuple[Literal, ...], Verdict] = {}
        for verdict in Verdict:
            if verdict >= mildest:
                for literals in _settling_to(verdict, looked, size, held=verdict == mildest):
                    found[tuple(sorted(literals))] = verdict
        if found:
            return [Settling(tuple(x.choice for x in xs), found[xs]) for xs in sorted(found)]
    return []


def _settling_to(verdict: Verdict, looked: Sequence[Looked], size: int, *, held: bool) -> Iterator[tuple[Literal, ...]]:
    """Sets of `size` answers after which no piece is above `verdict`; and one is at it, if none is `held` there yet."""
    above = [p for p in looked if p.strictest > verdict]
    if len(above) > size:
        return  # each needs an answer of its own
    if held:
        yield from _spread([(p, False) for p in above], verdict, size)
        return
    for holder in looked:
        if holder.can_be(verdict):
            rest = [p for p in above if p is not holder]
            yield from _spread([(holder, True), *((p, False) for p in rest)], verdict, size)


def _spread(pieces: Sequence[tuple[Looked, bool]], verdict: Verdict, size: int) -> Iterator[tuple[Literal, ...]]:
    """Every way of bringing each piece to `verdict` (True) or not above it (False) with `size` answers in all."""
    if not pieces or len(pieces) > size:
        return
    (piece, at), rest = pieces[0], pieces[1:]
    if not rest:
        yield from piece.bring(verdict, size, at=at)
        return
    for here in range(1, size - len(rest) + 1):
        for mine, others in product(piece.bring(verdict, here, at=at), _spread(rest, verdict, size - here)):
            yield mine + others


def _clearing(floor: Verdict, looked: Sequence[Looked]) -> tuple[Choice, ...]:
    """Answers after which nothing holds the act back, piece by piece, none of them superfluous."""
    holding = [p for p in looked if p.strictest >= Verdict.NOT_RIPE]
    if floor >= Verdict.NOT_RIPE or any(p.mildest >= Verdict.NOT_RIPE for p in holding):
        return ()
    pieces = [p for p in holding if isinstance(p, Exact)]
    if len(pieces) < len(holding):
        return ()
    return tuple(x.choice for x in sorted(literal for piece in pieces for literal in piece.clearing()))
