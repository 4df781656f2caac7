"""Names that write a foreign one by sound, laid beside the Latin words word by word, in the order that agrees best."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from rogatory.names.sounds import drop, is_vowel, sign, turn
from rogatory.names.spelling import Spelt, spell
from rogatory.names.syllabic import Alignment, Pair

_R, _SILENT_R = sign("r"), sign("r -2")
_FAR = 0.7
"""The share of its sounds in which a word has nothing in common with another."""

_TURNED = 3
"""Latin words up to which one native word is tried against them in every order."""

_WORST, _OMITTED, _WORDS, _LEAST = 0.6, 0.08, 5, 0.5


def likeness(one: Spelt, other: Spelt) -> float:
    """How alike two words sound, from 0 to 1."""
    return _alike(one.signs, other.signs)


@lru_cache(maxsize=131072)
def _alike(one: str, other: str) -> float:
    gone, come = [drop(unit) for unit in one], [drop(unit) for unit in other]
    weight = max(sum(gone), sum(come), _LEAST)
    row = [0.0]
    for cost in come:
        row.append(row[-1] + cost)
    for at, unit in enumerate(one):
        before, lost = row, gone[at]
        here = before[0] + lost
        row = [here]
        for to, second in enumerate(other):
            here += come[to]
            here = min(here, before[to] + turn(unit, second), before[to + 1] + lost)
            row.append(here)
    return max(0.0, 1.0 - row[-1] / weight / _FAR)


@lru_cache(maxsize=65536)
def as_heard(word: str) -> Spelt:
    """A Latin word as units, with an r that English leaves silent before a consonant or at the end."""
    read = spell(word)
    signs = list(read.signs)
    for at in range(1, len(signs)):
        if signs[at] == _R and is_vowel(signs[at - 1]) and (at + 1 == len(signs) or not is_vowel(signs[at + 1])):
            signs[at] = _SILENT_R
    return Spelt(read.letters, "".join(signs), read.vowels, read.scheme, read.steps)


def joined(words: Sequence[Spelt]) -> Spelt:
    """Several words as one."""
    letters = tuple(letter for word in words for letter in word.letters)
    return Spelt(letters, "".join(word.signs for word in words), scheme=words[0].scheme)


def align(readings: Sequence[tuple[Spelt, ...]], native: Sequence[str], latin: Sequence[str]) -> Alignment:
    """The best alignment over every way to read the native words.

    Args:
        readings: The native words as units, once for each way to read them all.
        native: The native words as they stand.
        latin: The Latin words as they stand.
    """
    words = [word for word in latin if any(map(str.isalpha, word))][:_WORDS]
    best = Alignment(0.0, ())
    if not words or not native or len(native) > _WORDS:
        return best
    for reading in readings:
        for found in _ways(reading, native, words):
            if found.likeness > best.likeness:
                best = found
    return best


def _ways(reading: tuple[Spelt, ...], native: Sequence[str], words: Sequence[str]) -> Iterator[Alignment]:
    heard = [as_heard(word) for word in words]
    if len(native) > 1 or len(words) == 1:
        yield _by_word(reading, native, words, heard)
    if len(native) != len(words):
        whole = joined(reading)
        for order in permutations(range(len(words))) if len(words) <= _TURNED else [tuple(range(len(words)))]:
            alike = likeness(whole, joined([heard[at] for at in order]))
            yield Alignment(alike, (Pair("".join(native), " ".join(words[at] for at in order), whole.scheme, alike),))


def _by_word(reading: tuple[Spelt, ...], native: Sequence[str], words: Sequence[str], heard: list[Spelt]) -> Alignment:
    table = [[likeness(one, other) for other in heard] for one in reading]
    short, long = sorted((len(native), len(words)))
    best: tuple[float, list[tuple[int, int]]] = (-1.0, [])
    for chosen in permutations(range(long), short):
        cells = list(enumerate(chosen)) if len(native) == short else [(far, near) for near, far in enumerate(chosen)]
        found = [table[at][to] for at, to in cells]
        score = _WORST * min(found) + (1 - _WORST) * sum(found) / short - _OMITTED * (long - short)
        if score > best[0]:
            best = (score, cells)
    pairs = tuple(Pair(native[at], words[to], reading[at].scheme, table[at][to]) for at, to in best[1])
    return Alignment(max(0.0, best[0]), pairs)
