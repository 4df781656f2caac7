"""Values over years, drawn: a panel for each indicator, on its own scale; gaps stay gaps.

No two indicators share a scale, and nothing is added up. Each panel has its words and its table beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rogatory.states.indices.catalogue import Indicator
from rogatory.states.indices.reading import Value

WIDE, HIGH, LEFT, TOP, BOTTOM, RIGHT = 320, 132, 44, 10, 22, 10
"""Width and height of a panel, and the room around its field, in units of the drawing."""
MOST_YEARS = 30
"""Years drawn: the last of them; earlier ones are counted, and stand in the release."""
_WORD_LEFT = 130
_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """One value in the drawing: its place, its year, and what it says."""

    x: str
    y: str
    year: int
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table beside a panel; no value: `value` is empty, and the year is a gap."""

    year: int
    value: str
    low: str
    high: str
    row: int


@dataclass(frozen=True, slots=True)
class Panel:
    """An indicator of one state over the years.

    Attributes:
        indicator: What it measures.
        left: Left edge of its field.
        right: Right edge.
        ticks: Words at the left with their heights: both ends of the scale, or each category.
        years: The first and the last year, with their places.
        lines: Paths of the values: one for each run of years without a gap.
        bands: Paths of the intervals, likewise.
        marks: The values.
        rows: The table, year by year from the first to the last, gaps too.
        fixed: Whether the scale has the bounds its makers gave it; else it is drawn from the least value to the
            greatest.
        gaps: Years within the drawing that have no value.
        earlier: Values of years before those drawn.
    """

    indicator: Indicator
    left: int
    right: int
    ticks: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str], ...]
    lines: tuple[str, ...]
    bands: tuple[str, ...]
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]
    fixed: bool
    gaps: tuple[int, ...]
    earlier: int

    @property
    def first(self) -> Row:
        """The first value drawn."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """The last value."""
        return self.rows[-1]

    @property
    def has_interval(self) -> bool:
        """Whether a value has one."""
        return bool(self.bands) or any(row.low for row in self.rows)


def panel(indicator: Indicator, values: Iterable[Value]) -> Panel | None:
    """The panel of an indicator.

    Args:
        indicator: What it measures.
        values: The values of one state in one release, of this indicator or others.

    Returns:
        The drawing; None: there is no value.
    """
    mine = sorted((v for v in values if v.indicator == indicator.column), key=lambda v: v.year)
    if not mine:
        return None
    last = mine[-1].year
    drawn = [v for v in mine if v.year > last - MOST_YEARS]
    scale = _Scale(indicator, drawn)
    runs = list(_runs(drawn))
    held = {v.year: v for v in drawn}
    years = range(drawn[0].year, last + 1)
    return Panel(
        indicator,
        scale.left,
        WIDE - RIGHT,
        scale.ticks,
        tuple((year, _n(scale.x(year))) for year in dict.fromkeys((drawn[0].year, last))),
        tuple(scale.line(run) for run in runs if len(run) > 1),
        tuple(band for run in runs if (band := scale.band(run))),
        tuple(Mark(_n(scale.x(v.year)), _n(scale.y(v)), v.year, _says(v)) for v in drawn),
        tuple(_row(year, held.get(year)) for year in years),
        indicator.low is not None and indicator.high is not None,
        tuple(year for year in years if year not in held),
        len(mine) - len(drawn),
    )


class _Scale:
    """Where years and values lie in a panel."""

    def __init__(self, indicator: Indicator, drawn: Sequence[Value]) -> None:
        self._words = list(indicator.words.values())
        self.left = _WORD_LEFT if self._words else LEFT
        self._first, self._last = drawn[0].year, drawn[-1].year
        if self._words:
            self._low, self._high = Decimal(0), Decimal(max(1, len(self._words) - 1))
            self.ticks = tuple((word[:_LETTERS], _n(self._height(Decimal(n)))) for n, word in enumerate(self._words))
            return
        numbers = [n for v in drawn for n in (v.point, v.low, v.high) if n is not None]
        self._low = indicator.low if indicator.low is not None else min(numbers)
        self._high = indicator.high if indicator.high is not None else max(numbers)
        self.ticks = tuple(
            (f"{n.normalize():f}"[:7], _n(self._height(n))) for n in dict.fromkeys((self._low, self._high))
        )

    def x(self, year: int) -> Decimal:
        """Where a year lies."""
        span = self._last - self._first
        share = Decimal(year - self._first) / span if span else Decimal("0.5")
        return self.left + share * (WIDE - RIGHT - self.left)

    def y(self, value: Value) -> Decimal:
        """How high a value lies."""
        return self._height(Decimal(self._words.index(value.word)) if self._words else value.point or Decimal(0))

    def line(self, run: Sequence[Value]) -> str:
        """The path of a run of years."""
        return "M" + "L".join(f"{_n(self.x(v.year))} {_n(self.y(v))}" for v in run)

    def band(self, run: Sequence[Value]) -> str:
        """The path round the intervals of a run; empty: a year of it has none, or it is one year alone."""
        bounds = [(v.year, v.low, v.high) for v in run if v.low is not None and v.high is not None]
        if len(bounds) < len(run) or len(run) == 1:
            return ""
        above = [f"{_n(self.x(year))} {_n(self._height(high))}" for year, _, high in bounds]
        below = [f"{_n(self.x(year))} {_n(self._height(low))}" for year, low, _ in reversed(bounds)]
        return f"M{'L'.join(above + below)}Z"

    def _height(self, number: Decimal) -> Decimal:
        span = self._high - self._low
        share = (number - self._low) / span if span else Decimal("0.5")
        # An interval may reach beyond the scale of the values; the drawing does not.
        return HIGH - BOTTOM - min(max(share, Decimal(0)), Decimal(1)) * (HIGH - BOTTOM - TOP)


def _runs(drawn: Sequence[Value]) -> Iterable[list[Value]]:
    """The values in runs of years without a gap."""
    run = [drawn[0]]
    for before, value in pairwise(drawn):
        if value.year != before.year + 1:
            yield run
            run = []
        run.append(value)
    yield run


def _n(number: Decimal) -> str:
    return f"{number:.1f}"


def _says(value: Value) -> str:
    interval = f" ({value.low} – {value.high})" if value.low is not None and value.high is not None else ""
    return value.word or f"{value.point}{interval}"


def _row(year: int, value: Value | None) -> Row:
    if value is None:
        return Row(year, "", "", "", 0)
    low, high = ("" if n is None else str(n) for n in (value.low, value.high))
    return Row(year, value.word or str(value.point), low, high, value.row)
