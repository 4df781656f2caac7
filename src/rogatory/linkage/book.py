"""The registers as they are held for screening: entries, and the ways to come from a request to those worth comparing.

A name leads to entries by its sound, proceedings lead to entries by their numbers and by rare words. Neither decides
anything: what is found here is compared, piece by piece, before it is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import log2

from rogatory.casefile.parties import Identity, Party
from rogatory.linkage.candidates import Candidates, EmptyRegisterError, UnreadableNameError
from rogatory.linkage.numbers import read_number
from rogatory.linkage.proceeding_index import ProceedingIndex
from rogatory.linkage.proceedings import ReadProceeding, read_proceeding
from rogatory.registers.model import Known, Register, RegisterEntry

PARTY = "party"
"""Role of somebody who is only named, in proceedings of an entry."""
SMALLEST = 10_000
"""Persons that are counted at least, so that what a match needs does not move with every entry of a small register."""
_BITS_A_WORD, _BITS_A_SOUND, _MOST_BITS = 2.0, 3.2, 11.0
"""Bits of a word of a name, for each consonant of it, and at most: what it says where few entries were read.

A name as short as `Li Wei` then still says enough to be worth a look in a register of ten thousand.
"""


At = tuple[str, int]
"""Where a person or proceeding is held: the place of its entry, and its number there."""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry as it is held.

    Attributes:
        place: Register and entry, as `register/entry`.
        entry: The entry.
        persons: Its persons, and whom its proceedings only name.
        first: Where the first of its proceedings stands in the index of proceedings.
    """

    place: str
    entry: RegisterEntry
    persons: tuple[Known, ...]
    first: int


def persons_of(entry: RegisterEntry) -> tuple[Known, ...]:
    """The persons of an entry, then those its proceedings only name; a name that stands twice counts once."""
    named = {
        party.name: Known(f"{told.id}.{i}", Identity((party.name,)), PARTY)
        for told in entry.proceedings
        for i, party in reversed(tuple(enumerate(told.parties, 1)))
        if party.name and not party.person
    }
    return (*entry.persons, *sorted(named.values(), key=lambda known: known.id))


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
        place = f"{entry.register}/{entry.id}"
        self._heads.setdefault(entry.register, Register(entry.register, entry.kind))
        held = self._held[place] = Held(place, entry, persons_of(entry), len(self._told))
        self._learned.setdefault(entry.register, Counter())[entry.learned] += 1
        for i, known in enumerate(held.persons):
            self._names.put((place, i), known.identity.names)
            for number in _numbers_of(known.identity):
                self._numbers.setdefault(number, {})[place, i] = None
        for i, told in enumerate(entry.proceedings):
            self._proceedings.add(read_proceeding(told), _nobody)
            self._told.append((place, i))

    def remove(self, register: str, ident: str) -> None:
        """Take out an entry; nothing happens where there is none."""
        held = self._held.pop(f"{register}/{ident}", None)
        if held is None:
            return
        self._learned[register][held.entry.learned] -= 1
        for i, known in enumerate(held.persons):
            self._names.remove((held.place, i))
            for number in _numbers_of(known.identity):
                del self._numbers[number][held.place, i]
        for i in range(len(held.entry.proceedings)):
            self._proceedings.remove(held.first + i, _nobody)

    @property
    def size(self) -> int:
        """How many persons it holds, doubled up: what a match needs moves by a bit at once, and seldom."""
        return max(SMALLEST, 1 << (len(self._names) - 1).bit_length() if len(self._names) else 0)

    def rarity(self, word: str) -> float:
        """How many bits agreement in a word of a name carries here.

        Args:
            word: Its consonants (`rogatory.names.skeleton`).
        """
        # Of a small register nothing is known but that a name is in it: shares are taken of its size as it counts.
        share = self._names.rarity(word) + log2(self.size / (len(self._names) + 1))
        return max(0.0, min(_MOST_BITS, _BITS_A_WORD + _BITS_A_SOUND * len(word), share))

    def persons_like(self, identity: Identity, limit: int) -> Iterator[tuple[Held, Known]]:
        """Persons who bear one of these identity numbers, then those whose name may be one of these, nearest first.

        A name without letters is nobody's: the coverage tells that it was asked.

        Args:
            identity: Who is looked for.
            limit: How many by name, at most.
        """
        found = dict.fromkeys(at for key in sorted(_numbers_of(identity)) for at in sorted(self._numbers.get(key, ())))
        with suppress(EmptyRegisterError, UnreadableNameError):
            found |= dict.fromkeys(self._names.query(identity.names, limit))
        for place, i in found:
            held = self._held[place]
            yield held, held.persons[i]

    def read(self, held: Held) -> Sequence[ReadProceeding]:
        """The proceedings of an entry, read."""
        return self._proceedings.read[held.first : held.first + len(held.entry.proceedings)]

    def proceedings_like(self, read: ReadProceeding) -> Iterator[tuple[Held, ReadProceeding]]:
        """Proceedings that share a number with these, or something rare: an official, an amount, somebody harmed.

        Parties are not looked up here: they are asked as persons.
        """
        for found in self._proceedings.candidates(read, _nobody).places:
            yield self._held[self._told[found][0]], self._proceedings.read[found]


def _nobody(_: Party) -> tuple[str, ...]:
    return ()


def _numbers_of(identity: Identity) -> frozenset[str]:
    return frozenset(number for text in identity.numbers if (number := read_number(text).canonical))
