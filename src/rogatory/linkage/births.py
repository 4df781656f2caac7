"""Two days of birth compared: graded evidence, in bits.

The model, in which every number of bits has its reason. Persons are taken to be born on any day of sixty years alike.
What a text says is one day or an interval; two that meet are `RIGHT · DAYS · common / (length · length)` likelier of
one person than of two (14.2 bits for one day, 5.7 for one year, 3.4 for `c. 1968` and 1968). Two that do not meet are
weighed by the mistake that would explain it: how often it is made, against on how many days it falls (`MISTAKES`). A
text that can be read in several ways is a mixture of them, each with its share, so what is open, or stands for an
unknown day, contradicts little and shows little.

The shares of mistakes are set, not measured: public figures for registers of this kind are not known to us. Their order
is what matters: equal, changed places, next year, one digit, one month, one year, near, far.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log2

from rogatory.casefile.parties import Told
from rogatory.linkage.calendars import Calendar
from rogatory.linkage.dates import read_birth, says_nothing
from rogatory.linkage.evidence import Evidence, Family
from rogatory.linkage.spans import Precision, Span

DAYS = 60 * 365.25
"""Days on which the persons of a register were born, taken as alike likely."""
RIGHT = 0.88
"""Share of two statements about one person that agree as far as they go."""
MOST_TEXTS = 24
"""Texts of one side that are looked at; more are not read."""
MOST_WAYS = 48
"""Ways to read them that are compared, the likeliest."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why two statements about one person may differ.

    Attributes:
        says: In words; `{}` stands for the two days.
        share: Share of pairs of statements about one person that differ so.
        days: Days of birth of somebody else that would look the same.
    """

    says: str
    share: float
    days: float

    @property
    def factor(self) -> float:
        """How much likelier such a difference is of one person than of two."""
        return self.share * DAYS / self.days


FLIP = Mistake("day and month change places: {}", 0.010, 1)
NEXT_YEAR = Mistake("the same day and month, and the year is off by one: {}", 0.012, 2)
DIGIT = Mistake("one digit differs, or two change places: {}", 0.020, 40)
OTHER_YEAR = Mistake("the same day and month of another year: {}", 0.008, 57)
SAME_MONTH = Mistake("the same month and year, another day: {}", 0.015, 30)
OTHER_MONTH = Mistake("the same day and year, another month: {}", 0.005, 11)
SAME_YEAR = Mistake("only the year is the same: {}", 0.015, 320)
CALENDARS = Mistake("no more than two days apart, in different calendars: {}", 0.010, 4)
NEAR = Mistake("different, less than a year apart: {}", 0.010, 700)
FEW_YEARS = Mistake("different, less than five years apart: {}", 0.010, 2_920)
TEN_YEARS = Mistake("different, less than ten years apart: {}", 0.007, 3_650)
FAR = Mistake("different, ten years or more apart: {}", 0.008, 14_300)
MISTAKES = (
    FLIP, NEXT_YEAR, DIGIT, OTHER_YEAR, SAME_MONTH, OTHER_MONTH, SAME_YEAR, CALENDARS, NEAR, FEW_YEARS, TEN_YEARS, FAR
)  # fmt: skip
"""All of them, the most telling first within what can be seen alike."""

_YEAR = 366
_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def compare_births(left: tuple[str, ...], right: tuple[str, ...]) -> Evidence | None:
    """What the days of birth of two identities say for or against their being one person's.

    Args:
        left: Days of birth as written on the one side; several where sources differ.
        right: The same on the other.

    Returns:
        The evidence, with the two texts that agree best; of 0 bits where nothing of one side can be read. None: one
        side says nothing. Any text is taken, and none raises.

    >>> round(compare_births(("1968-03-05",), ("05.03.1968",)).bits, 1)
    14.2
    >>> compare_births(("5 March 1968",), ("1968",)).says
    'only the year is told on one side, and it is the same: 5 March 1968, 1968'
    >>> compare_births(("5 March 1968",), ("unknown",)) is None
    True
    """
    (ours, ways), (theirs, others) = _side(left), _side(right)
    if not ours or not theirs:
        return None
    if not ways or not others:
        says = f"“{_shown(ours if not ways else theirs)}” cannot be read as a day of birth; it counts neither way"
        return Evidence(Family.BIRTH, 0.0, Told(ours), Told(theirs), says)
    pairs = [(way, other, way.share * other.share * _factor(way.span, other.span)) for way in ways for other in others]
    # Of equals the later day is shown, so that it says the same whichever side comes first.
    way, other, _ = max(
        pairs, key=lambda pair: (pair[2], pair[0].span.first.toordinal() + pair[1].span.first.toordinal())
    )
    steps = tuple(step for step in (_step(way), _step(other)) if step)
    return Evidence(
        Family.BIRTH,
        log2(fsum(weight for *_, weight in pairs)),
        Told(way.text),
        Told(other.text),
        _says(way.span, other.span),
        steps,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read one of the texts of a side, with its share among all of that side."""

    text: str
    span: Span
    share: float


@lru_cache(maxsize=1 << 16)
def _side(texts: tuple[str, ...]) -> tuple[str, tuple[_Way, ...]]:
    """The first text of a side that tells anything, and every way to read its texts; those that read alike are one."""
    told = [text for text in texts[:MOST_TEXTS] if not says_nothing(text)]
    read: dict[tuple[Span, ...], str] = {}
    for text in told:
        spans = read_birth(text)
        if spans:
            read.setdefault(spans, text)
    ways = [_Way(text, span, span.share / len(read)) for spans, text in read.items() for span in spans]
    ways = sorted(ways, key=lambda way: -way.share)[:MOST_WAYS]
    return (told[0] if told else ""), tuple(ways)


def _common(one: Span, other: Span) -> int:
    """Days both can mean; none or below: they do not meet."""
    return (min(one.last, other.last) - max(one.first, other.first)).days + 1


def _factor(one: Span, other: Span) -> float:
    """How much likelier two intervals are of one person than of two."""
    common = _common(one, other)
    if common > 0:
        return max(1.0, RIGHT * DAYS * common / (one.length * other.length))
    return sum(mistake.factor for mistake in _mistakes(one, other))


def _says(one: Span, other: Span) -> str:
    days = sorted({_words(one), _words(other)}, key=lambda words: (-len(words), words))
    if _common(one, other) > 0:
        return _agreement(one, other, days)
    mistake = max(_mistakes(one, other), key=lambda mistake: mistake.factor)
    return mistake.says.format(" and ".join(sorted(days)))


def _agreement(one: Span, other: Span, days: list[str]) -> str:
    if len(days) == 1:
        return f"both say {days[0]}"
    both = ", ".join(days)
    coarse = max(one, other, key=lambda span: span.length)
    if {one.precision, other.precision} == {Precision.DAY}:
        return f"the same day, as far as the calendars can be told apart: {both}"
    if coarse.first > min(one.first, other.first) or coarse.last < max(one.last, other.last):
        return f"the two times overlap: {both}"
    match coarse.precision:
        case Precision.YEAR:
            return f"only the year is told on one side, and it is the same: {both}"
        case Precision.MONTH:
            return f"only month and year are told on one side, and they are the same: {both}"
        case Precision.CIRCA:
            return f"one side says about when, and the other lies within: {both}"
        case _:
            return f"the one lies within the other: {both}"


def _mistakes(one: Span, other: Span) -> list[Mistake]:
    """The mistakes any of which explains that two intervals do not meet."""
    slips = _slips(one.parts, other.parts) if one.parts and other.parts and one.calendar is other.calendar else []
    return slips or [_distance(one, other)]


def _slips(one: tuple[int, int, int], other: tuple[int, int, int]) -> list[Mistake]:
    """What can go wrong between eye and hand, with days written in one calendar."""
    (year, month, day), (year_2, month_2, day_2) = one, other
    found = []
    if (month, day) == (month_2, day_2):
        found.append(NEXT_YEAR if abs(year - year_2) == 1 else OTHER_YEAR)
    elif year == year_2:
        found += [FLIP] if (month, day) == (day_2, month_2) else []
        found.append(SAME_MONTH if month == month_2 else OTHER_MONTH if day == day_2 else SAME_YEAR)
    if _one_digit("{:04}{:02}{:02}".format(*one), "{:04}{:02}{:02}".format(*other)):
        found.append(DIGIT)
    return found


def _one_digit(one: str, other: str) -> bool:
    differ = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) != 2:  # noqa: PLR2004 - two that changed places
        return len(differ) == 1
    first, second = differ
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def _distance(one: Span, other: Span) -> Mistake:
    gap = max(one.first - other.last, other.first - one.last).days
    told_to_the_day = one.precision is other.precision is Precision.DAY
    if told_to_the_day and one.calendar is not other.calendar and gap <= 2:  # noqa: PLR2004 - days
        return CALENDARS
    if one.first.year == one.last.year == other.first.year == other.last.year:
        return SAME_YEAR
    if gap < _YEAR:
        return NEAR
    if gap < 5 * _YEAR:
        return FEW_YEARS
    return TEN_YEARS if gap < 10 * _YEAR else FAR


def _step(way: _Way) -> str:
    """How a text was read, where that is not plain from it."""
    if not way.span.reading:
        return ""
    return f"{_shown(way.text)} → {_words(way.span)} ({way.span.reading})"


def _words(span: Span) -> str:
    """An interval in words: `5 March 1968`, `March 1968`, `1968`, `1966 to 1968`."""
    if span.first == span.last:
        return _day(span)
    plain = span.calendar is not Calendar.SOLAR and span.calendar is not Calendar.ISLAMIC
    if plain and span.precision is Precision.YEAR:
        return str(span.first.year)
    if plain and span.precision is Precision.MONTH:
        return f"{_NAMES[span.first.month - 1]} {span.first.year}"
    if (span.first.month, span.first.day, span.last.month, span.last.day) == (1, 1, 12, 31):
        return f"{span.first.year} to {span.last.year}"
    last = Span(span.last, span.last, Precision.DAY)
    return f"{_day(span)} to {_day(last)}"


def _day(span: Span) -> str:
    return f"{span.first.day} {_NAMES[span.first.month - 1]} {span.first.year}"


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - characters shown of a text
