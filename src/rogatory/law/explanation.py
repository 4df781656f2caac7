"""Why, and why not: the tree of reasons behind a norm's state in one case.

Built from the same tree the verdict was computed from, and checked against it: an explanation whose root disagrees
with the compiled value is an error, never a footnote. Reasons of whole programs come from generated code; they are
plain tuples until somebody looks at them.
"""

from typing import Any

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test
from rogatory.law.program import Plan, Program
from rogatory.law.reading import Situation

STATE_WORDS = {TRUE: "true", UNKNOWN: "unknown", FALSE: "false"}

Raw = tuple[int, tuple[Condition, bool], tuple["Raw", ...]]
"""Code, the condition with whether its denial is asked, and the parts."""


class Reason:
    """One node of the tree of reasons: a view of the raw tuples."""

    __slots__ = ("raw",)

    def __init__(self, raw: Raw) -> None:
        """View `raw`."""
        self.raw = raw

    @property
    def condition(self) -> Condition:
        """The condition explained, as affirmed."""
        return self.raw[1][0]

    @property
    def denied(self) -> bool:
        """Whether the norm asks for its denial (an exception, a cure not yet in place)."""
        return self.raw[1][1]

    @property
    def code(self) -> int:
        """3 holds, 1 unknown, 0 does not hold, in the direction asked."""
        return self.raw[0]

    @property
    def parts(self) -> tuple["Reason", ...]:
        """Reasons of the parts."""
        return tuple(Reason(part) for part in self.raw[2])

    @property
    def state(self) -> str:
        """true, unknown or false."""
        return STATE_WORDS[self.code]

    def responsible(self) -> "Reason":
        """The same reason with only the parts that settle it: of a failed conjunction the failed parts, and so on."""
        return Reason(_responsible(self.raw))

    def leaves(self) -> tuple["Reason", ...]:
        """The reasons at atoms, in order."""
        if not self.raw[2]:
            return (self,)
        return tuple(leaf for part in self.parts for leaf in part.leaves())


def reason(program: Program, situation: Situation, condition: Condition, *, released: bool = False) -> Reason:
    """The tree of reasons for any `condition` over the program's atoms.

    Args:
        program: The program whose atoms the situation was read for.
        situation: The case, read.
        condition: The condition to explain.
        released: Read conflicts as unknown, as releasing norms do.
    """
    affirmed, denied, affirmed_r, denied_r = situation.reading
    codes = (affirmed_r, denied_r) if released else (affirmed, denied)
    kept = program.plans.get(id(condition))
    if kept is None:
        # With the condition itself, so that no other one can come to its place in memory.
        kept = program.plans[id(condition)] = (condition, _plan(condition, denied=False, index=program.index))
    return Reason(_raw(kept[1], codes))


def reasons(program: Program, situation: Situation) -> tuple[Reason | None, ...]:
    """Reasons for every norm of the program that applies or is open, by generated code; None for the others."""
    return tuple(None if raw is None else Reason(raw) for raw in program.raw_reasons(*situation.reading))


def _plan(condition: Condition, denied: bool, index: dict[Atom, int]) -> Plan:
    """The tree with all that is the same in every case."""
    node = (condition, denied)
    match condition:
        case Atom():
            return node, index[condition], None, ()
        case All(parts=parts) | AnyOf(parts=parts):
            pick = min if isinstance(condition, All) != denied else max
            return node, 0, pick, tuple(_plan(part, denied, index) for part in parts)
        case Test(body=body):
            return node, 0, max, (_plan(body, denied, index),)
        case Not(of=of):
            return _plan(of, not denied, index)
        case Constant(holds=holds):
            return node, TRUE if holds != denied else FALSE, max, ()
        case _:
            msg = f"cannot explain {condition!r}"
            raise TypeError(msg)


def _raw(plan: Plan, codes: tuple[tuple[int, ...], tuple[int, ...]]) -> Raw:
    """As little as can be for each node, as this is most of what judging a case takes."""
    node, at, pick, parts = plan
    if pick is None:
        return codes[node[1]][at], node, ()
    if not parts:
        return at, node, ()
    found = tuple([_raw(part, codes) for part in parts])
    return pick([part[0] for part in found]), node, found


def _responsible(raw: Raw) -> Raw:
    code, node, parts = raw
    if len(parts) > 1:
        parts = tuple(p for p in parts if p[0] == code) or parts
    return code, node, tuple(_responsible(p) for p in parts)


def as_json(reason_: Reason, situation: Situation) -> dict[str, Any]:
    """The tree of reasons as JSON values: states, findings, presumptions, and what made a question live."""
    node: dict[str, Any] = {"state": reason_.state}
    match reason_.condition:
        case Atom() as atom:
            node |= _atom_json(atom, situation)
        case Test(id=ident, title=title, source=source):
            node |= {"test": ident, "finds": title, "source": str(source)}
        case All():
            node["any" if reason_.denied else "all"] = True
        case AnyOf():
            node["all" if reason_.denied else "any"] = True
        case _:
            node["always"] = True
    if reason_.denied:
        node["denied"] = True
    if reason_.parts:
        node["parts"] = [as_json(p, situation) for p in reason_.parts]
    return node


def _atom_json(atom: Atom, situation: Situation) -> dict[str, Any]:
    slot = atom.slot
    standing = situation.standings.get(slot)
    node: dict[str, Any] = {"question": slot, "grade": atom.grade.name.lower()}
    if atom.values and atom.values != ("yes",):
        node["values"] = list(atom.values)
    if atom.number:
        node["number"] = atom.number
    if standing and standing.findings:
        node["findings"] = list(standing.findings)
    if standing and standing.aged:
        node["aged"] = list(standing.aged)
    if slot in situation.presumptions:
        node["presumed"] = True
    if slot in situation.live:
        node["live-because"] = situation.live[slot]
    elif standing and standing.why:
        node["live-because"] = standing.why
    if slot in situation.conflicts:
        node["conflict"] = True
    return node
