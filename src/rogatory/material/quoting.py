"""What quotes what: a message with another below it, a paper that takes in another, found by runs of words.

One quotes another where most of the other's words stand in it, or where most of a passage that it marks as quoted
stands in the other. A few lines copied into a longer paper without any mark are not found: the answers to the four
questions must see them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rogatory.material.plain_words import words

Runs = NDArray[np.uint64]
"""Runs of words, each as a number."""

SHARE = 0.7
"""Share of the runs of the one that must stand in the other."""
RUN = 5
"""Words of a run."""
_FEWEST, _FEWEST_MARKED = 8, 4
"""Runs below which a text says too little to be quoted (`Thank you`), and a marked passage."""
_WINDOW = 12
"""Of so many runs in a row one is looked up: by it two texts meet that share sixteen words in a row."""
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93,
                     0xFF51AFD7ED558CCD], np.uint64)  # fmt: skip
_MIX = np.uint64(0xC4CEB9FE1A85EC53)
_MARKED = re.compile(r"^[ \t]*(?:>|\|)")
_ANNOUNCES = re.compile(
    r"^\W*(original message|forwarded message|begin forwarded message|message d.origine|message transféré|"
    r"oorspronkelijk bericht|doorgestuurd bericht|ursprüngliche nachricht|weitergeleitete nachricht|"
    r"исходное сообщение|пересылаемое сообщение|пересланное сообщение|orijinal ileti|özgün ileti|iletilen mesaj|"
    r"iletilmiş mesaj)\W*$|\b(wrote|writes|a écrit|schreef|schrieb|пишет|писал|писала|написал|написала|yazdı)\b"
    r".{0,120}:\s*$",
    re.IGNORECASE,
)
"""The line with which programs announce what they quote."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A text, ready to be compared.

    Attributes:
        runs: Its runs of words, each once and in order.
        marked: The runs of each passage it marks as quoted, likewise.
    """

    runs: Runs
    marked: tuple[Runs, ...]


def said(text: str) -> Said:
    """A text, ready to be compared."""
    marked = (np.unique(runs(passage)) for passage in passages(text))
    return Said(np.unique(runs(text)), tuple(found for found in marked if len(found) >= _FEWEST_MARKED))


def passages(text: str) -> list[str]:
    """What a text marks as quoted: lines behind a mark, and all that follows the line that announces a quotation."""
    found: list[str] = []
    waiting: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if _MARKED.match(line):
            waiting.append(line)
            continue
        if waiting:
            found.append("\n".join(waiting))
            waiting = []
        if _ANNOUNCES.search(line):
            found.append("\n".join(lines[number + 1 :]))
    return [*found, "\n".join(waiting)] if waiting else found


def runs(text: str) -> Runs:
    """The runs of words of a text, each as a number; none where it has fewer words than a run."""
    return runs_of(words(text))


def runs_of(told: Sequence[str]) -> Runs:
    """The same, of its words."""
    each = np.fromiter(map(crc32, "\n".join(told).encode("utf-8", "surrogatepass").split(b"\n")), np.uint64)
    if len(each) < RUN:
        return np.zeros(0, np.uint64)
    found = np.zeros(len(each) - RUN + 1, np.uint64)
    for place, factor in enumerate(_FACTORS):
        found += (each[place : place + len(found)] + np.uint64(1)) * factor
    found ^= found >> np.uint64(29)
    found *= _MIX
    found ^= found >> np.uint64(32)
    return found


def looked_up(told: Runs) -> Runs:
    """Those of the runs by which texts that share a passage are brought together, each once."""
    if len(told) <= _WINDOW:
        return np.unique(told)[:1]
    rows = np.lib.stride_tricks.sliding_window_view(told, _WINDOW)
    return np.unique(rows.min(axis=1))


def quotes(one: Said, other: Said) -> bool:
    """Whether words of `other` stand in `one`, as the head of this module says."""
    if len(other.runs) >= _FEWEST and _share(other.runs, one.runs) >= SHARE:
        return True
    return any(_share(passage, other.runs) >= SHARE for passage in one.marked)


def _share(told: Runs, among: Runs) -> float:
    """The share of some runs that stand among others; both in order, so that it is found by going along them."""
    if not len(told) or not len(among):
        return 0.0
    return float((among[np.minimum(np.searchsorted(among, told), len(among) - 1)] == told).mean())
