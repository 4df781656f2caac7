"""Why, and why not: the tree of reasons behind a norm's state in one case.

Built from the same tree the verdict was computed from, and checked against it: an explanation whose root disagrees
with the compiled value is an error, never a footnote.
"""

from dataclasses import dataclass
from typing import Any

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test
from rogatory.law.program import Program
from rogatory.law.reading import Situation

STATE_WORDS = {TRUE: "true", UNKNOWN: "unknown", FALSE: "false"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One node of the tree of reasons.

    Attributes:
        condition: The condition explained, as affirmed.
        denied: The norm asks for its denial (an exception, a cure not yet in place).
        code: 3 holds, 1 unknown, 0 does not hold, in the direction asked.
        parts: Reasons of the parts.
    """

    condition: Condition
    denied: bool
    code: int
    parts: tuple["Reason", ...] = ()

    @property
    def state(self) -> str:
        """true, unknown or false."""
        return STATE_WORDS[self.code]

    def responsible(self) -> "Reason":
        """The same reason with only the parts that settle it: of a failed conjunction the failed parts, and so on."""
        parts = tuple(p.responsible() for p in self.parts)
        if self.code in {TRUE, FALSE} and len(parts) > 1:
            settled = tuple(p for p in parts if p.code == self.code)
            parts = settled or parts
        elif self.code == UNKNOWN and len(parts) > 1:
            parts = tuple(p for p in parts if p.code == UNKNOWN) or parts
        return Reason(self.condition, self.denied, self.code, parts)

    def leaves(self) -> tuple["Reason", ...]:
        """The reasons at atoms, in order."""
        if not self.parts:
            return (self,)
        return tuple(leaf for part in self.parts for leaf in part.leaves())


def reason(program: Program, situation: Situation, condition: Condition, *, released: bool = False) -> Reason:
    """The tree of reasons for `condition`.

    Args:
        program: The program whose atoms the situation was read for.
        situation: The case, read.
        condition: The condition to explain.
        released: Read conflicts as unknown, as releasing norms do.
    """
    affirmed, denied, affirmed_r, denied_r = situation.reading
    codes = (affirmed_r, denied_r) if released else (affirmed, denied)
    return _reason(condition, False, program.index, codes)


def _reason(
    condition: Condition,
    denied: bool,
    index: dict[Atom, int],
    codes: tuple[tuple[int, ...], tuple[int, ...]],
) -> Reason:
    match condition:
        case Atom():
            return Reason(condition, denied, codes[denied][index[condition]])
        case Constant(holds=holds):
            return Reason(condition, denied, TRUE if holds != denied else FALSE)
        case Not(of=of):
            return _reason(of, not denied, index, codes)
        case Test(body=body):
            inner = _reason(body, denied, index, codes)
            return Reason(condition, denied, inner.code, (inner,))
        case All(parts=parts) | AnyOf(parts=parts):
            reasons = tuple(_reason(p, denied, index, codes) for p in parts)
            lowest = isinstance(condition, All) != denied
            code = min(r.code for r in reasons) if lowest else max(r.code for r in reasons)
            return Reason(condition, denied, code, reasons)
        case _:
            msg = f"cannot explain {condition!r}"
            raise TypeError(msg)


def as_json(reason_: Reason, situation: Situation) -> dict[str, Any]:
    """The tree of reasons as JSON values: states, findings, presumptions, and what made a question live."""
    node: dict[str, Any] = {"state": reason_.state}
    match reason_.condition:
        case Atom() as atom:
            node |= _atom_json(atom, situation)
        case Test(id=ident, title=title, source=source):
            node |= {"test": ident, "finds": title, "source": str(source)}
        case All():
            node["all" if not reason_.denied else "any"] = True
        case AnyOf():
            node["any" if not reason_.denied else "all"] = True
        case _:
            node["always"] = True
    if reason_.denied:
        node["denied"] = True
    if reason_.parts:
        parts = reason_.parts[0].parts if _skips(reason_) else reason_.parts
        node["parts"] = [as_json(p, situation) for p in parts] or [as_json(reason_.parts[0], situation)]
    return node


def _skips(reason_: Reason) -> bool:
    """A test shows the parts of its body directly."""
    return isinstance(reason_.condition, Test) and bool(reason_.parts[0].parts)


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
    if slot in situation.conflicts:
        node["conflict"] = True
    return node
