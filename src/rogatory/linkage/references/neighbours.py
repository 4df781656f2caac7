"""Numbers of Belarus, Ukraine and Kyrgyzstan, in which criminal cases are numbered much as in Russia or Kazakhstan."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import Alone, Canon, Form, Letters, before, loosely, number, serial, year
from rogatory.linkage.references.model import Scheme, Sort
from rogatory.linkage.references.russia import CASE_WORDS, COURT_NUMBER, court_number

BELARUS = Scheme(
    "by.case",
    "Belarus, investigating authorities",
    "number of the criminal case",
    "BY",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Practice of the Investigative Committee of Belarus"),)),
    check=Check.GENERAL,
    note="Eleven figures, the year first.",
)
BELARUS_COURT = Scheme(
    "by.court",
    "Belarus, courts",
    "number of the case in court",
    "BY",
    Sort.CASE,
    whole=False,
    source=Source((Cite("Practice of the courts of Belarus"),)),
    check=Check.GENERAL,
)
UKRAINE = Scheme(
    "ua.erdr",
    "Ukraine, Unified Register of Pre-Trial Investigations",
    "ERDR number",
    "UA",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Order of the Prosecutor General of Ukraine of 6 April 2016", ref="No. 139"),)),
    check=Check.PARTLY,
    note="Of the order the articles on what is entered were read, not the one on the number. Seventeen figures are "
    "read in public programs and in a published ruling of 2019: body, year, unit (6), number (6).",
)
UKRAINE_COURT = Scheme(
    "ua.court",
    "Ukraine, courts",
    "unique number of the case in court",
    "UA",
    Sort.CASE,
    whole=True,
    source=Source((Cite("State Judicial Administration of Ukraine, Unified State Register of Court Decisions"),)),
    check=Check.PARTLY,
    note="Read in a published ruling of 2019: code of the court, running number, year. The letter of the branch that "
    "may follow is left out, taken to be no part of the count.",
)
KYRGYZSTAN = Scheme(
    "kg.register",
    "Kyrgyzstan, Unified Register of Crimes",
    "number in the register (ERPP)",
    "KG",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Resolution of the Government of Kyrgyzstan of 21 December 2018", ref="No. 602"),)),
    check=Check.GENERAL,
    note="Of the resolution only the first articles were read; the form is from general knowledge.",
)
_NEW_CODE = 2012
"""The register of Ukraine opened with the code of criminal procedure of 2012."""


def _belarus(match: re.Match[str]) -> Canon | None:
    return Canon(match.group()) if (year(match.group()[:2]) or 0) >= 1991 else None  # noqa: PLR2004 - independence


def _ukraine(match: re.Match[str]) -> Canon | None:
    figures = match.group()
    opened = year(figures[1:5])
    return Canon(figures) if opened and opened >= _NEW_CODE and int(figures[-6:]) else None


def _ukraine_court(match: re.Match[str]) -> Canon | None:
    number, steps = serial(match["n"])
    court, more = serial(match["court"])
    if match.groupdict().get("branch"):
        more += ("letter of the branch left out",)
    return Canon(f"{court}/{number}/{match['year']}", steps + more)


def _kyrgyzstan(match: re.Match[str]) -> Canon | None:
    return Canon(match.group()) if year(match["year"]) else None


FORMS = (
    Form(
        BELARUS,
        re.compile(r"(?<![\d.\-/])\d{11}(?!\d|[.\-/]\d)"),
        _belarus,
        before=CASE_WORDS,
        alone=Alone.STATE,
        own_words=False,
    ),
    Form(BELARUS_COURT, COURT_NUMBER, court_number, letters=Letters.CYRILLIC, sign="/"),
    Form(
        UKRAINE,
        re.compile(r"(?<![\d.\-/])[1-9]20\d{14}(?!\d|[.\-/]\d)"),
        _ukraine,
        before=loosely(
            r"кримінальн[а-яі]{1,3} (?:провадженн|справ)[а-яі]{0,2}|єрдр|"
            r"уголовн[а-я]{2,3} (?:дел|производств)[а-я]{0,2}|criminal case|criminal proceedings?",
            gap=25,
        ),
        own_words=False,
    ),
    Form(
        UKRAINE_COURT,
        number(r"(?P<court>\d{3,4})/(?P<n>\d{1,6})/(?P<year>\d\d)-(?P<branch>[а-яі]{1,2})"),
        _ukraine_court,
        letters=Letters.CYRILLIC,
        sign="/",
    ),
    Form(
        UKRAINE_COURT,
        number(r"(?P<court>\d{3,4})/(?P<n>\d{1,6})/(?P<year>\d\d)"),
        _ukraine_court,
        before=before("справ[аиу]|дел[оау]|case"),
        alone=Alone.STATE,
        own_words=False,
        sign="/",
    ),
    Form(
        KYRGYZSTAN,
        number(r"\d\d-\d{3}-(?P<year>20\d\d)-\d{6}"),
        _kyrgyzstan,
        before=loosely("ерпп|erpp|ерп|кылмыш"),
        sign="-",
    ),
)
