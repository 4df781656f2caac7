"""Which state a data set means: its codes and names, as two letters of ISO 3166-1.

A name that is not known is no state: it is told, and never guessed from one that looks alike.
"""

import csv
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rogatory.states.indices.catalogue import Coding
from rogatory.states.naming import states_named

_OTHER_CODES = {"XKX": "XK", "ROM": "RO", "ZAR": "CD", "TMP": "TL", "WBG": "PS"}
"""What data sets write in the place of three letters of ISO 3166-1: older codes, and those of the World Bank."""
_OTHER_NUMBERS = {"347": "XK"}
"""Numbers of the Correlates of War of what has no code in ISO 3166-1."""
_OTHER_NAMES = {
    "bolivia (plurinational state of)": "BO", "bolivia, plurinational state of": "BO", "bosnia": "BA",
    "bosnia and herzegovina": "BA", "brunei darussalam": "BN", "burma": "MM", "cabo verde": "CV",
    "central african republic": "CF", "congo": "CG", "congo, dem. rep.": "CD", "congo, rep.": "CG",
    "congo (brazzaville)": "CG", "congo (kinshasa)": "CD", "congo, democratic republic of": "CD",
    "cote d'ivoire": "CI", "czech republic": "CZ", "democratic people's republic of korea": "KP",
    "democratic republic of the congo": "CD", "democratic republic of congo": "CD", "egypt, arab rep.": "EG",
    "gambia, the": "GM", "the gambia": "GM", "hong kong": "HK", "hong kong sar, china": "HK",
    "holy see": "VA", "saint lucia": "LC", "saint kitts and nevis": "KN", "saint vincent and the grenadines": "VC",
    "st. vincent and the grenadines": "VC",
    "iran (islamic republic of)": "IR", "iran, islamic rep.": "IR", "ivory coast": "CI", "korea, north": "KP",
    "korea, rep.": "KR", "korea, south": "KR", "korea, republic of": "KR", "kyrgyz republic": "KG",
    "lao people's democratic republic": "LA", "lao pdr": "LA", "macedonia": "MK", "macedonia, fyr": "MK",
    "micronesia (federated states of)": "FM", "moldova": "MD", "north macedonia": "MK", "republic of korea": "KR",
    "republic of moldova": "MD", "republic of the congo": "CG", "russian federation": "RU", "slovak republic": "SK",
    "state of palestine": "PS", "swaziland": "SZ", "syrian arab republic": "SY",
    "the former yugoslav republic of macedonia": "MK",
    "timor-leste": "TL", "trinidad and tobago": "TT", "turkey": "TR", "turkiye": "TR", "united arab emirates": "AE",
    "united kingdom of great britain and northern ireland": "GB", "united republic of tanzania": "TZ",
    "united states of america": "US", "venezuela (bolivarian republic of)": "VE", "venezuela, rb": "VE",
    "viet nam": "VN", "yemen, rep.": "YE",
}  # fmt: skip
"""English names that data sets use beside those of the Unicode locale data."""


def code_of(text: str, coding: Coding) -> str | None:
    """The two letters of the state a data set means; None: it is not known which.

    >>> code_of("KAZ", Coding.ALPHA3), code_of("398", Coding.NUMERIC), code_of("Kyrgyz Republic", Coding.NAME)
    ('KZ', 'KZ', 'KG')
    >>> code_of("Ruritania", Coding.NAME)
    """
    text = text.strip()
    match coding:
        case Coding.ALPHA2:
            return text.upper() if text.upper() in _by("code") else None
        case Coding.ALPHA3:
            return _by("alpha3").get(text.upper()) or _OTHER_CODES.get(text.upper())
        case Coding.NUMERIC:
            return _by("numeric").get(text.zfill(3))
        case Coding.COW:
            return (_by("cow").get(text) or _OTHER_NUMBERS.get(text)) if text else None
        case Coding.NAME:
            return _names().get(_plain(text))


def _plain(name: str) -> str:
    """A name without capitals, accents, and spaces of its own."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("’", "'").replace("&", "and").split())


@cache
def _by(column: str) -> Mapping[str, str]:
    text = files("rogatory.states").joinpath("data", "codes.csv").read_text(encoding="utf-8")
    return {row[column]: row["code"] for row in csv.DictReader(text.splitlines())}


@cache
def _names() -> Mapping[str, str]:
    return {**{_plain(name): code for code, name in states_named("en")}, **_OTHER_NAMES}
