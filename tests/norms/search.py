"""Finding situations: small files in which one leaf of a condition, alone, decides."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from random import Random

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Not, Op, Test, atoms
from rogatory.law.evidence import Answer, Standing, read, stand
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Question
from rogatory.law.reading import evaluate
from rogatory.law.vocabulary import VOCABULARY

DAY = date(2026, 11, 1)
"""Day on which the rows are judged."""

Literal = tuple[Atom, bool]
Given = Mapping[str, tuple[str, ...]]
"""Answer on file by slot; the last element is the grade."""


def value_of(condition: Condition, given: Given) -> int:
    """What the condition says on what is on file, everything else presumed."""
    files = standings(given)

    def code(atom: Atom) -> int:
        shown, excluded = read(atom, files.get(atom.slot, presumed_standing(atom.slot)), DAY)
        return 3 if shown else 0 if excluded else 1

    return evaluate(condition, code)


def question(slot: str) -> Question:
    """The question in a slot."""
    ident, _, role = slot.partition("@")
    return VOCABULARY[ident].against(role) if role else VOCABULARY[ident]


def presumed_standing(slot: str) -> Standing:
    """The standing a slot takes when nothing is on file."""
    asked = question(slot)
    return stand(asked, (Answer("", (asked.presumed,)),), DAY) if asked.presumed else Standing()


def standings(given: Given) -> dict[str, Standing]:
    """What is on file."""
    found = {}
    for slot, words in given.items():
        *values, grade = words
        answer = Answer("f", tuple(values), Grade.named(grade))
        if question(slot).form is Form.NUMBER:
            answer = Answer("f", number=int(values[0]))
        elif question(slot).form is Form.DAY:
            answer = Answer("f", day=date.fromisoformat(values[0]))
        found[slot] = stand(question(slot), (answer,), DAY)
    return found


def sensitive(formula: Condition, base: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Given]]:
    """For each leaf two situations that differ in nothing else and come out differently; one just below the grade."""
    for leaf in leaves(formula):
        pair = _pair(formula, leaf, base)
        if pair is None:
            yield f"{leaf_name(leaf)} NOT SHOWN", dict(base)
            continue
        on, off = pair
        yield f"{leaf_name(leaf)} on", on
        yield f"{leaf_name(leaf)} off", off
        if isinstance(leaf, Atom) and len(leaf.values) > 1 and leaf.slot in on:
            for value in leaf.values:
                if on[leaf.slot][:-1] != (value,):
                    yield f"{leaf_name(leaf)} as {value}", {**on, leaf.slot: (value, on[leaf.slot][-1])}
        if isinstance(leaf, Atom) and leaf.op is Op.IS and leaf.grade > Grade.ALLEGED:
            words = on.get(leaf.slot)
            if words and words[-1] == leaf.grade.name.lower():
                below = Grade(leaf.grade - 1).name.lower()
                yield f"{leaf_name(leaf)} below", {**on, leaf.slot: (*words[:-1], below)}


def leaves(condition: Condition) -> tuple[Atom | Test, ...]:
    """Atoms and legal tests a condition names itself; tests are looked into on their own."""
    match condition:
        case Atom() | Test():
            return (condition,)
        case All(parts) | AnyOf(parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))
        case Not(of):
            return leaves(of)
        case _:
            return ()


def leaf_name(leaf: Atom | Test) -> str:
    """Short name of a leaf."""
    if isinstance(leaf, Test):
        return leaf.id
    words = "" if leaf.values in ((), ("yes",)) else "=" + "/".join(leaf.values)
    return f"{leaf.slot}{words}{f'>={leaf.number}' if leaf.number else ''}"


def satisfying(condition: Condition, *, holds: bool = True) -> dict[str, tuple[str, ...]] | None:
    """A small situation in which the condition holds (or is excluded); None if none was found."""
    return next(_satisfying(condition, holds=holds), None)


def _satisfying(condition: Condition, *, holds: bool) -> Iterator[dict[str, tuple[str, ...]]]:
    for literals in _ways(condition, holds=holds):
        given = _given(literals)
        if given is not None and value_of(condition, given) == (3 if holds else 0):
            yield given


def _pair(formula: Condition, leaf: Atom | Test, base: Mapping[str, tuple[str, ...]]) -> tuple[Given, Given] | None:
    """Two situations that differ only in the leaf, and in which the formula differs."""
    if isinstance(leaf, Atom):
        on, excluded = _given([(leaf, True)]), _given([(leaf, False)])
    else:
        on, excluded = satisfying(leaf), satisfying(leaf, holds=False)
    if on is None:
        return None
    kept = {slot: words for slot, words in base.items() if slot in on}
    # The leaf is excluded, or nothing is said of it, or it stands as the norm's own condition left it.
    offs = [off for off in (excluded, {}, kept) if off is not None]
    for decided in (True, False):
        for off in offs:
            touched = {*on, *off}
            for context in _contexts(formula, touched):
                around = {slot: words for slot, words in {**base, **context}.items() if slot not in touched}
                with_, without = {**around, **on}, {**around, **off}
                values = {value_of(formula, with_), value_of(formula, without)}
                if values == {0, 3} or (not decided and len(values) == 2 and 3 in values):
                    return with_, without
    return None


def _contexts(formula: Condition, touched: set[str]) -> Iterator[dict[str, tuple[str, ...]]]:
    """Situations around a leaf: quiet, then one in which other leaves hold or are excluded, simple ones first."""
    yield {}
    for holds in (True, False):
        for whole in islice(_satisfying(formula, holds=holds), 6):
            yield {slot: words for slot, words in whole.items() if slot not in touched}
    options = []
    for leaf in leaves(formula):
        for holds in (True, False):
            given = satisfying(leaf, holds=holds) if isinstance(leaf, Test) else _given([(leaf, holds)])
            if given is not None and not set(given) & touched:
                options.append(given)
    yield from options
    random = Random(len(options))
    for size in (2, 3, 4, 5, 6, 8):
        for _ in range(60):
            merged: dict[str, tuple[str, ...]] = {}
            for given in random.sample(options, min(size, len(options))):
                merged |= given
            yield merged


def _ways(condition: Condition, *, holds: bool) -> Iterator[list[Literal]]:
    """Sets of literals that make the condition hold (or fail), few and small."""
    match condition:
        case Atom():
            yield [(condition, holds)]
        case Constant(holds=always):
            if always == holds:
                yield []
        case Not(of):
            yield from _ways(of, holds=not holds)
        case Test(body=body):
            yield from _ways(body, holds=holds)
        case All(parts) | AnyOf(parts):
            if isinstance(condition, All) == holds:
                yield from _joined(parts, holds=holds)
            else:
                for part in parts:
                    yield from _ways(part, holds=holds)
        case _:
            return


def _joined(parts: tuple[Condition, ...], *, holds: bool) -> Iterator[list[Literal]]:
    first, *rest = parts
    for count, head in enumerate(_ways(first, holds=holds)):
        if count > 12:
            return
        if not rest:
            yield head
            continue
        for n, tail in enumerate(_joined(tuple(rest), holds=holds)):
            if n > 12:
                break
            yield head + tail


def _given(literals: list[Literal]) -> dict[str, tuple[str, ...]] | None:
    """What must be on file for the literals; None if two of them cannot both be."""
    wanted: dict[str, dict[Atom, bool]] = {}
    for atom, holds in literals:
        if wanted.setdefault(atom.slot, {}).setdefault(atom, holds) != holds:
            return None
    found = {}
    for slot, literals_of_slot in wanted.items():
        words = next((w for w in _answers(slot, literals_of_slot) if _fits(slot, w, literals_of_slot)), None)
        if words is None:
            return None
        found[slot] = words
    return found


def _answers(slot: str, literals: Mapping[Atom, bool]) -> Iterator[tuple[str, ...]]:
    asked = question(slot)
    grades = [a.grade.name.lower() for a, holds in literals.items() if holds] or ["established"]
    match asked.form:
        case Form.YES_NO | Form.ONE_OF:
            for value in asked.values:
                for grade in (*grades, "established"):
                    yield (value, grade)
        case Form.SOME_OF:
            named = sorted({v for a, holds in literals.items() if holds for v in a.values[:1]})
            yield (*named, grades[0]) if named else (_outside(asked, literals), "established")
        case Form.NUMBER:
            for atom in literals:
                yield (str(atom.number), "established")
                yield (str(atom.number - 1), "established")
        case Form.DAY:
            for atom in literals:
                yield ((DAY - timedelta(days=atom.number)).isoformat(), "established")
                yield ((DAY - timedelta(days=atom.number - 1)).isoformat(), "established")


def _outside(asked: Question, literals: Mapping[Atom, bool]) -> str:
    named = {v for a in literals for v in a.values}
    return next((v for v in asked.values if v not in named), asked.values[-1])


def _fits(slot: str, words: tuple[str, ...], literals: Mapping[Atom, bool]) -> bool:
    standing = standings({slot: words})[slot]
    return all(read(atom, standing, DAY) == (holds, not holds) for atom, holds in literals.items())


def searched(formulas: list[Condition], base: Mapping[str, tuple[str, ...]]) -> Iterator[Given]:
    """Situations over the formulas' own questions: near satisfying ones first, then at random."""
    named = [leaf for f in formulas for leaf in leaves(f)]
    named.sort(key=lambda leaf: isinstance(leaf, Test))  # what the condition asks itself before what its tests ask
    slots = list(dict.fromkeys(a.slot for leaf in named for a in atoms(leaf)))[:24]
    starts = [dict(base), {}, *(dict(g) for f in formulas for g in islice(_satisfying(f, holds=True), 4))]
    random = Random(len(slots))
    for start in starts:
        for slot in slots:
            for words in _every_answer(slot):
                yield {**start, slot: words}
            yield {k: v for k, v in start.items() if k != slot}
    for _ in range(300):
        given = dict(random.choice(starts))
        for slot in random.sample(slots, min(3, len(slots))):
            given[slot] = random.choice(_every_answer(slot))
        yield given


def _every_answer(slot: str) -> list[tuple[str, ...]]:
    values = question(slot).values
    grades = ("established", "substantial", "arguable", "alleged")
    return [(value, grade) for value in values for grade in grades] or [(DAY.isoformat(), "established")]
