"""Days of birth as they are written, read as intervals.

A text may be read in more than one way: `5/3/1968` puts the day first or the month, `1347` is a year of either Hijri
calendar, `01.01.1968` often stands for a day nobody knew. Every way is kept, with its share; none is chosen. What
cannot be read gives no interval, and is told as such where it is compared (`rogatory.linkage.births`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from rogatory.linkage.calendars import Calendar, days_of
from rogatory.linkage.date_words import (
    BETWEEN,
    CIRCA,
    DECADE,
    EARLY,
    LATE,
    MID,
    MONTH_WORDS,
    NOISE,
    OR,
    TO,
    UNKNOWN,
    folded,
    in_one_word,
)
from rogatory.linkage.spans import NOT_TOLD, YEARS, Order, Precision, Span, about, spans_of, years_of

DAY_BEFORE_MONTH = 0.75
"""Share of `5/3/1968` written day before month; the other order is that of the United States, and of some translations
from there."""
LONGEST = 120
"""Characters a day of birth may have; a longer text is not read."""


_WORD = r"(?<![^\W\d_])(?:%s)(?![^\W\d_])"
"""Not beside a letter; digits may touch it."""
_MARKS = tuple(
    (calendar, re.compile(pattern))
    for calendar, pattern in (
        (
            Calendar.SOLAR,
            r"(?<![^\W\d_])ه ?\.? ?ش\.?(?!\w)|(?:سال )?(?:هجری )?(?:شمسی|خورشیدی|جلالی)|(?<!\w)ش\.?(?!\w)|"
            + _WORD % r"a\.?p\.?|s\.?h\.?|a\.?h\.?s\.?|shamsi|jalali|solar hijri|solar|khorshidi|persian",
        ),
        (
            Calendar.ISLAMIC,
            r"(?<![^\W\d_])ه ?\.? ?ق\.?(?!\w)|هجریه? ?(?:قمریه?)?|قمریه?|(?<!\w)ق\.?(?!\w)|(?<![^\W\d_])ه\.?(?!\w)|"
            + _WORD % r"a\.?h\.?|h\.?|hijri|hicri|hegira|hijra|lunar|хиджры|хижра|хижри",
        ),
        (Calendar.BUDDHIST, r"พ\.? ?ศ\.?|" + _WORD % r"b\.?e\.?|buddhist(?: era)?"),
        (Calendar.MINGUO, r"中?[華华]?民[國国]|" + _WORD % r"r\.?o\.?c\.?|minguo"),
        (
            Calendar.GREGORIAN,
            r"公元|میلادیه?|(?<![^\W\d_])م\.?(?!\w)|" + _WORD % r"a\.?d\.?|c\.?e\.?|gregorian|miladi",
        ),
    )
)
_OR = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, OR))) + r")(?!\w)|[;()=]")
_CLOCK = re.compile(r"[t ]\d\d:\d\d(?::\d\d)?(?:z|\.\d+)?$")
_COMMA = re.compile(",")
_TOKEN = re.compile(r"\d+|(?<![^\W\d_])[xх]{2,4}(?![^\W\d_])|[?*<_]+|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_COMPACT = re.compile(r"(\d{4}|\d{2})(\d\d|<<|xx|\?\?)(\d\d|<<|xx|\?\?)")
_COMPACT_LAST = re.compile(r"(\d\d)(\d\d)(\d{4})")
_TWO_YEARS = re.compile(r"(\d{4}) ?[-/] ?(\d{4}|\d\d)")
_NOTHING_YEARS = frozenset({"1900", "0000", "9999"})


@lru_cache(maxsize=1 << 16)
def says_nothing(text: str) -> bool:
    """Whether a text only says that the day is not known: empty, `unknown`, `00.00.0000`, `01.01.1900`."""
    tokens = [t for t in _TOKEN.findall(folded(text[:LONGEST])) if t not in UNKNOWN and not NOT_TOLD.fullmatch(t)]
    return not [t for t in tokens if t not in _NOTHING_YEARS and not (t in ("1", "01") and "1900" in tokens)]


@lru_cache(maxsize=1 << 16)
def read_birth(text: str) -> tuple[Span, ...]:
    """Every way to read a day of birth, the likeliest first; empty: it cannot be read.

    >>> [(str(s.first), str(s.last), s.reading) for s in read_birth("5/3/1968")]
    [('1968-03-05', '1968-03-05', 'day before month'), ('1968-05-03', '1968-05-03', 'month before day')]
    >>> [(str(s.first), str(s.last)) for s in read_birth("около 1968 г.")]
    [('1966-01-01', '1970-12-31')]
    """
    if len(text) > LONGEST or says_nothing(text):
        return ()
    plain = re.sub(r" ?[–—−―] ?| - | ~ (?=\d)", " – ", _CLOCK.sub("", folded(text)).replace(" / ", " ; "))
    return _shared(_alternatives(in_one_word(plain)))


def _shared(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans with shares that add up to one, the likeliest first; ways that come to the same are one."""
    kept: dict[tuple[date, date, Precision], Span] = {}
    for span in spans:
        key = (span.first, span.last, span.precision)
        kept[key] = replace(kept[key], share=kept[key].share + span.share) if key in kept else span
    whole = sum(span.share for span in kept.values())
    return tuple(sorted((replace(s, share=s.share / whole) for s in kept.values()), key=lambda s: -s.share))


def _alternatives(plain: str) -> list[Span]:
    """`A or B`, `A (B)`: the ways of both, if each can be read by itself."""
    for cut in (_OR, _COMMA):
        halves = [half for half in cut.split(plain) if any(char.isdigit() for char in half)]
        read = [_marked(half) for half in halves] if len(halves) > 1 else []
        if read and all(read):
            return [span for spans in read for span in _shared(spans)]
    told = [half for half in _OR.split(plain) if any(char.isdigit() for char in half)]
    return _marked(_OR.sub(" ", plain)) or (_marked(told[0]) if len(told) == 1 else [])


def _marked(plain: str) -> list[Span]:
    """One day or time, in the calendar it names or in any."""
    calendar = None
    for candidate, mark in _MARKS:
        if calendar is None and mark.search(plain):
            calendar, plain = candidate, mark.sub(" ", plain)
    return _between(plain.strip(" .,-"), calendar)


def _split(tokens: list[str], cut: frozenset[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token in cut:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if any(token.isdigit() for token in part)]


def _between(plain: str, calendar: Calendar | None) -> list[Span]:
    """`between A and B`, `1966-1968`, `1966-68`; anything else as one day."""
    tokens = _TOKEN.findall(plain)
    years = _TWO_YEARS.fullmatch(" ".join(t for t in plain.split() if t not in BETWEEN | NOISE))
    if years:
        one, other = years.groups()
        if len(other) == 4 or int(other) > 12:  # noqa: PLR2004 - else a month
            halves = [one, one[: 4 - len(other)] + other]
            return _enclosed([_single(half.split(), calendar) for half in halves]) or _single(tokens, calendar)
    parts = _split(tokens, TO | {"–"})
    if len(parts) == 2:  # noqa: PLR2004 - two ends
        enclosed = _enclosed([_single([t for t in part if t not in BETWEEN], calendar) for part in parts])
        if enclosed:
            return enclosed
    return _single(tokens, calendar)


def _enclosed(ends: list[list[Span]]) -> list[Span]:
    """From the first day of one end to the last of the other, for each pair that goes forward in one calendar."""
    return [
        Span(one.first, other.last, Precision.RANGE, one.reading, one.calendar, None, one.share * other.share)
        for one in ends[0]
        for other in ends[1]
        if one.first < other.last and one.calendar is other.calendar
    ]


def _single(tokens: list[str], calendar: Calendar | None) -> list[Span]:
    """One day, month, year, decade or part of one, perhaps only about right."""
    circa = any(token in CIRCA for token in tokens)
    part = next((n for n, words in enumerate((EARLY, MID, LATE)) if any(token in words for token in tokens)), None)
    rest = [t for t in tokens if t not in CIRCA | EARLY | MID | LATE]
    told = [t for t in rest if t not in NOISE or t in MONTH_WORDS]
    numbers = [t for t in told if t.isdigit()]
    if len(numbers) == 1 and any(t in DECADE for t in told) and all(t in DECADE or t.isdigit() for t in told):
        spans = _decade(numbers[0], part, calendar)
    else:
        spans = _part_of(_dated(told, rest, calendar), part)
    return [about(span) for span in spans] if circa else spans


def _decade(number: str, part: int | None, calendar: Calendar | None) -> list[Span]:
    start, end = ((0, 9), (0, 3), (3, 6), (6, 9))[0 if part is None else part + 1]
    return [
        Span(days_of(kind, year + start)[0], days_of(kind, year + end)[1], Precision.RANGE, "", kind, None, share)
        for kind, year, share in years_of(number, calendar)
        if year % 10 == 0 and year + end in YEARS[kind]
    ]


def _part_of(spans: list[Span], part: int | None) -> list[Span]:
    """Early, in the middle or late: a third of the year told, and no more than the text says."""
    if part is None:
        return spans
    thirds = []
    for span in spans:
        third = timedelta(days=span.length // 3)
        start = (span.first, span.first + third, span.last - third)[part]
        end = (span.first + third, span.last - third, span.last)[part]
        thirds.append(replace(span, first=start, last=end, precision=Precision.RANGE, parts=None))
    return thirds


def _dated(told: list[str], rest: list[str], calendar: Calendar | None) -> list[Span]:
    """Numbers and month words as a day, month or year."""
    months = [MONTH_WORDS[t] for t in told if t in MONTH_WORDS]
    numbers = [t for t in told if t.isdigit() or NOT_TOLD.fullmatch(t)]
    if len(months) > 1 or len(months) + len(numbers) != len(told):
        return []
    if months:
        kind = months[0][0] if months[0][0] is not Calendar.GREGORIAN else calendar
        orders = _with_word(numbers, str(months[0][1]))
        return [span for order in orders for span in spans_of(order, kind)]
    return [span for order in _numeric(numbers, rest) for span in spans_of(order, calendar)]


def _with_word(numbers: list[str], month: str) -> list[Order]:
    match numbers:
        case [year] if len(year) > 2:  # noqa: PLR2004 - a day alone has no year
            return [Order(year, month)]
        case [year, day] if len(year) > 2:  # noqa: PLR2004
            return [Order(year, month, day)]
        case [day, year]:
            return [Order(year, month, day)]
        case _:
            return []


def _numeric(numbers: list[str], rest: list[str]) -> list[Order]:
    """Numbers alone; the order is open where slashes or strokes stand between two that can be months."""
    match numbers:
        case [one]:
            return _compact(one)
        case [one, sign] if len(one) + len(sign) in (6, 8) and sign[0] in "<x?":
            return _compact(one + sign)
        case [one, other] if len(one) == 4:  # noqa: PLR2004 - a year
            return [Order(one, other)] if len(other) <= 2 else []  # noqa: PLR2004
        case [one, other] if len(other) == 4:  # noqa: PLR2004
            return [Order(other, one)]
        case [year, month, day] if len(year) >= 3 or (_is_year(year) and len(day) <= 2):  # noqa: PLR2004
            flipped = [Order(year, day, month, 0.5, "year, day, month")] if _over(month) and _may_be_month(day) else []
            return [Order(year, month, day, 0.5 if flipped else 1.0), *flipped]
        case [day, month, year]:
            if not (_may_be_month(month) and _may_be_month(day) and {"/", "-"} & set(rest)) or "." in rest:
                american = _over(month) and _may_be_month(day)
                return [Order(year, day, month) if american else Order(year, month, day)]
            return [
                Order(year, month, day, DAY_BEFORE_MONTH, "day before month"),
                Order(year, day, month, 1 - DAY_BEFORE_MONTH, "month before day"),
            ]
        case _:
            return []


def _over(number: str) -> bool:
    """Whether it is too large to be a month."""
    return number.isdigit() and int(number) > 12  # noqa: PLR2004


def _may_be_month(number: str) -> bool:
    return number.isdigit() and not _over(number)


def _is_year(number: str) -> bool:
    """Whether two digits are too large to be a day."""
    return number.isdigit() and int(number) > 31  # noqa: PLR2004


def _compact(text: str) -> list[Order]:
    """`1968`, `19680305`, `05031968`, and `680305` or `68<<<<` as passports print it (ICAO Doc 9303)."""
    if len(text) <= 4:  # noqa: PLR2004 - a year
        return [Order(text)] if len(text) != 1 else []
    first = _COMPACT.fullmatch(text)
    last = _COMPACT_LAST.fullmatch(text)
    found: list[Order] = [Order(first[1], first[2], first[3], 1.0, "year first")] if first else []
    return [*found, Order(last[3], last[2], last[1], 0.5, "year last")] if last else found
