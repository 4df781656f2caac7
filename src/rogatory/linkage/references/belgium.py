"""Numbers of Belgium: notices of prosecutors, the general list, the Constitutional Court, the Court of Cassation."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import (
    YEAR_LAST,
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

NOTICE = Scheme(
    "be.notice",
    "Belgium, public prosecutors",
    "notice number (numéro de notice, notitienummer)",
    "BE",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Board of Prosecutors General of Belgium, circulars on the registering of notices"),)),
    check=Check.GENERAL,
    note="Letters of the district, code of the kind, code of the offence, running number, year. That circulars list "
    "the codes of offences (10A, 11F) was read, the form is from general knowledge.",
)
LIST = Scheme(
    "be.list",
    "Belgium, courts",
    "number on the general list (rôle général, rolnummer)",
    "BE",
    Sort.CASE,
    whole=False,
    source=Source((Cite("Judicial Code of Belgium", "Art. 711-719"),)),
    check=Check.GENERAL,
)
CONSTITUTIONAL = Scheme(
    "be.constitutional",
    "Belgium, Constitutional Court",
    "number of the judgment",
    "BE",
    Sort.JUDGMENT,
    whole=True,
    source=Source((Cite("Constitutional Court of Belgium, numbering of judgments"),)),
    check=Check.PARTLY,
    note="Judgment 1/2022 is cited so in the founding case.",
)
CASSATION = Scheme(
    "be.cassation",
    "Belgium, Court of Cassation",
    "number on the general list of the Court of Cassation",
    "BE",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Court of Cassation of Belgium, numbering of cases"),)),
    check=Check.GENERAL,
    note="Letter of the matter, year, running number, F or N.",
)
_WIDTH = 4


def _notice(match: re.Match[str]) -> Canon | None:
    opened = year(match["year"])
    number, steps = serial(match["n"])
    if opened is None or number == "0":
        return None
    if len(match["year"]) != 2:  # noqa: PLR2004 - a year of two figures
        steps += ("year written with two figures",)
    return Canon(f"{match['parquet']}{match['kind']}.{match['code']}.{number}/{opened % 100:02}".upper(), steps)


def _list(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    return Canon(f"{match['year']}/{match['kind'].upper()}/{number}", steps)


def _cassation(match: re.Match[str]) -> Canon:
    number = match["n"].zfill(_WIDTH)
    steps = ("zero-padded",) if number != match["n"] else ()
    return Canon(f"{match['matter']}.{match['year']}.{number}.{match['language']}".upper(), steps)


FORMS = (
    Form(
        NOTICE,
        number(
            r"(?P<parquet>[A-Z]{2})[ .]?(?P<kind>[A-Z0-9]\d)[ .](?P<code>[A-Z0-9]{2})[ .\-](?P<n>\d{1,7})[/\-]"
            r"(?P<year>(?:20|19)\d\d|\d\d)"
        ),
        _notice,
        before=loosely("notice|notitie|notices", gap=20),
        letters=Letters.LATIN,
    ),
    Form(
        LIST,
        number(r"(?P<year>(?:19|20)\d\d)/?(?P<kind>[A-Z]{2,3})/?(?P<n>\d{1,6})"),
        _list,
        before=loosely(r"rôle(?: général)?|r[.]?g[.]?|rolnummer|a[.]?r[.]?|griffie", gap=15),
        alone=Alone.STATE,
    ),
    Form(
        CONSTITUTIONAL,
        YEAR_LAST,
        numbered("{n}/{year}"),
        before=loosely(
            "cour constitutionnelle|grondwettelijk hof|constitutional court"
            "|verfassungsgerichtshof|cour d'arbitrage|gwh|c[.] ?const|c[.]c[.]"
        ),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        CASSATION,
        number(r"(?P<matter>[CDFGHJPS])\.(?P<year>\d\d)\.(?P<n>\d{1,4})\.(?P<language>[FN])"),
        _cassation,
        letters=Letters.LATIN,
        sign=".",
    ),
)
