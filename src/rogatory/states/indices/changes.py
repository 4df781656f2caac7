"""What a release of a data set would change beside the one that stands: value by value, nothing added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rogatory.states.indices.reading import Value


class What(Enum):
    """What becomes of a value."""

    NEW = "new"
    """There was none for this state, indicator and year."""
    CHANGED = "changed"
    """There was another."""
    GONE = "gone"
    """There was one, and the new release has none."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one value.

    Attributes:
        what: What.
        state: Two letters.
        indicator: Heading of its column.
        year: Year it describes.
        before: What stands; empty: nothing.
        after: What the new release says; empty: nothing.
        row: Row of the new table; 0: none.
    """

    what: What
    state: str
    indicator: str
    year: int
    before: str
    after: str
    row: int


def changes(standing: Iterable[Value], coming: Iterable[Value]) -> tuple[tuple[Change, ...], int]:
    """What changes, those that are there already before those that are new; and how many values stay as they are.

    Args:
        standing: Values of the release that stands; none: none came in yet.
        coming: Values of the release that would come in.
    """
    before, after = _by_place(standing), _by_place(coming)
    found, same = [], 0
    for place in sorted(before.keys() | after.keys()):
        was, is_ = before.get(place), after.get(place)
        told = (_says(was) if was else "", _says(is_) if is_ else "")
        if told[0] == told[1]:
            same += 1
            continue
        what = What.NEW if was is None else What.GONE if is_ is None else What.CHANGED
        found.append(Change(what, *place, *told, is_.row if is_ else 0))
    order = (What.CHANGED, What.GONE, What.NEW)
    return tuple(sorted(found, key=lambda c: order.index(c.what))), same


def _by_place(values: Iterable[Value]) -> dict[tuple[str, str, int], Value]:
    return {(v.state, v.indicator, v.year): v for v in values}


def _says(value: Value) -> str:
    interval = f" ({value.low} to {value.high})" if value.low is not None and value.high is not None else ""
    return value.word or f"{value.point}{interval}"
