"""Phrases that papers of a kind use, in six languages: lists as data, each with its source."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from rogatory.material.screens.found import Hit, Reading, Screen, Weight

LANGUAGES: Final = ("en", "fr", "nl", "ru", "tr", "de")
_FILES: Final = {
    Screen.PRIVILEGE: "privilege",
    Screen.ASYLUM: "asylum",
    Screen.SOURCES: "sources",
    Screen.MEDICAL: "medical",
    Screen.ILL_TREATMENT: "statements",
    Screen.THIRD_PARTIES: "others",
}
_ALIKE: Final = {"i": "[iıİI]", "ı": "[iıİI]", "е": "[еёЕЁ]", "ё": "[еёЕЁ]", "'": "['’ʼ`´]?", "-": r"[-‐‑–\s]?"}
_ADDRESS: Final = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_START: Final = re.compile(r"(?<!\w)\w[̀-ͯ]*\w?")
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
        patterns: Regular expressions for numbers of files and the like.
    """

    id: str
    reason: str
    source: str
    check: str
    words: dict[str, tuple[str, ...]]
    patterns: tuple[str, ...] = ()


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
class _Ready:
    """Words ready to be found: those of a rule, or of a concept of what stands together."""

    screen: Screen
    rule: Rule
    pattern: re.Pattern[str]
    together: int = -1
    concept: str = ""


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
    words = {code: tuple(told.get(code, ())) for code in LANGUAGES if told.get(code)}
    if missing or not (words or told.get("patterns")):
        raise ValueError(f"{name}: the rule {told.get('id', '?')} lacks {', '.join(sorted(missing)) or 'words'}")
    return Rule(told["id"], told["reason"], told["source"], told["check"], words, tuple(told.get("patterns", ())))


def find(reading: Reading) -> Iterator[Hit]:
    """Every place in which a phrase of any list stands, field by field."""
    heads, numbers, constellations = _compiled()
    for field, place, value in reading.parts():
        near: list[list[tuple[int, int, str]]] = [[] for _ in constellations]
        for start in _START.finditer(value):
            for ready in heads.get(_head(start[0]), ()):
                if match := ready.pattern.match(value, start.start()):
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
    for match in _ADDRESS.finditer(text):
        yield match.start(), match.end(), match[0]


def _hit(screen: Screen, rule: Rule, span: tuple[int, int], field: str, place: int) -> Hit:
    return Hit(screen, rule.id, Weight.PHRASE, rule.reason, rule.source, field, place, *span)


@cache
def _compiled() -> tuple[dict[str, list[_Ready]], list[_Ready], list[tuple[Screen, Together]]]:
    """The phrases by their first two letters, so that each word of a text is looked up once; numbers; what is close."""
    heads: dict[str, list[_Ready]] = {}
    numbers: list[_Ready] = []
    constellations = [(screen, told) for screen in Screen for told in together(screen)]
    for screen in Screen:
        for rule in rules(screen):
            for head, pattern in _by_head(p for words in rule.words.values() for p in words):
                heads.setdefault(head, []).append(_Ready(screen, rule, pattern))
            numbers += (_Ready(screen, rule, re.compile(number, re.IGNORECASE)) for number in rule.patterns)
    for number, (screen, told) in enumerate(constellations):
        for concept, words in told.concepts.items():
            for head, pattern in _by_head(words):
                heads.setdefault(head, []).append(_Ready(screen, told.rule, pattern, number, concept))
    return heads, numbers, constellations


def _by_head(phrases: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    by_head: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        by_head.setdefault(_head(phrase[:2]), []).append(_letters(phrase))
    for head, some in by_head.items():
        yield head, re.compile(rf"(?<!\w){_branches(some)}", re.IGNORECASE)


@lru_cache(maxsize=100_000)
def _head(letters: str) -> str:
    """Letters as all their forms begin: small, without accents, dots and diaereses."""
    plain = "".join(c for c in unicodedata.normalize("NFD", letters.lower()) if not unicodedata.combining(c))
    return plain.replace("ı", "i")


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
