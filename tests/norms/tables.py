"""For every norm and legal test: situations in which each of its leaves, alone, changes what it says (MC/DC).

A row is a small case file in one line: what is answered, what the norm says then, and what the act's verdict is where
the norm stands alone. Rows are worked out from the trees once, approved as text, and from then on expected: a norm
that comes to say something else shows in the diff, and mutants of norms are killed by them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from rogatory.law.acts import Act
from rogatory.law.conditions import (
    NEVER,
    All,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Not,
    Op,
    Test,
    map_ground,
)  # fmt: skip
from rogatory.law.corpus import Law
from rogatory.law.evidence import Answer, Standing, read, stand
from rogatory.law.formulas import bearing
from rogatory.law.grades import Grade
from rogatory.law.norms import Norm
from rogatory.law.program import Program
from rogatory.law.questions import Form, Question
from rogatory.law.reading import evaluate, situate
from rogatory.law.vocabulary import VOCABULARY

DAY = date(2026, 11, 1)
"""Day on which the rows are judged."""
PROXY = VOCABULARY["request.minor_importance"]
"""Stands for "some ground for refusal" in norms that bear on refusing."""

Literal = tuple[Atom, bool]
Given = Mapping[str, tuple[str, ...]]
"""Answer on file by slot; the last element is the grade."""


@dataclass(frozen=True, slots=True)
class Row:
    """One situation.

    Attributes:
        norm: Norm or test.
        leaf: The leaf shown to matter, and how.
        given: What is on file.
        says: true, unknown or false.
        verdicts: Verdict by act where the norm stands alone; empty for a test.
        done: For duties whether they are fulfilled; empty for others.
    """

    norm: str
    leaf: str
    given: Given
    says: str
    verdicts: Mapping[str, str]
    done: str = ""

    @property
    def text(self) -> str:
        """The row as approved text."""
        file = ", ".join(f"{slot}={'/'.join(words)}" for slot, words in sorted(self.given.items())) or "nothing"
        acts = "".join(f" {act}:{word}" for act, word in self.verdicts.items())
        return f"{self.norm} [{self.leaf}] {file} -> {self.says}{f' done:{self.done}' if self.done else ''}{acts}"


def rows_of_norm(law: Law, norm: Norm) -> Iterator[Row]:
    """Rows in which each leaf of the norm's condition, exceptions, cure and fulfilment matters alone."""
    norm = grounded(norm)
    programs = {act.id: alone(law, norm, act) for act in _acts(norm)}
    applies = bearing(norm, norm.bears_on[0]).applies
    whole = satisfying(applies)
    if whole is not None:
        yield row(norm, "as such", "", whole, applies, programs)
    base: dict[str, tuple[str, ...]] = {}
    for name, formula in _formulas(norm, applies):
        if name != "when":
            base = dict(whole or {})
        for leaf, given in sensitive(formula, base):
            yield row(norm, name, leaf, given, applies, programs)


def row(norm: Norm, part: str, leaf: str, given: Given, applies: Condition, programs: Mapping[str, Program]) -> Row:
    """The row for what is on file."""
    verdicts = {a: verdict_of(p, given) for a, p in programs.items()}
    done = "" if norm.fulfilled is None else _word(value_of(norm.fulfilled, given))
    return Row(norm.id, f"{part} {leaf}".strip(), given, _word(value_of(applies, given)), verdicts, done)


def rows_of_test(test: Test) -> Iterator[Row]:
    """Rows in which each leaf of a legal test matters alone."""
    for leaf, given in sensitive(test.body, {}):
        yield Row(test.id, leaf, given, _word(value_of(test.body, given)), {})


def grounded(norm: Norm) -> Norm:
    """The norm with a plain question in place of "some ground for refusal"."""
    return replace(norm, when=map_ground(norm.when, PROXY.yes))


def alone(law: Law, norm: Norm, act: Act) -> Program:
    """A program in which the norm stands alone."""
    return law.compile(act, (bearing(norm, act),))


def verdict_of(program: Program, given: Given) -> str:
    """The verdict where the norm stands alone, without anything making questions live."""
    quiet = replace(program, triggers=())
    return quiet.outcome(situate(quiet, standings(given), DAY).reading).verdict.word


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


# --- finding situations ------------------------------------------------------------------------------------------------


def sensitive(formula: Condition, base: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Given]]:
    """For each leaf two situations that differ in nothing else and come out differently, and one just below the grade."""
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
    for literals in _ways(condition, holds=holds):
        given = _given(literals)
        if given is not None and value_of(condition, given) == (3 if holds else 0):
            return given
    return None


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
        whole = satisfying(formula, holds=holds)
        if whole is not None:
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


def _formulas(norm: Norm, applies: Test) -> Iterator[tuple[str, Condition]]:
    yield "when", applies.body
    if norm.cure is not None:
        yield "cure", norm.cure.met
        if norm.cure.failed is not None:
            yield "failed", norm.cure.failed
    if norm.fulfilled is not None:
        yield "fulfilled", norm.fulfilled


def _acts(norm: Norm) -> tuple[Act, ...]:
    """One act of each kind the norm bears on: one that can be undone, one that cannot."""
    by_kind = {act.reversible: act for act in reversed(norm.bears_on)}
    return tuple(by_kind[k] for k in sorted(by_kind, reverse=True))


def _word(code: int) -> str:
    return {3: "true", 1: "unknown", 0: "false"}[code]


__all__ = ["DAY", "NEVER", "Row", "grounded", "rows_of_norm", "rows_of_test"]
