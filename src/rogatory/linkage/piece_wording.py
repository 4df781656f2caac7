"""What was found, and what would settle it, in the reader's language.

The rooms that compare say it in English, and so it is recorded: a digest covers it. A sentence is a message with what
stands in it, and is worded anew here by its message (`PIECES`, `MISSING`). One that has no message is given back as it
is, and told to be English.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rogatory.law.wording.language import Language, Words, english_only, said
from rogatory.linkage.piece_words import MISSING, MONTHS, NUMBERS, PIECES, SOUNDS, WHOM
from rogatory.linkage.wording import say_relation
from rogatory.states.naming import name_in, states_named

_PART = re.compile(r"\\\{(\w+)\\\}")
_SHAPES = {"number": r".+? (?:number|code)(?: of [A-Z]{2})?"}
"""What a part looks like, where another follows it at once."""
_AND: Words = (" and ", " et ", " en ")
_TO: Words = (" to ", " à ", " tot ")
_DAY = re.compile("|".join(MONTHS))


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence for a reader.

    Attributes:
        text: The sentence.
        english: Whether it is English though the reader's language is another: it is to be marked so.
    """

    text: str
    english: bool = False

    def marked(self, language: Language) -> str:
        """The sentence as plain text; what is English says so."""
        return english_only(self.text, language) if self.english else self.text


def say_found(says: str, language: Language) -> Worded:
    """What a piece of evidence says (`Evidence.says`), as a sentence that begins with a capital letter."""
    return _worded(says, PIECES, language, capital=True)


def say_lacking(text: str, language: Language) -> Worded:
    """What would settle it, or why (`Missing.what`, `Missing.why`)."""
    return _worded(text, MISSING, language)


def say_whom(text: str, language: Language) -> Worded:
    """Who is asked for it (`Missing.of`)."""
    return _worded(text, WHOM, language)


def _worded(text: str, table: Iterable[Words], language: Language, *, capital: bool = False) -> Worded:
    if language is Language.EN:
        return Worded(text[:1].upper() + text[1:] if capital else text)
    bare = text.removesuffix(".")
    for pattern, words in _patterns(tuple(table)):
        found = pattern.fullmatch(bare)
        if found:
            parts = {part: _PARTS.get(part.rstrip("0123456789"), _as_it_is)(told, language)
                     for part, told in found.groupdict().items()}  # fmt: skip
            if None in parts.values():
                break
            made = said(words, language).format(**parts)
            made += "." if text.endswith(".") else ""
            return Worded(made[:1].upper() + made[1:] if capital else made)
    return Worded(text[:1].upper() + text[1:] if capital else text, english=True)


@cache
def _patterns(table: tuple[Words, ...]) -> tuple[tuple[re.Pattern[str], Words], ...]:
    """The messages as patterns, those with more of their own words first."""
    found = []
    for words in sorted(table, key=lambda words: -len(re.sub(r"\{\w+\}", "", words[0]))):
        written = _PART.sub(lambda part: f"(?P<{part[1]}>{_SHAPES.get(part[1], '.+?')})", re.escape(words[0]))
        first = written[:1]
        free = f"[{first.upper()}{first.lower()}]" if first.isalpha() else first
        found.append((re.compile(free + written[1:] if first.isalpha() else written, re.DOTALL), words))
    return tuple(found)


def _as_it_is(told: str, _: Language) -> str | None:
    return told


def _days(told: str, language: Language) -> str | None:
    """Days in words: `5 March 1968 and 1966 to 1968`."""
    text = _DAY.sub(lambda month: said(MONTHS[month.group()], language), told)
    return text.replace(_AND[0], said(_AND, language)).replace(_TO[0], said(_TO, language))


def _both(told: str, language: Language) -> str | None:
    """Two words of a text, or several pairs of them."""
    return told.replace(_AND[0], said(_AND, language))


def _number(told: str, language: Language) -> str | None:
    """What a number is called."""
    if told in NUMBERS:
        return said(NUMBERS[told], language)
    kind, number, state = told.partition(" number")
    of = state.removeprefix(" of ")
    if not number or kind not in NUMBERS:
        return None
    return said(NUMBERS[kind], language) + (f" ({of})" if of else "")


def _sound(told: str, language: Language) -> str | None:
    return said(SOUNDS[told], language) if told in SOUNDS else None


def _relation(told: str, language: Language) -> str | None:
    return say_relation(told, language)


def _place(told: str, language: Language) -> str | None:
    """A place as it is written; a state by its name."""
    return name_in(_states()[told], language.value) if told in _states() else told


@cache
def _states() -> Mapping[str, str]:
    return {name: code for code, name in states_named("en")}


_PARTS: Mapping[str, Callable[[str, Language], str | None]] = MappingProxyType(
    {"days": _days, "both": _both, "number": _number, "sound": _sound, "relation": _relation, "place": _place}
)
"""How what stands in a message is worded, by the name of its place; anything else stands as it is."""
