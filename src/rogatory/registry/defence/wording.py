"""The words of the defence door, in the four languages its readers choose from; each language is a table of its own.

Django's catalogues hold the words of the office. These are apart because they are for other readers: plain, short, and
measured for that in the tests; and in Russian too, which no page of the office speaks.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from django.utils import timezone
from django.utils.formats import date_format

from rogatory.law.wording.language import Language

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "fr": "Français", "nl": "Nederlands", "ru": "Русский"}
)
"""Languages a reader may choose, by code, each in its own name."""


@cache
def table(language: str) -> Mapping[str, str]:
    """All words of a language, by `part.key`.

    Raises:
        KeyError: There is no such language.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    read = tomllib.loads(files("rogatory.registry.defence").joinpath("texts", f"{language}.toml").read_text("utf-8"))
    return MappingProxyType({f"{part}.{key}": text for part, rows in read.items() for key, text in rows.items()})


def say(key: str, language: str, **values: object) -> str:
    """The words called `key`, with `values` in their places.

    Raises:
        KeyError: There are no such words.
    """
    return table(language)[key].format(**values)


def law_language(language: str) -> Language:
    """The language in which a reader gets words of the law: their own, or English where the law is not worded in it."""
    return Language(language) if language in {m.value for m in Language} else Language.EN


def day(on: date | datetime) -> str:
    """A day, or a moment with its hour, in the language of the page."""
    if isinstance(on, datetime):
        return date_format(timezone.localtime(on), "j E Y, H:i")
    return date_format(on, "j E Y")
