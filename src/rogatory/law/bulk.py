"""Bulk re-assessment: what changes in a whole docket when a state's record changes.

The docket keeps every case as bits of planes, in shelves of cases from one state judged by the same norms. A new entry
in a state's record is set in all its cases at once, they are judged anew, and only those whose verdict changed are handed back, to
be judged in full with their reasons. In bulk, verdicts are three-valued: the exact pass runs when a case is judged in
full.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import compress, count, product
from operator import or_
from typing import NamedTuple

from rogatory.law.acts import REFUSE, Act
from rogatory.law.binding import Context
from rogatory.law.columns import Plane, Register
from rogatory.law.corpus import Law
from rogatory.law.evidence import Standing
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.judging import Subject
from rogatory.law.program import Program

SHELF = 1 << 15
"""Readings on one shelf: so many that an operation on a plane costs more than calling it, and few enough for the planes
to stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One case for a docket: its key, what decides which norms bind, one reading per person, and the day."""

    key: str
    context: Context
    subjects: tuple[Subject, ...]
    at: date


class Change(NamedTuple):
    """The cases whose verdict changed in the same way: from what, to what, and their keys; at least one."""

    before: Verdict
    after: Verdict
    keys: tuple[str, ...]


class Reopened(NamedTuple):
    """The cases in which opening a question did the same.

    Attributes:
        before: The verdict before.
        after: The verdict after; it may be the same.
        norms: Identifiers of the norms that apply, do not, or are open, where they were something else before.
        keys: The cases; at least one.
    """

    before: Verdict
    after: Verdict
    norms: tuple[str, ...]
    keys: tuple[str, ...]


_Moved = tuple[Verdict, Verdict, Iterable[str]]

ByVerdict = dict[Verdict, Plane]
"""For each verdict the readings that have it."""


@dataclass(slots=True)
class _Shelf:
    """Readings of requests from one state, judged by the same norms.

    Attributes:
        register: What is on file, as planes.
        keys: Key of the case of each reading.
        several: Readings of cases with several persons.
        together: For each of these the positions of all readings of its case.
        last: The verdicts as last judged; None: not judged since a case was added.
    """

    register: Register
    keys: list[str] = field(default_factory=list)
    several: Plane = 0
    together: dict[int, range] = field(default_factory=dict)
    last: ByVerdict | None = None

    def add(self, entry: Entry) -> None:
        start = self.register.size
        for subject in entry.subjects:
            self.register.add(subject.standings, entry.at)
            self.keys.append(entry.key)
        if len(entry.subjects) > 1:
            self.several |= self.register.everyone >> start << start
            persons = range(start, self.register.size)
            self.together |= dict.fromkeys(persons, persons)
        self.last = None

    def where(self, keys: Collection[str]) -> Plane:
        return sum(1 << p for p, key in enumerate(self.keys) if key in keys) if keys else 0

    def judged(self) -> ByVerdict:
        if self.last is None:
            self.last = self.register.judge().by_verdict()
        return self.last


class Docket:
    """Many cases under one act, ready to be judged together."""

    def __init__(self, law: Law, act: Act) -> None:
        """An empty docket for `act` under `law`."""
        self.law = law
        self.act = act
        self._keys: set[str] = set()
        self._programs: dict[Context, Program] = {}
        self._shelves: dict[tuple[str, Program], list[_Shelf]] = {}

    def add(self, entry: Entry) -> None:
        """Add one case. Its persons are judged apart and count together, as in a ruling.

        Raises:
            ValueError: A case with this key is in the docket already, or the case has no reading.
        """
        if entry.key in self._keys:
            msg = f"the case {entry.key} is in the docket already; give each case a key of its own"
            raise ValueError(msg)
        if not entry.subjects:
            msg = f"the case {entry.key} has nobody and nothing to judge {self.act.id} for: it needs a reading"
            raise ValueError(msg)
        self._keys.add(entry.key)
        program = self._programs.get(entry.context)
        if program is None:
            # Which treaties bind is looked up once for each state, kind and day.
            program = self._programs[entry.context] = self.law.program(self.act, entry.context)
        shelves = self._shelves.setdefault((entry.context.requesting, program), [])
        if not shelves or shelves[-1].register.size >= SHELF:
            shelves.append(_Shelf(Register(program)))
        shelves[-1].add(entry)

    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict of every case by its key."""
        found: dict[str, Verdict] = {}
        for shelf in self._every_shelf():
            for verdict, plane in shelf.judged().items():
                found |= dict.fromkeys(_marked(shelf.keys, plane & ~shelf.several), verdict)
            for persons in set(shelf.together.values()):
                found[shelf.keys[persons.start]] = self._over(shelf.judged(), persons)
        return found

    def judge_again(self) -> None:
        """Judge every case anew, whether or not anything changed."""
        for shelf in self._every_shelf():
            shelf.last = None
            shelf.judged()

    def count(self) -> Mapping[Verdict, int]:
        """How many readings have each verdict; a case with several persons has several readings."""
        total = dict.fromkeys(Verdict, 0)
        for shelf in self._every_shelf():
            for verdict, plane in shelf.judged().items():
                total[verdict] += plane.bit_count()
        return total

    def record(self, state: str, slot: str, value: str, grade: Grade = Grade.ESTABLISHED) -> tuple[Change, ...]:
        """Put an answer in place of what was on file in every case of requests from `state`; what changed by it.

        Each way of changing is handed back once, the worst verdict after it first, and no case stands in two.

        Args:
            state: Country code of the requesting state.
            slot: The question, with its role if any; one answered by yes or no or from a list.
            value: The answer.
            grade: Grade to which it is shown.

        Raises:
            KeyError: The slot is not in the vocabulary.
            ValueError: The question is not answered so.
        """
        self.law.slot_question(slot).is_(value)
        moved: dict[tuple[Verdict, Verdict], list[str]] = {}
        for (requesting, program), shelves in self._shelves.items():
            if requesting == state and slot in program.questions:
                for shelf in shelves:
                    before = shelf.judged()
                    shelf.register.answer(slot, value, shelf.register.everyone, grade=grade)
                    shelf.last = None
                    for old, new, keys in self._changes(shelf, before, shelf.judged()):
                        moved.setdefault((old, new), []).extend(keys)
        return tuple(Change(old, new, tuple(keys)) for (old, new), keys in sorted(moved.items(), key=_worst_first))

    def open(self, state: str, slot: str, older: Collection[str] = ()) -> tuple[Reopened, ...]:
        """Make a question live in every case of requests from `state`; what that does.

        Args:
            state: Country code of the requesting state.
            slot: The question.
            older: Keys of cases in which it was answered, and the answer is not heard any more.

        Returns:
            Each way in which cases stand differently, with those cases, the worst verdict after it first.
        """
        return self._reopen(state, slot, lambda shelf: shelf.register.open(slot, shelf.where(older)))

    def put(self, state: str, slot: str, told: Mapping[str, Standing]) -> tuple[Reopened, ...]:
        """Put in place of what was on file for a question, in the cases named, what `told` says; what that does.

        Args:
            state: Country code of the requesting state.
            slot: The question.
            told: What is on file, by the key of the case; for every person of it alike.

        Returns:
            As `open`.
        """
        alike = {id(standing): standing for standing in told.values()}
        keys = {one: frozenset(key for key, standing in told.items() if id(standing) == one) for one in alike}

        def change(shelf: _Shelf) -> None:
            for one, standing in alike.items():
                shelf.register.put(slot, standing, shelf.where(keys[one]), date.min)

        return self._reopen(state, slot, change)

    def _reopen(self, state: str, slot: str, change: Callable[[_Shelf], None]) -> tuple[Reopened, ...]:
        moved: dict[tuple[Verdict, Verdict, tuple[str, ...]], list[str]] = {}
        for (requesting, program), shelves in self._shelves.items():
            if requesting == state and slot in program.questions:
                for shelf in shelves:
                    for key, told in self._reopened(shelf, change):
                        moved.setdefault(told, []).append(key)
        ordered = sorted(moved.items(), key=lambda m: (-m[0][1], -m[0][0], m[0][2]))
        return tuple(Reopened(*told, tuple(keys)) for told, keys in ordered)

    def _reopened(
        self, shelf: _Shelf, change: Callable[[_Shelf], None]
    ) -> Iterator[tuple[str, tuple[Verdict, Verdict, tuple[str, ...]]]]:
        register, before = shelf.register, shelf.judged()
        stood = register.norms()
        change(shelf)
        shelf.last = None
        after, stand = shelf.judged(), register.norms()
        differ = [((a ^ c) | (b ^ d)) & register.everyone for (a, b), (c, d) in zip(stood, stand, strict=True)]
        moved = sum(was & ~after[verdict] for verdict, was in before.items())
        groups: dict[tuple[str, ...], Plane] = {(): moved | reduce(or_, differ, 0)}
        for bearing, plane in zip(register.program.bearings, differ, strict=True):
            if plane:
                named = {(*names, bearing.norm.id): cases & plane for names, cases in groups.items() if cases & plane}
                groups = {names: cases & ~plane for names, cases in groups.items() if cases & ~plane} | named
        for names, cases in groups.items():
            for (old, was), (new, is_) in product(before.items(), after.items()):
                yield from ((key, (old, new, names)) for key in _marked(shelf.keys, cases & ~shelf.several & was & is_))
        of_several: dict[range, dict[str, None]] = {}
        for names, cases in groups.items():
            for position in _positions(cases & shelf.several):
                of_several.setdefault(shelf.together[position], {}).update(dict.fromkeys(names))
        for persons, found in of_several.items():
            told = (self._over(before, persons), self._over(after, persons), tuple(found))
            yield shelf.keys[persons.start], told

    def _every_shelf(self) -> Iterator[_Shelf]:
        for shelves in self._shelves.values():
            yield from shelves

    def _changes(self, shelf: _Shelf, before: ByVerdict, after: ByVerdict) -> Iterator[_Moved]:
        keys, several = shelf.keys, shelf.several
        for (old, was), (new, is_) in product(before.items(), after.items()):
            if old is not new and (moved := was & is_ & ~several):
                yield old, new, _marked(keys, moved)
        same = sum(was & after[verdict] for verdict, was in before.items())
        for persons in {shelf.together[p]: None for p in _positions(several & ~same)}:
            # One case however many of its persons moved; and perhaps none, if another holds the act back more.
            old, new = self._over(before, persons), self._over(after, persons)
            if old is not new:
                yield old, new, (keys[persons.start],)

    def _over(self, judged: ByVerdict, persons: range) -> Verdict:
        verdicts = [next(v for v, plane in judged.items() if plane >> p & 1) for p in persons]
        return min(verdicts) if self.act is REFUSE else max(verdicts)


def judge_many(law: Law, act: Act, entries: Iterable[Entry]) -> Mapping[str, Verdict]:
    """The verdict on `act` in every case, by its key."""
    docket = Docket(law, act)
    for entry in entries:
        docket.add(entry)
    return docket.verdicts()


def entry(key: str, context: Context, standings: Mapping[str, Standing], at: date) -> Entry:
    """A case with one reading."""
    return Entry(key, context, (Subject("", standings),), at)


def _worst_first(moved: tuple[tuple[Verdict, Verdict], list[str]]) -> tuple[int, int]:
    (before, after), _ = moved
    return -after, -before


def _marked(keys: Iterable[str], plane: Plane) -> Iterator[str]:
    # Through the text of the number: one pass, where clearing the lowest bit each time would be quadratic.
    return compress(keys, bin(plane)[:1:-1].encode().translate(_DIGITS))


def _positions(plane: Plane) -> Iterator[int]:
    return compress(count(), bin(plane)[:1:-1].encode().translate(_DIGITS))


_DIGITS = bytes.maketrans(b"01", b"\0\1")
