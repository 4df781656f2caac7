"""What each share of a verdict still rests on: its code in one case, and the open questions that can still move it.

Generated code, run before anything else is looked at. What the answers on file already settle costs nothing then, and
no question is looked at that only stands in formulas already decided.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN, Writer, compile_function
from rogatory.law.columns import Plane, unpack_planes
from rogatory.law.conditions import NEVER, All, AnyOf, Atom, Condition, Constant, Not, Test
from rogatory.law.program import FORMULAS, Program, Reading

CONFLICT = 1
"""Bit of a support that marks conflicting evidence, which leaves something unknown that no answer settles."""
DUTY = len(FORMULAS)
"""Number of the formula of duties to inquire, after those of `FORMULAS`."""


class Share(NamedTuple):
    """What one norm puts into one formula: the formula's number, and the norm's condition there.

    For a duty to inquire the condition raises it, and `fulfilled` says when it is done; otherwise None.
    """

    formula: int
    condition: Condition
    released: bool
    fulfilled: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """A program taken apart.

    Attributes:
        slots: Every slot, the easiest to answer first; the bit of the slot at position i is `2 << i`.
        atoms: Atoms of each slot, by their position in the reading.
        bits: For each atom the bit of its slot.
        formulas: For each share the number of its formula.
        support: Generated: reading, bits of open atoms (for releasing norms with conflicts) -> code and support of
            every share, one after the other.
        planes: Generated: the vectors of `columns.vectors` and the mask of all cases -> for every share the cases in
            which it is shown and in which it is excluded. A duty is shown if raised and certainly not fulfilled.
    """

    slots: tuple[str, ...]
    atoms: dict[str, tuple[int, ...]]
    bits: tuple[int, ...]
    formulas: tuple[int, ...]
    support: Callable[..., tuple[int, ...]]
    planes: Callable[..., tuple[tuple[Plane, Plane], ...]]


@lru_cache(maxsize=512)
def anatomy(program: Program) -> Anatomy:
    """Take `program` apart; done once."""
    slots = sorted(program.slots, key=lambda slot: (int(program.questions[slot].cost), slot))
    bit = {slot: 2 << i for i, slot in enumerate(slots)}
    shares = _shares(program)
    return Anatomy(
        slots=tuple(slots),
        atoms={slot: tuple(i for i, a in enumerate(program.atoms) if a.slot == slot) for slot in slots},
        bits=tuple(bit[a.slot] for a in program.atoms),
        formulas=tuple(s.formula for s in shares),
        support=_SupportWriter(program.index).function(shares),
        planes=_share_planes(program, shares),
    )


def supports(program: Program, reading: Reading) -> list[tuple[int, int, int]]:
    """For every share its formula's number, its code, and the bits of the questions that can still move it.

    Without such bits unless the code is unknown.
    """
    taken = anatomy(program)
    affirmed, _, affirmed_r, _ = reading
    open_ = [bit if code == UNKNOWN else 0 for bit, code in zip(taken.bits, affirmed, strict=True)]
    stuck = open_
    if affirmed_r != affirmed:
        stuck = [
            CONFLICT if code != UNKNOWN and released == UNKNOWN else bit
            for bit, code, released in zip(open_, affirmed, affirmed_r, strict=True)
        ]
    found = taken.support(*reading, open_, stuck)
    return list(zip(taken.formulas, found[::2], found[1::2], strict=True))


def _shares(program: Program) -> list[Share]:
    shares = [
        Share(k, getattr(b, formula), b.norm.releases)
        for b in program.bearings
        for k, formula in enumerate(FORMULAS)
        if getattr(b, formula) is not NEVER
    ]
    # A duty is raised as protection reads it, and fulfilled as release does, whatever its norm.
    return [*shares, *(Share(DUTY, raised, False, fulfilled) for _, raised, fulfilled in program.duties)]


def _share_planes(program: Program, shares: Sequence[Share]) -> Callable[..., tuple[tuple[Plane, Plane], ...]]:
    writer = Writer(program.index, planes=True)
    pairs = []
    for share in shares:
        writer.released = share.released
        shown, excluded = writer.shared(share.condition), writer.shared(share.condition, shown=False)
        if share.fulfilled is not None:
            writer.released = True
            shown += f"&{writer.shared(share.fulfilled, shown=False)}"
            excluded += f"|{writer.shared(share.fulfilled)}"
        pairs.append(f"({shown},{excluded}),")
    header = ["T,X,TO,XO,ALL", *unpack_planes(writer)]
    return compile_function("shares", header, writer, f"({''.join(pairs)})")


@dataclass(slots=True)
class _SupportWriter:
    """Writes the function from a reading to codes and supports.

    A joint of formulas rests on what its parts rest on, while it is unknown itself; and what is decided on nothing.
    """

    index: dict[Atom, int]
    lines: list[str] = field(default_factory=list)
    _names: dict[tuple[Condition, bool, bool], str] = field(default_factory=dict)

    def function(self, shares: Sequence[Share]) -> Callable[..., tuple[int, ...]]:
        results: list[str] = []
        for share in shares:
            parts = [self._node(share.condition, affirmed=True, released=share.released)]
            if share.fulfilled is not None:
                parts.append(self._node(share.fulfilled, affirmed=False, released=True))
            results += self._joint(parts, "&") if len(parts) > 1 else parts[0]
        body = "\n".join(self.lines)
        text = f"def support(P,N,PR,NR,M,MR):\n{body}\n return ({''.join(f'{r},' for r in results)})"
        scope: dict[str, Any] = {}
        exec(compile(text, "<support>", "exec"), scope)  # noqa: S102 - generated here, from typed trees only
        function: Callable[..., tuple[int, ...]] = scope["support"]
        return function

    def _node(self, condition: Condition, *, affirmed: bool, released: bool) -> tuple[str, str]:
        match condition:
            case Atom():
                i, vector = self.index[condition], "R" if released else ""
                return f"{'P' if affirmed else 'N'}{vector}[{i}]", f"M{vector}[{i}]"
            case Constant(holds=holds):
                return str(TRUE if holds == affirmed else FALSE), "0"
            case Not(of=of):
                return self._node(of, affirmed=not affirmed, released=released)
            case Test(body=body):
                return self._node(body, affirmed=affirmed, released=released)
            case All(parts=parts) | AnyOf(parts=parts):
                key = (condition, affirmed, released)
                if key not in self._names:
                    sign = "&" if isinstance(condition, All) == affirmed else "|"
                    below = [self._node(p, affirmed=affirmed, released=released) for p in parts]
                    self._names[key] = self._joint(below, sign)[0][1:]
                return f"c{self._names[key]}", f"m{self._names[key]}"
            case _:
                msg = f"cannot take apart {condition!r}"
                raise TypeError(msg)

    def _joint(self, parts: Sequence[tuple[str, str]], sign: str) -> tuple[str, str]:
        n = len(self.lines)
        masks = "|".join(dict.fromkeys(m for _, m in parts if m != "0")) or "0"
        self.lines.append(f" c{n}={sign.join(c for c, _ in parts)};m{n}={masks} if c{n}=={UNKNOWN} else 0")
        return f"c{n}", f"m{n}"
