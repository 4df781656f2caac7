"""Phrases that papers of a kind use, in six languages: lists as data, each with its source."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from rogatory.material.screens.found import Hit, Reading, Screen, Weight

LANGUAGES: Final = ("en", "fr", "nl", "ru", "tr", "de")
"""Which every list speaks."""
_MORE: Final = ("ar", "fa", "uk")
"""Which some rules speak too."""
_FILES: Final = {
    Screen.PRIVILEGE: "privilege",
    Screen.ASYLUM: "asylum",
    Screen.SOURCES: "sources",
    Screen.MEDICAL: "medical",
    Screen.ILL_TREATMENT: "statements",
    Screen.THIRD_PARTIES: "others",
}
_ALIKE: Final = {"i": "[iıİI]", "ı": "[iıİI]", "е": "[еёЕЁ]", "ё": "[еёЕЁ]", "'": "['’ʼ`´]?", "-": r"[-‐‑–\s]?"}
_BOX: Final = re.compile(r"[\w.+%'-]")
_AT_HOST: Final = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_TOKEN: Final = re.compile(r"(?<!\w)\w[\w\u0300-\u036f]*")
_WITHIN: Final = re.compile("['-]")
_DIGIT: Final = re.compile(r"\d")
_REMEMBERED: Final = 200_000
"""Words that are kept with what may begin at them, so that each is looked at once."""
_SPACE: Final = r"[\s­ ]+"
_MARK: Final = "[̀-ͯ]?"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a list.

    Attributes:
        id: Identifier within its list.
        reason: Why it withholds, in a sentence (English).
        source: Where the words come from.
        check: How far that was checked: `verified`, `partly`, `general`.
        words: Phrases by language. A star at the end of a word stands for any ending.
        patterns: Regular expressions for numbers of files and the like, each with the words it begins with, as phrases
            have them and a 0 for any digit; without one it is looked for everywhere.
    """

    id: str
    reason: str
    source: str
    check: str
    words: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """What is told by several things that stand close together, none of which tells it alone.

    Attributes:
        rule: What it is, with the words of all concepts.
        concepts: For each thing its words.
        within: Characters in which they must stand.
        least: How many different ones.
    """

    rule: Rule
    concepts: dict[str, tuple[str, ...]]
    within: int
    least: int


@dataclass(frozen=True, slots=True)
class _Begins:
    """With which words phrases begin: whole ones, and stems."""

    whole: frozenset[str]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """Words ready to be found: those of a rule, or of a concept of what stands together."""

    screen: Screen
    rule: Rule
    pattern: re.Pattern[str]
    begins: _Begins
    together: int = -1
    concept: str = ""

    def able(self, word: str) -> bool:
        """Whether one of its phrases may begin at a word; so most words of a text are passed over."""
        return word in self.begins.whole or word.startswith(self.begins.stems)


class _Able(dict[str, tuple[_Ready, ...]]):
    """By word as it is written, what may begin there."""

    def __init__(self, heads: dict[str, list[_Ready]]) -> None:
        self._heads = heads
        super().__init__()

    def __missing__(self, word: str) -> tuple[_Ready, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        plain = _plain(word)
        able = [ready for head in (plain[:2], plain[:1]) for ready in self._heads.get(head, ())]
        found = self[word] = tuple({id(ready): ready for ready in able if ready.able(plain)}.values())
        return found


@cache
def lists_digest() -> str:
    """What the lists are called together: another word in any of them changes it."""
    return sha256(b"\0".join(_list(screen).encode() for screen in _FILES)).hexdigest()


def _list(screen: Screen) -> str:
    return files("rogatory.material").joinpath("screens", "data", f"{_FILES[screen]}.toml").read_text(encoding="utf-8")


@cache
def rules(screen: Screen) -> tuple[Rule, ...]:
    """The rules of a screen; none where it works without phrases.

    Raises:
        ValueError: The list of the package is damaged.
    """
    if screen not in _FILES:
        return ()
    return tuple(_rule(f"{_FILES[screen]}.toml", told) for told in tomllib.loads(_list(screen))["rule"])


@cache
def together(screen: Screen) -> tuple[Together, ...]:
    """What a screen knows by several things that stand close together."""
    if screen not in _FILES:
        return ()
    return tuple(_together(f"{_FILES[screen]}.toml", told) for told in tomllib.loads(_list(screen)).get("together", ()))


def _together(name: str, told: dict[str, Any]) -> Together:
    concepts = {concept: tuple(p for code in LANGUAGES for p in words.get(code, ()))
                for concept, words in told["concepts"].items()}  # fmt: skip
    rule = _rule(name, {**told, "en": [phrase for words in concepts.values() for phrase in words]})
    return Together(rule, concepts, told["within"], told["least"])


def _rule(name: str, told: dict[str, Any]) -> Rule:
    missing = {"id", "reason", "source", "check"} - told.keys()
    words = {code: tuple(told.get(code, ())) for code in (*LANGUAGES, *_MORE) if told.get(code)}
    if missing or not (words or told.get("patterns")):
        raise ValueError(f"{name}: the rule {told.get('id', '?')} lacks {', '.join(sorted(missing)) or 'words'}")
    return Rule(
        told["id"], told["reason"], told["source"], told["check"], words, tuple(map(tuple, told.get("patterns", ())))
    )


def find(reading: Reading) -> Iterator[Hit]:
    """Every place in which a phrase of any list stands, field by field."""
    able, numbers, constellations = _compiled()
    for field, place, value in reading.parts():
        near: list[list[tuple[int, int, str]]] = [[] for _ in constellations]
        for token in _TOKEN.finditer(value):
            for ready in able[token[0]]:
                if match := ready.pattern.match(value, token.start()):
                    if ready.concept:
                        near[ready.together].append((match.start(), match.end(), ready.concept))
                    else:
                        yield _hit(ready.screen, ready.rule, match.span(), field, place)
        for ready in numbers:
            for match in ready.pattern.finditer(value):
                yield _hit(ready.screen, ready.rule, match.span(), field, place)
        for (screen, told), marks in zip(constellations, near, strict=True):
            for span in _close(marks, told):
                yield _hit(screen, told.rule, span, field, place)


def _close(marks: list[tuple[int, int, str]], told: Together) -> Iterator[tuple[int, int]]:
    """Where enough different things stand close together; after one such place the next is looked for behind it."""
    first = 0
    for last, (start, end, _) in enumerate(marks):
        while start - marks[first][0] > told.within:
            first += 1
        if len({concept for _, _, concept in marks[first : last + 1]}) >= told.least:
            yield marks[first][0], end
            first = last + 1
            if first == len(marks):
                return


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Every e-mail address in a text: first character, the one after the last, and the address."""
    # From the sign backwards: forwards, a long run of letters without one would be gone through from each of them.
    last = 0
    for match in _AT_HOST.finditer(text):
        start = match.start()
        while start > last and _BOX.match(text, start - 1):
            start -= 1
        if start < match.start():
            last = match.end()
            yield start, last, text[start:last]


def _hit(screen: Screen, rule: Rule, span: tuple[int, int], field: str, place: int) -> Hit:
    return Hit(screen, rule.id, Weight.PHRASE, rule.reason, rule.source, field, place, *span)


@cache
def _compiled() -> tuple[_Able, list[_Ready], list[tuple[Screen, Together]]]:
    """The phrases by the words they may begin with, so that a text is gone through once; numbers; what is close."""
    heads: dict[str, list[_Ready]] = {}
    numbers: list[_Ready] = []
    constellations = [(screen, told) for screen in Screen for told in together(screen)]
    for screen in Screen:
        for rule in rules(screen):
            for head, pattern, begins in _by_head(p for words in rule.words.values() for p in words):
                heads.setdefault(head, []).append(_Ready(screen, rule, pattern, begins))
            for words, expression in rule.patterns:
                ready = _Ready(screen, rule, re.compile(expression, re.IGNORECASE), _begins(words.split()))
                for head in {word[:2] for word in (*ready.begins.whole, *ready.begins.stems)}:
                    heads.setdefault(head, []).append(ready)
                numbers += [] if words else [ready]
    for number, (screen, told) in enumerate(constellations):
        for concept in told.concepts:
            for head, pattern, begins in _by_head(told.concepts[concept]):
                heads.setdefault(head, []).append(_Ready(screen, told.rule, pattern, begins, number, concept))
    return _Able(heads), numbers, constellations


def _by_head(phrases: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str], _Begins]]:
    """Phrases by the two letters they begin with: their pattern, and with which words they begin."""
    by_head: dict[str, list[str]] = {}
    for phrase in phrases:
        by_head.setdefault(_plain(_WITHIN.split(phrase.split()[0])[0])[:2], []).append(phrase)
    for head, some in by_head.items():
        pattern = re.compile(rf"(?<!\w){_branches([_letters(phrase) for phrase in some])}", re.IGNORECASE)
        yield head, pattern, _begins(phrase.split()[0] for phrase in some)


def _begins(words: Iterable[str]) -> _Begins:
    """As phrases begin: an apostrophe or hyphen may be left out, a star is any ending; up to there a word is known."""
    whole: set[str] = set()
    stems: set[str] = set()
    for word in words:
        start = _WITHIN.split(word.removesuffix("*"))[0]
        (whole if start == word else stems).add(_plain(start))
    return _Begins(frozenset(whole), tuple(sorted(stems)))


def _plain(letters: str) -> str:
    """Letters as all their forms are: small, without accents, dots and diaereses; and a 0 for any digit."""
    plain = "".join(c for c in unicodedata.normalize("NFD", letters.casefold()) if not unicodedata.combining(c))
    return _DIGIT.sub("0", plain.replace("ı", "i"))


def _letters(phrase: str) -> tuple[str, ...]:
    """The phrase as patterns, one for each letter: any ending, apostrophe and line break, with or without accents."""
    found: list[str] = []
    for word in phrase.split():
        if found:
            found.append(_SPACE)
        stem = word.removesuffix("*")
        found += [_letter(letter) for letter in unicodedata.normalize("NFC", stem.lower())]
        found.append(r"\w*" if word.endswith("*") else r"(?!\w)")
    return tuple(found)


def _letter(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    bare = unicodedata.normalize("NFD", letter)[0]
    # Capitals are often written without accents, and some programs write letter and accent apart.
    return f"[{letter}{bare}]{_MARK}" if bare != letter and bare.isascii() else re.escape(letter)


def _branches(phrases: list[tuple[str, ...]]) -> str:
    """One pattern for all phrases, in which what they begin with alike stands once: many times quicker."""
    ends = () in phrases
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            by_first.setdefault(phrase[0], []).append(phrase[1:])
    ways = [first + _branches(rest) for first, rest in by_first.items()]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
