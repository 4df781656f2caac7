"""The fixed sentences of decisions, in every language: kept as data, so that a translator needs no program."""

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rogatory.law.wording.language import Language

Sentence = Mapping[str, str]
"""A sentence by language (ISO 639-1)."""


def _read(name: str) -> Mapping[str, Sentence]:
    """The sentences of one file, by `section.key`.

    Raises:
        ValueError: A sentence is missing in a language, so that no decision could be printed in it.
    """
    told = tomllib.loads(files("rogatory.decision").joinpath("data", name).read_text(encoding="utf-8"))
    found = {f"{section}.{key}": words for section, keys in told.items() for key, words in keys.items()}
    for key, words in found.items():
        if missing := {language.value for language in Language} - set(words):
            msg = f"decision/data/{name}, {key}: not worded in {', '.join(sorted(missing))}"
            raise ValueError(msg)
    return MappingProxyType(found)


FULL: Final = _read("full.toml")
"""Sentences of the full text."""
STATE: Final = _read("state.toml")
"""Sentences of the text for the requesting state, and whatever a releasable value may say."""

_MONTHS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {language: tuple(STATE["day.months"][language.value].split()) for language in Language}
)


def day_in_words(day: date, language: Language) -> str:
    """A day written out.

    >>> day_in_words(date(2025, 8, 1), Language.FR), day_in_words(date(2025, 12, 16), Language.NL)
    ('1er août 2025', '16 december 2025')
    """
    number = "1er" if day.day == 1 and language is Language.FR else str(day.day)
    return f"{number} {_MONTHS[language][day.month - 1]} {day.year}"


def say(key: str, language: Language, **values: object) -> str:
    """The sentence `key` of the full text, with `values` filled in; days are written out."""
    return _filled(FULL, key, language, values)


def say_to_state(key: str, language: Language, **values: object) -> str:
    """The sentence `key` of the text for the requesting state, with `values` filled in; days are written out."""
    return _filled(STATE, key, language, values)


def _filled(table: Mapping[str, Sentence], key: str, language: Language, values: Mapping[str, object]) -> str:
    told = {k: day_in_words(v, language) if isinstance(v, date) else v for k, v in values.items()}
    return table[key][language.value].format(**told)
