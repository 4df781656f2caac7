"""Mutants of norms: one small change each, of the kind a slip of the pen makes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Not, Op, Test
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, Norm

Mutant = tuple[str, Norm]
"""What was changed, and the norm after it."""


def of_norm(norm: Norm) -> Iterator[Mutant]:
    """Every mutant of a norm."""
    for what, changed in of_condition(norm.when):
        yield f"when: {what}", replace(norm, when=changed)
    for i, exception in enumerate(norm.unless):
        rest = norm.unless[:i] + norm.unless[i + 1 :]
        yield f"exception {exception.id} dropped", replace(norm, unless=rest)
        for what, changed in of_condition(exception.when):
            unless = (*norm.unless[:i], replace(exception, when=changed), *norm.unless[i + 1 :])
            yield f"exception {exception.id}: {what}", replace(norm, unless=unless)
    yield from _of_cure(norm)
    if norm.fulfilled is not None:
        for what, changed in of_condition(norm.fulfilled):
            yield f"fulfilled: {what}", replace(norm, fulfilled=changed)
    for effect in _other_effects(norm):
        yield f"effect {effect.value}", replace(norm, effect=effect)


def of_condition(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Every mutant of a condition; legal tests named in it stay whole."""
    yield from _of_node(condition, lambda changed: changed)


def _of_node(node: Condition, rebuild: Callable[[Condition], Condition]) -> Iterator[tuple[str, Condition]]:
    match node:
        case Atom() | Test():
            yield f"{_name(node)} denied", rebuild(Not(node))
            if isinstance(node, Atom):
                yield from _of_atom(node, rebuild)
        case Not(of=of):
            yield "denial dropped", rebuild(of)
            yield from _of_node(of, lambda changed: rebuild(Not(changed)))
        case All(parts) | AnyOf(parts):
            kind, other = (All, AnyOf) if isinstance(node, All) else (AnyOf, All)
            if len(parts) > 1:
                yield f"{kind.__name__} became {other.__name__}", rebuild(other(parts))
            for i, part in enumerate(parts):
                if len(parts) > 1:
                    yield f"part {i} dropped", rebuild(kind(parts[:i] + parts[i + 1 :]))
                yield from _of_node(
                    part,
                    lambda changed, i=i: rebuild(kind((*parts[:i], changed, *parts[i + 1 :]))),  # type: ignore[misc]
                )
        case _:
            return


def _of_atom(atom: Atom, rebuild: Callable[[Condition], Condition]) -> Iterator[tuple[str, Condition]]:
    if atom.op is Op.IS:
        if atom.grade < Grade.ESTABLISHED:
            yield f"{_name(atom)} asked to a higher grade", rebuild(replace(atom, grade=Grade(atom.grade + 1)))
        if atom.grade > Grade.ALLEGED:
            yield f"{_name(atom)} asked to a lower grade", rebuild(replace(atom, grade=Grade(atom.grade - 1)))
        for value in atom.values if len(atom.values) > 1 else ():
            rest = tuple(v for v in atom.values if v != value)
            yield f"{_name(atom)} without {value}", rebuild(replace(atom, values=rest))
    else:
        for step in (1, -1):
            yield f"{_name(atom)} {step:+d}", rebuild(replace(atom, number=atom.number + step))


def _of_cure(norm: Norm) -> Iterator[Mutant]:
    cure = norm.cure
    if cure is None:
        return
    if norm.effect is not Effect.REQUIRES:
        yield "cure dropped", replace(norm, cure=None)
    for what, changed in of_condition(cure.met):
        yield f"cure: {what}", replace(norm, cure=replace(cure, met=changed))
    if cure.failed is not None and norm.effect is Effect.REQUIRES and any(a.reversible for a in norm.bears_on):
        yield "failure of the cure dropped", replace(norm, cure=replace(cure, failed=None))
        for what, changed in of_condition(cure.failed):
            yield f"failed: {what}", replace(norm, cure=replace(cure, failed=changed))
    if norm.effect is not Effect.MAY_REFUSE:
        keep = None if cure.keep is not None else "something to keep"
        yield "what is kept changed", replace(norm, cure=replace(cure, keep=keep))


def _other_effects(norm: Norm) -> Iterator[Effect]:
    """The effects a hasty hand might have written instead, where the norm would still be well formed."""
    match norm.effect:
        case Effect.FORBIDS:
            yield Effect.MAY_REFUSE
            yield Effect.OBLIGES
        case Effect.REQUIRES:
            # Where nothing can be undone, requiring a condition and forbidding without it are one and the same.
            if any(act.reversible for act in norm.bears_on):
                yield Effect.FORBIDS
        case Effect.MAY_REFUSE:
            yield Effect.FORBIDS
        case Effect.INQUIRES:
            yield Effect.OBLIGES
        case Effect.OBLIGES | Effect.ENTITLES:
            if norm.basis.name != "SOFT_LAW":
                yield Effect.FORBIDS


def _name(leaf: Atom | Test) -> str:
    return leaf.id if isinstance(leaf, Test) else leaf.slot
