"""The form of a kind of number: how it looks, what words stand by it, and the one way it is written here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from rogatory.linkage.references.model import Scheme


class Alone(Enum):
    """How a number is read that no word beside it names."""

    PLAIN = "plain"
    """Its form is its own: it is read, and certain unless another scheme reads it too."""
    STATE = "state"
    """It is read only where the state is said to be the one of the scheme, and then is certain."""
    OPEN = "open"
    """It is read, and never certain."""
    NEVER = "never"
    """It is not read."""


class Letters(Enum):
    """The script of the letters in a number. A look-alike of the other script is read as meant."""

    ANY = "any"
    LATIN = "latin"
    CYRILLIC = "cyrillic"


@dataclass(frozen=True, slots=True)
class Canon:
    """A number made canonical.

    Attributes:
        text: The number.
        steps: What was changed, in words.
        office: Which office gave it, where the number itself says so.
    """

    text: str
    steps: tuple[str, ...] = ()
    office: str = ""


Maker = Callable[["re.Match[str]"], Canon | None]


@dataclass(frozen=True, slots=True)
class Form:
    """How numbers of one scheme look.

    A pattern has a bounded count everywhere and no repeated group that could be read in two ways, so that no text can
    make it slow.

    Attributes:
        scheme: The scheme.
        pattern: The number.
        make: Makes a match canonical; None of it: it is no such number after all.
        before: Words that name it, ending where it begins; in small letters.
        after: Words that name it, beginning where it ends; in small letters.
        alone: How it is read without such words.
        letters: The script of its letters.
        sign: A character no such number is without.
        own_words: Whether the words are used for this scheme alone. Words several states share name nothing where the
            state is said to be another.
        beside: Whether it is read beside what else the same characters are: a number within a number.
    """

    scheme: Scheme
    pattern: "re.Pattern[str]"
    make: Maker
    before: "re.Pattern[str] | None" = None
    after: "re.Pattern[str] | None" = None
    alone: Alone = Alone.PLAIN
    letters: Letters = Letters.ANY
    sign: str = ""
    own_words: bool = True
    beside: bool = False


def number(inside: str) -> "re.Pattern[str]":
    """A number of this form that is not a part of a longer one."""
    return re.compile(rf"(?<![\w/\-])(?<!\d\.)(?:{inside})(?![\w/]|[.\-]\d)", re.IGNORECASE)


def before(
    words: str, link: str = r"(?:nos?|nr|n°|nº|№|n|numara(?:sı|li)?|num|номер|sayılı|:|#|[.])"
) -> "re.Pattern[str]":
    """Words that name a number standing before it, with a link of the kind of `No.` between.

    Args:
        words: The words, alternatives separated by `|`, in small letters.
        link: What stands between; `no` and its like unless said otherwise.
    """
    return re.compile(rf"(?<!\w)(?:{words})[\w']{{0,12}}[ \t\n]{{0,3}}(?:{link}[ .:\t\n]{{0,3}}){{1,3}}\Z")


def loosely(words: str, gap: int = 40) -> "re.Pattern[str]":
    """Words that name a number standing before it, with up to `gap` characters between and no figure among them."""
    return re.compile(rf"(?<!\w)(?:{words})[^\d;]{{0,{gap}}}\Z")


def after(words: str) -> "re.Pattern[str]":
    """Words that name a number standing right after it, unless they name the next one (`Esas No: …`)."""
    return re.compile(
        rf"\s{{0,3}}(?:sayılı\s|nolu\s|numaralı\s)?\s{{0,2}}(?:{words})(?!\w)(?!\s{{0,2}}(?:no\b|numara|nr|[:№]))"
    )


def serial(figures: str) -> tuple[str, tuple[str, ...]]:
    """A running number without the noughts before it, and the step that says so.

    >>> serial("00123")
    ('123', ('leading zeros dropped',))
    """
    plain = figures.lstrip("0") or "0"
    return plain, ("leading zeros dropped",) if plain != figures else ()


_CENTURY = 50
"""A year of two figures below this is of this century; case registers with such years began after 1950."""
_YEARS = range(1945, 2100)


def year(figures: str) -> int | None:
    """A year of two or four figures; None: no year an office can have opened a case in.

    >>> year("19"), year("98"), year("2019"), year("3019")
    (2019, 1998, 2019, None)
    """
    told = int(figures)
    if len(figures) == 2:  # noqa: PLR2004 - a year of two figures
        return told + (2000 if told < _CENTURY else 1900)
    return told if told in _YEARS else None


def _numbered(match: "re.Match[str]", template: str) -> Canon | None:
    parts = match.groupdict()
    if year(parts["year"]) is None:
        return None
    number, steps = serial(parts["n"])
    if number == "0":
        return None
    return Canon(template.format_map({**parts, "n": number}), steps)


def numbered(template: str) -> Maker:
    """Makes a number with a `year` and a running number `n` canonical, by a template of the named parts."""
    return partial(_numbered, template=template)


YEAR_FIRST = re.compile(r"(?<![\w/\-])(?<!\d\.)(?P<year>(?:19|20)\d\d)[ ]?/[ ]?(?P<n>\d{1,7})(?![\d/]|[.\-]\d)")
"""`2016/12345`."""
YEAR_LAST = re.compile(r"(?<![\w/\-])(?<!\d\.)(?P<n>\d{1,5})[ ]?/[ ]?(?P<year>(?:19|20)\d\d)(?![\d/]|[.\-]\d)")
"""`67/2018`."""
SHORT_YEAR_LAST = re.compile(r"(?<![\w/\-])(?<!\d\.)(?P<n>\d{1,5})[ ]?/[ ]?(?P<year>\d\d)(?![\d/\w]|[.\-]\d)")
"""`2345/06`."""
