"""Numbers of Kazakhstan: the Unified Register of Pre-Trial Investigations (ERDR, ЕРДР, СДТБТ) and the courts."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import Alone, Canon, Form, Letters, before, loosely, number, serial, year
from rogatory.linkage.references.model import Scheme, Sort
from rogatory.linkage.references.russia import COURT_NUMBER, court_number

ERDR = Scheme(
    "kz.erdr",
    "Kazakhstan, Unified Register of Pre-Trial Investigations",
    "ERDR number",
    "KZ",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Order of the Prosecutor General of Kazakhstan of 19 September 2014", ref="No. 89"),)),
    check=Check.PARTLY,
    note="Of the order title and dates were read; that a number has fifteen figures in public programs of those who "
    "work with it. The year first is known from cases; what the other figures stand for is not relied on.",
)
OLD = Scheme(
    "kz.case",
    "Kazakhstan, investigating authorities before 2015",
    "number of the criminal case",
    "KZ",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Instruction of the Prosecutor General of Kazakhstan of 18 November 2011", ref="No. 122"),)),
    check=Check.GENERAL,
    note="Fourteen figures, the year first, from general knowledge.",
)
COURT = Scheme(
    "kz.court",
    "Kazakhstan, courts",
    "number of the case in court",
    "KZ",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Electronic registers of the courts of Kazakhstan"),)),
    check=Check.GENERAL,
    note="Code of the court, year, two figures, kind and running number, from general knowledge.",
)
OLD_COURT = Scheme(
    "kz.court.old",
    "Kazakhstan, courts before electronic registers",
    "number of the case in court",
    "KZ",
    Sort.CASE,
    whole=False,
    source=Source((Cite("Practice of the courts of Kazakhstan"),)),
    check=Check.GENERAL,
)
_FIRST_YEAR = 14
"""The register opened with the code of criminal procedure of 2014."""


def _erdr(match: re.Match[str]) -> Canon | None:
    figures = re.sub(r"\D", "", match.group())
    if int(figures[:2]) < _FIRST_YEAR or int(figures[-6:]) == 0:
        return None
    return Canon(figures, ("blanks and dashes left out",) if figures != match.group() else ())


def _old(match: re.Match[str]) -> Canon | None:
    opened = year(match.group()[:2])
    return Canon(match.group()) if opened and 1991 <= opened <= 2014 else None  # noqa: PLR2004 - until the ERDR


def _court(match: re.Match[str]) -> Canon | None:
    number, steps = serial(match["n"])
    return Canon(f"{match['court']}-{match['year']}-{match['part']}-{match['kind'].lower()}/{number}", steps)


FORMS = (
    Form(
        ERDR,
        re.compile(r"(?<![\d.\-/])(?:\d{15}|\d\d([ .\-])\d{4}\1?\d\d\1?\d\1?\d{6})(?![\d]|[.\-]\d)"),
        _erdr,
        before=loosely("ердр|erdr|сдтбт|sdtbt|unified register|досудебн|сотқа дейінгі|pre-?trial"),
    ),
    Form(
        OLD,
        re.compile(r"(?<![\d.\-/])\d{14}(?![\d]|[.\-]\d)"),
        _old,
        alone=Alone.STATE,
    ),
    Form(
        COURT,
        number(r"(?P<court>\d{4})-(?P<year>\d\d)-(?P<part>\d\d)-(?P<kind>\d{1,2}[а-яa-z]{0,4})/(?P<n>\d{1,6})"),
        _court,
        before=before("дел|іс|case"),
        letters=Letters.CYRILLIC,
        sign="/",
    ),
    Form(OLD_COURT, COURT_NUMBER, court_number, letters=Letters.CYRILLIC, sign="/"),
)
