"""Numbers of the courts of China: `(2019)京01刑终123号`."""

import re

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.references.forms import Alone, Canon, Form, serial
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
PROCURATORATE = Scheme(
    "cn.procuratorate",
    "China, people's procuratorates",
    "number of the document of the procuratorate",
    "CN",
    Sort.CASE,
    whole=True,
    source=Source((Cite("Practice of the people's procuratorates of China"),)),
    check=Check.GENERAL,
    note="Sign of the procuratorate and the kind in characters, year in brackets, running number.",
)
_AFTER_SUFFIX = "suffix 之 left out: a further ruling in the same case"


def _court(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    more = (_AFTER_SUFFIX,) if match["suffix"] else ()
    return Canon(f"({match['year']}){match['court']}{match['code']}{match['kind']}{number}号", steps + more)


_PLACES = {
    "Jing": "京", "Hu": "沪", "Liao": "辽", "Hei": "黑", "Su": "苏", "Zhe": "浙", "Wan": "皖", "Min": "闽",
    "Lu": "鲁", "E": "鄂", "Xiang": "湘", "Yue": "粤", "Qiong": "琼", "Chuan": "川", "Qian": "黔", "Yun": "云",
    "Zang": "藏", "Shan": "陕", "Qing": "青", "Ning": "宁", "Xin": "新", "Meng": "蒙", "Bing": "兵",
}  # fmt: skip
"""Signs of courts by their reading, where one alone is read so; Jin, Ji, Gan, Gui and Yu are read of two."""
_KINDS = {
    "Xing": "刑", "Chu": "初", "Zhong": "终", "Zai": "再", "Shen": "申", "Jian": "监", "He": "核", "Geng": "更",
}  # fmt: skip


def _romanised(match: re.Match[str]) -> Canon | None:
    number, steps = serial(match["n"])
    court = _PLACES.get(match["court"].capitalize())
    kind = [_KINDS.get(word.capitalize()) for word in match["kind"].split()]
    if court is None or not all(kind):
        return None
    told = f"({match['year']}){court}{match['code']}{''.join(k for k in kind if k)}{number}号"
    return Canon(told, (*steps, f"{match['court']} {match['code']} {match['kind'].strip()} read as characters"))


def _procuratorate(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    return Canon(f"{match['office']}({match['year']}){number}号", steps)


def _old(match: re.Match[str]) -> Canon:
    number, steps = serial(match["n"])
    more = (_AFTER_SUFFIX,) if match["suffix"] else ()
    return Canon(f"({match['year']}){match['court']}字第{number}号", steps + more)


_SUFFIX = r"(?P<suffix>之[一二三四五六七八九十\d]{1,2})?"
FORMS = (
    Form(
        COURT,
        re.compile(
            r"\((?P<year>(?:19|20)\d\d)\)\s?(?P<court>最高法|[\u4e00-\u9fff]{1,2})\s?(?P<code>\d{0,4})\s?(?P<kind>[\u4e00-\u9fff]{1,3})"
            r"\s?(?P<n>\d{1,8})\s?号" + _SUFFIX
        ),
        _court,
        sign="号",
    ),
    Form(
        COURT,
        re.compile(
            r"\((?P<year>(?:19|20)\d\d)\)\s?(?P<court>[a-z]{1,6})\s?(?P<code>\d{1,4})\s?(?P<kind>(?:[a-z]{2,6}\s?){1,3})"
            r"no[. ]{0,2}(?P<n>\d{1,8})(?!\d)",
            re.IGNORECASE,
        ),
        _romanised,
        alone=Alone.OPEN,
        sign="(",
    ),
    Form(
        PROCURATORATE,
        re.compile(
            r"(?P<office>[\u4e00-\u9fff]{1,6}检[\u4e00-\u9fff]{1,10})\((?P<year>(?:19|20)\d\d)\)第?(?P<n>\d{1,8})号"
        ),
        _procuratorate,
        sign="检",
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
