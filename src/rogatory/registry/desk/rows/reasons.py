"""Why, and why not: a ruling with its norms, each as a tree that folds, down to the finding and its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rogatory.decision.phrases import say
from rogatory.law.conditions import All, AnyOf, Atom, Test
from rogatory.law.explanation import Reason
from rogatory.law.leading import facts
from rogatory.law.reading import Situation
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import basis_word, effect_word, english_only, leaf_text, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import clause
from rogatory.law.wording.terms import term
from rogatory.office.seen.portion import Portion
from rogatory.registry.desk.rows.standing import carrying, row

MARKS = {"true": "✓", "unknown": "?", "false": "✗"}
"""Mark of each state; the word stands beside it."""
WORDS = {"true": "holds", "unknown": "unknown", "false": "fails"}
"""Phrase of each state."""


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a reason.

    Attributes:
        state: true, unknown or false.
        mark: The same as a mark.
        word: The same in a word.
        text: What is asked, in words.
        source: Where the legal test comes from; empty if it is none.
        findings: Findings it rests on, each with its source (empty where a compartment keeps it).
        presumed: Whether nobody raised it.
        again: Whether the same test stands above, with its parts.
        open: Whether it is shown unfolded: on the way that carries the norm.
        parts: Its parts.
    """

    state: str
    mark: str
    word: str
    text: str
    source: str
    findings: tuple[tuple[str, str], ...]
    presumed: bool
    again: bool
    open: bool
    parts: tuple["Node", ...]


def reasons(seen: Portion, ruling: Ruling, language: Language, *, told: bool, wanted: str = "") -> dict[str, Any]:
    """A ruling with its norms; the verdict alone where their reasons tell of others.

    Args:
        seen: What of the case is seen.
        ruling: The ruling.
        language: Language.
        told: Whether the reasons may be seen.
        wanted: Identifier of a norm whose tree is shown; empty: of the norm that leads.
    """
    case = seen.whole
    if not told:
        return {"row": row(case, ruling, language, reasons=False), "hash": ruling.hash, "law": ruling.law}
    leading = carrying(case, ruling)
    carried = {n.norm.id: place for place, n in enumerate(leading)}
    wanted = wanted or (leading[0].norm.id if leading else "")
    states = [n for n in ruling.norms if n.code or n.norm.id in carried]
    states.sort(key=lambda n: (carried.get(n.norm.id, len(carried)), -n.code))
    norms = [_norm(n, language, carries=n.norm.id in carried) for n in states]
    for shown, state in zip(norms, states, strict=True):
        shown["tree"] = tree(seen, state, language) if state.norm.id == wanted and state.code else None
    return {
        "row": row(case, ruling, language),
        "carrying": [n for n in norms if n["carries"]],
        "beside": [n for n in norms if not n["carries"]],
        "silent": sum(1 for n in ruling.norms if not n.code),
        "conditions": [
            (c.text if language is Language.EN else english_only(c.text, language), c.norm, c.obtained)
            for c in ruling.conditions
        ],
        "presumptions": [clause(VOCABULARY[p.partition("@")[0]], language) for p in ruling.presumptions],
        "conflicts": [clause(VOCABULARY[p.partition("@")[0]], language) for p in ruling.conflicts],
        "hash": ruling.hash,
        "law": ruling.law,
        "day": say("as-of", language, at=ruling.at),
    }


def _norm(state: NormState, language: Language, *, carries: bool) -> dict[str, Any]:
    norm = state.norm
    return {
        "id": norm.id,
        "says": say_norm(norm, language),
        "source": str(norm.source),
        "cite": str(norm.source.cites[0]),
        "effect": effect_word(norm.effect, language),
        "basis": basis_word(norm.basis, language),
        "check": "" if norm.check is Check.VERIFIED else term(norm.check, language),
        "state": state.state,
        "mark": MARKS[state.state],
        "word": say({"true": "applies", "unknown": "open", "false": "not"}[state.state], language),
        "binds": state.binds_because,
        "confirmed": state.confirmed,
        "carries": carries,
        "touches": ", ".join(state.touches),
    }


def tree(seen: Portion, state: NormState, language: Language) -> Node:
    """The tree of reasons of a norm: the way that carries it unfolded, the others folded, each test once."""
    carrying_atoms = {f.condition for f in facts(state.because, state.situation)}
    maker = _Tree(seen, state.situation, language, frozenset(carrying_atoms))
    return maker.node(state.because.responsible())


class _Tree:
    def __init__(self, seen: Portion, situation: Situation, language: Language, facts_told: frozenset[object]) -> None:
        self._sources: Mapping[str, str] = {f.id: f.source for f in seen.case.findings}
        self._situation, self._language, self._facts = situation, language, facts_told
        self._shown: set[tuple[str, bool]] = set()

    def node(self, why: Reason) -> Node:
        condition = why.condition
        findings: tuple[str, ...] = ()
        again, raised = False, ""
        if isinstance(condition, Atom):
            standing = self._situation.standings.get(condition.slot)
            findings = standing.findings if standing else ()
            # What the record of the state says stands in no file; the entries are its source.
            raised = standing.why if standing else ""
        elif isinstance(condition, Test):
            again = (condition.id, why.denied) in self._shown
            self._shown.add((condition.id, why.denied))
        parts = () if again else tuple(self.node(part) for part in self._parts(why))
        return Node(
            state=why.state,
            mark=MARKS[why.state],
            word=say(WORDS[why.state], self._language),
            text=leaf_text(condition, self._language, denied=why.denied),
            source=str(condition.source.cites[0]) if isinstance(condition, Test) and not again else "",
            findings=tuple((f, self._sources.get(f, raised)) for f in findings),
            presumed=isinstance(condition, Atom) and condition.slot in self._situation.presumptions,
            again=again,
            open=bool(self._facts & {leaf.condition for leaf in why.leaves()}),
            parts=parts,
        )

    def _parts(self, why: Reason) -> tuple[Reason, ...]:
        """The parts, with what says no more than its only part left out."""
        parts = why.parts
        while len(parts) == 1 and isinstance(parts[0].condition, All | AnyOf):
            parts = parts[0].parts
        return parts
