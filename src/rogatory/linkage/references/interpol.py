"""Numbers of INTERPOL: files, notices and the Commission for the Control of INTERPOL's Files."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import (
    YEAR_FIRST,
    Alone,
    Canon,
    Form,
    Letters,
    loosely,
    number,
    numbered,
    serial,
    year,
)
from rogatory.linkage.references.model import Scheme, Sort

FILE = Scheme(
    "interpol.file",
    "INTERPOL, General Secretariat",
    "file number",
    "",
    Sort.NOTICE,
    whole=True,
    source=Source((Cite("INTERPOL, public list of notices, field entity_id"),)),
    check=Check.PARTLY,
    note="The field is read by public programs; that it is year and running number is known from cases.",
)
NOTICE = Scheme(
    "interpol.notice",
    "INTERPOL, General Secretariat",
    "control number of the notice",
    "",
    Sort.NOTICE,
    whole=True,
    source=Source((Cite("INTERPOL, notices and diffusions"),)),
    check=Check.GENERAL,
    note="Letter, running number, month and year.",
)
CCF = Scheme(
    "interpol.ccf",
    "Commission for the Control of INTERPOL's Files",
    "reference of the Commission",
    "",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("Commission for the Control of INTERPOL's Files, decision excerpts", "heading `Ref. CCF/…`"),)),
    check=Check.PARTLY,
    note="That references begin with CCF and have parts divided by strokes was read in published excerpts, in which "
    "the figures are blacked out.",
)


def _notice(match: re.Match[str]) -> Canon | None:
    month = int(match["month"])
    if not 1 <= month <= 12 or year(match["year"]) is None:  # noqa: PLR2004 - months of a year
        return None
    number, steps = serial(match["n"])
    return Canon(f"{match['letter'].upper()}-{number}/{month}-{match['year']}", steps)


def _ccf(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    parts = [p for p in (match["session"], f"R{number}") if p]
    end = f".{match['year'][-2:]}" if match["year"] else ""
    return Canon("CCF/" + "/".join(parts) + end, steps)


FORMS = (
    Form(
        FILE,
        YEAR_FIRST,
        numbered("{year}/{n}"),
        before=loosely("interpol|ipsg|icpo|notice|diffusion|интерпол[а-я]{0,2}|уведомлени[а-я]{1,2}", gap=30),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        FILE,
        number(r"(?P<year>20\d\d)-(?P<n>\d{2,6})"),
        numbered("{year}/{n}"),
        before=loosely("interpol|ipsg|icpo|интерпол[а-я]{0,2}", gap=30),
        alone=Alone.NEVER,
        sign="-",
    ),
    Form(
        NOTICE,
        number(r"(?P<letter>[A-Z])[ ]?-[ ]?(?P<n>\d{1,6})[ ]?/[ ]?(?P<month>\d{1,2})[ ]?-[ ]?(?P<year>(?:19|20)\d\d)"),
        _notice,
        letters=Letters.LATIN,
        sign="-",
    ),
    Form(
        CCF,
        number(
            r"CCF[ ]?/[ ]?(?:(?P<session>\d{1,3})[ ]?/[ ]?)?R[ /.]?(?P<n>\d{1,6})"
            r"(?:[./](?P<year>(?:20)?\d\d))?"
        ),
        _ccf,
        letters=Letters.LATIN,
        sign="/",
    ),
)
