"""The law a deployment applies: its packs, the vocabulary, what makes questions live, and the treaty matrix."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rogatory.law.acts import GRANT, REFUSE, Act
from rogatory.law.binding import Binds, Context, Treaties, binds
from rogatory.law.canonical import digest
from rogatory.law.conditions import Condition, atoms, map_ground
from rogatory.law.formulas import Bearing, bearing, ground_for_refusal
from rogatory.law.norms import Norm
from rogatory.law.packs import Pack, distinct
from rogatory.law.program import Program
from rogatory.law.questions import Question, Trigger

ENGINE = "1"
"""Version of the meaning of verdicts; part of every law hash, so that a change of meaning changes the hash."""

CACHED = 2048
"""Acts in contexts whose norms are remembered; about fifty for each pair of states, kind of request and day."""


@dataclass(frozen=True, eq=False)
class Law:
    """A body of law ready to judge with.

    Attributes:
        packs: The packs chosen.
        vocabulary: Every question, by identifier.
        triggers: What makes questions live.
        treaties: The treaty matrix.
    """

    packs: tuple[Pack, ...]
    vocabulary: Mapping[str, Question]
    triggers: tuple[Trigger, ...]
    treaties: Treaties

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """Every norm of the packs, in order."""
        return distinct(self.packs)

    @cached_property
    def norm(self) -> Mapping[str, Norm]:
        """Every norm by its identifier."""
        return {n.id: n for n in self.norms}

    @cached_property
    def hash(self) -> str:
        """Names exactly this law: norms, vocabulary, triggers, treaty matrix and engine."""
        return digest([ENGINE, self.norms, self.vocabulary, self.triggers, self.treaties.hash])

    @cached_property
    def _programs(self) -> dict[tuple[str, ...], Program]:
        return {}

    @cached_property
    def _bearings(self) -> dict[tuple[str, Context], tuple[tuple[Norm, Binds], ...]]:
        return {}

    def without_house_rules(self) -> "Law":
        """The law alone, as a court would apply it: without the policies of this system."""
        return self._alone

    @cached_property
    def _alone(self) -> "Law":
        return Law(tuple(p for p in self.packs if not p.house), self.vocabulary, self.triggers, self.treaties)

    def slot_question(self, slot: str) -> Question:
        """The question standing in `slot`, bound to its role.

        Raises:
            KeyError: Not in the vocabulary.
        """
        ident, _, role = slot.partition("@")
        question = self.vocabulary[ident]
        return question.against(role) if role else question

    def program(self, act: Act, context: Context) -> Program:
        """The norms bearing on `act` in `context`, compiled; cached, because most cases share them."""
        norms = tuple(n for n, _ in self.bearing_on(act, context))
        grounds = tuple(n for n, _ in self.bearing_on(GRANT, context)) if act is REFUSE else ()
        key = (act.id, *(n.id for n in norms), "", *(n.id for n in grounds))
        if key not in self._programs:
            ground = ground_for_refusal(tuple(bearing(n, GRANT) for n in grounds))
            self._programs[key] = self.compile(act, tuple(bearing(_grounded(n, ground), act) for n in norms))
        return self._programs[key]

    def bearing_on(self, act: Act, context: Context) -> tuple[tuple[Norm, Binds], ...]:
        """The norms that bear on `act` and bind in `context`, each with why it binds; cached, as programs are."""
        found = self._bearings.get((act.id, context))
        if found is None:
            found = tuple(
                (norm, answer)
                for norm in self.norms
                if act in norm.bears_on
                and context.kind in norm.kinds
                and (answer := binds(norm, context, self.treaties)).holds
            )
            if len(self._bearings) >= CACHED:
                self._bearings.clear()
            self._bearings[act.id, context] = found
        return found

    def compile(self, act: Act, bearings: tuple[Bearing, ...]) -> Program:
        """A program for `bearings`, with the part of the vocabulary and the triggers they draw on."""
        slots = {a.slot for b in bearings for c in _all_conditions(b) for a in atoms(c)}
        triggers = tuple(t for t in self.triggers if t.slot in slots)
        slots |= {a.slot for t in triggers for a in atoms(t.when)}
        return Program(act, bearings, {s: self.slot_question(s) for s in sorted(slots)}, triggers)


def _grounded(norm: Norm, ground: Condition) -> Norm:
    return replace(norm, when=map_ground(norm.when, ground))


def _all_conditions(b: Bearing) -> list[Condition]:
    cure = b.norm.cure
    extra = [] if cure is None else [cure.met, *([cure.failed] if cure.failed is not None else [])]
    return [b.applies, *extra, *([b.norm.fulfilled] if b.norm.fulfilled is not None else [])]
