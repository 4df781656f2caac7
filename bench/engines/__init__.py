"""Outside engines given the same conditions: oracles for the tests, peers for the measurements.

Each takes typed conditions and answers 0 excluded, 1 unknown, 3 shown for a case given as the code of every atom.
They share nothing with our evaluator: clingo derives from rules in both directions, CEL leaves unknown variables out
and absorbs the error, Cedar and zen work on two planes, shown and excluded.

Each adapter uses the fastest way of calling its engine that was found; what can be prepared before is prepared before.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Test, atoms

Codes = Mapping[Atom, int]
"""Code of every atom in one case: 0, 1 or 3."""

Prepared = TypeVar("Prepared")
"""A case in the form an engine takes."""


class Engine(ABC, Generic[Prepared]):
    """An engine holding some conditions."""

    @abstractmethod
    def prepare(self, case: Codes) -> Prepared:
        """The case in the form the engine takes; not counted as evaluation."""

    @abstractmethod
    def judge(self, prepared: Prepared) -> list[int]:
        """Code of every condition in one case."""

    def codes(self, cases: Iterable[Codes]) -> list[list[int]]:
        """Code of every condition in every case."""
        return [self.judge(self.prepare(case)) for case in cases]


def numbered(conditions: Sequence[Condition]) -> dict[Atom, int]:
    """Every atom of the conditions with a number."""
    found: dict[Atom, None] = {}
    for condition in conditions:
        found.update(dict.fromkeys(atoms(condition)))
    return {atom: i for i, atom in enumerate(found)}


def written(condition: Condition, index: Mapping[Atom, int], words: tuple[str, str, str], letter: str = "f") -> str:
    """A condition in infix form with the given words for and, or, not."""
    conj, disj, deny = words
    match condition:
        case Atom():
            return f"{letter}{index[condition]}"
        case Constant(holds=holds):
            return "true" if holds else "false"
        case Not(of=of):
            return f"{deny}({written(of, index, words, letter)})"
        case Test(body=body):
            return written(body, index, words, letter)
        case All(parts=parts):
            return "(" + conj.join(written(p, index, words, letter) for p in parts) + ")"
        case AnyOf(parts=parts):
            return "(" + disj.join(written(p, index, words, letter) for p in parts) + ")"
        case _:
            msg = f"cannot write {condition!r}"
            raise TypeError(msg)


def two_planes(
    condition: Condition, index: Mapping[Atom, int], *, shown: bool, conj: str, disj: str, prefix: str = ""
) -> str:
    """The condition over two sets of variables, `t` shown and `x` excluded, for engines that know two values only."""
    match condition:
        case Atom():
            return f"{prefix}{'t' if shown else 'x'}{index[condition]}"
        case Constant(holds=holds):
            return "true" if holds == shown else "false"
        case Not(of=of):
            return two_planes(of, index, shown=not shown, conj=conj, disj=disj, prefix=prefix)
        case Test(body=body):
            return two_planes(body, index, shown=shown, conj=conj, disj=disj, prefix=prefix)
        case All(parts=parts) | AnyOf(parts=parts):
            sign = conj if isinstance(condition, All) == shown else disj
            texts = (two_planes(p, index, shown=shown, conj=conj, disj=disj, prefix=prefix) for p in parts)
            return "(" + sign.join(texts) + ")"
        case _:
            msg = f"cannot write {condition!r}"
            raise TypeError(msg)


def both_planes(
    conditions: Sequence[Condition], index: Mapping[Atom, int], conj: str, disj: str, prefix: str = ""
) -> list[str]:
    """For each condition the text of its shown plane, then of its excluded plane."""
    return [
        two_planes(c, index, shown=shown, conj=conj, disj=disj, prefix=prefix)
        for c in conditions
        for shown in (True, False)
    ]


def planes_of(case: Codes, index: Mapping[Atom, int]) -> dict[str, bool]:
    """The variables of the two planes in one case."""
    found = {}
    for atom, i in index.items():
        found[f"t{i}"], found[f"x{i}"] = case[atom] == 3, case[atom] == 0
    return found


def codes_of(flat: Sequence[bool]) -> list[int]:
    """Codes from the values of `both_planes`."""
    return [3 if flat[k] else 0 if flat[k + 1] else 1 for k in range(0, len(flat), 2)]
