"""Several readings of one line of a picture: what most of them say stands, and where they differ is marked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from rogatory.received.pages import Line

_LIKE = 0.4
"""How alike two readings of one word are at the least."""
_LONGER = 1
"""Signs one of them may have more than the other."""
_FIGURES = 2
"""Figures from which a word is a number: it looks alike in every language."""


def voted(line: Line, others: Sequence[str], numbers: Sequence[str] = ()) -> Line:
    """A line as most readings have it.

    A word is replaced only by one that more readings share; the gaps between words stay as they are.

    Args:
        line: The first reading, and which of its characters were hardly read.
        others: Further readings of the same line.
        numbers: Further ones by what knows another language: they count for numbers alone.

    Returns:
        The line; marked is what was hardly read or stands otherwise in another reading, and the other readings of a
        word are told.
    """
    hardly = set(line.unsure)
    words = _words(line.text)
    first = [line.text[start:end] for start, end in words]
    every = [_beside(first, other.split()) for other in (*others, *numbers)]
    text, marks, rivals, at = "", [], [], 0
    for number, (start, end) in enumerate(words):
        text += line.text[at:start]
        word, at = line.text[start:end], end
        readings = every if is_number(word) else every[: len(others)]
        told = [one[number] for one in readings if one[number]]
        chosen = _chosen(word, told)
        marked = {place - start for place in hardly if start <= place < end} if chosen == word else set()
        marked |= {place for rival in (word, *told) for place in _otherwise(chosen, rival)}
        marks += [len(text) + place for place in sorted(marked)]
        rivals += [
            (len(text), len(text) + len(chosen), rival) for rival in dict.fromkeys((word, *told)) if rival != chosen
        ]
        text += chosen
    return replace(line, text=text + line.text[at:], unsure=tuple(marks), rivals=tuple(rivals))


def agree(line: str, others: Iterable[str]) -> bool:
    """Whether every number of a line stands in each of the other readings."""
    numbers = {word for word in line.split() if is_number(word)}
    return all(numbers <= set(other.split()) for other in others)


def is_number(word: str) -> bool:
    """Whether a word is a number, with or without letters and signs in it."""
    return sum(sign.isdigit() for sign in word) >= _FIGURES


def _words(line: str) -> list[tuple[int, int]]:
    edges = [0, *(at for at, (a, b) in enumerate(pairwise(line), 1) if a.isspace() != b.isspace()), len(line)]
    return [(start, end) for start, end in pairwise(edges) if start < end and not line[start].isspace()]


def _beside(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """For each word the one that stands in its place in another reading; empty: none does, or not one alone."""
    found = [""] * len(words)
    for _, start, end, first, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if end - start == last - first:
            found[start:end] = [
                _likest(word, [other]) for word, other in zip(words[start:end], others[first:last], strict=True)
            ]
            continue
        for at in range(start, end):
            found[at] = _likest(words[at], others[first:last])
    return found


def _likest(word: str, among: Sequence[str]) -> str:
    """The one word among others that may be this one; empty: none or several may.

    One that is much longer or shorter is this word with another, or a part of it.
    """
    near = [other for other in among if abs(len(other) - len(word)) <= _LONGER]
    like = [other for other in near if SequenceMatcher(None, word, other, autojunk=False).ratio() >= _LIKE]
    return like[0] if len(like) == 1 else ""


def _chosen(word: str, rivals: Iterable[str]) -> str:
    """The word most readings have; where as many have another, the first reading's."""
    counts = Counter([word, *rivals])
    return max(counts, key=lambda one: (counts[one], one == word))


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
