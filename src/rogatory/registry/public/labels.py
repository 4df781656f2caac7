"""The values of public numbers in words: acts and packs of the law as the office knows them."""

from functools import cache

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.wording.language import Language
from rogatory.office.words import record_of, title_of
from rogatory.oversight.statistics.wording import value_word


def label(dimension: str, value: str, language: Language) -> str:
    """A value of a dimension in words."""
    word = value_word(dimension, value, language)
    if word != value:
        return word
    if dimension == "act":
        return title_of(value, language)
    if dimension == "outcome":
        return record_of(value, language)
    return _packs().get(value, value) if dimension == "ground" else value


@cache
def _packs() -> dict[str, str]:
    return {pack.id: pack.title for pack in law_in_force().packs}
