"""Registers looked through by keys in a table, where they are too large to be held in memory, or kept by a database.

What an entry stands under is worked out here (`keys_of`, `borne_in`), and how a screening comes from a request to
entries; the rows themselves are brought by whoever has them (`Rows`). Read once from the table, an entry is remembered
until the screening is over.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, groupby, islice
from typing import Final, Protocol

from rogatory.casefile.parties import Identity
from rogatory.linkage.candidates import HELD, SHORTLIST, Candidates, UnreadableNameError
from rogatory.linkage.codes import skeletons_of, ways
from rogatory.linkage.keys import COUNTED, Lookup, Question, keys
from rogatory.linkage.proceeding_index import CROWD, MOST, likeliest
from rogatory.linkage.proceedings import ReadProceeding, read_proceeding
from rogatory.linkage.read_proceeding import blocking_keys, reference_keys
from rogatory.linkage.source import Held, holding, nobody, numbers_of, persons_of, rarity_of, size_of
from rogatory.linkage.vocabulary import classes_of
from rogatory.registers.model import Known, Register, RegisterEntry

_NUMBER, _CASE, _OTHER = "=i:", "=c:", "=o:"
"""Before a key of an identity number, of the number of proceedings, of something else of them; a name has none."""
PERSONS, PROCEEDINGS = " persons", " proceedings"
"""Under what all persons and all proceedings are counted; no word begins with a space."""
FETCHED: Final = 150
"""Persons brought for one question, whose names are then put in order."""
LONGEST: Final = 160
"""Signs of a key or word; of a longer one the digest stands in the place of its end."""
_SILENT: Final = 6
"""Sounds of a word that may be a breath, at most; of a longer row of them all are taken for sounds."""

At = tuple[int, int]
"""Where a person or proceeding stands: the number of its entry in the table, and its own number there."""


class Rows(Protocol):
    """The rows of a table of keys, as far as they may be seen: each a key, the number of an entry, and a part of it."""

    def counted(self, keys: Sequence[str], most: int) -> Mapping[str, int]:
        """How many rows there are under each key, up to `most`; those without any may be left out."""
        ...

    def best(self, lookups: Sequence[Lookup], most: int) -> Sequence[At]:
        """The persons who gain most by their keys, the first first; of one key no more than `keys.LIMIT` rows count."""
        ...

    def under(self, keys: Sequence[str]) -> Sequence[tuple[str, int, int]]:
        """All rows under some keys: key, number of the entry, part."""
        ...

    def entries(self, numbers: Sequence[int]) -> Mapping[int, RegisterEntry]:
        """The entries of these numbers."""
        ...

    def borne(self, words: Sequence[str]) -> Mapping[str, int]:
        """What is counted under each word (`borne_in`) of all registers; what there is none of may be missing."""
        ...

    def known(self, register: str, at: str) -> int:
        """How many entries of a register were known on a day (ISO 8601)."""
        ...


def keys_of(entry: RegisterEntry) -> frozenset[tuple[str, int]]:
    """What an entry is found by: each key with the number of the person or proceeding of the entry it leads to."""
    found: set[tuple[str, int]] = set()
    for i, known in enumerate(persons_of(entry)):
        found.update((key, i) for name in known.identity.names for key in keys(name))
        found.update((f"{_NUMBER}{number}", i) for number in numbers_of(known.identity))
    for i, told in enumerate(entry.proceedings):
        read = read_proceeding(told)
        found.update((f"{_CASE}{key}", i) for key in reference_keys(read))
        found.update((f"{_OTHER}{key}", i) for key in blocking_keys(read, nobody))
    return frozenset((_short(key), part) for key, part in found)


def borne_in(entry: RegisterEntry) -> Counter[str]:
    """What an entry adds to the count of how common words of names are, and of how much there is."""
    persons = persons_of(entry)
    found = Counter({PERSONS: len(persons), PROCEEDINGS: len(entry.proceedings)})
    for known in persons:
        read: set[str] = set()
        for name in dict.fromkeys(known.identity.names):
            codes = dict.fromkeys(code for way in ways(name) for word in way for code in word)
            read.update(skeleton for code in islice(codes, HELD) for skeleton in skeletons_of(code))
        found.update(read)
        # A word with a breath in it is asked for with and without: who bears both is counted once.
        found.update(f"{other}|{one}" for one in read for other in _silenced(one) & read)
    return Counter({_short(word): number for word, number in found.items() if number})


def _short(key: str) -> str:
    """A key as it is stored, however long a name or a sum of words is."""
    return key if len(key) <= LONGEST else f"{key[: LONGEST // 2]}#{sha256(key.encode()).hexdigest()}"


def _silenced(skeleton: str) -> frozenset[str]:
    """What a skeleton may be if some of its K are breaths that are not heard."""
    places = [i for i, kind in enumerate(skeleton) if kind == "K"][:_SILENT]
    found = set()
    for number in range(1, len(places) + 1):
        for gone in combinations(places, number):
            left = "".join(kind for i, kind in enumerate(skeleton) if i not in gone)
            found.add("".join(kind for kind, _ in groupby(left)))
    return frozenset(found)


class Keyed:
    """Registers as the rows of a table tell of them, for one screening."""

    def __init__(self, rows: Rows, registers: Iterable[Register]) -> None:
        """Look through these registers.

        Args:
            rows: The rows.
            registers: What is kept, those that may not be asked as well: of them no row is seen.
        """
        self._rows = rows
        self._heads = tuple(replace(one, entries=()) for one in sorted(registers, key=lambda one: one.id))
        self._entries: dict[int, Held] = {}
        self._held: dict[str, Held] = {}
        self._read: dict[str, Sequence[ReadProceeding]] = {}
        self._names: Candidates[At] = Candidates()
        """Persons who were brought, where there were more than are compared: to put them in order."""
        counted = rows.borne((PERSONS, PROCEEDINGS))
        self._persons, self._proceedings = counted.get(PERSONS, 0), counted.get(PROCEEDINGS, 0)

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers in order of their identifiers, without their entries."""
        return self._heads

    @property
    def size(self) -> int:
        """How many persons all registers hold, as they are counted."""
        return size_of(self._persons)

    def held(self, place: str) -> Held:
        """What stands at a place that was come upon.

        Raises:
            KeyError: Nothing does, or it was not come upon.
        """
        return self._held[place]

    def count(self, register: str, at: str) -> int:
        """How many entries of a register were known on the day `at` (ISO 8601); when is not said counts as known."""
        return self._rows.known(register, at)

    def rarity(self, word: str) -> float:
        """How many bits agreement in a word of a name carries here.

        Args:
            word: Its consonants (`rogatory.names.skeleton`).
        """
        read = sorted(classes_of(word), key=len)
        one_by_one, twice = [_short(one) for one in read], _short("|".join(read))
        counted = self._rows.borne([*one_by_one, twice])
        bearers = sum(counted.get(one, 0) for one in one_by_one)
        return rarity_of(word, bearers - (counted.get(twice, 0) if len(read) > 1 else 0), self.size)

    def persons_like(self, identity: Identity, limit: int = SHORTLIST) -> Iterator[tuple[Held, Known]]:
        """Persons who bear one of these identity numbers, then those whose name may be one of these, nearest first.

        Args:
            identity: Who is looked for.
            limit: How many by name, at most.
        """
        numbers = [_short(f"{_NUMBER}{number}") for number in numbers_of(identity)]
        rows = sorted(self._rows.under(numbers)) if numbers else ()
        found = dict.fromkeys((number, part) for _, number, part in rows)
        self._bring(number for number, _ in found)
        with suppress(UnreadableNameError):
            found |= dict.fromkeys(self._named(identity.names, limit))
        for number, part in found:
            held = self._entries[number]
            yield held, held.persons[part]

    def read(self, held: Held) -> Sequence[ReadProceeding]:
        """The proceedings of an entry, read."""
        if held.place not in self._read:
            self._read[held.place] = [read_proceeding(told) for told in held.entry.proceedings]
        return self._read[held.place]

    def proceedings_like(self, read: ReadProceeding) -> Iterator[tuple[Held, ReadProceeding]]:
        """Proceedings that share a number with these, or something rare: an official, an amount, somebody harmed."""
        numbers = [_short(f"{_CASE}{key}") for key in reference_keys(read)]
        sure = {(number, part) for _, number, part in self._rows.under(numbers)} if numbers else set()
        others = sorted(_short(f"{_OTHER}{key}") for key in blocking_keys(read, nobody))
        counts = self._rows.counted(others, CROWD + 1) if others else {}
        rare = [key for key in others if 0 < counts.get(key, 0) <= CROWD]
        rows = sorted(self._rows.under(rare)) if rare else ()
        sharing = [[row[1:] for row in some] for _, some in groupby(rows, key=lambda row: row[0])]
        found = [*sorted(sure), *likeliest(sharing, self._proceedings, sure)[:MOST]]
        self._bring(number for number, _ in found)
        for number, part in found:
            held = self._entries[number]
            yield held, self.read(held)[part]

    def _named(self, names: Sequence[str], limit: int) -> Sequence[At]:
        """Where persons stand who may bear one of these names, the likeliest first."""
        question = Question(names)
        stored = {_short(key): key for key in question.counted}
        counts = {stored[key]: number for key, number in self._rows.counted(list(stored), COUNTED).items()}
        lookups = question.lookups(counts, self._persons)
        if any(len(one.key) > LONGEST for one in lookups):
            lookups = [replace(one, key=_short(one.key)) for one in lookups]
        found = self._rows.best(lookups, FETCHED) if lookups else ()
        self._bring(number for number, _ in found)
        if len(found) <= limit:
            return found
        for at in found:
            if at not in self._names:
                self._names.put(at, self._entries[at[0]].persons[at[1]].identity.names)
        return self._names.query(names, limit)

    def _bring(self, numbers: Iterable[int]) -> None:
        """Read entries that were not read before."""
        new = sorted({number for number in numbers if number not in self._entries})
        for number, entry in (self._rows.entries(new) if new else {}).items():
            held = self._entries[number] = holding(entry)
            self._held[held.place] = held
