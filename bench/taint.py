"""Taint over millions of bonds, and the four questions of a million items: beside a plain loop, and beside clingo."""

from collections.abc import Callable, Iterable
from datetime import date
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import TypeVar

import clingo
import numpy as np

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import CLEAR_ITEM
from rogatory.law.binding import Context
from rogatory.law.evidence import Answer, Standing, stand
from rogatory.law.formulas import Verdict
from rogatory.law.judging import Subject
from rogatory.law.program import Program
from rogatory.law.reading import situate
from rogatory.law.vocabulary import VOCABULARY, material
from rogatory.material.clearing import Answers, Columns, Setting, clear
from rogatory.material.provenance import BONDS, Level, Provenance, Way
from rogatory.material.taint import TAINT, Origin, taints

T = TypeVar("T")
Fixpoint = Callable[[Provenance, list[Origin]], list[int]]

DAY = date(2026, 11, 3)
# Shares of the bonds, in their order: mostly attachments and answers.
_SHARES = (0.40, 0.15, 0.25, 0.04, 0.08, 0.05, 0.02, 0.01)
_NEAR = 40


def run(items: int, edges: int, loop: int, solver: int) -> None:
    """Measure, and check that everybody says the same."""
    random = np.random.default_rng(417)
    print("taint, as a fixpoint from 200 origins (seconds of processor time)")
    _fixpoint("columns", items, edges, random)
    _beside("Python loop", by_loop, loop, random)
    _beside("clingo", by_clingo, solver, random)
    _judging(items, loop, random)
    print(f"  peak memory {getrusage(RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _beside(name: str, other: Fixpoint, items: int, random: np.random.Generator) -> None:
    graph, origins = graph_of(items, 5 * items, random)
    ours, quick = _timed(lambda: by_columns(graph, origins))
    theirs, slow = _timed(lambda: other(graph, origins))
    assert ours == theirs
    times = f"columns {quick:.3f}, {name} {slow:.3f} ({slow / quick:.0f}x)"
    print(f"  at {items:>9,} items, {5 * items:>9,} bonds: {times}")


def by_columns(graph: Provenance, origins: Iterable[Origin]) -> list[int]:
    """The levels of all items, as the program reckons them."""
    levels: list[int] = taints(graph, origins).level.tolist()
    return levels


def _fixpoint(name: str, items: int, edges: int, random: np.random.Generator) -> None:
    graph, origins = graph_of(items, edges, random)
    found, seconds = _timed(lambda: taints(graph, origins))
    counts = np.bincount(found.level, minlength=len(Level)).tolist()
    print(f"  at {items:>9,} items, {edges:>9,} bonds: {name} {seconds:.3f}; free, holding, tainted: {counts}")
    chain = np.arange(items - 1, dtype=np.int32)
    answers = Provenance(items, chain + 1, np.full(items - 1, 2, np.int8), chain)
    _, seconds = _timed(lambda: taints(answers, [Origin(0, "", "")]))
    print(f"  one chain of {items:,} answers, the worst there is: {name} {seconds:.3f}")


def graph_of(items: int, edges: int, random: np.random.Generator) -> tuple[Provenance, list[Origin]]:
    """A mailbox-like graph: bonds to near neighbours, a tenth of them anywhere."""
    source = random.integers(0, items, edges, dtype=np.int64)
    near = (source + random.integers(1, _NEAR, edges)) % items
    target = np.where(random.random(edges) < 0.02, random.integers(0, items, edges), near)
    # Most papers hang together with few others.
    alone = random.random(items) < 0.6
    kept = ~(alone[source] | alone[target])
    bond = random.choice(len(BONDS), edges, p=_SHARES).astype(np.int8)
    source = np.where(kept, source, target)  # a bond to itself passes nothing on
    graph = Provenance(items, source.astype(np.int32), bond, target.astype(np.int32))
    return graph, [Origin(int(item), "invented", "bench") for item in random.integers(0, items, 200)]


def by_loop(graph: Provenance, origins: Iterable[Origin]) -> list[int]:
    arcs: list[list[tuple[int, Way]]] = [[] for _ in range(graph.size)]
    columns = (graph.source.tolist(), graph.bond.tolist(), graph.target.tolist())
    for source, number, target in zip(*columns, strict=True):
        rule = TAINT[BONDS[number]]
        if rule.to_source is not Way.NOTHING:
            arcs[target].append((source, rule.to_source))
        if rule.to_target is not Way.NOTHING:
            arcs[source].append((target, rule.to_target))
    level = [0] * graph.size
    waiting = [origin.item for origin in origins]
    for item in waiting:
        level[item] = 2
    while waiting:
        item = waiting.pop()
        for end, way in arcs[item]:
            if way is Way.ALIKE:
                becomes = level[item]
            elif way is Way.AS_HOLDER:
                becomes = 1
            else:
                becomes = 2 if level[item] == int(Level.ITSELF) else 0
            if becomes > level[end]:
                level[end] = becomes
                waiting.append(end)
    return level


_RULES = """
itself(X) :- origin(X).
itself(Y) :- itself(X), alike(X,Y).
itself(Y) :- itself(X), substance(X,Y).
holds(X) :- itself(X).
holds(Y) :- holds(X), alike(X,Y).
holds(Y) :- holds(X), holder(X,Y).
#show itself/1. #show holds/1.
"""
_NAMES = {Way.ALIKE: "alike", Way.AS_HOLDER: "holder", Way.IN_SUBSTANCE: "substance"}


def by_clingo(graph: Provenance, origins: Iterable[Origin]) -> list[int]:
    facts = [f"origin({origin.item})." for origin in origins]
    for source, number, target in zip(graph.source.tolist(), graph.bond.tolist(), graph.target.tolist(), strict=True):
        rule = TAINT[BONDS[number]]
        if rule.to_source is not Way.NOTHING:
            facts.append(f"{_NAMES[rule.to_source]}({target},{source}).")
        if rule.to_target is not Way.NOTHING:
            facts.append(f"{_NAMES[rule.to_target]}({source},{target}).")
    control = clingo.Control(["--warn=none"])
    control.add("base", [], _RULES + "\n".join(facts))
    control.ground([("base", [])])
    level = [0] * graph.size

    def read(model: clingo.Model) -> None:
        for symbol in model.symbols(shown=True):
            item = symbol.arguments[0].number
            level[item] = max(level[item], 2 if symbol.name == "itself" else 1)

    control.solve(on_model=read)
    return level


def _judging(items: int, loop: int, random: np.random.Generator) -> None:
    program = law_in_force().program(CLEAR_ITEM, Context("BE", "KZ", "mla", DAY, DAY))
    decided = law_in_force().slot_question("check.links_decided")
    case = Setting(
        program, (Subject("P1", {decided.slot: stand(decided, (Answer("F1", ("yes",)),), DAY)}),), DAY, False
    )
    answers = {slot: _column(slot, items, random) for slot in _ASKED}
    nothing = Provenance.of(items, [])
    nobody = np.zeros(items, np.bool_)
    columns = Columns(answers, np.zeros(items, np.int8), nobody, {}, np.arange(items, dtype=np.int32), nobody)
    found, seconds = _timed(lambda: clear(case, columns, nothing))
    many = len(program.bearings)
    print(f"clearing {items:,} items under the {many} norms that bear on it, with every ground: {seconds:.3f} s")
    few = min(loop // 10, items)
    verdicts, slow = _timed(lambda: [_one(program, case.subjects[0], answers, item) for item in range(few)])
    allowed = [verdict.allows and bool(verdict is not Verdict.DISCRETIONARY) for verdict in verdicts]
    # Without the net of our own rules the law says the same.
    assert all(law for law, ours in zip(allowed, found.cleared[:few].tolist(), strict=True) if ours)
    each = slow / few
    whole = f"{each * items:,.0f} s ({each * items / seconds:,.0f}x)"
    print(f"  one by one, verdicts alone: {each * 1e6:.0f} µs an item, so {whole}")


_ASKED = tuple(
    q.id
    for q in (
        material.privilege, material.sifted_by, material.asylum_data, material.relevance,
        material.ill_treatment_origin, material.proportionate, material.other_opponents, material.objection_pending,
    )
)  # fmt: skip
_CLEAN = {"item.privilege": "none", "item.sifted_by": "independent-person", "item.relevance": "in-scope",
          "item.proportionate": "yes"}  # fmt: skip


def _column(slot: str, items: int, random: np.random.Generator) -> Answers:
    """Nine of ten as an item with nothing against it; the others anything, or nothing."""
    values = VOCABULARY[slot].values
    clean = values.index(_CLEAN.get(slot, "no"))
    other = random.integers(-1, len(values), items)
    return np.where(random.random(items) < 0.9, clean, other).astype(np.int8)


def _one(program: Program, case: Subject, answers: dict[str, Answers],
         item: int) -> Verdict:  # fmt: skip
    told: dict[str, Standing] = dict(case.standings)
    for slot, column in answers.items():
        if column[item] >= 0:
            question = VOCABULARY[slot]
            told[slot] = stand(question, (Answer("F", (question.values[column[item]],)),), DAY)
    return Verdict(program.verdict_codes(*situate(program, told, DAY).reading)[0])


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    found = call()
    return found, process_time() - start
