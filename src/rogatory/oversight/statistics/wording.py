"""The words of public numbers, in three languages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rogatory.law.acts import KINDS
from rogatory.law.wording import request_word
from rogatory.law.wording.language import Language
from rogatory.oversight.statistics.groups import OTHER
from rogatory.oversight.statistics.subjects import NO_GROUND, SUBJECTS, UNTOLD
from rogatory.remedies.kinds import REMEDIES
from rogatory.states.naming import name_in

ORDER = (Language.EN, Language.FR, Language.NL)
_NAMED = {UNTOLD: "untold", NO_GROUND: "none"}


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("rogatory.oversight.statistics").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


def say(key: str, language: Language, **values: object) -> str:
    """The words called `key`, with `values` in their places.

    >>> say("too_few", Language.EN, threshold=5)
    'There were events of fewer than 5 cases, or none: nothing is told.'

    Raises:
        KeyError: There are no such words.
    """
    return _table()["says"][key][ORDER.index(language)].format(**values)


def says(language: Language) -> dict[str, str]:
    """All words of a language that have no places to fill, by key."""
    return {key: words[ORDER.index(language)] for key, words in _table()["says"].items()}


def subject_word(subject: str, language: Language) -> str:
    """What a subject counts; one that is no more stands for itself."""
    known = SUBJECTS.get(subject)
    return known.says[language.value] if known else subject


def dimension_word(dimension: str, language: Language) -> str:
    """A dimension, or `count`, in words."""
    words = _table()["dimension"].get(dimension)
    return words[ORDER.index(language)] if words else dimension


def value_word(dimension: str, value: str, language: Language) -> str:
    """A value of a dimension in words; one that is not known stands for itself.

    Acts and packs of the law are worded by whoever knows them.

    >>> value_word("state", "KZ", Language.NL), value_word("state", "", Language.EN), value_word("time", "1-30", Language.FR)
    ('Kazachstan', 'several, not told apart', '1-30')
    """  # noqa: E501
    if value == OTHER:
        return _value("other", language)
    if dimension == "state":
        return name_in(value, language.value)
    if dimension == "kind" and value in KINDS:
        return request_word(value, language)
    if dimension == "remedy" and value in REMEDIES:
        return REMEDIES[value].says[language.value]
    return _value(_NAMED.get(value, value), language)


def _value(value: str, language: Language) -> str:
    words = _table()["value"].get(value)
    return words[ORDER.index(language)] if words else value
