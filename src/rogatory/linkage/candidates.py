"""Candidates: which entries of a register are worth comparing with a name, out of a million, in a few milliseconds.

Words are found by how they sound (`vocabulary`); entries are found by the words they hold,
and ordered by how near and how rare those are. So order, omission, particles and spelling do not matter, and a common
name does not flood what a rare one decides. Whether an entry is the one is said by `names.compare`, never here.
"""

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop, nlargest
from itertools import combinations, islice
from math import log2
from typing import Final, Generic, TypeVar

from rogatory.linkage.closely import EXTRA, READ, STEEP, Laid, weight
from rogatory.linkage.codes import Way, Word, asked_ways, skeleton_of, text_of, ways
from rogatory.linkage.vocabulary import Vocabulary

Key = TypeVar("Key", bound=Hashable)

SHORTLIST: Final = 50
"""Entries worth comparing, unless more are asked for."""
_ALIKE: Final = 0.9
"""Nearness from which a word counts for how common the one asked is."""
_AFTER: Final = 2
_SPELLINGS: Final = 400
"""Spellings of a word, and times its names, that are read to see which of the names weighed hold it."""
_SHORTEST: Final = 3
"""Signs of the shortest part a word is parted in."""
_MANY: Final = 600
_SHARE: Final = 0.01
"""Names one word asked may bring, nearest spellings first: so many, or this share of the register if that is more."""
_ALONE: Final = 300
"""Names looked at for one rare word alone, where few hold two of the words asked."""
_CUT: Final = 0.07
"""What it costs that two words asked are read as one, or one as two."""
_LOOSE: Final = 1_000
"""Names of entries that went beyond which, if they are more than those that stay, room is given back."""
HELD: Final = 255
"""Codes of one name that are kept, at most."""
_CLOSELY: Final = 6
"""Times as many entries as are given are read once more, word by word, at most."""
_WHOLE: Final = 255
"""Number of the word that a name is when it is read as one."""
_PARTED: Final = 2
"""Ways to part a word in two that are tried, at most."""


class EmptyRegisterError(LookupError):
    """Nothing was looked through, so nothing can be said to have been found or not."""


class UnreadableNameError(ValueError):
    """No name asked holds a letter, so nothing can be looked for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One word asked, as the register holds it.

    Attributes:
        spellings: For each spelling of it the names that hold it and how near it is; nearest first.
        weight: Bits it carries here: the rarer, the more; at least one.
        names: Names that hold one of the nearest spellings.
        readings: In how many ways it is read.
        near: The codes near it, each with how near it is.
    """

    spellings: list[tuple["array[int]", float]]
    weight: float
    names: set[int]
    readings: int
    near: Mapping[int, float]


class Candidates(Generic[Key]):
    """The names of a register, packed to be searched; in memory only, since they are as private as the register.

    Entries come, change and go one by one, and the next question sees it.
    """

    def __init__(self, entries: Iterable[tuple[Key, Sequence[str]]] = ()) -> None:
        """Take over entries, each as its key and every form of its names."""
        self._keys: list[Key | None] = []
        self._places: dict[Key, int] = {}
        self._first = array("I")
        """By entry its first name; its names stand together."""
        self._entry = array("I")
        """By name its entry, where its codes start, how many there are, and how many words it has."""
        self._start = array("I")
        self._count = bytearray()
        self._words = bytearray()
        self._held = array("I")
        """The codes of all names, one after the other."""
        self._at = bytearray()
        """For each of them the number of the word it reads."""
        self._vocabulary = Vocabulary()
        self._names: list[array[int]] = []
        """By number of a code the names that hold it, in order."""
        self._readable = 0
        """How many names there are."""
        self._bearers_of: dict[str, int] = {}
        for key, names in entries:
            self.put(key, names)

    def __len__(self) -> int:
        """How many entries there are, readable or not."""
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def put(self, key: Key, names: Sequence[str]) -> bool:
        """Add an entry, or replace the one of this key.

        Args:
            key: Its key.
            names: Every form of its names on record, raw.

        Returns:
            Whether any of its names can be read; if not it is held and counted, and no name finds it.
        """
        self.remove(key)
        self._bearers_of.clear()
        place = self._places[key] = len(self._keys)
        self._keys.append(key)
        self._first.append(len(self._entry))
        for read in filter(None, map(ways, dict.fromkeys(names))):
            codes: dict[int, int] = {}
            for way in read:
                for at, word in enumerate(way):
                    for known in self._numbered(word):
                        codes.setdefault(known, at if len(way) == len(read[0]) else _WHOLE)
            self._hold(place, list(islice(codes.items(), HELD)), len(set(read[0])))
        readable = self._first[place] < len(self._entry)
        if len(self._entry) > 2 * self._readable + _LOOSE:
            self._pack()
        return readable

    def remove(self, key: Key) -> bool:
        """Take an entry out; whether it was there."""
        place = self._places.pop(key, None)
        if place is None:
            return False
        self._keys[place] = None
        self._bearers_of.clear()
        for name in self._names_of(place):
            for known in self._codes(name):
                holding = self._names[known]
                del holding[bisect_left(holding, name)]
            self._count[name] = 0
            self._readable -= 1
        return True

    def query(self, names: Sequence[str], limit: int = SHORTLIST) -> list[Key]:
        """The entries most worth comparing with somebody of these names, the likeliest first.

        Args:
            names: Every form of the name asked; what any of them finds is found.
            limit: How many entries at most.

        Raises:
            EmptyRegisterError: There is no entry. It is not "nothing found".
            UnreadableNameError: None of the names holds a letter.
        """
        if not self._places:
            raise EmptyRegisterError("the register holds no entry, so nothing was looked through")
        asked: dict[Way, float] = {}
        for name in names:
            ways_of = list(self._asked_ways(name))
            for way in ways_of:
                less = _CUT * abs(len(way) - len(ways_of[0]))
                asked[way] = min(less, asked.get(way, less))
        if not asked:
            raise UnreadableNameError("no name asked holds a letter; ask a name as it is written somewhere")
        best: dict[int, float] = {}
        known = {word: self._asked(word) for word in dict.fromkeys(word for way in asked for word in way)}
        laid = []
        for way, less in asked.items():
            words = sorted((known[word] for word in dict.fromkeys(way)), key=lambda w: len(w.names))
            self._weigh(words, less, best)
            whole = sum(word.weight for word in words)
            readings = log2(sum(word.readings for word in words) / len(words))
            laid.append(Laid([(word.weight / whole, word.near) for word in words], less, readings))
        found: list[tuple[float, int]] = []
        for place in nlargest(_CLOSELY * limit, best, key=lambda place: (best[place], -place)):
            if len(found) < limit:
                heappush(found, (self._closely(place, laid), -place))
            elif best[place] < found[0][0]:
                # Read closely an entry weighs no more than at a glance.
                break
            else:
                heappushpop(found, (self._closely(place, laid), -place))
        return [key for _, place in sorted(found, reverse=True) if (key := self._keys[-place]) is not None]

    def bearers(self, skeleton: str) -> int:
        """How many entries bear a word of these consonants, in some spelling of it.

        Words of one class of consonants count together, so that a rare spelling of a common name is not taken for a
        rare name.

        Args:
            skeleton: The skeleton of the word, as `names.skeleton.word_skeleton` gives it.
        """
        found = self._bearers_of.get(skeleton)
        if found is None:
            names = set[int]().union(*(self._names[code] for code in self._vocabulary.alike(skeleton)))
            found = self._bearers_of[skeleton] = len({self._entry[name] for name in names})
        return found

    def _hold(self, place: int, codes: Sequence[tuple[int, int]], words: int) -> None:
        """Add a name of an entry: its codes, each with the number of the word it reads."""
        name = len(self._entry)
        self._entry.append(place)
        self._start.append(len(self._held))
        self._count.append(len(codes))
        self._words.append(words)
        self._readable += 1
        for known, at in codes:
            self._held.append(known)
            self._at.append(at)
            self._names[known].append(name)

    def _pack(self) -> None:
        """Give back the room of entries that went."""
        kept = [
            (key, [(list(self._read(name)), self._words[name]) for name in self._names_of(place)])
            for key, place in self._places.items()
        ]
        for room in (
            self._first,
            self._entry,
            self._start,
            self._count,
            self._words,
            self._held,
            self._at,
            *self._names,
        ):
            del room[:]
        self._readable = 0
        self._keys = [key for key, _ in kept]
        self._places = {key: place for place, (key, _) in enumerate(kept)}
        for place, (_, names) in enumerate(kept):
            self._first.append(len(self._entry))
            for codes, words in names:
                self._hold(place, codes, words)

    def _bits(self, names: int) -> float:
        """Bits of something that so many names have."""
        return max(0.0, log2((self._readable + 1) / (names + 1)))

    def _names_of(self, place: int) -> range:
        """The names of an entry."""
        after = place + 1
        return range(self._first[place], self._first[after] if after < len(self._first) else len(self._entry))

    def _codes(self, name: int) -> "array[int]":
        """The codes of a name."""
        start = self._start[name]
        return self._held[start : start + self._count[name]]

    def _read(self, name: int) -> Iterator[tuple[int, int]]:
        """The codes of a name, each with the number of the word it reads."""
        start = self._start[name]
        after = start + self._count[name]
        return zip(self._held[start:after], self._at[start:after], strict=True)

    def _numbered(self, codes: Iterable[str]) -> list[int]:
        """The numbers of codes, each once."""
        found = list(dict.fromkeys(map(self._vocabulary.number, codes)))
        self._names += [array("I") for _ in range(len(self._vocabulary) - len(self._names))]
        return found

    def _asked_ways(self, name: str) -> Iterator[Way]:
        """The ways of a name, and with a word parted in two where both parts are words of the register."""
        asked = asked_ways(name)
        yield from asked
        for at, word in enumerate(asked[0] if asked else ()):
            for parts in islice(self._parted(word[0]), _PARTED):
                yield (*asked[0][:at], *parts, *asked[0][at + 1 :])

    def _parted(self, code: str) -> Iterator[Way]:
        """A code as two words of the register, in each way there is."""
        text = text_of(code)
        for at in range(_SHORTEST, len(text) - _SHORTEST + 1):
            parts = [f"{part} {skeleton_of(part)}" for part in (text[:at], text[at:])]
            if all(part in self._vocabulary for part in parts):
                yield tuple((part,) for part in parts)

    def _asked(self, word: Word) -> _Asked:
        """A word asked, as the register holds it."""
        near = self._vocabulary.near(word)
        most = max(_MANY, _SHARE * self._readable)
        names: set[int] = set()
        held: list[tuple[array[int], float]] = []
        read = alike = 0
        for known, nearness in near.items():
            holding = self._names[known]
            if len(names) <= most:
                names.update(holding)
            elif read > _AFTER * most or len(held) > _SPELLINGS:
                break
            read += len(holding)
            alike += len(holding) if nearness > _ALIKE else 0
            held.append((holding, nearness))
        return _Asked(held, max(1.0, self._bits(alike)), names, len(word), near)

    def _weigh(self, asked: Sequence[_Asked], less: float, best: dict[int, float]) -> None:
        """Weigh the entries that hold two of the words, or a rare one; the best of each entry's names counts."""
        if len(asked) == 1:
            names = set(asked[0].names)
        else:
            names = set[int]().union(*(one.names & other.names for one, other in combinations(asked, 2)))
            self._add_rare(asked, names)
        whole = sum(word.weight for word in asked)
        readings = log2(sum(word.readings for word in asked) / len(asked))
        scores = {
            name: -less
            - EXTRA * self._words[name]
            - READ * max(0.0, log2(self._count[name] / self._words[name]) - readings)
            for name in names
        }
        for word in asked:
            met: set[int] = set()
            for holding, nearness in word.spellings:
                hit = names.intersection(holding)
                if hit:
                    hit -= met
                    met |= hit
                    gain = word.weight / whole * nearness**STEEP + EXTRA
                    for name in hit:
                        scores[name] += gain
        for name, score in scores.items():
            place = self._entry[name]
            if score > best.get(place, -1.0):
                best[place] = score

    def _closely(self, place: int, asked: Sequence[Laid]) -> float:
        """What an entry weighs word by word; the best of its names counts."""
        read = ((list(self._read(name)), self._words[name]) for name in self._names_of(place))
        return max((weight(codes, words, way) for codes, words in read for way in asked), default=-1.0)

    def _add_rare(self, asked: Sequence[_Asked], names: set[int]) -> None:
        """Add names that hold one word asked, the rarest first and its nearest spellings, until there are enough."""
        for word in asked:
            for holding, _ in word.spellings:
                if len(names) > _ALONE:
                    return
                if len(holding) <= 2 * _ALONE:
                    names.update(holding)
