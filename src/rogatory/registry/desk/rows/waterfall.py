"""Evidence and paths, drawn: a bar for each piece, from where the one before it ended, and a way of steps, downwards.

Each drawing has its table or list beside it, which says the same and more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rogatory.registry.desk.rows.links import Leg, Piece

ROW, BAR, LABELS, WIDE, FIGURES = 28, 16, 190, 620, 64
"""Height of a row and of a bar, room for words at the left, the whole width, and room for figures at the right."""
BOX, HIGH, STEP, EDGE = 560, 44, 44, 4
"""Width and height of a box, of the way between two, and the margin, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of evidence in the drawing.

    Attributes:
        y: Upper edge.
        x: Left edge.
        width: Width; a piece of nought bits is a line.
        words: What the piece is about.
        bits: Its bits, signed, as written.
        kind: `for`, `against`, or `together`, the sum of all.
    """

    y: int
    x: int
    width: int
    words: str
    bits: str
    kind: str


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The pieces of a link's evidence in the order told, their sum, and where nought is."""

    width: int
    height: int
    zero: int
    bars: tuple[Bar, ...]


def waterfall(pieces: Sequence[Piece], together: str) -> Waterfall | None:
    """The drawing of a link's evidence.

    Args:
        pieces: The pieces, in the order told.
        together: The word for their sum.

    Returns:
        The drawing; None: there is no evidence.
    """
    if not pieces:
        return None
    ends = [0.0]
    for piece in pieces:
        ends.append(ends[-1] + piece.weight)
    least, most = min(ends), max(ends)
    scale = (WIDE - LABELS - FIGURES) / max(most - least, 1.0)

    def at(bits: float) -> int:
        return round(LABELS + (bits - least) * scale)

    def bar(row: int, start: float, end: float, words: str, kind: str) -> Bar:
        left, right = sorted((at(start), at(end)))
        return Bar(row * ROW + (ROW - BAR) // 2, left, max(right - left, 2), words, signed(end - start), kind)

    steps = zip(pieces, ends, ends[1:], strict=False)
    bars = [bar(n, a, b, p.family, "against" if b < a else "for") for n, (p, a, b) in enumerate(steps)]
    bars.append(bar(len(bars), 0.0, ends[-1], together, "together"))
    return Waterfall(WIDE, len(bars) * ROW, at(0.0), tuple(bars))


def signed(bits: float) -> str:
    """Bits as they are written: with a sign, one decimal.

    >>> signed(20.13), signed(-3.0), signed(-0.01)
    ('+20.1', '−3.0', '0.0')
    """
    text = f"{bits:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text.replace("-", "−")


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody or something on the way: its upper edge, name and second line, and whether a register knows it."""

    y: int
    name: str
    line: str
    known: bool


@dataclass(frozen=True, slots=True)
class Going:
    """A step of the way: its upper and lower end, what it is, and whether it was matched or is told by a source."""

    top: int
    end: int
    relation: str
    matched: bool

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return (self.top + self.end) // 2 + 5


@dataclass(frozen=True, slots=True)
class Chain:
    """The way from the request to what is known, downwards."""

    width: int
    height: int
    stops: tuple[Stop, ...]
    goings: tuple[Going, ...]


def chain(legs: Sequence[Leg]) -> Chain | None:
    """The drawing of a way; None: there is none."""
    if not legs:
        return None
    first = legs[0]
    ends = [(first.start, first.start_line, first.start_known), *((e.end, e.end_line, e.end_known) for e in legs)]
    tops = [EDGE + n * (HIGH + STEP) for n in range(len(ends))]
    stops = tuple(Stop(y, *named) for y, named in zip(tops, ends, strict=True))
    goings = tuple(
        Going(y + HIGH, y + HIGH + STEP, leg.relation, leg.matched) for y, leg in zip(tops, legs, strict=False)
    )
    return Chain(BOX + 2 * EDGE, tops[-1] + HIGH + EDGE, stops, goings)
