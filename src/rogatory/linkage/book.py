"""The registers held in memory for screening: a book, in which entries come and go one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from rogatory.casefile.parties import Identity
from rogatory.linkage.candidates import Candidates, EmptyRegisterError, UnreadableNameError
from rogatory.linkage.proceeding_index import ProceedingIndex
from rogatory.linkage.proceedings import ReadProceeding, read_proceeding
from rogatory.linkage.source import Held, holding, nobody, numbers_of, rarity_of, size_of
from rogatory.registers.model import Known, Register, RegisterEntry

At = tuple[str, int]
"""Where a person or proceeding is held: the place of its entry, and its number there."""


class Book:
    """Registers held for screening. Entries may be put in, replaced and taken out one by one."""

    def __init__(self, registers: Iterable[Register] = ()) -> None:
        """Take in registers whole, those that were not reached as well."""
        self._heads: dict[str, Register] = {}
        self._held: dict[str, Held] = {}
        self._learned: dict[str, Counter[str]] = {}
        self._names: Candidates[At] = Candidates()
        self._numbers: dict[str, dict[At, None]] = {}
        self._proceedings = ProceedingIndex()
        self._first: dict[str, int] = {}
        """By place of an entry where the first of its proceedings stands in the index."""
        self._told: list[At] = []
        """By its place in the index where a proceeding stands."""
        for register in registers:
            self.take(register)

    def __len__(self) -> int:
        """How many entries it holds."""
        return len(self._held)

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers in order of their identifiers, without their entries."""
        return tuple(self._heads[ident] for ident in sorted(self._heads))

    def holds(self, place: str) -> bool:
        """Whether something stands at a place."""
        return place in self._held

    def held(self, place: str) -> Held:
        """What stands at a place.

        Raises:
            KeyError: Nothing does.
        """
        return self._held[place]

    def count(self, register: str, at: str) -> int:
        """How many entries of a register were known on the day `at` (ISO 8601); when is not said counts as known."""
        return sum(number for day, number in self._learned.get(register, {}).items() if day <= at)

    def take(self, register: Register) -> None:
        """Take in a register in the place of what was held of it; one that was not reached leaves what was held before.

        What was held before is then looked through, with the problem told beside it.
        """
        self._heads[register.id] = replace(register, entries=())
        if register.entries or not register.problem:
            for held in tuple(self._held.values()):
                if held.entry.register == register.id:
                    self.remove(register.id, held.entry.id)
        for entry in register.entries:
            self.put(entry)

    def describe(self, register: Register) -> None:
        """Say anew what a register is and of which day; what is held of it stays."""
        self._heads[register.id] = replace(register, entries=())

    def put(self, entry: RegisterEntry) -> None:
        """Put in an entry, in the place of one with its identifier."""
        self.remove(entry.register, entry.id)
        held = holding(entry)
        place = held.place
        self._heads.setdefault(entry.register, Register(entry.register, entry.kind))
        self._held[place], self._first[place] = held, len(self._told)
        self._learned.setdefault(entry.register, Counter())[entry.learned] += 1
        for i, known in enumerate(held.persons):
            self._names.put((place, i), known.identity.names)
            for number in numbers_of(known.identity):
                self._numbers.setdefault(number, {})[place, i] = None
        for i, told in enumerate(entry.proceedings):
            self._proceedings.add(read_proceeding(told), nobody)
            self._told.append((place, i))

    def remove(self, register: str, ident: str) -> None:
        """Take out an entry; nothing happens where there is none."""
        held = self._held.pop(f"{register}/{ident}", None)
        if held is None:
            return
        first = self._first.pop(held.place)
        self._learned[register][held.entry.learned] -= 1
        for i, known in enumerate(held.persons):
            self._names.remove((held.place, i))
            for number in numbers_of(known.identity):
                del self._numbers[number][held.place, i]
        for i in range(len(held.entry.proceedings)):
            self._proceedings.remove(first + i, nobody)

    @property
    def size(self) -> int:
        """How many persons it holds, as they are counted."""
        return size_of(len(self._names))

    def rarity(self, word: str) -> float:
        """How many bits agreement in a word of a name carries here.

        Args:
            word: Its consonants (`rogatory.names.skeleton`).
        """
        return rarity_of(word, self._names.bearers(word), self.size)

    def persons_like(self, identity: Identity, limit: int) -> Iterator[tuple[Held, Known]]:
        """Persons who bear one of these identity numbers, then those whose name may be one of these, nearest first.

        A name without letters is nobody's: the coverage tells that it was asked.

        Args:
            identity: Who is looked for.
            limit: How many by name, at most.
        """
        found = dict.fromkeys(at for key in sorted(numbers_of(identity)) for at in sorted(self._numbers.get(key, ())))
        with suppress(EmptyRegisterError, UnreadableNameError):
            found |= dict.fromkeys(self._names.query(identity.names, limit))
        for place, i in found:
            held = self._held[place]
            yield held, held.persons[i]

    def read(self, held: Held) -> Sequence[ReadProceeding]:
        """The proceedings of an entry, read."""
        first = self._first[held.place]
        return self._proceedings.read[first : first + len(held.entry.proceedings)]

    def proceedings_like(self, read: ReadProceeding) -> Iterator[tuple[Held, ReadProceeding]]:
        """Proceedings that share a number with these, or something rare: an official, an amount, somebody harmed.

        Parties are not looked up here: they are asked as persons.
        """
        for found in self._proceedings.candidates(read, nobody).places:
            yield self._held[self._told[found][0]], self._proceedings.read[found]
