"""Evidence and paths, drawn: a bar for each piece, from where the one before it ended, and a chain of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROW, BAR, LABELS, WIDE = 30, 16, 190, 620
"""Height of a row and of a bar, room for the names at the left, and the whole width, in units of the drawing."""
BOX, GAP, HIGH, EDGE = 190, 130, 46, 8
"""Width of a box, of the room between two, height of a box, and the margin."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of evidence in the drawing.

    Attributes:
        y: Upper edge.
        x: Left edge.
        width: Width; a piece of nought bits is a line.
        family: What the piece is about.
        bits: Its bits, signed, as written.
        against: Whether it speaks against.
    """

    y: int
    x: int
    width: int
    family: str
    bits: str
    against: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The pieces of a link's evidence in the order told, and where nought is."""

    width: int
    height: int
    zero: int
    bars: tuple[Bar, ...]
    total: str


def waterfall(evidence: Sequence[Mapping[str, Any]]) -> Waterfall | None:
    """The drawing of a link's evidence as it is recorded; None: there is none."""
    if not evidence:
        return None
    ends = [0.0]
    for piece in evidence:
        ends.append(ends[-1] + float(piece["bits"]))
    least, most = min(ends), max(ends)
    scale = (WIDE - LABELS - 70) / max(most - least, 1.0)

    def at(bits: float) -> int:
        return round(LABELS + (bits - least) * scale)

    bars = tuple(
        Bar(
            n * ROW + (ROW - BAR) // 2, min(at(start), at(end)), max(abs(at(end) - at(start)), 1),
            piece["family"], f"{float(piece['bits']):+.1f}", end < start,
        )
        for n, (piece, start, end) in enumerate(zip(evidence, ends, ends[1:], strict=False))
    )  # fmt: skip
    return Waterfall(WIDE, len(bars) * ROW + EDGE, at(0.0), bars, f"{ends[-1]:+.1f}")


@dataclass(frozen=True, slots=True)
class Stop:
    """A person, proceeding or entry on a path: its place and name."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A step of a path: where its words stand, what it is, whether it was matched and not told."""

    x: int
    relation: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A path from the request to what is known."""

    width: int
    height: int
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]


def chain(path: Sequence[Mapping[str, Any]]) -> Chain | None:
    """The drawing of a path as it is recorded; None: there is none."""
    if not path:
        return None
    names = [path[0]["start"], *(step["end"] for step in path)]
    stops = tuple(Stop(EDGE + n * (BOX + GAP), name) for n, name in enumerate(names))
    legs = tuple(Leg(EDGE + BOX + n * (BOX + GAP), s["relation"], s["bits"] is not None) for n, s in enumerate(path))
    return Chain(len(names) * BOX + len(path) * GAP + 2 * EDGE, HIGH + 2 * EDGE, stops, legs)
