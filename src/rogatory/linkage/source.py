"""Where registers are looked through: entries, and the ways to come from a request to those worth comparing.

A name leads to entries by its sound, proceedings lead to entries by their numbers and by rare words. Neither decides
anything: what is found is compared, piece by piece, before it is told. Registers may be held in memory (`book`) or
found by their keys in a table (`keyed`); the links are the same from both, where there are not more than are compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2
from typing import Protocol

from rogatory.casefile.parties import Identity, Party
from rogatory.linkage.numbers import read_number
from rogatory.linkage.read_proceeding import ReadProceeding
from rogatory.registers.model import Known, Register, RegisterEntry

PARTY = "party"
"""Role of somebody who is only named, in proceedings of an entry."""
SMALLEST = 10_000
"""Persons that are counted at least, so that what a match needs does not move with every entry of a small register."""
_BITS_A_WORD, _BITS_A_SOUND, _MOST_BITS = 2.0, 3.2, 11.0
"""Bits of a word of a name, for each consonant of it, and at most: what it says where few entries were read.

A name as short as `Li Wei` then still says enough to be worth a look in a register of ten thousand.
"""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry as it is held.

    Attributes:
        place: Register and entry, as `register/entry`.
        entry: The entry.
        persons: Its persons, and whom its proceedings only name.
    """

    place: str
    entry: RegisterEntry
    persons: tuple[Known, ...]


class Source(Protocol):
    """Registers as a screening looks through them."""

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers in order of their identifiers, without their entries."""
        ...

    @property
    def size(self) -> int:
        """How many persons are held, as `size_of` counts them."""
        ...

    def held(self, place: str) -> Held:
        """What stands at a place.

        Raises:
            KeyError: Nothing does, or it was not come upon.
        """
        ...

    def count(self, register: str, at: str) -> int:
        """How many entries of a register were known on the day `at` (ISO 8601); when is not said counts as known."""
        ...

    def rarity(self, word: str) -> float:
        """How many bits agreement in a word of a name carries here.

        Args:
            word: Its consonants (`rogatory.names.skeleton`).
        """
        ...

    def persons_like(self, identity: Identity, limit: int) -> Iterator[tuple[Held, Known]]:
        """Persons who bear one of these identity numbers, then those whose name may be one of these, nearest first.

        A name without letters is nobody's: the coverage tells that it was asked.

        Args:
            identity: Who is looked for.
            limit: How many by name, at most.
        """
        ...

    def read(self, held: Held) -> Sequence[ReadProceeding]:
        """The proceedings of an entry, read."""
        ...

    def proceedings_like(self, read: ReadProceeding) -> Iterator[tuple[Held, ReadProceeding]]:
        """Proceedings that share a number with these, or something rare: an official, an amount, somebody harmed.

        Parties are not looked up here: they are asked as persons.
        """
        ...


def holding(entry: RegisterEntry) -> Held:
    """An entry as it is held."""
    return Held(f"{entry.register}/{entry.id}", entry, persons_of(entry))


def persons_of(entry: RegisterEntry) -> tuple[Known, ...]:
    """The persons of an entry, then those its proceedings only name; a name that stands twice counts once."""
    named = {
        party.name: Known(f"{told.id}.{i}", Identity((party.name,)), PARTY)
        for told in entry.proceedings
        for i, party in reversed(tuple(enumerate(told.parties, 1)))
        if party.name and not party.person
    }
    return (*entry.persons, *sorted(named.values(), key=lambda known: known.id))


def numbers_of(identity: Identity) -> frozenset[str]:
    """The identity numbers of somebody that can be compared, each as one key."""
    return frozenset(number for text in identity.numbers if (number := read_number(text).canonical))


def nobody(_: Party) -> tuple[str, ...]:
    """The names of a party, where parties are asked as persons."""
    return ()


def size_of(persons: int) -> int:
    """How many persons are counted, doubled up: what a match needs moves by a bit at once, and seldom."""
    return max(SMALLEST, 1 << (persons - 1).bit_length() if persons else 0)


def rarity_of(word: str, bearers: int, size: int) -> float:
    """How many bits agreement in a word of a name carries.

    Args:
        word: Its consonants.
        bearers: Persons held who bear it, in some spelling.
        size: Persons counted (`size_of`): of a small register nothing is known but that a name is in it.
    """
    return max(0.0, min(_MOST_BITS, _BITS_A_WORD + _BITS_A_SOUND * len(word), log2(size / (bearers + 1))))
