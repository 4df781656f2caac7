"""Words that tell nothing, because every decision uses them, and words that tell something in whatever sentence."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rogatory.decision.documents.catalogue import FULL, STATE
from rogatory.decision.releasing.citable import GROUNDS
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, clause
from rogatory.law.wording.answers import VALUES
from rogatory.law.wording.terms import TERMS
from rogatory.linkage.date_words import MONTH_WORDS, folded
from rogatory.states.naming import states_named

_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


def _standing() -> Iterator[str]:
    """Every text that stands ready before there is any case, in every language."""
    for table in (STATE, FULL):
        yield from (text for words in table.values() for text in words.values())
    yield from (text for ground in GROUNDS.values() for text in ground.name.values())
    yield from (clause(question, language) for question in VOCABULARY.values() for language in Language)
    yield from (text for labels in VALUES.values() for words in labels.values() for text in words)
    yield from (text for words_of in TERMS.values() for words in words_of.values() for text in words)
    yield from (name for language in Language for _, name in states_named(language.value))


def _read(name: str) -> Mapping[str, frozenset[str]]:
    told = tomllib.loads(files("rogatory.decision").joinpath("data", name).read_text(encoding="utf-8"))
    return MappingProxyType({about: frozenset(_words(text)) for about, text in told.items()})


_STANDING: Final = tuple(_words(text) for text in _standing())
TELLING: Final = _read("telling.toml")
"""By what they tell of, words that no text for the requesting state uses unless that state did (folded)."""
_EVERYDAY: Final = frozenset(word for words in _read("everyday.toml").values() for word in words)
COMMON: Final = (
    frozenset(word for words in _STANDING for word in words) | _EVERYDAY | frozenset(MONTH_WORDS)
) - frozenset(word for words in TELLING.values() for word in words)
"""Words (folded) that tell nothing by themselves: of the law, of the catalogue, of every day."""


@cache
def sequences(length: int) -> frozenset[tuple[str, ...]]:
    """Every row of so many words in the standing texts: a sentence of ours tells nothing of a case."""
    found = []
    for words in _STANDING:
        found += [words[at : at + length] for at in range(len(words) - length + 1)]
    return frozenset(found)
