"""What the formulas still leave undecided in one case, in pieces that share no open question.

What the answers on file already settle is cut away first. What is left falls into pieces, and no question stands in
two of them: so each piece can be looked at alone, and the verdict on the act is the one of the piece that holds it
back most. Twenty open questions in pieces of three are sixty ways of answering to look at, instead of a million.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.columns import Plane, Planes
from rogatory.law.conditions import NEVER, All, AnyOf, Atom, Condition, Constant, Not, Test
from rogatory.law.formulas import Verdict
from rogatory.law.program import FORMULAS, Program, Reading

CONFLICT = 1
"""Bit of `slots` that marks a part in which conflicting evidence leaves something unknown that no answer settles."""


class Leaf(NamedTuple):
    """An atom: bit of its slot, vector of the reading and place in it, and whether its denial is asked."""

    slots: int
    vector: int
    atom: int
    denied: bool


class Joint(NamedTuple):
    """A conjunction (`every`) or disjunction, with the bits of all slots below it."""

    slots: int
    every: bool
    parts: tuple["Node", ...]


Node = Leaf | Joint | int
"""A formula with negation pushed down to the atoms; a number is a code that no answer changes."""
STUCK = Joint(CONFLICT, True, ())
"""Conflicting evidence as a releasing norm reads it: unknown whatever is answered."""


class Part(NamedTuple):
    """One norm's share in one formula.

    Attributes:
        formula: Position in `FORMULAS`; one past the last for a duty to inquire.
        bearing: Position of the norm.
        node: The formula; for a duty what raises it.
        fulfilled: For a duty what fulfils it; otherwise never.
    """

    formula: int
    bearing: int
    node: Node
    fulfilled: Node = FALSE


DUTY = len(FORMULAS)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A program taken apart.

    Attributes:
        slots: Every slot; the bit of the slot at position i is `2 << i`.
        atoms: Atoms of each slot, by their position in the reading.
        parts: Every part, those of one norm together.
    """

    slots: tuple[str, ...]
    atoms: dict[str, tuple[int, ...]]
    parts: tuple[Part, ...]


@lru_cache(maxsize=512)
def anatomy(program: Program) -> Anatomy:
    """Take `program` apart; done once."""
    slots = {slot: 2 << i for i, slot in enumerate(program.slots)}
    atoms = {slot: tuple(i for i, a in enumerate(program.atoms) if a.slot == slot) for slot in slots}
    build = _Build(program, slots)
    parts = [
        Part(k, i, build.node(getattr(b, formula), denied=False, released=b.norm.releases))
        for i, b in enumerate(program.bearings)
        for k, formula in enumerate(FORMULAS)
        if getattr(b, formula) is not NEVER
    ]
    for i, trigger, fulfilled in program.duties:
        raised = build.node(trigger, denied=False, released=False)
        parts.append(Part(DUTY, i, raised, build.node(fulfilled, denied=False, released=True)))
    return Anatomy(tuple(slots), atoms, tuple(parts))


class _Build:
    def __init__(self, program: Program, slots: dict[str, int]) -> None:
        self.index = program.index
        self.slots = slots
        self.made: dict[tuple[Condition, bool, bool], Node] = {}

    def node(self, condition: Condition, *, denied: bool, released: bool) -> Node:
        match condition:
            case Atom():
                return Leaf(self.slots[condition.slot], denied + 2 * released, self.index[condition], denied)
            case Constant(holds=holds):
                return TRUE if holds != denied else FALSE
            case Not(of=of):
                return self.node(of, denied=not denied, released=released)
            case Test(body=body):
                # One object for a test used by several norms, so that a case cuts it down once.
                key = (condition, denied, released)
                if key not in self.made:
                    self.made[key] = self.node(body, denied=denied, released=released)
                return self.made[key]
            case All(parts=parts) | AnyOf(parts=parts):
                nodes = tuple(self.node(p, denied=denied, released=released) for p in parts)
                return Joint(_all_slots(nodes), isinstance(condition, All) != denied, nodes)
            case _:
                msg = f"cannot take apart {condition!r}"
                raise TypeError(msg)


Rail = Mapping[int, Plane]
"""For each open atom, by position, the ways of answering in which it is shown (or excluded)."""


@dataclass(slots=True, eq=False)
class Piece:
    """Parts that hang together by the open questions they read.

    Attributes:
        slots: Bits of these questions.
        parts: The parts.
        unknown: Formulas in which conflicting evidence leaves a norm unknown whatever is answered.
    """

    slots: int
    parts: list[Part]
    unknown: frozenset[int] = frozenset()

    def join(self, other: "Piece") -> None:
        """Take in another piece."""
        self.slots |= other.slots
        self.parts += other.parts
        self.unknown |= other.unknown

    def verdicts(self, shown: Rail, excluded: Rail, everyone: Plane) -> dict[Verdict, Plane]:
        """For each verdict the ways of answering in which this piece alone leads to it.

        Args:
            shown: For each atom of these questions the ways in which it is shown.
            excluded: For each the ways in which it is excluded.
            everyone: Mask with one bit for each way.
        """
        holds, fails, duties = [0] * DUTY, [0 if k in self.unknown else everyone for k in range(DUTY)], 0
        done: dict[int, tuple[Plane, Plane]] = {}
        for part in self.parts:
            yes, no = planes(part.node, shown, excluded, everyone, done)
            if part.formula == DUTY:
                duties |= yes & ~planes(part.fulfilled, shown, excluded, everyone, done)[0]
            else:
                holds[part.formula] |= yes
                fails[part.formula] &= no
        unknown = [everyone & ~(h | f) for h, f in zip(holds, fails, strict=True)]
        return verdict_planes(holds, unknown, duties, everyone)

    def bounds(self, shown: Rail, excluded: Rail, everyone: Plane) -> tuple[dict[Verdict, Plane], dict[Verdict, Plane]]:
        """The mildest and the strictest verdict this piece can still lead to, where answers are still missing.

        Never too narrow: what cannot be told counts as possible both ways.
        """
        holds, may = [0] * DUTY, [everyone if k in self.unknown else 0 for k in range(DUTY)]
        duties, maybe_duties = 0, 0
        done: dict[int, tuple[Plane, Plane]] = {}
        for part in self.parts:
            yes, no = planes(part.node, shown, excluded, everyone, done)
            if part.formula == DUTY:
                met, unmet = planes(part.fulfilled, shown, excluded, everyone, done)
                duties |= yes & unmet
                maybe_duties |= everyone & ~no & ~met
            else:
                holds[part.formula] |= yes
                may[part.formula] |= everyone & ~no
        stuck = [m if self.slots & CONFLICT or k in self.unknown else 0 for k, m in enumerate(may)]
        return (
            verdict_planes(holds, [0] * DUTY, duties, everyone),
            verdict_planes(may, stuck, maybe_duties, everyone),
        )


@dataclass(frozen=True, slots=True)
class Residue:
    """What is left open.

    Attributes:
        floor: The verdict of what no answer changes any more; the act is held back at least so much.
        pieces: What answers can still change, apart.
    """

    floor: Verdict
    pieces: tuple[Piece, ...]


def residue(program: Program, reading: Reading) -> Residue:
    """Cut away what the case settles, and take apart what is left."""
    _, *codes, norms = program.all_codes(*reading)
    formulas = [*codes[:DUTY], UNKNOWN]
    kept: list[tuple[int, Part]] = []
    unknown: set[int] = set()
    duties = 0
    seen: dict[int, Node] = {}
    for part in anatomy(program).parts:
        if formulas[part.formula] != UNKNOWN or not _may_apply(program, part, norms):
            continue
        node, fulfilled = rest(part.node, reading, seen), rest(part.fulfilled, reading, seen)
        if node == FALSE or fulfilled == TRUE:
            continue
        slots = _slots(node) | _slots(fulfilled)
        if slots & ~CONFLICT:
            kept.append((slots, Part(part.formula, part.bearing, node, fulfilled)))
        elif part.formula == DUTY:
            duties |= node == TRUE
        else:
            unknown.add(part.formula)
    floor = _floor(formulas, unknown - {p.formula for _, p in kept}, duties)
    return Residue(floor, tuple(_apart(kept, unknown, len(program.slots))))


def rest(node: Node, reading: Reading, seen: dict[int, Node]) -> Node:
    """`node` without what `reading` settles; a code, if all of it is settled."""
    if isinstance(node, int):
        return node
    if isinstance(node, Leaf):
        code = reading[node.vector][node.atom]
        if code != UNKNOWN:
            return code
        return node if reading[0][node.atom] == UNKNOWN else STUCK
    found = seen.get(id(node))
    if found is None:
        found = seen[id(node)] = _rest_of(node, reading, seen)
    return found


def planes(
    node: Node,
    shown: Rail,
    excluded: Rail,
    everyone: Plane,
    done: dict[int, tuple[Plane, Plane]],
) -> tuple[Plane, Plane]:
    """The ways of answering in which `node` is shown, and in which it is excluded."""
    if isinstance(node, Leaf):
        yes, no = shown[node.atom], excluded[node.atom]
        return (no, yes) if node.denied else (yes, no)
    if isinstance(node, int):
        return (everyone, 0) if node == TRUE else (0, everyone)
    if node is STUCK:
        return 0, 0
    found = done.get(id(node))
    if found is None:
        every, some = everyone, 0
        for part in node.parts:
            yes, no = planes(part, shown, excluded, everyone, done)
            # A disjunction is excluded where every part is, and shown where some part is.
            every &= yes if node.every else no
            some |= no if node.every else yes
        found = done[id(node)] = (every, some) if node.every else (some, every)
    return found


def verdict_planes(
    shown: Sequence[Plane], unknown: Sequence[Plane], duties: Plane, everyone: Plane
) -> dict[Verdict, Plane]:
    """For each verdict that occurs the ways of answering that lead to it."""
    pairs = [plane for pair in zip(shown, unknown, strict=True) for plane in pair]
    found = Planes(*[everyone, *pairs, duties])
    return {v: plane for v in Verdict if (plane := found.verdict(v))}


def _rest_of(node: Joint, reading: Reading, seen: dict[int, Node]) -> Node:
    decides, drops = (FALSE, TRUE) if node.every else (TRUE, FALSE)
    kept: list[Leaf | Joint] = []
    slots = 0
    for part in node.parts:
        left = rest(part, reading, seen)
        if isinstance(left, int):
            if left == decides:
                return decides
        else:
            kept.append(left)
            slots |= left.slots
    if len(kept) < 2:  # noqa: PLR2004 - one part stands for itself
        return kept[0] if kept else drops
    return Joint(slots, node.every, tuple(kept))


def _may_apply(program: Program, part: Part, norms: Sequence[int]) -> bool:
    # Every formula of a norm asks that the norm applies. A duty is raised as protection reads it, whatever its norm.
    return norms[part.bearing] != FALSE or (part.formula == DUTY and program.bearings[part.bearing].norm.releases)


def _floor(formulas: Sequence[int], unknown: Iterable[int], duties: int) -> Verdict:
    shown = [int(code == TRUE) for code in formulas[:DUTY]]
    open_ = [int(k in set(unknown)) for k in range(DUTY)]
    return next(iter(verdict_planes(shown, open_, duties, 1)))


def _apart(parts: Sequence[tuple[int, Part]], unknown: set[int], slots: int) -> list[Piece]:
    """Group the parts, each with the bits of its slots, that share an open slot.

    A formula in which conflicting evidence leaves something unknown stays together too: there one norm that is shown
    silences the doubt about another.
    """
    tied = unknown | {p.formula for mask, p in parts if mask & CONFLICT and p.formula != DUTY}
    groups: list[tuple[int, Piece]] = []
    for own, part in parts:
        mask = own & ~CONFLICT | (2 << slots + part.formula if part.formula in tied else 0)
        joined = Piece(own, [part], frozenset({part.formula} & unknown))
        meeting = [g for g in groups if g[0] & mask]
        for group in meeting:
            mask |= group[0]
            joined.join(group[1])
        groups = [g for g in groups if g not in meeting] if meeting else groups
        groups.append((mask, joined))
    return [piece for _, piece in groups]


def _slots(node: Node) -> int:
    return 0 if isinstance(node, int) else node.slots


def _all_slots(nodes: Iterable[Node]) -> int:
    found = 0
    for node in nodes:
        found |= _slots(node)
    return found
