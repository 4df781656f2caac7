"""Numbers of the courts of China: `(2019)京01刑终123号`."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import Canon, Form, serial
from rogatory.linkage.references.model import Scheme, Sort

COURT = Scheme(
    "cn.court",
    "China, people's courts",
    "case number (案号)",
    "CN",
    Sort.CASE,
    whole=True,
    source=Source(
        (
            Cite(
                "Supreme People's Court of China, Provisions on the case numbers of the people's courts (案号规定)",
                "Art. 1-3, 7-10",
                "2015",
            ),
        )
    ),
    check=Check.PARTLY,
    note="Articles 1 to 3 and 6 to 13 were read: year in brackets, sign of the court, up to three characters of the "
    "kind, running number. The table of the courts' signs was not.",
)
OLD = Scheme(
    "cn.court.old",
    "China, people's courts before 2016",
    "case number (案号)",
    "CN",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Practice of the people's courts of China before 2016"),)),
    check=Check.GENERAL,
    note="Year, sign of the court and the kind in characters, 字第, running number.",
)
_AFTER_SUFFIX = "suffix 之 left out: a further ruling in the same case"


def _court(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    more = (_AFTER_SUFFIX,) if match["suffix"] else ()
    return Canon(f"({match['year']}){match['court']}{match['kind']}{number}号", steps + more)


def _old(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    more = (_AFTER_SUFFIX,) if match["suffix"] else ()
    return Canon(f"({match['year']}){match['court']}字第{number}号", steps + more)


_SUFFIX = r"(?P<suffix>之[一二三四五六七八九十\d]{1,2})?"
FORMS = (
    Form(
        COURT,
        re.compile(
            r"\((?P<year>(?:19|20)\d\d)\)\s?(?P<court>最高法|[\u4e00-\u9fff]{1,2}\d{0,4})\s?(?P<kind>[\u4e00-\u9fff]{1,3})"
            r"\s?(?P<n>\d{1,8})\s?号" + _SUFFIX
        ),
        _court,
        sign="号",
    ),
    Form(
        OLD,
        re.compile(
            r"\((?P<year>(?:19|20)\d\d)\)\s?(?P<court>[\u4e00-\u9fff]{2,12}?)字\s?第?\s?(?P<n>\d{1,8})\s?号" + _SUFFIX
        ),
        _old,
        sign="字",
    ),
)
