"""Phrases that papers of a kind use, in six languages: lists as data, each with its source."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
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


_Ready = tuple[Screen, Rule, re.Pattern[str]]


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


def _rule(name: str, told: dict[str, Any]) -> Rule:
    missing = {"id", "reason", "source", "check"} - told.keys()
    words = {code: tuple(told.get(code, ())) for code in LANGUAGES if told.get(code)}
    if missing or not (words or told.get("patterns")):
        raise ValueError(f"{name}: the rule {told.get('id', '?')} lacks {', '.join(sorted(missing)) or 'words'}")
    return Rule(told["id"], told["reason"], told["source"], told["check"], words, tuple(told.get("patterns", ())))


def find(reading: Reading) -> Iterator[Hit]:
    """Every place in which a phrase of any list stands, field by field."""
    ready, numbers = _compiled()
    for field, place, value in reading.parts():
        for start in _START.finditer(value):
            for screen, rule, pattern in ready.get(_head(start[0]), ()):
                if match := pattern.match(value, start.start()):
                    yield _hit(screen, rule, match, field, place)
        for screen, rule, pattern in numbers:
            for match in pattern.finditer(value):
                yield _hit(screen, rule, match, field, place)


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Every e-mail address in a text: first character, the one after the last, and the address."""
    for match in _ADDRESS.finditer(text):
        yield match.start(), match.end(), match[0]


def _hit(screen: Screen, rule: Rule, match: re.Match[str], field: str, place: int) -> Hit:
    return Hit(screen, rule.id, Weight.PHRASE, rule.reason, rule.source, field, place, match.start(), match.end())


@cache
def _compiled() -> tuple[dict[str, list[_Ready]], list[_Ready]]:
    """The phrases by their first two letters, so that each word of a text is looked up once; and the numbers."""
    heads: dict[str, list[_Ready]] = {}
    numbers: list[_Ready] = []
    for screen in Screen:
        for rule in rules(screen):
            by_head: dict[str, list[tuple[str, ...]]] = {}
            for phrase in (p for words in rule.words.values() for p in words):
                by_head.setdefault(_head(phrase[:2]), []).append(_letters(phrase))
            for head, phrases in by_head.items():
                pattern = re.compile(rf"(?<!\w){_branches(phrases)}", re.IGNORECASE)
                heads.setdefault(head, []).append((screen, rule, pattern))
            numbers += ((screen, rule, re.compile(number, re.IGNORECASE)) for number in rule.patterns)
    return heads, numbers


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
