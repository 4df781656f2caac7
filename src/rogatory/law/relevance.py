"""The questions that still matter, exactly.

Three-valued evaluation alone leaves things open that are in truth decided (the same question twice, answers that
exclude each other). So the formulas are run over every way the open questions can still be answered, all ways at once
as bit planes. From these: whether the verdict is still open at all; which questions can still change it; which single
answer settles it; the smallest sets of answers that settle it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import prod

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.columns import judge_planes
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Op, Test
from rogatory.law.formulas import Verdict
from rogatory.law.program import Program
from rogatory.law.questions import Form
from rogatory.law.reading import Situation

MOST_WAYS = 1 << 14
"""Ways of answering up to which the result is exact; above, every question still waited for counts as relevant and `exact`
is False."""
LARGEST_SET = 3
"""Size up to which smallest settling sets are searched exhaustively."""
MOST_SETS = 16
"""Settling sets shown at most."""

Choice = tuple[str, str]
"""A slot and the answer given to it."""


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
        exact: Every way of answering was looked at.
    """

    reachable: tuple[Verdict, ...]
    relevant: tuple[str, ...]
    decisive: tuple[Settling, ...]
    smallest: tuple[Settling, ...]
    clearing: tuple[Choice, ...]
    exact: bool = True


def still_open(program: Program, situation: Situation) -> StillOpen:
    """Look at every way the open questions of `situation` can be answered."""
    open_slots = _open_slots(program, situation)
    choices, exact = _choices(program, situation, open_slots)
    classes, digits = _classes(program, situation, choices)
    everyone = (1 << prod(len(answers) for _, answers in choices)) - 1
    reachable = tuple(v for v in Verdict if classes[v])
    relevant = (
        list(open_slots)
        if not exact
        else [slot for (slot, _), masks in zip(choices, digits, strict=True) if _matters(classes.values(), masks)]
    )
    literals = {
        (slot, answer): mask
        for (slot, answers), masks in zip(choices, digits, strict=True)
        if slot in relevant
        for (answer, _), mask in zip(answers, masks, strict=True)
    }
    settling = _settling(classes, literals, everyone) if len(reachable) > 1 else []
    in_sets = {slot for s in settling for slot, _ in s.answers}
    decisive = tuple(s for s in settling if len(s.answers) == 1)
    order = {slot: (slot not in {s.answers[0][0] for s in decisive}, slot not in in_sets,
                    program.questions[slot].cost, slot) for slot in relevant}  # fmt: skip
    return StillOpen(
        reachable=reachable,
        relevant=tuple(sorted(relevant, key=order.__getitem__)),
        decisive=decisive,
        smallest=tuple(settling[:MOST_SETS]),
        clearing=_clearing(classes[Verdict.FORBIDDEN] | classes[Verdict.NOT_RIPE], literals, everyone),
        exact=exact,
    )


Answers = list[tuple[str, frozenset[Atom]]]
"""The answers a slot can still get, each with the open atoms it makes true."""


def _choices(
    program: Program, situation: Situation, open_slots: Sequence[str]
) -> tuple[list[tuple[str, Answers]], bool]:
    open_atoms: dict[str, list[Atom]] = {slot: [] for slot in open_slots}
    for atom, code in zip(program.atoms, situation.reading[0], strict=True):
        if code == UNKNOWN and atom.slot in open_atoms:
            open_atoms[atom.slot].append(atom)
    choices: list[tuple[str, Answers]] = []
    ways = 1
    for slot, atoms in open_atoms.items():
        answers = _answers(program, slot, atoms)
        if ways * len(answers) > MOST_WAYS:
            return choices, False
        ways *= len(answers)
        choices.append((slot, answers))
    return choices, True


def _open_slots(program: Program, situation: Situation) -> list[str]:
    """Slots some formula still waits for, cheapest first: every question that can matter is among them."""
    affirmed, denied, affirmed_r, denied_r = situation.reading
    norms = program.all_codes(*situation.reading)[-1]
    found: set[Atom] = set()
    for bearing, applies in zip(program.bearings, norms, strict=True):
        if applies:
            codes = (affirmed_r, denied_r) if bearing.norm.releases else (affirmed, denied)
            for formula in (bearing.forbids, bearing.obtains, bearing.keeps, bearing.permits_refusal):
                found |= _waits_for(formula, False, program.index, codes)[1]
    for i, trigger, fulfilled in program.duties:
        if norms[i]:
            found |= _waits_for(trigger, False, program.index, (affirmed, denied))[1]
            found |= _waits_for(fulfilled, False, program.index, (affirmed_r, denied_r))[1]
    slots = {atom.slot for atom in found}
    return sorted(slots, key=lambda slot: (program.questions[slot].cost, slot))


_NONE: frozenset[Atom] = frozenset()


def _waits_for(
    condition: Condition, denied: bool, index: dict[Atom, int], codes: tuple[Sequence[int], Sequence[int]]
) -> tuple[int, frozenset[Atom]]:
    """Code of a condition or its denial, and the atoms it still waits for; none once it is decided."""
    match condition:
        case Atom():
            code = codes[denied][index[condition]]
            return code, (frozenset((condition,)) if code == UNKNOWN else _NONE)
        case Constant(holds=holds):
            return (TRUE if holds != denied else FALSE), _NONE
        case Not(of=of):
            return _waits_for(of, not denied, index, codes)
        case Test(body=body):
            return _waits_for(body, denied, index, codes)
        case All(parts=parts) | AnyOf(parts=parts):
            stops = FALSE if isinstance(condition, All) != denied else TRUE
            waiting = _NONE
            for part in parts:
                code, atoms = _waits_for(part, denied, index, codes)
                if code == stops:
                    return stops, _NONE
                waiting |= atoms
            return (UNKNOWN, waiting) if waiting else (TRUE - stops, _NONE)
        case _:
            msg = f"cannot look into {condition!r}"
            raise TypeError(msg)


def _answers(program: Program, slot: str, atoms: list[Atom]) -> Answers:
    question = program.questions[slot]
    match question.form:
        case Form.YES_NO:
            grades = sorted({a.grade for a in atoms})
            ways = [(f"yes, {g.name.lower()}" if len(grades) > 1 else "yes",
                     frozenset(a for a in atoms if a.grade <= g)) for g in grades]  # fmt: skip
            return [*ways, ("no", frozenset())]
        case Form.ONE_OF:
            return _merged([(v, frozenset(a for a in atoms if v in a.values)) for v in question.values])
        case Form.SOME_OF:
            return _merged([
                (", ".join(sorted({v for a in some for v in a.values})) or "none of them", frozenset(some))
                for size in range(len(atoms) + 1) for some in combinations(atoms, size)
            ])  # fmt: skip
        case Form.NUMBER | Form.DAY:
            levels = sorted({a.number for a in atoms})
            below = "earlier" if atoms[0].op is Op.DAYS_PASSED else "less"
            return [
                (below, frozenset()),
                *((str(n), frozenset(a for a in atoms if a.number <= n)) for n in levels),
            ]


def _merged(ways: Answers) -> Answers:
    """Answers that make the same atoms true are one way, named by all of them."""
    names: dict[frozenset[Atom], list[str]] = {}
    for name, made in ways:
        names.setdefault(made, []).append(name)
    return [(" or ".join(n), made) for made, n in names.items()]


def _classes(
    program: Program, situation: Situation, choices: Sequence[tuple[str, Answers]]
) -> tuple[dict[Verdict, int], list[tuple[int, ...]]]:
    radices = tuple(len(answers) for _, answers in choices)
    masks = _digit_masks(radices)
    everyone = (1 << prod(radices)) - 1
    affirmed, denied = situation.reading[0], situation.reading[1]
    shown = [everyone if code > UNKNOWN else 0 for code in affirmed]
    excluded = [everyone if code > UNKNOWN else 0 for code in denied]
    for (slot, answers), digits in zip(choices, masks, strict=True):
        for i, atom in enumerate(program.atoms):
            if atom.slot == slot and affirmed[i] == UNKNOWN:
                made = 0
                for (_, true_atoms), digit in zip(answers, digits, strict=True):
                    made |= digit if atom in true_atoms else 0
                shown[i], excluded[i] = made, everyone ^ made
    planes = judge_planes(program, shown, excluded, everyone)
    return {v: planes.verdict(v) for v in Verdict}, masks


@lru_cache(maxsize=4096)
def _digit_masks(radices: tuple[int, ...]) -> list[tuple[int, ...]]:
    """For each variable and each of its answers, the ways (bits) in which it is given."""
    total, stride, masks = prod(radices), 1, []
    for radix in radices:
        digits = []
        for digit in range(radix):
            block = ((1 << stride) - 1) << (digit * stride)
            filled = radix * stride
            while filled < total:
                block |= block << filled
                filled *= 2
            digits.append(block & ((1 << total) - 1))
        masks.append(tuple(digits))
        stride *= radix
    return masks


def _matters(tables: Iterable[int], masks: tuple[int, ...]) -> bool:
    shift = [(m & -m).bit_length() - 1 for m in masks]
    for table in tables:
        first = table & masks[0]
        if any((table & m) >> s != first for m, s in zip(masks[1:], shift[1:], strict=True)):
            return True
    return False


def _settling(classes: dict[Verdict, int], literals: dict[Choice, int], everyone: int) -> list[Settling]:
    """All settling sets of the smallest size there is, at most three."""
    items = list(literals.items())
    for size in range(1, LARGEST_SET + 1):
        found = []
        for combo in combinations(items, size):
            if len({slot for (slot, _), _ in combo}) < size:
                continue
            ways = everyone
            for _, mask in combo:
                ways &= mask
            settled = next((v for v, table in classes.items() if ways and ways & table == ways), None)
            if settled is not None:
                found.append(Settling(tuple(choice for choice, _ in combo), settled))
        if found:
            return found
    return []


def _clearing(held_back: int, literals: dict[Choice, int], everyone: int) -> tuple[Choice, ...]:
    """From one way in which nothing holds the act back, drop every answer that is not needed."""
    free = everyone & ~held_back
    if not free or not held_back:
        return ()
    way = free & -free
    kept = [(choice, mask) for choice, mask in literals.items() if mask & way]
    for item in list(kept):
        rest = [k for k in kept if k is not item]
        ways = everyone
        for _, mask in rest:
            ways &= mask
        if not ways & held_back:
            kept = rest
    return tuple(choice for choice, _ in kept)
