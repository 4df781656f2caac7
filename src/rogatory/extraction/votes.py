"""Several readings of one line of a picture: what most of them say stands, and where they differ is marked.

What is compared is a word, or numbers that stand beside each other: a scan puts gaps into a number, and loses them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
_SIGN = re.compile(r"^(?:№|N[eoеоº°][.:]?)(?=\d)")
"""The sign of a number, also as it is read in Latin letters."""
_ALIKE = {"0": "OoОо", "1": "IiLl"}
"""Letters that look like a figure: read in its place among others, they tell nothing against it."""
_STRANGE = re.compile(r"(?<=[^\W_])[:;?*|!‘’'\"]+(?=[^\W_])")
"""A sign that stands in no number."""
_FEWEST, _MORE = 2, 2
"""How many readings must have the same letter at the least, and more than how many times as many as have others."""
_MORE_OF_A_NAME = 1.5
"""The same for a word that is no number: its letters tell of each other."""
_SEVERAL, _FAR_MORE = 3, 3
"""From how many others on that is more: one sign is then taken for another again and again."""
_FOR_A_FIGURE, _UNTOLD = "$%&§", "$"
"""Signs as which figures are read; and that for all of them, which tells nothing."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is voted on: a word, or numbers with a blank between them; `start` inclusive, `end` exclusive."""

    start: int
    end: int
    number: bool


def voted(line: Line, told: Mapping[int, Sequence[str]]) -> Line:
    """A line, each word of which there are further readings as most of them have it.

    A word is replaced only by one that more readings share; the gaps between words stay as they are, and one within a
    number goes where most readings of it have none.

    Args:
        line: The first reading, and which of its characters were hardly read.
        told: Further readings of words, by the first character of each in the line; empty ones are no readings.

    Returns:
        The line; marked is what was hardly read or stands otherwise in another reading, the other readings of a word
        are told, and `split` tells the words on which too few readings agree.
    """
    hardly = set(line.unsure)
    text, marks, rivals, split, at = "", [], [], [], 0
    for unit in units(line.text):
        text += line.text[at : unit.start]
        word, at = line.text[unit.start : unit.end], unit.end
        readings = [one for other in told.get(unit.start, ()) if _may_be(word, one := " ".join(other.split()))]
        chosen = _chosen(word, readings)
        marked = {place - unit.start for place in hardly if unit.start <= place < unit.end} if chosen == word else set()
        contested = any(_bare(one) != _bare(chosen) for one in (word, *readings))
        marked |= {place for rival in (word, *readings) for place in _otherwise(chosen, rival)}
        here = len(text)
        marks += [here + place for place in sorted(marked) if not chosen[place].isspace()]
        rivals += [(here, here + len(chosen), rival) for rival in dict.fromkeys((word, *readings)) if rival != chosen]
        doubted = contested or any(unit.start <= place < unit.end for place in hardly)
        lost = chosen != word and _is_edge_lost(word, chosen)
        if unit.start in told and doubted and (lost or not is_settled(chosen, _without(chosen, (word, *readings)))):
            split.append((here, here + len(chosen)))
        text += chosen
    kept = text + line.text[at:]
    return replace(line, text=kept, unsure=tuple(marks), rivals=tuple(rivals), split=tuple(split))


def is_settled(word: str, others: Sequence[str]) -> bool:
    """Whether enough other readings of a word have each of its letters and figures where it has them.

    Signs that are neither do not count, since a speck is read as any of them, nor marks on letters.
    """
    mine, number = _letters(word), is_number(word)
    against = [_against(mine, _letters(other)) for other in others if _may_be(word, other)]
    for place in range(2 * len(mine) + 1):
        rivals = Counter(one[place] for one in against if place in one)
        votes = 1 + len(against) - rivals.total()
        others_have = rivals.total() - rivals[_UNTOLD]
        more = _MORE_OF_A_NAME if not number else _MORE if others_have < _SEVERAL else _FAR_MORE
        if votes < _FEWEST or votes <= more * others_have:
            return False
    return bool(against) and _UNTOLD not in mine


def _against(mine: str, other: str) -> dict[int, str]:
    """What another reading has in the place of a letter (odd places) or in the gap before or behind one (even ones)."""
    told: dict[int, str] = {}
    for step in Levenshtein.opcodes(mine, other):
        if step.tag == "insert":
            told[2 * step.src_start] = other[step.dest_start : step.dest_end]
        elif step.tag != "equal":
            for place in range(step.src_start, step.src_end):
                there = min(step.dest_start + place - step.src_start, step.dest_end)
                rival = other[there : there + 1] if step.tag == "replace" else ""
                told[2 * place + 1] = _UNTOLD if rival and rival in _ALIKE.get(_figure(mine, place), "") else rival
    return told


def _figure(word: str, place: int) -> str:
    """A figure that stands beside another one; empty: there is none."""
    beside = word[max(0, place - 1) : place] + word[place + 1 : place + 2]
    return word[place] if word[place].isdigit() and any(map(str.isdigit, beside)) else ""


def _letters(word: str) -> str:
    """Its letters and figures without their marks; a sign that stands for one nobody can tell as `_UNTOLD`."""
    plain = unicodedata.normalize("NFD", _bare(word).replace("ı", "i"))
    return "".join(sign if sign.isalnum() else _UNTOLD for sign in plain if sign.isalnum() or sign in _FOR_A_FIGURE)


def _without(word: str, readings: Sequence[str]) -> list[str]:
    """The readings but for one that is the word itself."""
    kept = list(readings)
    kept.remove(word)
    return kept


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


def _is_edge_lost(word: str, chosen: str) -> bool:
    """Whether a reading lacks the first or last letters of the first one: each cut may have lost them."""
    one, other = _letters(word), _letters(chosen)
    return one != other and (one.startswith(other) or one.endswith(other))


def _may_be(word: str, other: str) -> bool:
    """Whether a reading may be one of a word: about as long, and alike."""
    mine, theirs = _bare(word), _bare(other)
    if not theirs or abs(len(mine) - len(theirs)) > min(_LONGER, max(1, len(mine) // 3)):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _LIKE


def _bare(word: str) -> str:
    """A reading as it is compared with others: without gaps, specks around it, and the sign of a number before it."""
    return _SIGN.sub("", "".join(word.split()).strip(_AROUND))


def _chosen(word: str, rivals: Sequence[str]) -> str:
    """The reading whose letters most have; where as many have others, that which is nearest to all, and then the first.

    Of those with the same letters that with marks on them, which not every language knows, and whose signs most have;
    in a number none with a sign that stands in no number.
    """
    every = [one for one in (word, *rivals) if _UNTOLD not in _letters(one)] or [word, *rivals]
    counts = Counter(map(_letters, every))
    far = {one: sum(Levenshtein.distance(one, other) * n for other, n in counts.items()) for one in counts}
    best = max(counts, key=lambda one: (counts[one], -far[one], one == _letters(word)))
    same = [one for one in every if _letters(one) == best]
    signs = Counter(map(_bare, same))
    number = is_number(word)

    def fits(one: str) -> tuple[bool, int, bool]:
        return not _STRANGE.search(one) if number else not one.isascii(), signs[one], one == _bare(word)

    bare = max(signs, key=fits)
    written = Counter(one for one in same if _bare(one) == bare)
    gaps = Counter(len(one.split()) for one in written.elements())
    few = max(gaps, key=lambda count: (gaps[count], -count))
    return next(one for one in written if len(one.split()) == few)


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
