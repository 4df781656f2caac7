"""How well names are told to be one person's or not: pairs with a label, and what comparing them gives.

Every figure is given by script too. One bar for all is fair only if it finds the names of each script alike, so the gap
between the script found best and the one found worst is measured beside the rest.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rogatory.names.text import clean, scripts

COLUMNS: Final = ("left", "right", "same")
LARGEST: Final = 1_000_000
"""Rows of a table that are read."""
ENOUGH: Final = 30
"""Pairs of one person a script needs for its recall to count."""
_SAME: Final = {"1": True, "0": False}
_LONGEST_CELL: Final = 20_000

Scorer = Callable[[str, str], float]
"""Gives two names a score; the higher, the likelier they are one person's."""


class PairsError(ValueError):
    """A table of pairs that cannot be read; names line and mend."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two names, and whether they are one person's.

    Attributes:
        left: The one name.
        right: The other name.
        same: Whether they are one person's.
    """

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled pair with its score, and the script it is about."""

    pair: Labelled
    score: float
    script: str


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a set of pairs is told apart.

    Attributes:
        pairs: Pairs.
        positives: Pairs of one person.
        f1: F1 at the bar that suits this set best; None without a pair of one person.
        at: That bar.
        auc: The chance that a pair of one person scores above one of two; None where either kind is missing.
        recall: Share of the pairs of one person at or above the shipped bar; None without any.
        precision: Share of pairs of one person among those at or above it; None where none is.
        alerts: Share of the pairs of two persons at or above it; None without any.
    """

    pairs: int
    positives: int
    f1: float | None
    at: float | None
    auc: float | None
    recall: float | None
    precision: float | None
    alerts: float | None


def read_pairs(text: str, place: str) -> tuple[Labelled, ...]:
    """The pairs of a table: columns `left`, `right` and `same` between tabs, `same` being 1 or 0.

    A cell may stand in double quotes, as spreadsheets write it.

    Args:
        text: The table.
        place: What to call it in an error.

    Raises:
        PairsError: No such table; says in which line, and how to mend it.
    """
    reader = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), delimiter="\t")
    found: list[Labelled] = []
    try:
        for row in reader:
            if reader.line_num == 1 or (not found and tuple(row) == COLUMNS):
                _check_head(row, place)
            elif row:
                found.append(_labelled(row, f"{place} line {reader.line_num}"))
            if len(found) > LARGEST:
                msg = f"{place}: more than {LARGEST} pairs; divide the table"
                raise PairsError(msg)
    except csv.Error as error:
        msg = f"{place} line {reader.line_num}: {error}; close every double quote, or leave them out"
        raise PairsError(msg) from None
    if not found:
        msg = f"{place}: no pairs; give one a line, under the head left, right, same"
        raise PairsError(msg)
    return tuple(found)


def _check_head(row: Sequence[str], place: str) -> None:
    """Refuse a table with another head.

    Raises:
        PairsError: It has.
    """
    if tuple(row) != COLUMNS:
        msg = f"{place} line 1: begins with {'|'.join(row)[:60]!r}; it must be left, right and same, with tabs between"
        raise PairsError(msg)


def _labelled(row: Sequence[str], place: str) -> Labelled:
    """The pair of one row.

    Raises:
        PairsError: It is none.
    """
    if len(row) != len(COLUMNS):
        msg = f"{place}: {len(row)} cells instead of 3; put one tab between them and none at the end"
        raise PairsError(msg)
    left, right, same = row
    if same.strip() not in _SAME:
        msg = f"{place}: same is {same[:20]!r}; write 1 for one person, 0 for two"
        raise PairsError(msg)
    if max(len(left), len(right)) > _LONGEST_CELL:
        msg = f"{place}: a name of {max(len(left), len(right))} letters; a double quote may not be closed"
        raise PairsError(msg)
    return Labelled(left, right, _SAME[same.strip()])


def script_group(left: str, right: str) -> str:
    """The script a pair is about: the one that is not Latin, both where neither is, `Latin` where both are.

    A name in several scripts counts for the first that is not Latin.
    """
    found = []
    for name in (left, right):
        known = scripts(clean(name))
        found.append(next((script for script in known if script != "Latin"), known[0] if known else "none"))
    others = sorted({script for script in found if script != "Latin"})
    return " and ".join(others) or "Latin"


def score(pairs: Iterable[Labelled], scorer: Scorer) -> tuple[Scored, ...]:
    """Every pair with its score."""
    return tuple(Scored(pair, scorer(pair.left, pair.right), script_group(pair.left, pair.right)) for pair in pairs)


def measure(scored: Sequence[Scored], bar: float) -> Measured:
    """How well pairs are told apart, at the bar that suits them and at `bar`."""
    ordered = sorted(scored, key=lambda one: -one.score)
    positives = sum(one.pair.same for one in ordered)
    negatives = len(ordered) - positives
    f1, at, auc = _curve(ordered, positives, negatives)
    shown = [one for one in ordered if one.score >= bar]
    right = sum(one.pair.same for one in shown)
    return Measured(
        len(ordered),
        positives,
        f1,
        at,
        auc,
        right / positives if positives else None,
        right / len(shown) if shown else None,
        (len(shown) - right) / negatives if negatives else None,
    )


def _curve(
    ordered: Sequence[Scored], positives: int, negatives: int
) -> tuple[float | None, float | None, float | None]:
    """Best F1, the bar it is at, and the area under the curve, over pairs from the highest score down."""
    best: float | None = 0.0 if positives else None
    at: float | None = None
    area = 0.0
    right = wrong = start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end].score == ordered[start].score:
            end += 1
        tied = sum(one.pair.same for one in ordered[start:end])
        # Pairs with one score are in no order: half of them stand above the others.
        area += (end - start - tied) * (right + tied / 2)
        right += tied
        wrong += end - start - tied
        if best is not None and (reached := 2 * right / (right + wrong + positives)) > best:
            best, at = reached, ordered[start].score
        start = end
    return best, at, area / (positives * negatives) if positives and negatives else None


def by_script(scored: Iterable[Scored], bar: float) -> dict[str, Measured]:
    """How well the pairs of each script are told apart, all sets together, by name of the script."""
    groups: dict[str, list[Scored]] = {}
    for one in scored:
        groups.setdefault(one.script, []).append(one)
    return {script: measure(groups[script], bar) for script in sorted(groups)}


def gap(groups: dict[str, Measured]) -> tuple[str, str, float] | None:
    """The script found best, the one found worst, and how far their recalls are apart; None where fewer than two count.

    A script counts with enough pairs of one person. Latin beside Latin does not: such sets hold aliases and slips of
    the pen, which say nothing of a script.
    """
    recalls = sorted(
        (found.recall, script)
        for script, found in groups.items()
        if found.recall is not None and found.positives >= ENOUGH and script not in {"Latin", "none"}
    )
    if len(recalls) < len(("best", "worst")):
        return None
    return recalls[-1][1], recalls[0][1], recalls[-1][0] - recalls[0][0]
