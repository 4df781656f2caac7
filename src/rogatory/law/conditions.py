"""Conditions: what a norm asks, written in Python as data.

A condition is a small tree over questions. It is never a Python truth value: `and`, `or`, `not` and `if` would
silently turn *unknown* into *no*, so `bool()` of a condition raises. Combine with `&`, `|` and `~`.

From the one tree come evaluation (`program`), explanation (`explanation`), wording (`wording`) and the questionnaire
(`relevance`), so that no two of them can disagree about what the law asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rogatory.law.grades import Grade
from rogatory.law.sources import Source


class Condition:
    """Base of all conditions; supplies the operators, and a hash that is reckoned once: trees are looked up by it."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        """Reckon it from the fields, which do not change."""
        try:
            return self._hash
        except AttributeError:
            made = hash((type(self).__name__, *(getattr(self, name) for name in self.__slots__)))
            object.__setattr__(self, "_hash", made)
            return made

    def __and__(self, other: "Condition") -> "Condition":
        """Both hold."""
        return All(_flat(All, self) + _flat(All, other))

    def __or__(self, other: "Condition") -> "Condition":
        """At least one holds."""
        return AnyOf(_flat(AnyOf, self) + _flat(AnyOf, other))

    def __invert__(self) -> "Condition":
        """It is excluded: examined and found not to hold. Unknown stays unknown."""
        return self.of if isinstance(self, Not) else Not(self)

    def __bool__(self) -> bool:
        """Refuse to be a Python truth value.

        Raises:
            TypeError: Always. `and`, `or`, `not` and `if` would lose the unknown.
        """
        msg = "a condition has three values, not two: combine conditions with &, | and ~, never with and, or, not, if"
        raise TypeError(msg)


class Op(Enum):
    """How an atom compares the answer on file with its operand."""

    IS = "is"
    """The answer is one of the named values."""
    AT_LEAST = "at-least"
    """The number is the operand or more."""
    DAYS_PASSED = "days-passed"
    """At least so many calendar days have passed since the day answered, at the moment of judging."""


@dataclass(frozen=True, slots=True)
class Atom(Condition):
    """One thing asked: is the answer to `question` among `values`, shown to `grade`?

    Attributes:
        question: Identifier in the vocabulary.
        role: Which object of that kind is meant where a case may hold several: for assurances the risk answered;
            empty where the object judged decides.
        op: Comparison.
        values: For IS the values that satisfy it; empty otherwise.
        number: For AT_LEAST and DAYS_PASSED the threshold, inclusive.
        grade: Grade of proof the norm needs. Below it the atom is unknown, never false.
    """

    question: str
    role: str
    op: Op
    values: tuple[str, ...]
    number: int
    grade: Grade

    __hash__ = Condition.__hash__

    @property
    def slot(self) -> str:
        """The question together with its role: the place in a case where the answer stands."""
        return f"{self.question}@{self.role}" if self.role else self.question


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """`of` is excluded."""

    of: Condition

    __hash__ = Condition.__hash__


@dataclass(frozen=True, slots=True)
class All(Condition):
    """Every part holds.

    Raises:
        ValueError: No parts. An empty list would be trivially true, and nothing examined is never a clean bill.
    """

    parts: tuple[Condition, ...]

    __hash__ = Condition.__hash__

    def __post_init__(self) -> None:
        """Refuse the empty conjunction."""
        _refuse_empty(self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds.

    Raises:
        ValueError: No parts.
    """

    parts: tuple[Condition, ...]

    __hash__ = Condition.__hash__

    def __post_init__(self) -> None:
        """Refuse the empty disjunction."""
        _refuse_empty(self.parts)


@dataclass(frozen=True, slots=True)
class Test(Condition):
    """A legal test with a name of its own (real risk, sufficient assurance), used by several norms.

    Attributes:
        id: Name in rulings and in the law book.
        title: What it finds, as a clause in English ("there is a real risk of ill-treatment").
        source: Where the test comes from.
        body: The condition.
    """

    __test__ = False  # the field's word; pytest must not take it for a test class

    id: str
    title: str
    source: Source
    body: Condition

    __hash__ = Condition.__hash__


@dataclass(frozen=True, slots=True)
class Constant(Condition):
    """Always or never: for norms that bear on an act whatever the facts (`ALWAYS`), and for pruned parts."""

    holds: bool

    __hash__ = Condition.__hash__


@dataclass(frozen=True, slots=True)
class Ground(Condition):
    """Some ground for refusing the request stands: replaced, when a refusal is judged, by the grounds bearing on GRANT."""

    __hash__ = Condition.__hash__


ALWAYS = Constant(holds=True)
NEVER = Constant(holds=False)
GROUND_FOR_REFUSAL = Ground()


def any_of(*parts: Condition) -> Condition:
    """At least one of `parts`; a single part stands for itself."""
    return parts[0] if len(parts) == 1 else AnyOf(tuple(p for part in parts for p in _flat(AnyOf, part)))


def all_of(*parts: Condition) -> Condition:
    """Every one of `parts`; a single part stands for itself."""
    return parts[0] if len(parts) == 1 else All(tuple(p for part in parts for p in _flat(All, part)))


def children(condition: Condition) -> tuple[Condition, ...]:
    """The direct parts of a condition, in their order; none for a leaf."""
    match condition:
        case All(parts) | AnyOf(parts):
            return parts
        case Not(of):
            return (of,)
        case Test(body=body):
            return (body,)
        case _:
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Every node of the tree, parents first."""
    left = [condition]
    while left:
        node = left.pop()
        yield node
        left.extend(reversed(children(node)))


def atoms(condition: Condition) -> tuple[Atom, ...]:
    """The distinct atoms of a condition, in the order they are met."""
    return tuple(dict.fromkeys(node for node in walk(condition) if isinstance(node, Atom)))


def map_ground(condition: Condition, ground: Condition) -> Condition:
    """`condition` with every mention of a ground for refusal replaced by `ground`."""
    match condition:
        case Ground():
            return ground
        case Not(of):
            return ~map_ground(of, ground)
        case All(parts):
            return All(tuple(map_ground(p, ground) for p in parts))
        case AnyOf(parts):
            return AnyOf(tuple(map_ground(p, ground) for p in parts))
        case _:
            return condition


def _flat(kind: type["All"] | type["AnyOf"], condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, kind):
        return condition.parts
    return (condition,)


def _refuse_empty(parts: tuple[Condition, ...]) -> None:
    if not parts:
        msg = "a condition without parts would hold of nothing examined; name at least one part"
        raise ValueError(msg)
