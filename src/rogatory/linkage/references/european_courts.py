"""Numbers of European courts: the European Court of Human Rights, the Court of Justice of the Union, and the ECLI."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import SHORT_YEAR_LAST, Alone, Canon, Form, Letters, number, numbered, serial
from rogatory.linkage.references.model import Scheme, Sort

APPLICATION = Scheme(
    "coe.application",
    "European Court of Human Rights",
    "application number",
    "",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("European Court of Human Rights, HUDOC"),)),
    check=Check.PARTLY,
    note="Cited so in every judgment this system rests on.",
)
UNION = Scheme(
    "eu.case",
    "Court of Justice of the European Union",
    "case number",
    "",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("Court of Justice of the European Union, method of citing its case law"),)),
    check=Check.PARTLY,
    note="Cited so in every judgment this system rests on; the letters after the number are the kind of procedure.",
)
ECLI = Scheme(
    "ecli",
    "Courts, by the European Case Law Identifier",
    "ECLI",
    "",
    Sort.JUDGMENT,
    whole=True,
    source=Source((Cite("Council conclusions on the European Case Law Identifier", "annex", "2011/C 127/01"),)),
    check=Check.GENERAL,
    note="Country, court, year, up to twenty-five letters, figures and dots.",
)
_LISTED = r"(?:\d{1,5}/\d\d(?:[ ]?,[ ]?|[ ](?:and|et|en|и|ve|&)[ ])){0,9}"
_APPLICATION = re.compile(
    r"(?<!\w)(?:applications?|appl|requêtes?|verzoekschriften|жалоб[а-я]{0,2}|заяв[а-я]{1,2}|başvuru|echr|ecthr|hudoc|cedh|еспч)"
    rf"[^\d;]{{0,25}}{_LISTED}\Z"
)
_NUMBERED = re.compile(rf"(?<!\w)(?:v\.|c\.|против|gegen|t\.)[^\d;]{{2,45}}(?:nos?\.?|n[°º]|№)[ ]?{_LISTED}\Z")


def _union(match: re.Match[str]) -> Canon | None:
    number, steps = serial(match["n"])
    if number == "0":
        return None
    more = ("letters of the procedure left out",) if match["kind"] else ()
    return Canon(f"{match['court'].upper()}-{number}/{match['year']}", steps + more)


def _ecli(match: re.Match[str]) -> Canon:
    text = match.group().upper()
    return Canon(text, ("written in capitals",) if text != match.group() else ())


def _application_of_ecli(match: re.Match[str]) -> Canon:
    number, _ = serial(match["n"])
    return Canon(f"{number}/{match['year']}", ("number taken from the ECLI",))


FORMS = (
    Form(
        APPLICATION,
        SHORT_YEAR_LAST,
        numbered("{n}/{year}"),
        before=_APPLICATION,
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        APPLICATION,
        SHORT_YEAR_LAST,
        numbered("{n}/{year}"),
        before=_NUMBERED,
        alone=Alone.NEVER,
        sign="/",
    ),
    Form(
        UNION,
        number(r"(?P<court>[CTF])[ ]?-[ ]?(?P<n>\d{1,4})/(?P<year>\d\d)(?P<kind>[ ](?:PPU|RENV|RX|P|R)){0,3}"),
        _union,
        letters=Letters.LATIN,
        sign="-",
    ),
    Form(
        ECLI,
        re.compile(
            r"(?<![\w:])ECLI:[A-Z]{2}:[A-Z][A-Z0-9.]{0,6}:(?:17|18|19|20)\d\d:[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?(?![\w:])",
            re.IGNORECASE,
        ),
        _ecli,
        letters=Letters.LATIN,
        sign=":",
    ),
    Form(
        APPLICATION,
        re.compile(r"(?<![\w:])ECLI:CE:ECHR:\d{4}:\d{4}(?:JUD|DEC|REP)(?P<n>\d{7})(?P<year>\d\d)(?!\w)", re.IGNORECASE),
        _application_of_ecli,
        beside=True,
        letters=Letters.LATIN,
        sign=":",
    ),
)
