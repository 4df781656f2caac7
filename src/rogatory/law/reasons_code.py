"""Generated code for reasons: for every norm that applies or is open the tree of reasons as plain tuples.

The same typed tree as the verdict's, written out once more so that each node also says what it is. Leaves are
constants chosen by their code; legal tests shared by several norms are explained once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rogatory.law.codegen import FALSE, TRUE, UNKNOWN
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test

ReasonFunction = Callable[..., tuple[Any, ...]]


@dataclass(slots=True)
class ReasonWriter:
    """Writes one function from a reading to the reasons of several conditions.

    Attributes:
        index: Position of each atom in the vectors handed in.
        lines: Lines written so far.
        constants: Values the lines refer to by name.
    """

    index: dict[Atom, int]
    lines: list[str] = field(default_factory=list)
    constants: dict[str, Any] = field(default_factory=dict)
    _names: dict[tuple[Condition, bool, bool], str] = field(default_factory=dict)
    _count: int = 0

    def whole(self, conditions: list[tuple[Test, bool]]) -> ReasonFunction:
        """The function for `conditions`, each with whether conflicts are read as a releasing norm reads them."""
        results = []
        for condition, released in conditions:
            name = self._node(condition, denied=False, released=released)
            results.append(f"{name} if {name}[0] else None")
        body = "\n".join(self.lines)
        text = f"def reasons(P,N,PR,NR):\n{body}\n return ({','.join(results)}{',' if len(results) == 1 else ''})"
        scope = dict(self.constants)
        exec(compile(text, "<reasons>", "exec"), scope)  # noqa: S102 - generated here, from typed trees only
        function: ReasonFunction = scope["reasons"]
        return function

    def _node(self, condition: Condition, *, denied: bool, released: bool) -> str:
        """Text that evaluates to the raw reason of `condition`."""
        match condition:
            case Atom():
                return self._leaf(condition, denied=denied, released=released)
            case Constant(holds=holds):
                return self._constant((TRUE if holds != denied else FALSE, (condition, denied), ()))
            case Not(of=of):
                return self._node(of, denied=not denied, released=released)
            case Test(body=body):
                return self._test(condition, body, denied=denied, released=released)
            case All(parts=parts) | AnyOf(parts=parts):
                return self._join(condition, parts, denied=denied, released=released)
            case _:
                msg = f"cannot explain {condition!r}"
                raise TypeError(msg)

    def _leaf(self, atom: Atom, *, denied: bool, released: bool) -> str:
        vector = ("N" if denied else "P") + ("R" if released else "")
        key = (atom, denied, released)
        if key not in self._names:
            node = (atom, denied)
            by_code = [None] * 4
            for code in (FALSE, UNKNOWN, TRUE):
                by_code[code] = (code, node, ())  # type: ignore[call-overload]
            self._names[key] = self._constant(tuple(by_code))
        return f"{self._names[key]}[{vector}[{self.index[atom]}]]"

    def _test(self, test: Test, body: Condition, *, denied: bool, released: bool) -> str:
        key = (test, denied, released)
        if key not in self._names:
            inner = self._node(body, denied=denied, released=released)
            name = self._fresh()
            node = self._constant((test, denied))
            self.lines.append(f" {name}i={inner}\n {name}=({name}i[0],{node},({name}i,))")
            self._names[key] = name
        return self._names[key]

    def _join(self, condition: Condition, parts: tuple[Condition, ...], *, denied: bool, released: bool) -> str:
        sign = "&" if isinstance(condition, All) != denied else "|"
        names, codes = [], []
        for part in parts:
            text = self._node(part, denied=denied, released=released)
            if text.isidentifier():
                names.append(text)
                codes.append(f"{text}[0]")
            else:
                name = self._fresh()
                names.append(name)
                codes.append(f"({name}:={text})[0]")
        node = self._constant((condition, denied))
        joined = f"({sign.join(codes)},{node},({','.join(names)},))"
        if len(joined) < 2000:  # noqa: PLR2004 - long alternatives become locals, so that nesting stays shallow
            return joined
        name = self._fresh()
        self.lines.append(f" {name}={joined}")
        return name

    def _constant(self, value: object) -> str:
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return name

    def _fresh(self) -> str:
        self._count += 1
        return f"r{self._count}"
