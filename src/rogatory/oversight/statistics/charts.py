"""Charts of public numbers: bars, drawn as places and lengths; each has its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDE, LABEL, BAR, ROW, EDGE = 640, 250, 310, 26, 6
"""Width of a drawing, of its labels and of its longest bar, height of a row, and margin, in units of the drawing."""
MOST = 15
"""Bars drawn; of more, the longest, and the table holds all."""
LONGEST_LABEL = 34
"""Signs of a label that find room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its number, the height of its upper edge, and its length."""

    label: str
    count: int
    y: int
    length: int

    @property
    def middle(self) -> int:
        """Height at which its words stand."""
        return self.y + ROW - 10

    @property
    def beside(self) -> int:
        """Where its number begins."""
        return LABEL + self.length + 6


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other, the longest first, and how many more there are in the table."""

    height: int
    bars: tuple[Bar, ...]
    left_out: int


def chart(rows: Sequence[tuple[str, int]]) -> Chart:
    """The chart of rows, each a label and a number; of none an empty one.

    >>> [(bar.label, bar.length) for bar in chart([("Germany", 5), ("France", 10)]).bars]
    [('France', 310), ('Germany', 155)]
    """
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))[:MOST]
    most = ordered[0][1] if ordered else 1
    bars = tuple(
        Bar(_short(label), count, EDGE + place * ROW, max(1, round(BAR * count / most)))
        for place, (label, count) in enumerate(ordered)
    )
    return Chart(2 * EDGE + ROW * len(bars), bars, len(rows) - len(bars))


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def svg(drawn: Chart) -> str:
    """The drawing by itself, for paper: black words and grey-blue bars; what it shows is told beside it.

    >>> svg(chart([("Germany", 5)])).count("<rect")
    1
    """
    words = 'font-family="Libertinus Serif" font-size="14"'
    bars = "".join(
        f'<text x="{LABEL - 6}" y="{bar.middle}" text-anchor="end" {words}>{escape(bar.label)}</text>'
        f'<rect x="{LABEL}" y="{bar.y}" width="{bar.length}" height="18" fill="#41617f"/>'
        f'<text x="{bar.beside}" y="{bar.middle}" {words}>{bar.count}</text>'
        for bar in drawn.bars
    )
    size = f'width="{WIDE}" height="{drawn.height}" viewBox="0 0 {WIDE} {drawn.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{bars}</svg>'
