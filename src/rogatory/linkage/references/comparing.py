"""Whether two numbers name the same case: exactly, within one scheme and one office, and never by likeness."""

from enum import Enum

from rogatory.linkage.bodies import offices_apart
from rogatory.linkage.references.model import Reference

_TELLING = 7
"""Figures a number must have for one that is off by one figure to be worth a look; short ones are all near."""


class Likeness(Enum):
    """How two references stand to each other."""

    SAME = "same"
    """The same number of the same authority."""
    MAYBE = "maybe"
    """The same number, but by which authority or office is open on one side."""
    CHECK = "check"
    """One figure apart, or a letter taken for a figure: somebody must look at the original. It is no evidence."""
    OTHER = "other"
    """Two numbers of the same authority."""
    APART = "apart"
    """Nothing in common: other schemes, or other offices."""


def compare(left: Reference, right: Reference) -> Likeness:
    """How two references stand to each other. Symmetric."""
    if left.scheme.id != right.scheme.id:
        return Likeness.APART
    if not left.scheme.whole and left.office and right.office and offices_apart(left.office, right.office):
        return Likeness.APART
    if left.canonical != right.canonical:
        if _long(left.canonical) and one_edit(left.canonical, right.canonical):
            return Likeness.CHECK
        settled = left.decided and right.decided and (left.scheme.whole or left.office == right.office != "")
        return Likeness.OTHER if settled else Likeness.APART
    if left.doubtful or right.doubtful:
        return Likeness.CHECK
    if left.decided and right.decided and (left.scheme.whole or (left.office and right.office)):
        return Likeness.SAME
    return Likeness.MAYBE


def _long(number: str) -> bool:
    return sum(c.isdigit() for c in number) >= _TELLING


def one_edit(left: str, right: str) -> bool:
    """Whether one character put in, left out, changed, or swapped with its neighbour makes the one of the other.

    >>> one_edit("157500121000008", "157500121000009"), one_edit("2016/12345", "2016/12354"), one_edit("12", "12")
    (True, True, False)
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    swapped = left[at : at + 2][::-1] == right[at : at + 2]
    return left[at + 1 :] == right[at + 1 :] or (swapped and left[at + 2 :] == right[at + 2 :])
