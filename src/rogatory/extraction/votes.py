"""Several readings of one line of a picture: what most of them say stands, and where they differ is marked."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise


def voted(line: str, unsure: Iterable[int], others: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """A line as most readings have it.

    A word is replaced only by one that two other readings share; the gaps between words stay as they are.

    Args:
        line: The first reading.
        unsure: Which of its characters were hardly read.
        others: Further readings of the same line.

    Returns:
        The line, and which of its characters were hardly read or stand otherwise in another reading; ascending.
    """
    hardly = set(unsure)
    words = _words(line)
    read = [_beside([line[start:end] for start, end in words], other.split()) for other in others]
    text, marks, at = "", [], 0
    for number, (start, end) in enumerate(words):
        text += line[at:start]
        word, at = line[start:end], end
        rivals = [one[number] for one in read]
        chosen = _chosen(word, rivals)
        marked = {place - start for place in hardly if start <= place < end} if chosen == word else set()
        marked |= {place for rival in (word, *rivals) if rival for place in _otherwise(chosen, rival)}
        marks += [len(text) + place for place in sorted(marked)]
        text += chosen
    return text + line[at:], tuple(marks)


def _words(line: str) -> list[tuple[int, int]]:
    edges = [0, *(at for at, (a, b) in enumerate(pairwise(line), 1) if a.isspace() != b.isspace()), len(line)]
    return [(start, end) for start, end in pairwise(edges) if start < end and not line[start].isspace()]


def _beside(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """For each word the one that stands in its place in another reading; empty: none does, or not one alone."""
    found = [""] * len(words)
    for _, start, end, first, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if end - start == last - first:
            found[start:end] = others[first:last]
    return found


def _chosen(word: str, rivals: Sequence[str]) -> str:
    """The word two other readings share, else the first reading's."""
    again = [rival for rival in rivals if rival and rival != word]
    return next((rival for rival in again if again.count(rival) > 1), word) if word not in rivals else word


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
