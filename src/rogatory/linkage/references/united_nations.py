"""Numbers of the United Nations: communications to treaty bodies, opinions on detention, letters of mandate holders."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import (
    YEAR_LAST,
    Alone,
    Canon,
    Form,
    Letters,
    before,
    loosely,
    number,
    numbered,
    serial,
    year,
)
from rogatory.linkage.references.model import Scheme, Sort

COMMUNICATION = Scheme(
    "un.communication",
    "United Nations treaty bodies",
    "number of the communication",
    "",
    Sort.COMMUNICATION,
    whole=False,
    source=Source((Cite("United Nations, Harmonized symbol numbers for human rights treaty documentation"),)),
    check=Check.PARTLY,
    note="The signs of the committees were read; each committee counts its communications for itself.",
)
OPINION = Scheme(
    "un.wgad",
    "United Nations Working Group on Arbitrary Detention",
    "number of the opinion",
    "",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("Working Group on Arbitrary Detention, Opinion 67/2018", ref="A/HRC/WGAD/2018/67"),)),
    check=Check.PARTLY,
    note="Opinion 67/2018 is cited so in the founding case.",
)
LETTER = Scheme(
    "un.letter",
    "United Nations special procedures",
    "case number of the letter",
    "",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("OHCHR, public database of communications of special procedures"),)),
    check=Check.GENERAL,
    note="Kind of letter, state, running number, year. Taken to be counted by state and year over all kinds.",
)
_COMMITTEES = ("CCPR", "CAT", "CEDAW", "CRPD", "CRC", "CERD", "CED", "CMW", "CESCR")
_NAMED = (
    (
        "CCPR",
        re.compile(
            r"human rights committee|\bccpr\b|\bhrc\b|комитет[а-я]{0,2} по правам человека|comité des droits de l'homme"
        ),
    ),
    ("CAT", re.compile(r"committee against torture|\bcat\b|комитет[а-я]{0,2} против пыток|comité contre la torture")),
    ("CEDAW", re.compile(r"\bcedaw\b|discrimination against women")),
    ("CED", re.compile(r"\bced\b|enforced disappearances")),
)


def committee(small: str) -> str:
    """The committee a text names, by its sign; empty: none, or more than one."""
    found = [sign for sign, words in _NAMED if words.search(small)]
    return found[0] if len(found) == 1 else ""


def _symbol(match: re.Match[str]) -> Canon | None:
    if year(match["year"]) is None:
        return None
    number, steps = serial(match["n"])
    sign = match["committee"].upper().replace("E/C.12", "CESCR")
    return Canon(f"{number}/{match['year']}", (*steps, f"number taken from the symbol of {sign}"), office=sign)


def _opinion_symbol(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    return Canon(f"{number}/{match['year']}", (*steps, "number taken from the symbol"))


def _letter(match: re.Match[str]) -> Canon | None:
    if year(match["year"]) is None:
        return None
    number, steps = serial(match["n"])
    return Canon(f"{match['state'].upper()} {number}/{match['year']}", (*steps, "kind of letter left out"))


FORMS = (
    Form(
        COMMUNICATION,
        re.compile(
            rf"(?<![\w.\-/])(?P<committee>{'|'.join(_COMMITTEES)}|E/C\.12)/(?:C/)?(?:\d{{1,3}}/)?D/(?P<n>\d{{1,5}})/"
            r"(?P<year>(?:19|20)\d\d)(?!\w|[.\-]\d)",
            re.IGNORECASE,
        ),
        _symbol,
        letters=Letters.LATIN,
        sign="/",
    ),
    Form(
        COMMUNICATION,
        YEAR_LAST,
        numbered("{n}/{year}"),
        before=before("comm|communications?|communication individuelle|сообщени[а-я]{1,2}"),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        OPINION,
        number(r"A/HRC/WGAD/(?P<year>20\d\d)/(?P<n>\d{1,3})"),
        _opinion_symbol,
        letters=Letters.LATIN,
        sign="/",
    ),
    Form(
        OPINION,
        YEAR_LAST,
        numbered("{n}/{year}"),
        before=loosely("opinions?|avis|wgad|advies|мнени[а-я]{1,2}|görüş", gap=10),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        OPINION,
        number(r"(?P<n>\d{1,3})[ ]of[ ](?P<year>20\d\d)"),
        numbered("{n}/{year}"),
        before=before("opinions?"),
        alone=Alone.NEVER,
    ),
    Form(
        LETTER,
        re.compile(r"(?<!\w)(?P<state>[A-Z]{3})[ ]{1,2}(?P<n>\d{1,3})/(?P<year>20\d\d)(?![\w/]|[.\-]\d)"),
        _letter,
        alone=Alone.OPEN,
        letters=Letters.LATIN,
        sign="/",
    ),
    Form(
        LETTER,
        number(r"(?:AL|UA|OL|JAL|JUA|JOL|OTH)[ ]{1,2}(?P<state>[A-Z]{3})[ ]{1,2}(?P<n>\d{1,3})/(?P<year>20\d\d)"),
        _letter,
        letters=Letters.LATIN,
        sign="/",
    ),
)
