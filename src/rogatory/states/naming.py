"""States in words, in the languages of the pages: every code of ISO 3166-1, as the Unicode locale data name it."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rogatory.states.tables import state_name


def name_in(code: str, language: str) -> str:
    """The name of a state in `language` (en, fr, nl or ru); the code itself for one that has no name.

    >>> name_in("KZ", "nl"), name_in("BE", "fr"), name_in("ZZ", "en")
    ('Kazachstan', 'Belgique', 'ZZ')
    """
    return _names().get(code, {}).get(language) or state_name(code)


def codes_named(text: str) -> frozenset[str]:
    """Codes of the states whose code, or a part of whose name in any language, is `text`; case does not matter.

    >>> sorted(codes_named("kazach")), sorted(codes_named("BE"))[:1]
    (['KZ'], ['BE'])
    """
    wanted = text.strip().casefold()
    if not wanted:
        return frozenset()
    exact = {c for c in _names() if c.casefold() == wanted}
    return frozenset(
        exact or {c for c, names in _names().items() if any(wanted in n.casefold() for n in names.values())}
    )


def states_named(language: str) -> tuple[tuple[str, str], ...]:
    """Every state by code, with its name in `language`, in the order of the codes."""
    return tuple((code, names[language]) for code, names in _names().items())


@cache
def _names() -> Mapping[str, dict[str, str]]:
    text = files("rogatory.states").joinpath("data", "state_names.csv").read_text(encoding="utf-8")
    return {row.pop("code"): row for row in csv.DictReader(text.splitlines())}
