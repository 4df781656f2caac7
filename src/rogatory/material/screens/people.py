"""Persons in a text: by name in any script and spelling, by address, and by a domain that is theirs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rogatory.material.screens.found import Who
from rogatory.material.screens.phrases import addresses
from rogatory.names.common import is_common
from rogatory.names.compare import compare
from rogatory.names.likeness import BAR
from rogatory.names.parts import Role, parse
from rogatory.names.skeleton import word_keys, word_skeleton
from rogatory.names.text import script_of

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_APART: Final = 3
"""Words that may stand between two words of a name: a patronymic, a title, initials."""
_LONG: Final = 5
"""Letters from which a word of a name tells somebody alone, if it is not common."""
_GERMAN: Final = re.compile(r"w(a?)$")
"""How German writes the end of a Russian name."""
_REMEMBERED: Final = 200_000
"""Words that are kept with what they are, so that each is read once."""
_NO_NAMES: Final = frozenset({Role.TITLE, Role.PARTICLE, Role.PATRONYMIC})


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody stands in a text.

    Attributes:
        who: Which of those looked for, by position.
        by: `name`, `part of a name`, `address` or `domain`.
        start: First character (inclusive).
        end: Character after the last (exclusive).
    """

    who: int
    by: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    key: str
    start: int
    end: int


class People:
    """Those who are looked for, ready to be found in many texts."""

    def __init__(self, people: Iterable[Who], *, parts: bool = True) -> None:
        """Take them in.

        Args:
            people: Whom to look for.
            parts: Whether a family name alone is enough, where it is not common.
        """
        self.people: Sequence[Who] = tuple(people)
        self._parts = parts
        self._words: dict[str, list[tuple[int, int, str]]] = {}
        self._names: list[str] = []
        self._known: dict[str, str] = {}
        self._addresses: dict[str, list[int]] = {}
        self._domains: dict[str, list[int]] = {}
        for place, who in enumerate(self.people):
            for address in who.addresses:
                self._addresses.setdefault(address.casefold(), []).append(place)
            for domain in who.domains:
                self._domains.setdefault(domain.casefold().lstrip("@."), []).append(place)
            for name in who.names:
                self._take(place, name)

    def _take(self, place: int, name: str) -> None:
        for word in parse(name).words:
            if word.role not in _NO_NAMES:
                for key in word_keys(word.raw):
                    self._words.setdefault(key, []).append((place, len(self._names), word.text))
        self._names.append(name)

    def meet(self, text: str) -> Iterator[Met]:
        """Everybody who stands in a text, and where."""
        yield from self._by_address(text)
        if self._words:
            yield from self._by_name(text)

    def _by_address(self, text: str) -> Iterator[Met]:
        if "@" not in text:
            return
        for start, end, address in addresses(text):
            named = self._addresses.get(address.casefold(), [])
            yield from (Met(who, "address", start, end) for who in named)
            of_a_house = [] if named else self._domain(address.rpartition("@")[2].casefold())
            yield from (Met(who, "domain", start, end) for who in of_a_house)

    def _domain(self, domain: str) -> list[int]:
        while "." in domain:
            if domain in self._domains:
                return self._domains[domain]
            domain = domain.partition(".")[2]
        return []

    def _by_name(self, text: str) -> Iterator[Met]:
        tokens = [_Token(m[0], key, m.start(), m.end()) for m in _WORD.finditer(text) if (key := self._key(m[0]))]
        numbers = _counted(text, tokens)
        taken: set[int] = set()
        for i, first in enumerate(tokens):
            for j in range(i + 1, len(tokens)):
                other = tokens[j]
                if numbers[j] - numbers[i] > _APART:
                    break
                for who in self._both(first, other):
                    taken |= {i, j}
                    yield Met(who, "name", first.start, other.end)
        if self._parts:
            for i, token in enumerate(tokens):
                if i not in taken:
                    yield from (Met(who, "part of a name", token.start, token.end) for who in self._alone(token))

    def _key(self, word: str) -> str:
        """The key by which a word is one of a name looked for; empty: it is none."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = next((key for key in _keys(word) if key in self._words), "")
        return known

    def _both(self, first: _Token, other: _Token) -> frozenset[int]:
        one = {(who, name): word for who, name, word in self._words[first.key]}
        two = {(who, name): word for who, name, word in self._words[other.key]}
        return frozenset(
            pair[0]
            for pair in one.keys() & two.keys()
            if one[pair] != two[pair] and _alike(first.text, one[pair]) and _alike(other.text, two[pair])
        )

    def _alone(self, token: _Token) -> frozenset[int]:
        if len(token.text) < _LONG or (token.text.islower() and script_of(token.text[0])):
            return frozenset()
        return frozenset(
            who
            for who, name, word in self._words[token.key]
            if not is_common(word) and _is_family(self._names[name], word) and _alike(token.text, word)
        )


@lru_cache(maxsize=10_000)
def _is_family(name: str, word: str) -> bool:
    return any(w.text == word and w.role is not Role.GIVEN for w in parse(name).words)


def _counted(text: str, tokens: list[_Token]) -> list[int]:
    """The number of each word in the text, so that what stands between two is known."""
    numbers, at, last = [], 0, 0
    for token in tokens:
        # Few words are names, so only what lies between two of them is counted.
        at += len(_WORD.findall(text, last, token.start)) + 1
        last = token.end
        numbers.append(at)
    return numbers


_ENDINGS: Final = (
    "ым",
    "им",
    "ом",
    "ем",
    "ой",
    "ою",
    "ому",
    "ами",
    "ах",
    "ых",
    "ыми",
    "у",
    "а",
    "е",
    "ы",
    "и",
    "ю",
    "я",
)


def _keys(word: str) -> tuple[str, ...]:
    """The keys of a word as it stands, and without what a language adds to a name."""
    return tuple(dict.fromkeys(word_skeleton(stem) for stem in _stems(word)))


@lru_cache(maxsize=100_000)
def _alike(word: str, of: str) -> bool:
    return any(compare(stem, of).score >= BAR for stem in _stems(word))


def _stems(word: str) -> list[str]:
    stems = [word]
    if script_of(word[0]) == "Cyrillic":
        stems += [word[: -len(e)] for e in _ENDINGS if word.lower().endswith(e) and len(word) - len(e) > _APART]
    stems += [word[:at] for at in map(word.find, "'’") if at > 1]
    if word[-1:] == "s" and len(word) > _LONG:
        stems.append(word[:-1])
    if (german := _GERMAN.sub(r"v\1", word)) != word:
        stems.append(german)
    return stems
