"""Columns: one program over many cases at once, each case one bit of a Python integer.

Two planes per atom, *shown* and *excluded*. The same typed tree that judges one case is written out as bitwise
operations on the planes; 100,000 cases are a few dozen microseconds per norm. Used for bulk re-assessment after a
state's record changes, and, with the ways of answering as the cases, for the questions that still matter.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from rogatory.law.codegen import Writer, compile_function
from rogatory.law.conditions import NEVER, Condition
from rogatory.law.evidence import Answer, Standing, presumed, read, stand
from rogatory.law.formulas import Bearing, Verdict
from rogatory.law.grades import Grade
from rogatory.law.program import FORMULAS, Program

Plane = int
"""One bit per case."""
_LIVE = Standing(raised=True)
"""Live, and answered by nobody."""


@dataclass(frozen=True, slots=True)
class Planes:
    """The verdicts of many cases.

    Attributes:
        everyone: Mask with one bit for each case.
        forbidden: Cases in which the act is forbidden.
        maybe_forbidden: Cases in which a bar is unknown.
        to_obtain: Cases in which a condition must still be obtained.
        maybe_to_obtain: Cases in which that is unknown.
        kept: Cases in which a condition must be kept.
        maybe_kept: Cases in which a condition must be kept if the ground stands, which is unknown.
        refusable: Cases in which an optional ground stands.
        maybe_refusable: Cases in which an optional ground is unknown.
        duties: Cases in which a duty to inquire is open.
    """

    everyone: Plane
    forbidden: Plane
    maybe_forbidden: Plane
    to_obtain: Plane
    maybe_to_obtain: Plane
    kept: Plane
    maybe_kept: Plane
    refusable: Plane
    maybe_refusable: Plane
    duties: Plane

    def by_verdict(self) -> dict[Verdict, Plane]:
        """The cases of each verdict."""
        shown = (self.forbidden, self.to_obtain, self.kept, self.refusable)
        unknown = (self.maybe_forbidden, self.maybe_to_obtain, self.maybe_kept, self.maybe_refusable)
        return by_verdict(self.everyone, shown, unknown, self.duties)

    def verdict(self, wanted: Verdict) -> Plane:
        """The cases whose verdict is `wanted`."""
        return self.by_verdict()[wanted]

    def of(self, case: int) -> Verdict:
        """The verdict of one case, by its position."""
        return next(v for v in Verdict if self.verdict(v) >> case & 1)


def by_verdict(
    everyone: Plane, shown: Sequence[Plane], unknown: Sequence[Plane], duties: Plane
) -> dict[Verdict, Plane]:
    """The cases of each verdict, the mildest verdict first.

    Args:
        everyone: Mask with one bit for each case.
        shown: For each of `FORMULAS` the cases in which it is shown.
        unknown: For each the cases in which it is unknown.
        duties: Cases in which a duty to inquire is open.
    """
    forbidden, to_obtain, kept, refusable = shown
    maybe_forbidden, maybe_to_obtain, maybe_kept, maybe_refusable = unknown
    rest = everyone & ~forbidden
    open_ = rest & (maybe_forbidden | maybe_to_obtain | maybe_refusable | duties)
    rest ^= open_
    conditional = rest & (to_obtain | kept | maybe_kept)
    rest ^= conditional
    return {
        Verdict.ALLOWED: rest & ~refusable,
        Verdict.DISCRETIONARY: rest & refusable,
        Verdict.CONDITIONAL: conditional,
        Verdict.NOT_RIPE: open_,
        Verdict.FORBIDDEN: everyone & forbidden,
    }


def judge_planes(program: Program, shown: Sequence[Plane], excluded: Sequence[Plane], everyone: Plane) -> Planes:
    """Run `program` over planes that already hold presumptions.

    Args:
        program: The program.
        shown: For each atom of the program the cases in which it is shown.
        excluded: For each atom the cases in which it is excluded. Both bits: the evidence conflicts.
        everyone: Mask with one bit for each case.
    """
    return Planes(everyone, *plane_function(program)(*vectors(shown, excluded), everyone))


def vectors(shown: Sequence[Plane], excluded: Sequence[Plane]) -> tuple[Sequence[Plane], ...]:
    """The four vectors of planes that generated functions take: shown, excluded, and each without conflicts."""
    pairs = list(zip(shown, excluded, strict=True))
    return shown, excluded, [t & ~x for t, x in pairs], [x & ~t for t, x in pairs]


@lru_cache(maxsize=512)
def plane_function(program: Program) -> Callable[..., tuple[Plane, ...]]:
    """Generated: planes of all atoms -> bars shown and unknown, conditions, optional grounds, open duties.

    Its arguments are the planes shown and excluded, the same without the cases in which the evidence conflicts, and
    the mask of all cases.
    """
    writer = Writer(program.index, planes=True)
    pieces = [_both(writer, [(b, getattr(b, field)) for b in program.bearings]) for field in FORMULAS]
    duties = []
    for _, trigger, fulfilled in program.duties:
        writer.released = False
        raised = writer.shared(trigger)
        writer.released = True
        duties.append(f"({raised}&~{writer.shared(fulfilled)})")
    result = ",".join(f"({shown}),ALL&~(({shown})|({excluded}))" for shown, excluded in pieces)
    header = ["T,X,TO,XO,ALL", *unpack_planes(writer)]
    return compile_function("planes", header, writer, f"({result},{'|'.join(duties) or '0'})")


@lru_cache(maxsize=512)
def norm_function(program: Program) -> Callable[..., tuple[tuple[Plane, Plane], ...]]:
    """Generated: as `plane_function`, but for every norm the cases in which it is shown and in which it is excluded."""
    writer = Writer(program.index, planes=True)
    pairs = []
    for b in program.bearings:
        writer.released = b.norm.releases
        pairs.append(f"({writer.shared(b.applies)},{writer.shared(b.applies, shown=False)})")
    header = ["T,X,TO,XO,ALL", *unpack_planes(writer)]
    return compile_function("norms", header, writer, f"({''.join(f'{pair},' for pair in pairs)})")


@lru_cache(maxsize=512)
def holding_function(program: Program) -> Callable[..., tuple[tuple[Plane, Plane], ...]]:
    """Generated: as `norm_function`, but for every norm the cases in which it holds the act back, and may do so.

    It holds back where it forbids, asks for a condition still to obtain, or permits refusal; it may where that is
    unknown, and where a duty to inquire is open.
    """
    writer = Writer(program.index, planes=True)
    duties = {i: (trigger, fulfilled) for i, trigger, fulfilled in program.duties}
    pairs = []
    for i, b in enumerate(program.bearings):
        shown, excluded = _both(writer, [(b, c) for c in (b.forbids, b.obtains, b.permits_refusal)])
        open_ = f"ALL&~(({shown})|({excluded}))"
        if i in duties:
            writer.released = False
            raised = writer.shared(duties[i][0])
            writer.released = True
            open_ = f"({raised}&~{writer.shared(duties[i][1])})"
        pairs.append(f"({shown},{open_})")
    header = ["T,X,TO,XO,ALL", *unpack_planes(writer)]
    return compile_function("holding", header, writer, f"({''.join(f'{pair},' for pair in pairs)})")


def _both(writer: Writer, parts: list[tuple[Bearing, Condition]]) -> tuple[str, str]:
    shown, excluded = [], []
    for b, condition in parts:
        if condition is NEVER:
            continue
        writer.released = b.norm.releases
        shown.append(writer.shared(condition))
        excluded.append(writer.shared(condition, shown=False))
    return "|".join(shown) or "0", "&".join(excluded) or "ALL"


def unpack_planes(writer: Writer) -> list[str]:
    """Lines that take from the vectors T, X, TO and XO the planes `writer` has used."""
    used = set(re.findall(r"\b[pnqm]r?\d+\b", "\n".join(writer.lines)))
    # Conflicting evidence counts as shown, affirmed and denied alike, to a norm that protects; to one that releases it
    # counts as neither.
    vector = {"p": "T", "n": "X", "q": "XO", "m": "TO", "pr": "TO", "nr": "XO", "qr": "XO", "mr": "TO"}
    lines = []
    for name in sorted(used):
        letters = name.rstrip("0123456789")
        lines.append(f" {name}={vector[letters]}[{name[len(letters) :]}]")
    return lines


class Register:
    """Many cases kept as planes, so that re-judging all of them after one change costs microseconds.

    Holds for each atom what is on file, and for each slot whether anything raises it. Presumptions and liveness are
    worked out in planes exactly as `reading.situate` does for one case, and again only where something changed.
    """

    def __init__(self, program: Program, size: int = 0) -> None:
        """A register for `program` of `size` cases on which nothing is on file."""
        self.program = program
        self.size = size
        many = len(program.atoms)
        self._shown, self._excluded = [0] * many, [0] * many
        self._raised = dict.fromkeys(program.slots, 0)
        self._atoms_of: dict[str, list[int]] = {slot: [] for slot in program.slots}
        for i, atom in enumerate(program.atoms):
            self._atoms_of[atom.slot].append(i)
        self._presumed = [read(atom, presumed(program.questions[atom.slot]), date.min) for atom in program.atoms]
        self._live_function = _live_function(program)
        # As the formulas read it, with presumptions: shown, excluded, and each without conflicting evidence.
        self._reading: tuple[list[Plane], ...] = tuple([0] * many for _ in range(4))
        self._live: dict[str, Plane] = {}
        self._stale: set[str] = set(self._raised) if self.size else set()

    @property
    def everyone(self) -> Plane:
        """Mask with one bit for each case."""
        return (1 << self.size) - 1

    def add(self, standings: Mapping[str, Standing], on: date) -> int:
        """Add one case, with what is on file as of the day `on`; returns its position."""
        bit = 1 << self.size
        self.size += 1
        if len(self._stale) < len(self._raised):
            self._stale = set(self._raised)
        for slot, standing in standings.items():
            if slot not in self._raised:
                continue
            if standing.raised:
                self._raised[slot] |= bit
            for i in self._atoms_of[slot]:
                shown, excluded = read(self.program.atoms[i], standing, on)
                if shown:
                    self._shown[i] |= bit
                if excluded:
                    self._excluded[i] |= bit
        return self.size - 1

    def answer(self, slot: str, value: str, cases: Plane, *, grade: Grade = Grade.ESTABLISHED) -> None:
        """Put in place of what was on file for `slot`, in all `cases` at once, the answer `value` shown to `grade`.

        Raises:
            KeyError: The program does not read the slot.
        """
        question = self.program.questions[slot]
        self.put(slot, stand(question, (Answer("", (value,), grade),), date.min), cases, date.min)

    def put(self, slot: str, standing: Standing, cases: Plane, on: date) -> None:
        """Put in place of what was on file for `slot`, in all `cases` at once, what is on file as of the day `on`.

        Raises:
            KeyError: The program does not read the slot.
        """
        for i in self._atoms_of[slot]:
            shown, excluded = read(self.program.atoms[i], standing, on)
            self._shown[i] = self._shown[i] | cases if shown else self._shown[i] & ~cases
            self._excluded[i] = self._excluded[i] | cases if excluded else self._excluded[i] & ~cases
        raised = self._raised[slot]
        self._raised[slot] = raised | cases if standing.raised else raised & ~cases
        self._stale.add(slot)

    def open(self, slot: str, older: Plane = 0) -> None:
        """Make `slot` live in every case; in `older` what answers it is not heard any more.

        Raises:
            KeyError: The program does not read the slot.
        """
        self._raised[slot] = self.everyone
        self._stale.add(slot)
        if older:
            self.put(slot, _LIVE, older, date.min)

    def judge(self) -> Planes:
        """The verdict of every case."""
        return Planes(self.everyone, *plane_function(self.program)(*self._read_anew(), self.everyone))

    def holding(self) -> tuple[tuple[Plane, Plane], ...]:
        """For every norm of the program the cases in which it holds the act back, and those in which it may."""
        return holding_function(self.program)(*self._read_anew(), self.everyone)

    def norms(self) -> tuple[tuple[Plane, Plane], ...]:
        """For every norm of the program the cases in which it applies, and those in which it does not."""
        return norm_function(self.program)(*self._read_anew(), self.everyone)

    def _read_anew(self) -> tuple[list[Plane], ...]:
        everyone = self.everyone
        live = self._live_function(self._shown, self._excluded, everyone)
        self._stale |= {slot for slot, cases in live.items() if cases != self._live.get(slot, 0)}
        for slot in self._stale:
            self._read(slot, everyone & ~(self._raised[slot] | live.get(slot, 0)))
        self._live, self._stale = live, set()
        return self._reading

    def _read(self, slot: str, quiet: Plane) -> None:
        """Read the atoms of `slot` anew; in the `quiet` cases nothing raises it, and it takes its presumption."""
        for i in self._atoms_of[slot]:
            shown, excluded = self._shown[i], self._excluded[i]
            yes, no = self._presumed[i]
            if yes or no:
                rest = quiet & ~(shown | excluded)
                shown, excluded = (shown | rest if yes else shown), (excluded | rest if no else excluded)
            for vector, plane in zip(
                self._reading, (shown, excluded, shown & ~excluded, excluded & ~shown), strict=True
            ):
                vector[i] = plane


def _live_function(program: Program) -> Callable[..., dict[str, Plane]]:
    writer = Writer(program.index, planes=True)
    texts: dict[str, list[str]] = {}
    for trigger in program.triggers:
        texts.setdefault(trigger.slot, []).append(writer.shared(trigger.when))
    result = "{" + ",".join(f"{slot!r}:{'|'.join(names)}" for slot, names in texts.items()) + "}"
    function: Any = compile_function("live", ["T,X,ALL", *unpack_planes(writer)], writer, result)
    return function  # type: ignore[no-any-return]
