"""Bulk re-assessment: what changes in a whole docket when a state's record changes.

The docket keeps every case as bits of planes, one register for each set of norms. A new entry in a state's record is
set in all its cases at once, all are judged anew, and only those whose verdict changed are handed back, to be judged
in full with their reasons. In bulk, verdicts are three-valued: the exact pass runs when a case is judged in full.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rogatory.law.acts import REFUSE, Act
from rogatory.law.binding import Context
from rogatory.law.columns import Plane, Planes, Register
from rogatory.law.corpus import Law
from rogatory.law.evidence import Standing
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.judging import Subject
from rogatory.law.program import Program
from rogatory.law.reading import situate


@dataclass(frozen=True, slots=True)
class Entry:
    """One case for a docket: its key, what decides which norms bind, one reading per person, and the day."""

    key: str
    context: Context
    subjects: tuple[Subject, ...]
    at: date


@dataclass(frozen=True, slots=True)
class Change:
    """A case whose verdict changed."""

    key: str
    before: Verdict
    after: Verdict


@dataclass(slots=True)
class _Part:
    register: Register
    keys: list[str] = field(default_factory=list)
    of_state: dict[str, Plane] = field(default_factory=dict)
    last: Planes | None = None


class Docket:
    """Many cases under one act, ready to be judged together."""

    def __init__(self, law: Law, act: Act) -> None:
        """An empty docket for `act` under `law`."""
        self.law = law
        self.act = act
        self._parts: dict[Program, _Part] = {}

    def add(self, entry: Entry) -> None:
        """Add one case. Its persons are judged apart and count together, as in a ruling."""
        program = self.law.program(self.act, entry.context)
        part = self._parts.setdefault(program, _Part(Register(program)))
        for subject in entry.subjects:
            position = part.register.add(situate(program, subject.standings, entry.at))
            part.keys.append(entry.key)
            state = entry.context.requesting
            part.of_state[state] = part.of_state.get(state, 0) | 1 << position

    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict of every case by its key."""
        found: dict[str, Verdict] = {}
        for part in self._parts.values():
            planes = part.last = part.register.judge()
            for verdict in Verdict:
                for position in _positions(planes.verdict(verdict)):
                    _keep(found, part.keys[position], verdict, self.act)
        return found

    def record(self, state: str, slot: str, value: str, grade: Grade = Grade.ESTABLISHED) -> tuple[Change, ...]:
        """Set an answer in every case of requests from `state`, judge all, and return the cases that changed.

        Cases of one person come back by their verdict; of several, by that of the person who changed.
        """
        changes: list[Change] = []
        for part in self._parts.values():
            before = part.last or part.register.judge()
            part.register.answer(slot, value, part.of_state.get(state, 0), grade=grade)
            part.last = part.register.judge()
            changes += [Change(part.keys[p], before.of(p), part.last.of(p)) for p in _moved(before, part.last)]
        return tuple(changes)


def judge_many(law: Law, act: Act, entries: Iterable[Entry]) -> Mapping[str, Verdict]:
    """The verdict on `act` in every case, by its key."""
    docket = Docket(law, act)
    for entry in entries:
        docket.add(entry)
    return docket.verdicts()


def entry(key: str, context: Context, standings: Mapping[str, Standing], at: date) -> Entry:
    """A case with one reading."""
    return Entry(key, context, (Subject("", standings),), at)


def _moved(before: Planes, after: Planes) -> Iterator[int]:
    changed = 0
    for verdict in Verdict:
        changed |= before.verdict(verdict) & ~after.verdict(verdict)
    return _positions(changed)


def _positions(plane: Plane) -> Iterator[int]:
    # Through the text of the number: one pass, where clearing the lowest bit each time would be quadratic.
    text = bin(plane)
    last = len(text) - 1
    at = text.find("1", 2)
    while at >= 0:
        yield last - at
        at = text.find("1", at + 1)


def _keep(found: dict[str, Verdict], key: str, verdict: Verdict, act: Act) -> None:
    pick = min if act is REFUSE else max
    found[key] = pick(found[key], verdict) if key in found else verdict
