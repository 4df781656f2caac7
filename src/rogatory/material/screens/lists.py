"""Lists of words screens look for, as data with sources: phrases, numbers, houses, signs that stand close together."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from rogatory.material.screens.found import Screen

LANGUAGES: Final = ("en", "fr", "nl", "ru", "tr", "de")
"""Which every list speaks."""
MORE: Final = ("uk", "pl", "es", "pt", "it", "ar", "fa", "kk")
"""Which the lists on asylum speak too, and some rules of others."""
_FILES: Final[Mapping[Screen, tuple[str, ...]]] = {
    Screen.PRIVILEGE: ("privilege",),
    Screen.ASYLUM: ("asylum", "asylum-states", "asylum-signs"),
    Screen.SOURCES: ("sources",),
    Screen.MEDICAL: ("medical",),
    Screen.ILL_TREATMENT: ("statements",),
    Screen.THIRD_PARTIES: ("others",),
}
_ARABIC: Final = ("", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف")
"""What Arabic writes together with the word behind it: the article, and, in, to."""


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
        domains: Domains of houses: an address below one of them, of mail or of the web.
    """

    id: str
    reason: str
    source: str
    check: str
    words: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, str], ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """What is told by several signs that stand close together in one language, none of which tells it alone.

    Attributes:
        rule: What it is; its words are empty.
        signs: The kinds of sign that count.
        within: Characters in which they must stand.
        least: How many different kinds.
        groups: Of each of these groups at least one kind must be among them.
    """

    rule: Rule
    signs: frozenset[str]
    within: int
    least: int
    groups: tuple[frozenset[str], ...]


@cache
def lists_digest() -> str:
    """What the lists are called together: another word in any of them changes it."""
    names = [name for several in _FILES.values() for name in several]
    return sha256(b"\0".join(_text(name).encode() for name in names)).hexdigest()


def _text(name: str) -> str:
    return files("rogatory.material").joinpath("screens", "data", f"{name}.toml").read_text(encoding="utf-8")


@cache
def _told(screen: Screen) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((f"{name}.toml", tomllib.loads(_text(name))) for name in _FILES.get(screen, ()))


@cache
def rules(screen: Screen) -> tuple[Rule, ...]:
    """The rules of a screen; none where it works without phrases.

    Raises:
        ValueError: The list of the package is damaged.
    """
    return tuple(
        rule
        for name, told in _told(screen)
        for rule in (*(_rule(name, one) for one in told.get("rule", ())), *_of_states(name, told))
    )


@cache
def together(screen: Screen) -> tuple[Together, ...]:
    """What a screen knows by several signs that stand close together.

    Raises:
        ValueError: The list of the package is damaged.
    """
    return tuple(_together(name, one) for name, told in _told(screen) for one in told.get("together", ()))


@cache
def signs(screen: Screen) -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each kind of sign, by language."""
    return {
        kind: {code: _forms(code, told[code]) for code in (*LANGUAGES, *MORE) if told.get(code)}
        for _, of_file in _told(screen)
        for kind, told in of_file.get("signs", {}).items()
    }


def _together(name: str, told: dict[str, Any]) -> Together:
    rule = _checked(name, told, ("within", "least", "signs"))
    groups = tuple(frozenset(group) for group in told.get("groups", ()))
    return Together(rule, frozenset(told["signs"]), told["within"], told["least"], groups)


def _rule(name: str, told: dict[str, Any]) -> Rule:
    rule = _checked(name, told, ())
    if not (rule.words or rule.patterns or rule.domains):
        raise ValueError(f"{name}: the rule {rule.id} lacks words")
    return rule


def _checked(name: str, told: dict[str, Any], more: tuple[str, ...]) -> Rule:
    if missing := {"id", "reason", "source", "check", *more} - told.keys():
        raise ValueError(f"{name}: the rule {told.get('id', '?')} lacks {', '.join(sorted(missing))}")
    words = {code: _forms(code, told[code]) for code in (*LANGUAGES, *MORE) if told.get(code)}
    patterns = tuple((str(begins), str(expression)) for begins, expression in told.get("patterns", ()))
    return Rule(
        told["id"], told["reason"], told["source"], told["check"], words, patterns, tuple(told.get("domains", ()))
    )


def _of_states(name: str, told: dict[str, Any]) -> Iterator[Rule]:
    """What the register of states knows: its authorities by name and house, its papers, its numbers of files."""
    kinds = {kind["id"]: kind for kind in told.get("kind", ())}
    for state in told.get("state", ()):
        for kind, row in kinds.items():
            if kind in state:
                known = {"reason": f"{row['reason']}: {state['of']}.", "source": state["source"]}
                yield _rule(name, {"id": row["rule"], "check": state["check"], **known, **state[kind]})


def _forms(code: str, phrases: list[str]) -> tuple[str, ...]:
    if code != "ar":
        return tuple(phrases)
    return tuple(before + phrase for phrase in phrases for before in _ARABIC)
