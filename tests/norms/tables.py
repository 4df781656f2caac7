"""For every norm and legal test: situations in which each of its leaves, alone, changes what it says (MC/DC).

A row is a small case file in one line: what is answered, what the norm says then, and what the act's verdict is where
the norm stands alone. Rows are worked out from the trees once, approved as text, and from then on expected: a norm
that comes to say something else shows in the diff, and mutants of norms are killed by them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rogatory.law.acts import Act
from rogatory.law.conditions import Condition, Test, map_ground
from rogatory.law.corpus import Law
from rogatory.law.formulas import bearing
from rogatory.law.norms import Effect, Norm
from rogatory.law.program import Program
from rogatory.law.reading import situate
from rogatory.law.vocabulary import VOCABULARY
from tests.norms.mutants import of_condition, of_norm
from tests.norms.search import DAY, Given, satisfying, searched, sensitive, standings, value_of

PROXY = VOCABULARY["request.minor_importance"]
"""Stands for "some ground for refusal" in norms that bear on refusing."""


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


def rows_of_norm(law: Law, norm: Norm) -> list[Row]:
    """Rows in which each leaf of the norm's condition, exceptions, cure and fulfilment matters alone.

    Where a leaf stands twice, or a duty asks whether something was answered at all, one leaf alone does not tell every
    slip of the pen from the norm; for those slips a row of their own is added.
    """
    norm = grounded(norm)
    rows = list(_leaf_rows(law, norm))
    for what, mutant in of_norm(norm):
        if not any(differs(law, r, mutant) for r in rows):
            rows += _told_apart(law, norm, mutant, what)
    return rows


def differs(law: Law, approved: Row, mutant: Norm) -> bool:
    """Whether the mutant comes out differently in an approved row."""
    again = row_of(law, mutant, approved.leaf, approved.given)
    return (again.says, again.verdicts, again.done) != (approved.says, approved.verdicts, approved.done)


def row_of(law: Law, norm: Norm, leaf: str, given: Given) -> Row:
    """The row for what is on file."""
    applies, programs = _alone(law, norm)
    return row(norm, leaf, "", given, applies, programs)


@lru_cache(maxsize=64)
def _alone(law: Law, norm: Norm) -> tuple[Test, dict[str, Program]]:
    programs = {act.id: replace(alone(law, norm, act), triggers=()) for act in _acts(norm)}
    return bearing(norm, norm.bears_on[0]).applies, programs


def _leaf_rows(law: Law, norm: Norm) -> Iterator[Row]:
    applies, programs = _alone(law, norm)
    whole = satisfying(applies)
    if whole is not None:
        yield row(norm, "as such", "", whole, applies, programs)
    base: dict[str, tuple[str, ...]] = {}
    for name, formula in formulas_of(norm):
        if name != "when":
            base = dict(whole or {})
        for leaf, given in sensitive(formula, base):
            yield row(norm, name, leaf, given, applies, programs)


def _told_apart(law: Law, norm: Norm, mutant: Norm, what: str) -> list[Row]:
    """A row that tells a mutant from the norm, if a search finds one."""
    applies = bearing(norm, norm.bears_on[0]).applies
    formulas = [f for _, f in _with_applies(norm, applies)]
    for given in searched(formulas, dict(satisfying(applies) or {})):
        found = row_of(law, norm, f"told from: {what}", given)
        if differs(law, found, mutant):
            return [found]
    return []


def row(norm: Norm, part: str, leaf: str, given: Given, applies: Condition, programs: Mapping[str, Program]) -> Row:
    """The row for what is on file."""
    verdicts = {a: verdict_of(p, given) for a, p in programs.items()}
    done = "" if norm.fulfilled is None else word(value_of(norm.fulfilled, given))
    return Row(norm.id, f"{part} {leaf}".strip(), given, word(value_of(applies, given)), verdicts, done)


def rows_of_test(test: Test) -> list[Row]:
    """Rows in which each leaf of a legal test matters alone, and rows for slips one leaf alone does not tell."""
    rows = [Row(test.id, leaf, given, word(value_of(test.body, given)), {}) for leaf, given in sensitive(test.body, {})]
    for what, body in of_condition(test.body):
        if not any(word(value_of(body, r.given)) != r.says for r in rows):
            for given in searched([test.body], {}):
                if value_of(body, given) != value_of(test.body, given):
                    rows.append(Row(test.id, f"told from: {what}", given, word(value_of(test.body, given)), {}))
                    break
    return rows


def grounded(norm: Norm) -> Norm:
    """The norm with a plain question in place of "some ground for refusal"."""
    return replace(norm, when=map_ground(norm.when, PROXY.yes))


def alone(law: Law, norm: Norm, act: Act) -> Program:
    """A program in which the norm stands alone."""
    return law.compile(act, (bearing(norm, act),))


def verdict_of(program: Program, given: Given) -> str:
    """The verdict where the norm stands alone, without anything making questions live."""
    return program.outcome(situate(program, standings(given), DAY).reading).verdict.word


def _with_applies(norm: Norm, applies: Test) -> Iterator[tuple[str, Condition]]:
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


def word(code: int) -> str:
    return {3: "true", 1: "unknown", 0: "false"}[code]


def formulas_of(norm: Norm) -> list[tuple[str, Condition]]:
    """The norm's own formulas: its condition with its exceptions, its cure, the cure's failure, its fulfilment."""
    found = list(_with_applies(norm, bearing(norm, norm.bears_on[0]).applies))
    if norm.effect is not Effect.REQUIRES or not any(a.reversible for a in norm.bears_on):
        found = [(name, f) for name, f in found if name != "failed"]  # not read there
    return found


def read_row(line: str) -> Row:
    """The row an approved line holds."""
    ident, _, rest = line.partition(" [")
    leaf, _, rest = rest.partition("] ")
    file, _, result = rest.partition(" -> ")
    says, *more = result.split(" ")
    pairs = [] if file == "nothing" else [item.partition("=") for item in file.split(", ")]
    words = dict(w.split(":", 1) for w in more)
    done = words.pop("done", "")
    return Row(ident, leaf, {slot: tuple(words.split("/")) for slot, _, words in pairs}, says, words, done)
