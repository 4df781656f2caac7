"""What is on record about a state, drawn over the years: a server-side drawing, with the table of entries beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rogatory.states.record.entries import Entry, Kind

WIDTH, LEFT, ROW, TOP = 760, 190, 34, 26
MOST_YEARS = 40
"""Years drawn at most, the latest; earlier entries stand in the table."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry in the drawing: where, what it is called, and what it says."""

    x: int
    y: int
    id: str
    says: str
    old: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The entries of one kind: what it is called, the line they stand on, and how many there are."""

    name: str
    y: int
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing of a record.

    Attributes:
        width: In units of the drawing.
        height: The same.
        years: Years on the axis, each with where it stands.
        lanes: A line for each kind there is.
        marks: The entries.
        left_out: How many entries are older than the years drawn.
    """

    width: int
    height: int
    years: tuple[tuple[int, int], ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    left_out: int


def drawn(entries: Sequence[Entry], today: date, names: Mapping[Kind, object]) -> Drawing | None:
    """The entries of a state over the years; None: there is none.

    Args:
        entries: What stands on its record.
        today: The day.
        names: What each kind is called.
    """
    if not entries:
        return None
    last = today.year
    first = max(min(_year(e) for e in entries), last - MOST_YEARS + 1)
    kinds = [kind for kind in Kind if any(e.kind is kind for e in entries)]
    lanes = tuple(
        Lane(str(names[k]), TOP + n * ROW + 10, sum(e.kind is k for e in entries)) for n, k in enumerate(kinds)
    )
    step = (WIDTH - LEFT - 20) / max(1, last - first + 1)
    shown = [e for e in entries if _year(e) >= first]
    marks = tuple(_marks(shown, first, step, {k: lane.y for k, lane in zip(kinds, lanes, strict=True)}, today))
    every = max(1, -(-(last - first + 1) // 10))
    years = tuple(
        (year, _place(LEFT + (year - first) * step)) for year in range(first, last + 1) if not (last - year) % every
    )
    return Drawing(WIDTH, TOP + len(lanes) * ROW + 10, years, lanes, marks, len(entries) - len(shown))


def _marks(entries: Iterable[Entry], first: int, step: float, lanes: dict[Kind, int], today: date) -> Iterable[Mark]:
    taken: dict[tuple[int, int], int] = {}
    for entry in entries:
        part = _part(entry.on)
        x, y = _place(LEFT + (_year(entry) - first + part) * step), lanes[entry.kind]
        beside = taken.get((x, y), 0)
        taken[x, y] = beside + 1
        yield Mark(x + 11 * beside, y, entry.id, f"{entry.on}: {entry.says}", entry.is_due(today))


def _part(on: str) -> float:
    """How far into its year a day is; of a year alone the middle."""
    if len(on) == len("2026"):
        return 0.5
    return (int(on[5:7]) - 0.5) / 12


def _year(entry: Entry) -> int:
    return int(entry.on[:4])


def _place(at: float) -> int:
    return round(at)
