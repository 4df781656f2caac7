"""Articles of criminal codes as they are cited, and whether two citations mean the same article.

A new code renumbers: embezzlement in Kazakhstan is Article 176 of the code of 1997 and Article 189 of that of 2014. So
an article is compared within its code, and from one edition to the other by what it is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rogatory.linkage.offences import CODES, KINDS, USUAL_BITS, Code, Kind
from rogatory.linkage.references.page import Page, page


@dataclass(frozen=True, slots=True)
class Article:
    """An article as cited.

    Attributes:
        code: Identifier of the code.
        edition: Which edition; empty: not said, or there is one only.
        number: The article, without parts: `174.1`.
        part: Its part or paragraph; empty: not said.
        raw: The words as they stand.
        steps: What was taken as said, in words.
    """

    code: str
    edition: str
    number: str
    part: str
    raw: str
    steps: tuple[str, ...] = ()


_NUMBER = r"\d{1,3}(?:[.\-]\d{1,2})?(?!\d)"
_POINT = r"(?:[ ]{0,2}\([ ]?[a-zа-я][ ]?\))?"
_TAIL = (
    rf"(?:[ ]{{0,2}}\([ ]?(?P<p1>\d{{1,2}})[ ]?\){_POINT}|/(?P<p2>\d{{1,2}})(?!\d)"
    r"|[ ]{0,2},?[ ]{0,2}(?:ч(?:\.|аст[а-я]{1,2})|parts?|paragraphs?|paras?\.?|fıkra|al\.?|§)[ ]{0,2}(?P<p3>\d{1,2})"
    r"(?![ ]{0,2}(?:ст\.|стат))(?:[ ]{0,2}(?:п\.|пункт[а-я]{0,2}|тармақ)[ ]{0,2}\d{1,2}\)?)?)?"
)
_MARKS = (
    r"art(?:icles?|ikel(?:en)?|s?\.)?|ст(?:\.[ ]?ст)?(?:\.|ать[а-я]{1,2}|атей)?|статт[а-яі]{1,2}"
    r"|§{1,2}|madde(?:si|ler)?|md\.?"
)
_MARKED = re.compile(rf"(?<![a-zа-яё])(?:{_MARKS})[ \n]{{0,3}}(?P<n>{_NUMBER}){_TAIL}")
_NEXT = re.compile(
    r"[ ]{0,2}(?:,|;|and|и|та|ve|et|en|or|или)[ ]{0,2}(?P<n>\d{2,3}(?:[.\-]\d{1,2})?(?!\d))"
    rf"{_TAIL}(?![ ]?(?:%|years?|лет))"
)
_BEFORE_MARK = re.compile(
    r"(?<![\d.,/\-])(?P<n>\d{1,3})(?:/(?P<p2>\d{1,2}))?[ ]?[.\-']?[ ]{0,2}(?:[ıiuü]?nc[ıiuü][ ]{0,2})?"
    r"(?:madde(?:si|nin|sinin|ye|de)?|ба[пб][а-яқғіңәөұүһ]{0,6})(?![a-zа-я])"
)
_CODED = re.compile(
    r"(?<![a-z])(?:tck|tmk)(?:'?[a-zçğıöşü]{0,4})?[ ]{0,2}(?:md?\.?|madde)?[ ]{0,2}"
    r"(?P<n>\d{1,3}(?!\d))(?:/(?P<p2>\d{1,2}))?"
)
_HAN = re.compile(
    r"第(?P<n>[一二三四五六七八九十百零〇\d]{1,8})条(?:之(?P<sub>[一二三四五六七八九十]))?(?:第?(?P<p1>[一二三四五六七八九十\d]{1,3})款)?"
)
_PART_BEFORE = re.compile(r"(?<![а-яё])ч(?:\.|аст[а-яі]{1,3})[ ]{0,2}(?P<part>\d{1,2})[ ]{0,2}\Z")
_HOW_MANY = 12
_HAN_FIGURES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}

_OTHER_LAW = (
    r"упк|қпк|кпк|коап|процессуальн|procedure|ccp|cpc|cmk|诉讼法|constitution|конституци|convention|конвенци|covenant|echr|cedh|iccpr|"
    r"directive|regulation|tfeu|pact|treaty|договор|гражданск|civil code|medeni"
)
_SOME_CODE = "some"
"""A criminal code of which state is not said."""
_CODE_WORDS = r"(?:criminal|penal) code|code pénal|strafwetboek|cc(?![a-z])|ук(?![а-я])|уголовн[а-я]{2,3} кодекс"
_CODES = (
    (_SOME_CODE, re.compile(rf"(?<![a-zа-яёіқ\d])(?:{_CODE_WORDS})")),
    ("", re.compile(rf"(?<![a-zа-яёіқ\d])(?:{_OTHER_LAW})")),
    *((code.id, re.compile(rf"(?<![a-zа-яёіқ\d])(?:{code.words})")) for code in CODES),
)
_BY_ID = {code.id: code for code in CODES}
_BY_STATE = {code.state: code for code in reversed(CODES)}
_AHEAD, _BACK = 120, 30


@lru_cache(maxsize=4096)
def articles(text: str, state: str = "", opened: int | None = None) -> tuple[Article, ...]:
    """Every article of a criminal code a text cites.

    Articles of other laws (procedure, constitutions, treaties) are left out. One that names no code is taken for the
    criminal code of the state.

    Args:
        text: Any text.
        state: Code of the state whose law it is; empty: not known.
        opened: Year the proceedings were opened; before the later edition of the code it tells which one is meant.

    >>> [(a.code, a.edition, a.number, a.part) for a in articles("п. «б» ч. 4 ст. 176 УК РК 1997 г.")]
    [('KZ.CC', '1997', '176', '4')]
    """
    on = page(text)
    found = [a for m, part in _cited(on) if (a := _article(on, m, part, state, opened)) is not None]
    return tuple({(a.code, a.edition, a.number, a.part): a for a in reversed(found)}.values())[::-1]


def _cited(on: Page) -> Iterator[tuple["re.Match[str]", str]]:
    small = on.small
    for match in _MARKED.finditer(small):
        ahead = _PART_BEFORE.search(small[max(0, match.start() - _BACK) : match.start()])
        yield match, _part(match) or (ahead["part"] if ahead else "")
        yield from _listed(small, match.end())
    for match in _CODED.finditer(small):
        yield match, _part(match)
        yield from _listed(small, match.end())
    for look in (_BEFORE_MARK, _HAN):
        for match in look.finditer(small):
            yield match, _part(match)


def _listed(small: str, end: int) -> Iterator[tuple["re.Match[str]", str]]:
    """Further articles of a list: `, 193 and 235`."""
    for _ in range(_HOW_MANY):
        following = _NEXT.match(small, end)
        if following is None:
            return
        yield following, _part(following)
        end = following.end()


def _part(match: "re.Match[str]") -> str:
    parts = match.groupdict()
    told = next((p for name in ("p1", "p2", "p3") if (p := parts.get(name))), "")
    return told if told.isdecimal() or not told else str(_han(told))


def _article(on: Page, match: "re.Match[str]", part: str, state: str, opened: int | None) -> Article | None:
    number = match["n"]
    if not re.fullmatch(r"[\d.\-]+", number):
        number = str(_han(number))
    if sub := match.groupdict().get("sub"):
        number = f"{number}-{_han(sub)}"
    around = on.small[match.start() : match.end() + _AHEAD]
    code, place = _code(around, on.small[max(0, match.start() - _BACK) : match.start()])
    steps: tuple[str, ...] = ()
    if code is None:
        code = _BY_STATE[state].id if state in _BY_STATE else ""
        steps = (f"no code named: taken for the {_BY_ID[code].name}",) if code else ()
    if not code or number == "0":
        return None
    edition, said = _edition(_BY_ID[code], around[place : place + _AHEAD], opened)
    return Article(code, edition, number, part, on.was(match.start(), match.end())[1].strip(" ,;\n"), steps + said)


def _code(around: str, ahead: str) -> tuple[str | None, int]:
    """The code named first behind, or last ahead; None: none is. With the place in `around` where it ends."""
    behind = [(m.start(), -m.end(), code) for code, look in _CODES if (m := look.search(around))]
    if behind:
        _, end, code = min(behind)
        return (None if code is _SOME_CODE else code), -end
    before = [(m.end(), code) for code, look in _CODES for m in look.finditer(ahead)]
    return (max(before)[1] if before else None), 0


def _edition(code: Code, behind: str, opened: int | None) -> tuple[str, tuple[str, ...]]:
    if not code.editions:
        return "", ()
    for edition in code.editions:
        if re.search(rf"(?<!\d){edition}(?!\d)", behind):
            return edition, ()
    if opened is not None and code.turned is not None and opened < code.turned:
        return code.editions[0], (f"edition of {code.editions[0]} taken, from the year {opened}",)
    # A later case may still apply the earlier edition to earlier facts, so its year tells nothing.
    return "", ()


def _han(told: str) -> int:
    if told.isdecimal():
        return int(told)
    total, last = 0, 0
    for char in told:
        if char in "十百":
            total += (last or 1) * (10 if char == "十" else 100)
            last = 0
        else:
            last = _HAN_FIGURES.get(char, int(char) if char.isdecimal() else 0)
    return total + last


@dataclass(frozen=True, slots=True)
class Shared:
    """Two citations that mean the same article.

    Attributes:
        left: The one.
        right: The other.
        bits: What it is worth.
        step: How the one answers to the other, where the numbers differ; empty: they do not.
    """

    left: Article
    right: Article
    bits: float
    step: str = ""


@cache
def _rows(code: str, number: str) -> tuple[tuple[Kind, str, float], ...]:
    return tuple((k, e, bits) for k in KINDS for c, e, n, bits in k.articles if (c, n) == (code, number))


def shared(left: Article, right: Article) -> Shared | None:
    """Whether two citations mean the same article; None: they do not. Symmetric but for the order of the two."""
    if left.code != right.code:
        return None
    editions = {left.edition, right.edition}
    if left.number == right.number and (len(editions) == 1 or "" in editions):
        known = [bits for _, e, bits in _rows(left.code, left.number) if not editions - {"", e} or not e]
        return Shared(left, right, min(known, default=USUAL_BITS))
    for kind, one, bits in _rows(left.code, left.number):
        for other, edition, same in _rows(right.code, right.number):
            fits = left.edition in ("", one) and right.edition in ("", edition)
            if kind is other and one != edition and fits:
                assumed = "" in editions
                step = f"Art. {left.number} of {one} is Art. {right.number} of {edition}: {kind.id}"
                return Shared(
                    left, right, min(bits, same) * (0.5 if assumed else 1), step + (", if so read" if assumed else "")
                )
    return None
