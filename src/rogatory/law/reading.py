"""Reading a case for a program: from what is on file to the codes the formulas take.

Here presumptions enter, and only here. A question nobody raised takes its presumption; a question made live by
something on file does not, and stays unknown until answered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test, atoms
from rogatory.law.evidence import NOTHING, Rails, Standing, presumed, read
from rogatory.law.program import Program, Reading
from rogatory.law.questions import Trigger

Code = int


@dataclass(frozen=True, slots=True)
class Situation:
    """One case read for one program.

    Attributes:
        reading: Codes for the formulas.
        standings: What is on file, by slot; slots without anything are absent.
        presumptions: Slots that took their presumption.
        live: Slots made live, with the clause that says why.
        conflicts: Slots on which the evidence conflicts.
        on: Day of judging.
    """

    reading: Reading
    standings: Mapping[str, Standing]
    presumptions: frozenset[str]
    live: Mapping[str, str]
    conflicts: frozenset[str]
    on: date


def situate(program: Program, standings: Mapping[str, Standing], on: date) -> Situation:
    """Read the standings for `program`, as of the day `on`."""
    live = liveness(program, standings, on)
    affirmed, denied, affirmed_r, denied_r = [], [], [], []
    presumptions: set[str] = set()
    conflicts: set[str] = set()
    for atom, slot, untold, presumption in _asked(program):
        standing = standings.get(slot)
        shown, excluded = untold if standing is None else read(atom, standing, on)
        if not (shown or excluded or slot in live or (standing is not None and standing.raised)):
            shown, excluded = presumption
            if shown or excluded:
                presumptions.add(slot)
        if shown and excluded:
            conflicts.add(slot)
        both = shown and excluded
        affirmed.append(TRUE if shown else FALSE if excluded else UNKNOWN)
        denied.append(TRUE if excluded else FALSE if shown else UNKNOWN)
        affirmed_r.append(UNKNOWN if both else affirmed[-1])
        denied_r.append(UNKNOWN if both else denied[-1])
    return Situation(
        reading=(tuple(affirmed), tuple(denied), tuple(affirmed_r), tuple(denied_r)),
        standings=standings,
        presumptions=frozenset(presumptions),
        live=live,
        conflicts=frozenset(conflicts),
        on=on,
    )


@lru_cache(256)
def _asked(program: Program) -> tuple[tuple[Atom, str, Rails, Rails], ...]:
    """Every atom of a program, its slot, and how it reads with nothing on file and with its question presumed.

    Neither depends on the day: no day is answered in them.
    """
    return tuple(
        (a, a.slot, read(a, NOTHING, date.min), read(a, presumed(program.questions[a.slot]), date.min))
        for a in program.atoms
    )


def liveness(program: Program, standings: Mapping[str, Standing], on: date) -> dict[str, str]:
    """Slots made live by something on file, each with the first clause that says why."""

    def raw(atom: Atom) -> Code:
        shown, excluded = read(atom, standings.get(atom.slot, NOTHING), on)
        return TRUE if shown else FALSE if excluded else UNKNOWN

    live: dict[str, str] = {}
    for trigger, slots in _triggers(program):
        # What nothing on file bears on is as it is on an empty file.
        touched = slots is None or not slots.isdisjoint(standings)
        if touched and trigger.slot not in live and evaluate(trigger.when, raw) == TRUE:
            live[trigger.slot] = trigger.why
    return live


@lru_cache(256)
def _triggers(program: Program) -> tuple[tuple[Trigger, frozenset[str] | None], ...]:
    """The triggers of a program with the slots they look at; None: it holds on an empty file."""

    def nothing(atom: Atom) -> Code:
        shown, excluded = read(atom, NOTHING, date.min)
        return TRUE if shown else FALSE if excluded else UNKNOWN

    return tuple(
        (t, None if evaluate(t.when, nothing) == TRUE else frozenset(a.slot for a in atoms(t.when)))
        for t in program.triggers
    )


def evaluate(condition: Condition, code: Callable[[Atom], Code], *, affirmed: bool = True) -> Code:
    """The plain tree walk: the reference every other evaluator is tested against.

    Args:
        condition: The tree.
        code: Code of an atom when affirmed; its denial is the opposite unless the caller says otherwise.
        affirmed: False to evaluate the denial.
    """
    match condition:
        case Atom():
            value = code(condition)
            return value if affirmed else opposite(value)
        case Constant(holds=holds):
            return TRUE if holds == affirmed else FALSE
        case Not(of=of):
            return evaluate(of, code, affirmed=not affirmed)
        case All(parts=parts) | AnyOf(parts=parts):
            codes = [evaluate(p, code, affirmed=affirmed) for p in parts]
            return min(codes) if isinstance(condition, All) == affirmed else max(codes)
        case Test(body=body):
            return evaluate(body, code, affirmed=affirmed)
        case _:
            msg = f"cannot evaluate {condition!r}"
            raise TypeError(msg)


def opposite(code: Code) -> Code:
    """Shown becomes excluded, excluded shown, unknown stays."""
    return (TRUE, UNKNOWN, UNKNOWN, FALSE)[code]
