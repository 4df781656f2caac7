"""Code generated from conditions: one case at a time (scalar) and many cases at once (bit planes).

Values: 0 excluded, 1 unknown, 3 shown; conjunction is bitwise and, disjunction bitwise or. Negation is pushed down to
the atoms, which are handed in twice, as affirmed and as denied: so evidence that conflicts counts as shown in *both*
readings of a protective formula, and as unknown in both readings of a releasing one. For planes the same formula is
written once for the bits that are shown and once, with the connectives exchanged, for the bits that are excluded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Ground, Not, Test

FALSE, UNKNOWN, TRUE = 0, 1, 3


@dataclass(slots=True)
class Writer:
    """Writes the body of one generated function.

    Attributes:
        index: Position of each atom in the vectors handed in.
        planes: Write bit planes instead of scalar codes.
        released: Read conflicts as unknown (releasing formulas) instead of as shown.
        lines: Lines written so far.
    """

    index: dict[Atom, int]
    planes: bool
    released: bool = False
    lines: list[str] = field(default_factory=list)
    _shared: dict[tuple[Condition, bool, bool, bool], str] = field(default_factory=dict)

    def expression(self, condition: Condition, *, affirmed: bool = True, shown: bool = True) -> str:
        """Source text of `condition`, denied if not `affirmed`; for planes of its excluded bits if not `shown`."""
        match condition:
            case Atom():
                return self._atom(self.index[condition], affirmed=affirmed, shown=shown)
            case Constant(holds=holds):
                return self._constant(on=(holds == affirmed) == shown)
            case Not(of=of):
                return self.expression(of, affirmed=not affirmed, shown=shown)
            case All(parts=parts):
                return self._join(parts, conjunction=affirmed, affirmed=affirmed, shown=shown)
            case AnyOf(parts=parts):
                return self._join(parts, conjunction=not affirmed, affirmed=affirmed, shown=shown)
            case Test(body=body):
                return self.shared(body, affirmed=affirmed, shown=shown)
            case Ground():
                msg = "a ground for refusal must be written in before code is generated"
                raise ValueError(msg)
            case _:
                msg = f"unknown condition {condition!r}"
                raise TypeError(msg)

    def shared(self, condition: Condition, *, affirmed: bool = True, shown: bool = True) -> str:
        """Name of a local holding `condition`, computed once however often it is used."""
        key = (condition, affirmed, shown, self.released)
        if key not in self._shared:
            text = self.expression(condition, affirmed=affirmed, shown=shown)
            name = f"s{len(self._shared)}"
            self.lines.append(f" {name}={text}")
            self._shared[key] = name
        return self._shared[key]

    def _atom(self, i: int, *, affirmed: bool, shown: bool) -> str:
        letter = {(True, True): "p", (False, True): "n", (True, False): "q", (False, False): "m"}[affirmed, shown]
        if not self.planes:
            letter = "p" if affirmed else "n"
        return f"{letter}{'r' if self.released else ''}{i}"

    def _constant(self, *, on: bool) -> str:
        if self.planes:
            return "ALL" if on else "0"
        return str(TRUE if on else FALSE)

    def _join(self, parts: tuple[Condition, ...], *, conjunction: bool, affirmed: bool, shown: bool) -> str:
        # The excluded plane of a conjunction is the disjunction of the excluded planes, and the other way round.
        sign = "&" if conjunction == (shown or not self.planes) else "|"
        texts = [self.expression(p, affirmed=affirmed, shown=shown) for p in parts]
        # Long alternatives become locals, so that nesting never outgrows the compiler.
        texts = [t if len(t) < 400 else self._local(t) for t in texts]  # noqa: PLR2004
        return "(" + sign.join(texts) + ")"

    def _local(self, text: str) -> str:
        name = f"x{len(self.lines)}"
        self.lines.append(f" {name}={text}")
        return name


def compile_function(name: str, header: Sequence[str], writer: Writer, result: str) -> Callable[..., Any]:
    """The generated function `name` with parameters in `header[0]`, unpacking lines, the writer's lines and a result."""
    source = "\n".join([f"def {name}({header[0]}):", *header[1:], *writer.lines, f" return {result}"])
    scope: dict[str, Any] = {}
    exec(compile(source, f"<{name}>", "exec"), scope)  # noqa: S102 - text is generated here, from typed trees only
    function: Callable[..., Any] = scope[name]
    return function
