"""Several readings of one line of a picture: what most of them say stands, and where they differ is marked.

What is compared is a word, or numbers that stand beside each other: a scan puts gaps into a number, and loses them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from rogatory.received.pages import Line

_LIKE = 0.4
"""How alike two readings of one word are at the least."""
_LONGER = 3
"""Signs one of them may have more than the other."""
_FIGURES = 2
"""Figures from which a word is a number: it looks alike in every language."""
_AROUND = ".,;:'\"‘’“”`·°*_|[]{}"
"""Specks around a word, by which two readings of it do not differ."""
_MOST, _AHEAD = 0.6, 2
"""More than which share of the readings must say the same of a word that was hardly read or is contested; or how many
more than say another thing."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is voted on: a word, or numbers with a blank between them; `start` inclusive, `end` exclusive."""

    start: int
    end: int
    number: bool


def voted(line: Line, others: Sequence[str], numbers: Sequence[str] = ()) -> Line:
    """A line as most readings have it.

    A word is replaced only by one that more readings share; the gaps between words stay as they are, and one within a
    number goes where most readings of it have none.

    Args:
        line: The first reading, and which of its characters were hardly read.
        others: Further readings of the same line.
        numbers: Further ones by what knows another language: they count for numbers alone.

    Returns:
        The line; marked is what was hardly read or stands otherwise in another reading, the other readings of a word
        are told, and `split` tells the words on which too few readings agree.
    """
    hardly = set(line.unsure)
    beside = [_places(line.text, other) for other in (*others, *numbers)]
    text, marks, rivals, split, at = "", [], [], [], 0
    for unit in units(line.text):
        text += line.text[at : unit.start]
        word, at = line.text[unit.start : unit.end], unit.end
        readings = beside if unit.number else beside[: len(others)]
        told = [found for other in readings if (found := other.of(unit, word))]
        chosen, votes, second = _chosen(word, told)
        marked = {place - unit.start for place in hardly if unit.start <= place < unit.end} if chosen == word else set()
        contested = {_bare(one) for one in told} != {_bare(chosen)} or _bare(word) != _bare(chosen)
        marked |= {place for rival in (word, *told) for place in _otherwise(chosen, rival)}
        here = len(text)
        marks += [here + place for place in sorted(marked) if not chosen[place].isspace()]
        rivals += [(here, here + len(chosen), rival) for rival in dict.fromkeys((word, *told)) if rival != chosen]
        doubted = (contested and bool(told)) or any(unit.start <= place < unit.end for place in hardly)
        if doubted and not (votes > 1 and (votes > _MOST * (1 + len(told)) or votes >= second + _AHEAD)):
            split.append((here, here + len(chosen)))
        text += chosen
    kept = text + line.text[at:]
    return replace(line, text=kept, unsure=tuple(marks), rivals=tuple(rivals), split=tuple(split))


def agree(line: str, others: Iterable[str], *, names: bool = False, numbers: bool = True) -> bool:
    """Whether every number of a line, and every word with a capital, stands so in each of the other readings.

    Args:
        line: A reading.
        others: Other ones.
        names: Whether words that begin with a capital are looked at.
        numbers: Whether numbers are.
    """
    mine = [(u, line[u.start : u.end]) for u in units(line)]
    asked = [(u, word) for u, word in mine if (numbers if u.number else names and word[:1].isupper())]
    places = [_places(line, other) for other in others]
    return all(_bare(found.of(u, word)) == _bare(word) for found in places for u, word in asked)


def is_number(word: str) -> bool:
    """Whether a word is a number, with or without letters and signs in it."""
    return sum(sign.isdigit() for sign in word) >= _FIGURES


def units(line: str) -> Iterator[Unit]:
    """The words of a line in order; numbers with one blank between them are one."""
    open_: Unit | None = None
    for start, end in _words(line):
        number = is_number(line[start:end])
        if open_ is not None and open_.number and number and line[open_.end : start] == " ":
            open_ = replace(open_, end=end)
            continue
        if open_ is not None:
            yield open_
        open_ = Unit(start, end, number)
    if open_ is not None:
        yield open_


def _words(line: str) -> list[tuple[int, int]]:
    edges = [0, *(at for at, (a, b) in enumerate(pairwise(line), 1) if a.isspace() != b.isspace()), len(line)]
    return [(start, end) for start, end in pairwise(edges) if start < end and not line[start].isspace()]


@dataclass(frozen=True, slots=True)
class _Places:
    """Another reading of a line, and where in it each character of the line stands."""

    other: str
    at: tuple[int, ...]

    def of(self, unit: Unit, word: str) -> str:
        """The words that stand in the place of a unit; empty: none does that may be a reading of it."""
        start, end = self.at[unit.start], self.at[unit.end]
        while start > 0 and not self.other[start - 1].isspace():
            start -= 1
        while end < len(self.other) and not self.other[end].isspace() and end > start:
            end += 1
        found = " ".join(self.other[start:end].split())
        mine, theirs = _bare(word), _bare(found)
        if not theirs or abs(len(mine) - len(theirs)) > min(_LONGER, max(1, len(mine) // 3)):
            return ""
        return found if SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _LIKE else ""


def _places(line: str, other: str) -> _Places:
    at = [0] * (len(line) + 1)
    for step in Levenshtein.opcodes(line, other):
        for place in range(step.src_start, step.src_end):
            at[place] = step.dest_start + min(place - step.src_start, step.dest_end - step.dest_start)
    at[len(line)] = len(other)
    return _Places(other, tuple(at))


def _bare(word: str) -> str:
    """A reading as it is compared with others: without gaps, and without specks around it."""
    return "".join(word.split()).strip(_AROUND)


def _chosen(word: str, rivals: Sequence[str]) -> tuple[str, int, int]:
    """The reading most have, how many, and how many the next has; where as many have another, the first reading's."""
    counts = Counter(map(_bare, (word, *rivals)))
    best = max(counts, key=lambda one: (counts[one], one == _bare(word)))
    written = Counter(one for one in (word, *rivals) if _bare(one) == best)
    gaps = Counter(len(one.split()) for one in written.elements())
    few = max(gaps, key=lambda count: gaps[count])
    second = max((count for one, count in counts.items() if one != best), default=0)
    return next(one for one in written if len(one.split()) == few), counts[best], second


def _otherwise(word: str, rival: str) -> set[int]:
    """Which characters of a word stand otherwise in another reading of it."""
    same = SequenceMatcher(None, word, rival, autojunk=False).get_matching_blocks()
    kept = {block.a + at for block in same for at in range(block.size)}
    other = set(range(len(word))) - kept
    # Where the other reading has a sign more, the signs on both sides of the gap are in doubt.
    for before, behind in pairwise(same):
        if behind.b > before.b + before.size and behind.a == before.a + before.size:
            other |= {place for place in (behind.a - 1, behind.a) if 0 <= place < len(word)}
    return other
