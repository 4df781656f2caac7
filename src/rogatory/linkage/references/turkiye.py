"""Numbers of Türkiye: investigations, cases and decisions of courts, and the individual application.

All are a year and a running number, so that only the words beside them tell one from the other, and only the office
tells one 2016/12345 from another.
"""

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import YEAR_FIRST, Alone, Form, after, before, numbered
from rogatory.linkage.references.model import Scheme, Sort

_REGULATION = Source(
    (
        Cite(
            "Regulation on administration and clerical services of regional courts of justice, courts of first "
            "instance and chief public prosecutors' offices, Official Gazette of 6 August 2015",
            ref="29437",
        ),
    )
)
_NOTE = (
    "Of the regulation title and first articles were read; the form and its words were read in a published decision of "
    "the Court of Cassation of 2020, which cites numbers of each kind."
)


def _scheme(ident: str, authority: str, name: str) -> Scheme:
    return Scheme(
        ident, authority, name, "TR", Sort.CASE, whole=False, source=_REGULATION, check=Check.PARTLY, note=_NOTE
    )


INVESTIGATION = _scheme("tr.investigation", "Türkiye, chief public prosecutors", "investigation number (soruşturma no)")
CASE = _scheme("tr.case", "Türkiye, courts and prosecutors", "case number (esas no)")
DECISION = _scheme("tr.decision", "Türkiye, courts and prosecutors", "decision number (karar no)")
OTHER = _scheme("tr.other", "Türkiye, criminal judgeships of peace and courts", "number of other business (değişik iş)")
APPLICATION = Scheme(
    "tr.application",
    "Türkiye, Constitutional Court",
    "number of the individual application",
    "TR",
    Sort.COMMUNICATION,
    whole=True,
    source=Source((Cite("Rules of Court of the Constitutional Court of Türkiye"),)),
    check=Check.GENERAL,
)
_TEXT = "{year}/{n}"

FORMS = (
    Form(
        INVESTIGATION,
        YEAR_FIRST,
        numbered(_TEXT),
        before=before(
            "soruşturma|sorusturma|sor|investigation|investigation file|investigation case|hazırlık|расследовани[ея]"
        ),
        after=after(r"soruşturma\w{0,8}|sorusturma\w{0,8}|sor|srş|hazırlık\w{0,8}"),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        CASE,
        YEAR_FIRST,
        numbered(_TEXT),
        before=before("esas|docket|e"),
        after=after(r"esas\w{0,6}|e[.]|e"),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        DECISION,
        YEAR_FIRST,
        numbered(_TEXT),
        before=before("karar|k"),
        after=after(r"karar\w{0,6}|k[.]|k"),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        OTHER,
        YEAR_FIRST,
        numbered(_TEXT),
        before=before(r"değişik iş|d[.] ?iş|degisik is|sorgu"),
        after=after(r"değişik iş\w{0,6}|degisik is|d[. ]{0,2}i[şs]|sorgu"),
        alone=Alone.OPEN,
        sign="/",
    ),
    Form(
        APPLICATION,
        YEAR_FIRST,
        numbered(_TEXT),
        before=before("b|başvuru|bireysel başvuru|individual application"),
        alone=Alone.NEVER,
        sign="/",
    ),
)
