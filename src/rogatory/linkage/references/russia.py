"""Numbers of Russia: criminal cases since 2017 and before, and the courts."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import Alone, Canon, Form, Letters, loosely, number, serial, year
from rogatory.linkage.references.model import Scheme, Sort

CASE = Scheme(
    "ru.case",
    "Russia, investigating authorities",
    "number of the criminal case",
    "RU",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Order of the Prosecutor General of Russia of 28 December 2016", ref="No. 824"),)),
    check=Check.PARTLY,
    note="Read in an official summary: seventeen figures since 1 February 2017, the kind (1), the year (2), region and "
    "body (8 together), the running number (6).",
)
OLD = Scheme(
    "ru.case.old",
    "Russia, investigating authorities before 2017",
    "number of the criminal case",
    "RU",
    Sort.CASE,
    whole=False,
    source=Source((Cite("Practice of the investigating authorities of Russia"),)),
    check=Check.GENERAL,
    note="Every region and body numbered for itself: `201/837072-16`, `18/41-03`, or five to twelve figures.",
)
COURT = Scheme(
    "ru.court",
    "Russia, courts",
    "number of the case in court",
    "RU",
    Sort.CASE,
    whole=False,
    source=Source((Cite("Instruction on clerical work in district courts of Russia of 29 April 2003", ref="No. 36"),)),
    check=Check.GENERAL,
    note="Index of the kind, running number, year; every court numbers for itself.",
)
UNIQUE = Scheme(
    "ru.court.uid",
    "Russia, courts",
    "unique identifier of the court case",
    "RU",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Judicial Department at the Supreme Court of Russia, unique identifiers of cases"),)),
    check=Check.PARTLY,
    note="Read in public programs that fetch cases from the courts' sites: court, kind, year, number, check.",
)
SUPREME = Scheme(
    "ru.supreme",
    "Russia, Supreme Court",
    "number of the case in the Supreme Court",
    "RU",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Supreme Court of Russia, cards of cases"),)),
    check=Check.PARTLY,
    note="Read in public programs that fetch such cards: region, letters of the kind with the year, number, and since "
    "2019 the cassation court.",
)


def _case(match: re.Match[str]) -> Canon | None:
    figures = match.group().replace(".", "")
    opened = year(figures[1:3])
    if opened is None or opened < 2016 or int(figures[-6:]) == 0:  # noqa: PLR2004 - cases carried over in 2017
        return None
    return Canon(figures, ("dots left out",) if figures != match.group() else ())


def _old(match: re.Match[str]) -> Canon:
    return Canon(match.group())


def court_number(match: re.Match[str]) -> Canon | None:
    """Make a number of the form `COURT_NUMBER` canonical."""
    number, steps = serial(match["n"])
    kind, more = serial(match["kind"].lower())
    opened = year(match["year"])
    if opened is None or number == "0":
        return None
    if len(match["year"]) == 2:  # noqa: PLR2004 - a year of two figures
        more += ("year written with four figures",)
    return Canon(f"{kind}-{number}/{opened}", steps or more)


def _supreme(match: re.Match[str]) -> Canon:
    return Canon(match.group().upper())


def _unique(match: re.Match[str]) -> Canon:
    return Canon(match.group().upper())


CASE_WORDS = loosely("уголовн[а-я]{2,3} дел[а-я]{0,2}|у/д|criminal case", gap=12)
"""Words every state with Russian as a language of investigations uses."""
COURT_NUMBER = number(r"(?P<kind>\d{1,2}(?:/\d{1,2})?[а-я]{0,3})-(?P<n>\d{1,6})/(?P<year>(?:19|20)\d\d|\d\d)")
"""`1-123/2019`: kind, running number, year; so number the courts of several states."""

FORMS = (
    Form(
        CASE,
        re.compile(r"(?<![\d.\-/])(?:[1-9]\d{16}|[1-9]\.\d\d\.\d{4}\.\d{4}\.\d{6})(?!\d|[.\-]\d)"),
        _case,
        before=CASE_WORDS,
        own_words=False,
    ),
    Form(
        OLD,
        number(r"\d{1,3}/\d{1,6}-\d\d"),
        _old,
        alone=Alone.STATE,
        sign="/",
    ),
    Form(
        OLD,
        number(r"\d{5,12}"),
        _old,
        before=CASE_WORDS,
        alone=Alone.NEVER,
        own_words=False,
    ),
    Form(
        COURT,
        COURT_NUMBER,
        court_number,
        letters=Letters.CYRILLIC,
        sign="/",
    ),
    Form(
        SUPREME,
        number(r"\d{1,3}-[А-Я]{2,4}\d\d-\d{1,5}(?:-[А-Я]\d{1,2})?"),
        _supreme,
        letters=Letters.CYRILLIC,
        sign="-",
    ),
    Form(
        UNIQUE,
        number(r"\d\d[A-Z]{2}\d{4}-\d\d-\d{4}-\d{6}-\d\d"),
        _unique,
        letters=Letters.LATIN,
        sign="-",
    ),
)
