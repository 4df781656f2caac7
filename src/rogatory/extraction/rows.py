"""Labels and values of a form that were read off a picture as two columns, laid beside each other again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rogatory.received.pages import Box, Line

_NARROW = 0.3
"""Share of the width of a page up to which a line may be a label; one of two columns of running text is wider."""
_LEVEL = 0.5
"""Share of the height of the lower of two lines in which both stand, where they are in one row."""


def in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label with the value in its row behind a tabulator, where two such or more stand together.

    Args:
        lines: In the order in which they were read. Where they start in the text is left as it was.
    """
    beside = {at: other for at in range(len(lines)) if (other := _value(lines, at)) is not None}
    rows = {
        at
        for first, second in pairwise(range(len(lines)))
        if first in beside and second in beside and beside[first] < beside[second]
        for at in (first, second)
    }
    taken = {beside[at] for at in rows}
    return [
        _joined(line, lines[beside[at]]) if at in rows else line for at, line in enumerate(lines) if at not in taken
    ]


def _value(lines: Sequence[Line], at: int) -> int | None:
    """Which later line stands in the row of a short one, right of it; None: none, or it has a gap of its own."""
    label = lines[at].box
    if label is None or label.right - label.left > _NARROW or "\t" in lines[at].text:
        return None
    return next((other for other in range(at + 2, len(lines)) if _is_beside(label, lines[other].box)), None)


def _is_beside(label: Box, other: Box | None) -> bool:
    if other is None or other.left <= label.right:
        return False
    common = min(label.bottom, other.bottom) - max(label.top, other.top)
    return common > _LEVEL * min(label.bottom - label.top, other.bottom - other.top)


def _joined(label: Line, value: Line) -> Line:
    text = f"{label.text}\t{value.text}"
    behind = len(label.text) + 1
    one, other = label.box, value.box
    if one is None or other is None:
        raise AssertionError("lines in one row have places")
    box = Box(one.left, min(one.top, other.top), other.right, max(one.bottom, other.bottom))
    unsure = (*label.unsure, *(behind + place for place in value.unsure))
    rivals = (*label.rivals, *((behind + start, behind + end, other) for start, end, other in value.rivals))
    split = (*label.split, *((behind + start, behind + end) for start, end in value.split))
    return replace(label, text=text, box=box, unsure=unsure, rivals=rivals, split=split)
