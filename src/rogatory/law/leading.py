"""Which of the norms a ruling rests on is told first, and the facts that make it apply.

No list of norms by hand: the order follows from what each norm is, and from what the file's findings under it speak of.

1. what applies before what is open, and a bar before a condition, an optional ground, a duty to inquire;
2. what becomes of the *person* before what concerns the proceedings and the requesting state, the request, the measure;
3. what nothing can cure before what a condition could;
4. what binds between states, or as a human right, before a state's own law, and law before a policy of this system;
5. text before case law before analogy; what was checked before what was not; then the order of the law.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.codegen import TRUE
from rogatory.law.conditions import All, AnyOf, Atom
from rogatory.law.explanation import Raw, Reason
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, Norm, Who
from rogatory.law.questions import Kind, Side
from rogatory.law.reading import Situation
from rogatory.law.sources import Basis, Check
from rogatory.law.vocabulary import VOCABULARY

DECIDING = (Effect.FORBIDS, Effect.REQUIRES, Effect.MAY_REFUSE, Effect.INQUIRES)
"""Effects a verdict can rest on, the strictest first; what is owed or held as a right is left out."""
_CONCERNS: Mapping[Kind, int] = MappingProxyType({Kind.PERSON: 0, Kind.PROCEEDING: 1, Kind.STATE: 1, Kind.REQUEST: 2})
_OTHER_CONCERNS = 3
_BASES = tuple(Basis)
_CHECKS = tuple(Check)

Rank = tuple[int, ...]
"""Compares: the lower is told first."""


def rank(norm: Norm, because: Reason, situation: Situation) -> Rank:
    """Place of a norm among those a ruling rests on; see the order at the head of this module.

    Args:
        norm: The norm.
        because: Why it applies, or is open.
        situation: The reading the reasons refer to.
    """
    found = facts(because, situation)
    policy = norm.basis is Basis.POLICY
    return (
        -because.code,
        DECIDING.index(norm.effect),
        policy,
        min((_concern(f) for f in found), default=_OTHER_CONCERNS),
        norm.cure is not None,
        norm.bound.who is Who.STATE,
        _BASES.index(norm.basis),
        _CHECKS.index(norm.check),
    )


def facts(because: Reason, situation: Situation) -> tuple[Reason, ...]:
    """The answers that make a norm apply, each once: of several ways that lead there, the one best shown.

    Best shown is what rests on findings alone and on the highest grade; then what takes fewest answers; then the order
    of the law. What is only presumed and what is only selected by (a kind of measure) is left out where anything
    else is there.

    Args:
        because: The reasons.
        situation: The reading they refer to.
    """
    found = tuple(dict.fromkeys(_way(because.raw, situation)))
    telling = tuple(f for f in found if _tells(f, situation))
    return tuple(Reason(fact) for fact in telling or found)


def _way(because: Raw, situation: Situation) -> tuple[Raw, ...]:
    code, (condition, denied), parts = because
    alike = [p for p in parts if p[0] == code]
    if not alike:
        return (because,) if isinstance(condition, Atom) else ()
    ways = [_way(p, situation) for p in alike]
    if len(ways) == 1:
        return ways[0]
    either = isinstance(condition, All if denied else AnyOf)
    if isinstance(condition, All | AnyOf) and either == (code == TRUE):
        return min(ways, key=lambda way: _weakness(way, situation))
    return tuple(leaf for way in ways for leaf in way)


def _weakness(way: tuple[Raw, ...], situation: Situation) -> tuple[int, int, int]:
    telling = [f for f in way if _tells(f, situation)]
    grades = [_grade(f, situation) for f in telling or way]
    return not telling, -min(grades, default=0), len(telling or way)


def _grade(fact: Raw, situation: Situation) -> Grade:
    atom, denied = fact[1]
    standing = situation.standings.get(atom.slot) if isinstance(atom, Atom) else None
    if not isinstance(atom, Atom) or standing is None:
        return Grade.NONE
    rail = standing.excluded if denied else standing.shown
    return max((rail.get(v, Grade.NONE) for v in atom.values), default=Grade.ESTABLISHED)


def _tells(fact: Raw, situation: Situation) -> bool:
    code, (atom, denied), _ = fact
    if not isinstance(atom, Atom) or atom.slot in situation.presumptions:
        return False
    # An exception that is excluded says nothing of why the norm applies.
    return not (denied and code == TRUE) and VOCABULARY[atom.question].side is not Side.NEUTRAL


def _concern(fact: Reason) -> int:
    atom = fact.condition
    kind = VOCABULARY[atom.question].of if isinstance(atom, Atom) else None
    return _CONCERNS.get(kind, _OTHER_CONCERNS) if kind else _OTHER_CONCERNS
