"""clingo (answer-set programming, MIT): each node derived shown or excluded by rules of its own."""

from collections.abc import Sequence

import clingo

from bench.engines import Codes, Engine, numbered
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test


class Clingo(Engine[list[tuple[int, bool]]]):
    """Conditions grounded once; each case is set by external atoms and solved."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Write the rules and ground them."""
        self.index = numbered(conditions)
        self._rules: list[str] = []
        self._count = 0
        for i, condition in enumerate(conditions):
            node = self._node(condition)
            self._rules += [f"t(c{i}) :- t({node}).", f"n(c{i}) :- n({node})."]
        externals = [f"#external {s}(f{i})." for i in self.index.values() for s in "tn"]
        shows = ["#show.", *(f"#show {s}(c{i}) : {s}(c{i})." for i in range(len(conditions)) for s in "tn")]
        self._size = len(conditions)
        self._control = clingo.Control(["--warn=none"])
        self._control.add("base", [], "\n".join([*self._rules, *externals, *shows]))
        self._control.ground([("base", [])])
        atoms = self._control.symbolic_atoms
        self._literal: dict[tuple[str, int], int] = {}
        for i in self.index.values():
            for s in "tn":
                atom = atoms[clingo.Function(s, [clingo.Function(f"f{i}")])]
                assert atom is not None
                self._literal[s, i] = atom.literal

    def prepare(self, case: Codes) -> list[tuple[int, bool]]:
        """Every external literal with its value."""
        return [
            (self._literal[sign, i], case[atom] == code)
            for atom, i in self.index.items()
            for sign, code in (("t", 3), ("n", 0))
        ]

    def judge(self, prepared: list[tuple[int, bool]]) -> list[int]:
        """Code of every condition."""
        for literal, value in prepared:
            self._control.assign_external(literal, value)
        row = [1] * self._size

        def read(model: clingo.Model) -> None:
            for symbol in model.symbols(shown=True):
                row[int(symbol.arguments[0].name[1:])] = 3 if symbol.name == "t" else 0

        self._control.solve(on_model=read)
        return row

    def _node(self, condition: Condition) -> str:
        match condition:
            case Atom():
                return f"f{self.index[condition]}"
            case Test(body=body):
                return self._node(body)
            case _:
                pass
        self._count += 1
        me = f"x{self._count}"
        match condition:
            case Constant(holds=holds):
                self._rules.append(f"{'t' if holds else 'n'}({me}).")
            case Not(of=of):
                inner = self._node(of)
                self._rules += [f"t({me}) :- n({inner}).", f"n({me}) :- t({inner})."]
            case All(parts=parts) | AnyOf(parts=parts):
                inner_nodes = [self._node(p) for p in parts]
                every, some = ("t", "n") if isinstance(condition, All) else ("n", "t")
                self._rules.append(f"{every}({me}) :- {', '.join(f'{every}({p})' for p in inner_nodes)}.")
                self._rules += [f"{some}({me}) :- {some}({p})." for p in inner_nodes]
            case _:
                msg = f"cannot write {condition!r}"
                raise TypeError(msg)
        return me
