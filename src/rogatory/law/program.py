"""A program: the norms bearing on one act, compiled once, run on one case or on many.

`Program.outcome` answers for one case; `law.columns` runs the same formulas over bit planes; `law.explanation` walks
the same trees. The tests hold all three, and two outside engines, to the same answers.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rogatory.law.acts import Act
from rogatory.law.codegen import FALSE, TRUE, UNKNOWN, Writer, compile_function
from rogatory.law.conditions import NEVER, Atom, Condition, atoms
from rogatory.law.formulas import Bearing, Verdict
from rogatory.law.norms import Effect
from rogatory.law.questions import Question, Trigger
from rogatory.law.reasons_code import ReasonFunction, ReasonWriter

FORMULAS = ("forbids", "obtains", "keeps", "permits_refusal")
"""The formulas of a verdict, as fields of a bearing, in the order they are computed."""
Reading = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Codes of every atom: affirmed and denied as protection reads them, affirmed and denied as release reads them."""
Plan = tuple[tuple[Condition, bool], int, Callable[[Iterable[int]], int] | None, tuple["Plan", ...]]
"""A tree of reasons yet without codes: the node, where the code of an atom stands (or the code of what is always so),
how the codes of the parts make one (None: an atom), and the parts."""


@dataclass(frozen=True)
class Outcome:
    """What the formulas say of one act in one case.

    Attributes:
        verdict: The verdict.
        norms: Code of each bearing's `applies`: 0 excluded, 1 unknown, 3 shown.
        forbids: Code of the disjunction of all bars.
        obtains: Code of the disjunction of all conditions still to obtain.
        keeps: Code of the disjunction of all conditions to keep.
        permits_refusal: Code of the disjunction of all optional grounds.
        duties: Whether a duty to inquire is open.
    """

    verdict: Verdict
    norms: tuple[int, ...]
    forbids: int
    obtains: int
    keeps: int
    permits_refusal: int
    duties: bool


@dataclass(frozen=True, eq=False)
class Program:
    """The compiled law on one act.

    Attributes:
        act: The act.
        bearings: The norms bearing on it, in the order of the packs.
        questions: The vocabulary the formulas draw on, by slot.
        triggers: What makes those questions live.
    """

    act: Act
    bearings: tuple[Bearing, ...]
    questions: dict[str, Question]
    triggers: tuple[Trigger, ...]

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """Every atom any formula reads, each once."""
        found: dict[Atom, None] = {}
        for condition in self._conditions():
            found.update(dict.fromkeys(atoms(condition)))
        return tuple(found)

    @cached_property
    def index(self) -> dict[Atom, int]:
        """Position of each atom."""
        return {atom: i for i, atom in enumerate(self.atoms)}

    @cached_property
    def plans(self) -> dict[int, tuple[Condition, Plan]]:
        """The trees of reasons made so far, by the identity of their condition, which is beside each."""
        return {}

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Every question (with role) the formulas read, in order."""
        return tuple(dict.fromkeys(atom.slot for atom in self.atoms))

    @cached_property
    def duties(self) -> tuple[tuple[int, Condition, Condition], ...]:
        """Position, trigger and fulfilment of each duty to inquire."""
        return tuple(
            (i, b.applies, b.norm.fulfilled)
            for i, b in enumerate(self.bearings)
            if b.norm.effect is Effect.INQUIRES and b.norm.fulfilled is not None
        )

    @cached_property
    def verdict_codes(self) -> Callable[..., tuple[int, ...]]:
        """Generated: reading -> verdict, bars, conditions to obtain and to keep, optional grounds. The fast path of `outcome`."""
        return self._compile("verdict", with_norms=False)

    @cached_property
    def all_codes(self) -> Callable[..., tuple[Any, ...]]:
        """Generated: as `verdict_codes`, followed by the tuple of every norm's code."""
        return self._compile("outcome", with_norms=True)

    @cached_property
    def raw_reasons(self) -> ReasonFunction:
        """Generated: reading -> for every norm its tree of reasons as tuples, None where it does not apply."""
        return ReasonWriter(self.index).whole([(b.applies, b.norm.releases) for b in self.bearings])

    def outcome(self, reading: Reading) -> Outcome:
        """Run the program on one case."""
        verdict, forbids, obtains, keeps, permits, duties, norms = self.all_codes(*reading)
        return Outcome(Verdict(verdict), norms, forbids, obtains, keeps, permits, bool(duties))

    def _conditions(self) -> Iterable[Condition]:
        for b in self.bearings:
            yield b.applies
            if b.norm.cure is not None:
                yield b.norm.cure.met
                if b.norm.cure.failed is not None:
                    yield b.norm.cure.failed
            if b.norm.fulfilled is not None:
                yield b.norm.fulfilled
        for trigger in self.triggers:
            yield trigger.when

    def _compile(self, name: str, *, with_norms: bool) -> Callable[..., tuple[Any, ...]]:
        writer = Writer(self.index, planes=False)
        applies = [self._written(writer, b, b.applies) for b in self.bearings] if with_norms else []
        bars, obtains, keeps, opts = (
            self._joined(writer, [(b, getattr(b, field)) for b in self.bearings]) for field in FORMULAS
        )
        duty_texts = [
            f"({self._plain(writer, t)}=={TRUE} and {self._plain(writer, f, released=True)}!={TRUE})"
            for _, t, f in self.duties
        ]
        writer.lines += [f" F={bars}", f" C={obtains}", f" K={keeps}", f" O={opts}"]
        writer.lines += [f" D={' or '.join(duty_texts) or 'False'}"]
        # An unknown ground whose cure is in place bars nothing either way: what was obtained is kept (Paposhvili par. 191).
        verdict = (
            f"{Verdict.FORBIDDEN.value} if F=={TRUE} else "
            f"{Verdict.NOT_RIPE.value} if F=={UNKNOWN} or O=={UNKNOWN} or C=={UNKNOWN} or D else "
            f"{Verdict.CONDITIONAL.value} if C=={TRUE} or K else "
            f"{Verdict.DISCRETIONARY.value} if O=={TRUE} else {Verdict.ALLOWED.value}"
        )
        result = f"({verdict},F,C,K,O,D,({','.join(applies)}{',' if len(applies) == 1 else ''}))"
        if not with_norms:
            result = f"({verdict},F,C,K,O)"
        return compile_function(name, ["P,N,PR,NR", *self._unpack(writer)], writer, result)

    def _plain(self, writer: Writer, condition: Condition, *, released: bool = False) -> str:
        # Conflicting evidence never fulfils a duty to inquire.
        writer.released = released
        return writer.shared(condition)

    def _written(self, writer: Writer, b: Bearing, condition: Condition) -> str:
        writer.released = b.norm.releases
        return writer.shared(condition)

    def _joined(self, writer: Writer, parts: list[tuple[Bearing, Condition]]) -> str:
        texts = [self._written(writer, b, c) for b, c in parts if c is not NEVER]
        return "|".join(texts) or str(FALSE)

    def _unpack(self, writer: Writer) -> list[str]:
        used = set(re.findall(r"\b[pn]r?\d+\b", "\n".join(writer.lines)))
        lines = []
        for vector, letter in (("P", "p"), ("N", "n"), ("PR", "pr"), ("NR", "nr")):
            names = [f"{letter}{i}" for i in range(len(self.atoms))]
            wanted = [i for i, name in enumerate(names) if name in used]
            if 2 * len(wanted) > len(names):
                lines.append(f" {','.join(names)},={vector}")
            else:
                lines += [f" {names[i]}={vector}[{i}]" for i in wanted]
        return lines
